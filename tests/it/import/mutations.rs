//! Mutated sheets: none makes the program panic, and what is taken is valid.
//!
//! `ESPRIT_MUTATIONS=1000000 cargo test --release --test it -- import::mutations` tries a million.

use super::sheets::{archive, ods, xls, xlsx};
use crate::support::read_checklist;
use esprit::import::{self, ImportError};
use esprit::text::clean::is_hostile;
use esprit::visit::Definition;
use esprit::visit::validate::authoring_faults;
use fastrand::Rng;
use std::io::{Cursor, Read};
use zip::{CompressionMethod, ZipArchive};

/// The mutations that are tried by default.
const USUAL: usize = 3_000;

const SHEETS: [&str; 4] = [
    "Rubrique;Poids (%);Attitude;N°;Id;Question;Question (en);Réponse;Réponses et points;Poids;Éliminatoire;Bonus;Hors note;Seulement si;Commentaire si;Oui si;Comment juger;Miroir\n\
     Accueil;40;Écoute;1;a;Sourit;Smiles;oui/en partie/non;;2;x;;;;non;un regard;;smile\n;;;2;b;Attente;Wait;chrono;\"≤ 30 s (1)\n> 30 s (0)\";;;;;1 = oui;;;;\n\
     Caisse;60;-;3;c;Choix;Choice;plusieurs choix;\"A (1)\nB (0,5)\nAucun (0)\nPas vu (hors note)\";;;;;1 = oui et (2 > 3 ou non (2 = jamais));1 ou 2;;;\n;;;4;d;Note;Rating;note 0-10;;;;x;;3 = 1;≤ 3;;;\n",
    "Criteria,Quet.Nr,Question,Possible Answers,Skips & Triggers,السؤال\nA,Q1,One?,\"1.Yes (1)\n2.No (0)\n3. NA (non-scoring)\",show if Q2 is 1,هل\nA,Q2,Two?,\"1. Up to 3 minutes (3)\n2.3-5 minutes (1)\",hide if Q1 is no,كم\nB,Q2,Three?,,if Q1 = no skip to Q4,\nB,Q4,Four?,1.Yes (1); 2.No (0),,\n",
    "Sourit\nSalue\nDit au revoir\n",
    "Id;Question;Réponse;esprit::row;esprit::item;esprit::section;esprit::checklist\na;Sourit;oui/non;0;\"{\"\"id\"\":\"\"a\"\",\"\"label\"\":\"\"Sourit\"\",\"\"response\"\":{\"\"type\"\":\"\"behaviour\"\"}}\";\"{\"\"id\"\":\"\"s\"\",\"\"title\"\":\"\"S\"\"}\";\"{\"\"format\"\":\"\"esprit.checklist/1\"\",\"\"id\"\":\"\"x\"\",\"\"version\"\":\"\"1\"\",\"\"relation\"\":\"\"customer\"\",\"\"title\"\":\"\"T\"\"}\"\n",
];

/// What cells are changed to.
const PIECES: [&str; 40] = [
    "",
    ";",
    "\n",
    "\"",
    "(",
    ")",
    "1",
    "-1",
    "0-10",
    "9999999999999999999",
    "1e308",
    "NaN",
    "x",
    "oui",
    "non",
    "1 = oui",
    "(1 = 1",
    "12 > 3",
    "Oui (1)",
    "(hors note)",
    "≤",
    "≤ 30 s (1)",
    "> ",
    "chrono",
    "choix",
    "note",
    "note 5-1",
    "nombre (€)",
    "Question",
    "Rubrique",
    "Id",
    "esprit::item",
    "{",
    "\u{202e}",
    "\u{0}",
    "\u{1f600}",
    "İ",
    "ﬁ",
    "si 1 = oui passer à ",
    "é\u{301}\u{301}\u{301}\u{301}\u{301}",
];

