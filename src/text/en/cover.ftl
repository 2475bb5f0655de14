# The cover page. Bystanders see it: nothing here names the program or a visit.
cover-text = Shopping list

    - bread
    - milk
    - six eggs
    - ground coffee
    - washing powder
    - birthday card for Anne

cover-keys = Keys

    Arrows            move
    Home, End         start or end of the line
    Page Up, Down     up or down a page
    Enter             new line
    Backspace, Del    delete a letter
    Ctrl+W            delete a word
    Ctrl+K            delete to the end of the line
    Ctrl+U, Ctrl+R    undo, redo
    Tab               save
    Esc               close
