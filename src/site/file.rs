//! A file of the site, and what it holds: bytes, or a picture that is drawn when somebody wants its
//! bytes. Drawing is slow, so whoever has the file from an earlier run compares recipes instead.

use crate::content::RelPath;
use crate::picture::card::{Letters, Poster};
use std::borrow::Cow;
use std::sync::Arc;

/// A finished file of the site.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OutputFile {
    pub path: RelPath,
    pub payload: Payload,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Payload {
    Bytes(Arc<[u8]>),
    Card(Arc<Poster>),
}

impl From<String> for Payload {
    fn from(text: String) -> Payload {
        Payload::Bytes(text.into_bytes().into())
    }
}

impl OutputFile {
    /// What can be read in it: its bytes, or of a picture the words that it carries, without
    /// drawing it.
    pub fn readable(&self) -> &[u8] {
        match &self.payload {
            Payload::Bytes(bytes) => bytes,
            Payload::Card(poster) => poster.words().as_bytes(),
        }
    }

    /// What is to be written or sent. A picture is drawn now, each time.
    pub fn bytes(&self) -> Cow<'_, [u8]> {
        self.bytes_by(&mut Letters::default())
    }

    /// The same, for those who ask many files: `letters` are what pictures have in common.
    pub fn bytes_by(&self, letters: &mut Letters) -> Cow<'_, [u8]> {
        match &self.payload {
            Payload::Bytes(bytes) => Cow::Borrowed(bytes),
            Payload::Card(poster) => Cow::Owned(poster.png(letters)),
        }
    }
}
