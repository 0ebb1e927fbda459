//! What a pilot counts: of what a charter looks for quietly, how often it would have been shown. Numbers only, on this device only.
//!
//! A field counts once for each category, until it is emptied or goes: who goes on writing is not counted at every key. Which fields
//! were counted is kept in the browser's memory, where it outlives the background's sleep and not the browser.

use std::collections::{BTreeMap, BTreeSet};

use amana_charter::{Category, Lang, Level};
use amana_checker::Finding;
use amana_messages::say;
use js_sys::Date;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::{chrome, frame::Frame, page::day, service::State, settings, wire::Ask};

/// The counts, and where they were made.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pilot {
    pub counts: Counts,
    counted: Counted,
}

/// How often each category would have been shown.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Counts {
    /// When the first was counted, in milliseconds since 1970.
    pub since: Option<f64>,
    pub of: BTreeMap<Category, u32>,
}

/// By frame and field, the categories that were counted there.
type Counted = BTreeMap<String, BTreeSet<Category>>;

/// Keys in `storage.local` and in `storage.session`.
pub(crate) const COUNTS: &str = "pilot_counts";
pub(crate) const COUNTED: &str = "pilot_counted";

impl Pilot {
    /// Reads what was kept.
    pub async fn load() -> Result<Self, JsValue> {
        let counts = settings::kept(settings::Area::Local, COUNTS).await?.unwrap_or_default();
        let counted = settings::kept(settings::Area::Session, COUNTED).await?.unwrap_or_default();
        Ok(Self { counts, counted })
    }

    /// Counts what is quiet among what was found in a field; whether anything was counted that was not before.
    pub fn count(&mut self, field: &str, found: &[Finding], now: f64) -> bool {
        let quiet: BTreeSet<Category> = found.iter().filter(|f| f.level == Level::Quiet).map(|f| f.category).collect();
        let known = self.counted.get(field).cloned().unwrap_or_default();
        let new: Vec<Category> = quiet.difference(&known).copied().collect();
        for category in &new {
            *self.counts.of.entry(*category).or_default() += 1;
            self.counts.since.get_or_insert(now);
        }
        if !new.is_empty() {
            self.counted.entry(field.to_owned()).or_default().extend(&new);
        }
        !new.is_empty()
    }

    /// What is written from now on in the fields that `is_gone` names is another text; whether any had been counted.
    pub fn forget(&mut self, is_gone: impl Fn(&str) -> bool) -> bool {
        let before = self.counted.len();
        self.counted.retain(|field, _| !is_gone(field));
        self.counted.len() < before
    }

    /// Keeps the counts, and where they were made.
    pub async fn keep(&self) -> Result<(), JsValue> {
        settings::keep(settings::Area::Local, COUNTS, &self.counts).await?;
        settings::keep(settings::Area::Session, COUNTED, &self.counted).await
    }
}

impl Counts {
    /// The counts as the employee reads and copies them: a line for each category, and since when.
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        let Some(since) = self.since else { return Vec::new() };
        let title = |category: Category| say(lang, &format!("category-{}", category.as_str()), &[]);
        let rows = self.of.iter().map(|(category, count)| format!("{}: {count}", title(*category)));
        rows.chain([say(lang, "popup-counts-since", &[("when", &day(since, lang))])]).collect()
    }
}

impl State {
    /// Counts what is quiet in a field.
    pub(crate) fn count(&mut self, frame: usize, field: u32, found: &[Finding]) {
        let Some((tab, name)) = self.frames.get(frame).map(|frame| (frame.tab, frame.field(field))) else { return };
        if self.pilot.count(&name, found, Date::now()) {
            self.keep_pilot();
            chrome::tell_pages(&Ask::Changed { tab });
        }
    }

    /// A field is asked about: for the first time through this port, it may be that of another page.
    pub(crate) fn ask_about(&mut self, frame: usize, field: u32) {
        if self.frames.get_mut(frame).is_some_and(|frame| frame.asked.insert(field)) {
            self.emptied(frame, field);
        }
    }

    /// A field holds no text any more.
    pub(crate) fn emptied(&mut self, frame: usize, field: u32) {
        if let Some(gone) = self.frames.get(frame).map(|frame| frame.field(field)) {
            self.forget_counted(|field| field == gone);
        }
    }

    /// A frame is gone, with all its fields.
    pub(crate) fn gone(&mut self, frame: &Frame) {
        self.forget_counted(|field| field.strip_prefix(&frame.name).is_some_and(|rest| rest.starts_with(' ')));
    }

    fn forget_counted(&mut self, is_gone: impl Fn(&str) -> bool) {
        if self.pilot.forget(is_gone) {
            self.keep_pilot();
        }
    }

    fn keep_pilot(&self) {
        let pilot = self.pilot.clone();
        spawn_local(async move {
            // Storage that can't be written costs a count, no more.
            let _ = pilot.keep().await;
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use amana_charter::Charter;
    use amana_checker::Checker;

    const POST: &str = "We closed the quarter 18% below target";

    fn found(level: Level) -> Vec<Finding> {
        let found = Checker::new(&Charter::default_charter().lowered_to(level)).0.check(POST);
        assert_eq!(found.len(), 1);
        found
    }

    #[test]
    fn a_field_counts_once_until_it_is_emptied() {
        let (mut pilot, quiet) = (Pilot::default(), found(Level::Quiet));
        assert!(pilot.count("1 0 1", &quiet, 5.0));
        assert!(!pilot.count("1 0 1", &quiet, 6.0));
        assert!(pilot.count("1 0 2", &quiet, 7.0), "another field is another post");
        assert!(pilot.forget(|field| field == "1 0 1") && !pilot.forget(|field| field == "1 0 1"));
        assert!(pilot.count("1 0 1", &quiet, 8.0));
        assert_eq!((pilot.counts.of.get(&Category::Finances), pilot.counts.since), (Some(&3), Some(5.0)));
    }

    #[test]
    fn what_is_shown_is_not_counted() {
        let mut pilot = Pilot::default();
        assert!(!pilot.count("1 0 1", &found(Level::Notice), 5.0) && !pilot.count("1 0 1", &[], 5.0));
        assert_eq!(pilot.counts, Counts::default());
    }

    #[test]
    fn no_word_of_a_post_is_kept() {
        let mut pilot = Pilot::default();
        pilot.count("1 0 1", &found(Level::Quiet), 5.0);
        let kept = serde_json::to_string(&(&pilot.counts, &pilot.counted)).unwrap();
        assert_eq!(kept, r#"[{"since":5.0,"of":{"finances":1}},{"1 0 1":["finances"]}]"#);
    }
}
