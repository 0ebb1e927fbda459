//! `amana check`: one post for a person to read, or many as JSON lines.

use std::io::{self, Write};

use amana_charter::{Charter, Lang};
use amana_checker::{Checker, Finding};
use amana_messages::say;
use serde::{Deserialize, Serialize};

use crate::{
    CheckArgs, Language, Outcome,
    input::{self, Failure, Id, written},
};

#[derive(Deserialize)]
struct Post {
    id: Id,
    text: String,
}

#[derive(Serialize)]
struct Answer {
    id: Id,
    findings: Vec<Found>,
}

/// One finding as a machine reads it; `start` and `end` in UTF-16 code units.
#[derive(Serialize)]
struct Found {
    category: &'static str,
    level: &'static str,
    rule: String,
    start: u32,
    end: u32,
    text: String,
}

/// Runs `amana check`.
pub fn check(args: &CheckArgs) -> Result<Outcome, Failure> {
    let charter = input::charter(args.charter.as_deref())?;
    let (checker, problems) = Checker::new(&charter);
    for problem in problems {
        eprintln!("amana: {problem}");
    }
    if args.jsonl {
        return input::lines(args.file.as_deref(), r#"{"id": …, "text": "…"}"#, |post: Post| {
            answer(&checker, post)
        });
    }
    let text = input::text(args.file.as_deref())?;
    let found = checker.check(&text);
    tell(&text, &found, &charter, args.lang.map_or_else(system_language, Lang::from))
        .map_err(|error| written(&error))?;
    Ok(if found.is_empty() { Outcome::Nothing } else { Outcome::Found })
}

fn answer(checker: &Checker, post: Post) -> (Answer, bool) {
    let findings: Vec<Found> = checker.check(&post.text).into_iter().map(|f| found(f, &post.text)).collect();
    let any = !findings.is_empty();
    (Answer { id: post.id, findings }, any)
}

fn found(finding: Finding, text: &str) -> Found {
    Found {
        category: finding.category.as_str(),
        level: finding.level.as_str(),
        text: finding.span.text_in(text),
        rule: finding.rule,
        start: finding.span.start,
        end: finding.span.end,
    }
}

/// Writes the findings as sentences.
fn tell(text: &str, found: &[Finding], charter: &Charter, lang: Lang) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if found.is_empty() {
        return writeln!(out, "{}", say(lang, "check-nothing", &[]));
    }
    for finding in found {
        let (line, column) = place(text, finding.span.start);
        let title = say(lang, &format!("category-{}", finding.category.as_str()), &[]);
        let saw = say(lang, &finding.says.key, &finding.says.args());
        writeln!(out, "{line}:{column}  {title}  [{} {}]", finding.level.as_str(), finding.rule)?;
        writeln!(
            out,
            "    {saw}\n    {}\n    {}\n",
            charter.clause(finding.category, lang),
            charter.advice(finding.category, lang)
        )?;
    }
    Ok(())
}

/// Line and column, in characters from 1, of a UTF-16 offset.
fn place(text: &str, offset: u32) -> (usize, usize) {
    let (mut line, mut column, mut at) = (1, 1, 0);
    for c in text.chars() {
        if at >= offset {
            break;
        }
        at += u32::try_from(c.len_utf16()).unwrap_or(1);
        (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
    }
    (line, column)
}

/// The language that the system speaks, where it is one of ours; else English.
pub fn system_language() -> Lang {
    let set =
        ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|key| std::env::var(key).ok().filter(|v| !v.is_empty()));
    if set.is_some_and(|lang| lang.starts_with("he") || lang.starts_with("iw")) { Lang::He } else { Lang::En }
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::He => Self::He,
            Language::En => Self::En,
        }
    }
}
