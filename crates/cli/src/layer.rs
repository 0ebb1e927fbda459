//! `amana layer`: learns the trained layer that goes with the base pack.

use std::{collections::BTreeSet, fs, path::PathBuf};

use amana_charter::Category;
use amana_checker::{Checker, is_hebrew, layer::Layer};
use amana_trainer::{Aim, Post, train};
use serde::Deserialize;

use crate::{
    LayerArgs, Outcome,
    input::{self, Failure, told},
};

#[derive(Deserialize)]
struct Labelled {
    text: String,
    labels: BTreeSet<String>,
}

/// Runs `amana layer train`.
pub fn learn(args: &LayerArgs) -> Result<Outcome, Failure> {
    let (checker, _) = Checker::new(&input::charter(args.charter.as_deref())?);
    let posts = posts(&checker, &args.corpora)?;
    eprintln!("{} posts read", posts.len());
    let layer = train(&posts, Aim { alarms: args.alarms, features: args.features });
    let layer = Layer { learned_from: learned_from(&posts), ..layer };
    fs::write(&args.out, layer.to_bytes()).map_err(|error| told(&args.out, &error))?;
    println!("{}: {} features", args.out.display(), layer.weights.len());
    Ok(Outcome::Nothing)
}

/// Runs `amana layer check`: whether the layer was learned from these posts, read as they are read now.
pub fn check(args: &LayerArgs) -> Result<Outcome, Failure> {
    let (checker, _) = Checker::new(&input::charter(args.charter.as_deref())?);
    let bytes = fs::read(&args.out).map_err(|error| told(&args.out, &error))?;
    let layer =
        Layer::from_bytes(&bytes).ok_or_else(|| told(&args.out, &"not a layer; make it with `amana layer train`"))?;
    if layer.learned_from == learned_from(&posts(&checker, &args.corpora)?) {
        println!("{}: learned from these posts", args.out.display());
        return Ok(Outcome::Nothing);
    }
    Err(told(&args.out, &"the posts or the lists changed since; make it anew with `amana layer train`"))
}

fn posts(checker: &Checker, corpora: &[PathBuf]) -> Result<Vec<Post>, Failure> {
    let mut posts = Vec::new();
    for corpus in corpora {
        for labelled in input::all_lines::<Labelled>(corpus)? {
            let labels = Category::TEXT.map(|category| labelled.labels.contains(category.as_str()));
            let hebrew = labelled.text.chars().any(is_hebrew);
            posts.push(Post { sentences: checker.features(&labelled.text), hebrew, labels });
        }
    }
    Ok(posts)
}

/// A number for what a layer is learned from: every feature of every post, and its labels (FNV-1a).
fn learned_from(posts: &[Post]) -> u64 {
    let features = posts.iter().flat_map(|post| {
        let labels = post.labels.iter().fold(0, |all, label| all * 2 + u32::from(*label));
        post.sentences.iter().flatten().copied().chain([labels])
    });
    features.fold(0xcbf2_9ce4_8422_2325, |hash, f| (hash ^ u64::from(f)).wrapping_mul(0x0100_0000_01b3))
}
