//! Texts that are no JSON, or strange JSON, and the very words that their authors then read.

#![allow(clippy::expect_used, reason = "tests speak by panics")]

use amana_charter::Charter;

#[test]
fn syntax() {
    let breaks_off = "the text breaks off; add what is missing, and close every \", [ and { that was opened";
    let empty = r#"line 1, column 1: there is nothing here; write a charter, such as {"charter": 1, "company": {"names": ["Golden Pages"]}}"#;
    let cut = |line: usize, column: usize| format!("line {line}, column {column}: {breaks_off}");
    let cases: &[(&str, &str)] = &[
        ("", empty),
        (" \n\t", empty),
        ("\u{feff}", empty),
        ("{\"charter\": 1, ", &cut(1, 15)),
        ("{\"charter\": 1, \"", &cut(1, 17)),
        ("{\"charter\":\n\"דפי", &cut(2, 5)),
        ("{\"charter\": 1,}", "line 1, column 14: a comma stands after the last entry; remove it"),
        ("[1,\n 2,\n]", "line 2, column 3: a comma stands after the last entry; remove it"),
        ("{'charter': 1}", "line 1, column 2: this quotation mark is '; write a straight double quote, \""),
        ("{“charter”: 1}", "line 1, column 2: this quotation mark is “; write a straight double quote, \""),
        ("{\"דפי\": ״זהב״}", "line 1, column 9: this quotation mark is ״; write a straight double quote, \""),
        ("{charter: 1}", "line 1, column 2: \"charter\" has no quotes; write text and keys in double quotes"),
        ("{\"charter\": True}", "line 1, column 13: \"True\" has no quotes; write text and keys in double quotes"),
        (
            "{\"רואה\": \"רו\"ח\"}",
            "line 1, column 14: the text has ended at this double quote; write \\\" for one inside the text",
        ),
        ("// ours\n{}", "line 1, column 1: this looks like a comment; remove it: JSON has none"),
        ("{} # ours", "line 1, column 4: this looks like a comment; remove it: JSON has none"),
        ("{\"charter\" 1}", "line 1, column 12: \"1\" does not belong here; expected `:`"),
        ("{\"charter\" \"1\"}", "line 1, column 12: a colon is missing; write : before this"),
        ("{\"charter\": 1\n \"version\": \"1\"}", "line 2, column 2: a comma is missing; write , before this"),
        ("[1 [2]]", "line 1, column 4: a comma is missing; write , before this"),
        ("{}\n}", "line 2, column 1: something stands after the end of the charter; remove it"),
        (
            "{\"version\": \"one\n\"}",
            "line 1, column 17: the text runs into the next line, or has a tab in it; close it with \", or write \\n or \\t",
        ),
        ("{\"charter\": 1.}", "line 1, column 15: \"}\" does not belong here; invalid number"),
        (
            "{\"charter\": \"\\x\"}",
            "line 1, column 15: this \\ stands before what needs none; write \\\\ for a backslash",
        ),
    ];
    for (text, expected) in cases {
        let error = Charter::read(text).expect_err(text);
        assert_eq!(error.to_string(), format!("charter: {expected}"), "{text}");
        assert_eq!(error.path(), "", "{text}");
    }
}

#[test]
fn deep_nesting() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let with = |rest: String| format!("{{\"charter\": 1, \"company\": {{\"names\": [\"a\"]}}, {rest}}}");
    let error = Charter::read(&deep).unwrap_err();
    assert_eq!(error.found(), "this is a list");
    let error = Charter::read(&"[".repeat(100_000)).unwrap_err();
    assert_eq!((error.found(), error.column()), ("the text breaks off", 100_001));
    let error = Charter::read(&with(format!("\"people\": {deep}"))).unwrap_err();
    assert_eq!((error.path(), error.found()), ("people[0]", "this is a list"));
    let charter = with(format!("\"rules\": [{deep}], \"hours\": {deep}"));
    let read = Charter::read(&charter).expect("it is a charter");
    assert_eq!(read.charter.rules[0].json().len(), 200_000);
}
