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
    let denied =
        words.windows(3).any(|three| matches!(three[0], "no" | "without") && three[1..].contains(&"degree"))
            || words.windows(2).any(|two| matches!(two, ["no" | "without", "degree"]));
    let school = words.windows(2).any(|two| matches!(two, ["high", "school"]));
    let studied = begins(DEGREES) || is(SHORT_DEGREES);
    if begins(UNFINISHED) && studied || denied && begins(&["unfinished", "dropped"]) {
        return Some(Route::Unfinished);
    }
    if begins(VOCATIONAL) || is(&["hnd"]) {
        return Some(Route::Vocational);
    }
    if studied && !denied && !school {
        let is_close = begins(CLOSE_FIELDS) || is(&["it", "cs"]);
        let names_another = is(&["other", "another", "different", "unrelated"]) || words.contains(&"in");
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
            ("apprenticeship", Route::Vocational),
        ];
        for (text, route) in cases {
            assert_eq!(read(text), Some(route), "{text}");
        }
        assert_eq!(read("lots of reading"), None);
        assert_eq!(read(""), None);
    }
}
