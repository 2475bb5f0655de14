//! The results, as they are rendered.

use super::{exporting, home, tab};
use crate::results;
use esprit::app::results_data::Tab;
use esprit::text::Lang;

#[test]
fn results_being_read() {
    let flow = home(Lang::En, "r");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Results · All visits
     No filter; F to choose                                                reading…
      ►Act first  Scores  Ranking  Beside others  Behaviours  First  Critical     →
    ────────────────────────────────────────────────────────────────────────────────

     Reading the visits…
















    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choose  ←→ tabs  Enter look closer  F filter  E export  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Results · All visits          reading…
      ►Act first  Scores  Ranking         →

     Reading the visits…



    ────────────────────────────────────────
     ↑↓ choose  ←→ tabs  Enter look closer
     F filter  E export  Esc back  F1 help
    ");
}

#[test]
fn results_overview() {
    let flow = tab(Lang::En, Tab::Overview);
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Results · All visits                      59 visits · 2 Jan 2026 – 30 Apr 2026
     No filter; F to choose
      ►Act first  Scores  Ranking  Beside others  Behaviours  First  Critical     →
    ────────────────────────────────────────────────────────────────────────────────
     ► Towards customers — The best site is Agence Lyon 3: 80.1% (76.1% to 84.1%),
       12 visits. Most of its visits are by o12, who rates unlike the others.
     · Towards customers — Shown less often than before for certain: Takes leave
       with the customer’s name, −18.0 points (−29.0 to −7.0), 51 answers. 2 sites
       visited in one period only are left out.
     · Towards customers — A critical item was missed in 3 of 52 visits: Wait
       before the greeting (Agence Lyon 3, Brest).
     · Towards customers — To work on first: Puts the request into other words
       before acting. Always shown, it would add 5.3 points to the score (50
       answers).
     · Towards customers — Score: 70.8% (68.4% to 73.2%), 53 visits.




     Visits counted: 59 · Of these, corrected after their end: 3 · Visits excluded
     by the filter: 120 · Unusable files and lines: 2 · Copies of a visit, not
     counted again: 2 · Abandoned visits, not counted: 1 · Visits declared void,…
    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choose  ←→ tabs  Enter look closer  F filter  E export  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Results · All visits         59 visits
      ►Act first  Scores  Ranking         →
     ► Towards customers — The best site is█
       Agence Lyon 3: 80.1% (76.1% to
       84.1%), 12 visits. Most of its
       visits are by o12, who rates unlike
       the others.
    ────────────────────────────────────────
     ↑↓ choose  ←→ tabs  Enter look closer
     F filter  E export  Esc back  F1 help
    ");
}

#[test]
fn results_scores() {
    let flow = tab(Lang::Fr, Tab::Scores);
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Résultats · Toutes les visites            59 visites · 02/01/2026 – 30/04/2026
     Sans filtre ; F pour choisir
       Où agir ►Scores  Classement  Face aux autres  Comportements  Priorités     →
    ────────────────────────────────────────────────────────────────────────────────
     Site                         Visites   Score               50          90
    ►Toutes les visites                53  70,8 %  68,4 à 73,2        ─●─       ! 5
     Toutes les vis… Encadrement        6  61,0 %  52,0 à 70,0   ───●───
     Agence Lyon 3                     12  83,3 %  77,6 à 89,1           ──●──  ! 1
     Nice Étoile                        3  74,0 %  62,5 à 85,5      ────●────   peu
     Rennes Alma                       11  71,5 %  65,5 à 77,5       ──●──      ! 1
     Brest                             14  66,1 %  60,8 à 71,4     ──●──        ! 1
     Lille Europe                      13  58,3 %  52,7 à 63,8   ──●─           ! 1
     Tours                              0       –                               peu
     Agence Lyon 3 Encadrement          6  61,0 %  52,0 à 70,0   ───●───



    ────────────────────────────────────────────────────────────────────────────────
     Toutes les visites : 70,8 % (68,4 à 73,2) · Visites : 53 · Sites : 5 · Score
     cumulé : 70,4 % · Points éliminatoires manqués : 5

    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choisir  ←→ onglets  Entrée voir de près  F filtrer  E exporter
     Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Résultats · Toutes les vis… 59 visites
       Où agir ►Scores  Classement        →
     Site      Visites   Score
    ►Toutes …       53  70,8 %  68,4 à 73,2
     Tou… En…        6  61,0 %  52,0 à 70,0
     Agence …       12  83,3 %  77,6 à 89,1
     Nice Ét…        3  74,0 %  62,5 à 85,5
    ────────────────────────────────────────
     ↑↓ choisir  ←→ onglets
     Entrée voir de près  F1 aide
    ");
}

