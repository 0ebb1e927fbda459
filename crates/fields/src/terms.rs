//! Words of a description, and terms that are looked for in them.
//!
//! Names in markup and sentences for people are read alike: `newUserName`, `new_user_name` and `New user name:` are the words
//! `new user name`.

use serde::{Deserialize, Serialize};

/// Words that tell what a field is. A `*` at either end of a word stands for any letters.
///
/// ```
/// use amana_fields::Term;
/// assert!(Term::from("user name").is_in("Choose a user-name"));
/// assert!(Term::from("*password*").is_in("newpassword2"));
/// assert!(Term::from("חיפוש").is_in("תיבת החיפוש"));
/// assert!(!Term::from("pin").is_in("pinned"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Term(String);

impl From<&str> for Term {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl Term {
    /// As its author wrote it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether `text` holds the term.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        self.is_among(&words(text))
    }

    /// The term as it would be written if it were read: what a tidy term already is.
    #[must_use]
    pub fn tidy(&self) -> String {
        split(&self.0, |c| c == '*').join(" ")
    }

    /// Whether the term's words stand side by side among `words`.
    pub(crate) fn is_among(&self, words: &[String]) -> bool {
        let own: Vec<&str> = self.0.split(' ').collect();
        words.windows(own.len()).any(|part| same(&own, part))
    }

    /// Whether `words` are the term and nothing else.
    pub(crate) fn is_all_of(&self, words: &[String]) -> bool {
        let own: Vec<&str> = self.0.split(' ').collect();
        own.len() == words.len() && same(&own, words)
    }

    /// What stands in `words` up to the term, and the term itself; all of them where it is not there.
    pub(crate) fn up_to<'a>(&self, words: &'a [String]) -> &'a [String] {
        let own: Vec<&str> = self.0.split(' ').collect();
        let at = words.windows(own.len()).position(|part| same(&own, part));
        at.and_then(|at| words.get(..at + own.len())).unwrap_or(words)
    }
}

/// The words of a text from a page.
pub(crate) fn words(text: &str) -> Vec<String> {
    split(text, |_| false)
}

/// Splits where something else than a letter stands, where a digit meets a letter, and before the capitals of `camelCase`.
fn split(text: &str, also: impl Fn(char) -> bool) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = Sort::Other;
    for c in text.chars().filter(|c| !is_silent(*c)) {
        let sort = Sort::of(c, &also);
        if sort != before && !(before == Sort::Upper && sort == Sort::Lower) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| sort != Sort::Other) {
            word.extend(c.to_lowercase());
        }
        before = sort;
    }
    words.retain(|word| !word.is_empty());
    words
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Upper,
    Lower,
    Digit,
    Other,
}

impl Sort {
    fn of(c: char, also: impl Fn(char) -> bool) -> Self {
        match c {
            _ if c.is_numeric() => Self::Digit,
            _ if c.is_uppercase() => Self::Upper,
            _ if c.is_alphabetic() || also(c) => Self::Lower,
            _ => Self::Other,
        }
    }
}

/// Apostrophes, quotes in Hebrew abbreviations, vowel points and marks of direction are no part of a word.
fn is_silent(c: char) -> bool {
    matches!(c, '\'' | '’' | '"' | '״' | '׳' | '\u{591}'..='\u{5bd}' | '\u{200b}'..='\u{200f}' | '\u{2066}'..='\u{2069}')
}

fn same(term: &[&str], words: &[String]) -> bool {
    term.iter().zip(words).all(|(term, word)| is_word(term, word))
}

fn is_word(term: &str, word: &str) -> bool {
    match (term.strip_prefix('*'), term.strip_suffix('*')) {
        (Some(_), Some(_)) => word.contains(term.trim_matches('*')),
        (Some(end), None) => word.ends_with(end),
        (None, Some(start)) => word.starts_with(start),
        (None, None) => word.strip_suffix(term).is_some_and(|before| is_hebrew_prefix(before, term)),
    }
}

/// Letters that Hebrew writes at the front of a word: and, in, the, to, as, from, that.
const PREFIXES: &str = "ובהלכמש";
/// More of them than two are rare, and make other words.
const MOST_PREFIXES: usize = 2;

fn is_hebrew_prefix(before: &str, term: &str) -> bool {
    let hebrew = term.chars().all(|c| ('א'..='ת').contains(&c));
    before.is_empty()
        || hebrew && before.chars().count() <= MOST_PREFIXES && before.chars().all(|c| PREFIXES.contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_sentences_are_read_alike() {
        let expected = ["new", "user", "name"];
        for text in ["newUserName", "new_user_name", "user[new]", "New user name:*"] {
            let found = words(text);
            assert!(found.iter().all(|word| expected.contains(&word.as_str())), "{found:?}");
        }
        assert_eq!(words("דוא\"ל"), ["דואל"]);
        assert_eq!(words("URL"), ["url"]);
        assert_eq!(words("What’s new?"), ["whats", "new"]);
    }

    #[test]
    fn a_name_that_follows_is_cut() {
        let text = words("Reply to Email Girl");
        assert_eq!(Term::from("reply to").up_to(&text), ["reply", "to"]);
        assert_eq!(Term::from("comment as").up_to(&text).len(), 4);
    }

    #[test]
    fn a_term_is_tidy_when_it_is_written_as_it_is_read() {
        assert_eq!(Term::from("User_Name").tidy(), "user name");
        assert_eq!(Term::from("*password*").tidy(), "*password*");
    }
}
