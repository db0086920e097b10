//! The résumé as JSON Resume.

use crate::coach::application::Sources;
use crate::profile::model::Proof;
use crate::resume::kept;
use crate::resume::node::{Entry, Node, Value};

/// What is kept, with a project for each proof with a link or a story that it doesn't have yet. Nothing of what is kept changes.
#[must_use]
pub fn json_resume(sources: &Sources<'_>) -> String {
    let node = &sources.kept.node;
    let before = node.to_json();
    // A link that nobody has named for a rating says nothing more than the résumé that it came from.
    let is_repeated = |proof: &Proof, url: &str| {
        let says_more = proof.story.is_some() || !sources.skill_names_of(proof).is_empty();
        before.contains(&format!("\"{url}\"")) || !says_more && before.contains(url)
    };
    let is_new = |proof: &&Proof| match (&proof.url, &proof.story) {
        (Some(url), _) => !is_repeated(proof, url),
        (None, Some(_)) => true,
        (None, None) => false,
    };
    let new: Vec<Node> =
        sources.profile.proofs.iter().filter(is_new).map(|proof| project(sources, proof)).collect();
    let mut entries = node.entries().to_vec();
    if !new.is_empty() {
        match entries.iter_mut().find(|entry| entry.key == "projects").map(|entry| &mut entry.value.value) {
            Some(Value::List(projects)) => projects.extend(new),
            Some(_) => {}
            None => entries.push(Entry::new("projects", Node::list_at(1, new))),
        }
    }
    kept::json_resume(&Node::map_at(node.line, entries))
}

fn project(sources: &Sources<'_>, proof: &Proof) -> Node {
    let text = |key: &str, text: &str| Entry::new(key, Node::text_at(1, text));
    let texts = |key: &str, texts: Vec<String>| {
        Entry::new(key, Node::list_at(1, texts.into_iter().map(|text| Node::text_at(1, text)).collect()))
    };
    let mut entries = vec![text("name", if proof.title.is_empty() { &proof.id } else { &proof.title })];
    if let Some(url) = &proof.url {
        entries.push(text("url", url));
    }
    if let Some(story) = &proof.story {
        if let Some(situation) = story.situation() {
            entries.push(text("description", situation));
        }
        let told = [story.action(), story.result()].into_iter().flatten().map(str::to_owned).collect();
        entries.push(texts("highlights", told));
    }
    let keywords: Vec<String> = sources.skill_names_of(proof);
    if !keywords.is_empty() {
        entries.push(texts("keywords", keywords));
    }
    Node::map_at(1, entries)
}
