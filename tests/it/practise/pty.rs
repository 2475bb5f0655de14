//! Complete practice by keys in a pseudo-terminal, in both languages. Waits for what must appear.
#![cfg(unix)]

use super::library;
use crate::pty::Terminal;
use crate::support::Place;

#[test]
fn practice_by_keys_from_the_list_to_the_comparison() {
    for (lang, size, keys, words) in [
        (
            "fr",
            (80, 24),
            "pt ",
            [
                "La boulangerie, un samedi",
                "La scène est terminée. F pour relire",
                "Relecture",
                "pour terminer quand",
                "est enregistrée",
                "réponses sur 3",
                "S’exercer sur un scénario",
                "sur 3 à",
            ],
        ),
        (
            "en",
            (60, 16),
            "pt ",
            [
                "saved ■",
                "The scene is over. F to review",
                "Review",
                "again to finish",
                "file is saved",
                "of 3 answers",
                "Practise on a scenario",
                "of 3 at",
            ],
        ),
    ] {
        let place = Place::new();
        library(&place);
        let mut terminal =
            Terminal::open(&place, lang, size, &["practise", "bakery", "--observer", "zoe", "--speed", "400"]);
        terminal.wait_for(words[0]);
        terminal.wait_for(words[1]);
        terminal.press(keys);
        terminal.press("f");
        terminal.wait_for(words[2]);
        terminal.press("f");
        terminal.wait_for(words[3]);
        terminal.press("f");
        terminal.wait_for(words[4]);
        terminal.press("\r");
        terminal.wait_for(words[5]);
        terminal.press("\u{1b}");
        terminal.wait_for(words[6]);
        // It is listed after the bundled scenarios, and visible all the same.
        terminal.wait_for(words[7]);
        terminal.press("\u{11}");
        assert_eq!(terminal.restored(), 0);
        assert_eq!(place.sessions().len(), 1);
    }
}
