//! Embeds the fonts: only the characters in use, and which characters they are, so that the text can be searched and copied.

use super::content::{Coder, font_name};
use super::{Refs, stream};
use crate::report::pdf::PdfError;
use crate::report::pdf::fonts::{Fonts, Weight};
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo};
use pdf_writer::{Name, Pdf, Rect, Ref, Str};
use subsetter::{GlyphRemapper, subset};

const SYSTEM: SystemInfo<'static> =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };
/// The height of capital letters of Noto Sans, in thousandths of the size.
const CAPITALS: f32 = 714.0;

/// Writes the fonts in use; the result has their names.
pub(super) fn write(
    coder: &Coder,
    fonts: &Fonts,
    pdf: &mut Pdf,
    refs: &mut Refs,
) -> Result<Vec<(Name<'static>, Ref)>, PdfError> {
    let used = Weight::ALL.into_iter().filter(|weight| !coder.chars(*weight).is_empty());
    used.map(|weight| Ok((font_name(weight), write_font(weight, coder, fonts, pdf, refs)?))).collect()
}

fn write_font(
    weight: Weight,
    coder: &Coder,
    fonts: &Fonts,
    pdf: &mut Pdf,
    refs: &mut Refs,
) -> Result<Ref, PdfError> {
    let mut glyphs = GlyphRemapper::new();
    // The code 0 is the glyph 0, which stands for no character.
    let mut map = vec![0, 0];
    for c in coder.chars(weight) {
        let glyph = fonts.glyph(*c, weight).map_or(0, |glyph| glyphs.remap(glyph.0));
        map.extend(glyph.to_be_bytes());
    }
    let file = subset(weight.file(), 0, &glyphs).map_err(|_| PdfError::Font(weight.name()))?;
    let name = format!("{}+{}", mark(coder, weight), weight.name());
    let (file, map) = (stream(pdf, refs, &file), stream(pdf, refs, &map));
    let (unicode, descriptor) = (write_unicode(coder, weight, pdf, refs), refs.take());
    write_descriptor(weight, fonts, (descriptor, file), &name, pdf);
    let (cid, font) = (refs.take(), refs.take());
    let mut writer = pdf.cid_font(cid);
    writer.subtype(CidFontType::Type2).base_font(Name(name.as_bytes())).system_info(SYSTEM);
    writer.font_descriptor(descriptor).cid_to_gid_map_stream(map).default_width(0.0);
    let widths = coder.chars(weight).iter().map(|c| 1000.0 * fonts.advance(*c, weight));
    writer.widths().consecutive(1, widths);
    drop(writer);
    let mut writer = pdf.type0_font(font);
    writer.base_font(Name(name.as_bytes())).encoding_predefined(Name(b"Identity-H"));
    writer.descendant_font(cid).to_unicode(unicode);
    Ok(font)
}

/// Writes which character each code is, in the plain form that every reader understands.
fn write_unicode(coder: &Coder, weight: Weight, pdf: &mut Pdf, refs: &mut Refs) -> Ref {
    let mut unicode = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    let entries: Vec<String> = (1_u16..).zip(coder.chars(weight)).map(|(code, c)| entry(code, *c)).collect();
    // A section has at most a hundred entries.
    for entries in entries.chunks(100) {
        unicode.push_str(&format!("{} beginbfchar\n{}endbfchar\n", entries.len(), entries.concat()));
    }
    unicode.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    stream(pdf, refs, unicode.as_bytes())
}

fn entry(code: u16, c: char) -> String {
    let units: String = c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("{unit:04X}")).collect();
    format!("<{code:04X}> <{units}>\n")
}

fn write_descriptor(
    weight: Weight,
    fonts: &Fonts,
    (descriptor, file): (Ref, Ref),
    name: &str,
    pdf: &mut Pdf,
) {
    let face = fonts.face(weight);
    let thousandth = |length: i16| 1000.0 * f32::from(length) / f32::from(face.units_per_em());
    let bounds = face.global_bounding_box();
    let stem = match weight {
        Weight::Regular => 90.0,
        Weight::Bold => 150.0,
    };
    pdf.font_descriptor(descriptor)
        .name(Name(name.as_bytes()))
        .flags(FontFlags::SYMBOLIC)
        .bbox(Rect::new(
            thousandth(bounds.x_min),
            thousandth(bounds.y_min),
            thousandth(bounds.x_max),
            thousandth(bounds.y_max),
        ))
        .italic_angle(0.0)
        .ascent(thousandth(face.ascender()))
        .descent(thousandth(face.descender()))
        .cap_height(CAPITALS)
        .stem_v(stem)
        .font_file2(file);
}

/// Six capital letters that follow from the characters in use, as PDF asks for a part of a font.
fn mark(coder: &Coder, weight: Weight) -> String {
    // FNV-1a.
    let mut hash = coder.chars(weight).iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, c| {
        (hash ^ u64::from(u32::from(*c))).wrapping_mul(0x0100_0000_01b3)
    });
    let mut mark = String::with_capacity(6);
    for _ in 0..6 {
        mark.push(char::from(b'A' + u8::try_from(hash % 26).unwrap_or_default()));
        hash /= 26;
    }
    mark
}
