//! The words of `data/words/education.toml`, turned into constants when the program is built: reading an answer costs no parsing.

use std::collections::BTreeMap;
use std::fmt::Write;

/// The names of all lists.
const LISTS: [&str; 14] = [
    "degree_start",
    "degree",
    "other_degree",
    "close_field_start",
    "close_field",
    "no_field",
    "denial",
    "unfinished_start",
    "left_start",
    "vocational_start",
    "vocational",
    "bootcamp_start",
    "self_taught_start",
    "nothing",
];

/// The lists as Rust constants, each a text with a space between two words.
///
/// # Errors
/// What is wrong with the lists: one that is missing, unknown or empty, a word twice, or one with anything but lower-case letters
/// and digits.
pub fn as_constants(toml: &str) -> Result<String, String> {
    let lists: BTreeMap<String, Vec<String>> =
        toml::from_str(toml).map_err(|error| format!("data/words/education.toml: {error}"))?;
    let fault = |list: &str, problem: &str| Err(format!("data/words/education.toml: {list}: {problem}"));
    if let Some(unknown) = lists.keys().find(|name| !LISTS.contains(&name.as_str())) {
        return fault(unknown, "there is no such list");
    }
    let mut constants = String::new();
    for name in LISTS {
        let words = lists.get(name).map(Vec::as_slice).unwrap_or_default();
        let is_plain = |word: &String| {
            !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() && !c.is_uppercase())
        };
        if words.is_empty() {
            return fault(name, "the list is missing or empty");
        }
        if let Some(odd) = words.iter().find(|word| !is_plain(word)) {
            return fault(name, &format!("`{odd}` has more than lower-case letters and digits"));
        }
        if let Some((_, twice)) =
            words.iter().enumerate().find(|(i, word)| words.iter().take(*i).any(|other| other == *word))
        {
            return fault(name, &format!("`{twice}` is listed twice"));
        }
        // Writing to a text can't fail.
        let _ = writeln!(constants, "const {}: &str = {:?};", name.to_uppercase(), words.join(" "));
    }
    Ok(constants)
}

#[cfg(test)]
mod tests {
    use super::as_constants;

    const WORDS: &str = include_str!("../../../data/words/education.toml");

    #[test]
    fn the_words_of_the_program_are_sound() {
        let constants = as_constants(WORDS).expect("sound");
        assert!(constants.contains("const CLOSE_FIELD: &str = \"it cs\";\n"), "{constants}");
    }

    #[test]
    fn every_fault_of_the_words_is_told() {
        let changed = |from: &str, to: &str| as_constants(&WORDS.replace(from, to)).expect_err("a fault");
        assert!(changed("close_field = [\"it\", \"cs\"]", "").contains("close_field: the list is missing"));
        assert!(changed("\"mba\"", "").contains("other_degree: the list is missing or empty"));
        assert!(changed("\"mba\"", "\"mba\", \"mba\"").contains("`mba` is listed twice"));
        assert!(changed("\"mba\"", "\"MBA\"").contains("`MBA` has more than"));
        assert!(changed("\"mba\"", "\"m b a\"").contains("`m b a` has more than"));
        assert!(changed("nothing =", "nothings =").contains("nothings: there is no such list"));
        assert!(changed("nothing =", "nothing").contains("education.toml"));
    }
}
