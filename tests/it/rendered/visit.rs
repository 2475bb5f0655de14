//! Screens of a visit under way, as they are rendered.

use super::{cover_notes, practice, refused, visit};
use esprit::text::Lang;

#[test]
fn visit_just_begun() {
    let flow = visit(Lang::En, "");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Mystery visit · Agence Lyon 3                                saved ■  00:00:00
     Greeting 0/9 □□□□  Listening 0/8 □□□□  Efficiency 0/8 □□□□  Outcome 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
     GREETING                                                                      █
     ► ● timer        00:00:00  Time to the first greeting                         █
       ·                        Gives a sign as the customer comes in              █
       ·                        Pauses the task in hand for the customer           █
       ·                        Goes towards the customer                          █
       ·                        Smiles on meeting the customer
       ·                        Greets before the customer does
       ·                        Words of greeting used
       ·                        Looks at the customer while greeting
       ·                        Invites the customer to state the request
     LISTENING
       ·                        Lets the customer finish each sentence
    ────────────────────────────────────────────────────────────────────────────────
     How to judge: Start the visit at the entrance; stop the timer at the first
                   word of greeting, “never” if nobody greets.



    ────────────────────────────────────────────────────────────────────────────────
     T timer  N never  Enter type it  X n/a  V not seen  C note  M mark  H hide
     F finish  ↑↓ choose  U undo  A ago…  S pause  Tab next section  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Mystery visit ·…     saved ■  00:00:00
     Greeting 0/9  Listening 0/8  Efficien…
    ────────────────────────────────────────
     GREETING                              █
     ► ●   Time to the first greeting
    ────────────────────────────────────────
     How to judge: Start the visit at the…
    ────────────────────────────────────────
     T timer  N never  Enter type it  X n/a
     V not seen  C note  M mark  F1 help
    ");
}

#[test]
fn visit_with_answers_of_every_kind() {
    let flow = visit(Lang::Fr, "t n p v x m u");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Visite mystère · Agence Lyon 3                          enregistré ■  00:00:07
     Accueil 5/9 ■■□□□  Écoute 0/8 □□□□□  Efficacité 0/8 □□□□□  Bilan 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
     ACCUEIL                                                                       █
       ■ 1 s          10:00:01  Temps jusqu’à la première salutation               █
       ✗ non          10:00:02  Fait signe au client dès son entrée                █
       ½ en partie    10:00:03  Interrompt sa tâche pour le client                 █
       – non vu       10:00:04  Vient au-devant du client                          █
       – sans objet   10:00:05  Sourit en abordant le client
     ► ·                        Salue avant le client
       ·                        Formule de salutation employée
       ·                        Regarde le client en le saluant
       ·                        Invite le client à exprimer sa demande
     ÉCOUTE
       ·                        Laisse le client finir ses phrases
    ────────────────────────────────────────────────────────────────────────────────
     Oui : le premier mot de salutation vient du personnel.
     Non : le client salue en premier, ou personne ne salue.



      Annulé : repère
     O oui  N non  X sans objet  V non vu  C note  M repère  H masquer  F fin
     ↑↓ choisir  U annuler  A il y a…  S pause  Tab rubrique suivante  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Visite mys…     enregistré ■  00:00:07
     Accueil 5/9  Écoute 0/8  Efficacité 0…
    ────────────────────────────────────────
     ► ·   Salue avant le client           █
       ·   Formule de salutation employée
    ────────────────────────────────────────
     Oui : le premier mot de salutation…
      Annulé : repère
     O oui  N non  X sans objet  V non vu
     C note  M repère  H masquer  F1 aide
    ");
}

