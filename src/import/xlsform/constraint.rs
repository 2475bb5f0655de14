//! Constraints of a form that a checklist has too: limits of a number, and a choice that excludes the others.

use super::expression::{Expression, Operand, parse};
use super::tokens::Operator;

/// The limits of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Limits {
    pub(super) min: Option<f64>,
    pub(super) max: Option<f64>,
    /// Whether a limit itself is excluded in the form, and included here.
    pub(super) widened: bool,
}

/// Returns the limits that a constraint consists of; `None` if it is anything else. `whole`: only whole numbers are
/// answers.
pub(super) fn limits(constraint: &str, whole: bool) -> Option<Limits> {
    let mut limits = Limits::default();
    match parse(constraint).ok()? {
        Expression::All(several) => {
            for part in &several {
                limits.add(part, whole)?;
            }
        }
        single => limits.add(&single, whole)?,
    }
    Some(limits)
}

impl Limits {
    /// Adds a comparison; `None` if it is no limit.
    fn add(&mut self, part: &Expression, whole: bool) -> Option<()> {
        let (operator, number) = match part {
            Expression::All(several) => return several.iter().try_for_each(|part| self.add(part, whole)),
            Expression::Compare(Operand::This, operator, Operand::Number(number)) => (*operator, *number),
            Expression::Compare(Operand::Number(number), operator, Operand::This) => (operator.turned(), *number),
            _ => return None,
        };
        let lower = |found: f64, known: Option<f64>| Some(known.map_or(found, |known| known.max(found)));
        let upper = |found: f64, known: Option<f64>| Some(known.map_or(found, |known| known.min(found)));
        match operator {
            Operator::AtLeast => self.min = lower(number, self.min),
            Operator::AtMost => self.max = upper(number, self.max),
            // The next whole number within the limit.
            Operator::Greater => self.min = lower(if whole { number.floor() + 1.0 } else { number }, self.min),
            Operator::Less => self.max = upper(if whole { number.ceil() - 1.0 } else { number }, self.max),
            Operator::Equal | Operator::NotEqual => return None,
        }
        self.widened |= !whole && matches!(operator, Operator::Greater | Operator::Less);
        Some(())
    }
}

/// Returns the name of the choice that a constraint allows only alone: `not(selected(., 'none') and
/// count-selected(.) > 1)`.
pub(super) fn exclusive_choice(constraint: &str) -> Option<String> {
    let Ok(Expression::Not(inner)) = parse(constraint) else { return None };
    let Expression::All(parts) = *inner else { return None };
    let is_several = |part: &Expression| {
        matches!(part, Expression::Compare(Operand::ChoicesOfThis, operator, Operand::Number(number))
            if matches!((operator, number), (Operator::Greater, 1.0) | (Operator::AtLeast, 2.0)))
    };
    match parts.as_slice() {
        [Expression::Selected(Operand::This, choice), count] | [count, Expression::Selected(Operand::This, choice)]
            if is_several(count) =>
        {
            Some(choice.clone())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_become_limits() {
        let limits_of = |min, max, widened| Some(Limits { min, max, widened });
        for (constraint, whole, expected) in [
            (". >= 1 and . <= 5", true, limits_of(Some(1.0), Some(5.0), false)),
            ("(. >= 1) and (. <= 5)", true, limits_of(Some(1.0), Some(5.0), false)),
            ("0 <= . and . <= 100", false, limits_of(Some(0.0), Some(100.0), false)),
            (".>0 and .<120", true, limits_of(Some(1.0), Some(119.0), false)),
            (". > 0.5 and . < 9.5", true, limits_of(Some(1.0), Some(9.0), false)),
            (". > -3", true, limits_of(Some(-2.0), None, false)),
            (". > 0", false, limits_of(Some(0.0), None, true)),
            (". <= 72", true, limits_of(None, Some(72.0), false)),
            (". >= 1 and . >= 3", true, limits_of(Some(3.0), None, false)),
            (". = 5", true, None),
            (". >= 1 or . <= 5", true, None),
            (". <= ${other}", true, None),
            ("regex(., '[0-9]')", true, None),
        ] {
            assert_eq!(limits(constraint, whole), expected, "{constraint}");
        }
    }

    #[test]
    fn a_choice_alone_is_recognised() {
        for (constraint, expected) in [
            ("not(selected(., 'none') and count-selected(.) > 1)", Some("none")),
            ("not(count-selected(.) >= 2 and selected(.,'none'))", Some("none")),
            ("not(selected(., 'yes') and selected(., 'no'))", None),
            ("count-selected(.) <= 2", None),
        ] {
            assert_eq!(exclusive_choice(constraint).as_deref(), expected, "{constraint}");
        }
    }
}
