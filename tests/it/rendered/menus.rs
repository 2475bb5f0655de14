//! The first screen, its lists and forms, as they are rendered.

use super::home;
use esprit::text::Lang;

#[test]
fn first_screen() {
    let flow = home(Lang::En, "");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Esprit de service
    ────────────────────────────────────────────────────────────────────────────────

     ► New visit
       Past visits
       Results

       Checklists
       Training
       Settings
       Sites and observers
       Help: all the keys
       Quit









    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choose  Enter open  Q quit  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Esprit de service
    ────────────────────────────────────────

     ► New visit                           █
       Past visits                         █
       Results                             █
       Checklists
       Training
    ────────────────────────────────────────
     ↑↓ choose  Enter open  Q quit  F1 help
    ");
}

#[test]
fn form_of_a_new_visit() {
    let flow = home(Lang::Fr, "Enter Down");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Avant la visite
    ────────────────────────────────────────────────────────────────────────────────

       Grille          Envers les clients (magasin, agence, téléphone)
                       36 points · envers les clients · 1.1.0
     ► Type            Visite mystère

       Site

       Observateur     o12

       Remarque

       Commencer la visite








    ────────────────────────────────────────────────────────────────────────────────
     Entrée suite  ↑↓ choisir  ←→ changer  Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Avant la visite
    ────────────────────────────────────────
       Grille          Envers les clients …
                       36 points · envers …
     ► Type            Visite mystère
       Site
       Observateur     o12
    ────────────────────────────────────────
     Entrée suite  ↑↓ choisir  ←→ changer
     Échap retour  F1 aide
    ");
}

#[test]
fn form_of_a_new_visit_ready_to_start() {
    let flow = home(Lang::En, "Enter Down Down Down Down Down");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Before the visit
    ────────────────────────────────────────────────────────────────────────────────

       Checklist       Towards customers (shop, branch, phone)
                       36 items · towards customers · 1.1.0
       Kind            Mystery visit

       Site

       Observer        o12

       Remark

     ► Start the visit








    ────────────────────────────────────────────────────────────────────────────────
     Enter start  ↑↓ choose  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Before the visit
    ────────────────────────────────────────
       Kind            Mystery visit
       Site
       Observer        o12
       Remark
     ► Start the visit
    ────────────────────────────────────────
     Enter start  ↑↓ choose  Esc back
     F1 help
    ");
}

#[test]
fn past_visits_without_any() {
    let flow = home(Lang::Fr, "Down Enter");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Visites passées                                                      0 sur 0 …
    ────────────────────────────────────────────────────────────────────────────────
     Chercher :



















    ────────────────────────────────────────────────────────────────────────────────
     Entrée ouvrir  ↑↓ choisir  Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Visites passées              0 sur 0 …
    ────────────────────────────────────────
     Chercher :




    ────────────────────────────────────────
     Entrée ouvrir  ↑↓ choisir
     Échap retour  F1 aide
    ");
}

