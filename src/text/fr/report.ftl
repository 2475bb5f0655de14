# Les phrases de conseil, et le rapport dans un terminal.

advice-overall = Score : { $figure }, { $n }.
advice-best = Le site le mieux noté est { $what } : { $figure }, { $n }.
advice-worst = Le site le moins bien noté est { $what } : { $figure }, { $n }.
advice-among-best = Parmi les sites les mieux notés : { $sites }.
advice-not-yet = On ne peut pas encore départager les sites ({ $n }) ; il faudrait environ { $needed } visites dans chacun.
advice-not-at-all = On ne peut pas départager les sites : leurs écarts peuvent être dus au hasard ({ $n }).
advice-sites-by-observer = On ne peut pas distinguer les sites de leurs observateurs : { $count ->
    [one] un site doit
   *[other] { $number } sites doivent
  } l’essentiel de { $count ->
    [one] ses
   *[other] leurs
  } visites à un seul observateur.
advice-better = Progrès certain : { $what }, { $figure }, { $n }.
advice-better-behaviour = Observé plus souvent qu’avant, avec certitude : { $what }, { $figure }, { $n }.
advice-worse = Recul certain : { $what }, { $figure }, { $n }.
advice-worse-behaviour = Observé moins souvent qu’avant, avec certitude : { $what }, { $figure }, { $n }.
advice-noise = Pas d’évolution nette depuis le { $since } : { $figure }, { $n }.
advice-first = À travailler d’abord : { $what }. Observé à chaque visite, ce point ajouterait { $figure } points au score ({ $n }).
advice-mirror = Les clients sont mieux traités que les équipes : { $what }, { $figure }, { $n }.
advice-mirror-below = Les équipes sont mieux traitées que les clients : { $what }, { $figure }, { $n }.
advice-mirror-internal = Les clients sont mieux traités que les autres services : { $what }, { $figure }, { $n }.
advice-mirror-internal-below = Les autres services sont mieux traités que les clients : { $what }, { $figure }, { $n }.
advice-blind-spot = Les responsables le voient plus souvent que les visiteurs mystère : { $what }, { $figure }, { $n }.
advice-lenient = Un observateur note plus généreusement que les autres sur les mêmes sites : { $what }, { $figure }, { $n }.
advice-severe = Un observateur note plus sévèrement que les autres sur les mêmes sites : { $what }, { $figure }, { $n }.
advice-critical = Point éliminatoire manqué, { $failed } fois sur { $n } : { $what } ({ $sites }).
advice-waits = L’attente diffère d’un site à l’autre, avec certitude : { $what }, { $n }.
advice-waits-between = L’attente diffère d’un site à l’autre, avec certitude : { $what }, { $shortest } à { $quickest }, { $longest } à { $slowest } (médianes).
advice-too-few = Il y a trop peu de visites pour conclure : { $n }.
advice-too-few-needed = Il y a trop peu de visites pour conclure : { $n }. Il en faudrait environ { $needed } dans chaque site.
advice-sites-apart = { $sentence } { $count ->
    [one] Un site visité pendant une seule des périodes n’est pas compté.
   *[other] { $number } sites visités pendant une seule des périodes ne sont pas comptés.
  }
advice-one-observer = { $sentence } La plupart de ses visites sont de { $observer } : on ne peut pas distinguer le site de l’observateur.
advice-extreme-observer = { $sentence } La plupart de ses visites sont de { $observer }, qui note autrement que les autres.
advice-more-sites = { $sites } et { $count ->
    [one] un autre
   *[other] { $number } autres
  }

report-of-checklist = { $checklist } — { $sentence }
report-all = dans l’ensemble
report-likely = { $value } (entre { $lower } et { $upper })
report-points = { $value } points
report-visits = { $count ->
    [one] { $n } visite
   *[other] { $n } visites
  }
report-answers = { $count ->
    [one] { $n } réponse
   *[other] { $n } réponses
  }
report-more-rows = … et { $rows } lignes de plus : dans la page (html), le classeur (xlsx) et le CSV.
report-between = … { $rows } entre les deux …

sheet-opening = Agir d’abord
sheet-scores = Scores
sheet-ranking = Classement
sheet-behaviours = Comportements
sheet-behaviours-by = Comportements par groupe
sheet-change = Évolution des scores
sheet-change-behaviours = Évolution comportements
sheet-signals = Mois inhabituels
sheet-months = Mois
sheet-waiting = Attente
sheet-waiting-tests = Attente, sites
sheet-mirror = Miroir
sheet-blind-spots = Angles morts
sheet-drivers = Envie de revenir
sheet-critical = Points éliminatoires
sheet-priorities = À travailler
sheet-outcomes = Envie de revenir NPS
sheet-distribution = Répartition
sheet-site-observers = Observateurs par site
sheet-quality = Confiance
sheet-damaged = Fichiers inutilisables
sheet-first-day = Premier jour
sheet-last-day = Dernier jour
report-band = rang { $band }
sheet-coverage = Sites visités
sheet-standing = Parmi les autres sites
sheet-last-year = Un an plus tôt
sheet-trend = Tendance
advice-better-last-year = Mieux que les mêmes mois un an plus tôt, avec certitude : { $what }, { $figure }, { $n }.
advice-worse-last-year = Moins bien que les mêmes mois un an plus tôt, avec certitude : { $what }, { $figure }, { $n }.
sheet-given = Réponses
sheet-numbers = Nombres
