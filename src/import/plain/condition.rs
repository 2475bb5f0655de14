//! The grammar of conditions: `12 = 1 ou 2`, `15 > 3 et 12 = oui`, `show if Q18 is 1 or 2`, `if Q11 = no skip to Q13`.

use crate::text::fold_name;

/// A condition as it is written, with the words for questions and answers.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Written {
    /// The answer of a question compares with any of these.
    Compare {
        question: String,
        by: Comparison,
        answers: Vec<String>,
    },
    All(Vec<Written>),
    Any(Vec<Written>),
    Not(Box<Written>),
}

/// How an answer compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    Is,
    IsNot,
    Above,
    AtLeast,
    Below,
    AtMost,
}

/// What a cell says of when questions are put.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Skip {
    /// The question is put if this holds.
    Only(Written),
    /// If this holds, the questions up to another one are not put; without a condition, never.
    To(Written, String),
}

/// The deepest nesting that is read.
const DEEPEST: usize = 32;
const SHOW: &[&str] = &[
    "show if",
    "show only if",
    "display if",
    "ask if",
    "ask only if",
    "only if",
    "seulement si",
    "afficher si",
    "poser si",
    "afficher seulement si",
    "poser seulement si",
    "uniquement si",
    "applicable if",
    "applicable si",
    "if",
    "si",
    "when",
    "quand",
    "lorsque",
];
const HIDE: &[&str] = &[
    "hide if",
    "masquer si",
    "cacher si",
    "ne pas poser si",
    "do not ask if",
    "skip if",
    "sauf si",
    "unless",
    "passer si",
];
const TO: &[&str] = &[
    "skip to",
    "go to",
    "goto",
    "jump to",
    "passer à",
    "passez à",
    "passer a",
    "aller à",
    "allez à",
    "aller a",
    "sauter à",
];

/// Reads a cell; `own` stands for the question of the cell's row where a clause names none. `None` if it is not understood.
pub(super) fn read(cell: &str, own: &str) -> Option<Skip> {
    let text: String = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    let lower = text.to_lowercase();
    for to in TO {
        let Some(at) = lower.find(to) else { continue };
        // Letters that change their length with their case would shift the places.
        let (before, after) = (lower.get(..at)?, lower.get(at + to.len()..)?);
        let (target, late) = match after.split_once(" if ").or_else(|| after.split_once(" si ")) {
            Some((target, condition)) => (target, condition),
            None => (after, ""),
        };
        let condition = if before.trim().is_empty() { late } else { before };
        let condition = without(condition, SHOW).trim().trim_end_matches(" then").trim_end_matches(" alors");
        let target = target.trim().trim_end_matches(['.', ')', ';']).to_owned();
        let condition = condition.trim_end_matches([',', ':', '(', ' ', '→']);
        return Some(Skip::To(Parser::new(condition, own).whole()?, target));
    }
    let hidden = HIDE.iter().any(|words| lower.starts_with(words));
    // The text keeps its case as far as it can: a label may be in it.
    let text = if lower.len() == text.len() { text.as_str() } else { lower.as_str() };
    let rest = |words: &[&str]| text.get(text.len() - without(&lower, words).len()..);
    let condition = Parser::new(rest(if hidden { HIDE } else { SHOW })?, own).whole()?;
    Some(Skip::Only(if hidden { Written::Not(Box::new(condition)) } else { condition }))
}

fn without<'t>(text: &'t str, words: &[&str]) -> &'t str {
    let text = text.trim_start();
    let rest = |word: &&str| text.strip_prefix(*word).filter(|rest| !rest.starts_with(char::is_alphabetic));
    words.iter().find_map(rest).map_or(text, |rest| rest.trim_start_matches([' ', ':']))
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Open,
    Close,
    By(Comparison),
    And,
    Or,
    Comma,
    Word(String),
    Quoted(String),
}

