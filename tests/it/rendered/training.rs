//! Training screens, as they are rendered.

use super::{class_item, home, practised, presented};
use crate::{class, practise};
use esprit::text::Lang;

#[test]
fn training_menu() {
    let flow = home(Lang::En, "Down Down Down Down Enter");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Training
    ────────────────────────────────────────────────────────────────────────────────

     ► The keys, in two minutes
       A short guided visit: each key once.

       Practise on a scenario
       A scene unfolds while you answer; then the reference, item by item.

       Present a checklist
       Item by item in large letters, or a visit shown live.

       Calibration in class
       Who answered what, item by item, and what the class decides.

       Replay a visit
       A past visit in real time, faster, or event by event.





    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choose  Enter open  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Training
    ────────────────────────────────────────

     ► The keys, in two minutes            █
       A short guided visit: each key once.█

       Practise on a scenario
    ────────────────────────────────────────
     ↑↓ choose  Enter open  Esc back
     F1 help
    ");
}

#[test]
fn scenarios_to_practise_on() {
    let flow = practise::flow::listed(Lang::Fr);
    insta::assert_snapshot!(flow.screen(80, 24), @"
     S’exercer sur un scénario
    ────────────────────────────────────────────────────────────────────────────────
     Vitesse : ×1   Observateur : o12

     ► La boulangerie, un samedi
       pas encore fait · 00:01:00 · Première visite guidée (2 minutes) 1.0.0













    ────────────────────────────────────────────────────────────────────────────────
     Une cliente, une minute, une vendeuse pressée.
    ────────────────────────────────────────────────────────────────────────────────
     Entrée commencer  ↑↓ choisir  ←→ vitesse  N nouveau  F3 filtrer  Échap retour
     F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     S’exercer sur un scénario
    ────────────────────────────────────────
     Vitesse : ×1   Observateur : o12

     ► La boulangerie, un samedi
    ────────────────────────────────────────
     Une cliente, une minute, une vendeuse
    ────────────────────────────────────────
     Entrée commencer  ↑↓ choisir
     ←→ vitesse  N nouveau  F1 aide
    ");
}

#[test]
fn practice_beside_its_script() {
    let flow = practise::flow::started(Lang::En, "Right Enter t p");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     00:00:00 The customer comes in. The shop assistant is putting baguettes away,
              her back turned.





    ────────────────────────────────────────────────────────────────────────────────
     Training · The bakery, on a Saturday                     ×2  saved ■  00:00:04
     Greeting 2/2 ■■  Listening 0/2 □□  Wish to come back 0/1 □
    ────────────────────────────────────────────────────────────────────────────────
     GREETING                                                                      █
       ½ partly       00:00:04  Smiles as she welcomes you                         █
       ■ 2 s          00:00:02  Time to the first hello                            █
     LISTENING                                                                     █
     ► · 0                      Open questions asked                               █
       ·                        Says your request back before serving you
    ────────────────────────────────────────────────────────────────────────────────
     Practice: Space adds 1 each time; U undoes.
     How to judge: She asks “What is the occasion?”, then “What do you like?” Add
                   one for each question.
    ────────────────────────────────────────────────────────────────────────────────
     Space count  Enter answer  D script  X n/a  V not seen  C note  M mark  H hide
     F finish  ↑↓ choose  U undo  A ago…  S pause  Tab next section  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     00:00:00 The customer comes in. The
              shop assistant is putting
     Training · …     ×2  saved ■  00:00:04
     Greeting 2/2 Listening 0/2 Wish to co…
    ────────────────────────────────────────
     LISTENING
     ► ·   Open questions asked            █
    ────────────────────────────────────────
     Space count  Enter answer  D script
     X n/a  V not seen  C note  F1 help
    ");
}

#[test]
fn script_being_read_again() {
    let flow = practise::flow::started(Lang::Fr, "Enter t d");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     00:00:00 La cliente entre. La vendeuse range des baguettes, le dos tourné.





















    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ défiler  Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     00:00:00 La cliente entre. La vendeuse
              range des baguettes, le dos
              tourné.





    ────────────────────────────────────────
     ↑↓ défiler  Échap retour  F1 aide
    ");
}

#[test]
fn practice_beside_its_reference() {
    let flow = practised(Lang::En);
    insta::assert_snapshot!(flow.screen(80, 24), @"
     The bakery, on a Saturday · ×1
    ────────────────────────────────────────────────────────────────────────────────
     2 of 4 answers agree with the reference: 50.0% (15.0% to 85.0%)
     too lenient: 1 · too severe: 1 · unanswered: 1
     Median: 6 s early; 2 answers early
    ────────────────────────────────────────────────────────────────────────────────
     ► ✗ Smiles as she welcomes you                                     too lenient
       ✗ Says your request back before serving you                       too severe
       · Would you come back?                                            unanswered
       ✓ Time to the first hello                                             agrees
       ✓ Open questions asked                                                agrees
    ────────────────────────────────────────────────────────────────────────────────
     Smiles as she welcomes you
     Yours: yes · Reference: partly · too lenient
     Answered at 00:00:15, 1 s late
     Why: The smile comes, but afterwards.
     At 00:00:14 · At last she smiles, without putting her baguettes down.





    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choose  Enter next item  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     The bakery, on a Saturday · ×1
    ────────────────────────────────────────
     Smiles as she welcomes you
     Yours: yes
     Reference: partly
     too lenient
     Answered at 00:00:15, 1 s late
    ────────────────────────────────────────
     ↑↓ choose  Enter next item  Esc back
     F1 help
    ");
}

#[test]
fn presented_item() {
    let flow = presented(Lang::Fr, "Right");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Envers les clients (magasin, agence, téléphone)             Accueil · 2 sur 36
    ────────────────────────────────────────────────────────────────────────────────

     ▜▛▀▌     ▀   ▟           ▀
     ▐▙▌ ▝▀▙ ▝█  ▝█▀     ▟▀▀ ▝█  ▟▀▟▘█▀▙ ▟▀▙     ▝▀▙ █ █
     ▐▌▘ ▟▀█  █   █▗     ▝▀▙  █  ▜▄█ █ █ █▀▀     ▟▀█ █ █
     ▀▀  ▝▀▝▘▝▀▘  ▝▘     ▀▀▘ ▝▀▘ ▄▄▛ ▀ ▀ ▝▀▘     ▝▀▝▘▝▀▝▘
         ▝█   ▀           ▟       ▝█ ▀▘
     ▟▀▙  █  ▝█  ▟▀▙ █▀▙ ▝█▀     ▗▄█ ▟▀▙ ▟▀▀     ▟▀▀ ▟▀▙ █▀▙
     █ ▄  █   █  █▀▀ █ █  █▗     █ █ █▀▀ ▝▀▙     ▝▀▙ █ █ █ █
     ▝▀▘ ▝▀▘ ▝▀▘ ▝▀▘ ▀ ▀  ▝▘     ▝▀▝▘▝▀▘ ▀▀▘     ▀▀▘ ▝▀▘ ▀ ▀
              ▟       ▝▀
     ▟▀▙ █▀▙ ▝█▀ ▜▟▜▖▟▀▙ ▟▀▙
     █▀▀ █ █  █▗ ▐▌▝▘█▀▀ █▀▀
     ▝▀▘ ▀ ▀  ▝▘ ▀▀  ▝▀▘ ▝▀▘

     Oui : un regard, un hochement de tête ou un mot dans les 10 secondes, même en
           plein travail ; au téléphone, moins de quatre sonneries.
     En partie : le signe vient plus tard, mais avant que le client ne se manifeste
                 ou ne rappelle.
     Non : le client doit se manifester ou rappeler pour qu’on le remarque.
    ────────────────────────────────────────────────────────────────────────────────
     ←→ tourner  G cacher les critères  Tab ensemble  B écran vide
     V visite en direct  Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Envers les clients… Accueil · 2 sur 36
    ────────────────────────────────────────

     Fait signe au client dès son entrée

     Oui : un regard, un hochement de tête…
     En partie : le signe vient plus tard,…
    ────────────────────────────────────────
     ←→ tourner  G cacher les critères
     Tab ensemble  B écran vide  F1 aide
    ");
}

#[test]
fn presented_overview() {
    let flow = presented(Lang::En, "Right Tab");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Towards customers (shop, branch, phone)                     Greeting · 2 of 36
    ────────────────────────────────────────────────────────────────────────────────
     Greeting                                                                      █
         1  Time to the first greeting                                             █
     ►   2  Gives a sign as the customer comes in                                  █
         3  Pauses the task in hand for the customer                               █
         4  Goes towards the customer                                              █
         5  Smiles on meeting the customer                                         █
         6  Greets before the customer does                                        █
         7  Words of greeting used                                                 █
         8  Looks at the customer while greeting                                   █
         9  Invites the customer to state the request                              █
        10  Speaks in a warm tone
        11  Uses words of courtesy
     Listening
        12  Lets the customer finish each sentence
        13  Keeps eyes on the customer who is talking
        14  Marks the listening with nods or “I see”
        15  Puts what the customer is going through into words
        16  Credits the customer’s effort or choice
        17  Open questions asked
        18  Asks the customer what it is for
    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choose  Enter open  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Towards customers … Greeting · 2 of 36
    ────────────────────────────────────────
     Greeting                              █
         1  Time to the first greeting
     ►   2  Gives a sign as the customer c…
         3  Pauses the task in hand for th…
         4  Goes towards the customer
    ────────────────────────────────────────
     ↑↓ choose  Enter open  Esc back
     F1 help
    ");
}

#[test]
fn places_of_a_class() {
    let flow = home(Lang::Fr, "Down Down Down Down Enter Down Down Down Enter");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Calibrage en classe
    ────────────────────────────────────────────────────────────────────────────────

     Où sont les visites de la classe ?

     ► Les visites de formation de cet ordinateur
       Un autre dossier ou fichier…















    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choisir  Entrée ouvrir  Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Calibrage en classe
    ────────────────────────────────────────

     Où sont les visites de la classe ?

     ► Les visites de formation de cet ord…
       Un autre dossier ou fichier…
    ────────────────────────────────────────
     ↑↓ choisir  Entrée ouvrir
     Échap retour  F1 aide
    ");
}

#[test]
fn items_of_a_class() {
    let flow = class::open_class(Lang::En, true);
    insta::assert_snapshot!(flow.screen(80, 24), @"
     lyon-3 · 2 March 2026 · Towards customers (shop, branch, phone) · 4 observers
    ────────────────────────────────────────────────────────────────────────────────
     Reference: the scenario’s answers

     ► Time to the first greeting                                   1 of 3 the same█
       Gives a sign as the customer comes in                        2 of 3 the same█
       Pauses the task in hand for the customer                           no answer█
       Goes towards the customer                                          no answer█
       Smiles on meeting the customer                                     no answer█
       Greets before the customer does                                    no answer█
       Words of greeting used                                             no answer█
       Looks at the customer while greeting                               no answer█
       Invites the customer to state the request                          no answer█
       Speaks in a warm tone                                              no answer
       Uses words of courtesy                                             no answer
       Lets the customer finish each sentence                             no answer
       Keeps eyes on the customer who is talking                          no answer
       Marks the listening with nods or “I see”                           no answer
       Puts what the customer is going through into words                 no answer
       Credits the customer’s effort or choice                            no answer
       Open questions asked                                               no answer
       Asks the customer what it is for                                   no answer
    ────────────────────────────────────────────────────────────────────────────────
     Enter open  ↑↓ choose  F3 filter  Esc back  R reference  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     lyon-3 · 2 March 2026 · Towards custo…
    ────────────────────────────────────────
     Reference: the scenario’s answers

     ► Time to the first g… 1 of 3 the same█
       Gives a sign as the… 2 of 3 the same
       Pauses the task in hand f… no answer
    ────────────────────────────────────────
     Enter open  ↑↓ choose  F3 filter
     Esc back  R reference  F1 help
    ");
}

#[test]
fn answers_of_a_class_with_names() {
    let flow = class_item(Lang::Fr, "Down Enter Space Space");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     2 sur 36 · Accueil
    ────────────────────────────────────────────────────────────────────────────────

     Fait signe au client dès son entrée

       ✓ oui       █████████████████████████████                                  2
                   ana, cid
     ► ½ en partie ██████████████                                                 1
                   ben
       ✗ non                                                                      0

       – non vu    ██████████████                                                 1
                   dan

     Référence : en partie. Il ne lève qu’un sourcil.

     Oui : un regard, un hochement de tête ou un mot dans les 10 secondes, même en
           plein travail ; au téléphone, moins de quatre sonneries.
     En partie : le signe vient plus tard, mais avant que le client ne se manifeste
                 ou ne rappelle.
     Non : le client doit se manifester ou rappeler pour qu’on le remarque.

    ────────────────────────────────────────────────────────────────────────────────
     ←→ changer  Espace recommencer  C décision  Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     2 sur 36 · Accueil
    ────────────────────────────────────────

     Fait signe au client dès son entrée

       ✓ oui       █████████ ana, cid     2
     ► ½ en partie ████ ben               1
    ────────────────────────────────────────
     ←→ changer  Espace recommencer
     C décision  Échap retour  F1 aide
    ");
}
