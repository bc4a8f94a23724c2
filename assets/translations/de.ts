<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name></name>
    <message>
        <source>rock</source>
        <translation>Stein</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>scissors</source>
        <translation>Schere</translation>
    </message>
    <message>
        <source>lizard</source>
        <translation>Echse</translation>
    </message>
    <message>
        <source>Spock</source>
        <translation>Spock</translation>
    </message>
    <message>
        <source>Rock</source>
        <translation>Stein</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Scissors</source>
        <translation>Schere</translation>
    </message>
    <message>
        <source>Lizard</source>
        <translation>Echse</translation>
    </message>
    <message>
        <source>No gesture</source>
        <translation>Keine Geste</translation>
    </message>
    <message>
        <source>Demo clip</source>
        <translation>Demo-Video</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>own models</source>
        <translation>eigene Modelle</translation>
    </message>
    <message>
        <source>rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>players</source>
        <translation>Spieler</translation>
    </message>
    <message>
        <source>own rules</source>
        <translation>eigene Regeln</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>caches</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>The files could not be read or written</source>
        <translation>Die Dateien ließen sich nicht lesen oder schreiben</translation>
    </message>
    <message>
        <source>Erasing {names}…</source>
        <translation>Lösche {names} …</translation>
    </message>
    <message>
        <source>Writing the zip file…</source>
        <translation>Schreibe die Zip-Datei …</translation>
    </message>
    <message numerus="yes">
        <source>{count} parts written to {path}.</source>
        <comment>{count} part written to {path}.</comment>
        <translation>
            <numerusform>{count} Teil nach {path} geschrieben.</numerusform>
            <numerusform>{count} Teile nach {path} geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The samples are still being read. Try it again in a moment.</source>
        <translation>Die Aufnahmen werden noch gelesen. Versuch es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message numerus="yes">
        <source>{count} files, {size}</source>
        <comment>{count} file, {size}</comment>
        <translation>
            <numerusform>{count} Datei, {size}</numerusform>
            <numerusform>{count} Dateien, {size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} bytes</source>
        <comment>{count} byte</comment>
        <translation>
            <numerusform>{count} Byte</numerusform>
            <numerusform>{count} Byte</numerusform>
        </translation>
    </message>
    <message>
        <source>Erased: {names}. Nothing is left.</source>
        <translation>Gelöscht: {names}. Nichts ist übrig.</translation>
    </message>
    <message>
        <source>Erased: {names}. Left: {left}.</source>
        <translation>Gelöscht: {names}. Übrig: {left}.</translation>
    </message>
    <message>
        <source>Nothing that the camera sees leaves this computer. Pictures are looked at and forgotten, unless you record samples on the Collect page; these stay in a folder on this computer. The program sends nothing about you or your use of it, and asks no server for anything unless you open an address.</source>
        <translation>Nichts, was die Kamera sieht, verlässt diesen Computer. Bilder werden ausgewertet und vergessen, außer wenn du auf der Seite „Aufnehmen“ Aufnahmen machst; diese bleiben in einem Ordner auf diesem Computer. Das Programm sendet nichts über dich oder deine Nutzung und fragt keinen Server, außer wenn du eine Adresse öffnest.</translation>
    </message>
    <message>
        <source>see its project</source>
        <translation>siehe das Projekt</translation>
    </message>
    <message>
        <source>{path} is missing. Fetch the program again.</source>
        <translation>{path} fehlt. Lade das Programm noch einmal herunter.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>The program is free software under the Apache License 2.0.</source>
        <translation>Das Programm ist freie Software unter der Apache-Lizenz 2.0.</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text der Lizenz</translation>
    </message>
    <message>
        <source>Origin of pictures, sounds and hands</source>
        <translation>Herkunft der Bilder, Töne und Hände</translation>
    </message>
    <message>
        <source>Libraries in use</source>
        <translation>Verwendete Bibliotheken</translation>
    </message>
    <message>
        <source>An address has no spaces in it.</source>
        <translation>Eine Adresse enthält keine Leerzeichen.</translation>
    </message>
    <message>
        <source>This is not an address: check the part after the colon.</source>
        <translation>Das ist keine Adresse: Prüfe den Teil nach dem Doppelpunkt.</translation>
    </message>
    <message>
        <source>Start with one of these: {starts}</source>
        <translation>Beginne mit einem davon: {starts}</translation>
    </message>
    <message>
        <source>The name or number of the device is missing.</source>
        <translation>Der Name oder die Nummer des Geräts fehlt.</translation>
    </message>
    <message>
        <source>Open Address</source>
        <translation>Adresse öffnen</translation>
    </message>
    <message>
        <source>&amp;Address of a phone, an IP camera or another program:</source>
        <translation>&amp;Adresse eines Handys, einer IP-Kamera oder eines anderen Programms:</translation>
    </message>
    <message>
        <source>For example {example}</source>
        <translation>Zum Beispiel {example}</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>&amp;Noch einmal suchen</translation>
    </message>
    <message>
        <source>&amp;Phone as camera</source>
        <translation>&amp;Handy als Kamera</translation>
    </message>
    <message>
        <source>&amp;Mirror the picture</source>
        <translation>Bild &amp;spiegeln</translation>
    </message>
    <message>
        <source>&amp;Automatic exposure</source>
        <translation>&amp;Automatische Belichtung</translation>
    </message>
    <message>
        <source>&amp;Camera</source>
        <translation>&amp;Kamera</translation>
    </message>
    <message>
        <source>Only the picture is mirrored, never what is recognized or recorded.</source>
        <translation>Nur das Bild wird gespiegelt, nie das, was erkannt oder aufgenommen wird.</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>&amp;Auflösung</translation>
    </message>
    <message>
        <source>Hands are found as well in small pictures, and faster.</source>
        <translation>In kleinen Bildern werden Hände genauso gut gefunden, und schneller.</translation>
    </message>
    <message>
        <source>&amp;Frame rate</source>
        <translation>&amp;Bildrate</translation>
    </message>
    <message>
        <source>&amp;Exposure</source>
        <translation>&amp;Belichtung</translation>
    </message>
    <message>
        <source>A short exposure blurs fast hands less, and needs more light.</source>
        <translation>Eine kurze Belichtung verwischt schnelle Hände weniger und braucht mehr Licht.</translation>
    </message>
    <message>
        <source>Choose a camera</source>
        <translation>Kamera wählen</translation>
    </message>
    <message>
        <source>No camera found</source>
        <translation>Keine Kamera gefunden</translation>
    </message>
    <message>
        <source>The driver of this camera does not let programs set the exposure.</source>
        <translation>Der Treiber dieser Kamera lässt Programme die Belichtung nicht einstellen.</translation>
    </message>
    <message>
        <source>{source} is shown, not a camera. Recorded clips and addresses keep their own format.</source>
        <translation>Gezeigt wird {source}, keine Kamera. Videos und Adressen behalten ihr eigenes Format.</translation>
    </message>
    <message>
        <source>No camera is in use.</source>
        <translation>Es ist keine Kamera in Gebrauch.</translation>
    </message>
    <message>
        <source>{value} (not connected)</source>
        <translation>{value} (nicht verbunden)</translation>
    </message>
    <message>
        <source>Waiting for its picture…</source>
        <translation>Warte auf ihr Bild …</translation>
    </message>
    <message>
        <source>It delivers {size} at {fps} frames a second, as asked.</source>
        <translation>Sie liefert wie gewünscht {size} mit {fps} Bildern pro Sekunde.</translation>
    </message>
    <message>
        <source>It delivers {size}, as asked.</source>
        <translation>Sie liefert wie gewünscht {size}.</translation>
    </message>
    <message>
        <source>Asked for {asked} at {asked_fps}, it delivers {size} at {fps} frames a second.</source>
        <translation>Gewünscht sind {asked} mit {asked_fps}, sie liefert {size} mit {fps} Bildern pro Sekunde.</translation>
    </message>
    <message>
        <source>Asked for {asked} at {asked_fps}, it delivers {size}.</source>
        <translation>Gewünscht sind {asked} mit {asked_fps}, sie liefert {size}.</translation>
    </message>
    <message>
        <source>{rate} a second</source>
        <translation>{rate} pro Sekunde</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Another program has set it to {exposure}.</source>
        <translation>Ein anderes Programm hat sie auf {exposure} gestellt.</translation>
    </message>
    <message>
        <source>The camera goes on choosing it by itself.</source>
        <translation>Die Kamera wählt sie weiterhin selbst.</translation>
    </message>
    <message>
        <source>Asked for {exposure}, the camera uses {used}.</source>
        <translation>Gewünscht ist {exposure}, die Kamera nimmt {used}.</translation>
    </message>
    <message>
        <source>Pictures of hands that you recorded or imported, and your own gestures.</source>
        <translation>Bilder von Händen, die du aufgenommen oder importiert hast, und deine eigenen Gesten.</translation>
    </message>
    <message>
        <source>Models that you trained or imported. The model that came with the program stays.</source>
        <translation>Modelle, die du trainiert oder importiert hast. Das mitgelieferte Modell bleibt.</translation>
    </message>
    <message>
        <source>The rounds that you played, for the statistics.</source>
        <translation>Die Runden, die du gespielt hast, für die Statistik.</translation>
    </message>
    <message>
        <source>Names and pictures of the people who play. Their rounds stay.</source>
        <translation>Namen und Bilder der Leute, die spielen. Ihre Runden bleiben.</translation>
    </message>
    <message>
        <source>Rules of the game that you made.</source>
        <translation>Spielregeln, die du gemacht hast.</translation>
    </message>
    <message>
        <source>What you chose here and in the menus.</source>
        <translation>Was du hier und in den Menüs gewählt hast.</translation>
    </message>
    <message>
        <source>Computed from samples, and computed again when needed.</source>
        <translation>Aus Aufnahmen berechnet; wird bei Bedarf neu berechnet.</translation>
    </message>
    <message>
        <source>Logs: the program writes its log to the terminal, and keeps none.</source>
        <translation>Protokoll: Das Programm schreibt sein Protokoll ins Terminal und bewahrt keines auf.</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Erase {name}</source>
        <translation>Löschen: {name}</translation>
    </message>
    <message>
        <source>Back to the game</source>
        <translation>Zurück zum Spiel</translation>
    </message>
    <message>
        <source>&amp;Export CSV…</source>
        <translation>CSV &amp;exportieren …</translation>
    </message>
    <message>
        <source>E&amp;rase…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>Siegquote</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Lieblingszeichen</translation>
    </message>
    <message>
        <source>Best row</source>
        <translation>Beste Serie</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>No rounds yet. Play one, and see here how you do.</source>
        <translation>Noch keine Runden. Spiel eine und sieh hier, wie du dich schlägst.</translation>
    </message>
    <message>
        <source>Export Rounds</source>
        <translation>Runden exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>Erase all {count} rounds?</source>
        <comment>Erase the only round?</comment>
        <translation>
            <numerusform>Die einzige Runde löschen?</numerusform>
            <numerusform>Alle {count} Runden löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>The statistics begin anew, and opponents that learn forget you. This cannot be undone.</source>
        <translation>Die Statistik beginnt von vorn, und Gegner, die lernen, vergessen dich. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Win rate, last {window} decided rounds</source>
        <translation>Siegquote, letzte {window} entschiedene Runden</translation>
    </message>
    <message>
        <source>Your throws</source>
        <translation>Deine Zeichen</translation>
    </message>
    <message>
        <source>What you throw next</source>
        <translation>Was du als Nächstes zeigst</translation>
    </message>
    <message>
        <source>Win rate by opponent</source>
        <translation>Siegquote nach Gegner</translation>
    </message>
    <message>
        <source>Achievements</source>
        <translation>Erfolge</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>Diagramme</translation>
    </message>
    <message numerus="yes">
        <source>{count} wins</source>
        <comment>{count} win</comment>
        <translation>
            <numerusform>{count} Sieg</numerusform>
            <numerusform>{count} Siege</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} losses</source>
        <comment>{count} loss</comment>
        <translation>
            <numerusform>{count} Niederlage</numerusform>
            <numerusform>{count} Niederlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Erase {name} for good</source>
        <translation>Endgültig löschen: {name}</translation>
    </message>
    <message>
        <source>Erase {name} ({size}) for good? This cannot be undone.</source>
        <translation>Endgültig löschen: {name} ({size})? Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Everything lies on this computer. Nothing is sent anywhere.</source>
        <translation>Alles liegt auf diesem Computer. Nichts wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>E&amp;xport everything…</source>
        <translation>Alles e&amp;xportieren …</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>One zip file: samples and models that can be imported again, rounds, players, own rules and settings.</source>
        <translation>Eine Zip-Datei: Aufnahmen und Modelle, die sich wieder importieren lassen, Runden, Spieler, eigene Regeln und Einstellungen.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open the folder of the {name}</source>
        <translation>Ordner öffnen: {name}</translation>
    </message>
    <message>
        <source>all {name}</source>
        <translation>{name} (alle)</translation>
    </message>
    <message>
        <source>Together: {bytes}</source>
        <translation>Zusammen: {bytes}</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>Alles exportieren</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <translation>Zip-Dateien (*.zip)</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>This help</source>
        <translation>Diese Hilfe</translation>
    </message>
    <message>
        <source>Full screen, on and off</source>
        <translation>Vollbild, ein und aus</translation>
    </message>
    <message>
        <source>Live, Play, Collect, Train</source>
        <translation>Live, Spielen, Aufnehmen, Trainieren</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Next page, previous page</source>
        <translation>Nächste Seite, vorige Seite</translation>
    </message>
    <message>
        <source>Open a file, open an address</source>
        <translation>Datei öffnen, Adresse öffnen</translation>
    </message>
    <message>
        <source>Mirror the picture</source>
        <translation>Bild spiegeln</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Say what a misread hand showed; with a gesture&apos;s own key, at once</source>
        <translation>Sagen, was eine falsch erkannte Hand gezeigt hat; mit der Taste einer Geste sofort</translation>
    </message>
    <message>
        <source>Live, with a clip or a folder of images</source>
        <translation>Live, mit einem Video oder einem Ordner mit Bildern</translation>
    </message>
    <message>
        <source>Pause, and go on; at the end: start again</source>
        <translation>Anhalten und weiter; am Ende: von vorn</translation>
    </message>
    <message>
        <source>One frame or image back, one forward</source>
        <translation>Ein Bild zurück, ein Bild vor</translation>
    </message>
    <message>
        <source>Five seconds back, five seconds forward</source>
        <translation>Fünf Sekunden zurück, fünf Sekunden vor</translation>
    </message>
    <message>
        <source>Start again at the end, on and off</source>
        <translation>Am Ende von vorn beginnen, ein und aus</translation>
    </message>
    <message>
        <source>Faster, slower</source>
        <translation>Schneller, langsamer</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Spielen</translation>
    </message>
    <message>
        <source>Play, or the next round</source>
        <translation>Spielen oder die nächste Runde</translation>
    </message>
    <message>
        <source>Pause; once more: end</source>
        <translation>Pause; noch einmal: beenden</translation>
    </message>
    <message>
        <source>Press the button with the focus</source>
        <translation>Den Knopf mit dem Fokus drücken</translation>
    </message>
    <message>
        <source>Against the computer, two players, practice</source>
        <translation>Gegen den Computer, zwei Spieler, Üben</translation>
    </message>
    <message>
        <source>Three gestures, five gestures</source>
        <translation>Drei Gesten, fünf Gesten</translation>
    </message>
    <message>
        <source>Two players: say whether a doubtful throw was read right</source>
        <translation>Zwei Spieler: sagen, ob ein unklares Zeichen richtig gelesen wurde</translation>
    </message>
    <message>
        <source>After a round: say what a misread hand showed</source>
        <translation>Nach einer Runde: sagen, was eine falsch erkannte Hand gezeigt hat</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Hold to record; so does the gesture&apos;s own key</source>
        <translation>Halten, um aufzunehmen; das tut auch die Taste der Geste</translation>
    </message>
    <message>
        <source>Record by itself after a countdown</source>
        <translation>Nach einem Countdown von selbst aufnehmen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>New gesture, change a gesture</source>
        <translation>Neue Geste, Geste ändern</translation>
    </message>
    <message>
        <source>Gallery, and back</source>
        <translation>Galerie und zurück</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Importieren und exportieren</translation>
    </message>
    <message>
        <source>In the gallery: play through, move, export, delete</source>
        <translation>In der Galerie: abspielen, verschieben, exportieren, löschen</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>The list of models</source>
        <translation>Die Liste der Modelle</translation>
    </message>
    <message>
        <source>Cancel the training, after a question; go back</source>
        <translation>Training abbrechen, nach einer Frage; zurück</translation>
    </message>
    <message>
        <source>Skip the rest</source>
        <translation>Den Rest überspringen</translation>
    </message>
    <message>
        <source>Make a fist while the words are called, and show your throw on “shoot!”. The computer has chosen before it sees your hand: the line “Committed” proves it. A throw that cannot be read is repeated.</source>
        <translation>Mach eine Faust, während die Worte gerufen werden, und zeig dein Zeichen bei „Los!“. Der Computer hat gewählt, bevor er deine Hand sieht: Die Zeile „Festgelegt“ beweist es. Ein Zeichen, das nicht zu lesen ist, wird wiederholt.</translation>
    </message>
    <message>
        <source>Recognizes rock, paper, scissors, lizard and Spock, and gestures of your own.</source>
        <translation>Erkennt Stein, Papier, Schere, Echse und Spock sowie deine eigenen Gesten.</translation>
    </message>
    <message>
        <source>Nothing that the camera sees leaves this computer. The network is only used for a camera address that you enter, and to fetch what training needs when you press “Add it” on the Train page.</source>
        <translation>Nichts, was die Kamera sieht, verlässt diesen Computer. Das Netz wird nur für eine Kameraadresse benutzt, die du eingibst, und um zu holen, was das Training braucht, wenn du auf der Seite „Trainieren“ auf „Hinzufügen“ drückst.</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0.</source>
        <translation>Freie Software unter der Apache-Lizenz 2.0.</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Game</source>
        <translation>Spiel</translation>
    </message>
    <message>
        <source>&amp;Sounds</source>
        <translation>&amp;Töne</translation>
    </message>
    <message>
        <source>&amp;Countdown</source>
        <translation>&amp;Countdown</translation>
    </message>
    <message>
        <source>How fast the words are called. It holds from the next match on.</source>
        <translation>Wie schnell die Worte gerufen werden. Gilt ab der nächsten Partie.</translation>
    </message>
    <message>
        <source>Everything that is heard is also seen.</source>
        <translation>Alles, was zu hören ist, ist auch zu sehen.</translation>
    </message>
    <message>
        <source>&amp;Volume</source>
        <translation>&amp;Lautstärke</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>&amp;Textgröße</translation>
    </message>
    <message>
        <source>Pages that become larger than the window scroll.</source>
        <translation>Seiten, die größer als das Fenster werden, lassen sich rollen.</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>&amp;Bewegung</translation>
    </message>
    <message>
        <source>Whether the words of the countdown and the results pop up.</source>
        <translation>Ob die Worte des Countdowns und die Ergebnisse aufspringen.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>The window changes its language at the next start.</source>
        <translation>Das Fenster wechselt die Sprache beim nächsten Start.</translation>
    </message>
    <message>
        <source>Videos and images (*.mp4 *.m4v *.mov *.avi *.mkv *.webm *.mpg *.mpeg *.png *.jpg *.jpeg *.bmp *.webp);;All files (*)</source>
        <translation>Videos und Bilder (*.mp4 *.m4v *.mov *.avi *.mkv *.webm *.mpg *.mpeg *.png *.jpg *.jpeg *.bmp *.webp);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open File or Folder</source>
        <translation>Datei oder Ordner öffnen</translation>
    </message>
    <message>
        <source>Open &amp;This Folder</source>
        <translation>&amp;Diesen Ordner öffnen</translation>
    </message>
    <message>
        <source>Play all images in the selected folder, or else in the one that is shown</source>
        <translation>Alle Bilder im ausgewählten Ordner zeigen, sonst die in dem Ordner, der zu sehen ist</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Show the &amp;landmarks of hands</source>
        <translation>&amp;Punkte der Hände zeigen</translation>
    </message>
    <message>
        <source>&amp;Use samples at once</source>
        <translation>Aufnahmen &amp;sofort nutzen</translation>
    </message>
    <message>
        <source>&amp;Hands</source>
        <translation>&amp;Hände</translation>
    </message>
    <message>
        <source>The most hands that are looked for in a picture.</source>
        <translation>So viele Hände werden in einem Bild höchstens gesucht.</translation>
    </message>
    <message>
        <source>&amp;Sensitivity</source>
        <translation>&amp;Empfindlichkeit</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <source>Where gestures are classified. A GPU needs TensorFlow.</source>
        <translation>Wo die Gesten erkannt werden. Eine GPU braucht TensorFlow.</translation>
    </message>
    <message>
        <source>Draws the 21 points of each hand and the lines between them.</source>
        <translation>Zeichnet die 21 Punkte jeder Hand und die Linien dazwischen.</translation>
    </message>
    <message>
        <source>Recognize</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Use &amp;samples at once</source>
        <translation>Aufnahmen &amp;sofort nutzen</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Switch light and dark</source>
        <translation>Hell und dunkel wechseln</translation>
    </message>
    <message>
        <source>Open &amp;file or folder…</source>
        <translation>&amp;Datei oder Ordner öffnen …</translation>
    </message>
    <message>
        <source>Open &amp;address…</source>
        <translation>&amp;Adresse öffnen …</translation>
    </message>
    <message>
        <source>&amp;Look for cameras again</source>
        <translation>&amp;Noch einmal nach Kameras suchen</translation>
    </message>
    <message>
        <source>&amp;Enter the address…</source>
        <translation>&amp;Adresse eingeben…</translation>
    </message>
    <message>
        <source>Welcome. Can you see yourself?</source>
        <translation>Willkommen. Siehst du dich?</translation>
    </message>
    <message>
        <source>Show the gestures</source>
        <translation>Zeig die Gesten</translation>
    </message>
    <message>
        <source>Play a round</source>
        <translation>Spiel eine Runde</translation>
    </message>
    <message>
        <source>Welcome. This is what the program does</source>
        <translation>Willkommen. Das macht das Programm</translation>
    </message>
    <message>
        <source>The program sees which gesture a hand shows, and plays rock, paper, scissors, lizard, Spock with you. Nothing that the camera sees leaves this computer.</source>
        <translation>Das Programm sieht, welche Geste eine Hand zeigt, und spielt mit dir Stein, Papier, Schere, Echse, Spock. Nichts, was die Kamera sieht, verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>Suche nach Kameras …</translation>
    </message>
    <message>
        <source>Hold one hand up, so that all of it is in the picture. Lines follow its fingers.</source>
        <translation>Halte eine Hand hoch, so dass sie ganz im Bild ist. Linien folgen ihren Fingern.</translation>
    </message>
    <message>
        <source>No camera was found, so a clip is played: lines follow the fingers, and the label names the gesture. Connect a camera at any time, or use a phone.</source>
        <translation>Es wurde keine Kamera gefunden, deshalb läuft ein Video: Linien folgen den Fingern, und das Schild nennt die Geste. Du kannst jederzeit eine Kamera anschließen oder ein Handy verwenden.</translation>
    </message>
    <message>
        <source>A recording is shown. Choose a camera to see yourself.</source>
        <translation>Eine Aufzeichnung wird gezeigt. Wähle eine Kamera, um dich zu sehen.</translation>
    </message>
    <message>
        <source>1. Connect the phone to the same network as this computer.</source>
        <translation>1. Verbinde das Handy mit demselben Netz wie diesen Computer.</translation>
    </message>
    <message>
        <source>2. On the phone, install and start an app that offers its camera at an MJPEG or RTSP address, for example IP Webcam (Android) or DroidCam (Android, iPhone).</source>
        <translation>2. Installiere und starte auf dem Handy eine App, die dessen Kamera unter einer MJPEG- oder RTSP-Adresse anbietet, zum Beispiel IP Webcam (Android) oder DroidCam (Android, iPhone).</translation>
    </message>
    <message>
        <source>3. The app shows an address. Enter it here, for most apps with /video at its end: 192.168.1.20:8080/video</source>
        <translation>3. Die App zeigt eine Adresse. Gib sie hier ein, bei den meisten Apps mit /video am Ende: 192.168.1.20:8080/video</translation>
    </message>
    <message>
        <source>A fist</source>
        <translation>Eine Faust</translation>
    </message>
    <message>
        <source>A flat hand, fingers together</source>
        <translation>Eine flache Hand, Finger zusammen</translation>
    </message>
    <message>
        <source>Two fingers, spread</source>
        <translation>Zwei Finger, gespreizt</translation>
    </message>
    <message>
        <source>A beak: fingertips on the thumb</source>
        <translation>Ein Schnabel: Fingerspitzen am Daumen</translation>
    </message>
    <message>
        <source>Fingers parted in the middle</source>
        <translation>Finger in der Mitte gespreizt</translation>
    </message>
    <message>
        <source>1. Hold up a fist while the words are called.</source>
        <translation>1. Halte eine Faust hoch, während die Worte gerufen werden.</translation>
    </message>
    <message>
        <source>2. On “shoot!”, show one of the gestures, and hold it.</source>
        <translation>2. Zeig bei „Los!“ eine der Gesten, und halte sie.</translation>
    </message>
    <message>
        <source>3. The program says who wins, and why. Each gesture beats two others:</source>
        <translation>3. Das Programm sagt, wer gewinnt und warum. Jede Geste schlägt zwei andere:</translation>
    </message>
    <message>
        <source>All of them have been recognized.</source>
        <translation>Alle sind erkannt.</translation>
    </message>
    <message>
        <source>The hand in the clip shows them. Each gets a tick once it has been recognized.</source>
        <translation>Die Hand im Video zeigt sie. Jede Geste bekommt einen Haken, sobald sie erkannt ist.</translation>
    </message>
    <message>
        <source>Show each one to the camera, in any order, and hold it until it gets a tick.</source>
        <translation>Zeig jede der Kamera, in beliebiger Reihenfolge, und halte sie, bis sie einen Haken bekommt.</translation>
    </message>
    <message>
        <source>{count} of {total} recognized</source>
        <translation>{count} von {total} erkannt</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Without a camera, the hand of the clip plays. Its rounds are not counted.</source>
        <translation>Ohne Kamera spielt die Hand aus dem Video. Ihre Runden zählen nicht.</translation>
    </message>
    <message>
        <source>You begin with the easiest opponent. It lets you win often.</source>
        <translation>Du beginnst mit dem leichtesten Gegner. Er lässt dich oft gewinnen.</translation>
    </message>
    <message>
        <source>Step {number} of {total}</source>
        <translation>Schritt {number} von {total}</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Watch a round</source>
        <translation>Runde &amp;ansehen</translation>
    </message>
    <message>
        <source>&amp;Play a round</source>
        <translation>Runde &amp;spielen</translation>
    </message>
    <message>
        <source>Source: {name}</source>
        <translation>Quelle: {name}</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>One hand (faster)</source>
        <translation>Eine Hand (schneller)</translation>
    </message>
    <message>
        <source>Two hands</source>
        <translation>Zwei Hände</translation>
    </message>
    <message>
        <source>Low: fewest false alarms</source>
        <translation>Niedrig: am wenigsten Fehlalarme</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High: fastest, careless gestures count</source>
        <translation>Hoch: am schnellsten, auch flüchtige Gesten zählen</translation>
    </message>
    <message>
        <source>The fastest, by a short measurement</source>
        <translation>Das schnellste, nach einer kurzen Messung</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Words pop up</source>
        <translation>Worte springen auf</translation>
    </message>
    <message>
        <source>Reduced: nothing pops up</source>
        <translation>Weniger: nichts springt auf</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Sprache des Systems</translation>
    </message>
    <message>
        <source>Each sample of the Collect page counts as soon as it is recorded. Off: the model alone answers, until it is retrained.</source>
        <translation>Jede Aufnahme der Seite „Aufnehmen“ zählt, sobald sie gemacht ist. Aus: Nur das Modell antwortet, bis es nachtrainiert wird.</translation>
    </message>
    <message>
        <source>Throws in a game do not depend on it.</source>
        <translation>Für die Zeichen im Spiel spielt sie keine Rolle.</translation>
    </message>
    <message>
        <source>A gesture must be clear and held for about half a second. Hands that do something else are rarely taken for one.</source>
        <translation>Eine Geste muss deutlich sein und etwa eine halbe Sekunde gehalten werden. Hände, die etwas anderes tun, werden selten für eine Geste gehalten.</translation>
    </message>
    <message>
        <source>A gesture must be held for a moment.</source>
        <translation>Eine Geste muss einen Moment gehalten werden.</translation>
    </message>
    <message>
        <source>Careless gestures count, and at once. Hands that do something else are taken for a gesture more often.</source>
        <translation>Auch flüchtige Gesten zählen, und zwar sofort. Hände, die etwas anderes tun, werden öfter für eine Geste gehalten.</translation>
    </message>
    <message>
        <source>no gesture</source>
        <translation>keine Geste</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <comment>pattern of a date, see QDateTime::toString</comment>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} und {last}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What was it?</source>
        <translation>Was war es?</translation>
    </message>
    <message>
        <source>Which hand? What was it?</source>
        <translation>Welche Hand? Was war es?</translation>
    </message>
    <message>
        <source>Perhaps {gesture}</source>
        <translation>Vielleicht {gesture}</translation>
    </message>
    <message>
        <source>Show one of the gestures below.</source>
        <translation>Zeig eine der Gesten unten.</translation>
    </message>
    <message>
        <source>Show {names} or {last}.</source>
        <translation>Zeig {names} oder {last}.</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>find hands</source>
        <translation>Hände finden</translation>
    </message>
    <message>
        <source>cut out</source>
        <translation>ausschneiden</translation>
    </message>
    <message>
        <source>classify</source>
        <translation>erkennen</translation>
    </message>
    <message>
        <source>altogether</source>
        <translation>zusammen</translation>
    </message>
    <message>
        <source>Measured rate and latency</source>
        <translation>Gemessene Rate und Verzögerung</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Klassifikator</translation>
    </message>
    <message>
        <source>Picture {capture_fps} fps</source>
        <translation>Bild {capture_fps}/s</translation>
    </message>
    <message>
        <source>Recognition {inference_fps} fps</source>
        <translation>Erkennung {inference_fps}/s</translation>
    </message>
    <message>
        <source>Latency {p50_ms} ms (p95 {p95_ms} ms)</source>
        <translation>Verzögerung {p50_ms} ms (p95 {p95_ms} ms)</translation>
    </message>
    <message>
        <source>Loading the recognizer…</source>
        <translation>Lade die Erkennung …</translation>
    </message>
    <message numerus="yes">
        <source>{count} samples used   ·   {classifier}</source>
        <comment>{count} sample used   ·   {classifier}</comment>
        <translation>
            <numerusform>{count} Aufnahme genutzt   ·   {classifier}</numerusform>
            <numerusform>{count} Aufnahmen genutzt   ·   {classifier}</numerusform>
        </translation>
    </message>
    <message>
        <source>Latency: from the frame&apos;s capture until its label is painted</source>
        <translation>Verzögerung: von der Aufnahme des Bildes, bis das Ergebnis gezeichnet ist</translation>
    </message>
    <message>
        <source>{name}: {p50_ms} ms (p95 {p95_ms} ms)</source>
        <translation>{name}: {p50_ms} ms (p95 {p95_ms} ms)</translation>
    </message>
    <message>
        <source>Frames skipped to stay live: {skipped}</source>
        <translation>Übersprungene Bilder, um live zu bleiben: {skipped}</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>Verbinde neu …</translation>
    </message>
    <message>
        <source>Waiting for {name}…</source>
        <translation>Warte auf {name} …</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>Öffne {name} …</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Öffne …</translation>
    </message>
    <message>
        <source>Recognition is off</source>
        <translation>Die Erkennung ist aus</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Lade …</translation>
    </message>
    <message>
        <source>The recognizer will be ready in a moment.</source>
        <translation>Die Erkennung ist gleich bereit.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Recognition is off. The picture goes on.</source>
        <translation>Die Erkennung ist aus. Das Bild läuft weiter.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>No hand</source>
        <translation>Keine Hand</translation>
    </message>
    <message>
        <source>Hold a hand up to the camera.</source>
        <translation>Halte eine Hand in die Kamera.</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation>{percent} sicher</translation>
    </message>
    <message>
        <source>Hold it still, and show it clearly.</source>
        <translation>Halte sie still und zeig sie deutlich.</translation>
    </message>
    <message>
        <source>Camera picture</source>
        <translation>Kamerabild</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>{name} in {folder}</source>
        <translation>{name} in {folder}</translation>
    </message>
    <message>
        <source>Throws at random: perfectly fair.</source>
        <translation>Wählt zufällig: völlig fair.</translation>
    </message>
    <message>
        <source>Lets you win more often than not.</source>
        <translation>Lässt dich meistens gewinnen.</translation>
    </message>
    <message>
        <source>Counts what you throw, and beats your favourite.</source>
        <translation>Zählt deine Zeichen und schlägt dein liebstes.</translation>
    </message>
    <message>
        <source>Remembers what you throw after what.</source>
        <translation>Merkt sich, was du nach welchem Zeichen zeigst.</translation>
    </message>
    <message>
        <source>Weighs many guesses about you, and trusts those that come true.</source>
        <translation>Wägt viele Vermutungen über dich ab und vertraut denen, die zutreffen.</translation>
    </message>
    <message>
        <source>both threw {gesture}</source>
        <translation>beide zeigten {gesture}</translation>
    </message>
    <message>
        <source>{winner} {verb} {loser}</source>
        <translation>{winner} {verb} {loser}</translation>
    </message>
    <message>
        <source>rock crushes scissors</source>
        <translation>Stein zerschlägt Schere</translation>
    </message>
    <message>
        <source>rock crushes lizard</source>
        <translation>Stein zerquetscht Echse</translation>
    </message>
    <message>
        <source>paper covers rock</source>
        <translation>Papier bedeckt Stein</translation>
    </message>
    <message>
        <source>paper disproves Spock</source>
        <translation>Papier widerlegt Spock</translation>
    </message>
    <message>
        <source>scissors cuts paper</source>
        <translation>Schere schneidet Papier</translation>
    </message>
    <message>
        <source>scissors decapitates lizard</source>
        <translation>Schere köpft Echse</translation>
    </message>
    <message>
        <source>lizard eats paper</source>
        <translation>Echse frisst Papier</translation>
    </message>
    <message>
        <source>lizard poisons Spock</source>
        <translation>Echse vergiftet Spock</translation>
    </message>
    <message>
        <source>Spock vaporizes rock</source>
        <translation>Spock verdampft Stein</translation>
    </message>
    <message>
        <source>Spock smashes scissors</source>
        <translation>Spock zertrümmert Schere</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>Klassisch</translation>
    </message>
    <message>
        <source>Lizard-Spock</source>
        <translation>Echse-Spock</translation>
    </message>
    <message>
        <source>Too early: keep a fist until “shoot!”.</source>
        <translation>Zu früh: Halte die Faust bis „Los!“.</translation>
    </message>
    <message>
        <source>Too late: show your throw on “shoot!”.</source>
        <translation>Zu spät: Zeig dein Zeichen bei „Los!“.</translation>
    </message>
    <message>
        <source>No hand in view: hold it up to the camera.</source>
        <translation>Keine Hand zu sehen: Halte sie in die Kamera.</translation>
    </message>
    <message>
        <source>That was no throw: show one of the gestures clearly.</source>
        <translation>Das war kein Zeichen: Zeig eine der Gesten deutlich.</translation>
    </message>
    <message>
        <source>Two hands with two throws: throw with one.</source>
        <translation>Zwei Hände mit zwei Zeichen: Nimm nur eine.</translation>
    </message>
    <message>
        <source>Your hand kept changing: hold your throw still.</source>
        <translation>Deine Hand hat sich ständig verändert: Halte dein Zeichen still.</translation>
    </message>
    <message>
        <source>One player is missing: one hand in each half of the picture.</source>
        <translation>Ein Spieler fehlt: eine Hand in jeder Hälfte des Bildes.</translation>
    </message>
    <message>
        <source>None of the throws it looked like: throw once more.</source>
        <translation>Keines der Zeichen, nach denen es aussah: Zeig es noch einmal.</translation>
    </message>
    <message>
        <source>The camera sent too few pictures: check it, and try again.</source>
        <translation>Die Kamera hat zu wenige Bilder gesendet: Prüfe sie und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>The cameras could not be listed</source>
        <translation>Die Kameras ließen sich nicht auflisten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The model in use learns from it when it is retrained.</source>
        <translation>Das Modell lernt daraus, wenn es nachtrainiert wird.</translation>
    </message>
    <message>
        <source>Hands like it are read better from now on.</source>
        <translation>Solche Hände werden ab jetzt besser erkannt.</translation>
    </message>
    <message>
        <source>Samples are not used at once, so it counts when the model is retrained.</source>
        <translation>Aufnahmen werden nicht sofort genutzt; sie zählt, wenn das Modell nachtrainiert wird.</translation>
    </message>
    <message>
        <source>Use samples at once</source>
        <translation>Aufnahmen sofort nutzen</translation>
    </message>
    <message>
        <source>Your hand was added as {name}.</source>
        <translation>Deine Hand wurde als {name} hinzugefügt.</translation>
    </message>
    <message>
        <source>Your hand was not added.</source>
        <translation>Deine Hand wurde nicht hinzugefügt.</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>The image could not be loaded</source>
        <translation>Das Bild ließ sich nicht laden</translation>
    </message>
    <message>
        <source>The image of the sample {sample_id} could not be loaded</source>
        <translation>Das Bild der Aufnahme {sample_id} ließ sich nicht laden</translation>
    </message>
    <message>
        <source>The sample {sample_id} cannot be read: the samples are closed.</source>
        <translation>Die Aufnahme {sample_id} lässt sich nicht lesen: Die Aufnahmen sind geschlossen.</translation>
    </message>
    <message>
        <source>The samples could not be remembered</source>
        <translation>Die Aufnahmen ließen sich nicht merken</translation>
    </message>
    <message>
        <source>The file could not be looked for</source>
        <translation>Die Datei ließ sich nicht suchen</translation>
    </message>
    <message>
        <source>{name} is no longer there. It was removed from the list of recent sources.</source>
        <translation>{name} ist nicht mehr da. Der Eintrag wurde aus der Liste der zuletzt geöffneten Quellen entfernt.</translation>
    </message>
    <message>
        <source>Looked for {value}.</source>
        <translation>Gesucht: {value}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} samples deleted</source>
        <comment>{count} sample deleted</comment>
        <translation>
            <numerusform>{count} Aufnahme gelöscht</numerusform>
            <numerusform>{count} Aufnahmen gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} samples taken back</source>
        <comment>{count} sample taken back</comment>
        <translation>
            <numerusform>{count} Aufnahme zurückgenommen</numerusform>
            <numerusform>{count} Aufnahmen zurückgenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} samples taken back from the trash</source>
        <comment>{count} sample taken back from the trash</comment>
        <translation>
            <numerusform>{count} Aufnahme aus dem Papierkorb zurückgeholt</numerusform>
            <numerusform>{count} Aufnahmen aus dem Papierkorb zurückgeholt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} samples forgotten; the recordings stay</source>
        <comment>{count} sample forgotten; the recordings stay</comment>
        <translation>
            <numerusform>{count} Aufnahme vergessen; sie bleibt gespeichert</numerusform>
            <numerusform>{count} Aufnahmen vergessen; sie bleiben gespeichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} samples remembered again</source>
        <comment>{count} sample remembered again</comment>
        <translation>
            <numerusform>{count} Aufnahme wieder gemerkt</numerusform>
            <numerusform>{count} Aufnahmen wieder gemerkt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} samples moved to {title}</source>
        <comment>{count} sample moved to {title}</comment>
        <translation>
            <numerusform>{count} Aufnahme nach {title} verschoben</numerusform>
            <numerusform>{count} Aufnahmen nach {title} verschoben</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>niemand Bestimmtes</translation>
    </message>
    <message numerus="yes">
        <source>{count} samples given to {name}</source>
        <comment>{count} sample given to {name}</comment>
        <translation>
            <numerusform>{count} Aufnahme zugeordnet: {name}</numerusform>
            <numerusform>{count} Aufnahmen zugeordnet: {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} recorded samples cannot be read and are left out.</source>
        <comment>{count} recorded sample cannot be read and is left out.</comment>
        <translation>
            <numerusform>{count} Aufnahme lässt sich nicht lesen und wird ausgelassen.</numerusform>
            <numerusform>{count} Aufnahmen lassen sich nicht lesen und werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{listed} and {more} more</source>
        <translation>{listed} und {more} weitere</translation>
    </message>
    <message>
        <source>{listed}. They stay where they are; nothing was removed.</source>
        <translation>{listed}. Sie bleiben, wo sie sind; nichts wurde entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>Remove {count} deleted samples for good?</source>
        <comment>Remove {count} deleted sample for good?</comment>
        <translation>
            <numerusform>{count} gelöschte Aufnahme endgültig entfernen?</numerusform>
            <numerusform>{count} gelöschte Aufnahmen endgültig entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing brings them back after that.</source>
        <translation>Danach holt sie nichts mehr zurück.</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>Endgültig entfernen</translation>
    </message>
    <message>
        <source>The samples could not be changed</source>
        <translation>Die Aufnahmen ließen sich nicht ändern</translation>
    </message>
    <message numerus="yes">
        <source>{count} samples removed for good.</source>
        <comment>{count} sample removed for good.</comment>
        <translation>
            <numerusform>{count} Aufnahme endgültig entfernt.</numerusform>
            <numerusform>{count} Aufnahmen endgültig entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>The recognizer could not be stopped</source>
        <translation>Die Erkennung ließ sich nicht anhalten</translation>
    </message>
    <message>
        <source>The clip has ended.</source>
        <translation>Das Video ist zu Ende.</translation>
    </message>
    <message>
        <source>The clip is paused. It goes on with K on the Live page.</source>
        <translation>Das Video ist angehalten. Mit K auf der Seite „Live“ geht es weiter.</translation>
    </message>
    <message>
        <source>This is a still image. Choose a camera or a video.</source>
        <translation>Das ist ein einzelnes Bild. Wähle eine Kamera oder ein Video.</translation>
    </message>
    <message>
        <source>There is no picture from the camera.</source>
        <translation>Von der Kamera kommt kein Bild.</translation>
    </message>
    <message>
        <source>The recognizer is still loading.</source>
        <translation>Die Erkennung lädt noch.</translation>
    </message>
    <message>
        <source>Recognition is off.</source>
        <translation>Die Erkennung ist aus.</translation>
    </message>
    <message>
        <source>Allow it in System Settings, Privacy &amp; Security, Camera; then start the program again.</source>
        <translation>Erlaube es unter Systemeinstellungen, Datenschutz &amp; Sicherheit, Kamera; starte dann das Programm neu.</translation>
    </message>
    <message>
        <source>Allow the program to use the camera in the system&apos;s privacy settings.</source>
        <translation>Erlaube dem Programm in den Datenschutzeinstellungen des Systems, die Kamera zu benutzen.</translation>
    </message>
    <message>
        <source>The program may not use the camera.</source>
        <translation>Das Programm darf die Kamera nicht benutzen.</translation>
    </message>
    <message>
        <source>{name} is not connected. Showing {other}.</source>
        <translation>{name} ist nicht verbunden. Gezeigt wird {other}.</translation>
    </message>
    <message>
        <source>The camera used last</source>
        <translation>Die zuletzt benutzte Kamera</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Camera connected: {name}.</source>
        <translation>Kamera verbunden: {name}.</translation>
    </message>
    <message>
        <source>No camera found. Showing the demo clip.</source>
        <translation>Keine Kamera gefunden. Gezeigt wird das Demo-Video.</translation>
    </message>
    <message>
        <source>Connect a camera at any time, or open a video.</source>
        <translation>Schließ jederzeit eine Kamera an oder öffne ein Video.</translation>
    </message>
    <message>
        <source>Choose a camera…</source>
        <translation>Kamera wählen …</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>{source_name} has ended.</source>
        <translation>{source_name} ist zu Ende.</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>Andere wählen …</translation>
    </message>
    <message>
        <source>Try it again; if it comes back, start the program anew. The log has the details.</source>
        <translation>Versuch es noch einmal; wenn es wiederkommt, starte das Programm neu. Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>&amp;Regeln</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Über</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>&amp;Erste Schritte</translation>
    </message>
    <message>
        <source>A round</source>
        <translation>Eine Runde</translation>
    </message>
    <message>
        <source>This picture of your hand is added to your samples. Ctrl+Z takes it back.</source>
        <translation>Dieses Bild deiner Hand kommt zu deinen Aufnahmen. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Gesture: {title}</source>
        <translation>Geste: {title}</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Start again at the end (O)</source>
        <translation>Am Ende von vorn beginnen (O)</translation>
    </message>
    <message>
        <source>Start again at the end</source>
        <translation>Am Ende von vorn beginnen</translation>
    </message>
    <message>
        <source>Speed (+ and -)</source>
        <translation>Tempo (+ und -)</translation>
    </message>
    <message>
        <source>Speed: {speed}</source>
        <translation>Tempo: {speed}</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>Ein Bild zurück</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Ein Bild vor</translation>
    </message>
    <message>
        <source>Play</source>
        <comment>a clip</comment>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>{position} of {count}</source>
        <translation>{position} von {count}</translation>
    </message>
    <message>
        <source>Recognized</source>
        <translation>Erkannt</translation>
    </message>
    <message>
        <source>Probability of each gesture, and of none</source>
        <translation>Wahrscheinlichkeit jeder Geste und keiner Geste</translation>
    </message>
    <message>
        <source>Say what your hand showed (C, or the gesture&apos;s key), so that it is learnt</source>
        <translation>Sag, was deine Hand gezeigt hat (C oder die Taste der Geste), damit es gelernt wird</translation>
    </message>
    <message>
        <source>Misread? Say what your hand showed</source>
        <translation>Falsch erkannt? Sag, was deine Hand gezeigt hat</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>&amp;All settings…</source>
        <translation>&amp;Alle Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Keys, rules, about…</source>
        <translation>&amp;Tasten, Regeln, Info …</translation>
    </message>
    <message>
        <source>F&amp;irst steps</source>
        <translation>&amp;Erste Schritte</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Show the picture as in a mirror (M)</source>
        <translation>Das Bild wie in einem Spiegel zeigen (M)</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>Key {key}</source>
        <translation>Taste {key}</translation>
    </message>
    <message>
        <source>The computer chooses before it sees your hand. Before the round it shows a fingerprint (SHA-256)
