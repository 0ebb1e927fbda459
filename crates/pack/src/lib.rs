//! Rules and word lists as data.
//!
//! A *list* is a set of words that mean much the same to a rule: what a company measures itself against, ways to say
//! "my boss". A *rule* names the lists that must come together in one place, in Hebrew and in English, and carries its own
//! examples: posts that it flags, and near misses that it allows. Lists and rules that belong together are a [`Pack`].
//!
//! Authors write TOML, one file a list and one file a rule; the `author` feature reads and checks such a folder. The
//! browser never sees TOML: [`Pack::to_blob`] makes the one blob that is compiled in, without the examples, and
//! [`Pack::from_blob`] reads it.
//!
//! ```
//! use amana_pack::Rule;
//! let rule: Rule = serde_json::from_str(r#"{
//!   "id": "finances-bonus", "category": "finances", "since": "0.1.0",
//!   "why": "Pay inside the company is internal.", "says": "saw-pay",
//!   "en": {"all": ["bonus", "@money"], "needs": ["speaker-is-us"]}
//! }"#)?;
//! assert_eq!(rule.en.map(|en| en.all.len()), Some(2));
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! What does not belong here: finding anything in a text. That is the checker.

#[cfg(feature = "author")]
pub mod author;
mod example;
mod model;

pub use example::{Example, ExampleError};
pub use model::{Condition, Context, List, OneOf, Pack, Pattern, Rule, Term, Within, Words};
