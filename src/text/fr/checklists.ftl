# L’écran des grilles.
app-context-checklists = Sur les grilles
app-key-new-checklist = nouvelle
app-help-new-checklist = Écrire une nouvelle grille : vide, ou à partir d’une copie
app-key-edit-checklist = modifier
app-help-edit-checklist = Modifier la grille choisie ; elle est enregistrée comme nouvelle version
app-key-duplicate-checklist = dupliquer
app-help-duplicate-checklist = Écrire une nouvelle grille qui commence comme copie de celle choisie
app-key-history = historique
app-help-history = Montrer les versions de la grille choisie : quand chacune a été enregistrée, et ce qui a changé
app-key-restore-version = rétablir
app-help-restore-version = Dans l’historique : faire de la version choisie la version actuelle
app-key-delete-checklist = supprimer
app-help-delete-checklist = Supprimer la grille choisie, si c’est la vôtre
checklists-new = Nouvelle grille
checklists-new-empty = Vide
checklists-new-empty-detail = Vos questions, l’une après l’autre
checklists-copy = Copie de « { $title } »
checklists-ask-delete = { $replaces ->
    [yes] Supprimer votre version de « { $title } » ? Celle qui est fournie reprend sa place. Les visites restent. O oui, N non.
   *[no] Supprimer « { $title } » ? Les visites faites avec elle restent. O oui, N non.
  }
checklists-not-deleted = « { $title } » est fournie avec le programme et ne peut pas être supprimée. Seules vos propres grilles le peuvent.
checklists-deleted = Supprimée : « { $title } ».
checklists-broken = Ce fichier a des erreurs : corrigez-le là où il a été écrit, ou importez-le de nouveau.
checklists-history = Versions de « { $title } »
checklists-current = en usage
checklists-is-current = Cette version est celle en usage.
checklists-restored = La version { $version } dit de nouveau ce que disait celle choisie ; toutes les autres sont gardées.
checklists-first = La plus ancienne version gardée
checklists-same = Rien n’a changé
checklists-texts = Seuls des textes ont changé
checklists-rearranged = L’ordre ou les rubriques ont changé
checklists-added = { $count ->
    [one] 1 question ajoutée
   *[other] { $count } questions ajoutées
  }
checklists-removed = { $count ->
    [one] 1 question retirée
   *[other] { $count } questions retirées
  }
checklists-edited = { $count ->
    [one] 1 question changée
   *[other] { $count } questions changées
  }
