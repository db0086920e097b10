//! The toolkit in a real terminal: an ad is pasted, kept and moved on.

use super::{Session, home, profile_in, write_profile};
use std::fs::{self, File};
use std::path::PathBuf;

const AD: &str =
    "Senior Back-End Engineer\r\rAcme GmbH\r\rRequirements:\r- 5+ years of experience\r- Python\r- Kafka\r";

fn file(home: &std::path::Path, name: &str) -> PathBuf {
    profile_in(home).with_file_name("ads").join(format!("{name}.toml"))
}

#[test]
fn an_ad_is_pasted_kept_and_moved_on() {
    let home = home();
    write_profile(home.path(), "[ratings]\nprogramming-language = { rating = 3 }\n");
    let mut session = Session::coach(home.path());
    session.wait_for("1 of 25 answered");
    session.press("8");
    session.wait_for("Paste a job ad, or press Enter to open a file.");
    session.press(&format!("\u{1b}[200~{AD}\u{1b}[201~"));
    session.wait_for("Not kept yet");
    session.press("K");
    session.wait_for("Keep this job ad under which name?");
    // The name that is suggested goes.
    session.press("\u{15}acme\r");
    session.wait_for("Kept as acme");
    session.press("s2");
    session.wait_for("acme · applied");
    session.press("q");
    assert_eq!(session.end(), 0);
    let kept = fs::read_to_string(file(home.path(), "acme")).expect("kept");
    assert!(kept.contains("state = \"applied\"") && kept.contains("- Python\n- Kafka\n"), "{kept}");
    let mut again = Session::coach(home.path());
    again.wait_for("1 of 25 answered");
    again.press("8");
    again.wait_for("applied");
    again.press("q");
    assert_eq!(again.end(), 0);
}

#[test]
fn an_ad_waits_for_another_program_and_is_kept() {
    let home = home();
    write_profile(home.path(), "[ratings]\nsql = { rating = 1 }\n");
    fs::write(home.path().join("ad.txt"), AD.replace('\r', "\n")).expect("written");
    let mut session = Session::coach(home.path());
    session.wait_for("1 of 25 answered");
    let lock = File::create(profile_in(home.path()).with_extension("lock")).expect("a file");
    lock.lock().expect("locked");
    session.press("8\r");
    session.wait_for("Read the job ad in which file?");
    session.press("~/none.txt\r");
    session.wait_for("Can't read");
    session.press("\u{15}~/ad.txt\r");
    session.wait_for("Not kept yet");
    session.press("K\r");
    session.wait_for("Another copy of coach is saving");
    session.press("s3");
    session.wait_for("interview");
    session.press("q");
    session.wait_for("2 changes are not saved. Quit anyway?");
    session.press("\u{1b}");
    session.wait("question gone", |screen| !screen.contents().contains("Quit anyway?"));
    lock.unlock().expect("unlocked");
    // No key is needed.
    session.wait_for("Saved now");
    session.press("q");
    assert_eq!(session.end(), 0);
    let kept = fs::read_to_string(file(home.path(), "senior-back-end-engineer")).expect("kept");
    assert!(kept.contains("state = \"interview\"") && kept.contains("Kafka"), "{kept}");
}
