//! What a past visit is written as, and where.

use crate::app::effect::ExportForm;
use crate::app::screens::export_visit::{ExportPlace, ExportVisit};
use crate::report::Format;
use crate::ui::prelude::*;

impl ScreenView for ExportVisit {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        match self.folder {
            Some(_) => KeyHint::all(Context::Typing, &[Command::Keep, Command::Back]),
            None => KeyHint::all(Context::List, &[Command::Up, Command::Down, Command::Open, Command::Back]),
        }
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let title = ctx.text(if self.form.is_some() { "export-where" } else { "export-what" });
        let body = padded(render_title(ctx, title, area, buf));
        let (rows, cursor) = match self.form {
            None => (ExportForm::ALL.iter().map(|form| form_name(ctx, *form).to_owned()).collect(), &self.forms),
            Some(_) => (self.places().iter().map(|place| place_name(ctx, place)).collect::<Vec<_>>(), &self.places),
        };
        let typed = if self.folder.is_some() { 3 } else { 0 };
        let [_, list, below] = Layout::vertical([Max(1), Min(1), Length(typed)]).areas(body);
        BlockList::menu(rows.iter().map(String::as_str), cursor, ctx.theme).render(list, buf, out);
        if let Some(folder) = &self.folder {
            let [prompt, input] = Layout::vertical([Length(1), Fill(1)]).areas(below);
            ctx.span(ctx.text("export-folder"), Role::Quiet).render(prompt, buf);
            render_text_field(folder, input, buf, out);
        }
    }
}

fn form_name<'a>(ctx: &RenderContext<'a>, form: ExportForm) -> &'a str {
    ctx.text(match form {
        ExportForm::Document(Format::Xlsx) => "export-workbook",
        ExportForm::Document(Format::Text) => "export-text",
        ExportForm::Document(_) => "export-page",
        ExportForm::Copy => "export-copy",
    })
}

fn place_name(ctx: &RenderContext<'_>, place: &ExportPlace) -> String {
    match place {
        ExportPlace::Reports => ctx.text("export-reports").to_owned(),
        ExportPlace::Medium(path) => path.display().to_string(),
        ExportPlace::Other => ctx.text("export-other").to_owned(),
    }
}
