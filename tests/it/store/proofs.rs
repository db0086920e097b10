//! Proofs: their kinds, their ids, and how they are written.

use super::{Place, rate, save_with};
use crate::support::{TODAY, library, skill};
use career_coach::guide::scale::Evidence;
use career_coach::profile::edit::{Edit, NewProof};
use career_coach::profile::model::{Profile, ProofKind};
use career_coach::profile::store::Store;
use career_coach::profile::story::Story;
use rstest::rstest;

pub fn prove(name: &str, text: &str) -> Edit {
    Edit::AddProof { proof: NewProof::new(ProofKind::Link, text), skills: vec![skill(name)] }
}

#[rstest]
#[case("https://example.org/shop", Evidence::Example, ProofKind::Link)]
#[case("github.com/ada/shop", Evidence::Link, ProofKind::Link)]
#[case("Jo Berg, who led the team", Evidence::Link, ProofKind::Referee)]
#[case("e.g. the night of the outage", Evidence::Example, ProofKind::Case)]
#[case("Ada", Evidence::Link, ProofKind::Referee)]
fn what_a_proof_is_can_be_told_from_its_words(
    #[case] text: &str,
    #[case] evidence: Evidence,
    #[case] kind: ProofKind,
) {
    assert_eq!(ProofKind::guess(text, evidence), kind);
}

#[test]
fn a_proof_finds_a_free_id_and_carries_what_it_is() {
    let mut profile = Profile::default();
    let long =
        "I found the lock that held the nightly job for two hours and wrote down how to see it next time";
    let case = Edit::AddProof { proof: NewProof::new(ProofKind::Case, long), skills: vec![skill("sql")] };
    for edit in [prove("sql", " https://example.org/a "), case] {
        edit.apply(&mut profile, TODAY).expect("applied");
    }
    let [first, second] = &profile.proofs[..] else { panic!("two proofs: {:?}", profile.proofs) };
    assert_eq!((first.id.as_str(), first.carries()), ("sql", Evidence::Link));
    assert_eq!((second.id.as_str(), second.carries()), ("sql-2", Evidence::Example));
    assert!(second.title.ends_with('…') && second.title.chars().count() <= 61, "{}", second.title);
    assert_eq!(second.story, Some(Story::Text(long.to_owned())));
}

#[test]
fn a_proof_is_written_beside_what_is_there() {
    let place = Place::with("# mine\n[[proofs]]\nid = \"a\"\ntitle = \"shop\"\nsince = 2024 # kept\n");
    place.save(&[rate("sql", 3, Evidence::Claim), prove("sql", "https://example.org")]);
    let text = place.text();
    assert!(text.contains("since = 2024 # kept") && text.contains("# mine"), "{text}");
    let ids: Vec<_> = place.load().profile.proofs.into_iter().map(|proof| proof.id).collect();
    assert_eq!(ids, ["a", "sql"]);
    let odd = Place::with("proofs = 3\n[ratings.sql]\nrating = 3\n");
    let error =
        super::save(&odd.store, &[prove("sql", "https://example.org")], TODAY).expect_err("nothing is saved");
    assert!(error.to_string().contains("proofs has to be a list of tables"), "{error}");
}

/// Both programs have read the file before either saves, so that each would choose the same id.
#[test]
fn two_programs_that_prove_at_once_keep_both_proofs() {
    let place = Place::with("[ratings.git]\nrating = 3\n");
    let held = place.load().profile;
    for address in ["https://example.org/1", "https://example.org/2"] {
        let other = Store::new(place.store.file().to_owned());
        save_with(&other, &[prove("git", address)], TODAY, held.clone()).expect("saved");
    }
    let profile = place.store.load(library()).expect("read").profile;
    let kept: Vec<_> = profile.proofs.iter().filter_map(|proof| proof.url.as_deref()).collect();
    assert_eq!(kept, ["https://example.org/1", "https://example.org/2"]);
    assert_eq!(profile.ratings.0.get(&skill("git")).expect("rated").proofs, ["git", "git-2"]);
}
