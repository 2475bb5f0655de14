## Spreadsheets: places and errors.
spreadsheet-place-cell = { $sheet }, { $cell }
spreadsheet-place-line = line { $line }, column { $column }
spreadsheet-too-large = { $path } is too large: at most { $limit } MiB are read, also when it is unpacked.
spreadsheet-too-many-cells = { $path } has more cells or text than can be read (at most { $most } cells). Delete what is not part of the list, or save the sheet alone.
spreadsheet-password = { $path } is protected by a password. Open it, remove the password and save it again.
spreadsheet-none = { $path } is neither text nor a spreadsheet that can be read. Save it as XLSX or CSV.
spreadsheet-broken = { $path } is damaged and cannot be read ({ $reason }). Open it in your spreadsheet program and save it again as XLSX.

## Import of checklists: what was not understood or was left out.
import-unknown-column = The column “{ $header }” is not understood and was left out.
import-column-without-header = This column has no header; its { $cells ->
    [one] cell was
   *[other] { $cells } cells were
} left out.
import-sheet-not-read = The sheet “{ $sheet }” was not read: it is hidden, or no column is called “Question”.
import-row-not-read = This row stands above the headers and was left out.
import-total-row = “{ $text }” is a total and no question; the row was left out.
import-cell-dropped = “{ $text }” says nothing about this question and was left out.
import-cleaned = Invisible control characters were removed from this text.
import-date = This cell holds a date. A spreadsheet may have made it of something else, such as 1-3: check it.
import-error-cell = This cell shows an error ({ $text }) and is taken as empty.
import-same-number = The number { $number } stands in row { $first } already. A condition means the nearest question above it.
import-forward-skip = Question { $number } comes later, so that the condition cannot be checked here: the question is always asked. Move it below question { $number }.
import-skip-not-understood = “{ $text }” is not understood: the question is always asked. Write for instance: 12 = yes
import-no-points = The answer “{ $answer }” has no points: it is left out of the score, as “not applicable” is.
import-not-scored = No answer has points: the question does not count in the score.
import-answers-empty = The cell is empty: the answers are yes, partly and no.
import-one-answer = There is only one answer to choose from.
import-lines-differ = The answers in the language “{ $language }” are more or fewer than the others, and were left out.
import-missing-text = The text is missing in the language “{ $language }”.
import-weight-per-question = The percentages differ within a section: they are taken as the weights of the questions.
import-section-again = The section “{ $title }” comes again after another one: it begins a second section of that name.
import-points-capped = The points of these answers are more than 1 together: several choices never count for more than 1.

## Import of checklists: what is wrong.
import-no-question = There is no question in it.
import-no-header = No row names the columns. Write “Question” above the questions, and for instance “Section” and “Answer” beside it.
import-same-column = The column “{ $header }” is there twice; the first one is { $first }. Delete one of them.
import-too-many-questions = There are more than { $most } questions. Split them into several checklists.
import-row-without-question = There is no question in this row. Write it, or empty the row.
import-too-long = The text is longer than { $most } characters. Shorten it.
import-not-a-number = “{ $text }” is not a number.
import-not-a-mark = “{ $text }” is not understood. Write x, or leave the cell empty.
import-unknown-kind = “{ $text }” is no kind of answer. Write one of: yes/no, yes/partly/no, rating 0-10, choice, several choices, counter, timer, number, text.
import-no-range = The rating has no limits. Write for instance: rating 0-10
import-no-answers = There are no answers to choose from. Write them one a line, with their points: Yes (1)
import-band = “{ $text }” is not understood. Write a limit and its points on each line, for instance: ≤ 30 s (1)
import-unknown-question = There is no question { $number }.
import-unknown-answer = “{ $answer }” is no answer to question { $number }.
import-condition = “{ $text }” is not understood. Write for instance: 12 = yes, or 12 = 1 or 2, or 15 > 3 and 12 = yes
import-open-quote = A quotation mark is not closed in this line.
import-own-cell = This cell was written by an export of this program and is damaged. Export the checklist again, or delete what the export has added.
