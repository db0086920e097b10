//! Bars and ranges as shapes, each with what it shows in words.

use crate::coach::fraction::Fraction;
use crate::coach::score;
use crate::report::pdf::ink::{BLACK, BLUE, PALE_BLUE, RULE, TRACK};
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
    let thick = [from.min(x + width - VISIBLE), middle - 2.0, (to - from).max(VISIBLE), 4.0];
    let shapes = vec![axis(area), Shape::Filled { area: thick, color: BLUE }, tick(mark, area)];
    let alt = format!("{} of 100; the mark is at {}", score::range(low, high, mark), mark.percent_down());
    (shapes, alt)
}

/// The thin axis of a range or share.
fn axis([x, y, width, height]: [f32; 4]) -> Shape {
    let middle = y + height / 2.0;
    Shape::Stroke { points: vec![(x, middle), (x + width, middle)], color: RULE, width: 0.8, dash: 0.0 }
}

/// The mark across an axis.
fn tick(mark: Fraction, [x, y, width, height]: [f32; 4]) -> Shape {
    let (x, middle) = (x + part(mark) * width, y + height / 2.0);
    let points = vec![(x, middle - 4.5), (x, middle + 4.5)];
    Shape::Stroke { points, color: BLACK, width: 1.0, dash: 0.0 }
}

/// A share on a thin axis: filled as far as it is certain, pale and dashed around as far as it is possible. A mark at the end of the
/// axis would say nothing that the axis doesn't.
pub(super) fn share(low: Fraction, high: Fraction, mark: Fraction, area: [f32; 4]) -> (Vec<Shape>, String) {
    let [x, y, width, height] = area;
    let middle = y + height / 2.0;
    let thick = |from: f32, to: f32| {
        let from = (x + from * width).min(x + width - VISIBLE);
        [from, middle - 2.0, (x + to * width - from).max(VISIBLE), 4.0]
    };
    let mut shapes = vec![axis(area)];
    if high > low {
        let possible = thick(part(low), part(high));
        shapes.push(Shape::Filled { area: possible, color: PALE_BLUE });
        shapes.push(Shape::Stroke { points: outline(possible), color: BLUE, width: 0.5, dash: 1.5 });
    }
    if low > Fraction::ZERO {
        shapes.push(Shape::Filled { area: thick(0.0, part(low)), color: BLUE });
    }
    let mut alt = format!("{} of 100", score::range(low, high, mark));
    if part(mark) < 1.0 {
        shapes.push(tick(mark, area));
        alt.push_str(&format!("; the mark is at {}", mark.percent_down()));
    }
    (shapes, alt)
}

/// The way around a rectangle.
fn outline([x, y, width, height]: [f32; 4]) -> Vec<(f32, f32)> {
    let (right, bottom) = (x + width, y + height);
    vec![(x, y), (right, y), (right, bottom), (x, bottom), (x, y)]
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
    use super::{bar, range, share};
    use crate::coach::fraction::Fraction;
    use crate::report::pdf::ink::{BLACK, BLUE, PALE_BLUE};
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

    /// The colour of each shape, with the left edge and the width of what is filled.
    fn seen(low: u32, high: u32, mark: u32) -> (Vec<String>, String) {
        let [low, high, mark] = [low, high, mark].map(Fraction::percent);
        let (shapes, alt) = share(low, high, mark, [10.0, 0.0, 100.0, 14.0]);
        let words = shapes.iter().filter_map(|shape| match shape {
            Shape::Filled { area: [x, _, width, _], color: BLUE } => Some(format!("blue {x} {width}")),
            Shape::Filled { area: [x, _, width, _], color: PALE_BLUE } => Some(format!("pale {x} {width}")),
            Shape::Stroke { color: BLACK, .. } => Some("mark".to_owned()),
            _ => None,
        });
        (words.collect(), alt)
    }

    #[test]
    fn a_share_is_filled_as_far_as_it_is_certain_and_keeps_its_mark() {
        let drawn = |low, high, mark| seen(low, high, mark).0.join(", ");
        assert_eq!(drawn(50, 75, 80), "pale 60 25, blue 10 50, mark");
        assert_eq!(drawn(50, 50, 80), "blue 10 50, mark");
        assert_eq!(drawn(0, 50, 100), "pale 10 50");
        assert_eq!(drawn(0, 0, 100), "");
        assert_eq!(drawn(100, 100, 100), "blue 10 100");
        assert_eq!(seen(50, 50, 80).1, "50 of 100; the mark is at 80");
        assert_eq!(seen(0, 100, 100).1, "0–100 of 100");
    }
}
