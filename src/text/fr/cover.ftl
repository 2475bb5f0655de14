# The cover page. Bystanders see it: nothing here names the program or a visit.
cover-text = Courses

    - pain
    - lait
    - six œufs
    - café moulu
    - lessive
    - carte d’anniversaire pour Anne

cover-keys = Touches

    Flèches           se déplacer
    Début, Fin        début ou fin de la ligne
    Page préc., suiv. monter ou descendre d’une page
    Entrée            nouvelle ligne
    Ret. arr., Suppr. effacer une lettre
    Ctrl+W            effacer un mot
    Ctrl+K            effacer jusqu’à la fin de la ligne
    Ctrl+U, Ctrl+R    annuler, rétablir
    Tab               enregistrer
    Échap             fermer
