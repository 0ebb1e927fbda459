//! What a field is, from its description alone: its text is read only after this has said that it may be.
//!
//! The judgement itself is `amana-fields`; here it gets the words and sites that were compiled in.

use std::sync::LazyLock;

use amana_fields::{AccountPlace, Description, Guide, Role};

// The build read and wrote it: no empty guide can come of it.
static GUIDE: LazyLock<Guide> =
    LazyLock::new(|| Guide::from_blob(include_bytes!(concat!(env!("OUT_DIR"), "/fields.json"))).unwrap_or_default());

/// Decides what a field on a page of `host` is.
pub(crate) fn role(field: &Description, host: &str) -> Role {
    GUIDE.role(field, host)
}

/// Where pages of `host` show the name of the account that is signed in.
pub(crate) fn account_places(host: &str) -> Vec<&'static AccountPlace> {
    GUIDE.account_places(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guide_is_compiled_in() {
        assert!(!GUIDE.sites.is_empty() && !GUIDE.words.is_empty());
        assert!(!account_places("x.com").is_empty());
    }
}
