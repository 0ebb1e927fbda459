//! `amana charter diff`: what a new charter changes, and which posts would be warned of that were not, and the other way.

use std::{
    collections::BTreeMap,
    io::{self, Write},
    path::PathBuf,
};

use amana_charter::{Charter, Level, Name};
use amana_checker::Checker;
use clap::Args;
use serde::Deserialize;

use crate::{
    Outcome,
    input::{self, Failure, Id, written},
};

/// Arguments of `amana charter diff`.
#[derive(Args)]
pub struct DiffArgs {
    /// The charter that is in force (JSON)
    old: PathBuf,
    /// The charter that is to come (JSON)
    new: PathBuf,
    /// Posts to try both on: {"id","text"} a line
    #[arg(long, value_name = "FILE")]
    posts: Option<PathBuf>,
}

#[derive(Deserialize)]
struct Post {
    id: Id,
    text: String,
}

/// Runs `amana charter diff`.
pub fn diff(args: &DiffArgs) -> Result<Outcome, Failure> {
    let (old, new) = (input::charter(Some(&args.old))?, input::charter(Some(&args.new))?);
    let mut lines = changes(&old, &new);
    if let Some(file) = &args.posts {
        lines.extend(rehearsal(&checker(&old), &checker(&new), &input::all_lines(file)?));
    }
    let mut out = io::stdout().lock();
    lines.iter().try_for_each(|line| writeln!(out, "{line}")).map_err(|error| written(&error))?;
    let same = lines.iter().all(|line| !line.starts_with(['+', '-', '~']));
    Ok(if same { Outcome::Nothing } else { Outcome::Found })
}

fn checker(charter: &Charter) -> Checker {
    let (checker, problems) = Checker::new(charter);
    problems.iter().for_each(|problem| eprintln!("amana: {problem}"));
    checker
}

/// What the charters themselves say otherwise: names, levels, clauses.
fn changes(old: &Charter, new: &Charter) -> Vec<String> {
    let mut lines = Vec::new();
    for ((key, before), (_, after)) in lists(old).into_iter().zip(lists(new)) {
        lines.extend(after.keys().filter(|name| !before.contains_key(*name)).map(|name| format!("+ {key}: {name}")));
        lines.extend(before.keys().filter(|name| !after.contains_key(*name)).map(|name| format!("- {key}: {name}")));
        let changed = |(name, settings): &(&String, &String)| before.get(*name).is_some_and(|was| was != *settings);
        lines.extend(after.iter().filter(changed).map(|(name, _)| format!("~ {key}: {name}: found in another way")));
    }
    for ((category, before), (_, after)) in old.categories.iter().zip(new.categories.iter()) {
        if before.level != after.level {
            lines.push(format!("~ {category}: {}, was {}", after.level, before.level));
        }
        if (&before.clause, &before.advice) != (&after.clause, &after.advice) {
            lines.push(format!("~ {category}: other words"));
        }
    }
    let rules = |charter: &Charter| charter.rules.iter().map(|rule| rule.json().to_owned()).collect::<Vec<_>>();
    if rules(old) != rules(new) {
        lines.push("~ rules: other ones".to_owned());
    }
    lines
}

/// A list's entries, each with how it is found.
type List = BTreeMap<String, String>;

/// Every list of a charter, with its key.
fn lists(charter: &Charter) -> [(&'static str, List); 9] {
    let names = |names: &[Name]| names.iter().map(|name| (name.name.to_string(), format!("{name:?}"))).collect();
    let accounts = charter.company.official_accounts.iter().map(|account| (account.to_string(), String::new()));
    [
        ("company.names", names(&charter.company.names)),
        ("company.brands", names(&charter.company.brands)),
        ("company.official_accounts", accounts.collect()),
        ("people", names(&charter.people)),
        ("competitors", names(&charter.competitors)),
        ("customers", names(&charter.customers)),
        ("suppliers", names(&charter.suppliers)),
        ("projects", names(&charter.projects)),
        ("sites", charter.sites.iter().map(|site| (site.to_string(), String::new())).collect()),
    ]
}

/// The posts that one of the two warns of and the other does not, category by category.
fn rehearsal(old: &Checker, new: &Checker, posts: &[Post]) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut before, mut after) = (0, 0);
    for post in posts {
        let (was, is) = (warned(old, &post.text), warned(new, &post.text));
        before += usize::from(!was.is_empty());
        after += usize::from(!is.is_empty());
        lines.extend(only_in(&is, &was).map(|said| format!("+ {}: {said}", post.id)));
        lines.extend(only_in(&was, &is).map(|said| format!("- {}: {said}", post.id)));
    }
    lines.push(format!("{} posts: {before} were warned of, {after} are now", posts.len()));
    lines
}

/// What a post is warned of: by category, the level and the words.
fn warned(checker: &Checker, text: &str) -> BTreeMap<&'static str, String> {
    let shown = checker.check(text).into_iter().filter(|finding| finding.level > Level::Quiet);
    shown.map(|f| (f.category.as_str(), format!("{} {} “{}”", f.category, f.level, f.span.text_in(text)))).collect()
}

fn only_in<'a>(
    these: &'a BTreeMap<&'static str, String>,
    those: &'a BTreeMap<&'static str, String>,
) -> impl Iterator<Item = &'a String> {
    these.iter().filter(|(category, _)| !those.contains_key(*category)).map(|(_, said)| said)
}
