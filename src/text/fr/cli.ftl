# La ligne de commande.

cli-about = Observer l’esprit de service : une visite, une touche par réponse, rien de perdu. Sans commande, ouvre l’application.
cli-visit = Commencer une visite
cli-resume = Reprendre une visite interrompue
cli-sessions = Visites en cours et visites enregistrées
cli-show = Une visite : réponses, déroulé, détail du résultat
cli-replay = Rejouer une visite en son temps
cli-verify = Vérifier que des fiches de visite n’ont pas été changées
cli-agreement = Les observateurs voient-ils la même visite de la même façon ? L’accord par item et par observateur
cli-present = Présenter une grille à une classe, item par item en grandes lettres
cli-class = Calibrage en classe : qui a répondu quoi, item par item, pour un projecteur
cli-checklist = Les grilles d’observation
cli-checklist-list = Les grilles disponibles
cli-checklist-show = Une grille : points, réponses, consignes
cli-checklist-check = Toutes les fautes d’un fichier de grille, avec leur place
cli-checklist-new = Créer une petite grille valable, à modifier ; affiche son emplacement
cli-practise = S’exercer sur un scénario : une scène se déroule pendant que vous répondez, puis le corrigé
cli-scenario = Les scénarios pour s’exercer
cli-scenario-list = Les scénarios disponibles
cli-scenario-show = Un scénario entier, corrigé compris : pour qui forme
cli-scenario-check = Toutes les fautes d’un fichier de scénario, avec leur place
cli-arg-scenario = Identifiant d’un scénario, ou son fichier
cli-arg-scenario-files = Fichiers de scénario
cli-arg-practise-speed = Combien de fois plus vite que dans la vie la scène se déroule : 2, 4 ; sans rien, 1
cli-arg-record = Les exercices faits et leur résultat ; avec --observer, ceux d’une personne
cli-value-scenario = SCENARIO
cli-doctor = Ce qui marche ici et ce qui ne marche pas
cli-completions = Complétion des commandes pour un interpréteur : bash, zsh, fish, elvish, powershell
cli-man = La page de manuel

cli-arg-checklist = Identifiant d’une grille, ou son fichier
cli-arg-site = Lieu de la visite : son identifiant ou son nom
cli-arg-observer = Qui observe
cli-arg-kind = Type de visite : mystery_visit, self_audit ou training
cli-arg-plain = Questions et réponses ligne par ligne, sans écran
cli-arg-replay-plain = Ligne par ligne, sans écran ; finit par les réponses
cli-arg-id = Début de l’identifiant de la visite
cli-arg-session = Fiche de visite, ou début de son identifiant
cli-arg-speed = Combien de fois plus vite que la visite : 4, 0,5, 1000 ; sans rien, 1
cli-arg-order = recorded (ordre de la saisie) ou happened (ordre des faits)
cli-arg-agreement-paths = Fichiers ou dossiers des visites à comparer
cli-arg-reference = À quoi comparer les autres : une visite, par son fichier ou le début de son identifiant, ou un scénario, par son identifiant ou son fichier
cli-arg-on = Ce qui fait que des visites vont ensemble : scenario, site+window ou file-name ; sans rien, scenario quand toutes les visites en ont un
cli-arg-window = Avec site+window : les visites d’un lieu qui commencent à tant de minutes au plus vont ensemble (30)
cli-arg-tolerance = Deux moments se correspondent à tant de secondes près (5)
cli-arg-paths = Fiches de visite, dossiers ou fichiers NDJSON ; sans rien, toutes les visites enregistrées
cli-arg-class-paths = Fichiers ou dossiers des visites d’une classe ; sans rien, les visites de formation de cet ordinateur
cli-arg-files = Fichiers de grille
cli-arg-shell = bash, zsh, fish, elvish ou powershell
cli-arg-json = Résultat en JSON
cli-arg-data-dir = Dossier des données (ou ESPRIT_DATA_DIR)
cli-arg-lang = Langue : fr ou en
cli-arg-color = Couleurs : auto, always (toujours) ou never (jamais)
cli-arg-help = Afficher cette aide
cli-arg-version = Afficher la version

cli-value-command = COMMANDE
cli-value-checklist = GRILLE
cli-value-site = LIEU
cli-value-observer = OBSERVATEUR
cli-value-kind = TYPE
cli-value-id = ID
cli-value-session = VISITE
cli-value-reference = RÉFÉRENCE
cli-value-order = ORDRE
cli-value-on = QUOI
cli-value-minutes = MINUTES
cli-value-seconds = SECONDES
cli-value-path = CHEMIN
cli-value-file = FICHIER
cli-value-shell = INTERPRÉTEUR
cli-value-folder = DOSSIER
cli-value-lang = LANGUE
cli-value-color = QUAND
cli-heading-usage = Utilisation :
cli-heading-commands = Commandes{"\u00a0"}
cli-heading-arguments = Arguments{"\u00a0"}
cli-heading-options = Options{"\u00a0"}

