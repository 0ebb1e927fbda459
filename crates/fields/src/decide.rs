//! The judgement. In order: what is never read; what the site's file says; what is private; names; posts.

use crate::{Description, Guide, Neighbour, Role, Term, Words, terms::words};

impl Guide {
    /// Decides what a field on a page of `host` is.
    #[must_use]
    pub fn role(&self, field: &Description, host: &str) -> Role {
        let seen = Seen::of(self, field);
        if seen.is_refused() {
            return Role::None;
        }
        if let Some(kind) = self.sites_of(host, &field.around).find_map(|site| site.kind(field)) {
            return kind.role();
        }
        match () {
            () if seen.is_private() => Role::None,
            () if seen.is_name() => Role::Name,
            () if seen.is_post() => Role::Post,
            () => Role::None,
        }
    }
}

/// Inputs that can hold a post or a name.
const TEXT_TYPES: [&str; 3] = ["", "text", "textarea"];
/// ARIA roles of what is searched or counted with.
const NO_TEXT: [&str; 3] = ["searchbox", "spinbutton", "slider"];

/// A field with the words of its description.
struct Seen<'a> {
    guide: &'a Guide,
    field: &'a Description,
    /// What it is called: each attribute by itself.
    own: Vec<Vec<String>>,
    /// What is over its form.
    heading: Vec<String>,
    buttons: Vec<Vec<String>>,
    path: Vec<String>,
    title: Vec<String>,
}

/// What surroundings say of an account: it is made or changed here, somebody logs in here.
#[derive(Clone, Copy)]
struct Purpose {
    making: bool,
    log_in: bool,
}

impl<'a> Seen<'a> {
    fn of(guide: &'a Guide, field: &'a Description) -> Self {
        let own = [&field.name, &field.id, &field.testid, &field.label, &field.placeholder];
        Self {
            guide,
            field,
            own: own.into_iter().map(|text| guide.before_names(words(text))).filter(|own| !own.is_empty()).collect(),
            heading: words(&field.heading),
            buttons: field.buttons.iter().map(|text| words(text)).collect(),
            path: words(&field.path),
            title: words(&field.title),
        }
    }

    fn is_refused(&self) -> bool {
        let Description { type_, role, editable, .. } = self.field;
        let is_text = *editable || TEXT_TYPES.contains(&type_.as_str());
        !is_text || NO_TEXT.contains(&role.as_str()) || self.is_list() || self.is_secret()
    }

    /// A box over a list of things to choose from, unless it is one to write a post in, where names of people are offered.
    fn is_list(&self) -> bool {
        self.field.role == "combobox" && !(self.field.editable && self.is_called_post())
    }

    fn is_secret(&self) -> bool {
        self.is_filled_with(|tokens| &tokens.never) || self.is_called(|words| &words.never)
    }

    fn is_private(&self) -> bool {
        let parts = self.field.path.split('/').map(str::to_lowercase);
        let on_path = parts.into_iter().any(|part| self.guide.markup.path.private.contains(&part));
        on_path
            || self.is_called(|words| &words.private)
            || self.guide.terms(|words| &words.private).any(|term| term.is_among(&self.heading))
    }

    fn is_name(&self) -> bool {
        if self.field.multiline {
            return false;
        }
        if self.is_called(|words| &words.name) || self.is_filled_with(|tokens| &tokens.name) {
            return !self.is_for_logging_in();
        }
        let user_name = self.is_called(|words| &words.user_name) || self.is_filled_with(|tokens| &tokens.user_name);
        let alone = self.is_just_called(|words| &words.name_alone) || self.is_filled_with(|tokens| &tokens.name_alone);
        let user_name = user_name && !self.is_beside_old_password();
        (user_name || alone) && if self.may_be_post() { self.is_said_to_be_making() } else { self.is_for_making() }
    }

    /// A title is that of a post, unless it is said in words that something is made that has a name.
    fn may_be_post(&self) -> bool {
        self.is_just_called(|words| &words.post_alone)
    }

