## S’exercer sur un scénario, et ce qui en ressort.
practise-title = S’exercer sur un scénario
practise-speed = Vitesse : { $speed }
practise-trainee = Observateur : { $name }
practise-key-speed = vitesse
practise-key-next = suivant
practise-empty = Aucun scénario encore. Déposez-en un dans le dossier « scenarios », à côté de vos grilles ; le README dit comment.
practise-copy-unfit = Votre copie de la grille, version { $version }, ne convient plus à ce scénario (point « { $item } ») : l’exercice suit la version { $used }, fournie avec le programme.
practise-copy-other = Votre copie de la grille est la version { $version }, et ce scénario est fait pour une autre : l’exercice suit la version { $used }, fournie avec le programme.
practise-copy-broken = Votre copie de la grille contient une erreur : l’exercice suit la version { $used }, fournie avec le programme.
practise-name = Qui s’exerce ? Votre nom ou numéro, qui sera retenu
practise-never = pas encore fait
practise-last = { $agreed } sur { $n } { $at }
practise-last-other = fait { $at }, sur une autre version
practise-over-finish = La scène est terminée. { $key } pour relire et terminer.
practise-heading = { $title } · { $speed }
practise-gone = Le scénario de cet exercice a été modifié ou retiré ; la visite continue sans lui.
practise-no-reveal = Cette visite n’a pas de corrigé : elle ne suivait pas de scénario, ou celui-ci a été modifié ou retiré.
practise-agreed = { $agreed } réponses sur { $n } conformes au corrigé : { $share } ({ $lower } à { $upper })
practise-score = { $agreed } sur { $n }
practise-agreed-none = Réponses comparables au corrigé : { $n }.
practise-count-lenient = trop indulgentes : { $count }
practise-count-severe = trop sévères : { $count }
practise-count-other = { $count ->
    [one] { $count } différente
   *[other] { $count } différentes
  }
practise-count-unanswered = sans réponse : { $count }
practise-count-not-asked = non demandées : { $count }
practise-count-no-reference = sans objet : { $count }
practise-median-late = Délai médian : { $time } ; { $early ->
    [0] aucune réponse en avance
   *[other] { $early } en avance
  }
practise-median-at-once = Délai médian : moins d’une seconde ; { $early ->
    [0] aucune réponse en avance
   *[other] { $early } en avance
  }
practise-median-early = Médiane : { $time } d’avance ; { $early ->
    [one] { $early } réponse en avance
   *[other] { $early } réponses en avance
  }
practise-same = conforme
practise-lenient = trop indulgent
practise-severe = trop sévère
practise-other = différent
practise-unanswered = sans réponse
practise-not-asked = non demandé : dépend d’une autre réponse
practise-no-reference = sans objet selon le corrigé
practise-words = texte, non comparé
practise-none = aucune
practise-own = Vous : { $value }
practise-reference = Corrigé : { $value }
practise-why = Pourquoi : { $reason }
practise-moment = À { $at } · { $line }
practise-nothing-shows = Aucun moment précis ne permet de trancher.
practise-late = Répondu à { $at }, avec { $time } de retard
practise-early = Répondu à { $at }, avec { $time } d’avance
practise-at-once = Répondu à { $at }, aussitôt
practise-answered = Répondu à { $at }
practise-over = La scène est terminée.

practise-beside = Comparé au corrigé
practise-script = La scène
practise-references = Le corrigé
practise-check-good = { $path } : OK, { $lines ->
    [one] { $lines } ligne
   *[other] { $lines } lignes
  } de scène, { $references ->
    [one] { $references } réponse
   *[other] { $references } réponses
  } au corrigé, aucune erreur (grille { $checklist })
practise-record-none = Aucun exercice sur scénario encore. « esprit practise » montre les scénarios.
practise-other-version = le scénario a été modifié ou retiré : rien à comparer
practise-plain-ask = Quel scénario ? Son nom ou son numéro :
practise-plain-unknown = Aucun scénario de ce nom ; tapez son nom ou son numéro.
# Ligne par ligne
practise-plain-wait = « wait » attend la prochaine ligne de la scène, « wait SECONDES » ce moment, « wait end » sa fin.
practise-plain-when = « { $asked } » n’est pas un moment de la scène : tapez des secondes, ou end.
practise-plain-still = La scène est en pause avec la visite : continue, puis wait.
