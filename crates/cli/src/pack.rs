//! `amana pack`: for the authors of rules.

use std::path::Path;

use amana_charter::Lang;
use amana_checker::{Checker, Finding};
use amana_pack::{Example, Pack, Rule, author};

use crate::{
    Outcome,
    input::{self, Failure},
};

/// Runs `amana pack check`.
pub fn check(dir: &Path) -> Result<Outcome, Failure> {
    let pack = read(dir)?;
    println!("{}: {} rules, {} lists: good", dir.display(), pack.rules.len(), pack.lists.len());
    Ok(Outcome::Nothing)
}

/// Runs `amana pack test`.
pub fn test(dir: &Path, charter: Option<&Path>) -> Result<Outcome, Failure> {
    let pack = read(dir)?;
    let (checker, _) = Checker::with_pack(&pack, &input::charter(charter)?);
    let mut failed = 0;
    let mut run = 0;
    for rule in &pack.rules {
        for pattern in [Lang::He, Lang::En].into_iter().filter_map(|lang| rule.pattern(lang)) {
            let flags = pattern.flags.iter().map(|text| (text, true));
            for (text, flagged) in flags.chain(pattern.allows.iter().map(|text| (text, false))) {
                run += 1;
                if let Some(fault) = fault(&checker, rule, text, flagged) {
                    failed += 1;
                    println!("{}: {fault}\n    {text}", rule.id);
                }
            }
        }
    }
    println!("{run} examples, {failed} failed");
    Ok(if failed == 0 { Outcome::Nothing } else { Outcome::Found })
}

fn read(dir: &Path) -> Result<Pack, Failure> {
    author::read_dir(dir).map_err(|problems| Failure::Told(format!("{}\n{problems}", dir.display())))
}

/// What is wrong with what `rule` does on an example.
fn fault(checker: &Checker, rule: &Rule, text: &str, flagged: bool) -> Option<String> {
    let example = Example::parse(text).ok()?;
    let found = checker.check_all(&example.text);
    let own: Vec<&Finding> = found.iter().filter(|f| f.rule == rule.id).collect();
    match (flagged, own.first()) {
        (true, None) => Some("does not flag".to_owned()),
        (false, Some(_)) => Some("does not allow".to_owned()),
        (true, Some(_)) => {
            let spans: Vec<(u32, u32)> = own.iter().map(|f| (f.span.start, f.span.end)).collect();
            let words: Vec<String> = own.iter().map(|f| f.span.text_in(&example.text)).collect();
            (spans != example.spans).then(|| format!("flags other words: {}", words.join(" | ")))
        }
        (false, None) => None,
    }
}
