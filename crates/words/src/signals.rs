//! The signals by name: what `@target` or `@competitors` in a rule stands for.

use std::collections::BTreeMap;

/// What a rule refers to: a list, a kind of name or number, or a term of its own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SignalId(pub u16);

impl From<u32> for SignalId {
    fn from(id: u32) -> Self {
        Self(u16::try_from(id).unwrap_or(u16::MAX))
    }
}

/// Kinds of names that a charter gives; rules write them with `@`.
pub const NAME_SIGNALS: [&str; 7] =
    ["company", "brands", "people", "competitors", "customers", "suppliers", "projects"];

/// Kinds of numbers; rules write them with `@`.
pub const NUMBER_SIGNALS: [&str; 5] = ["number", "money", "percent", "amount", "date"];

/// Lists that the checker itself needs; a pack without one of them works, but without what the list is for.
pub const NEEDED_LISTS: [&str; 9] =
    ["us", "workplace", "others", "published", "negation", "praise", "currency", "magnitude", "number-word"];

/// Gives every name its signal, the same one in all languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signals {
    ids: BTreeMap<String, SignalId>,
}

impl Signals {
    /// The signal called `name`, made when it is new.
    pub fn id(&mut self, name: &str) -> SignalId {
        if let Some(known) = self.get(name) {
            return known;
        }
        let next = SignalId(self.count());
        self.ids.insert(name.to_owned(), next);
        next
    }

    /// The signal called `name`, when there is one.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<SignalId> {
        self.ids.get(name).copied()
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> u16 {
        u16::try_from(self.ids.len()).unwrap_or(u16::MAX)
    }

    /// Every name, by its signal.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<(&SignalId, &String)> = self.ids.iter().map(|(name, id)| (id, name)).collect();
        names.sort();
        names.into_iter().map(|(_, name)| name.as_str()).collect()
    }
}
