//! The form in which results are narrowed.

use crate::analysis::Dimension;
use crate::app::Target;
use crate::app::results_data::FilterValues;
use crate::app::screens::results::Results;
use crate::app::screens::results::filter::{CHOICES, Choice, Form, Row, offers};
use crate::text::texts::Arg;
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// Where the values begin.
const VALUES: u16 = 16;

/// Draws the form.
pub fn draw(canvas: &mut Canvas<'_>, results: &Results, form: &Form, area: Rect) {
    let hint = canvas.say(match form.row() {
        Row::From | Row::To => "results-form-day",
        Row::Choice(_) if form.is_typing() => "results-form-value",
        Row::Choice(_) => "results-form-few",
    });
    let first = usize::from(area.height.saturating_sub(2)).min(Form::ROWS);
    let top = (form.cursor.selected + 1).saturating_sub(first);
    for (index, y) in (top..Form::ROWS).zip(area.y..area.y + u16::try_from(first).unwrap_or(0)) {
        let line = Rect { x: area.x + 1, y, width: area.width.saturating_sub(2), height: 1 };
        canvas.click(line, Target::Row(index));
        let front = index == form.cursor.selected;
        let (label, row) = match Form::row_at(index) {
            row @ Row::From => (canvas.say("results-form-from"), row),
            row @ Row::To => (canvas.say("results-form-to"), row),
            row @ Row::Choice(at) => (dimension(canvas, CHOICES.get(at).copied().unwrap_or(Dimension::Site)), row),
        };
        let role = if front { Role::Title } else { Role::Text };
        canvas.text(line.x + 1, y, VALUES - 2, label, role);
        let value = Rect { x: line.x + VALUES, width: line.width.saturating_sub(VALUES), ..line };
        if front {
            canvas.restyle(Rect { width: VALUES - 1, ..line }, Role::Cursor);
            canvas.park(value.x, y);
        }
        match row {
            Row::From => canvas.field(value, &form.from),
            Row::To => canvas.field(value, &form.to),
            Row::Choice(at) => {
                if let (Some(choice), Some(dimension)) = (form.choices.get(at), CHOICES.get(at)) {
                    draw_choice(canvas, &results.met, *dimension, choice, front, value);
                }
            }
        }
    }
    let foot =
        Rect { x: area.x + 1, y: area.bottom().saturating_sub(2), width: area.width.saturating_sub(2), height: 2 };
    canvas.paragraph(foot, hint, Role::Quiet);
    if let (true, Some(y)) = (matches!(form.row(), Row::From | Row::To), u16::try_from(form.cursor.selected - top).ok())
    {
        // The field in front has the terminal's cursor, whichever was drawn last.
        let value =
            Rect { x: area.x + 1 + VALUES, y: area.y + y, width: area.width.saturating_sub(VALUES + 2), height: 1 };
        canvas.field(value, if form.row() == Row::From { &form.from } else { &form.to });
    }
}

fn draw_choice(
    canvas: &mut Canvas<'_>,
    met: &FilterValues,
    dimension: Dimension,
    choice: &Choice,
    front: bool,
    area: Rect,
) {
    let words = match &choice.value {
        // Two sites may have one name.
        Some(value) if dimension == Dimension::Site => {
            let name = value_words(canvas, met, dimension, value);
            if name == *value { name } else { format!("{name} ({value})") }
        }
        Some(value) => value_words(canvas, met, dimension, value),
        None => canvas.say("results-form-all").to_owned(),
    };
    let typed = choice.typed.text();
    if !front {
        canvas.text(area.x, area.y, area.width, &words, if choice.value.is_some() { Role::Title } else { Role::Quiet });
        return;
    }
    let end = canvas.text(area.x, area.y, area.width, &words, Role::Title);
    if typed.trim().is_empty() {
        return;
    }
    let count = offers(met, dimension, &typed).len();
    let args = [("typed", Arg::from(&typed)), ("count", count.into())];
    let text = canvas.with("results-form-fits", &args);
    canvas.text(end + 2, area.y, area.right().saturating_sub(end + 2), &text, Role::Quiet);
}

/// Returns the name of a dimension.
fn dimension<'a>(canvas: &Canvas<'a>, dimension: Dimension) -> &'a str {
    canvas.say(match dimension {
        Dimension::Relation => "page-relation",
        Dimension::Kind => "page-kind",
        Dimension::Group => "page-group",
        Dimension::Observer => "page-observer",
        Dimension::Checklist => "page-checklist",
        _ => "page-site",
    })
}

/// Returns a value as people call it.
pub fn value_words(canvas: &Canvas<'_>, met: &FilterValues, dimension: Dimension, value: &str) -> String {
    match dimension {
        Dimension::Site => match met.sites.get(value) {
            Some(name) if !name.is_empty() => name.clone(),
            _ => value.to_owned(),
        },
        Dimension::Relation => match crate::visit::checklist::Relation::ALL.iter().find(|(_, name)| *name == value) {
            Some((relation, _)) => canvas.say(format::relation_id(*relation)).to_owned(),
            None => value.to_owned(),
        },
        Dimension::Kind => match crate::visit::Kind::ALL.into_iter().find(|kind| kind.name() == value) {
            Some(kind) => canvas.say(format::kind_id(kind)).to_owned(),
            None => value.to_owned(),
        },
        _ => value.to_owned(),
    }
}
