//! `amana eval`: how well the findings agree with labelled posts.

use std::collections::{BTreeMap, BTreeSet};

use amana_charter::{Category, Level};
use amana_checker::Checker;
use serde::{Deserialize, Serialize};

use crate::{
    EvalArgs, Outcome,
    input::{self, Failure},
};

#[derive(Deserialize)]
struct Post {
    id: String,
    lang: String,
    text: String,
    labels: BTreeSet<String>,
}

/// The figures of one language: the shape of `--json`, by language.
#[derive(Debug, Default, Serialize)]
struct Figures {
    /// How many posts were read.
    posts: usize,
    /// How many of them want no warning.
    harmless: usize,
    /// How many of those were warned of all the same.
    alarmed: usize,
    /// `alarmed` of `harmless`, from 0 to 1.
    alarm_share: f64,
    /// All five categories, each post and label counted once.
    micro: Score,
    /// Each category.
    categories: BTreeMap<&'static str, Score>,
}

/// Agreement on one category.
#[derive(Debug, Default, Clone, Serialize)]
struct Score {
    /// Warned of, and labelled so.
    hits: usize,
    /// Labelled so, and not warned of.
    misses: usize,
    /// Warned of, and not labelled so.
    false_alarms: usize,
    /// Of what was warned of, the share labelled so.
    precision: f64,
    /// Of what was labelled so, the share warned of.
    recall: f64,
    /// The harmonic mean of both.
    f1: f64,
}

/// Runs `amana eval`.
pub fn eval(args: &EvalArgs) -> Result<Outcome, Failure> {
    let (checker, _) = Checker::new(&input::charter(args.charter.as_deref())?);
    let mut by_lang: BTreeMap<String, Figures> = BTreeMap::new();
    for corpus in &args.corpora {
        for post in input::all_lines::<Post>(corpus)? {
            let found = warned_of(&checker, &post.text);
            if args.show {
                show(&post, &found);
            }
            by_lang.entry(post.lang.clone()).or_default().add(&post, &found);
        }
    }
    by_lang.values_mut().for_each(Figures::close);
    if args.json {
        let json = serde_json::to_string_pretty(&by_lang).map_err(|error| Failure::Told(error.to_string()))?;
        println!("{json}");
    } else {
        by_lang.iter().for_each(|(lang, figures)| print(lang, figures));
    }
    Ok(Outcome::Nothing)
}

/// The categories of the five that a post is warned of; `quiet` is no warning.
fn warned_of(checker: &Checker, text: &str) -> BTreeSet<&'static str> {
    let found = checker.check(text).into_iter();
    let shown = found.filter(|f| f.level > Level::Quiet && Category::TEXT.contains(&f.category));
    shown.map(|f| f.category.as_str()).collect()
}

fn show(post: &Post, found: &BTreeSet<&'static str>) {
    let line = post.text.split_whitespace().collect::<Vec<_>>().join(" ");
    for label in post.labels.iter().filter(|l| !found.contains(l.as_str())) {
        println!("missed {label:22} {}  {line}", post.id);
    }
    for label in found.iter().filter(|l| !post.labels.contains(**l)) {
        println!("false  {label:22} {}  {line}", post.id);
    }
}

impl Figures {
    fn add(&mut self, post: &Post, found: &BTreeSet<&'static str>) {
        self.posts += 1;
        if post.labels.is_empty() {
            self.harmless += 1;
            self.alarmed += usize::from(!found.is_empty());
        }
        for category in Category::TEXT.map(Category::as_str) {
            let score = self.categories.entry(category).or_default();
            match (post.labels.contains(category), found.contains(category)) {
                (true, true) => score.hits += 1,
                (true, false) => score.misses += 1,
                (false, true) => score.false_alarms += 1,
                (false, false) => {}
            }
        }
    }

    /// Computes the shares from the counts.
    fn close(&mut self) {
        for score in self.categories.values_mut() {
            score.close();
            self.micro.hits += score.hits;
            self.micro.misses += score.misses;
            self.micro.false_alarms += score.false_alarms;
        }
        self.micro.close();
        self.alarm_share = share(self.alarmed, self.harmless);
    }
}

impl Score {
    fn close(&mut self) {
        self.precision = share(self.hits, self.hits + self.false_alarms);
        self.recall = share(self.hits, self.hits + self.misses);
        self.f1 = share(2 * self.hits, 2 * self.hits + self.misses + self.false_alarms);
    }
}

/// `part` of `whole`; 0 of nothing.
fn share(part: usize, whole: usize) -> f64 {
    let float = |count: usize| u32::try_from(count).map_or(f64::INFINITY, f64::from);
    if whole == 0 { 0.0 } else { float(part) / float(whole) }
}

fn print(lang: &str, figures: &Figures) {
    println!("{lang}: {} posts, {} harmless", figures.posts, figures.harmless);
    println!(
        "  {:22} {:>9} {:>7} {:>6}  {:>5} {:>6} {:>5}",
        "", "precision", "recall", "F1", "hits", "missed", "false"
    );
    let rows = figures.categories.iter().map(|(name, score)| (*name, score)).chain([("all five", &figures.micro)]);
    for (name, s) in rows {
        println!(
            "  {name:22} {:>9.3} {:>7.3} {:>6.3}  {:>5} {:>6} {:>5}",
            s.precision, s.recall, s.f1, s.hits, s.misses, s.false_alarms
        );
    }
    println!("  harmless posts with any alarm: {} ({:.1}%)", figures.alarmed, 100.0 * figures.alarm_share);
}
