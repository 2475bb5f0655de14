# The debrief of a finished visit.
debrief-score = Score : { $percent }
debrief-answers = Réponses
debrief-attitude = { $name } : { $percent } ({ $count ->
    [one] { $count } réponse
   *[other] { $count } réponses
  })
debrief-attitude-count = { $name } : { $count } des { $of } points notés ont une réponse
debrief-hidden = Les scores ne sont pas affichés ; les réglages permettent de le changer.
debrief-strengths = Points forts
debrief-strengths-none = Aucune réponse n’obtient plus de la moitié de ses points.
debrief-to-work-on = Points à travailler
debrief-to-work-on-none = Aucun : chaque réponse obtient plus de la moitié de ses points.
debrief-too-few = Trop peu de réponses notées pour en nommer : moins de { $count }.
debrief-critical = Points éliminatoires manqués
debrief-critical-none = Aucun
debrief-notes = Notes attendues
debrief-note = { $item } : { $note }
debrief-note-missing = { $item } : pas de note
