//! A radar: several shares on axes that meet in one point.

use super::{Column, Table};
use crate::coach::fraction::Fraction;

/// Several shares from 0 to 1, each on an axis of its own, as two polygons around one point. Whoever draws it shows the figures too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Radar {
    /// The axes, clockwise from the top.
    pub axes: Vec<RadarAxis>,
    /// What the inner polygon means, in a few words.
    pub low: String,
    /// What the outer polygon means.
    pub high: String,
}

/// An axis of a radar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RadarAxis {
    /// What it is about.
    pub name: String,
    /// The point of the inner polygon, 0 to 1.
    pub low: Fraction,
    /// The point of the outer polygon, at least `low`.
    pub high: Fraction,
    /// What else there is to say, such as what isn't known; may be empty.
    pub note: String,
}

/// The length of a unit vector of [`Radar::directions`].
pub const UNIT: i64 = 1000;

impl Radar {
    /// Fewest axes that make a picture.
    pub const FEWEST: usize = 3;

    /// Whether there are enough axes for a picture.
    #[must_use]
    pub const fn is_picture(&self) -> bool {
        self.axes.len() >= Self::FEWEST
    }

    /// The figures as a table: a row for each axis, in per cent, rounded down.
    #[must_use]
    pub fn figures(&self) -> Table {
        let columns = vec![
            Column::left(""),
            Column::right(self.low.as_str()),
            Column::right(self.high.as_str()),
            Column::left("").spoken(""),
        ];
        let row = |axis: &RadarAxis| {
            let [low, high] = [axis.low, axis.high].map(|share| share.percent_down().to_string().into());
            vec![axis.name.as_str().into(), low, high, axis.note.as_str().into()]
        };
        Table { columns, rows: self.axes.iter().map(row).collect() }
    }

    /// The direction of each axis, right and down, in parts of [`UNIT`]. Rounded, so that every machine draws the same picture.
    pub fn directions(&self) -> impl Iterator<Item = (i64, i64)> {
        let axes = self.axes.len();
        (0..axes).map(move |nth| direction(nth, axes))
    }
}

/// Clockwise from the top.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "a few axes, and at most 1000"
)]
fn direction(nth: usize, axes: usize) -> (i64, i64) {
    let angle = std::f64::consts::TAU * nth as f64 / axes as f64;
    let part = |value: f64| (value * UNIT as f64).round() as i64;
    (part(angle.sin()), -part(angle.cos()))
}

#[cfg(test)]
mod tests {
    use super::direction;

    #[test]
    fn axes_go_clockwise_from_the_top() {
        assert_eq!([0, 1, 2, 3].map(|nth| direction(nth, 4)), [(0, -1000), (1000, 0), (0, 1000), (-1000, 0)]);
    }
}