cli-error-command = Commande inconnue : { $name }
cli-error-argument = Option ou argument inconnu : { $name }
cli-error-value = « { $value } » ne convient pas pour { $name } ; possible : { $valid }
cli-error-no-value = Il manque la valeur de { $name }
cli-error-missing = Il manque : { $name }
cli-error-no-command = Il manque la commande.
cli-error-twice = Option donnée deux fois : { $name }
cli-error-utf8 = La ligne de commande contient un texte qui n’est pas en UTF-8.
cli-error-other = Cette ligne de commande ne veut rien dire.
cli-error-near = Vouliez-vous dire { $near } ?
cli-error-help = « esprit --help » montre ce qui est possible.

cli-needs-terminal = L’application a besoin d’un terminal. Ajoutez --plain à « visit », « resume », « replay » ou « practise » pour travailler ligne par ligne.
cli-terminal-failed = Le terminal ne répond plus ({ $reason }). Tout ce qui était enregistré l’est toujours.
cli-output-failed = Le résultat n’a pas pu être écrit ({ $reason ->
    [full] il n’y a plus de place
    [unread] personne ne le lit plus
   *[other] la sortie ne répond plus
  }).
cli-bad-site = « { $site } » ne convient pas. Le nom d’un lieu doit contenir une lettre ou un chiffre.
cli-bad-observer = « { $observer } » ne convient pas. Le nom de l’observateur doit contenir une lettre ou un chiffre.
cli-sessions-none = Aucune visite encore. « esprit » ouvre l’application, « esprit visit » commence une visite.
cli-sessions-open = { $id }  en cours  { $site }, { $answers ->
    [0] aucune réponse
    [one] { $answers } réponse
   *[other] { $answers } réponses
  }, dernière le { $at }
cli-sessions-busy = { $id }  ouverte ailleurs  { $site }, { $answers ->
    [0] aucune réponse
    [one] { $answers } réponse
   *[other] { $answers } réponses
  }, dernière le { $at }
cli-no-session = Aucune visite « { $asked } ». « esprit sessions » les montre.
cli-several-sessions = { $count } visites commencent par « { $asked } » ; écrivez plus de signes :
cli-resume-none = Aucune visite en cours.
cli-resume-unknown = Aucune visite en cours ne commence par « { $asked } ».
cli-resume-several = Plusieurs visites sont en cours ; laquelle ?
cli-show-timeline = Déroulé
cli-show-score = Le résultat, ligne par ligne
cli-agreement-nothing = Rien à comparer : pas deux observateurs pour les mêmes items d’une même visite. Les visites vont ensemble par scénario, par lieu et moment (--window), ou par le nom de leurs fichiers (--on file-name).
cli-agreement-reference-unused = Aucune visite ne porte sur ce que la référence { $reference } a vu. Choisissez-en une autre, ou rapprochez autrement (--on, --window).
cli-agreement-no-reference = « { $asked } » n’est ni une visite ni un scénario. Une référence est le fichier d’une visite ou le début de son identifiant (« esprit sessions »), ou l’identifiant ou le fichier d’un scénario (« esprit scenario list »).
cli-agreement-references = Une même situation a plusieurs références : { $names }. Choisissez-en une.
cli-verify-none = Aucune visite à vérifier.
cli-verify-holds = { $place } : intact ({ $events ->
    [one] { $events } événement
   *[other] { $events } événements
  })
cli-verify-fails = { $place } : { $why }
cli-verify-sum = { $held ->
    [0] aucune visite intacte
    [one] { $held } visite intacte
   *[other] { $held } visites intactes
  }, { $failed ->
    [0] aucune en défaut
    [one] { $failed } en défaut
   *[other] { $failed } en défaut
  }
cli-checklist-made = Modifiez ce fichier, puis « esprit checklist check » pour le relire. Le mode d’emploi est dans README.fr.md.
cli-check-good = { $path } : sans faute ({ $count ->
    [one] { $count } point
   *[other] { $count } points
  })
cli-check-faults = { $path } : { $count ->
    [one] { $count } faute
   *[other] { $count } fautes
  }
cli-check-more = { $sum }, et peut-être d’autres

cli-doctor-good = bien
cli-doctor-bad = à voir
cli-doctor-version = Version
cli-doctor-data = Dossier des données
cli-doctor-rights = Droits
cli-doctor-writable = lecture et écriture
cli-doctor-free = Place libre
cli-doctor-disk = Disque
cli-doctor-megabytes = { $amount }{"\u00a0"}Mo
cli-doctor-gigabytes = { $amount }{"\u00a0"}Go
cli-doctor-config = Dossier des réglages
cli-doctor-settings = Réglages
cli-doctor-read = lus
cli-doctor-terminal = Terminal
cli-doctor-no-terminal = pas de terminal ici ; --plain fonctionne quand même
cli-doctor-colours = Couleurs
cli-doctor-no-colour = sans (NO_COLOR ou --color never)
cli-doctor-signs = Signes
cli-doctor-locale = Langue du système
cli-doctor-zone = Fuseau horaire
cli-doctor-time = Heure
cli-doctor-clock = Horloge de la visite
cli-doctor-steady = avance aussi pendant la veille et ne recule jamais ({ $name })
cli-doctor-unknown = inconnu

