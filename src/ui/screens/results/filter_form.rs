//! The form in which results are filtered.

use crate::analysis::Dimension;
use crate::app::results_data::FilterValues;
use crate::app::screens::results::filter_form::{ChoiceRow, FilterFormState, FilterRow};
use crate::app::text_input::TextInput;
use crate::report::labels::{dimension_id, value_id};
use crate::ui::prelude::*;

/// The columns of a label.
const LABEL_WIDTH: u16 = 15;

/// Renders the form: a row for each day and each dimension, and what to do on the selected one.
pub fn render_filter_form(
    ctx: &RenderContext<'_>,
    values: &FilterValues,
    form: &FilterFormState,
    area: Rect,
    buf: &mut Buffer,
    out: &mut Interaction,
) {
    let [list, foot] = Layout::vertical([Fill(1), Length(2)]).areas(padded(area));
    let room = item_width(list).saturating_sub(LABEL_WIDTH);
    let day = |day: &TextInput| Line::from(truncate(day.text(), room));
    let days = [("results-form-from", day(&form.from)), ("results-form-to", day(&form.to))];
    let choices = form.choices.iter().enumerate().map(|(at, choice)| {
        let is_selected = form.row() == FilterRow::Choice(at);
        (dimension_id(choice.dimension), chosen(ctx, values, choice, is_selected, room))
    });
    let rows = days.into_iter().chain(choices).map(|(name, value)| {
        let label = ctx.columns().left(LABEL_WIDTH - 1, ctx.text(name), Role::Text).gap(1);
        let mut line = Line::from(label);
        line.extend(value);
        line
    });
    BlockList::menu(rows, &form.cursor, ctx.theme).render(list, buf, out);
    let (hint, field) = match form.row() {
        FilterRow::From => ("results-form-day", Some(&form.from)),
        FilterRow::To => ("results-form-day", Some(&form.to)),
        FilterRow::Choice(_) if form.is_typing() => ("results-form-value", None),
        FilterRow::Choice(_) => ("results-form-few", None),
    };
    // The list has placed the cursor on the selected row.
    if let (Some(field), Some(cursor)) = (field, out.cursor) {
        let row = Rect { y: cursor.y, height: 1, ..list };
        let [_, value] = Layout::horizontal([Length(MARKER_WIDTH + LABEL_WIDTH), Fill(1)]).areas(row);
        render_text_field(field, value, buf, out);
        buf.set_style(value, ctx.style(Role::Cursor));
    }
    ctx.fitted(ctx.text(hint), foot, Role::Quiet).render(foot, buf);
}

/// Returns the value chosen of a dimension; on the selected row, with what is typed and how many values fit it.
fn chosen(
    ctx: &RenderContext<'_>,
    values: &FilterValues,
    choice: &ChoiceRow,
    is_selected: bool,
    columns: u16,
) -> Line<'static> {
    let value = match &choice.value {
        Some(value) => {
            let name = value_name(ctx, values, choice.dimension, value);
            // Two sites may have the same name.
            let has_names = matches!(choice.dimension, Dimension::Site | Dimension::Observer);
            if has_names && name != *value { format!("{name} ({value})") } else { name }
        }
        None => ctx.text("results-form-all").to_owned(),
    };
    let role = if choice.value.is_some() { Role::Title } else { Role::Quiet };
    let value = truncate(value, columns);
    let typed = choice.typed.text();
    if !is_selected || typed.trim().is_empty() {
        return Line::styled(value, ctx.style(role));
    }
    let count = choice.offers(values).len();
    let fits = ctx.format("results-form-fits", &[("typed", typed.into()), ("count", count.into())]);
    ctx.columns().text(value, role).gap(2).fill(columns, fits, Role::Quiet).into()
}

/// Returns the name of a value.
pub fn value_name(ctx: &RenderContext<'_>, values: &FilterValues, dimension: Dimension, value: &str) -> String {
    let name = match dimension {
        Dimension::Site | Dimension::Observer => values.name(dimension, value),
        _ => value_id(dimension, value).map(|id| ctx.text(id)),
    };
    name.unwrap_or(value).to_owned()
}
