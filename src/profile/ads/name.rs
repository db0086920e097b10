//! The names of kept ads, which are names of files too.

use super::AdError;

/// The most characters of a name.
const LONGEST: usize = 60;
/// The most characters of a name that is made from a title.
const SUGGESTED: usize = 30;

/// The name of the file for an ad that somebody wants to keep under a name.
///
/// # Errors
/// Where it has no letter or digit, or too many.
pub fn file_name(name: &str) -> Result<String, AdError> {
    slug(name).ok_or_else(|| AdError::Name(name.to_owned()))
}

/// A name for an ad with this title that no other one has: its first words.
#[must_use]
pub fn suggested_name(title: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let title = title.to_lowercase();
    let mut name = String::new();
    for word in words_of(&title) {
        if !name.is_empty() && name.chars().count() + 1 + word.chars().count() > SUGGESTED {
            break;
        }
        name.push_str(if name.is_empty() { "" } else { "-" });
        name.push_str(word);
    }
    let name: String = name.chars().take(SUGGESTED).collect();
    let name = if name.is_empty() { "ad".to_owned() } else { name };
    let mut free = name.clone();
    let mut number = 2;
    while is_taken(&free) {
        free = format!("{name}-{number}");
        number += 1;
    }
    free
}

/// The words of a name or a title: what is written in letters and digits.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The name as a file can have it: `Acme, Berlin` becomes `acme-berlin`.
fn slug(name: &str) -> Option<String> {
    let slug = words_of(&name.to_lowercase()).collect::<Vec<_>>().join("-");
    (!slug.is_empty() && slug.chars().count() <= LONGEST).then_some(slug)
}

#[cfg(test)]
mod tests {
    use super::{file_name, suggested_name};

    #[test]
    fn a_name_is_suggested_from_the_title() {
        let free = |title: &str| suggested_name(title, |name| name == "backend-engineer");
        assert_eq!(free("Backend Engineer"), "backend-engineer-2");
        assert_eq!(free("Senior Back-End Engineer (m/f/d), Acme GmbH"), "senior-back-end-engineer-m-f-d");
        assert_eq!(free("🙂"), "ad");
        assert_eq!(free(&"é".repeat(80)).chars().count(), 30);
        for title in ["Backend Engineer", "🙂", "../../etc/passwd", "İstanbul developer"] {
            assert_eq!(file_name(&free(title)).unwrap(), free(title), "{title}");
        }
    }
}
