//! Parses the expressions of a form: comparisons of answers, joined by `and`, `or` and `not()`.
//!
//! It knows the syntax alone: neither which questions exist nor what a visit can express.

use super::tokens::{Operator, Placed, SyntaxProblem, Token, tokens};

/// The most parentheses and `not()` inside each other.
const DEEPEST: usize = 16;

/// A parsed expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expression {
    /// It always or never holds.
    Constant(bool),
    All(Vec<Expression>),
    Any(Vec<Expression>),
    Not(Box<Expression>),
    Compare(Operand, Operator, Operand),
    /// `selected()`: an answer has this choice.
    Selected(Operand, String),
}

/// What is compared.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Operand {
    /// The answer to a question, by its name.
    Answer(String),
    /// `.`, the answer to the question itself.
    This,
    /// How many choices the answer to the question itself has: `count-selected(.)`.
    ChoicesOfThis,
    Text(String),
    Number(f64),
}

/// Parses an expression.
pub(super) fn parse(text: &str) -> Result<Expression, SyntaxProblem> {
    // pyxform reads these words in a cell as the functions.
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" => return Ok(Expression::Constant(true)),
        "false" | "no" => return Ok(Expression::Constant(false)),
        _ => {}
    }
    let mut parser = Parser { tokens: tokens(text)?, next: 0, depth: 0 };
    let found = parser.any()?;
    match parser.peek() {
        None => parser.condition(found),
        Some(_) => Err(parser.unexpected()),
    }
}

/// What a part of an expression is: a condition, or something to compare.
enum Part {
    Condition(Expression),
    Operand(Operand),
}

