//! A document as one HTML file: nothing outside of it is needed, nothing in it runs, and it prints.
//!
//! It is well-formed XML too, so that a strict parser reads it. Colours, and what changes on a narrow screen and on paper, are in
//! `style.css`. Texts come from anybody, so everything is escaped, and only web and mail addresses become links.

mod inline;
mod picture;
mod table;

use super::document::{Document, Element, Spans, TO_DO};
use inline::{escaped, spans};
use std::fmt::Write;

const STYLE: &str = include_str!("html/style.css");
/// Lets the file load and run nothing; its own style is allowed.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/// The title of a document without one.
const UNTITLED: &str = "Career Coach";

/// The document as an HTML file. Its first title is the file's, and the others begin parts of it.
#[must_use]
pub fn html(doc: &Document) -> String {
    let title = doc.title();
    let mut body = Body::default();
    doc.0.iter().for_each(|element| body.add(element));
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <meta name=\"color-scheme\" content=\"light dark\"/>\n<meta name=\"referrer\" content=\"no-referrer\"/>\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{}</main>\n</body>\n</html>\n",
        escaped(title.unwrap_or(UNTITLED)),
        body.finished()
    )
}

/// The kind of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    Bullets,
    Numbers,
    Signs,
    ToDo,
}

impl List {
    fn of(marker: &str) -> Self {
        match marker.trim() {
            "•" => Self::Bullets,
            TO_DO => Self::ToDo,
            marker if number(marker).is_some() => Self::Numbers,
            _ => Self::Signs,
        }
    }

    const fn start(self) -> &'static str {
        match self {
            Self::Bullets => "<ul>\n",
            Self::Numbers => "<ol>\n",
            Self::Signs | Self::ToDo => "<ul class=\"signs\">\n",
        }
    }

    const fn end(self) -> &'static str {
        match self {
            Self::Bullets | Self::Signs | Self::ToDo => "</ul>\n",
            Self::Numbers => "</ol>\n",
        }
    }
}

/// The number of a marker such as `1.`.
fn number(marker: &str) -> Option<u32> {
    marker.trim().trim_end_matches('.').parse().ok()
}

/// The content under way.
#[derive(Default)]
struct Body {
    text: String,
    /// The list that is open.
    list: Option<List>,
    /// The titles so far. The first one is the heading of the file; those that follow stand a step lower, with their headings.
    titles: usize,
}

impl Body {
    fn add(&mut self, element: &Element) {
        if !matches!(element, Element::Item { .. }) {
            self.end_list();
        }
        match element {
            Element::Title(title) => self.add_title(title),
            Element::Heading(heading) => {
                let step = if self.titles > 1 { 3 } else { 2 };
                self.push(format_args!("<h{step}>{}</h{step}>\n", escaped(heading)));
            }
            Element::Paragraph(text) => self.push(format_args!("<p>{}</p>\n", spans(text).trim())),
            Element::Item { marker, text } => self.add_item(marker, text),
            Element::Table(table) => self.text.push_str(&table::table(table)),
            Element::Chart(chart) => self.text.push_str(&picture::chart(chart)),
            Element::Radar(radar) => self.text.push_str(&picture::radar(radar)),
            Element::Gap => {}
        }
    }

    fn add_title(&mut self, title: &str) {
        self.titles += 1;
        let title = escaped(title);
        if self.titles == 1 {
            self.push(format_args!("<h1>{title}</h1>\n"));
        } else {
            let end = if self.titles > 2 { "</section>\n" } else { "" };
            self.push(format_args!("{end}<section>\n<h2>{title}</h2>\n"));
        }
    }

    fn add_item(&mut self, marker: &str, text: &Spans) {
        let list = List::of(marker);
        if self.list != Some(list) {
            self.end_list();
            self.text.push_str(list.start());
            self.list = Some(list);
        }
        let text = spans(text);
        match (list, number(marker)) {
            (List::Numbers, Some(number)) => self.push(format_args!("<li value=\"{number}\">{text}</li>\n")),
            (List::Bullets | List::Numbers, _) => self.push(format_args!("<li>{text}</li>\n")),
            (List::ToDo, _) => self.push(format_args!("<li><span class=\"sign\">☐</span> {text}</li>\n")),
            (List::Signs, _) => {
                let sign = escaped(marker.trim());
                self.push(format_args!("<li><span class=\"sign\">{sign}</span> {text}</li>\n"));
            }
        }
    }

    fn end_list(&mut self) {
        if let Some(list) = self.list.take() {
            self.text.push_str(list.end());
        }
    }

    fn push(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a string can't fail.
        let _ = self.text.write_fmt(text);
    }

    fn finished(mut self) -> String {
        self.end_list();
        if self.titles > 1 {
            self.text.push_str("</section>\n");
        }
        self.text
    }
}

#[cfg(test)]
mod tests;
