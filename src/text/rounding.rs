//! The rounding of every figure that a person reads.
//!
//! A figure is rounded once, half away from zero, on the shortest decimal number that stands for the float: 81.25 is
//! shown as 81.3 and 1.005 as 1.01, as on paper and as in spreadsheets. A figure also never shows a value that it only
//! comes near to: 99.96 % is shown as 99.9 %, and 0.04 % as 0.1 %.

/// Floats from here on have no decimals.
const LARGE: f64 = 1e15;
/// Distances up to this are errors of floating-point arithmetic: `99.999_999_999_999_99` is 100.
const NOISE: f64 = 1e-9;

/// How a figure is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Precision {
    /// The power of ten by which the figure is multiplied: 2 shows a share in percent.
    pub shift: u32,
    /// The number of decimals.
    pub places: u32,
    /// The end of the figure's range as it is shown, such as 100 for a percentage; 0 if it has none.
    pub end: u32,
}

impl Precision {
    /// A percentage from 0 to 100, or a difference of two.
    pub const PERCENT: Self = Self { shift: 0, places: 1, end: 100 };
    /// A share from 0 to 1 shown in percent, or a difference of two.
    pub const SHARE: Self = Self { shift: 2, places: 1, end: 100 };
    /// A coefficient up to 1.
    pub const COEFFICIENT: Self = Self { shift: 0, places: 2, end: 1 };

    /// Rounds a figure; it reads 0 or the end of its range, with either sign, only if it is exactly that. Otherwise it
    /// is shown one unit of its last decimal nearer to its true side.
    pub fn round(self, figure: f64) -> String {
        let shown = (figure * 10f64.powi(self.shift.cast_signed())).abs();
        let is_near = |end: u32| (shown - f64::from(end)).abs() < 0.1f64.powi(self.places.cast_signed());
        let Some(end) = [0, self.end].into_iter().find(|end| is_near(*end)) else { return self.nearest(figure) };
        let (mut units, at_end) = (self.units(figure), u128::from(end) * 10u128.pow(self.places));
        let distance = shown - f64::from(end);
        if units == at_end && distance.abs() > NOISE {
            units = if distance > 0.0 { units + 1 } else { units - 1 };
        }
        self.digits(figure < 0.0, units)
    }

    /// Rounds a figure half away from zero, as spreadsheets do.
    pub fn nearest(self, figure: f64) -> String {
        if figure.abs() < LARGE {
            return self.digits(figure < 0.0, self.units(figure));
        }
        format!("{:.places$}", figure * 10f64.powi(self.shift.cast_signed()), places = self.places as usize)
    }

    /// Returns the absolute value of a figure in units of its last decimal, rounded half up. The figure is below
    /// [`LARGE`].
    fn units(self, figure: f64) -> u128 {
        // The shortest digits that read back as the same float, and the power of ten of the first one.
        let text = format!("{:e}", figure.abs());
        let Some((digits, exponent)) = text.split_once('e') else { return 0 };
        let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let (Ok(digits), Ok(exponent)) = (digits.replace('.', "").parse::<u128>(), exponent.parse::<i32>()) else {
            return 0;
        };
        let power = exponent - i32::try_from(decimals).unwrap_or(0) + (self.shift + self.places).cast_signed();
        if power >= 0 {
            return digits * 10u128.pow(power.unsigned_abs());
        }
        let one = 10u128.checked_pow(power.unsigned_abs());
        one.map_or(0, |one| (digits + one / 2) / one)
    }

