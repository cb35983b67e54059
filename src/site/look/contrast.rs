//! Whether what a handbook sets can be read, and what could be instead.

use super::palette::{Palette, Partner};
use super::problem::{self, Unreadable};
use crate::colour::{Choice, Colour, Scheme, Schemes};
use crate::diagnostic::{Diagnostic, Spanned};

/// The colours that a handbook sets, by the name of their token.
pub(super) type Written = [(String, Choice<Spanned<Colour>>)];

/// Both accents, of the hue of one colour: itself where links in it can be read, else the nearest
/// shade. The author is told where readers see another colour than the one that is written; that a
/// dark ground asks for another one, everybody expects.
pub(super) fn accents(
    written: &Spanned<Colour>,
    palette: &Palette,
    notes: &mut Vec<Diagnostic>,
) -> Schemes<Colour> {
    let colour = written.value;
    let grounds = |scheme| {
        let partners = palette.partners("accent", scheme).into_iter();
        partners.filter(|it| it.is_ground).collect::<Vec<_>>()
    };
    let accents = Schemes::of(|it| nearest(colour, &grounds(it)).unwrap_or(colour));
    if accents.light != colour {
        let pair = unreadable("accent", colour, &grounds(Scheme::Light));
        notes.extend(pair.map(|it| problem::accent_changed(written.span, it, accents.light)));
    }
    accents
}

/// An error for each colour that the handbook sets and that cannot be read, or read on. Of two that it
/// sets, the text is to blame.
pub(super) fn check(written: &Written, palette: &Palette, notes: &mut Vec<Diagnostic>) {
    let is_set = |name: &str| written.iter().any(|(it, _)| it == name);
    for (name, colours) in written {
        let own = |scheme| {
            let partners = palette.partners(name, scheme).into_iter();
            partners.filter(|it| it.is_ground || !is_set(it.name)).collect::<Vec<_>>()
        };
        let shade = |it| nearest(colours.get(it).value, &own(it));
        let complaint = |scheme| {
            let Spanned { value, span } = *colours.get(scheme);
            let pair = unreadable(name, value, &own(scheme))?;
            let instead = match colours {
                Choice::Same(_) => Schemes::of(shade).together().map(Choice::Each),
                Choice::Each(_) => shade(scheme).map(Choice::Same),
            };
            Some(problem::low_contrast(span, (pair, scheme), instead))
        };
        let complaints = Scheme::BOTH.into_iter().filter_map(complaint);
        match colours {
            // One colour, one complaint.
            Choice::Same(_) => notes.extend(complaints.take(1)),
            Choice::Each(_) => notes.extend(complaints),
        }
    }
}

/// The nearest shade that goes with all of them.
fn nearest(colour: Colour, partners: &[Partner]) -> Option<Colour> {
    colour.nearest(|it| partners.iter().all(|partner| it.is_readable_on(partner.colour)))
}

/// The first that it does not go with.
fn unreadable<'a>(name: &'a str, colour: Colour, partners: &[Partner]) -> Option<Unreadable<'a>> {
    let other = partners.iter().find(|it| !colour.is_readable_on(it.colour))?;
    Some(Unreadable { name, colour, other: *other })
}
