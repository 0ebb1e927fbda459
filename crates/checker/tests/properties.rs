//! What holds of every text.
#![allow(clippy::unwrap_used, clippy::cast_possible_truncation, clippy::string_slice)]

use std::sync::LazyLock;

use amana_charter::Charter;
use amana_checker::{Cache, Checker, Finding};
use proptest::prelude::*;

static CHECKER: LazyLock<Checker> = LazyLock::new(|| {
    let charter = Charter::read(include_str!("../../../charters/golden-pages.json")).unwrap().charter;
    Checker::new(&charter).0
});

/// Text that is likely to be found fault with, mixed with anything at all.
fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("our quarter closed 18% below target".to_owned()),
        Just("הרבעון נסגר אצלנו הרבה מעל היעד".to_owned()),
        Just("Star Index are clowns 🤡".to_owned()),
        Just("ה\u{5b7}בוס ש\u{5c1}ל\u{5bc}י b0ss ד.פ.י ז.ה.ב #דפי_זהב @x".to_owned()),
        Just("cafe\u{301} é \u{200f}\u{202e} שׁ ﬁ 𝐆".to_owned()),
        any::<String>(),
        "[א-ת \"'.,!?\n-]{0,20}",
        "[a-zA-Z0-9 \"'.,!?\n#@₪$%-]{0,20}",
    ];
    prop::collection::vec(part, 0..6).prop_map(|parts| parts.join(" "))
}

fn words(found: &[Finding], text: &str) -> Vec<(String, String)> {
    found.iter().map(|f| (f.rule.clone(), f.span.text_in(text))).collect()
}

proptest! {
    #[test]
    fn spans_lie_on_characters_inside_the_text(text in text()) {
        let starts: Vec<u32> = text.char_indices().map(|(i, _)| text[..i].encode_utf16().count() as u32).collect();
        let end = text.encode_utf16().count() as u32;
        for finding in CHECKER.check(&text) {
            let span = finding.span;
            prop_assert!(span.start < span.end && span.end <= end);
            prop_assert!(starts.contains(&span.start) && (starts.contains(&span.end) || span.end == end));
        }
    }

    #[test]
    fn composed_and_decomposed_texts_are_read_alike(text in text()) {
        use unicode_normalization::UnicodeNormalization;
        let (composed, decomposed): (String, String) = (text.nfc().collect(), text.nfd().collect());
        let (a, b) = (CHECKER.check(&composed), CHECKER.check(&decomposed));
        let normal = |found: &[Finding], text: &str| {
            words(found, text).into_iter().map(|(r, w)| (r, w.nfd().collect::<String>())).collect::<Vec<_>>()
        };
        prop_assert_eq!(normal(&a, &composed), normal(&b, &decomposed));
    }

    #[test]
    fn what_is_typed_on_is_read_as_if_it_were_new(texts in prop::collection::vec(text(), 1..5)) {
        let mut cache = Cache::default();
        let mut text = String::new();
        for more in texts {
            text = if more.len() % 3 == 0 { format!("{more}. {text}") } else { format!("{text}\n{more}") };
            prop_assert_eq!(CHECKER.check_again(&text, &mut cache), CHECKER.check(&text));
        }
    }

    #[test]
    fn account_names_never_panic(name in text()) {
        let end = name.encode_utf16().count() as u32;
        prop_assert!(CHECKER.check_name(&name).iter().all(|f| f.span.end <= end));
    }
}
