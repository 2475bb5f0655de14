//! The form in which results are filtered.

use crate::analysis::Dimension;
use crate::app::results_data::FilterValues;
use crate::app::screens::results::filter_form::{CHOICES, ChoiceRow, FilterFormState, FilterRow, offers};
use crate::app::text_input::TextInput;
use crate::ui::prelude::*;
use crate::visit::Kind;
use crate::visit::checklist::Relation;

/// The columns of a label.
const LABEL_WIDTH: u16 = 15;

/// The form: a row for each day and each dimension, and what to do on the selected one.
pub struct FilterForm<'a> {
    pub ctx: &'a RenderContext<'a>,
    pub values: &'a FilterValues,
    pub form: &'a FilterFormState,
}

impl FilterForm<'_> {
    pub fn render(&self, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let (ctx, form) = (self.ctx, self.form);
        let [list, foot] = Layout::vertical([Fill(1), Length(2)]).areas(padded(area));
        let room = item_width(list).saturating_sub(LABEL_WIDTH);
        let rows = (0..FilterFormState::ROWS).map(|index| self.row(index, room));
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
            TextField(field).render(value, buf, out);
            buf.set_style(value, ctx.style(Role::Cursor));
        }
        ctx.fitted(ctx.text(hint), foot, Role::Quiet).render(foot, buf);
    }

    /// Returns a row: a label, and its value in so many columns.
    fn row(&self, index: usize, columns: u16) -> Line<'static> {
        let is_selected = index == self.form.cursor.selected;
        let day = |day: &TextInput| Line::from(truncate(&day.text(), columns).into_owned());
        let (name, value) = match FilterFormState::row_at(index) {
            FilterRow::From => ("results-form-from", day(&self.form.from)),
            FilterRow::To => ("results-form-to", day(&self.form.to)),
            FilterRow::Choice(at) => match (CHOICES.get(at), self.form.choices.get(at)) {
                (Some(dimension), Some(choice)) => {
                    (dimension_name(*dimension), self.choice(*dimension, choice, is_selected, columns))
                }
                _ => return Line::default(),
            },
        };
        let label = self.ctx.texts.get(name).to_owned();
        let mut line = Line::from(self.ctx.columns().left(LABEL_WIDTH - 1, label, Role::Text).gap(1));
        line.extend(value);
        line
    }

    /// Returns the value chosen of a dimension; on the selected row, with what is typed and how many values fit it.
    fn choice(&self, dimension: Dimension, choice: &ChoiceRow, is_selected: bool, columns: u16) -> Line<'static> {
        let value = match &choice.value {
            Some(value) => {
                let name = value_name(self.ctx, self.values, dimension, value);
                // Two sites may have the same name.
                if dimension == Dimension::Site && name != *value { format!("{name} ({value})") } else { name }
            }
            None => self.ctx.text("results-form-all").to_owned(),
        };
        let role = if choice.value.is_some() { Role::Title } else { Role::Quiet };
        let value = truncate(&clean(&value), columns).into_owned();
        let typed = choice.typed.text();
        if !is_selected || typed.trim().is_empty() {
            return Line::styled(value, self.ctx.style(role));
        }
        let count = offers(self.values, dimension, &typed).len();
        let fits = self.ctx.format("results-form-fits", &[("typed", typed.into()), ("count", count.into())]);
        let fits = clean(&fits).into_owned();
        self.ctx.columns().text(value, role).gap(2).fill(columns, fits, Role::Quiet).into()
    }
}

/// Returns the message that names a dimension.
fn dimension_name(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Relation => "page-relation",
        Dimension::Kind => "page-kind",
        Dimension::Group => "page-group",
        Dimension::Observer => "page-observer",
        Dimension::Checklist => "page-checklist",
        _ => "page-site",
    }
}

/// Returns the name of a value.
pub fn value_name(ctx: &RenderContext<'_>, values: &FilterValues, dimension: Dimension, value: &str) -> String {
    let name = match dimension {
        Dimension::Site => values.sites.get(value).map(String::as_str).filter(|name| !name.is_empty()),
        Dimension::Relation => {
            let relation = Relation::ALL.iter().find(|(_, name)| *name == value);
            relation.map(|(relation, _)| ctx.texts.get(format::relation_id(*relation)))
        }
        Dimension::Kind => {
            Kind::ALL.into_iter().find(|kind| kind.name() == value).map(|kind| ctx.texts.get(format::kind_id(kind)))
        }
        _ => None,
    };
    name.unwrap_or(value).to_owned()
}
