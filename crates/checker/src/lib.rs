//! Reads a post and finds what touches a clause of the company's charter.
//!
//! Text goes in, [`Finding`]s come out: which clause, which words (in UTF-16 code units, as JavaScript counts), and a message
//! key that tells what was seen. On the way each sentence is read into words and terms (the crate `amana-words`), these and the
//! charter's names, also in the other script (`transliteration`) and by their fingerprints, into signals (`names`, `scan`); rules
//! combine the signals (`place`, `rules`), and a trained layer weighs all that a post holds (`features`, `layer`).
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

mod account;
mod bits;
mod cache;
mod compile;
mod features;
mod finding;
mod fingerprints;
pub mod layer;
mod matcher;
mod name_table;
mod names;
pub mod network;
mod place;
mod recent;
mod rows;
mod rules;
mod scan;
mod signal_set;
mod transliteration;
mod weights;
mod written;

use std::{cmp::Reverse, sync::LazyLock};

use amana_charter::{Category, Charter, Level};
use amana_pack::Pack;
use amana_words::{Vocabulary, sentences};

pub use account::{BrandUse, How};
pub use amana_words::{NAME_SIGNALS, NEEDED_LISTS, NUMBER_SIGNALS, Utf16Span, is_hebrew};
pub use cache::Cache;
pub use compile::RuleProblem;
pub use finding::{Finding, Says};
pub use fingerprints::fingerprints;
pub use matcher::{Matcher, TermKind};
pub use weights::Weights;

use cache::Known;
use compile::{Base, Tables};
use layer::{Layer, PerCategory, Sums};
use place::Holds;
use rules::{Compiled, Context, Part};

/// What was learned for the base pack; an empty layer, which never speaks, where the file is not a layer.
static LAYER: LazyLock<Layer> =
    LazyLock::new(|| Layer::from_bytes(include_bytes!("../../../packs/base/layer.bin")).unwrap_or_default());

/// Where there is nothing learned.
static NO_LAYER: LazyLock<Layer> = LazyLock::new(Layer::default);

// The build made both files and tried them: neither an empty pack nor an empty vocabulary can come of them.
static RULES: LazyLock<Pack> =
    LazyLock::new(|| Pack::from_blob(include_bytes!(concat!(env!("OUT_DIR"), "/base-rules.json"))).unwrap_or_default());

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    Vocabulary::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/base-vocabulary.bin"))).unwrap_or_default()
});

/// The rules that every charter has, from `packs/base`, and irregular forms; its lists are in the vocabulary, ready to be found.
#[must_use]
pub fn base_rules() -> &'static Pack {
    &RULES
}

/// The trained layer that goes with the base pack, from `packs/base/layer.bin`.
#[must_use]
pub fn base_layer() -> &'static Layer {
    &LAYER
}

/// A charter made ready to check posts against.
pub struct Checker {
    tables: Tables,
}

impl Checker {
    /// Makes a checker of the base pack and a charter; also the charter's own rules that could not be used.
    #[must_use]
    pub fn new(charter: &Charter) -> (Self, Vec<RuleProblem>) {
        let Pack { rules, irregular, .. } = base_rules();
        Self::with(Base { vocabulary: VOCABULARY.clone(), rules, irregular, layer: base_layer() }, charter)
    }

    /// The same with another pack, and no trained layer.
    #[must_use]
    pub fn with_pack(pack: &Pack, charter: &Charter) -> (Self, Vec<RuleProblem>) {
        let Pack { rules, irregular, .. } = pack;
        Self::with(Base { vocabulary: Vocabulary::of(pack), rules, irregular, layer: &NO_LAYER }, charter)
    }

    fn with(base: Base<'_>, charter: &Charter) -> (Self, Vec<RuleProblem>) {
        let (tables, problems) = compile::compile(base, charter);
        (Self { tables }, problems)
    }

    /// Finds what touches a clause in `text`, ordered by place. Categories that are off are left out.
    #[must_use]
    pub fn check(&self, text: &str) -> Vec<Finding> {
        self.check_again(text, &mut Cache::default())
    }

