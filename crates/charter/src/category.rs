//! The closed set of what a charter has clauses about, and how loudly each is spoken of.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize, Serializer};

use crate::LocalText;
use crate::nearest;

/// What a clause is about. The ids are permanent.
///
/// ```
/// use amana_charter::Category;
/// assert_eq!("brand-account".parse(), Ok(Category::BrandAccount));
/// assert_eq!(Category::TimeOnNetworks.to_string(), "time-on-networks");
/// assert!(Category::TEXT.contains(&Category::Finances));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// Updates on the day-to-day goings-on in the company.
    DailyOperations,
    /// What is in the company's business development.
    BusinessDevelopment,
    /// Financial matters of the company, its customers and its suppliers.
    Finances,
    /// Disrespect towards competitors.
    Competitors,
    /// Disrespect towards colleagues.
    Colleagues,
    /// Accounts that use the company's name or a brand of it.
    BrandAccount,
    /// A private account that speaks of the company by name.
    Ambassador,
    /// Time spent on the networks.
    TimeOnNetworks,
}

impl Category {
    /// Every category, in the order in which people read them.
    pub const ALL: [Self; 8] = [
        Self::DailyOperations,
        Self::BusinessDevelopment,
        Self::Finances,
        Self::Competitors,
        Self::Colleagues,
        Self::BrandAccount,
        Self::Ambassador,
        Self::TimeOnNetworks,
    ];

    /// The five that the text of a post touches.
    pub const TEXT: [Self; 5] =
        [Self::DailyOperations, Self::BusinessDevelopment, Self::Finances, Self::Competitors, Self::Colleagues];

    /// Its id.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DailyOperations => "daily-operations",
            Self::BusinessDevelopment => "business-development",
            Self::Finances => "finances",
            Self::Competitors => "competitors",
            Self::Colleagues => "colleagues",
            Self::BrandAccount => "brand-account",
            Self::Ambassador => "ambassador",
            Self::TimeOnNetworks => "time-on-networks",
        }
    }
}

impl fmt::Display for Category {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for Category {
    type Err = UnknownCategory;

    fn from_str(text: &str) -> Result<Self, UnknownCategory> {
        let found = Self::ALL.into_iter().find(|category| category.as_str() == text);
        found.ok_or_else(|| UnknownCategory(nearest::choose(text, &Self::ALL.map(Self::as_str))))
    }
}

/// A category id that there is not.
///
/// ```
/// use amana_charter::Category;
/// let error = "finance".parse::<Category>().unwrap_err();
/// assert!(error.to_string().starts_with("no such category; did you mean \"finances\"?"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no such category; {0}")]
pub struct UnknownCategory(String);

/// How loudly a category speaks; the later, the louder.
///
/// ```
/// use amana_charter::Level;
/// assert!(Level::Off < Level::Quiet && Level::Quiet < Level::Notice && Level::Notice < Level::Warn);
/// assert_eq!(Level::Quiet.as_str(), "quiet");
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Not looked for.
    #[default]
    Off,
    /// Counted on the device and not shown: for pilots.
    Quiet,
    /// Shown gently.
    Notice,
    /// Shown as a warning.
    Warn,
}

impl Level {
    /// Its id.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Quiet => "quiet",
            Self::Notice => "notice",
            Self::Warn => "warn",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// How loudly a category speaks, and what it says.
///
/// ```
/// use amana_charter::{Category, Charter, Lang};
/// let charter = Charter::default_charter();
/// let setting = charter.categories.get(Category::Finances);
/// assert_eq!(setting.level.as_str(), "warn");
/// assert!(setting.clause.get(Lang::He).is_some());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CategorySetting {
    /// How loudly.
    pub level: Level,
    /// The charter's sentence.
    pub clause: LocalText,
    /// What to ask oneself, or to do instead.
    pub advice: LocalText,
}

/// A setting for each category there is.
///
/// ```
/// use amana_charter::{Charter, Level};
/// let charter = Charter::default_charter();
/// let off = charter.categories.iter().filter(|(_, setting)| setting.level == Level::Off);
/// assert_eq!(off.count(), 2);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Categories([CategorySetting; 8]);

impl Categories {
    /// The setting of one category.
    #[must_use]
    pub fn get(&self, category: Category) -> &CategorySetting {
        let [daily, development, finances, competitors, colleagues, account, ambassador, time] = &self.0;
        match category {
            Category::DailyOperations => daily,
            Category::BusinessDevelopment => development,
            Category::Finances => finances,
            Category::Competitors => competitors,
            Category::Colleagues => colleagues,
            Category::BrandAccount => account,
            Category::Ambassador => ambassador,
            Category::TimeOnNetworks => time,
        }
    }

    /// Every category with its setting, in the order of [`Category::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Category, &CategorySetting)> {
        Category::ALL.into_iter().zip(&self.0)
    }

    /// These settings, none louder than `ceiling`.
    pub(crate) fn lowered_to(mut self, ceiling: Level) -> Self {
        self.0.iter_mut().for_each(|setting| setting.level = setting.level.min(ceiling));
        self
    }

    /// These settings with what a charter says otherwise.
    pub(crate) fn with(&self, mut changes: BTreeMap<Category, Change>) -> Self {
        let changed = |category| changes.remove(&category).unwrap_or_default().over(self.get(category));
        Self(Category::ALL.map(changed))
    }
}

impl Serialize for Categories {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// What a charter says about one category; the rest it takes from the embedded default.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default, expecting = r#"an object such as {"level": "warn"}"#)]
pub(crate) struct Change {
    level: Option<Level>,
    clause: Option<LocalText>,
    advice: Option<LocalText>,
}

impl Change {
    fn over(self, base: &CategorySetting) -> CategorySetting {
        CategorySetting {
            level: self.level.unwrap_or(base.level),
            clause: self.clause.unwrap_or_else(|| base.clause.clone()),
            advice: self.advice.unwrap_or_else(|| base.advice.clone()),
        }
    }
}
