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

/// A sentence to be rendered in the reader's language: a key of `_locales` and what it quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Says {
    /// The key.
    pub key: String,
    /// The words as they were written.
    pub words: String,
    /// In an account's name: the brand that they are, as the charter writes it.
    pub brand: Option<String>,
}

impl Says {
    /// What the sentence quotes, by the names that it has for it.
    #[must_use]
    pub fn args(&self) -> [(&str, &str); 2] {
        [("words", &self.words), ("brand", self.brand.as_deref().unwrap_or_default())]
    }
}
