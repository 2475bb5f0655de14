## Classeurs : emplacements et erreurs.
spreadsheet-place-cell = { $sheet }, { $cell }
spreadsheet-place-line = ligne { $line }, colonne { $column }
spreadsheet-too-large = { $path } est trop volumineux : { $limit } Mio au plus sont lus, même une fois le fichier décompressé.
spreadsheet-too-many-cells = { $path } a plus de cellules ou de texte qu’il n’est possible de lire ({ $most } cellules au plus). Supprimez ce qui ne fait pas partie de la liste, ou enregistrez la feuille seule.
spreadsheet-password = { $path } est protégé par un mot de passe. Ouvrez-le, retirez le mot de passe et enregistrez-le de nouveau.
spreadsheet-none = { $path } n’est ni un texte ni un classeur lisible. Enregistrez-le en XLSX ou en CSV.
spreadsheet-broken = { $path } est endommagé et ne peut pas être lu ({ $reason }). Ouvrez-le dans votre tableur et enregistrez-le de nouveau en XLSX.

## Import de grilles : ce qui n’a pas été compris ou a été écarté.
import-unknown-column = La colonne « { $header } » n’est pas comprise et a été écartée.
import-column-without-header = Cette colonne n’a pas d’en-tête ; { $cells ->
    [one] sa cellule a été écartée
   *[other] ses { $cells } cellules ont été écartées
}.
import-sheet-not-read = La feuille « { $sheet } » n’a pas été lue : elle est masquée, ou aucune colonne ne s’appelle « Question ».
import-row-not-read = Cette ligne se trouve au-dessus des en-têtes et a été écartée.
import-total-row = « { $text } » est un total et non une question ; la ligne a été écartée.
import-cell-dropped = « { $text } » ne dit rien de cette question et a été écarté.
import-cleaned = Des caractères de contrôle invisibles ont été retirés de ce texte.
import-date = Cette cellule contient une date. Un tableur a pu la tirer d’autre chose, comme 1-3 : vérifiez-la.
import-error-cell = Cette cellule affiche une erreur ({ $text }) et compte comme vide.
import-same-number = Le numéro { $number } figure déjà à la ligne { $first }. Une condition désigne la question la plus proche au-dessus d’elle.
import-forward-skip = La question { $number } vient plus loin, la condition ne peut donc pas être vérifiée ici : la question est toujours posée. Déplacez-la sous la question { $number }.
import-skip-not-understood = « { $text } » n’est pas compris : la question est toujours posée. Écrivez par exemple : 12 = oui
import-no-points = La réponse « { $answer } » n’a pas de points : elle est hors note, comme « sans objet ».
import-not-scored = Aucune réponse n’a de points : la question ne compte pas dans la note.
import-answers-empty = La cellule est vide : les réponses sont oui, en partie et non.
import-one-answer = Il n’y a qu’une réponse à choisir.
import-lines-differ = Les réponses dans la langue « { $language } » ne sont pas aussi nombreuses que les autres et ont été écartées.
import-missing-text = Le texte manque dans la langue « { $language } ».
import-weight-per-question = Les pourcentages diffèrent au sein d’une rubrique : ils sont pris comme poids des questions.
import-section-again = La rubrique « { $title } » revient après une autre : elle commence une seconde rubrique de ce nom.
import-points-capped = Les points de ces réponses dépassent 1 ensemble : plusieurs choix ne comptent jamais pour plus de 1.

## Import de grilles : ce qui ne va pas.
import-no-question = Il ne contient aucune question.
import-no-header = Aucune ligne ne nomme les colonnes. Écrivez « Question » au-dessus des questions et, par exemple, « Rubrique » et « Réponse » à côté.
import-same-column = La colonne « { $header } » est là deux fois ; la première est { $first }. Supprimez l’une des deux.
import-too-many-questions = Il y a plus de { $most } questions. Répartissez-les en plusieurs grilles.
import-row-without-question = Il n’y a pas de question dans cette ligne. Écrivez-la, ou videz la ligne.
import-too-long = Le texte dépasse { $most } caractères. Raccourcissez-le.
import-not-a-number = « { $text } » n’est pas un nombre.
import-not-a-mark = « { $text } » n’est pas compris. Écrivez x, ou laissez la cellule vide.
import-unknown-kind = « { $text } » n’est pas un type de réponse. Écrivez l’un de ceux-ci : oui/non, oui/en partie/non, note 0-10, choix, plusieurs choix, compteur, chrono, nombre, texte.
import-no-range = La note n’a pas de limites. Écrivez par exemple : note 0-10
import-no-answers = Il n’y a pas de réponses à choisir. Écrivez-les une par ligne, avec leurs points : Oui (1)
import-band = « { $text } » n’est pas compris. Écrivez sur chaque ligne une limite et ses points, par exemple : ≤ 30 s (1)
import-unknown-question = Il n’y a pas de question { $number }.
import-unknown-answer = « { $answer } » n’est pas une réponse à la question { $number }.
import-condition = « { $text } » n’est pas compris. Écrivez par exemple : 12 = oui, ou 12 = 1 ou 2, ou 15 > 3 et 12 = oui
import-open-quote = Un guillemet n’est pas refermé dans cette ligne.
import-own-cell = Cette cellule, écrite par un export de ce programme, est endommagée. Exportez de nouveau la grille, ou supprimez ce que l’export a ajouté.
