//! The findings of an agreement, as sentences, most important first. Each has its figure, n and interval.
//!
//! An observer who answers by chance is reported for that, and not as lenient or severe too. Only what is certain is
//! reported.

use super::figures::{Against, Comparison, Figure, ItemRow, Leniency, ObserverRow, Says, Sentence, Verdict};

/// Chooses the sentences of a comparison.
pub fn sentences(comparison: &Comparison) -> Vec<Sentence> {
    let compared = comparison.observers.iter().any(|row| row.n > 0);
    if !compared && comparison.overall.observed.value.is_none() {
        let nothing = sentence(Says::Nothing, comparison.visits, Figure::default());
        return std::iter::once(nothing).chain(observed_by_one(comparison)).collect();
    }
    let overall = sentence(Says::Overall, comparison.overall.n, comparison.overall.ac);
    let mut sentences: Vec<Sentence> = (comparison.overall.ac.value.is_some()).then_some(overall).into_iter().collect();
    sentences.extend(readiness(comparison));
    sentences.extend(with_verdict(comparison, Says::ByChance, Verdict::ByChance));
    sentences.extend(with_verdict(comparison, Says::Again, Verdict::Again));
    // Two observers compared with each other have opposite leniency.
    if comparison.against == Against::Others && comparison.observers.len() == 2 {
        sentences.extend(one_leans(comparison));
    } else {
        sentences.extend(leaning(comparison, Says::Lenient, Leniency::Lenient));
        sentences.extend(leaning(comparison, Says::Severe, Leniency::Severe));
    }
    sentences.extend(unclear(comparison));
    sentences.extend(observed_by_one(comparison));
    sentences.extend(drifted(comparison));
    sentences.extend(paradox(comparison));
    sentences.extend(uncovered(comparison));
    sentences
}

fn sentence(says: Says, n: u64, figure: Figure) -> Sentence {
    Sentence { says, observers: Vec::new(), items: Vec::new(), n, figure }
}

fn observer_sentence(says: Says, rows: &[&ObserverRow], n: u64, figure: Figure) -> Option<Sentence> {
    let observers: Vec<String> = rows.iter().map(|row| row.observer.clone()).collect();
    (!observers.is_empty()).then(|| Sentence { observers, ..sentence(says, n, figure) })
}

/// The observers who are ready, with the figure of the one who agrees least; or that nobody is, with the best.
fn readiness(comparison: &Comparison) -> Option<Sentence> {
    let ready: Vec<&ObserverRow> = comparison.observers.iter().filter(|row| row.verdict == Verdict::Ready).collect();
    if let Some(least) = least_agreeing(&ready) {
        return observer_sentence(Says::Ready, &ready, least.n, least.agreed);
    }
    let best = comparison.observers.iter().filter(|row| row.n > 0).max_by(|a, b| compare_agreement(a, b))?;
    observer_sentence(Says::NobodyReady, &[best], best.n, best.agreed)
}

fn compare_agreement(a: &ObserverRow, b: &ObserverRow) -> std::cmp::Ordering {
    let lower = |row: &ObserverRow| row.agreed.lower.unwrap_or(-1.0);
    lower(a).total_cmp(&lower(b)).then_with(|| b.observer.cmp(&a.observer))
}

fn least_agreeing<'r>(rows: &[&'r ObserverRow]) -> Option<&'r ObserverRow> {
    rows.iter().copied().min_by(|a, b| compare_agreement(a, b))
}

/// The observers with a verdict, with the figure of the one who agrees least.
fn with_verdict(comparison: &Comparison, says: Says, verdict: Verdict) -> Option<Sentence> {
    let rows: Vec<&ObserverRow> = comparison.observers.iter().filter(|row| row.verdict == verdict).collect();
    let least = least_agreeing(&rows)?;
    observer_sentence(says, &rows, least.n, least.agreed)
}

/// The lenient or severe observers, largest leniency first, with the figure of the first.
fn leaning(comparison: &Comparison, says: Says, way: Leniency) -> Option<Sentence> {
    let mut rows: Vec<&ObserverRow> = comparison
        .observers
        .iter()
        .filter(|row| row.lenient == Some(way) && row.verdict != Verdict::ByChance)
        .collect();
    let most = |row: &ObserverRow| row.leniency.value.map_or(0.0, f64::abs);
    rows.sort_by(|a, b| most(b).total_cmp(&most(a)).then_with(|| a.observer.cmp(&b.observer)));
    let first = rows.first()?;
    observer_sentence(says, &rows, first.leniency_n, first.leniency)
}

