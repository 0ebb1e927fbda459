//! What a field is, from its description alone: its text is read only after this has said that it may be.
//!
//! Doubt means no: a post that is missed costs less than a password that is read.

use crate::wire::{Description, Role};

/// Kinds of input that can hold a post or a name.
const TEXT_TYPES: [&str; 3] = ["", "text", "textarea"];

/// Words in a field's description that forbid reading it, in English and Hebrew.
const NEVER: [&str; 38] = [
    "search",
    "query",
    "password",
    "passcode",
    "passwd",
    "otp",
    "one-time",
    "pin code",
    "cvv",
    "cvc",
    "card number",
    "cardnumber",
    "cc-",
    "iban",
    "credit",
    "payment",
    "coupon",
    "e-mail",
    "email",
    "phone",
    "tel-",
    "address-line",
    "street",
    "postal",
    "zip",
    "captcha",
    "direct message",
    "private message",
    "write a message",
    "type a message",
    "חיפוש",
    "סיסמה",
    "סיסמא",
    "אשראי",
    "דוא\"ל",
    "אימייל",
    "טלפון",
    "הודעה פרטית",
];

/// Parts of a page's path under which private messages are written.
const PRIVATE_PATHS: [&str; 7] = ["/messages", "/direct", "/messaging", "/inbox", "/chat", "/dm/", "/pm/"];

/// Words that tell an account's name.
const NAMES: [&str; 20] = [
    "username",
    "user name",
    "user_name",
    "screen name",
    "screen_name",
    "screenname",
    "display name",
    "display_name",
    "displayname",
    "handle",
    "nickname",
    "page name",
    "group name",
    "channel name",
    "blog name",
    "שם משתמש",
    "שם תצוגה",
    "כינוי",
    "שם הדף",
    "שם הקבוצה",
];

/// Words that tell a post in a single-line field.
const POSTS: [&str; 20] = [
    "post",
    "comment",
    "reply",
    "tweet",
    "status",
    "caption",
    "headline",
    "title",
    "write something",
    "what's on your mind",
    "what’s on your mind",
    "what's happening",
    "add a public",
    "תגובה",
    "פוסט",
    "כותרת",
    "סטטוס",
    "מה חדש",
    "על מה",
    "כתבו",
];

/// Decides what a field is.
pub(crate) fn role(field: &Description) -> Role {
    let own = [&field.autocomplete, &field.name, &field.id, &field.label, &field.placeholder]
        .map(|s| s.to_lowercase())
        .join(" ");
    let says = |words: &[&str]| words.iter().any(|w| own.contains(w));
    let text = field.editable || field.tag == "textarea" || TEXT_TYPES.contains(&field.type_.as_str());
    let log_in = field.autocomplete.contains("current-password")
        || (field.autocomplete.contains("username") && field.path.contains("login"));
    if !text || log_in || says(&NEVER) || matches!(field.role.as_str(), "searchbox" | "combobox" | "spinbutton") {
        return Role::None;
    }
    let private = PRIVATE_PATHS.iter().any(|p| field.path.contains(p));
    match () {
        () if !field.multiline && says(&NAMES) => Role::Name,
        () if private => Role::None,
        () if field.multiline || field.editable || says(&POSTS) => Role::Post,
        () => Role::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(json: &str) -> Role {
        role(&serde_json::from_str(json).unwrap())
    }

    #[test]
    fn post_boxes_are_read() {
        assert_eq!(of(r#"{"tag": "textarea", "multiline": true}"#), Role::Post);
        assert_eq!(
            of(r#"{"tag": "div", "editable": true, "multiline": true, "role": "textbox", "label": "Post text"}"#),
            Role::Post
        );
        assert_eq!(of(r#"{"tag": "input", "type": "text", "placeholder": "כתיבת תגובה…"}"#), Role::Post);
    }

    #[test]
    fn account_names_are_told_apart() {
        assert_eq!(of(r#"{"tag": "input", "type": "text", "label": "Display name"}"#), Role::Name);
        assert_eq!(of(r#"{"tag": "input", "type": "text", "placeholder": "שם משתמש"}"#), Role::Name);
    }

    #[test]
    fn what_is_private_is_never_read() {
        assert_eq!(of(r#"{"tag": "input", "type": "password"}"#), Role::None);
        assert_eq!(of(r#"{"tag": "input", "type": "search"}"#), Role::None);
        assert_eq!(of(r#"{"tag": "input", "type": "text", "placeholder": "Search posts"}"#), Role::None);
        assert_eq!(of(r#"{"tag": "textarea", "multiline": true, "path": "/messages/t/1"}"#), Role::None);
        assert_eq!(
            of(r#"{"tag": "input", "type": "text", "autocomplete": "username", "path": "/login", "name": "username"}"#),
            Role::None
        );
        assert_eq!(of(r#"{"tag": "input", "type": "text"}"#), Role::None);
    }
}
