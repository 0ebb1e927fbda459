//! Any bytes as a pack: as the files of its authors (a form feed between two, each begins with a line that is its path), as the
//! blob that is compiled in, and as the trained layer.
#![no_main]

use std::sync::LazyLock;

use amana_charter::{Charter, Lang};
use amana_checker::{Cache, Checker, layer::Layer};
use amana_fuzz::{PAGE, golden_pages, try_text};
use amana_pack::{
    Example, Pack, Pattern,
    author::{self, Kind, Problem, Source},
};
use libfuzzer_sys::fuzz_target;

static CHARTER: LazyLock<Charter> = LazyLock::new(golden_pages);

fuzz_target!(|bytes: &[u8]| {
    let sources: Vec<Source> = String::from_utf8_lossy(bytes).split(PAGE).map(source).collect();
    match author::read(&sources) {
        Err(problems) => problems.0.iter().for_each(|problem| told(&sources, problem)),
        Ok(pack) => {
            comes_back(&pack);
            check_with(&pack);
        }
    }
    if let Ok(pack) = Pack::from_blob(bytes) {
        comes_back(&pack);
        check_with(&pack);
    }
    if let Some(layer) = Layer::from_bytes(bytes) {
        let written = layer.to_bytes();
        assert_eq!(Layer::from_bytes(&written).map(|again| again.to_bytes()), Some(written));
    }
});

fn source(file: &str) -> Source {
    let (path, text) = file.split_once('\n').unwrap_or(("", file));
    let kind = match path.split_once('/') {
        Some(("lists", rest)) if rest.starts_with("en/") => Kind::List(Lang::En),
        Some(("lists", _)) => Kind::List(Lang::He),
        Some(_) => Kind::Rule,
        None => Kind::Irregular,
    };
    Source { kind, path: path.into(), text: text.to_owned() }
}

/// A code, a file of the pack, and a line that it has.
fn told(sources: &[Source], problem: &Problem) {
    let lines = |source: &Source| source.text.lines().count().max(1);
    let place = |source: &Source| source.path == problem.file && (1..=lines(source)).contains(&problem.line);
    assert!(sources.iter().any(place), "{problem}: no such place");
    assert!(problem.code.starts_with('P') && !problem.message.is_empty(), "{problem}");
}

fn comes_back(pack: &Pack) {
    let blob = pack.to_blob().expect("what was read can be written");
    let again = Pack::from_blob(&blob).expect("what was written can be read");
    assert_eq!(again.to_blob().ok(), Some(blob), "the pack changed on its way");
}

/// Its own examples, words and phrases as posts.
fn check_with(pack: &Pack) {
    let (checker, _) = Checker::with_pack(pack, &CHARTER);
    let mut cache = Cache::default();
    let patterns = pack.rules.iter().flat_map(|rule| rule.he.iter().chain(&rule.en));
    for post in patterns.flat_map(posts).chain(pack.lists.iter().map(|list| list.words.phrases.join(", "))) {
        try_text(&checker, &post, &mut cache);
    }
}

fn posts(pattern: &Pattern) -> impl Iterator<Item = String> {
    let parts: Vec<String> = pattern.all.iter().flat_map(|part| part.terms()).map(ToString::to_string).collect();
    let examples = pattern.flags.iter().chain(&pattern.allows);
    let examples = examples.filter_map(|text| Example::parse(text).ok()).map(|example| example.text);
    examples.chain([parts.join(" ")])
}
