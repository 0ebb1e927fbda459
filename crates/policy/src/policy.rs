//! A policy that was read.

use std::fmt::Write;

use amana_charter::{Charter, Lang, Level, MatchPattern, Read, ReadError};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::{Key, Problem};

/// What an administrator decided beside the charter, and the charter as it came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Policy {
    /// The charter, as JSON text, not read yet.
    pub charter: Option<String>,
    /// What the SHA-256 of that text must be: 64 hexadecimal digits in lower case.
    pub charter_sha256: Option<String>,
    /// The language to speak.
    pub language: Option<Lang>,
    /// No category speaks louder than this.
    pub level_ceiling: Option<Level>,
    /// Switches that the employee does not have.
    pub locked: Vec<Switch>,
    /// Sites to offer beside the standard ones.
    pub sites_extra: Vec<MatchPattern>,
    /// Sites where Amana stays off.
    pub sites_off: Vec<MatchPattern>,
}

impl Policy {
    /// Reads what a browser handed over. A value that can't be used is named and left out.
    #[must_use]
    pub fn read(given: &Map<String, Value>) -> (Self, Vec<Problem>) {
        let mut reader = Reader { given, problems: Vec::new() };
        let policy = Self {
            charter: reader.charter(),
            charter_sha256: reader.digest(),
            language: reader.one(Key::Language, language),
            level_ceiling: reader.one(Key::LevelCeiling, level),
            locked: reader.all(Key::Locked, switch),
            sites_extra: reader.all(Key::SitesExtra, whole_site),
            sites_off: reader.all(Key::SitesOff, site),
        };
        reader.unknown();
        (policy, reader.problems)
    }

    /// The charter, when there is one.
    ///
    /// # Errors
    ///
    /// The text is not the one that `charter_sha256` was made of, or no good charter; or there is no text to that digest.
    pub fn read_charter(&self) -> Result<Option<Read>, Problem> {
        let Some(text) = &self.charter else {
            return if self.charter_sha256.is_some() { Err(did_not_arrive()) } else { Ok(None) };
        };
        let found = sha256(text);
        if self.charter_sha256.as_ref().is_some_and(|wanted| *wanted != found) {
            let found = format!("its SHA-256 is {found}, which is not what charter_sha256 says");
            let advice = "it did not arrive whole, or was edited: export the policy anew, or remove charter_sha256";
            return Err(Problem::new("charter", found, advice));
        }
        Charter::read(text).map(Some).map_err(|error| in_charter(&error))
    }

    /// The policy as a browser hands it over.
    #[must_use]
    pub fn to_json(&self) -> Map<String, Value> {
        let texts = [
            (Key::Charter, self.charter.as_deref()),
            (Key::CharterSha256, self.charter_sha256.as_deref()),
            (Key::Language, self.language.map(Lang::as_str)),
            (Key::LevelCeiling, self.level_ceiling.map(Level::as_str)),
        ];
        let lists: [(Key, Vec<&str>); 3] = [
            (Key::Locked, self.locked.iter().map(|switch| switch.as_str()).collect()),
            (Key::SitesExtra, self.sites_extra.iter().map(MatchPattern::as_str).collect()),
            (Key::SitesOff, self.sites_off.iter().map(MatchPattern::as_str).collect()),
        ];
        let texts = texts.into_iter().filter_map(|(key, text)| Some((key, Value::from(text?))));
        let lists = lists.into_iter().filter(|(_, list)| !list.is_empty()).map(|(key, list)| (key, Value::from(list)));
        texts.chain(lists).map(|(key, value)| (key.as_str().to_owned(), value)).collect()
    }
}

/// What an employee can change in the popup, unless a policy takes it away.
///
/// ```
/// use amana_policy::Switch;
/// assert_eq!(Switch::ALL.map(Switch::as_str), ["site", "language", "add-site"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    /// Off on a site, and on again.
    Site,
    /// The choice of a language.
    Language,
    /// Adding a site.
    AddSite,
}

impl Switch {
    /// Every switch.
    pub const ALL: [Self; 3] = [Self::Site, Self::Language, Self::AddSite];

    /// Its name in a policy.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::Language => "language",
            Self::AddSite => "add-site",
        }
    }
}

