//! The size of a drawing: what it asks for, or else what its units span.

pub(super) mod active;
mod reference;

use super::{Extent, Measured};
use roxmltree::{Document, Node, ParsingOptions};

/// A drawing of fewer units than this does not count in pixels, and is as large as its page makes it.
const FEWEST: f64 = 16.0;
const SPACE: &str = "http://www.w3.org/2000/svg";

pub(super) fn measured(bytes: &[u8]) -> Measured {
    // Other encodings are allowed, and too rare to be read for this.
    let Ok(text) = std::str::from_utf8(bytes) else { return Measured::Sizeless };
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let Ok(document) = Document::parse_with_options(text, options) else { return Measured::Broken };
    let root = document.root_element();
    // Without the name of its space it is a drawing within HTML only, and none as a file.
    if !root.has_tag_name((SPACE, "svg")) {
        return Measured::Broken;
    }
    extent(root).map_or(Measured::Sizeless, Measured::Picture)
}

fn extent(root: Node<'_, '_>) -> Option<Extent> {
    let side = |name| root.attribute(name).and_then(length);
    let span = root.attribute("viewBox").and_then(span);
    let (width, height) = match (side("width"), side("height"), span) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((across, down))) => (width, width * down / across),
        (None, Some(height), Some((across, down))) => (height * across / down, height),
        (None, None, Some((across, down))) if across.max(down) >= FEWEST => (across, down),
        _ => return None,
    };
    let whole = |it: f64| Some(it.round() as u32).filter(|it| *it > 0);
    Some(Extent { width: whole(width)?, height: whole(height)? })
}

/// How far the units of `0 0 24 16` reach.
fn span(view_box: &str) -> Option<(f64, f64)> {
    let numbers = view_box.split([' ', ',', '\t', '\n', '\r']).filter(|it| !it.is_empty());
    let numbers: Option<Vec<f64>> = numbers.map(|it| it.parse().ok()).collect();
    match numbers?.as_slice() {
        [_, _, across, down] if *across > 0.0 && *down > 0.0 => Some((*across, *down)),
        _ => None,
    }
}

/// `24`, `24px`, `1.5in` in pixels. A share of the page (`100%`) is no size, nor is one that depends on
/// letters.
fn length(written: &str) -> Option<f64> {
    let written = written.trim();
    let end = written.find(|it: char| it.is_ascii_alphabetic() || it == '%');
    let (number, unit) = written.split_at(end.unwrap_or(written.len()));
    let pixels = match unit {
        "" | "px" => 1.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        _ => return None,
    };
    number.trim().parse().ok().map(|it: f64| it * pixels).filter(|it| it.is_finite() && *it > 0.0)
}

#[cfg(test)]
mod tests {
    use super::super::{Extent, Measured};
    use super::measured;

    fn of(attributes: &str) -> Measured {
        measured(format!("<svg xmlns='http://www.w3.org/2000/svg' {attributes}/>").as_bytes())
    }

    #[test]
    fn a_drawing_is_as_large_as_it_says() {
        for (attributes, size) in [
            ("width='30' height='20px'", Some((30, 20))),
            ("width='1in' height='25.4mm'", Some((96, 96))),
            ("width='15' viewBox='0 0 30 20'", Some((15, 10))),
            ("height='10' viewBox='0,0,30,20'", Some((15, 10))),
            ("viewBox='-5 -5  30.4 20'", Some((30, 20))),
            ("width='100%' height='100%' viewBox='0 0 30 20'", Some((30, 20))),
            ("width='2em' height='20'", None),
            ("width='0' height='20'", None),
            ("viewBox='0 0 1 1'", None),
            ("viewBox='0 0 0 20'", None),
            ("", None),
        ] {
            let picture = |(width, height)| Measured::Picture(Extent { width, height });
            assert_eq!(of(attributes), size.map_or(Measured::Sizeless, picture), "{attributes}");
        }
    }

    #[test]
    fn what_is_no_drawing_is_broken() {
        for text in ["", "<svg", "<svg width='1' height='1'/>", "<html/>"] {
            assert_eq!(measured(text.as_bytes()), Measured::Broken, "{text}");
        }
        let old = "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'x.dtd'>\n\
                   <svg xmlns='http://www.w3.org/2000/svg' width='3' height='2'/>";
        let size = Extent { width: 3, height: 2 };
        assert_eq!(measured(old.as_bytes()), Measured::Picture(size));
        assert_eq!(measured(b"\xff\xfe<\0s\0"), Measured::Sizeless);
    }
}