#[test]
fn visit_with_a_note_open() {
    let flow = visit(Lang::En, "Down c");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Mystery visit · Agence Lyon 3                                saved ■  00:00:02
     Greeting 0/9 □□□□  Listening 0/8 □□□□  Efficiency 0/8 □□□□  Outcome 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
     GREETING                                                                      █
       ● timer        00:00:02  Time to the first greeting                         █
     ► ·                        Gives a sign as the customer comes in              █
       ·                        Pauses the task in hand for the customer           █
       ·                        Goes towards the customer                          █
       ·                        Smiles on meeting the customer                     █
       ·                        Greets before the customer does
       ·                        Words of greeting used
       ·                        Looks at the customer while greeting
       ·                        Invites the customer to state the request
     LISTENING
       ·                        Lets the customer finish each sentence
       ·                        Keeps eyes on the customer who is talking
    ────────────────────────────────────────────────────────────────────────────────
     Note: Gives a sign as the customer comes in




    ────────────────────────────────────────────────────────────────────────────────
     Enter keep  Alt+Enter new line  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Mystery visit ·…     saved ■  00:00:02
     Greeting 0/9  Listening 0/8  Efficien…
    ────────────────────────────────────────
     Note: Gives a sign as the customer co…



    ────────────────────────────────────────
     Enter keep  Alt+Enter new line
     Esc back  F1 help
    ");
}

#[test]
fn visit_with_the_answers_on_offer() {
    let flow = visit(Lang::Fr, "Down Enter");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Visite mystère · Agence Lyon 3                          enregistré ■  00:00:02
     Accueil 0/9 □□□□□  Écoute 0/8 □□□□□  Efficacité 0/8 □□□□□  Bilan 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
     ACCUEIL                                                                       █
       ● chrono       00:00:02  Temps jusqu’à la première salutation               █
     ► ·                        Fait signe au client dès son entrée                █
       ·                        Interrompt sa tâche pour le client
       ·                        Vient au-devant du client
       ·                        Sourit en abordant le client
       ·                        Salue avant le client
       ·                        Formule de salutation employée
       ·                        Regarde le client en le saluant
       ·                        Invite le client à exprimer sa demande
    ────────────────────────────────────────────────────────────────────────────────
     Fait signe au client dès son entrée
     ► O oui  un regard, un hochement de tête ou un mot dans les 10 secondes, même
              en plein travail.
       P en partie  le signe vient après 10 secondes, mais avant que le client ne
                    se manifeste.
       N non  le client doit se manifester pour qu’on le remarque.
       X sans objet
       V non vu
    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choisir  Entrée répondre  Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Visite mys…     enregistré ■  00:00:02
     Accueil 0/9  Écoute 0/8  Efficacité 0…
    ────────────────────────────────────────
     Fait signe au client dès son entrée
     ► O oui  un regard, un hochement de   █
              tête ou un mot dans les
              10 secondes, même en plein
    ────────────────────────────────────────
     ↑↓ choisir  Entrée répondre
     Échap retour  F1 aide
    ");
}

#[test]
fn visit_with_a_scale_open() {
    let flow = visit(Lang::En, "End Enter");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Mystery visit · Agence Lyon 3                                saved ■  00:00:02
     Greeting 0/9 □□□□  Listening 0/8 □□□□  Efficiency 0/8 □□□□  Outcome 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
       · 0                      Open questions asked
       ·                        Asks the customer what it is for
       ·                        Restates the request before acting
       ·                        Has the customer confirm the request
     EFFICIENCY
       ·                        Takes the request on
       ·                        Starts on the request at once
       ·                        Says how long it will take                         █
       ·                        Sees the request through in one go                 █
       ·                        Gives accurate information                         █
       ·                        Provides the requested service on the spot         █
       ·                        Asks whether the answer meets the need             █
       ·                        Says goodbye with a personal word                  █
     OUTCOME                                                                       █
     ► ·                        Would you come back?                               █
    ────────────────────────────────────────────────────────────────────────────────
     Would you come back?
      0  1  2  3  4  5  6  7  8  9  10
      Certainly not          Certainly
    ────────────────────────────────────────────────────────────────────────────────
     ←→ change  Enter answer  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Mystery visit ·…     saved ■  00:00:02
     Greeting 0/9  Listening 0/8  Efficien…
    ────────────────────────────────────────
    ────────────────────────────────────────
     Would you come back?
      0  1  2  3  4  5  6  7  8  9  10
      Certainly not          Certainly
    ────────────────────────────────────────
     ←→ change  Enter answer  Esc back
     F1 help
    ");
}