    /// Returns the digits of a number of units, with a sign unless all of them are zero.
    fn digits(self, is_negative: bool, units: u128) -> String {
        let sign = if is_negative && units > 0 { "-" } else { "" };
        let one = 10u128.pow(self.places);
        let whole = units / one;
        match self.places as usize {
            0 => format!("{sign}{whole}"),
            places => format!("{sign}{whole}.{:0places$}", units % one),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn halves_round_away_from_zero_on_the_decimal_number() {
        for (figure, places, shown) in [
            (81.25, 1, "81.3"),
            (-81.25, 1, "-81.3"),
            (0.125, 2, "0.13"),
            (1.005, 2, "1.01"),
            (2.675, 2, "2.68"),
            (0.5, 0, "1"),
            (2.5, 0, "3"),
            (9.95, 1, "10.0"),
            (0.049, 1, "0.0"),
            (-0.049, 1, "0.0"),
            (1e-300, 3, "0.000"),
            (1_234_567.05, 1, "1234567.1"),
            (1e21, 1, "1000000000000000000000.0"),
            (f64::NAN, 1, "NaN"),
        ] {
            assert_eq!(Precision { shift: 0, places, end: 0 }.nearest(figure), shown, "{figure}");
        }
    }

    #[test]
    fn shares_round_as_the_percentages_they_are() {
        // In floats, 100 × 0.0285 is 2.85 and 100 × 0.0145 is below 1.45.
        assert_eq!(
            [0.8125, 0.0285, 0.0145, 0.5645].map(|share| Precision::SHARE.round(share)),
            ["81.3", "2.9", "1.5", "56.5"]
        );
    }

    #[test]
    fn a_figure_near_the_end_of_its_range_does_not_read_as_the_end() {
        for (figure, shown) in [
            (100.0, "100.0"),
            (99.96, "99.9"),
            (99.999_999, "99.9"),
            (99.999_999_999_999_99, "100.0"),
            (100.04, "100.1"),
            (-99.96, "-99.9"),
            (-100.0, "-100.0"),
            (0.0, "0.0"),
            (-0.0, "0.0"),
            (0.04, "0.1"),
            (-0.04, "-0.1"),
            (1.4e-14, "0.0"),
            (0.06, "0.1"),
            (99.94, "99.9"),
        ] {
            assert_eq!(Precision::PERCENT.round(figure), shown, "{figure}");
        }
        let shown = [0.9996, 1.0, 0.0004, 0.0, -0.0001].map(|share| Precision::SHARE.round(share));
        assert_eq!(shown, ["99.9", "100.0", "0.1", "0.0", "-0.1"]);
        let shown = [0.996, 1.0, -0.996, 0.004, 0.995].map(|coefficient| Precision::COEFFICIENT.round(coefficient));
        assert_eq!(shown, ["0.99", "1.00", "-0.99", "0.01", "0.99"]);
    }

    /// Returns a decimal number in units of its last decimal, rounded half up, digit by digit as on paper.
    fn by_hand(digits: &str, places: usize) -> String {
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let padded = format!("{decimals:0<width$}", width = places + 1);
        let mut kept: Vec<u8> = format!("0{whole}{}", &padded[..places]).into_bytes();
        if padded.as_bytes()[places] >= b'5' {
            for digit in kept.iter_mut().rev() {
                *digit += 1;
                if *digit <= b'9' {
                    break;
                }
                *digit = b'0';
            }
        }
        let kept = String::from_utf8(kept).unwrap();
        let (whole, decimals) = kept.split_at(kept.len() - places);
        let whole = whole.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        if places == 0 { whole.to_owned() } else { format!("{whole}.{decimals}") }
    }

    proptest! {
        #[test]
        fn rounding_agrees_with_exact_decimal_arithmetic(figure in -1e6f64..1e6, halves in 0u32..4000, places in 0u32..5) {
            // Decimal numbers that end in 5 are where floats and decimals part.
            for figure in [figure, f64::from(halves) / 80.0, (f64::from(halves) + 0.5) / 10f64.powi(places.cast_signed())] {
                let exact = by_hand(&figure.abs().to_string(), places as usize);
                let sign = if figure < 0.0 && exact.contains(|digit| ('1'..='9').contains(&digit)) { "-" } else { "" };
                let shown = Precision { shift: 0, places, end: 0 }.nearest(figure);
                prop_assert_eq!(shown, format!("{sign}{exact}"), "{}", figure);
            }
        }

        #[test]
        fn a_rounded_figure_is_within_a_unit_and_on_its_own_side(figure in -101f64..101.0) {
            let shown = Precision::PERCENT.round(figure);
            let value: f64 = shown.parse().unwrap();
            prop_assert!((value - figure).abs() < 0.1, "{} shown as {}", figure, shown);
            prop_assert!(!shown.ends_with("100.0"), "{} shown as {}", figure, shown);
            prop_assert!(value != 0.0 && value.signum() == figure.signum(), "{} shown as {}", figure, shown);
        }
    }
}