/// The SHA-256 of a text's UTF-8 bytes: 64 hexadecimal digits in lower case.
///
/// ```
/// assert!(amana_policy::sha256("").starts_with("e3b0c44298fc1c14"));
/// ```
#[must_use]
pub fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::with_capacity(64), |mut digits, byte| {
        // Writing into a String does not fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// A JSON text without the white space between its values: one line, as the registry wants it.
///
/// ```
/// assert_eq!(amana_policy::minified("{ \"a\": [1,\n 2], \"b c\": \"d \\\" e\" }"), r#"{"a":[1,2],"b c":"d \" e"}"#);
/// ```
#[must_use]
pub fn minified(json: &str) -> String {
    let (mut in_text, mut escaped) = (false, false);
    let kept = json.trim_start_matches('\u{feff}').chars().filter(|c| {
        let keep = in_text || !c.is_ascii_whitespace();
        in_text ^= *c == '"' && !escaped;
        escaped = in_text && *c == '\\' && !escaped;
        keep
    });
    kept.collect()
}

/// Takes values out of what was given, and remembers what is wrong with them.
struct Reader<'a> {
    given: &'a Map<String, Value>,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    /// A text, as Chromium lets it through; or an object, which Firefox hands over too.
    fn charter(&mut self) -> Option<String> {
        match self.given.get(Key::Charter.as_str())? {
            Value::String(text) => Some(text.clone()),
            object @ Value::Object(_) => Some(object.to_string()),
            other => {
                self.problems.push(Problem::value("charter", other, "write the charter as one JSON text"));
                None
            }
        }
    }

    /// Only a text has a digest: an object's layout is lost on its way through the browser.
    fn digest(&mut self) -> Option<String> {
        let key = Key::CharterSha256.as_str();
        if self.given.contains_key(key) && self.given.get(Key::Charter.as_str()).is_some_and(Value::is_object) {
            let advice = "give the charter as text, or remove charter_sha256";
            self.problems.push(Problem::new(key, "the charter is an object, which has no digest", advice));
            return None;
        }
        self.one(Key::CharterSha256, digest)
    }

    fn one<T>(&mut self, key: Key, read: Read1<T>) -> Option<T> {
        let value = self.given.get(key.as_str())?;
        self.take(key.as_str().to_owned(), value, read)
    }

    fn all<T>(&mut self, key: Key, read: Read1<T>) -> Vec<T> {
        match self.given.get(key.as_str()) {
            None => Vec::new(),
            Some(Value::Array(values)) => {
                let values = values.iter().enumerate();
                values.filter_map(|(i, value)| self.take(format!("{}[{i}]", key.as_str()), value, read)).collect()
            }
            Some(other) => {
                self.problems.push(Problem::value(key.as_str(), other, "write a list in [ ]"));
                Vec::new()
            }
        }
    }

    fn take<T>(&mut self, place: String, value: &Value, read: Read1<T>) -> Option<T> {
        let advice = match value.as_str().map(read) {
            Some(Ok(read)) => return Some(read),
            Some(Err(advice)) => advice,
            None => "write text in double quotes".to_owned(),
        };
        self.problems.push(Problem::value(place, value, advice));
        None
    }

    fn unknown(&mut self) {
        let known = Key::ALL.map(|key| format!("\"{}\"", key.as_str())).join(", ");
        for key in self.given.keys().filter(|key| Key::named(key).is_none()) {
            let advice = format!("remove it, or write one of {known}");
            self.problems.push(Problem::new(key, "this is not a key of Amana's", advice));
        }
    }
}

/// Reads one text, or says what to write instead.
type Read1<T> = fn(&str) -> Result<T, String>;

fn digest(text: &str) -> Result<String, String> {
    let good = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let advice = "write 64 hexadecimal digits, as `amana policy export` makes them";
    good.then(|| text.to_ascii_lowercase()).ok_or_else(|| advice.to_owned())
}

fn language(text: &str) -> Result<Lang, String> {
    one_of(text, &[Lang::He, Lang::En], Lang::as_str)
}

fn level(text: &str) -> Result<Level, String> {
    one_of(text, &[Level::Off, Level::Quiet, Level::Notice, Level::Warn], Level::as_str)
}

fn switch(text: &str) -> Result<Switch, String> {
    one_of(text, &Switch::ALL, Switch::as_str)
}

fn site(text: &str) -> Result<MatchPattern, String> {
    text.parse().map_err(|error: amana_charter::PatternError| error.to_string())
}

fn one_of<T: Copy>(text: &str, known: &[T], name: fn(T) -> &'static str) -> Result<T, String> {
    known.iter().copied().find(|one| name(*one) == text).ok_or_else(|| {
        let names: Vec<String> = known.iter().map(|one| format!("\"{}\"", name(*one))).collect();
        format!("write {}", names.join(" or "))
    })
}

/// A site that an employee can allow with one click: a browser gives whole hosts over HTTPS only.
///
/// # Errors
/// What to write instead, when it is another pattern or none.
pub fn whole_site(text: &str) -> Result<MatchPattern, String> {
    let host = text.strip_prefix("https://").and_then(|rest| rest.strip_suffix("/*"));
    match host.filter(|host| !host.contains('/')) {
        Some(_) => site(text),
        None => Err("write a whole site over HTTPS, such as \"https://*.example.com/*\"".to_owned()),
    }
}

/// Chromium drops a charter that is not one text, and leaves its digest.
fn did_not_arrive() -> Problem {
    let found = "it is missing, though charter_sha256 says that there is one";
    Problem::new(Key::Charter.as_str(), found, "write it as one JSON text, as `amana policy export` does")
}

fn in_charter(error: &ReadError) -> Problem {
    let place = if error.path().is_empty() { "charter".to_owned() } else { format!("charter: {}", error.path()) };
    let found = format!("line {}, column {}: {}", error.line(), error.column(), error.found());
    Problem::new(place, found, error.advice())
}
