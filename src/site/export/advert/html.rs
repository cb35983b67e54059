//! An advert as HTML without classes, for a page or an editor that brings its own look.

use super::place;
use crate::markdown::Html;
use crate::page::{AdvertGroup, AdvertSection, AdvertSheet};

pub fn html(sheet: &AdvertSheet) -> String {
    let mut lines = vec![element("h1", &sheet.title)];
    lines.extend(Some(place(sheet)).filter(|it| !it.is_empty()).map(|it| element("p", &it)));
    lines.extend(sheet.summary.iter().map(|it| element("p", it)));
    lines.extend(sheet.sections.iter().flat_map(section));
    lines.extend(sheet.link.as_ref().map(|it| link(it, &sheet.in_full)));
    lines.extend(sheet.vacancy.as_ref().map(|it| link(&it.url, &sheet.call)));
    lines.join("\n") + "\n"
}

fn section(section: &AdvertSection) -> Vec<String> {
    let group = |it: &AdvertGroup| {
        let heading = (!it.title.is_empty()).then(|| element("h3", &it.title));
        let items: Vec<_> = it.statements.iter().map(|it| element("li", it)).collect();
        let list = format!("<ul>\n{}\n</ul>", items.join("\n"));
        heading.into_iter().chain([list]).collect::<Vec<_>>()
    };
    let groups = section.groups.iter().flat_map(group);
    [element("h2", &section.title)].into_iter().chain(groups).collect()
}

fn element(tag: &str, text: &str) -> String {
    format!("<{tag}>{}</{tag}>", Html::of_text(text))
}

fn link(url: &str, text: &str) -> String {
    format!("<p><a href=\"{}\">{}</a></p>", Html::of_text(url), Html::of_text(text))
}