    /// The same, reading only the sentences that are not in `cache`: for a text that is being written. A cache belongs to one
    /// checker.
    #[must_use]
    pub fn check_again(&self, text: &str, cache: &mut Cache) -> Vec<Finding> {
        let known = self.read(text, cache);
        let judged = self.judged(known);
        let by_rules = known.iter().filter_map(|known| known.found.as_ref());
        let mut clearest = by_rules.fold(Vec::new(), |out, (_, found)| keep_clearest(out, found));
        clearest.retain(|finding| self.supported(finding, &judged));
        let mut found: Vec<Finding> = clearest.into_iter().cloned().collect();
        found.extend(self.by_layer(known, &judged, &found));
        found.sort_by_key(|f| f.span);
        found
    }

    /// What every single rule finds, also where another says the same more clearly: for the authors of rules.
    #[must_use]
    pub fn check_all(&self, text: &str) -> Vec<Finding> {
        let mut cache = Cache::default();
        let by_rules = self.read(text, &mut cache).iter().filter_map(|known| known.found.as_ref());
        by_rules.flat_map(|(_, found)| found).cloned().collect()
    }

    /// Finds the company's names and brands in the name of an account.
    #[must_use]
    pub fn check_name(&self, name: &str) -> Vec<Finding> {
        self.brand_use(name).map(|found| found.finding(name)).into_iter().collect()
    }

    /// The brand that the name of an account uses, and how.
    #[must_use]
    pub fn brand_use(&self, name: &str) -> Option<BrandUse> {
        self.tables.accounts.check(name)
    }

    /// The features of every sentence of `text`: what the trained layer is trained on.
    #[must_use]
    pub fn features(&self, text: &str) -> Vec<Vec<u32>> {
        sentences(text).map(|sentence| scan::features(sentence.text, &self.tables)).collect()
    }

    /// The sentences of a text, with what the rules find in each: those that neither changed nor stand in another light are left as
    /// they are.
    fn read<'a>(&self, text: &str, cache: &'a mut Cache) -> &'a [Known] {
        let known = cache.read(text, |sentence| scan::scan(sentence, &self.tables));
        let alone: Vec<Holds> = known.iter().map(|known| known.scanned.alone).collect();
        let mut before = None;
        for (here, holds) in known.iter_mut().zip(place::places(&alone)) {
            if here.found.as_ref().is_none_or(|(held, _)| *held != holds) {
                here.found = Some((holds, self.by_rules(here, before, holds)));
            }
            before = Some(&*here);
        }
        known
    }

    /// How sure the trained layer is of each category of the text; positive is a warning.
    fn judged(&self, known: &[Known]) -> PerCategory<f32> {
        let sums: Vec<Sums> = known.iter().map(|known| known.scanned.sums).collect();
        self.tables.layer.judge(&sums)
    }

    /// Whether a finding stands: a rule of the base pack speaks for a sentence, the layer has read the whole post, and where it is
    /// quite sure that nothing is meant, it is believed. A charter's own rules need nobody's support.
    fn supported(&self, finding: &Finding, judged: &PerCategory<f32>) -> bool {
        let own = !self.tables.base_rules.contains(&finding.rule);
        let sure = Category::TEXT.iter().zip(judged).find(|(category, _)| **category == finding.category);
        own || self.tables.layer.weights.is_empty() || sure.is_none_or(|(_, sure)| *sure > -layer::DOUBT)
    }

    /// What the trained layer finds in categories of which no rule spoke.
    fn by_layer(&self, known: &[Known], judged: &PerCategory<f32>, found: &[Finding]) -> Vec<Finding> {
        let judged = judged.iter().zip(Category::TEXT).enumerate();
        let silent = |category: Category| found.iter().all(|f| f.category != category);
        let heard = judged.filter(|(_, (sure, category))| **sure > 0.0 && silent(*category));
        let carried = heard.filter_map(|(index, (sure, category))| {
            let finding = self.carried(index, category, known)?;
            // Words of which a rule has said something clear are not spoken of again on a mere likelihood.
            let said = found.iter().any(|f| f.span.overlaps(finding.span));
            (!said || *sure > layer::DOUBT).then_some(finding)
        });
        carried.collect()
    }

    /// The finding at the sentence that speaks most for a category.
    fn carried(&self, index: usize, category: Category, known: &[Known]) -> Option<Finding> {
        let level = self.tables.levels.get(index).copied().filter(|level| *level > Level::Off)?;
        let weight = |known: &Known| known.scanned.sums.weights.get(index).copied().unwrap_or_default();
        let strongest = known.iter().max_by(|a, b| weight(a).total_cmp(&weight(b)))?;
        let span = strongest.scanned.carried(index, &strongest.text, &self.tables)?;
        let words = span.text_in(&strongest.text);
        let span = span.shifted(strongest.span.start);
        let key = format!("saw-layer-{}", category.as_str());
        let rule = format!("layer-{}", category.as_str());
        Some(Finding { category, level, rule, span, evidence: vec![span], says: Says { key, words, brand: None } })
    }

    /// What the rules find in a sentence.
    fn by_rules(&self, here: &Known, before: Option<&Known>, place: Holds) -> Vec<Finding> {
        let signals = &self.tables.place;
        let context = Context { here: &here.scanned, before: before.map(|known| &*known.scanned), place, signals };
        let rules = self.tables.rules.iter().filter(|rule| rule.level > Level::Off);
        let mut found: Vec<Finding> =
            rules.filter_map(|rule| finding(rule, &rule.find(&context)?, here, before)).collect();
        // In a sentence of both languages a rule may find the same words by both its patterns.
        found.dedup_by(|b, a| a.rule == b.rule && a.span == b.span);
        found
    }
}

