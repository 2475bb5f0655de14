# The editor of checklists: the names of its fields.
editor-field-id = Id
editor-field-title = Title
editor-field-relation = About
editor-field-languages = Languages
editor-field-contents = Questions
editor-field-attitude = Attitude
editor-field-weight-percent = Share (%)
editor-field-label = Question
editor-field-type = Answered by
editor-field-partly = “Partly” allowed
editor-field-points-yes = Points for yes
editor-field-points-partly = Points for partly
editor-field-points-no = Points for no
editor-field-min = Lowest
editor-field-max = Highest
editor-field-min-label = Lowest means
editor-field-max-label = Highest means
editor-field-unit = Unit
editor-field-message = If outside
editor-field-multiple = Several answers
editor-field-starts = Starts
editor-field-option = Answer { $n }
editor-field-add-option = Add an answer
editor-field-band = Step { $n }
editor-field-add-band = Add a step
editor-field-weight = Weight
editor-field-critical = Knock-out
editor-field-scored = In the score
editor-field-bonus = Bonus
editor-field-outcome = Outcome
editor-field-note-required = Note if
editor-field-guide = { $key ->
    [how] How to judge
    [yes] Yes if
    [partly] Partly if
    [no] No if
    [self_audit] In a self-audit
    [ruling] Agreed in class
   *[other] { $label } if
  }
editor-field-behaviour = Mirror
editor-field-join = It takes
editor-field-term = Only if
editor-field-add-term = Add a condition
editor-field-when = Only if
editor-field-unknown = Unknown: { $key }
editor-field-points = Points
editor-field-exclusive = Excludes others
editor-field-limit = Up to
editor-field-term-item = Question
editor-field-negated = Reversed
editor-field-comparison = Compared
editor-field-number = With
editor-field-answers = Answers

# What F1 says of each.
editor-explain-id = The short name in files and reports. It is made from the text, and never changes once the checklist is saved.
editor-explain-title = The name by which the observer chooses the checklist before a visit.
editor-explain-relation = Whose service it is: towards customers, between managers and their teams, or between departments.
editor-explain-languages = The languages of the checklist. With two of them, every text is written in both, and the visit shows the observer’s.
editor-explain-contents = What the checklist, or the section, is made of.
editor-explain-attitude = Which attitude the section is about: greeting, listening, efficiency, or one of your own. Reports group sections by it.
editor-explain-weight-percent = How much of the whole score the section counts for. Leave it empty in all sections and every question counts by its weight alone.
editor-explain-label = What the observer reads during the visit: one thing that can be seen or heard. Enter adds the next question.
editor-explain-type = How the observer answers: yes and no, a mark on a scale, answers of your own, a tally, a stopwatch, a number or a text.
editor-explain-partly = Whether “partly” can be answered, besides yes and no.
editor-explain-points-yes = How much of the weight a yes earns: 1 is all of it. Empty means 1.
editor-explain-points-partly = How much of the weight “partly” earns: 0.5 is half. Empty means 0.5.
editor-explain-points-no = How much of the weight a no earns. Empty means 0.
editor-explain-min = The lowest value that can be entered. On a scale it earns no points.
editor-explain-max = The highest value that can be entered. On a scale it earns all points.
editor-explain-min-label = What the lowest value means, for example “not at all”.
editor-explain-max-label = What the highest value means, for example “certainly”.
editor-explain-unit = What is counted or measured, for example € or persons.
editor-explain-message = What the observer is told when a number is outside the limits.
editor-explain-multiple = Whether several answers can be ticked. Their points add up, to 1 at most.
editor-explain-starts = When the stopwatch starts: with the visit, or when the observer presses the key.
editor-explain-option = One of the answers to choose from. Enter opens it: its text, its points.
editor-explain-add-option = Adds an answer to choose from.
editor-explain-band = Points for results up to a limit, for example 1 point up to 30 seconds. Enter opens it.
editor-explain-add-band = Adds points for results up to a limit. Without any, the result is noted and does not count in the score.
editor-explain-weight = How much the question counts beside the others: 2 counts twice as much as 1.
editor-explain-critical = A knock-out question: a “no” here fails the visit. It is told beside the score and does not change it.
editor-explain-scored = Whether it counts in the score. What does not count is noted all the same.
editor-explain-bonus = Earns points when it is met, and costs none when it is not.
editor-explain-outcome = The question about the result of the visit, for example: would you come back? One at most; it is not scored, reports compare the others with it.
editor-explain-note-required = The answers that need a note. Tick them; the review asks for the note before the visit ends.
editor-explain-guide = What counts as this answer, in a few words. The observer sees it under the question.
editor-explain-behaviour = The name of the behaviour, shared with a question of another checklist: reports then compare both, customers and teams.
editor-explain-join = Whether all conditions must be met, or one of them is enough.
editor-explain-term = The question is asked only after a certain answer to an earlier one. Enter opens the condition.
editor-explain-add-term = Asks the question only after a certain answer to an earlier one, for example: only if someone came up to the customer.
editor-explain-when = This condition is too deeply nested to be changed here. It can stay as it is, or be removed with Delete.
editor-explain-unknown = This is no part of a checklist, perhaps it is misspelt in the file. Delete removes it.
editor-explain-points = How much of the weight it earns: 1 is all of it, 0 nothing.
editor-explain-exclusive = Ticking this answer takes the others away, as “none of these” does.
editor-explain-limit = The points count up to this limit, included; of a stopwatch in seconds. Empty means: everything beyond the steps before.
editor-explain-term-item = The earlier question that decides whether this one is asked.
editor-explain-negated = Whether the condition is turned around: the question is asked unless the answer is one of these.
editor-explain-comparison = How the number is compared.
editor-explain-number = The number to compare with; of a stopwatch in seconds.
editor-explain-answers = The answers after which the question is asked. Tick one or several.

