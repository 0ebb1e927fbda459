//! The background: one instance for all tabs. It keeps the charter in force, answers content scripts and the popup.
//!
//! It may be stopped at any moment and started again by the next message, so it keeps nothing that can't be told again.

use std::{cell::RefCell, collections::BTreeSet, rc::Rc};

use amana_charter::{Lang, MatchPattern};
use amana_checker::Cache;
use amana_fields::Role;
use amana_policy::{Policy, Switch};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{future_to_promise, spawn_local};

use crate::{
    answer::{answer, is_shown},
    chrome::{self, Port},
    dismiss::{self, SetAside},
    force::InForce,
    frame::Frame,
    managed::Decides,
    pilot::Pilot,
    role::{account_places, role},
    rollout,
    settings::{self, Settings},
    sites,
    wire::{Ask, Incoming, Shown, ToContent, from_js, to_js},
};

mod keeping;
mod pages;

/// The background service.
#[wasm_bindgen]
pub struct Service {
    state: Rc<RefCell<State>>,
}

/// What the background knows.
pub(crate) struct State {
    pub(crate) settings: Settings,
    /// What is in force of the company's policy.
    pub(crate) policy: Policy,
    pub(crate) force: InForce,
    pub(crate) frames: Vec<Frame>,
    pub(crate) pilot: Pilot,
    set_aside: SetAside,
}

#[wasm_bindgen]
impl Service {
    /// Reads what is kept and starts.
    ///
    /// # Errors
    /// When the browser's storage can't be read.
    pub async fn start() -> Result<Service, JsValue> {
        let state = State::of(Settings::load().await?, Pilot::load().await?, SetAside::load().await?);
        let state = Rc::new(RefCell::new(state));
        after_charter(&state);
        rollout::look(&state);
        Ok(Self { state })
    }

    /// A frame opened its port.
    pub fn connect(&self, port: Port) {
        self.state.borrow_mut().frames.push(Frame::of(port));
    }

    /// A frame's port was closed.
    pub fn disconnect(&self, port: &Port) {
        let mut state = self.state.borrow_mut();
        if let Some(index) = state.frames.iter().position(|f| f.port == *port) {
            let frame = state.frames.swap_remove(index);
            state.gone(&frame);
            changed(frame.tab);
        }
    }

    /// A message from a frame.
    pub fn message(&self, port: &Port, message: &Incoming) {
        let reply = self.state.borrow_mut().reply(port, message);
        if message.kind().as_deref() == Some("dismiss") {
            keeping::keep(&self.state, port);
        }
        let question = self.state.borrow_mut().account_question(port);
        for message in [reply, question].into_iter().flatten().filter_map(|message| to_js(&message).ok()) {
            // The frame may have gone meanwhile; then nobody waits for the answer.
            let _ = port.post(&message);
        }
    }

    /// A question from one of the extension's pages; its answer.
    pub fn ask(&self, message: JsValue) -> Promise {
        let state = Rc::clone(&self.state);
        future_to_promise(async move {
            match from_js::<Ask>(&message) {
                Some(ask) => pages::handle(&state, ask).await,
                None => Ok(JsValue::NULL),
            }
        })
    }

    /// Something in the browser's storage changed.
    pub fn storage_changed(&self, changes: &JsValue, area: &str) {
        if area == "managed" {
            rollout::look(&self.state);
        } else if area == "local" && settings::concerns(changes) {
            let state = Rc::clone(&self.state);
            spawn_local(async move {
                // Storage that can't be read leaves everything as it was.
                let _ = reload(&state).await;
            });
        }
        if area == "local" && dismiss::was_cleared(changes) {
            keeping::reload(&self.state);
        }
    }

    /// The browser's user allowed a site or took it back.
    pub fn permissions_changed(&self) -> Promise {
        let state = Rc::clone(&self.state);
        future_to_promise(async move {
            let wanted = state.borrow().wanted_sites();
            sites::register(&wanted).await.map(|()| JsValue::UNDEFINED)
        })
    }
}

impl State {
    fn of(settings: Settings, pilot: Pilot, set_aside: SetAside) -> Self {
        let policy = settings.managed.policy();
        let force = InForce::choose(&policy, &settings);
        Self { settings, policy, force, frames: Vec::new(), pilot, set_aside }
    }

