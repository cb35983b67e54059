//! Serves pages and a [`Site`] from memory, to this machine only. The only folder that names the HTTP crates.
//!
//! In: what is to be shown, from the command. Out: answers to browsers, each of the view of its moment. Opens no
//! file: whatever a path says, it is looked up among those of the site.

mod connection;
mod guard;
mod respond;

use super::view::{Ahead, View, Whole};
use crate::site::Site;
use anyhow::{Context, bail};
use connection::run;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
use std::{io, thread};
use tokio::sync::watch::{Receiver, Sender, channel};

const FIRST_PORT: u16 = 4000;
const LAST_PORT: u16 = 4010;

type Views = Receiver<Arc<View>>;

/// How much of the server anybody may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// At once; further ones wait until one of them ends.
    pub connections: usize,
    /// For what a client has to do: ask, take the answer, ask again. Waiting for an answer does not count.
    pub patience: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { connections: 256, patience: Duration::from_secs(20) }
    }
}

/// A server in a thread of its own. Every browser that shows a page waits for the next view.
pub struct Server {
    address: SocketAddr,
    views: Sender<Arc<View>>,
}

impl Server {
    /// Listens on `port`, or on the first free one of a few.
    pub fn start(port: Option<u16>) -> anyhow::Result<Server> {
        Server::within(Limits::default(), port)
    }

    /// The same with limits of one's own.
    pub fn within(limits: Limits, port: Option<u16>) -> anyhow::Result<Server> {
        let listener = listen(port)?;
        let address = listener.local_addr()?;
        listener.set_nonblocking(true)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (views, seen) = channel(Arc::default());
        thread::spawn(move || runtime.block_on(run(listener, seen, limits)));
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
