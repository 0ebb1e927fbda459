//! Keeps on the device what was set aside.

use amana_charter::Salt;
use js_sys::{Date, JsString, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use super::{SET_ASIDE, SetAside};
use crate::settings::{self, Area};

#[wasm_bindgen]
extern "C" {
    /// Fills `bytes` with random ones.
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    fn fill_randomly(bytes: &Uint8Array);
}

impl SetAside {
    /// Reads what was set aside; the first time it makes the salt, and keeps it.
    pub async fn load() -> Result<Self, JsValue> {
        if let Some(kept) = settings::kept(Area::Local, SET_ASIDE).await? {
            return Ok(kept);
        }
        let new = Self::new(random_salt());
        new.keep().await?;
        Ok(new)
    }

    /// Keeps it.
    pub async fn keep(&self) -> Result<(), JsValue> {
        settings::keep(Area::Local, SET_ASIDE, self).await
    }
}

/// Whether a change in storage took away what was kept: nothing else changes it but this.
pub(crate) fn was_cleared(changes: &JsValue) -> bool {
    let change = Reflect::get(changes, &SET_ASIDE.into()).unwrap_or_default();
    change.is_object() && !Reflect::has(&change, &"newValue".into()).unwrap_or(true)
}

/// The day, as `2026-11-23`.
pub(crate) fn today() -> String {
    let now: JsString = Date::new_0().to_iso_string();
    now.slice(0, 10).into()
}

fn random_salt() -> Salt {
    let bytes = Uint8Array::new_with_length(16);
    fill_randomly(&bytes);
    let mut salt = [0; 16];
    bytes.copy_to(&mut salt);
    Salt::new(salt)
}
