//! From JSON to a charter.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::category::Change;
use crate::problem::{Problem, quoted};
use crate::text::written;
use crate::value::{Object, Value};
use crate::{
    Categories, Category, Charter, Company, Contact, Fingerprints, Links, LocalText, MatchPattern, Name, Note, RawRule,
    ReadError,
};

/// Keys that the format keeps for later; a charter may have them already.
const RESERVED: [&str; 3] = ["embargoes", "encouraged", "hours"];

/// The charter in force where there is no other.
static EMBEDDED: LazyLock<Charter> = LazyLock::new(|| {
    let draft = Value::parse(include_str!("default.json")).and_then(Draft::deserialize).unwrap_or_default();
    draft.complete(LocalText::default(), &Categories::default(), Vec::new())
});

/// A charter that was read, and what its author may want to know of it.
///
/// ```
/// use amana_charter::Charter;
/// let read = Charter::read(r#"{"charter": 1, "company": {"names": ["Golden Pages"]}, "contact": {"email": "me"}}"#)?;
/// assert_eq!(read.notes.len(), 1); // "me" is no e-mail address
/// # Ok::<(), amana_charter::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The charter.
    pub charter: Charter,
    /// What is odd about it, in the order of the document.
    pub notes: Vec<Note>,
}

impl Charter {
    /// Reads a charter. Only `charter` and `company.names` are required; clauses, advice and levels that it does not give
    /// come from the embedded default. `rules` are kept as they are.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong: the text is no JSON; a key is unknown, repeated or missing; a value has the wrong
    /// type or is not one of the allowed words; a name or a text is blank; a site is no match pattern; the format is not 1.
    ///
    /// ```
    /// use amana_charter::Charter;
    /// let error = Charter::read(r#"{"charter": 1, "company": {"names": []}}"#).unwrap_err();
    /// let expected = r#"charter: company.names (line 1, column 37): the list is empty; write the company's name, such as ["Golden Pages"]"#;
    /// assert_eq!(error.to_string(), expected);
    /// ```
    pub fn read(json: &str) -> Result<Read, ReadError> {
        let document = json.strip_prefix('\u{feff}').unwrap_or(json);
        read(document).map_err(|problem| ReadError::new(document, problem))
    }

    /// The embedded default: neutral clauses and advice in Hebrew and English, no names. It is in force where no company
    /// gave a charter.
    ///
    /// ```
    /// use amana_charter::{Charter, Lang};
    /// assert_eq!(Charter::default_charter().title.get(Lang::En), Some("Social media charter"));
    /// ```
    #[must_use]
    pub fn default_charter() -> Self {
        EMBEDDED.clone()
    }
}

fn read(document: &str) -> Result<Read, Problem> {
    let value = Value::parse(document)?;
    // Taken apart once: a charter may be some megabytes.
    let charter = Object::of(value);
    if value.text().starts_with('{') {
        check_format(&charter)?;
    }
    let draft = charter.read::<Draft>()?;
    check_company(&charter, &draft.company)?;
    let notes = notes(document, &charter, draft.contact.as_ref());
    let charter = draft.complete(EMBEDDED.title.clone(), &EMBEDDED.categories, RawRule::all(document, &charter));
    Ok(Read { charter, notes })
}

/// Checked before all else, since another format may have other keys.
fn check_format(charter: &Object<'_>) -> Result<(), Problem> {
    match charter.member("charter") {
        None => Err(Problem::missing("charter").at(charter.value.start())),
        Some(format) if format.text() != "1" => {
            Err(format.refuse(&"1, the one format that this version of Amana reads"))
        }
        Some(_) => Ok(()),
    }
}

/// A company's charter has the company's name; the embedded default has none, and is not asked.
fn check_company(charter: &Object<'_>, company: &Company) -> Result<(), Problem> {
    if !company.names.is_empty() {
        return Ok(());
    }
    let Some(company) = charter.member("company") else {
        return Err(Problem::missing("company").at(charter.value.start()));
    };
    let Some(names) = company.member("names") else {
        return Err(Problem::missing("names").at(company.start()));
    };
    let advice = r#"write the company's name, such as ["Golden Pages"]"#;
    Err(Problem::new("the list is empty", advice).at(names.start()))
}

fn notes(document: &str, charter: &Object<'_>, contact: Option<&Contact>) -> Vec<Note> {
    let mut notes = Vec::new();
    for (key, value) in charter.members.iter().copied() {
        let key = key.string().unwrap_or_default();
        if RESERVED.contains(&&*key) && !(value.members().is_empty() && value.elements().is_empty()) {
            notes.push(Note::new(document, value, "this version of Amana does not use it yet"));
        }
        let email = if key == "contact" { value.member("email") } else { None };
        if let (Some(value), Some(contact)) = (email, contact)
            && !is_email(&contact.email)
        {
            let message = format!("{} does not look like an e-mail address", quoted(&contact.email));
            notes.push(Note::new(document, value, message));
        }
    }
    notes
}

/// Loose on purpose: only a mail server knows.
fn is_email(text: &str) -> bool {
    let blank = text.contains(|character: char| character.is_whitespace() || character.is_control());
    let parts = text.split_once('@');
    !blank
        && parts
            .is_some_and(|(who, host)| !who.is_empty() && !host.contains('@') && !host.split('.').any(str::is_empty))
}

/// A charter as it is written, before the embedded default fills its gaps.
#[derive(Default, Deserialize)]
#[serde(
    deny_unknown_fields,
    default,
    expecting = r#"a charter, such as {"charter": 1, "company": {"names": ["Golden Pages"]}}"#
)]
struct Draft {
    #[serde(rename = "$schema")]
    _schema: IgnoredAny,
    #[serde(rename = "charter")]
    _format: IgnoredAny,
    #[serde(deserialize_with = "written")]
    version: Option<String>,
    title: Option<LocalText>,
    company: Company,
    people: Vec<Name>,
    competitors: Vec<Name>,
    customers: Vec<Name>,
    suppliers: Vec<Name>,
    projects: Vec<Name>,
    categories: BTreeMap<Category, Change>,
    #[serde(rename = "rules")]
    _rules: Vec<IgnoredAny>,
    sites: Vec<MatchPattern>,
    contact: Option<Contact>,
    #[serde(rename = "embargoes")]
    _embargoes: IgnoredAny,
    #[serde(rename = "encouraged")]
    _encouraged: IgnoredAny,
    fingerprints: Option<Fingerprints>,
    #[serde(rename = "hours")]
    _hours: IgnoredAny,
    links: Links,
}

impl Draft {
    fn complete(self, title: LocalText, categories: &Categories, rules: Vec<RawRule>) -> Charter {
        Charter {
            format: 1,
            version: self.version,
            title: self.title.unwrap_or(title),
            company: self.company,
            people: self.people,
            competitors: self.competitors,
            customers: self.customers,
            suppliers: self.suppliers,
            projects: self.projects,
            fingerprints: self.fingerprints,
            categories: categories.with(self.categories),
            rules,
            sites: self.sites,
            links: self.links,
            contact: self.contact,
        }
    }
}
