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
page-source-corrected = Dont corrigées après leur fin
page-source-superseded = Fiches antérieures de visites corrigées, non recomptées
page-source-void = Visites déclarées nulles, non comptées
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
page-note-self-audits-apart = { $number } auto-évaluations ne servent qu’à la comparaison avec les visites mystère ; aucun autre chiffre n’en tient compte.
page-note-self-audits-only = Il n’y a pas de visites mystère : tous les chiffres viennent des auto-évaluations.
page-note-texts-changed = { $checklist } : le texte de ces points a changé d’une version à l’autre, le plus récent est affiché : { $items }.
page-note-contents-apart = Mêmes identifiant et version de grille, contenus différents, comptés à part : { $all }.
page-note-sites-in-one-period = { $checklist } : sites visités pendant une seule des deux périodes, non comparés : { $number }.
page-note-sites-without-weight = Ces sites n’ont pas de poids et ne comptent pas dans la moyenne pondérée : { $sites }.
page-note-weights-without-site = Aucune visite de ces sites du fichier de poids : { $sites }.
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
page-why-no-events = ce n’est jamais arrivé
page-why-too-few-levels = trop peu de sites ou de visites
page-why-no-object-variance = les écarts entre sites peuvent être dus au hasard
page-why-too-few-points = trop peu de valeurs
page-why-no-observations = aucune observation
page-why-few-visits = moins de cinq visites
page-why-few-sites = moins de cinq sites à comparer
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
page-no-variation = aucune variation
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
page-ranking-lead = Les sites que l’on ne peut pas départager sont au même rang : à l’intérieur d’un rang, l’ordre ne veut rien dire.
page-ranking-caption = Sites par rang
page-reliability-now = Fiabilité, de 0 à 1 : { $now } avec { $visits } visites, { $one } avec une seule. Pour bien départager les sites (0,80), il faut { $needed } visites dans chacun.
page-reliability-never = Fiabilité, de 0 à 1 : { $now } avec { $visits } visites, { $one } avec une seule. Aucun nombre de visites ne départagerait bien ces sites (0,80).
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
page-term-certain-is = Quand on compare beaucoup de choses, certaines diffèrent par hasard. Est certain ce qui le reste une fois pris en compte tout ce qui est comparé : le risque qu’une seule de ces affirmations soit fausse est d’au plus 5 %.
page-term-partly = En partie
page-term-partly-is = Compte ½ dans la part, et se voit à part.
page-term-undefined = Données insuffisantes
page-term-undefined-is = Le chiffre n’existe pas pour ces visites ; le nombre entre parenthèses est celui des visites. Il n’est jamais montré comme 0 ou 100 %.
page-method = Intervalles à { $level } %. Les tirages au sort partent de la graine { $seed } : les mêmes visites donnent toujours le même rapport. Chiffres : { $format }.

