//! What an administrator tells Amana by browser policy: the charter, and a few switches beside it.
//!
//! A policy has seven flat keys, all optional ([`Key`]). [`Policy::read`] reads what a browser hands over; a value that can't be
//! used is named and left out, and takes no other with it. [`schema()`] is what the extension ships for Chromium, [`examine`] is the
//! doctor: it says what each browser will drop or refuse of a policy file, and why. With the feature `export`, `export()` writes
//! the files for every platform.
//!
//! ```
//! use amana_policy::Policy;
//! let given = serde_json::json!({
//!     "charter": r#"{"charter": 1, "company": {"names": ["Golden Pages"]}}"#,
//!     "level_ceiling": "quiet",
//!     "language": "fr",
//! });
//! let (policy, problems) = Policy::read(given.as_object().unwrap());
//! assert_eq!(policy.level_ceiling.map(|level| level.as_str()), Some("quiet"));
//! assert_eq!(problems[0].to_string(), r#"language: this is "fr"; write "he" or "en""#);
//! assert!(policy.read_charter().is_ok());
//! ```
//!
//! What does not belong here: I/O, browsers, and what a charter says.

mod doctor;
mod document;
#[cfg(feature = "export")]
mod export;
mod id;
mod key;
mod policy;
mod problem;
mod schema;

pub use doctor::{Party, Remark, Report, examine};
pub use document::{Document, Form};
#[cfg(feature = "export")]
pub use export::{Browser, File, Platform, Rollout, Target, export};
pub use id::{ChromiumId, FIREFOX_ID};
pub use key::{Key, Kind};
pub use policy::{Policy, Switch, minified, sha256, whole_site};
pub use problem::Problem;
pub use schema::schema;
