//! Charters with something wrong in them, and the very words that their authors then read.

#![allow(clippy::expect_used, reason = "tests speak by panics")]

use amana_charter::Charter;

/// Wraps `rest` into an otherwise good charter; line 2 begins with it.
fn with(rest: &str) -> String {
    format!("{{\"charter\": 1, \"company\": {{\"names\": [\"דפי זהב\"]}},\n{rest}}}")
}

fn assert_messages(cases: &[(&str, &str)], wrap: impl Fn(&str) -> String) {
    for (json, expected) in cases {
        let json = wrap(json);
        let error = Charter::read(&json).expect_err(&json);
        assert_eq!(error.to_string(), format!("charter: {expected}"), "{json}");
    }
}

#[test]
fn the_document() {
    let missing_charter = r#"line 1, column 1: "charter" is missing; write "charter": 1"#;
    let missing_company = r#"line 1, column 1: "company" is missing; write "company": {"names": ["Golden Pages"]}"#;
    let not_format_1 = |found| {
        format!(
            "charter (line 1, column 13): this is {found}; write 1, the one format that this version of Amana reads"
        )
    };
    let no_charter = |found| {
        format!(
            "line 1, column 1: this is {found}; write a charter, such as {{\"charter\": 1, \"company\": {{\"names\": [\"Golden Pages\"]}}}}"
        )
    };
    assert_messages(
        &[
            ("{}", missing_charter),
            ("{\"charter\": 1}", missing_company),
            ("\u{feff}{\"charter\": 1}", missing_company),
            ("{\"charter\": 2, \"newKey\": []}", &not_format_1("the number 2")),
            ("{\"charter\": \"1\"}", &not_format_1("the text \"1\"")),
            ("{\"charter\": 1.5}", &not_format_1("the number 1.5")),
            ("{\"charter\": -1}", &not_format_1("the number -1")),
            ("{\"charter\": null}", &not_format_1("null")),
            ("{\"charter\": true}", &not_format_1("true")),
            ("[]", &no_charter("a list")),
            ("\"charter\"", &no_charter("the text \"charter\"")),
            ("null", &no_charter("null")),
        ],
        str::to_owned,
    );
}

#[test]
fn the_company() {
    let names = r#"{"charter": 1, "company": "#;
    let object = r#"write an object such as {"names": ["Golden Pages"]}"#;
    let empty = "the text is empty; write a name or a word, such as \"Golden Pages\", or remove the entry";
    assert_messages(
        &[
            (
                "{}",
                r#"company (line 1, column 27): "names" is missing; write "names": ["Golden Pages"], with the company's own"#,
            ),
            (
                "{\"names\": []}",
                r#"company.names (line 1, column 37): the list is empty; write the company's name, such as ["Golden Pages"]"#,
            ),
            (
                "{\"names\": \"דפי זהב\"}",
                r#"company.names (line 1, column 37): this is the text "דפי זהב"; write a list in [ ]"#,
            ),
            ("{\"names\":\n [\"\"]}", &format!("company.names[0] (line 2, column 3): {empty}")),
            ("{\"names\": [\"דפי זהב\", \" \u{200f}\\t\"]}", &format!("company.names[1] (line 1, column 49): {empty}")),
            ("{\"names\": [{\"name\": \" \"}]}", &format!("company.names[0].name (line 1, column 47): {empty}")),
            (
                "{\"names\": [\"a\"], \"official_accounts\": [\"\"]}",
                &format!("company.official_accounts[0] (line 1, column 66): {empty}"),
            ),
            (
                "{\"names\": [\"a\"], \"brand\": []}",
                "company.brand (line 1, column 44): \"brand\" is not a key here; did you mean \"brands\"? Known here: \"names\", \"brands\", \"official_accounts\"",
            ),
            ("[[\"a\"]]", &format!("company (line 1, column 27): this is a list; {object}")),
            ("\"Golden Pages\"", &format!("company (line 1, column 27): this is the text \"Golden Pages\"; {object}")),
        ],
        |company| format!("{names}{company}}}"),
    );
}

