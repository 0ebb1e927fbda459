//! From what the checker found to what a person reads.

use amana_charter::{Category, Charter, Lang, Level};
use amana_checker::Finding;
use amana_messages::say;

use crate::dismiss::offers;
use crate::wire::{Findings, Labels, Shown};

/// The answer to one revision of a field. What is `quiet` is not shown.
pub(crate) fn answer(found: &[Finding], charter: &Charter, lang: Lang, field: u32, revision: f64) -> Findings {
    let shown = found.iter().filter(|finding| is_shown(finding));
    let findings: Vec<Shown> = shown.map(|finding| show(finding, charter, lang)).collect();
    Findings {
        field,
        revision,
        lang,
        dir: lang.dir(),
        labels: labels(lang),
        link: charter.links.charter.as_deref().unwrap_or_default().to_owned(),
        style: if findings.is_empty() { "" } else { STYLE },
        findings,
        quiet: Vec::new(),
    }
}

/// How the card looks: nothing of it is in a page before something was found there.
const STYLE: &str = include_str!("../../../extension/content/card.css");

/// Words that are quoted in a sentence are cut to so many characters.
const QUOTED: usize = 60;

/// Whether people see the finding.
pub(crate) fn is_shown(finding: &Finding) -> bool {
    finding.level > Level::Quiet
}

/// A finding in the reader's language.
pub(crate) fn show(finding: &Finding, charter: &Charter, lang: Lang) -> Shown {
    let category = finding.category.as_str();
    let quoted = finding.says.args().map(|(name, value)| (name, shortened(value)));
    let args = quoted.each_ref().map(|(name, value)| (*name, value.as_str()));
    let saw = say(lang, &finding.says.key, &args);
    Shown {
        id: format!("{} {}", finding.rule, finding.says.words),
        key: String::new(),
        category: category.to_owned(),
        rule: finding.rule.clone(),
        level: finding.level.as_str().to_owned(),
        start: finding.span.start,
        end: finding.span.end,
        title: say(lang, &format!("category-{category}"), &[]),
        heard: say(lang, "card-heard", &[("saw", &saw)]),
        saw,
        clause: charter.clause(finding.category, lang).to_owned(),
        advice: charter.advice(finding.category, lang).to_owned(),
        contact: opens_accounts(finding.category, charter, lang),
        offers: offers(lang, finding.category == Category::BrandAccount),
    }
}

/// Whom to turn to instead of opening an account in the company's name.
fn opens_accounts(category: Category, charter: &Charter, lang: Lang) -> String {
    let Some(contact) = charter.contact.as_ref().filter(|_| category == Category::BrandAccount) else {
        return String::new();
    };
    let who = contact.name.as_ref().map_or_else(|| contact.email.clone(), |name| format!("{name} ({})", contact.email));
    say(lang, "opens-accounts", &[("who", &who)])
}

fn labels(lang: Lang) -> Labels {
    let label = |key| say(lang, key, &[]);
    Labels {
        name: label("extension-name"),
        close: label("card-close"),
        next: label("card-next"),
        previous: label("card-previous"),
        count: label("card-count"),
        several: label("card-several"),
        link: label("card-link"),
    }
}

fn shortened(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= QUOTED {
        return line;
    }
    line.chars().take(QUOTED).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use amana_charter::Category;
    use amana_checker::{Checker, NAME_SIGNALS, base_rules};

    #[test]
    fn every_sentence_is_there_in_both_languages() {
        assert!(!NAME_SIGNALS.is_empty());
        for lang in [Lang::He, Lang::En] {
            for rule in &base_rules().rules {
                assert!(
                    amana_messages::has(lang, &rule.says),
                    "{}: {} is missing in {}",
                    rule.id,
                    rule.says,
                    lang.as_str()
                );
            }
            for category in Category::ALL {
                assert!(amana_messages::has(lang, &format!("category-{}", category.as_str())), "{}", category.as_str());
            }
        }
    }

    #[test]
    fn the_answer_is_in_the_readers_language() {
        let charter = Charter::default_charter();
        let found = Checker::new(&charter).0.check("We closed the quarter 18% below target");
        let answer = answer(&found, &charter, Lang::He, 1, 2.0);
        assert_eq!((answer.dir, answer.findings.len()), ("rtl", 1));
        assert!(answer.findings.iter().all(|f| f.saw.contains("below target") && !f.clause.is_empty()));
    }

    #[test]
    fn a_name_is_told_with_its_brand_and_who_opens_accounts() {
        let charter = Charter::read(
            r#"{"charter": 1, "company": {"names": ["Golden Pages"]}, "contact": {"email": "charter@example.com", "name": "Dana"}}"#,
        )
        .unwrap()
        .charter;
        let found = Checker::new(&charter).0.check_name("golden_pages_il");
        for lang in [Lang::He, Lang::En] {
            let answer = answer(&found, &charter, lang, 1, 1.0);
            let [shown] = answer.findings.as_slice() else { panic!("{:?}", answer.findings) };
            assert!(shown.saw.contains("golden_pages") && shown.saw.contains("Golden Pages"), "{}", shown.saw);
            assert!(
                shown.contact.contains("Dana") && shown.contact.contains("charter@example.com"),
                "{}",
                shown.contact
            );
            assert!(!shown.clause.is_empty());
        }
    }

    #[test]
    fn long_words_are_cut() {
        assert_eq!(shortened(&"word ".repeat(50)).chars().count(), QUOTED + 1);
    }
}