#[test]
fn checklists() {
    let flow = home(Lang::En, "Down Down Down Enter");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Checklists
    ────────────────────────────────────────────────────────────────────────────────
     ► Towards customers (shop, branch, phone)
       customer · 36 items · towards customers · 1.1.0 · bundled
       Towards employees (team, one-to-one, shop floor)
       management · 36 items · between managers and employees · 1.1.0 · bundled
       Between departments (desk, phone, e-mail, ticket)
       internal · 36 items · between departments · 1.1.0 · bundled
       First guided visit (2 minutes)
       practice · 5 items · towards customers · 1.0.0 · bundled









     Changing a bundled one makes your own copy. A spreadsheet of questions can be
     imported.
    ────────────────────────────────────────────────────────────────────────────────
     Enter open  M edit  N new  I import  E export  D duplicate  H history
     Del delete  F3 filter  Esc back  ↑↓ choose  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Checklists
    ────────────────────────────────────────
     ► Towards customers (shop, branch, ph…█
       customer · 36 items · towards custo…

     Changing a bundled one makes your own
     copy. A spreadsheet of questions can
    ────────────────────────────────────────
     Enter open  M edit  N new  I import
     E export  D duplicate  F1 help
    ");
}

#[test]
fn one_checklist() {
    let flow = home(Lang::Fr, "Down Down Down Enter Enter Down");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Envers les clients (magasin, agence, téléphone)
    ────────────────────────────────────────────────────────────────────────────────
     ACCUEIL                                                                       █
       Temps jusqu’à la première salutation                        chrono · poids 2█
     ► Fait signe au client dès son entrée                                         █
       Interrompt sa tâche pour le client                                          █
       Vient au-devant du client                                            poids 2█
       Sourit en abordant le client                                         poids 2
       Salue avant le client                                           selon le cas
       Formule de salutation employée                          choix · selon le cas
       Regarde le client en le saluant                                 selon le cas
       Invite le client à exprimer sa demande
       Parle d’un ton chaleureux
       Emploie des mots de courtoisie
     ÉCOUTE
       Laisse le client finir ses phrases                                   poids 2
    ────────────────────────────────────────────────────────────────────────────────
     Oui : un regard, un hochement de tête ou un mot dans les 10 secondes, même en
           plein travail ; au téléphone, moins de quatre sonneries.
     En partie : le signe vient plus tard, mais avant que le client ne se manifeste
                 ou ne rappelle.
     Non : le client doit se manifester ou rappeler pour qu’on le remarque.
    ────────────────────────────────────────────────────────────────────────────────
     M modifier  E exporter  ↑↓ défiler  Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Envers les clients (magasin, agence, …
    ────────────────────────────────────────
     ► Fait signe au client dès son entrée █
       Interrompt sa tâche pour le client
    ────────────────────────────────────────
     Oui : un regard, un hochement de tête…
     En partie : le signe vient plus tard,…
    ────────────────────────────────────────
     M modifier  E exporter  ↑↓ défiler
     Échap retour  F1 aide
    ");
}

#[test]
fn settings() {
    let flow = home(Lang::En, "Down Down Down Down Down Enter");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Settings
    ────────────────────────────────────────────────────────────────────────────────
     ► Language                        English                                     █
       Colours                         the terminal’s                              █
       Symbols                         full ✓ ✗ ½                                  █
       Score shown in the review       no                                          █
       Mouse                           no                                          █
       Observer                        o12                                         █
       Target score                    none                                        █
       Text on the page of notes       Shopping list …                             █
                                                                                   █
     Letter keys of the visit (Enter to change)                                    █
       yes                             Y                                           █
       no                              N                                           █
       partly                          P                                           █
       n/a                             X                                           █
       not seen                        V                                           █
       timer                           T                                           █
       note                            C
       mark                            M
       assign a mark                   L
       ago…                            A
    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choose  ←→ change  Enter open  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Settings
    ────────────────────────────────────────
     ► Language                        Eng…█
       Colours                         the…
       Symbols                         ful…
       Score shown in the review       no
       Mouse                           no
    ────────────────────────────────────────
     ↑↓ choose  ←→ change  Enter open
     Esc back  F1 help
    ");
}

#[test]
fn help() {
    let flow = home(Lang::Fr, "F1");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Toutes les touches
    ────────────────────────────────────────────────────────────────────────────────
     Chercher :

     À L’ACCUEIL
     →                              Consulter sans reprendre
     Suppr, Retour arrière          Abandonner une visite interrompue
     R                              Ouvrir les résultats
     Q                              Quitter ; pendant une visite, deux fois
     PENDANT LA VISITE
     O                              Répondre oui
     N                              Répondre non ; sur un chrono : jamais
     P                              Répondre en partie
     X                              Sans objet : l’occasion ne s’est pas présentée
     V                              Non vu : vous n’avez pas pu l’observer
     Entrée                         Ouvrir les réponses possibles, ou la saisie
     T                              Lancer ou arrêter le chrono
     Espace, +                      Ajouter 1 au comptage
     C                              Écrire une note sur ce point
     M                              Poser un repère : l’heure seule
     L                              Lier un repère à ce point
     A                              Le prochain fait noté date d’avant
    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ défiler  Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Toutes les touches
    ────────────────────────────────────────
     Chercher :

     À L’ACCUEIL
     →              Consulter sans
                    reprendre
     Suppr, Retour  Abandonner une visite
    ────────────────────────────────────────
     ↑↓ défiler  Échap retour  F1 aide
    ");
}
