//! What is the same on every page: the handbook's name, its navigation, its colours.

use super::view::Link;
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Frame {
    pub title: String,
    pub organisation: Option<Organisation>,
    /// The language of the handbook, as in `<html lang>`.
    pub language: String,
    /// Doors, never rooms: it does not grow with the number of roles.
    pub navigation: Vec<Link>,
    pub home: Link,
    pub search: Link,
    pub index: Link,
    /// What `noindex` pages and the footer say of the audience, when there are editions.
    pub edition: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Organisation {
    pub name: String,
    pub url: Option<String>,
}
