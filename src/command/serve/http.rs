//! Serves pages and a [`Site`] from memory, to this machine only. The only file that names the HTTP crates.

use super::view::{Ahead, Answer, View, Whole, is_events};
use crate::site::Site;
use anyhow::{Context, bail};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{Method, Response, StatusCode, Uri, header};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::{io, thread};
use tokio::sync::watch::{Receiver, Sender, channel};
use tokio::task::spawn_blocking;

const FIRST_PORT: u16 = 4000;
const LAST_PORT: u16 = 4010;

type Views = Receiver<Arc<View>>;

/// A server in a thread of its own. Every browser that shows a page waits for the next view.
pub struct Server {
    address: SocketAddr,
    views: Sender<Arc<View>>,
}

impl Server {
    /// Listens on `port`, or on the first free one of a few.
    pub fn start(port: Option<u16>) -> anyhow::Result<Server> {
        let listener = listen(port)?;
        let address = listener.local_addr()?;
        listener.set_nonblocking(true)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (views, seen) = channel(Arc::default());
        thread::spawn(move || runtime.block_on(run(listener, seen)));
        Ok(Server { address, views })
    }

    /// Where the site is, as a person opens it.
    pub fn url(&self) -> String {
        let base = self.views.borrow().base.clone();
        format!("http://{}{}", self.address, if base.is_empty() { "/" } else { &base })
    }

    /// Whether there is anything but a report.
    pub fn shows_pages(&self) -> bool {
        let view = self.views.borrow();
        view.site.is_some() || view.ahead.is_some()
    }

    /// Shows pages, in place of whatever was shown, while the rest of their site is made.
    pub fn show(&self, pages: Arc<dyn Ahead>, base_path: &str) -> Shown {
        let base = format!("/{}/", base_path.trim_matches('/')).replace("//", "/");
        self.change(|view| {
            view.version += 1;
            (view.since, view.base) = (view.version, base);
            (view.ahead, view.report) = (Some(pages), None);
        });
        Shown(self.views.borrow().since)
    }

    /// The whole site is there. For browsers that is no news. False where something newer is known.
    pub fn complete(&self, shown: Shown, site: Site) -> bool {
        self.change_if(shown, |view| {
            let base = view.base.clone();
            (view.site, view.ahead) = (Some(Whole { site: Arc::new(site), base }), None);
        })
    }

    /// There is something wrong with the site: the last good one is shown again, and the report over it.
    /// False where something newer is known.
    pub fn withdraw(&self, shown: Shown, report: String) -> bool {
        self.change_if(shown, |view| {
            view.ahead = None;
            view.version += 1;
            if let Some(whole) = &view.site {
                view.base = whole.base.clone();
            }
            // What is wrong with something newer counts more.
            view.report.get_or_insert(report);
        })
    }

    /// Lays a report over what is shown.
    pub fn report(&self, report: String) {
        self.change(|view| {
            view.version += 1;
            view.report = Some(report);
        });
    }

    fn change(&self, change: impl FnOnce(&mut View)) {
        self.views.send_modify(|view| change(Arc::make_mut(view)));
    }

    /// Changes the view, if that is still what it shows. Whether it is the last that is known.
    fn change_if(&self, Shown(since): Shown, change: impl FnOnce(&mut View)) -> bool {
        let mut is_last = false;
        self.views.send_if_modified(|view| {
            let is_shown = view.since == since && view.ahead.is_some();
            is_last = is_shown && view.report.is_none();
            if is_shown {
                change(Arc::make_mut(view));
            }
            is_shown
        });
        is_last
    }
}

/// Pages that were shown, by the version since which they were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown(u64);

fn listen(port: Option<u16>) -> anyhow::Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    if let Some(port) = port {
        return bind(port).with_context(|| format!("cannot listen on port {port}"));
    }
    for port in FIRST_PORT..=LAST_PORT {
        match bind(port) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            bound => return bound.with_context(|| format!("cannot listen on port {port}")),
        }
    }
    bail!("ports {FIRST_PORT} to {LAST_PORT} are taken: name a free one with `--port`")
}

async fn run(listener: TcpListener, views: Views) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    axum::serve(listener, Router::new().fallback(respond).with_state(views)).await
}

async fn respond(State(mut views): State<Views>, request: Request) -> Response<Body> {
    if !is_local(&request) {
        return refuse(StatusCode::FORBIDDEN, "This server answers this machine only.\n");
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return refuse(StatusCode::METHOD_NOT_ALLOWED, "There is nothing to change here.\n");
    }
    let uri = request.uri();
    if is_events(uri.path()) {
        return response(next_event(&mut views, uri).await);
    }
    match answer(&mut views, uri.clone()).await {
        Some(answer) => response(answer),
        None => refuse(StatusCode::INTERNAL_SERVER_ERROR, "No answer could be made.\n"),
    }
}

/// Answers at once, or else as soon as the whole site is there.
async fn answer(views: &mut Views, uri: Uri) -> Option<Answer> {
    loop {
        let (view, uri) = (views.borrow_and_update().clone(), uri.clone());
        // Pages are made now, and others wait for theirs meanwhile.
        let answered = spawn_blocking(move || view.answer(uri.path(), uri.query()));
        match answered.await.ok()? {
            None => views.changed().await.ok()?,
            answer => return answer,
        }
    }
}

/// A page elsewhere may point its own name at this machine and read along; it cannot hide that
/// name, though.
fn is_local(request: &Request) -> bool {
    let host = request.headers().get(header::HOST).and_then(|it| it.to_str().ok()).unwrap_or("");
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|it| it.is_ascii_digit()) => name,
        _ => host,
    };
    ["localhost", "127.0.0.1", "[::1]"].contains(&name.to_ascii_lowercase().as_str())
}

/// Answers as soon as there is another version than the one the browser shows.
async fn next_event(views: &mut Views, uri: &Uri) -> Answer {
    let shown = uri.query().and_then(|it| it.strip_prefix("after=")).unwrap_or_default();
    let is_news = |view: &Arc<View>| view.name() != shown;
    let view = match views.wait_for(is_news).await {
        Ok(view) => view.clone(),
        Err(_) => Arc::default(),
    };
    view.event()
}

fn refuse(status: StatusCode, text: &'static str) -> Response<Body> {
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    response
}

fn response(answer: Answer) -> Response<Body> {
    let mut response = Response::builder()
        .status(answer.status)
        .header(header::CONTENT_TYPE, answer.media)
        .header(header::CACHE_CONTROL, "no-store")
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    if let Some(location) = answer.location {
        response = response.header(header::LOCATION, location);
    }
    let failed = |_| refuse(StatusCode::INTERNAL_SERVER_ERROR, "No answer could be made.\n");
    response.body(Body::from(answer.body)).unwrap_or_else(failed)
}
