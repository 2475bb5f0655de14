//! The table itself: one row a command in a place.

use super::{Binding, Command, Context};
use crate::app::key::{Key, Press};

const fn key(key: Key) -> Press {
    Press { key, ctrl: false, alt: false }
}
pub(super) const fn c(c: char) -> Press {
    key(Key::Char(c))
}
const fn both(context: Context, command: Command, name: &'static str, keys: &'static [Press]) -> Binding {
    Binding { context, command, name, fr: keys, en: keys }
}
const fn each(
    context: Context,
    command: Command,
    name: &'static str,
    fr: &'static [Press],
    en: &'static [Press],
) -> Binding {
    Binding { context, command, name, fr, en }
}

/// The table.
pub const TABLE: &[Binding] = &[
    each(Context::Visit, Command::Yes, "yes", &[c('o')], &[c('y')]),
    both(Context::Visit, Command::No, "no", &[c('n')]),
    both(Context::Visit, Command::Partly, "partly", &[c('p')]),
    both(Context::Visit, Command::NotApplicable, "not-applicable", &[c('x')]),
    both(Context::Visit, Command::NotObserved, "not-observed", &[c('v')]),
    both(Context::Visit, Command::Open, "answer", &[key(Key::Enter)]),
    both(Context::Visit, Command::Timer, "timer", &[c('t')]),
    both(Context::Visit, Command::Count, "count", &[c(' '), c('+')]),
    both(Context::Visit, Command::Note, "note", &[c('c')]),
    both(Context::Visit, Command::Mark, "mark", &[c('m')]),
    both(Context::Visit, Command::PlaceMark, "place-mark", &[c('l')]),
    both(Context::Visit, Command::Ago, "ago", &[c('a')]),
    both(Context::Visit, Command::Undo, "undo", &[c('u'), Press::ctrl('z')]),
    both(Context::Visit, Command::Redo, "redo", &[c('r'), Press::ctrl('y')]),
    both(Context::Visit, Command::Clear, "clear", &[key(Key::Backspace), key(Key::Delete)]),
    both(Context::Visit, Command::Pause, "pause", &[c('s')]),
    both(Context::Visit, Command::Hide, "hide", &[c('h')]),
    both(Context::Visit, Command::Finish, "finish", &[c('f')]),
    both(Context::Visit, Command::Up, "up", &[key(Key::Up)]),
    both(Context::Visit, Command::Down, "down", &[key(Key::Down)]),
    both(Context::Visit, Command::NextSection, "next-section", &[key(Key::Tab), key(Key::Right)]),
    both(Context::Visit, Command::PreviousSection, "previous-section", &[key(Key::BackTab), key(Key::Left)]),
    both(Context::Visit, Command::PageUp, "page-up", &[key(Key::PageUp)]),
    both(Context::Visit, Command::PageDown, "page-down", &[key(Key::PageDown)]),
    both(Context::Visit, Command::First, "first", &[key(Key::Home)]),
    both(Context::Visit, Command::Last, "last", &[key(Key::End)]),
    both(Context::Visit, Command::Back, "leave", &[key(Key::Esc)]),
    both(Context::Choosing, Command::Left, "lower", &[key(Key::Left), key(Key::Up)]),
    both(Context::Choosing, Command::Right, "higher", &[key(Key::Right), key(Key::Down)]),
    both(Context::Choosing, Command::Toggle, "toggle", &[c(' ')]),
    both(Context::Choosing, Command::Keep, "choose", &[key(Key::Enter)]),
    both(Context::Choosing, Command::Back, "back", &[key(Key::Esc)]),
    both(Context::Typing, Command::Keep, "keep", &[key(Key::Enter)]),
    both(
        Context::Typing,
        Command::NewLine,
        "new-line",
        &[Press { key: Key::Enter, ctrl: false, alt: true }, Press::ctrl('j')],
    ),
    both(Context::Typing, Command::Back, "back", &[key(Key::Esc)]),
    both(Context::Page, Command::Back, "show-again", &[key(Key::Esc), key(Key::F(2))]),
    both(Context::Page, Command::Mark, "mark", &[key(Key::Tab)]),
    both(Context::Review, Command::Open, "go-to", &[key(Key::Enter)]),
    both(Context::Review, Command::Finish, "finish-now", &[c('f')]),
    both(Context::Review, Command::Back, "back", &[key(Key::Esc)]),
    both(Context::Review, Command::Up, "up", &[key(Key::Up)]),
    both(Context::Review, Command::Down, "down", &[key(Key::Down)]),
    both(Context::Review, Command::PageUp, "page-up", &[key(Key::PageUp)]),
    both(Context::Review, Command::PageDown, "page-down", &[key(Key::PageDown)]),
    both(Context::List, Command::Up, "up", &[key(Key::Up)]),
    both(Context::List, Command::Down, "down", &[key(Key::Down)]),
    both(Context::List, Command::PageUp, "page-up", &[key(Key::PageUp)]),
    both(Context::List, Command::PageDown, "page-down", &[key(Key::PageDown)]),
    both(Context::List, Command::First, "first", &[key(Key::Home)]),
    both(Context::List, Command::Last, "last", &[key(Key::End)]),
    both(Context::List, Command::Left, "lower", &[key(Key::Left)]),
    both(Context::List, Command::Right, "higher", &[key(Key::Right)]),
    both(Context::List, Command::Open, "open", &[key(Key::Enter)]),
    both(Context::List, Command::Back, "back", &[key(Key::Esc)]),
    both(Context::Home, Command::Look, "look", &[key(Key::Right)]),
    both(Context::Home, Command::Discard, "discard", &[key(Key::Delete), key(Key::Backspace)]),
    both(Context::Home, Command::Results, "results", &[c('r')]),
    both(Context::Home, Command::Quit, "quit", &[c('q')]),
    both(Context::Session, Command::Explain, "explain", &[c('s')]),
    both(Context::Session, Command::Left, "answers", &[key(Key::Left)]),
    both(Context::Session, Command::Right, "timeline", &[key(Key::Right)]),
    both(Context::Results, Command::Left, "previous-tab", &[key(Key::Left), key(Key::BackTab)]),
    both(Context::Results, Command::Right, "next-tab", &[key(Key::Right), key(Key::Tab)]),
    both(Context::Results, Command::Open, "deeper", &[key(Key::Enter)]),
    both(Context::Results, Command::Filter, "filter", &[c('f')]),
    both(Context::Results, Command::Clear, "no-filter", &[key(Key::Delete), key(Key::Backspace)]),
    both(Context::Results, Command::Export, "export", &[c('e')]),
    both(Context::Results, Command::Back, "higher-up", &[key(Key::Esc)]),
    both(Context::Class, Command::Reveal, "reveal", &[c(' '), key(Key::Enter)]),
    both(Context::Class, Command::Left, "previous-item", &[key(Key::Left)]),
    both(Context::Class, Command::Right, "next-item", &[key(Key::Right)]),
    both(Context::Class, Command::Reference, "reference", &[c('r')]),
    both(Context::Class, Command::Note, "ruling", &[c('c')]),
    both(Context::Class, Command::Back, "back", &[key(Key::Esc)]),
    both(Context::Exporting, Command::Html, "html", &[c('h')]),
    both(Context::Exporting, Command::Xlsx, "xlsx", &[c('x')]),
    both(Context::Exporting, Command::Csv, "csv", &[c('c')]),
    both(Context::Exporting, Command::Text, "txt", &[c('t')]),
    both(Context::Exporting, Command::Json, "json", &[c('j')]),
    both(Context::Exporting, Command::Back, "back", &[key(Key::Esc)]),
    each(Context::Confirm, Command::Accept, "accept", &[c('o')], &[c('y')]),
    both(Context::Confirm, Command::Refuse, "refuse", &[c('n'), key(Key::Esc)]),
    both(Context::Anywhere, Command::Hide, "hide-here", &[key(Key::F(2))]),
    both(Context::Anywhere, Command::Help, "help", &[key(Key::F(1)), c('?')]),
    both(Context::Anywhere, Command::Quit, "quit", &[Press::ctrl('q'), Press::ctrl('c')]),
];
