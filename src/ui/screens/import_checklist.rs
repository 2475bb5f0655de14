//! The import of a checklist: the choice of a file, then what was understood of it, or what is wrong with it.

use super::checklists::item_blocks;
use crate::app::checklist_import::{ReadChecklist, ReadFile, summary};
use crate::app::file_picker::{FilePicker, PickerList, PickerRow};
use crate::app::screens::import_checklist::{Choice, ImportChecklist};
use crate::store::checklist_imports::Standing;
use crate::ui::prelude::*;
use crate::visit::Item;
use std::path::Path;

impl ScreenView for ImportChecklist {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        let open = |word| KeyHint::named(Context::List, Command::Open, word);
        let moves = KeyHint::all(Context::List, &[Command::Back, Command::Up, Command::Down]);
        match &self.file {
            None if self.picker.path.is_some() => {
                let open = KeyHint::named(Context::Typing, Command::Keep, "app-key-open");
                vec![open, KeyHint::new(Context::Typing, Command::Back)]
            }
            None => {
                let above = KeyHint::new(Context::Picker, Command::Left);
                [vec![KeyHint::new(Context::List, Command::Open), above], moves].concat()
            }
            Some(Choice::Reading(_)) => KeyHint::all(Context::List, &[Command::Back]),
            Some(Choice::Read(ReadFile { read: Ok(read), .. })) => {
                let both = KeyHint::new(Context::Importing, Command::Duplicate);
                let own = match read.standing {
                    Standing::NextVersion { .. } => vec![open("import-key-version"), both],
                    Standing::New | Standing::Same => vec![open("import-key-take")],
                };
                [own, moves].concat()
            }
            Some(Choice::Read(_)) => [vec![open("import-key-again")], moves].concat(),
        }
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        match &self.file {
            None => render_picker(ctx, &self.picker, area, buf, out),
            Some(Choice::Reading(path)) => {
                let body = padded(render_title(ctx, &file_name(path), area, buf));
                ctx.wrapped(ctx.text("import-reading"), body.width, Role::Quiet).render(body, buf);
            }
            Some(Choice::Read(file)) => match &file.read {
                Ok(read) => render_checklist(ctx, read, &self.cursor, area, (buf, out)),
                Err(fault) => {
                    let sentences = fault.sentences(ctx.texts, &file.path);
                    let title = ctx.format("import-refused", &[("file", file_name(&file.path).into())]);
                    render_sentences(ctx, (&title, &sentences), &self.cursor, area, (buf, out));
                }
            },
        }
    }
}

/// Renders the choice of a file.
fn render_picker(ctx: &RenderContext<'_>, picker: &FilePicker, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
    let title = picker.folder().map_or_else(|| ctx.text("import-choose").into(), Path::to_string_lossy);
    let body = padded(render_title(ctx, &clean(&title), area, buf));
    let note = match &picker.list {
        None => Some(ctx.text("import-reading").to_owned()),
        Some(PickerList::Places(_)) => None,
        Some(PickerList::Unreadable(_, error)) => Some(format::error_text(ctx.texts, error)),
        Some(PickerList::Folder(contents)) if contents.is_cut => Some(ctx.text("import-folder-cut").to_owned()),
        Some(PickerList::Folder(contents)) => contents.files.is_empty().then(|| ctx.text("import-no-file").to_owned()),
    };
    let note = note.map(|note| ctx.wrapped(note, body.width, Role::Quiet));
    let above = cells(note.as_ref().map_or(0, Text::height));
    let typed = if picker.path.is_some() { 2 } else { 0 };
    let [head, list, below] = Layout::vertical([Length(above), Fill(1), Length(typed)]).areas(body);
    if let Some(note) = note {
        note.render(head, buf);
    }
    let rows: Vec<String> = picker.rows().iter().map(|row| row_name(ctx, picker, *row)).collect();
    BlockList::menu(rows.iter().map(String::as_str), &picker.cursor, ctx.theme).render(list, buf, out);
    if let Some(path) = &picker.path {
        let [prompt, input] = Layout::vertical([Length(1), Length(1)]).areas(below);
        ctx.span(ctx.text("import-ask-path"), Role::Quiet).render(prompt, buf);
        render_text_field(path, input, buf, out);
    }
}

