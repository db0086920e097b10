//! The files, read back by another library.

use super::{MOST_PAGES, MOST_TEXT, Paper, Pdf, PdfError, Properties, Style, pdf, pdf_within};
use crate::coach::fraction::Fraction;
use crate::guide::id::{Link, SkillId};
use crate::report::document::{Cell, Chart, ChartStep, Column, Document, Element, Legend, Role, Span};
use jiff::civil::date;
use lopdf::{Dictionary, Object};
use proptest::prelude::*;

fn made(document: &Document) -> Pdf {
    pdf(document, &Properties::titled("A page"), &Style::default()).expect("a PDF")
}

fn read(pdf: &Pdf) -> lopdf::Document {
    lopdf::Document::load_mem(&pdf.bytes).expect("a PDF that others can read")
}

/// The lines of all pages.
fn lines(pdf: &Pdf) -> Vec<String> {
    let read = read(pdf);
    let pages: Vec<u32> = read.get_pages().into_keys().collect();
    let text = read.extract_text(&pages).expect("text");
    text.lines().map(|line| line.trim_end().to_owned()).collect()
}

/// The kinds of the structure's elements, in the order of the file.
fn kinds(read: &lopdf::Document) -> Vec<String> {
    let elements = read.objects.values().filter_map(|object| object.as_dict().ok());
    let name = |dict: &Dictionary, key: &[u8]| {
        dict.get(key).and_then(Object::as_name).map(|name| String::from_utf8_lossy(name).into_owned()).ok()
    };
    elements
        .filter(|dict| name(dict, b"Type").as_deref() == Some("StructElem"))
        .filter_map(|dict| name(dict, b"S"))
        .collect()
}

fn percent(percent: u32) -> Fraction {
    Fraction::percent(percent)
}

fn table() -> Document {
    let mut doc = Document::default();
    let range = |low, high| Cell::Range { low: percent(low), high: percent(high), mark: percent(80) };
    doc.table(
        vec![
            Column::left("Level"),
            Column::left("80 = ready"),
            Column::right("Score"),
            Column::left("Standing"),
        ],
        vec![
            vec!["Junior".into(), range(82, 100), "82–100".into(), "ready".into()],
            vec![
                "  Mid-level".into(),
                Cell::Bar { from: percent(0), to: percent(39) },
                "39–88".into(),
                "not yet".into(),
            ],
        ],
    );
    doc
}

fn chart() -> Chart {
    let step = |month, low| ChartStep { from: date(2026, month, 1), low: percent(low), high: percent(90) };
    Chart {
        steps: vec![step(1, 10), step(3, 40), step(5, 85)],
        until: date(2026, 6, 30),
        mark: percent(80),
        legend: Legend { low: "at least".into(), high: "at most".into(), mark: "ready from 80".into() },
    }
}

#[test]
fn every_field_is_found_in_order() {
    let mut doc = Document::titled("Zoë Łukasiewicz-Ångström");
    doc.spans(vec![
        "C++, C#, ".into(),
        Span::new(Role::Strong, "Ελληνικά"),
        ", Київ, Việt Nam: 5 000 € → “yes”, ½ ≥ 0.4 ✓".into(),
    ]);
    doc.heading("Office efficiency: fi fl ffi");
    doc.item(vec!["one".into()]);
    doc.marked("2.", vec!["two".into()]);
    doc.append(table());
    doc.chart(chart());
    doc.paragraph("The end.");
    let pdf = made(&doc);
    assert_eq!(
        lines(&pdf),
        [
            "Zoë Łukasiewicz-Ångström",
            "C++, C#, Ελληνικά, Київ, Việt Nam: 5 000 € → “yes”, ½ ≥ 0.4 ✓",
            "Office efficiency: fi fl ffi",
            "•",
            "one",
            "2.",
            "two",
            "Level",
            "80 = ready",
            "Score",
            "Standing",
            "Junior",
            "82–100",
            "ready",
            "Mid-level",
            "39–88",
            "not yet",
            "100",
            "80",
            "0",
            "2026-01-01",
            "2026-06-30",
            "at least",
            "at most",
            "ready from 80",
            "The end.",
        ]
    );
    assert_eq!((pdf.pages, pdf.replaced), (1, vec![]));
}

#[test]
fn letters_that_look_alike_stay_what_they_are() {
    let mut doc = Document::default();
    doc.paragraph("AАΑ cс µμ ΩΩ a-b a‐b a\u{2011}b a\u{a0}b");
    assert_eq!(lines(&made(&doc)), ["AАΑ cс µμ ΩΩ a-b a‐b a\u{2011}b a\u{a0}b"]);
}

