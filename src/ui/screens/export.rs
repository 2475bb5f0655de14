//! What a past visit or a checklist is written as, and where.

use crate::app::effect::{ExportForm, ExportSubject};
use crate::app::screens::export::{Export, ExportPlace};
use crate::report::Format;
use crate::ui::prelude::*;

impl ScreenView for Export {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        match self.folder {
            Some(_) => KeyHint::all(Context::Typing, &[Command::Keep, Command::Back]),
            None => KeyHint::all(Context::List, &[Command::Up, Command::Down, Command::Open, Command::Back]),
        }
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let title = ctx.text(match (&self.form, &self.subject) {
            (Some(_), _) => "export-where",
            (None, ExportSubject::Visit(_)) => "export-what",
            (None, ExportSubject::Checklist(_)) => "export-checklist-what",
        });
        let body = padded(render_title(ctx, title, area, buf));
        let (rows, cursor) = match self.form {
            None => {
                (self.subject.forms().iter().map(|form| self.form_name(ctx, *form).to_owned()).collect(), &self.forms)
            }
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

impl Export {
    fn form_name<'a>(&self, ctx: &RenderContext<'a>, form: ExportForm) -> &'a str {
        let is_checklist = matches!(self.subject, ExportSubject::Checklist(_));
        ctx.text(match form {
            ExportForm::Document(Format::Xlsx) if is_checklist => "export-checklist-workbook",
            ExportForm::Document(Format::Xlsx) => "export-workbook",
            ExportForm::Document(Format::Text) => "export-text",
            ExportForm::Document(Format::Csv) => "export-checklist-csv",
            ExportForm::Document(_) if is_checklist => "export-checklist-page",
            ExportForm::Document(_) => "export-page",
            ExportForm::Copy => "export-copy",
        })
    }
}

fn place_name(ctx: &RenderContext<'_>, place: &ExportPlace) -> String {
    match place {
        ExportPlace::Reports => ctx.text("export-reports").to_owned(),
        ExportPlace::Medium(path) => path.display().to_string(),
        ExportPlace::Other => ctx.text("export-other").to_owned(),
    }
}