fn row_name(ctx: &RenderContext<'_>, picker: &FilePicker, row: PickerRow<'_>) -> String {
    match row {
        PickerRow::Up => ctx.text("import-above").to_owned(),
        PickerRow::Folder(path) if picker.folder().is_none() => clean(&path.to_string_lossy()).into_owned(),
        PickerRow::Folder(path) => format!("{}{}", file_name(path), std::path::MAIN_SEPARATOR),
        PickerRow::File(path) => file_name(path),
        PickerRow::Other => ctx.text("import-other").to_owned(),
    }
}

fn file_name(path: &Path) -> String {
    clean(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy()).into_owned()
}

/// Renders what was understood: a summary, the doubts, and the checklist as a visit shows it.
fn render_checklist(
    ctx: &RenderContext<'_>,
    read: &ReadChecklist,
    cursor: &ListCursor,
    area: Rect,
    (buf, out): (&mut Buffer, &mut Interaction),
) {
    let definition = &read.definition;
    let body = render_title(ctx, definition.checklist().title.get(ctx.texts.lang()), area, buf);
    let standing = read.standing_message(ctx.texts).map(|(id, args)| format::message(ctx.texts, id, &args));
    let inner = padded(body);
    let roomy = body.height >= 14;
    let mut lines: Vec<Line<'_>> =
        standing.into_iter().flat_map(|standing| ctx.lines(standing, inner.width, Role::Warning)).collect();
    let summary = ctx.lines(summary(ctx.texts, definition), inner.width, Role::Text);
    lines.splice(0..0, if roomy || lines.is_empty() { summary } else { Vec::new() });
    lines.truncate(if roomy { 5 } else { 2 });
    let (rule_height, guide_height) = if roomy { (1, 4) } else { (0, 0) };
    let heights = [Length(cells(lines.len())), Length(rule_height), Fill(1), Length(rule_height), Length(guide_height)];
    let [head, upper, list, rule, guide] = Layout::vertical(heights).areas(body);
    Text::from(lines).render(padded(head), buf);
    render_rule(ctx, upper, buf);
    render_rule(ctx, rule, buf);
    let list = padded(list);
    let columns = item_width(list);
    let doubts = read.doubts.iter().enumerate().map(|(index, doubt)| {
        let count = [("count", read.doubts.len().into())];
        let heading = (index == 0).then(|| Line::styled(ctx.format("import-doubts", &count), ctx.style(Role::Quiet)));
        Block::under(heading, sentence(ctx, &doubt.sentence(ctx.texts), columns))
    });
    let row = |_, item: &Item| {
        let label = (item.label.get(ctx.texts.lang()).to_owned(), Role::Text);
        ctx.columns().ends(columns, label, (super::checklists::item_detail(ctx, item), Role::Quiet)).into()
    };
    let heading = |title: String| truncate(title.to_uppercase(), list.width).into_owned();
    let blocks = doubts.chain(item_blocks(ctx, definition, heading, row));
    BlockList::new(blocks, cursor, ctx.theme).marked().render(list, buf, out);
    let item = cursor.selected.checked_sub(read.doubts.len()).and_then(|index| definition.items().nth(index));
    if let Some((_, item)) = item {
        Guide { ctx, item, kind: None, checklist: Some(definition.checklist()) }.render(padded(guide), buf);
    }
}

/// Returns a sentence after its place.
fn sentence<'a>(ctx: &RenderContext<'_>, (place, text): &(String, String), columns: u16) -> Text<'a> {
    let place = if place.is_empty() { String::new() } else { format!("{place}{}", ctx.text("app-colon")) };
    ctx.wrapped(format!("{place}{text}"), columns, Role::Text)
}

/// Renders what is wrong.
fn render_sentences(
    ctx: &RenderContext<'_>,
    (title, sentences): (&str, &[(String, String)]),
    cursor: &ListCursor,
    area: Rect,
    (buf, out): (&mut Buffer, &mut Interaction),
) {
    let body = padded(render_title(ctx, title, area, buf));
    let hint = ctx.wrapped(ctx.text("import-mend"), body.width, Role::Quiet);
    let [list, below] = Layout::vertical([Fill(1), Length(cells(hint.height()))]).areas(body);
    let blocks = sentences.iter().map(|one| sentence(ctx, one, item_width(list)));
    BlockList::menu(blocks, cursor, ctx.theme).render(list, buf, out);
    hint.render(below, buf);
}
