//! Kept job ads: a TOML file each, in the folder `ads` beside the profile.

mod change;
mod name;

pub use change::AdChange;
pub use name::{file_name, suggested_name};

use super::store::{Companion, CompanionError, Store};
use crate::guide::names::{folded, is_same};
use jiff::civil::Date;
use std::path::PathBuf;
use toml_edit::{DocumentMut, value};

/// The folder.
const FOLDER: &str = "ads";
/// The most bytes of a file: an ad of the largest size, and its state. TOML writes some characters as two.
const LIMIT: u64 = 3 << 20;
/// The most characters of an outcome.
const OUTCOME: usize = 200;

/// How far an application has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, strum::EnumIter)]
pub enum AdState {
    /// Found.
    #[default]
    Found,
    /// An application was sent.
    Applied,
    /// There is or was an interview.
    Interview,
    /// There is an offer.
    Offer,
    /// It is over, however it ended.
    Closed,
}

impl AdState {
    /// The name on the command line, in the file and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::Applied => "applied",
            Self::Interview => "interview",
            Self::Offer => "offer",
            Self::Closed => "closed",
        }
    }

    /// All states, in their order.
    pub fn all() -> impl Iterator<Item = Self> {
        <Self as strum::IntoEnumIterator>::iter()
    }

    /// The state with this name, in any spelling.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|state| state.name() == folded(name))
    }
}

/// An ad as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAd {
    /// The name of its file, without the ending.
    pub name: String,
    /// How far the application has come.
    pub state: AdState,
    /// How it ended, in the person's own words.
    pub outcome: String,
    /// The day on which it was kept.
    pub kept_on: Option<Date>,
    /// The ad itself.
    pub text: String,
}

/// Why an ad wasn't kept, or a kept one couldn't be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum AdError {
    /// The file can't be read or written.
    #[error(transparent)]
    File(#[from] CompanionError),
    /// The name has no letter or digit, or too many.
    #[error("{}use letters and digits, at most 60", no_name(.0))]
    Name(String),
    /// Another ad has this name.
    #[error("another ad is kept as {0}: choose another name")]
    Taken(String),
    /// There is no such ad.
    #[error("no ad is kept as `{name}`; {}", known(.names))]
    Missing {
        /// The name as typed.
        name: String,
        /// The names of the kept ads.
        names: Vec<String>,
    },
    /// The outcome is too long.
    #[error("an outcome has at most 200 characters: say it more briefly")]
    Outcome,
    /// The file isn't what the program writes.
    #[error("can't read {}: {problem}; fix the file or delete it", .file.display())]
    Broken {
        /// The file.
        file: PathBuf,
        /// What is wrong, with the line.
        problem: String,
    },
}

fn no_name(name: &str) -> String {
    if name.trim().is_empty() {
        "an ad needs a name: ".to_owned()
    } else {
        format!("`{name}` is no name for an ad: ")
    }
}

fn known(names: &[String]) -> String {
    match names {
        [] => "none is kept yet: coach match FILE --keep NAME keeps one".to_owned(),
        names => format!("the kept ads are {}", names.join(", ")),
    }
}

/// How an application ended, where that isn't too long.
///
/// # Errors
/// Where it has more than 200 characters.
pub fn outcome(text: &str) -> Result<&str, AdError> {
    if text.chars().count() > OUTCOME { Err(AdError::Outcome) } else { Ok(text) }
}

/// The kept ads beside a profile.
#[derive(Debug, Clone)]
pub struct KeptAds<'s>(pub &'s Store);

