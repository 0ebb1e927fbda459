//! Verbs: the common binyanim by tense, person, gender and number.
//!
//! The binyan is read off the lemma's shape. A shape that two binyanim share gets the forms of both.

use super::{Form, Prefixes};

/// Every form of a verb.
pub(super) fn verb(lemma: &str) -> Vec<Form> {
    let letters: Vec<char> = lemma.chars().collect();
    let mut forms = Forms(Vec::new());
    forms.add(lemma);
    conjugate(&mut forms, &letters);
    forms.0
}

/// Reads the binyan off the shape.
fn conjugate(forms: &mut Forms, letters: &[char]) {
    match letters {
        ['ה', 'ת', _, _, _, ..]
        | ['ה', 'ס' | 'ש', 'ת', _, _, ..]
        | ['ה', 'ז', 'ד', _, _, ..]
        | ['ה', 'צ', 'ט', _, _, ..]
            if !is_hifil(letters) =>
        {
            hitpael(forms, letters);
        }
        ['ה', .., 'י', _] if letters.len() >= 4 => hifil(forms, letters),
        ['ה', 'ו', _, _, ..] if letters.last() != Some(&'ה') => hufal(forms, letters),
        ['ה', _, _, .., 'ה'] => hifil_weak(forms, letters),
        ['נ', 'ו', _, _] => nifal(forms, letters),
        ['נ', second, _, _, ..] if *second != 'י' => nifal(forms, letters),
        [_, 'י', _, _, ..] => piel(forms, letters),
        [_, _, _, _, ..] => prefixed(forms, letters),
        ['ה', _, _] => {
            hifil_short(forms, letters);
            paal(forms, letters);
        }
        [_, _, _] => paal(forms, letters),
        [first, second] => hollow(forms, *first, *second),
        _ => {}
    }
}

/// `התחיל` and `השתיק` begin like hitpael.
fn is_hifil(letters: &[char]) -> bool {
    matches!(letters, ['ה', _, _, 'י', _])
}

/// `התפטר`: `מתפטר`, `יתפטר`, `להתפטר`.
fn hitpael(forms: &mut Forms, letters: &[char]) {
    let stem = text(letters.get(1..).unwrap_or_default());
    forms.past(&text(letters));
    forms.present(&format!("מ{stem}"));
    forms.future(&stem);
    forms.infinitive(&format!("ה{stem}"));
}

/// `הפעיל`: `הפעלתי`, `מפעיל`, `יפעיל`, `להפעיל`.
fn hifil(forms: &mut Forms, letters: &[char]) {
    let stem = text(letters.get(1..).unwrap_or_default());
    let short: String = without(letters.get(1..).unwrap_or_default(), letters.len().saturating_sub(3));
    forms.past(&text(letters));
    forms.past_spoken(&format!("ה{short}"));
    forms.present(&format!("מ{stem}"));
    forms.future(&stem);
    forms.infinitive(&format!("ה{stem}"));
}

/// `הופסק`: `מופסק`, `יופסק`.
fn hufal(forms: &mut Forms, letters: &[char]) {
    let stem = text(letters.get(1..).unwrap_or_default());
    forms.past(&text(letters));
    forms.present(&format!("מ{stem}"));
    forms.future(&stem);
}

/// `הפנה`: `הפניתי`, `מפנה`, `יפנה`, `להפנות`.
fn hifil_weak(forms: &mut Forms, letters: &[char]) {
    let base = text(letters.get(1..letters.len() - 1).unwrap_or_default());
    forms.past_weak(&format!("ה{base}"));
    forms.present_weak(&format!("מ{base}"));
    forms.future_weak(&base);
    forms.infinitive(&format!("ה{base}ות"));
}

/// `הגן`: `מגן`, `יגן`, `להגן`.
fn hifil_short(forms: &mut Forms, letters: &[char]) {
    let stem = text(letters.get(1..).unwrap_or_default());
    forms.past(&text(letters));
    forms.present(&format!("מ{stem}"));
    forms.future(&stem);
    forms.infinitive(&text(letters));
}

