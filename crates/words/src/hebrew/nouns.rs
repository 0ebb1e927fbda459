//! Nouns and adjectives: gender, number, construct state, possessive suffixes.

use super::{Form, Prefixes};

/// Suffixes of one owner on a singular noun: my, your, his, her, our, their.
const OWNER: [&str; 9] = ["י", "כ", "ו", "ה", "נו", "כמ", "כנ", "מ", "נ"];
/// The same on a plural noun, after its yod.
const OWNER_OF_MANY: [&str; 9] = ["", "כ", "ו", "ה", "נו", "כמ", "כנ", "המ", "הנ"];

/// Every form of a noun.
pub(super) fn noun(lemma: &str) -> Vec<Form> {
    let mut forms = vec![(lemma.to_owned(), Prefixes::ALL)];
    if let Some(base) = lemma.strip_suffix("ות") {
        owned(&mut forms, lemma);
        many_feminine(&mut forms, &format!("{base}וי"));
    } else if let Some(base) = lemma.strip_suffix('ת') {
        owned(&mut forms, lemma);
        many_feminine(&mut forms, base);
        many_feminine(&mut forms, lemma);
        many_masculine(&mut forms, lemma);
    } else if let Some(base) = lemma.strip_suffix('ה') {
        feminine_or_bare(&mut forms, base);
    } else {
        owned(&mut forms, lemma);
        many_masculine(&mut forms, lemma);
        many_feminine(&mut forms, lemma);
        feminine_person(&mut forms, lemma);
    }
    forms
}

/// Every form of an adjective.
pub(super) fn adjective(lemma: &str) -> Vec<Form> {
    if let Some(base) = lemma.strip_suffix('ה') {
        return adjective_in_he(lemma, base);
    }
    let endings =
        if lemma.ends_with('י') { ["", "ת", "מ", "ימ", "ות"] } else { ["", "ה", "ת", "ימ", "ות"] };
    let mut forms: Vec<Form> = endings.iter().map(|e| (format!("{lemma}{e}"), Prefixes::ALL)).collect();
    forms.push((format!("{lemma}י"), Prefixes::OWNED));
    forms
}

/// `קשה`: `קשים`, `קשות`; `גבוה`: `גבוהה`, `גבוהים`. Never without the ה: `חוק` is no form of `חוקה`.
fn adjective_in_he(lemma: &str, base: &str) -> Vec<Form> {
    let short = ["ת", "ימ", "ות"].iter().map(|e| format!("{base}{e}"));
    let long = ["", "ה", "ימ", "ות"].iter().map(|e| format!("{lemma}{e}"));
    short.chain(long).map(|form| (form, Prefixes::ALL)).collect()
}

/// `הנהלה`: `הנהלת`, `הנהלתנו`, `הנהלות`; `מחזה`: `מחזות`, `מחזהו`; `שנה`: `שנים`.
fn feminine_or_bare(forms: &mut Vec<Form>, base: &str) {
    owned(forms, &format!("{base}ת"));
    forms.push((format!("{base}ת"), Prefixes::OWNED));
    many_feminine(forms, base);
    if takes_masculine_plural(base) {
        many_masculine(forms, base);
    }
}

/// Of nouns in ה, short ones (`שנה`), those that begin with מ (`מקרה`) and participles (`קונה`) may have a plural in ים.
fn takes_masculine_plural(base: &str) -> bool {
    base.chars().count() == 2 || base.starts_with('מ') || base.chars().nth(1) == Some('ו')
}

/// `מנהל`: `מנהלת`, `מנהלות`; the feminine of a person's noun.
fn feminine_person(forms: &mut Vec<Form>, lemma: &str) {
    if lemma.chars().count() >= 4 {
        forms.push((format!("{lemma}ת"), Prefixes::ALL));
        forms.push((format!("{lemma}ית"), Prefixes::ALL));
    }
}

fn owned(forms: &mut Vec<Form>, stem: &str) {
    forms.extend(OWNER.iter().map(|s| (format!("{stem}{s}"), Prefixes::OWNED)));
}

fn many_masculine(forms: &mut Vec<Form>, stem: &str) {
    forms.push((format!("{stem}ימ"), Prefixes::ALL));
    forms.push((format!("{stem}יימ"), Prefixes::ALL));
    forms.extend(OWNER_OF_MANY.iter().map(|s| (format!("{stem}י{s}"), Prefixes::OWNED)));
}

fn many_feminine(forms: &mut Vec<Form>, stem: &str) {
    forms.push((format!("{stem}ות"), Prefixes::ALL));
    forms.extend(OWNER_OF_MANY.iter().map(|s| (format!("{stem}ותי{s}"), Prefixes::OWNED)));
}
