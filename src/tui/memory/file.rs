//! The file `state.toml` beside the profile: what the interface remembers. Keys that the program doesn't know stay in it.

use super::{Remembered, Unwritten};
use crate::guide::id::{GuideId, Link};
use crate::profile::store::{Companion, CompanionError};
use toml_edit::{Array, DocumentMut, Item, Table, value};

/// Its name.
pub const NAME: &str = "state.toml";
/// Maximum size, in bytes.
const LIMIT: u64 = 256 * 1024;
/// Maximum number of recent commands.
const RECENT: usize = 20;
const HEAD: &str = "# What coach remembers: bookmarks, how far you read each page, the commands you used last.\n# You may delete this file.\n\n";

/// Why the file couldn't be used. It is as it was before.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// It can't be read or written.
    #[error("{0}")]
    Companion(#[from] CompanionError),
    /// It is not what the program writes; holds what is wrong, and never the file's own text.
    #[error("{0}; delete the file to start a new one")]
    Broken(String),
}

/// Reads what is remembered of a guide; nothing where there is no file.
///
/// # Errors
/// See [`FileError`].
pub fn read(file: &Companion, guide: &GuideId) -> Result<Remembered, FileError> {
    file.read(LIMIT)?.map_or_else(|| Ok(Remembered::default()), |text| remembered(&text, guide))
}

/// Writes what isn't written yet, on top of what is in the file at that moment.
///
/// # Errors
/// See [`FileError`].
pub fn write(file: &Companion, guide: &GuideId, note: &Unwritten) -> Result<(), FileError> {
    file.change(LIMIT, |text| changed(text, guide, note).map(Some))
}

/// What a text remembers of a guide. What is no link, no line or no name is passed over: a later version may have written it.
fn remembered(text: &str, guide: &GuideId) -> Result<Remembered, FileError> {
    let document = parsed(text)?;
    let guide = of_guide(&document, guide)?;
    let marked = guide.and_then(|guide| guide.get("bookmarks"));
    let read_to = guide.and_then(|guide| guide.get("read-to")).and_then(Item::as_table);
    let line = |item: &Item| usize::try_from(item.as_integer()?).ok();
    Ok(Remembered {
        bookmarks: texts(marked).into_iter().filter_map(|text| Link::try_from(text).ok()).collect(),
        read_to: read_to
            .into_iter()
            .flat_map(Table::iter)
            .filter_map(|(key, item)| Some((Link::try_from(key.to_owned()).ok()?, line(item)?)))
            .collect(),
        recent: texts(document.get("recent-commands")),
    })
}

fn texts(item: Option<&Item>) -> Vec<String> {
    let array = item.and_then(Item::as_array).into_iter().flatten();
    array.filter_map(|value| value.as_str()).map(str::to_owned).collect()
}

/// The file with what isn't in it yet; where there is none, a new one that says what it is.
fn changed(text: Option<&str>, guide: &GuideId, note: &Unwritten) -> Result<String, FileError> {
    match text {
        Some(text) => written(text, guide, note),
        None => Ok(format!("{HEAD}{}", written("", guide, note)?)),
    }
}

/// A text with what isn't in it yet.
fn written(text: &str, guide: &GuideId, note: &Unwritten) -> Result<String, FileError> {
    let mut document = parsed(text)?;
    of_guide(&document, guide)?;
    if !note.recent.is_empty() {
        let mut recent: Vec<String> = note.recent.iter().map(|id| (*id).to_owned()).collect();
        let before = texts(document.get("recent-commands"));
        recent.extend(before.into_iter().filter(|name| !note.recent.contains(&name.as_str())));
        recent.truncate(RECENT);
        document.insert("recent-commands", value(recent.into_iter().collect::<Array>()));
    }
    if !note.bookmarks.is_empty() || !note.read_to.is_empty() {
        let guides = table_in(document.as_table_mut(), "guides", true);
        if let Some(table) = guides.and_then(|guides| table_in(guides, guide.as_str(), true)) {
            write_guide(table, note);
        }
    }
    Ok(document.to_string())
}

fn write_guide(table: &mut Table, note: &Unwritten) {
    if !note.bookmarks.is_empty() {
        let mut bookmarks = texts(table.get("bookmarks"));
        for (page, is_marked) in &note.bookmarks {
            let page = page.to_string();
            bookmarks.retain(|other| *other != page);
            if *is_marked {
                bookmarks.push(page);
            }
        }
        table.insert("bookmarks", value(bookmarks.into_iter().collect::<Array>()));
    }
    let Some(read_to) = (!note.read_to.is_empty()).then(|| table_in(table, "read-to", false)).flatten()
    else {
        return;
    };
    for (page, line) in &note.read_to {
        let page = page.to_string();
        match i64::try_from(*line) {
            Ok(line) if line > 0 => read_to.insert(&page, value(line)),
            Ok(_) | Err(_) => read_to.remove(&page),
        };
    }
}

/// A table in a table; it is made where there is none. `is_implicit` leaves its own heading out of the file.
fn table_in<'t>(table: &'t mut Table, key: &str, is_implicit: bool) -> Option<&'t mut Table> {
    let new = || {
        let mut table = Table::new();
        table.set_implicit(is_implicit);
        Item::Table(table)
    };
    table.entry(key).or_insert_with(new).as_table_mut()
}

