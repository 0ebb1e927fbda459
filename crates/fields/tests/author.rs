//! What authors of words and sites are told when something is wrong.

use std::path::Path;

use amana_fields::author::{read_site, read_words};

const GOOD: &str = r#"
name = "Example"
matches = ["https://*.example.com/*"]

[[field]]
is = "never"
why = "A private letter"
label = ["Letter*"]

[[field]]
is = "name"
why = "Create a page"
label = ["Page name*"]

[[account]]
selector = "a.me"
attribute = "href"
"#;

fn complaint(text: &str) -> String {
    read_site(Path::new("example.toml"), text).err().map(|problems| problems.to_string()).unwrap_or_default()
}

#[test]
fn a_good_site_is_read() {
    assert_eq!(complaint(GOOD), "");
}

#[test]
fn every_problem_tells_its_line_and_what_to_do() {
    for (found, instead, expected) in [
        (r#"is = "name""#, r#"is = "title""#, ["P002 example.toml:11", "unknown variant `title`"]),
        ("label = [\"Page name*\"]", "lable = [\"Page name*\"]", ["P002 example.toml:13", "unknown field `lable`"]),
        ("https://*.example.com/*", "example.com", ["P002 example.toml:3", "https://example.com/*"]),
        ("matches = [", "private = [", ["S002 example.toml:2", "write `matches`"]),
        ("Create a page", "", ["S003 example.toml:12", "[[field]] 2 has no `why`"]),
        ("label = [\"Page name*\"]", "", ["S005 example.toml:12", "write at least one of tag, name"]),
        ("Page name*", "*", ["S006 example.toml:13", "leave it out"]),
        ("a.me", "a[href", ["S008 example.toml:16", "close every bracket"]),
    ] {
        let said = complaint(&GOOD.replacen(found, instead, 1));
        assert!(expected.iter().all(|part| said.contains(part)), "{instead}: {said}");
    }
}

#[test]
fn a_refusal_stands_above_what_is_allowed() {
    let swapped = GOOD.replace(r#"is = "name""#, r#"is = "x""#).replace(r#"is = "never""#, r#"is = "name""#);
    let said = complaint(&swapped.replace(r#"is = "x""#, r#"is = "never""#));
    assert!(said.contains("S007 example.toml:12") && said.contains("move it above"), "{said}");
}

#[test]
fn words_are_tidy_and_contradict_nothing() {
    let lists = [
        "never",
        "private",
        "before_a_name",
        "name",
        "user_name",
        "name_alone",
        "post",
        "post_alone",
        "making",
        "log_in",
    ];
    let good: String =
        lists.iter().zip('a'..).map(|(list, letter)| format!("{list} = [\"word {letter}\"]\n")).collect();
    let said = |text: &str| read_words(Path::new("en.toml"), text).err().map(|p| p.to_string()).unwrap_or_default();
    assert_eq!(said(&good), "");
    assert!(said(&good.replace("word a", "Pass_Word")).contains("W002 en.toml:1: "));
    assert!(said(&good.replace("word a", "Pass_Word")).contains("write \"pass word\""));
    assert!(
        said(&good.replace("word d", "word a")).contains("W003 en.toml:1: `word a` stands in `never` and in `name`")
    );
    assert!(said(&good.replace("post = [\"word g\"]", "post = []")).contains("W001 en.toml:7"));
}
