//! The module boundaries that the compiler does not enforce.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules that each module may name, besides itself. Dependencies point down only.
const ALLOWED: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("stats", &[]),
    ("visit", &["text"]),
    ("spreadsheet", &["text"]),
    ("import", &["text", "visit", "spreadsheet"]),
    ("clock", &["visit"]),
    ("store", &["text", "visit", "spreadsheet"]),
    ("analysis", &["text", "visit", "stats"]),
    ("report", &["text", "visit", "analysis"]),
    ("app", &["text", "visit", "import", "spreadsheet", "store", "analysis", "report"]),
    ("recorder", &["text", "visit", "import", "spreadsheet", "store", "analysis", "report", "app"]),
    ("plain", &["text", "visit", "analysis", "app", "recorder"]),
    ("ui", &["text", "visit", "import", "spreadsheet", "store", "analysis", "app", "report"]),
    ("term", &["text", "visit", "store", "clock", "analysis", "report", "app", "recorder", "ui"]),
    (
        "cli",
        &[
            "text",
            "visit",
            "import",
            "spreadsheet",
            "store",
            "clock",
            "analysis",
            "report",
            "app",
            "recorder",
            "plain",
            "ui",
            "term",
        ],
    ),
    ("main.rs", &[]),
    ("lib.rs", &["cli"]),
];

