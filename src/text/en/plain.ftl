# The visit line by line.

plain-greeting = Visit: { $title } · { $site }. Type “help” for the commands.
plain-end = End of the list; unanswered: { $open }. “finish” to finish, “back” or “goto NUMBER” to go back.
plain-not-understood = “{ $line }” is not understood. Type “help” for the commands.
plain-no-item = No item is left; “back” or “goto NUMBER” to go back to one.
plain-not-saved = Not saved: { $reason } Your answers are kept in memory; trying again with the next line.
plain-end-of-input = Nothing more to read.
plain-lost = { $count ->
    [one] { $count } event could not be saved and is lost.
   *[other] { $count } events could not be saved and are lost.
  }
plain-quit-unsaved = { $count ->
    [one] { $count } event is not saved and would be lost.
   *[other] { $count } events are not saved and would be lost.
  } Type “quit” again to quit anyway.
plain-resume = The visit is kept. To resume it: esprit resume { $id } --plain
plain-ago = The next answer counts as seen { $duration } ago.
plain-answered = Answer: { $value }
plain-running = The timer is running.
plain-noted = Note: { $note }
plain-note-needed = A note is needed: note TEXT.
plain-mark = Mark { $seq }, { $at } { $text }
plain-notes-missing = A note is needed for:
plain-finish-again = Type “finish” again to finish anyway.
plain-hint-behaviour = y yes, p partly, n no, x not applicable, v not seen
plain-hint-behaviour-strict = y yes, n no, x not applicable, v not seen
plain-hint-scale = a number from { $min } to { $max }, x not applicable, v not seen
plain-hint-choice = the name or the number of an answer
plain-hint-choice-several = the names or the numbers, with spaces between them
plain-hint-count = + adds 1, or a number; an empty line to go on
plain-hint-timer = start, stop, never, or a time: 90, 1:30, 2.5 min
plain-hint-number = a number
plain-hint-text = a text; = before a text that would be a command
plain-help = Answers: y, p, n, x (not applicable), v (not seen), a number, a name, a text; + counts; start, stop, never for a timer.
    Moves: an empty line or next, back, goto NUMBER, list.
    Notes: note TEXT, ago TIME (before the answer: 20 s, 4 min, 10:02), mark [TEXT], bind [NUMBER] (assigns the mark to this item), clear.
    Facts: site NAME, observer NAME, kind KIND, remark [TEXT] change them; review shows what will be sealed.
    Visit: pause [REASON], continue, undo, redo, finish, quit (the visit is kept).
plain-bad-kind = The kind is mystery visit, self-audit or training.
plain-ask-checklist = Which checklist? Its name or its number:
plain-no-checklist = There is no such checklist; type its name or its number.
plain-ask-site = Which site?
plain-bad-site = A site’s name needs a letter or a digit.
plain-ask-observer = Who observes? Your name or number:
plain-bad-observer = An observer’s name needs a letter or a digit.
