//! The parts of the extension API that Amana uses, as the browser names them. Promises everywhere, as in Manifest V3.

use js_sys::{Array, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::wire::{Ask, ToContent, from_js, to_js};

/// Tells the extension's open pages; that none is open is no fault.
pub(crate) fn tell_pages(message: &Ask) {
    if let Ok(sent) = to_js(message).and_then(|message| send_message(&message)) {
        ignore(sent);
    }
}

/// Tells the content scripts of a tab; that there are none is no fault.
pub(crate) fn tell_tab(tab: i32, message: &ToContent) {
    if let Ok(sent) = to_js(message).and_then(|message| send_to_tab(tab, &message)) {
        ignore(sent);
    }
}

/// Runs `act` whenever the background tells that what is known of this tab, or of all, changed; for as long as the page is open.
pub(crate) fn on_change(tab: Option<i32>, act: impl Fn() + 'static) {
    let heard = Closure::<dyn Fn(JsValue)>::new(move |message: JsValue| {
        if matches!(from_js(&message), Some(Ask::Changed { tab: about }) if about.is_none() || about == tab) {
            act();
        }
    });
    on_message(heard.as_ref().unchecked_ref());
    heard.forget();
}

/// The ids of all tabs.
pub(crate) async fn tabs() -> Result<Vec<i32>, JsValue> {
    let tabs: Array = JsFuture::from(query_tabs(&Object::new())?).await?.unchecked_into();
    Ok(tabs.iter().filter_map(|tab| tab.unchecked_into::<Tab>().id()).collect())
}

fn ignore(promise: Promise) {
    spawn_local(async move {
        let _ = JsFuture::from(promise).await;
    });
}

#[wasm_bindgen]
extern "C" {
    /// `storage.local.get(keys)`.
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = get, catch)]
    pub fn storage_get(keys: &Array) -> Result<Promise, JsValue>;

    /// `storage.local.set(items)`.
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = set, catch)]
    pub fn storage_set(items: &Object) -> Result<Promise, JsValue>;

    /// `storage.session.get(keys)`.
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "session"], js_name = get, catch)]
    pub fn session_get(keys: &Array) -> Result<Promise, JsValue>;

    /// `storage.session.set(items)`.
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "session"], js_name = set, catch)]
    pub fn session_set(items: &Object) -> Result<Promise, JsValue>;

    /// `storage.managed.get(null)`: all of the policy.
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "managed"], js_name = get, catch)]
    pub fn managed_get(keys: &JsValue) -> Result<Promise, JsValue>;

    /// `runtime.sendMessage(message)`, between the extension's own pages and the background.
    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = sendMessage, catch)]
    pub fn send_message(message: &JsValue) -> Result<Promise, JsValue>;

    /// `tabs.sendMessage(tab, message)`, to the content scripts of a tab.
    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = sendMessage, catch)]
    pub fn send_to_tab(tab: i32, message: &JsValue) -> Result<Promise, JsValue>;

    /// `tabs.query(query)`.
    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = query, catch)]
    pub fn query_tabs(query: &JsValue) -> Result<Promise, JsValue>;

    /// `i18n.getUILanguage()`.
    #[wasm_bindgen(js_namespace = ["chrome", "i18n"], js_name = getUILanguage)]
    pub fn ui_language() -> String;

    /// `permissions.request(permissions)`; only from a click.
    #[wasm_bindgen(js_namespace = ["chrome", "permissions"], js_name = request, catch)]
    pub fn request_permissions(permissions: &JsValue) -> Result<Promise, JsValue>;

    /// `permissions.getAll()`.
    #[wasm_bindgen(js_namespace = ["chrome", "permissions"], js_name = getAll, catch)]
    pub fn all_permissions() -> Result<Promise, JsValue>;

    /// `scripting.getRegisteredContentScripts(filter)`.
    #[wasm_bindgen(js_namespace = ["chrome", "scripting"], js_name = getRegisteredContentScripts, catch)]
    pub fn registered_scripts(filter: &JsValue) -> Result<Promise, JsValue>;

    /// `scripting.registerContentScripts(scripts)`.
    #[wasm_bindgen(js_namespace = ["chrome", "scripting"], js_name = registerContentScripts, catch)]
    pub fn register_scripts(scripts: &JsValue) -> Result<Promise, JsValue>;

    /// `scripting.unregisterContentScripts(filter)`.
    #[wasm_bindgen(js_namespace = ["chrome", "scripting"], js_name = unregisterContentScripts, catch)]
    pub fn unregister_scripts(filter: &JsValue) -> Result<Promise, JsValue>;

    /// `runtime.onMessage.addListener(listener)`, in the extension's pages.
    #[wasm_bindgen(js_namespace = ["chrome", "runtime", "onMessage"], js_name = addListener)]
    pub fn on_message(listener: &js_sys::Function);

    /// A port of a content script.
    #[derive(Clone, PartialEq)]
    pub type Port;

    /// Sends a message; throws when the other side has gone.
    #[wasm_bindgen(method, js_name = postMessage, catch)]
    pub fn post(this: &Port, message: &JsValue) -> Result<(), JsValue>;

    /// Who opened the port.
    #[wasm_bindgen(method, getter)]
    pub fn sender(this: &Port) -> Option<Sender>;

    /// Who opened a port.
    pub type Sender;

    /// The frame's address.
    #[wasm_bindgen(method, getter)]
    pub fn url(this: &Sender) -> Option<String>;

    /// Where the frame comes from: also for one without an address of its own, which comes from its page.
    #[wasm_bindgen(method, getter)]
    pub fn origin(this: &Sender) -> Option<String>;

    /// The frame's number; the page itself is 0.
    #[wasm_bindgen(method, getter, js_name = frameId)]
    pub fn frame_id(this: &Sender) -> Option<i32>;

    /// The tab it is in.
    #[wasm_bindgen(method, getter)]
    pub fn tab(this: &Sender) -> Option<Tab>;

    /// A tab.
    pub type Tab;

    /// Its id.
    #[wasm_bindgen(method, getter)]
    pub fn id(this: &Tab) -> Option<i32>;
}