# What is wrong, at its field.
editor-fault-blank = Write a text here.
editor-fault-missing-text = The text is missing in { $language }.
editor-fault-empty-questions = There is no question yet.
editor-fault-empty-answers = Tick at least one answer.
editor-fault-empty-options = Add at least one answer to choose from.
editor-fault-range = The number must be 0 or more.
editor-fault-above = The number must be { $most } or less.
editor-fault-scale = The highest value must be above the lowest.
editor-fault-bands = Each step must end above the one before; only the last may be without a limit.
editor-fault-unknown-item = The question that the condition is about is no longer there.
editor-fault-forward = The condition is about a later question: move one of them, or choose another.
editor-fault-not-numeric = The answers to that question are no numbers.
editor-fault-unknown-answer = “{ $value }” is no longer an answer to that question.
editor-fault-second-outcome = Another question is the outcome already.

# Values.
editor-relation-customer = towards customers
editor-relation-management = between managers and teams
editor-relation-internal = between departments
editor-languages-fr = French
editor-languages-en = English
editor-languages-fr-en = French and English
editor-attitude-none = none
editor-attitude-greeting = greeting
editor-attitude-listening = listening
editor-attitude-efficiency = efficiency
editor-type-behaviour = yes, partly, no
editor-type-scale = a mark on a scale
editor-type-choice = answers of your own
editor-type-count = a tally
editor-type-timer = a stopwatch
editor-type-number = a number
editor-type-text = a text
editor-join-all = all of them
editor-join-any = one of them
editor-comparison-at-least = at least
editor-comparison-above = more than
editor-comparison-at-most = at most
editor-comparison-below = less than
editor-comparison-is = one of the answers
editor-starts-visit = with the visit
editor-starts-observer = by key
editor-unscored = outside the score
editor-untitled = (no text yet)
editor-up-to = up to { $limit }
editor-beyond = beyond
editor-points = { $many ->
    [1] { $points } points
   *[0] { $points } point
  }
editor-or = { " or " }
editor-term-is = “{ $label }” { $test }
editor-term-not = “{ $label }” not { $test }
editor-nested = a nested condition
editor-missing = to be written

# The editor: its keys.
app-context-editor = In the editor of checklists
app-key-new-item = question
app-help-new-item = Add a question after the selected row
app-key-new-section = section
app-help-new-section = Add a section after this one
app-key-edit-field = edit
app-help-edit-field = Go to the form; there, change the selected field
app-key-other-pane = other side
app-help-other-pane = Go from the outline to the form, and back
app-key-move-up = up
app-help-move-up = Move the question or section up, into the section before too
app-key-move-down = down
app-help-move-down = Move the question or section down, into the section after too
app-key-duplicate-item = duplicate
app-help-duplicate-item = Put a copy of the question or section after it
app-key-delete-item = delete
app-help-delete-item = Delete the question or section; in the form, empty the field or remove the part
app-key-cut = cut
app-help-cut = Cut the question or section, to be pasted elsewhere
app-key-copy = copy
app-help-copy = Copy the question or section
app-key-paste = paste
app-help-paste = Paste what was cut or copied after the selected row
app-key-insert = insert
app-help-insert = Insert a question or section of another checklist
app-key-next-fault = what to mend
app-help-next-fault = Go to the next field that is to be mended
app-key-try = try
app-help-try = Try the checklist in a practice visit that is not kept
app-key-save = save
app-help-save = Save as a new version
app-key-editor-leave = leave
app-help-editor-leave = Go back to the outline, then leave; what is written is kept
editor-key-next = next question
editor-key-choose = select
editor-key-next-field = next field

