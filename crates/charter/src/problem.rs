//! What is wrong with a value: serde's errors with their parts kept apart, before the document tells where.

use std::fmt::Display;

use serde::de::{Error, Expected, Unexpected};

use crate::nearest;

/// Longer texts are quoted by their beginning.
const QUOTED: usize = 40;

/// What was found and what to write instead, at a byte offset in the document once that is known.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{found}; {advice}")]
pub(crate) struct Problem {
    pub(crate) offset: Option<usize>,
    pub(crate) found: String,
    pub(crate) advice: String,
}

impl Problem {
    pub(crate) fn new(found: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { offset: None, found: found.into(), advice: advice.into() }
    }

    /// The problem at `offset`, unless a value inside has already claimed it.
    pub(crate) fn at(mut self, offset: usize) -> Self {
        self.offset.get_or_insert(offset);
        self
    }

    /// A key that an object must have and has not.
    pub(crate) fn missing(key: &str) -> Self {
        let example = match key {
            "charter" => "1",
            "company" => r#"{"names": ["Golden Pages"]}"#,
            "names" => r#"["Golden Pages"], with the company's own"#,
            "name" => r#""Golden Pages""#,
            "scheme" => "1",
            "salt" => r#""…", 32 hexadecimal digits; `amana charter fingerprint` makes all of this"#,
            "email" => r#""charter@example.com""#,
            _ => "…",
        };
        Self::new(format!("\"{key}\" is missing"), format!("write \"{key}\": {example}"))
    }

    /// A key that an object already has.
    pub(crate) fn repeated(key: &str) -> Self {
        let found = format!("{} is given a second time", quoted(key));
        Self::new(found, "keep one of the two")
    }
}

impl Error for Problem {
    fn custom<T: Display>(message: T) -> Self {
        Self::new(message.to_string(), "write it as the charter's documentation shows")
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::invalid_value(found, expected)
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(describe(found), format!("write {}", in_plain_words(expected)))
    }

    fn unknown_field(key: &str, known: &'static [&'static str]) -> Self {
        Self::new(format!("{} is not a key here", quoted(key)), nearest::choose(key, known))
    }

    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        Self::new(format!("{} is not known here", quoted(word)), nearest::choose(word, known))
    }

    fn missing_field(key: &'static str) -> Self {
        Self::missing(key)
    }
}

/// Text from a charter in one line, between double quotes.
pub(crate) fn quoted(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{:?}", format!("{}…", text.get(..end).unwrap_or_default())),
        None => format!("{text:?}"),
    }
}

fn describe(found: Unexpected<'_>) -> String {
    match found {
        Unexpected::Other(clause) => clause.to_owned(),
        Unexpected::Bool(value) => format!("this is {value}"),
        Unexpected::Unsigned(number) => format!("this is the number {number}"),
        Unexpected::Signed(number) => format!("this is the number {number}"),
        Unexpected::Float(number) => format!("this is the number {number}"),
        Unexpected::Str(text) => format!("this is the text {}", quoted(text)),
        Unexpected::Unit => "this is null".to_owned(),
        Unexpected::Seq => "this is a list".to_owned(),
        Unexpected::Map => "this is an object".to_owned(),
        other => format!("this is {other}"),
    }
}

/// Serde's words for what it expects, in those of someone who writes a charter.
fn in_plain_words(expected: &dyn Expected) -> String {
    match expected.to_string().as_str() {
        "a string" => "text in double quotes".to_owned(),
        "a sequence" => "a list in [ ]".to_owned(),
        "a map" => "an object in { }".to_owned(),
        other => other.to_owned(),
    }
}
