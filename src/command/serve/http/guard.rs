//! Who is answered. In: the head of a request. Out: why it is refused, if it is. Knows no page.

use hyper::http::request::Parts;
use hyper::http::{HeaderMap, Method, StatusCode, header};

/// The names of this machine that nobody else can claim.
const NAMES: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// A status and a sentence for whoever is not answered.
pub(super) type Refusal = (StatusCode, &'static str);

pub(super) fn refusal(request: &Parts) -> Option<Refusal> {
    if !is_for_us(request) {
        return Some((StatusCode::FORBIDDEN, "This server answers this machine only.\n"));
    }
    if is_embedded_elsewhere(&request.headers) {
        return Some((StatusCode::FORBIDDEN, "This is not for pages of other sites.\n"));
    }
    if !matches!(request.method, Method::GET | Method::HEAD) {
        return Some((StatusCode::METHOD_NOT_ALLOWED, "There is nothing to change here.\n"));
    }
    None
}

/// A page elsewhere may point its own name at this machine and read along; it cannot hide that
/// name, though. It stands in one header, and wherever else it may stand it has to be ours as well.
fn is_for_us(request: &Parts) -> bool {
    let mut hosts = request.headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    let authority = request.uri.authority();
    host.to_str().is_ok_and(is_ours) && authority.is_none_or(|it| is_ours(it.as_str()))
}

/// Whether `host` is a name of this machine. Which port does not matter: it may be led on from another.
fn is_ours(host: &str) -> bool {
    let is_port = |it: &str| it.bytes().all(|it| it.is_ascii_digit()) && it.parse::<u16>().is_ok();
    let name = match host.rsplit_once(':') {
        Some((name, port)) if is_port(port) => name,
        _ => host,
    };
    NAMES.iter().any(|it| it.eq_ignore_ascii_case(name))
}

/// A link elsewhere may lead here. What another site fetches or embeds is no reader's wish: it could learn from how
/// long an answer takes, or load the index of words, which is a script. Browsers say who asks, if they
/// know it; that they are also told to keep answers to themselves comes after the work.
fn is_embedded_elsewhere(headers: &HeaderMap) -> bool {
    let said = |name| headers.get(name).and_then(|it| it.to_str().ok()).unwrap_or_default();
    matches!(said("sec-fetch-site"), "cross-site" | "same-site")
        && said("sec-fetch-mode") != "navigate"
}
