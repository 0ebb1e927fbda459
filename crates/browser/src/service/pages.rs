//! What the extension's own pages ask, and its answers.

use std::{cell::RefCell, rc::Rc};

use amana_charter::Lang;
use amana_checker::Finding;
use amana_messages::say;
use amana_policy::Switch;
use wasm_bindgen::prelude::*;

use super::{State, keeping};
use crate::{
    answer::show,
    chrome,
    doctor::in_force,
    frame::Frame,
    managed::Decides,
    settings, sites,
    wire::{Ask, Checkup, Shown, Site, Status, ToContent, to_js},
};

/// Answers one of the extension's pages.
pub(super) async fn handle(state: &Rc<RefCell<State>>, ask: Ask) -> Result<JsValue, JsValue> {
    if !state.borrow().allows(&ask) {
        return Ok(JsValue::FALSE);
    }
    match ask {
        Ask::Status { tab } => {
            let status = state.borrow().status(tab);
            if status.site.is_none() {
                wake(tab);
            }
            return to_js(&status);
        }
        Ask::Checkup => return to_js(&state.borrow().checkup()),
        Ask::Switch { host, on } => state.borrow_mut().switch(&host, on),
        Ask::Language { lang } => state.borrow_mut().settings.language = lang.as_deref().and_then(settings::lang),
        Ask::Added { site } => drop(state.borrow_mut().settings.sites_added.insert(site)),
        Ask::Forget => return keeping::forget_reports(state).await,
        Ask::Changed { .. } => return Ok(JsValue::NULL),
    }
    // A copy: nothing stays borrowed while the browser writes.
    let (settings, wanted) = (state.borrow().settings.clone(), state.borrow().wanted_sites());
    settings.keep_language().await?;
    settings.keep_sites().await?;
    sites::register(&wanted).await?;
    state.borrow().tell(|_| true, &ToContent::Resend);
    Ok(JsValue::TRUE)
}

impl State {
    fn status(&self, tab: Option<i32>) -> Status {
        let frames: Vec<&Frame> = self.frames.iter().filter(|f| tab.is_some() && f.tab == tab).collect();
        let host = frames.first().map(|f| f.host.clone());
        let lang = self.lang();
        Status {
            locale: lang.as_str().to_owned(),
            language: self.policy.chosen(&self.settings).map(|l| l.as_str().to_owned()),
            charter: self.force.status(lang),
            company: self.settings.managed.status(),
            counts: self.pilot.counts.lines(lang),
            site: host.map(|host| self.site(host)),
            findings: frames.iter().flat_map(|f| f.found.values()).flatten().cloned().collect(),
            account: frames.iter().find_map(|f| f.account.as_ref()).map(|found| self.show_account(found, lang)),
            reports: self.set_aside.reports.iter().cloned().collect(),
        }
    }

    fn checkup(&self) -> Checkup {
        let lang = self.lang();
        Checkup {
            locale: lang.as_str().to_owned(),
            charter: self.force.status(lang),
            company: self.settings.managed.status(),
            keys: in_force(&self.policy),
        }
    }

    fn site(&self, host: String) -> Site {
        let decided = self.policy.keeps_off(&host) || !self.policy.leaves(Switch::Site);
        Site { on: self.is_on(&host), watched: self.is_watched(&host), decided, host }
    }

    fn show_account(&self, found: &Finding, lang: Lang) -> Shown {
        let shown = show(found, &self.force.charter, lang);
        Shown { saw: say(lang, "popup-account", &[("saw", &shown.saw)]), ..shown }
    }

    fn switch(&mut self, host: &str, on: bool) {
        if on {
            self.settings.sites_off.remove(host);
        } else {
            self.settings.sites_off.insert(host.to_owned());
        }
        self.tell_site(host);
    }

    /// Whether the employee may do this.
    fn allows(&self, ask: &Ask) -> bool {
        match ask {
            Ask::Switch { host, .. } => self.policy.leaves(Switch::Site) && !self.policy.keeps_off(host),
            Ask::Language { .. } => self.policy.leaves(Switch::Language),
            Ask::Added { .. } => self.policy.leaves(Switch::AddSite),
            Ask::Status { .. } | Ask::Checkup | Ask::Forget | Ask::Changed { .. } => true,
        }
    }
}

/// Asks the content scripts of a tab for their texts: after a sleep the background knows none.
fn wake(tab: Option<i32>) {
    if let Some(tab) = tab {
        chrome::tell_tab(tab, &ToContent::Resend);
    }
}