#[test]
fn keys() {
    let known = "Known here: \"charter\", \"version\", \"title\", \"company\", \"people\", \"competitors\", \"customers\", \"suppliers\", \
                 \"projects\", \"categories\", \"rules\", \"sites\", \"contact\", \"embargoes\", \"encouraged\", \"fingerprints\", \
                 \"hours\", \"links\"";
    let meant = |key: &str, word: &str| {
        format!("{key} (line 2, column 1): \"{key}\" is not a key here; did you mean \"{word}\"? {known}")
    };
    let list = known.replace("Known here:", "write one of");
    let long = "x".repeat(100_000);
    let long_found = format!("{long} (line 2, column 1): \"{}…\" is not a key here; {list}", "x".repeat(40));
    assert_messages(
        &[
            ("\"competitor\": []", &meant("competitor", "competitors")),
            ("\"Competitors\": []", &meant("Competitors", "competitors")),
            ("\"porjects\": []", &meant("porjects", "projects")),
            ("\"weather\": []", &format!("weather (line 2, column 1): \"weather\" is not a key here; {list}")),
            ("\"\": []", &format!("[\"\"] (line 2, column 1): \"\" is not a key here; {list}")),
            (
                "\"two words\": []",
                &format!("[\"two words\"] (line 2, column 1): \"two words\" is not a key here; {list}"),
            ),
            (&format!("\"{long}\": []"), &long_found),
            (
                "\"people\": [],\n \"people\": []",
                "people (line 3, column 2): \"people\" is given a second time; keep one of the two",
            ),
            (
                "\"peo\\u0070le\": [], \"people\": []",
                "people (line 2, column 20): \"people\" is given a second time; keep one of the two",
            ),
            ("\"company\": {}", "company (line 2, column 1): \"company\" is given a second time; keep one of the two"),
            (
                "\"\\ud800\": 1",
                "[\"\\\"\\\\ud800\\\"\"] (line 2, column 1): half of a \\u pair stands alone; write the character itself",
            ),
        ],
        with,
    );
}

#[test]
fn categories() {
    let known = "\"daily-operations\", \"business-development\", \"finances\", \"competitors\", \"colleagues\", \"brand-account\", \
                 \"ambassador\", \"time-on-networks\"";
    let levels = "\"off\", \"quiet\", \"notice\", \"warn\"";
    let meant = |key: &str, word: &str| {
        format!(
            "categories.{key} (line 2, column 16): \"{key}\" is not known here; did you mean \"{word}\"? Known here: {known}"
        )
    };
    let level = |found: &str| format!("categories.finances.level (line 2, column 38): {found}");
    assert_messages(
        &[
            ("{\"finance\": {}}", &meant("finance", "finances")),
            ("{\"brand_account\": {}}", &meant("brand_account", "brand-account")),
            (
                "{\"gossip\": {}}",
                &format!("categories.gossip (line 2, column 16): \"gossip\" is not known here; write one of {known}"),
            ),
            (
                "{\"finances\": {}, \"finances\": {}}",
                "categories.finances (line 2, column 32): \"finances\" is given a second time; keep one of the two",
            ),
            (
                "{\"finances\": \"warn\"}",
                "categories.finances (line 2, column 28): this is the text \"warn\"; write an object such as {\"level\": \"warn\"}",
            ),
            (
                "{\"finances\": {\"level\": \"loud\"}}",
                &level(&format!("\"loud\" is not known here; write one of {levels}")),
            ),
            (
                "{\"finances\": {\"level\": \"Warn\"}}",
                &level(&format!("\"Warn\" is not known here; did you mean \"warn\"? Known here: {levels}")),
            ),
            ("{\"finances\": {\"level\": 3}}", &level(&format!("this is the number 3; write one of {levels}"))),
            ("{\"finances\": {\"level\": null}}", &level(&format!("this is null; write one of {levels}"))),
            (
                "{\"finances\": {\"clause\": {}}}",
                "categories.finances.clause (line 2, column 39): there is no text; write \"he\", \"en\" or both",
            ),
            (
                "{\"finances\": {\"clause\": \"x\"}}",
                "categories.finances.clause (line 2, column 39): this is the text \"x\"; write an object such as {\"he\": \"…\", \"en\": \"…\"}",
            ),
            (
                "{\"finances\": {\"advice\": {\"he\": \"\\n\"}}}",
                "categories.finances.advice.he (line 2, column 46): the text is empty; write some text, or remove the key",
            ),
            (
                "{\"finances\": {\"advice\": {\"en\": [\"x\"]}}}",
                "categories.finances.advice.en (line 2, column 46): this is a list; write text in double quotes",
            ),
            (
                "{\"finances\": {\"advice\": {\"fr\": \"x\"}}}",
                "categories.finances.advice.fr (line 2, column 40): \"fr\" is not a key here; write one of \"he\", \"en\"",
            ),
            ("[]", "categories (line 2, column 15): this is a list; write an object in { }"),
        ],
        |categories| with(&format!("\"categories\": {categories}")),
    );
}

