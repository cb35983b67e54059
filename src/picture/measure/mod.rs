//! How large the pictures of authors are, so that a page can leave room for one before it is there; and what a drawing
//! would do besides being one.
//!
//! In: the path and the bytes of a file. Out: what a browser will make of it. To measure, it reads no more than the
//! beginning of a photograph, so that nothing has to be remembered between runs.

mod svg;

pub use svg::active::{Act, Acts};

use exif::{In, Reader, Tag};
use std::io::Cursor;

/// A file that is published as it is, as far as pages need to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measured {
    Picture(Extent),
    /// Called a picture, and no browser will show it.
    Broken,
    /// No picture, or one without a size of its own.
    Sizeless,
}

/// Pixels, as style sheets count them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Extent {
    pub width: u32,
    pub height: u32,
}

/// What the file at `path` is, by its ending and its bytes.
pub fn measured(path: &str, bytes: &[u8]) -> Measured {
    let ending = path.rsplit_once('.').map(|(_, it)| it.to_ascii_lowercase());
    match ending.as_deref() {
        Some("svg") => svg::measured(bytes),
        Some("avif" | "gif" | "jpeg" | "jpg" | "png" | "webp") => {
            pixels(bytes).map_or(Measured::Broken, Measured::Picture)
        }
        _ => Measured::Sizeless,
    }
}

/// What the file at `path` would do where a browser opens it by itself. Only drawings do anything.
pub fn acts(path: &str, bytes: &[u8]) -> Acts {
    let ending = path.rsplit_once('.').map_or("", |(_, it)| it);
    if ending.eq_ignore_ascii_case("svg") { svg::active::acts(bytes) } else { Acts::new() }
}

fn pixels(bytes: &[u8]) -> Option<Extent> {
    let size = imagesize::blob_size(bytes).ok()?;
    let (width, height) = (u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?);
    let extent = if is_on_its_side(bytes) {
        Extent { width: height, height: width }
    } else {
        Extent { width, height }
    };
    (width > 0 && height > 0).then_some(extent)
}

/// Whether a camera was held upright: it notes how to turn what it saw, and browsers do.
fn is_on_its_side(bytes: &[u8]) -> bool {
    // The format of AVIF has a turn of its own, which counts there, and is in its size already.
    if bytes.get(4..8) == Some(b"ftyp") {
        return false;
    }
    let Ok(notes) = Reader::new().read_from_container(&mut Cursor::new(bytes)) else {
        return false;
    };
    let turn = notes.get_field(Tag::Orientation, In::PRIMARY);
    turn.and_then(|it| it.value.get_uint(0)).is_some_and(|it| (5..=8).contains(&it))
}

#[cfg(test)]
mod tests {
    use super::{Extent, Measured, measured};
    use proptest::collection::vec;
    use proptest::prelude::{any, proptest};
    use proptest::sample::select;

    /// The beginning of a file, as far as it tells the size: 3 by 2 everywhere.
    fn beginning(ending: &str) -> Vec<u8> {
        let atom = |name: &[u8; 4], inside: &[u8]| {
            let length = u32::try_from(inside.len() + 8).unwrap().to_be_bytes();
            [&length[..], name, inside].concat()
        };
        match ending {
            "png" => b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02".to_vec(),
            "gif" => b"GIF89a\x03\0\x02\0\0\0\0".to_vec(),
            "jpg" => b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\0\x02\0\x03".to_vec(),
            "webp" => b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x02\0\0\x01\0\0".to_vec(),
            "avif" => {
                let size = atom(b"ispe", b"\0\0\0\0\0\0\0\x03\0\0\0\x02");
                let properties = atom(b"iprp", &atom(b"ipco", &size));
                let kind = atom(b"ftyp", b"avif\0\0\0\0avifmif1");
                [kind, atom(b"meta", &[&[0; 4], &properties[..]].concat())].concat()
            }
            _ => Vec::new(),
        }
    }

    /// A photograph of 3 by 2 whose camera was turned as `turn` says.
    fn photograph(turn: u8) -> Vec<u8> {
        let mut notes = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
        notes.extend([turn, 0, 0, 0, 0, 0, 0]);
        let length = u16::try_from(notes.len() + 2).unwrap().to_be_bytes();
        let size = b"\xff\xc0\0\x11\x08\0\x02\0\x03\x03\x01\x22\0\x02\x11\x01\x03\x11\x01\xff\xd9";
        [b"\xff\xd8\xff\xe1", &length[..], &notes, size].concat()
    }

    fn picture(width: u32, height: u32) -> Measured {
        Measured::Picture(Extent { width, height })
    }

    #[test]
    fn every_format_tells_its_size() {
        for ending in ["png", "gif", "jpg", "webp", "avif"] {
            let path = format!("a.b/c.{}", ending.to_uppercase());
            assert_eq!(measured(&path, &beginning(ending)), picture(3, 2), "{ending}");
        }
    }

    #[test]
    fn photographs_stand_upright() {
        for turn in 1..=8 {
            let expected = if turn < 5 { picture(3, 2) } else { picture(2, 3) };
            assert_eq!(measured("a.jpeg", &photograph(turn)), expected, "{turn}");
        }
    }

    #[test]
    fn what_is_no_picture_is_broken_where_it_is_called_one() {
        assert_eq!(measured("a.png", b"version https://git-lfs"), Measured::Broken);
        assert_eq!(measured("a.webp", b""), Measured::Broken);
        assert_eq!(measured("a.gif", b"GIF89a\0\0\x02\0\0\0\0"), Measured::Broken);
        assert_eq!(measured("a.pdf", b""), Measured::Sizeless);
        assert_eq!(measured("png", b""), Measured::Sizeless);
    }

    proptest! {
        #[test]
        fn any_bytes_are_survived(
            ending in select(vec!["png", "gif", "jpg", "webp", "avif", "svg"]),
            bytes in vec(any::<u8>(), 0..64),
            kept in 0..64_usize,
        ) {
            let mut file = beginning(ending);
            file.truncate(kept);
            file.extend(bytes);
            measured(&format!("a.{ending}"), &file);
        }
    }
}
