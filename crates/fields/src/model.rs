//! What the judgement rests on: words of a language, words of markup, sites. docs/sites.md tells their authors the form.

use amana_charter::MatchPattern;
use serde::{Deserialize, Serialize};

use crate::{Role, Term};

/// All that is known of fields.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Guide {
    /// The words of markup, the same in every language.
    pub markup: Markup,
    /// The words of each language.
    pub words: Vec<Words>,
    /// The sites, each with what is known of it.
    pub sites: Vec<Site>,
}

impl Guide {
    /// The guide as it is compiled in.
    ///
    /// # Errors
    /// When it can't be written as JSON, which no guide that was read can cause.
    pub fn to_blob(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }

    /// Reads what [`Guide::to_blob`] made.
    ///
    /// # Errors
    /// When it is no guide.
    pub fn from_blob(blob: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(blob)
    }
}

/// The words of a language that tell what a field is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Words {
    /// In a field's own words: it is never read, whatever else is said.
    pub never: Vec<Term>,
    /// In a field's own words or its dialog's: a private conversation, unless the site's file knows better.
    pub private: Vec<Term>,
    /// After these somebody's name stands; what follows says nothing about the field.
    pub before_a_name: Vec<Term>,
    /// The name of an account, page, group, channel or blog.
    pub name: Vec<Term>,
    /// A name that one logs in with, too: it counts where an account is made or changed.
    pub user_name: Vec<Term>,
    /// As all that a field is called: a name, where an account is made or changed.
    pub name_alone: Vec<Term>,
    /// A post, in a box of one line.
    pub post: Vec<Term>,
    /// As all that a box of one line is called: a post.
    pub post_alone: Vec<Term>,
    /// On buttons, over forms, in titles: an account is made or changed here.
    pub making: Vec<Term>,
    /// There, too: somebody logs in here.
    pub log_in: Vec<Term>,
}

impl Words {
    /// Each list with its name in the file.
    #[must_use]
    pub fn lists(&self) -> [(&'static str, &[Term]); 10] {
        [
            ("never", &self.never),
            ("private", &self.private),
            ("before_a_name", &self.before_a_name),
            ("name", &self.name),
            ("user_name", &self.user_name),
            ("name_alone", &self.name_alone),
            ("post", &self.post),
            ("post_alone", &self.post_alone),
            ("making", &self.making),
            ("log_in", &self.log_in),
        ]
    }
}

/// The words of markup.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Markup {
    /// Tokens of `autocomplete`, as the HTML standard has them.
    pub autocomplete: Autocomplete,
    /// What paths of pages tell.
    pub path: Paths,
}

/// Tokens of `autocomplete`; others say nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Autocomplete {
    /// Never read.
    pub never: Vec<String>,
    /// The name of an account.
    pub name: Vec<String>,
    /// A name that one logs in with, too.
    pub user_name: Vec<String>,
    /// A name, where an account is made or changed.
    pub name_alone: Vec<String>,
    /// Of a neighbour: an account is made here.
    pub making: Vec<String>,
    /// Of a neighbour: somebody logs in here.
    pub log_in: Vec<String>,
}

/// Parts of paths, as terms.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Paths {
    /// Private conversations are written under it. Each is a whole part of the path, between its slashes.
    pub private: Vec<String>,
    /// An account is made or changed under it.
    pub making: Vec<Term>,
    /// Somebody logs in under it.
    pub log_in: Vec<Term>,
}

/// What is known of a site, or of the software of many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// What people call it.
    pub name: String,
    /// Its pages. The extension is on there from the start.
    #[serde(default)]
    pub matches: Vec<MatchPattern>,
    /// For software that runs on any server: an element around the field that tells it.
    #[serde(default)]
    pub markers: Vec<Glob>,
    /// Paths under which nothing is read.
    #[serde(default)]
    pub private: Vec<Glob>,
    /// What its fields are; the first that fits counts, and where none does, words decide.
    #[serde(default, rename = "field")]
    pub fields: Vec<FieldRule>,
    /// Where it shows the name of the account that is signed in; the first that is there counts.
    #[serde(default, rename = "account")]
    pub accounts: Vec<AccountPlace>,
}

/// A kind of field of a site. It fits a field that fits in everything that is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldRule {
    /// What such a field is.
    pub is: Kind,
    /// How one comes to see such a field, for who has to find it again; it does not ship.
    #[serde(default, skip_serializing)]
    pub why: String,
    /// The element's name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag: Vec<Glob>,
    /// The `name` attribute.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub name: Vec<Glob>,
    /// The `id`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub id: Vec<Glob>,
    /// One of the classes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub class: Vec<Glob>,
    /// What the site marks it with for its own tests.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub testid: Vec<Glob>,
    /// The label.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub label: Vec<Glob>,
    /// The placeholder.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub placeholder: Vec<Glob>,
    /// The path of the page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub path: Vec<Glob>,
    /// What the form or dialog around it is called.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub heading: Vec<Glob>,
    /// An element around it: `name`, `#id`, `.class` or `[test mark]`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub around: Vec<Glob>,
}

/// What a site's field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Something new.
    Post,
    /// Something said about a post.
    Comment,
    /// An answer to a comment.
    Reply,
    /// A text about oneself, a page, a group.
    Profile,
    /// The name of an account, a page, a group, a channel, a blog.
    Name,
    /// Not to be read.
    Never,
}

impl Kind {
    /// As what it is read.
    #[must_use]
    pub fn role(self) -> Role {
        match self {
            Self::Post | Self::Comment | Self::Reply | Self::Profile => Role::Post,
            Self::Name => Role::Name,
            Self::Never => Role::None,
        }
    }
}

/// A text to compare with, without regard to case. A `*` stands for any characters.
///
/// ```
/// use amana_fields::Glob;
/// assert!(Glob::from("tweetTextarea_*").fits("tweettextarea_0"));
/// assert!(!Glob::from("/messages*").fits("/home/messages"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Glob(String);

impl From<&str> for Glob {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl Glob {
    /// As its author wrote it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether all of `text` is what the glob says.
    #[must_use]
    pub fn fits(&self, text: &str) -> bool {
        let (wanted, text) = (self.0.to_lowercase(), text.to_lowercase());
        let mut parts = wanted.split('*');
        let first = parts.next().unwrap_or_default();
        let Some(mut rest) = text.strip_prefix(first) else { return false };
        let mut parts = parts.peekable();
        if parts.peek().is_none() {
            return rest.is_empty();
        }
        while let Some(part) = parts.next() {
            if parts.peek().is_none() {
                return rest.ends_with(part);
            }
            let Some((_, after)) = rest.split_once(part) else { return false };
            rest = after;
        }
        true
    }
}

/// Where a page shows the name of the account that is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountPlace {
    /// The first element that fits this CSS selector.
    pub selector: String,
    /// The attribute that holds the name; none: its text does. Of a link (`href`) it is the last part of the path.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribute: Option<String>,
}

impl AccountPlace {
    /// The name in what stands at this place.
    ///
    /// ```
    /// use amana_fields::AccountPlace;
    /// let link = AccountPlace { selector: "a.me".to_owned(), attribute: Some("href".to_owned()) };
    /// assert_eq!(link.name_in("https://example.com/@golden/?tab=1"), "golden");
    /// ```
    #[must_use]
    pub fn name_in<'a>(&self, shown: &'a str) -> &'a str {
        if self.attribute.as_deref() != Some("href") {
            return shown.trim();
        }
        let path = shown.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
        path.rsplit('/').next().unwrap_or_default().trim_start_matches('@')
    }
}