#[test]
fn names() {
    let a_name = r#"write a name, as "Golden Pages" or as {"name": "Golden Pages", "aliases": […]}"#;
    assert_messages(
        &[
            ("[3]", &format!("people[0] (line 2, column 12): this is the number 3; {a_name}")),
            ("[\"דנה\", [\"Dana\"]]", &format!("people[1] (line 2, column 19): this is a list; {a_name}")),
            ("[{}]", "people[0] (line 2, column 12): \"name\" is missing; write \"name\": \"Golden Pages\""),
            (
                "[{\"name\": 5}]",
                "people[0].name (line 2, column 21): this is the number 5; write text in double quotes",
            ),
            (
                "[{\"name\": \"a\", \"alias\": []}]",
                "people[0].alias (line 2, column 26): \"alias\" is not a key here; did you mean \"aliases\"? Known here: \"name\", \"aliases\", \"match\", \"with\"",
            ),
            (
                "[{\"name\": \"a\", \"aliases\": \"b\"}]",
                "people[0].aliases (line 2, column 37): this is the text \"b\"; write a list in [ ]",
            ),
            (
                "[{\"name\": \"a\", \"aliases\": [\"b\", false]}]",
                "people[0].aliases[1] (line 2, column 43): this is false; write text in double quotes",
            ),
            (
                "[{\"name\": \"a\", \"match\": \"fuzzy\"}]",
                "people[0].match (line 2, column 35): \"fuzzy\" is not known here; write one of \"exact\", \"close\", \"loose\"",
            ),
            (
                "[{\"name\": \"a\", \"with\": [\"\\ud800\"]}]",
                "people[0].with[0] (line 2, column 35): half of a \\u pair stands alone; write the character itself",
            ),
            ("{\"name\": \"a\"}", "people (line 2, column 11): this is an object; write a list in [ ]"),
            ("null", "people (line 2, column 11): this is null; write a list in [ ]"),
        ],
        |people| with(&format!("\"people\": {people}")),
    );
}

