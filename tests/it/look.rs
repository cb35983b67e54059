//! A handbook's own colours, logo and icon, as they reach the site.

use crate::support::Project;

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"30\"><path d=\"M0 0h9\"/></svg>";

/// A sound project whose handbook also says `lines`, with a logo.
fn with(lines: &str) -> Project {
    let project = Project::sound().file("content/img/logo.svg", LOGO);
    let handbook = project.text("content/handbook.yml");
    project.file("content/handbook.yml", format!("{handbook}\n{lines}\n"))
}

#[track_caller]
fn built(project: &Project) -> &Project {
    project.run(&["build", "--deny", "warnings"]).ends_with(0);
    project
}

/// The style sheet of the built site, which every page names.
fn style(project: &Project) -> String {
    let files = project.files();
    let is_style = |it: &&String| it.starts_with("public/assets/site.") && it.ends_with(".css");
    let path = files.iter().find(is_style).expect("a style sheet");
    let name = path.rsplit('/').next().unwrap();
    assert!(project.text("public/index.html").contains(name), "the page names {name}");
    project.text(path)
}

#[test]
fn one_accent_gives_a_colour_for_each_scheme() {
    let style = style(built(&with("accent: navy")));
    let (_, accent) = style.split_once("--accent: light-dark(").expect("a pair of colours");
    let (light, dark) = accent.split_once(')').unwrap().0.split_once(", ").unwrap();
    assert_eq!(light, "#000080");
    assert!(dark.starts_with('#') && dark != light, "{dark}");
    assert!(style.contains("--on-accent: light-dark("), "{style}");
}

#[test]
fn tokens_stand_where_the_theme_declares_them() {
    let lines = "tokens: { sans: 'Inter, \"Noto Sans\"', measure: 38rem, paper: { light: \"#fffdf8\", dark: \"#14120f\" } }";
    let (own, plain) = (style(built(&with(lines))), style(built(&with(""))));
    for declaration in [
        "--sans: Inter, \"Noto Sans\";",
        "--measure: 38rem;",
        "--paper: light-dark(#fffdf8, #14120f);",
    ] {
        assert!(own.contains(declaration), "{declaration}");
    }
    // What the sheet says later, for paper and for more contrast, still comes later.
    let line = |css: &str| css.lines().position(|it| it.trim_start().starts_with("--paper:"));
    assert_eq!((line(&own), own.lines().count()), (line(&plain), plain.lines().count()));
}

#[test]
fn a_handbook_that_sets_nothing_changes_nothing() {
    let theme = include_str!("../../themes/default/assets/site.css");
    // But for the words that are said in the handbook's language.
    assert_eq!(style(built(&with(""))), theme.replace("@inherited-from", "inherited from "));
    assert!(!built(&with("")).text("public/index.html").contains("<img"));
}

#[test]
fn a_theme_of_ones_own_has_the_tokens_that_it_declares() {
    let css =
        "/* Ours. */ :root { --paper: #fff; --ink: #000; --shadow: 0 1px 2px } body { color: red }";
    let lines = "theme: acme\ntokens: { shadow: none, ink: \"#222\" }";
    let project = with(lines).file("themes/acme/assets/site.css", css);
    let expected = css.replace("0 1px 2px", "none").replace("#000", "#222222");
    assert_eq!(style(built(&project)), expected);
    let told = with("theme: acme\ntokens: { soft: teal }")
        .file("themes/acme/assets/site.css", css)
        .run(&["check"])
        .ends_with(1);
    assert!(told.err.contains("the theme `acme` has no token `soft`"), "{}", told.err);
}

#[test]
fn a_logo_stands_beside_the_title_or_in_its_place() {
    let page = |lines: &str| built(&with(lines)).text("public/roles/engineer/index.html");
    let brand = |page: &str| {
        let (_, rest) = page.split_once("class=\"brand\"").unwrap();
        rest.split_once("</a>").unwrap().0.to_owned()
    };
    let beside = brand(&page("logo: img/logo.svg"));
    let image = "<img src=\"../../img/logo.svg\" alt=\"\" width=\"90\" height=\"30\">";
    assert!(beside.contains(image) && !beside.ends_with('>'), "{beside}");
    let alone = brand(&page("logo: { light: img/logo.svg, dark: /img/logo.svg, alone: true }"));
    assert!(alone.contains("class=\"on-light\"") && alone.contains("class=\"on-dark\""), "{alone}");
    assert!(alone.ends_with('>') && !alone.contains("alt=\"\""), "{alone}");
}

