//! The doctor: what each browser will drop or refuse of a policy file, and why.

use amana_charter::{Lang, Read};
use serde_json::{Map, Value};

use crate::{ChromiumId, Document, FIREFOX_ID, Form, Key, Kind, Policy, Problem, problem::quoted, sha256};

/// What the doctor found.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The file, taken apart.
    pub document: Document,
    /// The charter, when there is a good one.
    pub charter: Option<Read>,
    /// What is known of the charter: one line each.
    pub facts: Vec<String>,
    /// What will go wrong, or is worth a thought.
    pub remarks: Vec<Remark>,
}

/// What somebody will do with a part of the policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Who.
    pub by: Party,
    /// Where, why, and what to write instead.
    pub problem: Problem,
}

/// Who does something with a policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Party {
    /// A Chromium browser drops it, without a word to anyone.
    Chromium,
    /// Firefox drops it.
    Firefox,
    /// Amana refuses it, and says so in its popup.
    Amana,
    /// Nobody: it is worth a thought.
    Nobody,
}

impl Party {
    /// What the party does, as the beginning of a sentence.
    #[must_use]
    pub fn does(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium browsers drop",
            Self::Firefox => "Firefox drops",
            Self::Amana => "Amana refuses",
            Self::Nobody => "mind",
        }
    }
}

/// So large a charter was tried in Chromium and in Firefox; nothing larger was.
const TRIED_BYTES: usize = 2_000_000;

/// Microsoft names this as the largest registry value that every format of the registry holds.
const REGISTRY_BYTES: usize = 1 << 20;

/// Examines a policy file.
///
/// # Errors
///
/// When the file can't be taken apart: see [`Document::read`].
///
/// ```
/// use amana_policy::{Party, examine};
/// let report = examine(r#"{"charter": {"charter": 1, "company": {"names": ["Golden Pages"]}}}"#)?;
/// assert_eq!(report.remarks[0].by, Party::Chromium); // there the charter must be a text
/// # Ok::<(), amana_policy::Problem>(())
/// ```
pub fn examine(json: &str) -> Result<Report, Problem> {
    let document = Document::read(json)?;
    let (policy, problems) = Policy::read(&document.keys);
    let mut remarks = dropped_by_chromium(&document);
    remarks.extend(installation(&document));
    remarks.extend(problems.into_iter().filter(|p| reaches_amana(&document, p)).map(|p| remark(Party::Amana, p)));
    let charter = policy.read_charter().unwrap_or_else(|problem| {
        remarks.push(remark(Party::Amana, problem));
        None
    });
    remarks.extend(thoughts(&policy));
    let remarks = remarks.into_iter().map(|remark| placed(&document, remark)).collect();
    Ok(Report { facts: facts(&policy, charter.as_ref()), document, charter, remarks })
}

/// What is known of the charter that a policy brings.
fn facts(policy: &Policy, charter: Option<&Read>) -> Vec<String> {
    let Some(text) = &policy.charter else { return Vec::new() };
    let said = charter.map(|read| {
        let title = read.charter.title.get(Lang::En).unwrap_or_default().to_owned();
        let version = read.charter.version.as_deref().unwrap_or("none given");
        [format!("charter: {title}"), format!("version: {version}")]
    });
    let size = [format!("size: {} bytes", text.len()), format!("SHA-256: {}", sha256(text))];
    said.into_iter().flatten().chain(size).collect()
}

/// Chromium lets nothing through that breaks the schema, and drops the whole key.
fn dropped_by_chromium(document: &Document) -> Vec<Remark> {
    if document.form == Form::Firefox {
        return Vec::new();
    }
    let wrong = |(name, value): (&String, &Value)| match Key::named(name) {
        None => Some(Problem::new(name, "this is not a key of Amana's", "remove it, or mend its name")),
        Some(key) => misfit(key, value),
    };
    let mut wrong: Vec<Problem> = document.keys.iter().filter_map(wrong).collect();
    if document.form == Form::Chromium && document.id().parse::<ChromiumId>().is_err() {
        let found = format!("{:?} is no id of an extension", document.id());
        wrong.push(Problem::new(
            "",
            found,
            "write 32 letters from a to p, as `./build.sh package` or the store shows them",
        ));
    }
    wrong.into_iter().map(|problem| remark(Party::Chromium, problem)).collect()
}

fn misfit(key: Key, value: &Value) -> Option<Problem> {
    let (good, advice) = match key.kind() {
        Kind::Text => (value.is_string(), "write one text; `amana policy export` does"),
        Kind::List => {
            (value.as_array().is_some_and(|all| all.iter().all(Value::is_string)), "write a list of texts in [ ]")
        }
    };
    let found = format!("this is {}, which breaks the schema", quoted(value));
    (!good).then(|| Problem::new(key.as_str(), found, advice))
}