#[test]
fn every_part_is_tagged() {
    let mut doc = Document::titled("Title");
    doc.heading("Heading");
    doc.paragraph(Span::address("https://example.org/"));
    doc.item(vec!["one".into()]);
    doc.append(table());
    doc.chart(chart());
    let read = read(&made(&doc));
    // The cells of a row come before what is in them.
    let expected = "Document H1 H2 P Link L LI Lbl LBody Table TR TH TH TH TH TR TH TD TD TD Figure \
                    TR TH TD TD TD Figure Figure P P P";
    assert_eq!(kinds(&read).join(" "), expected);
    let catalog = read.catalog().expect("a catalog");
    assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).ok(), Some(&b"en"[..]));
    let alts = read.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"Alt").ok());
    let alts: Vec<_> = alts.filter_map(|alt| lopdf::decode_text_string(alt).ok()).collect();
    assert_eq!(
        alts,
        ["82–100 of 100; the mark is at 80", "0 to 39 of 100", "From 2026-01-01: 10–90 to 2026-06-30: 85–90"]
    );
}

#[test]
fn all_content_is_part_of_the_structure_or_decoration() {
    let mut doc = Document::titled("Title");
    for n in 0..90 {
        doc.heading(format!("Heading {n}"));
        doc.spans(vec!["see ".into(), Span::address("https://example.org/"), Span::from(" and more")]);
    }
    let pdf = made(&doc);
    let read = read(&pdf);
    for page in read.get_pages().into_values() {
        let content = read.get_and_decode_page_content(page).expect("content");
        let mut open = false;
        for operation in content.operations {
            match operation.operator.as_str() {
                "BDC" | "BMC" => open = !std::mem::replace(&mut open, true),
                "EMC" => open = false,
                "Tj" | "S" | "f" => assert!(open, "{operation:?}"),
                _ => {}
            }
        }
        assert!(!open);
    }
}

#[test]
fn only_safe_addresses_can_be_clicked() {
    let mut doc = Document::default();
    doc.paragraph(Span::address("https://example.org/a"));
    doc.paragraph(Span::address("javascript:alert(1)"));
    doc.paragraph(Span::link("Git", Link::Skill("git".parse::<SkillId>().expect("an id"))));
    let pdf = made(&doc);
    let read = read(&pdf);
    let actions =
        read.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"A").ok()?.as_dict().ok());
    let addresses: Vec<_> = actions.filter_map(|action| action.get(b"URI").ok()?.as_str().ok()).collect();
    assert_eq!(addresses, [b"https://example.org/a"]);
    assert_eq!(lines(&pdf), ["https://example.org/a", "javascript:alert(1)", "Git"]);
}

#[test]
fn a_long_table_repeats_its_headings_and_pages_are_numbered() {
    let mut doc = Document::titled("Long");
    let rows = (0..100).map(|n| vec![format!("row {n}").into(), "x".into()]).collect();
    doc.table(vec![Column::left("Name"), Column::left("Value")], rows);
    let pdf = made(&doc);
    let lines = lines(&pdf);
    let count = |text: &str| lines.iter().filter(|line| *line == text).count();
    assert!(pdf.pages > 1);
    assert_eq!((count("Name"), count("Value"), count("row 99")), (pdf.pages, pdf.pages, 1));
    assert_eq!(count(&format!("1 / {}", pdf.pages)), 1);
    assert!((0..100).all(|n| count(&format!("row {n}")) == 1));
    // What is repeated is not read out again.
    assert_eq!(kinds(&read(&pdf)).iter().filter(|kind| *kind == "TH").count(), 102);
}

#[test]
fn a_row_longer_than_a_sheet_goes_on_on_the_next() {
    let mut doc = Document::default();
    let words: Vec<String> = (0..3000).map(|n| format!("w{n}")).collect();
    doc.table(vec![Column::left("A"), Column::left("B")], vec![vec!["a".into(), words.join(" ").into()]]);
    let pdf = made(&doc);
    assert!(pdf.pages > 1);
    let text = lines(&pdf).join(" ");
    let found: Vec<&str> = text.split(' ').filter(|word| word.starts_with('w')).collect();
    assert_eq!(found, words);
}

#[test]
fn a_heading_is_never_the_last_on_a_sheet() {
    let mut doc = Document::default();
    for n in 0..120 {
        doc.heading(format!("Heading {n}"));
        doc.paragraph("text");
    }
    let read = read(&made(&doc));
    for page in read.get_pages().into_keys() {
        let text = read.extract_text(&[page]).expect("text");
        let mut last = text.lines().rev().filter(|line| !line.contains(" / "));
        assert_eq!(last.next().map(str::trim_end), Some("text"));
    }
}

