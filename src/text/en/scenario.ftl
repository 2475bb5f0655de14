## New scenarios: to be filled in, or made of a visit.
cli-error-conflict = { $name } and { $other } do not go together: give one of them
scenario-cli-new = Write a new scenario: for a checklist, to be filled in, or from a training visit
scenario-arg-checklist = The checklist that it is observed with: its id or its file
scenario-arg-from = A finished training visit: its answers become the reference, its notes the reasons, its marks the script
scenario-made-for = Write the script, and fill in “value” and “reason” of each row of the reference. Then: esprit scenario check { $path }
scenario-made-from = To practise on it: esprit practise { $id }
scenario-made = Scenario saved; it is under Training, Practise on a scenario: { $path }
scenario-ask = Make a scenario from this visit? Its answers become the reference, its notes the reasons, its marks the script.
scenario-ask-checklist = Which checklist is the new scenario for?
scenario-key-create = create
scenario-made-draft = To be filled in, in a text editor; the list here says what is still missing: { $path }
scenario-not-training = Only a training visit can become a scenario. Correct the kind of this visit first, if it was one.
scenario-not-finished = Only a finished visit can become a scenario.
scenario-too-long = The visit lasted longer than a day: too long for a script.
scenario-no-checklist = { $state ->
    [other] The visit followed version { $version } of the checklist “{ $id }”; version { $installed } is installed. A scenario needs the checklist of its visit: install that version first.
   *[none] The checklist “{ $id }” of this visit is not installed. Install it first.
  }
scenario-new-title = New scenario: { $title }
scenario-new-summary = What the trainee must know beforehand.
scenario-new-seen = What can be seen at first.
scenario-new-speaker = Who speaks
scenario-new-said = What is said.
scenario-visit-title = { $site }, { $date }
scenario-visit-summary = After a training visit of { $date }, { $site }.
scenario-visit-begins = The visit begins.
scenario-visit-mark = Marked moment
scenario-visit-no-note = Answered so during the visit, without a note.
scenario-visit-unanswered = Left unanswered during the visit.
scenario-answers = { $kind ->
    [names] { $names }
    [several] a list of { $names }
    [scale] a whole number from { $least } to { $most }
    [count] a whole number, 0 or more
    [timer] a time in milliseconds (12500 is 12.5 s), or never
    [number] a number
    [number-from] a number, { $least } or more
    [number-to] a number, { $most } or less
    [number-between] a number from { $least } to { $most }
   *[text] a text
  }; or not_applicable, not_observed
scenario-unfilled = { $rows } of { $of } rows have no answer yet.
scenario-mend-unfilled = Fill in "value" and "reason" in each:
scenario-unfilled-items = { $items }: { scenario-answers }
scenario-mend-answer = This item takes: { scenario-answers }.

app-key-make-scenario = scenario
app-help-make-scenario = Make a scenario from a training visit
app-key-new-scenario = new
app-help-new-scenario = Write a new scenario for a checklist
app-context-scenarios = In the list of scenarios
