//! The form in which results are filtered.

use crate::analysis::Dimension;
use crate::app::Target;
use crate::app::screens::results::asked::FilterValues;
use crate::app::screens::results::filter::{CHOICES, Choice, Form, Row, offers};
use crate::text::clean;
use crate::ui::context::{Interaction, RenderContext};
use crate::ui::format;
use crate::ui::theme::{Glyph, Role};
use crate::ui::widgets::block_list::window;
use crate::ui::widgets::columns::Columns;
use crate::ui::widgets::select_list::MARKER_WIDTH;
use crate::ui::widgets::text_field::TextField;
use crate::ui::wrap::{truncate, wrap_limited};
use crate::visit::Kind;
use crate::visit::checklist::Relation;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Margin, Rect};
use ratatui::text::{Line, Text};
use ratatui::widgets::{StatefulWidget, Widget};

/// The columns of a label.
const LABEL_WIDTH: u16 = 15;

/// The form: a row for each day and each dimension, and what to do on the selected one.
pub struct FilterForm<'a> {
    pub ctx: &'a RenderContext<'a>,
    pub values: &'a FilterValues,
    pub form: &'a Form,
}

impl StatefulWidget for FilterForm<'_> {
    type State = Interaction;

    fn render(self, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let layout = Layout::vertical([Constraint::Fill(1), Constraint::Length(2)]);
        let [rows, foot] = layout.areas(area.inner(Margin::new(1, 0)));
        let cursor = &self.form.cursor;
        let offset = window(cursor.offset.get(), cursor.selected, Form::ROWS, rows.height, &|_| 1);
        cursor.offset.set(offset);
        for (index, row) in (offset..Form::ROWS).zip(rows.rows()) {
            self.render_row(index, row, buf, out);
            out.clicks.add(row, Target::Row(index));
        }
        let hint = self.ctx.text(match self.form.row() {
            Row::From | Row::To => "results-form-day",
            Row::Choice(_) if self.form.is_typing() => "results-form-value",
            Row::Choice(_) => "results-form-few",
        });
        let lines = wrap_limited(hint, foot.width, foot.height);
        Text::from_iter(lines).style(self.ctx.style(Role::Quiet)).render(foot, buf);
    }
}

impl FilterForm<'_> {
    /// Renders a row: a label and its value, which is a text input where it is selected and can be typed.
    fn render_row(&self, index: usize, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let is_selected = index == self.form.cursor.selected;
        let columns = [MARKER_WIDTH, LABEL_WIDTH].map(Constraint::Length);
        let [marker, label, value] = Layout::horizontal([columns[0], columns[1], Constraint::Fill(1)]).areas(area);
        if is_selected {
            Line::from(self.ctx.glyph(Glyph::Cursor)).render(marker, buf);
            out.set_cursor(value);
        }
        let (name, field) = match Form::row_at(index) {
            Row::From => ("results-form-from", Some(&self.form.from)),
            Row::To => ("results-form-to", Some(&self.form.to)),
            Row::Choice(at) => (CHOICES.get(at).map_or("", |dimension| dimension_name(*dimension)), None),
        };
        Line::from(truncate(self.ctx.text(name), LABEL_WIDTH - 1)).render(label, buf);
        match (field, Form::row_at(index)) {
            (Some(field), _) if is_selected => TextField(field).render(value, buf, out),
            (Some(field), _) => Line::from(truncate(&field.text(), value.width)).render(value, buf),
            (None, Row::Choice(at)) => {
                if let (Some(choice), Some(dimension)) = (self.form.choices.get(at), CHOICES.get(at)) {
                    self.choice(*dimension, choice, is_selected, value.width).render(value, buf);
                }
            }
            (None, _) => {}
        }
        if is_selected {
            buf.set_style(area, self.ctx.style(Role::Cursor));
        }
    }

    /// Returns the value chosen of a dimension; on the selected row, with what is typed and how many values fit it.
    fn choice(&self, dimension: Dimension, choice: &Choice, is_selected: bool, columns: u16) -> Line<'static> {
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
        let room = columns.saturating_sub(crate::ui::wrap::width(&value) + 2);
        Columns::default()
            .text(value, self.ctx.style(role))
            .gap(2)
            .text(truncate(&clean(&fits), room).into_owned(), self.ctx.style(Role::Quiet))
            .into()
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
        Dimension::Relation => Relation::ALL
            .iter()
            .find(|(_, name)| *name == value)
            .map(|(relation, _)| ctx.texts.get(format::relation_id(*relation))),
        Dimension::Kind => {
            Kind::ALL.into_iter().find(|kind| kind.name() == value).map(|kind| ctx.texts.get(format::kind_id(kind)))
        }
        _ => None,
    };
    name.unwrap_or(value).to_owned()
}