#[test]
fn hostile_text_is_harmless() {
    let mut doc = Document::titled("a\u{1b}[31mb\u{202e}c\u{7}d");
    doc.paragraph("(\\) Tj ET endstream %PDF <</JS (x)>> \u{0}表\u{200d}");
    doc.marked("x".repeat(300), vec!["after a long marker".into()]);
    let pdf = made(&doc);
    let text = lines(&pdf).join("\n");
    assert!(text.starts_with("a [31mb c d\n(\\) Tj ET endstream %PDF <</JS (x)>> Biao"), "{text}");
    assert!(text.contains("after a long"));
    assert_eq!(pdf.replaced, ['表']);
    assert!(!pdf.bytes.windows(3).any(|bytes| bytes == b"/JS"));
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let doc = table();
    let mut properties = Properties::titled("A & <B>");
    properties.author = Some("Zoë".to_owned());
    properties.date = Some(date(2026, 3, 1));
    let make = || pdf(&doc, &properties, &Style::default()).expect("a PDF").bytes;
    assert_eq!(make(), make());
    let text = String::from_utf8_lossy(&make()).into_owned();
    assert!(
        text.contains("A &amp; &lt;B&gt;")
            && text.contains("<pdfuaid:part>1<")
            && text.contains("D:20260301")
    );
    let undated = String::from_utf8_lossy(&made(&doc).bytes).into_owned();
    assert!(!undated.contains("CreationDate") && !undated.contains("CreateDate"));
}

#[test]
fn limits_are_errors() {
    let mut doc = Document::default();
    doc.paragraph("x".repeat(MOST_TEXT));
    let try_pdf = |doc: &Document| pdf(doc, &Properties::titled(""), &Style::default());
    assert_eq!(try_pdf(&doc), Err(PdfError::TooLong(MOST_TEXT + 1)));
    let mut doc = Document::default();
    for _ in 0..60 * MOST_PAGES {
        doc.paragraph("x");
    }
    assert_eq!(try_pdf(&doc), Err(PdfError::TooManyPages));
    assert_eq!(made(&Document::default()).pages, 1);
}

#[test]
fn a_tighter_style_saves_a_page() {
    let mut doc = Document::default();
    for n in 0..52 {
        doc.paragraph(format!("Line {n}"));
    }
    let within = |pages| pdf_within(&doc, &Properties::titled("x"), Paper::A4, pages).expect("a PDF").pages;
    assert_eq!((made(&doc).pages, within(1), within(2)), (2, 1, 2));
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,40}", "[ -~]{0,60}", "(\\p{L}{1,12} ){0,30}", any::<String>()]
}

fn elements() -> impl Strategy<Value = Element> {
    let fraction = || (0_u64..300, 0_u64..200).prop_map(|(a, b)| Fraction::new(a, b));
    let cell = prop_oneof![
        texts().prop_map(Cell::from),
        (fraction(), fraction(), fraction()).prop_map(|(low, high, mark)| Cell::Range { low, high, mark }),
        (fraction(), fraction()).prop_map(|(from, to)| Cell::Bar { from, to }),
    ];
    let table = (
        prop::collection::vec(texts(), 0..6),
        prop::collection::vec(prop::collection::vec(cell, 0..7), 0..6),
    );
    prop_oneof![
        texts().prop_map(Element::Title),
        texts().prop_map(Element::Heading),
        texts().prop_map(|text| Element::Paragraph(vec![
            text.clone().into(),
            Span::address(format!("https://{text}"))
        ])),
        (texts(), texts()).prop_map(|(marker, text)| Element::Item { marker, text: vec![text.into()] }),
        table.prop_map(|(heads, rows)| Element::Table(crate::report::document::Table {
            columns: heads.into_iter().map(Column::left).collect(),
            rows,
        })),
        Just(Element::Chart(chart())),
        Just(Element::Gap),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_document_becomes_a_pdf(
        elements in prop::collection::vec(elements(), 0..12),
        (size, leading, margin) in any::<(u16, u16, u16)>(),
    ) {
        let style = Style { paper: Paper::Letter, size, leading, margin };
        let pdf = pdf(&Document(elements), &Properties::titled("x"), &style).expect("a PDF");
        prop_assert_eq!(read(&pdf).get_pages().len(), pdf.pages);
    }
}
