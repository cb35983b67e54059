//! Themes: one file replaced, the built-in one extended, mistakes shown where they are.

use crate::support::Project;

/// A sound project with one file of a theme of its own.
fn with(path: &str, text: &str) -> Project {
    Project::sound().file(&format!("themes/default/{path}"), text)
}

/// What a reader gets at `path` of the site.
#[track_caller]
fn built(project: &Project, path: &str) -> String {
    project.run(&["build"]).ends_with(0);
    project.text(&format!("public/{path}"))
}

/// What a build complains about; it must leave nothing behind.
#[track_caller]
fn refused(project: &Project) -> String {
    let run = project.run(&["build"]).ends_with(1);
    assert!(!project.files().iter().any(|it| it.starts_with("public/")), "something was written");
    run.err
}

#[test]
fn one_file_is_replaced_and_the_others_stay() {
    let project = with("templates/missing.html", "<p>gone: {{ title }}</p>");
    assert!(built(&project, "404.html").starts_with("<p>gone: "));
    assert!(project.text("public/index.html").starts_with("<!doctype html>"));
}

#[test]
fn a_template_extends_the_one_it_replaces() {
    let own = "{% extends \"default/missing.html\" %}\
               {% block main %}{{ super() }}<p>Ask the guild.</p>{% endblock main %}";
    let html = built(&with("templates/missing.html", own), "404.html");
    assert!(html.starts_with("<!doctype html>") && html.contains("<h1>"), "{html}");
    assert!(html.contains("<p>Ask the guild.</p>"), "{html}");
}

#[test]
fn a_frame_of_ones_own_is_around_every_page() {
    let own = "{% extends \"default/base.html\" %}{% block head %}{{ super() }}\
               <link rel=\"stylesheet\" href=\"{{ root }}{{ asset(name=\"own.css\") }}\">\
               {% endblock head %}";
    let project = with("templates/base.html", own)
        .file("themes/default/assets/own.css", ":root { --accent: teal }");
    let html = built(&project, "competencies/index.html");
    let (_, rest) = html.split_once("href=\"../assets/own.").expect("the style is named");
    let (fingerprint, _) = rest.split_once(".css\"").expect("it ends as a style does");
    assert_eq!(fingerprint.len(), 8);
    let published = project.text(&format!("public/assets/own.{fingerprint}.css"));
    assert_eq!(published, ":root { --accent: teal }");
}

#[test]
fn a_name_that_is_not_there_is_shown_in_its_place_and_once() {
    let told = refused(&with("templates/role.html", "<p>\n  {{ titel }}\n</p>\n"));
    assert!(told.contains("error[bad-template]: variable `titel` is not defined"), "{told}");
    assert!(told.contains("themes/default/templates/role.html:2:6"), "{told}");
    assert_eq!(told.matches("titel").count(), 2, "the message and the line: {told}");
    assert!(told.contains("^^^^^ while rendering `roles/"), "{told}");
}

#[test]
fn a_mistake_names_the_first_page_and_counts_the_others() {
    let own = "{% extends \"default/base.html\" %}{% block head %}{{ titel }}{% endblock head %}";
    let told = refused(&with("templates/base.html", own));
    let pages = told.split_once("while rendering `index.html` and ").expect("the first page").1;
    let (n, rest) = pages.split_once(' ').expect("a number");
    assert!(n.parse::<usize>().is_ok_and(|it| it > 5) && rest.starts_with("more pages"), "{told}");
    assert_eq!(told.matches("error[").count(), 1, "{told}");
    assert_eq!(refused(&with("templates/base.html", own)), told);
}

#[test]
fn what_a_frame_of_ones_own_lacks_is_said_once() {
    let told = refused(&with("templates/base.html", "<p>{% block head %}{% endblock %}"));
    assert_eq!(told.matches("error[").count(), 1, "{told}");
    assert!(told.contains("block `main` is not defined"), "{told}");
    assert!(told.contains("themes/default/templates/base.html:1:1"), "{told}");
}

#[test]
fn mistakes_of_several_templates_are_told_together() {
    let project = with("templates/role.html", "{% if %}")
        .file("themes/default/templates/guide.html", "{{ title");
    let told = refused(&project);
    for place in ["templates/guide.html:1:", "templates/role.html:1:"] {
        assert!(told.contains(place), "{told}");
    }
}

#[test]
fn a_content_file_may_not_stand_in_the_way_of_the_theme() {
    let project = Project::sound().file("content/assets/icon.svg", "<svg/>");
    let told = refused(&project);
    assert!(told.contains("error[duplicate-address]"), "{told}");
    assert!(
        told.contains("`content/assets/icon.svg`") || told.contains("assets/icon.svg"),
        "{told}"
    );
}
