//! Connections: how many there are at once, and for how long one may keep the server waiting.
//!
//! In: a listener. Out: each request to `respond`. Knows no address and no page.

use super::respond::respond;
use super::{Limits, Views};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::io;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio::sync::watch::{Receiver, channel};
use tokio::time::{Instant, sleep, timeout_at};

/// In bytes: the first lines of a request. Browsers send a tenth of it.
const LONGEST_HEAD: usize = 16 * 1024;

/// Until the machine may have means for another connection.
const PAUSE: Duration = Duration::from_millis(100);

pub(super) async fn run(
    listener: std::net::TcpListener,
    views: Views,
    limits: Limits,
) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let places = Arc::new(Semaphore::new(limits.connections));
    while let Ok(place) = places.clone().acquire_owned().await {
        let Ok((stream, _)) = listener.accept().await else {
            sleep(PAUSE).await;
            continue;
        };
        let views = views.clone();
        tokio::spawn(async move {
            converse(stream, views, limits.patience).await;
            drop(place);
        });
    }
    Ok(())
}

/// Answers one request after the other, until the client has had enough or takes too long.
async fn converse(stream: TcpStream, views: Views, patience: Duration) {
    let due = || Some(Instant::now() + patience);
    let (turn, turns) = channel(due());
    let (turn, views) = (&turn, &views);
    let service = service_fn(|request: Request<Incoming>| async move {
        turn.send_replace(None);
        // What a request brings along is never read: the connection ends instead.
        let (head, _) = request.into_parts();
        let response = respond(views.clone(), &head).await;
        turn.send_replace(due());
        Ok::<Response<_>, Infallible>(response)
    });
    let connection = http1::Builder::new()
        .max_buf_size(LONGEST_HEAD)
        .serve_connection(TokioIo::new(stream), service);
    tokio::select! {
        // It is the client's to say why it broke off.
        _ = connection => {}
        () = overdue(turns) => {}
    }
}

/// Returns when it has been the client's turn for too long. While it is ours, there is nothing due.
async fn overdue(mut turns: Receiver<Option<Instant>>) {
    loop {
        let due = *turns.borrow_and_update();
        let turned = match due {
            Some(due) => timeout_at(due, turns.changed()).await,
            None => Ok(turns.changed().await),
        };
        let Ok(Ok(())) = turned else { return };
    }
}
