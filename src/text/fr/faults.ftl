# Ce qui ne va pas avec un fichier : ce qui s’est passé, ce qui est sauf, que faire.

store-no-home = Le système n’indique aucun dossier pour vos données. Choisissez-en un avec --data-dir.
store-doubt-network = Le dossier des données est sur un autre ordinateur : après une coupure de courant, les dernières réponses peuvent manquer. Un dossier de cet ordinateur est plus sûr.
store-doubt-fat = Le dossier des données est sur une clé ou une carte (FAT) : après une coupure de courant, les dernières réponses peuvent manquer. Un dossier du disque est plus sûr.
store-doubt-memory = Le dossier des données est en mémoire : tout y disparaît à l’arrêt de l’ordinateur. Choisissez un dossier du disque.
store-not-a-folder = { $path } est un fichier, pas un dossier. Choisissez un autre dossier.
store-not-a-file = { $path } n’est pas un fichier ordinaire. Choisissez-en un autre.
store-no-parent = Le dossier où placer { $path } n’existe pas. Vérifiez l’orthographe, ou créez-le d’abord.
store-denied = Vous n’avez pas le droit d’écrire ou de lire ici : { $path }. Rien n’a été changé. Vérifiez les droits, ou choisissez un autre dossier.
store-read-only = Le disque est en lecture seule : { $path }. Choisissez un autre dossier.
store-full = Le disque est plein : { $path }. Libérez de la place ; ce qui était enregistré l’est toujours.
store-disk = Le disque signale une erreur : { $path }. Ce qui était enregistré l’est toujours ; vérifiez le disque, ou choisissez un autre dossier.
store-too-many-open = Trop de fichiers sont ouverts pour ouvrir { $path }. Fermez d’autres programmes ; ce qui était enregistré l’est toujours.
store-missing = Introuvable : { $path }.
store-system = { $path } : le système répond « { $reason } ». Ce qui était enregistré l’est toujours.
store-too-large = { $path } dépasse { $limit } Mo ; ce n’est sans doute pas le bon fichier.
store-not-text = { $path } n’est pas un fichier de texte UTF-8.
store-bad-id = « { $id } » n’est pas l’identifiant d’une visite.
store-busy = Cette visite est ouverte dans une autre fenêtre. Continuez là-bas, ou fermez-la d’abord.
store-in-use = Une autre fenêtre est encore en train d’écrire { $path }. Fermez-la, puis réessayez.
store-journal-empty = Le journal { $path } est vide : rien n’y avait été enregistré.
store-journal-damaged = Le journal { $path } est abîmé à la ligne { $line } ({ $reason ->
    [not-json] la ligne est illisible
    [header] ce n’est pas un journal
    [newer] il vient d’une version plus récente
    [segment] il manque la partie d’avant
    [definition] la grille qu’il contient est illisible
    [other-checklist] il contient une autre grille
    [other-visit] il contient une autre visite
    [event] l’événement est inconnu
    [chain] l’empreinte ne correspond pas
   *[order] l’événement ne peut pas suivre les précédents
  }). Rien n’a été changé ; tout ce qui précède le dommage peut être récupéré : « esprit », ouvert sans commande, le propose.
