//! The scenarios to practise on, each with how it went the last time.

use crate::analysis::reveal::Reveal;
use crate::app::loaded_data::PastPractice;
use crate::app::practice_format::moment;
use crate::app::screens::practise::PractiseScreen;
use crate::store::StoreError;
use crate::store::scenarios::Listed;
use crate::text::texts::Arg;
use crate::ui::format::{error_text, fault_texts};
use crate::ui::prelude::*;
use crate::ui::widgets::select_list::two_lines;
use crate::ui::widgets::text_field::TextField;
use crate::ui::wrap::{height, wrapped};

/// The areas of the list of scenarios.
struct PractiseLayout {
    facts: Rect,
    list: Rect,
    rule: Rect,
    detail: Rect,
}

impl PractiseLayout {
    /// Splits the area under the title; what stands under the list wants so many rows, and gets no more than half.
    fn new(body: Rect, detail: impl Fn(u16) -> u16) -> Self {
        let [facts, _, rest] =
            Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Fill(1)]).areas(body);
        let margin = Margin::new(1, 0);
        let detail = detail(rest.inner(margin).width).min(rest.height / 2);
        let [list, rule, detail] =
            Layout::vertical([Constraint::Fill(1), Constraint::Length(1), Constraint::Length(detail)]).areas(rest);
        Self { facts: facts.inner(margin), list: list.inner(margin), rule, detail: detail.inner(margin) }
    }
}

impl ScreenView for PractiseScreen {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        if self.name.is_some() {
            return KeyHint::all(Context::Typing, &[Command::Keep, Command::Back]);
        }
        let start = KeyHint::named(Context::List, Command::Open, "app-key-start");
        let speed = KeyHint::named(Context::List, Command::Right, "practise-key-speed");
        let moves = [Command::Up, Command::Down, Command::Left].map(|command| KeyHint::new(Context::List, command));
        [start].into_iter().chain(moves).chain([speed, KeyHint::new(Context::List, Command::Back)]).collect()
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let body = render_title(ctx, ctx.text("practise-title"), area, buf);
        let scenarios = self.scenarios.as_deref().unwrap_or_default();
        // As many rows as the longest summary wants, so that nothing moves with the selection.
        let longest =
            |columns| scenarios.iter().map(|listed| height(&summary(ctx, listed), columns)).max().unwrap_or(0);
        let layout = PractiseLayout::new(body, |columns| longest(columns).max(if self.name.is_some() { 2 } else { 0 }));
        facts(ctx, self.speed).render(layout.facts, buf);
        if self.scenarios.is_none() {
            return;
        }
        if scenarios.is_empty() {
            let text = ctx.text("practise-empty");
            return wrapped(text, layout.list.width, ctx.style(Role::Text)).render(layout.list, buf);
        }
        let columns = item_width(layout.list);
        let items = scenarios.iter().map(|listed| scenario(ctx, self, listed, columns));
        SelectList::new(items, &self.cursor, ctx.theme).render(layout.list, buf, out);
        Rule::horizontal(ctx.theme).render(layout.rule, buf);
        if let Some(name) = &self.name {
            let [label, field] = Layout::vertical([Constraint::Max(1), Constraint::Min(1)]).areas(layout.detail);
            Line::styled(ctx.text("practise-name"), ctx.style(Role::Title)).render(label, buf);
            TextField(name).render(field, buf, out);
        } else if let Some(listed) = scenarios.get(self.cursor.selected) {
            let role = if listed.staged.is_ok() { Role::Text } else { Role::Warning };
            wrapped(&summary(ctx, listed), layout.detail.width, ctx.style(role)).render(layout.detail, buf);
        }
    }
}

/// Returns how fast the scenario unfolds, and who practises.
fn facts<'a>(ctx: &RenderContext<'a>, speed: f64) -> Line<'a> {
    let speed = format::speed(ctx.texts, speed);
    let speed = ctx.format("practise-speed", &[("speed", speed.into())]);
    let name = ctx.model.shared.trainee().map(|name| ctx.format("practise-trainee", &[("name", name.into())]));
    let facts = Columns::default().text(speed, ctx.style(Role::Title)).gap(3);
    facts.text(name.unwrap_or_default(), ctx.style(Role::Quiet)).into()
}

/// Returns what a scenario is about; of a broken one, what is wrong first.
fn summary(ctx: &RenderContext<'_>, listed: &Listed) -> String {
    match &listed.staged {
        Ok(staged) => {
            let summary = staged.scenario.summary.get(ctx.texts.lang());
            match staged.passed_over() {
                Some((id, args)) => format!("{} {summary}", format::message(ctx.texts, id, &args)),
                None => summary.to_owned(),
            }
        }
        Err(error) => match error.faults().first().map(|fault| fault_texts(ctx.texts, fault)) {
            Some((place, text)) => format!("{} {place} {text}", error_text(ctx.texts, error)),
            None => error_text(ctx.texts, error),
        },
    }
}

/// Returns a scenario's name, and under it how it went; of a broken one, where it is broken.
fn scenario<'a>(ctx: &RenderContext<'_>, screen: &PractiseScreen, listed: &'a Listed, columns: u16) -> Text<'a> {
    let lang = ctx.texts.lang();
    match &listed.staged {
        Ok(staged) => {
            let last = ctx.model.shared.trainee().and_then(|trainee| screen.last(&trainee, &listed.id));
            let lasts = moment(staged.scenario.end_s() / screen.speed);
            let checklist = staged.definition.checklist();
            let (by, version) = (checklist.title.get(lang), &checklist.version);
            let detail = format!("{} · {lasts} · {by} {version}", last_practice(ctx, last));
            two_lines(ctx.theme, staged.scenario.title.get(lang), &detail, Role::Quiet, columns)
        }
        Err(error) => two_lines(ctx.theme, &listed.id, &first_fault(ctx, error), Role::Warning, columns),
    }
}

/// Returns the file, the line and the place in the document of the first fault.
fn first_fault(ctx: &RenderContext<'_>, error: &StoreError) -> String {
    let path = match error {
        StoreError::FaultyScenario { path, .. } => path.file_name().unwrap_or_default().to_string_lossy(),
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
    match &last.reveal {
        Some(Reveal { agreed, compared, .. }) => {
            ctx.format("practise-last", &[("at", at), ("agreed", (*agreed).into()), ("n", (*compared).into())])
        }
        None => ctx.format("practise-last-other", &[("at", at)]),
    }
}
