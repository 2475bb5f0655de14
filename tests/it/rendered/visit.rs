//! Screens of a visit under way, as they are rendered.

use super::{cover_notes, practice, refused, visit};
use esprit::text::Lang;

#[test]
fn visit_just_begun() {
    let flow = visit(Lang::En, "");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Mystery visit · Agence Lyon 3                                saved ■  00:00:00
     Greeting 0/11 □□□  Listening 0/11 □□□  Efficiency 0/12 □□□  Outcome 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
     GREETING                                                                      █
     ► ● timer        00:00:00  Time to the first greeting                         █
       ·                        Gives a sign as the customer comes in              █
       ·                        Pauses the task in hand for the customer           █
       ·                        Goes towards the customer
       ·                        Smiles on meeting the customer
       ·                        Greets before the customer does
       ·                        Words of greeting used
       ·                        Looks at the customer while greeting
       ·                        Invites the customer to state the request
       ·                        Speaks in a warm tone
       ·                        Uses words of courtesy
    ────────────────────────────────────────────────────────────────────────────────
     How to judge: Start the visit at the entrance or at the first ring; stop the
                   timer at the first word of greeting, else “never”.



    ────────────────────────────────────────────────────────────────────────────────
     T timer  N never  Enter type it  X n/a  V not seen  C note  M mark  H hide
     F finish  ↑↓ choose  U undo  A ago…  S pause  Tab next section  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Mystery visit ·…     saved ■  00:00:00
     Greeting 0/11 Listening 0/11 Efficien…
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
     Accueil 5/11 ■■□□□  Écoute 0/11 □□□□□  Efficacité 0/12 □□□□□  Bilan 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
     ACCUEIL                                                                       █
       ■ 1 s          10:00:01  Temps jusqu’à la première salutation               █
       ✗ non          10:00:02  Fait signe au client dès son entrée                █
       ½ en partie    10:00:03  Interrompt sa tâche pour le client                 █
       – non vu       10:00:04  Vient au-devant du client
       – sans objet   10:00:05  Sourit en abordant le client
     ► ·                        Salue avant le client
       ·                        Formule de salutation employée
       ·                        Regarde le client en le saluant
       ·                        Invite le client à exprimer sa demande
       ·                        Parle d’un ton chaleureux
       ·                        Emploie des mots de courtoisie
    ────────────────────────────────────────────────────────────────────────────────
     Oui : le premier mot de salutation vient du personnel.
     Non : le client salue en premier.



      Annulé : repère
     O oui  N non  X sans objet  V non vu  C note  M repère  H masquer  F fin
     ↑↓ choisir  U annuler  A il y a…  S pause  Tab rubrique suivante  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Visite mys…     enregistré ■  00:00:07
     Accueil 5/11 Écoute 0/11 Efficacité 0…
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
     Greeting 0/11 □□□  Listening 0/11 □□□  Efficiency 0/12 □□□  Outcome 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
     GREETING                                                                      █
       ● timer        00:00:02  Time to the first greeting                         █
     ► ·                        Gives a sign as the customer comes in              █
       ·                        Pauses the task in hand for the customer           █
       ·                        Goes towards the customer
       ·                        Smiles on meeting the customer
       ·                        Greets before the customer does
       ·                        Words of greeting used
       ·                        Looks at the customer while greeting
       ·                        Invites the customer to state the request
       ·                        Speaks in a warm tone
       ·                        Uses words of courtesy
     LISTENING
    ────────────────────────────────────────────────────────────────────────────────
     Note: Gives a sign as the customer comes in




    ────────────────────────────────────────────────────────────────────────────────
     Enter keep  Alt+Enter new line  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Mystery visit ·…     saved ■  00:00:02
     Greeting 0/11 Listening 0/11 Efficien…
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
     Accueil 0/11 □□□□□  Écoute 0/11 □□□□□  Efficacité 0/12 □□□□□  Bilan 0/1 □
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
     ► O oui  un regard, un hochement de tête ou un mot dans les 10 secondes, même
              en plein travail ; au téléphone, moins de quatre sonneries.
       P en partie  le signe vient plus tard, mais avant que le client ne se
                    manifeste ou ne rappelle.
       N non  le client doit se manifester ou rappeler pour qu’on le remarque.
       X sans objet
       V non vu
    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choisir  Entrée répondre  Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Visite mys…     enregistré ■  00:00:02
     Accueil 0/11 Écoute 0/11 Efficacité 0…
    ────────────────────────────────────────
     Fait signe au client dès son entrée
     ► O oui  un regard, un hochement de   █
              tête ou un mot dans les 10
              secondes, même en plein
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
     Greeting 0/11 □□□  Listening 0/11 □□□  Efficiency 0/12 □□□  Outcome 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
     EFFICIENCY
       ·                        Takes the request on
       ·                        Starts on the request at once
       ·                        Says how long it will take
       ·                        Thanks the customer for waiting
       ·                        Sees the request through in one go
       ·                        Gives accurate information
       ·                        Explains the reason for advice or a rule
       ·                        Gives advice or offers an alternative
       ·                        Provides the requested service on the spot         █
       ·                        Time until the request is met                      █
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
     Greeting 0/11 Listening 0/11 Efficien…
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
     Accueil 0/11 □□□□□  Écoute 0/11 □□□□□  Efficacité 0/12 □□□□□  Bilan 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
     ACCUEIL                                                                       █
       ● chrono       00:00:07  Temps jusqu’à la première salutation               █
       ·                        Fait signe au client dès son entrée                █
       ·                        Interrompt sa tâche pour le client                 █
       ·                        Vient au-devant du client                          █
       ·                        Sourit en abordant le client
       ·                        Salue avant le client
     ► ·                        Formule de salutation employée
       ·                        Regarde le client en le saluant
       ·                        Invite le client à exprimer sa demande
       ·                        Parle d’un ton chaleureux
       ·                        Emploie des mots de courtoisie
     ÉCOUTE
       ·                        Laisse le client finir ses phrases
    ────────────────────────────────────────────────────────────────────────────────
     Formule de salutation employée
     ► 1 « Bonjour » avec Madame, Monsieur ou le nom
       2 « Bonjour » seul
       3 Une autre entrée en matière (« Oui ? »)
    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choisir  Entrée répondre  Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Visite mys…     enregistré ■  00:00:07
     Accueil 0/11 Écoute 0/11 Efficacité 0…
    ────────────────────────────────────────
     Formule de salutation employée
     ► 1 « Bonjour » avec Madame, Monsie…
       2 « Bonjour » seul
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
     Greeting 0/11 □□□  Listening 0/11 □□□  Efficiency 0/12 □□□  Outcome 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
     GREETING                                                                      █
     ► ● timer        00:00:01  Time to the first greeting                         █
       ·                        Gives a sign as the customer comes in              █
       ·                        Pauses the task in hand for the customer           █
       ·                        Goes towards the customer                          █
       ·                        Smiles on meeting the customer                     █
       ·                        Greets before the customer does
       ·                        Words of greeting used
       ·                        Looks at the customer while greeting
       ·                        Invites the customer to state the request
       ·                        Speaks in a warm tone
       ·                        Uses words of courtesy
     LISTENING
       ·                        Lets the customer finish each sentence
       ·                        Keeps eyes on the customer who is talking
       ·                        Marks the listening with nods or “I see”
    ────────────────────────────────────────────────────────────────────────────────
     How long ago, or when? For example 20 s, 4 min, 10:02

    ────────────────────────────────────────────────────────────────────────────────
     Enter keep  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Mystery visit ·…     saved ■  00:00:01
     Greeting 0/11 Listening 0/11 Efficien…
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
     Accueil 0/11 □□□□□  Écoute 0/11 □□□□□  Efficacité 0/12 □□□□□  Bilan 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
     ACCUEIL                                                                       █
     ► ● chrono       00:00:01  Temps jusqu’à la première salutation               █
       ·                        Fait signe au client dès son entrée                █
       ·                        Interrompt sa tâche pour le client                 █
       ·                        Vient au-devant du client                          █
       ·                        Sourit en abordant le client                       █
       ·                        Salue avant le client
       ·                        Formule de salutation employée
       ·                        Regarde le client en le saluant
       ·                        Invite le client à exprimer sa demande
       ·                        Parle d’un ton chaleureux
       ·                        Emploie des mots de courtoisie
     ÉCOUTE
       ·                        Laisse le client finir ses phrases
       ·                        Garde le regard sur le client qui parle
       ·                        Manifeste son écoute : hoche la tête, « je vois »
    ────────────────────────────────────────────────────────────────────────────────
     La visite est en pause. Pourquoi ? (facultatif)

    ────────────────────────────────────────────────────────────────────────────────
     Entrée garder  Échap passer  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     V… EN PAUSE     enregistré ■  00:00:01
     Accueil 0/11 Écoute 0/11 Efficacité 0…
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
     Greeting 0/11 □□□  Listening 0/11 □□□  Efficiency 0/12 □□□  Outcome 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
     GREETING                                                                      █
     ► ● timer        00:00:02  Time to the first greeting                         █
       ·                        Gives a sign as the customer comes in              █
       ·                        Pauses the task in hand for the customer           █
       ·                        Goes towards the customer                          █
       ·                        Smiles on meeting the customer                     █
       ·                        Greets before the customer does
       ·                        Words of greeting used
       ·                        Looks at the customer while greeting
       ·                        Invites the customer to state the request
       ·                        Speaks in a warm tone
       ·                        Uses words of courtesy
     LISTENING
       ·                        Lets the customer finish each sentence
       ·                        Keeps eyes on the customer who is talking
       ·                        Marks the listening with nods or “I see”
    ────────────────────────────────────────────────────────────────────────────────
     Which mark belongs to this item?
     ► 10:00:01
    ────────────────────────────────────────────────────────────────────────────────
     Enter assign  ↑↓ choose  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Mystery visit ·…     saved ■  00:00:02
     Greeting 0/11 Listening 0/11 Efficien…
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
     Accueil 0/11 □□□□□  Écoute 0/11 □□□□□  Efficacité 0/12 □□□□□  Bilan 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
     ACCUEIL                                                                       █
     ► ● chrono       00:00:03  Temps jusqu’à la première salutation               █
       ·                        Fait signe au client dès son entrée                █
       ·                        Interrompt sa tâche pour le client                 █
       ·                        Vient au-devant du client                          █
       ·                        Sourit en abordant le client                       █
       ·                        Salue avant le client
       ·                        Formule de salutation employée
       ·                        Regarde le client en le saluant
       ·                        Invite le client à exprimer sa demande
       ·                        Parle d’un ton chaleureux
       ·                        Emploie des mots de courtoisie
     ÉCOUTE
       ·                        Laisse le client finir ses phrases
       ·                        Garde le regard sur le client qui parle
       ·                        Manifeste son écoute : hoche la tête, « je vois »
    ────────────────────────────────────────────────────────────────────────────────
     Repère 10:00:01 : choisissez le point, puis Entrée.

    ────────────────────────────────────────────────────────────────────────────────
     Entrée lier  ↑↓ choisir  Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Visite mys…     enregistré ■  00:00:03
     Accueil 0/11 Écoute 0/11 Efficacité 0…
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
       ·                        Goes towards the customer
       ·                        Smiles on meeting the customer
       ·                        Invites the customer to state the request
       ·                        Speaks in a warm tone
       ·                        Uses words of courtesy
     LISTENING
       ·                        Lets the customer finish each sentence
       ·                        Keeps eyes on the customer who is talking
    ────────────────────────────────────────────────────────────────────────────────
     Yes: a look, a nod or a word within 10 seconds, even in the middle of a task;
          on the phone, fewer than four rings.
     Partly: the sign comes later, but before the customer speaks up or calls
             again.
     No: the customer has to speak up or call again to be noticed.
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
     Accueil 0/11 □□□□□  Écoute 0/11 □□□□□  Efficacité 0/12 □□□□□  Bilan 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
     ACCUEIL                                                                       █
     ► ● chrono       00:00:01  Temps jusqu’à la première salutation               █
       ·                        Fait signe au client dès son entrée                █
       ·                        Interrompt sa tâche pour le client                 █
       ·                        Vient au-devant du client
       ·                        Sourit en abordant le client
       ·   ┌────────────────────────────────────────────────────────────────┐
       ·   │ Une visite est en cours ; elle reste ici, à reprendre. Appuyez │
       ·   │ encore pour quitter.                                           │
       ·   └────────────────────────────────────────────────────────────────┘
       ·                        Parle d’un ton chaleureux
       ·                        Emploie des mots de courtoisie
    ────────────────────────────────────────────────────────────────────────────────
     À savoir : Commencez la visite à l’entrée ou à la première sonnerie ; arrêtez
                le chrono à la première salutation, sinon « jamais ».



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
     Greeting 1/2 Listening 0/2 Wish to co…
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
     Sans réponse : 30                                                             █
         Interrompt sa tâche pour le client                                        █
         Vient au-devant du client                                                 █
         Sourit en abordant le client                                              █
         Invite le client à exprimer sa demande                                    █
         Parle d’un ton chaleureux
         Emploie des mots de courtoisie
         Laisse le client finir ses phrases
         Garde le regard sur le client qui parle
         Manifeste son écoute : hoche la tête, « je vois »
         Met en mots ce que vit le client
         Valorise la démarche ou le choix du client
         Questions ouvertes posées
         Demande ce que le client veut en faire
         Demande l’avis du client

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
       Greeting: 0 of 11 answered
       Listening: 0 of 11 answered
       Efficiency: 0 of 12 answered

     Without an answer
       35 of 35: the score is made of the others alone.

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
       Greeting: 0 of 11 answered
    ────────────────────────────────────────
     Enter first screen  E write as a page
     N new visit  V view it  F1 help
    ");
}
