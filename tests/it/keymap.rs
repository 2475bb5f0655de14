//! The keymap: no key has two commands, and the user's own letters.

use esprit::app::key::{Key, KeyPress};
use esprit::app::keymap::{Command, Context, Keymap, TABLE};
use esprit::text::Lang;
use std::collections::{BTreeMap, HashMap};

fn c(letter: char) -> KeyPress {
    Key::Char(letter).into()
}

#[test]
fn no_key_has_two_commands_in_one_context() {
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
    // A letter that is the default is not stored, so that it follows the language.
    assert_eq!(keymap.rebind("hide", 'h').map_err(|_| ()), Ok(()));
    assert_eq!(keymap.own(), BTreeMap::from([("finish".to_owned(), "z".to_owned())]));
    assert_eq!(keymap.rebind("note", 'o').map_err(|b| b.map(|b| b.name)), Err(Some("yes")));
    assert_eq!(keymap.rebind("up", 'z').map_err(|b| b.map(|b| b.name)), Err(None));
}
