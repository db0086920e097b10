//! The formats of exports, and how a file's name says which one is meant.

use std::path::Path;

/// The format of an exported file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, strum::EnumIter)]
pub enum Format {
    /// Markdown.
    #[default]
    Markdown,
    /// Plain text, 80 columns wide.
    Text,
    /// A web page in one file.
    Html,
    /// PDF.
    Pdf,
    /// JSON.
    Json,
    /// iCalendar.
    Ics,
}

impl Format {
    /// All of them, in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        <Self as strum::IntoEnumIterator>::iter()
    }

    /// The name on the command line, which is the usual ending of a file too.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Text => "txt",
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Json => "json",
            Self::Ics => "ics",
        }
    }

    /// What it is, for a list of choices.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown",
            Self::Text => "Plain text, 80 columns wide",
            Self::Html => "A web page in one file, for a browser or a printer",
            Self::Pdf => "PDF, to print or to attach",
            Self::Json => "JSON, for programs",
            Self::Ics => "iCalendar, for a calendar program",
        }
    }

    const fn other_endings(self) -> &'static [&'static str] {
        match self {
            Self::Markdown => &["markdown"],
            Self::Text => &["text"],
            Self::Html => &["htm"],
            Self::Pdf | Self::Json => &[],
            Self::Ics => &["ical"],
        }
    }

    /// The format of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|format| format.name() == name)
    }

    /// The format that the ending of a file's name says, in capitals or not.
    #[must_use]
    pub fn of_file(file: &Path) -> Option<Self> {
        let ending = file.extension()?.to_str()?.to_ascii_lowercase();
        Self::all()
            .find(|format| format.name() == ending || format.other_endings().contains(&ending.as_str()))
    }

    /// Whether it is text that a terminal can show.
    #[must_use]
    pub const fn is_text(self) -> bool {
        match self {
            Self::Markdown | Self::Text | Self::Html | Self::Json | Self::Ics => true,
            Self::Pdf => false,
        }
    }

    /// Names of formats as a list: `md, txt or html`.
    #[must_use]
    pub fn list(formats: &[Self]) -> String {
        let names: Vec<&str> = formats.iter().map(|format| format.name()).collect();
        match names.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
            Some((last, _)) => (*last).to_owned(),
            None => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Format;
    use std::path::Path;

    #[test]
    fn an_ending_says_the_format() {
        let of = |name: &str| Format::of_file(Path::new(name));
        for format in Format::all() {
            assert_eq!(of(&format!("a.b/c.{}", format.name())), Some(format));
            assert_eq!(Format::named(format.name()), Some(format));
        }
        assert_eq!(of("CV.HTML"), Some(Format::Html));
        assert_eq!(of("plan.htm"), Some(Format::Html));
        assert_eq!([of("plan"), of("plan.doc"), of(".md"), of("a.html/b")], [None; 4]);
    }

    #[test]
    fn formats_are_listed() {
        assert_eq!(Format::list(&[Format::Markdown, Format::Html, Format::Ics]), "md, html or ics");
        assert_eq!(Format::list(&[Format::Json]), "json");
    }
}
