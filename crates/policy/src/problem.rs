//! What is wrong with a value of a policy.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Longer values are quoted by their beginning.
const QUOTED: usize = 60;

/// A value that can't be used: where, what is there, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{place}: {found}; {advice}")]
pub struct Problem {
    /// The path inside the policy, such as `sites_extra[1]`.
    pub place: String,
    /// What is there, as a clause.
    pub found: String,
    /// What to do, as a sentence without its stop.
    pub advice: String,
}

impl Problem {
    pub(crate) fn new(place: impl Into<String>, found: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { place: place.into(), found: found.into(), advice: advice.into() }
    }

    /// The value at `place` is not what `advice` says.
    pub(crate) fn value(place: impl Into<String>, value: &Value, advice: impl Into<String>) -> Self {
        Self::new(place, format!("this is {}", quoted(value)), advice)
    }
}

/// A value as it is written, in one line.
pub(crate) fn quoted(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}
