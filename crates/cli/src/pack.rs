//! `amana pack`: for the authors of rules.

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

use amana_charter::Lang;
use amana_checker::{Checker, Finding};
use amana_pack::{Example, Pack, Rule, author};

use crate::{
    Outcome,
    docs::Docs,
    input::{self, Failure, told, written},
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

/// Runs `amana pack docs`.
pub fn docs(dir: &Path, out: Option<&Path>) -> Result<Outcome, Failure> {
    let pack = read(dir)?;
    let docs = Docs(&pack).to_string();
    match out {
        Some(file) => fs::write(file, docs).map_err(|error| told(file, &error))?,
        None => io::stdout().write_all(docs.as_bytes()).map_err(|error| written(&error))?,
    }
    Ok(Outcome::Nothing)
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
