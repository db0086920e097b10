//! Values that can't be understood: told in plain words with line and column, left in the file, and in linear time.

use super::{Place, answer, entry, rate};
use crate::support::library;
use career_coach::guide::scale::Evidence;
use career_coach::profile::edit::{Edit, undo_of};
use rstest::rstest;

#[rstest]
#[case(
    "[ratings.git]\nrating = 3\nevidence = \"linkk\"\n",
    "line 3, column 12: evidence is `linkk`; it has to be claim, example or link"
)]
#[case(
    "[ratings.git]\nrating = 7\n",
    "line 2, column 10: rating is `7`; it has to be a number from 0 to 5 or a name (none, studied"
)]
#[case("[ratings.git]\nrating = [3]\n", "line 2, column 10: rating is a list;")]
#[case("[ratings.git]\nrating = \"\"\n", "line 2, column 10: rating is empty;")]
#[case(
    "[ratings.git]\nnote = \"x\"\n",
    "line 1, column 10: there is no rating for `git`; write rating = 3 below [ratings.git]"
)]
#[case("[ratings]\ngit = 3\n", "line 2, column 7: git is `3`; write [ratings.git] and below it rating = 3")]
#[case(
    "[ratings.git]\nrating = 3\nrated_on = \"soon\"\n",
    "line 3, column 12: rated_on is `soon`; write a day as \"2026-11-24\""
)]
#[case(
    "[ratings.git]\nrating = 3\nproofs = 4\n",
    "line 3, column 10: proofs is `4`; it has to be a list of texts"
)]
#[case(
    "[ratings.git]\nrating = 3\nnote = [\"a\"]\n",
    "line 3, column 8: note is a list; it has to be a text in quotes"
)]
#[case("ratings = 3\n", "line 1, column 11: ratings is `3`; it has to be a table: [ratings.git]")]
#[case(
    "history = \"é\"\n",
    "line 1, column 11: history is `é`; it has to be a list of tables, each below [[history]]"
)]
#[case("[[history]]\non = \"x\"\nskill = \"git\"\n", "line 2, column 6: on is `x`; write a day")]
#[case(
    "[[history]]\non = \"2026-01-01\"\n",
    "line 1, column 1: this entry of the history has no day or no skill"
)]
#[case(
    "# ö\nhistory = [3]\n",
    "line 2, column 12: this entry of history is `3`; it has to be a table below [[history]]"
)]
#[case(
    "[[history]]\non = \"2026-01-01\"\nskill = 3\n",
    "line 3, column 9: skill is `3`; it has to be the name of a skill"
)]
#[case(
    "[[proofs]]\ntitle = \"shop\"\n",
    "line 1, column 1: this proof has no id; write id = \"shop\" below [[proofs]]"
)]
#[case(
    "proofs = [{ id = \"a\" }, { id = \"a\" }]\n",
    "column 25: another proof already has the id `a`; only the first one counts"
)]
#[case("schema = \"one\"\n", "line 1, column 10: schema is `one`; write schema = 1")]
#[case("guide = 3\n", "line 1, column 9: guide is `3`; it has to be the id of a guide, in quotes")]
#[case("target = 3\n", "line 1, column 10: target is `3`; it has to be the name of a level, in quotes")]
#[case("by = \"soon\"\n", "line 1, column 6: by is `soon`; write a day as \"2026-11-24\"")]
#[case("[about.years]\nsince = 3\n", "line 1, column 8: years is a table; it has to be a text or a number")]
#[case(
    "[targets]\nother-guide = 3\n",
    "line 2, column 15: other-guide is `3`; it has to be a table: [targets.other-guide]"
)]
fn a_fault_says_where_it_is_what_it_is_and_what_to_do(#[case] text: &str, #[case] told: &str) {
    let place = Place::with(text);
    let notices = place.load().notices.join("\n");
    assert!(notices.contains(told), "{told}\nin\n{notices}");
    for jargon in ["unknown variant", "expected", "i64", "[0]", "invalid type"] {
        assert!(!notices.contains(jargon), "{jargon} in {notices}");
    }
    let faults = place.store.check(library()).expect("it can be checked");
    assert!(faults.iter().any(|fault| fault.to_string().contains(told)), "{faults:?}");
    assert_eq!(place.text(), text);
}

#[test]
fn one_wrong_value_costs_no_other() {
    let loaded = Place::with(
        "[ratings.git]\nrating = 3\nevidence = \"linkk\"\nnote = \"mine\"\n[ratings.sql]\nrating = 9\n[ratings.testing]\nrating = 2\n",
    )
    .load();
    assert_eq!(loaded.notices.len(), 2, "{:?}", loaded.notices);
    assert_eq!(answer(&loaded.profile, "git"), Some((3, Evidence::Claim)));
    assert_eq!(entry(&loaded, "git").note.as_deref(), Some("mine"));
    assert_eq!(
        (answer(&loaded.profile, "sql"), answer(&loaded.profile, "testing")),
        (None, Some((2, Evidence::Claim)))
    );
}

#[test]
fn a_wrong_rating_is_mended_by_rating_the_skill() {
    let place = Place::with("[ratings.Postgres]\nrating = 7\nnote = \"orders\"\n");
    let saved = place.save(&[rate("sql", 3, Evidence::Link)]);
    assert_eq!((saved.notices.len(), answer(&saved.profile, "sql")), (0, Some((3, Evidence::Link))));
    assert_eq!(entry(&saved, "sql").note.as_deref(), Some("orders"));
    assert!(place.text().contains("[ratings.Postgres]\nrating = 3\nnote = \"orders\"\n"), "{}", place.text());
}

