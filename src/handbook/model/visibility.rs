//! Who may see what: the words that authors write, and the editions that show them.

use crate::diagnostic::Span;

/// The word for what everybody may see, which is what bears no word at all.
const PUBLIC: &str = "public";
/// The word for what stays inside, which every handbook knows.
const INTERNAL: &str = "internal";

/// The words that an edition must show for something to be seen: its own, and those of all that is
/// around it. Without any, everybody sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visibility(Vec<String>);

/// Who may see a document, and who single fields of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageVisibility {
    pub page: Visibility,
    pub fields: Vec<FieldVisibility>,
}

/// `owner: internal`, `scope.direct_reports: internal`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldVisibility {
    pub field: &'static str,
    /// The key of one entry; `None` for the whole field.
    pub entry: Option<String>,
    pub visibility: Visibility,
    pub span: Span,
}

/// The handbook as one audience sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    pub slug: String,
    /// The visibilities it includes.
    pub shows: Vec<String>,
    pub noindex: bool,
    pub span: Span,
}

/// The editions of a handbook. Invariant: one of them is called `public`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editions {
    public: Edition,
    /// Those before it and behind it, as written.
    before: Vec<Edition>,
    behind: Vec<Edition>,
}

impl Visibility {
    pub fn new(words: impl IntoIterator<Item = String>) -> Visibility {
        let mut kept: Vec<String> = Vec::new();
        for word in words {
            if word != PUBLIC && !kept.contains(&word) {
                kept.push(word);
            }
        }
        Visibility(kept)
    }

    /// The same, inside of something.
    pub fn within(&self, around: &Visibility) -> Visibility {
        Visibility::new(around.0.iter().chain(&self.0).cloned())
    }

    pub fn is_public(&self) -> bool {
        self.0.is_empty()
    }

    pub fn words(&self) -> &[String] {
        &self.0
    }
}

impl PageVisibility {
    /// Who may see a field, or one entry of it; the page around it is another question.
    pub fn field(&self, field: &str, entry: Option<&str>) -> Visibility {
        let concerns = |it: &&FieldVisibility| {
            it.field == field && it.entry.as_deref().is_none_or(|it| Some(it) == entry)
        };
        let concerned = self.fields.iter().filter(concerns);
        Visibility::new(concerned.flat_map(|it| it.visibility.0.iter().cloned()))
    }
}

impl Edition {
    pub fn shows(&self, visibility: &Visibility) -> bool {
        visibility.0.iter().all(|it| self.shows.contains(it))
    }
}

impl Editions {
    /// The editions as written. Where none is called `public`, there is one that shows what
    /// everybody may see; where none is written at all, there is one for the inside as well.
    pub fn new(written: Vec<Edition>, place: Span) -> Editions {
        let edition = |slug: &str, shows: &[&str], noindex| Edition {
            slug: slug.to_owned(),
            shows: shows.iter().map(|it| (*it).to_owned()).collect(),
            noindex,
            span: place,
        };
        let inside = || edition(INTERNAL, &[PUBLIC, INTERNAL], true);
        let is_written = !written.is_empty();
        let (mut before, mut behind) = (written, Vec::new());
        let public = match before.iter().position(|it| it.slug == PUBLIC) {
            Some(at) => {
                behind = before.split_off(at + 1);
                before.pop()
            }
            None => None,
        };
        behind.extend((!is_written).then(inside));
        let public = public.unwrap_or_else(|| edition(PUBLIC, &[PUBLIC], false));
        Editions { public, before, behind }
    }

    /// The edition for everybody, which is the one that is meant where nobody names one.
    pub fn public(&self) -> &Edition {
        &self.public
    }

    pub fn named(&self, name: &str) -> Option<&Edition> {
        self.iter().find(|it| it.slug == name)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Edition> {
        self.before.iter().chain([&self.public]).chain(&self.behind)
    }

    /// Every word that some edition shows, and the two that need no edition.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let shown = self.iter().flat_map(|it| &it.shows).map(String::as_str);
        shown.chain([PUBLIC, INTERNAL])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;

    fn place() -> Span {
        Span::start_of(FileId::of("handbook.yml"))
    }

    fn edition(slug: &str, shows: &[&str]) -> Edition {
        let shows = shows.iter().map(|it| (*it).to_owned()).collect();
        Edition { slug: slug.to_owned(), shows, noindex: false, span: place() }
    }

    fn visibility(words: &[&str]) -> Visibility {
        Visibility::new(words.iter().map(|it| (*it).to_owned()))
    }

    #[test]
    fn there_is_always_a_public_edition() {
        let slugs = |it: Vec<Edition>| {
            let editions = Editions::new(it, place());
            assert_eq!(editions.public().slug, "public");
            editions.iter().map(|it| it.slug.clone()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(slugs(Vec::new()), "public internal");
        assert_eq!(slugs(vec![edition("board", &["board"])]), "board public");
        let written = ["staff", "public", "board"].map(|it| edition(it, &[]));
        assert_eq!(slugs(written.into()), "staff public board");
    }

    #[test]
    fn all_words_around_must_be_shown() {
        let board = edition("board", &["public", "board"]);
        assert!(board.shows(&visibility(&[])) && board.shows(&visibility(&["public", "board"])));
        let inside = visibility(&["board"]).within(&visibility(&["internal"]));
        assert_eq!(inside.words(), ["internal", "board"]);
        assert!(!board.shows(&inside));
        // What everybody may see is not seen by everybody inside of something that is not.
        assert!(!board.shows(&visibility(&["public"]).within(&visibility(&["internal"]))));
    }

    #[test]
    fn an_entry_is_hidden_with_its_field() {
        let hidden = |field, entry: Option<&str>| FieldVisibility {
            field,
            entry: entry.map(str::to_owned),
            visibility: visibility(&["internal"]),
            span: place(),
        };
        let page = PageVisibility {
            page: Visibility::default(),
            fields: vec![hidden("owner", None), hidden("scope", Some("teams"))],
        };
        assert!(!page.field("owner", None).is_public());
        assert!(!page.field("owner", Some("any")).is_public());
        assert!(!page.field("scope", Some("teams")).is_public());
        assert!(page.field("scope", Some("budget")).is_public());
        assert!(page.field("scope", None).is_public());
    }
}