/// What other sites show beside a link to a page, and beside one to the front page.
#[test]
fn pictures_of_pages_have_the_colour_of_the_handbook() {
    let base = "base_url: https://example.com/";
    let (plain, navy) = (with(base), with(&format!("{base}\naccent: navy")));
    built(&plain);
    built(&navy);
    for folder in ["public", "public/roles/engineer"] {
        let is_picture = |it: &&String| {
            let name = it.strip_prefix(folder).and_then(|it| it.strip_prefix('/'));
            name.is_some_and(|it| it.ends_with(".png") && !it.contains('/'))
        };
        let files = plain.files();
        let path = files.iter().find(is_picture).expect("a picture");
        let bytes = |it: &Project| std::fs::read(it.path(path)).unwrap();
        assert!(bytes(&plain) != bytes(&navy), "{path}");
    }
}

#[test]
fn an_icon_is_drawn_unless_there_is_one() {
    let drawn = built(&with("accent: navy")).text("public/assets/icon.svg");
    assert!(drawn.contains("fill=\"#000080\"") && drawn.contains("<path"), "{drawn}");

    let project = with("favicon: img/logo.svg");
    let page = built(&project).text("public/roles/engineer/index.html");
    assert!(page.contains("<link rel=\"icon\" href=\"../../img/logo.svg\">"), "{page}");
    assert!(!project.files().contains(&"public/assets/icon.svg".to_owned()));

    let own = with("").file("themes/default/assets/icon.svg", LOGO);
    assert_eq!(built(&own).text("public/assets/icon.svg"), LOGO);
}

#[test]
fn a_title_in_another_script_leaves_the_icon_of_the_theme() {
    let project = with("accent: navy");
    let handbook = project.text("content/handbook.yml");
    project.write("content/handbook.yml", handbook.replace("Career handbook", "キャリア"));
    let theme = include_str!("../../themes/default/assets/icon.svg");
    let expected = theme.replace("#3451b2", "#000080");
    assert_ne!(theme, expected);
    assert_eq!(built(&project).text("public/assets/icon.svg"), expected);
}

#[test]
fn the_theme_without_scripts_has_tokens_of_its_own() {
    let lines = "theme: plain\naccent: navy\nlogo: img/logo.svg\ntokens: { text: serif }";
    let project = with(lines);
    let style = style(built(&project));
    assert!(style.contains("--text: serif;") && style.contains("--accent: light-dark(#000080, "));
    assert!(project.text("public/index.html").contains("<img src=\"./img/logo.svg\""));
}

#[test]
fn another_accent_reaches_pages_that_were_rendered_before() {
    use crate::support::fixture::content;
    use rolebook::pipeline::{Options, Pipeline};
    let site = |pipeline: &mut Pipeline, accent: &str| {
        let handbook = format!("title: Handbook\nlevels:\n  - {{ ic: l1 }}\naccent: {accent}\n");
        let content = content(&[("handbook.yml", &handbook), ("guides/a.md", "# A\n\nText.\n")]);
        let site = pipeline.site(&content, &Options::default()).0.expect("a site");
        let files = site.files.iter().filter(|it| it.path.as_str() == "guides/a/index.html");
        files.map(|it| String::from_utf8(it.bytes().to_vec()).unwrap()).collect::<String>()
    };
    let mut pipeline = Pipeline::default();
    let first = site(&mut pipeline, "navy");
    let second = site(&mut pipeline, "teal");
    assert_ne!(first, second, "the name of the style sheet");
    assert_eq!(second, site(&mut Pipeline::default(), "teal"));
}

#[test]
fn a_logo_stays_when_the_page_beside_it_is_hidden() {
    let project = with("logo: pay/logo.svg")
        .file("content/pay/logo.svg", LOGO)
        .file("content/pay/index.md", "---\nvisibility: internal\n---\n# Pay bands\n\nSecret.\n");
    let files = built(&project).files();
    assert!(files.contains(&"public/pay/logo.svg".to_owned()), "{files:?}");
    assert!(!files.contains(&"public/pay/index.html".to_owned()), "{files:?}");
}

#[test]
fn an_icon_need_not_say_how_large_it_is() {
    let sizeless = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h9\"/></svg>";
    for (path, bytes) in [("img/mark.SVG", sizeless.as_bytes()), ("img/mark.ico", b"\0\0\x01\0")] {
        let project = with(&format!("favicon: {path}")).file(&format!("content/{path}"), bytes);
        let page = built(&project).text("public/index.html");
        assert!(page.contains(&format!("<link rel=\"icon\" href=\"./{path}\">")), "{page}");
    }
    let project = with("favicon: img/mark.png").file("content/img/mark.png", "no picture");
    project.run(&["build"]).ends_with(1).says("img/mark.png");
}
