//! Changing how an item is answered, keeping what fits.

use super::ids::options;
use super::parts::known_answers;
use crate::visit::checklist::{ChoiceOption, CountBand, Item, Response, TimerBand};
use crate::visit::value::Value;

/// The keys of an item's guide that every response has.
const GUIDE_OF_ALL: [&str; 2] = ["how", "self_audit"];

/// The ends of a scale that none was given for.
const SCALE: (i64, i64) = (0, 10);

/// Changes the response of an item; what the new one has no use for is dropped.
pub(super) fn retype(item: &mut Item, type_name: &str) {
    let response = match (type_name, &item.response) {
        ("behaviour", _) => Response::default(),
        ("scale", Response::Number { min, max, .. }) => {
            let whole = |limit: &Option<f64>| Value::number((*limit)?).as_integer();
            let (min, max) = whole(min).zip(whole(max)).unwrap_or(SCALE);
            Response::Scale { min, max, min_label: None, max_label: None }
        }
        ("scale", _) => Response::Scale { min: SCALE.0, max: SCALE.1, min_label: None, max_label: None },
        ("choice", _) => {
            let option = |n: u8| ChoiceOption { id: format!("option-{n}"), ..ChoiceOption::default() };
            Response::Choice { options: vec![option(1), option(2)], multiple: false }
        }
        ("count", Response::Timer { bands, .. }) => {
            let band = |band: &TimerBand| CountBand { up_to: band.up_to_s, points: band.points };
            Response::Count { bands: bands.iter().map(band).collect() }
        }
        ("count", _) => Response::Count { bands: Vec::new() },
        ("timer", Response::Count { bands }) => {
            let band = |band: &CountBand| TimerBand { up_to_s: band.up_to, points: band.points };
            Response::Timer { starts: None, bands: bands.iter().map(band).collect() }
        }
        ("timer", _) => Response::Timer { starts: None, bands: Vec::new() },
        ("number", Response::Scale { min, max, .. }) => {
            #[expect(clippy::cast_precision_loss, reason = "ends of scales are small")]
            let limit = |end: i64| Some(end as f64);
            Response::Number { unit: None, min: limit(*min), max: limit(*max), message: None }
        }
        ("number", _) => Response::Number { unit: None, min: None, max: None, message: None },
        _ => Response::Text {},
    };
    item.response = response;
    let keys = guide_keys(&item.response);
    item.guide.retain(|key, _| key == "ruling" || keys.contains(key));
    let answers = known_answers(&item.response);
    item.note_required_on.retain(|answer| answers.contains(answer));
}

/// Returns the keys that the guide of a response can have, in the order of a form.
pub(super) fn guide_keys(response: &Response) -> Vec<String> {
    let mut keys: Vec<String> = match response {
        Response::Behaviour { partly: true, .. } => vec![Value::YES, Value::PARTLY, Value::NO],
        Response::Behaviour { .. } => vec![Value::YES, Value::NO],
        _ => Vec::new(),
    }
    .into_iter()
    .map(str::to_owned)
    .collect();
    keys.extend(options(response).iter().map(|option| option.id.clone()));
    keys.extend(GUIDE_OF_ALL.map(str::to_owned));
    keys
}