/// Splits a condition into its tokens.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut word = String::new();
    let mut chars = text.chars().peekable();
    let flush = |word: &mut String, tokens: &mut Vec<Token>| {
        let word = std::mem::take(word);
        let token = match fold_name(&word).as_str() {
            _ if word.is_empty() => return,
            "et" | "and" => Token::And,
            "ou" | "or" => Token::Or,
            "est" | "is" | "equals" | "vaut" | "are" => Token::By(Comparison::Is),
            "n est" | "isn t" => Token::By(Comparison::IsNot),
            _ => Token::Word(word),
        };
        tokens.push(token);
    };
    while let Some(c) = chars.next() {
        let mut followed = |next: char| chars.next_if_eq(&next).is_some();
        let token = match c {
            '(' => Token::Open,
            ')' => Token::Close,
            '<' if followed('=') => Token::By(Comparison::AtMost),
            '<' if followed('>') => Token::By(Comparison::IsNot),
            '<' => Token::By(Comparison::Below),
            '>' if followed('=') => Token::By(Comparison::AtLeast),
            '>' => Token::By(Comparison::Above),
            '≤' => Token::By(Comparison::AtMost),
            '≥' => Token::By(Comparison::AtLeast),
            '≠' => Token::By(Comparison::IsNot),
            '!' if followed('=') => Token::By(Comparison::IsNot),
            '=' => {
                followed('=');
                Token::By(Comparison::Is)
            }
            '&' => {
                followed('&');
                Token::And
            }
            '|' => {
                followed('|');
                Token::Or
            }
            // A comma in a number is a decimal one.
            ',' if !(word.ends_with(|c: char| c.is_ascii_digit())
                && chars.peek().is_some_and(char::is_ascii_digit)) =>
            {
                Token::Comma
            }
            ';' => Token::Comma,
            '"' | '“' | '«' => {
                let close = match c {
                    '“' => '”',
                    '«' => '»',
                    _ => '"',
                };
                let quoted: String = chars.by_ref().take_while(|c| *c != close).collect();
                Token::Quoted(quoted.trim().to_owned())
            }
            c if c.is_whitespace() => {
                flush(&mut word, &mut tokens);
                continue;
            }
            c => {
                word.push(c);
                continue;
            }
        };
        flush(&mut word, &mut tokens);
        tokens.push(token);
    }
    flush(&mut word, &mut tokens);
    tokens
}

struct Parser<'o> {
    tokens: Vec<Token>,
    at: usize,
    own: &'o str,
    depth: usize,
    /// The question of the clause before, which a clause without one means: `12 > 3 et < 8`.
    last: Option<String>,
}

impl<'o> Parser<'o> {
    fn new(text: &str, own: &'o str) -> Self {
        Self { tokens: tokens(text), at: 0, own, depth: 0, last: None }
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn take(&mut self, token: &Token) -> bool {
        let found = self.peek() == Some(token);
        self.at += usize::from(found);
        found
    }

    fn whole(mut self) -> Option<Written> {
        let condition = self.any()?;
        (self.at == self.tokens.len()).then_some(condition)
    }

    fn any(&mut self) -> Option<Written> {
        let mut all = vec![self.all()?];
        while self.take(&Token::Or) {
            all.push(self.all()?);
        }
        if all.len() == 1 { all.pop() } else { Some(Written::Any(all)) }
    }

    fn all(&mut self) -> Option<Written> {
        let mut all = vec![self.one()?];
        while self.take(&Token::And) || self.take(&Token::Comma) {
            all.push(self.one()?);
        }
        if all.len() == 1 { all.pop() } else { Some(Written::All(all)) }
    }

    fn one(&mut self) -> Option<Written> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let is_not = matches!(self.peek(), Some(Token::Word(word)) if ["non", "not", "pas"].contains(&word.to_lowercase().as_str()));
        let opens = self.tokens.get(self.at + usize::from(is_not)) == Some(&Token::Open);
        let written = if opens {
            self.at += 1 + usize::from(is_not);
            let inner = self.any()?;
            if !self.take(&Token::Close) {
                return None;
            }
            Some(if is_not { Written::Not(Box::new(inner)) } else { inner })
        } else {
            self.clause()
        };
        self.depth -= 1;
        written
    }

    fn clause(&mut self) -> Option<Written> {
        let mut question = self.words();
        let named = question.len();
        let by = if let Some(Token::By(by)) = self.peek() {
            let mut by = *by;
            self.at += 1;
            let negated = |token: Option<&Token>| matches!(token, Some(Token::Word(word)) if ["not", "pas"].contains(&word.to_lowercase().as_str()));
            if matches!(by, Comparison::Is | Comparison::IsNot) && negated(self.peek()) {
                self.at += 1;
                by = Comparison::IsNot;
            }
            by
        } else if named > 0 && self.last.is_none() {
            // "if no, skip to 13" is about the question of the row.
            let answers = vec![question.join(" ")];
            return Some(Written::Compare { question: self.own.to_owned(), by: Comparison::Is, answers });
        } else {
            return None;
        };
        let question = match question.as_mut_slice() {
            [] => self.last.clone()?,
            words => words.join(" "),
        };
        self.last = Some(question.clone());
        let mut answers = Vec::new();
        loop {
            let words = self.words();
            if words.is_empty() {
                return None;
            }
            answers.push(words.join(" "));
            let goes_on = matches!(self.peek(), Some(Token::Or | Token::Comma)) && !self.is_clause(self.at + 1);
            if !goes_on {
                break;
            }
            self.at += 1;
            // "1, 2, or 3".
            if self.peek() == Some(&Token::Or) {
                self.at += 1;
            }
        }
        Some(Written::Compare { question, by, answers })
    }

