//! The form before a correction: what it means, who, why.

use crate::app::outcome::CorrectionPurpose;
use crate::app::screens::correction::CorrectionForm;
use crate::app::text_input::TextInput;
use crate::ui::prelude::*;

/// The columns of a field's name, with the gap after it.
const NAME_WIDTH: u16 = 12;

impl ScreenView for CorrectionForm {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        KeyHint::all(Context::Typing, &[Command::Keep, Command::Back])
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let (title, meaning) = match self.purpose {
            CorrectionPurpose::Correct => ("correction-title", "correction-meaning"),
            CorrectionPurpose::DeclareVoid => ("correction-void-title", "correction-void-meaning"),
        };
        let body = padded(render_title(ctx, ctx.text(title), area, buf));
        let lines = ctx.lines(ctx.text(meaning), body.width, Role::Quiet);
        let [by, reason, below] = Layout::vertical([Length(1), Length(1), Fill(1)]).areas(body);
        Text::from(lines)
            .render(Rect { y: below.y.saturating_add(1).min(below.bottom()), ..below }.intersection(body), buf);
        for (index, (id, field, area)) in
            [("correction-by", &self.by, by), ("correction-reason", &self.reason, reason)].into_iter().enumerate()
        {
            let is_front = self.at_reason == (index == 1);
            out.clicks.add(area, Target::Row(index));
            render_field(ctx, (id, field), is_front, area, buf, out);
        }
    }
}

/// Renders a field with its name.
fn render_field(
    ctx: &RenderContext<'_>,
    (id, field): (&str, &TextInput),
    is_front: bool,
    area: Rect,
    buf: &mut Buffer,
    out: &mut Interaction,
) {
    let (name_role, role) = if is_front { (Role::Title, Role::Cursor) } else { (Role::Quiet, Role::Text) };
    let name = ctx.texts.get(id).to_owned();
    let value = if is_front { String::new() } else { field.text() };
    let line = marked_row(ctx, is_front).left(NAME_WIDTH - 1, name, name_role).gap(1).fill(area.width, value, role);
    Line::from(line).render(area, buf);
    if is_front {
        let [_, value] = Layout::horizontal([Length(MARKER_WIDTH + NAME_WIDTH), Fill(1)]).areas(area);
        buf.set_style(value, ctx.style(Role::Text));
        render_text_field(field, value, buf, out);
    }
}
