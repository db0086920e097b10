//! What is wrong with a file, in the words of a person instead of a system: no face shows an [`io::Error`] otherwise.

use std::io::{self, ErrorKind};

/// What a failure means, as a part of a sentence: `there is no such file`.
#[must_use]
pub fn in_words(error: &io::Error) -> String {
    let words = match error.kind() {
        ErrorKind::NotFound => "there is no such file",
        ErrorKind::PermissionDenied => "you have no permission for it",
        ErrorKind::AlreadyExists => "there is such a file already",
        ErrorKind::IsADirectory => "it is a folder, not a file",
        ErrorKind::NotADirectory => "a part of its path is a file, not a folder",
        ErrorKind::InvalidFilename => "its name is too long, or has characters that aren't allowed",
        ErrorKind::StorageFull => "the disk is full",
        ErrorKind::QuotaExceeded => "your share of the disk is full",
        ErrorKind::FileTooLarge => "it is too large for this disk",
        ErrorKind::ReadOnlyFilesystem => "this disk can only be read",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "another program is using it",
        _ => return of_system(&error.to_string()),
    };
    words.to_owned()
}

/// A message of the system, without its number and within a sentence.
fn of_system(message: &str) -> String {
    let message = message.split(" (os error").next().unwrap_or_default();
    let mut letters = message.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => message.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happens_every_day_has_words_of_its_own() {
        let none = std::fs::read("/no/such/file/anywhere").expect_err("there is none");
        assert_eq!(in_words(&none), "there is no such file");
        let wrapped = io::Error::new(ErrorKind::PermissionDenied, "at path \"/tmp/.coach-export-1\"");
        assert_eq!(in_words(&wrapped), "you have no permission for it");
        assert_eq!(in_words(&io::Error::other("its links form a loop")), "its links form a loop");
    }

    #[cfg(unix)]
    #[test]
    fn no_message_has_the_number_of_an_error() {
        for number in 1..134 {
            let words = in_words(&io::Error::from_raw_os_error(number));
            assert!(!words.contains("os error") && !words.is_empty(), "{words}");
        }
        assert_eq!(in_words(&io::Error::from_raw_os_error(5)), "input/output error");
    }
}
