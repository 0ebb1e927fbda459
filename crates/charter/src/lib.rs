//! What the company decided about social media, as its people wrote it down: the *charter*.
//!
//! A charter is one JSON document. [`Charter::read`] reads it; only `charter` and `company.names` are required, all else
//! has a default. What is wrong with it comes back as a [`ReadError`] that names the place and says what to write instead;
//! what is odd but does no harm comes back as a [`Note`].
//!
//! ```
//! use amana_charter::{Category, Charter, Lang, Level};
//!
//! let json = r#"{
//!   "charter": 1,
//!   "company": {"names": ["Golden Pages"]},
//!   "competitors": ["Star Index"],
//!   "categories": {"finances": {"level": "notice", "clause": {"en": "Our figures stay with us."}}}
//! }"#;
//! let charter = Charter::read(json)?.charter;
//! assert_eq!(charter.level(Category::Finances), Level::Notice);
//! assert_eq!(charter.clause(Category::Finances, Lang::En), "Our figures stay with us.");
//! assert!(!charter.clause(Category::Colleagues, Lang::He).is_empty()); // from the embedded default
//!
//! let error = Charter::read(r#"{"charter": 1, "company": {"names": [" "]}}"#).unwrap_err();
//! assert_eq!(error.path(), "company.names[0]");
//! assert_eq!((error.line(), error.column()), (1, 38));
//! # Ok::<(), amana_charter::ReadError>(())
//! ```
//!
//! Lines and columns count from 1, columns in characters; a byte order mark at the start is not counted.
//!
//! What does not belong here: I/O, browsers, matching, and the rules' own fields, which the checker reads.

mod category;
mod charter;
mod deserializer;
mod error;
mod fingerprint;
mod hash;
mod link;
mod name;
mod nearest;
mod problem;
mod read;
mod rule;
mod site;
mod syntax;
mod text;
mod value;

pub use category::{Categories, Category, CategorySetting, Level, UnknownCategory};
pub use charter::{Charter, Company, Contact};
pub use error::{Note, Place, ReadError};
pub use fingerprint::{Fingerprint, Fingerprints, Salt, Scheme};
pub use link::{Links, WebAddress};
pub use name::{MatchMode, Name};
pub use read::Read;
pub use rule::RawRule;
pub use site::{MatchPattern, PatternError};
pub use text::{Lang, LocalText, NonEmptyText};