struct Parser {
    tokens: Vec<Placed>,
    next: usize,
    depth: usize,
}

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next).map(|placed| &placed.token)
    }

    fn take(&mut self) -> Option<Token> {
        let token = self.peek().cloned();
        self.next += 1;
        token
    }

    /// Returns the problem that the next token is.
    fn unexpected(&self) -> SyntaxProblem {
        let Some(placed) = self.tokens.get(self.next) else { return SyntaxProblem::End };
        match &placed.token {
            Token::Sign('+' | '-' | '*') => SyntaxProblem::Calculation { sign: placed.text.clone() },
            Token::Name(name) if matches!(name.as_str(), "div" | "mod") => {
                SyntaxProblem::Calculation { sign: name.clone() }
            }
            _ => SyntaxProblem::Unexpected { found: placed.text.clone(), at: placed.at },
        }
    }

    fn expect(&mut self, sign: char) -> Result<(), SyntaxProblem> {
        if self.peek() != Some(&Token::Sign(sign)) {
            return Err(self.unexpected());
        }
        self.next += 1;
        Ok(())
    }

    fn takes_word(&mut self, word: &str) -> bool {
        let found = matches!(self.peek(), Some(Token::Name(name)) if name.eq_ignore_ascii_case(word));
        self.next += usize::from(found);
        found
    }

    fn any(&mut self) -> Result<Part, SyntaxProblem> {
        self.joined("or", Expression::Any, |parser| parser.joined("and", Expression::All, Self::comparison))
    }

    fn joined(
        &mut self,
        word: &str,
        join: fn(Vec<Expression>) -> Expression,
        part: fn(&mut Self) -> Result<Part, SyntaxProblem>,
    ) -> Result<Part, SyntaxProblem> {
        let first = part(self)?;
        if !self.takes_word(word) {
            return Ok(first);
        }
        let mut several = vec![self.condition(first)?];
        loop {
            let next = part(self)?;
            several.push(self.condition(next)?);
            if !self.takes_word(word) {
                return Ok(Part::Condition(join(several)));
            }
        }
    }

    fn comparison(&mut self) -> Result<Part, SyntaxProblem> {
        let left = self.unit()?;
        let Some(Token::Operator(operator)) = self.peek().cloned() else { return Ok(left) };
        self.next += 1;
        let place = self.next;
        let right = self.unit()?;
        Ok(Part::Condition(match (left, right) {
            (Part::Operand(left), Part::Operand(right)) => Expression::Compare(left, operator, right),
            // `selected(…) = true()`
            (Part::Condition(condition), Part::Condition(Expression::Constant(truth)))
                if matches!(operator, Operator::Equal | Operator::NotEqual) =>
            {
                let stays = truth == (operator == Operator::Equal);
                if stays { condition } else { Expression::Not(Box::new(condition)) }
            }
            _ => {
                self.next = place;
                return Err(self.unexpected());
            }
        }))
    }

    fn unit(&mut self) -> Result<Part, SyntaxProblem> {
        let place = self.next;
        let operand = match self.take() {
            Some(Token::Answer(name)) => Operand::Answer(name),
            Some(Token::Text(text)) => Operand::Text(text),
            Some(Token::Number(number)) => Operand::Number(number),
            Some(Token::Sign('.')) => Operand::This,
            Some(Token::Sign('-')) => match self.take() {
                Some(Token::Number(number)) => Operand::Number(-number),
                _ => return Err(SyntaxProblem::Calculation { sign: "-".to_owned() }),
            },
            Some(Token::Sign('(')) => {
                let part = self.inside(Self::any)?;
                self.expect(')')?;
                return Ok(part);
            }
            Some(Token::Name(name)) if self.peek() == Some(&Token::Sign('(')) => {
                self.next += 1;
                return self.inside(|parser| parser.function(&name));
            }
            _ => {
                self.next = place;
                return Err(self.unexpected());
            }
        };
        Ok(Part::Operand(operand))
    }

    fn inside<T>(&mut self, parse: impl FnOnce(&mut Self) -> Result<T, SyntaxProblem>) -> Result<T, SyntaxProblem> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(SyntaxProblem::TooComplex);
        }
        let parsed = parse(self);
        self.depth -= 1;
        parsed
    }

    /// Parses a call behind its opening parenthesis.
    fn function(&mut self, name: &str) -> Result<Part, SyntaxProblem> {
        let part = match name {
            "not" => {
                let inner = self.any()?;
                Part::Condition(Expression::Not(Box::new(self.condition(inner)?)))
            }
            "true" => Part::Condition(Expression::Constant(true)),
            "false" => Part::Condition(Expression::Constant(false)),
            "selected" => {
                let answer = self.operand()?;
                self.expect(',')?;
                let place = self.next;
                let choice = match self.operand()? {
                    Operand::Text(choice) => choice.trim().to_owned(),
                    Operand::Number(number) => number.to_string(),
                    _ => {
                        self.next = place;
                        return Err(self.unexpected());
                    }
                };
                Part::Condition(Expression::Selected(answer, choice))
            }
            "number" | "string" => Part::Operand(self.operand()?),
            "count-selected" if self.peek() == Some(&Token::Sign('.')) => {
                self.next += 1;
                Part::Operand(Operand::ChoicesOfThis)
            }
            _ => return Err(SyntaxProblem::Function { name: name.to_owned() }),
        };
        self.expect(')')?;
        Ok(part)
    }

    fn operand(&mut self) -> Result<Operand, SyntaxProblem> {
        let place = self.next;
        match self.unit()? {
            Part::Operand(operand) => Ok(operand),
            Part::Condition(_) => {
                self.next = place;
                Err(self.unexpected())
            }
        }
    }

    /// Returns a part as a condition: an answer alone holds if there is one.
    fn condition(&self, part: Part) -> Result<Expression, SyntaxProblem> {
        match part {
            Part::Condition(condition) => Ok(condition),
            Part::Operand(Operand::Number(number)) => Ok(Expression::Constant(number != 0.0)),
            Part::Operand(Operand::Text(text)) => {
                Err(SyntaxProblem::Unexpected { found: text, at: self.tokens.first().map_or(1, |placed| placed.at) })
            }
            Part::Operand(answer) => Ok(Expression::Compare(answer, Operator::NotEqual, Operand::Text(String::new()))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tokens::Operator::{AtLeast, AtMost, Equal, Greater, Less, NotEqual};
    use super::Expression::{All, Any, Compare, Constant, Not, Selected};
    use super::Operand::{ChoicesOfThis, Number, Text, This};
    use super::*;

    fn a(name: &str) -> Operand {
        Operand::Answer(name.to_owned())
    }

    fn text(text: &str) -> Operand {
        Text(text.to_owned())
    }

    fn not(expression: Expression) -> Expression {
        Not(Box::new(expression))
    }

    #[test]
    fn expressions_are_read_as_xlsform_reads_them() {
        let equal = |name: &str, to: &str| Compare(a(name), Equal, text(to));
        for (written, expected) in [
            ("${a} = 'x'", equal("a", "x")),
            ("${ a }=\"x\"", equal("a", "x")),
            ("${a} = \u{2018}x\u{2019}", equal("a", "x")),
            ("${a} != 'x'", Compare(a("a"), NotEqual, text("x"))),
            ("${a} = ''", equal("a", "")),
            ("${a} < 5", Compare(a("a"), Less, Number(5.0))),
            ("${a}<=5.5", Compare(a("a"), AtMost, Number(5.5))),
            ("18 > ${a}", Compare(Number(18.0), Greater, a("a"))),
            ("${a} >= -.5", Compare(a("a"), AtLeast, Number(-0.5))),
            (". >= 1 and . <= 5", All(vec![Compare(This, AtLeast, Number(1.0)), Compare(This, AtMost, Number(5.0))])),
            ("selected(${a}, 'x')", Selected(a("a"), "x".to_owned())),
            ("selected (${a}, 1)", Selected(a("a"), "1".to_owned())),
            ("selected(${a}, 'x') = true()", Selected(a("a"), "x".to_owned())),
            ("selected(${a}, 'x') = false()", not(Selected(a("a"), "x".to_owned()))),
            ("count-selected(.) > 1", Compare(ChoicesOfThis, Greater, Number(1.0))),
            ("not(${a} = 'x')", not(equal("a", "x"))),
            ("number(${a}) > 1", Compare(a("a"), Greater, Number(1.0))),
            ("(${a}) = 'x'", equal("a", "x")),
            ("${a}", Compare(a("a"), NotEqual, text(""))),
            (
                "${a}='1' or ${b}='2' and ${c}='3'",
                Any(vec![equal("a", "1"), All(vec![equal("b", "2"), equal("c", "3")])]),
            ),
            (
                "(${a}='1' OR ${b}='2') and not( ${c}='3' )",
                All(vec![Any(vec![equal("a", "1"), equal("b", "2")]), not(equal("c", "3"))]),
            ),
            ("true()", Constant(true)),
            ("FALSE", Constant(false)),
            ("1", Constant(true)),
            ("1 = 1", Compare(Number(1.0), Equal, Number(1.0))),
        ] {
            assert_eq!(parse(written), Ok(expected), "{written}");
        }
    }

    #[test]
    fn what_is_not_understood_is_named() {
        let unexpected = |found: &str, at| SyntaxProblem::Unexpected { found: found.to_owned(), at };
        let function = |name: &str| SyntaxProblem::Function { name: name.to_owned() };
        let calculation = |sign: &str| SyntaxProblem::Calculation { sign: sign.to_owned() };
        for (written, problem) in [
            ("", SyntaxProblem::End),
            ("${a", SyntaxProblem::End),
            ("${a} =", SyntaxProblem::End),
            ("(${a} = 1", SyntaxProblem::End),
            ("${a} = 'x", SyntaxProblem::OpenQuote { at: 8 }),
            ("${a} = 1)", unexpected(")", 9)),
            ("${a} == 1", unexpected("=", 7)),
            ("${a} = 1 ${b} = 2", unexpected("${b}", 10)),
            ("${a} = yes", unexpected("yes", 8)),
            ("${a} = 1.2.3", unexpected("1.2.3", 8)),
            ("../a = 1", unexpected(".", 2)),
            ("regex(${a}, '[0-9]')", function("regex")),
            ("today() > 1", function("today")),
            ("count-selected(${a}) > 1", function("count-selected")),
            ("${a} + ${b} > 1", calculation("+")),
            ("${a} - 1 > 1", calculation("-")),
            ("${a} div 2 > 1", calculation("div")),
            (&format!("{}1{}", "(".repeat(100_000), ")".repeat(100_000)), SyntaxProblem::TooComplex),
        ] {
            assert_eq!(parse(written), Err(problem), "{}", written.get(..60).unwrap_or(written));
        }
    }
}
