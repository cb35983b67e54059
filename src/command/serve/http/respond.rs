//! What a request gets. In: views, and the head of a request. Out: a response, which no browser keeps or hands on.

use super::Views;
use super::guard::refusal;
use crate::command::serve::media::TEXT;
use crate::command::serve::view::{Answer, View, is_events};
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::http::request::Parts;
use hyper::http::{HeaderValue, Response, StatusCode, Uri, header};
use std::sync::Arc;
use tokio::task::spawn_blocking;

pub(super) async fn respond(mut views: Views, request: &Parts) -> Response<Full<Bytes>> {
    if let Some((status, text)) = refusal(request) {
        return refuse(status, text);
    }
    let uri = &request.uri;
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

fn refuse(status: StatusCode, text: &str) -> Response<Full<Bytes>> {
    let body = text.as_bytes().to_vec();
    response(Answer { status: status.as_u16(), media: TEXT, body, location: None })
}

/// The only place where responses are made, so that none lacks what all must say: what is shown next may be
/// another, its type is what we say, and it is no other site's.
fn response(answer: Answer) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::from(answer.body));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or_default();
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_TYPE.as_str(), answer.media),
        (header::CACHE_CONTROL.as_str(), "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS.as_str(), "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
        (header::ALLOW.as_str(), "GET, HEAD"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Some(Ok(location)) = answer.location.map(HeaderValue::try_from) {
        headers.insert(header::LOCATION, location);
    }
    response
}