of its throw and a random number; afterwards it shows both, so that anybody can check that it
did not change its mind: gesture-app verify-round does.</source>
        <translation>Der Computer wählt, bevor er deine Hand sieht. Vor der Runde zeigt er einen Fingerabdruck (SHA-256)
seines Zeichens und einer Zufallszahl; danach zeigt er beide, damit jeder prüfen kann,
dass er es sich nicht anders überlegt hat: gesture-app verify-round tut das.</translation>
    </message>
    <message>
        <source>Copy the round&apos;s proof</source>
        <translation>Beweis der Runde kopieren</translation>
    </message>
    <message>
        <source>Copy the fingerprint</source>
        <translation>Fingerabdruck kopieren</translation>
    </message>
    <message>
        <source>This picture of your hand is added to your samples, so that the next throw like it is read right. The round stays as it was played. Ctrl+Z takes the sample back.</source>
        <translation>Dieses Bild deiner Hand kommt zu deinen Aufnahmen, damit das nächste Zeichen dieser Art richtig erkannt wird. Die Runde bleibt, wie sie gespielt wurde. Strg+Z nimmt die Aufnahme zurück.</translation>
    </message>
    <message>
        <source>Read as
{label}</source>
        <translation>Erkannt als
{label}</translation>
    </message>
    <message>
        <source>Another source was chosen.</source>
        <translation>Eine andere Quelle wurde gewählt.</translation>
    </message>
    <message>
        <source>Rounds so far</source>
        <translation>Bisherige Runden</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Misread?</source>
        <translation>Falsch erkannt?</translation>
    </message>
    <message>
        <source>Say what your hand showed (C), so that it is learnt; the round stays as it is</source>
        <translation>Sag, was deine Hand gezeigt hat (C), damit es gelernt wird; die Runde bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Next round</source>
        <translation>Nächste Runde</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Now try the next opponent: {title}</source>
        <translation>Probier jetzt den nächsten Gegner: {title}</translation>
    </message>
    <message>
        <source>Has chosen</source>
        <translation>Hat gewählt</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>The opponent could not get ready</source>
        <translation>Der Gegner konnte sich nicht bereit machen</translation>
    </message>
    <message>
        <source>Kid</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Würfel</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Habit hunter</source>
        <translation>Gewohnheitsjäger</translation>
    </message>
    <message>
        <source>Mind reader</source>
        <translation>Gedankenleser</translation>
    </message>
    <message>
        <source>Statistics over all matches (S)</source>
        <translation>Statistik über alle Partien (S)</translation>
    </message>
    <message>
        <source>You were on another page.</source>
        <translation>Du warst auf einer anderen Seite.</translation>
    </message>
    <message>
        <source>New game</source>
        <translation>Neues Spiel</translation>
    </message>
    <message>
        <source>Tournament</source>
        <translation>Turnier</translation>
    </message>
    <message>
        <source>Your opponent remembers your last rounds…</source>
        <translation>Dein Gegner erinnert sich an deine letzten Runden …</translation>
    </message>
    <message>
        <source>Press Space to watch the clip play</source>
        <translation>Leertaste: dem Video beim Spielen zusehen</translation>
    </message>
    <message>
        <source>Press Space to play</source>
        <translation>Leertaste: spielen</translation>
    </message>
    <message>
        <source>first round</source>
        <translation>erste Runde</translation>
    </message>
    <message>
        <source>{count} decided rounds</source>
        <translation>{count} entschiedene Runden</translation>
    </message>
    <message>
        <source>no rounds yet</source>
        <translation>noch keine Runden</translation>
    </message>
    <message>
        <source>Practise again</source>
        <translation>Noch einmal üben</translation>
    </message>
    <message>
        <source>{position} of {count} · {points}</source>
        <translation>{position} von {count} · {points}</translation>
    </message>
    <message numerus="yes">
        <source>{count} points</source>
        <comment>{count} point</comment>
        <translation>
            <numerusform>{count} Punkt</numerusform>
            <numerusform>{count} Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>{seen} of {count} gestures seen.</source>
        <translation>{seen} von {count} Gesten gesehen.</translation>
    </message>
    <message>
        <source>{seen} Your best so far: try to beat it.</source>
        <translation>{seen} Dein bestes Ergebnis bisher: Versuch, es zu schlagen.</translation>
    </message>
    <message>
        <source>New personal best! Before: {points}. {seen}</source>
        <translation>Neuer eigener Rekord! Vorher: {points}. {seen}</translation>
    </message>
    <message>
        <source>{seen} Personal best: {points}.</source>
        <translation>{seen} Eigener Rekord: {points}.</translation>
    </message>
    <message>
        <source>Not seen in time.</source>
        <translation>Nicht rechtzeitig gesehen.</translation>
    </message>
    <message>
        <source>Seen after {delay_s} s, {percent} sure.</source>
        <translation>Gesehen nach {delay_s} s, {percent} sicher.</translation>
    </message>
    <message>
        <source>Space: practise again   ·   Esc: choose a mode</source>
        <translation>Leertaste: noch einmal üben   ·   Esc: Spielart wählen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>The results stay until you begin again.</source>
        <translation>Die Ergebnisse bleiben, bis du neu beginnst.</translation>
    </message>
    <message>
        <source>{points} of {most_points} points</source>
        <translation>{points} von {most_points} Punkten</translation>
    </message>
    <message>
        <source>Show it now: {seconds} s left</source>
        <translation>Zeig es jetzt: noch {seconds} s</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verpasst</translation>
    </message>
    <message>
        <source>Points by gesture</source>
        <translation>Punkte nach Geste</translation>
    </message>
    <message>
        <source>The rounds could not be read or written</source>
        <translation>Die Runden ließen sich nicht lesen oder schreiben</translation>
    </message>
    <message numerus="yes">
        <source>{count} rounds were written to {path}.</source>
        <comment>One round was written to {path}.</comment>
        <translation>
            <numerusform>Eine Runde wurde nach {path} geschrieben.</numerusform>
            <numerusform>{count} Runden wurden nach {path} geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The match goes on. Look whether the disk with your data folder still answers.</source>
        <translation>Die Partie geht weiter. Sieh nach, ob die Festplatte mit deinem Datenordner noch antwortet.</translation>
    </message>
    <message>
        <source>The rounds cannot be written fast enough.</source>
        <translation>Die Runden lassen sich nicht schnell genug schreiben.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Say what your hand showed, or go on.</source>
        <translation>Sag, was deine Hand gezeigt hat, oder mach weiter.</translation>
    </message>
    <message>
        <source>The picture seems to stand still…</source>
        <translation>Das Bild scheint stillzustehen …</translation>
    </message>
    <message>
        <source>Y: yes   ·   N: no</source>
        <translation>Y: ja   ·   N: nein</translation>
    </message>
    <message>
        <source>Space: go on   ·   Esc: end the match</source>
        <translation>Leertaste: weiter   ·   Esc: Partie beenden</translation>
    </message>
    <message>
        <source>Space: go on   ·   Esc: close the question</source>
        <translation>Leertaste: weiter   ·   Esc: Frage schließen</translation>
    </message>
    <message>
        <source>The score is kept.</source>
        <translation>Der Spielstand bleibt.</translation>
    </message>
    <message>
        <source>Space: another match   ·   Esc: choose a mode</source>
        <translation>Leertaste: noch eine Partie   ·   Esc: Spielart wählen</translation>
    </message>
    <message>
        <source>Space: next round</source>
        <translation>Leertaste: nächste Runde</translation>
    </message>
    <message>
        <source>Score: {first} {first_score}, {second} {second_score}</source>
        <translation>Spielstand: {first} {first_score}, {second} {second_score}</translation>
    </message>
    <message>
        <source>1 player</source>
        <translation>1 Spieler</translation>
    </message>
    <message>
        <source>Against the computer</source>
        <translation>Gegen den Computer</translation>
    </message>
    <message>
        <source>2 players</source>
        <translation>2 Spieler</translation>
    </message>
    <message>
        <source>Two people in one picture</source>
        <translation>Zwei Leute in einem Bild</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Üben</translation>
    </message>
    <message>
        <source>Show what is asked for, fast and clearly</source>
        <translation>Zeig, was verlangt wird, schnell und deutlich</translation>
    </message>
    <message>
        <source>Best of {count}</source>
        <translation>Beste aus {count}</translation>
    </message>
    <message>
        <source>Endless</source>
        <translation>Endlos</translation>
    </message>
    <message>
        <source>Stand side by side: one hand in each half of the picture.</source>
        <translation>Stellt euch nebeneinander: eine Hand in jeder Hälfte des Bildes.</translation>
    </message>
    <message>
        <source>Ten gestures are asked for, one after another. Fast and clear gives the most points.</source>
        <translation>Zehn Gesten werden verlangt, eine nach der anderen. Schnell und deutlich bringt die meisten Punkte.</translation>
    </message>
    <message>
        <source>Who plays</source>
        <translation>Wer spielt</translation>
    </message>
    <message>
        <source>Throws</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Best of</source>
        <translation>Beste aus</translation>
    </message>
    <message>
        <source>Opponent</source>
        <translation>Gegner</translation>
    </message>
    <message>
        <source>Hands-free: hold a fist to start</source>
        <translation>Ohne Tasten: Faust halten zum Starten</translation>
    </message>
    <message>
        <source>A held fist starts, an open hand asks for another match, scissors end it</source>
        <translation>Eine gehaltene Faust startet, eine offene Hand will noch eine Partie, Schere beendet</translation>
    </message>
    <message>
        <source>Tournament…</source>
        <translation>Turnier…</translation>
    </message>
    <message>
        <source>Three to eight people play, two at a time</source>
        <translation>Drei bis acht Leute spielen, immer zwei zugleich</translation>
    </message>
    <message>
        <source>Win a match against the one before, and it is yours to play</source>
        <translation>Gewinne eine Partie gegen den davor, dann kannst du gegen ihn spielen</translation>
    </message>
    <message>
        <source>Opponent: {title}</source>
        <translation>Gegner: {title}</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>Üben</translation>
    </message>
    <message>
        <source>Sound is on</source>
        <translation>Der Ton ist an</translation>
    </message>
    <message>
        <source>Sound is off</source>
        <translation>Der Ton ist aus</translation>
    </message>
    <message>
        <source>No sound: {problem}</source>
        <translation>Kein Ton: {problem}</translation>
    </message>
    <message>
        <source>Qt Multimedia is not installed</source>
        <translation>Qt Multimedia ist nicht installiert</translation>
    </message>
    <message>
        <source>no sound device was found</source>
        <translation>kein Tongerät gefunden</translation>
    </message>
    <message>
        <source>After a win</source>
        <translation>Nach einem Sieg</translation>
    </message>
    <message>
        <source>After a loss</source>
        <translation>Nach einer Niederlage</translation>
    </message>
    <message>
        <source>After a draw</source>
        <translation>Nach einem Unentschieden</translation>
    </message>
    <message>
        <source>draws only</source>
        <translation>nur unentschieden</translation>
    </message>
    <message>
        <source>{percent} of {count}</source>
        <translation>{percent} von {count}</translation>
    </message>
    <message>
        <source>{percent} the same again</source>
        <translation>{percent} noch einmal dasselbe</translation>
    </message>
    <message>
        <source>Too early!</source>
        <translation>Zu früh!</translation>
    </message>
    <message>
        <source>Too late!</source>
        <translation>Zu spät!</translation>
    </message>
    <message>
        <source>No hand!</source>
        <translation>Keine Hand!</translation>
    </message>
    <message>
        <source>What was that?</source>
        <translation>Was war das?</translation>
    </message>
    <message>
        <source>Two hands!</source>
        <translation>Zwei Hände!</translation>
    </message>
    <message>
        <source>Hold still!</source>
        <translation>Stillhalten!</translation>
    </message>
    <message>
        <source>Somebody is missing!</source>
        <translation>Jemand fehlt!</translation>
    </message>
    <message>
        <source>No picture!</source>
        <translation>Kein Bild!</translation>
    </message>
    <message>
        <source>Once more!</source>
        <translation>Noch einmal!</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Player 2</source>
        <translation>Spieler 2</translation>
    </message>
    <message>
        <source>Player 1</source>
        <translation>Spieler 1</translation>
    </message>
    <message>
        <source>Draw!</source>
        <translation>Unentschieden!</translation>
    </message>
    <message>
        <source>You win!</source>
        <translation>Du gewinnst!</translation>
    </message>
    <message>
        <source>{player} wins!</source>
        <translation>{player} gewinnt!</translation>
    </message>
    <message>
        <source>You won the match!</source>
        <translation>Du hast die Partie gewonnen!</translation>
    </message>
    <message>
        <source>{player} won the match</source>
        <translation>{player} hat die Partie gewonnen</translation>
    </message>
    <message>
        <source>A draw, {first} : {second}</source>
        <translation>Unentschieden, {first} : {second}</translation>
    </message>
    <message>
        <source>You win {numbers}</source>
        <translation>Du gewinnst {numbers}</translation>
    </message>
    <message>
        <source>{player} wins {numbers}</source>
        <translation>{player} gewinnt {numbers}</translation>
    </message>
    <message numerus="yes">
        <source>{count} rounds.</source>
        <comment>{count} round.</comment>
        <translation>
            <numerusform>{count} Runde.</numerusform>
            <numerusform>{count} Runden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them were draws.</source>
        <comment>{count} of them was a draw.</comment>
        <translation>
            <numerusform>{count} davon unentschieden.</numerusform>
            <numerusform>{count} davon unentschieden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Longest win streak: {length}.</source>
        <translation>Längste Siegesserie: {length}.</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Keep a fist</source>
        <translation>Faust halten</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Festgehalten</translation>
    </message>
    <message>
        <source>Throw!</source>
        <translation>Zeig es!</translation>
    </message>
    <message>
        <source>Played again</source>
        <translation>Wird wiederholt</translation>
    </message>
    <message>
        <source>Nobody loses a point.</source>
        <translation>Niemand verliert einen Punkt.</translation>
    </message>
    <message>
        <source>Late throw, {gesture} {delay_ms} ms after “shoot!”. The first throw counts.</source>
        <translation>Spätes Zeichen, {gesture} {delay_ms} ms nach „Los!“. Das erste Zeichen zählt.</translation>
    </message>
    <message>
        <source>{player}: Late throw, {gesture} {delay_ms} ms after “shoot!”. The first throw counts.</source>
        <translation>{player}: Spätes Zeichen, {gesture} {delay_ms} ms nach „Los!“. Das erste Zeichen zählt.</translation>
    </message>
    <message>
        <source>Demo, not counted · round {number}</source>
        <translation>Demo, zählt nicht · Runde {number}</translation>
    </message>
    <message>
        <source>Endless match</source>
        <translation>Endlose Partie</translation>
    </message>
    <message>
        <source>Round {number} · endless</source>
        <translation>Runde {number} · endlos</translation>
    </message>
    <message>
        <source>One round decides</source>
        <translation>Eine Runde entscheidet</translation>
    </message>
    <message>
        <source>Round {number} · best of {best_of}</source>
        <translation>Runde {number} · beste aus {best_of}</translation>
    </message>
    <message>
        <source>{length} wins in a row</source>
        <translation>{length} Siege in Folge</translation>
    </message>
    <message>
        <source>{length} losses in a row</source>
        <translation>{length} Niederlagen in Folge</translation>
    </message>
    <message>
        <source>{player}: {length} in a row</source>
        <translation>{player}: {length} in Folge</translation>
    </message>
    <message>
        <source>Opened: {throw} + {digest}</source>
        <translation>Aufgedeckt: {throw} + {digest}</translation>
    </message>
    <message>
        <source>Committed: {digest}</source>
        <translation>Festgelegt: {digest}</translation>
    </message>
    <message>
        <source>{throw}, wins</source>
        <translation>{throw}, gewinnt</translation>
    </message>
    <message>
        <source>shoot!</source>
        <translation>Los!</translation>
    </message>
    <message>
        <source>First win</source>
        <translation>Erster Sieg</translation>
    </message>
    <message>
        <source>Win a round against the computer.</source>
        <translation>Gewinne eine Runde gegen den Computer.</translation>
    </message>
    <message>
        <source>It had chosen before it saw your hand: you were better, not faster.</source>
        <translation>Er hatte gewählt, bevor er deine Hand sah: Du warst besser, nicht schneller.</translation>
    </message>
    <message>
        <source>Live long and prosper</source>
        <translation>Lebe lang und in Frieden</translation>
    </message>
    <message>
        <source>Throw Spock three times in a row.</source>
        <translation>Zeige dreimal hintereinander Spock.</translation>
    </message>
    <message>
        <source>Spock beats rock and scissors. Now your hand knows how.</source>
        <translation>Spock schlägt Stein und Schere. Jetzt kann es deine Hand.</translation>
    </message>
    <message>
        <source>Full hand</source>
        <translation>Alle fünf</translation>
    </message>
    <message>
        <source>Throw all five gestures in one match.</source>
        <translation>Zeige alle fünf Gesten in einer Partie.</translation>
    </message>
    <message>
        <source>Each gesture beats two others: none of them is a bad choice.</source>
        <translation>Jede Geste schlägt zwei andere: Keine ist eine schlechte Wahl.</translation>
    </message>
    <message>
        <source>On the word</source>
        <translation>Auf den Punkt</translation>
    </message>
    <message>
        <source>Throw right on “shoot!” ten times in a row.</source>
        <translation>Zeige zehnmal hintereinander genau bei „Los!“.</translation>
    </message>
    <message>
        <source>A throw on the word is fair, and is read best.</source>
        <translation>Wer auf das Wort zeigt, spielt fair und wird am besten gelesen.</translation>
    </message>
    <message>
        <source>Never give up</source>
        <translation>Nie aufgeben</translation>
    </message>
    <message>
        <source>Win a match after you lost its first two rounds.</source>
        <translation>Gewinne eine Partie, deren erste zwei Runden du verloren hast.</translation>
    </message>
    <message>
        <source>Earlier rounds do not decide the next one.</source>
        <translation>Frühere Runden entscheiden nicht über die nächste.</translation>
    </message>
    <message>
        <source>Five in a row</source>
        <translation>Fünf in Folge</translation>
    </message>
    <message>
        <source>Win five rounds in a row; draws do not count.</source>
        <translation>Gewinne fünf Runden in Folge; Unentschieden zählen nicht.</translation>
    </message>
    <message>
        <source>You found a habit of your opponent before it found yours.</source>
        <translation>Du hast eine Gewohnheit deines Gegners gefunden, bevor er deine fand.</translation>
    </message>
    <message>
        <source>Hard to read</source>
        <translation>Schwer zu lesen</translation>
    </message>
    <message>
        <source>Play twenty rounds with five gestures, none of them more than six times.</source>
        <translation>Spiele zwanzig Runden mit fünf Gesten, keine davon öfter als sechsmal.</translation>
    </message>
    <message>
        <source>Whoever mixes the gestures evenly gives away the least.</source>
        <translation>Wer die Gesten gleichmäßig mischt, verrät am wenigsten.</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>Win a match of two won rounds or more against the mind reader.</source>
        <translation>Gewinne gegen den Gedankenleser eine Partie mit zwei oder mehr gewonnenen Runden.</translation>
    </message>
    <message>
        <source>It looks for habits. You had none, or the right ones.</source>
        <translation>Er sucht Gewohnheiten. Du hattest keine, oder die richtigen.</translation>
    </message>
    <message>
        <source>Hi! Do you want to play?</source>
        <translation>Hallo! Willst du spielen?</translation>
    </message>
    <message>
        <source>Oh, I won! Once more?</source>
        <translation>Oh, gewonnen! Noch einmal?</translation>
    </message>
    <message>
        <source>You are good at this!</source>
        <translation>Du kannst das gut!</translation>
    </message>
    <message>
        <source>The same! Funny.</source>
        <translation>Das Gleiche! Lustig.</translation>
    </message>
    <message>
        <source>I won! That was luck.</source>
        <translation>Gewonnen! Das war Glück.</translation>
    </message>
    <message>
        <source>Well played! Show me that again?</source>
        <translation>Gut gespielt! Zeigst du mir das noch mal?</translation>
    </message>
    <message>
        <source>I roll, you throw.</source>
        <translation>Ich würfle, du zeigst.</translation>
    </message>
    <message>
        <source>The dice liked me.</source>
        <translation>Der Würfel mochte mich.</translation>
    </message>
    <message>
        <source>The dice liked you.</source>
        <translation>Der Würfel mochte dich.</translation>
    </message>
    <message>
        <source>What are the odds?</source>
        <translation>Wie wahrscheinlich war das?</translation>
    </message>
    <message>
        <source>Pure chance. Roll again?</source>
        <translation>Reiner Zufall. Noch ein Wurf?</translation>
    </message>
    <message>
        <source>Chance was on your side!</source>
        <translation>Der Zufall war auf deiner Seite!</translation>
    </message>
    <message>
        <source>I count everything.</source>
        <translation>Ich zähle alles mit.</translation>
    </message>
    <message>
        <source>You do have a favourite.</source>
        <translation>Du hast ein Lieblingszeichen.</translation>
    </message>
    <message>
        <source>I have to count again.</source>
        <translation>Ich muss noch mal zählen.</translation>
    </message>
    <message>
        <source>We counted alike.</source>
        <translation>Wir haben gleich gezählt.</translation>
    </message>
    <message>
        <source>Numbers do not lie.</source>
        <translation>Zahlen lügen nicht.</translation>
    </message>
    <message>
        <source>You do not repeat yourself. Well done!</source>
        <translation>Du wiederholst dich nicht. Gut gemacht!</translation>
    </message>
    <message>
        <source>I remember what follows what.</source>
        <translation>Ich merke mir, was auf was folgt.</translation>
    </message>
    <message>
        <source>That is what you always do next.</source>
        <translation>Das machst du danach immer.</translation>
    </message>
    <message>
        <source>That was new!</source>
        <translation>Das war neu!</translation>
    </message>
    <message>
        <source>Close. I am learning.</source>
        <translation>Knapp. Ich lerne noch.</translation>
    </message>
    <message>
        <source>Habits are hard to break.</source>
        <translation>Gewohnheiten legt man schwer ab.</translation>
    </message>
    <message>
        <source>No habits? I am impressed.</source>
        <translation>Keine Gewohnheiten? Ich bin beeindruckt.</translation>
    </message>
    <message>
        <source>I think I know you.</source>
        <translation>Ich glaube, ich kenne dich.</translation>
    </message>
    <message>
        <source>I thought you would do that.</source>
        <translation>Das dachte ich mir.</translation>
    </message>
    <message>
        <source>That I did not expect.</source>
        <translation>Das habe ich nicht erwartet.</translation>
    </message>
    <message>
        <source>We thought the same.</source>
        <translation>Wir dachten dasselbe.</translation>
    </message>
    <message>
        <source>You are an open book. A good one.</source>
        <translation>Du bist ein offenes Buch. Ein gutes.</translation>
    </message>
    <message>
        <source>You cannot be read. My respects!</source>
        <translation>Du bist nicht zu lesen. Respekt!</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>&amp;Überspringen</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>{gesture}: {state}</source>
        <translation>{gesture}: {state}</translation>
    </message>
    <message>
        <source>achieved</source>
        <translation>geschafft</translation>
    </message>
    <message>
        <source>not achieved yet</source>
        <translation>noch nicht geschafft</translation>
    </message>
    <message>
        <source>{title}, {state}</source>
        <translation>{title}, {state}</translation>
    </message>
    <message>
        <source>The achievements could not be counted</source>
        <translation>Die Erfolge konnten nicht gezählt werden</translation>
    </message>
    <message>
        <source>Achieved: {title}</source>
        <translation>Geschafft: {title}</translation>
    </message>
    <message>
        <source>Hold to start</source>
        <translation>Halten: los</translation>
    </message>
    <message>
        <source>Hold for another match</source>
        <translation>Halten: noch eine Partie</translation>
    </message>
    <message>
        <source>Hold to end</source>
        <translation>Halten: aufhören</translation>
    </message>
    <message>
        <source>Player {number}</source>
        <translation>Spieler {number}</translation>
    </message>
    <message>
        <source>Who plays: rounds, statistics and achievements are kept by name</source>
        <translation>Wer spielt: Runden, Statistik und Erfolge werden nach Namen geführt</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Irgendwer</translation>
    </message>
    <message>
        <source>Add a player…</source>
        <translation>Spieler hinzufügen…</translation>
    </message>
    <message>
        <source>Add a Player</source>
        <translation>Spieler hinzufügen</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>Take a picture of the player with the camera</source>
        <translation>Mit der Kamera ein Bild vom Spieler machen</translation>
    </message>
    <message>
        <source>Take a picture of the player</source>
        <translation>Bild vom Spieler machen</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Spieler</translation>
    </message>
    <message>
        <source>Nobody can be called that: {reason}.</source>
        <translation>So kann niemand heißen: {reason}.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Was this {gesture}?</source>
        <translation>War das {gesture}?</translation>
    </message>
    <message numerus="yes">
        <source>{player}&apos;s throw was hard to read. Decide together; it counts in {count} seconds.</source>
        <comment>{player}&apos;s throw was hard to read. Decide together; it counts in {count} second.</comment>
        <translation>
            <numerusform>Das Zeichen von {player} war schwer zu lesen. Entscheidet gemeinsam; es zählt in {count} Sekunde.</numerusform>
            <numerusform>Das Zeichen von {player} war schwer zu lesen. Entscheidet gemeinsam; es zählt in {count} Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>Wer mitspielt</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Partien</translation>
    </message>
    <message>
        <source>New tournament</source>
        <translation>Neues Turnier</translation>
    </message>
    <message>
        <source>Back to the setup</source>
        <translation>Zurück zur Auswahl</translation>
    </message>
    <message>
        <source>Who takes part?</source>
        <translation>Wer spielt mit?</translation>
    </message>
    <message>
        <source>{least} to {most} people; everybody plays everybody, two at a time.</source>
        <translation>{least} bis {most} Leute; jeder spielt gegen jeden, immer zwei zugleich.</translation>
    </message>
    <message>
        <source>Begin the tournament</source>
        <translation>Turnier beginnen</translation>
    </message>
    <message>
        <source>{names}: first place!</source>
        <translation>{names}: erster Platz!</translation>
    </message>
    <message>
        <source>{left} against {right}</source>
        <translation>{left} gegen {right}</translation>
    </message>
    <message>
        <source>Match {played} of {count}. {left} stands on the left, {right} on the right.</source>
        <translation>Partie {played} von {count}. {left} steht links, {right} rechts.</translation>
    </message>
    <message>
        <source>Play this match</source>
        <translation>Diese Partie spielen</translation>
    </message>
</context>
</TS>