/// What Chromium dropped, Amana never sees.
fn reaches_amana(document: &Document, problem: &Problem) -> bool {
    let name = problem.place.split('[').next().unwrap_or_default();
    let dropped = match (Key::named(name), document.keys.get(name)) {
        (Some(key), Some(value)) => misfit(key, value).is_some(),
        _ => true,
    };
    document.form == Form::Firefox || !dropped
}

/// Whether the policies around Amana's keys install it.
fn installation(document: &Document) -> Option<Remark> {
    let (settings, address) = match document.form {
        Form::Chromium => {
            (document.around.get("ExtensionSettings").and_then(|all| all.get(document.id())), "update_url")
        }
        Form::Firefox => (document.around.get("ExtensionSettings").and_then(|all| all.get(FIREFOX_ID)), "install_url"),
        Form::Keys | Form::GoogleAdmin => return None,
    };
    let place = format!("ExtensionSettings.{}", document.id());
    let Some(settings) = settings.and_then(Value::as_object) else {
        return (!in_force_list(document)).then(|| {
            let advice = "add it here, unless another policy installs Amana";
            remark(Party::Nobody, Problem::new(place, "it is missing: nothing in this file installs Amana", advice))
        });
    };
    let by = if document.form == Form::Firefox { Party::Firefox } else { Party::Chromium };
    match settings.get(address).and_then(Value::as_str) {
        None if installs(settings) => {
            let found = format!("it installs Amana, and does not say from where: \"{address}\" is missing");
            Some(remark(by, Problem::new(place, found, format!("write \"{address}\": \"https://…\""))))
        }
        Some(url) => own_host(document.form, url).map(|found| {
            let advice = "see docs/it/README.md, \"store or self-hosted\"";
            remark(Party::Nobody, Problem::new(format!("{place}.{address}"), found, advice))
        }),
        None => None,
    }
}

fn installs(settings: &Map<String, Value>) -> bool {
    let mode = settings.get("installation_mode").and_then(Value::as_str);
    mode.is_some_and(|mode| mode.ends_with("_installed"))
}

fn in_force_list(document: &Document) -> bool {
    let list = document.around.get("ExtensionInstallForcelist").and_then(Value::as_array);
    let ours = |entry: &Value| entry.as_str().is_some_and(|entry| entry.split(';').next() == Some(document.id()));
    list.is_some_and(|list| list.iter().any(ours))
}

/// What an address outside the stores means.
fn own_host(form: Form, url: &str) -> Option<&'static str> {
    let firefox = form == Form::Firefox;
    let stores = ["https://clients2.google.com/", "https://edge.microsoft.com/", "https://addons.mozilla.org/"];
    let found = if firefox {
        "release Firefox takes the XPI only when Mozilla signed it; ESR, Developer Edition and Nightly can be told otherwise"
    } else {
        "on Windows and macOS, Chrome and Edge install from an own host on managed machines only"
    };
    (!stores.iter().any(|store| url.starts_with(store))).then_some(found)
}

/// What does no harm, and may not be meant.
fn thoughts(policy: &Policy) -> Vec<Remark> {
    let bytes = policy.charter.as_ref().map_or(0, String::len);
    let shorter = "give fewer names, or as fingerprints; see docs/names.md";
    let all = [
        policy.charter.is_none().then(|| {
            let found = "there is none: the general rules are in force, which know no names";
            Problem::new("charter", found, "add it, unless another policy does")
        }),
        (bytes > TRIED_BYTES)
            .then(|| Problem::new("charter", format!("it has {bytes} bytes; up to {TRIED_BYTES} were tried"), shorter)),
        (bytes > REGISTRY_BYTES && bytes <= TRIED_BYTES).then(|| {
            let found =
                format!("it has {bytes} bytes; a value in Windows' registry should have at most {REGISTRY_BYTES}");
            Problem::new("charter", found, shorter)
        }),
        (policy.level_ceiling == Some(amana_charter::Level::Off)).then(|| {
            Problem::new(
                "level_ceiling",
                "with \"off\" Amana looks for nothing",
                "write \"quiet\" for a pilot that counts",
            )
        }),
    ];
    all.into_iter().flatten().map(|problem| remark(Party::Nobody, problem)).collect()
}

fn remark(by: Party, problem: Problem) -> Remark {
    Remark { by, problem }
}

/// With the place in the file, for what is said of Amana's own keys.
fn placed(document: &Document, mut remark: Remark) -> Remark {
    let place = &mut remark.problem.place;
    if !place.starts_with("ExtensionSettings") && !document.place.is_empty() {
        let own = std::mem::take(place);
        *place = if own.is_empty() { document.place.clone() } else { format!("{}.{own}", document.place) };
    }
    remark
}
