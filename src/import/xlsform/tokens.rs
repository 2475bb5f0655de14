//! The tokens of an expression.

/// The most tokens.
const LONGEST: usize = 1000;

/// How two things are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

impl Operator {
    /// Returns the operator with its sides exchanged.
    pub(super) fn turned(self) -> Self {
        match self {
            Self::Less => Self::Greater,
            Self::AtMost => Self::AtLeast,
            Self::Greater => Self::Less,
            Self::AtLeast => Self::AtMost,
            Self::Equal | Self::NotEqual => self,
        }
    }

    /// Returns whether it holds between two numbers.
    pub(super) fn holds(self, left: f64, right: f64) -> bool {
        match left.partial_cmp(&right) {
            Some(order) => match self {
                Self::Equal => order.is_eq(),
                Self::NotEqual => order.is_ne(),
                Self::Less => order.is_lt(),
                Self::AtMost => order.is_le(),
                Self::Greater => order.is_gt(),
                Self::AtLeast => order.is_ge(),
            },
            None => self == Self::NotEqual,
        }
    }
}

/// Why an expression is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SyntaxProblem {
    /// Something stands where it cannot; `at` is its position in characters, from 1.
    Unexpected { found: String, at: usize },
    /// It ends too early.
    End,
    /// A quotation mark is not closed.
    OpenQuote { at: usize },
    /// A function that has no counterpart in a checklist.
    Function { name: String },
    /// A calculation.
    Calculation { sign: String },
    /// It is too long, or has too many parentheses inside each other.
    TooComplex,
}

/// A piece of an expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Answer(String),
    Text(String),
    Number(f64),
    Name(String),
    Operator(Operator),
    Sign(char),
}

/// A token, with its position and its characters.
pub(super) struct Placed {
    pub(super) token: Token,
    pub(super) at: usize,
    pub(super) text: String,
}

/// Splits an expression into its tokens.
pub(super) fn tokens(text: &str) -> Result<Vec<Placed>, SyntaxProblem> {
    let characters: Vec<char> = text.chars().map(plain_quote).collect();
    let mut rest = characters.as_slice();
    let mut tokens = Vec::new();
    while let Some(first) = rest.first() {
        let at = characters.len() - rest.len() + 1;
        if first.is_whitespace() {
            rest = rest.get(1..).unwrap_or_default();
            continue;
        }
        let (token, length) = token(rest, at)?;
        let (written, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        if tokens.len() == LONGEST {
            return Err(SyntaxProblem::TooComplex);
        }
        tokens.push(Placed { token, at, text: written.iter().collect() });
        rest = after;
    }
    Ok(tokens)
}

/// Returns a typographic quotation mark as the plain one.
fn plain_quote(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        c => c,
    }
}

/// Returns the token that a text begins with, and its length.
fn token(rest: &[char], at: usize) -> Result<(Token, usize), SyntaxProblem> {
    let until = |end: char| rest.iter().skip(1).position(|c| *c == end).map(|found| found + 1);
    let inside = |from: usize, to: usize| rest.get(from..to).unwrap_or_default().iter().collect::<String>();
    let length = |belongs: fn(&char) -> bool| rest.iter().take_while(|c| belongs(c)).count();
    match rest {
        ['$', '{', ..] => {
            let end = until('}').ok_or(SyntaxProblem::End)?;
            Ok((Token::Answer(inside(2, end).trim().to_owned()), end + 1))
        }
        [quote @ ('\'' | '"'), ..] => {
            let end = until(*quote).ok_or(SyntaxProblem::OpenQuote { at })?;
            Ok((Token::Text(inside(1, end)), end + 1))
        }
        ['!', '=', ..] => Ok((Token::Operator(Operator::NotEqual), 2)),
        ['<', '=', ..] => Ok((Token::Operator(Operator::AtMost), 2)),
        ['>', '=', ..] => Ok((Token::Operator(Operator::AtLeast), 2)),
        ['<', ..] => Ok((Token::Operator(Operator::Less), 1)),
        ['>', ..] => Ok((Token::Operator(Operator::Greater), 1)),
        ['=', ..] => Ok((Token::Operator(Operator::Equal), 1)),
        [first, second, ..] if first.is_ascii_digit() || *first == '.' && second.is_ascii_digit() => {
            number(&inside(0, length(|c| c.is_ascii_digit() || *c == '.')), at)
        }
        [first] if first.is_ascii_digit() => number(&inside(0, 1), at),
        [first, ..] if first.is_alphabetic() || *first == '_' => {
            let length = length(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ':' | '.'));
            Ok((Token::Name(inside(0, length)), length))
        }
        [first, ..] => Ok((Token::Sign(*first), 1)),
        [] => Err(SyntaxProblem::End),
    }
}

fn number(text: &str, at: usize) -> Result<(Token, usize), SyntaxProblem> {
    let number = text.parse().ok().filter(|number: &f64| number.is_finite());
    let number = number.ok_or_else(|| SyntaxProblem::Unexpected { found: text.to_owned(), at })?;
    Ok((Token::Number(number), text.len()))
}