store-newer-format = { $path } est au format { $found } ; cette version lit { $read }. Installez une version plus récente. Rien n’a été changé.
store-not-over = La visite { $id } n’est pas terminée.
store-not-empty = La visite { $id } a des réponses ; elle n’a pas été modifiée.
store-under-way = Une correction de la visite { $id } est en cours. Reprenez-la depuis l’accueil ou par « esprit resume { $id } », ou supprimez-la, à l’accueil ou par « esprit amend { $id } --drop ».
store-not-proven = { $path } ne peut pas être corrigée : sa preuve ne tient pas (esprit verify dit pourquoi).
store-corrected-meanwhile = Une autre correction de cette visite a été enregistrée entre-temps : { $path }. Supprimez celle-ci et corrigez l’autre fiche, ou retirez d’abord cette dernière.
store-in-conflict = { $path } ne peut pas être corrigée : { $other } contient la même visite avec un autre contenu. Gardez la bonne.
store-not-a-session = { $path } n’est pas une fiche de visite.
store-settings-broken = Les réglages étaient illisibles ; ceux d’origine ont été repris. Le fichier abîmé est gardé : { $kept }
store-sites-broken = La liste des sites { $path } est illisible à la ligne { $line } ; elle a été laissée telle quelle.
store-unknown-checklist = Aucune grille « { $asked } ». « esprit checklist list » montre celles qui existent.
store-faulty-checklist = { $plural ->
    [one] 1 erreur
   *[other] { $count } erreurs
  } dans { $path }. « esprit checklist check » les montre une par une.
store-no-such-item = La grille « { $checklist } » de la bibliothèque n’a plus le point « { $item } ». Rien n’a été changé.
store-unknown-scenario = Aucun scénario « { $asked } ». « esprit scenario list » montre ceux qui existent.
store-faulty-scenario = { $plural ->
    [one] 1 erreur
   *[other] { $count } erreurs
  } dans { $path }. « esprit scenario check » les montre une par une.
store-same-id = { $path } porte le même identifiant que { $other }, qui est utilisé. Changez l’un des deux.

fault-syntax = JSON non valide à partir d’ici.
mend-syntax = Vérifiez virgules, guillemets et accolades à cet endroit.
fault-too-large = le fichier dépasse { $limit } Mo.
mend-too-large = Un fichier de cette sorte est bien plus petit ; est-ce le bon ?
fault-format = format « { $found } » inconnu ; cette version lit « { $read } ».
mend-format = Écrivez "format": "{ $read }", ou installez une version plus récente.
fault-missing = il manque « { $field } ».
mend-missing = Ajoutez "{ $field }".
fault-type = { $expected ->
    [number] doit être un nombre
    [integer] doit être un nombre entier
    [boolean] doit être true ou false
    [string] doit être un texte entre guillemets
    [list] doit être une liste [ … ]
    [object] doit être un objet {"{ … }"}
    [text] doit être un texte, ou un texte par langue
    [condition] doit être une condition : "item" et "is", ou "all", "any", "not"
    [answer] doit être une réponse : un texte, un nombre ou une liste
    [value] valeur non valable
   *[other] valeur non valable
  }.
mend-type = { $expected ->
    [number] Écrivez un nombre.
    [integer] Écrivez un nombre entier.
    [boolean] Écrivez true ou false.
    [string] Écrivez un texte entre guillemets.
    [list] Écrivez une liste : [ … ].
    [object] Écrivez un objet : {"{ … }"}.
    [text] Écrivez un texte, ou {"{"} "fr": "…", "en": "…" {"}"}.
    [condition] Écrivez "item" et "is", ou "all", "any", "not".
    [answer] Écrivez un texte, un nombre ou une liste.
    [value] Écrivez une autre valeur.
   *[other] Choix possibles : { $expected }.
  }
