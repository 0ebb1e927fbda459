//! Reads a post and finds what touches a clause of the company's charter.
//!
//! Text goes in, [`Finding`]s come out: which clause, which words (in UTF-16 code units, as JavaScript counts), and a message
//! key that tells what was seen. On the way a text is cut into sentences, each sentence into folded words
//! (`fold`, `units`, `words`), the words into readings without prefixes and endings (`stems`, `hebrew`, `english`), the readings into
//! signals (`lexicon`, `names`, `scan`), and rules combine the signals (`place`, `rules`).
//!
//! ```
//! use amana_charter::Charter;
//! use amana_checker::Checker;
//!
//! let charter = Charter::read(r#"{"charter": 1, "company": {"names": ["Golden Pages"]}}"#)?.charter;
//! let (checker, problems) = Checker::new(&charter);
//! assert!(problems.is_empty());
//! assert!(checker.check("Shakshuka for dinner").is_empty());
//! let found = checker.check("our quarter closed 18% below target");
//! assert_eq!(found[0].category.as_str(), "finances");
//! # Ok::<(), amana_charter::ReadError>(())
//! ```
//!
//! What does not belong here: I/O, a browser, sentences for people. Checking never panics, on any text.

mod compile;
mod english;
mod finding;
mod fold;
mod hash;
mod hebrew;
mod lexicon;
mod names;
mod numbers;
mod place;
mod rules;
mod scan;
mod sentences;
mod signals;
mod span;
mod stems;
mod units;
mod words;

use std::sync::LazyLock;

use amana_charter::{Charter, Level};
use amana_pack::{Pack, Rule};

pub use compile::RuleProblem;
pub use finding::{Finding, Says};
pub use signals::{NAME_SIGNALS, NEEDED_LISTS, NUMBER_SIGNALS};
pub use span::Utf16Span;

use compile::Tables;
use rules::{Compiled, Context, Part};
use scan::Scanned;
use sentences::Sentence;

static BASE: LazyLock<Pack> = LazyLock::new(|| {
    // The build made this blob and read it back: an empty pack can't come of it.
    Pack::from_blob(include_bytes!(concat!(env!("OUT_DIR"), "/base-pack.json"))).unwrap_or_default()
});

/// The rules and lists that every charter has, from `packs/base`.
#[must_use]
pub fn base_pack() -> &'static Pack {
    &BASE
}

/// A charter made ready to check posts against.
pub struct Checker {
    tables: Tables,
}

impl Checker {
    /// Makes a checker of the base pack and a charter; also the charter's own rules that could not be used.
    #[must_use]
    pub fn new(charter: &Charter) -> (Self, Vec<RuleProblem>) {
        Self::with_pack(base_pack(), charter)
    }

    /// The same with another pack.
    #[must_use]
    pub fn with_pack(pack: &Pack, charter: &Charter) -> (Self, Vec<RuleProblem>) {
        let own: Vec<Rule> = charter.rules.iter().filter_map(|rule| serde_json::from_str(rule.json()).ok()).collect();
        let (tables, problems) = compile::compile(pack, charter, &own);
        (Self { tables }, problems)
    }

    /// Finds what touches a clause in `text`, ordered by place. Categories that are off are left out.
    #[must_use]
    pub fn check(&self, text: &str) -> Vec<Finding> {
        let sentences = sentences::sentences(text);
        let scanned: Vec<Scanned> = sentences.iter().map(|s| self.scan(s.text)).collect();
        let scanned: Vec<&Scanned> = scanned.iter().collect();
        self.combine(&sentences, &scanned)
    }

    fn scan(&self, sentence: &str) -> Scanned {
        scan::scan(sentence, &self.tables.lexicon, &self.tables.names, self.tables.numbers)
    }

    /// Lets the rules combine the signals of all sentences.
    fn combine(&self, sentences: &[Sentence<'_>], scanned: &[&Scanned]) -> Vec<Finding> {
        let places = place::places(scanned, &self.tables.place);
        let mut out = Vec::new();
        let mut before: Option<(&Sentence<'_>, &Scanned)> = None;
        for ((sentence, here), place) in sentences.iter().zip(scanned).zip(places) {
            let context = Context { here, before: before.map(|(_, s)| s), place, signals: &self.tables.place };
            let found = self.tables.rules.iter().filter(|r| r.level > Level::Off).filter_map(|rule| {
                let parts = rule.find(&context)?;
                finding(rule, &parts, (sentence, here), before)
            });
            keep_clearest(&mut out, found.collect());
            before = Some((sentence, here));
        }
        out
    }
}

/// Puts places in sentences back into places in the post.
fn finding(rule: &Compiled, parts: &[Part], here: (&Sentence<'_>, &Scanned), before: Option<(&Sentence<'_>, &Scanned)>) -> Option<Finding> {
    let mut evidence: Vec<Utf16Span> = parts.iter().filter_map(|part| part_span(*part, here, before)).collect();
    evidence.sort();
    let span = evidence.iter().copied().reduce(Utf16Span::hull)?;
    let words = [before, Some(here)].into_iter().flatten().map(|(sentence, _)| quoted(sentence, span)).collect::<String>();
    Some(Finding {
        category: rule.category,
        level: rule.level,
        rule: rule.id.clone(),
        span,
        evidence,
        says: Says { key: rule.says.clone(), words: words.trim().to_owned() },
    })
}

/// Where a part stands in the post. Words of the sentence before count down from -1.
fn part_span(part: Part, here: (&Sentence<'_>, &Scanned), before: Option<(&Sentence<'_>, &Scanned)>) -> Option<Utf16Span> {
    let ((sentence, scanned), offset) = match before {
        Some((sentence, scanned)) if part.first < 0 => ((sentence, scanned), isize::try_from(scanned.spans.len()).ok()?),
        _ => (here, 0),
    };
    let word = |index: isize| scanned.spans.get(usize::try_from(index + offset).ok()?).copied();
    Some(word(part.first)?.hull(word(part.last)?).shifted(sentence.span.start))
}

/// The part of a sentence that lies in `span` of the post.
fn quoted(sentence: &Sentence<'_>, span: Utf16Span) -> String {
    let from = span.start.max(sentence.span.start);
    let to = span.end.min(sentence.span.end).max(from);
    Utf16Span { start: from - sentence.span.start, end: to - sentence.span.start }.text_in(sentence.text)
}

/// Of findings in one sentence and category, the loudest and then the closest one stands for all.
fn keep_clearest(out: &mut Vec<Finding>, mut found: Vec<Finding>) {
    found.sort_by_key(|f| (std::cmp::Reverse(f.level), f.span.end - f.span.start, f.rule.clone()));
    let mut kept: Vec<Finding> = Vec::new();
    for finding in found {
        let known = |k: &Finding| k.category == finding.category;
        let overlaps_earlier = out.iter().any(|k| known(k) && k.span.overlaps(finding.span));
        if !kept.iter().any(known) && !overlaps_earlier {
            kept.push(finding);
        }
    }
    kept.sort_by_key(|f| f.span);
    out.append(&mut kept);
}
