//! Sites that the employee added: their content script is registered for exactly the hosts that were allowed.

use std::collections::BTreeSet;

use js_sys::{Array, Promise};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::{
    chrome,
    wire::{from_js, to_js},
};

/// The id under which the script for added sites is registered.
const SCRIPT: &str = "added-sites";

#[derive(Serialize, Deserialize)]
struct Origins {
    #[serde(default)]
    origins: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Script<'a> {
    id: &'a str,
    js: [&'a str; 1],
    matches: &'a [String],
    all_frames: bool,
    run_at: &'a str,
    persist_across_sessions: bool,
}

/// Registers the content script for those of the `added` patterns that are allowed now, and for no other.
pub(crate) async fn register(added: &BTreeSet<String>) -> Result<(), JsValue> {
    let allowed = allowed().await?;
    let matches: Vec<String> = added.iter().filter(|site| allowed.contains(site)).cloned().collect();
    let filter = to_js(&serde_json::json!({ "ids": [SCRIPT] }))?;
    let registered: Array = JsFuture::from(chrome::registered_scripts(&filter)?).await?.unchecked_into();
    if registered.length() > 0 {
        JsFuture::from(chrome::unregister_scripts(&filter)?).await?;
    }
    if matches.is_empty() {
        return Ok(());
    }
    let script = Script {
        id: SCRIPT,
        js: ["content.js"],
        matches: &matches,
        all_frames: true,
        run_at: "document_idle",
        persist_across_sessions: true,
    };
    JsFuture::from(chrome::register_scripts(&to_js(&[script])?)?).await.map(|_| ())
}

/// The match patterns that the browser's user allowed, and those that came with the installation.
pub(crate) async fn allowed() -> Result<Vec<String>, JsValue> {
    let all = JsFuture::from(chrome::all_permissions()?).await?;
    Ok(from_js::<Origins>(&all).map(|o| o.origins).unwrap_or_default())
}

/// Asks the browser's user to allow a host, at once: the browser lets this happen only in a click. The answer is true when they did.
pub(crate) fn request(pattern: String) -> Result<Promise, JsValue> {
    chrome::request_permissions(&to_js(&Origins { origins: vec![pattern] })?)
}

/// The match pattern for what a person typed: an address or a host.
///
/// Only `https` sites can be added; anything without a plain host is nothing.
pub(crate) fn pattern(typed: &str) -> Option<String> {
    let typed = typed.trim().trim_start_matches("https://").trim_start_matches("http://");
    let host = typed.split(['/', '?', '#', ':']).next()?.to_lowercase();
    let labels: Vec<&str> = host.split('.').collect();
    let good = |label: &&str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    (labels.len() >= 2 && labels.iter().all(good)).then(|| format!("https://{host}/*"))
}

/// The host of an address.
pub(crate) fn host(url: &str) -> Option<String> {
    let url = web_sys::Url::new(url).ok()?;
    Some(url.hostname()).filter(|host| !host.is_empty())
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn an_address_or_a_host_will_do() {
        assert_eq!(pattern("https://forum.example.com/t/1?x#y").as_deref(), Some("https://forum.example.com/*"));
        assert_eq!(pattern(" Example.co.il ").as_deref(), Some("https://example.co.il/*"));
        assert_eq!(pattern("*"), None);
        assert_eq!(pattern("localhost"), None);
        assert_eq!(pattern("https://*.com"), None);
    }
}
