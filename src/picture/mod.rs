//! Pictures made while building. In: what is to be drawn, as plain values. Out: inline SVG that needs
//! no script and whose look comes from the theme's style sheet; and the PNG that link previews show,
//! which carries its look with it, as the icon does. Besides, how large the pictures are that authors
//! bring along. Knows no role and no page.

pub mod card;
pub mod graph;
pub mod icon;
pub mod measure;
pub mod profile;
pub mod strip;

use crate::markdown::Html;

/// Text as it may stand in an element or a quoted attribute.
fn escaped(text: &str) -> String {
    Html::of_text(text).to_string()
}

/// A text of no more than `most` letters.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}
