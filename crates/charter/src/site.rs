//! The sites that a charter names, as extensions write them.

use std::fmt;
use std::str::FromStr;

use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serialize};

/// An extension's match pattern for web pages, such as `https://*.example.com/*`, that both browsers take.
///
/// Narrower than what one browser alone would take: schemes `https`, `http` and `*` only, no port, no `<all_urls>`.
///
/// ```
/// use amana_charter::MatchPattern;
/// let pattern: MatchPattern = "https://*.x.com/*".parse()?;
/// assert!(pattern.matches_host("x.com") && pattern.matches_host("pro.X.com"));
/// assert!(!pattern.matches_host("netflix.com"));
///
/// let error = "x.com".parse::<MatchPattern>().unwrap_err();
/// assert_eq!(error.to_string(), r#"the pattern has no scheme; write "https://x.com/*""#);
/// # Ok::<(), amana_charter::PatternError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct MatchPattern(String);

impl MatchPattern {
    /// The pattern as the manifest and the permissions API want it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether pages of this host (without a port) can match.
    #[must_use]
    pub fn matches_host(&self, host: &str) -> bool {
        let host = host.to_ascii_lowercase();
        let wanted = parts(&self.0).map_or("", |(_, host, _)| host).to_ascii_lowercase();
        match wanted.strip_prefix("*.") {
            Some(domain) => host == domain || host.strip_suffix(domain).is_some_and(|sub| sub.ends_with('.')),
            None => wanted == "*" || wanted == host,
        }
    }
}

impl fmt::Display for MatchPattern {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl FromStr for MatchPattern {
    type Err = PatternError;

    fn from_str(text: &str) -> Result<Self, PatternError> {
        let Some((scheme, host, path)) = parts(text) else {
            return Err(PatternError::new("the pattern has no scheme", suggestion(text)));
        };
        if !matches!(scheme, "https" | "http" | "*") {
            return Err(PatternError::new("the scheme is not that of a web page", "\"https://\" in its place"));
        }
        check_host(host)?;
        if path.is_empty() {
            return Err(PatternError::new("the pattern has no path", suggestion(text)));
        }
        if path.contains(|character: char| character.is_whitespace() || character.is_control()) {
            return Err(PatternError::new("there is a space in the pattern", "%20 in its place"));
        }
        Ok(Self(text.to_owned()))
    }
}

impl<'de> Deserialize<'de> for MatchPattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wrong = |error: PatternError| Error::invalid_value(Unexpected::Other(error.found), &error.instead.as_str());
        text.parse().map_err(wrong)
    }
}

/// What keeps a text from being a [`MatchPattern`], and what to write instead.
///
/// ```
/// use amana_charter::MatchPattern;
/// let error = "https://x.com:8443/*".parse::<MatchPattern>().unwrap_err();
/// assert_eq!(error.to_string(), "the host has a port, which match patterns do not take; write it without");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{found}; write {instead}")]
pub struct PatternError {
    found: &'static str,
    instead: String,
}

impl PatternError {
    fn new(found: &'static str, instead: impl Into<String>) -> Self {
        Self { found, instead: instead.into() }
    }
}

/// Scheme, host and path; the path begins with its slash.
fn parts(text: &str) -> Option<(&str, &str, &str)> {
    let (scheme, rest) = text.split_once("://")?;
    let (host, path) = rest.split_at_checked(rest.find('/').unwrap_or(rest.len()))?;
    Some((scheme, host, path))
}

fn check_host(host: &str) -> Result<(), PatternError> {
    let domain = host.strip_prefix("*.").unwrap_or(host);
    if host == "*" || domain.split('.').all(is_label) {
        return Ok(());
    }
    Err(if host.is_empty() {
        PatternError::new("the pattern has no host", r#"one, such as "https://*.example.com/*""#)
    } else if domain.contains('*') {
        PatternError::new("a * stands inside the host", r#"it first only, such as "https://*.example.com/*""#)
    } else if domain.contains(':') {
        PatternError::new("the host has a port, which match patterns do not take", "it without")
    } else {
        let found = "the host is not made of letters a-z, digits, hyphens and dots";
        PatternError::new(found, "other letters in their xn-- form")
    })
}

fn is_label(label: &str) -> bool {
    !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// What the author of an unfinished pattern probably wants.
fn suggestion(text: &str) -> String {
    let host = text.split_once("://").map_or(text, |(_, rest)| rest).split('/').next().unwrap_or_default();
    match check_host(host) {
        Ok(()) => format!("\"https://{host}/*\""),
        Err(_) => r#"one such as "https://*.example.com/*""#.to_owned(),
    }
}