/// Source fragments reserved to some modules.
const RESERVED: &[(&str, &[&str])] = &[
    ("crossterm::", &["term"]),
    ("std::fs", &["store", "clock"]),
    ("File::", &["store"]),
    ("std::env", &["clock", "term", "cli", "main.rs"]),
    ("Timestamp::now", &["clock"]),
    ("Instant::now", &["clock"]),
    ("process::exit", &[]),
    ("println!", &[]),
    ("todo!", &[]),
    ("unimplemented!", &[]),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Returns the lines of a source without its comments and tests.
fn code(path: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().take_while(|line| !line.starts_with("#[cfg(test)]"));
    (1..)
        .zip(lines)
        .map(|(number, line)| (number, line.split("//").next().unwrap().to_owned()))
        .filter(|(_, line)| !line.trim().is_empty())
        .collect()
}

fn module(path: &Path) -> String {
    let inside = path.strip_prefix(root()).unwrap();
    let first = inside.components().next().unwrap().as_os_str().to_str().unwrap().to_owned();
    if matches!(first.as_str(), "main.rs" | "lib.rs") { first } else { first.trim_end_matches(".rs").to_owned() }
}

#[test]
fn dependencies_point_down_only() {
    let mut wrong = Vec::new();
    for path in sources(&root()) {
        let own = module(&path);
        let (_, allowed) =
            ALLOWED.iter().find(|(name, _)| *name == own).unwrap_or_else(|| panic!("{own} has no place"));
        for (number, line) in code(&path) {
            for start in ["crate::", "esprit::"] {
                for rest in line.split(start).skip(1) {
                    let named: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                    let is_module = ALLOWED.iter().any(|(name, _)| *name == named);
                    if is_module && named != own && !allowed.contains(&named.as_str()) {
                        wrong.push(format!("{}:{number}: {own} names {named}", path.display()));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn clock_disk_terminal_and_environment_are_reserved_to_their_modules() {
    let mut wrong = Vec::new();
    for path in sources(&root()) {
        let own = module(&path);
        for (number, line) in code(&path) {
            for (piece, allowed) in RESERVED {
                if line.contains(piece) && !allowed.contains(&own.as_str()) {
                    wrong.push(format!("{}:{number}: {piece} in {own}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_begin_with_their_purpose_and_stay_short() {
    for path in sources(&root()) {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//! "), "{} does not say what it is for", path.display());
        let lines = text.lines().count();
        assert!(lines <= 640, "{}: {lines} lines", path.display());
    }
}

/// The folders whose files must not depend on each other in a cycle.
const WITHOUT_CIRCLES: &[&str] = &["app", "ui"];

/// Returns the module path of a file, from the crate down: `["app", "screens", "home"]`.
fn module_path(path: &Path) -> Vec<String> {
    let inside = path.strip_prefix(root()).unwrap().with_extension("");
    let mut parts: Vec<String> = inside.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
    parts.pop_if(|last| last == "mod");
    parts
}

/// Returns the tokens of a source: names, `::`, and single characters.
fn tokens(source: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut joins = false;
    for c in source.chars() {
        let in_word = c.is_alphanumeric() || c == '_';
        match tokens.last_mut() {
            Some(last) if joins && in_word => last.push(c),
            Some(last) if c == ':' && last == ":" => last.push(c),
            _ if c.is_whitespace() => {}
            _ => tokens.push(c.to_string()),
        }
        joins = in_word;
    }
    tokens
}

/// Reads the paths of a `use` tree, such as `crate::app::{key::Key, keymap}`, from a token on.
fn use_tree(tokens: &[String], at: &mut usize, start: &[String], paths: &mut Vec<Vec<String>>) {
    let mut path = start.to_vec();
    while let Some(token) = tokens.get(*at) {
        match token.as_str() {
            "::" => *at += 1,
            "{" => {
                *at += 1;
                while tokens.get(*at).is_some_and(|token| token != "}" && token != ";") {
                    use_tree(tokens, at, &path, paths);
                    *at += usize::from(tokens.get(*at).is_some_and(|token| token == ","));
                }
                *at += 1;
                return;
            }
            "as" => *at += 2,
            "," | ";" | "}" => break,
            name => {
                path.push(name.to_owned());
                *at += 1;
            }
        }
    }
    paths.push(path);
}

/// Returns every path in a source, in a `use` or inline.
fn named_paths(source: &str) -> Vec<Vec<String>> {
    let tokens = tokens(source);
    let (mut paths, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        if tokens[at] == "use" {
            at += 1;
            use_tree(&tokens, &mut at, &[], &mut paths);
            continue;
        }
        let mut path = vec![tokens[at].clone()];
        while tokens.get(at + 1).is_some_and(|token| token == "::") && at + 2 < tokens.len() {
            path.push(tokens[at + 2].clone());
            at += 2;
        }
        at += 1;
        if path.len() > 1 {
            paths.push(path);
        }
    }
    paths
}

/// Returns the index of the file, among these modules, that a path in one of them refers to: the longest matching
/// module.
fn leads_to(modules: &[Vec<String>], from: &[String], path: &[String]) -> Option<usize> {
    let supers = path.iter().take_while(|part| *part == "super").count();
    let absolute: Vec<String> = match path[0].as_str() {
        "crate" | "esprit" => path[1..].to_vec(),
        "super" => [&from[..from.len().checked_sub(supers)?], &path[supers..]].concat(),
        "self" => [from, &path[1..]].concat(),
        _ => [from, path].concat(),
    };
    let names = |module: &Vec<String>| absolute.starts_with(module);
    let (found, module) = modules.iter().enumerate().filter(|(_, m)| names(m)).max_by_key(|(_, m)| m.len())?;
    // A plain path that matches no child of the module does not refer to the module itself.
    (module != from).then_some(found)
}

/// Returns a cycle among these edges, with its first file repeated at the end.
fn circle(edges: &[Vec<usize>]) -> Option<Vec<usize>> {
    fn visit(at: usize, edges: &[Vec<usize>], way: &mut Vec<usize>, done: &mut [bool]) -> Option<Vec<usize>> {
        if let Some(start) = way.iter().position(|&before| before == at) {
            return Some(way[start..].iter().copied().chain([at]).collect());
        }
        if std::mem::replace(&mut done[at], true) {
            return None;
        }
        way.push(at);
        let found = edges[at].iter().find_map(|&to| visit(to, edges, way, done));
        way.pop();
        found
    }
    let mut done = vec![false; edges.len()];
    (0..edges.len()).find_map(|at| visit(at, edges, &mut Vec::new(), &mut done))
}

/// Returns modules that name each other in a cycle, in order, as `a -> b -> a`; `counts` says which
/// edges count.
fn circle_among(sources: &[(Vec<String>, String)], counts: fn(&[String], &[String]) -> bool) -> Option<String> {
    let modules: Vec<Vec<String>> = sources.iter().map(|(module, _)| module.clone()).collect();
    let edges: Vec<Vec<usize>> = sources
        .iter()
        .map(|(from, source)| {
            let named = named_paths(source);
            let edges = named.iter().filter_map(|path| leads_to(&modules, from, path));
            edges.filter(|to| counts(from, &modules[*to])).collect()
        })
        .collect();
    let found = circle(&edges)?;
    Some(found.into_iter().map(|at| modules[at].join("::")).collect::<Vec<_>>().join(" -> "))
}

/// Returns the modules of a folder with their sources.
fn read_modules(folder: &Path) -> Vec<(Vec<String>, String)> {
    let read = |path: PathBuf| {
        let lines: Vec<String> = code(&path).into_iter().map(|(_, line)| line).collect();
        (module_path(&path), lines.join("\n"))
    };
    sources(folder).into_iter().map(read).collect()
}

#[test]
fn files_do_not_depend_on_each_other_in_a_cycle() {
    for folder in WITHOUT_CIRCLES {
        let files = read_modules(&root().join(folder));
        assert_eq!(circle_among(&files, |_, _| true), None, "a circle in src/{folder}");
    }
    // Elsewhere, a module and those inside it may know each other.
    let apart = |from: &[String], to: &[String]| !from.starts_with(to) && !to.starts_with(from);
    assert_eq!(circle_among(&read_modules(&root()), apart), None);
}

#[test]
fn a_cycle_is_found_however_paths_are_written() {
    let module = |path: &str, source: &str| (path.split("::").map(str::to_owned).collect(), source.to_owned());
    let circle = |sources: &[(&str, &str)]| {
        circle_among(&sources.iter().map(|(path, source)| module(path, source)).collect::<Vec<_>>(), |_, _| true)
    };
    for (a, b) in [
        ("use super::b::B;", "use crate::app::{a::A, c};"),
        ("fn f() { super::b::g() }", "use super::{c::C, a as other};"),
        ("type B = crate::app::b::B;", "impl super::a::A {}"),
    ] {
        let found = circle(&[("app", "pub mod a;"), ("app::a", a), ("app::b", b), ("app::c", "")]);
        assert_eq!(found.as_deref(), Some("app::a -> app::b -> app::a"), "{a} {b}");
    }
    let child = circle(&[("app", "mod a;\nuse a::A;"), ("app::a", "use super::B;")]);
    assert_eq!(child.as_deref(), Some("app -> app::a -> app"));
    let none = [("app", "mod a;\nuse a::A;"), ("app::a", "use super::b::B;"), ("app::b", "use std::a; struct A;")];
    assert_eq!(circle(&none), None);
}
