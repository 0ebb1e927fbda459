//! What the company's policy tells, as it was last good: it is kept on the device, and so is in force at once at the next start.
//!
//! The browser hands a policy over whole, late at the first start. What can't be used of it is named, and what was good before stays
//! in its place. A policy that was taken away takes its charter and its switches with it, and nothing else.

use amana_charter::Lang;
use amana_policy::{Key, Policy, Problem, Switch, sha256};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{settings::Settings, wire::Company};

/// The company's policy, as far as it is in force.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Managed {
    /// Its good values; the charter among them was read before it came here.
    keys: Map<String, Value>,
    /// The digest of what the browser handed over last, and of who read it.
    seen: String,
    /// When the charter came into force, in milliseconds since 1970.
    pub since: Option<f64>,
    /// When a policy that was in force was taken away, in the same unit.
    pub removed: Option<f64>,
    /// What can't be used of what the browser handed over last.
    pub problems: Vec<Problem>,
}

impl Managed {
    /// The policy in force after the browser handed over `given` at `now`; nothing when it is the one that was handed over before.
    pub fn after(&self, given: &Map<String, Value>, now: f64) -> Option<Self> {
        let seen = digest(given);
        if seen == self.seen {
            return None;
        }
        if given.is_empty() {
            let removed = if self.is_there() { Some(now) } else { self.removed };
            return Some(Self { seen, removed, ..Self::default() });
        }
        let (keys, problems) = self.good(given);
        let same = keys.get(CHARTER) == self.keys.get(CHARTER);
        let since = if same { self.since } else { keys.contains_key(CHARTER).then_some(now) };
        Some(Self { keys, seen, since, removed: None, problems })
    }

    /// Whether there is a policy.
    pub fn is_there(&self) -> bool {
        !self.keys.is_empty() || !self.problems.is_empty()
    }

    /// The values in force.
    pub fn policy(&self) -> Policy {
        Policy::read(&self.keys).0
    }

    /// For the popup.
    pub fn status(&self) -> Company {
        let policy = self.policy();
        Company {
            since: self.since,
            removed: self.removed,
            problems: self.problems.clone(),
            ceiling: policy.level_ceiling.map(|level| level.as_str().to_owned()),
            offers: policy.sites_extra.iter().map(ToString::to_string).collect(),
            locked: Switch::ALL.into_iter().filter(|s| !policy.leaves(*s)).map(|s| s.as_str().to_owned()).collect(),
        }
    }

    /// What is good of `given`, with what was good before where a value can't be used.
    fn good(&self, given: &Map<String, Value>) -> (Map<String, Value>, Vec<Problem>) {
        let (policy, mut problems) = Policy::read(given);
        let charter = policy.read_charter();
        let is_whole = charter.is_ok();
        problems.extend(charter.err());
        let mut keys =
            Policy { charter_sha256: None, charter: policy.charter.filter(|_| is_whole), ..policy }.to_json();
        let unusable = problems.iter().filter_map(|problem| Key::named(key_of(problem))).map(Key::as_str);
        for key in unusable.filter(|key| *key != Key::CharterSha256.as_str()) {
            if let Some(before) = self.keys.get(key).filter(|_| !keys.contains_key(key)) {
                keys.insert(key.to_owned(), before.clone());
            }
        }
        (keys, problems)
    }
}

/// Which of the employee's choices the company has made instead.
pub(crate) trait Decides {
    /// Whether Amana stays off on this host, by the company's choice.
    fn keeps_off(&self, host: &str) -> bool;

    /// Whether the employee has this switch.
    fn leaves(&self, switch: Switch) -> bool;

    /// The language that the company, or else the employee, chose.
    fn chosen(&self, settings: &Settings) -> Option<Lang>;
}

impl Decides for Policy {
    fn keeps_off(&self, host: &str) -> bool {
        self.sites_off.iter().any(|site| site.matches_host(host))
    }

    fn leaves(&self, switch: Switch) -> bool {
        let is_chosen = switch == Switch::Language && self.language.is_some();
        !is_chosen && !self.locked.contains(&switch)
    }

    fn chosen(&self, settings: &Settings) -> Option<Lang> {
        self.language.or(settings.language.filter(|_| self.leaves(Switch::Language)))
    }
}

const CHARTER: &str = Key::Charter.as_str();

/// A new version of Amana may read the same policy otherwise.
fn digest(given: &Map<String, Value>) -> String {
    sha256(&format!("{} {}", env!("CARGO_PKG_VERSION"), Value::Object(given.clone())))
}