fn check(name: &str, bytes: &[u8]) -> bool {
    match read_checklist(name, bytes) {
        Ok(imported) => {
            let faults = authoring_faults(&imported.checklist);
            assert!(faults.is_empty(), "{faults:?}: {}", String::from_utf8_lossy(bytes));
            let definition = Definition::parse_valid(imported.document.clone()).unwrap();
            assert_eq!(definition.checklist(), &imported.checklist);
            assert!((1..=import::MOST_QUESTIONS).contains(&imported.checklist.items().count()));
            let shown = serde_json::to_string(&imported.checklist).unwrap();
            assert!(!shown.chars().any(is_hostile), "{shown}");
            true
        }
        Err(ImportError::Refused(errors)) => {
            assert!(!errors.is_empty());
            false
        }
        Err(ImportError::Spreadsheet(_)) => false,
    }
}

fn mutate_text(text: &str, random: &mut Rng) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..random.usize(1..6) {
        let at = random.usize(0..=chars.len());
        let piece: Vec<char> = random.choice(PIECES).unwrap().chars().collect();
        let end = (at + random.usize(0..12)).min(chars.len());
        match random.u8(0..4) {
            0 => drop(chars.splice(at..at, piece)),
            1 => drop(chars.splice(at..end, piece)),
            2 => drop(chars.drain(at..end)),
            _ => {
                let copied: Vec<char> = chars[at..end].to_vec();
                let to = random.usize(0..=chars.len());
                drop(chars.splice(to..to, copied));
            }
        }
    }
    chars.into_iter().collect()
}

fn mutate_bytes(bytes: &mut Vec<u8>, random: &mut Rng) {
    for _ in 0..random.usize(1..8) {
        let at = random.usize(0..bytes.len());
        match random.u8(0..4) {
            0 => bytes[at] = random.u8(..),
            1 => bytes[at] ^= 1 << random.u8(0..8),
            2 => bytes[at] = *random.choice([&0_u8, &0xff, &0x7f, &0x80]).unwrap(),
            _ => bytes.truncate(at.max(16)),
        }
    }
}

/// Mutates the documents inside of an archive.
fn mutate_archive(bytes: &[u8], random: &mut Rng) -> Vec<u8> {
    let mut old = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = old.file_names().map(|name| name.unwrap().into_owned()).collect();
    let chosen = random.usize(0..names.len());
    let files: Vec<(String, Vec<u8>)> = (names.into_iter().enumerate())
        .map(|(at, name)| {
            let mut content = Vec::new();
            old.by_name(&name).unwrap().read_to_end(&mut content).unwrap();
            if at == chosen && name != "mimetype" {
                let text = String::from_utf8(content).unwrap();
                content = mutate_text(&text, random).into_bytes();
            }
            (name, content)
        })
        .collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    archive(&files, CompressionMethod::Stored)
}

#[test]
fn no_mutation_of_a_sheet_panics_and_what_is_taken_is_valid() {
    let count = std::env::var("ESPRIT_MUTATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(USUAL);
    let (workbook, document, old) = (xlsx(), ods(super::sheets::CONTENT), xls());
    let mut taken = 0;
    for seed in 0..count {
        let mut random = Rng::with_seed(seed as u64);
        let (name, bytes) = match seed % 8 {
            0 => ("x.xlsx", mutate_archive(&workbook, &mut random)),
            1 => ("x.ods", mutate_archive(&document, &mut random)),
            2 => {
                let mut bytes = old.clone();
                mutate_bytes(&mut bytes, &mut random);
                ("x.xls", bytes)
            }
            kind => ("x.csv", mutate_text(SHEETS[kind % SHEETS.len()], &mut random).into_bytes()),
        };
        let result = std::panic::catch_unwind(|| check(name, &bytes));
        taken += usize::from(result.unwrap_or_else(|_| panic!("mutation {seed}, {name}")));
    }
    // Both happen: some mutations are harmless, others are refused.
    assert!(taken > count / 20 && taken < count, "{taken} of {count}");
}
