//! Charters that can be used: what comes of them, and what their authors are told.

#![allow(clippy::panic, clippy::unwrap_used, reason = "tests speak by panics")]

use amana_charter::{Category, Charter, Lang, Level, MatchMode, MatchPattern, Name, Read};

const GOLDEN_PAGES: &str = include_str!("../../../charters/golden-pages.json");
const DEFAULT: &str = include_str!("../src/default.json");

/// Wraps `rest` into an otherwise good charter; line 2 begins with it.
fn with(rest: &str) -> Read {
    let json = format!("{{\"charter\": 1, \"company\": {{\"names\": [\"דפי זהב\"]}},\n{rest}}}");
    Charter::read(&json).unwrap_or_else(|error| panic!("{error}"))
}

fn names(names: &[Name]) -> Vec<&str> {
    names.iter().flat_map(|name| [&name.name].into_iter().chain(&name.aliases)).map(|name| &**name).collect()
}

#[test]
fn least() {
    let read = Charter::read("\u{feff}{\"charter\": 1, \"company\": {\"names\": [\" דפי זהב\u{200f} \"]}}").unwrap();
    let (charter, default) = (read.charter, Charter::default_charter());
    assert_eq!(read.notes, []);
    assert!(!charter.is_default());
    assert_eq!(names(&charter.company.names), ["דפי זהב"]);
    assert_eq!((&charter.title, &charter.categories), (&default.title, &default.categories));
    assert_eq!((charter.version, charter.contact, charter.sites), (None, None, vec![]));
}

