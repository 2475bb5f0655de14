## L’accord entre observateurs.
agreement-title = L’accord entre observateurs
agreement-heading = { $title } : ce qu’il faut retenir
agreement-about = Ce qui a été comparé
agreement-quoted = « { $label } »
agreement-and-more = { $names } et { $count } de plus
agreement-no-interval = pas encore d’intervalle
agreement-overall = Tous comportements confondus, les observateurs s’accordent avec un AC1 de { $value } ({ $interval } ; n = { $n }).
agreement-ready = { $count ->
    [one] Prêt
   *[other] Prêts
  } : { $names }. { $count ->
    [one] Réponses qui concordent
   *[other] Au plus bas
  } : { $value } ({ $interval } ; n = { $n }).
agreement-nobody-ready = Personne n’est prêt avec certitude. Le plus proche est { $first } : { $value } de ses réponses concordent ({ $interval } ; n = { $n }){ $why ->
    [few_answers]  : trop peu de réponses données des deux côtés
    [few_meetings]  : trop peu de situations
   *[other] {""}
  }. La limite basse doit atteindre { $ready }, pour au moins { $answers } réponses données des deux côtés, sur au moins { $meetings } situations.
agreement-by-chance = Pas mieux que le hasard : { $names }. { $count ->
    [one] Réponses qui concordent
   *[other] Au plus bas
  } : { $value } ({ $interval } ; n = { $n }). À former depuis le début.
agreement-again = Doivent s’exercer encore : { $names }. { $count ->
    [one] Réponses qui concordent
   *[other] Au plus bas
  } : { $value } ({ $interval } ; n = { $n }), moins de { $ready } avec certitude.
agreement-lenient = Trop d’indulgence : { $names }. { $first } note { $value } points de pourcentage en moyenne ({ $interval } ; n = { $n }).
agreement-severe = Trop de sévérité : { $names }. { $first } note { $value } points de pourcentage en moyenne ({ $interval } ; n = { $n }).
agreement-one-leans = { $first } note { $value } points de pourcentage de plus que { $second } ({ $interval } ; n = { $n }) : lequel des deux penche, seule une référence le dira.
agreement-unclear = { $count ->
    [one] Un point dont les repères sont à clarifier
   *[other] Des points dont les repères sont à clarifier
  } : { $names }. { $count ->
    [one] Là
   *[other] Sur le premier
  }, { $value } des réponses concordent ({ $interval } ; n = { $n }), moins qu’ailleurs avec certitude.
agreement-observed-by-one = Les observateurs ne s’accordent pas sur ce qui pouvait être vu : { $names }. { $count ->
    [one] Là
   *[other] Sur le premier
  }, l’un a vu et l’autre non dans { $value } des paires ({ $interval } ; n = { $n }), plus de { $limit } avec certitude.
agreement-drifted = S’accordent moins qu’au début : { $names }. Pour { $first }, { $value } points de pourcentage ({ $interval } ; n = { $n }).
agreement-paradox = Sur { $names }, le kappa ou l’alpha est bas alors que les observateurs s’accordent ({ $value } des paires ; { $interval } ; n = { $n }) : presque toutes les réponses y sont les mêmes, et ces deux chiffres trompent. Pas l’AC1.
agreement-uncovered = { $count ->
    [one] Sur { $n } points, un n’a jamais reçu de non
   *[other] Sur { $n } points, { $count } n’ont jamais reçu de non
  } : { $names }. S’accorder sur ce qui n’a jamais manqué ne prouve pas grand-chose.
agreement-nothing = Rien à comparer : aucun point n’a été observé par deux personnes dans une même visite ({ $visits }).
agreement-matched-scenario = Visites rapprochées par le scénario suivi.
agreement-matched-site = Visites rapprochées par le lieu et l’heure : celles d’un lieu qui commencent dans la fenêtre de temps sont une seule situation.
agreement-matched-file = Visites rapprochées par le nom des fichiers.
agreement-compared = { $title } : { $visits ->
    [one] { $visits } visite
   *[other] { $visits } visites
  } de { $observers ->
    [one] { $observers } observateur
   *[other] { $observers } observateurs
  }, { $meetings ->
    [one] sur une situation.
   *[other] sur { $meetings } situations.
  }
