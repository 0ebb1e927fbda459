//! The names that a charter lists: the company's, its brands, people, competitors and others.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::NonEmptyText;

/// A name, how else it is written, and how near to it a spelling must be.
///
/// A charter gives it as a string or as an object:
///
/// ```
/// use amana_charter::{MatchMode, Name};
/// let plain: Name = serde_json::from_str(r#""Star Index""#)?;
/// assert_eq!((plain.name.as_str(), plain.match_), ("Star Index", MatchMode::Close));
///
/// let full: Name = serde_json::from_str(r#"{"name": "Goldy", "match": "exact", "with": ["app", "support"]}"#)?;
/// assert_eq!(full.with.len(), 2);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Name {
    /// The name itself.
    pub name: NonEmptyText,
    /// Other names for the same, each matched like the name: another language, a nickname, an abbreviation.
    pub aliases: Vec<NonEmptyText>,
    /// How near a spelling must be; `match` in the charter.
    #[serde(rename = "match")]
    pub match_: MatchMode,
    /// Words of which one must stand beside the name for it to count; none given, none needed.
    pub with: Vec<NonEmptyText>,
}

impl From<NonEmptyText> for Name {
    fn from(name: NonEmptyText) -> Self {
        Self { name, aliases: Vec::new(), match_: MatchMode::default(), with: Vec::new() }
    }
}

/// How near to a name a spelling must be to count as that name.
///
/// ```
/// use amana_charter::MatchMode;
/// assert_eq!(serde_json::from_str::<MatchMode>(r#""loose""#)?, MatchMode::Loose);
/// assert_eq!(MatchMode::default(), MatchMode::Close);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MatchMode {
    /// As it is written here, but for upper and lower case, and not in the other script: for names that are also everyday words.
    Exact,
    /// Also in the other script (`דפי זהב` as `Dapei Zahav`), where the name is long enough to be known there. In account names
    /// also look-alikes and a slip of the pen.
    #[default]
    Close,
    /// Also farther spellings and parts of longer words: for names that resemble nothing else.
    Loose,
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NameVisitor)
    }
}

/// Takes the string or the object, so that what is wrong inside the object is still told as such.
struct NameVisitor;

impl<'de> Visitor<'de> for NameVisitor {
    type Value = Name;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(r#"a name, as "Golden Pages" or as {"name": "Golden Pages", "aliases": […]}"#)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Name, E> {
        NonEmptyText::deserialize(StrDeserializer::new(text)).map(Name::from)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Name, A::Error> {
        let Fields { name, aliases, match_, with } = Fields::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Name { name, aliases, match_, with })
    }
}

/// The object form of a [`Name`].
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    name: NonEmptyText,
    #[serde(default)]
    aliases: Vec<NonEmptyText>,
    #[serde(default, rename = "match")]
    match_: MatchMode,
    #[serde(default)]
    with: Vec<NonEmptyText>,
}
