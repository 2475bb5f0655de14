//! What accidents, other programs and meddlers make of session files.

/// A sort of damage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Damage {
    /// It ends in the middle.
    Torn,
    /// Nothing is in it.
    Empty,
    /// It has its length, and nothing but zero bytes.
    Zeros,
    /// It is some other program's JSON.
    Foreign,
    /// It is of a version that does not exist yet.
    Future,
    /// Its seal is missing.
    Unsealed,
    /// Its seal is another's.
    BrokenSeal,
    /// Somebody has made its score better.
    EditedScore,
}

impl Damage {
    /// Every sort that a file of its own can have.
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

    /// Every sort that a line among others can have: an empty one is no session.
    pub const OF_LINES: [Self; 7] =
        [Self::Torn, Self::Zeros, Self::Foreign, Self::Future, Self::Unsealed, Self::BrokenSeal, Self::EditedScore];

    /// Gives its name in the truth file.
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

    /// Tells whether the derived fields can still be read. Then only verifying shows what is wrong, or, without a
    /// seal, a look at the end of the file.
    #[must_use]
    pub fn is_readable(self) -> bool {
        matches!(self, Self::Unsealed | Self::BrokenSeal | Self::EditedScore)
    }

    /// Damages a session file; `u`, from 0 to 1, says where or how.
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
                // The first field of the score is its percent: what stood there goes.
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
