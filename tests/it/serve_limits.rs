//! The development server: whom it refuses, what it says with every answer, how much of it one client may take.

use crate::serve::{PAGE, server, show, site};
use crate::support::{Reply, ask, connect, get, request};
use rolebook::command::serve::{Limits, Server};
use rolebook::content::RelPath;
use rolebook::site::Payload;
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_millis(200);
const EVENTS: &str = "GET /__rolebook/events?after=";
const LOCAL: &str = " HTTP/1.1\r\nHost: localhost\r\n";

#[rustfmt::skip]
const OURS: [&str; 7] = [
    "localhost", "localhost:4000", "LOCALHOST", "127.0.0.1:80", "127.0.0.1:65535", "[::1]", "[::1]:4000",
];

#[rustfmt::skip]
const OTHERS: [&str; 23] = [
    "", ":4000", "evil.example", "evil.example:4000", "localhost.evil.example", "127.0.0.1.nip.io", "localhost.",
    "localhost.:4000", "localhost:", "localhost:65536", "localhost:+80", "localhost:80:80", "localhost:evil.example",
    "localhost@evil.example", "evil.example@localhost", "localhost, evil.example", "localhost evil.example",
    "127.1", "2130706433", "::1", "[::ffff:127.0.0.1]", "0.0.0.0", "\u{ff4c}ocalhost",
];

/// A server with limits of its own, and its address. The site is at the root.
fn within(limits: Limits) -> (Server, String) {
    let server = Server::within(limits, Some(0)).unwrap();
    show(&server, site(PAGE), "/");
    let root = server.url();
    (server, root)
}

/// A browser that shows what there is, and waits.
fn waiting(root: &str) -> TcpStream {
    let page = get(root, "/").body;
    let shown = page.split_once("reload.js?v=").unwrap().1.split_once('"').unwrap().0;
    ask(root, &format!("{EVENTS}{shown}{LOCAL}"))
}

/// What comes until the server ends it.
fn rest(mut stream: TcpStream) -> String {
    let mut bytes = Vec::new();
    match stream.read_to_end(&mut bytes) {
        Err(error) if error.kind() != ErrorKind::ConnectionReset => panic!("{error}"),
        _ => String::from_utf8_lossy(&bytes).into_owned(),
    }
}

/// Whether nothing comes for a while.
fn is_silent(mut stream: &TcpStream) -> bool {
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    let read = stream.read(&mut [0]);
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    read.is_err_and(|it| matches!(it.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut))
}

#[test]
fn only_this_machine_is_answered() {
    let (_server, root) = server("/handbook/");
    let status = |lines: &str| request(&root, lines).status;
    let host = |host: &str| status(&format!("GET /handbook/ HTTP/1.1\r\nHost: {host}\r\n"));
    for ours in OURS {
        assert_eq!(host(ours), 200, "{ours}");
    }
    for other in OTHERS {
        assert_eq!(host(other), 403, "{other}");
    }
    let events = "GET /handbook/__rolebook/events HTTP/1.1\r\nHost: evil.example\r\n";
    assert_eq!(status(events), 403);
}

