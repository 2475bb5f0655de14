//! Expected limits: Wilson's formula in numpy, the quantile by scipy 1.12.

use crate::records::{add_row, answer_row, assert_near, judged_visit, key_text, plan_by, report_of};
use esprit::analysis::Dimension::{Attitude, Behaviour, Item, Site};
use esprit::stats::Undefined;
use esprit::visit::record::{Record, RecordedValue};

fn visits() -> Vec<Record<'static>> {
    let mut visits = vec![
        judged_visit(
            "lyon",
            "2026-03-02",
            &[("greeting.smile", "yes"), ("leaving.smile", "yes"), ("listening.ask", "no")],
        ),
        judged_visit(
            "lyon",
            "2026-03-03",
            &[("greeting.smile", "partly"), ("leaving.smile", "no"), ("listening.ask", "no")],
        ),
        judged_visit("lyon", "2026-03-04", &[("greeting.smile", "not_applicable"), ("listening.ask", "no")]),
        judged_visit("metz", "2026-03-04", &[("listening.ask", "not_observed")]),
    ];
    add_row(&mut visits[0], answer_row("greeting.tidy", "choice", RecordedValue::Text("yes".into()), 1.0, 1.0));
    visits
}

#[test]
fn partly_counts_half_and_is_shown_separately() {
    let report = report_of(plan_by(&[Site]), &visits());
    let [ask, smile, metz] = &report.behaviours[..] else { panic!("{:?}", report.behaviours) };
    assert_eq!(key_text(&smile.key), "site=lyon behaviour=smile");
    assert_eq!((smile.n, smile.yes, smile.partly, smile.no, smile.left_out), (4, 2, 1, 1, 1), "of two items");
    assert_near(smile.share, 0.625);
    assert_near(smile.lower, 0.219_426_520_065_362_84);
    assert_near(smile.upper, 0.908_100_770_820_987_8);
    assert_eq!((ask.n, ask.share, ask.lower), (3, Some(0.0), Some(0.0)));
    assert_near(ask.upper, 0.561_497_031_755_045_5);
    assert_eq!((metz.n, metz.left_out, metz.share, metz.undefined), (0, 1, None, Some(Undefined::ZeroDenominator)));
}

#[test]
fn the_requested_dimensions_come_first_in_the_key() {
    let keys = |dimensions: &[_]| -> Vec<String> {
        report_of(plan_by(dimensions), &visits()).behaviours.iter().map(|row| key_text(&row.key)).collect()
    };
    assert_eq!(
        keys(&[Attitude]),
        ["attitude=greeting behaviour=smile", "attitude=leaving behaviour=smile", "attitude=listening behaviour=ask",]
    );
    assert_eq!(
        keys(&[Behaviour, Site]),
        ["site=lyon behaviour=ask", "site=lyon behaviour=smile", "site=metz behaviour=ask"]
    );
    assert_eq!(keys(&[Behaviour, Item])[2], "behaviour=smile item=leaving.smile");
    assert_eq!(keys(&[]), ["behaviour=ask", "behaviour=smile"]);
}
