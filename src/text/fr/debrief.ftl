# The debrief of a finished visit.
debrief-score = Score : { $percent }
debrief-answers = Réponses
debrief-attitude = { $name } : { $percent } ({ $count ->
    [one] { $count } réponse
   *[other] { $count } réponses
  })
debrief-attitude-count = { $name } : { $count ->
    [one] { $count } réponse
   *[other] { $count } réponses
  } sur { $of }
debrief-strengths = Points forts
debrief-strengths-none = Aucune réponse n’obtient plus de la moitié de ses points.
debrief-to-work-on = Points à travailler
debrief-to-work-on-none = Aucun : chaque réponse obtient plus de la moitié de ses points.
debrief-ranked = Points forts et points à travailler
debrief-too-few = Trop peu de réponses notées pour en nommer.
debrief-critical = Points éliminatoires manqués
debrief-critical-none = Aucun
debrief-notes = Notes obligatoires
debrief-note = { $item } : { $note }
debrief-note-missing = { $item } : pas de note
debrief-unanswered = Sans réponse
debrief-unanswered-line = { $count } sur { $of } : le score ne porte que sur le reste.
debrief-unanswered-fact = Sans réponse : { $count } sur { $of }