agreement-twice = { $meeting } : plusieurs visites de { $names } ; la dernière compte.
agreement-clustered = Les réponses d’un observateur dans une même situation sont liées : il en faut { $effect } pour en apprendre autant que d’une réponse isolée (n = { $n }). Les intervalles des observateurs en tiennent compte.
agreement-loose = Les réponses d’un observateur dans une même situation ne sont pas plus liées que d’autres (n = { $n }).
agreement-unclustered = On ne peut pas savoir à quel point les réponses d’une même situation sont liées : personne n’en a vu deux. Les intervalles des observateurs comptent chaque réponse comme isolée, et valent pour ce qui a été vu là.
agreement-alike = On ne peut pas savoir à quel point les réponses d’une même situation sont liées : ceux qui en ont vu deux ont toujours concordé, ou jamais (n = { $n }). Les intervalles des observateurs comptent chaque réponse comme isolée.
agreement-times-script = Les moments sont ceux du scénario, qui s’arrête pendant une pause.
agreement-times-world = Les moments partent du premier début de la situation, à l’horloge de chaque ordinateur, pauses comprises : ce qu’il y a à voir n’attend pas. Des horloges qui diffèrent font différer les moments.
agreement-times-own-start = Les moments partent du début de chaque visite, pauses comprises.
agreement-untimed = { $count ->
    [one] { $n } réponse n’a
   *[other] { $n } réponses n’ont
  } pas de moment à comparer : l’horloge d’un ordinateur a été réglée pendant la visite, le fichier ne le dit pas, ou rien ne montre quand on pouvait le voir.
agreement-against = { $count ->
    [one] Comparées à la référence
   *[other] Comparées aux références
  } { $names }.
agreement-against-scenario = { $count ->
    [one] Comparées aux réponses du scénario
   *[other] Comparées aux réponses des scénarios
  } { $names }.
agreement-against-each-other = Sans référence, les deux observateurs sont comparés l’un à l’autre : là où ils diffèrent, seule une référence dira lequel des deux a raison.
agreement-against-others = Sans référence, chaque observateur est comparé à ce que la plupart des autres ont dit ; là où ils sont partagés, à rien.
agreement-other-version = Pour { $names }, la version du scénario qui a été suivie n’est pas celle dont les réponses comptent ici.
agreement-without-reference = Une référence existe pour { $with } des { $all } situations ; les verdicts, l’indulgence, le kappa, les moments et la couverture n’en comptent pas d’autres. Sans référence : { $names }.
agreement-apart = Les grilles, ou les versions d’une grille, dont les points diffèrent sont comparées à part.
agreement-without-checklist = { $count ->
    [one] { $n } visite n’est pas comptée, car sa grille n’a pas pu être lue
   *[other] { $n } visites ne sont pas comptées, car leur grille n’a pas pu être lue
  }
agreement-alone = { $count ->
    [one] { $n } visite n’est pas comptée, car personne d’autre ne l’a vue
   *[other] { $n } visites ne sont pas comptées, car personne d’autre ne les a vues
  }
agreement-abandoned = { $count ->
    [one] { $n } visite abandonnée n’est pas comptée
   *[other] { $n } visites abandonnées ne sont pas comptées
  }
agreement-void = { $count ->
    [one] { $n } visite déclarée nulle a été écartée
   *[other] { $n } visites déclarées nulles ont été écartées
  }
agreement-corrected = { $count ->
    [one] { $n } visite a été corrigée après sa fin
   *[other] { $n } visites ont été corrigées après leur fin
  }
agreement-duplicates = { $count ->
    [one] { $n } copie d’une visite n’a été comptée qu’une fois
   *[other] { $n } copies de visites n’ont été comptées qu’une fois
  }
