//! Finds the columns of a list of sites by its header, in English or French.

use crate::text::fold_name;

/// Words for an id.
const ID: &[&str] = &[
    "id",
    "ids",
    "identifiant",
    "identifier",
    "code",
    "numero",
    "number",
    "num",
    "no",
    "n",
    "nr",
    "ref",
    "reference",
    "key",
    "cle",
];
/// Words for a name.
const NAME: &[&str] =
    &["name", "nom", "label", "libelle", "designation", "intitule", "denomination", "title", "titre", "enseigne"];
/// Words for what is visited, or who observes: its name, or its id beside a column of names.
const PLACE: &[&str] = &[
    "site",
    "sites",
    "shop",
    "shops",
    "store",
    "stores",
    "branch",
    "agency",
    "outlet",
    "location",
    "place",
    "agence",
    "agences",
    "magasin",
    "magasins",
    "boutique",
    "boutiques",
    "lieu",
    "lieux",
    "etablissement",
    "etablissements",
    "succursale",
    "pdv",
    "observer",
    "observers",
    "observateur",
    "observateurs",
    "observatrice",
];
/// Words for a group.
const GROUP: &[&str] = &[
    "group",
    "groupe",
    "region",
    "area",
    "district",
    "zone",
    "secteur",
    "sector",
    "cluster",
    "division",
    "brand",
    "marque",
    "reseau",
    "network",
    "direction",
    "territory",
    "territoire",
];
/// Words that say nothing.
const FILLER: &[&str] = &["of", "the", "de", "du", "des", "d", "la", "le", "l", "les"];

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Id,
    Name,
    Place,
    Group,
}

/// The columns of a list, from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    /// Without it, ids are made from names.
    pub(super) id: Option<usize>,
    pub(super) name: Option<usize>,
    pub(super) group: Option<usize>,
}

impl Columns {
    /// The columns of a list without a header: id, name, group.
    pub(super) const USUAL: Self = Self { id: Some(0), name: Some(1), group: Some(2) };

    /// Returns the columns that a first row names; `None` if it is no header.
    pub(super) fn from_header(cells: &[String]) -> Option<Self> {
        let roles: Vec<Option<Role>> = cells.iter().map(|cell| role(cell)).collect();
        let of = |role: Role| roles.iter().position(|found| *found == Some(role));
        let place = of(Role::Place);
        let columns = Self {
            id: of(Role::Id).or(of(Role::Name).and(place)),
            name: of(Role::Name).or(place),
            group: of(Role::Group),
        };
        // A single word among others may be the name of a site.
        let named = [columns.id, columns.name, columns.group].iter().flatten().count();
        let is_header =
            columns.id.or(columns.name).is_some() && (named > 1 || cells.len() == 1 || of(Role::Id) == Some(0));
        is_header.then_some(columns)
    }
}

/// Returns what a cell of a header names, if it consists of known words.
fn role(cell: &str) -> Option<Role> {
    let folded = fold_name(cell);
    let words: Vec<&str> = folded.split(' ').filter(|word| !FILLER.contains(word)).collect();
    let is_any = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let known = [ID, NAME, PLACE, GROUP];
    if folded == "point de vente" {
        return Some(Role::Place);
    }
    if words.is_empty() || !words.iter().all(|word| known.iter().any(|list| list.contains(word))) {
        return None;
    }
    // The code of a group is its name; the code of a site is its id.
    Some(match () {
        () if is_any(GROUP) => Role::Group,
        () if is_any(ID) => Role::Id,
        () if is_any(NAME) => Role::Name,
        () => Role::Place,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_found_by_english_and_french_words_in_any_order() {
        let columns = |id: Option<usize>, name: Option<usize>, group: Option<usize>| Some(Columns { id, name, group });
        for (header, expected) in [
            ("id,name,group", columns(Some(0), Some(1), Some(2))),
            ("ID,Name,Group", columns(Some(0), Some(1), Some(2))),
            ("Région;Nom;Identifiant", columns(Some(2), Some(1), Some(0))),
            ("code,nom,region", columns(Some(0), Some(1), Some(2))),
            ("Site ID,Site name,Region", columns(Some(0), Some(1), Some(2))),
            ("N° magasin;Magasin;Zone", columns(Some(0), Some(1), Some(2))),
            ("Code site;Nom du site;Nom du groupe", columns(Some(0), Some(1), Some(2))),
            ("id,name; label,group", columns(Some(0), Some(1), Some(2))),
            ("Lieu;Nom;Groupe", columns(Some(0), Some(1), Some(2))),
            ("site,region", columns(None, Some(0), Some(1))),
            ("Magasin;Code postal;Région", columns(None, Some(0), Some(2))),
            ("id;ville", columns(Some(0), None, None)),
            ("Agence", columns(None, Some(0), None)),
            ("Point de vente;Marque", columns(None, Some(0), Some(1))),
            ("lyon-1,Lyon Part-Dieu,Est", None),
            ("s,Agence,Nord", None),
            ("", None),
        ] {
            let cells: Vec<String> =
                header.split(if header.contains(',') { ',' } else { ';' }).map(str::to_owned).collect();
            assert_eq!(Columns::from_header(&cells), expected, "{header}");
        }
    }
}