/// `נשבר`: `נשברים`, `יישבר`, `להישבר`; `נבנה`: `נבניתי`, `ייבנה`, `להיבנות`; `נוצר`: `ייווצר`.
fn nifal(forms: &mut Forms, letters: &[char]) {
    let stem = text(letters.get(1..).unwrap_or_default());
    if let Some(base) = stem.strip_suffix('ה') {
        forms.past_weak(&format!("נ{base}"));
        forms.present_weak(&format!("נ{base}"));
        forms.add(&format!("נ{base}ית"));
        forms.future_weak(base);
        forms.future_weak(&format!("י{base}"));
        forms.infinitive(&format!("הי{base}ות"));
    } else {
        forms.past(&text(letters));
        forms.present(&text(letters));
        forms.future(&stem);
        forms.future(&format!("י{stem}"));
        forms.infinitive(&format!("הי{stem}"));
    }
}

/// `פיטר`: `מפטר`, `יפטר`, `לפטר`; `שינה`: `משנה`, `לשנות`.
fn piel(forms: &mut Forms, letters: &[char]) {
    let stem = without(letters, 1);
    if let Some(base) = stem.strip_suffix('ה') {
        let long: String = text(letters.get(..letters.len() - 1).unwrap_or_default());
        forms.past_weak(&long);
        forms.present_weak(&format!("מ{base}"));
        forms.future_weak(base);
        forms.infinitive(&format!("{base}ות"));
    } else {
        forms.past(&text(letters));
        forms.prefixed_tenses(&stem);
    }
}

/// `תרגם`, `שוחח`, `פוטר`: the stem stays.
fn prefixed(forms: &mut Forms, letters: &[char]) {
    let stem = text(letters);
    if let Some(base) = stem.strip_suffix('ה') {
        forms.past_weak(base);
        forms.present_weak(&format!("מ{base}"));
        forms.future_weak(base);
        forms.infinitive(&format!("{base}ות"));
    } else {
        forms.past(&stem);
        forms.prefixed_tenses(&stem);
    }
}

/// `שמר`: `שומר`, `ישמור`, `לשמור`; `קנה`: `קונה`, `קניתי`, `לקנות`; and roots that lose their first letter.
fn paal(forms: &mut Forms, letters: &[char]) {
    let [a, b, c] = letters else { return };
    if *c == 'ה' {
        forms.past_weak(&format!("{a}{b}"));
        forms.present_weak(&format!("{a}ו{b}"));
        forms.future_weak(&format!("{a}{b}"));
        forms.infinitive(&format!("{a}{b}ות"));
        return;
    }
    forms.past(&text(letters));
    forms.present(&format!("{a}ו{b}{c}"));
    forms.future(&text(letters));
    forms.future(&format!("{a}{b}ו{c}"));
    forms.infinitive(&format!("{a}{b}ו{c}"));
    forms.infinitive(&text(letters));
    losing_first(forms, *a, *b, *c);
}

/// `נפל`: `יפול`; `ירד`: `תרד`, `לרדת`; `הלך`: `ילך`, `ללכת`; `לקח`: `ייקח`; `אמר`: `לומר`.
fn losing_first(forms: &mut Forms, a: char, b: char, c: char) {
    if matches!(a, 'נ' | 'י') || matches!((a, b, c), ('ה', 'ל', 'כ') | ('ל', 'ק', 'ח')) {
        for stem in [format!("{b}{c}"), format!("י{b}{c}"), format!("{b}ו{c}"), format!("י{b}ו{c}")] {
            forms.future(&stem);
        }
        forms.infinitive(&format!("{b}{c}ת"));
        forms.infinitive(&format!("י{b}ו{c}"));
    }
    if a == 'א' {
        forms.infinitive(&format!("ו{b}{c}"));
        forms.add(&format!("או{b}{c}"));
    }
    if (a, b, c) == ('נ', 'ת', 'נ') {
        forms.infinitive("תת");
        forms.past_spoken("נת");
    }
}

/// `קם`: `קמתי`, `יקום`, `לקום`; `שם`: `ישים`.
fn hollow(forms: &mut Forms, first: char, second: char) {
    let stem = format!("{first}{second}");
    forms.past(&stem);
    forms.present(&stem);
    for middle in ['ו', 'י'] {
        forms.future(&format!("{first}{middle}{second}"));
        forms.infinitive(&format!("{first}{middle}{second}"));
    }
}

