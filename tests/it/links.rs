//! Where a link leads, however it is written.

use crate::support::fixture::content;
use crate::support::resolved_content;
use rolebook::handbook::model::Target;

/// What the only link of a guide leads to: the anchor, or that it leads nowhere.
fn leads(link: &str) -> Result<Option<String>, Target> {
    let guide = format!("# Home\n\n{link}\n");
    let files = [
        ("handbook.yml", "title: T\n"),
        ("guides/a.md", &*guide),
        ("guides/why.md", "# Why?\n\n## So\n"),
    ];
    let handbook = resolved_content(&content(&files));
    let [target] = &handbook.links.values().collect::<Vec<_>>()[..] else { panic!("one link") };
    match target {
        Target::Subject { anchor, .. } => Ok(anchor.clone()),
        other => Err((*other).clone()),
    }
}

#[test]
fn a_name_may_have_a_question_mark_and_a_path_a_query() {
    let so = || Ok(Some("so".to_owned()));
    assert_eq!(leads("[[Why?]]"), Ok(None));
    assert_eq!(leads("[[Why?#so]]"), so());
    assert_eq!(leads("[why](why.md?plain=1)"), Ok(None));
    assert_eq!(leads("[why](why.md?plain=1#so)"), so());
    assert_eq!(leads("[[Why]]"), Ok(None), "signs are no part of an id");
    assert_eq!(leads("[[Whence?]]"), Err(Target::Nowhere));
}
