//! What a field says about itself, and what comes of it.

use serde::{Deserialize, Serialize};

/// What a field says about itself and its surroundings, without its text. What is not said is empty.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Description {
    /// The element's name, lower case.
    pub tag: String,
    /// The `type` of an input.
    #[serde(rename = "type")]
    pub type_: String,
    /// The `autocomplete` attribute.
    pub autocomplete: String,
    /// The `name` attribute.
    pub name: String,
    /// The `id` attribute.
    pub id: String,
    /// The `class` attribute.
    pub class: String,
    /// What sites mark an element with for their own tests: `data-testid` and its like.
    pub testid: String,
    /// `aria-label`, the text that `aria-labelledby` points to, or that of its `<label>`.
    pub label: String,
    /// The hint in the empty field.
    pub placeholder: String,
    /// The ARIA role.
    pub role: String,
    /// Whether it is an editor rather than a box of text.
    pub editable: bool,
    /// Whether more than one line may be written.
    pub multiline: bool,
    /// The path of the page.
    pub path: String,
    /// The title of the page.
    pub title: String,
    /// What the form or dialog around it is called.
    pub heading: String,
    /// What is written on that form's buttons.
    pub buttons: Vec<String>,
    /// The other inputs of that form.
    pub beside: Vec<Neighbour>,
    /// The elements around it, the nearest first.
    pub around: Vec<Element>,
}

/// An input of the same form, without its value.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Neighbour {
    /// Its `type`.
    #[serde(rename = "type")]
    pub type_: String,
    /// Its `autocomplete` attribute.
    pub autocomplete: String,
}

/// An element around a field.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Element {
    /// Its name, lower case.
    pub tag: String,
    /// Its `id`.
    pub id: String,
    /// Its `class`.
    pub class: String,
    /// What the site marks it with for its own tests.
    pub testid: String,
}

/// What a field is: whether and as what it may be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// A post, a comment, a reply, a text about oneself.
    Post,
    /// The name of an account, a page, a group, a channel, a blog.
    Name,
    /// Not to be read.
    None,
}
