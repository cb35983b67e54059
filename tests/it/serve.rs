//! The development server: what it answers, and how browsers learn of changes. Whom it refuses: `serve_limits.rs`.

use crate::support::{Project, Reply, ask, get, head, within_deadline};
use rolebook::command::serve::{Ahead, Server, Watch};
use rolebook::content::RelPath;
use rolebook::site::{OutputFile, Payload, Site};
use std::fs;
use std::path::Path;
use std::sync::Arc;

pub(crate) const PAGE: &str = "<!doctype html><html><body><h1>Home</h1></body></html>";

pub(crate) fn site(home: &str) -> Site {
    let files = [
        ("404.html", "<html><body>No such page</body></html>"),
        ("assets/site.css", "body {}"),
        ("guides/a b é/index.html", "<html><body>Guide</body></html>"),
        ("index.html", home),
        ("roles/x/index.html", "<html><body>X</body></html>"),
        ("roles/x/team.png", "not really"),
    ];
    let file = |&(path, text): &(&str, &str)| OutputFile {
        path: RelPath::new(path).unwrap(),
        payload: Payload::from(text.to_owned()),
    };
    Site { files: files.iter().map(file).collect() }
}

/// Pages that are there before the others: those of a site below `roles/`, but for one that fails.
struct Roles(Site);

impl Ahead for Roles {
    fn file(&self, path: &str) -> Option<Result<OutputFile, String>> {
        match path {
            "roles/y/index.html" => Some(Err("error[bad-template]: <no> value".to_owned())),
            _ => self.0.file(path).filter(|_| path.starts_with("roles/")).cloned().map(Ok),
        }
    }
}

pub(crate) fn show(server: &Server, site: Site, base: &str) {
    let shown = server.show(Arc::new(Roles(site.clone())), base);
    server.complete(shown, site);
}

/// A server that shows a site under a base path, and its address without it.
pub(crate) fn server(base: &str) -> (Server, String) {
    let server = Server::start(Some(0)).unwrap();
    show(&server, site(PAGE), base);
    let root = server.url().trim_end_matches(base).to_owned();
    (server, root)
}

/// The version of the page, as its script tag has it.
fn version(page: &Reply) -> String {
    let after = page.body.split_once("reload.js?v=").unwrap().1;
    after.split_once('"').unwrap().0.to_owned()
}

fn event(root: &str, after: &str) -> serde_json::Value {
    let reply = get(root, &format!("/handbook/__rolebook/events?after={after}"));
    assert_eq!(reply.header("content-type"), "application/json; charset=utf-8");
    serde_json::from_str(&reply.body).unwrap()
}

#[test]
fn pages_are_served_under_the_base_path() {
    let (server, root) = server("/handbook/");
    assert_eq!(server.url(), format!("{root}/handbook/"));
    assert!(root.starts_with("http://127.0.0.1:"));

    let page = get(&root, "/handbook/");
    assert_eq!((page.status, page.header("content-type")), (200, "text/html; charset=utf-8"));
    assert_eq!(page.header("cache-control"), "no-store");
    let script = format!(
        "<script src=\"/handbook/__rolebook/reload.js?v={}\" defer></script>\n</body>",
        version(&page)
    );
    assert_eq!(page.body, PAGE.replace("</body>", &script));

    let style = get(&root, "/handbook/assets/site.css");
    assert_eq!((style.status, style.header("content-type")), (200, "text/css; charset=utf-8"));
    assert_eq!(style.body, "body {}");
    assert_eq!(get(&root, "/handbook/roles/x/team.png").header("content-type"), "image/png");
    let script = get(&root, "/handbook/__rolebook/reload.js?v=1");
    assert_eq!(script.header("content-type"), "text/javascript; charset=utf-8");
}

