## Classeurs : emplacements et erreurs.
spreadsheet-place-cell = { $sheet }, { $cell }
spreadsheet-place-line = ligne { $line }, colonne { $column }
spreadsheet-too-large = { $path } est trop volumineux : { $limit } Mio au plus sont lus, même une fois le fichier décompressé.
spreadsheet-too-many-cells = { $path } a plus de cellules ou de texte qu’il n’est possible de lire ({ $most } cellules au plus). Supprimez ce qui ne fait pas partie de la liste, ou enregistrez la feuille seule.
spreadsheet-password = { $path } est protégé par un mot de passe. Ouvrez-le, retirez le mot de passe et enregistrez-le de nouveau.
spreadsheet-none = { $path } n’est ni un texte ni un classeur lisible. Enregistrez-le en XLSX ou en CSV.
spreadsheet-broken = { $path } est endommagé et ne peut pas être lu ({ $reason }). Ouvrez-le dans votre tableur et enregistrez-le de nouveau en XLSX.

## Import de grilles : ce qui ne va pas.
import-no-question = Il ne contient aucune question.
