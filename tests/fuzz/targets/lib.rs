//! What is fuzzed: functions from bytes to nothing, which panic when something does not hold.
//!
//! In: any bytes. Out: nothing. Each calls what is public in the library, and asserts what has to be true
//! whatever the bytes are. The programs in `../bins` call them without end; `tests/it/fuzz.rs` is built of
//! the same files and replays the seeds, so nothing here may need more than the library.

mod front_matter;
mod ledger;
mod links;
mod material;
mod paths;
mod places;
mod prose;
mod published;
mod sections;
mod site;
mod theme;
mod yaml;

pub use front_matter::front_matter;
pub use ledger::ledger;
pub use links::links;
pub use paths::paths;
pub use prose::prose;
pub use published::published;
pub use sections::sections;
pub use site::site;
pub use theme::theme;
pub use yaml::yaml;

/// Panics when something does not hold of the bytes.
pub type Target = fn(&[u8]);

/// All of them, by the names of their programs and of the folders of their seeds.
pub const TARGETS: [(&str, Target); 10] = [
    ("front_matter", front_matter),
    ("ledger", ledger),
    ("links", links),
    ("paths", paths),
    ("prose", prose),
    ("published", published),
    ("sections", sections),
    ("site", site),
    ("theme", theme),
    ("yaml", yaml),
];
