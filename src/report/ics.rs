//! iCalendar ([RFC 5545](https://www.rfc-editor.org/rfc/rfc5545)): entries that a calendar program imports.

use super::safe_text::is_unsafe_control;
use jiff::civil::Date;

/// Who made the calendar, as the format wants it.
const PRODUCT: &str = "-//Career Coach//coach//EN";
/// Maximum length of a line without its end, in bytes; a longer one goes on in the next, after a space.
const LONGEST: usize = 75;

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What tells it from all others, on every day and every machine: letters, digits and hyphens.
    pub id: String,
    /// What to do, in a few words.
    pub summary: String,
    /// More about it; may have several lines.
    pub description: String,
    /// The first and the last day; without them it is a to-do without a date.
    pub days: Option<[Date; 2]>,
}

/// The calendar, as it was made on a day. A format of whole days has no time zone to get wrong.
#[must_use]
pub fn calendar(entries: &[Entry], today: Date) -> String {
    let mut lines = Lines::default();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0"] {
        lines.push(line);
    }
    lines.push(&format!("PRODID:{PRODUCT}"));
    lines.push("CALSCALE:GREGORIAN");
    lines.push("METHOD:PUBLISH");
    entries.iter().for_each(|entry| lines.push_entry(entry, today));
    lines.push("END:VCALENDAR");
    lines.0
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    fn push_entry(&mut self, entry: &Entry, today: Date) {
        // The end is the first day after, so one at the end of the calendar has none.
        let days = entry.days.and_then(|[first, last]| Some([first, last.tomorrow().ok()?]));
        let kind = if days.is_some() { "VEVENT" } else { "VTODO" };
        self.push(&format!("BEGIN:{kind}"));
        self.push(&format!("UID:{}@career-coach", entry.id));
        self.push(&format!("DTSTAMP:{}T000000Z", day(today)));
        if let Some([first, end]) = days {
            self.push(&format!("DTSTART;VALUE=DATE:{}", day(first)));
            self.push(&format!("DTEND;VALUE=DATE:{}", day(end)));
            // Somebody who is learning in these weeks is not busy in them.
            self.push("TRANSP:TRANSPARENT");
        }
        self.push(&format!("SUMMARY:{}", escaped(&entry.summary)));
        if !entry.description.is_empty() {
            self.push(&format!("DESCRIPTION:{}", escaped(&entry.description)));
        }
        self.push(&format!("END:{kind}"));
    }

    /// Adds a line, folded between characters.
    fn push(&mut self, line: &str) {
        let mut rest = line;
        let mut room = LONGEST;
        while rest.len() > room {
            let (head, tail) = rest.split_at(fold(rest, room));
            self.0.push_str(head);
            self.0.push_str("\r\n ");
            rest = tail;
            // The space at the beginning counts.
            room = LONGEST - 1;
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }
}

/// Where to fold a line with so much room, at least after the first character. Not beside a space if that can be helped: some programs
/// take the spaces around a fold for a part of it.
fn fold(line: &str, room: usize) -> usize {
    let mut last = line.chars().next().map_or(0, char::len_utf8);
    let mut best = None;
    let mut before = None;
    for (at, c) in line.char_indices().take_while(|(at, _)| *at <= room) {
        last = last.max(at);
        if at > 0 && c != ' ' && before != Some(' ') {
            best = Some(at);
        }
        before = Some(c);
    }
    best.unwrap_or(last)
}

/// `20261124`.
fn day(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A text as a value.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                value.push('\\');
                value.push(c);
            }
            '\n' => value.push_str("\\n"),
            c if is_unsafe_control(c) => value.push(' '),
            c => value.push(c),
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::{Entry, LONGEST, calendar};
    use ical::IcalParser;
    use ical::property::Property;
    use jiff::civil::{Date, date};

    fn entry(id: &str, text: &str, days: Option<[Date; 2]>) -> Entry {
        Entry { id: id.to_owned(), summary: text.to_owned(), description: text.to_owned(), days }
    }

    fn value(properties: &[Property], name: &str) -> String {
        let of_name = properties.iter().find(|property| property.name == name).expect(name);
        of_name.value.clone().unwrap_or_default()
    }

    #[test]
    fn an_independent_parser_reads_it() {
        let hostile = "Read, then; practise \\ a \u{202e}b\u{1b}[31m\r\nEND:VEVENT é表👩 and on and on, until the line is long enough to be folded twice or so, at least";
        let days = [date(2026, 11, 24), date(2026, 12, 31)];
        let text = calendar(&[entry("git-2-3", hostile, Some(days)), entry("sql-4", "Lead", None)], days[0]);
        let calendars: Vec<_> =
            IcalParser::new(text.as_bytes()).map(|read| read.expect("a calendar")).collect();
        let [calendar] = &calendars[..] else { panic!("one calendar") };
        assert_eq!(value(&calendar.properties, "VERSION"), "2.0");
        assert_eq!(value(&calendar.properties, "PRODID"), "-//Career Coach//coach//EN");
        let ([event], [todo]) = (&calendar.events[..], &calendar.todos[..]) else { panic!("one of each") };
        let of = |name| value(&event.properties, name);
        assert_eq!(of("UID"), "git-2-3@career-coach");
        assert_eq!(of("DTSTAMP"), "20261124T000000Z");
        assert_eq!((of("DTSTART"), of("DTEND")), ("20261124".to_owned(), "20270101".to_owned()));
        let expected = hostile.replace(['\u{202e}', '\u{1b}', '\r'], " ");
        assert_eq!(plain(&of("SUMMARY")), expected);
        assert_eq!(plain(&of("DESCRIPTION")), expected);
        assert_eq!(value(&todo.properties, "SUMMARY"), "Lead");
        assert!(todo.properties.iter().all(|property| property.name != "DTSTART"));
    }

    /// A value without its escapes.
    fn plain(value: &str) -> String {
        let mut plain = String::new();
        let mut rest = value.chars();
        while let Some(c) = rest.next() {
            match (c, c == '\\') {
                (_, true) => {
                    plain.push(rest.next().map(|c| if c == 'n' { '\n' } else { c }).expect("a character"))
                }
                (c, false) => plain.push(c),
            }
        }
        plain
    }

    #[test]
    fn lines_are_short_and_end_as_the_format_wants() {
        let text = calendar(&[entry("a", &"é".repeat(200), None)], date(2026, 1, 2));
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        for line in text.split_terminator("\r\n") {
            assert!(line.len() <= LONGEST && !line.contains(['\r', '\n']), "{line:?}");
        }
        assert_eq!(text, calendar(&[entry("a", &"é".repeat(200), None)], date(2026, 1, 2)));
    }
}