    fn words(&mut self) -> Vec<String> {
        let mut words = Vec::new();
        while let Some(Token::Word(word) | Token::Quoted(word)) = self.peek() {
            words.push(word.clone());
            self.at += 1;
        }
        words
    }

    /// Returns whether a clause begins at a token, and not another answer.
    fn is_clause(&self, at: usize) -> bool {
        let rest = self.tokens.get(at..).unwrap_or_default();
        let words = rest.iter().take_while(|token| matches!(token, Token::Word(_) | Token::Quoted(_))).count();
        matches!(rest.get(words), Some(Token::By(_) | Token::Open))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(question: &str, answers: &[&str]) -> Written {
        let answers = answers.iter().map(|answer| (*answer).to_owned()).collect();
        Written::Compare { question: question.to_owned(), by: Comparison::Is, answers }
    }

    fn compare(question: &str, by: Comparison, answer: &str) -> Written {
        Written::Compare { question: question.to_owned(), by, answers: vec![answer.to_owned()] }
    }

    #[test]
    fn conditions_are_read_as_people_write_them() {
        let not = |written: Written| Written::Not(Box::new(written));
        for (cell, expected) in [
            ("12 = 1 ou 2", is("12", &["1", "2"])),
            ("12 = non", is("12", &["non"])),
            ("15 > 3 et 12 = oui", Written::All(vec![compare("15", Comparison::Above, "3"), is("12", &["oui"])])),
            ("show if Q18 is 1 or 2", is("Q18", &["1", "2"])),
            ("Show if Q34 is yes", is("Q34", &["yes"])),
            ("hide if Q72 is no", not(is("Q72", &["no"]))),
            ("Q1 is 1, 2 or 3", is("Q1", &["1", "2", "3"])),
            ("1 = 1 ou 2 = non", Written::Any(vec![is("1", &["1"]), is("2", &["non"])])),
            (
                "non (1 = oui et (2 = a ou 3 <= 4))",
                not(Written::All(vec![
                    is("1", &["oui"]),
                    Written::Any(vec![is("2", &["a"]), compare("3", Comparison::AtMost, "4")]),
                ])),
            ),
            (
                "12 >= 3 et < 8",
                Written::All(vec![compare("12", Comparison::AtLeast, "3"), compare("12", Comparison::Below, "8")]),
            ),
            ("12 n'est pas oui", compare("12", Comparison::IsNot, "oui")),
            ("Q3 is not yes", compare("Q3", Comparison::IsNot, "yes")),
            ("12 = « Oui, les deux »", is("12", &["Oui, les deux"])),
        ] {
            assert_eq!(read(cell, "7"), Some(Skip::Only(expected)), "{cell}");
        }
    }

    #[test]
    fn skips_lead_to_a_question() {
        for (cell, condition) in [
            ("if Q11 = no skip to Q13", is("q11", &["no"])),
            ("If no, skip to Q13", is("7", &["no"])),
            ("Passer à Q13 si non", is("7", &["non"])),
            ("si Q11 = non, passer à Q13", is("q11", &["non"])),
        ] {
            assert_eq!(read(cell, "7"), Some(Skip::To(condition, "q13".to_owned())), "{cell}");
        }
    }

    #[test]
    fn what_is_no_condition_is_none() {
        let deep = "(".repeat(10_000);
        for cell in ["", "=", "12 =", "= 3", "12 = 1 et", "(12 = 1", "12 = 1)", "&&", "non", &deep, "12 > > 3"] {
            assert!(!matches!(read(cell, "7"), Some(Skip::Only(Written::All(_) | Written::Any(_)))), "{cell}");
        }
        assert_eq!(read("12 = 1)", "7"), None);
        assert_eq!(read(&deep, "7"), None);
    }
}
