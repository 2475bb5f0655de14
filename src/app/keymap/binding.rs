//! A row of the keymap: context, command and keys.

use crate::app::key::{Key, KeyPress};
use crate::text::Lang;

/// Where a key is valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// Everywhere, unless another context binds the key itself.
    Anywhere,
    /// A list or a menu.
    List,
    /// Any list or menu in which no letters are typed, in addition to its own keys.
    AnyList,
    /// The items of a visit.
    Visit,
    /// The items of a practice visit, in addition to those keys.
    Practice,
    /// A text input.
    Typing,
    /// The cover page for notes.
    CoverNotes,
    /// A choice of answers.
    Choosing,
    /// The review before the end of a visit.
    Review,
    /// Unfinished visits on the home screen.
    Home,
    /// The end of a visit.
    Finished,
    /// One past visit.
    Session,
    /// The replay of a visit.
    Replay,
    /// The scenarios, in addition to the keys of a list.
    Scenarios,
    /// The choice of a file, in addition to the keys of a list.
    Picker,
    /// What was understood of a file, in addition to the keys of a list.
    Importing,
    /// The sites and observers.
    Names,
    /// The checklists, and the versions of one.
    Checklists,
    /// The editor of checklists.
    Editor,
    /// The results.
    Results,
    /// The presentation of a checklist to a class.
    Present,
    /// A class and its items.
    Class,
    /// The choice of an export format.
    Exporting,
    /// A yes/no confirmation.
    Confirm,
}

impl Context {
    /// All contexts with the message ids of their titles, in the order of the help screen.
    pub const ALL: [(Self, &'static str); 24] = [
        (Self::Visit, "app-context-visit"),
        (Self::Practice, "app-context-practice"),
        (Self::Choosing, "app-context-choosing"),
        (Self::Typing, "app-context-typing"),
        (Self::CoverNotes, "app-context-page"),
        (Self::Review, "app-context-review"),
        (Self::Finished, "app-context-finished"),
        (Self::List, "app-context-list"),
        (Self::AnyList, "app-context-any-list"),
        (Self::Home, "app-context-home"),
        (Self::Session, "app-context-session"),
        (Self::Replay, "app-context-replay"),
        (Self::Results, "app-context-results"),
        (Self::Names, "app-context-names"),
        (Self::Checklists, "app-context-checklists"),
        (Self::Editor, "app-context-editor"),
        (Self::Picker, "app-context-picker"),
        (Self::Importing, "app-context-importing"),
        (Self::Exporting, "app-context-exporting"),
        (Self::Scenarios, "app-context-scenarios"),
        (Self::Present, "app-context-present"),
        (Self::Class, "app-context-class"),
        (Self::Confirm, "app-context-confirm"),
        (Self::Anywhere, "app-context-anywhere"),
    ];
}

/// A command that a key can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
    New,
    Discard,
    Explain,
    Replay,
    Play,
    Order,
    Results,
    Export,
    CopyPath,
    OpenFolder,
    Guide,
    Overview,
    Blank,
    Live,
    Reveal,
    Take,
    Reference,
    Script,
    Compare,
    Correct,
    DeclareVoid,
    Merge,
    Import,
    Edit,
    Duplicate,
    History,
    Restore,
    NewSection,
    Cut,
    Copy,
    Paste,
    Insert,
    MoveUp,
    MoveDown,
    OtherPane,
    NextFault,
    Try,
    Save,
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

/// One row of the keymap.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    pub context: Context,
    pub command: Command,
    /// The command's name in the settings, and the suffix of its message ids.
    pub name: &'static str,
    /// The keys in French; the first one is shown.
    pub fr: &'static [KeyPress],
    /// The keys in English; the first one is shown.
    pub en: &'static [KeyPress],
}

impl Binding {
    /// Returns the keys in a language.
    pub fn keys(&self, lang: Lang) -> &'static [KeyPress] {
        match lang {
            Lang::Fr => self.fr,
            Lang::En => self.en,
        }
    }

    /// Returns the message id of its short name, for footers.
    pub fn short(&self) -> String {
        format!("app-key-{}", self.name)
    }

    /// Returns the message id of its description, for the help screen.
    pub fn long(&self) -> String {
        format!("app-help-{}", self.name)
    }
}

/// Returns whether a binding's first key is a letter, which the user may change.
pub fn is_letter_key(binding: &Binding) -> bool {
    matches!(binding.fr.first(), Some(KeyPress { key: Key::Char(letter), .. }) if letter.is_alphabetic())
}
