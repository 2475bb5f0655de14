//! The towns of the network: real names with accents, regions as groups, and time zones.

use esprit::visit::Site;

/// The zones of the network: the name, and its rule in POSIX form, so that the machine's zone data is not needed.
pub const PARIS: (&str, &str) = ("Europe/Paris", "CET-1CEST,M3.5.0,M10.5.0/3");
const REUNION: (&str, &str) = ("Indian/Reunion", "<+04>-4");
const MARTINIQUE: (&str, &str) = ("America/Martinique", "AST4");

/// Id, name, group.
const TOWNS: [(&str, &str, &str); 44] = [
    ("lyon", "Lyon", "sud-est"),
    ("paris-bastille", "Paris Bastille", "ile-de-france"),
    ("saint-etienne", "Saint-Étienne", "sud-est"),
    ("lille", "Lille", "nord"),
    ("besancon", "Besançon", "grand-est"),
    ("nantes", "Nantes", "ouest"),
    ("saint-denis-reunion", "Saint-Denis de La Réunion", "outre-mer"),
    ("marseille", "Marseille", "sud-est"),
    ("orleans", "Orléans", "centre"),
    ("nimes", "Nîmes", "sud-ouest"),
    ("strasbourg", "Strasbourg", "grand-est"),
    ("angouleme", "Angoulême", "sud-ouest"),
    ("creteil", "Créteil", "ile-de-france"),
    ("fort-de-france", "Fort-de-France", "outre-mer"),
    ("evreux", "Évreux", "ouest"),
    ("toulouse", "Toulouse", "sud-ouest"),
    ("beziers", "Béziers", "sud-ouest"),
    ("chambery", "Chambéry", "sud-est"),
    ("bethune", "Béthune", "nord"),
    ("saint-brieuc", "Saint-Brieuc", "ouest"),
    ("epinal", "Épinal", "grand-est"),
    ("nevers", "Nevers", "centre"),
    ("saint-germain", "Saint-Germain-en-Laye", "ile-de-france"),
    ("l-isle-adam", "L’Isle-Adam", "ile-de-france"),
    ("macon", "Mâcon", "centre"),
    ("perigueux", "Périgueux", "sud-ouest"),
    ("valenciennes", "Valenciennes", "nord"),
    ("la-rochelle", "La Rochelle", "ouest"),
    ("montelimar", "Montélimar", "sud-est"),
    ("pau", "Pau", "sud-ouest"),
    ("saint-pierre", "Saint-Pierre", "outre-mer"),
    ("chateauroux", "Châteauroux", "centre"),
    ("nancy", "Nancy", "grand-est"),
    ("quimper", "Quimper", "ouest"),
    ("aix", "Aix-en-Provence", "sud-est"),
    ("compiegne", "Compiègne", "nord"),
    ("le-lamentin", "Le Lamentin", "outre-mer"),
    ("villeneuve-d-ascq", "Villeneuve-d’Ascq", "nord"),
    ("annecy", "Annecy", "sud-est"),
    ("thionville", "Thionville", "grand-est"),
    ("bourges", "Bourges", "centre"),
    ("rennes", "Rennes", "ouest"),
    ("montreuil", "Montreuil", "ile-de-france"),
    ("ales", "Alès", "sud-ouest"),
];

/// Returns the site with this number, and its zone. The towns repeat, numbered, once all are used.
#[must_use]
pub fn site(number: usize) -> (Site, (&'static str, &'static str)) {
    let round = number / TOWNS.len();
    let (id, name, group) = TOWNS.get(number % TOWNS.len()).copied().unwrap_or(("site", "Site", "centre"));
    let sort = if number.is_multiple_of(3) { "Agence" } else { "Magasin" };
    let (id, name) = if round == 0 {
        (id.to_owned(), format!("{sort} {name}"))
    } else {
        (format!("{id}-{}", round + 1), format!("{sort} {name} {}", round + 1))
    };
    let zone = match TOWNS.get(number % TOWNS.len()).map(|(id, ..)| *id) {
        Some("saint-denis-reunion" | "saint-pierre") => REUNION,
        Some("fort-de-france" | "le-lamentin") => MARTINIQUE,
        _ => PARIS,
    };
    (Site { id, name: Some(name), group: Some(group.to_owned()) }, zone)
}
