//! The READMEs match the program: the keys come from the keymap.

use esprit::app::format;
use esprit::app::keymap::{Context, Keymap, TABLE};
use esprit::text::{Lang, Texts};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Returns the list of keys in a language, as the READMEs show it.
fn keys(lang: Lang) -> String {
    let texts = Texts::new(lang);
    let keymap = Keymap::new(lang, &std::collections::BTreeMap::new());
    let mut out = String::new();
    for (context, title) in Context::ALL {
        writeln!(out, "\n**{}**\n\n| | |\n|---|---|", texts.get(title)).unwrap();
        for binding in TABLE.iter().filter(|binding| binding.context == context) {
            let keys: Vec<_> =
                keymap.keys(binding).iter().map(|key| format!("`{}`", format::key(&texts, *key))).collect();
            writeln!(out, "| {} | {} |", keys.join(" "), texts.get(&binding.long())).unwrap();
        }
    }
    out
}

#[test]
fn the_keys_in_the_readmes_match_the_keymap() {
    for (lang, file) in [(Lang::En, "README.md"), (Lang::Fr, "README.fr.md")] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let text = fs::read_to_string(&path).unwrap();
        let (start, end) = ("<!-- keys -->\n", "<!-- end of keys -->");
        let (before, rest) = text.split_once(start).unwrap();
        let (there, after) = rest.split_once(end).unwrap();
        let keys = keys(lang);
        if std::env::var_os("ESPRIT_WRITE_README").is_some() {
            fs::write(&path, format!("{before}{start}{keys}\n{end}{after}")).unwrap();
        } else {
            assert!(
                there.trim() == keys.trim(),
                "{file}: ESPRIT_WRITE_README=1 cargo test readme writes the keys anew"
            );
        }
    }
}

#[test]
fn the_readmes_name_every_command() {
    for (lang, file) in [(Lang::En, "README.md"), (Lang::Fr, "README.fr.md")] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
        for command in esprit::cli::command(&Texts::new(lang)).get_subcommands() {
            assert!(text.contains(&format!("esprit {}", command.get_name())), "{file}: {}", command.get_name());
        }
        for picture in
            text.split("](").skip(1).filter_map(|rest| rest.split(')').next()).filter(|p| p.ends_with(".svg"))
        {
            assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(picture).exists(), "{file}: {picture}");
        }
    }
}
