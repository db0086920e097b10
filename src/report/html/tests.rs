//! The HTML against an independent parser, and its colours against the limits of contrast.

use super::{POLICY, STYLE, html};
use crate::coach::fraction::Fraction;
use crate::report::document::{
    Cell, Chart, ChartStep, Column, Document, Legend, Radar, RadarAxis, Role, Span, TO_DO,
};
use jiff::civil::date;
use quick_xml::Reader;
use quick_xml::events::Event;

/// A document with everything that there is.
fn everything(text: &str) -> Document {
    let mut doc = Document::titled(text);
    doc.spans(vec![Span::new(Role::Strong, text), Span::new(Role::Dim, "dim"), Span::address(text)]);
    doc.heading(text);
    doc.item(vec![text.into()]);
    doc.marked("1.", vec![text.into()]);
    doc.marked(" 2", vec![text.into()]);
    doc.marked(TO_DO, vec![text.into()]);
    doc.marked(text, vec![text.into()]);
    let share = Fraction::percent;
    let range = Cell::Range { low: share(39), high: share(88), mark: share(80) };
    let bar = Cell::Bar { from: share(0), to: share(60) };
    let part = Cell::Share { low: share(40), high: share(70), mark: share(80) };
    doc.table(
        vec![Column::left(text), Column::right(text)],
        vec![vec![text.into(), range], vec![text.into(), bar], vec![text.into(), part]],
    );
    doc.table(vec![Column::default()], vec![vec![text.into()]]);
    let step = |month, low| ChartStep { from: date(2026, month, 1), low: share(low), high: share(90) };
    doc.chart(Chart {
        steps: vec![step(1, 20), step(5, 55)],
        until: date(2026, 9, 1),
        mark: share(80),
        legend: Legend { low: text.to_owned(), high: text.to_owned(), mark: text.to_owned() },
    });
    let axis =
        |low| RadarAxis { name: text.to_owned(), low: share(low), high: share(100), note: text.to_owned() };
    doc.radar(Radar { axes: [40, 0, 70].map(axis).to_vec(), low: text.to_owned(), high: text.to_owned() });
    let mut appendix = Document::titled(text);
    appendix.heading(text);
    doc.append(appendix);
    doc
}

/// The names of all elements and the values of all attributes, as a strict parser reads them.
fn parsed(html: &str) -> (Vec<String>, Vec<(String, String)>) {
    let mut reader = Reader::from_str(html);
    reader.config_mut().check_end_names = true;
    let (mut names, mut attributes, mut depth) = (Vec::new(), Vec::new(), 0);
    loop {
        let event = reader.read_event().expect("well-formed");
        depth += i32::from(matches!(event, Event::Start(_))) - i32::from(matches!(event, Event::End(_)));
        match event {
            Event::Start(start) | Event::Empty(start) => {
                names.push(start.name().as_ref().to_owned());
                for attribute in start.attributes() {
                    let attribute = attribute.expect("an attribute");
                    attributes.push((attribute.key.as_ref().to_owned(), attribute.value.to_string()));
                }
            }
            Event::Eof => {
                assert_eq!(depth, 0, "every element ends");
                return (names, attributes);
            }
            _ => {}
        }
    }
}

#[test]
fn a_page_is_semantic_and_well_formed() {
    let page = html(&everything("Git"));
    let (names, attributes) = parsed(&page);
    for name in [
        "title",
        "style",
        "main",
        "h1",
        "h2",
        "h3",
        "p",
        "ul",
        "ol",
        "li",
        "table",
        "th",
        "svg",
        "desc",
        "figcaption",
    ] {
        assert!(names.iter().any(|other| other == name), "{name}: {names:?}");
    }
    assert_eq!(names.iter().filter(|name| *name == "h1").count(), 1);
    let has = |key: &str, value: &str| attributes.contains(&(key.to_owned(), value.to_owned()));
    assert!(has("lang", "en") && has("content", POLICY) && has("scope", "col") && has("value", "2"));
}

#[test]
fn a_share_is_filled_as_far_as_it_is_certain_and_keeps_its_mark() {
    let drawn = |low, high, mark| {
        let [low, high, mark] = [low, high, mark].map(Fraction::percent);
        super::picture::share(low, high, mark)
    };
    let (fill, possible, mark) = ("class=\"fill\"", "class=\"fill possible\"", "class=\"mark\"");
    let certain = drawn(50, 50, 80);
    assert!(certain.contains("class=\"fill\" x=\"0\" y=\"4\" width=\"500\""), "{certain}");
    assert!(certain.contains("class=\"mark\" x=\"800\"") && !certain.contains(possible), "{certain}");
    assert!(certain.contains("<title>50, on an axis from 0 to 100 with a mark at 80</title>"), "{certain}");
    let open = drawn(50, 75, 80);
    assert!(open.contains("class=\"fill possible\" x=\"500\" y=\"4\" width=\"250\""), "{open}");
    assert!(open.contains(fill) && open.contains(mark), "{open}");
    let unknown = drawn(0, 100, 100);
    assert!(unknown.contains(possible) && !unknown.contains(fill) && !unknown.contains(mark), "{unknown}");
    assert!(!drawn(0, 0, 100).contains("fill"));
}

