//! `amana charter schema`: a JSON Schema for editors, which then complete keys and mark mistakes while a charter is written.
//!
//! The reader decides what is good: tests here hold every object and every choice against what the reader itself names, and
//! `tests/charter` tries both on good and bad charters.

use amana_charter::{Category, Level};
use amana_pack::Condition;
use serde_json::{Map, Value, json};

use crate::{Outcome, input::Failure};

/// Runs `amana charter schema`.
pub fn print() -> Result<Outcome, Failure> {
    println!("{:#}", schema());
    Ok(Outcome::Nothing)
}

/// The schema of a charter.
fn schema() -> Value {
    let mut schema = object(
        &["charter", "company"],
        [
            ("$schema", json!({})),
            ("charter", about("The version of the format", json!({"const": 1}))),
            ("version", about("The charter's own version, in your counting", text())),
            ("title", about("What the charter is called", local_text())),
            ("company", company()),
            ("people", about("People of the company", names())),
            ("competitors", about("Its competitors", names())),
            ("customers", about("Its customers", names())),
            ("suppliers", about("Its suppliers", names())),
            ("projects", about("Names of what it works on", names())),
            ("fingerprints", about("Names as hashes, made by `amana charter fingerprint`", fingerprints())),
            ("categories", about("How loudly each category speaks, and what it says", categories())),
            ("rules", about("Your own rules, beside Amana's", json!({"type": "array", "items": rule()}))),
            (
                "sites",
                about("The sites to watch; none given, the standard ones", json!({"type": "array", "items": site()})),
            ),
            ("links", about("Where people find it", links())),
            ("contact", about("Whom to ask about the charter", contact())),
            ("embargoes", json!({})),
            ("encouraged", json!({})),
            ("hours", json!({})),
        ],
    );
    let head =
        [("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", "A social media charter for Amana")];
    if let Value::Object(schema) = &mut schema {
        schema.extend(head.map(|(key, text)| (key.to_owned(), text.into())));
    }
    schema
}

/// An object with these keys and no other.
fn object<const N: usize>(required: &[&str], keys: [(&str, Value); N]) -> Value {
    let properties: Map<String, Value> = keys.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    json!({"type": "object", "additionalProperties": false, "required": required, "properties": properties})
}

fn about(description: &str, mut schema: Value) -> Value {
    if let Value::Object(schema) = &mut schema {
        schema.insert("description".to_owned(), description.into());
    }
    schema
}

/// Text with something to be seen in it.
fn text() -> Value {
    json!({"type": "string", "pattern": "\\S"})
}

fn texts() -> Value {
    json!({"type": "array", "items": text()})
}

fn local_text() -> Value {
    let mut schema = object(&[], [("he", text()), ("en", text())]);
    if let Value::Object(schema) = &mut schema {
        schema.insert("minProperties".to_owned(), 1.into());
    }
    schema
}

fn company() -> Value {
    let some_names = json!({"type": "array", "items": name(), "minItems": 1});
    object(
        &["names"],
        [
            ("names", about("What the company is called", some_names)),
            ("brands", about("Its brands", names())),
            ("official_accounts", about("The accounts that speak for it, as the sites write them", texts())),
        ],
    )
}

fn names() -> Value {
    json!({"type": "array", "items": name()})
}

fn name() -> Value {
    let full = object(
        &["name"],
        [
            ("name", about("The name itself", text())),
            ("aliases", about("Other names for the same", texts())),
            ("match", about("How near a spelling must be", json!({"enum": ["exact", "close", "loose"]}))),
            ("with", about("Words of which one must stand beside the name for it to count", texts())),
        ],
    );
    json!({"oneOf": [text(), full]})
}

fn fingerprints() -> Value {
    let prints = || json!({"type": "array", "items": {"type": "string", "pattern": "^[0-9A-Fa-f]{22}$"}});
    object(
        &["scheme", "salt"],
        [
            ("scheme", json!({"const": 1})),
            ("salt", json!({"type": "string", "pattern": "^[0-9A-Fa-f]{32}$"})),
            ("people", prints()),
            ("competitors", prints()),
            ("customers", prints()),
            ("suppliers", prints()),
            ("projects", prints()),
        ],
    )
}

fn categories() -> Value {
    let setting = object(
        &[],
        [
            ("level", about("How loudly", level())),
            ("clause", about("The charter's sentence", local_text())),
            ("advice", about("What to ask oneself, or to do instead", local_text())),
        ],
    );
    let all: Map<String, Value> =
        Category::ALL.into_iter().map(|category| (category.as_str().to_owned(), setting.clone())).collect();
    json!({"type": "object", "additionalProperties": false, "properties": all})
}

fn category() -> Value {
    let ids = Category::ALL.map(Category::as_str);
    json!({ "enum": ids })
}

fn level() -> Value {
    let levels = [Level::Off, Level::Quiet, Level::Notice, Level::Warn];
    json!({"enum": levels.map(Level::as_str)})
}

/// A match pattern that both browsers take.
fn site() -> Value {
    let label = "[A-Za-z0-9_-]+";
    let pattern = format!(r"^(https|http|\*)://(\*|(\*\.)?{label}(\.{label})*)/\S*$");
    json!({"type": "string", "pattern": pattern})
}

