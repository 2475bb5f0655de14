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
page-source-abandoned = Visites abandonnées, non comptées
page-source-training = Visites de formation, non comptées
page-source-filtered = Visites exclues par le filtre
page-source-unsealed = Visites sans sceau, comptées
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
page-note-checklists-together = Ces grilles posent les mêmes questions et comptent ensemble : { $all }.
page-note-versions-together = { $checklist } : les versions { $versions } posent les mêmes questions et comptent ensemble.
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
page-of = Périmètre
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
page-why-no-variation = toutes les valeurs sont égales
page-why-no-pairs = rien à comparer
page-why-single-category = une seule réponse apparaît
page-why-median-not-reached = plus de la moitié attendaient encore
page-why-single-group = rien à quoi comparer
page-why-one-observer = un seul observateur
page-why-no-events = ce n’est jamais arrivé
page-why-too-few-levels = trop peu de sites ou de visites
page-why-no-object-variance = les écarts entre sites peuvent être dus au hasard
page-why-too-few-points = trop peu de valeurs
page-why-no-observations = aucune observation
page-why-out-of-range = non calculable
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
    [one] { $n } visite avec un point éliminatoire manqué
   *[other] { $n } visites avec un point éliminatoire manqué
  }
page-lower = Limite basse
page-upper = Limite haute
page-remark = Remarque
page-verdict = Verdict
page-certain = certain
page-noise = peut-être le hasard
page-few-visits = peu de visites
page-show-table = Tableau : { $caption } ({ $rows } lignes)
page-more-rows = { $rows } autres lignes figurent dans le classeur et dans les fichiers CSV.
page-rows-between = … { $rows } entre les deux : voir le tableau …

page-scores = Où en sommes-nous ?
page-scores-lead = Moyenne des scores des visites, par { $by }. Les points éliminatoires manqués figurent à côté du score et ne le changent pas.
page-scores-chart = Scores, du meilleur au moins bon : { $checklist }
page-scores-chart-how = Une ligne pour chacun, avec sa moyenne, son intervalle et le nombre de visites ; le trait tireté est la moyenne de toutes les visites. Le tableau qui suit donne les mêmes chiffres.
page-scores-caption = Scores
page-network-mean = toutes les visites { $percent }
page-legend-mean = moyenne et intervalle
page-legend-few = moins de cinq visites
page-legend-shrunk = corrigé du faible nombre de visites
page-visits = Visites
page-sites = Sites
page-score-mean = Score moyen
page-score-pooled = Score cumulé
page-failed-critical = Points éliminatoires manqués

page-ranking = Peut-on classer les sites ?
page-ranking-lead = Les sites dont les intervalles se recouvrent sont à égalité, au même rang : à l’intérieur d’un rang, l’ordre ne veut rien dire.
page-ranking-caption = Sites par rang
page-reliability-now = Fiabilité : { $now } sur 1 avec { $visits } visites, { $one } avec une seule. Pour bien départager les sites (0,80), il faut { $needed } visites dans chacun.
page-reliability-never = Fiabilité : { $now } sur 1 avec { $visits } visites, { $one } avec une seule. Aucun nombre de visites ne départagerait bien ces sites (0,80).
page-no-ranking = Données insuffisantes ({ $visits }) : { $why }.
page-band = Rang
page-shrunk = Score corrigé du faible nombre de visites
page-reliability = Fiabilité

page-behaviours = À quelle fréquence voit-on chaque comportement ?
page-behaviours-lead = La part des réponses qui comptent : un oui compte 1, un en partie ½. Les réponses sans objet, non vues ou manquantes ne comptent pas ; leur nombre est indiqué.
page-behaviours-chart = Comportements, du moins au plus fréquent : { $checklist }
page-behaviours-chart-how = Une barre par comportement, divisée en oui, en partie et non ; le disque en dessous est la part avec son intervalle. Le tableau qui suit donne les mêmes chiffres.
page-behaviours-caption = Parts des comportements
page-weakest-caption = Les moins fréquents, avec certitude : les { $shown } plus basses de { $rows } lignes, selon la limite haute
page-legend-share = part et intervalle
page-answers = Réponses
page-yes = Oui
page-partly = En partie
page-no = Non
page-left-out = Non comptées
page-share = Part

page-change = Mieux qu’avant ?
page-change-lead = Les visites depuis le { $since }, comparées à celles d’avant. Une différence n’est dite certaine que si elle le reste parmi toutes celles que l’on compare.
page-score-changes-chart = Évolution du score, en points
page-behaviour-changes-chart = Évolution de chaque comportement, en points
page-difference-how = Une ligne par différence, avec son intervalle autour de zéro ; un disque plein est certain, un anneau peut être le hasard. Le tableau qui suit donne les mêmes chiffres.
page-legend-certain = certain
page-legend-noise = peut-être le hasard
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
page-p-adjusted = p (ajusté)

