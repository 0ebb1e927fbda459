//! What the reader set aside: in this post, a sentence for good, or as a mistake of Amana's.
//!
//! No text is kept. A sentence is known by a salted hash of it and of the rule that spoke; a mistake by category, rule and date.
//! What was set aside in one post goes along with its text, in [`Asked::quiet`], so that a background that slept forgets nothing.

use std::collections::VecDeque;

use amana_charter::{Lang, Salt};
use amana_checker::Utf16Span;
use amana_messages::say;
use amana_words::{Sentence, sentences};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::wire::{Findings, Offer, Shown};
pub(crate) use store::{today, was_cleared};

mod store;

/// The key in `storage.local` that all of it is kept under.
pub(crate) const SET_ASIDE: &str = "set_aside";

/// So many sentences are remembered, the latest: at several a working day, those of a year. Each takes 16 characters.
const MOST_SENTENCES: usize = 1_000;

/// So many mistakes are kept, the latest: more than anyone would read.
const MOST_REPORTS: usize = 200;

/// Stands among the ids that a text is quiet about for all of them.
const ALL: &str = "*";

/// A finding's `level` where it is only told what became of it.
const DONE: &str = "done";

/// What a reader may do with a warning.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum How {
    /// Fine as it is: nothing more is shown for this text.
    #[default]
    Post,
    /// Not about work: this sentence stays quiet, also when it is written again.
    Sentence,
    /// Amana is wrong: the same, and it is kept that the rule was mistaken.
    Wrong,
}

impl How {
    /// The keys of the words on its button, and of what is said once it is done.
    fn keys(self) -> [&'static str; 3] {
        match self {
            Self::Post => ["offer-post", "done-post", "done-post-more"],
            Self::Sentence => ["offer-sentence", "done-sentence", "done-sentence-more"],
            Self::Wrong => ["offer-wrong", "done-wrong", "done-wrong-more"],
        }
    }
}

/// What came along with a text.
#[derive(Debug, Default)]
pub(crate) struct Asked {
    /// The ids that the text is quiet about, as they were last answered.
    pub quiet: Vec<String>,
    /// What the reader does with a finding of it now.
    pub dismissal: Option<Dismissal>,
}

/// What a reader chose, and for which finding, as it was shown.
#[derive(Debug)]
pub(crate) struct Dismissal {
    pub offer: Offer,
    pub finding: Shown,
}

/// A mistake that the reader told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Report {
    /// The clause that the warning was about.
    pub category: String,
    /// The rule that spoke.
    pub rule: String,
    /// The day, as `2026-11-23`.
    pub date: String,
}

/// All that was set aside on this device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SetAside {
    /// Made once on the device: the same sentence has another hash elsewhere.
    pub salt: Salt,
    /// Hashes of sentences, the latest last.
    pub sentences: VecDeque<String>,
    /// Mistakes, the latest last.
    pub reports: VecDeque<Report>,
}

impl SetAside {
    /// With a salt, and nothing set aside yet.
    pub fn new(salt: Salt) -> Self {
        Self { salt, sentences: VecDeque::new(), reports: VecDeque::new() }
    }

    /// Does what was `asked` of the `answer` to `text`, and leaves out of it what is set aside.
    pub fn apply(&mut self, answer: &mut Findings, text: &str, asked: Asked, today: &str) {
        self.sign(&mut answer.findings, text);
        answer.quiet = asked.quiet;
        let note = asked.dismissal.and_then(|dismissal| self.take(&dismissal, answer, today));
        let Findings { findings, quiet, .. } = answer;
        findings.retain(|f| !quiet.iter().any(|id| *id == f.id || id == ALL) && !self.sentences.contains(&f.key));
        findings.extend(note);
    }

    /// Gives every finding the hash that it is set aside by.
    fn sign(&self, findings: &mut [Shown], text: &str) {
        let sentences: Vec<Sentence<'_>> = if findings.is_empty() { Vec::new() } else { sentences(text).collect() };
        for finding in findings {
            finding.key = self.key(&finding.rule, around(&sentences, finding));
        }
    }