/// The key that a problem is about: `sites_off` of `sites_off[1]`.
fn key_of(problem: &Problem) -> &str {
    problem.place.split(['[', ':']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const SEVEN: &str = r#"{"charter": 1, "company": {"names": ["Golden Pages"]}, "version": "7"}"#;
    const EIGHT: &str = r#"{"charter": 1, "company": {"names": ["Golden Pages"]}, "version": "8"}"#;

    fn after(before: &Managed, given: &Value, now: f64) -> Managed {
        before.after(given.as_object().unwrap(), now).unwrap()
    }

    #[test]
    fn a_new_charter_is_in_force_since_it_came() {
        let seven = after(&Managed::default(), &json!({"charter": SEVEN}), 7.0);
        assert_eq!((seven.policy().charter.as_deref(), seven.since), (Some(SEVEN), Some(7.0)));
        let quiet = after(&seven, &json!({"charter": SEVEN, "level_ceiling": "quiet"}), 8.0);
        assert_eq!(quiet.since, Some(7.0), "another key is no other charter");
        assert_eq!(after(&quiet, &json!({"charter": EIGHT}), 9.0).since, Some(9.0));
    }

    #[test]
    fn the_same_policy_changes_nothing() {
        let given = json!({"charter": SEVEN});
        let seven = after(&Managed::default(), &given, 7.0);
        assert_eq!(seven.after(given.as_object().unwrap(), 8.0), None);
    }

    #[test]
    fn what_can_not_be_used_leaves_what_was_good_before() {
        let good =
            after(&Managed::default(), &json!({"charter": SEVEN, "level_ceiling": "quiet", "language": "he"}), 7.0);
        let bad = after(&good, &json!({"charter": EIGHT.get(..20), "level_ceiling": "quite"}), 8.0);
        let policy = bad.policy();
        assert_eq!((policy.charter.as_deref(), bad.since), (Some(SEVEN), Some(7.0)));
        assert_eq!(policy.level_ceiling, Some(amana_charter::Level::Quiet));
        assert_eq!(policy.language, None, "what is not in the policy any more is not in force");
        let places: Vec<&str> = bad.problems.iter().map(|problem| problem.place.as_str()).collect();
        assert_eq!(places, ["level_ceiling", "charter"]);
    }

    #[test]
    fn a_charter_that_did_not_arrive_whole_never_replaces_one_that_did() {
        let seven = after(&Managed::default(), &json!({"charter": SEVEN}), 7.0);
        for half in
            [json!({"charter": EIGHT, "charter_sha256": sha256("other")}), json!({"charter_sha256": sha256(EIGHT)})]
        {
            let policy = after(&seven, &half, 8.0);
            assert_eq!(policy.policy().charter.as_deref(), Some(SEVEN));
            assert_eq!(policy.problems.len(), 1, "{half}");
        }
    }

    #[test]
    fn one_bad_site_leaves_the_others_of_its_list() {
        let before = after(&Managed::default(), &json!({"sites_off": ["https://a.example/*"]}), 1.0);
        let policy = after(&before, &json!({"sites_off": ["b", "https://c.example/*"]}), 2.0).policy();
        assert!(policy.keeps_off("c.example") && !policy.keeps_off("a.example"));
    }

    #[test]
    fn a_policy_that_was_taken_away_takes_all_of_it_along() {
        let seven = after(&Managed::default(), &json!({"charter": SEVEN, "locked": ["site"]}), 7.0);
        let gone = after(&seven, &json!({}), 8.0);
        assert_eq!((gone.policy(), gone.removed, gone.is_there()), (Policy::default(), Some(8.0), false));
        assert_eq!(gone.after(&Map::new(), 9.0), None);
    }

    #[test]
    fn the_first_start_without_a_policy_takes_nothing_away() {
        assert_eq!(after(&Managed::default(), &json!({}), 1.0).removed, None);
    }

    #[test]
    fn it_is_kept_as_json() {
        let seven = after(&Managed::default(), &json!({"charter": SEVEN, "colour": "red"}), 7.0);
        let kept = serde_json::to_string(&seven).unwrap();
        assert_eq!(serde_json::from_str::<Managed>(&kept).unwrap(), seven);
    }

    #[test]
    fn the_employee_has_the_switches_that_are_not_locked() {
        let policy = after(&Managed::default(), &json!({"locked": ["site"], "language": "he"}), 1.0).policy();
        assert_eq!(Switch::ALL.map(|switch| policy.leaves(switch)), [false, false, true]);
        let english = Settings { language: Some(Lang::En), ..Settings::default() };
        assert_eq!(policy.chosen(&english), Some(Lang::He));
        assert_eq!(Policy::default().chosen(&english), Some(Lang::En));
    }
}
