# Les sites et les observateurs : leurs listes, leurs commandes et leur écran.
names-added = Ajouté : { $name } ({ $id }).
names-renamed = { $id } s’appelle désormais « { $name } », dans les rapports de toutes ses visites aussi.
names-merged = « { $name } » compte désormais comme « { $into } », dans les rapports aussi. Les fichiers des visites restent tels quels. Pour revenir en arrière, retirez { $id }.
names-separated = « { $name } » n’est plus fusionné : il compte de nouveau pour lui-même.
names-removed = Retiré de la liste : { $name }. Ses visites restent telles quelles.
names-imported = Ajoutés : { $added } ; mis à jour : { $updated }.
names-import-more = Autres lignes appelant une remarque : { $count }.
names-same-name = « { $name } » est à la fois le nom de { $id } et de { $other }. S’il s’agit du même, fusionnez { $other } avec { $id }.
names-taken = « { $name } » ne convient pas : « { $by } » ({ $id }) porte déjà ce nom ou cet identifiant. S’il s’agit du même, fusionnez-les.
names-rename-listed = « { $name } » figure dans { $path }, ligne { $line }, dont le nom l’emporte toujours. Changez-le dans ce fichier.
names-remove-listed = « { $name } » figure dans { $path }, ligne { $line }. Retirez-le de ce fichier.
names-already-merged = « { $name } » est déjà fusionné avec « { $into } ». Pour revenir en arrière, retirez { $id }.
names-same-one = Il s’agit déjà du même : { $name }.
names-has-merged = « { $name } » reste, car d’autres sont fusionnés avec lui : { $merged }. Retirez-les d’abord, ce qui annule leur fusion.
names-not-kept = « { $name } » ne figure dans aucune liste : seules des visites le nomment, et elles restent telles quelles. Il peut être fusionné avec un autre.
names-nothing-to-import = { $path } ne contient aucune ligne utilisable : rien n’a été changé. Une liste a les colonnes id, nom et, pour les sites, groupe.
names-not-a-list = { $path } n’est ni un texte ni un classeur lisible. Enregistrez-le en CSV ou en XLSX.
names-bad-id = « { $id } » ne peut pas servir d’identifiant : il se compose de lettres sans accent, de chiffres et, après le premier caractère, de . _ -, 64 caractères au plus.
names-unknown-site = Aucun site ne s’appelle « { $name } », ni dans une liste ni dans une visite. « esprit sites list » montre ceux qui sont connus.
names-unknown-observer = Aucun observateur ne s’appelle « { $name } », ni dans une liste ni dans une visite. « esprit observers list » montre ceux qui sont connus.
names-no-observers = Aucun observateur n’est encore connu. Chaque visite ajoute le sien.
names-by-hand = saisi à la main
names-merged-into = fusionné avec { $into }

# Les commandes.
cli-observers = Les observateurs connus
cli-observers-list = Lister les observateurs connus et ceux qui sont fusionnés
names-cli-import = { $kind ->
    [site] Ajouter à la liste les sites d’un fichier, ou mettre à jour ceux de même identifiant
   *[other] Ajouter à la liste les observateurs d’un fichier, ou mettre à jour ceux de même identifiant
  }
names-cli-add = { $kind ->
    [site] Ajouter un site à la liste
   *[other] Ajouter un observateur à la liste
  }
names-cli-rename = { $kind ->
    [site] Donner un autre nom à un site, dans les rapports de toutes ses visites aussi
   *[other] Donner un autre nom à un observateur, dans les rapports de toutes ses visites aussi
  }
names-cli-merge = { $kind ->
    [site] Compter un site comme un autre, partout ; aucun fichier de visite n’est modifié
   *[other] Compter un observateur comme un autre, partout ; aucun fichier de visite n’est modifié
  }
names-cli-remove = { $kind ->
    [site] Retirer un site de la liste, ou annuler sa fusion ; aucune visite n’est modifiée
   *[other] Retirer un observateur de la liste, ou annuler sa fusion ; aucune visite n’est modifiée
  }
names-arg-who = { $kind ->
    [site] Le site : son identifiant ou son nom
   *[other] L’observateur : son identifiant ou son nom
  }
names-arg-from = { $kind ->
    [site] Le site qui doit compter comme un autre : son identifiant ou son nom
   *[other] L’observateur qui doit compter comme un autre : son identifiant ou son nom
  }
names-arg-into = { $kind ->
    [site] Le site pour lequel il compte : son identifiant ou son nom
   *[other] L’observateur pour lequel il compte : son identifiant ou son nom
  }
names-arg-name = Le nom, tel qu’on le lit
names-arg-id = L’identifiant ; d’ordinaire tiré du nom
names-arg-group = Le groupe : une région, une enseigne. Vide pour aucun
names-value-group = GROUPE
names-value-into = AUTRE
names-arg-file = CSV, XLSX ou JSON avec les colonnes id, nom et, pour les sites, groupe ; voir « esprit help sites »
names-arg-as-recorded = Les sites et les observateurs tels que les visites les ont enregistrés, même fusionnés
help-examples-sites =
    esprit sites list
    esprit sites check mes-sites.csv
    esprit sites import mes-sites.xlsx
    esprit sites add "Lyon 3" --group Est
    esprit sites rename lyon-3 "Lyon Part-Dieu"
    esprit sites merge "Lyon III" lyon-3
    esprit sites remove "Lyon III"
help-examples-observers =
    esprit observers list
    esprit observers add "Zoé Martin"
    esprit observers merge zoe "Zoé Martin"

# L’écran.
app-home-names = Sites et observateurs
app-context-names = Sur les sites et observateurs
names-sites = Sites ({ $count })
names-observers = Observateurs ({ $count })
names-none-sites = Aucun site n’est encore connu. { $key } en ajoute un.
names-none-observers = Aucun observateur n’est encore connu. { $key } en ajoute un.
names-in-list = { $file }, ligne { $line }
names-only-visits = seulement dans des visites
names-visits = { $count ->
    [one] { $count } visite
   *[other] { $count } visites
  }
names-ask-name = Nom
names-ask-group = Groupe : une région, une enseigne ; vide pour aucun
names-ask-file = Fichier à importer : CSV, XLSX ou JSON
names-merge-title = « { $name } » compte comme :
names-ask-merge = Compter « { $name } » comme « { $into } », dans les listes et les rapports ? Les fichiers des visites restent tels quels, et cela peut s’annuler.
names-ask-remove = Retirer « { $name } » de la liste ? Ses visites restent telles quelles.
names-ask-separate = Laisser de nouveau « { $name } » compter pour lui-même ?
names-nameless = Un nom doit contenir une lettre ou un chiffre.
app-key-rename = renommer
app-help-rename = Changer le nom, et le groupe d’un site
app-key-add-name = ajouter
app-help-add-name = Ajouter un site ou un observateur
app-key-merge = fusionner
app-help-merge = Compter la ligne choisie comme une autre
app-key-import = importer
app-help-import = Ajouter le contenu d’un fichier
app-key-remove-name = retirer
app-help-remove-name = Retirer la ligne choisie de la liste, ou annuler sa fusion
app-key-other-list = autre liste
app-help-other-list = Passer des sites aux observateurs, et retour