/// One of two observers is more lenient; the figure is the difference of points.
fn one_leans(comparison: &Comparison) -> Option<Sentence> {
    let more = comparison.observers.iter().find(|row| row.lenient == Some(Leniency::Lenient))?;
    let fewer = comparison.observers.iter().find(|row| row.observer != more.observer)?;
    observer_sentence(Says::OneLeans, &[more, fewer], more.leniency_n, more.leniency)
}

/// The items that need clearer guidance, worst first.
fn unclear(comparison: &Comparison) -> Option<Sentence> {
    let mut rows: Vec<&ItemRow> = comparison.items.iter().filter(|row| row.unclear).collect();
    rows.sort_by(|a, b| {
        let share = |row: &ItemRow| row.agreed.value.unwrap_or(1.0);
        share(a).total_cmp(&share(b)).then_with(|| a.item.cmp(&b.item))
    });
    let first = rows.first()?;
    let items = rows.iter().map(|row| row.item.clone()).collect();
    Some(Sentence { items, ..sentence(Says::Unclear, first.compared, first.agreed) })
}

/// The items that too often only one of two observed, worst first; or that this is so of all items together.
fn observed_by_one(comparison: &Comparison) -> Option<Sentence> {
    let mut rows: Vec<&ItemRow> = comparison.items.iter().filter(|row| row.observed_by_one.too_often).collect();
    rows.sort_by(|a, b| {
        let share = |row: &ItemRow| row.observed_by_one.share.value.unwrap_or(0.0);
        share(b).total_cmp(&share(a)).then_with(|| a.item.cmp(&b.item))
    });
    let all = Some(&comparison.observed_by_one).filter(|all| all.too_often);
    let first = rows.first().map(|row| &row.observed_by_one).or(all)?;
    let items = rows.iter().map(|row| row.item.clone()).collect();
    Some(Sentence { items, ..sentence(Says::ObservedByOne, first.n, first.share) })
}

fn drifted(comparison: &Comparison) -> Option<Sentence> {
    let fell = |row: &ObserverRow| row.drift.filter(|drift| drift.certain && drift.late < drift.early);
    let mut rows: Vec<&ObserverRow> = comparison.observers.iter().filter(|row| fell(row).is_some()).collect();
    let by = |row: &ObserverRow| fell(row).map_or(0.0, |drift| drift.late - drift.early);
    rows.sort_by(|a, b| by(a).total_cmp(&by(b)).then_with(|| a.observer.cmp(&b.observer)));
    let first = rows.first().and_then(|row| fell(row))?;
    observer_sentence(Says::Drifted, &rows, first.early_n + first.late_n, first.difference)
}

/// Kappa is low though observers agree, on some items or else on all together; the figure is that of the item with the
/// most agreement.
fn paradox(comparison: &Comparison) -> Option<Sentence> {
    let rows: Vec<&ItemRow> = comparison.items.iter().filter(|row| row.agreement.paradox).collect();
    let agreed = |row: &ItemRow| row.agreement.observed.value.unwrap_or(0.0);
    let Some(most) = rows.iter().max_by(|a, b| agreed(a).total_cmp(&agreed(b))) else {
        let all = &comparison.overall;
        return all.paradox.then(|| sentence(Says::Paradox, all.answers, all.observed));
    };
    let items = rows.iter().map(|row| row.item.clone()).collect();
    Some(Sentence { items, ..sentence(Says::Paradox, most.agreement.answers, most.agreement.observed) })
}

/// The items that nobody saw with a no.
fn uncovered(comparison: &Comparison) -> Option<Sentence> {
    let rows = comparison.coverage.iter().filter(|row| row.both + row.only_no == 0 && row.only_yes > 0);
    let items: Vec<String> = rows.map(|row| row.item.clone()).collect();
    let n = comparison.coverage.len() as u64;
    (!items.is_empty()).then(|| Sentence { items, ..sentence(Says::Uncovered, n, Figure::default()) })
}
