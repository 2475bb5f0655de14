## XLSForm: what is refused, with its remedy.
form-duplicate-column = The column “{ $header }” is there twice: column { $first } has the same (“{ $other }”). Delete one, or give it another name.
form-no-type-column = The sheet has no column “type”. Write its heading in the first row.
form-too-many-choices = The list “{ $list }” has more than { $most } choices. Shorten it, or ask for a text.
form-too-many-languages = The form has more than { $most } languages. Delete columns of languages that are not needed.
form-unknown-type = The type “{ $found }” is not known. { $likely ->
    [none] The types are those of XLSForm: select_one, select_multiple, text, integer, decimal, range, note, begin_group, end_group …
   *[other] Did you mean “{ $likely }”?
  }
form-no-type = This row has no type. Write one in the column “type”, or empty the row.
form-duplicate-name = The name “{ $name }” is already that of row { $row }. Give each question a name of its own.
form-no-list = The name of the list is missing behind the type. Write “select_one LIST”, with the name of a list of the sheet “choices”.
form-unknown-list = The sheet “choices” has no list “{ $list }”. { $likely ->
    [none] Add the list there, or correct its name here.
   *[other] Did you mean “{ $likely }”?
  }
form-no-list-name = This choice belongs to no list. Write the name of its list in the column “list_name”.
form-duplicate-choice = The list already has “{ $name }”, in row { $row }. Give each choice a name of its own.
form-points = “{ $found }” is not a number of points. Write a number from 0 to 1,000,000, or “unscored”.
form-weight = “{ $found }” is not a weight. Write a number from 0 to 1,000,000.
form-share = “{ $found }” is not a share in percent. Write a number from 0 to 100.
form-weight-of-several = The group “{ $name }” becomes several sections, and its weight can be that of one only. Give each group inside it a weight of its own.
form-tick = “{ $found }” is neither yes nor no. Write x or yes, or leave the cell empty.
form-response-type = “{ $found }” is not a type of answer. Choose one of: { $known }.
form-response-type-impossible = A question of the type “{ $found }” cannot be answered as “{ $wanted }”. Choose one of: { $possible }.
form-range = The range “{ $found }” has no end above its start, or no step. Write, for example, “start=1 end=5 step=1”.
form-parameter-number = “{ $found }” is not a number for { $name }. Write, for example, “start=1 end=5 step=1”.
form-repeat = A group of questions that is repeated cannot be part of a visit. Write its questions once for each time, or make a checklist of its own of it.
form-calculate = A calculated value (“{ $found }”) cannot be part of a checklist. Delete it, and what refers to it.
form-choice-filter = Choices that depend on an earlier answer (“{ $found }”) cannot be part of a checklist. Write a question with a list of its own for each case.
form-from-file = Choices from another file (“{ $found }”) cannot be imported. Write them in the sheet “choices”.
form-geopoint = A place on a map (“{ $found }”) cannot be recorded in a visit. Delete this row, or ask for the place as text.
form-end-without-begin = No group begins above this end. Delete the row, or add the row that begins the group.
form-group-not-ended = The group “{ $name }” that begins here is never ended. Add “end_group” behind its last question.
form-end-of-other = This row ends something else than what begins in row { $row }. A group is ended by “end_group”, a repeat by “end_repeat”.
form-groups-deep = There are more than { $most } groups inside each other. Take some away.
form-unknown-name = No question is called “{ $name }” (in “{ $condition }”). { $likely ->
    [none] Correct the name.
   *[other] Did you mean “{ $likely }”?
  }
form-forward = “{ $name }” is only asked in row { $row } (in “{ $condition }”). A condition can refer to earlier questions only: move this row below it.
form-refers-to-left-out = “{ $name }” is not asked in a visit, so nothing can depend on it (in “{ $condition }”). Choose another condition.
form-unknown-choice = “{ $name }” has no choice “{ $choice }” (in “{ $condition }”). { $likely ->
    [none] Write the name of one of its choices, not its label.
   *[other] Did you mean “{ $likely }”?
  }
