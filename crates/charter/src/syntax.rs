//! What keeps a text from being JSON, told to someone who writes JSON once a year.

use crate::problem::{Problem, quoted};

/// What serde_json stumbled over, in words that say what to write.
pub(crate) fn explain(text: &str, error: &serde_json::Error) -> Problem {
    if text.trim().is_empty() {
        let example = r#"{"charter": 1, "company": {"names": ["Golden Pages"]}}"#;
        return Problem::new("there is nothing here", format!("write a charter, such as {example}")).at(0);
    }
    if error.is_eof() {
        let advice = "add what is missing, and close every \", [ and { that was opened";
        return Problem::new("the text breaks off", advice).at(text.trim_end().len());
    }
    let reason = reason(error);
    let offset = offset(text, error.line(), error.column());
    let (before, rest) = text.split_at_checked(offset).unwrap_or((text, ""));
    if reason.starts_with("control character") {
        let line_end = offset + rest.find(char::is_control).unwrap_or_default();
        let advice = "close it with \", or write \\n or \\t";
        return Problem::new("the text runs into the next line, or has a tab in it", advice).at(line_end);
    }
    if reason == "invalid escape" {
        return Problem::new("this \\ stands before what needs none", "write \\\\ for a backslash").at(offset);
    }
    if rest.starts_with(['}', ']']) && before.trim_end().ends_with(',') {
        let comma = before.trim_end().len() - 1;
        return Problem::new("a comma stands after the last entry", "remove it").at(comma);
    }
    at_character(before, rest, reason).at(offset)
}

/// What the character at the beginning of `rest` suggests.
fn at_character(before: &str, rest: &str, reason: String) -> Problem {
    match rest.chars().next().unwrap_or_default() {
        mark @ ('\'' | '`' | '‘' | '’' | '‚' | '“' | '”' | '„' | '״' | '׳') => {
            Problem::new(format!("this quotation mark is {mark}"), "write a straight double quote, \"")
        }
        '/' | '#' => Problem::new("this looks like a comment", "remove it: JSON has none"),
        '"' if reason.contains("expected `:`") => Problem::new("a colon is missing", "write : before this"),
        '"' | '{' | '[' if reason.contains("expected `,`") => Problem::new("a comma is missing", "write , before this"),
        letter if letter.is_alphabetic() && before.ends_with('"') => {
            Problem::new("the text has ended at this double quote", "write \\\" for one inside the text")
        }
        letter if letter.is_alphabetic() => {
            Problem::new(format!("{} has no quotes", quoted(word(rest))), "write text and keys in double quotes")
        }
        _ if reason == "trailing characters" => {
            Problem::new("something stands after the end of the charter", "remove it")
        }
        other => Problem::new(format!("{} does not belong here", quoted(&other.to_string())), reason),
    }
}

/// serde_json's own words, without the place.
fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.rsplit_once(" at line ").map_or(message.as_str(), |(reason, _)| reason).to_owned()
}

/// The word at the beginning of `rest`.
fn word(rest: &str) -> &str {
    rest.split(|character: char| !character.is_alphanumeric()).next().unwrap_or_default()
}

/// The byte that serde_json means: it counts columns in bytes from 1; column 0 is the line feed before.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let line_start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let mut offset = (line_start + column).saturating_sub(1).min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
