//! The shapes of a pack: lists, rules, patterns.

use std::{collections::BTreeMap, fmt};

use amana_charter::{Category, Lang, Level};
use serde::{Deserialize, Serialize};

/// Lists and rules that belong together.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Pack {
    /// Every list of every language.
    pub lists: Vec<List>,
    /// Every rule.
    pub rules: Vec<Rule>,
    /// Irregular forms of English words, by base form.
    #[serde(default)]
    pub irregular: BTreeMap<String, Vec<String>>,
}

/// Words of one language that mean much the same to a rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct List {
    /// The language of its words.
    pub lang: Lang,
    /// What rules call it, without the `@`; the file's name.
    pub id: String,
    /// Its words.
    pub words: Words,
}

/// The words of a list, by how they change in a sentence.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Words {
    /// What the list is, for its next author.
    #[serde(skip_serializing)]
    pub about: String,
    /// Nouns in the singular; every inflected form is found.
    pub nouns: Vec<String>,
    /// Verbs: Hebrew in the past tense, third person masculine singular; English in the base form.
    pub verbs: Vec<String>,
    /// Adjectives: Hebrew in the masculine singular.
    pub adjectives: Vec<String>,
    /// Words that stand as they are; in Hebrew after any prefix letters.
    pub fixed: Vec<String>,
    /// Several words in a row, each found in its inflected forms; `…` stands for up to three words in between.
    pub phrases: Vec<String>,
    /// Other lists of the same language, whose words belong to this one too; without the `@`.
    pub includes: Vec<String>,
}

/// What comes together in a sentence to touch a clause.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its permanent name; the file's name; never used again for another rule.
    pub id: String,
    /// The clause it watches.
    pub category: Category,
    /// How loud it may be at most; the charter's level for the category where that is lower.
    #[serde(default = "warn")]
    pub level: Level,
    /// The version that brought it.
    #[serde(default, skip_serializing)]
    pub since: String,
    /// Why a charter's owner wants its reader reminded.
    #[serde(default, skip_serializing)]
    pub why: String,
    /// The key of the sentence that tells what was seen.
    pub says: String,
    /// Rules on whose `allows` this one may fire, since it watches something else in them.
    #[serde(default, skip_serializing)]
    pub beside: Vec<String>,
    /// How it shows in Hebrew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub he: Option<Pattern>,
    /// How it shows in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<Pattern>,
}

/// How a rule shows in one language.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// Each of these must be there, in any order.
    pub all: Vec<OneOf>,
    /// How near to one another.
    #[serde(default)]
    pub within: Within,
    /// What must hold of the place besides.
    #[serde(default)]
    pub needs: Vec<Context>,
    /// What must not hold of the place.
    #[serde(default)]
    pub not: Vec<Context>,
    /// Posts that it flags, the words in `[[ ]]`.
    #[serde(default, skip_serializing)]
    pub flags: Vec<String>,
    /// Posts that it lets pass, near misses among them.
    #[serde(default, skip_serializing)]
    pub allows: Vec<String>,
}

/// One thing that must be there: a term, or any one of several.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum OneOf {
    /// This very one.
    Term(Term),
    /// Any of these.
    Any(Vec<Term>),
}

impl OneOf {
    /// The terms of which one must be there.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        match self {
            Self::Term(term) => std::slice::from_ref(term),
            Self::Any(terms) => terms,
        }
    }
}

/// Words, or a reference to a list: `@target`, `@competitors`, `@money`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Term {
    /// A list, a kind of name or a kind of number, without the `@`.
    List(String),
    /// A word or several, each found in its inflected forms.
    Words(String),
}

impl From<String> for Term {
    fn from(text: String) -> Self {
        match text.strip_prefix('@') {
            Some(list) => Self::List(list.to_owned()),
            None => Self::Words(text),
        }
    }
}

impl From<Term> for String {
    fn from(term: Term) -> Self {
        term.to_string()
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::List(id) => write!(f, "@{id}"),
            Self::Words(words) => f.write_str(words),
        }
    }
}

/// How near to one another the parts of a pattern stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Within {
    /// In one sentence.
    #[default]
    Sentence,
    /// In one sentence and the one before it.
    TwoSentences,
    /// In at most so many words from the first to the last.
    #[serde(untagged)]
    Words(u16),
}

/// What may be asked of the place around the words.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Context {
    /// One of the checker's own judgements.
    Is(Condition),
    /// A word of this list stands in the sentence; without the `@`.
    Has(String),
}

impl TryFrom<String> for Context {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        if let Some(list) = text.strip_prefix('@') {
            return Ok(Self::Has(list.to_owned()));
        }
        let found = Condition::ALL.into_iter().find(|c| c.as_str() == text);
        found.map(Self::Is).ok_or_else(|| {
            let known = Condition::ALL.map(Condition::as_str).join(", ");
            format!("unknown condition `{text}`: write one of {known}, or a list such as `@us`")
        })
    }
}

impl From<Context> for String {
    fn from(context: Context) -> Self {
        match context {
            Context::Is(condition) => condition.as_str().to_owned(),
            Context::Has(list) => format!("@{list}"),
        }
    }
}

/// The checker's judgements on a sentence, made from the lists named here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Condition {
    /// The writer speaks of their own workplace: `@us`, `@workplace`, or the company's name, here or in the sentence before, and
    /// nobody else's (`@others`).
    SpeakerIsUs,
    /// Somebody else's affair: `@others`, here.
    OthersAffair,
    /// Said to be public already: `@published`, here or next to it.
    Published,
    /// Denied: `@negation`, just before the words.
    Negated,
    /// Asked: the sentence ends with a question mark.
    Question,
    /// Praise that turns a hit around: `@praise`, here.
    Praise,
}

impl Condition {
    /// Every condition.
    pub const ALL: [Self; 6] =
        [Self::SpeakerIsUs, Self::OthersAffair, Self::Published, Self::Negated, Self::Question, Self::Praise];

    /// Its name in a rule.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SpeakerIsUs => "speaker-is-us",
            Self::OthersAffair => "others-affair",
            Self::Published => "published",
            Self::Negated => "negated",
            Self::Question => "question",
            Self::Praise => "praise",
        }
    }
}

impl Pack {
    /// The pack as one blob (JSON), without what only authors need.
    ///
    /// # Errors
    /// Never for a pack that was read; `serde_json`'s error otherwise.
    pub fn to_blob(&self) -> serde_json::Result<Vec<u8>> {
        serde_json::to_vec(self)
    }

    /// Reads a blob that [`Pack::to_blob`] made.
    ///
    /// # Errors
    /// When the blob is of another shape: the place in it, as `serde_json` tells it.
    pub fn from_blob(blob: &[u8]) -> serde_json::Result<Self> {
        serde_json::from_slice(blob)
    }
}

impl Rule {
    /// How it shows in `lang`, when it does.
    #[must_use]
    pub fn pattern(&self, lang: Lang) -> Option<&Pattern> {
        match lang {
            Lang::He => self.he.as_ref(),
            Lang::En => self.en.as_ref(),
        }
    }
}

fn warn() -> Level {
    Level::Warn
}
