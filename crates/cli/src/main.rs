//! The command `amana`: checks posts and charters from the command line.
//!
//! Exit status: 0 when nothing was found, 1 when something was, 2 on an error, which is told in one line on standard error with
//! its place. What does not belong here: what the browser needs too.

mod charter;
mod check;
mod diff;
mod docs;
mod eval;
mod fingerprint;
mod input;
mod layer;
mod match_;
mod measure;
mod names;
mod new;
mod pack;
mod policy;
mod schema;
mod show;

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::{diff::DiffArgs, input::Failure, new::NewArgs, policy::PolicyCommand, show::ShowArgs};

/// Checks what people write against a company's social media charter.
#[derive(Parser)]
#[command(name = "amana", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check a post; with --jsonl, many
    Check(CheckArgs),
    /// Say which names of accounts use the company's name or a brand, how, and why that is seen in them
    Names(NamesArgs),
    /// Find a word or a name in a text, in its inflected forms and behind prefix letters
    Match(MatchArgs),
    /// Measure against labelled posts: precision, recall, F1, false alarms
    Eval(EvalArgs),
    /// For the charter's owner
    #[command(subcommand)]
    Charter(CharterCommand),
    /// For who rolls Amana out
    #[command(subcommand)]
    Policy(PolicyCommand),
    /// For the authors of rules
    #[command(subcommand)]
    Pack(PackCommand),
    /// For the authors of rules: the layer that is learned from labelled posts
    #[command(subcommand)]
    Layer(LayerCommand),
}

/// Arguments of `amana check`.
#[derive(Args)]
struct CheckArgs {
    /// The company's charter (JSON); without it, the general rules
    #[arg(long, value_name = "FILE")]
    charter: Option<PathBuf>,
    /// Read {"id","text"} a line, write {"id","findings"} a line
    #[arg(long)]
    jsonl: bool,
    /// The language to answer in; otherwise the system's
    #[arg(long, value_enum)]
    lang: Option<Language>,
    /// The post; `-` or nothing: standard input
    file: Option<PathBuf>,
}

/// Arguments of `amana names`.
#[derive(Args)]
struct NamesArgs {
    /// The company's charter (JSON), which holds its names, its brands and its own accounts
    #[arg(long, value_name = "FILE")]
    charter: Option<PathBuf>,
    /// Read {"id","name","kind"} a line, write {"id","uses_brand","brand","how","why","start","end"} a line; the one argument that
    /// may stand there is a file
    #[arg(long)]
    jsonl: bool,
    /// The language to answer in; otherwise the system's
    #[arg(long, value_enum)]
    lang: Option<Language>,
    /// Say how many of labelled names are judged as they are labelled: {"id","name","uses_brand","technique"} a line
    #[arg(long, value_name = "FILE.jsonl", conflicts_with_all = ["jsonl", "names"])]
    measure: Option<PathBuf>,
    /// With --measure: list every miss and every false alarm
    #[arg(long, requires = "measure")]
    show: bool,
    /// The names
    #[arg(value_name = "NAME", required_unless_present_any = ["jsonl", "measure"])]
    names: Vec<String>,
}

/// Arguments of `amana match`.
#[derive(Args)]
struct MatchArgs {
    /// The word or name; not with --jsonl or --measure
    #[arg(required_unless_present_any = ["jsonl", "measure"])]
    term: Option<String>,
    /// The text; `-` or nothing: standard input
    file: Option<PathBuf>,
    /// Read {"id","term","text"} a line, write {"id","spans"} a line
    #[arg(long)]
    jsonl: bool,
    /// Say how many words of a table are found when their lemma is given, or another; a line: surface, prefixes, form without
    /// them, lemma, part of speech
    #[arg(long, value_name = "TABLE.tsv", conflicts_with_all = ["term", "jsonl"])]
    measure: Option<PathBuf>,
    /// The term's language; it is read off its letters, so this changes nothing
    #[arg(long, value_enum)]
    lang: Option<Language>,
    /// As what the term is looked for
    #[arg(long = "as", value_enum, default_value_t = Kind::Lemma)]
    kind: Kind,
}

/// Arguments of `amana eval`.
#[derive(Args)]
struct EvalArgs {
    /// The company's charter (JSON); without it, the general rules
    #[arg(long, value_name = "FILE")]
    charter: Option<PathBuf>,
    /// List every miss and every false alarm
    #[arg(long)]
    show: bool,
    /// Write the figures as JSON
    #[arg(long)]
    json: bool,
    /// Labelled posts: {"id","lang","text","labels"} a line
    #[arg(required = true)]
    corpora: Vec<PathBuf>,
}

