# Les écrans.

app-title = Esprit de service
app-too-small = Agrandissez la fenêtre ; la visite continue, mais les touches sont sans effet d’ici là.
app-too-small-idle = Agrandissez la fenêtre.
app-colon = {"\u00a0"}: { "" }

# Noms des touches
app-name-space = Espace
app-name-enter = Entrée
app-name-esc = Échap
app-name-tab = Tab
app-name-back-tab = Maj+Tab
app-name-backspace = Retour arrière
app-name-delete = Suppr
app-name-home = Début
app-name-end = Fin
app-name-page-up = Page haut
app-name-page-down = Page bas

# En bas de l’écran, un ou deux mots
app-key-yes = oui
app-key-no = non
app-key-partly = en partie
app-key-not-applicable = sans objet
app-key-not-observed = non vu
app-key-answer = répondre
app-key-scroll = défiler
app-key-go-on = suite
app-key-start = commencer
app-key-take = choisir
app-key-from-list = prendre dans la liste
app-key-seconds = saisir
app-key-place = lier
app-key-timer = chrono
app-key-count = compter
app-key-note = note
app-key-mark = repère
app-key-place-mark = lier un repère
app-key-ago = il y a…
app-key-undo = annuler
app-key-redo = rétablir
app-key-clear = effacer
app-key-pause = pause
app-key-hide = masquer
app-key-hide-here = masquer
app-key-finish = fin
app-key-up = monter
app-key-up-down = choisir
app-key-left-right = changer
app-key-continue = reprendre
app-key-down = descendre
app-key-next-section = rubrique suivante
app-key-previous-section = rubrique précédente
app-key-page-up = page haut
app-key-page-down = page bas
app-key-first = premier
app-key-last = dernier
app-key-leave = quitter l’écran
app-key-lower = moins
app-key-higher = plus
app-key-toggle = cocher
app-key-choose = répondre
app-key-back = retour
app-key-keep = garder
app-key-new-line = nouvelle ligne
app-key-take-in = ajouter
app-key-show-again = revenir à la visite
app-key-go-to = y aller
app-key-finish-now = terminer la visite
app-key-open = ouvrir
app-key-end-of-visit = accueil
app-key-to-home = accueil
app-key-write-page = écrire la page
app-key-another-visit = nouvelle visite
app-key-look-at = consulter
app-key-look = consulter
app-key-discard = abandonner
app-key-quit = quitter
app-key-script = la scène
app-key-compare = le corrigé
app-key-explain = score en détail
app-key-answers = réponses
app-key-timeline = déroulé
app-key-correct = corriger
app-key-declare-void = déclarer nulle
app-key-replay = rejouer
app-key-play = lire, arrêter
app-key-faster = plus vite
app-key-slower = moins vite
app-key-previous-event = événement précédent
app-key-next-event = événement suivant
app-key-to-item = aller à un point
app-key-order = ordre
app-key-replay-start = au début
app-key-replay-end = à la fin
app-key-replay-leave = quitter
app-key-speed = vitesse
app-key-steps = pas à pas
app-key-results = résultats
app-key-previous-tab = onglet précédent
app-key-next-tab = onglet suivant
app-key-deeper = voir de près
app-key-filter = filtrer
app-key-no-filter = effacer le filtre
app-key-export = exporter
app-key-higher-up = retour
app-key-html = page web
app-key-xlsx = classeur Excel
app-key-csv = tableau CSV
app-key-txt = texte
app-key-json = JSON
app-key-tabs = onglets
app-key-accept = oui
app-key-refuse = non
app-key-help = aide
app-key-reveal = montrer les noms
app-key-previous-item = précédent
app-key-next-item = suivant
app-key-reference = référence
app-key-ruling = décision
app-key-guide = critères
app-key-overview = ensemble
app-key-blank = écran vide
app-key-live = visite en direct

