//! The visits of a site with their answers to one point, the newest first.

use crate::app::results_data::VisitRow;
use crate::report::labels::answer_id;
use crate::ui::prelude::*;
use crate::visit::record::RecordedValue;
use std::time::Duration;

/// From this width on, there is a column for the note or the kind of visit.
const WIDE: u16 = 56;

/// Returns a visit in so many columns.
pub fn visit_line<'a>(ctx: &RenderContext<'a>, visit: &'a VisitRow, columns: u16) -> Line<'a> {
    let is_wide = columns >= WIDE;
    let (glyph, answer, role) = answer(ctx, visit);
    let answer_width = if is_wide { 14 } else { 10 };
    let line = ctx.columns().text(format::day_minute(ctx.texts, visit.started_at), Role::Quiet).gap(2);
    let line = line.left(2, ctx.glyph(glyph), role).left(answer_width, answer, role).gap(1);
    if !is_wide {
        return line.fill(columns, &*visit.observer, Role::Text).into();
    }
    let (text, role) = match (&visit.site, &visit.note) {
        (Some(site), Some(note)) => (Cow::from(format!("{site} · {note}")), Role::Text),
        (Some(text), None) | (None, Some(text)) => (text.as_str().into(), Role::Text),
        (None, None) => (ctx.texts.get(format::kind_id(visit.kind)).into(), Role::Quiet),
    };
    let line = line.left(12, &*visit.observer, Role::Text).gap(2);
    line.fill(columns, text, role).into()
}

/// Returns the glyph, the words and the role of an answer.
fn answer(ctx: &RenderContext<'_>, visit: &VisitRow) -> (Glyph, String, Role) {
    let text = |id| ctx.texts.get(id).to_owned();
    let Some(given) = &visit.answer else { return (Glyph::Aside, text("results-not-there"), Role::SetAside) };
    match given {
        RecordedValue::Nothing => (Glyph::Open, text("value-unanswered"), Role::Quiet),
        RecordedValue::Text(value) => {
            let (glyph, role) = format::sign(Some(value));
            (glyph, answer_id(value).map_or_else(|| value.to_string(), text), role)
        }
        RecordedValue::Number(ms) if visit.response == "timer" => {
            let time = Duration::try_from_secs_f64(ms.round().min(1e15) / 1000.0).unwrap_or_default();
            (Glyph::Value, ctx.texts.duration(u64::try_from(time.as_millis()).unwrap_or_default()), Role::Text)
        }
        RecordedValue::Number(number) => (Glyph::Value, ctx.texts.recorded(*number), Role::Text),
        RecordedValue::Many(values) => (Glyph::Value, values.join(", "), Role::Text),
    }
}
