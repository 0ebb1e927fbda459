//! `amana charter`: for the charter's owner.

use std::path::Path;

use amana_charter::Charter;
use amana_checker::Checker;

use crate::{
    Outcome,
    input::{self, Failure, named, told},
};

/// Runs `amana charter check`.
pub fn check(file: Option<&Path>) -> Result<Outcome, Failure> {
    let json = input::text(file)?;
    let read = Charter::read(&json).map_err(|error| told(named(file), &error))?;
    for note in &read.notes {
        eprintln!("amana: {}: {note}", named(file).display());
    }
    let (_, problems) = Checker::new(&read.charter);
    if !problems.is_empty() {
        let all: Vec<String> = problems.iter().map(ToString::to_string).collect();
        return Err(told(named(file), &all.join("\n")));
    }
    println!("{}: good", named(file).display());
    Ok(Outcome::Nothing)
}