/// Collects forms; a tense is a set of endings.
struct Forms(Vec<Form>);

impl Forms {
    fn add(&mut self, form: &str) {
        self.0.push((form.to_owned(), Prefixes::CONJUNCTIONS));
    }

    fn each(&mut self, stem: &str, endings: &[&str]) {
        endings.iter().for_each(|e| self.add(&format!("{stem}{e}")));
    }

    fn past(&mut self, stem: &str) {
        self.each(stem, &["", "ה", "ו"]);
        self.past_spoken(stem);
    }

    /// First and second person.
    fn past_spoken(&mut self, stem: &str) {
        self.each(stem, &["תי", "ת", "נו", "תמ", "תנ"]);
    }

    fn past_weak(&mut self, base: &str) {
        self.each(base, &["ה", "תה", "יתי", "ית", "ינו", "יתמ", "יתנ", "ו"]);
    }

    /// A participle is a noun too.
    fn present(&mut self, stem: &str) {
        let endings = ["", "ת", "ה", "ימ", "ות"];
        self.0.extend(endings.iter().map(|e| (format!("{stem}{e}"), Prefixes::ALL)));
    }

    fn present_weak(&mut self, base: &str) {
        self.0.extend(["ה", "ימ", "ות"].iter().map(|e| (format!("{base}{e}"), Prefixes::ALL)));
    }

    fn future(&mut self, stem: &str) {
        for person in ["א", "ת", "י", "נ"] {
            self.add(&format!("{person}{stem}"));
        }
        for many in [format!("ת{stem}י"), format!("ת{stem}ו"), format!("י{stem}ו"), format!("ת{stem}נה")] {
            self.add(&many);
        }
    }

    fn future_weak(&mut self, base: &str) {
        for person in ["א", "ת", "י", "נ"] {
            self.add(&format!("{person}{base}ה"));
        }
        for many in [format!("ת{base}י"), format!("ת{base}ו"), format!("י{base}ו")] {
            self.add(&many);
        }
    }

    fn infinitive(&mut self, stem: &str) {
        self.add(&format!("ל{stem}"));
    }

    /// Present, future and infinitive of one stem, as in piel.
    fn prefixed_tenses(&mut self, stem: &str) {
        self.present(&format!("מ{stem}"));
        self.future(stem);
        self.infinitive(stem);
    }
}

fn text(letters: &[char]) -> String {
    letters.iter().collect()
}

fn without(letters: &[char], index: usize) -> String {
    letters.iter().enumerate().filter(|(i, _)| *i != index).map(|(_, c)| *c).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(lemma: &str, forms: &[&str]) {
        let all = verb(lemma);
        for form in forms {
            assert!(all.iter().any(|(f, _)| f == form), "{lemma}: {form} is missing");
        }
    }

    #[test]
    fn conjugates_the_common_binyanim() {
        has("פיטר", &["פיטרו", "פיטרתי", "מפטרימ", "יפטרו", "לפטר"]);
        has("סגר", &["סגרנו", "סוגר", "סוגרת", "נסגור", "יסגרו", "לסגור"]);
        has("קנה", &["קנינו", "קנתה", "קונימ", "נקנה", "לקנות"]);
        has("הפסיק", &["הפסקנו", "מפסיק", "יפסיקו", "להפסיק"]);
        has("התפטר", &["התפטרתי", "מתפטרת", "תתפטר", "להתפטר"]);
        has("נשבר", &["נשברה", "נשברות", "ישבר", "להישבר"]);
        has("הלכ", &["הולכ", "אלכ", "ילכו", "ללכת"]);
        has("נתנ", &["נתתי", "לתת", "יתנו"]);
        has("קמ", &["קמתי", "יקומ", "לקומ"]);
        has("שינה", &["שינו", "משנימ", "לשנות", "ישנה"]);
        has("הפנה", &["הפניתי", "מפנה", "להפנות"]);
        has("נבנה", &["נבנו", "נבנית", "להיבנות"]);
    }
}