/// Puts places in sentences back into places in the post.
fn finding(rule: &Compiled, parts: &[Part], here: &Known, before: Option<&Known>) -> Option<Finding> {
    let mut evidence: Vec<Utf16Span> = parts.iter().filter_map(|part| part_span(*part, here, before)).collect();
    evidence.sort();
    let span = evidence.iter().copied().reduce(Utf16Span::hull)?;
    let words = [before, Some(here)].into_iter().flatten().map(|known| quoted(known, span)).collect::<String>();
    Some(Finding {
        category: rule.category,
        level: rule.level,
        rule: rule.id.clone(),
        span,
        evidence,
        says: Says { key: rule.says.clone(), words: words.trim().to_owned(), brand: None },
    })
}

/// Where a part stands in the post. Words of the sentence before count down from -1.
fn part_span(part: Part, here: &Known, before: Option<&Known>) -> Option<Utf16Span> {
    let (known, offset) = match before {
        Some(before) if part.first < 0 => (before, isize::try_from(before.scanned.spans.len()).ok()?),
        _ => (here, 0),
    };
    let word = |index: isize| known.scanned.spans.get(usize::try_from(index + offset).ok()?).copied();
    Some(word(part.first)?.hull(word(part.last)?).shifted(known.span.start))
}

/// The part of a sentence that lies in `span` of the post.
fn quoted(sentence: &Known, span: Utf16Span) -> String {
    if !span.overlaps(sentence.span) {
        return String::new();
    }
    let from = span.start.max(sentence.span.start);
    let to = span.end.min(sentence.span.end);
    Utf16Span { start: from - sentence.span.start, end: to - sentence.span.start }.text_in(&sentence.text)
}

/// Adds a sentence's findings: in each category the loudest stands for all, of those the one that saw most, and saw it closest.
fn keep_clearest<'a>(mut out: Vec<&'a Finding>, found: &'a [Finding]) -> Vec<&'a Finding> {
    let mut found: Vec<&Finding> = found.iter().collect();
    found.sort_by(|a, b| clearness(a).cmp(&clearness(b)));
    let mut kept: Vec<&Finding> = Vec::new();
    for finding in found {
        let said_before = out.iter().any(|k| k.category == finding.category && k.span.overlaps(finding.span));
        if !said_before && kept.iter().all(|k| k.category != finding.category) {
            kept.push(finding);
        }
    }
    kept.sort_by_key(|f| f.span);
    out.append(&mut kept);
    out
}

/// What is clearer comes first.
fn clearness(finding: &Finding) -> impl Ord {
    (Reverse((finding.level, finding.evidence.len())), finding.span.end - finding.span.start, &finding.rule)
}
