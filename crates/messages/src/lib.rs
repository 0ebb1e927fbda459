//! What Amana says to people, in Hebrew and English.
//!
//! The sentences stand in `extension/_locales`, one file a language, in the form that browsers read for the manifest; they are
//! compiled in. (`chrome.i18n` follows the browser's language and can't be told another, so it serves the manifest only.)
//! A sentence may hold `{name}`, which is replaced by what the caller gives for it.
//!
//! ```
//! use amana_charter::Lang;
//! use amana_messages::say;
//! assert_eq!(say(Lang::En, "card-close", &[]), "Close");
//! assert_eq!(say(Lang::He, "card-close", &[]), "סגירה");
//! ```
//!
//! What does not belong here: deciding what to say, and the charter's own sentences.

use std::{collections::HashMap, sync::LazyLock};

use amana_charter::Lang;
use serde::Deserialize;

#[derive(Deserialize)]
struct Message {
    message: String,
}

type Messages = HashMap<String, Message>;

static EN: LazyLock<Messages> = LazyLock::new(|| read(include_str!("../../../extension/_locales/en/messages.json")));
static HE: LazyLock<Messages> = LazyLock::new(|| read(include_str!("../../../extension/_locales/he/messages.json")));

/// The sentence `key` in `lang`, with every `{name}` replaced by its value in `args`.
///
/// A key that is not there answers with itself: a gap that a reader sees and a test forbids, rather than silence.
#[must_use]
pub fn say(lang: Lang, key: &str, args: &[(&str, &str)]) -> String {
    let sentence = messages(lang).get(&locale_key(key)).map_or(key, |m| m.message.as_str());
    fill(sentence, args)
}

/// Whether there is a sentence `key` in `lang`.
#[must_use]
pub fn has(lang: Lang, key: &str) -> bool {
    messages(lang).contains_key(&locale_key(key))
}

/// Every key of `lang`, as the locale file writes it, in no order.
pub fn keys(lang: Lang) -> impl Iterator<Item = &'static str> {
    messages(lang).keys().map(String::as_str)
}

fn messages(lang: Lang) -> &'static Messages {
    match lang {
        Lang::He => &HE,
        Lang::En => &EN,
    }
}

/// Browsers allow letters, digits, `_` and `@` in a key; rules and code write `-`.
fn locale_key(key: &str) -> String {
    key.replace('-', "_")
}

/// Replaces each `{name}` once, left to right, so that a value which itself holds braces stays as it is.
fn fill(sentence: &str, args: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        match after.split_once('}').and_then(|(name, behind)| Some((value(args, name)?, behind))) {
            Some((value, behind)) => {
                out.push_str(value);
                rest = behind;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out + rest
}

fn value<'a>(args: &[(&str, &'a str)], name: &str) -> Option<&'a str> {
    args.iter().find(|(n, _)| *n == name).map(|(_, value)| *value)
}

fn read(json: &str) -> Messages {
    // A file that is not JSON fails the test below before it can ship.
    serde_json::from_str(json).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_keys() {
        let sorted = |lang| {
            let mut all: Vec<_> = keys(lang).collect();
            all.sort_unstable();
            all
        };
        assert!(!sorted(Lang::En).is_empty());
        assert_eq!(sorted(Lang::He), sorted(Lang::En));
    }

    #[test]
    fn values_are_not_filled_again() {
        assert_eq!(fill("a {x} {y} {z", &[("x", "{y}"), ("y", "2")]), "a {y} 2 {z");
    }
}
