//! The index as a whole: what a browser is given.

use super::*;

fn entry(id: &str, title: &str, text: &str) -> Entry {
    Entry {
        kind: "role",
        id: id.to_owned(),
        address: format!("roles/{id}/"),
        title: title.to_owned(),
        passages: vec![Passage {
            anchor: "a".to_owned(),
            heading: "Day".to_owned(),
            text: text.to_owned(),
        }],
        ..Entry::default()
    }
}

fn fingerprint(bytes: &[u8]) -> String {
    format!("{:08x}", bytes.iter().fold(7_u32, |sum, it| sum.wrapping_mul(31) + u32::from(*it)))
}

fn files(entries: &[Entry]) -> Vec<IndexFile> {
    let mut files = index(entries, "en", &fingerprint);
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

#[test]
fn an_index_is_a_few_scripts() {
    let files = files(&[
        entry("lead", "Lead", "Leads a team, leading"),
        entry("sem", "Senior Manager", "manages </script><b> a team"),
    ]);
    let told: String = files.iter().map(|it| format!("{}\n{}\n", it.path, it.text)).collect();
    insta::assert_snapshot!(told, @r#"
    assets/search/first.cb1e3d.js
    rolebookSearch("first",{"words":"AaAbAdayAleadEingEsAmanagerGsAscriptBeniorAteam","forms":"00001101000","frequencies":"10100000001","names":{"runs":[["role","",2,"roles/","/"]],"titles":["Lead","Senior Manager"],"ids":[null,"sem"],"also":[[],[]]},"around":{"values":[],"of":[]},"family":{"values":[],"of":[]},"track":{"values":[],"of":[]},"level":{"values":[],"of":[]},"shards":{"from":[0],"names":"ca27cf"},"texts":{"sizes":[[1,2]],"names":"63def38d1951"}})

    assets/search/index.js
    rolebookSearch("index","cb1e3d")

    assets/search/pages/role/lead.63def3.js
    rolebookSearch("pages/role/lead",[["",[["a","Leads a team, leading","Day"]]]])

    assets/search/pages/role/sem.8d1951.js
    rolebookSearch("pages/role/sem",[["",[["a","manages </script><b> a team","Day"]]]])

    assets/search/words/0.ca27cf.js
    rolebookSearch("words/0",["CB,B1,EE,G,C,C,G1,B1,B1,G1,CB","11,1,11,0,1,1,0,1,1,0,11"])
    "#);
}

#[test]
fn a_change_of_one_page_leaves_the_texts_of_others_alone() {
    let before = files(&[entry("a", "A", "one"), entry("b", "B", "two")]);
    let after = files(&[entry("a", "A", "one more"), entry("b", "B", "two")]);
    let of_b = |files: &[IndexFile]| {
        files.iter().find(|it| it.path.contains("pages/role/b.")).cloned().expect("a text of b")
    };
    assert_eq!(of_b(&before), of_b(&after));
    assert_ne!(before, after);
}

#[test]
fn an_empty_handbook_has_an_index_too() {
    let files = files(&[]);
    assert_eq!(files.len(), 2, "{files:?}");
}
