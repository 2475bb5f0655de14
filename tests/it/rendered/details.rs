//! A past visit and its replay, as they are rendered.

use super::{details, replay};
use esprit::text::Lang;

#[test]
fn visit_details_with_answers() {
    let flow = details(Lang::En, "Left");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Agence Lyon 3 · 1 March 2026, 10:00 · Mystery visit
    ────────────────────────────────────────────────────────────────────────────────
     0.0% (0.0 of 1.0) · 1 min 00 s · o12
     Without an answer: 34 of 35

      ·                      Time to the first greeting                            █
      ✗ no         10:00:09  Gives a sign as the customer comes in                 █
                             eyes on the screen                                    █
      ·                      Pauses the task in hand for the customer              █
      ·                      Goes towards the customer                             █
      ·                      Smiles on meeting the customer                        █
      ·                      Greets before the customer does                       █
      ·                      Words of greeting used                                █
      ·                      Looks at the customer while greeting
      ·                      Invites the customer to state the request
      ·                      Speaks in a warm tone
      ·                      Uses words of courtesy
      ·                      Lets the customer finish each sentence
      ·                      Keeps eyes on the customer who is talking
      ·                      Marks the listening with nods or “I see”
      ·                      Puts what the customer is going through into words
      ·                      Credits the customer’s effort or choice
    ────────────────────────────────────────────────────────────────────────────────
     S score explained  → timeline  R replay  ↑↓ scroll  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Agence Lyon 3 · 1 March 2026, 10:00 ·…
    ────────────────────────────────────────
     0.0% (0.0 of 1.0) · 1 min 00 s · o12
     Without an answer: 34 of 35

      ·                      Time to the   █
                             first greeting
    ────────────────────────────────────────
     S score explained  → timeline
     R replay  ↑↓ scroll  Esc back  F1 help
    ");
}

#[test]
fn visit_details_with_timeline() {
    let flow = details(Lang::Fr, "Right");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Agence Lyon 3 · 1er mars 2026 à 10:00 · Visite mystère
    ────────────────────────────────────────────────────────────────────────────────
     0,0 % (0,0 sur 1,0) · 1 min 00 s · o12
     Sans réponse : 34 sur 35

     10:00:00 ● début de la visite
     10:00:09 ● réponse · non · Fait signe au client dès son entrée
     10:00:12 ● note · eyes on the screen · Fait signe au client dès son entrée
     10:01:00 ● fin de la visite













    ────────────────────────────────────────────────────────────────────────────────
     S score en détail  ← réponses  R rejouer  ↑↓ défiler  Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Agence Lyon 3 · 1er mars 2026 à 10:00…
    ────────────────────────────────────────
     0,0 % (0,0 sur 1,0) · 1 min 00 s · o12
     Sans réponse : 34 sur 35

     10:00:00 ● début de la visite         █
     10:00:09 ● réponse · non · Fait signe…
    ────────────────────────────────────────
     S score en détail  ← réponses
     R rejouer  ↑↓ défiler  F1 aide
    ");
}

#[test]
fn visit_details_with_score_explained() {
    let flow = details(Lang::En, "s");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Agence Lyon 3 · 1 March 2026, 10:00 · Mystery visit
    ────────────────────────────────────────────────────────────────────────────────
     0.0% (0.0 of 1.0) · 1 min 00 s · o12
     Without an answer: 34 of 35

     –                Time to the first greeting                         unanswered█
     0.00 / 1.00      Gives a sign as the customer comes in         no · weight 1.0█
     –                Pauses the task in hand for the customer           unanswered█
     –                Goes towards the customer                          unanswered█
     –                Smiles on meeting the customer                     unanswered█
     –                Greets before the customer does                    unanswered█
     –                Words of greeting used                             unanswered█
     –                Looks at the customer while greeting               unanswered█
     –                Invites the customer to state the request          unanswered
     –                Speaks in a warm tone                              unanswered
     –                Uses words of courtesy                             unanswered
     –                Lets the customer finish each sentence             unanswered
     –                Keeps eyes on the customer who is talking          unanswered
     –                Marks the listening with nods or “I see”           unanswered
     –                Puts what the customer is going through into words unanswered
     –                Credits the customer’s effort or choice            unanswered
     –                Open questions asked                               unanswered
    ────────────────────────────────────────────────────────────────────────────────
     S score explained  ← answers  R replay  ↑↓ scroll  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Agence Lyon 3 · 1 March 2026, 10:00 ·…
    ────────────────────────────────────────
     0.0% (0.0 of 1.0) · 1 min 00 s · o12
     Without an answer: 34 of 35

     –                Time to t… unanswered█
     0.00 / 1.00      Give… no · weight 1.0
    ────────────────────────────────────────
     S score explained  ← answers  R replay
     ↑↓ scroll  Esc back  F1 help
    ");
}

