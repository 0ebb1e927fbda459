//! A page of the extension: HTML with places in it, which Rust fills. Every sentence comes from `_locales`.

use std::rc::Rc;

use amana_charter::Lang;
use amana_messages::say;
use js_sys::Date;
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, DocumentFragment, Element, HtmlInputElement, HtmlTemplateElement};

use crate::{
    chrome, settings,
    wire::{Ask, to_js},
};

/// A page, and the tab that it is about, where it is about one.
pub(crate) struct Page {
    pub document: Document,
    pub tab: Option<i32>,
}

impl Page {
    /// The page that this runs in.
    pub fn about(tab: Option<i32>) -> Result<Self, JsValue> {
        let document = web_sys::window().and_then(|w| w.document());
        Ok(Self { document: document.ok_or_else(|| JsValue::from_str("there is no page here"))?, tab })
    }

    /// Puts every sentence in its place: `data-say` names the key.
    pub fn translate(&self, lang: Lang) -> Result<(), JsValue> {
        let root = self.document.document_element().ok_or("the page has no root")?;
        root.set_attribute("lang", lang.as_str())?;
        root.set_attribute("dir", lang.dir())?;
        let places = self.document.query_selector_all("[data-say]")?;
        for index in 0..places.length() {
            if let Some(place) = places.get(index).and_then(|n| n.dyn_into::<Element>().ok()) {
                let key = place.get_attribute("data-say").unwrap_or_default();
                place.set_text_content(Some(&say(lang, &key, &[])));
            }
        }
        Ok(())
    }

    /// The language that the page was translated to.
    pub fn lang(&self) -> Lang {
        let lang = self.document.document_element().and_then(|root| root.get_attribute("lang"));
        lang.and_then(|code| settings::lang(&code)).unwrap_or(Lang::En)
    }

    /// A copy of a template, with `texts` in its places.
    pub fn filled(&self, template: &str, texts: &[(&str, &str)]) -> Result<DocumentFragment, JsValue> {
        let template: HtmlTemplateElement = self.select(template)?.unchecked_into();
        let copy: DocumentFragment = template.content().clone_node_with_deep(true)?.unchecked_into();
        for (place, text) in texts {
            if let Some(place) = copy.query_selector(place)? {
                place.set_text_content(Some(text));
            }
        }
        Ok(copy)
    }

    /// Fills a list: a copy of the template, an `li`, for each line.
    pub fn list<'a>(&self, place: &str, template: &str, lines: impl Iterator<Item = &'a str>) -> Result<(), JsValue> {
        let list = self.select(place)?;
        list.set_text_content(None);
        for line in lines {
            list.append_child(&*self.filled(template, &[("li", line)])?)?;
        }
        Ok(())
    }

    /// Copies what stands at `places`, a line each, and says at `answer` that it did.
    pub fn copy(self: &Rc<Self>, places: &str, answer: &'static str) {
        let Ok(text) = self.lines(places) else { return };
        let Some(window) = web_sys::window() else { return };
        let (page, copied) = (Rc::clone(self), window.navigator().clipboard().write_text(&text));
        spawn_local(async move {
            let key = if JsFuture::from(copied).await.is_ok() { "page-copied" } else { "page-not-copied" };
            // The line is in the page.
            let _ = page.text(answer, &say(page.lang(), key, &[]));
        });
    }

    fn lines(&self, places: &str) -> Result<String, JsValue> {
        let all = self.document.query_selector_all(places)?;
        let texts = (0..all.length()).filter_map(|index| all.get(index)?.text_content());
        Ok(texts.map(|line| format!("{}\n", line.trim())).collect())
    }

    /// Runs `act` at every event of this kind in a place, for as long as the page is open.
    pub fn at(&self, place: &str, event: &str, act: impl Fn(web_sys::Event) + 'static) -> Result<(), JsValue> {
        let heard = Closure::<dyn Fn(web_sys::Event)>::new(act);
        self.select(place)?.add_event_listener_with_callback(event, heard.as_ref().unchecked_ref())?;
        heard.forget();
        Ok(())
    }

    /// What stands at a place.
    pub fn select(&self, place: &str) -> Result<Element, JsValue> {
        self.document.query_selector(place)?.ok_or_else(|| JsValue::from_str(&format!("the page has no {place}")))
    }

    /// The input at a place.
    pub fn input(&self, place: &str) -> Result<HtmlInputElement, JsValue> {
        Ok(self.select(place)?.unchecked_into())
    }

    /// Puts a text in a place.
    pub fn text(&self, place: &str, text: &str) -> Result<(), JsValue> {
        self.select(place)?.set_text_content(Some(text));
        Ok(())
    }

    /// Hides what stands at a place, or shows it.
    pub fn hide(&self, place: &str, hidden: bool) -> Result<(), JsValue> {
        self.select(place)?.toggle_attribute_with_force("hidden", hidden).map(|_| ())
    }
}

/// Asks the background.
pub(crate) async fn ask(message: &Ask) -> Result<JsValue, JsValue> {
    JsFuture::from(chrome::send_message(&to_js(message)?)?).await
}

/// A moment, in milliseconds since 1970, as the reader writes a day and a time.
pub(crate) fn moment(ms: f64, lang: Lang) -> String {
    String::from(Date::new(&JsValue::from_f64(ms)).to_locale_string(lang.as_str(), &JsValue::UNDEFINED))
}

/// A moment, in the same unit, as the reader writes a day.
pub(crate) fn day(ms: f64, lang: Lang) -> String {
    String::from(Date::new(&JsValue::from_f64(ms)).to_locale_date_string(lang.as_str(), &JsValue::UNDEFINED))
}
