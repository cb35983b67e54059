//! What is published for programs is a promise: its schemas change only on purpose.

use crate::support::{Project, assert_expected, below_tests};
use rolebook::page::VERSION;

/// Who changes one of these files by more than an addition raises `VERSION`, which renames the
/// folder, and tells users in the changelog.
#[test]
fn a_schema_is_a_promise() {
    let project = Project::new();
    for kind in ["handbook", "role", "comparison", "ladder", "changes"] {
        let schema = project.run(&["schema", kind]).ends_with(0).out;
        assert_expected(&below_tests(&format!("schemas/{VERSION}/{kind}.json")), &schema);
    }
    let default = project.run(&["schema"]).ends_with(0).out;
    assert_eq!(default, project.run(&["schema", "handbook"]).out);
    assert!(project.run(&["schema", "roles"]).ends_with(2).err.contains("role"));
}