#[test]
fn results_ranking() {
    let flow = tab(Lang::En, Tab::Ranking);
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Results · All visits                      59 visits · 2 Jan 2026 – 30 Apr 2026
     No filter; F to choose
       Act first  Scores ►Ranking  Beside others  Behaviours  First  Critical     →
    ────────────────────────────────────────────────────────────────────────────────
     Reliability, from 0 to 1: 0.62 (0.20 to 0.88) with 53 visits, 0.13 with a
     single one. To tell sites apart well (0.80), each needs 27 (6 to …) visits.
     Site               Visits  Score                55                          85
    ►1. Agence Lyon 3       12  80.1%  76.1 to 84.1                      ────●────
     2. Rennes Alma         11  71.3%  67.3 to 75.3              ────●────
     2. Brest               14  67.0%  63.0 to 71.0          ────●───
     3. Lille Europe        13  60.4%  56.4 to 64.4   ────●────







    ────────────────────────────────────────────────────────────────────────────────
     1. Agence Lyon 3: 80.1% (76.1 to 84.1) · Rank: 1 · Visits: 12 · Mean score:
     83.3% · Reliability: 0.64

    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choose  ←→ tabs  Enter look closer  F filter  E export  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Results · All visits         59 visits
       Act first  Scores ►Ranking         →
     Site       Visits  Score
    ►1. Agenc…      12  80.1%  76.1 to 84.1
     2. Renne…      11  71.3%  67.3 to 75.3
     2. Brest       14  67.0%  63.0 to 71.0
     3. Lille…      13  60.4%  56.4 to 64.4
    ────────────────────────────────────────
     ↑↓ choose  ←→ tabs  Enter look closer
     F filter  E export  Esc back  F1 help
    ");
}

#[test]
fn results_behaviours() {
    let flow = tab(Lang::Fr, Tab::Behaviours);
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Résultats · Toutes les visites            59 visites · 02/01/2026 – 30/04/2026
     Sans filtre ; F pour choisir
       Où agir  Scores  Classement  Face aux autres ►Comportements  Priorités     →
    ────────────────────────────────────────────────────────────────────────────────
     La part des réponses qui comptent : un oui compte 1, un en partie ½. Les
     réponses sans objet, non vues ou manquantes ne comptent pas ; leur nombre est
     indiqué.
     Comportement                   Réponses     Part                20         100
    ►Prend congé avec le nom du c…        12   50,0 %   26,0 à 70,0   ────●───
     Va vers le client avec le so…        12   79,2 %   55,2 à 99,2        ────●───
     Fait signe au client dès son…        12  100,0 %  76,0 à 100,0           ────●
     Reformule la demande avant d…         0        –






    ────────────────────────────────────────────────────────────────────────────────
     Prend congé avec le nom du client : 50,0 % (26,0 à 70,0) · Réponses : 12 ·
     Oui : 6 · En partie : 0 · Non : 6 · Non comptées : 0
    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choisir  ←→ onglets  Entrée voir de près  F filtrer  E exporter
     Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Résultats · Toutes les vis… 59 visites
     ← Face aux autres ►Comportements     →
     Comp…  Réponses     Part
    ►Pren…        12   50,0 %   26,0 à 70,0
     Va v…        12   79,2 %   55,2 à 99,2
     Fait…        12  100,0 %  76,0 à 100,0
     Refo…         0        –
    ────────────────────────────────────────
     ↑↓ choisir  ←→ onglets
     Entrée voir de près  F1 aide
    ");
}