    fn is_said_to_be_making(&self) -> bool {
        self.form().making || self.is_titled(|words| &words.making)
    }

    fn is_post(&self) -> bool {
        self.field.multiline || self.field.editable || self.is_called_post()
    }

    fn is_called_post(&self) -> bool {
        self.is_called(|words| &words.post) || self.is_just_called(|words| &words.post_alone)
    }

    /// The form itself is believed before the page around it.
    fn is_for_making(&self) -> bool {
        match (self.form(), self.page()) {
            (form, _) if form.making != form.log_in => form.making,
            (_, page) => page.making && !page.log_in,
        }
    }

    fn is_for_logging_in(&self) -> bool {
        let form = self.form();
        form.log_in && !form.making
    }

    fn form(&self) -> Purpose {
        let says = |list: fn(&Words) -> &Vec<Term>| {
            self.guide
                .terms(list)
                .any(|term| term.is_among(&self.heading) || self.buttons.iter().any(|button| term.is_among(button)))
        };
        let beside = self.beside();
        Purpose {
            making: beside.making || !beside.log_in && says(|words| &words.making),
            log_in: beside.log_in || !beside.making && says(|words| &words.log_in),
        }
    }

    /// One password, where the form does not say that anything is made, is one that somebody has already.
    fn is_beside_old_password(&self) -> bool {
        let has_password = self.field.beside.iter().any(|neighbour| neighbour.type_ == "password");
        has_password && !self.form().making
    }

    /// A new password, or a password twice, is for a new account.
    fn beside(&self) -> Purpose {
        let beside = &self.field.beside;
        let tokens = &self.guide.markup.autocomplete;
        let filled = |wanted: &[String]| beside.iter().any(|n| n.tokens().any(|token| wanted.contains(&token)));
        let twice = beside.iter().filter(|neighbour| neighbour.type_ == "password").count() > 1;
        Purpose { making: twice || filled(&tokens.making), log_in: filled(&tokens.log_in) }
    }

    fn page(&self) -> Purpose {
        let paths = &self.guide.markup.path;
        let on_path = |terms: &[Term]| terms.iter().any(|term| term.is_among(&self.path));
        Purpose {
            making: on_path(&paths.making) || self.is_titled(|words| &words.making),
            log_in: on_path(&paths.log_in) || self.is_titled(|words| &words.log_in),
        }
    }

    fn is_titled(&self, list: fn(&Words) -> &Vec<Term>) -> bool {
        self.guide.terms(list).any(|term| term.is_among(&self.title))
    }

    fn is_called(&self, list: fn(&Words) -> &Vec<Term>) -> bool {
        self.guide.terms(list).any(|term| self.own.iter().any(|own| term.is_among(own)))
    }

    fn is_just_called(&self, list: fn(&Words) -> &Vec<Term>) -> bool {
        self.guide.terms(list).any(|term| self.own.iter().any(|own| term.is_all_of(own)))
    }

    fn is_filled_with(&self, list: fn(&crate::Autocomplete) -> &Vec<String>) -> bool {
        let wanted = list(&self.guide.markup.autocomplete);
        tokens(&self.field.autocomplete).any(|token| wanted.contains(&token))
    }
}

impl Guide {
    fn terms(&self, list: fn(&Words) -> &Vec<Term>) -> impl Iterator<Item = &Term> {
        self.words.iter().flat_map(list)
    }

    /// Leaves out somebody's name that a label ends in.
    fn before_names(&self, own: Vec<String>) -> Vec<String> {
        self.terms(|words| &words.before_a_name)
            .map(|term| term.up_to(&own))
            .min_by_key(|left| left.len())
            .map_or_else(|| own.clone(), <[String]>::to_vec)
    }
}

impl Neighbour {
    fn tokens(&self) -> impl Iterator<Item = String> {
        tokens(&self.autocomplete)
    }
}

fn tokens(autocomplete: &str) -> impl Iterator<Item = String> {
    autocomplete.split_ascii_whitespace().map(str::to_ascii_lowercase)
}
