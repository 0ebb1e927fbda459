//! What is known of single sites, held against a field.

use crate::{AccountPlace, Description, Element, FieldRule, Glob, Guide, Kind, Site};

impl Guide {
    /// The sites that the page may be of: by its host, or by what stands around the field.
    pub fn sites_of<'a>(&'a self, host: &'a str, around: &'a [Element]) -> impl Iterator<Item = &'a Site> {
        self.sites.iter().filter(move |site| site.is_at(host) || any(&site.markers, &marks(around)))
    }

    /// Where pages of this host show the name of the account that is signed in. Software that runs on any server is looked for too:
    /// what is not there is not found.
    #[must_use]
    pub fn account_places(&self, host: &str) -> Vec<&AccountPlace> {
        let known = self.sites.iter().any(|site| site.is_at(host));
        let sites = self.sites.iter().filter(|site| if known { site.is_at(host) } else { !site.markers.is_empty() });
        sites.flat_map(|site| &site.accounts).collect()
    }
}

impl Site {
    /// Whether pages of this host belong to the site.
    #[must_use]
    pub fn is_at(&self, host: &str) -> bool {
        self.matches.iter().any(|pattern| pattern.matches_host(host))
    }

    /// What the site's file says that the field is, if it says it.
    pub(crate) fn kind(&self, field: &Description) -> Option<Kind> {
        if self.private.iter().any(|path| path.fits(&field.path)) {
            return Some(Kind::Never);
        }
        self.fields.iter().find(|rule| rule.fits(field)).map(|rule| rule.is)
    }
}

impl FieldRule {
    /// What is asked of a field, each with what the field says to it, and with its name in the file.
    #[must_use]
    pub fn conditions<'a>(&'a self, field: &'a Description) -> [(&'static str, &'a [Glob], Vec<String>); 10] {
        let one = |text: &str| vec![text.to_owned()];
        [
            ("tag", &self.tag, one(&field.tag)),
            ("name", &self.name, one(&field.name)),
            ("id", &self.id, one(&field.id)),
            ("class", &self.class, field.class.split_whitespace().map(str::to_owned).collect()),
            ("testid", &self.testid, one(&field.testid)),
            ("label", &self.label, one(&field.label)),
            ("placeholder", &self.placeholder, one(&field.placeholder)),
            ("path", &self.path, one(&field.path)),
            ("heading", &self.heading, one(&field.heading)),
            ("around", &self.around, marks(&field.around)),
        ]
    }

    fn fits(&self, field: &Description) -> bool {
        self.conditions(field).iter().all(|(_, wanted, said)| wanted.is_empty() || any(wanted, said))
    }
}

fn any(wanted: &[Glob], said: &[String]) -> bool {
    said.iter().any(|text| wanted.iter().any(|glob| glob.fits(text)))
}

/// Elements as globs name them: `name`, `#id`, `.class`, `[test mark]`.
fn marks(elements: &[Element]) -> Vec<String> {
    elements.iter().flat_map(marks_of).collect()
}

fn marks_of(Element { tag, id, class, testid }: &Element) -> Vec<String> {
    let classes = class.split_whitespace().map(|class| format!(".{class}"));
    let named = [(id, format!("#{id}")), (testid, format!("[{testid}]")), (tag, tag.clone())];
    named.into_iter().filter(|(said, _)| !said.is_empty()).map(|(_, mark)| mark).chain(classes).collect()
}
