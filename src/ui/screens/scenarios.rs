//! The scenarios to practise on, each with how it went the last time.

use crate::analysis::practice_debrief::PracticeDebrief;
use crate::app::list_cursor::ListCursor;
use crate::app::loaded_data::PastPractice;
use crate::app::practice_format::moment;
use crate::app::screens::scenarios::{ScenariosScreen, usable_checklists};
use crate::store::scenarios::ListedScenario;
use crate::store::{DocumentError, StoreError};
use crate::ui::format::{error_text, fault_texts};
use crate::ui::prelude::*;

impl ScreenView for ScenariosScreen {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        if self.name.is_some() {
            return KeyHint::all(Context::Typing, &[Command::Keep, Command::Back]);
        }
        if self.choosing.is_some() {
            let choose = KeyHint::named(Context::List, Command::Open, "scenario-key-create");
            return [vec![choose], KeyHint::all(Context::List, &[Command::Up, Command::Down, Command::Back])].concat();
        }
        let start = KeyHint::named(Context::List, Command::Open, "app-key-start");
        let speed = KeyHint::named(Context::List, Command::Right, "practise-key-speed");
        let moves = [Command::Up, Command::Down, Command::Left].map(|command| KeyHint::new(Context::List, command));
        let filter = (!self.filter.is_open()).then(|| KeyHint::new(Context::AnyList, Command::Filter));
        let new = KeyHint::new(Context::Scenarios, Command::New);
        let rest = [speed, new].into_iter().chain(filter).chain([KeyHint::new(Context::List, Command::Back)]);
        [start].into_iter().chain(moves).chain(rest).collect()
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let body = render_title(ctx, ctx.text("practise-title"), area, buf);
        if let Some(cursor) = &self.choosing {
            return render_checklists(ctx, cursor, padded(body), buf, out);
        }
        let scenarios = self.scenarios.as_deref().unwrap_or_default();
        let [above, _, body] = Layout::vertical([Length(1), Length(1), Fill(1)]).areas(body);
        // As many rows as the longest summary wants, so that nothing moves with the selection, but no more than half.
        let longest = scenarios.iter().map(|listed| height(&summary(ctx, listed), padded(body).width)).max();
        let wanted = longest.unwrap_or(0).max(if self.name.is_some() { 2 } else { 0 });
        let heights = [Fill(1), Length(1), Length(wanted.min(body.height / 2))];
        let [list, rule, detail] = Layout::vertical(heights).areas(body);
        let [above, list, detail] = [above, list, detail].map(padded);
        facts(ctx, self.speed).render(above, buf);
        if self.scenarios.is_none() {
            return;
        }
        if scenarios.is_empty() {
            return ctx.wrapped(ctx.text("practise-empty"), list.width, Role::Text).render(list, buf);
        }
        let shown: Vec<_> = self.shown(ctx.texts.lang()).into_iter().filter_map(|at| scenarios.get(at)).collect();
        let [filter, list] = filter_layout(self.filter.is_open(), list);
        if shown.is_empty() {
            ctx.wrapped(ctx.text("app-past-no-match"), list.width, Role::Text).render(list, buf);
        }
        let items = shown.iter().map(|listed| scenario(ctx, self, listed, item_width(list)));
        BlockList::menu(items, &self.cursor, ctx.theme).render(list, buf, out);
        render_filter(ctx, self.filter.input.as_ref(), filter, buf, out);
        render_rule(ctx, rule, buf);
        if let Some(name) = &self.name {
            let [label, field] = Layout::vertical([Max(1), Min(1)]).areas(detail);
            Line::styled(ctx.text("practise-name"), ctx.style(Role::Title)).render(label, buf);
            render_text_field(name, field, buf, out);
        } else if let Some(listed) = shown.get(self.cursor.selected) {
            let look = if listed.staged.is_ok() { Role::Text } else { Role::Warning };
            ctx.wrapped(summary(ctx, listed), detail.width, look).render(detail, buf);
        }
    }
}

