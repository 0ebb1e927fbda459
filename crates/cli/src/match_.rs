//! `amana match`: one term in a text, for a person or as JSON lines.

use std::collections::HashMap;

use amana_checker::{Matcher, TermKind, Utf16Span};
use serde::{Deserialize, Serialize};

use crate::{
    Kind, MatchArgs, Outcome,
    input::{self, Failure, Id},
    measure,
};

#[derive(Deserialize)]
struct Question {
    id: Id,
    term: String,
    text: String,
}

/// Half-open spans in UTF-16 code units.
#[derive(Serialize)]
struct Answer {
    id: Id,
    spans: Vec<[u32; 2]>,
}

/// So many terms are kept ready for the lines to come.
const KEPT: usize = 10_000;

/// Runs `amana match`.
pub fn match_(args: &MatchArgs) -> Result<Outcome, Failure> {
    let kind = TermKind::from(args.kind);
    if let Some(table) = &args.measure {
        return measure::measure(table, kind);
    }
    if let Some(term) = args.term.as_deref().filter(|_| !args.jsonl) {
        return person(term, kind, args);
    }
    // With --jsonl the one argument that may stand there is the file.
    let file = args.term.as_ref().map(std::path::PathBuf::from).or_else(|| args.file.clone());
    let mut kept: HashMap<String, Matcher> = HashMap::new();
    input::lines(file.as_deref(), r#"{"id": …, "term": "…", "text": "…"}"#, |question: Question| {
        if kept.len() >= KEPT {
            kept.clear();
        }
        let matcher = kept.entry(question.term).or_insert_with_key(|term| Matcher::new(term, kind));
        let spans: Vec<[u32; 2]> = matcher.find(&question.text).iter().map(|s| [s.start, s.end]).collect();
        let any = !spans.is_empty();
        (Answer { id: question.id, spans }, any)
    })
}

/// Prints each place: its span and its words.
fn person(term: &str, kind: TermKind, args: &MatchArgs) -> Result<Outcome, Failure> {
    let text = input::text(args.file.as_deref())?;
    let spans: Vec<Utf16Span> = Matcher::new(term, kind).find(&text);
    for span in &spans {
        println!("{}-{}  {}", span.start, span.end, span.text_in(&text));
    }
    Ok(if spans.is_empty() { Outcome::Nothing } else { Outcome::Found })
}

impl From<Kind> for TermKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Lemma => Self::Lemma,
            Kind::Name => Self::Name,
        }
    }
}
