//! Drawings that are more, written in every way that a browser understands.

use super::{Act, acts};
use proptest::prelude::{any, prop_assert, proptest};

const START: &str = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' \
                     xmlns:h='http://www.w3.org/1999/xhtml'>";

/// What is found in a drawing that holds `inside`: each kind, and the words that say so.
fn found(inside: &str) -> Vec<(Act, String)> {
    said_by(&format!("{START}{inside}</svg>"))
}

fn said_by(text: &str) -> Vec<(Act, String)> {
    let found = acts(text.as_bytes()).into_iter();
    found.map(|(act, at)| (act, text.get(at).unwrap().to_owned())).collect()
}

fn only(act: Act, words: &str) -> Vec<(Act, String)> {
    vec![(act, words.to_owned())]
}

#[test]
fn what_draws_is_inert() {
    for inside in [
        "<path d='M0 0(1)' fill='url(#gradient)' style='filter: url( \"#blur\" )'/>",
        "<use href='#part'/><use xlink:href=' #part '/><textPath xlink:href=''/>",
        "<a href='https://a.example/?b=javascript:c'><text>x</text></a><a href='../roles/#a:b'/>",
        "<a xlink:href='MAILTO:a@b.example'/><a href='roles/a:b'/>",
        "<image href='data:image/png;base64,AAAA'/>",
        "<style>@media print { a { fill: red } } @font-face { src: url(data:font/woff2,x) }</style>",
        "<style>/* &lt;script> */ .on { content: '\\201C' }</style>",
        "<!-- <script>x</script> <a onclick='x'/> --><text>on load = javascript:x</text>",
        "<title>url(x)</title><desc>&lt;script></desc><text xml:lang='en' id='onload'>x</text>",
        "<animate attributeName='fill' to='red'/><set attributeName='x' to='1'/>",
        "<metadata><r:RDF xmlns:r='urn:r' r:about='https://a.example'/></metadata>",
        "<?editor url(x)?>",
    ] {
        assert_eq!(found(inside), [], "{inside}");
    }
    let adobe = "<?xml version='1.0' encoding='UTF-8'?><!DOCTYPE svg [<!ENTITY ns 'http://www.w3.org/2000/svg'>]>\
                 <svg xmlns='&ns;'/>";
    assert_eq!(said_by(adobe), []);
    assert_eq!(said_by("version https://git-lfs.github.com/spec/v1"), []);
}

#[test]
fn code_is_found_however_it_is_written() {
    for (inside, act, words) in [
        ("<g><script href='#a'/></g>", Act::Script, "<script"),
        ("<script>x</script>", Act::Script, "<script"),
        ("<s:script xmlns:s='http://www.w3.org/2000/svg'/>", Act::Script, "<s:script"),
        ("<handler type='x'/>", Act::Script, "<handler"),
        ("<h:script/>", Act::Script, "<h:script"),
        ("<g onload='x'/>", Act::Handler, "onload='x'"),
        ("<animate  onbegin = \"x\"/>", Act::Handler, "onbegin = \"x\""),
        ("<foreignObject\n/>", Act::Html, "<foreignObject"),
        ("<h:iframe/>", Act::Html, "<h:iframe"),
        ("<p xmlns='http://www.w3.org/1999/xhtml'/>", Act::Html, "<p"),
        ("<a href='javascript:x'/>", Act::Link, "href='javascript:x'"),
        (
            "<a xlink:href=' Java&#10;Script&#x3a;x'/>",
            Act::Link,
            "xlink:href=' Java&#10;Script&#x3a;x'",
        ),
        ("<a href='data:text/html,x'/>", Act::Link, "href='data:text/html,x'"),
        ("<a href='vbscript:x'/>", Act::Link, "href='vbscript:x'"),
        ("<a><set attributeName='href' to='x'/></a>", Act::Link, "attributeName='href'"),
        ("<animate attributeName=' xlink:href'/>", Act::Link, "attributeName=' xlink:href'"),
    ] {
        assert_eq!(found(inside), only(act, words), "{inside}");
    }
}

#[test]
fn other_files_are_found_however_they_are_asked_for() {
    for (inside, words) in [
        ("<image href='https://a.example/b.png'/>", "href='https://a.example/b.png'"),
        ("<image xlink:href='b.png'/>", "xlink:href='b.png'"),
        ("<use href='other.svg#a'/>", "href='other.svg#a'"),
        ("<use href='data:image/svg+xml,x#a'/>", "href='data:image/svg+xml,x#a'"),
        ("<feImage href='//a.example'/>", "href='//a.example'"),
        ("<g style='fill: URL( //a.example )'/>", "style='fill: URL( //a.example )'"),
        ("<g filter='url(a.svg#b)'/>", "filter='url(a.svg#b)'"),
        ("<g fill='\\75 rl(//a)'/>", "fill='\\75 rl(//a)'"),
        ("<style>a { fill: url('x') }</style>", "<style"),
        ("<style>@import '//a.example';</style>", "<style"),
        ("<style><![CDATA[ a { background: image-set('x' 1x) } ]]></style>", "<style"),
        ("<style>@\\69mport 'x'</style>", "<style"),
        ("<?xml-stylesheet href='x'?>", "<?xml-stylesheet"),
    ] {
        assert_eq!(found(inside), only(Act::Reference, words), "{inside}");
    }
    let before = format!("<?xml-stylesheet type='text/xsl' href='x'?>{START}</svg>");
    assert_eq!(said_by(&before), only(Act::Reference, "<?xml-stylesheet"));
}

#[test]
fn what_may_be_read_in_two_ways_is_a_riddle() {
    let riddle = |text: &str| said_by(text).first().map(|it| it.0);
    for text in [
        "<svg><path",
        "<svg></svg><script/>",
        "<?xml version='1.0' encoding='Shift_JIS'?><svg/>",
        "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'x'>]><svg/>",
        "<!DOCTYPE svg [<!ENTITY % a '&#60;!ATTLIST svg onload CDATA \"x\">'> %a;]><svg/>",
    ] {
        assert_eq!(riddle(text), Some(Act::Riddle), "{text}");
    }
    assert_eq!(acts(b"\xff\xfe<\0s\0").into_keys().collect::<Vec<_>>(), [Act::Riddle]);
    let hidden = format!("<!DOCTYPE svg [<!ENTITY a '<script/>'>]>{START}&a;</svg>");
    assert_eq!(said_by(&hidden), only(Act::Script, "<script"));
}

#[test]
fn each_kind_is_said_once_where_it_stands_first() {
    let twice = "<g onclick='1'/><script/><g onclick='2'/><script/>";
    assert_eq!(
        found(twice),
        [(Act::Script, "<script".into()), (Act::Handler, "onclick='1'".into())]
    );
}

proptest! {
    #[test]
    fn any_text_is_survived_and_places_are_within_it(text in any::<String>(), inside in any::<String>()) {
        for text in [text, format!("{START}{inside}</svg>"), format!("{START}<g {inside}")] {
            for at in acts(text.as_bytes()).into_values() {
                prop_assert!(text.get(at).is_some());
            }
        }
    }
}
