//! The recommendations of a report.

use super::by_site;
use crate::records::{judged_visit, scored_visit};
use esprit::analysis::figures::Says;
use esprit::visit::record::Record;

#[test]
fn advice_has_at_most_five_sentences_and_ends_with_the_score() {
    let scored = |visits: u64| (0..visits).map(|_| scored_visit("a", "2026-03-02", 7.0, 10.0)).collect::<Vec<_>>();
    let asked = |visits: u64| -> Vec<Record<'static>> {
        let sites = ["a", "b", "c"].iter().flat_map(|site| {
            let answers: &[_] = if *site == "a" { &[("greeting.smile", "no")] } else { &[("greeting.smile", "yes")] };
            (0..visits)
                .map(|visit| judged_visit(site, ["2026-03-02", "2026-05-02"][usize::from(visit % 2 == 0)], answers))
        });
        sites.collect()
    };
    for visits in 5..20 {
        for records in [scored(visits), asked(visits)] {
            let said = by_site(&records).advice;
            assert!((1..=5).contains(&said.len()) && said.last().unwrap().says == Says::Overall, "{said:?}");
            assert!(said.iter().enumerate().all(|(place, one)| !said[..place].contains(one)), "{said:?}");
        }
    }
    let said = by_site(&scored(4)).advice;
    assert_eq!((said.last().unwrap().says, said.last().unwrap().n), (Says::TooFew, 4));
    let said = by_site(&[]).advice;
    assert_eq!((said.len(), said[0].says, said[0].n), (1, Says::TooFew, 0));
}
