//! The rules of an item: its texts, its response, the points of its answers.

use super::{Check, FaultKind};
use crate::text::nearest;
use crate::visit::checklist::{ChoiceOption, Item, Response};
use std::collections::HashMap;

impl Check<'_> {
    pub(super) fn item(&mut self, item: &Item) {
        if let Some(behaviour) = &item.behaviour {
            self.at("behaviour", |c| c.id(behaviour));
        }
        self.at("label", |c| c.text(&item.label));
        self.at("guide", |c| {
            for (key, text) in &item.guide {
                c.at(key, |c| {
                    c.text(text);
                    c.guide_key(key, &item.response);
                });
            }
        });
        self.at("response", |c| c.response(&item.response, item.scored && !item.is_outcome()));
        self.share("weight", item.weight);
        self.at("note_required_on", |c| c.answers(&item.note_required_on, &item.response));
    }

    fn response(&mut self, response: &Response, is_scored: bool) {
        match response {
            Response::Behaviour { points: Some(points), .. } => self.at("points", |c| {
                c.share("yes", points.yes);
                c.share("partly", points.partly);
                c.share("no", points.no);
            }),
            Response::Scale { min, max, min_label, max_label } => {
                if max <= min {
                    self.at("max", |c| c.fault(FaultKind::Scale));
                }
                for (key, label) in [("min_label", min_label), ("max_label", max_label)] {
                    if let Some(label) = label {
                        self.at(key, |c| c.text(label));
                    }
                }
            }
            Response::Choice { options, .. } => {
                let needs_points = is_scored && response.is_scorable();
                self.at("options", |c| c.options(options, needs_points));
            }
            Response::Count { bands } => {
                self.bands("up_to", &bands.iter().map(|b| (b.up_to, b.points)).collect::<Vec<_>>());
            }
            Response::Timer { bands, .. } => {
                self.bands("up_to_s", &bands.iter().map(|b| (b.up_to_s, b.points)).collect::<Vec<_>>());
            }
            Response::Number { unit, min, max, message } => {
                for (key, text) in [("unit", unit), ("message", message)] {
                    if let Some(text) = text {
                        self.at(key, |c| c.text(text));
                    }
                }
                if min.zip(*max).is_some_and(|(min, max)| max < min) {
                    self.at("max", |c| c.fault(FaultKind::Limits));
                }
            }
            _ => {}
        }
    }

    fn options(&mut self, options: &[ChoiceOption], needs_points: bool) {
        if options.is_empty() {
            self.fault(FaultKind::Empty);
        }
        let mut seen = HashMap::new();
        self.each(options, |c, option| {
            c.at("id", |c| {
                c.id(&option.id);
                c.unique(&option.id, &mut seen, 0);
            });
            c.at("label", |c| c.text(&option.label));
            c.share("points", option.points.unwrap_or(0.0));
            if needs_points && option.scored && option.points.is_none() {
                c.fault(FaultKind::NoPoints { id: option.id.clone() });
            }
        });
    }

    /// Checks that an entry of a guide explains an answer, or how to judge.
    fn guide_key(&mut self, key: &str, response: &Response) {
        if !Item::GUIDE_KEYS.contains(&key) && !response.names_answer(key) {
            let answers = response.named_answers();
            let near = nearest(key, answers.into_iter().chain(Item::GUIDE_KEYS)).map(str::to_owned);
            self.fault(FaultKind::UnknownGuide { key: key.to_owned(), near });
        }
    }

    fn bands(&mut self, limit_key: &str, bands: &[(Option<f64>, f64)]) {
        self.at("bands", |c| {
            let mut reached = Some(f64::NEG_INFINITY);
            c.each(bands, |c, &(limit, points)| {
                c.share("points", points);
                if let Some(limit) = limit {
                    c.positive(limit_key, limit);
                }
                let rises = reached.is_some_and(|before| limit.is_none_or(|limit| limit > before));
                if !rises {
                    c.fault(FaultKind::Bands);
                }
                reached = limit;
            });
        });
    }
}
