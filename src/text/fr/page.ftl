# Les mots du rapport web et du classeur.

page-brand = Esprit de service
page-title = Rapport de service
page-days = du { $from } au { $to }
page-skip = Aller au contenu
page-advice = Où agir d’abord
page-no-advice = Rien à conclure pour l’instant.
page-source = Sur quoi cela repose
page-contents = Sommaire
page-unanswered = Ces visites ne permettent pas de répondre à :
page-reading = Comment lire les chiffres

page-source-sessions = Visites comptées
page-source-duplicates = Copies d’une même visite, non recomptées
page-source-abandoned = Visites abandonnées, écartées
page-source-training = Visites d’entraînement, écartées
page-source-filtered = Visites hors de ce qui est demandé
page-source-unsealed = Visites dont la fiche n’a pas de sceau, comptées
page-source-damaged = Fichiers et lignes inutilisables
page-verified = Tous les sceaux ont été contrôlés.
page-not-verified = Les sceaux n’ont pas été contrôlés.
page-filter-only = Seulement : { $conditions }.
page-filter-from = À partir du { $day }.
page-filter-to = Jusqu’au { $day }.
page-more-files = Autres fichiers inutilisables : { $files }.
page-damaged-caption = Fichiers inutilisables
page-file = Fichier
page-reason = Raison
page-note-checklists-apart = Des grilles différentes ne sont jamais mélangées ; chacune a ses chiffres : { $all }.
page-note-checklists-together = Ces grilles demandent la même chose et comptent ensemble : { $all }.
page-note-versions-together = { $checklist } : les versions { $versions } demandent la même chose et comptent ensemble.
page-note-self-audits-apart = { $number } auto-évaluations ne servent qu’à la comparaison avec les visites mystère ; aucun autre chiffre n’en tient compte.
page-note-self-audits-only = Il n’y a pas de visites mystère : tous les chiffres viennent des auto-évaluations.
page-note-texts-changed = { $checklist } : le texte de ces points a changé d’une version à l’autre, le plus récent est affiché : { $items }.
page-note-contents-apart = Mêmes identifiant et version de grille, contenus différents, comptés à part : { $all }.
page-note-sites-in-one-period = { $checklist } : sites visités pendant une seule des deux périodes, non comparés : { $number }.
page-note-two-groups = { $site } est rattaché à plusieurs groupes : { $groups }. Chaque visite compte dans le groupe qu’elle indique.
page-note-one-site = Toutes les visites portent sur un seul site, { $site } : rien à comparer entre sites.

page-site = Site
page-group = Groupe
page-relation = Relation
page-kind = Type de visite
page-observer = Observateur
page-month = Mois
page-week = Semaine
page-weekday = Jour de la semaine
page-hour = Heure
page-checklist = Grille
page-section = Rubrique
page-attitude = Attitude
page-item = Point
page-behaviour = Comportement
page-of = Objet
page-all-visits = Toutes les visites
page-all-sites = Tous les sites
page-no-group = sans groupe
page-attitude-greeting = Accueil
page-attitude-listening = Écoute
page-attitude-efficiency = Efficacité
page-attitude-none = Sans attitude
page-weekday-1 = lundi
page-weekday-2 = mardi
page-weekday-3 = mercredi
page-weekday-4 = jeudi
page-weekday-5 = vendredi
page-weekday-6 = samedi
page-weekday-7 = dimanche
page-hour-of = { $hour } h
page-month-year = { $month } { $year }

page-undefined = données insuffisantes ({ $n })
page-why-zero-denominator = aucune réponse ne compte
page-why-no-variation = tout est pareil
page-why-no-pairs = rien à comparer
page-why-single-category = une seule réponse apparaît
page-why-median-not-reached = plus de la moitié attendaient encore
page-why-single-group = un seul à comparer
page-why-no-events = ce n’est jamais arrivé
page-why-too-few-levels = trop peu de sites ou de visites
page-why-no-object-variance = les écarts entre sites peuvent être dus au hasard
page-why-too-few-points = trop peu de points
page-why-no-observations = aucune observation
page-why-few-visits = moins de cinq visites
page-why-few-sites = moins de cinq sites à comparer
page-why-out-of-range = hors de ce qui se calcule
page-why-other = pas de chiffre

page-interval-head = Intervalle à 95 %
page-interval = { $lower } à { $upper }
page-open-limit = …
page-row-detail = { $interval } (n = { $n })
page-n = n = { $n }
page-n-visits = { $count ->
    [one] { $n } visite
   *[other] { $n } visites
  }
page-n-sites = { $count ->
    [one] { $n } site
   *[other] { $n } sites
  }
page-n-critical = { $count ->
    [one] { $n } visite avec un échec critique
   *[other] { $n } visites avec un échec critique
  }
