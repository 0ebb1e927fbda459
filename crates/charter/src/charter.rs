//! The charter itself.

use serde::{Deserialize, Serialize};

use crate::hash::Fnv;
use crate::text::written;
use crate::{
    Categories, Category, Fingerprints, Lang, Level, Links, LocalText, MatchPattern, Name, NonEmptyText, RawRule,
};

/// What the company decided. Made by [`Charter::read`] and [`Charter::default_charter`] only.
///
/// Written as JSON it is a charter again, complete and in a fixed order.
///
/// ```
/// use amana_charter::{Category, Charter, Lang};
/// let charter = Charter::default_charter();
/// assert!(charter.is_default() && charter.company.names.is_empty());
/// assert!(charter.clause(Category::Finances, Lang::En).ends_with('.'));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Charter {
    /// The version of the format, for what reads it back.
    #[serde(rename = "charter")]
    pub(crate) format: u8,
    /// The charter's own version, in its author's counting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// What the charter is called.
    pub title: LocalText,
    /// The company.
    pub company: Company,
    /// People of the company.
    pub people: Vec<Name>,
    /// Its competitors.
    pub competitors: Vec<Name>,
    /// Its customers.
    pub customers: Vec<Name>,
    /// Its suppliers.
    pub suppliers: Vec<Name>,
    /// Names of what it works on.
    pub projects: Vec<Name>,
    /// More names of all these, which the charter holds without telling them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fingerprints: Option<Fingerprints>,
    /// How loudly each category speaks, and what it says.
    pub categories: Categories,
    /// Its own rules, beside the pack's.
    pub rules: Vec<RawRule>,
    /// The sites to watch; none given, the standard ones.
    pub sites: Vec<MatchPattern>,
    /// Where people find it.
    #[serde(skip_serializing_if = "Links::is_empty")]
    pub links: Links,
    /// Whom to ask about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
}

impl Charter {
    /// How loudly a category speaks.
    ///
    /// ```
    /// use amana_charter::{Category, Charter, Level};
    /// assert_eq!(Charter::default_charter().level(Category::Ambassador), Level::Off);
    /// ```
    #[must_use]
    pub fn level(&self, category: Category) -> Level {
        self.categories.get(category).level
    }

    /// The charter's sentence on a category, in `lang` where it has it, else in the other language.
    ///
    /// ```
    /// use amana_charter::{Category, Charter, Lang};
    /// assert!(!Charter::default_charter().clause(Category::Colleagues, Lang::He).is_empty());
    /// ```
    #[must_use]
    pub fn clause(&self, category: Category, lang: Lang) -> &str {
        self.categories.get(category).clause.get(lang).unwrap_or_default()
    }

    /// What a category advises to ask oneself or to do instead, in `lang` where it has it, else in the other language.
    ///
    /// ```
    /// use amana_charter::{Category, Charter, Lang};
    /// assert!(!Charter::default_charter().advice(Category::Colleagues, Lang::En).is_empty());
    /// ```
    #[must_use]
    pub fn advice(&self, category: Category, lang: Lang) -> &str {
        self.categories.get(category).advice.get(lang).unwrap_or_default()
    }

    /// Whether this is the embedded default, which is in force where no company gave a charter: it alone has no names.
    ///
    /// ```
    /// use amana_charter::Charter;
    /// assert!(Charter::default_charter().is_default());
    /// ```
    #[must_use]
    pub fn is_default(&self) -> bool {
        self.company.names.is_empty()
    }

    /// The same charter, with no category louder than `ceiling`.
    ///
    /// ```
    /// use amana_charter::{Category, Charter, Level};
    /// let quiet = Charter::default_charter().lowered_to(Level::Quiet);
    /// assert_eq!(quiet.level(Category::Finances), Level::Quiet);
    /// assert_eq!(quiet.level(Category::Ambassador), Level::Off); // never louder
    /// ```
    #[must_use]
    pub fn lowered_to(self, ceiling: Level) -> Self {
        Self { categories: self.categories.lowered_to(ceiling), ..self }
    }

    /// A number for what the charter says, the same on every machine and in every build: a key for caches. Layout and the
    /// order of keys do not count, but a rule counts as it is written.
    ///
    /// It is computed anew at each call: some milliseconds for a large charter.
    ///
    /// ```
    /// use amana_charter::Charter;
    /// let one = Charter::read(r#"{"charter": 1, "company": {"names": ["Golden Pages"]}}"#)?.charter;
    /// let two = Charter::read(r#"{"company": {"names": [{"name": "Golden Pages"}]}, "charter": 1}"#)?.charter;
    /// assert_eq!(one.hash(), two.hash());
    /// assert_ne!(one.hash(), Charter::default_charter().hash());
    /// # Ok::<(), amana_charter::ReadError>(())
    /// ```
    #[must_use]
    pub fn hash(&self) -> u64 {
        let mut hasher = Fnv::new();
        // Neither the hasher nor a charter that was read can fail here.
        let _ = serde_json::to_writer(&mut hasher, self);
        hasher.finish()
    }
}

/// The company, and what it is known by.
///
/// ```
/// use amana_charter::Charter;
/// let json = r#"{"charter": 1, "company": {"names": ["דפי זהב"], "official_accounts": ["@goldenpages"]}}"#;
/// let company = Charter::read(json)?.charter.company;
/// assert_eq!(company.names[0].name.as_str(), "דפי זהב");
/// assert!(company.brands.is_empty());
/// # Ok::<(), amana_charter::ReadError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default, expecting = r#"an object such as {"names": ["Golden Pages"]}"#)]
pub struct Company {
    /// What it is called; empty in the embedded default only.
    pub names: Vec<Name>,
    /// Its brands.
    pub brands: Vec<Name>,
    /// The accounts that speak for it, as the sites write them.
    pub official_accounts: Vec<NonEmptyText>,
}

/// Whom an employee can ask about the charter.
///
/// ```
/// use amana_charter::Charter;
/// let json = r#"{"charter": 1, "company": {"names": ["Golden Pages"]}, "contact": {"email": "charter@example.com"}}"#;
/// let contact = Charter::read(json)?.charter.contact;
/// assert_eq!(contact.map(|contact| contact.email).as_deref(), Some("charter@example.com"));
/// # Ok::<(), amana_charter::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = r#"an object such as {"email": "charter@example.com"}"#)]
pub struct Contact {
    /// An e-mail address, not checked beyond a [`Note`](crate::Note).
    pub email: String,
    /// Who reads it.
    #[serde(default, deserialize_with = "written", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}