fault-duplicate-key = clé « { $key } » en double.
mend-duplicate-key = Supprimez l’une des deux.
fault-id = « { $found } » n’est pas un identifiant.
mend-id = Minuscules sans accent, chiffres, points, tirets : 64 au plus, en commençant par une lettre ou un chiffre.
fault-duplicate-id = identifiant « { $id } » en double.
mend-duplicate-id = Choisissez un autre identifiant.
fault-empty = la liste est vide.
mend-empty = Mettez-y au moins un élément, ou deux options pour un choix.
fault-missing-text = il manque le texte dans la langue « { $language } ».
mend-missing-text = Ajoutez "{ $language }": "…", ou écrivez un seul texte pour toutes les langues.
fault-blank = le texte est vide.
mend-blank = Écrivez le texte à lire.
fault-range = { $found } n’est pas permis.
mend-range = Écrivez 0 ou un nombre supérieur à 0.
fault-too-much = { $found } est trop grand.
mend-too-much = Écrivez { $most } ou moins.
fault-scale = « max » doit être plus grand que « min ».
mend-scale = Corrigez-les.
fault-bands = les paliers ne sont pas dans l’ordre croissant, ou le palier ouvert n’est pas le dernier.
mend-bands = Rangez-les du plus petit au plus grand ; seul le dernier peut être sans limite.
fault-unknown-item = aucun point « { $id } » dans la grille.
mend-unknown-item = Vérifiez l’orthographe de l’identifiant.
fault-forward = la condition nomme « { $id } », qui vient plus loin.
mend-forward = Placez ce point plus bas, ou nommez un point qui vient avant.
fault-not-numeric = la condition compare « { $id } », dont les réponses ne sont pas des nombres.
mend-not-numeric = Nommez une note, un compteur, un chronomètre ou un nombre, ou donnez ses réponses dans « is ».
fault-unknown-answer = « { $value } » n’est pas une réponse de ce point.
mend-unknown-answer = Écrivez une réponse possible de ce point.
fault-second-outcome = un autre point porte déjà l’envie de revenir ("role": "outcome").
mend-second-outcome = Gardez "role": "outcome" sur un seul point.
fault-unknown-checklist = aucune grille « { $id } » ici.
mend-unknown-checklist = Vérifiez l’orthographe, ou installez d’abord la grille ; « esprit checklist list » donne celles qui le sont.
fault-other-version = le scénario est écrit pour la version { $asked } de sa grille ; la version installée est { $installed }.
mend-other-version = Installez cette version, ou relisez le corrigé avec celle-ci et écrivez son numéro ici.
fault-backwards = cette ligne est plus tôt que la précédente.
mend-backwards = Rangez les lignes dans l’ordre des temps.
fault-beyond-end = { $found } s est après la fin de la scène, { $end } s.
mend-beyond-end = Corrigez ce temps, ou écrivez un "ends_at_s" plus tardif.
fault-not-asked = « { $id } » ne s’applique pas, vu les réponses du corrigé qui précèdent.
mend-not-asked = Retirez cette ligne, ou corrigez la réponse dont elle dépend.
fault-second-reference = corrigé de « { $id } » en double.
mend-second-reference = Supprimez l’un des deux.
fault-no-reference = le point « { $id } » s’applique mais n’a pas de corrigé.
mend-no-reference = Ajoutez une ligne pour lui ; là où rien ne le montre, "value": "not_observed".

verify-not-a-session = ce n’est pas une fiche de visite.
verify-duplicate-key = clé « { $key } » en double (ligne { $line }).
verify-format = format { $found } ; cette version lit { $read }.
verify-digest = la grille du fichier n’est pas celle de la visite : son empreinte ne correspond pas.
verify-chain = la chaîne des événements est rompue à l’événement { $seq }.
verify-event = l’événement { $seq } n’est pas possible à cet endroit.
verify-not-over = les événements ne vont pas jusqu’à la fin de la visite.
verify-derived = « { $field } » ne correspond pas aux événements.
verify-derived-row = « { $field } » ne correspond pas aux événements, à partir de { $item }.
verify-conflict = la visite { $id } a un autre contenu dans { $other }, et aucune des deux fiches ne continue l’autre
verify-seal = le sceau ne correspond pas : le fichier a été modifié après la visite.

reading-empty = le fichier est vide.
reading-truncated = il manque la fin.
reading-not-text = ce n’est pas un texte UTF-8.
reading-not-json = ce n’est pas du JSON ({ $reason }).
reading-too-large = trop gros pour une visite.
reading-foreign = ce n’est pas une visite.
reading-foreign-format = ce n’est pas une visite, mais « { $found } ».
reading-field = « { $field } » contient une valeur impossible.
reading-conflict = les copies de la visite { $id } diffèrent : aucune ne compte. Gardez le bon fichier et retirez les autres.
reading-changed = le contenu a changé pendant la lecture.