# À l’écran d’aide, une phrase
app-help-yes = Répondre oui
app-help-no = Répondre non ; sur un chrono : jamais
app-help-partly = Répondre en partie
app-help-not-applicable = Sans objet : l’occasion ne s’est pas présentée
app-help-not-observed = Non vu : vous n’avez pas pu l’observer
app-help-answer = Ouvrir les réponses possibles, ou la saisie
app-help-timer = Lancer ou arrêter le chrono
app-help-count = Ajouter 1 au comptage
app-help-note = Écrire une note sur ce point
app-help-mark = Poser un repère : l’heure seule
app-help-place-mark = Lier un repère à ce point
app-help-ago = Le prochain fait noté date d’avant
app-help-undo = Annuler, jusqu’au début de la visite
app-help-redo = Rétablir ce qui a été annulé
app-help-clear = Effacer la réponse
app-help-pause = Mettre en pause, ou reprendre
app-help-hide = Masquer : une page de notes ordinaire
app-help-hide-here = Masquer, depuis n’importe quel écran ; la même touche ramène
app-help-finish = Relire et terminer la visite
app-help-up = Monter
app-help-down = Descendre
app-help-next-section = Rubrique suivante
app-help-previous-section = Rubrique précédente
app-help-page-up = Monter d’une page
app-help-page-down = Descendre d’une page
app-help-first = Aller au premier
app-help-last = Aller au dernier
app-help-leave = Revenir à l’accueil ; la visite reste ouverte
app-help-lower = À gauche, ou la valeur précédente
app-help-higher = À droite, ou la valeur suivante
app-help-toggle = Cocher ou décocher
app-help-choose = Garder ce choix
app-help-back = Revenir
app-help-keep = Garder ce qui est écrit
app-help-new-line = Passer à la ligne
app-help-take-in = Ajouter ce qui est tapé aux notes de la visite ; si rien n’est tapé, poser un repère. La page n’en montre rien
app-help-show-again = Revenir à la visite ; ce qui est tapé reste sur la page
app-help-go-to = Aller à ce point, puis revenir
app-help-finish-now = Terminer : la fiche de visite est scellée
app-help-open = Ouvrir
app-help-end-of-visit = Revenir à l’accueil ; après un exercice, comparer au corrigé
app-help-to-home = Revenir à l’accueil
app-help-write-page = Écrire la visite en une page, à lire et à imprimer
app-help-another-visit = Commencer une autre visite
app-help-look-at = Consulter la visite terminée
app-help-look = Consulter sans reprendre
app-help-discard = Abandonner une visite interrompue
app-help-quit = Quitter ; pendant une visite, deux fois
app-help-script = Relire la scène depuis sa première ligne ; Échap revient
app-help-compare = Comparer un exercice à son corrigé
app-help-explain = Le score, ligne par ligne
app-help-answers = Les réponses
app-help-timeline = Le déroulé
app-help-correct = Corriger la visite : qui et pourquoi, puis son propre écran
app-help-declare-void = Déclarer la visite nulle : qui et pourquoi
app-help-replay = Rejouer la visite en temps réel
app-help-play = Lire ou arrêter
app-help-faster = Plus vite
app-help-slower = Moins vite
app-help-previous-event = Événement précédent
app-help-next-event = Événement suivant
app-help-to-item = Choisir un point et aller à sa première saisie
app-help-order = Dans l’ordre de la saisie, ou dans l’ordre des faits
app-help-replay-start = Revenir au début
app-help-replay-end = Aller à la fin
app-help-replay-leave = Revenir aux réponses de la visite
app-help-results = Ouvrir les résultats
app-help-previous-tab = Onglet précédent
app-help-next-tab = Onglet suivant
app-help-deeper = Voir de près : le site, le comportement, les visites, la visite
app-help-filter = Filtrer : jours, site, observateur…
app-help-no-filter = Effacer le filtre
app-help-export = Enregistrer dans un fichier ce qui est affiché
app-help-higher-up = Remonter d’un niveau
app-help-html = Une page web, à lire et à imprimer
app-help-xlsx = Un classeur, une feuille par question
app-help-csv = Un tableau CSV, une ligne par chiffre
app-help-txt = Un fichier texte
app-help-json = Tous les chiffres, pour les programmes
app-help-accept = Oui
app-help-refuse = Non
app-help-help = Toutes les touches
app-help-reveal = Montrer la référence, puis les noms ; puis recommencer
app-help-previous-item = Point précédent
app-help-next-item = Point suivant
app-help-reference = Choisir à quoi les réponses sont comparées
app-help-ruling = Écrire ce que la classe décide
app-help-guide = Montrer ou cacher les critères de chaque réponse
app-help-overview = Tous les points, et retour à un seul
app-help-blank = Un écran vide ; une touche ramène
app-help-live = Une visite de formation devant la classe

