//! What a field is: a post, the name of an account, or not to be read.
//!
//! A page's field comes as a [`Description`]: what its markup says of it, never what is written in it. A [`Guide`] judges it by
//! words in Hebrew and English (`packs/fields`) and by what is known of single sites (`packs/sites`); both are data, read and
//! checked when Amana is built (the feature `author`). Doubt means no: a post that is missed costs less than a password that is read.
//!
//! ```
//! use amana_fields::{Description, Guide, Role};
//! let words = r#"{"markup": {"autocomplete": {"never": ["one-time-code"]}}, "words": [{"never": ["*password*"]}], "sites": []}"#;
//! let guide = Guide::from_blob(words.as_bytes())?;
//! let post = Description { tag: "textarea".to_owned(), multiline: true, ..Description::default() };
//! assert_eq!(guide.role(&post, "x.com"), Role::Post);
//! let secret = Description { id: "newPassword".to_owned(), ..post };
//! assert_eq!(guide.role(&secret, "x.com"), Role::None);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! What does not belong here: a browser, and what is found in a text.

#[cfg(feature = "author")]
pub mod author;
mod decide;
mod description;
mod model;
mod site;
mod terms;

pub use description::{Description, Element, Neighbour, Role};
pub use model::{AccountPlace, Autocomplete, FieldRule, Glob, Guide, Kind, Markup, Paths, Site, Words};
pub use terms::Term;
