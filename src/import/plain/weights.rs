//! A sheet of its own with the shares of the sections.

use super::cell_text::shown;
use super::sections::Sections;
use crate::import::columns::{self, Column};
use crate::import::remark::{RemarkKind, Remarks};
use crate::spreadsheet::{Row, Sheet};
use crate::text::typed_number::parse_number;
use crate::text::{Lang, fold_name};

/// Sets the shares of sections that a sheet names, by their titles, and names
/// the rows of no section; `false` if it is no such sheet.
pub(super) fn apply(sheet: &Sheet, sections: &mut Sections, remarks: &mut Remarks) -> bool {
    if sheet.hidden {
        return false;
    }
    let find = |row: &Row| {
        let of = |wanted: &[Column]| {
            row.cells
                .iter()
                .position(|cell| columns::header(cell).is_some_and(|header| wanted.contains(&header.column)))
        };
        of(&[Column::Section]).zip(of(&[Column::SectionWeight, Column::Weight]))
    };
    let Some((row, (title, weight))) = sheet.rows.iter().find_map(|row| Some((row.number, find(row)?))) else {
        return false;
    };
    let rows = sheet.rows.iter().filter(|other| other.number > row);
    let named: Vec<(String, f64)> = rows
        .filter_map(|row| {
            let number = parse_number(row.cell(weight).trim_end_matches('%').trim(), Lang::Fr).ok()?;
            Some((fold_name(row.cell(title)), number))
        })
        .collect();
    let share = |title: &str| named.iter().find(|(known, _)| *known == fold_name(title)).map(|(_, number)| *number);
    let shares: Vec<Option<f64>> = sections.all.iter().map(|section| share(section.title.get(Lang::Fr))).collect();
    if shares.iter().any(Option::is_none) || sections.all.iter().any(|section| section.weight_percent.is_some()) {
        return false;
    }
    for row in sheet.rows.iter().filter(|other| other.number > row && !other.cell(title).is_empty()) {
        let name = fold_name(row.cell(title));
        if !sections.all.iter().any(|section| fold_name(section.title.get(Lang::Fr)) == name) {
            let kind = RemarkKind::UnknownSection { title: shown(row.cell(title)) };
            remarks.doubt(sheet.place(row.number, title), kind);
        }
    }
    let fractions = shares.iter().flatten().all(|share| *share <= 1.0);
    for (section, share) in sections.all.iter_mut().zip(shares) {
        section.weight_percent = share.map(|share| if fractions { (share * 1e10).round() / 1e8 } else { share });
    }
    true
}
