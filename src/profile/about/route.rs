//! How a career was learnt, found in somebody's own words.

use crate::guide::route::Route;

include!(concat!(env!("OUT_DIR"), "/route_words.rs"));

/// A denial reaches this many words ahead.
const DENIED_WITHIN: usize = 5;

/// Whether a list of words, a space between two of them, has this one.
fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|other| other == word)
}

/// Whether a word begins as one of a list does.
fn begins(list: &str, word: &str) -> bool {
    list.split(' ').any(|start| word.starts_with(start))
}

/// Finds the route in somebody's own words. Where several are named, study counts before the rest.
#[must_use]
pub fn read(text: &str) -> Option<Route> {
    let text = text.to_lowercase().replace("b.s", "bs").replace("m.s", "ms");
    let text = text.replace("b.a", "ba").replace("m.a", "ma").replace("ph.d", "phd");
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let any_begins = |list: &str| words.iter().any(|word| begins(list, word));
    let any_is = |list: &str| words.iter().any(|word| has(list, word));
    let is_degree = |word: &&str| begins(DEGREE_START, word) || has(DEGREE, word);
    let denied = words
        .iter()
        .enumerate()
        .any(|(i, word)| has(DENIAL, word) && words.iter().skip(i + 1).take(DENIED_WITHIN).any(&is_degree));
    let school = words.windows(2).any(|two| matches!(two, ["high", "school"]));
    let studied = words.iter().any(&is_degree);
    let is_close = any_begins(CLOSE_FIELD_START) || any_is(CLOSE_FIELD);
    let is_left = words.windows(2).any(|two| matches!(two, ["not", "finished" | "completed"]));
    if (any_begins(UNFINISHED_START) || is_left) && (studied || is_close) || denied && any_begins(LEFT_START)
    {
        return Some(Route::Unfinished);
    }
    if any_is(OTHER_DEGREE) && !denied {
        return Some(Route::OtherDegree);
    }
    if any_begins(VOCATIONAL_START) || any_is(VOCATIONAL) {
        return Some(Route::Vocational);
    }
    if studied && !denied && !school {
        // A field that isn't known to be close is another one: whoever asks for a degree in the field should be asked first.
        let is_plain = |word: &&str| is_degree(word) || has(NO_FIELD, word) || word.parse::<u32>().is_ok();
        let names_another = words.iter().any(|word| !is_plain(word));
        return Some(if names_another && !is_close { Route::OtherDegree } else { Route::Degree });
    }
    if any_begins(BOOTCAMP_START) || words.windows(2).any(|two| matches!(two, ["boot", "camp" | "camps"])) {
        return Some(Route::Bootcamp);
    }
    let alone = denied || school || any_is(NOTHING);
    (alone || any_begins(SELF_TAUGHT_START)).then_some(Route::SelfTaught)
}

#[cfg(test)]
mod tests {
    use super::{Route, read};

    #[test]
    fn a_route_is_found_in_own_words() {
        let cases = [
            ("BSc Computer Science", Route::Degree),
            ("B.Sc. in Informatics", Route::Degree),
            ("degree", Route::Degree),
            ("Diploma in Computer Science", Route::Degree),
            ("Taught himself; a degree in geography", Route::OtherDegree),
            ("degree in another field", Route::OtherDegree),
            ("Full-stack bootcamp, 20 weeks, ended in March 2026", Route::Bootcamp),
            ("no degree, boot camp", Route::Bootcamp),
            ("self-taught", Route::SelfTaught),
            ("without a degree", Route::SelfTaught),
            ("high school diploma", Route::SelfTaught),
            ("unfinished degree", Route::Unfinished),
            ("studying for a bachelor's", Route::Unfinished),
            ("studying computer science, second year", Route::Unfinished),
            ("Computer Science (unfinished)", Route::Unfinished),
            ("bachelor, not finished", Route::Unfinished),
            ("I have no computer science degree", Route::SelfTaught),
            ("Not a degree in CS", Route::SelfTaught),
            ("Master of Arts, history", Route::OtherDegree),
            ("nursing degree", Route::OtherDegree),
            ("MBA", Route::OtherDegree),
            ("a degree, then a bootcamp", Route::Degree),
            ("BSc, 2015", Route::Degree),
            ("apprenticeship", Route::Vocational),
        ];
        for (text, route) in cases {
            assert_eq!(read(text), Some(route), "{text}");
        }
        assert_eq!(read("lots of reading"), None);
        assert_eq!(read(""), None);
    }
}
