# Sites and observers: their lists, their commands and their screen.
names-added = Added: { $name } ({ $id }).
names-renamed = { $id } is called “{ $name }” now, in reports of all its visits too.
names-merged = “{ $name }” counts as “{ $into }” from now on, in reports too. The files of the visits stay as they are. To undo it, remove { $id }.
names-separated = “{ $name }” is no longer merged: it stands for itself again.
names-removed = Removed from the list: { $name }. Its visits stay as they are.
names-imported = Added: { $added }; updated: { $updated }.
names-import-more = Other lines with a remark: { $count }.
names-same-name = “{ $name }” is the name of { $id } and of { $other }. If they are one and the same, merge { $other } into { $id }.
names-taken = “{ $name }” cannot be used: “{ $by }” ({ $id }) has this name or id already. If they are one and the same, merge them.
names-rename-listed = “{ $name }” stands in { $path }, line { $line }, whose name always wins. Change it there.
names-remove-listed = “{ $name }” stands in { $path }, line { $line }. Remove it there.
names-already-merged = “{ $name }” is already merged into “{ $into }”. To undo that, remove { $id }.
names-same-one = Both are one and the same already: { $name }.
names-has-merged = “{ $name }” stays, because others are merged into it: { $merged }. Remove these first, which undoes their merging.
names-not-kept = “{ $name }” is on no list: only visits name it, and these stay as they are. It can be merged into another one.
names-nothing-to-import = { $path } has no line that can be used: nothing was changed. A list has the columns id, name and, for sites, group.
names-not-a-list = { $path } is neither text nor a workbook that can be read. Save it as CSV or XLSX.
names-bad-id = “{ $id }” cannot be an id: it takes letters without accents, digits, and . _ - after the first character, at most 64 in all.
names-unknown-site = No site is called “{ $name }”, neither on a list nor in a visit. “esprit sites list” shows those that are known.
names-unknown-observer = No observer is called “{ $name }”, neither on a list nor in a visit. “esprit observers list” shows those who are known.
names-no-observers = No observers are known yet. Every visit adds its own.
names-by-hand = entered by hand
names-merged-into = merged into { $into }

# The commands.
cli-observers = The known observers
cli-observers-list = List the known observers, and who is merged into whom
names-cli-import = { $kind ->
    [site] Add the sites of a file to the list, or update those with the same ids
   *[other] Add the observers of a file to the list, or update those with the same ids
  }
names-cli-add = { $kind ->
    [site] Add a site to the list
   *[other] Add an observer to the list
  }
names-cli-rename = { $kind ->
    [site] Give a site another name, in reports of all its visits too
   *[other] Give an observer another name, in reports of all their visits too
  }
names-cli-merge = { $kind ->
    [site] Make a site count as another one, everywhere; no file of a visit is changed
   *[other] Make an observer count as another one, everywhere; no file of a visit is changed
  }
names-cli-remove = { $kind ->
    [site] Remove a site from the list, or undo its merging; no visit is changed
   *[other] Remove an observer from the list, or undo the merging; no visit is changed
  }
names-arg-who = { $kind ->
    [site] The site: its id or its name
   *[other] The observer: the id or the name
  }
names-arg-from = { $kind ->
    [site] The site that is to count as another one: its id or its name
   *[other] The observer who is to count as another one: the id or the name
  }
names-arg-into = { $kind ->
    [site] The site that it counts as: its id or its name
   *[other] The observer whom they count as: the id or the name
  }
names-arg-name = The name, as people read it
names-arg-id = The id; as usual made from the name
names-arg-group = The group: a region, a brand. Empty for none
names-value-group = GROUP
names-value-into = OTHER
names-arg-file = CSV, XLSX or JSON with the columns id, name and, for sites, group; see “esprit help sites”
names-arg-as-recorded = Sites and observers as the visits recorded them, also those that are merged
help-examples-sites =
    esprit sites list
    esprit sites check my-sites.csv
    esprit sites import my-sites.xlsx
    esprit sites add "Lyon 3" --group East
    esprit sites rename lyon-3 "Lyon Part-Dieu"
    esprit sites merge "Lyon III" lyon-3
    esprit sites remove "Lyon III"
help-examples-observers =
    esprit observers list
    esprit observers add "Zoé Martin"
    esprit observers merge zoe "Zoé Martin"

# The screen.
app-home-names = Sites and observers
app-context-names = On sites and observers
names-sites = Sites ({ $count })
names-observers = Observers ({ $count })
names-none-sites = No sites are known yet. { $key } adds one.
names-none-observers = No observers are known yet. { $key } adds one.
names-in-list = { $file }, line { $line }
names-only-visits = only in visits
names-visits = { $count ->
    [one] 1 visit
   *[other] { $count } visits
  }
names-ask-name = Name
names-ask-group = Group: a region, a brand; empty for none
names-ask-file = File to import: CSV, XLSX or JSON
names-merge-title = “{ $name }” counts as:
names-ask-merge = Make “{ $name }” count as “{ $into }”, in lists and reports? The files of the visits stay as they are, and it can be undone.
names-ask-remove = Remove “{ $name }” from the list? Its visits stay as they are.
names-ask-separate = Let “{ $name }” stand for itself again?
names-nameless = A name needs a letter or a digit.
app-key-rename = rename
app-help-rename = Change the name, and a site’s group
app-key-add-name = add
app-help-add-name = Add a site or an observer
app-key-merge = merge
app-help-merge = Make the selected one count as another one
app-key-import = import
app-help-import = Add those of a file
app-key-remove-name = remove
app-help-remove-name = Remove the selected one from the list, or undo its merging
app-key-other-list = other list
app-help-other-list = Switch between sites and observers
