//! What a person is told of the edition: how much it leaves out, and what `noindex` is not.

use super::console::say;
use crate::pipeline::Told;

/// Says what there is to know, in a line each; of an edition that hides nothing, nothing.
pub(super) fn tell(told: &Told) {
    let Told { edition, noindex, left_out } = told;
    if !left_out.is_nothing() {
        let way = match &left_out.shown_by {
            Some(it) => format!("`--edition {it}` shows {}", left_out.pronoun()),
            None => "no edition shows all of it".to_owned(),
        };
        say(format_args!("the {edition} edition leaves out {left_out}: {way}"));
    }
    if *noindex {
        say(format_args!(
            "the {edition} edition asks search engines to pass it by; that keeps nobody out: put it behind a login"
        ));
    }
}
