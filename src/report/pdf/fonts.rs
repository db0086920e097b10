//! The two embedded fonts: which characters they have, and how wide each of them is.

use super::PdfError;
use crate::report::safe_text::is_unsafe_control;
use crate::report::text::to_ascii;
use indexmap::IndexSet;
use ttf_parser::{Face, GlyphId};

/// A weight of the font.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Weight {
    #[default]
    Regular,
    Bold,
}

impl Weight {
    pub(super) const ALL: [Self; 2] = [Self::Regular, Self::Bold];

    /// The font file: Latin, Greek, Cyrillic, punctuation and signs. `docs/contributing.md` says how it was made.
    pub(super) const fn file(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../../assets/fonts/NotoSans-Regular.ttf"),
            Self::Bold => include_bytes!("../../../assets/fonts/NotoSans-Bold.ttf"),
        }
    }

    /// The name of the font, for PDF readers.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Regular => "NotoSans-Regular",
            Self::Bold => "NotoSans-Bold",
        }
    }
}

/// The font in both weights, ready to measure text.
pub(super) struct Fonts {
    regular: Face<'static>,
    bold: Face<'static>,
}

impl Fonts {
    pub(super) fn load() -> Result<Self, PdfError> {
        let face = |weight: Weight| Face::parse(weight.file(), 0).map_err(|_| PdfError::Font(weight.name()));
        Ok(Self { regular: face(Weight::Regular)?, bold: face(Weight::Bold)? })
    }

    pub(super) const fn face(&self, weight: Weight) -> &Face<'static> {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    pub(super) fn glyph(&self, c: char, weight: Weight) -> Option<GlyphId> {
        self.face(weight).glyph_index(c)
    }

    /// The width of a character, in parts of the font size.
    pub(super) fn advance(&self, c: char, weight: Weight) -> f32 {
        let face = self.face(weight);
        let advance = face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph)).unwrap_or_default();
        f32::from(advance) / f32::from(face.units_per_em())
    }

    /// The width of a text, in parts of the font size.
    pub(super) fn width(&self, text: &str, weight: Weight) -> f32 {
        text.chars().map(|c| self.advance(c, weight)).sum()
    }

    /// The text in characters that both weights have. Characters that steer are spaces, invisible joiners are left out, and a character
    /// that is missing is transliterated and noted.
    pub(super) fn readable(&self, text: &str, replaced: &mut IndexSet<char>) -> String {
        let mut readable = String::with_capacity(text.len());
        for c in text.chars().filter(|c| !is_unseen(*c)) {
            if is_unsafe_control(c) {
                readable.push(' ');
            } else if Weight::ALL.into_iter().all(|weight| self.glyph(c, weight).is_some()) {
                readable.push(c);
            } else {
                replaced.insert(c);
                readable.push_str(&to_ascii(c.encode_utf8(&mut [0; 4])));
            }
        }
        readable
    }
}

/// Whether a character is never seen here: a place to break a word, or what changes the shape of its neighbours.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::{Fonts, Weight};
    use indexmap::IndexSet;

    #[test]
    fn what_the_fonts_lack_is_transliterated_and_noted() {
        let fonts = Fonts::load().expect("embedded fonts");
        let mut replaced = IndexSet::new();
        let text = fonts.readable(
            "Łódź Ελλάδα Київ Việt “C++” € → ✓ ✗ ▸ … ▁▇ 表 ─ 表\u{202e}\u{1b}[0m☕\u{fe0f}",
            &mut replaced,
        );
        assert_eq!(text, "Łódź Ελλάδα Київ Việt “C++” € → ✓ ✗ ▸ … ▁▇ Biao  - Biao   [0mcoffee ");
        assert_eq!(replaced.into_iter().collect::<String>(), "表─☕");
    }

    #[test]
    fn bold_is_wider() {
        let fonts = Fonts::load().expect("embedded fonts");
        assert!(fonts.width("Skills", Weight::Bold) > fonts.width("Skills", Weight::Regular));
        assert!((2.0..4.0).contains(&fonts.width("Skills", Weight::Regular)));
    }

    #[test]
    fn a_font_is_small() {
        assert!(Weight::ALL.iter().all(|weight| weight.file().len() < 90_000));
    }
}
