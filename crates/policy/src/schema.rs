//! The schema that the extension ships, by which Chromium lets a policy through.

use amana_charter::Lang;
use serde_json::{Value, json};

use crate::{Key, Kind};

/// `managed_schema.json`: every key with its type, and nothing else.
///
/// No `enum`, no bounds: Chromium would drop a value that breaks them without a word, where Amana says what is wrong with it.
///
/// ```
/// assert_eq!(amana_policy::schema()["properties"]["charter"]["type"], "string");
/// ```
#[must_use]
pub fn schema() -> Value {
    let properties = Key::ALL.into_iter().map(|key| (key.as_str().to_owned(), property(key)));
    json!({ "type": "object", "properties": properties.collect::<serde_json::Map<_, _>>() })
}

fn property(key: Key) -> Value {
    let (title, description) = (key.title(Lang::En), key.about(Lang::En));
    match key.kind() {
        Kind::Text => json!({ "title": title, "description": description, "type": "string" }),
        Kind::List => {
            json!({ "title": title, "description": description, "type": "array", "items": { "type": "string" } })
        }
    }
}
