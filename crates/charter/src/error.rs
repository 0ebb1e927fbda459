//! What a reader of a charter has to say to its author, with the place.

use std::fmt;

use crate::problem::Problem;
use crate::value::Value;

/// Where something stands in a charter.
///
/// ```
/// use amana_charter::Charter;
/// let error = Charter::read("{\n  \"charter\": 2\n}").unwrap_err();
/// assert_eq!(error.place().to_string(), "charter (line 2, column 14)");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The JSON path, such as `company.names[0]`; empty for the document itself and where the text is no JSON.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
}

impl Place {
    /// The place of a byte offset in a document.
    pub(crate) fn of(document: &str, offset: usize) -> Self {
        let (line, column) = Cursor::new(document).advance_to(offset);
        let path = Value::parse(document).map(|value| value.path_to(offset)).unwrap_or_default();
        Self { path, line, column }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, line, column } = self;
        if path.is_empty() {
            return write!(formatter, "line {line}, column {column}");
        }
        write!(formatter, "{path} (line {line}, column {column})")
    }
}

/// Why a charter cannot be used: the first thing that is wrong with it, where, and what to write instead.
///
/// ```
/// use amana_charter::Charter;
/// let error = Charter::read(r#"{"charter": 1, "competitor": []}"#).unwrap_err();
/// assert_eq!((error.path(), error.line(), error.column()), ("competitor", 1, 16));
/// assert_eq!(error.found(), r#""competitor" is not a key here"#);
/// assert!(error.advice().starts_with(r#"did you mean "competitors"?"#));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("charter: {place}: {found}; {advice}")]
pub struct ReadError {
    place: Place,
    found: String,
    advice: String,
}

impl ReadError {
    pub(crate) fn new(document: &str, problem: Problem) -> Self {
        let Problem { offset, found, advice } = problem;
        Self { place: Place::of(document, offset.unwrap_or_default()), found, advice }
    }

    /// Where it is.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The JSON path; empty for the document itself and where the text is no JSON.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.place.path
    }

    /// The line, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.place.line
    }

    /// The column, from 1, in characters.
    #[must_use]
    pub fn column(&self) -> usize {
        self.place.column
    }

    /// What is there, as a clause: `the text is empty`.
    #[must_use]
    pub fn found(&self) -> &str {
        &self.found
    }

    /// What to do, as a sentence without its stop: `write "charter": 1`.
    #[must_use]
    pub fn advice(&self) -> &str {
        &self.advice
    }
}

/// Something in a good charter that its author may not have meant.
///
/// ```
/// use amana_charter::Charter;
/// let json = r#"{"charter": 1, "company": {"names": ["Golden Pages"]}, "hours": {"from": "09:00"}}"#;
/// let notes = Charter::read(json)?.notes;
/// assert_eq!(notes[0].to_string(), "hours (line 1, column 65): this version of Amana does not use it yet");
/// # Ok::<(), amana_charter::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    place: Place,
    message: String,
}

impl Note {
    pub(crate) fn new(document: &str, value: Value<'_>, message: impl Into<String>) -> Self {
        Self { place: Place::of(document, value.start()), message: message.into() }
    }

    /// Where it is.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// What is odd about it.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Note {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place, self.message)
    }
}

/// Counts lines and columns through a document, forwards only.
pub(crate) struct Cursor<'a> {
    document: &'a str,
    offset: usize,
    line: usize,
    column: usize,
}

impl<'a> Cursor<'a> {
    /// At the document's first character.
    pub(crate) fn new(document: &'a str) -> Self {
        Self { document, offset: 0, line: 1, column: 1 }
    }

    /// Line and column of a byte offset that is not before the last one asked for.
    pub(crate) fn advance_to(&mut self, offset: usize) -> (usize, usize) {
        let passed = self.document.get(self.offset..offset).unwrap_or_default();
        if let Some((lines, last)) = passed.rsplit_once('\n') {
            self.line += 1 + lines.matches('\n').count();
            self.column = 1 + last.chars().count();
        } else {
            self.column += passed.chars().count();
        }
        self.offset = offset;
        (self.line, self.column)
    }
}
