//! How text of each meaning looks on paper: weight, colour and size.

use super::fonts::Weight;
use crate::report::document::Role;

/// A colour, red, green and blue from 0 to 1.
pub(super) type Color = [f32; 3];

/// Running text.
pub(super) const BLACK: Color = [0.1, 0.1, 0.12];
/// Less important text; its contrast to white is 5.7 : 1.
pub(super) const GREY: Color = [0.4, 0.4, 0.4];
/// Lines of tables and axes.
pub(super) const RULE: Color = [0.7, 0.7, 0.7];
/// The empty part of a bar.
pub(super) const TRACK: Color = [0.91, 0.91, 0.91];
/// Headings, links and bars; its contrast to white is 8.6 : 1.
pub(super) const BLUE: Color = [0.12, 0.3, 0.47];
/// The part of a bar that is possible, but not certain.
pub(super) const PALE_BLUE: Color = [0.74, 0.8, 0.86];

/// Weight, colour and size of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Ink {
    pub(super) weight: Weight,
    pub(super) color: Color,
    /// In points.
    pub(super) size: f32,
}

impl Ink {
    /// The look of a meaning. Colour never says anything that the words don't.
    pub(super) const fn of(role: Role, size: f32) -> Self {
        let (weight, color) = match role {
            Role::Text | Role::Open | Role::NotYet | Role::Link => (Weight::Regular, BLACK),
            Role::Strong | Role::Good => (Weight::Bold, BLACK),
            Role::Title | Role::Heading | Role::Accent => (Weight::Bold, BLUE),
            Role::Dim => (Weight::Regular, GREY),
            Role::Bar => (Weight::Regular, BLUE),
        };
        Self { weight, color, size }
    }
}
