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
        judged_visit(
            "lyon",
            "2026-03-05",
            &[("greeting.smile", "yes"), ("leaving.smile", "yes"), ("listening.ask", "no")],
        ),
        judged_visit("lyon", "2026-03-06", &[("listening.ask", "no")]),
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
    assert_eq!((smile.n, smile.yes, smile.partly, smile.no, smile.left_out), (6, 4, 1, 1, 1), "of two items");
    assert_near(smile.share, 0.75);
    assert_near(smile.lower, 0.364_822_560_737_338_5);
    assert_near(smile.upper, 0.940_010_295_311_578_8);
    assert_eq!((ask.n, ask.share, ask.lower), (5, Some(0.0), Some(0.0)));
    assert_near(ask.upper, 0.434_482_464_783_174_76);
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

#[test]
fn fewer_than_five_answers_have_no_interval() {
    let four = vec![judged_visit("lyon", "2026-03-02", &[("greeting.smile", "yes")]); 4];
    let row = report_of(plan_by(&[Site]), &four).behaviours.remove(0);
    assert_eq!((row.n, row.share, row.lower, row.upper), (4, Some(1.0), None, None));
    assert_eq!(row.undefined, Some(Undefined::FewVisits));
}

#[test]
fn from_five_sites_on_the_interval_is_over_sites() {
    // Rao and Scott's design effect over sites, and Wilson's interval of so many answers, in numpy.
    let counts = [("lyon", 9, 10), ("metz", 2, 8), ("nice", 6, 9), ("oslo", 3, 12), ("rome", 7, 7)];
    let visits = |sites: usize| -> Vec<Record<'static>> {
        let at = |(site, yes, n): &(&'static str, usize, usize)| {
            let (site, yes) = (*site, *yes);
            (0..*n).map(move |at| {
                judged_visit(site, "2026-03-02", &[("greeting.smile", if at < yes { "yes" } else { "no" })])
            })
        };
        counts.iter().take(sites).flat_map(at).collect()
    };
    let row = |sites| report_of(plan_by(&[]), &visits(sites)).behaviours.remove(0);
    let five = row(5);
    assert_eq!((five.n, five.yes), (46, 27));
    assert_near(five.share, 27.0 / 46.0);
    assert_near(five.lower, 0.218_600_765_326_803_5);
    assert_near(five.upper, 0.878_321_983_152_082);
    let four = row(4);
    assert_near(four.lower, 0.361_993_628_844_579_64);
    assert_near(four.upper, 0.661_348_246_701_379_9);
}
