## Spreadsheets: places and errors.
spreadsheet-place-cell = { $sheet }, { $cell }
spreadsheet-place-line = line { $line }, column { $column }
spreadsheet-too-large = { $path } is too large: at most { $limit } MiB are read, also when it is unpacked.
spreadsheet-too-many-cells = { $path } has more cells or text than can be read (at most { $most } cells). Delete what is not part of the list, or save the sheet alone.
spreadsheet-password = { $path } is protected by a password. Open it, remove the password and save it again.
spreadsheet-none = { $path } is neither text nor a spreadsheet that can be read. Save it as XLSX or CSV.
spreadsheet-broken = { $path } is damaged and cannot be read ({ $reason }). Open it in your spreadsheet program and save it again as XLSX.

## Import of checklists: what is wrong.
import-no-question = There is no question in it.
