//! Text in a charter: for people, in their language; and for matching.

use std::fmt;
use std::ops::Deref;

use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// A language that a charter speaks.
///
/// ```
/// use amana_charter::Lang;
/// assert_eq!((Lang::He.as_str(), Lang::He.dir()), ("he", "rtl"));
/// assert_eq!((Lang::En.as_str(), Lang::En.dir()), ("en", "ltr"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Hebrew.
    He,
    /// English.
    En,
}

impl Lang {
    /// Its ISO 639 code, as in HTML's `lang`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::He => "he",
            Self::En => "en",
        }
    }

    /// Its direction, as in HTML's `dir`.
    #[must_use]
    pub fn dir(self) -> &'static str {
        match self {
            Self::He => "rtl",
            Self::En => "ltr",
        }
    }
}

/// What is said to people, in one language or both.
///
/// ```
/// use amana_charter::{Lang, LocalText};
/// let title: LocalText = serde_json::from_str(r#"{"en": "Social media charter"}"#)?;
/// assert_eq!(title.get(Lang::He), Some("Social media charter")); // better than nothing
/// assert_eq!(LocalText::default().get(Lang::He), None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LocalText {
    /// In Hebrew.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub he: Option<String>,
    /// In English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl LocalText {
    /// The text in `lang`, or else in the other language; `None` where it was never written.
    #[must_use]
    pub fn get(&self, lang: Lang) -> Option<&str> {
        let (first, second) = match lang {
            Lang::He => (&self.he, &self.en),
            Lang::En => (&self.en, &self.he),
        };
        first.as_deref().or(second.as_deref())
    }
}

impl<'de> Deserialize<'de> for LocalText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Default, Deserialize)]
        #[serde(deny_unknown_fields, default, expecting = r#"an object such as {"he": "…", "en": "…"}"#)]
        struct Fields {
            #[serde(deserialize_with = "written")]
            he: Option<String>,
            #[serde(deserialize_with = "written")]
            en: Option<String>,
        }
        let Fields { he, en } = Fields::deserialize(deserializer)?;
        if he.is_none() && en.is_none() {
            return Err(Error::invalid_value(Unexpected::Other("there is no text"), &r#""he", "en" or both"#));
        }
        Ok(Self { he, en })
    }
}

/// A name or a word to match: never blank, without white space or invisible marks around it.
///
/// It reads as a `&str` wherever one is wanted.
///
/// ```
/// use amana_charter::NonEmptyText;
/// let name = NonEmptyText::new(" Golden Pages\u{200f} ").expect("there is a name");
/// assert_eq!(&*name, "Golden Pages");
/// assert_eq!(NonEmptyText::new(" \t"), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct NonEmptyText(Box<str>);

impl NonEmptyText {
    /// `text` without what is blank around it; `None` when nothing is left.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim_matches(is_blank);
        (!text.is_empty()).then(|| Self(text.into()))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for NonEmptyText {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for NonEmptyText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self)
    }
}

impl<'de> Deserialize<'de> for NonEmptyText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor)
    }
}

/// Takes a text as it stands in the charter, of which there may be a hundred thousand.
struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = NonEmptyText;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<NonEmptyText, E> {
        NonEmptyText::new(text).ok_or_else(|| {
            let instead = "a name or a word, such as \"Golden Pages\", or remove the entry";
            Error::invalid_value(Unexpected::Other("the text is empty"), &instead)
        })
    }
}

/// Reads text for people, kept as it was written; blank text is an error.
pub(crate) fn written<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(deserializer)?;
    if text.chars().all(is_blank) {
        return Err(Error::invalid_value(Unexpected::Other("the text is empty"), &"some text, or remove the key"));
    }
    Ok(Some(text))
}

/// White space, and the zero-width and direction marks that come along when Hebrew is copied.
fn is_blank(character: char) -> bool {
    let invisible = matches!(character,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    invisible || character.is_whitespace()
}