# What stands around, and what is asked.
editor-preview = as in the visit
editor-faults = { $count ->
    [one] 1 thing to mend
   *[other] { $count } things to mend
  }
editor-draft-kept = draft kept
editor-resume = Unsaved changes
editor-ask-resume = You have been working on this checklist and have not saved it as a version yet. Go on from there?
editor-row-continue = Go on with the draft
editor-row-start-again = Drop the draft and begin again
editor-leave = Leave the editor
editor-ask-leave = Your changes are not a version yet. They are kept as a draft unless you drop them.
editor-ask-leave-faults = { $count ->
    [one] One thing is still to be mended: until then the checklist cannot be saved as a version. Your changes are kept as a draft unless you drop them.
   *[other] { $count } things are still to be mended: until then the checklist cannot be saved as a version. Your changes are kept as a draft unless you drop them.
  }
editor-row-keep-draft = Leave, keep the draft
editor-row-save-and-leave = Save as a version, then leave
editor-row-drop-changes = Drop the changes
editor-meaning = Save a new version
editor-ask-meaning = Only texts have changed. Do all questions still ask the same? Then figures before and after are compared; otherwise they are kept apart.
editor-row-same-meaning = Yes, the meaning is unchanged: version { $version }
editor-row-other-meaning = No, something is asked differently: version { $version }
editor-insert-from = Insert from which checklist?
editor-insert = Insert what?

# What is said.
editor-draft-unreadable = The draft that was kept could not be read. It was put aside: { $path }.
editor-tried-score = That was a try; nothing of it is kept. Score: { $percent }.
editor-tried = That was a try; nothing of it is kept.
editor-faults-left = Still to be mended before it can be saved as a version: { $count }. The draft is kept.
editor-nothing-to-undo = There is nothing to undo.
editor-nothing-to-redo = There is nothing to redo.
editor-cannot-try = A visit needs what is marked here first.
editor-nothing-to-save = Nothing has changed since the version that is saved.
editor-not-a-number = Type a number, for example 2 or 0.5.
editor-too-many-digits = This number has more digits than can be kept exactly: 15 are always possible.
editor-ambiguous-number = Type { $thousands } or { $decimal }: it can be read in two ways.
editor-not-whole = Type a whole number.
editor-not-an-id = An id takes small letters without accents, digits, and . _ - after the first character.
editor-id-taken = This id is taken already.
editor-id-fixed = Earlier visits refer to this id: it can no longer change.
editor-no-faults = Nothing is to be mended.
editor-not-here = This cannot be entered here.
editor-copy-title = { $title } (copy)
editor-copied = Copied. Paste puts it after the selected row.
editor-nothing-to-paste = Nothing was cut or copied yet.
editor-saved = Version { $version } is saved: { $path }
editor-quoted = “{ $text }”
editor-conditions-dropped = Without a condition now, because it is about a question that is not here: { $labels }
editor-only-removed = This can stay as it is, or be removed.
editor-dependents = Questions that were asked only after an answer to what is gone: { $count }. They are marked.
editor-first-version = This is the first version. Visits can be made with it as soon as it is saved.
editor-new-version = More than texts has changed: what the score is made of is not the same. Visits made so far keep the version that they were made with.
editor-row-save-version = Save as version { $version }

# Attitudes of the author's own, insertions, keys of the outline.
editor-attitude-other = another one, to be typed…
editor-inserted = Inserted: “{ $label }”. Enter inserts another one, Esc goes back to the checklists.
editor-select-a-part = Choose a question or a section first.
editor-in-outline = This key works in the outline: Tab goes back to it.
editor-trial-site = Try-out (not kept)

# What is wrong, said without the words of files.
editor-field-option-label = Text
editor-fault-no-points = Give this answer points, even 0, or set “In the score” to no.
editor-fault-no-share = Give this section a share, or empty that of all the others.
editor-fault-share = The share must be above 0, and { $most } or less.
editor-fault-unused-points = This answer does not count in the score: empty its points, or set “In the score” to yes.
editor-fault-limits = No number is allowed: the highest must reach the lowest.