#[test]
fn sites() {
    let one = r#"write one such as "https://*.example.com/*""#;
    assert_messages(
        &[
            ("x.com", r#"the pattern has no scheme; write "https://x.com/*""#),
            ("", &format!("the pattern has no scheme; {one}")),
            ("<all_urls>", &format!("the pattern has no scheme; {one}")),
            ("https://x.com", r#"the pattern has no path; write "https://x.com/*""#),
            ("ftp://x.com/*", r#"the scheme is not that of a web page; write "https://" in its place"#),
            ("https:///*", r#"the pattern has no host; write one, such as "https://*.example.com/*""#),
            (
                "https://www.*.com/*",
                r#"a * stands inside the host; write it first only, such as "https://*.example.com/*""#,
            ),
            (
                "https://*x.com/*",
                r#"a * stands inside the host; write it first only, such as "https://*.example.com/*""#,
            ),
            ("https://x.com:8443/*", "the host has a port, which match patterns do not take; write it without"),
            (
                "https://תפוז.co.il/*",
                "the host is not made of letters a-z, digits, hyphens and dots; write other letters in their xn-- form",
            ),
            (
                "https://x..com/*",
                "the host is not made of letters a-z, digits, hyphens and dots; write other letters in their xn-- form",
            ),
            ("https://x.com/a b", "there is a space in the pattern; write %20 in its place"),
        ]
        .map(|(site, expected)| (site.to_owned(), format!("sites[1] (line 2, column 28): {expected}")))
        .each_ref()
        .map(|(site, expected)| (site.as_str(), expected.as_str())),
        |site| with(&format!("\"sites\": [\"*://x.com/f/*\", \"{site}\"]")),
    );
}

#[test]
fn the_rest() {
    assert_messages(
        &[
            ("\"version\": 3", "version (line 2, column 12): this is the number 3; write text in double quotes"),
            ("\"version\": \"\"", "version (line 2, column 12): the text is empty; write some text, or remove the key"),
            (
                "\"title\": null",
                "title (line 2, column 10): this is null; write an object such as {\"he\": \"…\", \"en\": \"…\"}",
            ),
            (
                "\"contact\": {}",
                "contact (line 2, column 12): \"email\" is missing; write \"email\": \"charter@example.com\"",
            ),
            (
                "\"contact\": \"a@b\"",
                "contact (line 2, column 12): this is the text \"a@b\"; write an object such as {\"email\": \"charter@example.com\"}",
            ),
            ("\"rules\": {}", "rules (line 2, column 10): this is an object; write a list in [ ]"),
            (
                "\"people\": [1e999]",
                "people[0] (line 2, column 12): this is the number inf; write a name, as \"Golden Pages\" or as {\"name\": \"Golden Pages\", \"aliases\": […]}",
            ),
        ],
        with,
    );
}

#[test]
fn fingerprints() {
    let salt = r#""salt": "000102030405060708090a0b0c0d0e0f""#;
    let made = "as `amana charter fingerprint` makes";
    assert_messages(
        &[
            ("[]", &format!("fingerprints (line 2, column 17): this is a list; write an object, {made} it")),
            (&format!("{{{salt}}}"), r#"fingerprints (line 2, column 17): "scheme" is missing; write "scheme": 1"#),
            (
                &format!("{{\"scheme\": 2, {salt}}}"),
                "fingerprints.scheme (line 2, column 28): this is the number 2; write 1; make the fingerprints anew with this version's `amana charter fingerprint`",
            ),
            (
                "{\"scheme\": 1, \"salt\": \"+1\"}",
                &format!(
                    "fingerprints.salt (line 2, column 39): this is the text \"+1\"; write 32 hexadecimal digits, {made} them"
                ),
            ),
            (
                &format!("{{\"scheme\": 1, {salt}, \"projects\": [\"Bluebird\"]}}"),
                &format!(
                    "fingerprints.projects[0] (line 2, column 88): this is the text \"Bluebird\"; write a fingerprint, 22 hexadecimal digits, {made} them"
                ),
            ),
        ],
        |fingerprints| with(&format!("\"fingerprints\": {fingerprints}")),
    );
}

#[test]
fn links() {
    let such = "write an address such as \"https://example.com/charter\"";
    let at = |found: &str| format!("links.charter (line 2, column 22): {found}; {such}");
    assert_messages(
        &[
            ("\"http://example.com/charter\"", &at("the address does not begin with https://")),
            ("\"javascript:alert(1)\"", &at("the address does not begin with https://")),
            ("\"HTTPS://example.com\"", &at("the address does not begin with https://")),
            ("\"https://example.com/the charter\"", &at("there is a space or a backslash in the address")),
            ("\"https://example.com@evil.example\"", &at("there is a user's name in the address")),
            ("\"https:///charter\"", &at("the address has no host")),
            ("\"https://:443\"", &at("the address has no host")),
            ("null", "links.charter (line 2, column 22): this is null; write text in double quotes"),
        ],
        |address| with(&format!("\"links\": {{\"charter\": {address}}}")),
    );
    assert_messages(
        &[
            (
                "{\"wiki\": \"x\"}",
                "links.wiki (line 2, column 11): \"wiki\" is not a key here; write one of \"charter\"",
            ),
            (
                "[]",
                "links (line 2, column 10): this is a list; write an object such as {\"charter\": \"https://example.com/charter\"}",
            ),
        ],
        |links| with(&format!("\"links\": {links}")),
    );
}
