//! The import of checklists from spreadsheets.

mod again;
mod cells;
mod conditions;
mod kept;
mod mutations;
mod refused;
mod sheets;
mod wild;

use crate::support::read_checklist;
use esprit::import::{ImportError, Imported, Remark, RemarkKind};
use esprit::text::{Arg, Lang, Message, Texts};
use esprit::visit::checklist::Item;

/// Formats a message.
fn say(texts: &Texts, (id, args): &Message) -> String {
    let args: Vec<(&str, Arg)> = args.iter().map(|(name, value)| (*name, Arg::from(value.as_str()))).collect();
    texts.with(id, &args)
}

/// Returns remarks as people read them, each with its place.
fn said(lang: Lang, remarks: &[Remark]) -> Vec<String> {
    let texts = Texts::new(lang);
    let one = |remark: &Remark| {
        let place = remark.place.as_ref().map(|place| say(&texts, &place.message())).unwrap_or_default();
        format!("{place}: {}", say(&texts, &remark.message()))
    };
    remarks.iter().map(one).collect()
}

/// Imports a text, which must be taken.
fn taken(text: &str) -> Imported {
    match read_checklist("shop.csv", text.as_bytes()) {
        Ok(imported) => imported,
        Err(ImportError::Refused(errors)) => panic!("{:#?}", said(Lang::En, &errors)),
        Err(error) => panic!("{error:?}"),
    }
}

/// Imports a text, which must be refused.
fn refused(text: &str) -> Vec<Remark> {
    match read_checklist("shop.csv", text.as_bytes()) {
        Err(ImportError::Refused(errors)) => errors,
        other => panic!("{text}: {other:#?}"),
    }
}

/// Returns the items of an import.
fn items(imported: &Imported) -> Vec<&Item> {
    imported.checklist.items().map(|(_, item)| item).collect()
}

/// Returns the rows, the columns and the kinds of remarks.
fn kinds(remarks: &[Remark]) -> Vec<(usize, usize, RemarkKind)> {
    let place = |remark: &Remark| remark.place.as_ref().map_or((0, 0), |place| (place.row, place.column));
    remarks.iter().map(|remark| (place(remark).0, place(remark).1, remark.kind.clone())).collect()
}
