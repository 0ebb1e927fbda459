//! Reading files and lines, writing lines: what every command shares.

use std::{
    fmt, fs,
    io::{self, BufRead, BufReader, BufWriter, ErrorKind, IsTerminal, Read, Write},
    path::Path,
};

use amana_charter::Charter;
use serde::{Deserialize, Deserializer, Serialize, de::DeserializeOwned};
use serde_json::value::RawValue;

use crate::Outcome;

/// Why a command could not go on.
#[derive(Debug)]
pub enum Failure {
    /// To be told in one line.
    Told(String),
    /// The reader of our output went away.
    Closed,
}

/// An `id` as it came: a string or a number, given back unchanged.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct Id(Box<RawValue>);

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        let good = raw.get().starts_with(|c: char| c == '"' || c == '-' || c.is_ascii_digit());
        if good { Ok(Self(raw)) } else { Err(serde::de::Error::custom("`id` must be a string or a number")) }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0.get())
    }
}

/// The charter in `file`; without one, the embedded default.
pub fn charter(file: Option<&Path>) -> Result<Charter, Failure> {
    let Some(file) = file else { return Ok(Charter::default_charter()) };
    let json = text(Some(file))?;
    Charter::read(&json).map(|read| read.charter).map_err(|error| told(file, &error))
}

/// The whole of `file`; `-` or nothing is standard input.
pub fn text(file: Option<&Path>) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    open(file)?.read_to_end(&mut bytes).map_err(|error| told(named(file), &error))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        told(named(file), &format!("byte {at} is not UTF-8; save the file as UTF-8"))
    })
}

/// Does `each` for every line that is well-formed, in order, and writes its answer as a line. Broken lines are named on standard
/// error with their number; blank ones are passed over. `each` also says whether it found something.
pub fn lines<I: DeserializeOwned, O: Serialize>(
    file: Option<&Path>,
    shape: &str,
    mut each: impl FnMut(I) -> (O, bool),
) -> Result<Outcome, Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    let (mut found, mut broken) = (false, false);
    let mut progress = Progress::default();
    for (index, line) in BufReader::new(open(file)?).split(b'\n').enumerate() {
        let line = line.map_err(|error| told(named(file), &error))?;
        progress.line();
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match serde_json::from_slice(&line) {
            Ok(input) => {
                let (answer, any) = each(input);
                found |= any;
                write_line(&mut out, &answer)?;
            }
            Err(error) => {
                broken = true;
                eprintln!("amana: {} line {}: {error}; write {shape}", named(file).display(), index + 1);
            }
        }
    }
    out.flush().map_err(|error| written(&error))?;
    Ok(match (broken, found) {
        (true, _) => Outcome::Broken,
        (false, true) => Outcome::Found,
        (false, false) => Outcome::Nothing,
    })
}

/// Every line of `file`, all of which must be well-formed.
pub fn all_lines<I: DeserializeOwned>(file: &Path) -> Result<Vec<I>, Failure> {
    let text = text(Some(file))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(i, line)| serde_json::from_str(line).map_err(|e| told(file, &format!("line {}: {e}", i + 1)))).collect()
}

/// Writes one line of JSON.
fn write_line(out: &mut impl Write, answer: &impl Serialize) -> Result<(), Failure> {
    serde_json::to_writer(&mut *out, answer).map_err(|error| written(&error.into()))?;
    out.write_all(b"\n").map_err(|error| written(&error))
}

/// A failure in `file`.
pub fn told(file: &Path, error: &impl ToString) -> Failure {
    Failure::Told(format!("{}: {}", file.display(), error.to_string()))
}

/// A failure to write.
pub fn written(error: &io::Error) -> Failure {
    match error.kind() {
        ErrorKind::BrokenPipe => Failure::Closed,
        _ => Failure::Told(format!("standard output: {error}")),
    }
}

/// How a file is called in a message.
pub fn named(file: Option<&Path>) -> &Path {
    file.filter(|f| *f != Path::new("-")).unwrap_or(Path::new("standard input"))
}

fn open(file: Option<&Path>) -> Result<Box<dyn Read>, Failure> {
    match file.filter(|f| *f != Path::new("-")) {
        Some(path) => Ok(Box::new(fs::File::open(path).map_err(|error| told(path, &error))?)),
        None => Ok(Box::new(io::stdin())),
    }
}

/// Tells on standard error, where a person looks at it, how far a long input has come.
#[derive(Default)]
struct Progress {
    lines: usize,
}

impl Progress {
    /// After so many lines each.
    const STEP: usize = 10_000;

    fn line(&mut self) {
        self.lines += 1;
        if self.lines.is_multiple_of(Self::STEP) {
            let end = if io::stderr().is_terminal() { "\r" } else { "\n" };
            eprint!("{} lines{end}", self.lines);
        }
    }
}
