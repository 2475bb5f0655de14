# The screens.

app-title = Esprit de service
app-too-small = Please enlarge the window; the visit goes on, but keys do nothing until then.
app-too-small-idle = Make the window larger.
app-colon = {":"} { "" }

# Names of keys
app-name-space = Space
app-name-enter = Enter
app-name-esc = Esc
app-name-tab = Tab
app-name-back-tab = Shift+Tab
app-name-backspace = Backspace
app-name-delete = Del
app-name-home = Home
app-name-end = End
app-name-page-up = Page Up
app-name-page-down = Page Down

# At the foot of a screen, a word or two
app-key-yes = yes
app-key-no = no
app-key-partly = partly
app-key-not-applicable = n/a
app-key-not-observed = not seen
app-key-answer = answer
app-key-scroll = scroll
app-key-go-on = go on
app-key-start = start
app-key-take = choose
app-key-from-list = take from the list
app-key-seconds = type it
app-key-place = assign
app-key-timer = timer
app-key-count = count
app-key-note = note
app-key-mark = mark
app-key-place-mark = assign a mark
app-key-ago = ago…
app-key-undo = undo
app-key-redo = redo
app-key-clear = clear
app-key-pause = pause
app-key-hide = hide
app-key-hide-here = hide
app-key-finish = finish
app-key-up = up
app-key-up-down = choose
app-key-left-right = change
app-key-continue = go on
app-key-down = down
app-key-next-section = next section
app-key-previous-section = previous section
app-key-page-up = page up
app-key-page-down = page down
app-key-first = first
app-key-last = last
app-key-leave = leave the screen
app-key-lower = less
app-key-higher = more
app-key-toggle = tick
app-key-choose = answer
app-key-back = back
app-key-keep = keep
app-key-new-line = new line
app-key-take-in = add it
app-key-show-again = back to the visit
app-key-go-to = go there
app-key-finish-now = finish the visit
app-key-open = open
app-key-end-of-visit = first screen
app-key-to-home = first screen
app-key-write-page = write as a page
app-key-another-visit = new visit
app-key-look-at = view it
app-key-look = view
app-key-discard = abandon
app-key-quit = quit
app-key-script = script
app-key-compare = the reference
app-key-explain = score explained
app-key-answers = answers
app-key-timeline = timeline
app-key-correct = correct
app-key-declare-void = declare void
app-key-replay = replay
app-key-play = play, stop
app-key-faster = faster
app-key-slower = slower
app-key-previous-event = previous event
app-key-next-event = next event
app-key-to-item = go to an item
app-key-order = order
app-key-replay-start = to the start
app-key-replay-end = to the end
app-key-replay-leave = leave
app-key-speed = speed
app-key-steps = event by event
app-key-results = results
app-key-previous-tab = previous tab
app-key-next-tab = next tab
app-key-deeper = look closer
app-key-filter = filter
app-key-no-filter = clear filter
app-key-export = export
app-key-higher-up = back
app-key-html = web page
app-key-xlsx = Excel workbook
app-key-csv = CSV table
app-key-txt = text
app-key-json = JSON
app-key-tabs = tabs
app-key-accept = yes
app-key-refuse = no
app-key-help = help
app-key-reveal = reveal names
app-key-previous-item = previous
app-key-next-item = next
app-key-reference = reference
app-key-ruling = ruling
app-key-guide = guidance
app-key-overview = overview
app-key-blank = blank
app-key-live = live visit