impl KeptAds<'_> {
    /// The names of all kept ads, in alphabetical order.
    ///
    /// # Errors
    /// Where the folder can't be read.
    pub fn names(&self) -> Result<Vec<String>, AdError> {
        Ok(self.0.companion(FOLDER).names("toml")?)
    }

    /// All kept ads that can be read, in alphabetical order, and what is wrong with the others.
    ///
    /// # Errors
    /// Where the folder can't be read.
    pub fn all(&self) -> Result<(Vec<KeptAd>, Vec<AdError>), AdError> {
        let mut ads = Vec::new();
        let mut problems = Vec::new();
        for name in self.names()? {
            match self.read(&name) {
                Ok(ad) => ads.push(ad),
                Err(problem) => problems.push(problem),
            }
        }
        Ok((ads, problems))
    }

    /// The ad with this name, in any spelling.
    ///
    /// # Errors
    /// Where there is none, or its file can't be read.
    pub fn read(&self, name: &str) -> Result<KeptAd, AdError> {
        let name = self.find(name)?;
        let file = self.file(&name);
        let text = file.read(LIMIT)?.unwrap_or_default();
        understand(&name, &file, &text)
    }

    /// Keeps an ad under a name. The same ad under the same name changes nothing. The answer is the name of its file.
    ///
    /// # Errors
    /// Where another ad has this name, the name can't be a file's, or the file can't be written.
    pub fn keep(&self, name: &str, text: &str, today: Date) -> Result<String, AdError> {
        let slug = file_name(name)?;
        let file = self.file(&slug);
        file.change(LIMIT, |there| {
            if let Some(there) = there {
                let is_same = understand(&slug, &file, there)?.text == text;
                return if is_same { Ok(None) } else { Err(AdError::Taken(slug.clone())) };
            }
            let mut document = DocumentMut::new();
            document.insert("state", value(AdState::Found.name()));
            document.insert("kept_on", value(today.to_string()));
            document.insert("text", value(text));
            Ok(Some(document.to_string()))
        })?;
        Ok(slug)
    }

    /// Makes a change.
    ///
    /// # Errors
    /// As for [`KeptAds::keep`], [`KeptAds::set`], [`KeptAds::rename`] and [`KeptAds::delete`].
    pub fn make(&self, change: &AdChange, today: Date) -> Result<(), AdError> {
        match change {
            AdChange::Keep { name, text } => self.keep(name, text, today).map(drop),
            AdChange::State { name, state } => self.set(&self.exactly(name)?, Some(*state), None).map(drop),
            AdChange::Outcome { name, outcome } => {
                self.set(&self.exactly(name)?, None, Some(outcome)).map(drop)
            }
            AdChange::Rename { name, to } => self.rename(name, to),
            AdChange::Delete { name } => self.delete(name),
        }
    }

    /// Sets the state of an ad, and how it ended. Everything else in its file stays.
    ///
    /// # Errors
    /// Where there is no such ad, or its file can't be read or written.
    pub fn set(&self, name: &str, state: Option<AdState>, outcome: Option<&str>) -> Result<KeptAd, AdError> {
        outcome.map(self::outcome).transpose()?;
        let name = self.find(name)?;
        let file = self.file(&name);
        file.change(LIMIT, |text| {
            let text = text.unwrap_or_default();
            understand(&name, &file, text)?;
            let mut document: DocumentMut = text.parse().map_err(|error| broken(&file, text, &error))?;
            if let Some(state) = state {
                document.insert("state", value(state.name()));
            }
            if let Some(outcome) = outcome {
                document.insert("outcome", value(outcome));
            }
            Ok::<_, AdError>(Some(document.to_string()))
        })?;
        self.read(&name)
    }

    /// Keeps an ad, whose name is that of its file, under another name.
    ///
    /// # Errors
    /// Where there is no such ad, another one has that name, the name can't be a file's, or the file can't be renamed.
    pub fn rename(&self, name: &str, to: &str) -> Result<(), AdError> {
        let to = file_name(to)?;
        let file = self.file(&self.exactly(name)?);
        if file.rename(&self.file(&to))? { Ok(()) } else { Err(AdError::Taken(to)) }
    }

    /// Keeps an ad no longer: the file of just this name is removed. An ad that isn't there needs no deleting.
    ///
    /// # Errors
    /// Where the file can't be removed.
    pub fn delete(&self, name: &str) -> Result<(), AdError> {
        match self.exactly(name) {
            Ok(name) => Ok(self.file(&name).remove().map(drop)?),
            Err(AdError::Missing { .. }) => Ok(()),
            Err(problem) => Err(problem),
        }
    }

    /// The name as typed, if it is that of a file; else the first name that is the same in another spelling.
    fn find(&self, name: &str) -> Result<String, AdError> {
        match self.exactly(name) {
            Err(AdError::Missing { name, names }) => {
                let found = names.iter().find(|other| is_same(other, &name) && !folded(&name).is_empty());
                found.cloned().ok_or(AdError::Missing { name, names })
            }
            found => found,
        }
    }

    fn exactly(&self, name: &str) -> Result<String, AdError> {
        let names = self.names()?;
        if names.iter().any(|other| other == name) {
            Ok(name.to_owned())
        } else {
            Err(AdError::Missing { name: name.to_owned(), names })
        }
    }

    fn file(&self, name: &str) -> Companion {
        self.0.companion(&format!("{FOLDER}/{name}.toml"))
    }
}

