//! Formats scripts and the results of practice visits; used by all front ends.

use super::format;
use crate::analysis::practice_debrief::{DebriefRow, PracticeDebrief, Verdict};
use crate::text::{Arg, Texts};
use crate::visit::scenario::{Playback, Scenario, ScriptLine};
use crate::visit::time::format_clock;
use crate::visit::{Definition, Visit};

/// Formats a line of a script: its speaker and its text.
pub fn line(texts: &Texts, line: &ScriptLine) -> String {
    let text = line.text.get(texts.lang());
    match &line.speaker {
        Some(speaker) => format!("{}{}{text}", speaker.get(texts.lang()), texts.get("app-colon")),
        None => text.to_owned(),
    }
}

/// Formats a moment of a script, in seconds.
pub fn moment(s: f64) -> String {
    format_clock(whole_ms(s))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a script is no longer than a day")]
fn whole_ms(s: f64) -> u64 {
    (s.clamp(0.0, 1e9) * 1000.0).round() as u64
}

/// Formats the title of a scenario and its speed.
pub fn heading(texts: &Texts, play: &Playback) -> String {
    let title = play.scenario.title.get(texts.lang());
    let args = [("title", Arg::from(title)), ("speed", format::speed(texts, play.speed).into())];
    texts.with("practise-heading", &args)
}

/// Formats the counts of a practice visit, one sentence each; the first is the number of agreeing answers.
pub fn sums(texts: &Texts, debrief: &PracticeDebrief) -> Vec<String> {
    let n = Arg::from(debrief.compared);
    let agreed = match &debrief.share {
        Ok(share) => {
            let percent = |share: f64| Arg::from(texts.share(share));
            let args = [
                ("agreed", debrief.agreed.into()),
                ("n", n),
                ("share", percent(share.share)),
                ("lower", percent(share.interval.lower)),
                ("upper", percent(share.interval.upper)),
            ];
            texts.with("practise-agreed", &args)
        }
        Err(_) => texts.with("practise-agreed-none", &[("n", n)]),
    };
    let counted = [
        (Verdict::Lenient, "practise-count-lenient"),
        (Verdict::Severe, "practise-count-severe"),
        (Verdict::Other, "practise-count-other"),
        (Verdict::Unanswered, "practise-count-unanswered"),
        (Verdict::NotAsked, "practise-count-not-asked"),
        (Verdict::NoReference, "practise-count-no-reference"),
    ];
    let counts = counted.iter().filter_map(|(verdict, id)| {
        let count = debrief.count(*verdict);
        (count > 0).then(|| texts.with(id, &[("count", count.into())]))
    });
    let counts = counts.collect::<Vec<_>>().join(" · ");
    let late = debrief.median_late_s.map(|late| {
        let id = match late {
            late if late < 0.0 => "practise-median-early",
            late if late < 1.0 => "practise-median-at-once",
            _ => "practise-median-late",
        };
        texts.with(id, &[("time", texts.duration(whole_ms(late.abs())).into()), ("early", debrief.early().into())])
    });
    [Some(agreed), Some(counts).filter(|counts| !counts.is_empty()), late].into_iter().flatten().collect()
}

/// Formats the score of a practice visit in a list: how many answers agree with the reference.
pub fn score(texts: &Texts, (agreed, compared): (usize, usize)) -> String {
    texts.with("practise-score", &[("agreed", agreed.into()), ("n", compared.into())])
}

/// Returns the name of a verdict.
pub fn verdict(texts: &Texts, verdict: Verdict) -> &str {
    texts.get(match verdict {
        Verdict::Same => "practise-same",
        Verdict::Lenient => "practise-lenient",
        Verdict::Severe => "practise-severe",
        Verdict::Other => "practise-other",
        Verdict::Unanswered => "practise-unanswered",
        Verdict::NotAsked => "practise-not-asked",
        Verdict::NoReference => "practise-no-reference",
        Verdict::Words => "practise-words",
    })
}

/// Formats the two answers of a row, one sentence each: the trainee's and the reference answer.
pub fn answers(texts: &Texts, definition: &Definition, row: &DebriefRow) -> [String; 2] {
    let item = definition.item(row.item);
    let say = |value: Option<&crate::visit::Value>| value.map(|value| format::value(texts, item, value));
    let own = say(row.own.as_ref()).unwrap_or_else(|| texts.get("practise-none").to_owned());
    let reference = say(row.reference.as_ref()).unwrap_or_else(|| texts.get("practise-none").to_owned());
    [
        texts.with("practise-own", &[("value", own.into())]),
        texts.with("practise-reference", &[("value", reference.into())]),
    ]
}

/// Formats how late an answer was, the reason of the reference answer, and the line that shows it; one sentence each.
pub fn reasons(texts: &Texts, definition: &Definition, scenario: &Scenario, row: &DebriefRow) -> Vec<String> {
    let mut said: Vec<String> = row.answered_at_s.map(|at| answered(texts, at, row.late_s)).into_iter().collect();
    let Some(reference) = scenario.reference(&definition.item(row.item).id) else { return said };
    said.push(texts.with("practise-why", &[("reason", reference.reason.get(texts.lang()).into())]));
    said.push(match row.seen_at_s {
        Some(s) => {
            let text = row.line.and_then(|at| scenario.script.get(at)).map(|shown| line(texts, shown));
            texts.with("practise-moment", &[("at", moment(s).into()), ("line", text.unwrap_or_default().into())])
        }
        None => texts.get("practise-nothing-shows").to_owned(),
    });
    said
}

/// Formats when an answer was given, and how late.
fn answered(texts: &Texts, at_s: f64, late_s: Option<f64>) -> String {
    let time = |s: f64| Arg::from(texts.duration(whole_ms(s)));
    let at = ("at", Arg::from(moment(at_s)));
    match late_s {
        Some(late) if late < 0.0 => texts.with("practise-early", &[at, ("time", time(-late))]),
        Some(late) if late >= 1.0 => texts.with("practise-late", &[at, ("time", time(late))]),
        Some(_) => texts.with("practise-at-once", &[at]),
        None => texts.with("practise-answered", &[at]),
    }
}

/// Formats the complete comparison of a practice visit with its reference answers, as lines.
pub fn lines(texts: &Texts, visit: &Visit, play: &Playback, debrief: &PracticeDebrief) -> Vec<String> {
    let definition = visit.definition();
    let mut lines = vec![heading(texts, play)];
    lines.extend(sums(texts, debrief));
    for row in &debrief.rows {
        let sign = if row.verdict == Verdict::Same { "√" } else { "×" };
        let label = definition.item(row.item).label.get(texts.lang());
        lines.push(String::new());
        lines.push(format!("{sign} {label} · {}", verdict(texts, row.verdict)));
        lines.push(format!("    {}", answers(texts, definition, row).join(" · ")));
        lines.extend(reasons(texts, definition, &play.scenario, row).into_iter().map(|text| format!("    {text}")));
    }
    lines
}
