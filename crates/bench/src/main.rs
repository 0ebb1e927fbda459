//! The bench's native contestant: it reads the cases, then measures one for every line that asks for it, and ends with its input.
//!
//! `tests/bench` makes the cases, asks, and prints; `tests/bench/measure.ts` is the same loop for JavaScript.

use std::{
    collections::BTreeMap,
    env,
    error::Error,
    fs,
    hint::black_box,
    io::{self, BufRead as _},
    time::{Duration, Instant},
};

use amana_bench::Bench;
use serde::{Deserialize, Serialize};

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or("usage: amana-bench CASES.json")?;
    let Input { charters, cases } = serde_json::from_str(&fs::read_to_string(path)?)?;
    let made = charters.into_iter().map(|(names, json)| Ok((names, Bench::new(&json)?)));
    let mut benches = made.collect::<Result<BTreeMap<_, _>, String>>()?;
    for line in io::stdin().lock().lines() {
        let ask: Ask = serde_json::from_str(&line?)?;
        let case = cases.iter().find(|case| case.id == ask.case).ok_or("no such case")?;
        let bench = benches.get_mut(&case.names.to_string()).ok_or("no such charter")?;
        println!("{}", serde_json::to_string(&measure(bench, case, &ask))?);
    }
    Ok(())
}

/// What `tests/bench/cases.ts` writes.
#[derive(Deserialize)]
struct Input {
    /// Charters by how many names or brands they hold, as JSON.
    charters: BTreeMap<String, String>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: String,
    kind: Kind,
    names: u32,
    posts: Vec<Post>,
}

#[derive(Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Post,
    Size,
    /// The posts are names of accounts.
    Name,
}

/// A post to check, or, where texts follow that came of it key by key, to check those again.
#[derive(Deserialize)]
struct Post {
    text: String,
    typed: Vec<String>,
}

#[derive(Deserialize)]
struct Ask {
    case: String,
    /// The post to begin with.
    first: usize,
    budget_ms: u64,
}

/// How long one check took, and what the first one found.
#[derive(Serialize)]
struct Sample {
    ns: f64,
    found: usize,
}

/// Checks all posts, lap after lap, until the budget is used up; the median of the laps.
fn measure(bench: &mut Bench, case: &Case, ask: &Ask) -> Sample {
    let (after, before) = case.posts.split_at(ask.first % case.posts.len().max(1));
    let posts: Vec<&Post> = before.iter().chain(after).collect();
    let budget = Duration::from_millis(ask.budget_ms);
    let mut laps = Vec::new();
    let (mut spent, mut found) = (Duration::ZERO, 0);
    while spent < budget {
        let lap = run(bench, case.kind, &posts, budget.saturating_sub(spent));
        if laps.is_empty() {
            found = lap.found;
        }
        if laps.is_empty() || lap.whole {
            laps.push(lap.took.as_secs_f64() * 1e9 / lap.checks as f64);
        }
        spent += lap.took;
    }
    Sample { ns: median(laps), found }
}

#[derive(Default)]
struct Lap {
    took: Duration,
    checks: u32,
    /// What the first check found.
    found: usize,
    /// Whether all posts were checked.
    whole: bool,
}

fn run(bench: &mut Bench, kind: Kind, posts: &[&Post], budget: Duration) -> Lap {
    let mut lap = Lap::default();
    for post in posts {
        if lap.took >= budget {
            return lap;
        }
        if kind == Kind::Name {
            check_all(&mut lap, budget, std::slice::from_ref(&post.text), |text| bench.check_name(text));
        } else if post.typed.is_empty() {
            check_all(&mut lap, budget, std::slice::from_ref(&post.text), |text| bench.check(text));
        } else {
            bench.forget();
            bench.check_again(&post.text);
            check_all(&mut lap, budget, &post.typed, |text| bench.check_again(text));
        }
    }
    Lap { whole: true, ..lap }
}

/// Checks texts and adds to the lap what it took.
fn check_all(lap: &mut Lap, budget: Duration, texts: &[String], mut check: impl FnMut(&str) -> Vec<u32>) {
    let start = Instant::now();
    let mut took = Duration::ZERO;
    for text in texts {
        if lap.took + took >= budget {
            break;
        }
        let found = black_box(check(black_box(text))).len();
        if lap.checks == 0 {
            lap.found = found;
        }
        lap.checks += 1;
        took = start.elapsed();
    }
    lap.took += took;
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    let middle = figures.len().saturating_sub(1);
    let around = figures.iter().skip(middle / 2).take(1 + middle % 2);
    around.clone().sum::<f64>() / around.count() as f64
}
