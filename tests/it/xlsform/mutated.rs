//! Forms that are damaged at random: none may panic, and what is imported is without fault.

use super::csv;
use crate::support::read_checklist;
use esprit::import::ImportError;
use esprit::visit::validate::authoring_faults;

const SURVEY: &str = "
    type | name | label::en | label::fr | hint | relevant | constraint | constraint_message | parameters | required | esprit::weight | esprit::type
    start | s | | | | | | | | | |
    begin group | g | Door | Porte | | | | | | | 50 |
    note | n | **Look** | Regardez | | | | | | | |
    select_one yes_no | a | Open? | Ouvert ? | Look | | | | | yes | 2 |
    select_multiple fruit or_other | b | Fruits | Fruits | | ${a} = 'yes' | not(selected(., 'a') and count-selected(.) > 1) | | | | |
    integer | c | How many? | Combien ? | | selected(${b}, 'a') and ${a} != 'no' | . >= 1 and . <= 5 | One to five | | | 0.5 | scale
    end group
    begin group | h | Inside | Dedans | | not(${c} > 3) or ${c} = '' | | | | | 50% |
    range | d | Rate | Notez | | | | | start=1 end=5 step=1 | | |
    text | e | Why? | Pourquoi ? | | ${d} < 3 | regex(., 'a') | | | | |
    acknowledge | f | OK | OK | | ${d} >= 3 and (${a}='yes' or ${b} = 'a') | | | | | |
    end group";

const CHOICES: &str = "
    list_name | name | label::en | label::fr | esprit::points
    yes_no | yes | Yes | Oui | 1
    yes_no | no | No | Non | 0
    fruit | a | None | Aucun | hors note
    fruit | b | Banana | Banane | 0,5";

const SETTINGS: &str = "
    form_title | form_id | version | default_language
    Shop | shop | 1 | en";

/// Pieces that mutations put into cells.
const PIECES: &[&str] = &[
    "",
    " ",
    "${",
    "}",
    "${a}",
    "${zz}",
    "'",
    "\"",
    "(",
    ")",
    "not(",
    " and ",
    " or ",
    "=",
    "!=",
    "<",
    "selected(",
    ",",
    ".",
    "-",
    "1",
    "0.5",
    "1e999",
    "99999999999999999999",
    "é",
    "\u{202e}",
    "\u{0}",
    "İ",
    "::",
    ":",
    "label",
    "type",
    "begin repeat",
    "end group",
    "begin group",
    "select_one",
    "select_one fruit",
    "calculate",
    "range",
    "x",
    "%",
    "start=",
    "or_other",
    "\n",
    "|",
    "esprit::points",
    "survey",
    "<b",
    "**",
    "#",
];

fn mutate(sheets: &mut [(String, Vec<Vec<String>>)], random: &mut fastrand::Rng) {
    let sheet = random.usize(..sheets.len());
    if random.u8(..40) == 0 {
        (*random.choice(PIECES).unwrap()).clone_into(&mut sheets[sheet].0);
        return;
    }
    let rows = &mut sheets[sheet].1;
    if rows.is_empty() {
        return;
    }
    let row = random.usize(..rows.len());
    match random.u8(..10) {
        0 => drop(rows.remove(row)),
        1 => rows.insert(row, rows[row].clone()),
        2 => {
            let other = random.usize(..rows.len());
            rows.swap(row, other);
        }
        choice => {
            let Some(cell) = random.choice(&mut rows[row]) else { return };
            let piece = random.choice(PIECES).unwrap();
            let at =
                cell.char_indices().map(|(at, _)| at).nth(random.usize(..=cell.chars().count())).unwrap_or(cell.len());
            match choice {
                3 => (*piece).clone_into(cell),
                4 | 5 => cell.truncate(at),
                6 => *cell = cell.split_off(at),
                _ => cell.insert_str(at, piece),
            }
        }
    }
}

#[test]
fn no_damaged_form_panics_and_what_is_imported_is_sound() {
    let count: u64 = std::env::var("ESPRIT_MUTATIONS").map_or(3000, |count| count.parse().unwrap());
    let cells = |rows: &str| -> Vec<Vec<String>> {
        rows.trim().lines().map(|row| row.split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
    };
    let whole = [("survey", SURVEY), ("choices", CHOICES), ("settings", SETTINGS)];
    let whole: Vec<(String, Vec<Vec<String>>)> =
        whole.iter().map(|(name, rows)| ((*name).to_owned(), cells(rows))).collect();
    let mut outcomes = [0; 3];
    for seed in 0..count {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut sheets = whole.clone();
        for _ in 0..random.usize(..6) {
            mutate(&mut sheets, &mut random);
        }
        let mut writer = ::csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for (name, rows) in &sheets {
            writer.write_record([name, ""]).unwrap();
            for row in rows {
                writer.write_record([""].into_iter().chain(row.iter().map(String::as_str))).unwrap();
            }
        }
        match read_checklist("form.csv", &writer.into_inner().unwrap()) {
            Ok(imported) => {
                outcomes[0] += 1;
                assert_eq!(authoring_faults(&imported.checklist), [], "seed {seed}");
            }
            Err(ImportError::Refused(remarks)) => {
                outcomes[1] += 1;
                assert!(!remarks.is_empty(), "seed {seed}");
            }
            Err(ImportError::Spreadsheet(_)) => outcomes[2] += 1,
        }
    }
    // The mutations reach both: forms that are imported, and forms that are refused.
    assert!(outcomes[0] > 0 && outcomes[1] > 0, "{outcomes:?}");
}

#[test]
fn the_form_of_the_mutations_is_whole() {
    let bytes = csv(&[("survey", SURVEY), ("choices", CHOICES), ("settings", SETTINGS)]);
    let form = super::import_bytes("form.csv", &bytes).unwrap_or_else(|remarks| panic!("{:?}", super::said(&remarks)));
    assert_eq!(form.checklist.items().count(), 6);
}