app-context-visit = Pendant la visite
app-context-practice = Pendant un exercice sur scénario
app-context-choosing = Quand on choisit une réponse
app-context-typing = Quand on écrit
app-context-page = Sur la page de notes
app-context-review = À la relecture
app-context-finished = À la fin d’une visite
app-context-list = Dans les listes
app-context-home = À l’accueil
app-context-session = Sur une visite passée
app-context-replay = Sur une visite rejouée
app-context-results = Sur les résultats
app-context-exporting = Quand on exporte
app-context-confirm = Quand une confirmation est demandée
app-context-anywhere = Partout
app-context-class = Avec une classe
app-context-present = Devant une classe

# La visite
app-saved = enregistré
app-saving = enregistrement
app-unsaved = non enregistré
app-not-saved = Non enregistré : vos réponses restent en mémoire ; nouvel essai chaque seconde.
app-pending-ago = Prochaine réponse : vue il y a { $ago }. { $key }, puis 0, pour annuler.
app-paused = EN PAUSE
app-timer = chrono
app-flag-note = n
app-note = Note
app-note-for = Note : { $item }
app-history = Ce qui a été noté
app-guide-how = à savoir
app-guide-self-audit = à savoir en auto-évaluation
app-guide-ruling = décision
app-marks = Quel repère lier à ce point ?
app-place-mark = Repère { $mark } : choisissez le point, puis Entrée.
app-entry-ago = Vu quand ? Par exemple il y a 20 s, 4 min, ou à 10:02
app-entry-pause = La visite est en pause. Pourquoi ? (facultatif)
app-entry-text = Votre réponse
app-entry-count = Combien en tout ?
app-entry-seconds = Combien de temps ? Par exemple 90, 1:30 ou 2,5 min
app-entry-number = Nombre

app-coach-behaviour = Exercice : avez-vous vu ce geste ? { $yes } pour oui, { $no } pour non, { $partly } pour en partie.
app-coach-note = Exercice : essayez { $no } pour non, puis { $note } pour dire pourquoi : une note est obligatoire.
app-coach-timer = Exercice : le chrono tourne depuis le début ; { $timer } l’arrête au premier mot.
app-coach-count = Exercice : { $count } ajoute 1 à chaque fois ; { $undo } annule.
app-coach-scale = Exercice : tapez un chiffre, ou Entrée puis les flèches. Ensuite { $finish } pour terminer.
app-coach-entry = Exercice : Entrée, puis écrivez.

app-notice-leaving = Une visite est en cours ; elle reste ici, à reprendre. Appuyez encore pour quitter.
app-notice-leaving-unsaved = Les dernières réponses ne sont pas enregistrées et seraient perdues. Appuyez encore pour quitter quand même.
app-notice-marked = Repère posé.
app-long-answer = Réponse : { $answer }
app-notice-undone = Annulé : { $what }
app-notice-redone = Rétabli : { $what }
app-notice-kept = Un journal illisible a été déplacé, complet, dans { $path }
app-notice-no-mark = Aucun repère à lier. { $key } en pose un.
app-notice-no-timer = Aucun chrono ici.
app-notice-no-tally = Ce point ne se compte pas.
app-notice-choose-one = Cochez au moins une réponse avec Espace.
app-notice-ago-form = Écrivez un temps, par exemple 20 s, 4 min ou 10:02.
app-notice-number-form = Écrivez un nombre valable, par exemple 3 ou 2,5.
app-notice-count-form = Écrivez un nombre entier, par exemple 3.
app-notice-note-needed = Une note est obligatoire : { $key } pour l’écrire.
app-notice-list-end = Fin de la liste ; des points plus haut sont sans réponse. { $key } les montre.
app-notice-last-item = C’était le dernier point. { $key } pour relire et terminer.
app-notice-something-left = Des points sont incomplets. Encore { $key } pour terminer quand même.
app-notice-unsaved-first = La visite en cours n’est pas encore enregistrée ; patientez.
app-notice-no-checklist = Aucune grille utilisable.
app-notice-no-site = Indiquez le site : un nom qui contient une lettre ou un chiffre.
app-notice-no-observer = Indiquez l’observateur : un nom qui contient une lettre ou un chiffre.
app-notice-not-yet-saved = Un instant : la fiche de visite est en cours d’enregistrement.
app-notice-press-letter = Tapez la nouvelle lettre, ou Échap.
app-notice-letter-taken = Cette lettre sert déjà : { $name }.
app-notice-not-a-letter = Seule une lettre convient ici.
app-notice-cut = La dernière ligne du journal était incomplète et a été retirée ; tout ce qui la précède est là.
app-notice-timer-ran-on = Le programme a été fermé pendant au plus { $time } et le chrono a continué : { $names }. S’il devait s’arrêter, tapez sa durée en secondes.
app-notice-timer-unknown = L’heure de l’ordinateur a reculé pendant que le programme était fermé. La durée du chrono est inconnue ; tapez-la en secondes : { $names }.
app-notice-salvaged = Le journal abîmé est gardé dans { $path } ; tout ce qui précède le dommage a été récupéré.
app-notice-abandoned = Visite abandonnée ; sa fiche est gardée : { $path }
app-notice-finished = Cette visite était terminée ; sa fiche est enregistrée : { $path }