agreement-damaged = { $count ->
    [one] { $n } fichier inutilisable
   *[other] { $n } fichiers inutilisables
  }
agreement-method = Un observateur est prêt quand, pour au moins { $answers } réponses données des deux côtés, sur au moins { $meetings } situations, la limite basse de la part qui concorde atteint { $ready } et que le kappa dépasse 0 avec certitude : qui n’a presque rien vu manquer ne l’a pas prouvé. Les intervalles sont à { $level } % : situations tirées au sort encore et encore (BCa, graine { $seed }) pour les coefficients, Wilson pour les parts, t pour l’indulgence et loi normale pour le kappa d’un observateur, sans sortir du possible ; ceux d’un observateur, et ceux de tous les comportements, sont élargis autant que le demandent des réponses liées entre elles. Sur peu de situations, ils restent trop étroits si l’une d’elles était difficile pour tous.
agreement-missing = Ni « non vu », ni « sans objet », ni l’absence de réponse ne comptent pour une réponse : on ne compare que ce que les deux ont observé. Combien de fois un seul des deux l’a vu est indiqué à part.
agreement-n-answers = { $count ->
    [one] { $n } réponse
   *[other] { $n } réponses
  }
agreement-verdict-ready = prêt
agreement-verdict-not-yet = pas encore certain
agreement-verdict-few-answers = pas encore : trop peu de réponses
agreement-verdict-few-meetings = pas encore : trop peu de situations
agreement-verdict-again = à exercer
agreement-verdict-by-chance = pas mieux que le hasard
agreement-verdict-unknown = rien à comparer
agreement-observers = Observateurs : qui s’accorde, qui est indulgent ou sévère
agreement-items = Points : l’accord des observateurs entre eux
agreement-by-one = Vu par un seul : combien de fois l’un des deux a vu et l’autre non
agreement-timing = Moments : combien se correspondent dans la tolérance
agreement-coverage = Couverture : à combien de points chacun a répondu oui et non
agreement-coverage-items = Points auxquels tous n’ont pas répondu oui et non (combien d’observateurs)
agreement-confusion = Confusions : ce qui a été répondu là où autre chose était attendu
agreement-meetings-caption = Ce qui a été vu
agreement-observer = Observateur
agreement-verdict = Verdict
agreement-meetings = Situations
agreement-agreed = Concordance
agreement-leniency = Indulgence
agreement-kappa = Kappa
agreement-drift = Dérive
agreement-item = Point
agreement-units = Unités
agreement-observed = Observé
agreement-ac = AC1, AC2
agreement-alpha = Alpha
agreement-all-behaviours = Tous les comportements
agreement-all-items = Tous les points
agreement-left-out = Non comptées
agreement-pairs = Paires
agreement-by-one-share = Vu par un seul
agreement-remark-unclear = à clarifier
agreement-remark-paradox = le kappa trompe
agreement-matched-count = Rapprochés
agreement-own-alone = Chez l’observateur seul
agreement-missed = De l’autre côté seul
agreement-untimed-count = Sans moment
agreement-late = Retard médian (s)
agreement-both = Oui et non
agreement-only-yes = Oui seulement
agreement-only-no = Non seulement
agreement-neither = Ni l’un ni l’autre
agreement-expected = Attendu
agreement-answered = Répondu
agreement-times = Fois
agreement-meeting = Situation
agreement-observers-count = Observateurs
agreement-has-reference = Référence
agreement-again-names = Plusieurs visites de
agreement-legend = Part des réponses qui concordent, avec son intervalle ; un disque plein veut dire prêt.
agreement-ready-line = prêt à partir d’ici
agreement-sheet-observers = Observateurs
agreement-sheet-items = Points
agreement-sheet-observed-by-one = Vu par un seul
agreement-sheet-timing = Moments
agreement-sheet-coverage = Couverture
agreement-sheet-coverage-items = Couverture par point
agreement-sheet-confusion = Confusions
agreement-sheet-meetings = Situations
agreement-unmet = Sans oui ou sans non
