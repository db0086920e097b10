//! A range over time as lines: solid for the lower end, dotted for the upper end, dashed for the threshold.

use super::Flow;
use super::picture::part;
use crate::coach::score::range;
use crate::report::document::{Chart, ChartStep, Role};
use crate::report::pdf::PdfError;
use crate::report::pdf::ink::{BLACK, BLUE, Color, GREY, RULE};
use crate::report::pdf::sheet::{Mark, Shape};
use crate::report::pdf::tags::{Kind, NodeId, Tags};
use jiff::civil::Date;

/// The lines of a chart: colour, width and the length of strokes and gaps; 0 is solid.
const LOW: (Color, f32, f32) = (BLUE, 1.6, 0.0);
const HIGH: (Color, f32, f32) = (BLACK, 1.0, 1.5);
const THRESHOLD: (Color, f32, f32) = (GREY, 0.7, 4.0);

/// The picture's place: left, top, width and height.
type Area = [f32; 4];

impl Flow<'_> {
    /// A chart with its figures in words; nothing if it has no steps.
    pub(super) fn chart(&mut self, chart: &Chart) -> Result<(), PdfError> {
        let ([first, ..], [.., last]) = (&chart.steps[..], &chart.steps[..]) else { return Ok(()) };
        let (size, leading) = (self.frame.size, self.frame.leading);
        let height = 11.0 * size;
        self.start_block(height + 5.0 * leading)?;
        let words =
            |day: Date, step: &ChartStep| format!("{day}: {}", range(step.low, step.high, chart.mark));
        let alt = format!("From {} to {}", words(first.from, first), words(chart.until, last));
        let gutter = 2.4 * size;
        let area = [self.frame.left + gutter, self.y + 0.5 * leading, self.frame.width - gutter, height];
        let whole = [self.frame.left, self.y, self.frame.width, height + 1.7 * leading];
        let figure = self.set.sheets.tags.figure(Tags::ROOT, alt, whole);
        let content = self.set.sheets.content(figure);
        self.set.sheets.paint(Mark::Shapes { shapes: shapes(chart, first.from, area), content });
        self.labels(chart, first.from, area, figure);
        self.y += height + 1.7 * leading;
        self.legend(chart)?;
        self.space = 0.4 * leading;
        Ok(())
    }

    /// The numbers on the left and the days below.
    fn labels(&mut self, chart: &Chart, first: Date, [x, y, width, height]: Area, figure: NodeId) {
        let size = 0.85 * self.frame.size;
        let gap = 0.5 * size;
        let at = |value| y + height * (1.0 - value) + 0.35 * size;
        let mark = part(chart.mark);
        // Numbers that would touch the one at the threshold are left out.
        let clear = 1.3 * size / height;
        let numbers = [(1.0, 100), (mark, chart.mark.percent_down()), (0.0, 0)];
        for (value, number) in
            numbers.into_iter().filter(|(value, _)| *value == mark || (value - mark).abs() > clear)
        {
            let line = self.note(&number.to_string(), Role::Dim, size);
            self.set.sheets.line(&line, x - gap - line.width, at(value), Some(figure), self.fonts);
        }
        let below = y + height + 1.3 * size;
        for (day, share) in [(first, 0.0), (chart.until, 1.0)] {
            let line = self.note(&day.to_string(), Role::Dim, size);
            self.set.sheets.line(&line, x + share * (width - line.width), below, Some(figure), self.fonts);
        }
    }

    /// The meaning of each line, with a sample of it.
    fn legend(&mut self, chart: &Chart) -> Result<(), PdfError> {
        let sample = 2.2 * self.frame.size;
        let legend = &chart.legend;
        for (style, words) in [(LOW, &legend.low), (HIGH, &legend.high), (THRESHOLD, &legend.mark)] {
            let pieces = self.pieces(&[words.as_str().into()], self.frame.size);
            let lines = super::wrap(&pieces, self.frame.width - sample, self.fonts);
            if lines.is_empty() {
                continue;
            }
            self.start_block(self.least(&lines))?;
            let (left, middle) = (self.frame.left, self.y + 0.5 * self.frame.leading);
            let points = vec![(left, middle), (left + sample - 0.7 * self.frame.size, middle)];
            self.set.sheets.decorate(vec![stroke(points, style)]);
            let node = self.set.sheets.tags.add(Kind::Paragraph, Tags::ROOT);
            self.lines(&lines, sample, node)?;
        }
        Ok(())
    }
}

const fn stroke(points: Vec<(f32, f32)>, (color, width, dash): (Color, f32, f32)) -> Shape {
    Shape::Stroke { points, color, width, dash }
}

/// The axes, the threshold and both lines.
fn shapes(chart: &Chart, first: Date, area: Area) -> Vec<Shape> {
    let [x, y, width, height] = area;
    let mark = y + height * (1.0 - part(chart.mark));
    vec![
        stroke(vec![(x, y), (x, y + height), (x + width, y + height)], (RULE, 0.8, 0.0)),
        stroke(vec![(x, mark), (x + width, mark)], THRESHOLD),
        stroke(steps(chart, first, area, |step| part(step.high)), HIGH),
        stroke(steps(chart, first, area, |step| part(step.low)), LOW),
    ]
}

/// A line with a stair for each step: a range is valid until the next one.
fn steps(
    chart: &Chart,
    first: Date,
    [x, y, width, height]: Area,
    value: impl Fn(&ChartStep) -> f32,
) -> Vec<(f32, f32)> {
    let all = days(first, chart.until).max(1.0);
    let across = |day| x + width * (days(first, day) / all).clamp(0.0, 1.0);
    let mut points: Vec<(f32, f32)> = Vec::with_capacity(2 * chart.steps.len() + 1);
    for step in &chart.steps {
        let at = (across(step.from), y + height * (1.0 - value(step)));
        if let Some((_, before)) = points.last().copied() {
            points.push((at.0, before));
        }
        points.push(at);
    }
    if let Some((_, before)) = points.last().copied() {
        points.push((across(chart.until), before));
    }
    points
}

/// The days between two days; 0 if the second is earlier. More than 179 years count as that.
fn days(from: Date, to: Date) -> f32 {
    let days = from.until(to).map(|span| span.get_days()).unwrap_or_default();
    f32::from(u16::try_from(days.clamp(0, i32::from(u16::MAX))).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::{part, steps};
    use crate::coach::fraction::Fraction;
    use crate::report::document::{Chart, ChartStep, Legend};
    use jiff::civil::date;

    #[test]
    fn a_line_is_a_stair() {
        let step = |day, low| ChartStep {
            from: date(2026, 1, day),
            low: Fraction::percent(low),
            high: Fraction::percent(100),
        };
        let chart = Chart {
            steps: vec![step(1, 0), step(6, 50)],
            until: date(2026, 1, 11),
            mark: Fraction::percent(80),
            legend: Legend::default(),
        };
        let points = steps(&chart, date(2026, 1, 1), [0.0, 0.0, 100.0, 10.0], |step| part(step.low));
        assert_eq!(points, [(0.0, 10.0), (50.0, 10.0), (50.0, 5.0), (100.0, 5.0)]);
    }
}
