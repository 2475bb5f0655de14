//! The keymap, as one table: key dispatch, footers, the help screen and the README's list derive from it.

mod binding;
mod table;

pub use binding::{Binding, Command, Context, is_letter_key};
pub use table::TABLE;

use super::key::{Key, KeyPress};
use crate::text::Lang;
use hashbrown::HashMap;
use std::collections::BTreeMap;
use table::c;

/// The keymap in one language, with the user's own keys.
#[derive(Clone, Debug)]
pub struct Keymap {
    lang: Lang,
    own: BTreeMap<String, char>,
    commands: HashMap<(Context, KeyPress), Command>,
    shown: HashMap<(Context, Command), KeyLabel>,
}

/// A command as shown in a footer.
#[derive(Clone, Debug)]
pub struct KeyLabel {
    pub press: KeyPress,
    /// The message id of the command's short name.
    pub word: String,
}

impl Keymap {
    /// Builds the keymap; `own` maps names of visit commands to letters. Unknown names and letters in use are ignored.
    pub fn new(lang: Lang, own: &BTreeMap<String, String>) -> Self {
        let mut keymap = Self { lang, own: BTreeMap::new(), commands: HashMap::new(), shown: HashMap::new() };
        keymap.build();
        for (name, keys) in own {
            let mut letters = keys.chars();
            if let (Some(letter), None) = (letters.next(), letters.next()) {
                // If the letter is taken or the name is unknown, the default key stays.
                let _ = keymap.rebind(name, letter);
            }
        }
        keymap
    }

    fn build(&mut self) {
        self.commands.clear();
        self.shown.clear();
        for binding in TABLE {
            let keys = self.keys(binding);
            for press in &keys {
                self.commands.insert((binding.context, *press), binding.command);
            }
            if let Some(press) = keys.first() {
                let shown = || KeyLabel { press: *press, word: binding.short() };
                self.shown.entry((binding.context, binding.command)).or_insert_with(shown);
            }
        }
    }

    /// Binds a visit command to another letter.
    ///
    /// # Errors
    /// Returns the binding that already uses the letter, or `None` if the name or the letter is invalid.
    pub fn rebind(&mut self, name: &str, letter: char) -> Result<(), Option<&'static Binding>> {
        let letter = letter.to_lowercase().next().unwrap_or(letter);
        let known = TABLE.iter().find(|b| b.context == Context::Visit && b.name == name && is_letter_key(b));
        let is_valid = letter.is_alphabetic() && !crate::text::clean::is_hostile(letter);
        let binding = known.filter(|_| is_valid).ok_or(None)?;
        let taken = TABLE.iter().find(|b| {
            let meets = matches!(b.context, Context::Visit | Context::Anywhere);
            meets && b.name != name && self.keys(b).contains(&c(letter))
        });
        if taken.is_some() {
            return Err(taken);
        }
        if binding.keys(self.lang).first() == Some(&c(letter)) {
            self.own.remove(name);
        } else {
            self.own.insert(name.to_owned(), letter);
        }
        self.build();
        Ok(())
    }

    /// Returns the user's own letters by command name, as the settings store them.
    pub fn own(&self) -> BTreeMap<String, String> {
        self.own.iter().map(|(name, letter)| (name.clone(), letter.to_string())).collect()
    }

    /// Returns the command of a key in a context, or else in [`Context::Anywhere`].
    pub fn command(&self, context: Context, press: KeyPress) -> Option<Command> {
        let press = match press.key {
            Key::Char(letter) => KeyPress { key: Key::Char(letter.to_lowercase().next().unwrap_or(letter)), ..press },
            _ => press,
        };
        let find = |context| self.commands.get(&(context, press)).copied();
        find(context).or_else(|| find(Context::Anywhere))
    }

    /// Returns the binding of a key in a context, or else in [`Context::Anywhere`].
    pub fn binding(&self, context: Context, press: KeyPress) -> Option<&'static Binding> {
        let command = self.command(context, press)?;
        let here = TABLE.iter().filter(|b| b.command == command);
        here.filter(|b| [context, Context::Anywhere].contains(&b.context))
            .min_by_key(|b| b.context == Context::Anywhere)
    }

    /// Returns the keys of a binding, the user's own first. Finishing has the same letter in a visit and in its review.
    pub fn keys(&self, binding: &Binding) -> Vec<KeyPress> {
        let name = match (binding.context, binding.command) {
            (Context::Visit, _) => binding.name,
            (Context::Review, Command::Finish) => "finish",
            _ => return binding.keys(self.lang).to_vec(),
        };
        self.own.get(name).map_or_else(|| binding.keys(self.lang).to_vec(), |&letter| vec![c(letter)])
    }

    /// Returns what a footer shows for a command.
    pub fn shown(&self, context: Context, command: Command) -> Option<&KeyLabel> {
        self.shown.get(&(context, command)).or_else(|| self.shown.get(&(Context::Anywhere, command)))
    }
}
