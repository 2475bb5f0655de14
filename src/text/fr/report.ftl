# Les phrases de conseil, et le rapport dans un terminal.

advice-overall = Le score de toutes les visites est de { $figure } ({ $n }).
advice-best = Le meilleur site est { $what } : { $figure } ({ $n }).
advice-worst = Le site le plus en retrait est { $what } : { $figure } ({ $n }).
advice-not-yet = On ne peut pas encore départager les sites à coup sûr : la fiabilité est de { $reliability }, il faut 0,80 ({ $n }). Il faudrait environ { $needed } visites dans chaque site.
advice-not-at-all = On ne peut pas départager les sites : la fiabilité est de { $reliability }, il faut 0,80 ({ $n }). Leurs écarts peuvent être dus au hasard.
advice-better = Mieux qu’avant, à coup sûr : { $what }, { $figure } ({ $n }).
advice-better-behaviour = Plus fréquent qu’avant, à coup sûr : { $what }, { $figure } ({ $n }).
advice-worse = Moins bien qu’avant, à coup sûr : { $what }, { $figure } ({ $n }).
advice-worse-behaviour = Moins fréquent qu’avant, à coup sûr : { $what }, { $figure } ({ $n }).
advice-noise = Rien n’a changé au-delà du hasard depuis le { $since } : { $figure } ({ $n }).
advice-first = À travailler d’abord : { $what }. On le voit dans { $figure } des cas ({ $n }).
advice-mirror = Les clients sont mieux traités que les équipes : { $what }, { $figure } d’écart ({ $n }).
advice-mirror-below = Les équipes sont mieux traitées que les clients : { $what }, { $figure } d’écart ({ $n }).
advice-blind-spot = Les responsables ne voient pas ce que voient les visiteurs mystère : { $what }, { $figure } en auto-évaluation par rapport aux visites mystère ({ $n }).
advice-critical = Un point éliminatoire a échoué dans { $failed } cas sur { $of } : { $figure }.
advice-too-few = Il y a trop peu de visites pour conclure : { $n }.
advice-too-few-needed = Il y a trop peu de visites pour conclure : { $n }. Il en faudrait environ { $needed } dans chaque site.

report-of-checklist = { $checklist } — { $sentence }
report-all = toutes les visites ensemble
report-likely = { $value }, très probablement entre { $lower } et { $upper }
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
sheet-signals = Signaux
sheet-months = Mois
sheet-waiting = Attente
sheet-waiting-tests = Attente, sites
sheet-mirror = Miroir
sheet-blind-spots = Angles morts
sheet-drivers = Envie de revenir
sheet-quality = Confiance
sheet-damaged = Fichiers inutilisables
sheet-first-day = Premier jour
sheet-last-day = Dernier jour
report-band = rang { $band }