fn broken(file: &Companion, text: &str, error: &toml_edit::TomlError) -> AdError {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    AdError::Broken { file: file.file().to_owned(), problem: format!("line {line}: {}", error.message()) }
}

fn understand(name: &str, file: &Companion, text: &str) -> Result<KeptAd, AdError> {
    let document: DocumentMut = text.parse().map_err(|error| broken(file, text, &error))?;
    let said = |key: &str| document.get(key).and_then(|item| item.as_str());
    let problem =
        |problem: &str| AdError::Broken { file: file.file().to_owned(), problem: problem.to_owned() };
    let state = match said("state") {
        None => AdState::default(),
        Some(name) => {
            let states: Vec<_> = AdState::all().map(AdState::name).collect();
            AdState::named(name).ok_or_else(|| {
                problem(&format!("`{name}` is no state; the states are {}", states.join(", ")))
            })?
        }
    };
    Ok(KeptAd {
        name: name.to_owned(),
        state,
        outcome: said("outcome").unwrap_or_default().to_owned(),
        kept_on: said("kept_on").and_then(|day| day.parse().ok()),
        text: said("text").ok_or_else(|| problem("it has no text"))?.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::{AdError, AdState, KeptAds};
    use crate::profile::store::Store;
    use jiff::civil::date;
    use std::fs;

    #[test]
    fn an_ad_is_kept_found_and_moved_on() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::new(folder.path().join("profile.toml"));
        let ads = KeptAds(&store);
        let today = date(2026, 11, 26);
        let text = "Backend \u{1b}[31m\"\"\" Engineer\n\\ Kafka\n";
        assert_eq!(ads.keep("Acme, Berlin", text, today).unwrap(), "acme-berlin");
        assert_eq!(ads.keep("acme berlin", text, today).unwrap(), "acme-berlin");
        assert!(matches!(ads.keep("Acme Berlin", "another", today), Err(AdError::Taken(_))));
        let unnamed = ads.keep(" ", text, today).unwrap_err().to_string();
        assert_eq!(unnamed, "an ad needs a name: use letters and digits, at most 60");
        for name in ["", "../..", "/", &"a".repeat(61)] {
            assert!(matches!(ads.keep(name, text, today), Err(AdError::Name(_))), "{name}");
        }
        let kept = ads.read("ACME BERLIN").unwrap();
        assert_eq!((kept.text.as_str(), kept.state, kept.kept_on), (text, AdState::Found, Some(today)));
        fs::write(folder.path().join("ads/own.toml"), "# mine\ntext = 'x'\nstate = 'applied'\nlink = 'y'\n")
            .unwrap();
        let moved = ads.set("own", Some(AdState::Closed), Some("no answer")).unwrap();
        assert_eq!((moved.state, moved.outcome.as_str()), (AdState::Closed, "no answer"));
        let own = fs::read_to_string(folder.path().join("ads/own.toml")).unwrap();
        assert!(own.starts_with("# mine\n") && own.contains("link = 'y'"), "{own}");
        assert_eq!(ads.names().unwrap(), ["acme-berlin", "own"]);
    }

    #[test]
    fn a_broken_file_is_told_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::new(folder.path().join("profile.toml"));
        fs::create_dir(folder.path().join("ads")).unwrap();
        for (name, text) in
            [("a", "text = "), ("b", "state = 'hired'\ntext = 'x'\n"), ("c", "state = 'found'\n")]
        {
            fs::write(folder.path().join(format!("ads/{name}.toml")), text).unwrap();
            let said = KeptAds(&store).read(name).unwrap_err().to_string();
            assert!(said.contains(&format!("{name}.toml")), "{said}");
            assert!(KeptAds(&store).set(name, Some(AdState::Offer), None).is_err());
            assert_eq!(fs::read_to_string(folder.path().join(format!("ads/{name}.toml"))).unwrap(), text);
        }
        assert_eq!(KeptAds(&store).all().unwrap().1.len(), 3);
        let said = KeptAds(&store).read("zz").unwrap_err().to_string();
        assert_eq!(said, "no ad is kept as `zz`; the kept ads are a, b, c");
    }
}
