# L’éditeur de grilles : ses touches, ses questions et ce qu’il dit.
store-checklist-exists = Une grille a déjà l’identifiant « { $id } ». Choisissez-en un autre.
store-unknown-version = « { $id } » n’a pas de version { $version }. Pour les voir : esprit checklist history { $id }
store-only-bundled = « { $id } » est fournie avec le programme et ne peut pas être supprimée.

cli-checklist-edit = Ouvrir l’éditeur d’une grille
cli-checklist-history = Les versions d’une grille, et ce qui change dans chacune
cli-checklist-restore = Réécrire une version antérieure, comme nouvelle version
cli-checklist-delete = Supprimer une de vos grilles ; ses versions sont conservées
cli-arg-checklist-id = L’identifiant de la grille
cli-value-version = VERSION
cli-arg-checklist-version = La version, telle que l’historique l’indique
cli-arg-yes = Sans demander de confirmation
cli-history-visits = { $count ->
    [one] { $count } visite
   *[other] { $count } visites
  }
cli-history-current = (en vigueur)
cli-history-restored = La version { $version } est de nouveau en vigueur, comme version { $new }.
cli-delete-unconfirmed = Rien n’a été supprimé. Pour supprimer « { $id } », ajoutez --yes.
cli-deleted = « { $id } » est supprimée. Pour la retrouver : esprit checklist history { $id }, puis restore.
cli-doctor-drafts = Brouillons de grilles
cli-doctor-new-draft = nouvelle grille
history-first = première version
history-same = contenu identique
history-texts = textes seulement
history-score = points ou barème
editor-fields-lost = Champs inconnus des grilles, qu’une nouvelle version ne gardera pas : { $fields }