#[test]
fn the_embedded_default() {
    let charter = Charter::default_charter();
    assert!(charter.is_default());
    assert!(charter.company.brands.is_empty() && charter.people.is_empty() && charter.rules.is_empty());
    for (category, setting) in charter.categories.iter() {
        let spoken = Category::TEXT.contains(&category) || category == Category::BrandAccount;
        assert_eq!(setting.level, if spoken { Level::Warn } else { Level::Off }, "{category}");
    }
    assert_complete(&charter);
    let with_company = DEFAULT.replacen('{', r#"{"company": {"names": ["דפי זהב"]},"#, 1);
    let read = Charter::read(&with_company).unwrap();
    assert_eq!((read.notes, read.charter.categories), (vec![], charter.categories));
}

#[test]
fn golden_pages() {
    let Read { charter, notes } = Charter::read(GOLDEN_PAGES).unwrap();
    assert_eq!(notes, []);
    assert_complete(&charter);
    assert_eq!(names(&charter.company.names), ["דפי זהב", "Dapei Zahav", "Golden Pages"]);
    assert_eq!(names(&charter.company.brands), ["זהב לעסקים", "Zahav Business", "Goldy"]);
    assert_eq!(names(&charter.competitors), ["אינדקס כוכב", "Star Index", "מדריכון", "Madrichon", "LocalFind"]);
    assert_eq!(&*charter.company.official_accounts[0], "@goldenpages");
    assert_eq!(charter.contact.as_ref().map(|contact| contact.email.as_str()), Some("charter@example.com"));
    assert_eq!(charter.links.charter.as_deref(), Some("https://charter.example.com/"));
    assert_eq!(charter.clause(Category::DailyOperations, Lang::He), "עדכונים על הנעשה בשוטף בחברה.");
}

/// Both languages, really: Hebrew letters in Hebrew, none in English, and whole sentences.
fn assert_complete(charter: &Charter) {
    let is_hebrew = |text: &str| text.contains(|character| ('א'..='ת').contains(&character));
    for (category, setting) in charter.categories.iter() {
        for text in [&setting.clause, &setting.advice] {
            let (he, en) = (text.he.as_deref().unwrap(), text.en.as_deref().unwrap());
            assert!(is_hebrew(he) && !is_hebrew(en), "{category}: {he} {en}");
            assert!(he.ends_with(['.', '?']) && en.ends_with(['.', '?']), "{category}: {he} {en}");
        }
    }
}

#[test]
fn category_settings_fill_up_from_the_default() {
    let charter =
        with(r#""categories": {"finances": {"clause": {"he": "כסף נשאר בבית."}}, "ambassador": {"level": "notice"}}"#)
            .charter;
    let default = Charter::default_charter();
    assert_eq!(charter.level(Category::Finances), Level::Warn);
    assert_eq!(charter.level(Category::Ambassador), Level::Notice);
    assert_eq!(
        charter.clause(Category::Finances, Lang::En),
        "כסף נשאר בבית.",
        "the company's own words before neutral ones"
    );
    for (category, lang) in [(Category::Finances, Lang::He), (Category::Ambassador, Lang::En)] {
        assert_eq!(charter.advice(category, lang), default.advice(category, lang));
    }
}

#[test]
fn names_in_both_forms() {
    let charter = with(
        r#""people": ["דנה לוי", {"name": "Yossi Cohen", "aliases": ["Yossi"], "match": "exact", "with": ["boss"]}]"#,
    )
    .charter;
    assert_eq!(names(&charter.people), ["דנה לוי", "Yossi Cohen", "Yossi"]);
    assert_eq!((charter.people[0].match_, charter.people[1].match_), (MatchMode::Close, MatchMode::Exact));
    assert_eq!(&*charter.people[1].with[0], "boss");
}

#[test]
fn bad_rules_are_kept_with_their_place() {
    let charter = with("\"rules\": [ {\"id\": \"א\"}, 17,\n  \"no rule\", [{\"id\": 1, \"id\": 2}]]").charter;
    let rules: Vec<_> = charter.rules.iter().map(|rule| (rule.json(), rule.line(), rule.column())).collect();
    let expected =
        [("{\"id\": \"א\"}", 2, 12), ("17", 2, 25), ("\"no rule\"", 3, 3), ("[{\"id\": 1, \"id\": 2}]", 3, 14)];
    assert_eq!(rules, expected);
}

#[test]
fn notes() {
    let read = with(
        "\"hours\": {\"from\": \"09:00\"}, \"$schema\": 7,\n \"embargoes\": [1], \"encouraged\": [], \"links\": {},\n \"contact\": {\"email\": \"charter@\"}",
    );
    let notes: Vec<_> = read.notes.iter().map(ToString::to_string).collect();
    let expected = [
        "hours (line 2, column 10): this version of Amana does not use it yet",
        "embargoes (line 3, column 15): this version of Amana does not use it yet",
        "contact.email (line 4, column 23): \"charter@\" does not look like an e-mail address",
    ];
    assert_eq!(notes, expected);
}

#[test]
fn links() {
    let link = |address: &str| with(&format!("\"links\": {{\"charter\": \"{address}\"}}")).charter.links.charter;
    for good in ["https://a", "https://wiki.example.com:8443/a", "https://דוגמה.קום/אמנה?x=1#y"] {
        assert_eq!(link(good).as_deref(), Some(good));
    }
    assert!(with("\"links\": {}").charter.links.is_empty());
}

#[test]
fn e_mail_addresses() {
    let notes = |email: &str| with(&format!("\"contact\": {{\"email\": \"{email}\"}}")).notes.len();
    for good in ["a@b", "charter@example.com", "דנה@דוגמה.קום", "a.b+c@mail.example.co.il"] {
        assert_eq!(notes(good), 0, "{good}");
    }
    for odd in ["", "a", "@b", "a@", "a@b@c", "a @b", "a@b..c", "a@b."] {
        assert_eq!(notes(odd), 1, "{odd}");
    }
}

#[test]
fn ids_are_the_same_everywhere() {
    for category in Category::ALL {
        assert_eq!(serde_json::to_value(category).unwrap(), category.as_str());
        assert_eq!(category.as_str().parse(), Ok(category));
    }
    for level in [Level::Off, Level::Quiet, Level::Notice, Level::Warn] {
        assert_eq!(serde_json::to_value(level).unwrap(), level.as_str());
    }
    for lang in [Lang::He, Lang::En] {
        assert_eq!(serde_json::to_value(lang).unwrap(), lang.as_str());
    }
}

#[test]
fn hosts() {
    let pattern = |text: &str| text.parse::<MatchPattern>().unwrap();
    assert!(pattern("*://*/*").matches_host("anything.example"));
    assert!(pattern("https://X.com/*").matches_host("x.com"));
    assert!(!pattern("https://x.com/*").matches_host("www.x.com"));
    assert!(pattern("http://*.x.com/a?b=*").matches_host("a.b.x.com"));
    assert!(!pattern("https://*.x.com/*").matches_host(".com"));
}

#[test]
fn hashes() {
    let golden = Charter::read(GOLDEN_PAGES).unwrap().charter;
    let written = serde_json::to_string(&golden).unwrap();
    assert_eq!(Charter::read(&written).unwrap().charter, golden, "written, it is a charter again");
    let other = Charter::read(&GOLDEN_PAGES.replacen("CloudNest", "CloudNets", 1)).unwrap().charter;
    assert_ne!(other.hash(), golden.hash());
    let rule = |layout: &str| with(&format!("{layout}\"rules\": [{{\"id\": 1}}]")).charter.hash();
    assert_eq!(rule(""), rule("\n\n  "), "where a rule stands does not count");
    let least = with("\"categories\": {}").charter;
    let pinned = r#"{"charter":1,"title":{"en":"a"},"company":{"names":[{"name":"b","aliases":[],"match":"close","with":[]}],"brands":[],"official_accounts":[]},"people":[],"competitors":[],"customers":[],"suppliers":[],"projects":[],"categories":{"#;
    let one = Charter::read(r#"{"charter": 1, "title": {"en": "a"}, "company": {"names": ["b"]}}"#).unwrap().charter;
    assert!(serde_json::to_string(&one).unwrap().starts_with(pinned));
    assert_ne!(one.hash(), least.hash());
}
