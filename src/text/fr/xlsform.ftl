## XLSForm : ce qui est refusé, et le remède.
form-duplicate-column = La colonne « { $header } » figure deux fois : la colonne { $first } contient la même chose (« { $other } »). Supprimez-en une, ou renommez-la.
form-no-type-column = La feuille n’a pas de colonne « type ». Écrivez ce titre dans la première ligne.
form-too-many-choices = La liste « { $list } » a plus de { $most } choix. Raccourcissez-la, ou demandez un texte.
form-too-many-languages = Le formulaire a plus de { $most } langues. Supprimez les colonnes des langues inutiles.
form-unknown-type = Le type « { $found } » est inconnu. { $likely ->
    [none] Les types sont ceux de XLSForm : select_one, select_multiple, text, integer, decimal, range, note, begin_group, end_group…
   *[other] Vouliez-vous dire « { $likely } » ?
  }
form-no-type = Cette ligne n’a pas de type. Indiquez-le dans la colonne « type », ou videz la ligne.
form-duplicate-name = Le nom « { $name } » est déjà celui de la ligne { $row }. Donnez à chaque question un nom différent.
form-no-list = Le nom de la liste manque après le type. Écrivez « select_one LISTE », avec le nom d’une liste de la feuille « choices ».
form-unknown-list = La feuille « choices » n’a pas de liste « { $list } ». { $likely ->
    [none] Ajoutez-y cette liste, ou corrigez son nom ici.
   *[other] Vouliez-vous dire « { $likely } » ?
  }
form-no-list-name = Ce choix n’appartient à aucune liste. Indiquez le nom de sa liste dans la colonne « list_name ».
form-duplicate-choice = La liste contient déjà « { $name } », à la ligne { $row }. Donnez à chaque choix un nom différent.
form-points = « { $found } » n’est pas un nombre de points. Écrivez un nombre de 0 à 1 000 000, ou « hors note ».
form-weight = « { $found } » n’est pas un poids. Écrivez un nombre de 0 à 1 000 000.
form-share = « { $found } » n’est pas une part en pourcentage. Écrivez un nombre de 0 à 100.
form-weight-of-several = Le groupe « { $name } » donne plusieurs rubriques, et son poids ne peut être que celui d’une seule. Donnez un poids à chacun des groupes qu’il contient.
form-tick = « { $found } » n’est ni oui ni non. Écrivez x ou oui, ou laissez la cellule vide.
form-response-type = « { $found } » n’est pas un type de réponse. Choisissez parmi : { $known }.
form-response-type-impossible = Une question de type « { $found } » ne peut pas avoir une réponse de type « { $wanted } ». Choisissez parmi : { $possible }.
form-range = La plage « { $found } » n’a pas de fin au-dessus de son début, ou pas de pas. Écrivez par exemple « start=1 end=5 step=1 ».
form-parameter-number = « { $found } » n’est pas un nombre pour { $name }. Écrivez par exemple « start=1 end=5 step=1 ».
form-repeat = Un groupe de questions répété ne peut pas faire partie d’une visite. Écrivez ses questions autant de fois qu’il le faut, ou faites-en une grille à part.
form-calculate = Une valeur calculée (« { $found } ») ne peut pas faire partie d’une grille. Supprimez-la, ainsi que ce qui s’y réfère.
form-choice-filter = Des choix qui dépendent d’une réponse précédente (« { $found } ») ne peuvent pas faire partie d’une grille. Écrivez pour chaque cas une question avec sa propre liste.
form-from-file = Les choix d’un autre fichier (« { $found } ») ne peuvent pas être importés. Écrivez-les dans la feuille « choices ».
form-geopoint = Un lieu sur une carte (« { $found } ») ne peut pas être relevé pendant une visite. Supprimez cette ligne, ou demandez le lieu sous forme de texte.
form-end-without-begin = Aucun groupe ne commence avant cette fin. Supprimez la ligne, ou ajoutez celle qui commence le groupe.
form-group-not-ended = Le groupe « { $name } » qui commence ici n’est jamais fermé. Ajoutez « end_group » après sa dernière question.
form-end-of-other = Cette ligne ferme autre chose que ce qui commence à la ligne { $row }. Un groupe se ferme par « end_group », une répétition par « end_repeat ».
form-groups-deep = Plus de { $most } groupes sont emboîtés. Retirez-en.
form-unknown-name = Aucune question ne s’appelle « { $name } » (dans « { $condition } »). { $likely ->
    [none] Corrigez le nom.
   *[other] Vouliez-vous dire « { $likely } » ?
  }
form-forward = « { $name } » n’est posée qu’à la ligne { $row } (dans « { $condition } »). Une condition ne peut porter que sur une question précédente : déplacez cette ligne après elle.
form-refers-to-left-out = « { $name } » n’est pas posée pendant une visite, rien ne peut donc en dépendre (dans « { $condition } »). Choisissez une autre condition.
form-unknown-choice = « { $name } » n’a pas de choix « { $choice } » (dans « { $condition } »). { $likely ->
    [none] Écrivez le nom d’un de ses choix, et non son libellé.
   *[other] Vouliez-vous dire « { $likely } » ?
  }
