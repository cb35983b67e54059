//! The ledger of addresses over a handbook, as publishing would leave it.

use super::ledger::{PATH, lines};
use super::material::{handbook, options, text};
use super::places::assert_places;
use rolebook::pipeline::Pipeline;

/// The bytes are a ledger, and further files that begin with a line `//- path`.
pub fn published(data: &[u8]) {
    let content = handbook(PATH, &text(data));
    let once = Pipeline::once().ledger(&content, &options());
    assert_places(&once.diagnostics, &content.sources());
    let mut later = content;
    let file = later.texts.iter_mut().find(|it| it.path.as_str() == PATH).expect("it is there");
    let before = lines(&file.text);
    file.text = once.value.text.as_str().into();
    let again = Pipeline::once().ledger(&later, &options()).value;
    assert_eq!(again.n_new, 0, "what was recorded is not there:\n{}", again.text);
    assert_eq!(again.text, once.value.text, "it is never finished");
    let kept = lines(&again.text);
    for line in before {
        let is_it = kept.iter().any(|it| it.address == line.address);
        assert!(is_it, "{} is lost:\n{}", line.address, again.text);
    }
}