# On the help screen, a sentence
app-help-yes = Answer yes
app-help-no = Answer no; on a timer: never
app-help-partly = Answer partly
app-help-not-applicable = Not applicable: there was no occasion for it
app-help-not-observed = Not seen: you could not observe it
app-help-answer = Open the possible answers, or type one
app-help-timer = Start or stop the timer
app-help-count = Add 1 to the tally
app-help-note = Write a note about this item
app-help-mark = Set a mark: the time only
app-help-place-mark = Assign a mark to this item
app-help-ago = The next answer was seen earlier
app-help-undo = Undo, back to the start of the visit
app-help-redo = Redo what was undone
app-help-clear = Clear the answer
app-help-pause = Pause, or go on
app-help-hide = Hide: an ordinary page of notes
app-help-hide-here = Hide, from any screen; the same key comes back
app-help-finish = Review and finish the visit
app-help-up = Up
app-help-down = Down
app-help-next-section = Next section
app-help-previous-section = Previous section
app-help-page-up = Up by a page
app-help-page-down = Down by a page
app-help-first = To the first
app-help-last = To the last
app-help-leave = Back to the first screen; the visit stays open
app-help-lower = Left, or the previous value
app-help-higher = Right, or the next value
app-help-toggle = Tick or untick
app-help-choose = Keep this choice
app-help-back = Go back
app-help-keep = Keep what is typed
app-help-new-line = Start a new line
app-help-take-in = Add what is typed to the visit’s notes; with nothing typed, set a mark. The page does not show it
app-help-show-again = Back to the visit; what is typed stays on the page
app-help-go-to = Go to this item, then come back
app-help-finish-now = Finish: seals the visit’s file
app-help-open = Open
app-help-end-of-visit = Back to the first screen; after practice on a scenario, compare with the reference
app-help-to-home = Back to the first screen
app-help-write-page = Write the visit as a page, to read and to print
app-help-another-visit = Start another visit
app-help-look-at = View the finished visit
app-help-look = View without resuming
app-help-discard = Abandon an interrupted visit
app-help-quit = Quit; during a visit, twice
app-help-script = Read the scene again from its first line; Esc comes back
app-help-compare = Compare with the reference
app-help-explain = The score, line by line
app-help-answers = The answers
app-help-timeline = The timeline
app-help-correct = Correct the visit: who and why, then its own screen
app-help-declare-void = Declare the visit void: who and why
app-help-replay = Play the visit back in real time
app-help-play = Play or stop
app-help-faster = Faster
app-help-slower = Slower
app-help-previous-event = Previous event
app-help-next-event = Next event
app-help-to-item = Choose an item and go to its first entry
app-help-order = In the order of entry, or as it happened
app-help-replay-start = Back to the start
app-help-replay-end = To the end
app-help-replay-leave = Back to the visit’s answers
app-help-results = Open the results
app-help-previous-tab = Previous tab
app-help-next-tab = Next tab
app-help-deeper = Look closer: the site, the behaviour, the visits, the visit
app-help-filter = Filter: days, site, observer…
app-help-no-filter = Clear filter
app-help-export = Save what is shown to a file
app-help-higher-up = Back one level
app-help-html = A web page, to read and to print
app-help-xlsx = A workbook, one sheet per question
app-help-csv = A CSV table, one row per figure
app-help-txt = A text file
app-help-json = Every figure, for programs
app-help-accept = Yes
app-help-refuse = No
app-help-help = All the keys
app-help-reveal = Reveal the reference, then the names; then start again
app-help-previous-item = Previous item
app-help-next-item = Next item
app-help-reference = Choose what the answers are compared with
app-help-ruling = Write down what the class decides
app-help-guide = Show or hide the guidance
app-help-overview = All items, and back to one
app-help-blank = A blank screen; any key comes back
app-help-live = A training visit in front of the class

app-context-visit = During the visit
app-context-practice = In practice on a scenario
app-context-choosing = Choosing an answer
app-context-typing = Typing
app-context-page = On the page of notes
app-context-review = In the review
app-context-finished = When a visit has ended
app-context-list = In lists
app-context-home = On the first screen
app-context-session = On a past visit
app-context-replay = On a visit that is played back
app-context-results = On the results
app-context-exporting = When results are exported
app-context-confirm = When asked to confirm
app-context-anywhere = Everywhere
app-context-class = With a class
app-context-present = In front of a class

# The visit
app-saved = saved
app-saving = saving
app-unsaved = not saved
app-not-saved = Not saved: your answers are kept in memory and tried again every second.
app-pending-ago = Next answer: seen { $ago } ago. Press { $key }, then 0, to cancel.
app-paused = PAUSED
app-timer = timer
app-flag-note = n
app-note = Note
app-note-for = Note: { $item }
app-history = What was recorded
app-guide-how = how to judge
app-guide-self-audit = how to judge in a self-audit
app-guide-ruling = ruling
app-marks = Which mark belongs to this item?
app-place-mark = Mark { $mark }: choose the item, then Enter.
app-entry-ago = How long ago, or when? For example 20 s, 4 min, 10:02
app-entry-pause = The visit is paused. Why? (optional)
app-entry-text = Your answer
app-entry-count = How many in all?
app-entry-seconds = How long? For example 90, 1:30 or 2.5 min
app-entry-number = Number

app-coach-behaviour = Practice: did you see it? { $yes } for yes, { $no } for no, { $partly } for partly.
app-coach-note = Practice: try { $no } for no, then { $note } to say why: a note is needed.
app-coach-timer = Practice: the timer has run since the start; { $timer } stops it at the first word.
app-coach-count = Practice: { $count } adds 1 each time; { $undo } undoes.
app-coach-scale = Practice: type a digit, or Enter and then the arrows. After that, { $finish } to finish.
app-coach-entry = Practice: Enter, then type.