#[test]
fn results_change() {
    let flow = tab(Lang::En, Tab::Change);
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Results · All visits                      59 visits · 2 Jan 2026 – 30 Apr 2026
     No filter; F to choose
     ← Notes  Outcome  Answers  Distribution ►Change  Last year  Trend            →
    ────────────────────────────────────────────────────────────────────────────────
     Visits since 1 March 2026 compared with those before. A difference is called
     certain only if it stays so among all that are compared.
     Scope                    Visits    Gap                 −30         20
    ►All visits                26/27   +1.2   −3.7 to +6.1         ─●─      chance?
     Brest                     26/27  −12.3  −21.3 to −3.3    ───●──│       certain
     Nice Étoile                26/0      –
     Takes leave with the c…   25/26  −18.0  −29.0 to −7.0  ───●─── │       certain
     Goes towards the custo…   25/26   +5.0  −6.0 to +16.0        ──│●───   chance?






    ────────────────────────────────────────────────────────────────────────────────
     All visits: +1.2 (−3.7 to +6.1) · Sites compared: 0 · Visits before: 26 ·
     Visits since: 27 · Before: 70.0% · Since: 71.2% · Verdict: may be chance

    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choose  ←→ tabs  Enter look closer  F filter  E export  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Results · All visits         59 visits
     ← Distribution ►Change  Last year    →
     Scope     Visits    Gap
    ►All vis…   26/27   +1.2   −3.7 to +6.1
     Brest      26/27  −12.3  −21.3 to −3.3
     Nice Ét…    26/0      –
     Takes l…   25/26  −18.0  −29.0 to −7.0
    ────────────────────────────────────────
     ↑↓ choose  ←→ tabs  Enter look closer
     F filter  E export  Esc back  F1 help
    ");
}

#[test]
fn results_signals() {
    let flow = tab(Lang::Fr, Tab::Signals);
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Résultats · Toutes les visites            59 visites · 02/01/2026 – 30/04/2026
     Sans filtre ; F pour choisir
     ← Il y a un an  Tendance ►Mois inhabituels  Attente  Miroir  Angles morts    →
    ────────────────────────────────────────────────────────────────────────────────
     Mois par mois, comparé aux variations habituelles du site. Un mois à
     l’intérieur ne dit rien à lui seul.
     Site                 Visites  Niveau
    ►Toutes les visites        27  71,5 %  63,4 à 79,6  1 signal
     Nice Étoile                4       –
     80,0 %│·······································································
           │
           │──────────────────────────────────────────────────────────────────────■
           │●                      ●
           │
     62,0 %│·······································································
           └───────────────────────────────────────────────────────────────────────
           2026-01                                                          2026-04
    ────────────────────────────────────────────────────────────────────────────────
     Toutes les visites : 71,5 % · Visites : 27 · Mois : 3 · Variations
     habituelles, de : 63,4 % · Variations habituelles, à : 79,6 % · Signaux : 1 ·
     Attendus par hasard : 0,1 · Nouveau niveau depuis : avril 2026 · Sort de…
    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choisir  ←→ onglets  Entrée voir de près  F filtrer  E exporter
     Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Résultats · Toutes les vis… 59 visites
     ←►Mois inhabituels  Attente  Miroir  →
     Site      Visites  Niveau
    ►Toutes …       27  71,5 %  63,4 à 79,6
     Nice Ét…        4       –


    ────────────────────────────────────────
     ↑↓ choisir  ←→ onglets
     Entrée voir de près  F1 aide
    ");
}

