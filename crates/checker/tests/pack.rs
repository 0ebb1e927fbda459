//! Every example in `packs/base` is a test, named after its rule.

use std::{error::Error, path::Path};

use amana_charter::{Charter, Lang, ReadError};
use amana_checker::Checker;
use amana_pack::{Example, Rule, author};
use libtest_mimic::{Arguments, Failed, Trial};

fn main() -> Result<(), Box<dyn Error>> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/base");
    let pack = author::read_dir(&dir).map_err(|problems| problems.to_string())?;
    let checker: &Checker = Box::leak(Box::new(Checker::new(&examples_charter()?).0));
    let rules: &[Rule] = Box::leak(pack.rules.into_boxed_slice());
    let trials = rules.iter().flat_map(|rule| trials(rule, rules, checker)).collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit()
}

/// Examples may name the companies and people of the demo's charter.
fn examples_charter() -> Result<Charter, ReadError> {
    Ok(Charter::read(include_str!("../../../charters/golden-pages.json"))?.charter)
}

fn trials(rule: &'static Rule, rules: &'static [Rule], checker: &'static Checker) -> Vec<Trial> {
    let mut out = Vec::new();
    for (name, lang) in [("he", Lang::He), ("en", Lang::En)] {
        let Some(pattern) = rule.pattern(lang) else { continue };
        for (index, text) in pattern.flags.iter().enumerate() {
            out.push(Trial::test(format!("{}::{name}::flags::{index}", rule.id), move || flags(rule, text, checker)));
        }
        for (index, text) in pattern.allows.iter().enumerate() {
            let test = move || allows(rule, text, rules, checker);
            out.push(Trial::test(format!("{}::{name}::allows::{index}", rule.id), test));
        }
    }
    out
}

/// The rule finds the marked words, and no others.
fn flags(rule: &Rule, text: &str, checker: &Checker) -> Result<(), Failed> {
    let example = Example::parse(text)?;
    let found = checker.check_all(&example.text);
    let own = found.iter().filter(|f| f.rule == rule.id);
    let spans: Vec<(u32, u32)> = own.clone().map(|f| (f.span.start, f.span.end)).collect();
    let words: Vec<String> = own.map(|f| f.span.text_in(&example.text)).collect();
    if spans == example.spans { Ok(()) } else { Err(format!("{text}\nfound instead: {words:?}").into()) }
}

/// No rule fires on the text, but for those that watch something else in it.
fn allows(rule: &Rule, text: &str, rules: &[Rule], checker: &Checker) -> Result<(), Failed> {
    let example = Example::parse(text)?;
    let beside = |id: &str| rules.iter().any(|other| other.id == id && other.beside.contains(&rule.id));
    let found = checker.check_all(&example.text).into_iter().find(|f| !beside(&f.rule));
    found.map_or(Ok(()), |f| Err(format!("{text}\n{} fires on {:?}", f.rule, f.says.words).into()))
}