app-notice-leaving = A visit is under way; it stays here, to be resumed. Press it again to quit.
app-notice-leaving-unsaved = The last answers are not saved and would be lost. Press it again to quit anyway.
app-notice-marked = Mark set.
app-long-answer = Answer: { $answer }
app-notice-undone = Undone: { $what }
app-notice-redone = Redone: { $what }
app-notice-kept = An unreadable journal was moved, complete, to { $path }
app-notice-no-mark = No mark to assign. { $key } sets one.
app-notice-no-timer = There is no timer here.
app-notice-no-tally = This item is not a tally.
app-notice-choose-one = Tick at least one answer with Space.
app-notice-ago-form = Type a time, for example 20 s, 4 min or 10:02.
app-notice-number-form = Type a valid number, for example 3 or 2.5.
app-notice-count-form = Type a whole number, for example 3.
app-notice-note-needed = A note is needed: { $key } to write it.
app-notice-list-end = End of the list; some items above are unanswered. { $key } shows them.
app-notice-last-item = That was the last item. { $key } to review and finish.
app-notice-something-left = Some items are incomplete. Press { $key } again to finish anyway.
app-notice-unsaved-first = The visit under way is not saved yet; please wait.
app-notice-no-checklist = There is no usable checklist.
app-notice-no-site = Enter the site: a name with a letter or a digit.
app-notice-no-observer = Enter the observer: a name with a letter or a digit.
app-notice-not-yet-saved = One moment: the visit’s file is still being written.
app-notice-press-letter = Press the new letter, or Esc.
app-notice-letter-taken = This letter is in use: { $name }.
app-notice-not-a-letter = Only letters can be used here.
app-notice-cut = The last line of the journal was incomplete and was removed; everything before it is here.
app-notice-timer-ran-on = The program was closed for up to { $time } and the timer ran on: { $names }. If it should have stopped, type its time in seconds.
app-notice-timer-unknown = The computer’s clock was set back while the program was closed. The timer’s time is unknown; type it in seconds: { $names }.
app-notice-salvaged = The damaged journal is kept in { $path }; everything before the damage was recovered.
app-notice-abandoned = Visit abandoned; its file is kept: { $path }
app-notice-finished = This visit was finished; its file is saved: { $path }

# Home
app-home-continue = Back to the visit: { $site }
app-home-resume = Resume: { $site }, interrupted { $at }, { $answers ->
    [0] no answer yet
    [one] { $answers } answer
   *[other] { $answers } answers
  }
app-home-busy = Open in another window: { $site }, { $answers ->
    [0] no answer yet
    [one] { $answers } answer
   *[other] { $answers } answers
  }, { $at }
app-home-broken = Visit to repair: { $reason }
app-home-practice = Practise: a guided visit of two minutes
app-practice-site = Bakery (practice)
app-home-new = New visit
app-home-past = Past visits
app-home-past-none = Past visits (none yet)
app-home-results = Results
app-home-checklists = Checklists
app-home-training = Training
app-home-settings = Settings
app-home-help = Help: all the keys
app-home-quit = Quit
app-ask-discard = Abandon this visit? It cannot be resumed; what was recorded stays in its file. Y yes, N no.
app-ask-salvage = The journal of this visit is damaged. Recover everything before the damage? The original is kept. Y yes, N no.

# Before the visit
app-before = Before the visit
app-before-checklist = Checklist
app-before-kind = Kind
app-before-last-kind = { $kind } · as earlier today at this site
app-before-site = Site
app-before-observer = Observer
app-before-remark = Remark
app-before-start = Start the visit
app-before-site-hint = name of the site, known or new
app-before-known-site = known site
app-before-new-site = add as a new site
app-before-observer-hint = your name or number
app-before-remark-hint = optional: channel, time slot, brief
app-items = { $count ->
    [one] { $count } item
   *[other] { $count } items
  }

# Review
app-review = Review before finishing
app-review-unanswered = Unanswered: { $count }
app-review-unanswered-none = Unanswered: none
app-review-notes = Required notes missing: { $count }
app-review-notes-none = Required notes missing: none
app-review-marks = Marks to assign: { $count }
app-review-marks-none = Marks to assign: none
app-review-late = { $count ->
    [one] { $count } late answer
   *[other] { $count } late answers
  }
app-review-page = On the page of notes, not in the visit
app-review-facts = The visit
app-review-note = Note
app-review-written = Notes written: { $count }
app-edit-fact = Change before sealing
app-key-change = change
app-review-shifts = { $count ->
    [one] The computer’s clock changed { $count } time
   *[other] The computer’s clock changed { $count } times
  }