#[test]
fn results_waiting() {
    let flow = tab(Lang::En, Tab::Waiting);
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Results · All visits                      59 visits · 2 Jan 2026 – 30 Apr 2026
     No filter; F to choose
     ← Unusual months ►Waiting  Mirror  Blind spots  Coming back  Visited  Trust
    ────────────────────────────────────────────────────────────────────────────────
     Visits in which nobody ever came count as waits that were still going on.
     Scope                                      Times  Median
    ►Agence Lyon 3 · Wait before the greeting      12  24.0 s  15.0 s to …  58.0%
     Lille Europe · Wait before the greeting       13       –               23.0%
     100.0%│■■■■■■■■                           │
           │░░░░░░░■■■■■■■■■■■■■■■             │
           │░░░░░░░░░░░░░░░░░░░░░■■■■■■■■      │
           │░░░░░░░░░░░░░░░░░░░░░░░░░░░░■■■■■■■│■■■■■■■
      50.0%│░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░│░░░░░░■■■■■■■■■■■■■■■
           │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░│░░░░░░░░░░░░░░░░░░░░■■■■■■■■
           │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░│░░░░░░░░░░░░░░░░░░░░░░░░░░░■■■■■■■■
       0.0%│░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░│░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
           └───────────────────────────────────────────────────────────────────────
           0                           promised: 30.0 s                      60.0 s
    ────────────────────────────────────────────────────────────────────────────────
     Agence Lyon 3 · Wait before the greeting: 24.0 s (15.0 s to …) · Times: 12 ·
     Never: 1 · Not counted: 0 · Promised: 30.0 s · Within the promise: 58.0% (31.0
     to 79.0)
    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choose  ←→ tabs  Enter look closer  F filter  E export  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Results · All visits         59 visits
     ← Trend  Unusual months ►Waiting     →
     Scope       Times  Median
    ►Agence Ly…     12  24.0 s  15.0 s to …
     Lille Eur…     13       –


    ────────────────────────────────────────
     ↑↓ choose  ←→ tabs  Enter look closer
     F filter  E export  Esc back  F1 help
    ");
}

#[test]
fn results_mirror() {
    let flow = tab(Lang::Fr, Tab::Mirror);
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Résultats · Toutes les visites            59 visites · 02/01/2026 – 30/04/2026
     Sans filtre ; F pour choisir
     ← Il y a un an  Tendance  Mois inhabituels  Attente ►Miroir  Angles morts    →
    ────────────────────────────────────────────────────────────────────────────────
     Les mêmes comportements, vus dans les trois relations. Un écart est ce que
     reçoivent les clients moins ce que reçoivent les collègues.
     Périmètre                Visites  Écart                Clie… Enca… Serv…
    ►Écoute                    12/0/0      –                 81,0     –     –
     Agence Lyon 3 · Écoute    12/6/5  +15,0  +4,0 à +26,0   81,0  66,0  71,0    1.








    ────────────────────────────────────────────────────────────────────────────────
     Écoute : pas de chiffre : rien à comparer · Clients : 81,0 % · n, clients : 12
     · n, encadrement : 0 · n, services : 0

    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choisir  ←→ onglets  Entrée voir de près  F filtrer  E exporter
     Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Résultats · Toutes les vis… 59 visites
     ← Mois inhabituels  Attente ►Miroir  →
     Périmèt…  Visites  Écart
    ►Écoute     12/0/0      –
     Agence …   12/6/5  +15,0  +4,0 à +26,0


    ────────────────────────────────────────
     ↑↓ choisir  ←→ onglets
     Entrée voir de près  F1 aide
    ");
}

