//! Which charter is in force: the company's, by policy; else the one that this device was given, when it is good, else the last good
//! one; else the embedded default.

use amana_charter::{Charter, Lang, Level};
use amana_checker::Checker;
use amana_policy::Policy;

use crate::{
    settings::Settings,
    wire::{CharterStatus, Origin},
};

/// The charter in force, ready to check against.
pub(crate) struct InForce {
    /// The charter, lowered to what the policy lets it say.
    pub charter: Charter,
    /// The checker made of it.
    pub checker: Checker,
    /// What is wrong with the charter that was given and is not in force; or with some of its rules.
    pub problem: Option<String>,
    /// From where it came.
    pub origin: Origin,
}

impl InForce {
    /// Decides between the charter of the `policy`, and those that the device keeps.
    pub fn choose(policy: &Policy, settings: &Settings) -> Self {
        let (given, last_good, origin) = match &policy.charter {
            // It was read before it was kept.
            Some(charter) => (Some(charter.as_str()), None, Origin::Policy),
            None => (settings.charter.as_deref(), settings.last_good.as_deref(), Origin::Device),
        };
        let (charter, problem) = read(given, last_good);
        let origin = if charter.is_default() { Origin::Default } else { origin };
        let charter = charter.lowered_to(policy.level_ceiling.unwrap_or(Level::Warn));
        let (checker, problems) = Checker::new(&charter);
        let rules = problems.first().map(ToString::to_string);
        Self { charter, checker, problem: problem.or(rules), origin }
    }

    /// Whether the charter that the device was given is the one in force.
    pub fn is_as_given(&self) -> bool {
        self.problem.is_none() && self.origin == Origin::Device
    }

    /// For the popup.
    pub fn status(&self, lang: Lang) -> CharterStatus {
        CharterStatus {
            origin: self.origin,
            title: self.charter.title.get(lang).unwrap_or_default().to_owned(),
            version: self.charter.version.clone(),
            problem: self.problem.clone(),
        }
    }
}

fn read(given: Option<&str>, last_good: Option<&str>) -> (Charter, Option<String>) {
    match given.map(Charter::read) {
        Some(Ok(read)) => (read.charter, None),
        Some(Err(error)) => (good(last_good).unwrap_or_else(Charter::default_charter), Some(error.to_string())),
        None => (Charter::default_charter(), None),
    }
}

fn good(last_good: Option<&str>) -> Option<Charter> {
    Some(Charter::read(last_good?).ok()?.charter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use amana_charter::Category;

    const GOOD: &str = r#"{"charter": 1, "company": {"names": ["Golden Pages"]}, "version": "7"}"#;

    fn on_device(charter: Option<&str>, last_good: Option<&str>) -> Settings {
        Settings { charter: charter.map(str::to_owned), last_good: last_good.map(str::to_owned), ..Settings::default() }
    }

    fn choose(charter: Option<&str>, last_good: Option<&str>) -> InForce {
        InForce::choose(&Policy::default(), &on_device(charter, last_good))
    }

    #[test]
    fn a_bad_charter_leaves_the_last_good_one_in_force() {
        let force = choose(Some("{"), Some(GOOD));
        assert_eq!(force.charter.version.as_deref(), Some("7"));
        assert!(force.problem.is_some_and(|problem| problem.contains("line 1")));
    }

    #[test]
    fn without_any_the_default_is_in_force() {
        assert_eq!(choose(None, None).origin, Origin::Default);
        let bad = choose(Some("[]"), None);
        assert!(bad.origin == Origin::Default && bad.problem.is_some());
    }

    #[test]
    fn a_charter_that_was_taken_back_is_not_the_last_good_one_any_more() {
        assert_eq!(choose(None, Some(GOOD)).origin, Origin::Default);
    }

    #[test]
    fn the_company_goes_before_the_device() {
        let policy = Policy { charter: Some(GOOD.replace('7', "8")), ..Policy::default() };
        let force = InForce::choose(&policy, &on_device(Some(GOOD), None));
        assert_eq!((force.charter.version.as_deref(), force.origin), (Some("8"), Origin::Policy));
        assert!(!force.is_as_given());
    }

    #[test]
    fn the_ceiling_holds_for_whatever_charter_is_in_force() {
        let policy = Policy { level_ceiling: Some(Level::Quiet), ..Policy::default() };
        for device in [on_device(None, None), on_device(Some(GOOD), None)] {
            let charter = InForce::choose(&policy, &device).charter;
            assert!(Category::ALL.iter().all(|category| charter.level(*category) <= Level::Quiet));
        }
    }
}
