//! The charter's own rules, not read yet.

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use crate::error::Cursor;
use crate::value::{Object, Value};

/// A rule as the charter's author wrote it. The checker reads each by itself, so that a bad one takes no other with it.
///
/// ```
/// use amana_charter::Charter;
/// let json = r#"{"charter": 1, "company": {"names": ["Golden Pages"]}, "rules": [{"id": "no-cake"}]}"#;
/// let charter = Charter::read(json)?.charter;
/// assert_eq!(charter.rules[0].json(), r#"{"id": "no-cake"}"#);
/// assert_eq!((charter.rules[0].line(), charter.rules[0].column()), (1, 66));
/// # Ok::<(), amana_charter::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawRule {
    json: String,
    line: usize,
    column: usize,
}

impl RawRule {
    /// The rules that a charter has under `rules`.
    pub(crate) fn all(document: &str, charter: &Object<'_>) -> Vec<Self> {
        let mut cursor = Cursor::new(document);
        let rules = charter.member("rules").map(Value::elements).unwrap_or_default();
        let raw = |rule: Value<'_>| {
            let (line, column) = cursor.advance_to(rule.start());
            Self { json: rule.text().to_owned(), line, column }
        };
        rules.into_iter().map(raw).collect()
    }

    /// The rule: one JSON value, of any kind.
    #[must_use]
    pub fn json(&self) -> &str {
        &self.json
    }

    /// The line of the charter where it begins, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column where it begins, from 1, in characters.
    #[must_use]
    pub fn column(&self) -> usize {
        self.column
    }
}

impl Serialize for RawRule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let raw: &RawValue = serde_json::from_str(&self.json).map_err(serde::ser::Error::custom)?;
        raw.serialize(serializer)
    }
}
