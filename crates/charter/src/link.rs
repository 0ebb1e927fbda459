//! Links of a charter: to what can be read or seen elsewhere.

use std::fmt;

use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serialize};

/// Where people find what a charter is about.
///
/// ```
/// use amana_charter::Charter;
/// let json = r#"{"charter": 1, "company": {"names": ["Golden Pages"]}, "links": {"charter": "https://example.com/charter"}}"#;
/// let links = Charter::read(json)?.charter.links;
/// assert_eq!(links.charter.as_deref(), Some("https://example.com/charter"));
/// # Ok::<(), amana_charter::ReadError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default, expecting = r#"an object such as {"charter": "https://example.com/charter"}"#)]
pub struct Links {
    /// The whole charter, as the company publishes it to its people.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "given")]
    pub charter: Option<WebAddress>,
}

impl Links {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.charter.is_none()
    }
}

/// The address of a page that is served over `https`. It reads as a `&str` wherever one is wanted.
///
/// ```
/// use amana_charter::WebAddress;
/// let address: WebAddress = serde_json::from_str(r#""https://wiki.example.com/charter?v=2#finances""#)?;
/// assert!(address.ends_with("#finances"));
/// assert!(serde_json::from_str::<WebAddress>(r#""javascript:alert(1)""#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct WebAddress(String);

impl std::ops::Deref for WebAddress {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self)
    }
}

impl<'de> Deserialize<'de> for WebAddress {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        match fault(&text) {
            None => Ok(Self(text)),
            Some(found) => {
                let instead = r#"an address such as "https://example.com/charter""#;
                Err(Error::invalid_value(Unexpected::Other(found), &instead))
            }
        }
    }
}

/// What keeps `text` from being the address of a page over `https`. Who it belongs to, and whether it is there, only a browser knows.
fn fault(text: &str) -> Option<&'static str> {
    let Some(rest) = text.strip_prefix("https://") else {
        return Some("the address does not begin with https://");
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if text.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\') {
        Some("there is a space or a backslash in the address")
    } else if host.contains('@') {
        Some("there is a user's name in the address")
    } else if host.split(':').next().is_none_or(str::is_empty) {
        Some("the address has no host")
    } else {
        None
    }
}

/// A value that is given: `null` is none.
fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<WebAddress>, D::Error> {
    WebAddress::deserialize(deserializer).map(Some)
}
