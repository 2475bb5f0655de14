# A checklist on paper.

paper-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
paper-times = From … to …
paper-legend = Tick one box per question. Write down what you saw and heard, while you still have it in mind.
paper-only-if = Only if { $condition }
paper-and = and
paper-or = or
paper-not = not ({ $condition })
paper-several = Several answers are possible.
paper-tally = One stroke each time:
paper-total = Total:
paper-from-start = Counted from the start of the visit.
paper-minutes = min
paper-seconds = s
paper-range = from { $least } to { $most }
paper-at-least = { $least } or more
paper-at-most = { $most } or less
paper-note-if = Note (required if: { $answers })