#[test]
fn a_site_may_be_at_the_root() {
    let (server, root) = server("/");
    assert_eq!(server.url(), format!("{root}/"));
    assert!(get(&root, "/").body.contains("src=\"/__rolebook/reload.js"));
    assert_eq!(get(&root, "/roles/x").header("location"), "/roles/x/");
    assert_eq!(get(&root, "//roles/x").status, 404, "no redirect leaves this machine");

    show(&server, site(PAGE), "/a\"b&c/");
    let page = get(&root, "/a\"b&c/").body;
    assert!(page.contains("src=\"/a&quot;b&amp;c/__rolebook"), "a path is no part of the markup");
    show(&server, site(PAGE), "//evil.example/");
    assert_eq!(get(&root, "/").header("location"), "/evil.example/");
}

#[test]
fn addresses_lead_to_their_folder() {
    let (_server, root) = server("/handbook/");
    let location = |path| {
        let reply = get(&root, path);
        assert_eq!(reply.status, 307, "{path}");
        reply.header("location").to_owned()
    };
    assert_eq!(location("/"), "/handbook/");
    assert_eq!(location("/handbook"), "/handbook/");
    assert_eq!(location("/handbook/roles/x"), "/handbook/roles/x/");
    assert_eq!(location("/handbook/roles/x?y=1&z"), "/handbook/roles/x/?y=1&z");
    assert_eq!(location("/handbook/guides/a%20b%20%C3%A9"), "/handbook/guides/a%20b%20%C3%A9/");
    assert!(get(&root, "/handbook/guides/a%20b%20%c3%a9/").body.contains("Guide"));
}

#[test]
fn what_is_not_there_gets_the_sites_own_page() {
    let (_server, root) = server("/handbook/");
    let paths = [
        "/handbook/nowhere/",
        "/elsewhere",
        "/handbook/%ff",
        "/handbook/%",
        "/handbook/../../../etc/passwd",
        "/handbook/%2e%2e/%2e%2e/etc/passwd",
        "/handbook/%252e%252e/%252e%252e/etc/passwd",
        "/handbook/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd",
        "/handbook/..%5c..%5csecret",
        "/handbook/..\\..\\secret",
        "/handbook/index.html%00.css",
        "/handbook//etc/passwd",
        "/handbook/file:///etc/passwd",
        "/handbook/roles/",
        "/handbook/roles/x/../x/",
        "/handbook/assets",
    ];
    for path in paths {
        let page = get(&root, path);
        assert_eq!(page.status, 404, "{path}");
        assert!(page.body.contains("No such page"), "{path}");
    }
}

#[test]
fn a_head_has_no_body() {
    let (server, root) = server("/handbook/");
    let (whole, only_head) = (get(&root, "/handbook/"), head(&root, "/handbook/"));
    assert_eq!((only_head.status, only_head.body.as_str()), (200, ""));
    assert_eq!(only_head.header("content-length"), whole.header("content-length"));
    show(&server, site(""), "/handbook/");
    let (whole, then) = (get(&root, "/handbook/"), head(&root, "/handbook/"));
    assert_eq!(then.header("content-length"), whole.header("content-length"));
    assert_ne!(then.header("content-length"), only_head.header("content-length"));
}

#[test]
fn a_browser_hears_of_the_next_build() {
    let (server, root) = server("/handbook/");
    let shown = version(&get(&root, "/handbook/"));
    let lines =
        format!("GET /handbook/__rolebook/events?after={shown} HTTP/1.1\r\nHost: localhost\r\n");
    let waiting = ask(&root, &lines);
    show(&server, site("<html><body>Changed</body></html>"), "/handbook/");
    let news = Reply::from(waiting);
    let news: serde_json::Value = serde_json::from_str(&news.body).unwrap();
    assert_eq!(news["report"], serde_json::Value::Null);

    let page = get(&root, "/handbook/");
    assert!(page.body.contains("Changed"));
    assert_eq!(news["version"], version(&page), "that the site is whole was no news");
}