#[test]
fn a_check_lists_everything_in_the_order_of_the_lines_and_changes_nothing() {
    let text = "target = \"boss\"\n[about]\nyears = \"many\"\n[ratings.git]\nrating = 7\nproofs = [\"shop\"]\n[ratings.sql]\nrating = 3\nproofs = [\"shop\"]\n";
    let place = Place::with(text);
    let faults = place.store.check(library()).expect("it can be checked");
    let told: Vec<_> = faults.iter().map(|fault| (fault.line, fault.column, fault.key.as_str())).collect();
    assert_eq!(
        told,
        [
            (1, 10, "target"),
            (3, 9, "about.years"),
            (5, 10, "ratings.git.rating"),
            (6, 11, "ratings.git.proofs"),
            (9, 11, "ratings.sql.proofs"),
        ]
    );
    assert_eq!(faults[1].problem, "years is `many`");
    assert_eq!(faults[1].advice, "write 3, 1.5 or 18 months");
    assert_eq!((place.text().as_str(), place.names()), (text, vec!["profile.toml".to_owned()]));
    assert_eq!(Place::new().store.check(library()).expect("nothing there"), []);
}

#[test]
fn a_check_lists_every_line_that_is_no_toml() {
    let place = Place::with("a = \nb = 1\n[c\nd = 2\n");
    let lines: Vec<_> =
        place.store.check(library()).expect("checked").iter().map(|fault| fault.line).collect();
    assert!(lines.contains(&1) && lines.contains(&3), "{lines:?}");
}

#[test]
fn what_the_file_says_reaches_a_message_short_and_harmless() {
    let long = "x".repeat(5_000);
    let text = format!(
        "[ratings.git]\nrating = \"\\u001b[31m\\u202ex\"\nevidence = \"{long}\"\n[ratings.sql]\nrating = 1\nevidence = \"{long}\"\n"
    );
    let notices = Place::with(text).load().notices;
    let all = notices.join("\n");
    assert!(all.contains(r"rating is `\u{1b}[31m\u{202e}x`"), "{all}");
    assert!(all.chars().all(|c| c == '\n' || !c.is_control()), "{all:?}");
    assert!(notices.iter().all(|notice| notice.len() < 400), "{all}");
}

/// Wrong values, all of one kind.
fn many_wrong(count: usize) -> String {
    (0..count).map(|i| format!("[ratings.skill-{i}]\nrating = 9\n")).collect()
}

#[test]
fn after_ten_faults_of_a_kind_only_their_number_is_told() {
    let place = Place::with(many_wrong(2_000));
    let notices = place.load().notices;
    // Ten ratings and ten skills that nobody knows, and how many more of each.
    assert_eq!(notices.len(), 22, "{notices:?}");
    assert!(notices[20].ends_with("1990 more names of skills can't be understood"), "{notices:?}");
    assert!(notices[21].ends_with("1990 more ratings can't be understood"), "{notices:?}");
    assert_eq!(place.store.check(library()).expect("checked").len(), 4_000);
}

/// Sizes at which a reader that walks through the file once for each value would take minutes.
#[test]
fn big_files_are_read_checked_and_saved_whole() {
    let proofs: String = (0..5_000).map(|i| format!("[[proofs]]\nid = \"p{i}\"\ntitle = \"t\"\n")).collect();
    let names: Vec<String> = (0..5_000).map(|i| format!("\"p{i}\"")).collect();
    let history = "[[history]]\non = \"2026-01-01\"\nskill = \"Postgres\"\nrating = \"3\"\n".repeat(10_000);
    let note = "x".repeat(1 << 20);
    let place = Place::with(format!(
        "[ratings.git]\nrating = 3\nnote = \"{note}\"\nproofs = [{}]\n{proofs}{history}",
        names.join(", ")
    ));
    let loaded = place.load();
    assert_eq!((loaded.profile.proofs.len(), loaded.profile.history.len()), (5_000, 10_000));
    assert_eq!(place.store.check(library()).expect("checked"), []);
    let edits = [rate("sql", 2, Evidence::Claim), super::proofs::prove("git", "https://example.org")];
    let saved = place.save(&edits);
    assert_eq!((saved.profile.proofs.len(), saved.profile.history.len()), (5_001, 10_002));
    assert_eq!(entry(&saved, "git").proofs.len(), 5_001);
    let undo = Edit::Undo(undo_of(&loaded.profile, &saved.profile));
    let undone = place.save(&[undo]).profile;
    assert_eq!((undone.proofs, undone.ratings), (loaded.profile.proofs, loaded.profile.ratings));
}

#[test]
fn five_thousand_faults_on_one_line_each_have_their_column() {
    let place = Place::with(format!("history = [{}]\n", "{ on = 3, skill = \"git\" }, ".repeat(5_000)));
    let faults = place.store.check(library()).expect("checked");
    let columns: Vec<_> = faults.iter().map(|fault| (fault.line, fault.column)).collect();
    assert_eq!((columns.len(), columns[0], columns[4_999]), (5_000, (1, 19), (1, 19 + 4_999 * 27)));
}