#[test]
fn the_name_stands_in_one_place_or_is_the_same_in_all() {
    let (_server, root) = server("/handbook/");
    let status = |lines: &str| request(&root, lines).status;
    for (lines, expected) in [
        ("GET /handbook/ HTTP/1.1\r\n", 403),
        ("GET /handbook/ HTTP/1.0\r\n", 403),
        ("GET /handbook/ HTTP/1.0\r\nHost: localhost\r\n", 200),
        ("GET /handbook/ HTTP/1.0\r\nHost: evil.example\r\n", 403),
        ("GET /handbook/ HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n", 403),
        ("GET /handbook/ HTTP/1.1\r\nHost: evil.example\r\nHost: localhost\r\n", 403),
        ("GET /handbook/ HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n", 403),
        ("GET http://evil.example/handbook/ HTTP/1.1\r\nHost: localhost\r\n", 403),
        ("GET http://localhost@evil.example/handbook/ HTTP/1.1\r\nHost: localhost\r\n", 403),
        ("GET http://evil.example@localhost/handbook/ HTTP/1.1\r\nHost: localhost\r\n", 403),
        ("GET http://localhost/handbook/ HTTP/1.1\r\nHost: evil.example\r\n", 403),
        ("GET http://localhost/handbook/ HTTP/1.1\r\n", 403),
        ("GET http://localhost:4000/handbook/ HTTP/1.1\r\nHost: localhost:4000\r\n", 200),
        ("GET /handbook/ HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: localhost\r\n", 403),
        ("CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n", 405),
        ("CONNECT evil.example:80 HTTP/1.1\r\nHost: localhost\r\n", 403),
    ] {
        assert_eq!(status(lines), expected, "{lines}");
    }
}

#[test]
fn pages_of_other_sites_get_nothing_but_whoever_follows_a_link_does() {
    let (_server, root) = server("/handbook/");
    let status = |site: &str, mode: &str| {
        let who = format!("Sec-Fetch-Site: {site}\r\nSec-Fetch-Mode: {mode}\r\n");
        request(&root, &format!("GET /handbook/{LOCAL}{who}")).status
    };
    for site in ["cross-site", "same-site"] {
        assert_eq!(status(site, "navigate"), 200, "{site}");
        for mode in ["cors", "no-cors", "same-origin", "websocket", ""] {
            assert_eq!(status(site, mode), 403, "{site} {mode}");
        }
    }
    assert_eq!((status("same-origin", "cors"), status("none", "navigate")), (200, 200));
}

#[test]
fn nothing_is_changed_and_nothing_that_is_brought_along_is_read() {
    let (_server, root) = server("/handbook/");
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", "PROPFIND"] {
        let reply = request(&root, &format!("{method} /handbook/{LOCAL}"));
        assert_eq!((reply.status, reply.header("allow")), (405, "GET, HEAD"), "{method}");
    }
    // It is answered before a byte of it is there, and never waited for.
    let lines = format!("GET /handbook/{LOCAL}Content-Length: 1000000000\r\n");
    assert_eq!(request(&root, &lines).status, 200);
    let lines = format!("POST /handbook/{LOCAL}Expect: 100-continue\r\nContent-Length: 9\r\n");
    assert_eq!(request(&root, &lines).status, 405);
}

#[test]
fn every_answer_says_that_it_is_of_the_moment_and_of_this_site() {
    let (_server, root) = server("/handbook/");
    for (lines, status) in [
        ("GET /handbook/", 200),
        ("HEAD /handbook/", 200),
        ("GET /handbook/assets/site.css", 200),
        ("GET /handbook/roles/x/team.png", 200),
        ("GET /handbook/__rolebook/reload.js", 200),
        ("GET /handbook/__rolebook/events?after=", 200),
        ("GET /handbook/roles/x", 307),
        ("GET /handbook/nowhere/", 404),
        ("POST /handbook/", 405),
    ] {
        says_enough(&request(&root, &format!("{lines}{LOCAL}")), status, lines);
    }
    let refused = request(&root, "GET /handbook/ HTTP/1.1\r\nHost: evil.example\r\n");
    says_enough(&refused, 403, "another name");
    let empty = Server::start(Some(0)).unwrap();
    says_enough(&get(&empty.url(), "/"), 500, "nothing to show");
}

fn says_enough(reply: &Reply, status: u16, what: &str) {
    assert_eq!(reply.status, status, "{what}");
    assert_eq!(reply.header("cache-control"), "no-store", "{what}");
    assert_eq!(reply.header("x-content-type-options"), "nosniff", "{what}");
    assert_eq!(reply.header("cross-origin-resource-policy"), "same-origin", "{what}");
    assert!(!reply.header("content-type").is_empty(), "{what}");
    for name in ["etag", "last-modified", "expires", "access-control-allow-origin"] {
        assert_eq!(reply.header(name), "", "{what}: {name}");
    }
}

