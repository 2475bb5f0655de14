//! The rules of the shares of the score, and remarks on a checklist: what is no fault but seldom meant.

use super::{Check, Fault, FaultKind};
use crate::visit::checklist::{Checklist, MAX_SHARE, Response, Section};

/// Shares whose sum differs from 100 by no more than this add up to it.
const ROUNDING: f64 = 0.01;

impl Check<'_> {
    /// Checks the share of a section; `has_share` tells whether any section has one.
    pub(super) fn section_share(&mut self, section: &Section, has_share: bool) {
        match section.weight_percent {
            Some(found) if section.share().is_none() => {
                self.at("weight_percent", |c| c.fault(FaultKind::Share { found, most: MAX_SHARE }));
            }
            None if has_share && section.adds_possible() => {
                self.at("weight_percent", |c| c.fault(FaultKind::NoShare));
            }
            _ => {}
        }
    }
}

/// Finds what is no fault of a checklist but seldom meant.
#[must_use]
pub fn remarks(checklist: &Checklist) -> Vec<Fault> {
    let mut check = Check::new(Vec::new());
    check.at("sections", |c| {
        let sum: f64 =
            checklist.sections.iter().filter(|section| section.adds_possible()).filter_map(Section::share).sum();
        if checklist.has_shares() && (sum - 100.0).abs() > ROUNDING {
            c.fault(FaultKind::ShareSum { sum });
        }
        c.each(&checklist.sections, |c, section| {
            if section.share().is_some() && !section.adds_possible() {
                c.at("weight_percent", |c| c.fault(FaultKind::UnusedShare));
            }
            c.at("items", |c| {
                c.each(&section.items, |c, item| {
                    let Response::Choice { options, .. } = &item.response else { return };
                    c.at("response", |c| {
                        c.at("options", |c| {
                            c.each(options, |c, option| {
                                if !option.scored && option.points.is_some() {
                                    c.at("points", |c| c.fault(FaultKind::UnusedPoints));
                                }
                            });
                        });
                    });
                });
            });
        });
    });
    check.faults
}
