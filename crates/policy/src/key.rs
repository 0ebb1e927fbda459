//! The keys of a policy, in one table: the schema, the templates for Windows and the doctor are made from it.

use amana_charter::Lang;

/// A key of a policy. Flat and few, since Chromium drops a whole key when anything inside it breaks the schema.
///
/// ```
/// use amana_policy::{Key, Kind};
/// assert_eq!(Key::named("sites_off"), Some(Key::SitesOff));
/// assert_eq!(Key::SitesOff.kind(), Kind::List);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// The charter, as one JSON text.
    Charter,
    /// The SHA-256 of that text, to know that it arrived whole.
    CharterSha256,
    /// The language to speak.
    Language,
    /// No category speaks louder than this.
    LevelCeiling,
    /// Switches that the employee does not have.
    Locked,
    /// Sites to offer beside the standard ones.
    SitesExtra,
    /// Sites where Amana stays off.
    SitesOff,
}

/// What a key holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A list of texts.
    List,
}

impl Key {
    /// Every key, by name.
    pub const ALL: [Self; 7] = [
        Self::Charter,
        Self::CharterSha256,
        Self::Language,
        Self::LevelCeiling,
        Self::Locked,
        Self::SitesExtra,
        Self::SitesOff,
    ];

    /// The key called `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.as_str() == name)
    }

    /// Its name in a policy.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Charter => "charter",
            Self::CharterSha256 => "charter_sha256",
            Self::Language => "language",
            Self::LevelCeiling => "level_ceiling",
            Self::Locked => "locked",
            Self::SitesExtra => "sites_extra",
            Self::SitesOff => "sites_off",
        }
    }

    /// What it holds.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self {
            Self::Charter | Self::CharterSha256 | Self::Language | Self::LevelCeiling => Kind::Text,
            Self::Locked | Self::SitesExtra | Self::SitesOff => Kind::List,
        }
    }

    /// What it is called where an administrator chooses it.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        let (he, en) = match self {
            Self::Charter => ("אמנת המדיה החברתית", "Social media charter"),
            Self::CharterSha256 => ("טביעת האמנה (SHA-256)", "SHA-256 of the charter"),
            Self::Language => ("שפה", "Language"),
            Self::LevelCeiling => ("רמה מרבית", "Highest level"),
            Self::Locked => ("מתגים נעולים", "Locked switches"),
            Self::SitesExtra => ("אתרים נוספים", "More sites"),
            Self::SitesOff => ("אתרים כבויים", "Sites left out"),
        };
        in_lang(lang, he, en)
    }

    /// What it does, in a sentence or two.
    #[must_use]
    pub fn about(self, lang: Lang) -> &'static str {
        let (he, en) = match self {
            Self::Charter => (
                "האמנה כולה, כטקסט JSON אחד. הפקודה amana policy export כותבת אותה לכאן; הפקודה amana charter check בודקת אותה.",
                "The whole charter, as one JSON text. The command amana policy export writes it here; amana charter check checks it.",
            ),
            Self::CharterSha256 => (
                "64 ספרות הקסדצימליות: SHA-256 של הטקסט שבמפתח charter. אמנה שלא הגיעה שלמה אינה נכנסת לתוקף.",
                "64 hexadecimal digits: the SHA-256 of the text under charter. A charter that did not arrive whole does not come into force.",
            ),
            Self::Language => (
                "he או en. בלי ערך: השפה שהעובד בחר, ואם לא בחר, שפת הדפדפן.",
                "he or en. Without it: the language that the employee chose, else the browser's.",
            ),
            Self::LevelCeiling => (
                "off, quiet, notice או warn: שום סעיף לא ידבר בקול רם מזה, מה שלא תאמר האמנה. quiet מתאים להרצה: סופרים במכשיר, ולא מציגים.",
                "off, quiet, notice or warn: no clause speaks louder, whatever the charter says. quiet suits a pilot: counted on the device, not shown.",
            ),
            Self::Locked => (
                "מתגים שאין לעובד: site (כיבוי באתר), language (בחירת שפה), add-site (הוספת אתר).",
                "Switches that the employee does not have: site (off on a site), language (choice of language), add-site (adding a site).",
            ),
            Self::SitesExtra => (
                "אתרים להציע מעבר לרשימה, כתבניות כגון https://*.example.com/*. העובד מאשר כל אחד בלחיצה אחת.",
                "Sites to offer beside the standard ones, as patterns such as https://*.example.com/*. The employee allows each with one click.",
            ),
            Self::SitesOff => (
                "אתרים שבהם Amana כבויה, כתבניות כגון https://*.example.com/*.",
                "Sites where Amana stays off, as patterns such as https://*.example.com/*.",
            ),
        };
        in_lang(lang, he, en)
    }
}

fn in_lang(lang: Lang, he: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::He => he,
        Lang::En => en,
    }
}