page-lower = Limite basse
page-upper = Limite haute
page-remark = Remarque
page-verdict = Verdict
page-certain = certain
page-noise = peut-être du bruit
page-few-visits = peu de visites
page-show-table = Tableau : { $caption } ({ $rows } lignes)
page-more-rows = { $rows } autres lignes figurent dans le classeur et dans les fichiers CSV.
page-rows-between = … { $rows } entre les deux : voir le tableau …

page-scores = Où en sommes-nous ?
page-scores-lead = La moyenne, sur les visites, du score de chaque visite, par { $by }. Les échecs critiques figurent à côté, sans jamais s’y mêler.
page-scores-chart = Scores, du meilleur au moins bon : { $checklist }
page-scores-chart-how = Une ligne pour chacun, avec sa moyenne, son intervalle et le nombre de visites ; le trait tireté est la moyenne de toutes les visites. Le tableau qui suit donne les mêmes chiffres.
page-scores-caption = Scores
page-network-mean = toutes les visites { $percent }
page-legend-mean = moyenne et intervalle
page-legend-few = moins de cinq visites
page-legend-shrunk = ramené vers la moyenne de tous
page-visits = Visites
page-sites = Sites
page-score-mean = Score moyen
page-score-pooled = Score cumulé
page-failed-critical = Échecs critiques

page-ranking = Peut-on classer les sites ?
page-ranking-lead = Les sites dont les intervalles se recouvrent partagent un groupe de rang : à l’intérieur, l’ordre ne veut rien dire.
page-ranking-caption = Sites par groupe de rang
page-reliability-now = Fiabilité actuelle : { $now } sur 1, d’après { $visits } visites ; d’une seule visite : { $one }. Pour bien distinguer les sites (0,80), il faut { $needed } visites dans chacun.
page-reliability-never = Fiabilité actuelle : { $now } sur 1, d’après { $visits } visites ; d’une seule visite : { $one }. Aucun nombre de visites ne distinguerait bien ces sites (0,80).
page-no-ranking = Données insuffisantes ({ $visits }) : { $why }.
page-band = Groupe de rang
page-shrunk = Score ramené
page-reliability = Fiabilité

page-behaviours = À quelle fréquence voit-on chaque comportement ?
page-behaviours-lead = La part des réponses qui comptent : un oui compte en entier, un en partie pour moitié. Ce qui était sans objet, non vu ou sans réponse est écarté, et leur nombre est indiqué.
page-behaviours-chart = Comportements, du moins au plus fréquent : { $checklist }
page-behaviours-chart-how = Une barre par comportement, divisée en oui, en partie et non ; le disque en dessous est la part avec son intervalle. Le tableau qui suit donne les mêmes chiffres.
page-behaviours-caption = Parts des comportements
page-weakest-caption = Les moins fréquents à coup sûr : les { $shown } plus basses de { $rows } lignes, selon la limite haute
page-legend-share = part et intervalle
page-answers = Réponses
page-yes = Oui
page-partly = En partie
page-no = Non
page-left-out = Écartées
page-share = Part

page-change = Mieux qu’avant ?
page-change-lead = Les visites depuis le { $since } face à celles d’avant. Une différence n’est dite certaine que si elle le reste parmi toutes celles que l’on compare.
page-score-changes-chart = Évolution du score, en points
page-behaviour-changes-chart = Évolution de chaque comportement, en points
page-difference-how = Une ligne par différence, avec son intervalle autour de zéro ; un disque plein est certain, un anneau peut être du bruit. Le tableau qui suit donne les mêmes chiffres.
page-legend-certain = certain
page-legend-noise = peut-être du bruit
page-score-changes-caption = Évolution des scores
page-behaviour-changes-caption = Évolution des comportements
page-visits-before = Visites avant
page-visits-after = Visites depuis
page-answers-before = Réponses avant
page-answers-after = Réponses depuis
page-before = Avant
page-after = Depuis
page-difference-points = Différence, en points
page-difference = Différence
page-p = p
page-p-adjusted = p ajusté

page-signal-months = Ce mois-ci, signal ou bruit ?
page-signals-lead = Mois par mois, face aux limites que donnent les variations habituelles du site. Un mois à l’intérieur ne dit rien à lui seul.
page-signals-caption = Niveaux et limites
page-signals-drawn = Les graphiques montrent toutes les visites et les sites les plus parlants ; le tableau contient tous les sites.
page-months-caption = Les mois des graphiques
page-months-level = Niveau { $centre }, limites { $lower } à { $upper } (n = { $n }).
page-months-shift = Autre niveau depuis { $month }.
page-months-signals = Sort de l’ordinaire : { $months }.
page-months-noise = Rien que du bruit.
page-legend-month = mois
page-legend-signal = signal
page-legend-centre = niveau
page-legend-limits = limites naturelles
page-legend-shift = autre niveau à partir d’ici
page-months = Mois
page-centre = Niveau
page-lower-natural = Limite naturelle basse
page-upper-natural = Limite naturelle haute
page-range-upper = Limite des écarts
page-signals = Signaux
page-signal = signal
page-shift = Nouveau niveau depuis

