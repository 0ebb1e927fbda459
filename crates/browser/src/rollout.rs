//! The company's policy on its way from the browser into force: read, held against what was good before, kept, told to open pages.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Date, Reflect};
use serde_json::{Map, Value};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::console;

use crate::{
    chrome,
    service::State,
    settings::Settings,
    sites,
    wire::{Ask, ToContent, from_js},
};

/// Looks which policy there is now; until it is known, the last good one is in force.
pub(crate) fn look(state: &Rc<RefCell<State>>) {
    let state = Rc::clone(state);
    spawn_local(async move {
        if let Err(error) = take(&state).await {
            // What was good stays in force.
            console::error_2(&JsValue::from_str("Amana can't read the policy:"), &error);
        }
    });
}

async fn take(state: &RefCell<State>) -> Result<(), JsValue> {
    let given = handed_over().await?;
    let before = state.borrow().settings.clone();
    let Some(managed) = before.managed.after(&given, Date::now()) else { return Ok(()) };
    for problem in &managed.problems {
        console::error_1(&JsValue::from_str(&format!("Amana can't use all of the policy. {problem}")));
    }
    let settings = Settings { managed, ..before };
    let is_news = state.borrow_mut().renew(settings.clone());
    chrome::tell_pages(&Ask::Changed { tab: None });
    settings.keep_policy().await?;
    let wanted = state.borrow().wanted_sites();
    sites::register(&wanted).await?;
    if is_news { wake_others(state).await } else { Ok(()) }
}

/// All of Amana's policy, as the browser hands it over; empty where there is none.
async fn handed_over() -> Result<Map<String, Value>, JsValue> {
    let asked = match chrome::managed_get(&JsValue::NULL) {
        Ok(asked) => JsFuture::from(asked).await,
        Err(error) => Err(error),
    };
    match asked {
        Ok(given) => from_js(&given).ok_or_else(|| JsValue::from_str("it is no object")),
        Err(error) if says_none(&error) => Ok(Map::new()),
        Err(error) => Err(error),
    }
}

/// So Firefox answers where there is no policy for an extension.
fn says_none(error: &JsValue) -> bool {
    let message = Reflect::get(error, &JsValue::from_str("message")).ok().and_then(|message| message.as_string());
    message.is_some_and(|message| message.contains("Managed storage manifest not found"))
}

/// Asks for the texts of pages that have no line to the background, since it slept.
async fn wake_others(state: &RefCell<State>) -> Result<(), JsValue> {
    let all = chrome::tabs().await?;
    let told = state.borrow().tabs();
    all.into_iter().filter(|tab| !told.contains(tab)).for_each(|tab| chrome::tell_tab(tab, &ToContent::Resend));
    Ok(())
}
