//! The popup: which charter is in force, what was found on this tab, on or off for this site.
//!
//! The page is HTML with a `<template>`; this fills it and listens. Every sentence comes from `_locales`.

use std::rc::Rc;

use amana_charter::Lang;
use amana_messages::say;
use js_sys::Array;
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::{JsFuture, spawn_local};

mod reports;

use crate::{
    chrome,
    page::{Page, ask},
    settings, sites,
    wire::{Ask, Origin, Shown, Status, from_js, to_js},
};

/// Fills the popup and keeps it true until it closes.
///
/// # Errors
/// When the page is not the popup's, or the background does not answer.
#[wasm_bindgen]
pub async fn popup() -> Result<(), JsValue> {
    let page = Rc::new(Page::about(current_tab().await?)?);
    page.refresh().await?;
    page.listen()
}

impl Page {
    /// Asks the background and shows its answer.
    pub(crate) async fn refresh(&self) -> Result<(), JsValue> {
        let status = self.status().await?;
        self.show(&status)?;
        self.show_company(&status).await
    }

    async fn status(&self) -> Result<Status, JsValue> {
        let answer = ask(&Ask::Status { tab: self.tab }).await?;
        Ok(from_js(&answer).ok_or("the background gave no status")?)
    }

    fn show(&self, status: &Status) -> Result<(), JsValue> {
        let lang = settings::lang(&status.locale).unwrap_or(Lang::En);
        self.translate(lang)?;
        self.show_charter(status, lang)?;
        self.show_site(status, lang)?;
        let findings: Vec<&Shown> = status.account.iter().chain(&status.findings).collect();
        self.show_findings(&findings, lang)?;
        self.show_reports(status, lang)?;
        self.select("#language")?
            .unchecked_into::<web_sys::HtmlSelectElement>()
            .set_value(status.language.as_deref().unwrap_or(""));
        Ok(())
    }

    fn show_charter(&self, status: &Status, lang: Lang) -> Result<(), JsValue> {
        let charter = &status.charter;
        let is_default = charter.origin == Origin::Default;
        let title = if is_default { say(lang, "popup-no-charter", &[]) } else { charter.title.clone() };
        self.text("#charter-title", &title)?;
        let version = charter.version.as_deref().filter(|_| !is_default);
        let version = version.map(|v| say(lang, "popup-charter-version", &[("version", v)]));
        self.text("#charter-version", &version.unwrap_or_default())?;
        let problem = charter.problem.as_deref().map(|p| say(lang, "popup-charter-problem", &[("problem", p)]));
        self.text("#charter-problem", &problem.unwrap_or_default())
    }

    fn show_site(&self, status: &Status, lang: Lang) -> Result<(), JsValue> {
        let site = status.site.as_ref();
        let unwatched = site.filter(|site| !site.watched).map(|site| site.host.as_str());
        let why = unwatched.map(|host| say(lang, "popup-site-not-watched", &[("site", host)]));
        self.text("#no-site", &why.unwrap_or_else(|| say(lang, "popup-no-site", &[])))?;
        let site = site.filter(|site| site.watched);
        self.hide("#site", site.is_none())?;
        self.hide("#no-site", site.is_some())?;
        if let Some(site) = site {
            self.text("#site-label", &say(lang, "popup-site", &[("site", &site.host)]))?;
            let switch = self.input("#site-on")?;
            switch.set_checked(site.on);
            switch.set_disabled(site.decided);
            switch.set_attribute("data-host", &site.host)?;
        }
        Ok(())
    }

    fn show_findings(&self, findings: &[&Shown], lang: Lang) -> Result<(), JsValue> {
        let list = self.select("#findings")?;
        list.set_text_content(None);
        for finding in findings {
            list.append_child(&*self.finding(finding)?)?;
        }
        let count = findings.len().to_string();
        let key = if findings.is_empty() { "popup-found-nothing" } else { "popup-found" };
        self.text("#found", &say(lang, key, &[("count", &count)]))
    }

