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
        <source>Erase</source>
        <translation>Löschen</translation>
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
        <source>Settings</source>
        <translation>Einstellungen</translation>
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
        <source>Looking for cameras…</source>
        <translation>Suche nach Kameras …</translation>
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
        <source>Loading the recognizer…</source>
        <translation>Lade die Erkennung …</translation>
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
        <source>No picture</source>
        <translation>Kein Bild</translation>
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
</context>
</TS>
