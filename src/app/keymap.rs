//! The keys, as one table: dispatch, footers, the help screen and the README's list all come from it.

use super::key::{Key, Press};
use crate::text::Lang;
use std::collections::{BTreeMap, HashMap};

/// Where a key means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// Everywhere, unless the place gives the key another meaning.
    Anywhere,
    /// A list or a menu.
    List,
    /// The items of a visit.
    Visit,
    /// A line or a note being typed.
    Typing,
    /// The page of plain notes.
    Page,
    /// A choice among answers.
    Choosing,
    /// What is left before the end.
    Review,
    /// Unfinished visits on the first screen.
    Home,
    /// One past visit.
    Session,
    /// The results.
    Results,
    /// The format in which results are written.
    Exporting,
    /// The question whether it is meant.
    Confirm,
}

impl Context {
    /// Every context, in the order of the help screen.
    pub const ALL: [Self; 12] = [
        Self::Visit,
        Self::Choosing,
        Self::Typing,
        Self::Page,
        Self::Review,
        Self::List,
        Self::Home,
        Self::Session,
        Self::Results,
        Self::Exporting,
        Self::Confirm,
        Self::Anywhere,
    ];

    /// Gives the id of its title.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Anywhere => "app-context-anywhere",
            Self::List => "app-context-list",
            Self::Visit => "app-context-visit",
            Self::Typing => "app-context-typing",
            Self::Page => "app-context-page",
            Self::Choosing => "app-context-choosing",
            Self::Review => "app-context-review",
            Self::Home => "app-context-home",
            Self::Session => "app-context-session",
            Self::Results => "app-context-results",
            Self::Exporting => "app-context-exporting",
            Self::Confirm => "app-context-confirm",
        }
    }
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each has its sentence in the catalogue")]
pub enum Command {
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    Left,
    Right,
    Open,
    Back,
    Filter,
    Yes,
    Partly,
    No,
    NotApplicable,
    NotObserved,
    Clear,
    Note,
    Mark,
    PlaceMark,
    Ago,
    Count,
    Timer,
    Undo,
    Redo,
    Pause,
    Hide,
    NextSection,
    PreviousSection,
    Finish,
    Keep,
    NewLine,
    Toggle,
    Look,
    Discard,
    Explain,
    Results,
    Export,
    Html,
    Xlsx,
    Csv,
    Text,
    Json,
    Accept,
    Refuse,
    Help,
    Quit,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where.
    pub context: Context,
    /// What.
    pub command: Command,
    /// The command's name in settings, and the end of its message ids.
    pub name: &'static str,
    /// The keys in French; the first is shown.
    pub fr: &'static [Press],
    /// The keys in English; the first is shown.
    pub en: &'static [Press],
}

impl Binding {
    /// Gives the keys in a language.
    #[must_use]
    pub fn keys(&self, lang: Lang) -> &'static [Press] {
        match lang {
            Lang::Fr => self.fr,
            Lang::En => self.en,
        }
    }

    /// Gives the id of the word or two that a footer says of it.
    #[must_use]
    pub fn short(&self) -> String {
        format!("app-key-{}", self.name)
    }

    /// Gives the id of the sentence that the help screen says of it.
    #[must_use]
    pub fn long(&self) -> String {
        format!("app-help-{}", self.name)
    }
}