/// Renders the checklists that a new scenario can be for.
fn render_checklists(
    ctx: &RenderContext<'_>,
    cursor: &ListCursor,
    area: Rect,
    buf: &mut Buffer,
    out: &mut Interaction,
) {
    let [question, list] = Layout::vertical([Length(1), Fill(1)]).spacing(1).areas(area);
    Line::styled(ctx.text("scenario-ask-checklist"), ctx.style(Role::Title)).render(question, buf);
    let lang = ctx.texts.lang();
    let rows = usable_checklists(&ctx.model.shared).map(|definition| {
        let checklist = definition.checklist();
        let detail = format!("{} {}", checklist.id, checklist.version);
        two_lines(ctx, checklist.title.get(lang), &detail, Role::Quiet, item_width(list))
    });
    BlockList::menu(rows, cursor, ctx.theme).render(list, buf, out);
}

/// Returns how fast the scenario unfolds, and who practises.
fn facts<'a>(ctx: &RenderContext<'a>, speed: f64) -> Line<'a> {
    let speed = format::speed(ctx.texts, speed);
    let speed = ctx.format("practise-speed", &[("speed", speed.into())]);
    let name =
        ctx.model.shared.trainee().map(|observer| ctx.format("practise-trainee", &[("name", observer.label().into())]));
    ctx.columns().text(speed, Role::Title).gap(3).text(name.unwrap_or_default(), Role::Quiet).into()
}

/// Returns what a scenario is about; of a broken one, what is wrong first.
fn summary(ctx: &RenderContext<'_>, listed: &ListedScenario) -> String {
    match &listed.staged {
        Ok(staged) => {
            let passed_over = staged.passed_over().map(|(id, args)| format::message(ctx.texts, id, &args) + " ");
            passed_over.unwrap_or_default() + staged.scenario.summary.get(ctx.texts.lang())
        }
        Err(error) => {
            let fault = error.faults().first().map(|fault| fault_texts(ctx.texts, fault));
            let fault = fault.map(|(place, text)| format!(" {place} {text}"));
            error_text(ctx.texts, error) + &fault.unwrap_or_default()
        }
    }
}

/// Returns a scenario's name, and under it how it went; of a broken one, where it is broken.
fn scenario<'a>(
    ctx: &RenderContext<'_>,
    screen: &ScenariosScreen,
    listed: &'a ListedScenario,
    columns: u16,
) -> Text<'a> {
    let lang = ctx.texts.lang();
    match &listed.staged {
        Ok(staged) => {
            let last = ctx.model.shared.trainee().and_then(|trainee| screen.last(&trainee, &listed.id));
            let lasts = moment(staged.scenario.end_s() / screen.speed);
            let checklist = staged.definition.checklist();
            let (by, version) = (checklist.title.get(lang), &checklist.version);
            let detail = format!("{} · {lasts} · {by} {version}", last_practice(ctx, last));
            two_lines(ctx, staged.scenario.title.get(lang), &detail, Role::Quiet, columns)
        }
        Err(error) => two_lines(ctx, &listed.id, &first_fault(ctx, error), Role::Warning, columns),
    }
}

/// Returns the file, the line and the place in the document of the first fault.
fn first_fault(ctx: &RenderContext<'_>, error: &StoreError) -> String {
    let path = match error {
        StoreError::Document(DocumentError::FaultyScenario { path, .. }) => {
            path.file_name().unwrap_or_default().to_string_lossy()
        }
        _ => "".into(),
    };
    let Some(fault) = error.faults().first() else { return error_text(ctx.texts, error) };
    let (id, args) = fault.message();
    format!("{path} · {} {}", fault_texts(ctx.texts, fault).0, format::message(ctx.texts, id, &args))
}

/// Returns how it went the last time.
fn last_practice(ctx: &RenderContext<'_>, last: Option<&PastPractice>) -> String {
    let Some(last) = last else { return ctx.text("practise-never").to_owned() };
    let at = Arg::from(ctx.texts.when(last.at.civil(), ctx.now.wall.civil()));
    match &last.debrief {
        Some(PracticeDebrief { agreed, compared, .. }) => {
            ctx.format("practise-last", &[("at", at), ("agreed", (*agreed).into()), ("n", (*compared).into())])
        }
        None => ctx.format("practise-last-other", &[("at", at)]),
    }
}