    /// Goes by `settings` from now on, and tells the open pages what that changes for them. Whether it changes anything for them.
    pub(crate) fn renew(&mut self, settings: Settings) -> bool {
        let on: Vec<bool> = self.frames.iter().map(|f| self.is_on(&f.host)).collect();
        let (lang, policy) = (self.lang(), settings.managed.policy());
        let is_same_charter = settings.charter == self.settings.charter
            && (&policy.charter, policy.level_ceiling) == (&self.policy.charter, self.policy.level_ceiling);
        (self.settings, self.policy) = (settings, policy);
        if !is_same_charter {
            self.force = InForce::choose(&self.policy, &self.settings);
            self.frames.iter_mut().for_each(Frame::forget_checker);
        }
        let is_switched = self.tell_switched(&on);
        let is_read_anew = !is_same_charter || self.lang() != lang;
        if is_read_anew {
            self.tell(|_| true, &ToContent::Resend);
        }
        is_switched || is_read_anew
    }

    /// Tells the frames that are on or off now and, by `before`, were not.
    fn tell_switched(&mut self, before: &[bool]) -> bool {
        let hosts = self.frames.iter().zip(before).filter(|(f, was_on)| self.is_on(&f.host) != **was_on);
        let hosts: BTreeSet<String> = hosts.map(|(f, _)| f.host.clone()).collect();
        hosts.iter().for_each(|host| self.tell_site(host));
        !hosts.is_empty()
    }

    fn tell_site(&mut self, host: &str) {
        let on = self.is_on(host);
        if !on {
            self.frames.iter_mut().filter(|f| f.host == host).for_each(Frame::clear);
        }
        self.tell(|f| f.host == host, &ToContent::Site { on });
    }

    /// The language to speak.
    fn lang(&self) -> Lang {
        self.policy.chosen(&self.settings).unwrap_or_else(settings::browser_lang)
    }

    /// The sites beside the standard ones, as match patterns: those that the employee added, and those that the company offers.
    pub(crate) fn wanted_sites(&self) -> BTreeSet<String> {
        let offered = self.policy.sites_extra.iter().map(ToString::to_string);
        self.settings.sites_added.iter().cloned().chain(offered).collect()
    }

    /// The tabs of which a frame can be told anything at once.
    pub(crate) fn tabs(&self) -> BTreeSet<i32> {
        self.frames.iter().filter_map(|f| f.tab).collect()
    }

    /// The answer to a frame's message, when there is one.
    fn reply(&mut self, port: &Port, message: &Incoming) -> Option<ToContent> {
        let frame = self.frames.iter().position(|f| f.port == *port)?;
        let kind = message.kind()?;
        if kind == "account" {
            self.take_account(frame, &from_js::<Vec<String>>(&message.shown()).unwrap_or_default());
            return None;
        }
        let field = message.field()?;
        match kind.as_str() {
            "field" => {
                self.ask_about(frame, field);
                // What can't be read says nothing of itself, and is not read.
                let role = from_js(&message.describe()).map_or(Role::None, |describe| self.role(frame, &describe));
                Some(ToContent::Role { field, role })
            }
            "text" | "dismiss" => self.check(frame, field, message),
            _ => {
                self.keep(frame, field, Vec::new());
                self.emptied(frame, field);
                self.forget(frame);
                None
            }
        }
    }

    fn role(&self, frame: usize, describe: &amana_fields::Description) -> Role {
        let host = self.frames.get(frame).map(|f| f.host.as_str()).filter(|host| self.is_on(host));
        host.map_or(Role::None, |host| role(describe, host))
    }

    /// Whether anything is read on pages of this host.
    fn is_on(&self, host: &str) -> bool {
        let by_employee = self.policy.leaves(Switch::Site) && self.settings.sites_off.contains(host);
        self.is_watched(host) && !self.policy.keeps_off(host) && !by_employee
    }

