//! What the popup says of the company's policy: whose charter, since when, what is wrong, what the company decided, what it offers.

use std::rc::Rc;

use amana_charter::Lang;
use amana_messages::say;
use amana_policy::Problem;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlSelectElement};

use crate::{
    page::{Page, moment},
    sites,
    wire::{Company, Origin, Site, Status},
};

impl Page {
    /// Fills what the company decided; with it the popup is ready.
    pub(crate) async fn show_company(&self, status: &Status) -> Result<(), JsValue> {
        let (company, lang) = (&status.company, self.lang());
        self.text("#charter-from", &from(status, lang))?;
        self.text("#policy-ceiling", &ceiling(company, lang))?;
        self.show_problems(company, lang)?;
        self.show_locks(company, status.site.as_ref(), lang)?;
        self.show_counts(&status.counts)?;
        self.show_offers(company).await?;
        self.select("main")?.set_attribute("data-ready", "")
    }

    /// Copies the counts when the employee wants them elsewhere.
    pub(crate) fn listen_for_copy(self: &Rc<Self>) -> Result<(), JsValue> {
        let page = Rc::clone(self);
        self.at("#counts-copy", "click", move |_| page.copy("#counts-list li", "#counts-answer"))
    }

    fn show_counts(&self, lines: &[String]) -> Result<(), JsValue> {
        self.hide("#counts", lines.is_empty())?;
        self.list("#counts-list", "#line", lines.iter().map(String::as_str))
    }

    /// Asks the browser for a site that the company offers, in the click itself: the browser allows it nowhere else.
    pub(crate) fn listen_for_offers(self: &Rc<Self>) -> Result<(), JsValue> {
        let page = Rc::clone(self);
        self.at("#offers", "click", move |event| {
            let clicked = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let Some(site) = clicked.and_then(|button| button.get_attribute("data-site")) else { return };
            let (page, asked) = (Rc::clone(&page), sites::request(site));
            spawn_local(async move {
                // What was not allowed stays on offer.
                let _ = page.allowed(asked).await;
            });
        })
    }

    async fn allowed(&self, asked: Result<js_sys::Promise, JsValue>) -> Result<(), JsValue> {
        let key = if JsFuture::from(asked?).await?.is_truthy() { "popup-site-added" } else { "" };
        self.text("#offers-answer", &say(self.lang(), key, &[]))?;
        self.refresh().await
    }

    fn show_problems(&self, company: &Company, lang: Lang) -> Result<(), JsValue> {
        let said = |problem: &Problem| say(lang, "popup-policy-problem", &[("problem", &problem.to_string())]);
        let lines: Vec<String> = company.problems.iter().map(said).collect();
        self.list("#policy-problems", "#line", lines.iter().map(String::as_str))
    }

    /// Shows which switches the company decided, each with the reason.
    fn show_locks(&self, company: &Company, site: Option<&Site>, lang: Lang) -> Result<(), JsValue> {
        let is_locked = |switch: &str| company.locked.iter().any(|locked| locked == switch);
        let why = |locked: bool| if locked { say(lang, "popup-decided", &[]) } else { String::new() };
        self.text("#site-why", &why(site.is_some_and(|site| site.watched && site.decided)))?;
        self.text("#language-why", &why(is_locked("language")))?;
        self.text("#add-why", &why(is_locked("add-site")))?;
        self.select("#language")?.unchecked_into::<HtmlSelectElement>().set_disabled(is_locked("language"));
        self.input("#add-site")?.set_disabled(is_locked("add-site"));
        self.select("#add button")?.toggle_attribute_with_force("disabled", is_locked("add-site")).map(|_| ())
    }

    /// Shows the sites that the company offers and that are not allowed yet.
    async fn show_offers(&self, company: &Company) -> Result<(), JsValue> {
        let allowed = sites::allowed().await?;
        let open: Vec<&String> = company.offers.iter().filter(|site| !allowed.contains(site)).collect();
        let list = self.select("#offers")?;
        list.set_text_content(None);
        for site in &open {
            let offer =
                self.filled("#offer", &[(".site", &host(site)), ("button", &say(self.lang(), "popup-allow", &[]))])?;
            if let Some(button) = offer.query_selector("button")? {
                button.set_attribute("data-site", site)?;
            }
            list.append_child(&offer)?;
        }
        self.hide("#offered", open.is_empty())
    }
}

/// Whose charter it is, and since when; or that there was one.
fn from(status: &Status, lang: Lang) -> String {
    let Company { since, removed, .. } = status.company;
    match (status.charter.origin, since, removed) {
        (Origin::Policy, Some(since), _) => say(lang, "popup-by-policy", &[("when", &moment(since, lang))]),
        (Origin::Default, _, Some(removed)) => say(lang, "popup-policy-removed", &[("when", &moment(removed, lang))]),
        _ => String::new(),
    }
}

/// That the company lets no clause speak louder.
fn ceiling(company: &Company, lang: Lang) -> String {
    let ceiling = company.ceiling.as_deref().filter(|level| *level != "warn");
    ceiling.map_or_else(String::new, |level| say(lang, &format!("popup-ceiling-{level}"), &[]))
}

/// A site as a person reads it: its host.
fn host(site: &str) -> String {
    site.trim_start_matches("https://").trim_end_matches("/*").to_owned()
}
