# L’aide de la ligne de commande : groupes et exemples.

help-group-visits = Visites
help-group-results = Résultats
help-group-training = Formation
help-group-lists = Grilles et listes
help-group-program = Le programme
help-heading-examples = Exemples :
cli-help = L’aide d’une commande
cli-arg-command = La commande ; sans elle, toutes les commandes
cli-arg-out = Dossier où écrire une page par commande, comme esprit-visit.1

help-examples =
    esprit                                ouvre l’application
    esprit visit customer --site lyon-3   commence une visite
    esprit report -o rapport.html         écrit un rapport sous forme de page web
    esprit help report                    montre les options d’une commande
help-examples-visit =
    esprit visit
    esprit visit customer --site lyon-3 --kind self_audit
    esprit visit ma-grille.json --site lyon-3 --observer anna --plain
help-examples-resume =
    esprit resume
    esprit resume 0195c0de
help-examples-sessions =
    esprit sessions
    esprit sessions --json
help-examples-show =
    esprit show 0195c0de
    esprit show visites/2026-03-01T1002_lyon-3.json --json
help-examples-replay =
    esprit replay 0195c0de --speed 4
    esprit replay 0195c0de --order happened --plain
help-examples-verify =
    esprit verify
    esprit verify recues/ visite.json
help-examples-report =
    esprit report
    esprit report --by group,site --since 2026-03
    esprit report recues/ --where kind=mystery_visit -o rapport.xlsx
    esprit report --table answers --excel -o reponses.csv
help-examples-practise =
    esprit practise kettle
    esprit practise kettle --speed 2 --observer anna
    esprit practise --record
help-examples-scenario =
    esprit scenario list
    esprit scenario new --checklist customer
    esprit scenario new --from 019f4e2a
    esprit scenario check mon-scenario.json
help-examples-agreement =
    esprit agreement classe/
    esprit agreement --reference kettle classe/ -o accord.html
help-examples-present =
    esprit present customer
help-examples-class =
    esprit class
    esprit class D:\classe
help-examples-checklist =
    esprit checklist list
    esprit checklist new
    esprit checklist edit customer
    esprit checklist history customer
    esprit checklist check ma-grille.json
    esprit checklist import questions.xlsx
    esprit checklist export customer grille.xlsx
help-examples-doctor =
    esprit doctor
help-examples-completions =
    esprit completions powershell
help-examples-man =
    esprit man --out pages
help-examples-help =
    esprit help report
    esprit help checklist check