    /// Whether the charter in force, the company's policy, or the employee, wants this host to be watched.
    fn is_watched(&self, host: &str) -> bool {
        let sites = &self.force.charter.sites;
        let added = |site: &String| site.parse().is_ok_and(|pattern: MatchPattern| pattern.matches_host(host));
        sites.is_empty() || sites.iter().any(|site| site.matches_host(host)) || self.wanted_sites().iter().any(added)
    }

    /// Asks a page, once, what stands where it shows the name of the account that is signed in.
    fn account_question(&mut self, port: &Port) -> Option<ToContent> {
        let frame = self.frames.iter().position(|f| f.port == *port)?;
        let asked = self.frames.get(frame).filter(|f| f.is_page && !f.is_account_asked && self.is_on(&f.host))?;
        let places = account_places(&asked.host);
        self.frames.get_mut(frame)?.is_account_asked = true;
        (!places.is_empty()).then_some(ToContent::Account { places })
    }

    /// Checks the name of the account that is signed in, and keeps what was found in it.
    fn take_account(&mut self, frame: usize, shown: &[String]) {
        let Some(page) = self.frames.get_mut(frame).filter(|f| f.is_page) else { return };
        let places = account_places(&page.host);
        let name = places.iter().zip(shown).map(|(place, shown)| place.name_in(shown)).find(|name| !name.is_empty());
        let found = self.force.checker.check_name(name.unwrap_or_default());
        page.account = found.into_iter().find(is_shown);
        changed(page.tab);
    }

    fn check(&mut self, frame: usize, field: u32, message: &Incoming) -> Option<ToContent> {
        if !self.frames.get(frame).is_some_and(|writing| self.is_on(&writing.host)) {
            return Some(ToContent::Site { on: false });
        }
        let writing = self.frames.get_mut(frame)?;
        let text = message.text()?;
        let checker = &self.force.checker;
        let found = match message.role()?.as_str() {
            "post" => checker.check_again(&text, &mut writing.cache),
            "name" => checker.check_name(&text),
            _ => Vec::new(),
        };
        let mut answer = answer(&found, &self.force.charter, self.lang(), field, message.revision()?);
        self.set_aside.apply(&mut answer, &text, message.asked(), &dismiss::today());
        self.keep(frame, field, answer.findings.iter().filter(|f| !f.is_note()).cloned().collect());
        self.count(frame, field, &found);
        Some(ToContent::Findings(Box::new(answer)))
    }

    /// Remembers what was found in a field, for the popup.
    fn keep(&mut self, frame: usize, field: u32, found: Vec<Shown>) {
        let Some(frame) = self.frames.get_mut(frame) else { return };
        let before =
            if found.is_empty() { frame.found.remove(&field) } else { frame.found.insert(field, found.clone()) };
        if before.unwrap_or_default() != found {
            changed(frame.tab);
        }
    }

    /// Lets go of the text of a field that is gone.
    fn forget(&mut self, frame: usize) {
        if let Some(frame) = self.frames.get_mut(frame) {
            frame.cache = Cache::default();
        }
    }

    fn tell(&self, frames: impl Fn(&Frame) -> bool, message: &ToContent) {
        let Ok(message) = to_js(message) else { return };
        for frame in self.frames.iter().filter(|f| frames(f)) {
            // A frame that has gone needs no news.
            let _ = frame.port.post(&message);
        }
    }
}

/// Reads again what others may have changed in storage; of the policy, the background alone writes.
async fn reload(state: &Rc<RefCell<State>>) -> Result<(), JsValue> {
    let settings = Settings::load().await?;
    let managed = state.borrow().settings.managed.clone();
    state.borrow_mut().renew(Settings { managed, ..settings });
    after_charter(state);
    Ok(())
}

/// Remembers a charter that was taken as given as the last good one.
fn after_charter(state: &Rc<RefCell<State>>) {
    let state = state.borrow();
    if state.force.is_as_given() && state.settings.charter != state.settings.last_good {
        let settings = state.settings.clone();
        spawn_local(async move {
            // Storage that can't be written costs the memory of the last good charter, no more.
            let _ = settings.keep_last_good().await;
        });
    }
}

/// Tells an open popup that what is known of a tab changed.
fn changed(tab: Option<i32>) {
    if tab.is_some() {
        chrome::tell_pages(&Ask::Changed { tab });
    }
}
