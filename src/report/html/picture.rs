//! Pictures in HTML: ranges, bars, charts and radars as inline SVG, each with words for who can't see it. The figures stand beside them.

use super::inline::escaped;
use super::table::table;
use crate::coach::fraction::Fraction;
use crate::coach::score::{ends, range as words};
use crate::report::document::{Cell, Chart, ChartStep, Radar, RadarAxis, Role, Span, UNIT};
use jiff::civil::Date;

/// Length of the axis of a range or bar, in units of the picture.
const AXIS: u64 = 1000;
/// Least length of a range, so that it can be seen.
const SHORTEST: u64 = 12;

/// A range on an axis from 0 to 1, with a mark.
pub(super) fn range(low: Fraction, high: Fraction, mark: Fraction) -> String {
    let [from, to, at] = [low, high, mark].map(|share| share.of(AXIS).min(AXIS));
    let length = to.saturating_sub(from).max(SHORTEST);
    let (least, most) = ends(low, high, mark);
    format!(
        "<svg class=\"range\" viewBox=\"0 0 {AXIS} 20\" preserveAspectRatio=\"none\" role=\"img\">\
         <title>{least} to {most}, on an axis from 0 to 100 with a mark at {}</title>\
         <rect class=\"axis\" x=\"0\" y=\"8\" width=\"{AXIS}\" height=\"4\"/>\
         <rect class=\"fill\" x=\"{}\" y=\"4\" width=\"{length}\" height=\"12\"/>\
         <rect class=\"mark\" x=\"{}\" y=\"0\" width=\"8\" height=\"20\"/></svg>",
        mark.percent_down(),
        from.min(AXIS - SHORTEST),
        at.min(AXIS - 8)
    )
}

/// A share on an axis from 0 to 1: filled as far as it is certain, lighter as far as it is possible. A mark at the end of the axis
/// would say nothing that the axis doesn't.
pub(super) fn share(low: Fraction, high: Fraction, mark: Fraction) -> String {
    let [certain, possible, at] = [low, high, mark].map(|share| share.of(AXIS).min(AXIS));
    let part = |class: &str, from: u64, to: u64| {
        let length = to.saturating_sub(from).max(SHORTEST);
        let from = from.min(AXIS - SHORTEST);
        format!("<rect class=\"{class}\" x=\"{from}\" y=\"4\" width=\"{length}\" height=\"12\"/>")
    };
    let (least, most) = ends(low, high, mark);
    let figures = if low == high { least.to_string() } else { format!("{least} to {most}") };
    let mut said = format!("{figures}, on an axis from 0 to 100");
    let mut shapes = String::new();
    if high > low {
        shapes.push_str(&part("fill possible", certain, possible));
    }
    if low > Fraction::ZERO {
        shapes.push_str(&part("fill", 0, certain));
    }
    if at < AXIS {
        said.push_str(&format!(" with a mark at {}", mark.percent_down()));
        let at = at.min(AXIS - 8);
        shapes.push_str(&format!("<rect class=\"mark\" x=\"{at}\" y=\"0\" width=\"8\" height=\"20\"/>"));
    }
    format!(
        "<svg class=\"range\" viewBox=\"0 0 {AXIS} 20\" preserveAspectRatio=\"none\" role=\"img\"><title>{said}</title>\
         <rect class=\"axis\" x=\"0\" y=\"8\" width=\"{AXIS}\" height=\"4\"/>{shapes}</svg>"
    )
}

/// A bar on an axis from 0 to 1.
pub(super) fn bar(from: Fraction, to: Fraction) -> String {
    let [start, end] = [from, to].map(|share| share.of(AXIS).min(AXIS));
    let length = end.saturating_sub(start).max(SHORTEST);
    format!(
        "<svg class=\"range\" viewBox=\"0 0 {AXIS} 20\" preserveAspectRatio=\"none\" role=\"img\">\
         <title>A bar from {} to {} per cent of the axis</title>\
         <rect class=\"fill\" x=\"{}\" y=\"3\" width=\"{length}\" height=\"14\"/></svg>",
        from.percent_down(),
        to.percent_down(),
        start.min(AXIS - SHORTEST)
    )
}

/// Left, right, upper and lower edge of a chart's picture.
const LEFT: u64 = 56;
const RIGHT: u64 = 628;
const TOP: u64 = 14;
const BOTTOM: u64 = 234;