form-no-choices = “{ $name }” has no choices, so “{ $choice }” cannot be selected (in “{ $condition }”). Compare its answer with =, < or >.
form-no-such-choice = No choice of “{ $name }” compares with { $found } in this way (in “{ $condition }”). Correct the number.
form-two-answers = Two answers, “{ $name }” and “{ $other }”, cannot be compared with each other (in “{ $condition }”). Compare each with a choice or a number.
form-empty-text = Whether “{ $name }”, a text, is empty cannot be a condition (in “{ $condition }”). Ask a yes/no question before it instead.
form-compared-text = “{ $name }” is a text: it can be equal to another text, not above or below (in “{ $condition }”). Make it an integer or a decimal.
form-compared-choices = The choices of “{ $name }” can be selected, not compared (in “{ $condition }”). Write selected(…, "…").
form-not-a-number = “{ $name }” is a number, and “{ $found }” is none (in “{ $condition }”). Write a number.
form-condition-without-answer = The condition “{ $condition }” compares no answer with anything. Name the question: for example { "${" }name{ "}" } = "yes".
form-function = “{ $name }()” has no counterpart in a checklist (in “{ $condition }”). Use comparisons, selected(), and, or, not().
form-calculation-in-condition = Conditions cannot calculate: “{ $sign }” (in “{ $condition }”). Compare the answer itself with a number.
form-unexpected = “{ $found }” is not expected here, at character { $at } of “{ $condition }”. For example: { "${" }name{ "}" } = "yes" and { "${" }age{ "}" } >= 18.
form-condition-end = The condition “{ $condition }” ends too early. Complete it, or close its parentheses.
form-open-quote = A quotation mark is not closed, at character { $at } of “{ $condition }”. Close it.
form-condition-too-complex = The condition “{ $condition }” is too long, or has too many parentheses inside each other. Simplify it.

## XLSForm: what is imported without something, or in another way.
form-other-sheet = The sheet “{ $sheet }” is not part of the form and was not read.
form-unknown-column = The column “{ $header }” is not understood; it was left out { $rows ->
    [none] (it is empty)
   *[other] (rows: { $rows })
  }.
form-no-header = Cells without a heading above them were left out (rows: { $rows }).
form-above-headers = This row above the headings was left out.
form-dropped = “{ $header }” has no counterpart here; it was left out (rows: { $rows }).
form-formatting = Formatting in “{ $header }” was removed (rows: { $rows }).
form-inserted = “{ $header }” inserts an answer into a text, which is not done here: the text stays as written (rows: { $rows }).
form-note-dropped = No question follows these notes in their group, or not on the same condition; they were left out (rows: { $rows }).
form-own-words = The answers are shown as Yes, Partly and No instead of these words (rows: { $rows }). With esprit::type = choice, they stay.
form-text-missing = “{ $header }” lacks a text ({ $language }); that of another language is shown (rows: { $rows }).
form-text-one-language = “{ $header }” is not there in every language of the form; its text is shown in all of them (rows: { $rows }).
form-language-unknown = The language “{ $language }” is not known; it is kept under this name. Write its code behind it: “{ $header } (xx)”.
form-language-assumed = “{ $header }” names no language; { $language } was assumed. Write it in the settings, as default_language.
form-as-text = An answer of the type “{ $found }” is typed as text.
form-or-other = “Other” was added to the choices; the observer says in a note what it is.
form-parameter = The parameter “{ $name }” is not known and was left out. { $likely ->
    [none] A range has start, end and step.
   *[other] Did you mean “{ $likely }”?
  }
form-step = The step of { $step } is not kept: every number in between can be answered.
form-limit-included = The limit itself can be answered here too (“{ $found }”).
form-constraint = The constraint “{ $found }” was left out: only limits of a number are kept, such as . >= 1 and . <= 5.
form-metadata = “{ $found }” is recorded by itself in each visit; the row was left out.
form-question-left-out = A question of the type “{ $found }” cannot be asked in a visit; the row was left out.
form-comment = This row is commented out and was left out.
form-disabled = This row is disabled and was left out.
form-never = The condition never holds; the question was left out.
form-no-label = There is no label; “{ $shown }” is shown.
form-no-name = There is no name; one was made from the label.
form-choice-without-name = This choice has no name; “{ $name }” was taken.
form-choice-without-label = This choice has no label; its name “{ $name }” is shown.
form-empty-choice = This row of the list “{ $list }” is empty and was left out.
form-empty-group = The group “{ $name }” has no question; it was left out.
form-whole-repeat = The whole form is repeated: each time is a visit of its own here.
form-id-changed = “{ $found }” is not an id; “{ $id }” was taken.
form-version-changed = “{ $found }” is not a version; “{ $version }” was taken.
form-second-settings = Only the first row of the settings is read; this one was left out.
form-other = Other