#[test]
fn nothing_in_it_runs_or_comes_from_outside() {
    let hostile = "\"'><script src=http://x.example/>&lt;![CDATA[ --> javascript:alert(1)\u{202e}\u{1b}[31m\u{0}\u{ffff}</style>";
    let page = html(&everything(hostile));
    let (names, attributes) = parsed(&page);
    let allowed = [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "section",
        "h1",
        "h2",
        "h3",
        "p",
        "ul",
        "ol",
        "li",
        "span",
        "strong",
        "em",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "svg",
        "desc",
        "rect",
        "path",
        "polygon",
        "text",
        "figure",
        "figcaption",
        "div",
    ];
    let strange: Vec<_> = names.iter().filter(|name| !allowed.contains(&name.as_str())).collect();
    assert!(strange.is_empty(), "{strange:?}");
    for (key, value) in &attributes {
        assert!(
            !key.starts_with("on") && !["src", "href", "style", "srcset"].contains(&key.as_str()),
            "{key}={value}"
        );
    }
    assert!(!page.contains(['\u{202e}', '\u{1b}', '\u{0}', '\u{ffff}']));
    assert!(!STYLE.contains("url(") && !STYLE.contains("@import") && !STYLE.contains("http"));
}

#[test]
fn only_web_and_mail_addresses_become_links() {
    let links = |address: &str| {
        let mut doc = Document::default();
        doc.paragraph(Span::address(address));
        let (_, attributes) = parsed(&html(&doc));
        attributes.into_iter().filter(|(key, _)| key == "href").map(|(_, value)| value).collect::<Vec<_>>()
    };
    assert_eq!(links("https://example.org/?a=1&b=2"), ["https://example.org/?a=1&amp;b=2"]);
    assert_eq!(links("HTTP://example.org/a\"b"), ["HTTP://example.org/a&quot;b"]);
    assert_eq!(links("mailto:ada@example.org"), ["mailto:ada@example.org"]);
    for other in [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://a b",
        " https://a",
        "example.org",
        "",
        "ht",
    ] {
        assert_eq!(links(other), [""; 0], "{other}");
    }
}

#[test]
fn a_page_looks_the_same_today_and_tomorrow() {
    let page = html(&everything("Git & SQL"));
    let body = page.split_once("<body>").expect("a body").1;
    insta::assert_snapshot!(body);
}

/// The colours of a theme, by the names of their variables.
fn colors(theme: &str) -> Vec<(&str, [f64; 3])> {
    let lines = theme.lines().filter_map(|line| line.trim().strip_prefix("--")?.split_once(": #"));
    let color = |hex: &str| {
        [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("a colour")) / 255.0)
    };
    lines.map(|(name, hex)| (name, color(hex))).collect()
}

/// The ratio of WCAG 2.2.
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let luminance = |color: [f64; 3]| {
        let [red, green, blue] = color
            .map(|part| if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn both_themes_can_be_read() {
    let (light, rest) =
        STYLE.split_once("@media screen and (prefers-color-scheme: dark)").expect("a dark theme");
    let dark = rest.split_once("* {").expect("its end").0;
    for theme in [light, dark] {
        let colors = colors(theme);
        let named = |name: &str| colors.iter().find(|(other, _)| *other == name).expect("a colour").1;
        let page = named("page");
        for (name, color) in &colors {
            let ratio = contrast(*color, page);
            let least = match *name {
                // What is pale is outlined in the colour of what is filled.
                "page" | "rule" | "pale" => continue,
                // Pictures need less than text.
                "axis" => 3.0,
                _ => 4.5,
            };
            assert!(ratio >= least, "--{name}: {ratio}");
        }
        assert!(["fill", "mark"].iter().all(|name| contrast(named(name), named("pale")) >= 3.0));
        assert_eq!(colors.len(), 12);
    }
}

#[test]
fn it_prints_on_paper() {
    let print = STYLE.split_once("@media print").expect("print").1;
    for rule in [
        "background: none",
        "break-after: avoid",
        "break-inside: avoid",
        "table-header-group",
        "break-before: page",
    ] {
        assert!(print.contains(rule), "{rule}");
    }
    assert!(STYLE.contains("size: A4"));
}