#[derive(Subcommand)]
enum CharterCommand {
    /// Write a good charter to begin with; asks, or takes what it needs from flags
    New(NewArgs),
    /// Say whether a charter is good, and where it is not
    Check {
        /// The charter; `-` or nothing: standard input
        file: Option<PathBuf>,
    },
    /// Say what a new charter changes, and which posts are warned of now and were not, and the other way
    Diff(DiffArgs),
    /// Make fingerprints of names that the charter shall not tell
    Fingerprint(FingerprintArgs),
    /// Write a JSON Schema, by which editors check a charter while it is written
    Schema,
    /// Write the charter for people to read: Markdown, or a page for a wiki
    Show(ShowArgs),
}

/// Arguments of `amana charter fingerprint`.
#[derive(Args)]
struct FingerprintArgs {
    /// Whose names they are
    #[arg(long, value_enum)]
    kind: FingerprintKind,
    /// Add to this charter's fingerprints (JSON), with its salt; without it, begin with a new one
    #[arg(long, value_name = "FILE")]
    charter: Option<PathBuf>,
    /// Only as they are written, not in the other script: for names that are also everyday words
    #[arg(long)]
    exact: bool,
    /// The names, one a line; `-` or nothing: standard input
    file: Option<PathBuf>,
}

/// The lists of names that may be fingerprints.
#[derive(Clone, Copy, ValueEnum)]
enum FingerprintKind {
    /// People of the company
    People,
    /// Its competitors
    Competitors,
    /// Its customers
    Customers,
    /// Its suppliers
    Suppliers,
    /// Names of what it works on
    Projects,
}

#[derive(Subcommand)]
enum PackCommand {
    /// Say whether rules and lists are well made, and where they are not
    Check {
        /// The pack's folder
        #[arg(default_value = "packs/base")]
        dir: PathBuf,
    },
    /// Run every rule's examples
    Test {
        /// The charter whose names the examples use (JSON)
        #[arg(long, value_name = "FILE")]
        charter: Option<PathBuf>,
        /// The pack's folder
        #[arg(default_value = "packs/base")]
        dir: PathBuf,
    },
    /// Write the rules in words, as Markdown
    Docs {
        /// Where to; without it, standard output
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// The pack's folder
        #[arg(default_value = "packs/base")]
        dir: PathBuf,
    },
}

#[derive(Subcommand)]
enum LayerCommand {
    /// Learn the layer from labelled posts
    Train(LayerArgs),
    /// Say whether the layer was learned from these posts and the present lists
    Check(LayerArgs),
}

/// Arguments of `amana layer`.
#[derive(Args)]
struct LayerArgs {
    /// The charter whose names the posts use (JSON)
    #[arg(long, value_name = "FILE")]
    charter: Option<PathBuf>,
    /// The layer's file
    #[arg(long, value_name = "FILE", default_value = "packs/base/layer.bin")]
    out: PathBuf,
    /// At most this share of harmless posts may be warned of
    #[arg(long, default_value_t = 0.037)]
    alarms: f32,
    /// So many features are kept
    #[arg(long, default_value_t = 28_000)]
    features: usize,
    /// Labelled posts: {"id","lang","text","labels"} a line
    #[arg(required = true)]
    corpora: Vec<PathBuf>,
}

/// A language.
#[derive(Clone, Copy, ValueEnum)]
enum Language {
    /// Hebrew
    He,
    /// English
    En,
}

/// As what a term is looked for.
#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    /// In every inflected form
    Lemma,
    /// Behind prefix letters, and nothing else
    Name,
}

/// How a command ended.
enum Outcome {
    /// Nothing was found.
    Nothing,
    /// Something was found.
    Found,
    /// Some lines were broken; they have been named.
    Broken,
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(Outcome::Nothing) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(1),
        Ok(Outcome::Broken) => ExitCode::from(2),
        // A reader that went away (`amana check … | head`) is no error of ours.
        Err(Failure::Closed) => ExitCode::SUCCESS,
        Err(Failure::Told(message)) => {
            eprintln!("amana: {message}");
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Result<Outcome, Failure> {
    match command {
        Command::Check(args) => check::check(&args),
        Command::Names(args) => names::names(&args),
        Command::Match(args) => match_::match_(&args),
        Command::Eval(args) => eval::eval(&args),
        Command::Charter(CharterCommand::Check { file }) => charter::check(file.as_deref()),
        Command::Charter(CharterCommand::New(args)) => new::new(args),
        Command::Charter(CharterCommand::Diff(args)) => diff::diff(&args),
        Command::Charter(CharterCommand::Schema) => schema::print(),
        Command::Charter(CharterCommand::Show(args)) => show::show(&args),
        Command::Charter(CharterCommand::Fingerprint(args)) => fingerprint::fingerprint(&args),
        Command::Policy(command) => policy::run(&command),
        Command::Layer(LayerCommand::Train(args)) => layer::learn(&args),
        Command::Layer(LayerCommand::Check(args)) => layer::check(&args),
        Command::Pack(PackCommand::Check { dir }) => pack::check(&dir),
        Command::Pack(PackCommand::Test { charter, dir }) => pack::test(&dir, charter.as_deref()),
        Command::Pack(PackCommand::Docs { out, dir }) => pack::docs(&dir, out.as_deref()),
    }
}
