//! Single values, read forgivingly.

use super::Reader;
use super::node::{Content, Fields, Node};
use crate::guide::scale::{Evidence, Rating};
use crate::profile::fault::{FaultKind, shown};
use crate::profile::model::Day;

/// What stands there, for a message: a text or a number itself, else its kind.
pub fn described(content: &Content<'_>) -> String {
    match content {
        Content::Text("") => "empty".to_owned(),
        Content::Text(text) => format!("`{}`", shown(text)),
        Content::Whole(number) => format!("`{number}`"),
        Content::Day(text) | Content::Other(text) => format!("`{}`", shown(text)),
        Content::List(_) => "a list".to_owned(),
        Content::Table(_) => "a table".to_owned(),
    }
}

/// A text, a number or a day in the words of the file; lists are joined by commas.
pub fn plain(content: &Content<'_>) -> Option<String> {
    match content {
        Content::Text(text) => Some((*text).to_owned()),
        Content::Whole(number) => Some(number.to_string()),
        Content::Day(text) | Content::Other(text) => Some(text.clone()),
        Content::List(entries) => {
            let texts: Option<Vec<_>> = entries.iter().map(|entry| plain(&entry.content())).collect();
            texts.map(|texts| texts.join(", "))
        }
        Content::Table(_) => None,
    }
}

impl Reader<'_> {
    /// A rating: a number, `"3"`, or a short name.
    pub(super) fn rating(&mut self, node: Node<'_>, key: &str) -> Option<Rating> {
        let content = node.content();
        let rating = match &content {
            Content::Whole(number) => Rating::from_number(*number),
            Content::Text(text) => text.parse().ok(),
            Content::Day(_) | Content::Other(_) | Content::List(_) | Content::Table(_) => None,
        };
        if rating.is_none() {
            let names = || Rating::all().map(Rating::name).collect::<Vec<_>>().join(", ");
            self.fault(node.at, FaultKind::Rating, key, |name| {
                let advice = format!("it has to be a number from 0 to 5 or a name ({})", names());
                (format!("{name} is {}", described(&content)), advice)
            });
        }
        rating
    }

    /// The evidence of an entry; a claim where it says none, or none that can be understood.
    pub(super) fn evidence(&mut self, fields: &Fields<'_>, key: &str) -> Evidence {
        let Some(field) = fields.get("evidence") else { return Evidence::default() };
        let content = field.value.content();
        let evidence = match &content {
            Content::Text(text) => text.parse().ok(),
            Content::Whole(_)
            | Content::Day(_)
            | Content::Other(_)
            | Content::List(_)
            | Content::Table(_) => None,
        };
        if evidence.is_none() {
            self.fault(field.value.at, FaultKind::Evidence, &format!("{key}.evidence"), |name| {
                let advice = "it has to be claim, example or link".to_owned();
                (format!("{name} is {}", described(&content)), advice)
            });
        }
        evidence.unwrap_or_default()
    }

    /// A day: `"2026-11-24"`, with or without quotes; a time behind it is left out.
    pub(super) fn day(&mut self, node: Node<'_>, key: &str) -> Option<Day> {
        let content = node.content();
        let day = match &content {
            Content::Text(text) => text.trim().parse().ok(),
            Content::Day(text) => text.get(.."2026-11-24".len()).and_then(|day| day.parse().ok()),
            Content::Whole(_) | Content::Other(_) | Content::List(_) | Content::Table(_) => None,
        };
        if day.is_none() {
            self.fault(node.at, FaultKind::Day, key, |name| {
                let advice = "write a day as \"2026-11-24\": year, month, day".to_owned();
                (format!("{name} is {}", described(&content)), advice)
            });
        }
        day.map(Day)
    }

    /// A text; a number or a day will do too.
    pub(super) fn text(&mut self, fields: &Fields<'_>, name: &str, key: &str) -> Option<String> {
        let field = fields.get(name)?;
        let content = field.value.content();
        let text = match &content {
            Content::List(_) => None,
            content => plain(content),
        };
        if text.is_none() {
            self.shape(field.value.at, &format!("{key}.{name}"), &content, "it has to be a text in quotes");
        }
        text
    }

    /// A list of texts; a single text is a list of one.
    pub(super) fn texts(&mut self, fields: &Fields<'_>, name: &str, key: &str) -> Vec<String> {
        let Some(field) = fields.get(name) else { return Vec::new() };
        let content = field.value.content();
        let texts: Option<Vec<String>> = match &content {
            Content::Text(text) => Some(vec![(*text).to_owned()]),
            Content::List(entries) => entries
                .iter()
                .map(|entry| match entry.content() {
                    Content::Text(text) => Some(text.to_owned()),
                    Content::Whole(number) => Some(number.to_string()),
                    Content::Day(_) | Content::Other(_) | Content::List(_) | Content::Table(_) => None,
                })
                .collect(),
            Content::Whole(_) | Content::Day(_) | Content::Other(_) | Content::Table(_) => None,
        };
        if texts.is_none() {
            let advice = "it has to be a list of texts, such as [\"shop\", \"talk\"]";
            self.shape(field.value.at, &format!("{key}.{name}"), &content, advice);
        }
        texts.unwrap_or_default()
    }
}
