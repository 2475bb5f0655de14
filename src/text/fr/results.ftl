# L’écran des résultats.

results-title = Résultats
results-file = resultats
results-undefined = pas de chiffre : { $why }
results-named = { $name } : { $value }
results-signals = { $count ->
    [one] { $count } signal
   *[other] { $count } signaux
  }
results-leniency = Indulgence
results-head-score = Score
results-head-gap = Écart
results-few = peu
results-certain = certain
results-noise = hasard ?
results-damaged = Fichiers et lignes inutilisables : { $count } ({ $files }).
results-not-there = non demandé

results-tab-overview = Où agir
results-tab-scores = Scores
results-tab-ranking = Classement
results-tab-behaviours = Comportements
results-tab-change = Évolution
results-tab-signals = Mois inhabituels
results-tab-waiting = Attente
results-tab-mirror = Miroir
results-tab-blind-spots = Angles morts
results-tab-drivers = Envie de revenir
results-tab-trust = Confiance

results-reading = Lecture des visites…
results-reading-begins = lecture…
results-read = { $count ->
    [one] { $n } visite lue
   *[other] { $n } visites lues
  }, { $percent } %
results-none = Aucune visite pour l’instant. { $back }, puis « Nouvelle visite » pour commencer ; les résultats s’affichent ici d’eux-mêmes.
results-none-counts = Aucune visite ne compte pour l’instant : les visites de formation et les visites abandonnées restent à part. { $back }, puis « Nouvelle visite ».
results-none-fit = Aucune visite ne correspond. { $clear } efface le filtre, { $back } pour revenir.
results-none-visits = Aucune visite ici.
results-none-scores = Aucun score : il faut au moins une réponse qui rapporte des points.
results-none-ranking = Pas de classement : il faut au moins deux sites de cinq visites chacun, et qui diffèrent vraiment.
results-none-behaviours = Aucun comportement observé : il faut des réponses oui, en partie ou non.
results-none-change = Rien à comparer : il faut des visites sur au moins deux mois.
results-none-signals = Pas de suivi dans le temps : il faut des visites avec un score sur plusieurs mois.
results-none-waiting = Aucune attente mesurée : il faut une grille avec un chrono, et des visites où il a servi.
results-none-mirror = Pas de miroir : il faut des visites dans au moins deux relations (envers les clients, entre responsables et équipes, entre services), avec des grilles qui nomment les mêmes comportements.
results-none-blind-spots = Pas d’angles morts : il faut des auto-évaluations et des visites mystère avec la même grille.
results-none-drivers = Rien à comparer : il faut une grille qui demande l’envie de revenir, et des visites mystère qui y répondent.
results-none-trust = Aucun observateur pour l’instant : il faut au moins une visite.
results-nothing-to-export = Rien à exporter pour l’instant.
results-no-deeper = Rien de plus détaillé sous cette ligne.
results-not-alone = Cette visite est dans un fichier qui en contient plusieurs ; elle ne s’ouvre pas ici.
results-exporting = Enregistrement du fichier…
results-exported = Fichier enregistré : { $path }
results-export-ask = Exporter ce qui est affiché : quel format ?
results-notice-day = Écrivez un jour, par exemple 1/3/2026, ou laissez vide.

results-filter = Filtre : { $filter }
results-filter-none = Sans filtre ; { $key } pour choisir
results-filter-from = depuis le { $day }
results-filter-to = jusqu’au { $day }
results-form-from = Depuis le
results-form-to = Jusqu’au
results-form-all = sans filtre
results-form-fits = « { $typed } » : { $count }
results-form-day = Un jour, par exemple 1/3/2026 ; vide : sans limite. Entrée applique le filtre.
results-form-value = ← → pour choisir ; quelques lettres réduisent le choix. Entrée applique le filtre.
results-form-few = ← → pour choisir. Entrée applique le filtre.
results-tab-priorities = Priorités
results-tab-critical = Éliminatoires
results-tab-outcomes = Envie de revenir
results-tab-distribution = Répartition
results-none-critical = Aucun point éliminatoire n’a été manqué
results-none-outcomes = Aucune visite ne dit si l’on reviendrait
results-tab-standing = Face aux autres
results-tab-answers = Réponses
results-tab-last-year = Il y a un an
results-tab-trend = Tendance
results-tab-coverage = Sites visités
results-none-answers = Aucune échelle, aucun compteur, aucun choix n’a de réponse