#[test]
fn a_request_has_a_head_of_reasonable_length() {
    let (_server, root) = server("/handbook/");
    let long = "x".repeat(64 * 1024);
    for lines in [
        format!("GET /handbook/{LOCAL}X-Long: {long}\r\n"),
        format!("GET /handbook/?{long}{LOCAL}"),
        format!("GET /handbook/{LOCAL}{}", "X-Many: x\r\n".repeat(200)),
    ] {
        let mut stream = connect(&root);
        // It may be cut off before all of it is sent.
        let _ = stream.write_all(format!("{lines}\r\n").as_bytes());
        let answer = rest(stream);
        assert!(!answer.contains(" 200 "), "{answer}");
    }
    assert_eq!(get(&root, "/handbook/").status, 200);
}

#[test]
fn whoever_does_not_ask_is_cut_off() {
    let (_server, root) = within(Limits { patience: PATIENCE, ..Limits::default() });
    assert_eq!(rest(connect(&root)), "", "silence");

    let mut half = connect(&root);
    half.write_all(b"GET / HTTP/1.1\r\nHost: loc").unwrap();
    assert_eq!(rest(half), "", "half a request");

    // A byte now and then is no request either.
    let (mut slow, start) = (connect(&root), Instant::now());
    slow.set_read_timeout(Some(PATIENCE / 10)).unwrap();
    while slow.write_all(b"G").is_ok() && slow.read(&mut [0]).is_err_and(|it| is_timeout(&it)) {
        assert!(start.elapsed() < Duration::from_secs(20), "byte by byte");
    }

    // The first answer gives time for a second request, and no more.
    let mut again = connect(&root);
    again.write_all(format!("GET /assets/site.css{LOCAL}\r\n").as_bytes()).unwrap();
    let answer = rest(again);
    assert!(answer.starts_with("HTTP/1.1 200 ") && answer.ends_with("body {}"), "{answer}");
}

fn is_timeout(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut)
}

#[test]
fn whoever_does_not_take_the_answer_makes_room() {
    let (server, root) = within(Limits { patience: PATIENCE, connections: 1 });
    let mut large = site(PAGE);
    // More than a connection holds on its own.
    large.files[5].payload = Payload::from("x".repeat(64_000_000));
    large.files[5].path = RelPath::new("roles/x/team.png").unwrap();
    show(&server, large, "/");
    let taker = ask(&root, &format!("GET /roles/x/team.png{LOCAL}"));
    assert_eq!(get(&root, "/").status, 200, "the only place is free again");
    assert!(rest(taker).len() < 64_000_000);
}

#[test]
fn no_more_connections_than_there_is_room_for_and_each_gives_its_place_back() {
    let (server, root) = within(Limits { connections: 2, patience: Duration::from_secs(60) });
    let browsers = [waiting(&root), waiting(&root)];
    let third = ask(&root, &format!("GET /{LOCAL}"));
    assert!(is_silent(&third), "there is no place");
    show(&server, site("<html><body>Changed</body></html>"), "/");
    assert!(Reply::from(third).body.contains("Changed"));
    drop(browsers);

    // Who hangs up while waiting is not waited for.
    for _ in 0..5 {
        drop([waiting(&root), waiting(&root)]);
        assert_eq!(get(&root, "/").status, 200);
    }
}

#[test]
fn to_wait_for_the_next_build_is_not_slow() {
    let (server, root) = within(Limits { patience: PATIENCE, ..Limits::default() });
    let browser = waiting(&root);
    for _ in 0..3 {
        assert_eq!(rest(connect(&root)), "", "meanwhile others are cut off");
    }
    show(&server, site("<html><body>Changed</body></html>"), "/");
    assert_eq!(Reply::from(browser).status, 200);
}
