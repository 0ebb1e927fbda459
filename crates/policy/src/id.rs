//! By what name the browsers know the extension.

use std::fmt;
use std::str::FromStr;

/// Amana's id in Firefox, the same everywhere.
pub const FIREFOX_ID: &str = "amana@amana.example";

/// An extension's id in Chromium browsers: 32 letters from a to p. The store gives its own; a self-hosted package has that of its key.
///
/// ```
/// use amana_policy::ChromiumId;
/// let id: ChromiumId = "pljefopdnknncgpjlildkhekicflneil".parse()?;
/// assert_eq!(id.as_str().len(), 32);
/// assert!("amana@amana.example".parse::<ChromiumId>().is_err());
/// # Ok::<(), String>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChromiumId(String);

impl ChromiumId {
    /// The id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ChromiumId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl FromStr for ChromiumId {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let good = text.len() == 32 && text.bytes().all(|byte| matches!(byte, b'a'..=b'p'));
        let advice = "an id is 32 letters from a to p, as the store shows it, or as `./build.sh package` prints it";
        good.then(|| Self(text.to_owned())).ok_or_else(|| advice.to_owned())
    }
}