const fn key(key: Key) -> Press {
    Press { key, ctrl: false, alt: false }
}
const fn c(c: char) -> Press {
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

/// The table in one language, with the user's own keys.
#[derive(Clone, Debug)]
pub struct Keymap {
    lang: Lang,
    own: BTreeMap<String, char>,
    commands: HashMap<(Context, Press), Command>,
}

impl Keymap {
    /// Builds it; `own` gives letters to names of visit commands, and what is not a name, or no free letter, is left out.
    #[must_use]
    pub fn new(lang: Lang, own: &BTreeMap<String, String>) -> Self {
        let mut keymap = Self { lang, own: BTreeMap::new(), commands: HashMap::new() };
        keymap.build();
        for (name, keys) in own {
            let mut letters = keys.chars();
            if let (Some(letter), None) = (letters.next(), letters.next()) {
                // A letter that is taken, or a name that is none, leaves the key as it was.
                let _ = keymap.rebind(name, letter);
            }
        }
        keymap
    }

    fn build(&mut self) {
        self.commands.clear();
        for binding in TABLE {
            for press in self.keys(binding) {
                self.commands.insert((binding.context, press), binding.command);
            }
        }
    }

    /// Gives a visit command another letter.
    ///
    /// # Errors
    /// Gives the binding that has the letter already; `None` where the name or the letter will not do.
    pub fn rebind(&mut self, name: &str, letter: char) -> Result<(), Option<&'static Binding>> {
        let letter = letter.to_lowercase().next().unwrap_or(letter);
        let known = TABLE.iter().any(|b| b.context == Context::Visit && b.name == name && is_letter_key(b));
        if !known || !letter.is_alphabetic() || crate::text::clean::is_hostile(letter) {
            return Err(None);
        }
        let taken = TABLE.iter().find(|b| {
            let meets = matches!(b.context, Context::Visit | Context::Anywhere);
            meets && b.name != name && self.keys(b).contains(&c(letter))
        });
        if taken.is_some() {
            return Err(taken);
        }
        let usual = TABLE
            .iter()
            .any(|b| b.context == Context::Visit && b.name == name && b.keys(self.lang).first() == Some(&c(letter)));
        if usual {
            self.own.remove(name);
        } else {
            self.own.insert(name.to_owned(), letter);
        }
        self.build();
        Ok(())
    }

    /// Gives the user's own letters, as settings keep them.
    #[must_use]
    pub fn own(&self) -> BTreeMap<String, String> {
        self.own.iter().map(|(name, letter)| (name.clone(), letter.to_string())).collect()
    }

    /// Gives what a key does in a place: there, or anywhere.
    #[must_use]
    pub fn command(&self, context: Context, press: Press) -> Option<Command> {
        let press = match press.key {
            Key::Char(letter) => Press { key: Key::Char(letter.to_lowercase().next().unwrap_or(letter)), ..press },
            _ => press,
        };
        let find = |context| self.commands.get(&(context, press)).copied();
        find(context).or_else(|| find(Context::Anywhere))
    }

    /// Gives the keys of a binding, the user's own first. One letter finishes, in the visit and in its review.
    #[must_use]
    pub fn keys(&self, binding: &Binding) -> Vec<Press> {
        let name = match (binding.context, binding.command) {
            (Context::Visit, _) => binding.name,
            (Context::Review, Command::Finish) => "finish",
            _ => return binding.keys(self.lang).to_vec(),
        };
        self.own.get(name).map_or_else(|| binding.keys(self.lang).to_vec(), |&letter| vec![c(letter)])
    }

    /// Gives the key that a footer shows for a command.
    #[must_use]
    pub fn shown(&self, context: Context, command: Command) -> Option<(Press, &'static Binding)> {
        let binding = TABLE
            .iter()
            .find(|b| b.command == command && b.context == context)
            .or_else(|| TABLE.iter().find(|b| b.command == command && b.context == Context::Anywhere))?;
        Some((*self.keys(binding).first()?, binding))
    }
}

/// Tells whether a binding's first key is a letter, so that the user may choose another.
#[must_use]
pub fn is_letter_key(binding: &Binding) -> bool {
    matches!(binding.fr.first(), Some(Press { key: Key::Char(letter), .. }) if letter.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_does_two_things_in_one_place() {
        for lang in Lang::ALL {
            let mut seen = HashMap::new();
            for binding in TABLE {
                for press in binding.keys(lang) {
                    let other = seen.insert((binding.context, *press), binding.name);
                    assert_eq!(other, None, "{press:?} in {:?}: {other:?} and {}", binding.context, binding.name);
                }
            }
        }
    }

    #[test]
    fn no_key_needs_shift_or_altgr_on_a_french_keyboard() {
        for binding in TABLE {
            let first = binding.fr.first().unwrap();
            let plain = match first.key {
                Key::Char(letter) => letter == ' ' || letter.is_ascii_lowercase(),
                _ => !first.alt || binding.command == Command::NewLine,
            };
            assert!(plain, "{binding:?}");
        }
    }

    #[test]
    fn an_own_letter_replaces_the_default_and_a_taken_one_is_refused() {
        let own = BTreeMap::from([("hide".to_owned(), "k".to_owned()), ("note".to_owned(), "o".to_owned())]);
        let mut keymap = Keymap::new(Lang::Fr, &own);
        assert_eq!(keymap.command(Context::Visit, c('k')), Some(Command::Hide));
        assert_eq!(keymap.command(Context::Visit, c('h')), None);
        assert_eq!(keymap.command(Context::Visit, c('C')), Some(Command::Note));
        assert_eq!(keymap.rebind("finish", 'z').map_err(|_| ()), Ok(()));
        assert_eq!(keymap.command(Context::Review, c('z')), Some(Command::Finish));
        assert_eq!(keymap.command(Context::Review, c('f')), None);
        // The usual letter is no choice of the user's, and so follows the language.
        assert_eq!(keymap.rebind("hide", 'h').map_err(|_| ()), Ok(()));
        assert_eq!(keymap.own(), BTreeMap::from([("finish".to_owned(), "z".to_owned())]));
        assert_eq!(keymap.rebind("note", 'o').map_err(|b| b.map(|b| b.name)), Err(Some("yes")));
        assert_eq!(keymap.rebind("up", 'z').map_err(|b| b.map(|b| b.name)), Err(None));
    }
}
