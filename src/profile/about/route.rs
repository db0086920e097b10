//! How a career was learnt, found in somebody's own words.

use crate::guide::route::Route;

/// Finds the route in somebody's own words. Where several are named, study counts before the rest.
#[must_use]
pub fn read(text: &str) -> Option<Route> {
    let text = text.to_lowercase().replace("b.s", "bs").replace("m.s", "ms");
    let text = text.replace("b.a", "ba").replace("m.a", "ma").replace("ph.d", "phd");
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let begins = |starts: &[&str]| words.iter().any(|word| starts.iter().any(|s| word.starts_with(s)));
    let is = |names: &[&str]| words.iter().any(|word| names.contains(word));
    let is_degree =
        |word: &&str| DEGREES.iter().any(|start| word.starts_with(start)) || SHORT_DEGREES.contains(word);
    let denied = words.iter().enumerate().any(|(i, word)| {
        NEGATIONS.contains(word) && words.iter().skip(i + 1).take(DENIED_WITHIN).any(&is_degree)
    });
    let school = words.windows(2).any(|two| matches!(two, ["high", "school"]));
    let studied = words.iter().any(&is_degree);
    let is_close = begins(CLOSE_FIELDS) || is(&["it", "cs"]);
    let is_left = words.windows(2).any(|two| matches!(two, ["not", "finished" | "completed"]));
    if (begins(UNFINISHED) || is_left) && (studied || is_close)
        || denied && begins(&["unfinished", "dropped"])
    {
        return Some(Route::Unfinished);
    }
    if is(&["mba"]) && !denied {
        return Some(Route::OtherDegree);
    }
    if begins(VOCATIONAL) || is(&["hnd"]) {
        return Some(Route::Vocational);
    }
    if studied && !denied && !school {
        // A field that isn't known to be close is another one: whoever asks for a degree in the field should be asked first.
        let is_plain = |word: &&str| is_degree(word) || FILLERS.contains(word) || word.parse::<u32>().is_ok();
        let names_another = words.iter().any(|word| !is_plain(word));
        return Some(if names_another && !is_close { Route::OtherDegree } else { Route::Degree });
    }
    if begins(&["bootcamp"]) || words.windows(2).any(|two| matches!(two, ["boot", "camp" | "camps"])) {
        return Some(Route::Bootcamp);
    }
    let alone = denied || school || is(&["none", "no"]);
    (alone || begins(&["self", "taught", "autodidact", "online", "myself"])).then_some(Route::SelfTaught)
}

const DEGREES: &[&str] = &[
    "degree",
    "bachelor",
    "master",
    "diplom",
    "doctor",
    "universit",
    "bsc",
    "msc",
    "beng",
    "meng",
    "graduate",
    "licen",
];
const SHORT_DEGREES: &[&str] = &["bs", "ba", "ms", "ma", "phd", "uni"];
const NEGATIONS: &[&str] = &["no", "not", "without", "never", "don", "haven", "didn"];
/// A negation reaches this many words ahead.
const DENIED_WITHIN: usize = 5;
/// Words that name no field.
const FILLERS: &[&str] = &[
    "a",
    "an",
    "the",
    "of",
    "and",
    "my",
    "i",
    "have",
    "hold",
    "got",
    "s",
    "with",
    "from",
    "at",
    "since",
    "years",
    "year",
    "finished",
    "completed",
    "science",
    "sciences",
    "college",
    "first",
    "second",
    "honours",
    "hons",
    "full",
    "part",
    "time",
    "then",
    "bootcamp",
    "boot",
    "camp",
    "self",
    "taught",
    "work",
    "working",
    "later",
    "plus",
    "yes",
];
const UNFINISHED: &[&str] = &[
    "unfinished",
    "incomplete",
    "dropped",
    "dropout",
    "left",
    "partial",
    "half",
    "studying",
    "student",
    "enrolled",
];
const VOCATIONAL: &[&str] = &["apprentice", "vocational", "associate", "ausbildung", "foundation"];
const CLOSE_FIELDS: &[&str] =
    &["comput", "software", "informati", "mathemat", "maths", "physic", "electric", "electron", "data"];

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