# Accueil
app-home-continue = Revenir à la visite : { $site }
app-home-resume = Reprendre : { $site }, interrompue { $at }, { $answers ->
    [0] aucune réponse
    [one] { $answers } réponse
   *[other] { $answers } réponses
  }
app-home-busy = Ouverte dans une autre fenêtre : { $site }, { $answers ->
    [0] aucune réponse
    [one] { $answers } réponse
   *[other] { $answers } réponses
  }, { $at }
app-home-broken = Visite à réparer : { $reason }
app-home-practice = S’exercer : une visite guidée de deux minutes
app-practice-site = Boulangerie (exercice)
app-home-new = Nouvelle visite
app-home-past = Visites passées
app-home-past-none = Visites passées (aucune encore)
app-home-results = Résultats
app-home-checklists = Grilles d’observation
app-home-training = Formation
app-home-settings = Réglages
app-home-help = Aide : toutes les touches
app-home-quit = Quitter
app-ask-discard = Abandonner cette visite ? Elle ne pourra plus être reprise ; ce qui a été noté est gardé dans sa fiche. O oui, N non.
app-ask-salvage = Le journal de cette visite est abîmé. Récupérer tout ce qui précède le dommage ? L’original est gardé. O oui, N non.

# Avant la visite
app-before = Avant la visite
app-before-checklist = Grille
app-before-kind = Type
app-before-last-kind = { $kind } · comme plus tôt aujourd’hui sur ce site
app-before-site = Site
app-before-observer = Observateur
app-before-remark = Remarque
app-before-start = Commencer la visite
app-before-site-hint = nom du site, connu ou nouveau
app-before-known-site = site connu
app-before-new-site = créer ce nouveau site
app-before-observer-hint = votre nom ou votre numéro
app-before-remark-hint = facultatif : canal, horaire, consigne
app-items = { $count ->
    [one] { $count } point
   *[other] { $count } points
  }

# Relecture
app-review = Relecture avant de terminer
app-review-unanswered = Sans réponse : { $count }
app-review-unanswered-none = Sans réponse : aucun point
app-review-notes = Notes obligatoires manquantes : { $count }
app-review-notes-none = Notes obligatoires manquantes : aucune
app-review-marks = Repères à lier : { $count }
app-review-marks-none = Repères à lier : aucun
app-review-late = { $count ->
    [one] { $count } réponse tardive
   *[other] { $count } réponses tardives
  }
app-review-page = Sur la page de notes, hors de la visite
app-review-facts = La visite
app-review-note = Note
app-review-written = Notes écrites : { $count }
app-edit-fact = Modifier avant de sceller
app-key-change = modifier
app-review-shifts = { $count ->
    [one] L’heure de l’ordinateur a changé { $count } fois
   *[other] L’heure de l’ordinateur a changé { $count } fois
  }
app-review-score = Score : { $percent }
app-review-meaning = Terminer scelle la fiche ; tout changement sera ensuite une correction.

# Fin
app-finished = Visite terminée
app-finished-abandoned = Visite abandonnée
app-finished-saved = La fiche de visite est enregistrée :
app-finished-saving = Enregistrement de la fiche de visite…

# Visites passées
app-past = Visites passées
app-past-count = { $shown } sur { $all }
app-past-filter = Chercher :
app-past-empty = Aucune visite encore. Échap, puis « Nouvelle visite » pour commencer.
app-past-no-match = Rien ne correspond. Échap efface la recherche.
app-session-facts = { $percent } ({ $points } sur { $possible }) · { $duration } · { $observer }
app-session-facts-shares = { $percent } · { $duration } · { $observer }
app-session-facts-open = { $duration } · { $observer }
app-session-remark = Remarque : { $text }
app-session-page = Notes : { $text }
app-session-failed = Point éliminatoire manqué : { $items }
app-score-weight = poids { $weight }
app-score-bonus = bonus
app-score-unscored = hors score
app-score-aside = non compté
app-score-critical = éliminatoire
app-item-conditional = selon le cas