app-review-score = Score: { $percent }
app-review-meaning = Finishing seals the visit’s file; a later change is a correction.

# The end
app-finished = Visit finished
app-finished-abandoned = Visit abandoned
app-finished-saved = The visit’s file is saved:
app-finished-saving = Writing the visit’s file…

# Past visits
app-past = Past visits
app-past-count = { $shown } of { $all }
app-past-filter = Search:
app-past-empty = No visit yet. Esc, then “New visit” to begin.
app-past-no-match = Nothing matches. Esc clears the search.
app-session-facts = { $percent } ({ $points } of { $possible }) · { $duration } · { $observer }
app-session-facts-shares = { $percent } · { $duration } · { $observer }
app-session-facts-open = { $duration } · { $observer }
app-session-remark = Remark: { $text }
app-session-page = Notes: { $text }
app-session-failed = Critical item missed: { $items }
app-score-weight = weight { $weight }
app-score-bonus = bonus
app-score-unscored = not scored
app-score-aside = not counted
app-score-critical = critical
app-item-conditional = conditional

# Checklists
app-checklists = Checklists
app-checklists-hint = Changing a bundled one makes your own copy. A spreadsheet of questions can be imported.
app-checklists-bundled = bundled
app-checklists-own = yours
app-fault-place = Line { $line }, column { $column }:

# Settings
app-settings = Settings
app-settings-language = Language
app-settings-theme = Colours
app-settings-glyphs = Symbols
app-settings-score = Score shown in the review
app-settings-target = Target score
app-target-none = none
app-settings-mouse = Mouse
app-settings-observer = Observer
app-settings-cover-text = Text on the page of notes
app-settings-letters = Letter keys of the visit (Enter to change)
app-language-fr = French
app-language-en = English
app-theme-default = the terminal’s
app-theme-dark = dark
app-theme-light = light
app-theme-high-contrast = high contrast
app-theme-mono = no colour
app-glyphs-unicode = full
app-glyphs-safe = simple
app-on = yes
app-off = no

app-help = All the keys
app-key-reveal-reference = reveal reference
app-key-reveal-again = start again
app-notice-not-an-answer = Not a valid answer here; press { $key } for the choices.
app-no-score = No score yet
app-session-no-score = No score yet · { $duration } · { $observer }

# Sites and observers.
app-several-sites = Several sites are called “{ $name }”. Enter the id: { $ids }.
app-several-observers = Several observers are called “{ $name }”. Enter the id: { $ids }.
app-before-is-new = new site
# Corrections
correction-word = Correction
correction-title = Correct this visit
correction-void-title = Declare this visit void
correction-by = Who
correction-reason = Why
correction-meaning = The visit opens again. What you change is recorded with your name and this reason; finishing writes a new file beside the first one, which stays as it is.
correction-void-meaning = A new file beside the first one says that the visit does not count, by whom and why. Reports count it apart. It can be corrected later.
correction-who-and-why = Say who corrects the visit, and why.
correction-begun = You correct a visit that was finished: the clock stands. Finishing writes a new file; the first one stays.
correction-finished = Correction saved
correction-dropped = The correction was dropped; the visit is as it was.
correction-voided = The visit is declared void; its new file: { $path }
correction-ask-drop = Drop this correction? The visit stays as it was before. Y yes, N no.
correction-home-continue = Back to the correction: { $site }
correction-home-resume = Resume the correction: { $site }, interrupted { $at }
correction-made = Corrected by { $by }, { $at }: { $reason }
correction-void = Declared void by { $by }, { $at }: { $reason }
correction-note = note on “{ $item }”
correction-observed = time of “{ $item }”
correction-nothing = (nothing)
correction-change = { $what }: { $before } → { $after }
correction-copies-differ = The files of this visit differ, so that none of them counts: { $path }. Keep the right one and take the others away.
status-corrected = corrected
status-in-conflict = files differ
correction-ask-by = Who corrects the visit?
correction-ask-reason = Why?
app-context-any-list = In any list, unless you are typing
app-key-filter-list = filter
app-help-filter-list = Filter the list by what you type, accents or not

# Corrections that change nothing, that are void, or that are dropped.
correction-unchanged = Nothing was changed: no new file was written, and the visit stays as it was
correction-none-under-way = No correction of this visit is under way: there is nothing to drop.

# Ctrl+Z where a shell has started the program.
app-suspended = esprit waits; type “fg” to come back.
app-notice-back-from-shell = Ctrl+Z had led to the shell. To undo an answer, press { $key }.