page-signal-months = Ce mois sort-il de l’ordinaire ?
page-signals-lead = Mois par mois, comparé aux variations habituelles du site. Un mois à l’intérieur ne dit rien à lui seul.
page-signals-caption = Niveaux et variations habituelles
page-signals-drawn = Les graphiques montrent toutes les visites et les sites qui ont le plus de signaux ; le tableau contient tous les sites.
page-months-caption = Les mois des graphiques
page-months-level = Niveau { $centre }, variations habituelles de { $lower } à { $upper } (n = { $n }).
page-months-shift = Nouveau niveau depuis { $month }.
page-months-signals = Sort de l’ordinaire : { $months }.
page-months-noise = Rien qui sorte de l’ordinaire.
page-legend-month = mois
page-legend-signal = signal
page-legend-centre = niveau
page-legend-limits = variations habituelles
page-legend-shift = nouveau niveau à partir d’ici
page-months = Mois
page-centre = Niveau
page-lower-natural = Variations habituelles, de
page-upper-natural = Variations habituelles, à
page-range-upper = Écart habituel d’un mois à l’autre, au plus
page-signals = Signaux
page-signal = signal
page-shift = Nouveau niveau depuis

page-waiting = Combien de temps avant que quelqu’un vienne ?
page-waiting-lead = Les visites où personne n’est jamais venu comptent comme des attentes encore en cours.
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

page-mirror = Nous traitons-nous entre nous comme nous traitons nos clients ?
page-mirror-lead = Les mêmes comportements, vus dans les trois relations. Un écart est ce que reçoivent les clients moins ce que reçoivent les collègues.
page-mirror-chart = Les trois relations côte à côte
page-mirror-how = Une ligne par attitude, une case par relation : plus la couleur est soutenue, plus le score est élevé. Le tableau qui suit donne les mêmes chiffres.
page-mirror-caption = Le miroir, en pour cent
page-mirror-parts-caption = Les plus grands écarts entre relations
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

page-drivers = Quels gestes vont de pair avec l’envie de revenir ?
page-drivers-lead = L’envie de revenir dans les visites avec un comportement, moins celle des visites sans. Les deux vont de pair ; cela ne dit pas que l’un cause l’autre.
page-drivers-chart = Envie de revenir : avec moins sans
page-drivers-caption = L’envie de revenir, avec et sans chaque comportement
page-visits-with = Visites avec
page-visits-without = Visites sans
page-visits-partly = Visites en partie
page-outcome-with = Envie de revenir, avec
page-outcome-without = Envie de revenir, sans

page-quality = Quelle confiance accorder à ces chiffres ?
page-quality-lead = Ce qui peut rendre les visites d’un observateur moins sûres. Rien n’est écarté pour autant.
page-quality-caption = Observateurs
page-late = Réponses tardives
page-late-share = Part tardive
page-memory-median = Délai médian de saisie
page-memory-max = Délai maximal de saisie
page-straight-lined = Réponses identiques
page-too-fast = Trop rapides
page-clock-shifted = Heure changée
page-unsealed = Sans sceau
page-leniency = Indulgence, en points

page-term-interval = Intervalle à 95 %
page-term-interval-is = Où se trouve le vrai chiffre, autant que ces visites peuvent le dire. Un intervalle large veut dire : visiter davantage avant d’agir.
page-term-few = Peu de visites
page-term-few-is = En dessous de cinq visites, le score d’un site est donné, mais le site n’est pas classé.
page-term-shrunk = Score corrigé du faible nombre de visites
page-term-shrunk-is = Le score rapproché de la moyenne de tous les sites, d’autant plus que les visites sont peu nombreuses : la meilleure estimation de ce que verront les prochaines visites.
page-term-band = Rang, sites à égalité
page-term-band-is = Les sites d’un même rang sont à égalité : ces visites ne permettent pas de les départager.
page-term-certain = Certain, peut-être le hasard
page-term-certain-is = Quand on compare beaucoup de choses, certaines diffèrent par hasard. Sont certaines celles qui restent une fois le hasard écarté (au plus 5 % de fausses alertes).
page-term-partly = En partie
page-term-partly-is = Compte ½ dans la part, et se voit à part.
page-term-undefined = Données insuffisantes
page-term-undefined-is = Le chiffre n’existe pas pour ces visites ; le nombre entre parenthèses est celui des visites. Il n’est jamais montré comme 0 ou 100 %.
page-method = Intervalles à { $level } %. Les tirages au sort partent de la graine { $seed } : les mêmes visites donnent toujours le même rapport. Chiffres : { $format }.
