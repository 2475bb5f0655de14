//! Damage to session files: by accidents, other programs and manipulation.

/// A type of damage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Damage {
    /// Truncated.
    Torn,
    /// Empty.
    Empty,
    /// Of full length, but only zero bytes.
    Zeros,
    /// JSON of another program.
    Foreign,
    /// A version that does not exist yet.
    Future,
    /// Without its seal.
    Unsealed,
    /// With the seal of another session.
    BrokenSeal,
    /// With an improved score.
    EditedScore,
}

impl Damage {
    /// The types that a file can have.
    pub const OF_FILES: [Self; 8] = [
        Self::Torn,
        Self::Empty,
        Self::Zeros,
        Self::Foreign,
        Self::Future,
        Self::Unsealed,
        Self::BrokenSeal,
        Self::EditedScore,
    ];

    /// The types that a line among others can have: an empty line is no session.
    pub const OF_LINES: [Self; 7] =
        [Self::Torn, Self::Zeros, Self::Foreign, Self::Future, Self::Unsealed, Self::BrokenSeal, Self::EditedScore];

    /// Returns its name in the truth file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Torn => "torn",
            Self::Empty => "empty",
            Self::Zeros => "zeros",
            Self::Foreign => "foreign",
            Self::Future => "future_version",
            Self::Unsealed => "unsealed",
            Self::BrokenSeal => "broken_seal",
            Self::EditedScore => "edited_score",
        }
    }

    /// Returns whether the derived fields can still be read. Then the damage shows only when verifying, or if the seal
    /// is missing, at the end of the file.
    #[must_use]
    pub fn is_readable(self) -> bool {
        matches!(self, Self::Unsealed | Self::BrokenSeal | Self::EditedScore)
    }

    /// Damages a session file; `u`, from 0 to 1, selects where or how.
    #[must_use]
    pub fn damaged(self, text: &str, u: f64) -> Vec<u8> {
        let length = super::chance::real(text.len() as u64);
        match self {
            Self::Torn => {
                let end = usize::try_from(super::chance::whole(length * (0.05 + 0.9 * u))).unwrap_or_default();
                text.as_bytes().get(..end).unwrap_or_default().to_vec()
            }
            Self::Empty => Vec::new(),
            Self::Zeros => vec![0; text.len()],
            Self::Foreign => FOREIGN.as_bytes().to_vec(),
            Self::Future => text.replacen("esprit.session/1", "esprit.session/9", 1).into_bytes(),
            Self::Unsealed => match text.rsplit_once(",\"seal\":") {
                Some((sealed, _)) => format!("{sealed}}}\n").into_bytes(),
                None => Vec::new(),
            },
            Self::BrokenSeal => match text.rsplit_once(",\"seal\":") {
                Some((sealed, _)) => format!("{sealed},\"seal\":\"sha256:{:064x}\"}}\n", text.len()).into_bytes(),
                None => Vec::new(),
            },
            Self::EditedScore => {
                let mut edited = text.replacen("\"percent\":", "\"percent\":99.5,\"was\":", 1);
                // The first field of the score is its percentage, which is replaced.
                if let Some(from) = edited.find(",\"was\":") {
                    let end = edited.get(from + 1..).and_then(|rest| rest.find(',')).map_or(from, |at| from + 1 + at);
                    edited.replace_range(from..end, "");
                }
                edited.into_bytes()
            }
        }
    }
}

const FOREIGN: &str = "{\"name\": \"planning\", \"version\": 3, \"semaines\": [{\"lundi\": [\"Zoé\", \"Amélie\"]}]}\n";
