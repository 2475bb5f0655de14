## L’accord entre observateurs.
agreement-title = L’accord entre observateurs
agreement-heading = { $title } : ce qu’il faut retenir
agreement-about = Ce qui a été comparé
agreement-quoted = « { $label } »
agreement-and-more = { $names } et { $count } de plus
agreement-no-interval = pas encore d’intervalle
agreement-overall = Sur l’ensemble des comportements, les observateurs s’accordent entre eux avec un AC1 de { $value } ({ $interval } ; n = { $n }).
agreement-ready = { $count ->
    [one] Prêt
   *[other] Prêts
  } : { $names }. { $count ->
    [one] Parmi ses réponses
   *[other] Parmi les réponses du dernier d’entre eux
  }, { $value } concordent ({ $interval } ; n = { $n }).
agreement-nobody-ready = Personne n’est prêt de façon certaine. Le plus proche est { $first } : { $value } de ses réponses concordent ({ $interval } ; n = { $n }){ $why ->
    [few_answers]  : trop peu de réponses données des deux côtés
    [few_meetings]  : trop peu de situations
   *[other] {""}
  }. La limite basse doit atteindre { $ready }, pour au moins { $answers } réponses données des deux côtés, sur au moins { $meetings } situations.
agreement-by-chance = Pas mieux que le hasard : { $names }. { $count ->
    [one] Parmi ses réponses
   *[other] Au plus bas, parmi les réponses
  }, { $value } concordent ({ $interval } ; n = { $n }) : à former depuis le début.
agreement-again = À exercer encore : { $names }. { $count ->
    [one] Parmi ses réponses
   *[other] Au plus bas, parmi les réponses
  }, { $value } concordent ({ $interval } ; n = { $n }), moins de { $ready } de façon certaine.
agreement-lenient = Trop d’indulgence : { $names }. { $first } donne { $value } points de pourcentage en moyenne ({ $interval } ; n = { $n }).
agreement-severe = Trop de sévérité : { $names }. { $first } donne { $value } points de pourcentage en moyenne ({ $interval } ; n = { $n }).
agreement-one-leans = { $first } donne { $value } points de pourcentage de plus que { $second } ({ $interval } ; n = { $n }) : lequel des deux penche, seule une référence le dira.
agreement-unclear = { $count ->
    [one] Un item dont les repères sont à clarifier
   *[other] Des items dont les repères sont à clarifier
  } : { $names }. { $count ->
    [one] Là
   *[other] Sur le premier
  }, { $value } des réponses concordent ({ $interval } ; n = { $n }), moins qu’ailleurs de façon certaine.
agreement-observed-by-one = Les observateurs divergent sur ce qui pouvait être vu : { $names }. { $count ->
    [one] Là
   *[other] Sur le premier
  }, l’un a vu et l’autre non dans { $value } des paires ({ $interval } ; n = { $n }), plus de { $limit } de façon certaine.
agreement-drifted = S’accordent moins qu’au début : { $names }. Pour { $first }, { $value } points de pourcentage ({ $interval } ; n = { $n }).
agreement-paradox = Sur { $names }, le kappa ou l’alpha est bas alors que les observateurs s’accordent ({ $value } des paires ; { $interval } ; n = { $n }) : presque toutes les réponses y sont les mêmes, et ces deux-là s’effondrent alors. Pas l’AC1.
agreement-uncovered = { $count ->
    [one] Sur { $n } items, un n’a jamais été rencontré
   *[other] Sur { $n } items, { $count } n’ont jamais été rencontrés
  } avec un non : { $names }. S’accorder sur ce qu’on n’a jamais vu manquer ne prouve pas grand-chose.
agreement-nothing = Rien ne peut être comparé : pas deux observateurs pour un même item d’une même visite ({ $visits }).
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
agreement-apart = Les grilles, ou les versions d’une grille, dont les items diffèrent sont comparées à part.
agreement-without-checklist = { $count ->
    [one] { $n } visite dont la grille n’a pas pu être lue a été écartée
   *[other] { $n } visites dont la grille n’a pas pu être lue ont été écartées
  }
agreement-alone = { $count ->
    [one] { $n } visite que personne d’autre n’a vue a été écartée
   *[other] { $n } visites que personne d’autre n’a vues ont été écartées
  }
agreement-abandoned = { $count ->
    [one] { $n } visite abandonnée a été écartée
   *[other] { $n } visites abandonnées ont été écartées
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
    [one] { $n } fichier n’a pas pu servir
   *[other] { $n } fichiers n’ont pas pu servir
  }
agreement-method = Un observateur est prêt quand, pour au moins { $answers } réponses données des deux côtés, sur au moins { $meetings } situations, la limite basse de la part qui concorde atteint { $ready } et que le kappa dépasse 0 de façon certaine : qui n’a presque rien vu manquer ne l’a pas prouvé. Les intervalles sont à { $level } % : situations tirées au sort encore et encore (BCa, graine { $seed }) pour les coefficients, Wilson pour les parts, t pour l’indulgence et loi normale pour le kappa d’un observateur, sans sortir du possible ; ceux d’un observateur, et ceux de l’ensemble des comportements, sont élargis autant que le demandent des réponses liées entre elles. Sur peu de situations, ils restent trop étroits si l’une d’elles était difficile pour tous.
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
agreement-verdict-by-chance = comme au hasard
agreement-verdict-unknown = rien à comparer
agreement-observers = Observateurs : qui s’accorde, et de quel côté chacun penche
agreement-items = Items : l’accord des observateurs entre eux
agreement-by-one = Vu par un seul : combien de fois, de deux, l’un a vu et l’autre non
agreement-timing = Moments : combien se correspondent dans la tolérance
agreement-coverage = Couverture : combien d’items chacun a rencontrés avec un oui et avec un non
agreement-coverage-items = Items que tous n’ont pas rencontrés avec un oui et avec un non (combien d’observateurs)
agreement-confusion = Confusions : ce qui a été répondu là où autre chose était attendu
agreement-meetings-caption = Ce qui a été vu
agreement-observer = Qui
agreement-verdict = Verdict
agreement-meetings = Situations
agreement-agreed = Concorde
agreement-leniency = Indulgence
agreement-kappa = Kappa
agreement-drift = Dérive
agreement-item = Item
agreement-units = Unités
agreement-observed = Observé
agreement-ac = AC1, AC2
agreement-alpha = Alpha
agreement-all-behaviours = Ensemble
agreement-all-items = Tous les items
agreement-left-out = Écartées
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
agreement-legend = Part des réponses qui concordent, avec son intervalle ; un point plein est prêt.
agreement-ready-line = prêt à partir d’ici
agreement-sheet-observers = Observateurs
agreement-sheet-items = Items
agreement-sheet-observed-by-one = Vu par un seul
agreement-sheet-timing = Moments
agreement-sheet-coverage = Couverture
agreement-sheet-coverage-items = Couverture par item
agreement-sheet-confusion = Confusions
agreement-sheet-meetings = Situations
agreement-unmet = Non rencontrés avec les deux