page-sites-compared = Sites comparés
page-false-signals = Attendus par hasard
page-critical = Quels points éliminatoires ont été manqués ?
page-critical-lead = Chaque point éliminatoire manqué, avec les sites et les dernières visites.
page-critical-caption = Points éliminatoires manqués
page-critical-sites = Sites
page-critical-visits = Dernières visites
page-priorities = Que travailler d’abord ?
page-priorities-lead = Ce que gagnerait le score si le point était observé à chaque visite : son poids multiplié par ce qui manque. Les points bonus et les points hors score n’y figurent pas.
page-priorities-caption = Ce que rapporterait chaque point
page-gain = Gain
page-first-for-certain = le plus, avec certitude
page-outcomes = Reviendraient-ils ?
page-outcomes-lead = La réponse moyenne, la part des 9 et 10, et le NPS : le pourcentage des 9 et 10 moins celui des 0 à 6.
page-outcomes-caption = Envie de revenir
page-outcome-mean = Moyenne
page-outcome-top = 9 ou 10
page-outcome-nps = NPS
page-distribution = Comment se répartissent les scores ?
page-distribution-lead = Un quart des visites est sous le premier quartile, la moitié sous la médiane, trois quarts sous le troisième. À côté de la moyenne des visites figure celle des sites, où chaque site compte autant.
page-distribution-caption = Répartition des scores
page-quartile-first = Premier quartile
page-quartile-median = Médiane
page-quartile-third = Troisième quartile
page-by-site = Moyenne des sites
page-weighted = Moyenne pondérée
page-pass-rate = Objectif atteint
page-steps = Visites par tranche de dix points
page-site-observers = Qui a observé quel site ?
page-site-observers-lead = Quand un observateur fait la plupart des visites d’un site, on ne peut pas distinguer le site de l’observateur.
page-site-observers-caption = Observateurs par site
page-observers = Observateurs
page-main-observer = Surtout par
page-main-visits = Visites de cet observateur
page-inseparable = indissociables
page-why-one-observer = un seul observateur
page-coverage = Quels sites ont été visités ?
page-coverage-lead = D’abord les sites sans visite, puis ceux dont la dernière visite est la plus ancienne. Les sites viennent de la liste des sites et des visites.
page-coverage-caption = Visites par site
page-coverage-kind = { $kind } : { $visited } sites sur { $sites }
page-mystery-visits = Visites mystère
page-self-audits = Auto-évaluations
page-last-visit = Dernière visite
page-not-visited = non visité
page-not-listed = hors liste
page-standing = Où se situe chaque site parmi les autres ?
page-standing-lead = Sa moyenne face à celle de tous les autres sites, puis des autres sites de son groupe. Aucun site ne fait partie de ce à quoi on le compare. Le quart 1 est le meilleur des sites qui ont au moins cinq visites.
page-standing-caption = Chaque site parmi les autres
page-other-sites = Autres sites
page-difference-sites = Écart, en points
page-quarter = Quart
page-other-group = Autres du groupe
page-difference-group = Écart au groupe, en points
page-last-year = Mieux qu’un an plus tôt ?
page-last-year-lead = Les mêmes mois des deux années, dans les sites visités les deux fois. Une différence n’est dite certaine que si elle le reste parmi toutes celles que l’on compare.
page-last-year-caption = Scores des mêmes mois de deux années
page-trend = Dans quel sens vont les scores ?
page-trend-lead = Points gagnés ou perdus en un an, dans les sites visités au moins trois mois différents, sur six mois au moins.
page-trend-caption = Tendance des scores
page-first-month = Premier mois
page-last-month = Dernier mois
page-per-year = Points par an
page-note-not-visited = Sites sans aucune visite : { $number } sur { $sites }.
page-answer = Réponse
page-drivers-levels = Attentes, nombres et choix se comparent de même : les visites avec cette réponse, moins celles avec une autre.
page-given = Combien de fois chaque réponse a-t-elle été donnée ?
page-given-lead = Échelles, comptages et choix : la part de chaque réponse parmi les visites qui en ont une. Quand plusieurs options peuvent être choisies, le total des parts dépasse 100 %.
page-given-caption = Réponses par point
page-numbers = Où se situent les nombres ?
page-numbers-lead = La moyenne, les quartiles, la plus petite et la plus grande réponse aux échelles, aux comptages et aux nombres.
page-numbers-caption = Nombres par point
page-least = Minimum
page-greatest = Maximum

# Noms et identifiants qui ne se correspondent pas.
page-note-site-names = Le site { $id } porte plusieurs noms : { $names }. Il compte pour un seul ; vérifiez que c’est bien le cas.
page-note-site-ids = « { $name } » est le nom de plusieurs sites : { $ids }. Chacun compte à part ; vérifiez qu’ils sont bien différents.
page-note-observer-names = L’observateur { $id } porte plusieurs noms : { $names }. Ils comptent pour une seule personne ; vérifiez que c’est bien le cas.
page-note-observer-ids = « { $name } » est le nom de plusieurs observateurs : { $ids }. Chacun compte à part ; vérifiez qu’il s’agit de personnes différentes.
page-note-seals-failed = { $count ->
    [one] Le sceau de ce fichier n’est pas conforme, et sa visite compte malgré tout : { $files }
   *[other] Les sceaux de { $number } fichiers ou lignes ne sont pas conformes, et leurs visites comptent malgré tout : { $files }
  }
page-note-unsealed = { $count ->
    [one] Ce fichier n’a pas de sceau, et sa visite compte malgré tout : { $files }
   *[other] { $number } fichiers ou lignes n’ont pas de sceau, et leurs visites comptent malgré tout : { $files }
  }
page-note-more-files = { $sentence } et { $number } de plus

page-note-filter-mixes = « { $typed } » est l’identifiant de l’un et le nom d’un autre : { $ids }. Ce rapport contient les visites des deux ; désignez le second par son propre identifiant pour le voir seul.
