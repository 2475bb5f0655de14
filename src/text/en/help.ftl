# The help of the command line: groups and examples.

help-group-visits = Visits
help-group-results = Results
help-group-training = Training
help-group-lists = Checklists and lists
help-group-program = This program
help-heading-examples = Examples:
cli-help = The help of a command
cli-arg-command = The command; without one, all commands
cli-arg-out = Folder to write a page for each command to, as esprit-visit.1

help-examples =
    esprit                                opens the application
    esprit visit customer --site lyon-3   starts a visit
    esprit report -o results.html         writes a report as a web page
    esprit help report                    shows the options of a command
help-examples-visit =
    esprit visit
    esprit visit customer --site lyon-3 --kind self_audit
    esprit visit my-checklist.json --site lyon-3 --observer anna --plain
help-examples-resume =
    esprit resume
    esprit resume 0195c0de
help-examples-sessions =
    esprit sessions
    esprit sessions --json
help-examples-show =
    esprit show 0195c0de
    esprit show visits/2026-03-01T1002_lyon-3.json --json
help-examples-replay =
    esprit replay 0195c0de --speed 4
    esprit replay 0195c0de --order happened --plain
help-examples-verify =
    esprit verify
    esprit verify received/ visit.json
help-examples-report =
    esprit report
    esprit report --by group,site --since 2026-03
    esprit report received/ --where kind=mystery_visit -o results.xlsx
    esprit report --table answers --excel -o answers.csv
help-examples-practise =
    esprit practise kettle
    esprit practise kettle --speed 2 --observer anna
    esprit practise --record
help-examples-scenario =
    esprit scenario list
    esprit scenario new --checklist customer
    esprit scenario new --from 019f4e2a
    esprit scenario check my-scenario.json
help-examples-agreement =
    esprit agreement class/
    esprit agreement --reference kettle class/ -o agreement.html
help-examples-present =
    esprit present customer
help-examples-class =
    esprit class
    esprit class D:\class
help-examples-checklist =
    esprit checklist list
    esprit checklist new
    esprit checklist edit customer
    esprit checklist history customer
    esprit checklist check my-checklist.json
    esprit checklist import questions.xlsx
    esprit checklist export customer customer.xlsx
help-examples-doctor =
    esprit doctor
help-examples-completions =
    esprit completions powershell
help-examples-man =
    esprit man --out pages
help-examples-help =
    esprit help report
    esprit help checklist check
