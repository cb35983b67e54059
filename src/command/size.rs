//! How long a site is, and what to say when a host would not take it.

use super::console::say;
use crate::content::RelPath;
use std::fmt;

/// What GitHub Pages publishes of one site, in bytes; other hosts take as much or more.
const MOST: u64 = 1_000_000_000;
/// From here on it is time to know what grows.
const MUCH: u64 = MOST / 10 * 8;

/// A number of bytes, as exact as a person wants it: "12 kB", "1.21 GB".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Size(pub(super) u64);

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            n @ 0..1_000_000 => write!(f, "{} kB", n.div_ceil(1000)),
            n @ 1_000_000..1_000_000_000 => write!(f, "{}.{} MB", n / 1_000_000, n / 100_000 % 10),
            n => write!(f, "{}.{:02} GB", n / 1_000_000_000, n / 10_000_000 % 100),
        }
    }
}

/// Says of a site of `bytes` whether it comes near to what a host takes, and what is largest in it.
pub(super) fn tell(bytes: u64, largest: &[(u64, RelPath)]) {
    let files: Vec<_> = largest.iter().map(|(length, path)| (*length, path.as_str())).collect();
    if let Some(text) = told(bytes, &files) {
        say(text);
    }
}

fn told(bytes: u64, largest: &[(u64, &str)]) -> Option<String> {
    let begin = if bytes > MOST {
        "the site is larger than the 1 GB that GitHub Pages takes"
    } else if bytes > MUCH {
        "the site comes near to the 1 GB that GitHub Pages takes"
    } else {
        return None;
    };
    let named = largest.iter().map(|&(length, path)| format!("{path} ({})", Size(length)));
    Some(format!("{begin}; its largest files are {}", named.collect::<Vec<_>>().join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_as_exact_as_a_person_wants_it() {
        let shown = |it| Size(it).to_string();
        assert_eq!([shown(0), shown(1), shown(999_999)], ["0 kB", "1 kB", "1000 kB"]);
        assert_eq!([shown(1_000_000), shown(12_345_678)], ["1.0 MB", "12.3 MB"]);
        assert_eq!(shown(1_219_999_999), "1.21 GB");
    }

    #[test]
    fn only_what_comes_near_the_limit_is_told() {
        let files = [(700_000_000, "film.mp4"), (1, "a.html"), (1, "b.html")];
        assert_eq!(told(MUCH, &files), None);
        let near = told(MUCH + 1, &files).expect("a line");
        assert!(near.starts_with("the site comes near to the 1 GB"), "{near}");
        assert!(near.ends_with("film.mp4 (700.0 MB), a.html (1 kB), b.html (1 kB)"), "{near}");
        assert!(told(MOST + 1, &files).expect("a line").starts_with("the site is larger than"));
    }
}
