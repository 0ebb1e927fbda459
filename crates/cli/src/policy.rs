//! `amana policy`: for who rolls Amana out.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use amana_charter::{Charter, Lang, Level, MatchPattern};
use amana_checker::Checker;
use amana_policy::{
    Browser, ChromiumId, Form, Party, Policy, Problem, Remark, Report, Rollout, Switch, Target, examine, export,
    minified, sha256, whole_site,
};
use clap::{Args, Subcommand, builder::PossibleValue};

use crate::{
    Language, Outcome,
    input::{self, Failure, named, told, written},
};

#[derive(Subcommand)]
pub enum PolicyCommand {
    /// Write the files that install Amana and give it its charter, and say where each goes
    Export(Box<ExportArgs>),
    /// Say what each browser will drop or refuse of a policy file, and why
    Doctor {
        /// The policy (JSON): Chromium's, Firefox's policies.json, the Google Admin console's, or Amana's keys alone
        file: Option<PathBuf>,
    },
    /// Write managed_schema.json, by which Chromium lets a policy through
    Schema,
}

/// Arguments of `amana policy export`.
#[derive(Args)]
pub struct ExportArgs {
    /// The company's charter (JSON)
    #[arg(long, value_name = "FILE")]
    charter: PathBuf,
    /// For which platform and browser; `all` for all of them, each in a folder of its own
    #[arg(long = "for", value_name = "TARGET", value_parser = targets)]
    target: Targets,
    /// The extension's id in Chromium browsers: the store's, or the one that `./build.sh package` printed
    #[arg(long)]
    id: Option<ChromiumId>,
    /// From where Chromium browsers install: the address of updates.xml; else their store
    #[arg(long, value_name = "URL")]
    update_url: Option<String>,
    /// From where Firefox installs: the address of the signed XPI
    #[arg(long, value_name = "URL")]
    xpi: Option<String>,
    /// Leave it to the employee whether the button stays in the toolbar
    #[arg(long)]
    no_pin: bool,
    /// No clause speaks louder than this: `quiet` for a pilot
    #[arg(long, value_name = "LEVEL", value_parser = one_of(&["off", "quiet", "notice", "warn"]))]
    level_ceiling: Option<String>,
    /// The language to speak; else the employee's choice
    #[arg(long, value_enum)]
    language: Option<Language>,
    /// A switch that the employee does not have; may be repeated
    #[arg(long, value_name = "SWITCH", value_parser = one_of(&Switch::ALL.map(Switch::as_str)))]
    lock: Vec<String>,
    /// A site to offer beside the standard ones, such as https://*.example.com/*; may be repeated
    #[arg(long, value_name = "PATTERN", value_parser = whole_site)]
    sites_extra: Vec<MatchPattern>,
    /// A site where Amana stays off; may be repeated
    #[arg(long, value_name = "PATTERN")]
    sites_off: Vec<MatchPattern>,
    /// The folder to write into
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    out: PathBuf,
}

/// One target, or all.
type Targets = Vec<Target>;

/// Runs `amana policy`.
pub fn run(command: &PolicyCommand) -> Result<Outcome, Failure> {
    match command {
        PolicyCommand::Export(args) => write(args),
        PolicyCommand::Doctor { file } => doctor(file.as_ref()),
        PolicyCommand::Schema => {
            println!("{:#}", amana_policy::schema());
            Ok(Outcome::Nothing)
        }
    }
}

fn write(args: &ExportArgs) -> Result<Outcome, Failure> {
    let policy = policy(args)?;
    let mut out = io::stdout().lock();
    for target in &args.target {
        let from = if target.browser == Browser::Firefox { &args.xpi } else { &args.update_url };
        let rollout = Rollout { policy: policy.clone(), id: args.id.clone(), from: from.clone(), pin: !args.no_pin };
        let files = export(*target, &rollout).map_err(|problem| missing(*target, &problem))?;
        let folder = if args.target.len() > 1 { args.out.join(target.to_string()) } else { args.out.clone() };
        for file in files {
            let path = folder.join(&file.name);
            let parent = path.parent().unwrap_or(&folder);
            fs::create_dir_all(parent).map_err(|error| told(parent, &error))?;
            fs::write(&path, file.bytes).map_err(|error| told(&path, &error))?;
            writeln!(out, "{}\n    {}\n", path.display(), file.place).map_err(|error| written(&error))?;
        }
    }
    Ok(Outcome::Nothing)
}

/// What Amana is told: the charter, checked and on one line, and the switches.
fn policy(args: &ExportArgs) -> Result<Policy, Failure> {
    let json = input::text(Some(&args.charter))?;
    Charter::read(&json).map_err(|error| told(&args.charter, &error))?;
    let charter = minified(&json);
    let locked = Switch::ALL.into_iter().filter(|switch| args.lock.iter().any(|name| name == switch.as_str()));
    Ok(Policy {
        charter_sha256: Some(sha256(&charter)),
        charter: Some(charter),
        language: args.language.map(Lang::from),
        level_ceiling: args.level_ceiling.as_deref().and_then(level),
        locked: locked.collect(),
        sites_extra: args.sites_extra.clone(),
        sites_off: args.sites_off.clone(),
    })
}

fn level(name: &str) -> Option<Level> {
    [Level::Off, Level::Quiet, Level::Notice, Level::Warn].into_iter().find(|level| level.as_str() == name)
}

fn missing(target: Target, problem: &Problem) -> Failure {
    Failure::Told(format!("--for {target}: --{}: {}; {}", problem.place, problem.found, problem.advice))
}

fn doctor(file: Option<&PathBuf>) -> Result<Outcome, Failure> {
    let file = file.map(PathBuf::as_path);
    let mut report = examine(&input::text(file)?).map_err(|problem| told(named(file), &problem))?;
    report.remarks.extend(own_rules(&report));
    let bad = report.remarks.iter().any(|remark| remark.by != Party::Nobody);
    tell(named(file), &report, bad).map_err(|error| written(&error))?;
    Ok(if bad { Outcome::Found } else { Outcome::Nothing })
}

fn tell(file: &Path, report: &Report, bad: bool) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{}: {}", file.display(), form(report.document.form))?;
    for fact in &report.facts {
        writeln!(out, "    {fact}")?;
    }
    for Remark { by, problem } in &report.remarks {
        writeln!(out, "\n{}: {}\n    {}\n    {}", by.does(), problem.place, problem.found, problem.advice)?;
    }
    writeln!(out, "\n{}", if bad { "not all of it will be in force" } else { "good" })
}

/// What Amana leaves out of a charter's own rules.
fn own_rules(report: &Report) -> Vec<Remark> {
    let Some(read) = &report.charter else { return Vec::new() };
    let problem =
        |found: String| Problem { place: "charter: rules".to_owned(), found, advice: "mend the rule".to_owned() };
    let (_, problems) = Checker::new(&read.charter);
    problems.into_iter().map(|rule| Remark { by: Party::Amana, problem: problem(rule.to_string()) }).collect()
}

fn form(form: Form) -> &'static str {
    match form {
        Form::Keys => "Amana's keys alone, judged for Chromium browsers",
        Form::Chromium => "policies of a Chromium browser",
        Form::Firefox => "Firefox's policies.json",
        Form::GoogleAdmin => "for the Google Admin console",
    }
}

fn targets(text: &str) -> Result<Targets, String> {
    if text == "all" { Ok(Target::all().collect()) } else { text.parse().map(|target| vec![target]) }
}

fn one_of(names: &[&'static str]) -> Vec<PossibleValue> {
    names.iter().map(|name| PossibleValue::new(*name)).collect()
}
