//! How a career was learnt, found in somebody's own words.

/// How the career was learnt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// A degree in computing or close to it, or one whose subject isn't said.
    Degree,
    /// A degree in another field.
    OtherDegree,
    /// An apprenticeship or a shorter course of study with a certificate.
    Vocational,
    /// A degree that isn't finished, or not yet.
    Unfinished,
    /// A bootcamp.
    Bootcamp,
    /// Self-taught.
    SelfTaught,
}

impl Route {
    /// In words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Degree => "degree",
            Self::OtherDegree => "degree in another field",
            Self::Vocational => "vocational",
            Self::Unfinished => "unfinished degree",
            Self::Bootcamp => "bootcamp",
            Self::SelfTaught => "self-taught",
        }
    }

    /// Finds the route in somebody's own words. Where several are named, the one that opens most doors counts.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.to_lowercase().replace("b.s", "bs").replace("m.s", "ms");
        let text = text.replace("b.a", "ba").replace("m.a", "ma").replace("ph.d", "phd");
        let words: Vec<&str> =
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let begins = |starts: &[&str]| words.iter().any(|word| starts.iter().any(|s| word.starts_with(s)));
        let is = |names: &[&str]| words.iter().any(|word| names.contains(word));
        let denied = words
            .windows(3)
            .any(|three| matches!(three[0], "no" | "without") && three[1..].contains(&"degree"))
            || words.windows(2).any(|two| matches!(two, ["no" | "without", "degree"]));
        let school = words.windows(2).any(|two| matches!(two, ["high", "school"]));
        let studied = begins(DEGREES) || is(SHORT_DEGREES);
        if begins(UNFINISHED) && studied || denied && begins(&["unfinished", "dropped"]) {
            return Some(Self::Unfinished);
        }
        if begins(VOCATIONAL) || is(&["hnd"]) {
            return Some(Self::Vocational);
        }
        if studied && !denied && !school {
            let is_close = begins(CLOSE_FIELDS) || is(&["it", "cs"]);
            let names_another = is(&["other", "another", "different", "unrelated"]) || words.contains(&"in");
            return Some(if names_another && !is_close { Self::OtherDegree } else { Self::Degree });
        }
        if begins(&["bootcamp"]) || words.windows(2).any(|two| matches!(two, ["boot", "camp" | "camps"])) {
            return Some(Self::Bootcamp);
        }
        let alone = denied || school || is(&["none", "no"]);
        (alone || begins(&["self", "taught", "autodidact", "online", "myself"])).then_some(Self::SelfTaught)
    }
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
    use super::Route;

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
            assert_eq!(Route::read(text), Some(route), "{text}");
        }
        assert_eq!(Route::read("lots of reading"), None);
        assert_eq!(Route::read(""), None);
    }
}
