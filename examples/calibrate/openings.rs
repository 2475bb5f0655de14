//! How often an opening claims what is not so, and finds what is so.

use super::{Bound, Rate, each, print};
use esprit::analysis::figures::{Advice, Report, Says};
use esprit::analysis::{Dimension, Key};
use esprit::visit::definitions::Definitions;
use world::network::{Drawn, Network, Observers};

/// Measures every row, and returns whether each holds.
pub fn rows(networks: u64, definitions: &Definitions) -> Vec<bool> {
    let mut held = Vec::new();
    for (property, network) in truths_without_news() {
        let rate = share(each(network, networks, definitions, |drawn, report| {
            report.advice.iter().any(|advice| is_false(advice, drawn, report))
        }));
        held.push(print(&format!("any false claim: {property}"), &rate, &[Bound::AtMost(0.05)]));
    }
    let changed = Network { site_spread: 0.05, change: 0.1, share: 0.7, ..Network::default() };
    let rate = share(each(changed, networks, definitions, |_, report| {
        says(report, |advice| advice.says == Says::Better && advice.key.is_all())
    }));
    held.push(print("finds a change of 10 points, 20 sites x 6 visits a period", &rate, &[Bound::AtLeast(0.8)]));
    let more = Network { visits: 12, ..changed };
    let rate = share(each(more, networks, definitions, |_, report| {
        says(report, |advice| advice.says == Says::Better && advice.key.is_all())
    }));
    held.push(print("finds a change of 10 points, 20 sites x 12 visits a period", &rate, &[Bound::AtLeast(0.8)]));
    let gap = Network {
        sites: 10,
        relations: 6,
        share: 0.75,
        gap: 0.15,
        gap_spread: 0.1,
        site_spread: 0.05,
        ..Network::default()
    };
    let is_mirror = |advice: &Advice| matches!(advice.says, Says::Mirror | Says::MirrorInternal);
    let rate = share(each(gap, networks, definitions, |_, report| says(report, is_mirror)));
    let property = "finds a gap of 15 points (sites' own gaps from 5 to 25), 10 sites x 12 visits a relation";
    held.push(print(property, &rate, &[Bound::AtLeast(0.8)]));
    held
}

fn share(found: Vec<bool>) -> Rate {
    Rate { networks: found.into_iter().map(|found| (f64::from(u8::from(found)), 1.0)).collect() }
}

fn says(report: &Report, what: impl Fn(&Advice) -> bool) -> bool {
    report.advice.iter().any(what)
}

/// Networks in which nothing changed, no relation or kind differs, and every behaviour is shown as often.
fn truths_without_news() -> Vec<(String, Network)> {
    let mut all = Vec::new();
    for sites in [8, 20, 40] {
        for share in [0.8, 0.95] {
            let base = Network { sites, share, ..Network::default() };
            let mut add = |property: &str, network| {
                all.push((format!("{property}, {sites} sites at {:.0} %", 100.0 * share), network));
            };
            add("no differences at all", base);
            add("sites differ", Network { site_spread: 0.06, ..base });
            add("three relations without gap", Network { site_spread: 0.05, visits: 4, relations: 3, ..base });
            add("self-audits equal to shoppers", Network { site_spread: 0.05, visits: 4, self_audits: 3, ..base });
            let turnover = Network { site_spread: 0.05, turnover: true, weaker: 0.1, ..base };
            add("sites close, and weaker ones open", turnover);
            let own = Network { observers: Observers::OnePerTwoSites, leniency: 0.1, ..base };
            add("one observer a site", own);
        }
    }
    all
}

/// Returns whether a sentence claims what is not so, in a network without news.
fn is_false(advice: &Advice, drawn: &Drawn, report: &Report) -> bool {
    let best = |better: fn(f64, f64) -> bool| {
        let site = advice.key.get(Dimension::Site).and_then(|id| id.strip_prefix('s')?.parse::<usize>().ok());
        let own = site.and_then(|site| drawn.shares.get(site).copied()).unwrap_or_default();
        let ranked = |place: usize| {
            let key = Key::all().and(Dimension::Site, &format!("s{place:02}"));
            report.scores.iter().any(|row| row.key == key)
        };
        (0..).zip(&drawn.shares).all(|(place, share)| Some(place) == site || !ranked(place) || better(own, *share))
    };
    match advice.says {
        Says::Better
        | Says::Worse
        | Says::BetterThanLastYear
        | Says::WorseThanLastYear
        | Says::First
        | Says::Mirror
        | Says::MirrorInternal
        | Says::BlindSpot
        | Says::Lenient
        | Says::Severe
        | Says::Waits => true,
        Says::Best => !best(|own, other| own > other),
        Says::Worst => !best(|own, other| own < other),
        Says::Overall
        | Says::AmongBest
        | Says::NotYet
        | Says::SitesByObserver
        | Says::Noise
        | Says::Critical
        | Says::TooFew => false,
    }
}
