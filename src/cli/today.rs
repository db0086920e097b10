//! The day it is where the user is.
//!
//! jiff finds a zone by its name in a list of all names, which it makes by walking the whole zone folder: more than a
//! quarter of the start. A date needs one file, so on Unix that file is read directly and jiff is built without the list.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::{env, fs};

/// Folders of zone files, the first that has the zone wins.
const ZONE_FOLDERS: [&str; 4] =
    ["/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/usr/lib/zoneinfo", "/etc/zoneinfo"];

/// Today in the user's time zone; in UTC where that zone can't be found.
pub fn today() -> Date {
    date_in(Timestamp::now(), &zone())
}

/// The date at a moment in a time zone.
fn date_in(now: Timestamp, zone: &TimeZone) -> Date {
    zone.to_datetime(now).date()
}

/// What the variable `TZ` says, else the zone of the system.
fn zone() -> TimeZone {
    // The variable can't change while the program runs; jiff itself looks at the system's zone again every few minutes.
    static OF_VARIABLE: OnceLock<Option<TimeZone>> = OnceLock::new();
    let of_variable = OF_VARIABLE.get_or_init(|| {
        let value = env::var_os("TZ").filter(|_| cfg!(unix))?;
        let folders = env::var_os("TZDIR").map(PathBuf::from).into_iter();
        let folders = folders.chain(ZONE_FOLDERS.map(PathBuf::from));
        Some(value.to_str().and_then(|value| named(value, folders)).unwrap_or(TimeZone::UTC))
    });
    of_variable.clone().unwrap_or_else(TimeZone::system)
}

/// The zone that a value of `TZ` means: a rule such as `CET-1CEST,M3.5.0,M10.5.0/3`, a name such as `Europe/Berlin`, or the
/// path of a zone file, the last two also after a colon. An empty value means UTC.
fn named(value: &str, folders: impl Iterator<Item = PathBuf>) -> Option<TimeZone> {
    let name = value.strip_prefix(':').unwrap_or(value);
    if name.is_empty() {
        return Some(TimeZone::UTC);
    }
    if !value.starts_with(':')
        && let Ok(zone) = TimeZone::posix(value)
    {
        return Some(zone);
    }
    // Joining an absolute path gives that path, whatever the folder.
    folders.map(|folder| folder.join(name)).find_map(|file| zone_file(&file))
}

fn zone_file(file: &Path) -> Option<TimeZone> {
    // Anything else, such as a pipe, could keep the program waiting.
    let is_file = fs::metadata(file).is_ok_and(|metadata| metadata.is_file());
    let bytes = fs::read(file).ok().filter(|_| is_file)?;
    TimeZone::tzif("", &bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// The date at a moment for a value of `TZ`, with the zone files of a folder.
    fn day(now: &str, value: &str, folder: &Path) -> Option<Date> {
        let zone = named(value, std::iter::once(folder.to_owned()))?;
        Some(date_in(now.parse().unwrap(), &zone))
    }

    /// A zone file of one offset: version 2, no transitions, the rule `<+13>-13` as its footer.
    fn zone_of_13_hours() -> Vec<u8> {
        let offset = (13i32 * 3600).to_be_bytes();
        let counts = [0u32, 0, 0, 0, 1, 4].map(u32::to_be_bytes).concat();
        let block = [b"TZif2".as_slice(), &[0; 15], &counts, &offset, &[0, 0], b"+13\0"].concat();
        [block.as_slice(), &block, b"\n<+13>-13\n"].concat()
    }

    #[test]
    fn a_rule_shifts_midnight() {
        let nowhere = Path::new("/nowhere");
        let late = "2026-03-31T23:30:00Z";
        let early = "2026-04-01T00:30:00Z";
        for (now, value, expected) in [
            (late, "", date(2026, 3, 31)),
            (late, "UTC0", date(2026, 3, 31)),
            (late, "CET-1CEST,M3.5.0,M10.5.0/3", date(2026, 4, 1)),
            (early, "EST5EDT,M3.2.0,M11.1.0", date(2026, 3, 31)),
            (early, "UTC0", date(2026, 4, 1)),
            // Summer time alone moves it over midnight: 22:30 is 23:30 in winter, 0:30 in summer.
            ("2026-01-31T22:30:00Z", "CET-1CEST,M3.5.0,M10.5.0/3", date(2026, 1, 31)),
            ("2026-07-31T22:30:00Z", "CET-1CEST,M3.5.0,M10.5.0/3", date(2026, 8, 1)),
        ] {
            assert_eq!(day(now, value, nowhere), Some(expected), "{now} {value}");
        }
    }

    #[test]
    fn a_name_or_a_path_reads_one_file() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("Pacific")).unwrap();
        let file = folder.path().join("Pacific/Far");
        fs::write(&file, zone_of_13_hours()).unwrap();
        let path = file.to_str().unwrap();
        for value in ["Pacific/Far", ":Pacific/Far", path, &format!(":{path}")] {
            let before = day("2026-12-31T10:59:59Z", value, folder.path());
            assert_eq!(before, Some(date(2026, 12, 31)), "{value}");
            let after = day("2026-12-31T11:00:00Z", value, folder.path());
            assert_eq!(after, Some(date(2027, 1, 1)), "{value}");
        }
    }

    #[test]
    fn what_is_no_zone_is_none() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("Area")).unwrap();
        fs::write(folder.path().join("Broken"), "no zone").unwrap();
        for value in ["Missing/City", ":Missing", "/missing/file", "Area", "Broken", ":"] {
            let zone = named(value, std::iter::once(folder.path().to_owned()));
            assert_eq!(zone, (value == ":").then_some(TimeZone::UTC), "{value}");
        }
    }
}