form-no-choices = « { $name } » n’a pas de choix, « { $choice } » ne peut donc pas être sélectionné (dans « { $condition } »). Comparez sa réponse avec =, < ou >.
form-no-such-choice = Aucun choix de « { $name } » ne répond à cette comparaison avec { $found } (dans « { $condition } »). Corrigez le nombre.
form-two-answers = Deux réponses, « { $name } » et « { $other } », ne peuvent pas être comparées entre elles (dans « { $condition } »). Comparez chacune avec un choix ou un nombre.
form-empty-text = Le fait que « { $name } », un texte, soit vide ne peut pas être une condition (dans « { $condition } »). Posez plutôt une question oui/non avant.
form-compared-text = « { $name } » est un texte : il peut être égal à un autre texte, ni plus grand ni plus petit (dans « { $condition } »). Donnez-lui le type integer ou decimal.
form-compared-choices = Les choix de « { $name } » se sélectionnent et ne se comparent pas (dans « { $condition } »). Écrivez selected(…, "…").
form-not-a-number = « { $name } » est un nombre, et « { $found } » n’en est pas un (dans « { $condition } »). Écrivez un nombre.
form-condition-without-answer = La condition « { $condition } » ne compare aucune réponse. Nommez la question, par exemple { "${" }nom{ "}" } = "oui".
form-function = « { $name }() » n’a pas d’équivalent dans une grille (dans « { $condition } »). Utilisez des comparaisons, selected(), and, or, not().
form-calculation-in-condition = Une condition ne peut pas calculer : « { $sign } » (dans « { $condition } »). Comparez la réponse elle-même avec un nombre.
form-unexpected = « { $found } » n’a pas sa place ici, au caractère { $at } de « { $condition } ». Par exemple : { "${" }nom{ "}" } = "oui" and { "${" }age{ "}" } >= 18.
form-condition-end = La condition « { $condition } » s’arrête trop tôt. Complétez-la, ou fermez ses parenthèses.
form-open-quote = Un guillemet n’est pas fermé, au caractère { $at } de « { $condition } ». Fermez-le.
form-condition-too-complex = La condition « { $condition } » est trop longue, ou a trop de parenthèses emboîtées. Simplifiez-la.

## XLSForm : ce qui est importé sans un élément, ou autrement.
form-other-sheet = La feuille « { $sheet } » ne fait pas partie du formulaire et n’a pas été lue.
form-unknown-column = La colonne « { $header } » n’est pas comprise ; elle n’a pas été reprise { $rows ->
    [none] (elle est vide)
   *[other] (lignes : { $rows })
  }.
form-no-header = Des cellules sans titre de colonne n’ont pas été reprises (lignes : { $rows }).
form-above-headers = Cette ligne au-dessus des titres n’a pas été reprise.
form-dropped = « { $header } » n’a pas d’équivalent ici et n’a pas été repris (lignes : { $rows }).
form-formatting = La mise en forme a été retirée de « { $header } » (lignes : { $rows }).
form-inserted = « { $header } » insère une réponse dans un texte, ce qui ne se fait pas ici : le texte reste tel quel (lignes : { $rows }).
form-note-dropped = Aucune question ne suit ces notes dans leur groupe, ou pas à la même condition ; elles n’ont pas été reprises (lignes : { $rows }).
form-own-words = Les réponses s’affichent Oui, En partie et Non au lieu de ces mots (lignes : { $rows }). Avec esprit::type = choice, ils sont gardés.
form-text-missing = Un texte manque dans « { $header } » ({ $language }) ; celui d’une autre langue s’affiche (lignes : { $rows }).
form-text-one-language = « { $header } » n’existe pas dans toutes les langues du formulaire ; son texte s’affiche dans toutes (lignes : { $rows }).
form-language-unknown = La langue « { $language } » est inconnue ; elle est gardée sous ce nom. Ajoutez son code : « { $header } (xx) ».
form-language-assumed = « { $header } » n’indique pas de langue ; { $language } a été retenu. Indiquez-la dans la feuille « settings », colonne default_language.
form-as-text = Une réponse de type « { $found } » se saisit comme un texte.
form-or-other = « Autre » a été ajouté aux choix ; l’observateur précise en note.
form-parameter = Le paramètre « { $name } » est inconnu et n’a pas été repris. { $likely ->
    [none] Une plage a start, end et step.
   *[other] Vouliez-vous dire « { $likely } » ?
  }
form-step = Le pas de { $step } n’est pas gardé : tout nombre intermédiaire est accepté.
form-limit-included = La limite elle-même est aussi acceptée ici (« { $found } »).
form-constraint = La contrainte « { $found } » n’a pas été reprise : seules les limites d’un nombre le sont, comme . >= 1 and . <= 5.
form-metadata = « { $found } » est relevé de lui-même à chaque visite ; la ligne n’a pas été reprise.
form-question-left-out = Une question de type « { $found } » ne peut pas être posée pendant une visite ; la ligne n’a pas été reprise.
form-comment = Cette ligne est en commentaire et n’a pas été reprise.
form-disabled = Cette ligne est désactivée et n’a pas été reprise.
form-never = La condition n’est jamais remplie ; la question n’a pas été reprise.
form-no-label = Il n’y a pas de libellé ; « { $shown } » s’affiche.
form-no-name = Il n’y a pas de nom ; il a été tiré du libellé.
form-choice-without-name = Ce choix n’a pas de nom ; « { $name } » a été retenu.
form-choice-without-label = Ce choix n’a pas de libellé ; son nom « { $name } » s’affiche.
form-empty-choice = Cette ligne de la liste « { $list } » est vide et n’a pas été reprise.
form-empty-group = Le groupe « { $name } » n’a pas de question ; il n’a pas été repris.
form-whole-repeat = Tout le formulaire est répété : chaque répétition est ici une visite.
form-id-changed = « { $found } » n’est pas un identifiant ; « { $id } » a été retenu.
form-version-changed = « { $found } » n’est pas une version ; « { $version } » a été retenu.
form-second-settings = Seule la première ligne des réglages (settings) est lue ; celle-ci n’a pas été reprise.
form-other = Autre