/// A range over time: a solid line for the lower end, a dashed one for the upper end, a rule at the mark.
pub(super) fn chart(chart: &Chart) -> String {
    let (Some(first), Some(last)) = (chart.steps.first(), chart.steps.last()) else { return String::new() };
    let days = days(first.from, chart.until).max(1);
    let across = |day: Date| LEFT + self::days(first.from, day) * (RIGHT - LEFT) / days;
    let down = |share: Fraction| BOTTOM.saturating_sub(share.of(BOTTOM - TOP));
    let line = |end: fn(&ChartStep) -> Fraction| {
        let mut path = format!("M{LEFT} {}", down(end(first)));
        for step in chart.steps.iter().skip(1) {
            path.push_str(&format!("H{}V{}", across(step.from), down(end(step))));
        }
        format!("{path}H{RIGHT}")
    };
    let mark = down(chart.mark);
    let said = |step: &ChartStep| words(step.low, step.high, chart.mark);
    let description = format!(
        "From {}: {}. On {}: {}. The mark is at {}.",
        first.from,
        said(first),
        chart.until,
        said(last),
        chart.mark.percent_down()
    );
    let legend = [
        ("line low", &chart.legend.low),
        ("line high", &chart.legend.high),
        ("line rule", &chart.legend.mark),
    ];
    let legend = legend.map(|(class, words)| sample(class, words)).concat();
    format!(
        "<figure>\n<svg class=\"chart\" viewBox=\"0 0 640 270\" role=\"img\"><title>A range over time</title><desc>{description}</desc>\
         <path class=\"line rule\" d=\"M{LEFT} {mark}H{RIGHT}\"/><path class=\"line frame\" d=\"M{LEFT} {TOP}V{BOTTOM}H{RIGHT}\"/>\
         <path class=\"line high\" d=\"{}\"/><path class=\"line low\" d=\"{}\"/>\
         <text x=\"48\" y=\"{}\" text-anchor=\"end\">100</text><text x=\"48\" y=\"{}\" text-anchor=\"end\">{}</text>\
         <text x=\"48\" y=\"{BOTTOM}\" text-anchor=\"end\">0</text><text x=\"{LEFT}\" y=\"262\">{}</text>\
         <text x=\"{RIGHT}\" y=\"262\" text-anchor=\"end\">{}</text></svg>\n<figcaption>{legend}</figcaption>\n</figure>\n",
        line(|step| step.high),
        line(|step| step.low),
        TOP + 6,
        mark + 6,
        chart.mark.percent_down(),
        first.from,
        chart.until
    )
}

/// A sample of a line with its meaning.
fn sample(class: &str, words: &str) -> String {
    format!(
        "<span class=\"sample\"><svg viewBox=\"0 0 30 10\" aria-hidden=\"true\"><path class=\"{class}\" d=\"M0 5H30\"/></svg> {}</span> ",
        escaped(words)
    )
}

fn days(from: Date, to: Date) -> u64 {
    from.until(to).ok().and_then(|span| u64::try_from(span.get_days()).ok()).unwrap_or_default()
}

/// The middle of a radar, and the length of its axes.
const MIDDLE: i64 = 200;
const RADIUS: i64 = 160;
/// How far outside the numbers of the axes stand.
const RIM: i64 = 24;

/// A radar: two polygons, and a table with the figures of each axis.
pub(super) fn radar(radar: &Radar) -> String {
    let mut figures = radar.figures();
    if !radar.is_picture() {
        return table(&figures);
    }
    for (nth, (row, axis)) in figures.rows.iter_mut().zip(&radar.axes).enumerate() {
        let number = Span::new(Role::Strong, (nth + 1).to_string());
        if let Some(name) = row.first_mut() {
            *name = Cell::Text(vec![number, format!(" {}", axis.name).into()]);
        }
    }
    let at = |(right, down): (i64, i64), length: i64| {
        (MIDDLE + right * length / UNIT, MIDDLE + down * length / UNIT)
    };
    let polygon = |class: &str, length: &dyn Fn(&RadarAxis) -> i64| {
        let corners = radar.axes.iter().zip(radar.directions()).map(|(axis, way)| {
            let (x, y) = at(way, length(axis));
            format!("{x},{y}")
        });
        format!("<polygon class=\"{class}\" points=\"{}\"/>", corners.collect::<Vec<_>>().join(" "))
    };
    let along = |share: Fraction| {
        i64::try_from(share.of(u64::try_from(RADIUS).unwrap_or_default())).unwrap_or_default().min(RADIUS)
    };
    let axes = radar.directions().enumerate().map(|(nth, way)| {
        let ((x, y), (across, down)) = (at(way, RADIUS), at(way, RADIUS + RIM));
        format!(
            "<path class=\"line ring\" d=\"M{MIDDLE} {MIDDLE}L{x} {y}\"/>\
             <text x=\"{across}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            down + 7,
            nth + 1
        )
    });
    let said = radar.axes.iter().map(|axis| {
        format!(
            "{}: {} {}, {} {}.",
            axis.name,
            radar.low,
            axis.low.percent_down(),
            radar.high,
            axis.high.percent_down()
        )
    });
    format!(
        "<figure class=\"radar\">\n<svg class=\"radar\" viewBox=\"0 0 400 400\" role=\"img\"><title>A radar with {} axes, numbered as in the table</title>\
         <desc>{}</desc>{}{}{}{}{}</svg>\n<div>\n{}<figcaption>{}{}</figcaption>\n</div>\n</figure>\n",
        radar.axes.len(),
        escaped(&said.collect::<Vec<_>>().join(" ")),
        polygon("line ring", &|_| RADIUS / 2),
        polygon("line ring", &|_| RADIUS),
        axes.collect::<String>(),
        polygon("line high", &|axis| along(axis.high)),
        polygon("line low area", &|axis| along(axis.low)),
        table(&figures),
        sample("line low", &radar.low),
        sample("line high", &radar.high)
    )
}
