//! The signals by name: what `@target` or `@competitors` in a rule stands for.

use std::collections::BTreeMap;

use crate::{lexicon::SignalId, place::PlaceSignals, scan::NumberSignals};

/// Kinds of names that a charter gives; rules write them with `@`.
pub const NAME_SIGNALS: [&str; 7] =
    ["company", "brands", "people", "competitors", "customers", "suppliers", "projects"];

/// Kinds of numbers; rules write them with `@`.
pub const NUMBER_SIGNALS: [&str; 5] = ["number", "money", "percent", "amount", "date"];

/// Lists that the checker itself needs; a pack without one of them works, but without what the list is for.
pub const NEEDED_LISTS: [&str; 9] =
    ["us", "workplace", "others", "published", "negation", "praise", "currency", "magnitude", "number-word"];

/// Gives every name its signal, the same one in all languages.
#[derive(Debug, Default)]
pub(crate) struct Signals(BTreeMap<String, SignalId>);

impl Signals {
    /// The signal called `name`, made when it is new.
    pub fn id(&mut self, name: &str) -> SignalId {
        let next = SignalId(u16::try_from(self.0.len()).unwrap_or(u16::MAX));
        *self.0.entry(name.to_owned()).or_insert(next)
    }

    /// The signal called `name`, when there is one.
    pub fn get(&self, name: &str) -> Option<SignalId> {
        self.0.get(name).copied()
    }

    /// How many there are.
    pub fn count(&self) -> u16 {
        u16::try_from(self.0.len()).unwrap_or(u16::MAX)
    }

    /// Every name, by its signal.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let mut names: Vec<(&SignalId, &String)> = self.0.iter().map(|(name, id)| (id, name)).collect();
        names.sort();
        names.into_iter().map(|(_, name)| name.as_str())
    }

    /// Those that numbers give.
    pub fn numbers(&mut self) -> NumberSignals {
        NumberSignals {
            number: self.id("number"),
            money: self.id("money"),
            percent: self.id("percent"),
            amount: self.id("amount"),
            date: self.id("date"),
            currency: self.id("currency"),
            magnitude: self.id("magnitude"),
            number_word: self.id("number-word"),
        }
    }

    /// Those that judgements are made from.
    pub fn place(&mut self) -> PlaceSignals {
        PlaceSignals {
            us: ["us", "workplace", "company", "brands"].map(|name| self.id(name)).to_vec(),
            others: self.id("others"),
            published: self.id("published"),
            negation: self.id("negation"),
            praise: self.id("praise"),
        }
    }
}