# Listes de sites et d’observateurs.
store-observers-broken = La liste des observateurs { $path } est illisible à la ligne { $line } ; elle a été laissée telle quelle.
store-list-open-quote = { $path }, ligne { $line } : un guillemet n’est pas refermé ; la ligne n’a pas été prise en compte.
store-list-too-long = { $path }, ligne { $line } : une cellule est trop longue et n’a pas été prise en compte.
store-list-no-id = { $path }, ligne { $line } : il manque l’identifiant ; la ligne n’a pas été prise en compte.
store-list-invalid-id = { $path }, ligne { $line } : « { $id } » ne contient ni lettre ni chiffre ; la ligne n’a pas été prise en compte.
store-list-same-id = { $path }, ligne { $line } : la ligne { $first } porte déjà l’identifiant « { $id } » ; la ligne n’a pas été prise en compte.
store-list-same-name = { $path }, ligne { $line } : la ligne { $first } porte aussi le nom « { $name } », avec un autre identifiant. Les deux comptent ; donnez-leur des noms différents.
store-list-shortened-number = { $path }, ligne { $line } : le tableur semble avoir abrégé un nombre en « { $id } ». Mettez la colonne des identifiants au format texte.
store-list-more = Autres lignes non prises en compte : { $count }. « esprit sites check » les montre toutes.
reading-unsealed = il n’a pas de sceau.

store-already-void = Cette visite est déjà nulle. Pour qu’elle compte à nouveau, corrigez-la.

# Les champs, les options et les parts d’une grille.
fault-unknown-field = aucun champ « { $field } » ici.
fault-misplaced-field = « { $field } » est un champ à vous, là où il ne peut y en avoir.
mend-misplaced-field = Déplacez-le dans la grille, une rubrique, un point ou une option.
mend-near = Vouliez-vous dire « { $near } » ?
mend-unknown-field = Supprimez-le, ou faites commencer son nom par « x_ » s’il est à vous (dans une grille : dans la grille même, une rubrique, un point ou une option). Champs possibles ici : { $known }.
fault-unknown-guide = « { $key } » n’est pas une réponse de ce point.
mend-unknown-guide = Écrivez une réponse de ce point, ou « how » (comment juger) ou « self_audit » (de même en auto-évaluation).
fault-no-bounds = la condition ne dit rien de la réponse.
mend-no-bounds = Ajoutez « is » avec une liste de réponses, ou « above », « at_least », « below » ou « at_most » avec un nombre.
fault-limits = aucun nombre ne tient dans ces limites.
mend-limits = Corrigez-les.
fault-no-points = l’option « { $id } » n’a pas de points, alors que d’autres en ont.
mend-no-points = Donnez-lui "points": 0, ou "scored": false si cette réponse doit laisser le point hors score.
fault-share = { $found } n’est pas une part du score.
mend-share = Écrivez un nombre supérieur à 0, au plus { $most }.
fault-no-share = cette rubrique compte dans le score sans y avoir de part, alors que d’autres en ont une.
mend-no-share = Ajoutez "weight_percent" ici, ou retirez-le de toutes les rubriques.
remark-share-sum = remarque : la somme des parts des rubriques est { $sum }, et non 100.
mend-share-sum = Elles comptent en proportion. Corrigez-les si ce sont des pourcentages.
remark-unused-share = remarque : aucun point de cette rubrique ne compte dans le total possible ; sa part ne compte donc jamais.
mend-unused-share = Retirez-la, ou faites compter un point de la rubrique dans le score.
remark-unused-points = remarque : cette option est hors score ; ses points ne comptent donc jamais.
mend-unused-points = Retirez-les, ou retirez "scored": false.
