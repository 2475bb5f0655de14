//! The lines of what is apart: before and after, with and without, as managers and as shoppers see it.

use super::line::{Line, Unit, figure, named, pair, tell, verdict};
use crate::app::screens::results::tab::Row;
use crate::report::names::Names;

/// How far two things are apart.
pub fn line(names: &Names<'_>, row: &Row<'_>) -> Line {
    match row {
        Row::ScoreChange(row) => {
            let mut line = figure(names, Unit::Points, (row.difference, row.lower, row.upper), row.undefined);
            line.n = pair(names, row.visits_before, row.visits_after);
            line.remark = verdict(names, row.certain);
            let side = |id, percent: Option<f64>| percent.map(|p| named(names, id, &names.texts.percent(p)));
            let (before, after) = (side("page-before", row.before), side("page-after", row.after));
            let visits = [("page-visits-before", row.visits_before), ("page-visits-after", row.visits_after)];
            tell(&mut line, [before, after].into_iter().flatten());
            tell(&mut line, visits.map(|(id, count)| named(names, id, &names.count(count))));
            line
        }
        Row::BehaviourChange(row) => {
            let mut line = figure(names, Unit::SharePoints, (row.difference, row.lower, row.upper), row.undefined);
            line.n = pair(names, row.n_before, row.n_after);
            line.remark = verdict(names, row.certain);
            let side =
                |id, share: Option<f64>| share.map(|share| named(names, id, &names.texts.percent(100.0 * share)));
            let (before, after) = (side("page-before", row.before), side("page-after", row.after));
            let answers = [("page-answers-before", row.n_before), ("page-answers-after", row.n_after)];
            tell(&mut line, [before, after].into_iter().flatten());
            tell(&mut line, answers.map(|(id, count)| named(names, id, &names.count(count))));
            line
        }
        Row::BlindSpot(row) => {
            let mut line = figure(names, Unit::SharePoints, (row.difference, row.lower, row.upper), row.undefined);
            line.n = pair(names, row.n_self, row.n_mystery);
            line.loud = row.blind_spot;
            line.remark = if row.blind_spot { names.get("page-blind-spot").to_owned() } else { String::new() };
            let side =
                |id, share: Option<f64>| share.map(|share| named(names, id, &names.texts.percent(100.0 * share)));
            let (own, mystery) =
                (side("page-share-self", row.self_share), side("page-share-mystery", row.mystery_share));
            let answers = [("page-answers-self", row.n_self), ("page-answers-mystery", row.n_mystery)];
            tell(&mut line, [own, mystery].into_iter().flatten());
            tell(&mut line, answers.map(|(id, count)| named(names, id, &names.count(count))));
            line
        }
        Row::Driver(row) => {
            let mut line = figure(names, Unit::Outcome, (row.difference, row.lower, row.upper), row.undefined);
            line.n = pair(names, row.n_with, row.n_without);
            line.remark = verdict(names, row.certain);
            let side = |id, outcome: Option<f64>| outcome.map(|outcome| named(names, id, &names.number(outcome, 1)));
            let (with, without) = (side("page-outcome-with", row.with), side("page-outcome-without", row.without));
            let visits = [("page-visits-with", row.n_with), ("page-visits-without", row.n_without)];
            tell(&mut line, [with, without].into_iter().flatten());
            tell(&mut line, visits.map(|(id, count)| named(names, id, &names.count(count))));
            line
        }
        _ => Line::default(),
    }
}
