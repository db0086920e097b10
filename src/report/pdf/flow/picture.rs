//! Bars and ranges as shapes, each with what it shows in words.

use crate::coach::fraction::Fraction;
use crate::coach::score;
use crate::report::pdf::ink::{BLACK, BLUE, RULE, TRACK};
use crate::report::pdf::sheet::Shape;

/// The narrowest shape that can be seen, in points.
const VISIBLE: f32 = 1.5;

/// The place of a value on an axis from 0 to 1.
pub(super) fn part(value: Fraction) -> f32 {
    let steps = u16::try_from(value.of(10_000).min(10_000)).unwrap_or_default();
    f32::from(steps) / 10_000.0
}

/// A thick line for the range on a thin axis, crossed by a mark at the threshold.
pub(super) fn range(low: Fraction, high: Fraction, mark: Fraction, area: [f32; 4]) -> (Vec<Shape>, String) {
    let [x, y, width, height] = area;
    let middle = y + height / 2.0;
    let at = |value| x + part(value) * width;
    let (from, to) = (at(low), at(high));
    let axis =
        Shape::Stroke { points: vec![(x, middle), (x + width, middle)], color: RULE, width: 0.8, dash: 0.0 };
    let thick = [from.min(x + width - VISIBLE), middle - 2.0, (to - from).max(VISIBLE), 4.0];
    let tick = vec![(at(mark), middle - 4.5), (at(mark), middle + 4.5)];
    let shapes = vec![
        axis,
        Shape::Filled { area: thick, color: BLUE },
        Shape::Stroke { points: tick, color: BLACK, width: 1.0, dash: 0.0 },
    ];
    let alt = format!("{} of 100; the mark is at {}", score::range(low, high, mark), mark.percent_down());
    (shapes, alt)
}

/// A bar on a pale axis.
pub(super) fn bar(from: Fraction, to: Fraction, area: [f32; 4]) -> (Vec<Shape>, String) {
    let [x, y, width, height] = area;
    let top = y + height / 2.0 - 2.5;
    let left = (x + part(from) * width).min(x + width - VISIBLE);
    let filled = ((part(to) - part(from)) * width).max(VISIBLE);
    let shapes = vec![
        Shape::Filled { area: [x, top, width, 5.0], color: TRACK },
        Shape::Filled { area: [left, top, filled, 5.0], color: BLUE },
    ];
    (shapes, format!("{} to {} of 100", from.percent_down(), to.percent_down()))
}

#[cfg(test)]
mod tests {
    use super::{bar, range};
    use crate::coach::fraction::Fraction;
    use crate::report::pdf::ink::BLUE;
    use crate::report::pdf::sheet::Shape;

    fn blue(shapes: &[Shape]) -> [f32; 4] {
        let blue = shapes.iter().find_map(|shape| match shape {
            Shape::Filled { area, color: BLUE } => Some(*area),
            _ => None,
        });
        blue.expect("a blue shape")
    }

    #[test]
    fn shapes_are_where_their_figures_say() {
        let percent = Fraction::percent;
        let (shapes, alt) = range(percent(39), percent(88), percent(80), [10.0, 0.0, 100.0, 14.0]);
        assert_eq!(
            (blue(&shapes), alt.as_str()),
            ([49.0, 5.0, 49.0, 4.0], "39–88 of 100; the mark is at 80")
        );
        let (shapes, alt) = bar(percent(25), percent(75), [0.0, 0.0, 100.0, 15.0]);
        assert_eq!((blue(&shapes), alt.as_str()), ([25.0, 5.0, 50.0, 5.0], "25 to 75 of 100"));
    }

    #[test]
    fn nothing_is_too_small_to_be_seen_or_leaves_its_axis() {
        let (shapes, _) = range(
            Fraction::percent(100),
            Fraction::percent(100),
            Fraction::percent(80),
            [0.0, 0.0, 100.0, 14.0],
        );
        assert_eq!(blue(&shapes), [98.5, 5.0, 1.5, 4.0]);
        let (shapes, _) = bar(Fraction::new(300, 100), Fraction::ZERO, [0.0, 0.0, 100.0, 15.0]);
        assert_eq!(blue(&shapes), [98.5, 5.0, 1.5, 5.0]);
    }
}