#[test]
fn visit_with_the_options_of_a_choice_open() {
    let flow = visit(Lang::Fr, "Down Down Down Down Down Down Enter");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Visite mystère · Agence Lyon 3                          enregistré ■  00:00:07
     Accueil 0/9 □□□□□  Écoute 0/8 □□□□□  Efficacité 0/8 □□□□□  Bilan 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
     ACCUEIL                                                                       █
       ● chrono       00:00:07  Temps jusqu’à la première salutation               █
       ·                        Fait signe au client dès son entrée                █
       ·                        Interrompt sa tâche pour le client                 █
       ·                        Vient au-devant du client                          █
       ·                        Sourit en abordant le client                       █
       ·                        Salue avant le client
     ► ·                        Formule de salutation employée
       ·                        Regarde le client en le saluant
       ·                        Invite le client à exprimer sa demande
     ÉCOUTE
       ·                        Laisse le client finir ses phrases
       ·                        Garde le regard sur le client qui parle
    ────────────────────────────────────────────────────────────────────────────────
     Formule de salutation employée
     ► 1 « Bonjour » avec Madame, Monsieur ou le nom
       2 « Bonjour » seul
       3 Une autre entrée en matière (« Oui ? »)
       4 Aucun mot
    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choisir  Entrée répondre  Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Visite mys…     enregistré ■  00:00:07
     Accueil 0/9  Écoute 0/8  Efficacité 0…
    ────────────────────────────────────────
     Formule de salutation employée
     ► 1 « Bonjour » avec Madame, Monsie…  █
       2 « Bonjour » seul                  █
       3 Une autre entrée en matière (« …
    ────────────────────────────────────────
     ↑↓ choisir  Entrée répondre
     Échap retour  F1 aide
    ");
}

#[test]
fn visit_with_how_long_ago_being_typed() {
    let flow = visit(Lang::En, "a");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Mystery visit · Agence Lyon 3                                saved ■  00:00:01
     Greeting 0/9 □□□□  Listening 0/8 □□□□  Efficiency 0/8 □□□□  Outcome 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
     GREETING                                                                      █
     ► ● timer        00:00:01  Time to the first greeting                         █
       ·                        Gives a sign as the customer comes in              █
       ·                        Pauses the task in hand for the customer           █
       ·                        Goes towards the customer                          █
       ·                        Smiles on meeting the customer                     █
       ·                        Greets before the customer does                    █
       ·                        Words of greeting used                             █
       ·                        Looks at the customer while greeting               █
       ·                        Invites the customer to state the request
     LISTENING
       ·                        Lets the customer finish each sentence
       ·                        Keeps eyes on the customer who is talking
       ·                        Marks the listening with nods or “I see”
       ·                        Puts what the customer is going through into words
       · 0                      Open questions asked
    ────────────────────────────────────────────────────────────────────────────────
     How long ago, or when? For example 20 s, 4 min, 10:02

    ────────────────────────────────────────────────────────────────────────────────
     Enter keep  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Mystery visit ·…     saved ■  00:00:01
     Greeting 0/9  Listening 0/8  Efficien…
    ────────────────────────────────────────
     GREETING                              █
     ► ●   Time to the first greeting
    ────────────────────────────────────────
     How long ago, or when? For example 20…

    ────────────────────────────────────────
     Enter keep  Esc back  F1 help
    ");
}

#[test]
fn visit_with_the_reason_of_a_pause_being_typed() {
    let flow = visit(Lang::Fr, "s");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Visite mystère · Agence Lyon 3             EN PAUSE     enregistré ■  00:00:01
     Accueil 0/9 □□□□□  Écoute 0/8 □□□□□  Efficacité 0/8 □□□□□  Bilan 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
     ACCUEIL                                                                       █
     ► ● chrono       00:00:01  Temps jusqu’à la première salutation               █
       ·                        Fait signe au client dès son entrée                █
       ·                        Interrompt sa tâche pour le client                 █
       ·                        Vient au-devant du client                          █
       ·                        Sourit en abordant le client                       █
       ·                        Salue avant le client                              █
       ·                        Formule de salutation employée                     █
       ·                        Regarde le client en le saluant                    █
       ·                        Invite le client à exprimer sa demande
     ÉCOUTE
       ·                        Laisse le client finir ses phrases
       ·                        Garde le regard sur le client qui parle
       ·                        Manifeste son écoute : hoche la tête, « je vois »
       ·                        Met en mots ce que vit le client
       · 0                      Questions ouvertes posées
    ────────────────────────────────────────────────────────────────────────────────
     La visite est en pause. Pourquoi ? (facultatif)

    ────────────────────────────────────────────────────────────────────────────────
     Entrée garder  Échap passer  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     V… EN PAUSE     enregistré ■  00:00:01
     Accueil 0/9  Écoute 0/8  Efficacité 0…
    ────────────────────────────────────────
     ► ●   Temps jusqu’à la première       █
           salutation
    ────────────────────────────────────────
     La visite est en pause. Pourquoi ? (f…

    ────────────────────────────────────────
     Entrée garder  Échap passer  F1 aide
    ");
}

#[test]
fn visit_with_the_marks_without_an_item_open() {
    let flow = visit(Lang::En, "m l");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Mystery visit · Agence Lyon 3                                saved ■  00:00:02
     Greeting 0/9 □□□□  Listening 0/8 □□□□  Efficiency 0/8 □□□□  Outcome 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
     GREETING                                                                      █
     ► ● timer        00:00:02  Time to the first greeting                         █
       ·                        Gives a sign as the customer comes in              █
       ·                        Pauses the task in hand for the customer           █
       ·                        Goes towards the customer                          █
       ·                        Smiles on meeting the customer                     █
       ·                        Greets before the customer does                    █
       ·                        Words of greeting used                             █
       ·                        Looks at the customer while greeting               █
       ·                        Invites the customer to state the request
     LISTENING
       ·                        Lets the customer finish each sentence
       ·                        Keeps eyes on the customer who is talking
       ·                        Marks the listening with nods or “I see”
       ·                        Puts what the customer is going through into words
       · 0                      Open questions asked
    ────────────────────────────────────────────────────────────────────────────────
     Which mark belongs to this item?
     ► 10:00:01
    ────────────────────────────────────────────────────────────────────────────────
     Enter assign  ↑↓ choose  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Mystery visit ·…     saved ■  00:00:02
     Greeting 0/9  Listening 0/8  Efficien…
    ────────────────────────────────────────
     ► ●   Time to the first greeting      █
    ────────────────────────────────────────
     Which mark belongs to this item?
     ► 10:00:01
    ────────────────────────────────────────
     Enter assign  ↑↓ choose  Esc back
     F1 help
    ");
}

#[test]
fn visit_with_a_mark_being_placed() {
    let flow = visit(Lang::Fr, "m f Enter");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Visite mystère · Agence Lyon 3                          enregistré ■  00:00:03
     Accueil 0/9 □□□□□  Écoute 0/8 □□□□□  Efficacité 0/8 □□□□□  Bilan 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
     ACCUEIL                                                                       █
     ► ● chrono       00:00:03  Temps jusqu’à la première salutation               █
       ·                        Fait signe au client dès son entrée                █
       ·                        Interrompt sa tâche pour le client                 █
       ·                        Vient au-devant du client                          █
       ·                        Sourit en abordant le client                       █
       ·                        Salue avant le client                              █
       ·                        Formule de salutation employée                     █
       ·                        Regarde le client en le saluant                    █
       ·                        Invite le client à exprimer sa demande
     ÉCOUTE
       ·                        Laisse le client finir ses phrases
       ·                        Garde le regard sur le client qui parle
       ·                        Manifeste son écoute : hoche la tête, « je vois »
       ·                        Met en mots ce que vit le client
       · 0                      Questions ouvertes posées
    ────────────────────────────────────────────────────────────────────────────────
     Repère 10:00:01 : choisissez le point, puis Entrée.

    ────────────────────────────────────────────────────────────────────────────────
     Entrée lier  ↑↓ choisir  Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Visite mys…     enregistré ■  00:00:03
     Accueil 0/9  Écoute 0/8  Efficacité 0…
    ────────────────────────────────────────
     ► ●   Temps jusqu’à la première       █
    ────────────────────────────────────────
     Repère 10:00:01 : choisissez le point…

    ────────────────────────────────────────
     Entrée lier  ↑↓ choisir  Échap retour
     F1 aide
    ");
}

#[test]
fn visit_that_the_disk_refuses() {
    let flow = refused();
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Mystery visit · Agence Lyon 3                            not saved □  00:00:01
     Not saved: your answers are kept in memory and tried again every second.
     The disk is full: /media/stick. Make room; what was saved is still saved.
     GREETING                                                                      █
       ✗ never        10:00:01  Time to the first greeting                         █
     ► ·                        Gives a sign as the customer comes in              █
       ·                        Pauses the task in hand for the customer           █
       ·                        Goes towards the customer                          █
       ·                        Smiles on meeting the customer
       ·                        Greets before the customer does
       ·                        Words of greeting used
       ·                        Looks at the customer while greeting
       ·                        Invites the customer to state the request
     LISTENING
       ·                        Lets the customer finish each sentence
    ────────────────────────────────────────────────────────────────────────────────
     Yes: a look, a nod or a word within 10 seconds, even in the middle of a task.
     Partly: the sign comes after 10 seconds, but before the customer asks for
             attention.
     No: the customer has to speak up to be noticed.

    ────────────────────────────────────────────────────────────────────────────────
     Y yes  N no  P partly  X n/a  V not seen  C note  M mark  H hide  F finish
     ↑↓ choose  U undo  A ago…  S pause  Tab next section  L assign a mark  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Mystery visit ·… not saved □  00:00:01
     Not saved: your answers are kept in m…
     The disk is full: /media/stick. Make …
     ► ·   Gives a sign as the customer    █
           comes in
    ────────────────────────────────────────
     Yes: a look, a nod or a word within…
    ────────────────────────────────────────
     Y yes  N no  P partly  X n/a
     V not seen  C note  M mark  F1 help
    ");
}

#[test]
fn visit_about_to_be_left() {
    let flow = visit(Lang::Fr, "Ctrl+q");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Visite mystère · Agence Lyon 3                          enregistré ■  00:00:01
     Accueil 0/9 □□□□□  Écoute 0/8 □□□□□  Efficacité 0/8 □□□□□  Bilan 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
     ACCUEIL                                                                       █
     ► ● chrono       00:00:01  Temps jusqu’à la première salutation               █
       ·                        Fait signe au client dès son entrée                █
       ·                        Interrompt sa tâche pour le client                 █
       ·                        Vient au-devant du client                          █
       ·                        Sourit en abordant le client
       ·   ┌────────────────────────────────────────────────────────────────┐
       ·   │ Une visite est en cours ; elle reste ici, à reprendre. Appuyez │
       ·   │ encore pour quitter.                                           │
       ·   └────────────────────────────────────────────────────────────────┘
     ÉCOUTE
       ·                        Laisse le client finir ses phrases
    ────────────────────────────────────────────────────────────────────────────────
     À savoir : Commencez la visite à l’entrée ; arrêtez le chrono au premier mot
                de salutation, « jamais » si personne ne salue.



    ────────────────────────────────────────────────────────────────────────────────
     T chrono  N jamais  Entrée saisir  X sans objet  V non vu  C note  M repère
     H masquer  F fin  ↑↓ choisir  U annuler  A il y a…  S pause  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Visite mys…     enregistré ■  00:00:01
     Ac┌─────────────────────────────────┐…
    ───│ Une visite est en cours ; elle  │──
     ► │ reste ici, à reprendre. Appuyez │ █
       │ encore pour quitter.            │
    ───└─────────────────────────────────┘──
     À savoir : Commencez la visite à…
    ────────────────────────────────────────
     T chrono  N jamais  Entrée saisir
     X sans objet  V non vu  F fin  F1 aide
    ");
}

#[test]
fn guided_practice_visit() {
    let flow = practice();
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Mystery visit · Agence Lyon 3                                saved ■  00:00:01
     Greeting 1/2 ■□  Listening 0/2 □□  Wish to come back 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
     GREETING
       ✗ no           10:00:01  Smiles as she welcomes you
     ► ● timer        00:00:01  Time to the first hello
     LISTENING
       · 0                      Open questions asked
       ·                        Says your request back before serving you
     WISH TO COME BACK
       ·                        Would you come back?

    ────────────────────────────────────────────────────────────────────────────────
     Practice: the timer has run since the start; T stops it at the first word.
     How to judge: The timer has run since you came in. Imagine her “Good morning”:
                   stop the timer at that moment.





    ────────────────────────────────────────────────────────────────────────────────
     T timer  N never  Enter type it  X n/a  V not seen  C note  M mark  H hide
     F finish  ↑↓ choose  U undo  A ago…  S pause  Tab next section  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Mystery visit ·…     saved ■  00:00:01
     Greeting 1/2  Listening 0/2  Wish to …
    ────────────────────────────────────────
     ► ●   Time to the first hello         █
     LISTENING
    ────────────────────────────────────────
     Practice: the timer has run since the
    ────────────────────────────────────────
     T timer  N never  Enter type it  X n/a
     V not seen  C note  M mark  F1 help
    ");
}

#[test]
fn cover_notes_over_a_visit() {
    let flow = cover_notes();
    insta::assert_snapshot!(flow.screen(80, 24), @"
    Shopping list

    - bread
    - milk
    - six eggs
    - ground coffee
    - washing powder
    - birthday card for Anne
    milk, bread, a birthday card
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
    Shopping list

    - bread
    - milk
    - six eggs
    - ground coffee
    - washing powder
    - birthday card for Anne
    milk, bread, a birthday card
    ");
}

#[test]
fn review_with_something_left() {
    let flow = visit(Lang::Fr, "n n m f");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Relecture avant de terminer                                Agence Lyon 3 · o12
    ────────────────────────────────────────────────────────────────────────────────
     Notes obligatoires manquantes : aucune                                        █
     Repères à lier : 1                                                            █
       ► 10:00:03                                                                  █
     Sans réponse : 24                                                             █
         Interrompt sa tâche pour le client                                        █
         Vient au-devant du client                                                 █
         Sourit en abordant le client                                              █
         Salue avant le client                                                     █
         Formule de salutation employée                                            █
         Regarde le client en le saluant
         Invite le client à exprimer sa demande
         Laisse le client finir ses phrases
         Garde le regard sur le client qui parle
         Manifeste son écoute : hoche la tête, « je vois »
         Met en mots ce que vit le client
         Questions ouvertes posées
         Demande ce que le client veut en faire
         Reformule la demande avant d’agir

     Terminer scelle la fiche ; tout changement sera ensuite une correction.
    ────────────────────────────────────────────────────────────────────────────────
     F terminer la visite  Entrée y aller  ↑↓ choisir  Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Relecture avant de terminer  Agence L…
    ────────────────────────────────────────
       ► 10:00:03                          █

     Terminer scelle la fiche ; tout
     changement sera ensuite une
     correction.
    ────────────────────────────────────────
     F terminer la visite  Entrée y aller
     ↑↓ choisir  Échap retour  F1 aide
    ");
}

#[test]
fn finished_visit() {
    let flow = visit(Lang::En, "f f f");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Visit finished
    ────────────────────────────────────────────────────────────────────────────────
     Mystery visit · Agence Lyon 3
     Writing the visit’s file…

     Answers
       Greeting: 0 of 9 answered
       Listening: 0 of 8 answered
       Efficiency: 0 of 8 answered

     Without an answer
       26 of 26: the score is made of the others alone.

     Strengths and points to work on
       Too few scored answers to name any.






    ────────────────────────────────────────────────────────────────────────────────
     Enter first screen  E write as a page  N new visit  V view it  ↑↓ scroll
     F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Visit finished
    ────────────────────────────────────────
     Mystery visit · Agence Lyon 3
     Writing the visit’s file…

     Answers                               █
       Greeting: 0 of 9 answered
    ────────────────────────────────────────
     Enter first screen  E write as a page
     N new visit  V view it  F1 help
    ");
}
