## S’exercer sur un scénario, et ce qui en ressort.
practise-title = S’exercer sur un scénario
practise-speed = Vitesse : { $speed }
practise-trainee = Observateur : { $name }
practise-key-speed = vitesse
practise-key-next = suivant
practise-empty = Aucun scénario encore. Déposez-en un dans le dossier « scenarios », à côté de vos grilles ; le README dit comment.
practise-copy-unfit = Votre copie de la grille, version { $version }, ne convient plus à ce scénario (point « { $item } ») : l’exercice suit la version { $used }, fournie avec le programme.
practise-copy-other = Votre copie de la grille est la version { $version }, et ce scénario est fait pour une autre : l’exercice suit la version { $used }, fournie avec le programme.
practise-copy-broken = Votre copie de la grille contient une faute : l’exercice suit la version { $used }, fournie avec le programme.
practise-name = Qui s’exerce ? Votre nom ou numéro, qui sera retenu
practise-never = pas encore fait
practise-last = { $agreed } sur { $n } { $at }
practise-last-other = fait { $at }, sur une autre version
practise-compare = Comparer vos réponses au corrigé
practise-over-finish = La scène est terminée. { $key } pour relire et finir.
practise-heading = { $title } · { $speed }
practise-gone = Le scénario de cet exercice n’est plus là tel qu’il était ; la visite continue sans lui.
practise-no-reveal = Cette visite n’a pas de corrigé : elle ne suivait pas de scénario, ou celui-ci n’est plus là tel qu’il était.
practise-agreed = { $agreed } réponses sur { $n } sont celles du corrigé : { $share } ({ $lower } à { $upper })
practise-agreed-none = Réponses comparables au corrigé : { $n }.
practise-count-lenient = trop indulgentes : { $count }
practise-count-severe = trop sévères : { $count }
practise-count-other = autrement différentes : { $count }
practise-count-unanswered = sans réponse : { $count }
practise-count-not-asked = non demandées : { $count }
practise-count-no-reference = sans objet selon le corrigé : { $count }
practise-median-late = La moitié des réponses est venue dans les { $time } qui suivent le moment où l’on pouvait juger ; { $early ->
    [0] aucune avant
    [one] { $early } avant
   *[other] { $early } avant
  }.
practise-median-at-once = La moitié des réponses est venue aussitôt, ou avant qu’on puisse juger ({ $early ->
    [0] aucune avant
   *[other] { $early } avant
  }).
practise-median-early = La moitié des réponses est venue { $time } ou plus avant le moment où l’on pouvait juger ; { $early } en tout avant ce moment.
practise-same = conforme
practise-lenient = trop indulgent
practise-severe = trop sévère
practise-other = différent
practise-unanswered = sans réponse
practise-not-asked = non demandé : cela dépend d’une autre réponse
practise-no-reference = sans objet selon le corrigé
practise-words = texte, non comparé
practise-none = aucune
practise-own = Vous : { $value }
practise-reference = Corrigé : { $value }
practise-why = Pourquoi : { $reason }
practise-moment = À { $at } · { $line }
practise-nothing-shows = Rien dans la scène ne le montre.
practise-late = Répondu à { $at }, { $time } après le moment où l’on pouvait juger
practise-early = Répondu à { $at }, { $time } avant le moment où l’on pouvait juger
practise-at-once = Répondu à { $at }, aussitôt
practise-answered = Répondu à { $at }
practise-over = La scène est terminée.

practise-beside = À côté du corrigé
practise-script = La scène
practise-references = Le corrigé
practise-check-good = { $path } : sans faute (grille { $checklist }, { $lines ->
    [one] { $lines } ligne
   *[other] { $lines } lignes
  } de scène, { $references ->
    [one] { $references } réponse
   *[other] { $references } réponses
  } au corrigé)
practise-record-none = Aucun exercice sur scénario encore. « esprit practise » montre les scénarios.
practise-other-version = le scénario n’est plus là tel qu’il était : rien à comparer
practise-plain-ask = Quel scénario ? Son nom ou son numéro :
practise-plain-unknown = Aucun scénario de ce nom ; tapez son nom ou son numéro.
# Ligne par ligne
practise-plain-wait = « wait » attend la prochaine ligne de la scène, « wait SECONDES » ce moment, « wait end » sa fin.
practise-plain-when = « { $asked } » n’est pas un moment de la scène : écrivez des secondes, ou end.
practise-plain-still = La scène est arrêtée tant que la visite est en pause : continue, puis wait.
