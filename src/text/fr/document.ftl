# Une visite : page, classeur ou texte.

document-facts = La visite
document-debrief = Bilan de la visite
document-score = Score
document-remark = Remarque
document-day = Date
document-times = Heure
document-from-to = de { $from } à { $to }
document-zone = Fuseau horaire
document-zone-offset = { $zone } (UTC{ $offset })
document-duration = Durée
document-with-pauses = { $duration }, dont { $paused } de pause
document-late = Saisies tardives
document-clock = Horloge
document-id = Identifiant de la visite
document-seal = Sceau
document-seal-holds = contrôlé : le fichier n’a pas changé depuis la fin de la visite
document-seal-corrected = contrôlé : le fichier n’a pas changé depuis la dernière correction
document-seal-void = contrôlé : le fichier n’a pas changé depuis que la visite a été déclarée nulle
document-open = Cette visite est encore en cours.
document-abandoned = Cette visite a été abandonnée.
document-time = Heure
document-points = Points
document-points-of = { $points } sur { $possible }
document-fails = éliminatoire
document-note-missing = Une note est demandée ici et elle manque.
document-late-entry = noté à { $at }, { $duration } après
document-notes = Notes sur la visite
document-marks = Repères
document-mark = Repère
document-mark-loose = lié à aucun point
document-pauses = Pauses
document-seq = N°
document-event = Événement
document-percent = Score, %
document-possible = Points possibles
document-note = Note
document-observed = Vu à
document-recorded = Noté à
document-late-by = Retard
document-counts = Ce qui compte
document-sheet-scores = Scores
document-sheet-answers = Réponses
cli-arg-show-format = text (par défaut), html, xlsx ou json
document-file = visite
document-corrections = Corrections
document-correction = Correction
document-changes = Changements

# Une visite passée se transmet.
app-session-file = Fichier : { $path }
app-key-export-visit = exporter
app-key-copy-path = copier le chemin
app-key-open-folder = dossier
app-help-export-visit = Enregistrer la visite : page, classeur ou texte, ou copier son fichier
app-help-copy-path = Copier le chemin du fichier de la visite
app-help-open-folder = Ouvrir le dossier du fichier de la visite
app-notice-path-copied = Copié (certains terminaux ne le permettent pas) : { $path }
app-notice-no-file = Cette visite n’a pas encore de fichier : terminez-la d’abord.
app-notice-no-desktop = Aucun gestionnaire de fichiers ne s’est ouvert ici. Le dossier est { $path }
export-what = Enregistrer la visite sous forme de…
export-page = Page, à lire et à imprimer
export-workbook = Classeur Excel
export-text = Fichier texte
export-copy = Copie du fichier de la visite, pour le bureau
export-where = L’enregistrer où ?
export-reports = Dans le dossier des rapports
export-other = Un autre dossier…
export-folder = Chemin du dossier :

# Ce que les observateurs ont écrit.
page-verbatims = Qu’ont écrit les observateurs ?
page-verbatims-lead = Les cinq dernières notes sur chaque comportement, pour chaque site ou autre critère du rapport, avec la visite dont elles viennent. La formation ne compte jamais.
page-verbatims-caption = Notes des observateurs
page-verbatim = Note
page-verbatim-visit = Visite
page-verbatim-count = Notes en tout
page-verbatim-whole = Toute la visite
sheet-verbatims = Notes
results-tab-verbatims = Notes
results-none-verbatims = Aucune note

# A visit whose site or observer was renamed or merged after it.
document-recorded-as = { $name }, enregistré comme { $recorded }
app-session-corrections = { $count } corrections ({ $key }). { $last }
# Les parts du score.
score-share = { $share } du score
score-shares-how = Chaque rubrique compte selon sa part. La part d’une rubrique où rien ne compte revient aux autres, en proportion.
page-note-shares = { $checklist } : chaque rubrique compte selon sa part : { $shares }. La part d’une rubrique où rien ne compte revient aux autres, en proportion.
