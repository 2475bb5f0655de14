# The words of the trade, the same everywhere.

value-yes = yes
value-partly = partly
value-no = no
value-not-applicable = n/a
value-not-observed = not seen
value-never = never
value-unanswered = unanswered

kind-mystery-visit = Mystery visit
kind-self-audit = Self-audit
kind-training = Training

relation-customer = towards customers
relation-management = between managers and employees
relation-internal = between departments

status-abandoned = abandoned
status-void = void

type-behaviour = behaviour
type-scale = scale
type-choice = choice
type-count = tally
type-timer = timer
type-number = number
type-text = text

event-started = start of the visit
event-answered = answer
event-cleared = answer cleared
event-noted = note
event-marked = mark
event-mark-bound = mark assigned
event-counted = + 1
event-timer-started = timer started
event-timer-stopped = timer stopped
event-timer-never = timer: never
event-paused = pause
event-site-changed = site changed
event-observer-changed = observer changed
event-kind-changed = kind of visit changed
event-remark-changed = remark changed
event-unpaused = continued
event-resumed = application restarted
event-clock-shifted = computer’s clock changed
event-undone = undone
event-redone = redone
event-finished = end of the visit
event-abandoned = visit abandoned
event-reopened = correction
event-voided = declared void
event-late = recorded { $duration } later

refusal-no-item = There is no such item in the checklist.
refusal-not-here = This item does not apply here.
refusal-not-an-answer = Not a valid answer here.
refusal-not-a-tally = This item is not a tally.
refusal-not-a-timer = This item is not a timer.
refusal-not-running = This timer is not running; start it first.
refusal-running = This timer has run since the start of the visit.
refusal-no-mark = There is no such mark, or it is already assigned.
refusal-mark-too-late = This mark was set after the answer.
refusal-nothing-to-clear = There is no answer to clear.
refusal-same-fact = That is what it says already; nothing was changed.
refusal-stays-practice = A visit that follows a scenario is always practice.
refusal-in-correction = In a correction nothing is timed: no marks, pauses or “ago”, and a time is typed.
refusal-not-in-correction = Only a visit that is over can be corrected.
refusal-nothing-to-undo = There is nothing to undo.
refusal-nothing-to-redo = There is nothing to redo.
refusal-paused = The visit is already paused.
refusal-not-paused = The visit is not paused.
refusal-too-early = That is before the start of the visit.
refusal-cannot-follow = This cannot be recorded here. Nothing was changed.
refusal-over = The visit is finished.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
day-time = { $date }, { $time }
when-today = at { $time }
when-before = on { $date } at { $time }