cli-report = Établir les chiffres de nombreuses visites : notes, comportements, attente, miroir, par où commencer
cli-arg-report-paths = Fiches de visite, dossiers ou fichiers NDJSON ; sans rien, toutes les visites enregistrées
cli-arg-by = Ce qui distingue les chiffres, plusieurs clés séparées par des virgules : site (par défaut), group, section, attitude, item, behaviour, relation, kind, observer, month, week, weekday, hour, checklist
cli-arg-from = Le premier jour pris en compte : 2026-03-01, ou un mois, 2026-03
cli-arg-to = Le dernier jour pris en compte
cli-arg-where = Seulement ce qui convient, par exemple site=lyon-3, kind=self_audit, status=abandoned, group= (aucun) ; peut être répété
cli-arg-since = Le jour où commence la seconde des deux périodes à comparer ; à défaut, le milieu
cli-arg-format = text (par défaut), json, csv, xlsx ou html
cli-arg-output = Le fichier à écrire ; sa terminaison donne le format
cli-arg-table = Des lignes à plat au lieu des chiffres : une par réponse (answers) ou par visite (visits)
cli-arg-excel = Un CSV tel que l’ouvre un tableur dans votre langue
cli-arg-verify = Contrôler d’abord chaque sceau, et écarter les visites qui ne sont pas intactes
cli-arg-threads = Le nombre de fils de lecture ; les chiffres sont les mêmes quel qu’il soit
cli-value-keys = CLÉS
cli-value-date = DATE
cli-value-condition = CLÉ=VALEUR
cli-value-format = FORMAT
cli-value-table = TABLE
cli-value-number = NOMBRE
cli-report-by = « { $asked } » ne distingue rien. Il y a : { $keys }.
cli-report-where = « { $asked } » n’est pas une condition. Écrivez CLÉ=VALEUR, par exemple site=lyon-3. Les clés sont : { $keys }.
cli-report-date = « { $asked } » n’est pas une date. Écrivez 2026-03-01, ou 2026-03 pour un mois.
cli-report-backwards = Le premier jour, { $from }, vient après le dernier, { $to }.
cli-report-table-csv = Les lignes à plat s’écrivent en CSV. Laissez --format, et donnez au fichier un nom en .csv.
cli-report-excel-csv = --excel concerne le CSV. Ajoutez --format csv, ou donnez au fichier un nom en .csv ; --format xlsx fait un classeur entier.
cli-report-ending = Aucun format n’a de fichiers en .{ $ending }. Donnez un nom qui finit par { $endings }, ou choisissez avec --format.
cli-report-where-value = « { $asked } » ne convient à aucune visite. Les valeurs possibles : { $values }.
cli-report-needs-file = Une feuille de calcul demande un fichier. Dites lequel avec -o FICHIER.xlsx.
cli-report-empty = Aucune visite trouvée pour établir des chiffres. Terminez d’abord une visite, ou indiquez un dossier de fiches : esprit report DOSSIER
cli-report-all-left-out = { $count ->
    [one] La seule visite trouvée n’est pas prise
   *[other] Aucune des { $count } visites trouvées n’est prise
  } en compte :
cli-report-left-filtered = {"  "}- { $count } hors de ce qui est demandé ({ $asked })
cli-report-left-abandoned = {"  "}- { $count } abandonnées, qui ne comptent qu’avec --where status=abandoned
cli-report-left-training = {"  "}- { $count } d’entraînement, qui ne comptent qu’avec --where kind=training
cli-report-reading = Lecture : { $percent }{"\u00a0"}%, { $count ->
    [one] { $count } visite
   *[other] { $count } visites
  }
cli-report-saved = { $path } : enregistré.
cli-report-damaged = { $count ->
    [one] { $count } fichier ou ligne inutilisable ; les chiffres s’en passent :
   *[other] { $count } fichiers ou lignes inutilisables ; les chiffres s’en passent :
  }
cli-report-damaged-one = {"  "}{ $place } : { $why }
cli-report-damaged-more = {"  "}et { $count } de plus ; le rapport en JSON les nomme tous.

cli-arg-target = Score à atteindre, en pour cent : le rapport dit combien de visites l’atteignent
cli-arg-weights = Fichier CSV du poids de chaque site (site,poids), pour une moyenne pondérée
cli-report-target = « { $asked } » n’est pas un objectif ; donnez un pourcentage comme 85
cli-report-weights-file = Impossible de lire { $file } : { $why }
cli-report-weights-line = { $file }, ligne { $line } : indiquez chaque site une seule fois, avec un poids de 0 ou plus (site,poids)
cli-arg-sites = Liste des sites à visiter, en CSV (id,nom,groupe) ou JSON : le rapport nomme ceux sans visite. Par défaut celle du dossier des données ; aucune si des fiches ou des dossiers sont indiqués