#[test]
fn replay_at_its_beginning() {
    let flow = replay(Lang::Fr, "r");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Visite mystère · Agence Lyon 3                          lecture ×1 ►  00:00:00
     Accueil 0/11 □□□□□  Écoute 0/11 □□□□□  Efficacité 0/12 □□□□□  Bilan 0/1 □
    ── dans l’ordre de la saisie ───────────────────────────────────────────────────
     ACCUEIL                                                                       █
     ► ● chrono       00:00:00  Temps jusqu’à la première salutation               █
       ·                        Fait signe au client dès son entrée                █
       ·                        Interrompt sa tâche pour le client
       ·                        Vient au-devant du client
       ·                        Sourit en abordant le client
       ·                        Salue avant le client
       ·                        Formule de salutation employée
       ·                        Regarde le client en le saluant
       ·                        Invite le client à exprimer sa demande
    ────────────────────────────────────────────────────────────────────────────────
     À savoir : Commencez la visite à l’entrée ou à la première sonnerie ; arrêtez
                le chrono à la première salutation, sinon « jamais ».

    ── ● repère  ← tardif ────────────────────────────── événement 1/5 · 00:01:00 ──
     10:00:00  début de la visite

     ·· ●        ←                                                                ·
     █─────────────────────────────────────────────────────────────────────────────
     Espace lire, arrêter  ↑↓ vitesse  ←→ pas à pas  O ordre
     Entrée aller à un point  Échap quitter  Début au début  Fin à la fin  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Visite mystè…   lecture ×1 ►  00:00:00
     Accueil 0/11 Écoute 0/11 Efficacité 0…
    ── dans l’ordre de la saisie ───────────
     ► ●   Temps jusqu’à la première       █
           salutation
    ──────────── événement 1/5 · 00:01:00 ──
     10:00:00  début de la visite
     █─────────────────────────────────────
     Espace lire, arrêter  ↑↓ vitesse
     ←→ pas à pas  O ordre  F1 aide
    ");
}

#[test]
fn replay_with_the_items_to_jump_to() {
    let flow = replay(Lang::En, "r Space Enter");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Go to the first entry of an item
    ────────────────────────────────────────────────────────────────────────────────
     ► –         Time to the first greeting                                        █
       00:00:01  Gives a sign as the customer comes in                             █
       00:00:09  Pauses the task in hand for the customer                          █
       –         Goes towards the customer                                         █
       –         Smiles on meeting the customer                                    █
       –         Greets before the customer does                                   █
       –         Words of greeting used                                            █
       –         Looks at the customer while greeting
       –         Invites the customer to state the request
       –         Speaks in a warm tone
       –         Uses words of courtesy
       –         Lets the customer finish each sentence
       –         Keeps eyes on the customer who is talking
       –         Marks the listening with nods or “I see”
       –         Puts what the customer is going through into words
       –         Credits the customer’s effort or choice
    ── ● mark  ← late ────────────────────────────────────── event 1/5 · 00:01:00 ──
     10:00:00  start of the visit

     ·· ●        ←                                                                ·
     █─────────────────────────────────────────────────────────────────────────────
     Enter open  ↑↓ choose  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Go to the first entry of an item
    ────────────────────────────────────────
     ► –         Time to the first greeting█
       00:00:01  Gives a sign as the custo…
       00:00:09  Pauses the task in hand f…
    ──────────────── event 1/5 · 00:01:00 ──
     10:00:00  start of the visit
     █─────────────────────────────────────
     Enter open  ↑↓ choose  Esc back
     F1 help
    ");
}

#[test]
fn replay_in_the_order_of_what_happened() {
    let flow = replay(Lang::Fr, "r Right o");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Visite mystère · Agence Lyon 3                        à l’arrêt ×1 ■  00:00:01
     Accueil 1/11 □□□□□  Écoute 0/11 □□□□□  Efficacité 0/12 □□□□□  Bilan 0/1 □
    ── dans l’ordre des faits, sans les annulations ────────────────────────────────
     ACCUEIL                                                                       █
       ● chrono       00:00:01  Temps jusqu’à la première salutation               █
     ► ✓ oui          10:00:01  Fait signe au client dès son entrée                █
       ·                        Interrompt sa tâche pour le client
       ·                        Vient au-devant du client
       ·                        Sourit en abordant le client
       ·                        Salue avant le client
       ·                        Formule de salutation employée
       ·                        Regarde le client en le saluant
       ·                        Invite le client à exprimer sa demande
    ────────────────────────────────────────────────────────────────────────────────
     Oui : un regard, un hochement de tête ou un mot dans les 10 secondes, même en…
     En partie : le signe vient plus tard, mais avant que le client ne se…
     Non : le client doit se manifester ou rappeler pour qu’on le remarque.
    ── ● repère  ← tardif ────────────────────────────── événement 2/5 · 00:01:00 ──
     10:00:01  réponse · oui · Fait signe au client dès son entrée

     ·· ● ←                                                                       ·
     ─█────────────────────────────────────────────────────────────────────────────
     Espace lire, arrêter  ↑↓ vitesse  ←→ pas à pas  O ordre
     Entrée aller à un point  Échap quitter  Début au début  Fin à la fin  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Visite mystè… à l’arrêt ×1 ■  00:00:01
     Accueil 1/11 Écoute 0/11 Efficacité 0…
    ── dans l’ordre des faits, sans les a…──
     ► ✓   Fait signe au client dès son    █
           entrée
    ──────────── événement 2/5 · 00:01:00 ──
     10:00:01  réponse · oui · Fait signe…
     ─█────────────────────────────────────
     Espace lire, arrêter  ↑↓ vitesse
     ←→ pas à pas  O ordre  F1 aide
    ");
}