    /// The hash of some sentences and a rule. What stands around their words does not count: a full stop changes nothing.
    fn key<'a>(&self, rule: &str, sentences: impl Iterator<Item = &'a str>) -> String {
        let mut hash = Sha256::new_with_prefix(self.salt.bytes());
        hash.update(rule);
        for sentence in sentences {
            hash.update([0]);
            hash.update(sentence.trim_matches(|c: char| !c.is_alphanumeric()));
        }
        hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    /// Sets aside, or takes back; what is then shown in the finding's place.
    fn take(&mut self, Dismissal { offer, finding }: &Dismissal, answer: &mut Findings, today: &str) -> Option<Shown> {
        let is_it = |found: &&Shown| (&found.rule, found.start) == (&finding.rule, finding.start);
        let id = &answer.findings.iter().find(is_it).unwrap_or(finding).id;
        let quiet = if offer.how == How::Post { ALL } else { id }.to_owned();
        answer.quiet.retain(|other| *other != quiet);
        if offer.undo {
            self.take_back(offer.how, finding);
            return None;
        }
        answer.quiet.push(quiet);
        self.set_aside(offer.how, finding, today);
        Some(note(offer.how, finding, answer.lang))
    }

    fn set_aside(&mut self, how: How, Shown { key, category, rule, .. }: &Shown, today: &str) {
        if how != How::Post {
            self.sentences.push_back(key.clone());
            shorten(&mut self.sentences, MOST_SENTENCES);
        }
        if how == How::Wrong {
            let (category, rule) = (category.clone(), rule.clone());
            self.reports.push_back(Report { category, rule, date: today.to_owned() });
            shorten(&mut self.reports, MOST_REPORTS);
        }
    }

    fn take_back(&mut self, how: How, Shown { key, rule, .. }: &Shown) {
        if how != How::Post {
            self.sentences.retain(|other| other != key);
        }
        let latest = self.reports.iter().rposition(|report| report.rule == *rule);
        if let Some(latest) = latest.filter(|_| how == How::Wrong) {
            self.reports.remove(latest);
        }
    }
}

impl Shown {
    /// Whether this tells what became of a warning, and warns of nothing.
    pub fn is_note(&self) -> bool {
        self.level == DONE
    }
}

/// What a reader is offered beside a warning in a post, or in a name, which has no sentences.
pub(crate) fn offers(lang: Lang, is_name: bool) -> Vec<Offer> {
    let all = [How::Post, How::Sentence, How::Wrong];
    all.into_iter().filter(|how| !(is_name && *how == How::Sentence)).map(|how| offer(how, lang)).collect()
}

fn offer(how: How, lang: Lang) -> Offer {
    let [label, ..] = how.keys();
    Offer { how, undo: false, label: say(lang, label, &[]) }
}

/// Stands where the finding stood, says what became of it and offers to take it back.
fn note(how: How, finding: &Shown, lang: Lang) -> Shown {
    let [_, title, more] = how.keys();
    Shown {
        level: DONE.to_owned(),
        title: say(lang, title, &[]),
        saw: say(lang, more, &[]),
        clause: String::new(),
        advice: String::new(),
        contact: String::new(),
        offers: vec![Offer { how, undo: true, label: say(lang, "offer-undo", &[]) }],
        ..finding.clone()
    }
}

