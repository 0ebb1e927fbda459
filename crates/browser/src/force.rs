//! Which charter is in force: the one that was given when it is good, else the last good one, else the embedded default.

use amana_charter::{Charter, Lang};
use amana_checker::Checker;

use crate::wire::CharterStatus;

/// The charter in force, ready to check against.
pub(crate) struct InForce {
    /// The charter.
    pub charter: Charter,
    /// The checker made of it.
    pub checker: Checker,
    /// What is wrong with the charter that was given and is not in force; or with some of its rules.
    pub problem: Option<String>,
}

impl InForce {
    /// Decides between the charter that was `given` and the `last_good` one; both are JSON.
    pub fn choose(given: Option<&str>, last_good: Option<&str>) -> Self {
        match given.map(Charter::read) {
            Some(Ok(read)) => Self::of(read.charter, None),
            Some(Err(error)) => {
                Self::of(good(last_good).unwrap_or_else(Charter::default_charter), Some(error.to_string()))
            }
            None => Self::of(Charter::default_charter(), None),
        }
    }

    /// Whether the charter that was given is the one in force.
    pub fn is_as_given(&self) -> bool {
        self.problem.is_none() && !self.charter.is_default()
    }

    /// For the popup.
    pub fn status(&self, lang: Lang) -> CharterStatus {
        CharterStatus {
            default: self.charter.is_default(),
            title: self.charter.title.get(lang).unwrap_or_default().to_owned(),
            version: self.charter.version.clone(),
            problem: self.problem.clone(),
        }
    }

    fn of(charter: Charter, problem: Option<String>) -> Self {
        let (checker, problems) = Checker::new(&charter);
        let rules = problems.first().map(ToString::to_string);
        Self { charter, checker, problem: problem.or(rules) }
    }
}

fn good(last_good: Option<&str>) -> Option<Charter> {
    Some(Charter::read(last_good?).ok()?.charter)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"{"charter": 1, "company": {"names": ["Golden Pages"]}, "version": "7"}"#;

    #[test]
    fn a_bad_charter_leaves_the_last_good_one_in_force() {
        let force = InForce::choose(Some("{"), Some(GOOD));
        assert_eq!(force.charter.version.as_deref(), Some("7"));
        assert!(force.problem.is_some_and(|problem| problem.contains("line 1")));
    }

    #[test]
    fn without_any_the_default_is_in_force() {
        assert!(InForce::choose(None, None).charter.is_default());
        let bad = InForce::choose(Some("[]"), None);
        assert!(bad.charter.is_default() && bad.problem.is_some());
    }

    #[test]
    fn a_charter_that_was_taken_back_is_not_the_last_good_one_any_more() {
        assert!(InForce::choose(None, Some(GOOD)).charter.is_default());
    }
}
