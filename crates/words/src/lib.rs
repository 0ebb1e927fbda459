//! Reads text into words and finds a pack's terms in them, in Hebrew and in English.
//!
//! A post is cut into sentences ([`sentences`]), a sentence folded (`fold`, [`units`]) and read into [`Words`]; each word has
//! readings without prefixes and endings ([`Readings`]); a [`Lexicon`] finds terms in them, given as lemmas and inflected once
//! (`hebrew`, `english`). How a word [`Sound`]s tells what it may be in the other script. A [`Vocabulary`] is the lexicon of a whole pack, made at build time so that nothing is inflected where it
//! runs.
//!
//! What does not belong here: what a term means for a charter. Nothing here panics, on any text.

mod arrays;
mod english;
mod fold;
mod forms;
mod hash;
mod hebrew;
mod lexicon;
mod numbers;
mod plain;
mod readings;
mod roles;
mod sentences;
mod signals;
mod sound;
mod span;
mod units;
mod vocabulary;
mod words;

pub use english::English;
pub use fold::is_hebrew;
pub use hash::{HashKeyed, Ready, WordHash};
pub use hebrew::{Prefixes, key};
pub use lexicon::{Builder, Hit, Inflection, Lexicon};
pub use numbers::{Number, NumberUnit};
pub use plain::PlainName;
pub use readings::{Readings, Stem, term_hash};
pub use sentences::{Sentence, Sentences, sentences};
pub use signals::{NAME_SIGNALS, NEEDED_LISTS, NUMBER_SIGNALS, SignalId, Signals};
pub use sound::{Bones, MOST_BONES, Sound};
pub use span::Utf16Span;
pub use units::{Unit, units};
pub use vocabulary::{Vocabulary, add_term};
pub use words::{Kind, Word, Words};
