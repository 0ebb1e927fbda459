//! What the checker answers.

use amana_charter::{Category, Level};
use amana_words::Utf16Span;

/// Words that touch a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The clause.
    pub category: Category,
    /// How loud: the rule's level, lowered to the charter's. Never [`Level::Off`].
    pub level: Level,
    /// The rule's permanent id.
    pub rule: String,
    /// The words: whole words, with their prefixes.
    pub span: Utf16Span,
    /// The parts that made the rule speak, in the order they stand in.
    pub evidence: Vec<Utf16Span>,
    /// What was seen, as a sentence to be rendered.
    pub says: Says,
}

/// A sentence to be rendered in the reader's language: a key of `_locales` and the words it quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Says {
    /// The key.
    pub key: String,
    /// The words as they were written.
    pub words: String,
}