fn parsed(text: &str) -> Result<DocumentMut, FileError> {
    text.parse().map_err(|error: toml_edit::TomlError| {
        let at = error.span().and_then(|span| text.get(..span.start));
        let line = at.map_or(1, |before| before.matches('\n').count() + 1);
        let problem = crate::profile::fault::printable(error.message());
        FileError::Broken(format!("line {line}: {problem}"))
    })
}

/// What is remembered of a guide. Whatever the program would write over has to be what it writes there.
fn of_guide<'d>(document: &'d DocumentMut, guide: &GuideId) -> Result<Option<&'d Table>, FileError> {
    list(document.as_table(), "recent-commands")?;
    let Some(guides) = table(document.as_table(), "guides")? else { return Ok(None) };
    let Some(guide) = table(guides, guide.as_str())? else { return Ok(None) };
    list(guide, "bookmarks")?;
    table(guide, "read-to")?;
    Ok(Some(guide))
}

fn table<'t>(parent: &'t Table, key: &str) -> Result<Option<&'t Table>, FileError> {
    match parent.get(key) {
        None => Ok(None),
        Some(Item::Table(table)) => Ok(Some(table)),
        Some(_) => Err(FileError::Broken(format!("`{key}` is not a table under a heading of its own"))),
    }
}

fn list(parent: &Table, key: &str) -> Result<(), FileError> {
    match parent.get(key) {
        Some(item) if !item.is_array() => Err(FileError::Broken(format!("`{key}` is not a list"))),
        Some(_) | None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{FileError, changed, remembered, written};
    use crate::guide::id::{GuideId, Link};
    use crate::tui::memory::Unwritten;

    fn guide() -> GuideId {
        "back-end-developer".parse().expect("an id")
    }

    fn link(text: &str) -> Link {
        Link::try_from(text.to_owned()).expect("a link")
    }

    fn note() -> Unwritten {
        Unwritten {
            bookmarks: vec![(link("section:pay"), true), (link("skill:git"), false)],
            read_to: vec![(link("section:pay"), 12), (link("skill:sql"), 0)],
            recent: vec!["export", "search"],
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let text = changed(None, &guide(), &note()).expect("written");
        insta::assert_snapshot!(text, @r#"
        # What coach remembers: bookmarks, how far you read each page, the commands you used last.
        # You may delete this file.

        recent-commands = ["export", "search"]

        [guides.back-end-developer]
        bookmarks = ["section:pay"]

        [guides.back-end-developer.read-to]
        "section:pay" = 12
        "#);
        let read = remembered(&text, &guide()).expect("read");
        assert_eq!(read.bookmarks, [link("section:pay")]);
        assert_eq!(read.read_to, [(link("section:pay"), 12)]);
        assert_eq!(read.recent, ["export", "search"]);
        let other = remembered(&text, &"front-end".parse().expect("an id")).expect("read");
        assert!(other.bookmarks.is_empty() && other.read_to.is_empty());
    }

    #[test]
    fn what_others_wrote_stays() {
        let text = "# mine\nlater = true # yes\nrecent-commands = [\"target\", \"export\"]\n\n[guides.back-end-developer]\nbookmarks = [\"skill:git\", \"chapter:9\"] # two\nsize = 3\n\n[guides.front-end]\nbookmarks = [\"section:css\"]\n";
        let text = written(text, &guide(), &note()).expect("written");
        for kept in ["# mine", "later = true # yes", "size = 3", "section:css", "chapter:9"] {
            assert!(text.contains(kept), "{kept}:\n{text}");
        }
        assert!(text.contains("[\"export\", \"search\", \"target\"]"), "{text}");
        assert!(!text.contains("skill:git"), "{text}");
    }

    #[test]
    fn a_broken_file_is_neither_used_nor_written_over() {
        for (text, problem) in [
            ("# mine\nx = [\n", "line 2: "),
            ("recent-commands = 3\n", "`recent-commands` is not a list"),
            ("guides = 3\n", "`guides` is not a table"),
            ("[guides.back-end-developer]\nread-to = []\n", "`read-to` is not a table"),
        ] {
            for said in [
                remembered(text, &guide()).expect_err("broken").to_string(),
                written(text, &guide(), &note()).expect_err("broken").to_string(),
            ] {
                assert!(said.contains(problem) && said.contains("delete the file"), "{said}");
            }
        }
        assert!(matches!(remembered("\u{1b}[2J = 1", &guide()), Err(FileError::Broken(_))));
    }

    #[test]
    fn what_is_no_link_and_no_line_is_passed_over() {
        let text = "recent-commands = [1, \"search\"]\n[guides.back-end-developer]\nbookmarks = [\"nowhere\", 3]\n[guides.back-end-developer.read-to]\n\"section:pay\" = -4\nx = 3\n";
        let read = remembered(text, &guide()).expect("read");
        assert!(read.bookmarks.is_empty() && read.read_to.is_empty());
        assert_eq!(read.recent, ["search"]);
    }
}
