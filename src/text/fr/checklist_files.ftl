# Une grille sur papier.

paper-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
paper-version = version { $version }
paper-times = De … à …
paper-legend = Cochez une seule case par question. Notez ce que vous avez vu et entendu, tant que vous l’avez en tête.
paper-only-if = Seulement si { $condition }
paper-and = et
paper-or = ou
paper-not = pas ({ $condition })
paper-several = Plusieurs réponses possibles.
paper-tally = Un trait à chaque fois :
paper-total = Total :
paper-from-start = Compté depuis le début de la visite.
paper-minutes = min
paper-seconds = s
paper-range = de { $least } à { $most }
paper-at-least = { $least } ou plus
paper-at-most = { $most } ou moins
paper-note-if = Note (obligatoire si : { $answers })

# Les grilles dans des fichiers : ce qui est écrit.
checklist-file = grille
checklist-sheet = Questions
checklist-help-first = Une question par ligne. Seule la question est nécessaire : tout le reste peut rester vide. L’ordre des colonnes est libre.
checklist-help-import = Enregistrez le fichier, puis importez-le : dans le programme, écran Grilles d’observation, touche I ; ou « esprit checklist import » suivi du nom du fichier. Ce qui n’est pas compris est signalé avec sa cellule, et rien n’est écrit tant qu’une ligne est fausse.
checklist-help-own = La feuille « esprit » contient ce qui n’a pas de colonne. Laissez-la telle quelle.
checklist-help-section = Le titre de la rubrique. Vide : comme au-dessus.
checklist-help-section-weight = La part de la rubrique dans la note, en pour cent : 25. À donner à toutes les rubriques notées, ou à aucune.
checklist-help-attitude = Accueil, écoute, efficacité, ou un mot à vous ; « – » pour aucune. Vide : comme au-dessus.
checklist-help-number = Le numéro par lequel « Seulement si » désigne la question.
checklist-help-id = Le nom propre de la question, qui reste le même quand son texte change. Laissez-le vide pour une question nouvelle.
checklist-help-question = Ce que lit l’observateur.
checklist-help-answer = oui/non, oui/en partie/non, note 0-10, choix, plusieurs choix, compteur, chrono, nombre ou texte. Vide : oui/en partie/non.
checklist-help-answers = Une réponse par ligne, suivie de ses points : Oui (1), Non (0), Pas de guichet (hors note). Pour un chrono ou un compteur, des limites : ≤ 30 s (1), > 30 s (0).
checklist-help-weight = Ce que compte la question. Vide : 1.
checklist-help-critical = x : un « non » ici fait échouer la visite.
checklist-help-bonus = x : la question ajoute des points, sans jamais en ôter.
checklist-help-unscored = x : la question ne compte pas dans la note.
checklist-help-only-if = Quand la question est posée : 12 = non ; 12 = 1 ou 2 ; 15 > 3 et 12 = oui. Seules des questions précédentes peuvent être citées.
checklist-help-note-if = Les réponses qui demandent un commentaire : non.
checklist-help-judged = Ce qui vaut cette réponse.
checklist-help-how = Comment juger ou mesurer.
checklist-help-mirror = Le nom du comportement. Les questions de grilles différentes qui portent le même nom se répondent en miroir.
export-checklist-what = Enregistrer la grille sous quelle forme ?
export-checklist-page = Un formulaire papier, à imprimer
export-checklist-workbook = Un classeur Excel, à modifier et à réimporter
export-checklist-csv = Un fichier CSV, à modifier et à réimporter

# L’import : écran et commande.
import-added = Grille importée : { $path }
import-had-already = Cette grille est déjà là, à l’identique. Rien n’a été modifié.
import-choose = Importer une grille : où est le fichier ?
import-above = ↑ le dossier supérieur
import-other = Saisir ou coller un chemin…
import-ask-path = Fichier ou dossier, avec son chemin :
import-reading = Lecture…
import-no-file = Aucun fichier à importer ici (XLSX, XLS, ODS, CSV ou JSON).
import-folder-cut = Ce dossier contient trop d’éléments pour les montrer tous. Si le fichier manque, saisissez son chemin.
import-refused = { $file } : à corriger avant l’import
import-mend = Rien n’a été écrit. Corrigez ces endroits dans le fichier, enregistrez-le, puis relisez-le ici.
import-doubts = { $count ->
    [one] 1 point à vérifier ; l’import se fait sans lui
   *[other] { $count } points à vérifier ; l’import se fait sans eux
}
import-same = Cette grille est déjà là, à l’identique.
import-key-take = importer
import-key-again = relire
app-context-picker = Dans le choix d’un fichier
app-key-import-checklist = importer
app-help-import-checklist = Importer une grille depuis un tableur
app-key-export-checklist = exporter
app-help-export-checklist = Enregistrer la grille : formulaire papier ou tableur
app-key-folder-above = dossier supérieur
app-help-folder-above = Aller au dossier supérieur
summary-sections = { $count ->
    [one] { $count } rubrique
   *[other] { $count } rubriques
}
summary-type = { $type } : { $count }
summary-languages = langues : { $languages }
summary-weights = poids : { $weights }
summary-shares = parts des rubriques : { $shares }
cli-checklist-import = Importer une grille depuis un tableur (XLSX, XLS, ODS, CSV) ou un fichier JSON
cli-checklist-export = Enregistrer une grille : tableur ou formulaire à imprimer
cli-arg-import-file = Le fichier à importer
cli-arg-import-output = Écrire la grille dans ce fichier, et non parmi vos grilles
cli-arg-import-id = L’identifiant que prend la grille : un nouveau la garde à côté de celle qui est déjà là
cli-arg-export-file = Le fichier à écrire : .xlsx, .csv ou .html
cli-import-refused = { $count ->
    [one] { $path } : { $count } point à corriger ; rien n’a été écrit
   *[other] { $path } : { $count } points à corriger ; rien n’a été écrit
}
cli-import-doubts = { $count ->
    [one] { $count } point laissé de côté ou douteux :
   *[other] { $count } points laissés de côté ou douteux :
}
cli-bad-id = « { $id } » ne peut pas être un identifiant : minuscules sans accent, chiffres, et . _ - après le premier caractère, 64 en tout au plus.
cli-checklist-unsupported = { $path } : une grille s’enregistre en .xlsx, .csv ou .html.

# L’import d’une grille qui est déjà là.
import-next-version = Elle devient la version { $version } de « { $title } » ({ $id }) ; la précédente reste dans son historique.
import-version-saved = La version { $version } de { $id } est enregistrée, la précédente est dans son historique : { $path }
import-key-version = nouvelle version
app-context-importing = Avant d’importer une grille
app-key-import-beside = garder les deux
app-help-import-beside = Garder celle qui est là et ajouter celle-ci sous un identifiant à elle
cli-import-beside = Pour garder plutôt les deux grilles séparément : --id { $free }
import-reworded = Le texte sous ce numéro est nouveau (avant : « { $before } »). La question est considérée comme la même, autrement formulée. Si c’en est une autre, donnez-lui un numéro qui n’existait pas.
import-own-row-unused = Aucune ligne du tableau ne porte plus l’identifiant « { $id } » : ce que cette ligne garde de la question a été laissé de côté.
import-unknown-section = Aucune rubrique ne s’appelle « { $title } » : sa part a été laissée de côté.
