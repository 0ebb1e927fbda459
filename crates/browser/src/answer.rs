//! From what the checker found to what a person reads.

use amana_charter::{Charter, Lang, Level};
use amana_checker::Finding;
use amana_messages::say;

use crate::wire::{Findings, Labels, Shown};

/// The answer to one revision of a field. What is `quiet` is not shown.
pub(crate) fn answer(found: &[Finding], charter: &Charter, lang: Lang, field: u32, revision: f64) -> Findings {
    let shown = found.iter().filter(|f| f.level > Level::Quiet);
    Findings {
        field,
        revision,
        locale: lang.as_str(),
        dir: lang.dir(),
        labels: labels(lang),
        findings: shown.map(|finding| show(finding, charter, lang)).collect(),
    }
}

/// Words that are quoted in a sentence are cut to so many characters.
const QUOTED: usize = 60;

fn show(finding: &Finding, charter: &Charter, lang: Lang) -> Shown {
    let category = finding.category.as_str();
    Shown {
        id: format!("{} {}", finding.rule, finding.says.words),
        category: category.to_owned(),
        level: finding.level.as_str().to_owned(),
        start: finding.span.start,
        end: finding.span.end,
        title: say(lang, &format!("category-{category}"), &[]),
        saw: say(lang, &finding.says.key, &[("words", &shortened(&finding.says.words))]),
        clause: charter.clause(finding.category, lang).to_owned(),
        advice: charter.advice(finding.category, lang).to_owned(),
    }
}

fn labels(lang: Lang) -> Labels {
    let label = |key| say(lang, key, &[]);
    Labels {
        name: label("extension-name"),
        close: label("card-close"),
        next: label("card-next"),
        previous: label("card-previous"),
        count: label("card-count"),
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
    fn long_words_are_cut() {
        assert_eq!(shortened(&"word ".repeat(50)).chars().count(), QUOTED + 1);
    }
}
