//! What themes may rely on: the built-in themes, the documented blocks and components, and the
//! documentation itself.

use crate::support::fixture::TODAY;
use crate::support::{Project, assert_expected, below_tests};
use rolebook::content::{self, AssetFile, Content, RelPath};
use rolebook::embedded;
use rolebook::pipeline::{Options, Pipeline};
use rolebook::site::docs;
use std::path::Path;

/// Components that no page of the small sites needs: a template of the test calls them.
const ELSEWHERE: [&str; 3] = [
    "<former anchors={[\"a\"]} />",
    "<moved places={[{\"anchor\": \"a\", \"why\": \"\", \"to\": []}]} />",
    "<logo of={ {\"alone\": true, \"pictures\": []} } title=\"a\" />",
];

#[test]
fn the_documentation_is_that_of_the_types() {
    assert_expected(&below_tests("../themes/TEMPLATES.md"), &docs::all());
    let project = Project::new();
    let role = project.run(&["theme", "docs", "role.html"]).ends_with(0).out;
    assert!(role.starts_with("# `role.html`\n") && role.contains("| `body.profile` |"), "{role}");
    let told = project.run(&["theme", "docs", "rol.html"]).ends_with(2);
    told.says("did you mean `role.html`?");
}

#[test]
fn every_component_may_be_replaced_alone() {
    let missing: Vec<String> = docs::components()
        .into_iter()
        .filter(|it| {
            let own =
                format!("{{% component {} %}}own-component{{% endcomponent %}}", it.definition);
            let calls = ELSEWHERE.map(|it| format!("{{{{ {it} }}}}")).concat();
            let files = [("templates/components.html", own), ("templates/missing.html", calls)];
            !site_with(&files).contains("own-component")
        })
        .map(|it| it.name)
        .collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn every_block_may_be_replaced_alone() {
    for (name, _) in docs::blocks() {
        let own = format!(
            "{{% extends \"default/missing.html\" %}}{{% block {name} %}}own-block{{{{ super() }}}}{{% endblock %}}"
        );
        let site = site_with(&[("templates/missing.html", own)]);
        assert!(site.contains("own-block"), "{name}");
    }
}

#[test]
fn the_plain_theme_has_no_script_and_all_of_the_text() {
    let project = Project::sound();
    let handbook = project.text("content/handbook.yml");
    project.write("content/handbook.yml", format!("theme: plain\n{handbook}"));
    project.run(&["build", "--deny", "warnings"]).ends_with(0);
    let files = project.files();
    let scripts = files.iter().filter(|it| it.starts_with("public/") && it.ends_with(".js"));
    assert_eq!(scripts.collect::<Vec<_>>(), [""; 0]);
    for path in files.iter().filter(|it| it.starts_with("public/") && it.ends_with(".html")) {
        let html = project.text(path);
        assert!(!html.contains("<script") && html.contains("default-src 'none'"), "{path}");
    }
}

/// What a theme calls a part of its page must never be what an author calls a heading.
#[test]
fn ids_of_templates_are_none_of_an_author() {
    let files = embedded::themes().flat_map(|(_, files)| files);
    let templates: Vec<_> = files.filter(|(path, _)| path.ends_with(".html")).collect();
    let text = |bytes| std::str::from_utf8(bytes).unwrap();
    let ids = templates.iter().flat_map(|(_, bytes)| text(bytes).split(" id=\"").skip(1));
    let ids: Vec<_> = ids.map(|it| it.split('"').next().unwrap()).collect();
    assert!(ids.contains(&"_main"), "{ids:?}");
    let is_theirs = |it: &&&str| it.starts_with('_') || it.contains("{{");
    assert_eq!(ids.iter().filter(|it| !is_theirs(it)).collect::<Vec<_>>(), [&""; 0]);
}

#[test]
fn templates_of_both_themes_stay_reachable() {
    let own = "{% extends \"plain/missing.html\" %}\
               {% block main %}{{ super() }}<p>ours</p>{% endblock main %}";
    let project = Project::sound()
        .file("themes/plain/templates/missing.html", own)
        .file("themes/plain/templates/search.html", "{% include \"default/gone.html\" %}");
    let told = project.run(&["build", "--theme", "plain"]).ends_with(1);
    // The template that is included is the default one, and what it asks for is not there.
    told.says("of the built-in `default/gone.html`, while rendering `search/`");
    project.write("themes/plain/templates/search.html", "{% include \"default/search.html\" %}");
    project.run(&["build", "--theme", "plain"]).ends_with(0);
    let html = project.text("public/404.html");
    assert!(html.contains("<p>ours</p>") && !html.contains("<script"), "{html}");
    assert!(project.text("public/search/index.html").contains("id=\"_search\""));
}

/// All pages of the small sites, with files of a theme of their own.
fn site_with(files: &[(&str, String)]) -> String {
    let themes = files.iter().map(|(path, text)| AssetFile {
        path: RelPath::new(&format!("default/{path}")).unwrap(),
        bytes: text.as_bytes().into(),
    });
    let themes: Vec<AssetFile> = themes.collect();
    let options = Options { today: TODAY.to_owned(), ..Options::default() };
    let mut text = String::new();
    for folder in ["sites/small", "sites/vacancies"] {
        let content = content::read(&below_tests(folder), Path::new("public")).unwrap();
        let content = Content { themes: themes.clone(), ..content };
        let (site, build) = Pipeline::default().site(&content, &options);
        let site = site.unwrap_or_else(|| panic!("{:#?}", build.diagnostics));
        let pages = site.files.iter().filter(|it| it.path.as_str().ends_with(".html"));
        pages.for_each(|it| text.push_str(&String::from_utf8_lossy(it.readable())));
    }
    text
}
