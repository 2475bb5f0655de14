//! Checklists whose items agree are one family: their visits are counted together, and all others kept apart.

use super::dimension::{Dimension, Key};
use super::names::{KEY_SEPARATOR, Names};
use super::plan::Plan;
use super::sheet::{Cell, CellKey, Judgements, Sheet, SheetKey, at};
use super::spread::Spread;
use super::tally::Tally;
use crate::visit::checklist::Relation;
use crate::visit::definition::Definition;
use crate::visit::definitions::Definitions;
use crate::visit::{digest, version};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Visits counted, ready for questions.
#[derive(Clone, Debug)]
pub struct Counted<'d> {
    /// What was asked.
    pub plan: Arc<Plan>,
    /// Most visits first.
    pub families: Vec<Family<'d>>,
    by: Names,
    sites: Names,
}

/// The visits of checklists whose items agree.
#[derive(Clone, Debug)]
pub struct Family<'d> {
    /// The name that rows carry.
    pub name: String,
    /// The checklist's id; of several, the first in order.
    pub id: String,
    /// All ids that count as one, in order.
    pub ids: Vec<String>,
    /// The versions that count as one, in order.
    pub versions: Vec<String>,
    /// What was counted.
    pub sheet: Sheet,
    /// The checklist itself, of the last of its versions; `None` where no file showed it.
    pub definition: Option<&'d Definition>,
}

/// What makes two checklists one family: the digest of what figures depend on, and between whom the service passed.
type Likeness = (String, Relation);

impl<'d> Counted<'d> {
    /// Puts together what belongs together; `definitions` are the checklists by digest.
    ///
    /// From here on numbers and places are in the order of what they stand for.
    pub fn of(tally: Tally, definitions: &'d Definitions) -> Self {
        let Tally { plan, sheets, by, sites, .. } = tally;
        let ((by, new_by), (sites, new_sites)) = (by.sorted(), sites.sorted());
        let mut alike: BTreeMap<Likeness, Vec<(SheetKey, Sheet)>> = BTreeMap::new();
        for (key, sheet) in sheets {
            let likeness = definitions.likeness(&key.digest).map(str::to_owned);
            let likeness = likeness.unwrap_or_else(|| format!("{} {} {}", key.digest, key.checklist, key.version));
            alike.entry((likeness, key.relation)).or_default().push((key, sheet));
        }
        let mut families: Vec<(String, Family)> = alike
            .into_iter()
            .map(|((likeness, relation), sheets)| {
                let (keys, sheets): (Vec<SheetKey>, Vec<Sheet>) = sheets.into_iter().unzip();
                (likeness, family(&keys, definitions, Sheet::together(relation, sheets, &new_by, &new_sites)))
            })
            .collect();
        name(&mut families);
        let mut families: Vec<Family> = families.into_iter().map(|(_, family)| family).collect();
        families.sort_by_cached_key(|family| (Reverse(family.sheet.visits()), family.name.clone()));
        Self { plan, families, by, sites }
    }

    /// Gives the site's id.
    pub fn site(&self, number: u32) -> &str {
        self.sites.name(number)
    }

    /// Gives the key of the dimensions that part visits.
    pub fn key(&self, by: u32) -> Key {
        let dimensions = self.plan.by.iter().filter(|dimension| !dimension.is_of_rows());
        let values = self.by.name(by).split(KEY_SEPARATOR);
        dimensions.zip(values).fold(Key::all(), |key, (dimension, value)| key.and(*dimension, value))
    }

    /// Gives the dimensions asked for that part the rows of a visit, in their order.
    pub fn row_dimensions(&self) -> impl Iterator<Item = Dimension> {
        self.plan.by.iter().copied().filter(|dimension| dimension.is_of_rows())
    }
}

impl Family<'_> {
    /// Puts the cells together that have one key; `None` leaves a cell out.
    pub fn cells<K: Ord>(&self, of: impl Fn(&CellKey) -> Option<K>) -> BTreeMap<K, Cell> {
        let items: Vec<usize> = (0..self.sheet.items.len()).collect();
        let parts: Vec<usize> = (0..self.sheet.parts.len()).collect();
        let mut cells = self.gather(of, |all: &mut Cell, cell| all.take(cell, &items, &parts));
        cells.values_mut().for_each(Cell::settle);
        cells
    }

    /// Puts together no more than the visits' percents of cells that have one key; `None` leaves a cell out.
    pub fn percents<K: Ord>(&self, of: impl Fn(&CellKey) -> Option<K>) -> BTreeMap<K, Spread> {
        let mut percents = self.gather(of, |all: &mut Spread, cell| all.take(&cell.percents));
        percents.values_mut().for_each(Spread::settle);
        percents
    }

    /// Puts together no more than the visits and the judgements of each item, of cells that have one key; `None` leaves
    /// a cell out.
    pub fn judgements<K: Ord>(&self, of: impl Fn(&CellKey) -> Option<K>) -> BTreeMap<K, (u64, Vec<Judgements>)> {
        self.gather(of, |(visits, items): &mut (u64, Vec<Judgements>), cell| {
            *visits += cell.visits;
            for (place, judgements) in cell.items.iter().enumerate() {
                at(items, place).take(judgements);
            }
        })
    }

    fn gather<K: Ord, V: Default>(
        &self,
        of: impl Fn(&CellKey) -> Option<K>,
        take: impl Fn(&mut V, &Cell),
    ) -> BTreeMap<K, V> {
        let mut gathered = BTreeMap::new();
        for (key, cell) in &self.sheet.cells {
            if let Some(key) = of(key) {
                take(gathered.entry(key).or_default(), cell);
            }
        }
        gathered
    }
}

fn family<'d>(keys: &[SheetKey], definitions: &'d Definitions, sheet: Sheet) -> Family<'d> {
    let ids: BTreeSet<&str> = keys.iter().map(|key| &*key.checklist).collect();
    let ids: Vec<String> = ids.into_iter().map(str::to_owned).collect();
    let id = ids.first().cloned().unwrap_or_default();
    let last =
        keys.iter().max_by(|a, b| version::compare(&a.version, &b.version).then_with(|| a.digest.cmp(&b.digest)));
    Family {
        name: id.clone(),
        id,
        ids,
        versions: version::in_order(keys.iter().map(|key| &*key.version)),
        sheet,
        definition: last.and_then(|key| definitions.get_like(&key.digest)),
    }
}

/// Gives each family the checklist's id for a name, its versions beside it where several families have one id.
fn name(families: &mut [(String, Family<'_>)]) {
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    for (_, family) in &*families {
        *ids.entry(family.id.clone()).or_default() += 1;
    }
    for (_, family) in &mut *families {
        if ids.get(&family.id).is_some_and(|count| *count > 1) {
            family.name = format!("{} {}", family.id, family.versions.join("+"));
        }
    }
    // One version, two contents: somebody changed a checklist and not its version.
    let taken: Vec<String> = families.iter().map(|(_, family)| family.name.clone()).collect();
    for (likeness, family) in families {
        if taken.iter().filter(|name| **name == family.name).count() > 1 {
            let short: String = digest::first_link(likeness).chars().take(8).collect();
            family.name = format!("{} ({short})", family.name);
        }
    }
}