page-waiting = Combien de temps avant que quelqu’un vienne ?
page-waiting-lead = Les visites où cela n’est jamais arrivé comptent comme des attentes encore en cours.
page-waiting-how = La part de ceux qui attendent encore après ce temps ; le trait tireté est le délai promis. Le tableau qui suit donne les mêmes chiffres.
page-waiting-caption = Temps d’attente
page-waiting-tests-caption = L’attente diffère-t-elle d’un site à l’autre ?
page-promised-within = promis : { $time }
page-median-of = médiane { $median }
page-times = Mesures
page-never = Jamais
page-median = Médiane
page-promised = Promis
page-within = Dans le délai promis
page-chi-square = Khi-deux
page-freedom = Degrés de liberté

page-mirror = Nous traitons-nous comme nous traitons les clients ?
page-mirror-lead = Les mêmes comportements, vus dans les trois relations. Un écart est ce que reçoivent les clients moins ce que reçoivent les collègues.
page-mirror-chart = Les trois relations côte à côte
page-mirror-how = Une ligne par attitude, une case par relation : plus la couleur est soutenue, plus le score est élevé. Le tableau qui suit donne les mêmes chiffres.
page-mirror-caption = Le miroir, en pour cent
page-mirror-parts-caption = Là où les relations se séparent d’abord
page-mirror-customer = Clients
page-mirror-management = Encadrement
page-mirror-internal = Services
page-n-customer = n, clients
page-n-management = n, encadrement
page-n-internal = n, services
page-gap-management = Clients − encadrement
page-gap-internal = Clients − services
page-parts-company = Ordre des écarts
page-gap-to-management = encadrement { $gap } ({ $interval })
page-gap-to-internal = services { $gap } ({ $interval })

page-blind-spots = Les responsables voient-ils ce que voient les visiteurs mystère ?
page-blind-spots-lead = La part en auto-évaluation moins la part en visite mystère. Ce que les responsables voient plus souvent que les visiteurs mystère est un angle mort.
page-blind-spots-chart = Auto-évaluation moins visite mystère, en points
page-blind-spots-caption = Auto-évaluations et visites mystère
page-answers-self = Réponses, auto-évaluation
page-answers-mystery = Réponses, visite mystère
page-share-self = Auto-évaluation
page-share-mystery = Visite mystère
page-blind-spot = angle mort

page-drivers = Qu’est-ce qui va avec l’envie de revenir ?
page-drivers-lead = Le résultat des visites avec un comportement moins celui des visites sans. C’est une association : elle ne dit pas que l’un cause l’autre.
page-drivers-chart = Résultat avec moins sans
page-drivers-caption = Le résultat avec et sans chaque comportement
page-visits-with = Visites avec
page-visits-without = Visites sans
page-visits-partly = Visites en partie
page-outcome-with = Résultat avec
page-outcome-without = Résultat sans

page-quality = Peut-on se fier à ces chiffres ?
page-quality-lead = Ce qui peut rendre les visites d’un observateur moins sûres. Rien n’est écarté pour autant.
page-quality-caption = Observateurs
page-late = Réponses tardives
page-late-share = Part tardive
page-memory-median = Mémoire, médiane
page-memory-max = Mémoire, maximum
page-straight-lined = Réponses toutes pareilles
page-too-fast = Trop rapides
page-clock-shifted = Heure changée
page-unsealed = Sans sceau
page-leniency = Indulgence, en points

page-term-interval = Intervalle à 95 %
page-term-interval-is = Où se trouve le vrai chiffre, autant que ces visites peuvent le dire. Un intervalle large veut dire : visiter davantage avant d’agir.
page-term-few = Peu de visites
page-term-few-is = En dessous de cinq visites, le score d’un site est donné, mais le site n’est pas classé.
page-term-shrunk = Score ramené
page-term-shrunk-is = Le score rapproché de la moyenne de tous les sites, d’autant plus que les visites sont peu nombreuses : la meilleure estimation de ce que verront les prochaines visites.
page-term-band = Groupe de rang
page-term-band-is = Des sites que ces visites ne permettent pas de distinguer.
page-term-certain = Certain, peut-être du bruit
page-term-certain-is = Quand on compare beaucoup de choses, certaines diffèrent par chance. Sont certaines celles qui restent une fois la chance prise en compte (au plus 5 % de fausses découvertes).
page-term-partly = En partie
page-term-partly-is = Compte pour moitié dans la part, et se voit à part.
page-term-undefined = Données insuffisantes
page-term-undefined-is = Le chiffre n’existe pas pour ces visites ; le nombre entre parenthèses dit combien il y en avait. Il n’est jamais montré comme 0 ou 100 %.
page-method = Intervalles à { $level } %. Tout hasard part de la graine { $seed } : les mêmes visites donnent toujours le même rapport. Chiffres : { $format }.
