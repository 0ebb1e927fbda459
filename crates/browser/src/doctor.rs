//! The doctor's page: which charter is in force, since when, from where, what was made of each key of the policy, what is wrong.
//!
//! For the employee and for who helps them. What it copies holds no word of any post: the page is never told one.

use std::{collections::BTreeMap, rc::Rc};

use amana_charter::Lang;
use amana_messages::say;
use amana_policy::{Key, Policy, Problem, sha256};
use serde_json::Value;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::{
    chrome,
    page::{Page, ask, moment},
    settings,
    wire::{Ask, Checkup, Origin, from_js},
};

/// Fills the doctor's page and keeps it true until it closes.
///
/// # Errors
/// When the page is not the doctor's, or the background does not answer.
#[wasm_bindgen]
pub async fn doctor() -> Result<(), JsValue> {
    let page = Rc::new(Page::about(None)?);
    page.examine().await?;
    let copying = Rc::clone(&page);
    page.at("#copy", "click", move |_| copying.copy("#report > h2, #report li", "#copied"))?;
    chrome::on_change(None, move || {
        let page = Rc::clone(&page);
        spawn_local(async move {
            // A background that does not answer leaves what is shown.
            let _ = page.examine().await;
        });
    });
    Ok(())
}

impl Page {
    async fn examine(&self) -> Result<(), JsValue> {
        let checkup: Checkup = from_js(&ask(&Ask::Checkup).await?).ok_or("the background gave no answer")?;
        let lang = settings::lang(&checkup.locale).unwrap_or(Lang::En);
        self.translate(lang)?;
        self.list_of("#charter", &charter(&checkup, lang))?;
        self.list_of("#keys", &keys(&checkup, lang))?;
        self.list_of("#problems", &problems(&checkup, lang))?;
        self.list_of("#about", &[format!("Amana {}", env!("CARGO_PKG_VERSION")), browser()])?;
        self.select("main")?.set_attribute("data-ready", "")
    }

    fn list_of(&self, place: &str, lines: &[String]) -> Result<(), JsValue> {
        self.list(place, "#line", lines.iter().map(String::as_str))
    }
}

/// What is in force, from where, and since when.
fn charter(checkup: &Checkup, lang: Lang) -> Vec<String> {
    let (charter, company) = (&checkup.charter, &checkup.company);
    let origin = match charter.origin {
        Origin::Policy => "doctor-by-policy",
        Origin::Device => "doctor-by-device",
        Origin::Default => "doctor-by-default",
    };
    let version = charter.version.as_deref().filter(|_| charter.origin != Origin::Default);
    let since = company.since.filter(|_| charter.origin == Origin::Policy);
    [
        Some(charter.title.clone()),
        version.map(|version| say(lang, "popup-charter-version", &[("version", version)])),
        Some(say(lang, origin, &[])),
        since.map(|since| say(lang, "doctor-since", &[("when", &moment(since, lang))])),
        company.removed.map(|removed| say(lang, "popup-policy-removed", &[("when", &moment(removed, lang))])),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Each key, and what was made of it.
fn keys(checkup: &Checkup, lang: Lang) -> Vec<String> {
    let made = |key: Key| match checkup.keys.get(key.as_str()) {
        Some(value) => value.clone(),
        None => say(lang, "doctor-not-set", &[]),
    };
    Key::ALL.into_iter().map(|key| format!("{}: {}", key.as_str(), made(key))).collect()
}

/// What is wrong, where, and what to do; or that nothing is.
fn problems(checkup: &Checkup, lang: Lang) -> Vec<String> {
    let policy = checkup.company.problems.iter().map(Problem::to_string);
    let all: Vec<String> = policy.chain(checkup.charter.problem.clone()).collect();
    if all.is_empty() { vec![say(lang, "doctor-no-problem", &[])] } else { all }
}

/// The browser by its own name.
fn browser() -> String {
    web_sys::window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default()
}

/// The values in force of a policy, each in a line: of the charter its size and digest, not its text.
pub(crate) fn in_force(policy: &Policy) -> BTreeMap<String, String> {
    let line = |key: &str, value: Value| match value {
        Value::String(text) if key == Key::Charter.as_str() => {
            format!("{} bytes, SHA-256 {}", text.len(), sha256(&text))
        }
        Value::String(text) => text,
        Value::Array(texts) => texts.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    };
    policy.to_json().into_iter().map(|(key, value)| (key.clone(), line(&key, value))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use amana_policy::Switch;

    #[test]
    fn the_charter_is_told_by_its_size_and_digest_alone() {
        let policy = Policy {
            charter: Some(r#"{"people": ["Dana"]}"#.to_owned()),
            locked: vec![Switch::Site, Switch::Language],
            ..Policy::default()
        };
        let told = in_force(&policy);
        assert!(told["charter"].starts_with("20 bytes, SHA-256 "));
        assert_eq!(told["locked"], "site, language");
        assert!(told.values().all(|line| !line.contains("Dana")));
    }
}
