//! A client that hides nothing: one request, one connection.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// An answer as it came over the wire.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: String,
}

impl Reply {
    /// The value of a header, or nothing.
    pub(crate) fn header(&self, name: &str) -> &str {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines
            .filter(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, it)| it)
            .next()
            .unwrap_or("")
    }
}

/// Gets `path` from the server at `url`.
pub(crate) fn get(url: &str, path: &str) -> Reply {
    request(url, &format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n"))
}

pub(crate) fn head(url: &str, path: &str) -> Reply {
    request(url, &format!("HEAD {path} HTTP/1.1\r\nHost: localhost\r\n"))
}

/// Sends the first lines of a request and waits for the answer.
pub(crate) fn request(url: &str, lines: &str) -> Reply {
    read(ask(url, lines))
}

/// Sends a request whose answer may take its time.
pub(crate) fn ask(url: &str, lines: &str) -> TcpStream {
    let mut stream = connect(url);
    stream.write_all(format!("{lines}Connection: close\r\n\r\n").as_bytes()).unwrap();
    stream
}

/// A connection that says nothing yet.
pub(crate) fn connect(url: &str) -> TcpStream {
    let address = url.trim_start_matches("http://").split('/').next().unwrap();
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream
}

fn read(mut stream: TcpStream) -> Reply {
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Reply { status, head: head.to_owned(), body: body.to_owned() }
}

impl From<TcpStream> for Reply {
    fn from(stream: TcpStream) -> Reply {
        read(stream)
    }
}
