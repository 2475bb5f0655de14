//! One fact about the visit under way: a row of the form for a new visit, or the visit's note.

use super::new_visit::{form_line, offers, render_typed_value};
use crate::app::screens::edit_fact::{EditFact, form_row};
use crate::app::visit_facts::VisitFact;
use crate::ui::prelude::*;

impl ScreenView for EditFact {
    fn key_hints(&self, ctx: &RenderContext<'_>) -> Vec<KeyHint> {
        let enter = KeyHint::new(Context::Typing, Command::Keep);
        let has_offers = !self.form.offers(&ctx.model.shared.sites).is_empty();
        let more = match self.fact {
            VisitFact::Kind => KeyHint::all(Context::List, &[Command::Left, Command::Right]),
            VisitFact::Note => KeyHint::all(Context::Typing, &[Command::NewLine]),
            VisitFact::Site if has_offers => vec![KeyHint::named(Context::List, Command::Down, "app-key-from-list")],
            _ => Vec::new(),
        };
        [vec![enter], more, KeyHint::all(Context::List, &[Command::Back])].concat()
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let body = padded(render_title(ctx, ctx.text("app-edit-fact"), area, buf));
        let Some(line) = form_row(self.fact) else {
            let [name, text] = Layout::vertical([Length(1), Fill(1)]).areas(body);
            ctx.line(ctx.text(self.fact.name_id()), name.width, Role::Title).render(name, buf);
            return render_text_field(&self.note, text, buf, out);
        };
        let [_, row, below] = Layout::vertical([Length(1), Length(1), Fill(1)]).areas(body);
        let value = if self.fact == VisitFact::Kind { ctx.text(format::kind_id(self.form.kind)) } else { "" };
        out.set_cursor(row);
        form_line(ctx, line, (value.into(), Role::Cursor), row.width).render(row, buf);
        render_typed_value(ctx, &self.form, row, buf, out);
        for (offer, place) in offers(ctx, &self.form, below.width).into_iter().zip(below.rows()) {
            offer.content.render(place, buf);
        }
    }
}