# Grilles
app-checklists = Grilles d’observation
app-checklists-hint = Modifier une grille fournie en fait votre propre copie. Un tableur de questions s’importe.
app-checklists-bundled = fournie
app-checklists-own = la vôtre
app-fault-place = Ligne { $line }, colonne { $column } :

# Réglages
app-settings = Réglages
app-settings-language = Langue
app-settings-theme = Couleurs
app-settings-glyphs = Symboles
app-settings-score = Score visible à la relecture
app-settings-target = Score à atteindre
app-target-none = aucun
app-settings-mouse = Souris
app-settings-observer = Observateur
app-settings-cover-text = Texte de la page de notes
app-settings-letters = Lettres de la visite (Entrée pour changer)
app-language-fr = français
app-language-en = anglais
app-theme-default = celles du terminal
app-theme-dark = fond sombre
app-theme-light = fond clair
app-theme-high-contrast = contraste élevé
app-theme-mono = sans couleur
app-glyphs-unicode = complets
app-glyphs-safe = simples
app-on = oui
app-off = non

app-help = Toutes les touches
app-key-reveal-reference = montrer la référence
app-key-reveal-again = recommencer
app-notice-not-an-answer = Réponse impossible ici ; { $key } montre les choix.
app-no-score = Pas encore de score
app-session-no-score = Pas encore de score · { $duration } · { $observer }

# Sites et observateurs.
app-several-sites = Plusieurs sites s’appellent « { $name } ». Indiquez l’identifiant : { $ids }.
app-several-observers = Plusieurs observateurs s’appellent « { $name } ». Indiquez l’identifiant : { $ids }.
app-before-is-new = nouveau site
# Corrections
correction-word = Correction
correction-title = Corriger cette visite
correction-void-title = Déclarer cette visite nulle
correction-by = Qui
correction-reason = Pourquoi
correction-meaning = La visite s’ouvre à nouveau. Ce que vous changez est noté avec votre nom et ce motif ; la terminer écrit une nouvelle fiche à côté de la première, qui reste telle quelle.
correction-void-meaning = Une nouvelle fiche, à côté de la première, dit que la visite ne compte pas, par qui et pourquoi. Les rapports la comptent à part. Elle pourra encore être corrigée.
correction-who-and-why = Indiquez qui corrige la visite, et pourquoi.
correction-begun = Vous corrigez une visite terminée : l’horloge est arrêtée. La terminer écrit une nouvelle fiche ; la première reste.
correction-finished = Correction enregistrée
correction-dropped = La correction est supprimée ; la visite est comme avant.
correction-voided = La visite est déclarée nulle ; sa nouvelle fiche : { $path }
correction-ask-drop = Supprimer cette correction ? La visite reste comme avant. O oui, N non.
correction-home-continue = Revenir à la correction : { $site }
correction-home-resume = Reprendre la correction : { $site }, interrompue { $at }
correction-made = Corrigée par { $by }, { $at } : { $reason }
correction-void = Déclarée nulle par { $by }, { $at } : { $reason }
correction-note = note sur « { $item } »
correction-observed = heure de « { $item } »
correction-nothing = (rien)
correction-change = { $what } : { $before } → { $after }
correction-copies-differ = Les fiches de cette visite diffèrent, si bien qu’aucune ne compte : { $path }. Gardez la bonne et retirez les autres.
status-corrected = corrigée
status-in-conflict = fiches différentes
correction-ask-by = Qui corrige la visite ?
correction-ask-reason = Pourquoi ?
app-context-any-list = Dans toute liste, hors saisie
app-key-filter-list = filtrer
app-help-filter-list = Filtrer la liste par ce qui est saisi, avec ou sans accents

# Les corrections qui ne changent rien, celles d’une visite nulle, celles que l’on supprime.
correction-unchanged = Rien n’a été changé : aucun nouveau fichier n’a été écrit, la visite reste telle quelle
correction-none-under-way = Aucune correction de cette visite n’est en cours : il n’y a rien à supprimer.

# Ctrl+Z, quand un shell a lancé le programme.
app-suspended = esprit attend ; tapez « fg » pour y revenir.
app-notice-back-from-shell = Ctrl+Z vous avait mené au terminal. Pour annuler une réponse, appuyez sur { $key }.
