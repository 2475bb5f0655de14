//! The table of measurements, as shown in `BENCHMARKS.md`: a column for each set of sessions.

use crate::Compared;
use crate::measured::Measured;
use std::fmt::{Display, Formatter, Result};

#[derive(Default)]
pub struct Table {
    heads: Vec<String>,
    rows: Vec<(&'static str, Vec<String>)>,
}

impl Table {
    pub fn push(&mut self, head: &str, found: &Compared) {
        let Compared { esprit, inside: (reading, answering), floor, rival } = found;
        let seconds = |seconds: f64| format!("{seconds:.2} s");
        let mib = |kib: u64| if kib == 0 { "–".to_owned() } else { format!("{} MiB", kib / 1024) };
        let of = |place: usize, say: &dyn Fn(&Measured) -> String| rival.as_ref().map(|both| say(&both[place]));
        let time = |place| of(place, &|rival| seconds(rival.times.median()));
        let times = |place| of(place, &|rival| format!("**{:.1}x**", rival.times.median() / esprit.times.median()));
        let processor = rival
            .as_ref()
            .map(|[all, two]| format!("{}, {}", seconds(all.processor.median()), seconds(two.processor.median())));
        let cells = [
            ("`esprit report`, every question", Some(seconds(esprit.times.median()))),
            (
                "the quickest and the slowest run",
                Some(format!("{:.2} to {:.2} s", esprit.times.least(), esprit.times.most())),
            ),
            ("of it reading and counting", Some(seconds(reading.median()))),
            ("of it answering and writing", Some(seconds(answering.median()))),
            ("reading the bytes at all", Some(seconds(floor.median()))),
            ("DuckDB, all that its SQL can", time(0)),
            ("esprit against it", times(0)),
            ("DuckDB, scores and behaviours alone", time(1)),
            ("esprit, still whole, against it", times(1)),
            ("processor time of esprit", Some(seconds(esprit.processor.median()))),
            ("of DuckDB, all and alone", processor),
            ("esprit's peak", Some(mib(esprit.kib))),
            (
                "DuckDB's peak, all and alone",
                rival.as_ref().map(|[all, two]| format!("{}, {}", mib(all.kib), mib(two.kib))),
            ),
        ];
        self.heads.push(head.to_owned());
        self.rows.resize_with(cells.len(), Default::default);
        for (row, (name, cell)) in self.rows.iter_mut().zip(cells) {
            row.0 = name;
            row.1.push(cell.unwrap_or_else(|| "–".to_owned()));
        }
    }
}

impl Display for Table {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        writeln!(f, "| sessions | {} |", self.heads.join(" | "))?;
        writeln!(f, "|---|{}", "---:|".repeat(self.heads.len()))?;
        self.rows.iter().try_for_each(|(name, cells)| writeln!(f, "| {name} | {} |", cells.join(" | ")))
    }
}
