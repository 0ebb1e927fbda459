//! Names that are known by their fingerprints only.
#![allow(clippy::unwrap_used, reason = "tests speak by panics")]

use amana_charter::{Charter, Fingerprints, MatchMode, Salt};
use amana_checker::{Checker, Finding, Utf16Span, fingerprints};
use amana_pack::Pack;
use proptest::prelude::*;

const SALT: Salt = Salt::new(*b"a salt for tests");

/// A charter that knows the names of `competitors` by their fingerprints only, and a rule that finds every one of them.
fn checker(names: &[&str], how: MatchMode) -> Checker {
    let mut prints = Fingerprints::new(SALT);
    prints.competitors = names.iter().flat_map(|name| fingerprints(name, how, &SALT)).collect();
    let prints = serde_json::to_value(prints).unwrap();
    let pattern = serde_json::json!({"all": ["@competitors"], "within": "sentence"});
    let rule = serde_json::json!({"id": "any-competitor", "category": "competitors", "since": "0.1.0", "why": "A test.",
        "says": "saw-competitor", "he": pattern, "en": pattern});
    let charter =
        serde_json::json!({"charter": 1, "company": {"names": ["Acme"]}, "fingerprints": prints, "rules": [rule]});
    // Without the base pack, which takes long to make ready.
    let charter = Charter::read(&charter.to_string()).unwrap().charter;
    let (checker, problems) = Checker::with_pack(&Pack::default(), &charter);
    assert_eq!(problems, []);
    checker
}

fn found(checker: &Checker, text: &str) -> Vec<String> {
    let ours = checker.check(text).into_iter().filter(|finding: &Finding| finding.rule == "any-competitor");
    ours.map(|finding: Finding| finding.span.text_in(text)).collect()
}

#[test]
fn a_hidden_name_is_found_with_its_words() {
    let checker = checker(&["אינדקס כוכב", "CloudNest", "Studio 54"], MatchMode::Close);
    for (text, words) in [
        ("אז מה אם לאינדקס כוכב יש אתר", "לאינדקס כוכב"),
        ("🙂 וב-CloudNest's new office", "וב-CloudNest's"),
        ("we met at Cloud Nest today", "Cloud Nest"),
        ("ראיתי את קלאודנסט אתמול", "קלאודנסט"),
        ("about Index-Kochav again", "Index-Kochav"),
        ("#IndexKochav", "IndexKochav"),
        ("at studio 54 last night", "studio 54"),
        ("א\u{5b4}ינ\u{5b0}ד\u{5bc}\u{5b6}ק\u{5e1} כוכב", "א\u{5b4}ינ\u{5b0}ד\u{5bc}\u{5b6}ק\u{5e1} כוכב"),
    ] {
        assert_eq!(found(&checker, text), [words], "{text}");
    }
    for text in ["כוכב", "אינדקס של כוכב", "the cloud is a nest", "studio 55", "a studio"] {
        assert_eq!(found(&checker, text), [""; 0], "{text}");
    }
}

#[test]
fn an_exact_name_is_found_in_its_letters_only() {
    let checker = checker(&["CloudNest"], MatchMode::Exact);
    assert_eq!(found(&checker, "CloudNest"), ["CloudNest"]);
    assert_eq!(found(&checker, "קלאודנסט"), [""; 0]);
}

/// Charters hold fingerprints that were made long ago: a change here is another scheme.
#[test]
fn the_scheme_stays_as_it_is() {
    let all = |name, how| fingerprints(name, how, &SALT).iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(all("דפי זהב", MatchMode::Exact), ["86890d48a5e37ca3cd9b3f", "de14b4874e18aeee9ddcaf"]);
    let close = all("דפי זהב", MatchMode::Close);
    assert_eq!(
        (close.len(), close.first().map(String::as_str), close.last().map(String::as_str)),
        (15, Some("0c1d1d92b82509f7cdd56e"), Some("eacf36d12ccc848add7d08"))
    );
}

#[test]
fn another_salt_makes_other_fingerprints() {
    let other = fingerprints("Bluebird", MatchMode::Close, &Salt::new([0; 16]));
    let ours = fingerprints("Bluebird", MatchMode::Close, &SALT);
    assert!(other.len() == ours.len() && ours.iter().all(|print| other.iter().all(|o| o.hash != print.hash)));
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof!["[א-ת]{2,8}( [א-ת]{2,8}){0,3}", "[A-Z][a-z]{1,9}( [A-Z][a-z]{1,9}){0,3}", "[a-zé]{2,9}[0-9]{0,2}"]
}

proptest! {
    #[test]
    fn any_name_is_found_in_a_text_that_holds_it(name in name()) {
        let text = format!("ok, {name} !");
        let checker = checker(&[&name], MatchMode::Close);
        prop_assert_eq!(found(&checker, &text), [name]);
    }

    #[test]
    fn any_text_may_be_a_name(name in any::<String>(), text in any::<String>()) {
        let checker = checker(&[&name, &text], MatchMode::Close);
        let end = u32::try_from(text.encode_utf16().count()).unwrap();
        let inside = |span: Utf16Span| span.start < span.end && span.end <= end;
        prop_assert!(checker.check(&text).iter().all(|finding| inside(finding.span)));
    }
}
