//! What is kept on the device: the charter, the company's policy, the language, the sites that were switched off. No text, ever.

use std::collections::BTreeSet;

use amana_charter::Lang;
use js_sys::{Array, Object, Reflect};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::{
    chrome,
    managed::Managed,
    wire::{from_js, to_js},
};

/// Keys in `storage.local`.
const CHARTER: &str = "charter";
const LAST_GOOD: &str = "charter_last_good";
const LANGUAGE: &str = "language";
const SITES_OFF: &str = "sites_off";
const SITES_ADDED: &str = "sites_added";
const POLICY: &str = "policy";

/// What was kept.
#[derive(Debug, Clone, Default)]
pub(crate) struct Settings {
    /// The charter that was given, as JSON.
    pub charter: Option<String>,
    /// The last good charter, as JSON.
    pub last_good: Option<String>,
    /// The language that was chosen.
    pub language: Option<Lang>,
    /// Hosts where Amana is switched off.
    pub sites_off: BTreeSet<String>,
    /// Match patterns of sites that the employee added.
    pub sites_added: BTreeSet<String>,
    /// The company's policy, as it was last good.
    pub managed: Managed,
}

impl Settings {
    /// Reads what was kept.
    pub async fn load() -> Result<Self, JsValue> {
        let keys: Array = [CHARTER, LAST_GOOD, LANGUAGE, SITES_OFF, SITES_ADDED, POLICY]
            .iter()
            .map(|k| JsValue::from_str(k))
            .collect();
        let kept = JsFuture::from(chrome::storage_get(&keys)?).await?;
        let get = |key: &str| Reflect::get(&kept, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED);
        let text = |key: &str| get(key).as_string();
        Ok(Self {
            charter: text(CHARTER),
            last_good: text(LAST_GOOD),
            language: text(LANGUAGE).and_then(|l| lang(&l)),
            sites_off: from_js(&get(SITES_OFF)).unwrap_or_default(),
            sites_added: from_js(&get(SITES_ADDED)).unwrap_or_default(),
            managed: from_js(&get(POLICY)).unwrap_or_default(),
        })
    }

    /// Keeps the language.
    pub async fn keep_language(&self) -> Result<(), JsValue> {
        keep(Area::Local, LANGUAGE, &self.language.map(Lang::as_str)).await
    }

    /// Keeps which sites are off and which were added.
    pub async fn keep_sites(&self) -> Result<(), JsValue> {
        keep(Area::Local, SITES_OFF, &self.sites_off).await?;
        keep(Area::Local, SITES_ADDED, &self.sites_added).await
    }

    /// Keeps the company's policy, whole and at once.
    pub async fn keep_policy(&self) -> Result<(), JsValue> {
        keep(Area::Local, POLICY, &self.managed).await
    }

    /// Keeps the charter that is good now as the last good one.
    pub async fn keep_last_good(&self) -> Result<(), JsValue> {
        keep(Area::Local, LAST_GOOD, &self.charter).await
    }
}

/// Whether a change in storage is one of somebody else's making: of the charter or the language.
pub(crate) fn concerns(changes: &JsValue) -> bool {
    [CHARTER, LANGUAGE, SITES_OFF].iter().any(|key| Reflect::has(changes, &JsValue::from_str(key)).unwrap_or(false))
}

/// The language of the browser.
pub(crate) fn browser_lang() -> Lang {
    let ui = chrome::ui_language();
    // `iw` is the old code of Hebrew, which some systems still give.
    if ui.starts_with("he") || ui.starts_with("iw") { Lang::He } else { Lang::En }
}

/// The language called `code`.
pub(crate) fn lang(code: &str) -> Option<Lang> {
    [Lang::He, Lang::En].into_iter().find(|l| l.as_str() == code)
}

/// Where something is kept.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Area {
    /// On the device.
    Local,
    /// In the browser's memory, until it ends.
    Session,
}

/// What is kept under `key`.
pub(crate) async fn kept<T: DeserializeOwned>(area: Area, key: &str) -> Result<Option<T>, JsValue> {
    let keys = Array::of1(&JsValue::from_str(key));
    let asked = match area {
        Area::Local => chrome::storage_get(&keys)?,
        Area::Session => chrome::session_get(&keys)?,
    };
    let kept = JsFuture::from(asked).await?;
    Ok(from_js(&Reflect::get(&kept, &JsValue::from_str(key))?))
}

/// Keeps a value under `key`.
pub(crate) async fn keep(area: Area, key: &str, value: &impl Serialize) -> Result<(), JsValue> {
    let items = Object::new();
    Reflect::set(&items, &JsValue::from_str(key), &to_js(value)?)?;
    let set = match area {
        Area::Local => chrome::storage_set(&items)?,
        Area::Session => chrome::session_set(&items)?,
    };
    JsFuture::from(set).await.map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dismiss::SET_ASIDE,
        pilot::{COUNTED, COUNTS},
    };

    #[test]
    fn who_asks_what_is_kept_is_told_of_every_key() {
        let told = include_str!("../../../docs/it/privacy.md");
        for key in [CHARTER, LAST_GOOD, LANGUAGE, SITES_OFF, SITES_ADDED, POLICY, COUNTS, COUNTED, SET_ASIDE] {
            assert!(told.contains(&format!("\n| `{key}` |")), "docs/it/privacy.md has no row for {key}");
        }
    }
}
