//! A leaf becomes files: the page in its template, the same as data, and the picture of the page.
//!
//! In: what is planned. Out: files, each handed out as soon as it is finished, and what is to be
//! remembered of the page.

use super::shelf::{Origin, Shelf};
use super::{Dress, OutputFile, Payload, Take, export};
use crate::content::RelPath;
use crate::diagnostic::{Checked, Diagnostic};
use crate::labels::Labels;
use crate::memo::Memo;
use crate::page::{Address, Body, Page, Pages, Planned, Sheet};
use crate::picture::card::{Card, Poster};
use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// A page as HTML, or empty with the reason why. Depends on nothing but the page and the theme: a
/// memo of these serves one theme.
pub type Rendered = Checked<Arc<[u8]>>;

/// What a page says, told from what it said before: where it is, and a hash of all of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Version(Address, u64);

/// The names of a sheet's files, in the order in which [`texts`] writes them.
pub(super) const SHEET: [&str; 3] = ["index.json", "index.csv", "index.md"];

/// Where the files of a leaf go; without those whose place another file has.
pub(super) struct Places {
    page: Option<RelPath>,
    sheet: Vec<Option<RelPath>>,
    card: Option<RelPath>,
}

/// What is remembered of a page when its files are gone.
pub(super) struct Printed {
    /// The address for the sitemap, unless it is to be passed by.
    pub(super) listed: Option<String>,
    /// What went wrong, with the path of the page.
    pub(super) faults: Vec<(Diagnostic, String)>,
}

/// What leaves are printed with.
pub(super) struct Press<'a> {
    pub(super) pages: &'a Pages<'a>,
    pub(super) dress: &'a Dress,
    pub(super) memo: &'a Memo<Version, Rendered>,
    pub(super) take: &'a dyn Take,
}

/// The places of all leaves, in the order of the plan.
pub(super) fn places(pages: &Pages<'_>, shelf: &mut Shelf<'_>) -> Vec<Places> {
    let plan = pages.plan().iter().enumerate();
    let plan: Vec<_> = plan
        .map(|(index, it)| (it, shelf.claim(&it.address.file(), Origin::Page(index))))
        .collect();
    let beside = plan.into_iter().map(|(it, page)| Places {
        page,
        sheet: SHEET
            .iter()
            .filter(|_| it.has_sheet)
            .map(|name| shelf.claim(&it.address.beside(name), Origin::Export))
            .collect(),
        card: it.card.as_ref().and_then(|it| shelf.claim(it, Origin::Card)),
    });
    beside.collect()
}

impl Press<'_> {
    /// Makes every leaf and all of its files, as long as they are wanted.
    pub(super) fn print(&self, places: &[Places]) -> Vec<Printed> {
        let plan = self.pages.plan().par_iter().zip(places);
        let wanted = plan.filter(|_| !self.take.is_done());
        wanted.map(|(planned, places)| self.leaf(planned, places)).collect()
    }

    fn leaf(&self, planned: &Planned, places: &Places) -> Printed {
        let leaf = self.pages.leaf(planned);
        let html = self.memo.get_or(|| Version::of(&leaf.page), || html(self.dress, &leaf.page));
        self.hand_out(places.page.as_ref(), || Payload::Bytes(html.value));
        let texts = leaf.sheet.iter().flat_map(|it| texts(it, self.pages.labels));
        for (place, text) in places.sheet.iter().zip(texts) {
            self.hand_out(place.as_ref(), || Payload::from(text));
        }
        if let Some(card) = &leaf.card {
            self.hand_out(places.card.as_ref(), || picture(card));
        }
        let page = leaf.page;
        let is_listed = !page.noindex && !matches!(page.body, Body::Missing);
        let path = page.address.file();
        Printed {
            listed: page.canonical.filter(|_| is_listed),
            faults: html.diagnostics.into_iter().map(|it| (it, path.clone())).collect(),
        }
    }

    fn hand_out(&self, place: Option<&RelPath>, payload: impl FnOnce() -> Payload) {
        if let Some(path) = place {
            self.take.take(OutputFile { path: path.clone(), payload: payload() });
        }
    }
}

/// The page in its template.
pub(super) fn html(dress: &Dress, page: &Page) -> Rendered {
    let structured = export::structured(&page.structured);
    match dress.templates.render(template(&page.body), page, structured) {
        Ok(html) => Checked { value: html.into_bytes().into(), diagnostics: Vec::new() },
        Err(fault) => Checked { value: Arc::default(), diagnostics: vec![fault] },
    }
}

/// A sheet in all of its notations.
pub(super) fn texts(sheet: &Sheet, labels: &Labels) -> [String; SHEET.len()] {
    match sheet {
        Sheet::Ladder(it) => {
            [export::data(it), export::ladder::csv(it), export::ladder::markdown(it, labels)]
        }
        Sheet::Comparison(it) => [
            export::data(it),
            export::comparison::csv(it),
            export::comparison::markdown(it, labels),
        ],
    }
}

/// Arranged, which is quick and tells whether anything has changed; drawn by whoever needs it.
pub(super) fn picture(card: &Card) -> Payload {
    Payload::Card(Arc::new(Poster::new(card)))
}

impl Version {
    fn of(page: &Page) -> Version {
        let mut hasher = DefaultHasher::new();
        page.hash(&mut hasher);
        Version(page.address.clone(), hasher.finish())
    }
}

/// The template that shows a page.
fn template(body: &Body) -> &'static str {
    match body {
        Body::Home(_) => "home.html",
        Body::Family(_) => "family.html",
        Body::Role(_) => "role.html",
        Body::Compare(_) => "compare.html",
        Body::Comparisons(_) => "comparisons.html",
        Body::Competencies(_) => "competencies.html",
        Body::Competency(_) => "competency.html",
        Body::Guides(_) => "guides.html",
        Body::Guide(_) => "guide.html",
        Body::Glossary(_) => "glossary.html",
        Body::Index(_) => "index.html",
        Body::Freshness(_) => "freshness.html",
        Body::Vacancies(_) => "vacancies.html",
        Body::Vacancy(_) => "vacancy.html",
        Body::Moved(_) => "moved.html",
        Body::Gone(_) => "gone.html",
        Body::Search => "search.html",
        Body::Missing => "missing.html",
    }
}