#[test]
fn results_blind_spots() {
    let flow = tab(Lang::En, Tab::BlindSpots);
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Results · All visits                      59 visits · 2 Jan 2026 – 30 Apr 2026
     No filter; F to choose
     ← Unusual months  Waiting  Mirror ►Blind spots  Coming back  Visited  Trust
    ────────────────────────────────────────────────────────────────────────────────
     The share in self-audits minus the share in mystery visits. A blind spot is
     what managers see more often than mystery shoppers do.
     Behaviour           Answers    Gap                  0           50
    ►Goes towards the …     9/43  +36.4  +12.0 to +49.0  │  ──────●────  blind spot










    ────────────────────────────────────────────────────────────────────────────────
     Goes towards the customer with a smile: +36.4 (+12.0 to +49.0) · Sites
     compared: 5 · Answers, self-audit: 9 · Answers, mystery visit: 43 ·
     Self-audit: 94.4% · Mystery visit: 58.0% · Verdict: blind spot
    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choose  ←→ tabs  Enter look closer  F filter  E export  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Results · All visits         59 visits
     ← Mirror ►Blind spots  Coming back   →
     Behav…  Answers    Gap
    ►Goes …     9/43  +36.4  +12.0 to +49.0



    ────────────────────────────────────────
     ↑↓ choose  ←→ tabs  Enter look closer
     F filter  E export  Esc back  F1 help
    ");
}

#[test]
fn results_drivers() {
    let flow = tab(Lang::Fr, Tab::Drivers);
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Résultats · Toutes les visites            59 visites · 02/01/2026 – 30/04/2026
     Sans filtre ; F pour choisir
     ←►Envie de revenir  Sites visités  Confiance
    ────────────────────────────────────────────────────────────────────────────────
     L’envie de revenir dans les visites avec un comportement, moins celle des
     visites sans. Les deux vont de pair ; cela ne dit pas que l’un cause l’autre.
     Comportement              Visites  Écart               0            5
    ►Va vers le client avec …    30/11   +2,7  +1,1 à +4,2  │  ─────●────   certain









    ────────────────────────────────────────────────────────────────────────────────
     Va vers le client avec le sourire : +2,7 (+1,1 à +4,2) · Réponse : oui ·
     Visites avec : 30 · Visites sans : 11 · Visites en partie : 2 · Envie de
     revenir, avec : 7,9 · Envie de revenir, sans : 5,2 · p (ajusté) : 0,004…
    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choisir  ←→ onglets  Entrée voir de près  F filtrer  E exporter
     Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Résultats · Toutes les vis… 59 visites
     ← Angles morts ►Envie de revenir     →
     Comporte…  Visites  Écart
    ►Va vers …    30/11   +2,7  +1,1 à +4,2



    ────────────────────────────────────────
     ↑↓ choisir  ←→ onglets
     Entrée voir de près  F1 aide
    ");
}

#[test]
fn results_trust() {
    let flow = tab(Lang::En, Tab::Trust);
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Results · All visits                      59 visits · 2 Jan 2026 – 30 Apr 2026
     No filter; F to choose
     ← Unusual months  Waiting  Mirror  Blind spots  Coming back  Visited ►Trust
    ────────────────────────────────────────────────────────────────────────────────
     What could make an observer’s visits less reliable. Nothing is left out
     because of it. Unusable files and lines: 2 (2026/02/cut.json, all.ndjson:17).
     Observer        Visits  Leniency
    ►o12                 31      +4.5  −0.5 to +9.5  ! 6
     o7                   1         –
     Agence Lyon 3       12        12                cannot be told ap…
     Rennes Alma         11         6







    ────────────────────────────────────────────────────────────────────────────────
     o12: +4.5 (−0.5 to +9.5) · Visits: 31 · Answers: 690 · Late answers: 42 ·
     Share of late answers: 6.1% · Median recording delay: 95.0 s · Identical
     answers: 2 · Too fast: 1 · Clock changed: 0 · Without seal: 3
    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choose  ←→ tabs  Enter look closer  F filter  E export  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Results · All visits         59 visits
     ← Visited ►Trust
     Obser…  Visits  Leniency
    ►o12         31      +4.5  −0.5 to +9.5
     o7           1         –
     Agenc…      12        12
     Renne…      11         6
    ────────────────────────────────────────
     ↑↓ choose  ←→ tabs  Enter look closer
     F filter  E export  Esc back  F1 help
    ");
}

