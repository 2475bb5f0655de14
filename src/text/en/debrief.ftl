# The debrief of a finished visit.
debrief-score = Score: { $percent }
debrief-answers = Answers
debrief-attitude = { $name }: { $percent } ({ $count ->
    [one] { $count } answer
   *[other] { $count } answers
  })
debrief-attitude-count = { $name }: { $count } of { $of } answered
debrief-strengths = Strengths
debrief-strengths-none = None of the answers earned most of its points.
debrief-to-work-on = To work on
debrief-to-work-on-none = Nothing: every answer earned most of its points.
debrief-ranked = Strengths and points to work on
debrief-too-few = Too few scored answers to name any.
debrief-critical = Critical points missed
debrief-critical-none = None
debrief-notes = Required notes
debrief-note = { $item }: { $note }
debrief-note-missing = { $item }: no note
debrief-unanswered = Without an answer
debrief-unanswered-line = { $count } of { $of }: the score is made of the others alone.
debrief-unanswered-fact = Without an answer: { $count } of { $of }