#[test]
fn pages_are_shown_before_the_whole_site_is_there() {
    let (server, root) = server("/handbook/");
    let before = get(&root, "/handbook/roles/x/");
    let changed = "<html><body>Changed</body></html>";
    let mut next = site(changed);
    next.files[4].payload = Payload::from(changed.to_owned());
    let shown = server.show(Arc::new(Roles(next.clone())), "/handbook/");

    let page = get(&root, "/handbook/roles/x/");
    assert!(page.body.contains("Changed") && version(&page) != version(&before));
    assert_eq!(get(&root, "/handbook/roles/x").header("location"), "/handbook/roles/x/");
    let fault = get(&root, "/handbook/roles/y/");
    assert_eq!(fault.status, 500);
    assert!(fault.body.contains("error[bad-template]: &lt;no> value"), "{}", fault.body);

    // Only the whole site can tell.
    let waiting = ["/handbook/", "/handbook/nowhere/"]
        .map(|path| ask(&root, &format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n")));
    server.complete(shown, next);
    let [home, nowhere] = waiting.map(Reply::from);
    assert!(home.body.contains("Changed"));
    assert_eq!((nowhere.status, nowhere.body.contains("No such page")), (404, true));
    assert_eq!(
        version(&get(&root, "/handbook/")),
        version(&page),
        "and for browsers it is no news"
    );
}

#[test]
fn what_turns_out_unsound_gives_way_to_the_last_good_site() {
    let (server, root) = server("/handbook/");
    let mut next = site(PAGE);
    next.files[4].payload = Payload::from("<html><body>Leaked</body></html>".to_owned());
    let old = server.show(Arc::new(Roles(next.clone())), "/handbook/");
    let shown = server.show(Arc::new(Roles(next.clone())), "/handbook/");
    server.complete(old, site("never shown"));
    server.withdraw(shown, "error[leaked-text]".to_owned());

    let page = get(&root, "/handbook/roles/x/");
    assert!(page.body.contains(">X<"), "{}", page.body);
    assert_eq!(event(&root, &version(&page))["report"], "error[leaked-text]");
    assert!(get(&root, "/handbook/").body.contains("Home"), "what is older cannot be completed");

    // The old site is where it was made for.
    let shown = server.show(Arc::new(Roles(next)), "/moved/");
    assert_eq!(get(&root, "/moved/roles/x/").status, 200);
    assert!(server.withdraw(shown, "error[leaked-text]".to_owned()));
    assert_eq!(get(&root, "/").header("location"), "/handbook/");
    assert!(!server.withdraw(shown, "twice".to_owned()), "and that only once");
}

#[test]
fn a_report_lies_over_the_last_good_site_until_it_is_mended() {
    let (server, root) = server("/handbook/");
    let shown = version(&get(&root, "/handbook/"));
    server.report("error[unknown-role]: <cto>".to_owned());
    let news = event(&root, &shown);
    assert_eq!(news["report"], "error[unknown-role]: <cto>");

    let page = get(&root, "/handbook/");
    assert_eq!((page.status, version(&page)), (200, shown), "a page opened now hears of it, too");
    assert!(page.body.contains("Home"));

    show(&server, site(PAGE), "/handbook/");
    let mended = event(&root, news["version"].as_str().unwrap());
    assert_eq!(mended["report"], serde_json::Value::Null);
}

#[test]
fn a_first_build_that_fails_is_shown_as_a_page() {
    let server = Server::start(Some(0)).unwrap();
    server.report("error[no-content]: <nothing> here".to_owned());
    let root = server.url();
    let page = get(&root, "/anything/");
    assert_eq!((page.status, page.header("content-type")), (500, "text/html; charset=utf-8"));
    assert!(page.body.contains("error[no-content]: &lt;nothing> here"));
    let shown = version(&page);

    show(&server, site(PAGE), "/handbook/");
    let news = get(&root, &format!("/__rolebook/events?after={shown}"));
    assert_eq!(news.status, 200, "the page does not know yet that the site moved");
    assert_eq!(get(&root, "/").header("location"), "/handbook/");
}

#[test]
fn a_port_that_is_taken_is_named() {
    let taken = Server::start(Some(0)).unwrap();
    let port = taken.url().trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();
    let error = Server::start(Some(port)).err().unwrap();
    assert!(format!("{error:#}").contains(&format!("cannot listen on port {port}")));

    let (first, second) = (Server::start(None).unwrap(), Server::start(None).unwrap());
    assert_ne!(first.url(), second.url(), "without a wish, the next free one will do");
}

/// Begins to watch, does something, and expects to hear of it.
fn is_noticed(project: &Project, change: impl FnOnce()) {
    let mut watch = Watch::start(project.root(), &project.path("public")).unwrap();
    change();
    within_deadline("a change", move || watch.wait().unwrap());
}

#[test]
fn changes_are_noticed_however_an_editor_saves() {
    let project = Project::new().file("content/a.md", "1");
    is_noticed(&project, || project.write("content/a.md", "2"));
    is_noticed(&project, || {
        project.write("content/.a.md.new", "3");
        fs::rename(project.path("content/.a.md.new"), project.path("content/a.md")).unwrap();
    });
    is_noticed(&project, || fs::remove_file(project.path("content/a.md")).unwrap());
    is_noticed(&project, || project.write("themes/default/base.html", ""));
    let plain = Project::new().file("README.md", "1");
    is_noticed(&plain, || plain.write("engineering/senior.md", "2"));
}

#[test]
fn folders_that_come_later_are_watched() {
    let project = Project::new().file("content/a.md", "1");
    let mut watch = Watch::start(project.root(), &project.path("public")).unwrap();
    for (folder, file) in [("content/new/deep", "b.md"), ("themes/default", "base.html")] {
        fs::create_dir_all(project.path(folder)).unwrap();
        watch = waited(watch);
        project.write(&format!("{folder}/{file}"), "2");
        watch = waited(watch);
    }
    // As `git checkout` does: the whole folder goes and comes back.
    fs::rename(project.path("content"), project.path(".away")).unwrap();
    watch = waited(watch);
    fs::rename(project.path(".away"), project.path("content")).unwrap();
    watch = waited(watch);
    project.write("content/a.md", "3");
    waited(watch);
}

fn waited(mut watch: Watch) -> Watch {
    within_deadline("a change", move || {
        watch.wait().unwrap();
        watch
    })
}

#[test]
fn what_we_read_and_write_ourselves_is_no_change() {
    let project = Project::new().file("content/a.md", "1").file("public/index.html", "");
    let mut watch = Watch::start(project.root(), &project.path("public")).unwrap();
    assert_eq!(project.text("content/a.md"), "1");
    project.write("public/index.html", "new");
    project.write("content/.a.md.swp", "");
    project.write("content/a.md~", "");
    project.write("content/b.md", "2");
    let changed = within_deadline("a change", move || watch.wait().unwrap());
    assert_eq!(
        Vec::from_iter(changed),
        [project.root().canonicalize().unwrap().join("content/b.md")]
    );
}

#[cfg(unix)]
#[test]
fn links_are_followed_inside_the_project_only() {
    use std::os::unix::fs::symlink;
    let elsewhere = Project::new().file("a.md", "1");
    let project = Project::new().file("content/a.md", "1").file("shared/a.md", "1");
    symlink(elsewhere.root(), project.path("content/elsewhere")).unwrap();
    symlink("../shared", project.path("content/shared")).unwrap();
    let mut watch = Some(Watch::start(project.root(), &project.path("public")).unwrap());
    let mut next = |change: &dyn Fn()| {
        change();
        let mut waiting = watch.take().unwrap();
        let (waited, changed) = within_deadline("a change", move || {
            let changed = waiting.wait().unwrap();
            (waiting, changed)
        });
        watch = Some(waited);
        let project = project.root().canonicalize().unwrap();
        Vec::from_iter(changed.iter().map(|it| it.strip_prefix(&project).unwrap().to_owned()))
    };
    let changed = next(&|| {
        elsewhere.write("a.md", "2");
        project.write("content/a.md", "2");
    });
    assert_eq!(changed, [Path::new("content/a.md")]);
    assert_eq!(next(&|| project.write("shared/a.md", "2")), [Path::new("shared/a.md")]);

    // What comes later is followed as well.
    project.write("later/a.md", "1");
    next(&|| symlink("../later", project.path("content/later")).unwrap());
    assert_eq!(next(&|| project.write("later/a.md", "2")), [Path::new("later/a.md")]);
}
