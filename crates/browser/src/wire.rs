//! Messages as they cross to and from JavaScript; docs/architecture.md holds the contract.

use std::collections::BTreeMap;

use amana_charter::Lang;
use amana_fields::{AccountPlace, Role};
use amana_policy::Problem;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use wasm_bindgen::prelude::*;

use crate::dismiss::{Asked, Dismissal, How, Report};

#[wasm_bindgen]
extern "C" {
    /// What a content script sent. Text crosses as a string by itself, so that a lone surrogate costs one replacement character
    /// and no offset.
    pub type Incoming;

    /// The message's kind.
    #[wasm_bindgen(method, getter, structural)]
    pub fn kind(this: &Incoming) -> Option<String>;

    /// The field's number in its frame.
    #[wasm_bindgen(method, getter, structural)]
    pub fn field(this: &Incoming) -> Option<u32>;

    /// The revision of the text.
    #[wasm_bindgen(method, getter, structural)]
    pub fn revision(this: &Incoming) -> Option<f64>;

    /// The field's role, as it was answered.
    #[wasm_bindgen(method, getter, structural)]
    pub fn role(this: &Incoming) -> Option<String>;

    /// The field's text.
    #[wasm_bindgen(method, getter, structural)]
    pub fn text(this: &Incoming) -> Option<String>;

    /// The ids that the text is quiet about.
    #[wasm_bindgen(method, getter, structural)]
    pub fn quiet(this: &Incoming) -> JsValue;

    /// What the reader chose.
    #[wasm_bindgen(method, getter, structural)]
    pub fn offer(this: &Incoming) -> JsValue;

    /// The finding that it was chosen for.
    #[wasm_bindgen(method, getter, structural)]
    pub fn finding(this: &Incoming) -> JsValue;

    /// The field's description.
    #[wasm_bindgen(method, getter, structural)]
    pub fn describe(this: &Incoming) -> JsValue;

    /// What stands where the page shows the name of the account that is signed in.
    #[wasm_bindgen(method, getter, structural)]
    pub fn shown(this: &Incoming) -> JsValue;
}

impl Incoming {
    /// What came along with the text; in a message of the kind `dismiss`, what the reader chose.
    pub(crate) fn asked(&self) -> Asked {
        let dismissal = from_js(&self.offer()).zip(from_js(&self.finding()));
        Asked {
            quiet: from_js(&self.quiet()).unwrap_or_default(),
            dismissal: dismissal.map(|(offer, finding)| Dismissal { offer, finding }),
        }
    }
}

/// Messages to content scripts.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum ToContent {
    Role { field: u32, role: Role },
    Account { places: Vec<&'static AccountPlace> },
    Findings(Box<Findings>),
    Site { on: bool },
    Resend,
}

/// What was found in one revision of a field.
#[derive(Debug, Serialize)]
pub(crate) struct Findings {
    pub field: u32,
    pub revision: f64,
    #[serde(rename = "locale")]
    pub lang: Lang,
    pub dir: &'static str,
    pub labels: Labels,
    /// Where the whole charter can be read; possibly empty.
    pub link: String,
    /// The style sheet of what is shown, where something is.
    pub style: &'static str,
    pub findings: Vec<Shown>,
    /// The ids that this text is quiet about: to be sent along with the text from now on.
    pub quiet: Vec<String>,
}

/// The card's own words.
#[derive(Debug, Serialize)]
pub(crate) struct Labels {
    pub name: String,
    pub close: String,
    pub next: String,
    pub previous: String,
    pub count: String,
    pub several: String,
    pub link: String,
}

/// One finding in the reader's language; offsets in UTF-16 code units.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Shown {
    pub id: String,
    /// What it is set aside by: a hash.
    pub key: String,
    pub category: String,
    pub rule: String,
    pub level: String,
    pub start: u32,
    pub end: u32,
    pub title: String,
    pub saw: String,
    pub clause: String,
    pub advice: String,
    /// Who opens accounts in the company's name, where that is the matter.
    pub contact: String,
    pub offers: Vec<Offer>,
    /// What a screen reader says of it.
    pub heard: String,
}

/// A button of the card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Offer {
    pub how: How,
    /// Whether it takes back what it did.
    pub undo: bool,
    pub label: String,
}

/// What the extension's pages ask of the background.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(crate) enum Ask {
    /// Everything the popup shows, about this tab.
    Status { tab: Option<i32> },
    /// Everything the doctor's page shows.
    Checkup,
    /// Switch Amana on or off for a site.
    Switch { host: String, on: bool },
    /// Speak this language; none: the browser's.
    Language { lang: Option<String> },
    /// A site was allowed; its match pattern.
    Added { site: String },
    /// Delete the mistakes that were told.
    Forget,
    /// Told by the background: what is known of this tab changed; of none: of all.
    Changed { tab: Option<i32> },
}

/// What the popup shows.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Status {
    pub locale: String,
    /// The language that was chosen, when one was.
    pub language: Option<String>,
    pub charter: CharterStatus,
    pub company: Company,
    /// What was counted quietly, a line each, in the reader's language; empty when nothing was.
    pub counts: Vec<String>,
    /// The site of the tab, when a content script there has spoken.
    pub site: Option<Site>,
    pub findings: Vec<Shown>,
    /// What the name of the account that is signed in says of the company.
    pub account: Option<Shown>,
    /// The mistakes that the reader told, the latest last.
    pub reports: Vec<Report>,
}

/// What the doctor's page shows.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Checkup {
    pub locale: String,
    pub charter: CharterStatus,
    pub company: Company,
    /// What is in force of each key of the policy that is set, a line each.
    pub keys: BTreeMap<String, String>,
}

/// Which charter is in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CharterStatus {
    pub origin: Origin,
    pub title: String,
    pub version: Option<String>,
    /// What is wrong with the charter that was given and is not in force.
    pub problem: Option<String>,
}

/// From where the charter in force came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Origin {
    /// The company's policy.
    Policy,
    /// Given to this device by hand.
    Device,
    /// It is the embedded default.
    Default,
}

/// What the company decided by policy, as far as it is not the charter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Company {
    /// When the charter that came by policy came into force, in milliseconds since 1970.
    pub since: Option<f64>,
    /// When a policy was taken away, in the same unit.
    pub removed: Option<f64>,
    /// What can't be used of the policy.
    pub problems: Vec<Problem>,
    /// The ceiling of levels, where there is one.
    pub ceiling: Option<String>,
    /// Sites that the employee is asked to allow, as match patterns.
    pub offers: Vec<String>,
    /// Switches that the employee does not have.
    pub locked: Vec<String>,
}

/// A site, and whether Amana is on there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Site {
    pub host: String,
    pub on: bool,
    /// Whether the charter in force, or the employee, wants it to be watched at all.
    pub watched: bool,
    /// Whether the company decided that it is on or off.
    pub decided: bool,
}

/// A value as JavaScript.
pub(crate) fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let json = serde_json::to_string(value).map_err(|error| JsValue::from_str(&error.to_string()))?;
    js_sys::JSON::parse(&json)
}

/// A value from JavaScript; nothing when it has another shape.
pub(crate) fn from_js<T: DeserializeOwned>(value: &JsValue) -> Option<T> {
    let json = js_sys::JSON::stringify(value).ok()?.as_string()?;
    serde_json::from_str(&json).ok()
}