#[test]
fn form_that_narrows_results() {
    let flow = home(Lang::Fr, "r f Down Down Down Down Down Right a");
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Résultats · Toutes les visites
     Sans filtre ; F pour choisir                                          lecture…
    ────────────────────────────────────────────────────────────────────────────────
       Depuis le
       Jusqu’au
       Relation       sans filtre
       Type de visite sans filtre
       Groupe         sans filtre
     ► Site           sans filtre  « a » : 0
       Observateur    sans filtre
       Grille         sans filtre









     ← → pour choisir ; quelques lettres réduisent le choix. Entrée applique le
     filtre.
    ────────────────────────────────────────────────────────────────────────────────
     Entrée garder  ↑↓ choisir  ←→ changer  Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Résultats · Toutes les visit… lecture…
       Type de visite sans filtre
       Groupe         sans filtre
     ► Site           sans filtre  « a » :…█
       Observateur    sans filtre          █
     ← → pour choisir ; quelques lettres
     réduisent le choix. Entrée applique…
    ────────────────────────────────────────
     Entrée garder  ↑↓ choisir  ←→ changer
     Échap retour  F1 aide
    ");
}

#[test]
fn formats_of_an_export() {
    let flow = exporting();
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Results · All visits                      59 visits · 2 Jan 2026 – 30 Apr 2026
     No filter; F to choose
      ►Act first  Scores  Ranking  Beside others  Behaviours  First  Critical     →
    ────────────────────────────────────────────────────────────────────────────────
     ► Towards customers — The best site is Agence Lyon 3: 80.1% (76.1% to 84.1%),
       12 visits. Most of its visits are by o12, who rates unlike the others.
     · Towards customers — Shown less often than before for certain: Takes leave
       with the customer’s name, −18.0 points (−29.0 to −7.0), 51 answers. 2 sites
       visited in one period only are left out.
     · Towards customers — A critical item was missed in 3 of 52 visits: Wait
       before the greeting (Agence Lyon 3, Brest).
     · Towards customers — To work on first: Puts the request into other words
       before acting. Always shown, it would add 5.3 points to the score (50
       answers).
     · Towards customers — Score: 70.8% (68.4% to 73.2%), 53 visits.




     Visits counted: 59 · Of these, corrected after their end: 3 · Visits excluded
     by the filter: 120 · Unusable files and lines: 2 · Copies of a visit, not
      Export what is shown: which format?
    ────────────────────────────────────────────────────────────────────────────────
     H web page  X Excel workbook  C CSV table  T text  J JSON  Esc back  F1 help
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Results · All visits         59 visits
      ►Act first  Scores  Ranking         →
     ► Towards customers — The best site is█
       Agence Lyon 3: 80.1% (76.1% to
       84.1%), 12 visits. Most of its
       visits are by o12, who rates unlike
      Export what is shown: which format?
    ────────────────────────────────────────
     H web page  X Excel workbook
     C CSV table  T text  J JSON  F1 help
    ");
}

#[test]
fn visits_behind_a_figure() {
    let flow = results::at_visits(Lang::Fr);
    insta::assert_snapshot!(flow.screen(80, 24), @"
     Résultats · Agence Lyon 3 · Prend congé avec le nom du client        2 visites
     Sans filtre ; F pour choisir
    ────────────────────────────────────────────────────────────────────────────────
     ►  02/03/2026 11:00  ✗ non            o12           [31m=1+1
        01/03/2026 10:00  ✓ oui            o12           Visite mystère

















    ────────────────────────────────────────────────────────────────────────────────
     ↑↓ choisir  Entrée voir de près  Échap retour  F1 aide
    ");
    insta::assert_snapshot!(flow.screen(40, 10), @"
     Résultats · Agence Lyon 3 ·… 2 visites
     ►  02/03/2026 11:00  ✗ non        o12
        01/03/2026 10:00  ✓ oui        o12




    ────────────────────────────────────────
     ↑↓ choisir  Entrée voir de près
     Échap retour  F1 aide
    ");
}