fn links() -> Value {
    let address = json!({"type": "string", "pattern": r"^https://[^\s/?#@:\\][^\s/?#@\\]*([/?#][^\s\\]*)?$"});
    object(&[], [("charter", about("The whole charter, as your people can read it", address))])
}

fn contact() -> Value {
    object(&["email"], [("email", json!({"type": "string"})), ("name", text())])
}

fn rule() -> Value {
    object(
        &["id", "category", "says"],
        [
            ("id", about("Its permanent name", json!({"type": "string"}))),
            ("category", category()),
            ("level", about("How loud it may be at most", level())),
            ("since", json!({"type": "string"})),
            ("why", json!({"type": "string"})),
            ("says", about("The key of the sentence that tells what was seen", json!({"type": "string"}))),
            ("beside", strings()),
            ("he", about("How it shows in Hebrew", pattern())),
            ("en", about("How it shows in English", pattern())),
        ],
    )
}

fn pattern() -> Value {
    let conditions = Condition::ALL.map(Condition::as_str).join("|");
    let contexts = json!({"type": "array", "items": {"type": "string", "pattern": format!("^(@.*|{conditions})$")}});
    let one_of = json!({"oneOf": [{"type": "string"}, strings()]});
    let within = json!({"oneOf": [
        {"enum": ["sentence", "two-sentences"]}, {"type": "integer", "minimum": 0, "maximum": u16::MAX}]});
    object(
        &["all"],
        [
            (
                "all",
                about(
                    "Each of these must be there: words, or a list such as @target",
                    json!({"type": "array", "items": one_of}),
                ),
            ),
            ("within", about("How near to one another", within)),
            ("needs", about("What must hold of the place", contexts.clone())),
            ("not", about("What must not hold of it", contexts)),
            ("flags", strings()),
            ("allows", strings()),
        ],
    )
}

fn strings() -> Value {
    json!({"type": "array", "items": {"type": "string"}})
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use amana_charter::Charter;
    use amana_pack::Rule;

    use super::*;

    fn with(rest: &str) -> String {
        format!(r#"{{"charter": 1, "company": {{"names": ["Golden Pages"]}}, {rest}}}"#)
    }

    /// What the reader names as known at the place where `charter` has an unknown word.
    fn known_to_the_reader(charter: &str) -> BTreeSet<String> {
        let advice = Charter::read(charter).unwrap_err().advice().to_owned();
        advice.split('"').skip(1).step_by(2).map(str::to_owned).collect()
    }

    fn known_to_the_schema(pointer: &str) -> BTreeSet<String> {
        let schema = schema();
        let found = schema.pointer(pointer).unwrap_or_else(|| panic!("{pointer}"));
        let words: Vec<String> = match found {
            Value::Object(keys) => keys.keys().cloned().collect(),
            other => serde_json::from_value(other.clone()).unwrap(),
        };
        // For editors only: the reader does not advise it to people.
        words.into_iter().filter(|word| !word.starts_with('$')).collect()
    }

    #[test]
    fn every_object_has_the_keys_that_the_reader_knows() {
        let list = "/properties/people/items/oneOf/1/properties";
        for (charter, pointer) in [
            (with(r#""zzzzzzzz": 1"#), "/properties"),
            (r#"{"charter": 1, "company": {"zzzzzzzz": 1}}"#.to_owned(), "/properties/company/properties"),
            (with(r#""title": {"zzzzzzzz": 1}"#), "/properties/title/properties"),
            (with(r#""people": [{"zzzzzzzz": 1}]"#), list),
            (with(r#""people": [{"name": "a", "match": "zzzzzzzz"}]"#), &format!("{list}/match/enum")),
            (with(r#""categories": {"zzzzzzzz": 1}"#), "/properties/categories/properties"),
            (
                with(r#""categories": {"finances": {"zzzzzzzz": 1}}"#),
                "/properties/categories/properties/finances/properties",
            ),
            (
                with(r#""categories": {"finances": {"level": "zzzzzzzz"}}"#),
                "/properties/categories/properties/finances/properties/level/enum",
            ),
            (with(r#""fingerprints": {"zzzzzzzz": 1}"#), "/properties/fingerprints/properties"),
            (with(r#""contact": {"zzzzzzzz": 1}"#), "/properties/contact/properties"),
            (with(r#""links": {"zzzzzzzz": 1}"#), "/properties/links/properties"),
        ] {
            assert_eq!(known_to_the_schema(pointer), known_to_the_reader(&charter), "{charter}");
        }
    }

    #[test]
    fn every_object_of_a_rule_has_the_keys_that_its_reader_knows() {
        for (rule, pointer) in [
            (r#"{"zzzzzzzz": 1}"#, "/properties/rules/items/properties"),
            (r#"{"en": {"zzzzzzzz": 1}}"#, "/properties/rules/items/properties/en/properties"),
            (r#"{"category": "zzzzzzzz"}"#, "/properties/rules/items/properties/category/enum"),
            (r#"{"level": "zzzzzzzz"}"#, "/properties/rules/items/properties/level/enum"),
        ] {
            let said = serde_json::from_str::<Rule>(rule).unwrap_err().to_string();
            let known: BTreeSet<String> = said.split('`').skip(3).step_by(2).map(str::to_owned).collect();
            assert_eq!(known_to_the_schema(pointer), known, "{said}");
        }
    }
}
