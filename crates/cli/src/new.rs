//! `amana charter new`: a good charter to begin with.

use std::{
    fs::File,
    io::{self, BufRead, IsTerminal, Write},
    path::PathBuf,
};

use amana_charter::{Charter, Lang};
use clap::Args;

use crate::{
    Outcome,
    input::{Failure, told, written},
};

/// Arguments of `amana charter new`.
#[derive(Args, Default)]
pub struct NewArgs {
    /// A name of the company; may be repeated, the first one first. Without it, you are asked
    #[arg(long, value_name = "NAME")]
    company: Vec<String>,
    /// A brand of the company; may be repeated
    #[arg(long, value_name = "NAME")]
    brand: Vec<String>,
    /// An account that speaks for the company, such as @goldenpages; may be repeated
    #[arg(long, value_name = "ACCOUNT")]
    account: Vec<String>,
    /// A competitor; may be repeated
    #[arg(long, value_name = "NAME")]
    competitor: Vec<String>,
    /// A customer; may be repeated
    #[arg(long, value_name = "NAME")]
    customer: Vec<String>,
    /// A name of what the company works on; may be repeated
    #[arg(long, value_name = "NAME")]
    project: Vec<String>,
    /// Whom to ask about the charter
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    /// Where to; without it, standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Runs `amana charter new`.
pub fn new(mut args: NewArgs) -> Result<Outcome, Failure> {
    if args.company.is_empty() {
        if !io::stdin().is_terminal() {
            let advice = "give the company's name: amana charter new --company \"Golden Pages\"";
            return Err(Failure::Told(format!("there is nobody to ask; {advice}")));
        }
        ask(&mut args, &mut io::stdin().lock(), &mut io::stderr()).map_err(|error| written(&error))?;
    }
    let charter = charter(&args);
    Charter::read(&charter).map_err(|error| Failure::Told(error.to_string()))?;
    match &args.out {
        Some(file) => {
            File::create_new(file).and_then(|mut out| out.write_all(charter.as_bytes())).map_err(|e| told(file, &e))?
        }
        None => io::stdout().write_all(charter.as_bytes()).map_err(|error| written(&error))?,
    }
    Ok(Outcome::Nothing)
}

/// Asks for what a charter is better with. An empty answer leaves a list empty.
fn ask(args: &mut NewArgs, answers: &mut impl BufRead, questions: &mut impl Write) -> io::Result<()> {
    writeln!(questions, "Several names: with commas between them. Nothing to say: Enter.")?;
    let mut names = |question: &str| -> io::Result<Vec<String>> {
        write!(questions, "{question}: ")?;
        questions.flush()?;
        let mut answer = String::new();
        answers.read_line(&mut answer)?;
        Ok(answer.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect())
    };
    args.company = names("The company's names, in Hebrew and English")?;
    args.brand = names("Its brands")?;
    args.account = names("The accounts that speak for it, such as @goldenpages")?;
    args.competitor = names("Its competitors")?;
    args.customer = names("Its customers")?;
    args.project = names("Names of what it works on")?;
    args.email = names("Whom to ask about the charter (e-mail)")?.into_iter().next();
    Ok(())
}

/// The charter, as a person would lay it out.
fn charter(args: &NewArgs) -> String {
    let title_he = json(&format!("אמנת המדיה החברתית של {}", name_in(Lang::He, &args.company)));
    let title_en = json(&format!("The {} social media charter", name_in(Lang::En, &args.company)));
    let contact = args.email.as_ref().map(|email| format!(",\n  \"contact\": {{\"email\": {}}}", json(email)));
    format!(
        r#"{{
  "$schema": "charter.schema.json",
  "charter": 1,
  "version": "1",
  "title": {{"he": {title_he}, "en": {title_en}}},
  "company": {{"names": {}, "brands": {}, "official_accounts": {}}},
  "competitors": {},
  "customers": {},
  "projects": {}{}
}}
"#,
        list(&args.company),
        list(&args.brand),
        list(&args.account),
        list(&args.competitor),
        list(&args.customer),
        list(&args.project),
        contact.unwrap_or_default(),
    )
}

/// The first of the names that is written in the language's letters, else the first.
fn name_in(lang: Lang, names: &[String]) -> &str {
    let hebrew = |name: &str| name.contains(|c| ('א'..='ת').contains(&c));
    let fits = |name: &&String| hebrew(name) == (lang == Lang::He);
    names.iter().find(fits).or(names.first()).map_or("", |name| name.as_str())
}

fn list(names: &[String]) -> String {
    format!("[{}]", names.iter().map(|name| json(name)).collect::<Vec<_>>().join(", "))
}

fn json(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_become_a_good_charter() {
        let mut args = NewArgs::default();
        let mut answers = "דפי זהב, Golden \"Pages\"\n\n@gp\n Star Index ,\n\n\ncharter@example.com\n".as_bytes();
        ask(&mut args, &mut answers, &mut io::sink()).unwrap();
        let read = Charter::read(&charter(&args)).unwrap();
        assert!(read.notes.is_empty());
        assert_eq!(read.charter.company.names[1].name.as_str(), "Golden \"Pages\"");
        assert_eq!(read.charter.competitors.len(), 1);
        assert_eq!(read.charter.contact.unwrap().email, "charter@example.com");
    }

    #[test]
    fn without_answers_the_reader_says_what_is_missing() {
        let mut args = NewArgs::default();
        ask(&mut args, &mut "".as_bytes(), &mut io::sink()).unwrap();
        assert_eq!(Charter::read(&charter(&args)).unwrap_err().path(), "company.names");
    }
}