/// The sentences that a finding stands in.
fn around<'a>(sentences: &'a [Sentence<'a>], finding: &Shown) -> impl Iterator<Item = &'a str> {
    let span = Utf16Span { start: finding.start, end: finding.end };
    let first = sentences.partition_point(|sentence| sentence.span.end <= span.start);
    sentences
        .iter()
        .skip(first)
        .take_while(move |sentence| sentence.span.start < span.end)
        .map(|sentence| sentence.text)
}

fn shorten<T>(list: &mut VecDeque<T>, most: usize) {
    while list.len() > most {
        list.pop_front();
    }
}

#[cfg(test)]
mod tests {
    use amana_charter::Charter;
    use amana_checker::Checker;

    use super::*;
    use crate::answer::answer;

    const POST: &str = "Shakshuka. We closed the quarter 18% below target!\nLovely weather.";

    fn device() -> SetAside {
        SetAside::new(Salt::new([7; 16]))
    }

    fn ask(device: &mut SetAside, text: &str, asked: Asked) -> Findings {
        let charter = Charter::default_charter();
        let found = Checker::new(&charter).0.check(text);
        let mut answer = answer(&found, &charter, Lang::En, 1, 1.0);
        device.apply(&mut answer, text, asked, "2026-11-23");
        answer
    }

    fn choose(how: How, undo: bool, finding: &Shown) -> Dismissal {
        Dismissal { offer: Offer { how, undo, label: String::new() }, finding: finding.clone() }
    }

    fn dismissed(device: &mut SetAside, how: How) -> Findings {
        let first = ask(device, POST, Asked::default());
        ask(device, POST, Asked { quiet: first.quiet, dismissal: Some(choose(how, false, &first.findings[0])) })
    }

    #[test]
    fn what_is_dismissed_gives_way_to_a_note_that_takes_it_back() {
        for how in [How::Post, How::Sentence, How::Wrong] {
            let mut device = device();
            let Findings { findings, quiet, .. } = dismissed(&mut device, how);
            let [note] = findings.as_slice() else { panic!("{findings:?}") };
            assert_eq!((note.level.as_str(), note.offers[0].how, note.offers[0].undo), (DONE, how, true));
            let again = ask(&mut device, POST, Asked { quiet: quiet.clone(), dismissal: None });
            assert!(again.findings.is_empty(), "{how:?}: the note is shown once");
            let dismissal = Some(choose(how, true, note));
            let undone = ask(&mut device, POST, Asked { quiet, dismissal });
            assert_eq!((undone.findings.len(), undone.quiet.len()), (1, 0), "{how:?}");
            assert_eq!(device, SetAside::new(device.salt));
        }
    }

    #[test]
    fn a_sentence_stays_quiet_wherever_it_is_written_again() {
        let mut device = device();
        dismissed(&mut device, How::Sentence);
        let again = ask(&mut device, "Look: we won.\nWe closed the quarter 18% below target", Asked::default());
        assert!(again.findings.is_empty(), "{:?}", again.findings);
        let other = ask(&mut device, "We closed the quarter 19% below target", Asked::default());
        assert_eq!(other.findings.len(), 1);
    }

    #[test]
    fn words_that_were_dismissed_stay_quiet_while_their_sentence_goes_on() {
        let mut device = device();
        let Findings { quiet, .. } = dismissed(&mut device, How::Sentence);
        let longer = POST.replace('!', " and I am sad!");
        assert_eq!(ask(&mut device, &longer, Asked { quiet, dismissal: None }).findings, []);
        assert_eq!(ask(&mut device, &longer, Asked::default()).findings.len(), 1);
    }

    #[test]
    fn a_post_is_fine_for_this_text_only() {
        let mut device = device();
        let Findings { quiet, .. } = dismissed(&mut device, How::Post);
        let longer = format!("{POST} Our revenue fell to 3 million.");
        assert_eq!(ask(&mut device, &longer, Asked { quiet, dismissal: None }).findings, []);
        assert_eq!(ask(&mut device, POST, Asked::default()).findings.len(), 1);
        assert_eq!(device, SetAside::new(device.salt), "nothing is kept");
    }

    #[test]
    fn what_is_kept_has_no_word_of_the_text() {
        let mut device = device();
        dismissed(&mut device, How::Wrong);
        let kept = serde_json::to_string(&device).unwrap().to_lowercase();
        for word in POST.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2) {
            // A rule's own name tells what it is about.
            let without_rule = kept.replace(&device.reports[0].rule, "");
            assert!(!without_rule.contains(&word.to_lowercase()), "{word}: {kept}");
        }
        assert_eq!(device.reports[0].date, "2026-11-23");
        assert_eq!(serde_json::from_str::<SetAside>(&serde_json::to_string(&device).unwrap()).unwrap(), device);
    }

    #[test]
    fn the_oldest_give_way() {
        let mut device = device();
        for number in 0..=MOST_SENTENCES {
            let finding = Shown { key: number.to_string(), ..Shown::default() };
            device.set_aside(How::Wrong, &finding, "2026-11-23");
        }
        assert_eq!((device.sentences.len(), device.reports.len()), (MOST_SENTENCES, MOST_REPORTS));
        assert_eq!(device.sentences.front().map(String::as_str), Some("1"));
    }

    #[test]
    fn every_sentence_is_there_in_both_languages() {
        for lang in [Lang::He, Lang::En] {
            for how in [How::Post, How::Sentence, How::Wrong] {
                for key in how.keys().into_iter().chain(["offer-undo"]) {
                    assert!(amana_messages::has(lang, key), "{key} in {}", lang.as_str());
                }
            }
        }
    }
}