    fn finding(&self, finding: &Shown) -> Result<web_sys::DocumentFragment, JsValue> {
        let Shown { title, saw, clause, contact, .. } = finding;
        self.filled("#finding", &[(".title", title), (".saw", saw), (".clause", clause), (".contact", contact)])
    }

    fn listen(self: Rc<Self>) -> Result<(), JsValue> {
        let switch = self.input("#site-on")?;
        self.on("#site-on", "change", move |_| {
            let host = switch.get_attribute("data-host").unwrap_or_default();
            Some(Ask::Switch { host, on: switch.checked() })
        })?;
        let language: web_sys::HtmlSelectElement = self.select("#language")?.unchecked_into();
        self.on("#language", "change", move |_| {
            let lang = Some(language.value()).filter(|l| !l.is_empty());
            Some(Ask::Language { lang })
        })?;
        self.listen_for_site()?;
        self.listen_for_offers()?;
        self.listen_for_copy()?;
        self.listen_for_reports()?;
        self.listen_for_changes();
        Ok(())
    }

    /// Asks for a site's permission in the click itself: the browser allows it nowhere else.
    fn listen_for_site(self: &Rc<Self>) -> Result<(), JsValue> {
        let page = Rc::clone(self);
        self.at("#add", "submit", move |event| {
            event.prevent_default();
            let Some(site) = page.input("#add-site").ok().and_then(|input| sites::pattern(&input.value())) else {
                return page.complain();
            };
            let page = Rc::clone(&page);
            let asked = sites::request(site.clone());
            spawn_local(async move {
                if page.add(site, asked).await.is_err() {
                    page.complain();
                }
            });
        })
    }

    /// Waits for the browser's user to allow a site, then has it watched.
    async fn add(&self, site: String, asked: Result<js_sys::Promise, JsValue>) -> Result<(), JsValue> {
        if JsFuture::from(asked?).await?.is_truthy() {
            ask(&Ask::Added { site }).await?;
            self.tell("popup-site-added")?;
        }
        Ok(())
    }

    fn complain(&self) {
        // The line is in the page: it can't be missing where the form is not.
        let _ = self.tell("popup-site-unclear");
    }

    fn tell(&self, key: &str) -> Result<(), JsValue> {
        self.text("#add-answer", &say(self.lang(), key, &[]))
    }

    fn listen_for_changes(self: &Rc<Self>) {
        let page = Rc::clone(self);
        chrome::on_change(self.tab, move || page.refresh_soon());
    }

    fn refresh_soon(self: &Rc<Self>) {
        let page = Rc::clone(self);
        spawn_local(async move {
            // A background that does not answer leaves what is shown.
            let _ = page.refresh().await;
        });
    }

    /// Sends what `make` makes of an event, then shows the state anew.
    fn on(
        self: &Rc<Self>,
        place: &str,
        event: &str,
        make: impl Fn(web_sys::Event) -> Option<Ask> + 'static,
    ) -> Result<(), JsValue> {
        let page = Rc::clone(self);
        self.at(place, event, move |event| {
            let Some(message) = make(event) else { return };
            page.say_and_refresh(message);
        })
    }

    /// Tells the background, then shows the state anew.
    pub(crate) fn say_and_refresh(self: &Rc<Self>, message: Ask) {
        let page = Rc::clone(self);
        spawn_local(async move {
            if ask(&message).await.is_ok() {
                page.refresh_soon();
            }
        });
    }
}

/// The tab that the popup is about: `?tab=` where the page was opened as a tab of its own, else the active one.
async fn current_tab() -> Result<Option<i32>, JsValue> {
    let search = web_sys::window().and_then(|w| w.location().search().ok()).unwrap_or_default();
    if let Some(tab) = web_sys::UrlSearchParams::new_with_str(&search)?.get("tab") {
        return Ok(tab.parse().ok());
    }
    let query = to_js(&serde_json::json!({ "active": true, "currentWindow": true }))?;
    let tabs: Array = JsFuture::from(chrome::query_tabs(&query)?).await?.unchecked_into();
    Ok(tabs.get(0).dyn_into::<js_sys::Object>().ok().and_then(|tab| tab.unchecked_into::<chrome::Tab>().id()))
}
