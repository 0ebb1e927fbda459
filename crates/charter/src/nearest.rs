//! What someone may have meant who wrote a word that is not known.

/// Longer words are compared by their beginning: no key is as long.
const COMPARED: usize = 40;

/// Advice for one who wrote `found` where one of `known` belongs.
pub(crate) fn choose(found: &str, known: &[&str]) -> String {
    let list = list(known);
    match nearest(found, known) {
        Some(word) => format!("did you mean \"{word}\"? Known here: {list}"),
        None => format!("write one of {list}"),
    }
}

/// The known words, quoted, without those that are for editors only.
pub(crate) fn list(known: &[&str]) -> String {
    let for_people = known.iter().filter(|word| !word.starts_with('$'));
    for_people.map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
}

/// The known word that a slip or two away would be `found`.
fn nearest<'a>(found: &str, known: &[&'a str]) -> Option<&'a str> {
    let found: String = found.to_lowercase().chars().take(COMPARED).collect();
    let slips = 1 + found.chars().count() / 4;
    let distances = known.iter().map(|word| (strsim::osa_distance(&found, word), *word));
    distances.filter(|(distance, _)| *distance <= slips).min().map(|(_, word)| word)
}
