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
        <source>log files</source>
        <translation>Protokolle</translation>
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
        <source>Collecting the report…</source>
        <translation>Der Bericht wird zusammengestellt…</translation>
    </message>
    <message>
        <source>The report was saved as {path}.</source>
        <translation>Der Bericht wurde als {path} gespeichert.</translation>
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
        <source>Nothing that the camera sees leaves this computer. Pictures are looked at and forgotten, unless you record samples on the Collect page; these stay in a folder on this computer. The program sends nothing about you or your use of it. It uses the network only for an address that you open, and to fetch what training needs when you press “Add it” on the Train page.</source>
        <translation>Nichts, was die Kamera sieht, verlässt diesen Computer. Bilder werden ausgewertet und vergessen, außer wenn du auf der Seite „Aufnehmen“ Aufnahmen machst; diese bleiben in einem Ordner auf diesem Computer. Das Programm sendet nichts über dich oder deine Nutzung. Das Netz benutzt es nur für eine Adresse, die du öffnest, und um zu holen, was das Trainieren braucht, wenn du auf der Seite „Trainieren“ auf „Hinzufügen“ drückst.</translation>
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
        <source>Rename player…</source>
        <translation>Spieler umbenennen…</translation>
    </message>
    <message>
        <source>Another name for this player, in all rounds and samples too</source>
        <translation>Ein anderer Name, auch in allen Runden und Aufnahmen</translation>
    </message>
    <message>
        <source>Export player…</source>
        <translation>Spieler exportieren…</translation>
    </message>
    <message>
        <source>Picture and rounds of this player in a zip file</source>
        <translation>Bild und Runden dieses Spielers in einer Zip-Datei</translation>
    </message>
    <message>
        <source>Erase player…</source>
        <translation>Spieler löschen…</translation>
    </message>
    <message>
        <source>Erase the profile, the picture, and the name in all rounds</source>
        <translation>Das Profil, das Bild und den Namen in allen Runden löschen</translation>
    </message>
    <message>
        <source>Export Player</source>
        <translation>Spieler exportieren</translation>
    </message>
    <message>
        <source>The profile, the picture and the name in all rounds go for good; rounds against other players stay without it.</source>
        <translation>Das Profil, das Bild und der Name in allen Runden verschwinden für immer; Runden gegen andere Spieler bleiben ohne den Namen.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Erase {name}?</source>
        <translation>{name} löschen?</translation>
    </message>
    <message>
        <source>Your habits: what the mind reader has learnt</source>
        <translation>Deine Gewohnheiten: was der Gedankenleser gelernt hat</translation>
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
        <source>Add a person…</source>
        <translation>Person hinzufügen …</translation>
    </message>
    <message>
        <source>These samples no longer count at once. The recordings stay, and retraining uses them.</source>
        <translation>Diese Aufnahmen zählen nicht mehr sofort. Sie bleiben gespeichert, und das Nachtrainieren nutzt sie.</translation>
    </message>
    <message>
        <source>Who is recorded</source>
        <translation>Wer aufgenommen wird</translation>
    </message>
    <message>
        <source>Who is recorded, or shown in imported pictures: samples carry the name</source>
        <translation>Wer aufgenommen wird oder auf importierten Bildern zu sehen ist: Aufnahmen tragen den Namen</translation>
    </message>
    <message>
        <source>Whose samples count at once:</source>
        <translation>Wessen Aufnahmen sofort zählen:</translation>
    </message>
    <message>
        <source>Off: these samples have no effect on what is recognized, until they are on again</source>
        <translation>Aus: Diese Aufnahmen wirken nicht auf die Erkennung, bis sie wieder an sind</translation>
    </message>
    <message numerus="yes">
        <source>Remember again what was forgotten ({count} samples)</source>
        <comment>Remember again what was forgotten ({count} sample)</comment>
        <translation>
            <numerusform>Vergessenes wieder merken ({count} Aufnahme)</numerusform>
            <numerusform>Vergessenes wieder merken ({count} Aufnahmen)</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete the recordings</source>
        <translation>Aufnahmen löschen</translation>
    </message>
    <message>
        <source>Of {who}</source>
        <translation>Von: {who}</translation>
    </message>
    <message>
        <source>Into the trash, from where they can be taken back</source>
        <translation>In den Papierkorb, von wo sie sich zurückholen lassen</translation>
    </message>
    <message>
        <source>Forget what was learnt at once</source>
        <translation>Sofort Gelerntes vergessen</translation>
    </message>
    <message>
        <source>From {who}</source>
        <translation>Von: {who}</translation>
    </message>
    <message>
        <source>What was recorded since {title}</source>
        <translation>Was seit {title} aufgenommen wurde</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Errors, and versions of the program. No pictures, and no names.</source>
        <translation>Fehler und Versionen des Programms. Keine Bilder und keine Namen.</translation>
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
        <source>For somebody who helps</source>
        <translation>Für jemanden, der hilft</translation>
    </message>
    <message>
        <source>A report of errors, versions and settings. It is shown before it is saved, and has no pictures and no names.</source>
        <translation>Ein Bericht über Fehler, Versionen und Einstellungen. Er wird vor dem Speichern gezeigt und hat keine Bilder und keine Namen.</translation>
    </message>
    <message>
        <source>Save a &amp;report…</source>
        <translation>&amp;Bericht speichern…</translation>
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
        <source>Make a fist while the words are called, and show your throw on “shoot!”. The computer has chosen before it sees your hand; “Fair play” proves it. A throw that cannot be read is repeated.</source>
        <translation>Mach eine Faust, während die Worte gerufen werden, und zeig dein Zeichen bei „Los!“. Der Computer hat gewählt, bevor er deine Hand sieht; „Fair Play“ beweist es. Ein Zeichen, das nicht zu lesen ist, wird wiederholt.</translation>
    </message>
    <message>
        <source>Play through</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Step through what is shown, as a film (Space)</source>
        <translation>Das Gezeigte wie einen Film durchgehen (Leertaste)</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>&amp;Move to</source>
        <translation>&amp;Verschieben</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Verschieben nach</translation>
    </message>
    <message>
        <source>Say that what is selected shows something else (R)</source>
        <translation>Sagen, dass das Ausgewählte etwas anderes zeigt (R)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Into the trash, from where it can be taken back (Del)</source>
        <translation>In den Papierkorb, von wo es sich zurückholen lässt (Entf)</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Zurückholen</translation>
    </message>
    <message>
        <source>Take what is selected back from the trash</source>
        <translation>Das Ausgewählte aus dem Papierkorb zurückholen</translation>
    </message>
    <message>
        <source>&amp;Empty trash…</source>
        <translation>Papierkorb l&amp;eeren …</translation>
    </message>
    <message>
        <source>Remove all that was deleted for good</source>
        <translation>Alles Gelöschte endgültig entfernen</translation>
    </message>
    <message>
        <source>Write what is selected into an archive (E)</source>
        <translation>Das Ausgewählte in ein Archiv schreiben (E)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
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
        <source>After a round: see the throw again in slow motion</source>
        <translation>Nach einer Runde: das Zeichen noch einmal in Zeitlupe sehen</translation>
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
        <source>&amp;Gallery ({count})</source>
        <translation>&amp;Galerie ({count})</translation>
    </message>
    <message>
        <source>Reading the samples…</source>
        <translation>Lese die Aufnahmen …</translation>
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
        <source>Exporting…</source>
        <translation>Exportiere …</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Halte an …</translation>
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
        <source>&amp;Replay of the deciding throw</source>
        <translation>&amp;Wiederholung des entscheidenden Zeichens</translation>
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
        <source>In slow motion after each match; with reduced motion only on request (R).</source>
        <translation>In Zeitlupe nach jeder Partie; bei verringerter Bewegung nur auf Wunsch (R).</translation>
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
        <source>Hand d&amp;etector</source>
        <translation>Han&amp;derkennung</translation>
    </message>
    <message>
        <source>What runs the networks that find hands. ONNX Runtime finds the same hands in less time and memory.</source>
        <translation>Womit die Netze laufen, die Hände finden. ONNX Runtime findet dieselben Hände mit weniger Zeit und Speicher.</translation>
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
        <source>There are no recordings yet. Record at least two gestures on the Collect page.</source>
        <translation>Es gibt noch keine Aufnahmen. Nimm mindestens zwei Gesten auf der Seite „Aufnehmen“ auf.</translation>
    </message>
    <message>
        <source>At least two gestures are needed, or there is nothing to tell apart.</source>
        <translation>Mindestens zwei Gesten sind nötig, sonst gibt es nichts zu unterscheiden.</translation>
    </message>
    <message>
        <source>There are too few recordings.</source>
        <translation>Es gibt zu wenige Aufnahmen.</translation>
    </message>
    <message>
        <source>There are enough recordings of {gesture} only.</source>
        <translation>Nur von {gesture} gibt es genug Aufnahmen.</translation>
    </message>
    <message>
        <source>All recordings of each gesture are from one session, so the result cannot be checked on another day, in other light. Record a second session.</source>
        <translation>Alle Aufnahmen jeder Geste sind aus einer Sitzung; das Ergebnis lässt sich also nicht an einem anderen Tag, in anderem Licht prüfen. Nimm eine zweite Sitzung auf.</translation>
    </message>
    <message>
        <source>{gestures}: from one session only, so not checked across sessions.</source>
        <translation>{gestures}: nur aus einer Sitzung, also nicht mit einer anderen Sitzung geprüft.</translation>
    </message>
    <message>
        <source>{gesture} is left out: {count} of at least {least} recordings.</source>
        <translation>{gesture} wird ausgelassen: {count} von mindestens {least} Aufnahmen.</translation>
    </message>
    <message>
        <source>{gestures}: fewer than {count} recordings. More make it surer.</source>
        <translation>{gestures}: weniger als {count} Aufnahmen. Mehr machen es sicherer.</translation>
    </message>
    <message>
        <source>{count} of {judged} recordings of {gesture} were read as {read_as}. If they show {read_as}, relabel them first.</source>
        <translation>{count} von {judged} Aufnahmen von {gesture} wurden als {read_as} erkannt. Zeigen sie {read_as}, dann verschiebe sie zuerst.</translation>
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
        <source>{names}, {name}</source>
        <translation>{names}, {name}</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} und {last}</translation>
    </message>
    <message>
        <source>{names} or {last}</source>
        <translation>{names} oder {last}</translation>
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
        <source>&amp;Retrain</source>
        <translation>&amp;Nachtrainieren</translation>
    </message>
    <message>
        <source>Train the model in use further on your samples (Ctrl+R)</source>
        <translation>Das Modell mit deinen Aufnahmen weiter trainieren (Strg+R)</translation>
    </message>
    <message>
        <source>Record &amp;samples</source>
        <translation>&amp;Aufnahmen machen</translation>
    </message>
    <message>
        <source>My gestures differ by &amp;direction alone</source>
        <translation>Meine Gesten unterscheiden sich nur in der &amp;Richtung</translation>
    </message>
    <message>
        <source>Such as a thumb up or down: hands are then cut out as they are held, not turned upright first</source>
        <translation>Etwa Daumen hoch oder runter: Hände werden dann ausgeschnitten, wie sie gehalten werden, und nicht erst aufgerichtet</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Spielen</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>By session</source>
        <translation>Nach Sitzung</translation>
    </message>
    <message>
        <source>Learn from</source>
        <translation>Zum Lernen</translation>
    </message>
    <message>
        <source>Check with</source>
        <translation>Zum Prüfen</translation>
    </message>
    <message>
        <source>(new)</source>
        <translation>(neu)</translation>
    </message>
    <message>
        <source>{count} of {goal}</source>
        <translation>{count} von {goal}</translation>
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
        <source>a rule table needs a name</source>
        <translation>ein Spiel braucht einen Namen</translation>
    </message>
    <message>
        <source>&quot;{gesture}&quot; is never a throw</source>
        <translation>„{gesture}“ ist nie ein Wurf</translation>
    </message>
    <message>
        <source>gestures must be non-empty texts without outer spaces, got {gestures}</source>
        <translation>Gesten müssen Texte ohne Leerzeichen am Rand sein, nicht {gestures}</translation>
    </message>
    <message>
        <source>a game needs three gestures or more, got {count}</source>
        <translation>ein Spiel braucht mindestens drei Gesten, es sind {count}</translation>
    </message>
    <message>
        <source>nothing beats {gesture}: nobody would throw anything else</source>
        <translation>nichts schlägt {gesture}: niemand würde etwas anderes zeigen</translation>
    </message>
    <message>
        <source>{winner} beats {loser}, which is not one of {gestures}</source>
        <translation>{winner} schlägt {loser}, was keine von {gestures} ist</translation>
    </message>
    <message>
        <source>{gesture} cannot beat itself</source>
        <translation>{gesture} kann sich nicht selbst schlagen</translation>
    </message>
    <message>
        <source>{winner} beats {loser} without a verb</source>
        <translation>{winner} schlägt {loser} ohne ein Verb</translation>
    </message>
    <message>
        <source>{first} and {second} beat each other</source>
        <translation>{first} und {second} schlagen sich gegenseitig</translation>
    </message>
    <message>
        <source>the table is not complete: nothing is said about {first} against {second}</source>
        <translation>es fehlt etwas: über {first} gegen {second} ist nichts gesagt</translation>
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
        <source>crushes</source>
        <translation>zerschlägt</translation>
    </message>
    <message>
        <source>covers</source>
        <translation>bedeckt</translation>
    </message>
    <message>
        <source>cuts</source>
        <translation>schneidet</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>Klassisch</translation>
    </message>
    <message>
        <source>disproves</source>
        <translation>widerlegt</translation>
    </message>
    <message>
        <source>decapitates</source>
        <translation>köpft</translation>
    </message>
    <message>
        <source>eats</source>
        <translation>frisst</translation>
    </message>
    <message>
        <source>poisons</source>
        <translation>vergiftet</translation>
    </message>
    <message>
        <source>vaporizes</source>
        <translation>verdampft</translation>
    </message>
    <message>
        <source>smashes</source>
        <translation>zertrümmert</translation>
    </message>
    <message>
        <source>Lizard-Spock</source>
        <translation>Echse-Spock</translation>
    </message>
    <message>
        <source>swallows</source>
        <translation>verschluckt</translation>
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
        <source>a name needs at least one character</source>
        <translation>Ein Name braucht mindestens ein Zeichen</translation>
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
        <source>{failure}: {reason}.</source>
        <translation>{failure}: {reason}.</translation>
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
        <source>too small</source>
        <translation>zu klein</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>verwischt</translation>
    </message>
    <message>
        <source>like the one before</source>
        <translation>wie die vorige</translation>
    </message>
    <message>
        <source>Show {label}, and hold Space.</source>
        <translation>Zeig {label} und halte die Leertaste.</translation>
    </message>
    <message>
        <source>{missing} more of {label}.</source>
        <translation>Noch {missing} von {label}.</translation>
    </message>
    <message>
        <source>Turn your hand a little, this way and that, while you record. {missing} more of {label}.</source>
        <translation>Dreh deine Hand beim Aufnehmen ein wenig hin und her. Noch {missing} von {label}.</translation>
    </message>
    <message>
        <source>Move closer for the next ones. {missing} more of {label}.</source>
        <translation>Geh für die nächsten näher heran. Noch {missing} von {label}.</translation>
    </message>
    <message>
        <source>Move further away for the next ones. {missing} more of {label}.</source>
        <translation>Geh für die nächsten weiter weg. Noch {missing} von {label}.</translation>
    </message>
    <message>
        <source>Show the other side of your hand, too. {missing} more of {label}.</source>
        <translation>Zeig auch die andere Seite deiner Hand. Noch {missing} von {label}.</translation>
    </message>
    <message>
        <source>Use your other hand for some, if you play with it. {missing} more of {label}.</source>
        <translation>Nimm für einige die andere Hand, wenn du mit ihr spielst. Noch {missing} von {label}.</translation>
    </message>
    <message>
        <source>Enough for now. Go on with {label}: {missing} more.</source>
        <translation>Genug fürs Erste. Mach mit {label} weiter: noch {missing}.</translation>
    </message>
    <message>
        <source>Enough for today. Come back another day, in another light: only a second session shows what was learnt.</source>
        <translation>Genug für heute. Komm an einem anderen Tag wieder, in anderem Licht: Erst eine zweite Sitzung zeigt, was gelernt wurde.</translation>
    </message>
    <message>
        <source>There is enough of everything, from several sessions. Now the model can be retrained.</source>
        <translation>Von allem ist genug da, aus mehreren Sitzungen. Jetzt lässt sich das Modell nachtrainieren.</translation>
    </message>
    <message>
        <source>Hold your hand as it comes, but make no gesture, and hold Space.</source>
        <translation>Halte deine Hand, wie es kommt, aber mach keine Geste, und halte die Leertaste.</translation>
    </message>
    <message>
        <source>Use samples at once ({count} to go)</source>
        <translation>Aufnahmen sofort nutzen (noch {count})</translation>
    </message>
    <message>
        <source>This model was made by an earlier version. It learns from your samples when it is retrained.</source>
        <translation>Dieses Modell stammt von einer früheren Version. Es lernt aus deinen Aufnahmen, wenn es nachtrainiert wird.</translation>
    </message>
    <message>
        <source>Each sample counts as soon as it is recorded. Off: the model alone answers, until it is retrained.</source>
        <translation>Jede Aufnahme zählt, sobald sie gemacht ist. Aus: Nur das Modell antwortet, bis es nachtrainiert wird.</translation>
    </message>
    <message numerus="yes">
        <source>Look through {count} doubtful samples</source>
        <comment>Look through {count} doubtful sample</comment>
        <translation>
            <numerusform>{count} zweifelhafte Aufnahme durchsehen</numerusform>
            <numerusform>{count} zweifelhafte Aufnahmen durchsehen</numerusform>
        </translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>{position} of {count}</source>
        <translation>{position} von {count}</translation>
    </message>
    <message numerus="yes">
        <source>{count} sessions</source>
        <comment>{count} session</comment>
        <translation>
            <numerusform>{count} Sitzung</numerusform>
            <numerusform>{count} Sitzungen</numerusform>
        </translation>
    </message>
    <message>
        <source>{saved} kept</source>
        <translation>{saved} behalten</translation>
    </message>
    <message>
        <source>{count} refused ({reasons})</source>
        <translation>{count} abgelehnt ({reasons})</translation>
    </message>
    <message>
        <source>{title} · {session} · no. {number}</source>
        <translation>{title} · {session} · Nr. {number}</translation>
    </message>
    <message>
        <source>Left hand</source>
        <translation>Linke Hand</translation>
    </message>
    <message>
        <source>Right hand</source>
        <translation>Rechte Hand</translation>
    </message>
    <message>
        <source>unknown camera</source>
        <translation>unbekannte Kamera</translation>
    </message>
    <message>
        <source>Recorded for {person}.</source>
        <translation>Aufgenommen für {person}.</translation>
    </message>
    <message>
        <source>Forgotten: it does not count at once.</source>
        <translation>Vergessen: zählt nicht sofort.</translation>
    </message>
    <message>
        <source>The model that was in use did not know {label}.</source>
        <translation>Das damalige Modell kannte {label} nicht.</translation>
    </message>
    <message>
        <source>The model was right ({sure}).</source>
        <translation>Das Modell lag richtig ({sure}).</translation>
    </message>
    <message>
        <source>The model took it for {label} ({sure}).</source>
        <translation>Das Modell hielt es für {label} ({sure}).</translation>
    </message>
    <message>
        <source>{label} was likeliest, {percent} %</source>
        <translation>am wahrscheinlichsten war {label}, {percent} %</translation>
    </message>
    <message>
        <source>The model took it for no gesture ({likeliest}).</source>
        <translation>Das Modell hielt es für keine Geste ({likeliest}).</translation>
    </message>
    <message>
        <source>This looks like {read_as}, and is recorded as {label}. Check which gesture is chosen.</source>
        <translation>Das sieht aus wie {read_as} und wird als {label} aufgenommen. Prüfe, welche Geste gewählt ist.</translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <translation>Der Import wurde angehalten.</translation>
    </message>
    <message numerus="yes">
        <source>The import was stopped; {count} samples were added before.</source>
        <comment>The import was stopped; {count} sample was added before.</comment>
        <translation>
            <numerusform>Der Import wurde angehalten; vorher kam {count} Aufnahme dazu.</numerusform>
            <numerusform>Der Import wurde angehalten; vorher kamen {count} Aufnahmen dazu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing new: all {count} pictures were here already.</source>
        <comment>Nothing new: the picture was here already.</comment>
        <translation>
            <numerusform>Nichts Neues: Das Bild war schon da.</numerusform>
            <numerusform>Nichts Neues: Alle {count} Bilder waren schon da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} samples imported.</source>
        <comment>{count} sample imported.</comment>
        <translation>
            <numerusform>{count} Aufnahme importiert.</numerusform>
            <numerusform>{count} Aufnahmen importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>{handless} without a hand</source>
        <translation>{handless} ohne Hand</translation>
    </message>
    <message>
        <source>{unlabelled} without a label</source>
        <translation>{unlabelled} ohne Namen einer Geste</translation>
    </message>
    <message>
        <source>{known} known already</source>
        <translation>{known} schon bekannt</translation>
    </message>
    <message>
        <source>Left out: {reasons}.</source>
        <translation>Ausgelassen: {reasons}.</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>Und {count} weitere.</translation>
    </message>
    <message>
        <source>Importing: getting ready…</source>
        <translation>Importiere: wird vorbereitet …</translation>
    </message>
    <message>
        <source>Importing: {seen} of {expected} pictures, {taken} taken, {left_out} left out</source>
        <translation>Importiere: {seen} von {expected} Bildern, {taken} übernommen, {left_out} ausgelassen</translation>
    </message>
    <message>
        <source>Importing: {seen} pictures, {taken} taken, {left_out} left out</source>
        <translation>Importiere: {seen} Bilder, {taken} übernommen, {left_out} ausgelassen</translation>
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
        <source>Result</source>
        <translation>Ergebnis</translation>
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
        <source>What you throw most</source>
        <translation>Was du am meisten zeigst</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Was danach kommt</translation>
    </message>
    <message>
        <source>no rounds yet</source>
        <translation>noch keine Runden</translation>
    </message>
    <message>
        <source>{count} of 10</source>
        <translation>{count} von 10</translation>
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
        <source>Own rules…</source>
        <translation>Eigene Regeln…</translation>
    </message>
    <message>
        <source>Make a game with gestures of your own, or change one</source>
        <translation>Ein Spiel mit eigenen Gesten machen, oder eines ändern</translation>
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
        <source>Go on with the tournament…</source>
        <translation>Turnier fortsetzen…</translation>
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
        <source>Hold for the next match</source>
        <translation>Halten: nächste Partie</translation>
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
        <source>The players could not be read or written</source>
        <translation>Die Spieler ließen sich nicht lesen oder schreiben</translation>
    </message>
    <message numerus="yes">
        <source>{name} and {count} rounds were written to {path}.</source>
        <comment>{name} and a round were written to {path}.</comment>
        <translation>
            <numerusform>{name} und eine Runde wurden nach {path} geschrieben.</numerusform>
            <numerusform>{name} und {count} Runden wurden nach {path} geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} was erased.</source>
        <translation>{name} wurde gelöscht.</translation>
    </message>
    <message>
        <source>Samples stay; Collect shows whose they are.</source>
        <translation>Aufnahmen bleiben; die Seite Aufnehmen zeigt, von wem sie sind.</translation>
    </message>
    <message>
        <source>There is somebody called {name} already.</source>
        <translation>Es gibt schon jemanden, der {name} heißt.</translation>
    </message>
    <message>
        <source>{old} is called {new} now.</source>
        <translation>{old} heißt jetzt {new}.</translation>
    </message>
    <message>
        <source>Picture, rounds, tournament and samples follow.</source>
        <translation>Bild, Runden, Turnier und Aufnahmen folgen.</translation>
    </message>
    <message>
        <source>Nobody can be called that: {reason}.</source>
        <translation>So kann niemand heißen: {reason}.</translation>
    </message>
    <message>
        <source>Who Is Recorded</source>
        <translation>Wer wird aufgenommen</translation>
    </message>
    <message>
        <source>Name of the person:</source>
        <translation>Name der Person:</translation>
    </message>
    <message>
        <source>Whose Hands They Are</source>
        <translation>Wessen Hände das sind</translation>
    </message>
    <message>
        <source>Rename Person</source>
        <translation>Person umbenennen</translation>
    </message>
    <message>
        <source>New name of {person}:</source>
        <translation>Neuer Name von {person}:</translation>
    </message>
    <message>
        <source>Nobody can be called that: {error}.</source>
        <translation>So kann niemand heißen: {error}.</translation>
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
    <message>
        <source>{one} and {other} look swapped</source>
        <translation>{one} und {other} sehen vertauscht aus</translation>
    </message>
    <message>
        <source>{count} of {total} checked look like other gestures</source>
        <translation>{count} von {total} geprüften sehen nach anderen Gesten aus</translation>
    </message>
    <message numerus="yes">
        <source>{count} samples</source>
        <comment>{count} sample</comment>
        <translation>
            <numerusform>{count} Aufnahme</numerusform>
            <numerusform>{count} Aufnahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} samples of {people}</source>
        <comment>{count} sample of {people}</comment>
        <translation>
            <numerusform>{count} Aufnahme von {people}</numerusform>
            <numerusform>{count} Aufnahmen von {people}</numerusform>
        </translation>
    </message>
    <message>
        <source>your held-out samples would get worse: {right} of {total} right, {before} without</source>
        <translation>deine zurückgelegten Aufnahmen würden schlechter erkannt: {right} von {total} richtig, ohne sie {before}</translation>
    </message>
    <message>
        <source>Right on {right} of {total} of your held-out samples, {before} before.</source>
        <translation>Richtig bei {right} von {total} deiner zurückgelegten Aufnahmen, vorher {before}.</translation>
    </message>
    <message>
        <source>Not checked yet: record at least {count} samples of a gesture.</source>
        <translation>Noch nicht geprüft: Nimm mindestens {count} Bilder einer Geste auf.</translation>
    </message>
    <message>
        <source>This model cannot check it on other people.</source>
        <translation>Dieses Modell kann es nicht an anderen Leuten prüfen.</translation>
    </message>
    <message>
        <source>Your samples of {gestures} are left out: {reason}.</source>
        <translation>Deine Aufnahmen von {gestures} werden ausgelassen: {reason}.</translation>
    </message>
    <message>
        <source>Your samples are not used: {reason}.</source>
        <translation>Deine Aufnahmen werden nicht genutzt: {reason}.</translation>
    </message>
    <message>
        <source>{count} samples look as if labelled wrongly; look through them.</source>
        <translation>{count} Aufnahmen sehen falsch zugeordnet aus; sieh sie durch.</translation>
    </message>
    <message>
        <source>Record hands without a gesture, too, and look through your samples.</source>
        <translation>Nimm auch Hände ohne Geste auf und sieh deine Aufnahmen durch.</translation>
    </message>
    <message>
        <source>other people&apos;s {gesture} would get worse: {counts}</source>
        <translation>{gesture} anderer Leute würde schlechter erkannt: {counts}</translation>
    </message>
    <message>
        <source>hands that make no gesture would be taken for one: {counts}</source>
        <translation>Hände ohne Geste würden für eine gehalten: {counts}</translation>
    </message>
    <message>
        <source>other people&apos;s hands would get worse: {counts}</source>
        <translation>Hände anderer Leute würden schlechter erkannt: {counts}</translation>
    </message>
    <message>
        <source>Other people lose nothing.</source>
        <translation>Andere Leute verlieren nichts.</translation>
    </message>
    <message>
        <source>Other people lose {lost} of {total} hands.</source>
        <translation>Andere Leute verlieren {lost} von {total} Händen.</translation>
    </message>
    <message>
        <source>{right} of {total} right, {before} without</source>
        <translation>{right} von {total} richtig, ohne sie {before}</translation>
    </message>
    <message>
        <source>hands without a gesture</source>
        <translation>Hände ohne Geste</translation>
    </message>
    <message>
        <source>On your recordings it reads {right} of {total}, before it was {before}.</source>
        <translation>Von deinen Aufnahmen erkennt es {right} von {total}, vorher waren es {before}.</translation>
    </message>
    <message>
        <source>On the hands of other people it reads {right} of {total}, before it was {before}.</source>
        <translation>Von den Händen anderer Leute erkennt es {right} von {total}, vorher waren es {before}.</translation>
    </message>
    <message>
        <source>{count} of {total} recordings look as if labelled wrongly. Move or delete what is wrong, and retrain.</source>
        <translation>{count} von {total} Aufnahmen sehen falsch zugeordnet aus. Verschiebe oder lösche, was falsch ist, und trainiere noch einmal.</translation>
    </message>
    <message>
        <source>None of your recordings could be kept apart to check it with. Record more.</source>
        <translation>Keine deiner Aufnahmen ließ sich zum Prüfen zurücklegen. Nimm mehr auf.</translation>
    </message>
    <message>
        <source>It is no better on your recordings: {right} of {total} right, before it was {before}.</source>
        <translation>Bei deinen Aufnahmen ist es nicht besser: {right} von {total} richtig, vorher waren es {before}.</translation>
    </message>
    <message>
        <source>On your recordings it is hardly better ({right} of {total} right, before it was {before}), which may be chance. Record more to be sure.</source>
        <translation>Bei deinen Aufnahmen ist es kaum besser ({right} von {total} richtig, vorher {before}); das kann Zufall sein. Nimm mehr auf, um sicher zu sein.</translation>
    </message>
    <message>
        <source>Some of your gestures are read better, but on average over the gestures it became worse.</source>
        <translation>Manche deiner Gesten werden besser erkannt, im Mittel über die Gesten ist es aber schlechter geworden.</translation>
    </message>
    <message>
        <source>Your {gesture} got worse: {right} of {total} right, before it was {before}.</source>
        <translation>Dein Zeichen {gesture} wird schlechter erkannt: {right} von {total} richtig, vorher waren es {before}.</translation>
    </message>
    <message>
        <source>It is surer of what you show: {percent} on average, before it was {before}.</source>
        <translation>Es ist sich deiner Gesten sicherer: im Mittel {percent}, vorher waren es {before}.</translation>
    </message>
    <message>
        <source>The new gesture {gesture} is read in only {right} of {total} recordings.</source>
        <translation>Die neue Geste {gesture} wird nur in {right} von {total} Aufnahmen erkannt.</translation>
    </message>
    <message>
        <source>Other gestures are taken for {gesture}: {wrong} of the {total} answers are wrong.</source>
        <translation>Andere Gesten werden für {gesture} gehalten: {wrong} von {total} Antworten sind falsch.</translation>
    </message>
    <message>
        <source>The hands of other people are read less well: {right} of {total}, before it was {before}; at most {limit} in 100 may be lost.</source>
        <translation>Die Hände anderer Leute werden schlechter erkannt: {right} von {total}, vorher waren es {before}; höchstens {limit} von 100 dürfen verloren gehen.</translation>
    </message>
    <message>
        <source>Other people&apos;s {gesture} got worse: {right} of {total}, before it was {before}; at most {limit} in 100 may be lost.</source>
        <translation>{gesture} anderer Leute wird schlechter erkannt: {right} von {total}, vorher waren es {before}; höchstens {limit} von 100 dürfen verloren gehen.</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>das Aufnehmen</translation>
    </message>
    <message>
        <source>the mirror</source>
        <translation>den Spiegel</translation>
    </message>
    <message>
        <source>Give the gesture a name.</source>
        <translation>Gib der Geste einen Namen.</translation>
    </message>
    <message>
        <source>There is a gesture called {name} already.</source>
        <translation>Es gibt schon eine Geste namens {name}.</translation>
    </message>
    <message>
        <source>This is too much like {name}: both would be kept in a folder called {folder}.</source>
        <translation>Das ist {name} zu ähnlich: Beide lägen in einem Ordner namens {folder}.</translation>
    </message>
    <message>
        <source>The key {key} belongs to {name}. Choose another one.</source>
        <translation>Die Taste {key} gehört zu {name}. Wähle eine andere.</translation>
    </message>
    <message>
        <source>This key is for {use}. Choose another one.</source>
        <translation>Diese Taste ist für {use}. Wähle eine andere.</translation>
    </message>
    <message>
        <source>Your hand is too small in the picture. Move closer.</source>
        <translation>Deine Hand ist im Bild zu klein. Geh näher heran.</translation>
    </message>
    <message>
        <source>Your hand is cut off. Move it towards the middle of the picture.</source>
        <translation>Deine Hand ist abgeschnitten. Beweg sie zur Mitte des Bildes.</translation>
    </message>
    <message>
        <source>The picture of your hand is blurred. Hold it still for a moment, or make more light.</source>
        <translation>Das Bild deiner Hand ist verwischt. Halte sie einen Moment still oder mach mehr Licht.</translation>
    </message>
    <message>
        <source>This looks like one that was just taken. Turn or move your hand a little.</source>
        <translation>Das sieht aus wie eine Aufnahme von eben. Dreh oder beweg deine Hand ein wenig.</translation>
    </message>
    <message>
        <source>with a hand that is too small</source>
        <translation>mit einer zu kleinen Hand</translation>
    </message>
    <message>
        <source>with a hand that is cut off at the edge</source>
        <translation>mit einer am Rand abgeschnittenen Hand</translation>
    </message>
    <message>
        <source>with a blurred hand</source>
        <translation>mit einer verwischten Hand</translation>
    </message>
    <message>
        <source>nearly the same as another one</source>
        <translation>fast gleich wie eine andere</translation>
    </message>
    <message>
        <source>Archives (*.zip)</source>
        <translation>Archive (*.zip)</translation>
    </message>
    <message>
        <source>Videos (*.mp4 *.m4v *.mov *.avi *.mkv *.webm);;All files (*)</source>
        <translation>Videos (*.mp4 *.m4v *.mov *.avi *.mkv *.webm);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import Pictures</source>
        <translation>Bilder importieren</translation>
    </message>
    <message>
        <source>Import Video</source>
        <translation>Video importieren</translation>
    </message>
    <message>
        <source>Import Archive</source>
        <translation>Archiv importieren</translation>
    </message>
    <message>
        <source>Export Samples</source>
        <translation>Aufnahmen exportieren</translation>
    </message>
    <message>
        <source>The import or export failed</source>
        <translation>Der Import oder Export ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>An import is still running.</source>
        <translation>Ein Import läuft noch.</translation>
    </message>
    <message>
        <source>An export is still running.</source>
        <translation>Ein Export läuft noch.</translation>
    </message>
    <message>
        <source>Wait for it, and try again then.</source>
        <translation>Warte, bis er fertig ist, und versuch es dann noch einmal.</translation>
    </message>
    <message>
        <source>The import failed</source>
        <translation>Der Import ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The export failed</source>
        <translation>Der Export ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Left out: {reasons}</source>
        <translation>Ausgelassen: {reasons}</translation>
    </message>
    <message numerus="yes">
        <source>{count} samples written to {path}.</source>
        <comment>{count} sample written to {path}.</comment>
        <translation>
            <numerusform>{count} Aufnahme nach {path} geschrieben.</numerusform>
            <numerusform>{count} Aufnahmen nach {path} geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} samples were added before.</source>
        <comment>{count} sample was added before.</comment>
        <translation>
            <numerusform>{count} Aufnahme kam vorher dazu.</numerusform>
            <numerusform>{count} Aufnahmen kamen vorher dazu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to recording (Esc)</source>
        <translation>Zurück zum Aufnehmen (Esc)</translation>
    </message>
    <message>
        <source>Nothing of that kind. Choose other filters above.</source>
        <translation>Nichts dieser Art. Wähle oben andere Filter.</translation>
    </message>
    <message>
        <source>Nothing recorded yet. Go back, hold up your hand, and hold Space.</source>
        <translation>Noch nichts aufgenommen. Geh zurück, heb die Hand und halte die Leertaste.</translation>
    </message>
    <message>
        <source>Undo: {undo_text} (Ctrl+Z)</source>
        <translation>Rückgängig: {undo_text} (Strg+Z)</translation>
    </message>
    <message>
        <source>Of a &amp;person</source>
        <translation>Einer &amp;Person</translation>
    </message>
    <message>
        <source>Another person…</source>
        <translation>Andere Person …</translation>
    </message>
    <message>
        <source>{count} of {shown} selected</source>
        <translation>{count} von {shown} ausgewählt</translation>
    </message>
    <message>
        <source>Gesture</source>
        <translation>Geste</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Only what the model in use took for something else, of gestures that it knows</source>
        <translation>Nur was das Modell für etwas anderes hielt, bei Gesten, die es kennt</translation>
    </message>
    <message>
        <source>Only what is perhaps labelled wrongly: the model and the other samples say so</source>
        <translation>Nur was vielleicht falsch zugeordnet ist: Das sagen das Modell und die anderen Aufnahmen</translation>
    </message>
    <message>
        <source>What was deleted; each is removed for good after {days} days</source>
        <translation>Was gelöscht wurde; jede wird nach {days} Tagen endgültig entfernt</translation>
    </message>
    <message>
        <source>Deleted ({count})</source>
        <translation>Gelöscht ({count})</translation>
    </message>
    <message>
        <source>Recognized wrongly ({count})</source>
        <translation>Falsch erkannt ({count})</translation>
    </message>
    <message>
        <source>Doubtful ({count})</source>
        <translation>Zweifelhaft ({count})</translation>
    </message>
    <message>
        <source>All gestures ({count})</source>
        <translation>Alle Gesten ({count})</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All sessions ({count})</source>
        <translation>Alle Sitzungen ({count})</translation>
    </message>
    <message>
        <source>taken for {label}</source>
        <translation>für {label} gehalten</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>The &amp;subfolders say what the hands show (rock, paper, …)</source>
        <translation>Die &amp;Unterordner sagen, was die Hände zeigen (rock, paper, …)</translation>
    </message>
    <message>
        <source>&amp;All pictures show</source>
        <translation>&amp;Alle Bilder zeigen</translation>
    </message>
    <message>
        <source>Hands are looked for in every picture; what is blurred, cut off or too small is left out.</source>
        <translation>In jedem Bild werden Hände gesucht; was verwischt, abgeschnitten oder zu klein ist, wird ausgelassen.</translation>
    </message>
    <message>
        <source>New Gesture</source>
        <translation>Neue Geste</translation>
    </message>
    <message>
        <source>Change Gesture</source>
        <translation>Geste ändern</translation>
    </message>
    <message>
        <source>For example: Thumb up</source>
        <translation>Zum Beispiel: Daumen hoch</translation>
    </message>
    <message>
        <source>&amp;Picture of my hand instead</source>
        <translation>Stattdessen ein &amp;Bild meiner Hand</translation>
    </message>
    <message>
        <source>The first sample that you record of the gesture becomes its icon</source>
        <translation>Die erste Aufnahme der Geste wird ihr Symbol</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Hold it to record. May be left empty.</source>
        <translation>Halte sie, um aufzunehmen. Darf leer bleiben.</translation>
    </message>
    <message>
        <source>An emoji or a letter or two. Left empty, it is the first letter of the name.</source>
        <translation>Ein Emoji oder ein, zwei Buchstaben. Leer: der erste Buchstabe des Namens.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Taste</translation>
    </message>
    <message>
        <source>&amp;Icon</source>
        <translation>&amp;Symbol</translation>
    </message>
    <message>
        <source>Use {text}</source>
        <translation>{text} nehmen</translation>
    </message>
    <message>
        <source>learnt</source>
        <translation>gelernt</translation>
    </message>
    <message>
        <source>key {key}</source>
        <translation>Taste {key}</translation>
    </message>
    <message>
        <source>Gestures to record</source>
        <translation>Gesten zum Aufnehmen</translation>
    </message>
    <message>
        <source>5 seconds</source>
        <translation>5 Sekunden</translation>
    </message>
    <message>
        <source>10 seconds</source>
        <translation>10 Sekunden</translation>
    </message>
    <message>
        <source>10 samples</source>
        <translation>10 Aufnahmen</translation>
    </message>
    <message>
        <source>30 samples</source>
        <translation>30 Aufnahmen</translation>
    </message>
    <message>
        <source>Gestures</source>
        <translation>Gesten</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>A gesture of your own (Ctrl+N)</source>
        <translation>Eine eigene Geste (Strg+N)</translation>
    </message>
    <message>
        <source>Change name, key and icon of this gesture (F2)</source>
        <translation>Name, Taste und Symbol dieser Geste ändern (F2)</translation>
    </message>
    <message>
        <source>Take this gesture off the list</source>
        <translation>Diese Geste von der Liste nehmen</translation>
    </message>
    <message>
        <source>Hold to record</source>
        <translation>Halten: aufnehmen</translation>
    </message>
    <message>
        <source>Hold it, or the space bar, or the gesture&apos;s key</source>
        <translation>Halte den Knopf, die Leertaste oder die Taste der Geste</translation>
    </message>
    <message>
        <source>Burst</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Record by itself after a countdown (Enter); Esc stops</source>
        <translation>Nach einem Countdown von selbst aufnehmen (Eingabe); Esc hält an</translation>
    </message>
    <message>
        <source>How long a burst is</source>
        <translation>Wie lang eine Serie ist</translation>
    </message>
    <message>
        <source>&amp;Gallery</source>
        <translation>&amp;Galerie</translation>
    </message>
    <message>
        <source>Look through what was recorded (Ctrl+G)</source>
        <translation>Aufnahmen durchsehen (Strg+G)</translation>
    </message>
    <message>
        <source>&amp;Import, export</source>
        <translation>&amp;Import, Export</translation>
    </message>
    <message>
        <source>Pictures, videos and archives (Ctrl+I)</source>
        <translation>Bilder, Videos und Archive (Strg+I)</translation>
    </message>
    <message>
        <source>Import, export</source>
        <translation>Import, Export</translation>
    </message>
    <message>
        <source>&amp;Export all samples…</source>
        <translation>Alle Aufnahmen &amp;exportieren …</translation>
    </message>
    <message>
        <source>Whose samples count at once; forget, rename, delete</source>
        <translation>Wessen Aufnahmen sofort zählen; vergessen, umbenennen, löschen</translation>
    </message>
    <message>
        <source>Count at once: {whose}</source>
        <translation>Zählen sofort: {whose}</translation>
    </message>
    <message>
        <source>Import a folder of &amp;pictures…</source>
        <translation>Ordner mit &amp;Bildern importieren …</translation>
    </message>
    <message>
        <source>Import a &amp;video…</source>
        <translation>&amp;Video importieren …</translation>
    </message>
    <message>
        <source>Import an &amp;archive made by Export…</source>
        <translation>&amp;Archiv aus einem Export importieren …</translation>
    </message>
    <message>
        <source>Burst: {text}</source>
        <translation>Serie: {text}</translation>
    </message>
    <message>
        <source>Learnt: of {least} or more held-out samples, at least {percent} % are read right.</source>
        <translation>Gelernt: Von {least} oder mehr zurückgelegten Aufnahmen werden mindestens {percent} % richtig erkannt.</translation>
    </message>
    <message>
        <source>Most misread is your left hand, in {misread} of {tested} samples: record more of it.</source>
        <translation>Am öftesten falsch erkannt wird deine linke Hand, in {misread} von {tested} Aufnahmen: Nimm mehr davon auf.</translation>
    </message>
    <message>
        <source>Most misread is your right hand, in {misread} of {tested} samples: record more of it.</source>
        <translation>Am öftesten falsch erkannt wird deine rechte Hand, in {misread} von {tested} Aufnahmen: Nimm mehr davon auf.</translation>
    </message>
    <message>
        <source>Most misread is the palm of your hand, in {misread} of {tested} samples: record more of it.</source>
        <translation>Am öftesten falsch erkannt wird deine Handfläche, in {misread} von {tested} Aufnahmen: Nimm mehr davon auf.</translation>
    </message>
    <message>
        <source>Most misread is the back of your hand, in {misread} of {tested} samples: record more of it.</source>
        <translation>Am öftesten falsch erkannt wird dein Handrücken, in {misread} von {tested} Aufnahmen: Nimm mehr davon auf.</translation>
    </message>
    <message>
        <source>Most misread is your hand near the camera, in {misread} of {tested} samples: record more of it.</source>
        <translation>Am öftesten falsch erkannt wird deine Hand nah an der Kamera, in {misread} von {tested} Aufnahmen: Nimm mehr davon auf.</translation>
    </message>
    <message>
        <source>Most misread is your hand far from the camera, in {misread} of {tested} samples: record more of it.</source>
        <translation>Am öftesten falsch erkannt wird deine Hand weit weg von der Kamera, in {misread} von {tested} Aufnahmen: Nimm mehr davon auf.</translation>
    </message>
    <message>
        <source>Most misread is your hand with the fingers up, in {misread} of {tested} samples: record more of it.</source>
        <translation>Am öftesten falsch erkannt wird deine Hand mit den Fingern nach oben, in {misread} von {tested} Aufnahmen: Nimm mehr davon auf.</translation>
    </message>
    <message>
        <source>Most misread is your hand turned to the side, in {misread} of {tested} samples: record more of it.</source>
        <translation>Am öftesten falsch erkannt wird deine zur Seite gedrehte Hand, in {misread} von {tested} Aufnahmen: Nimm mehr davon auf.</translation>
    </message>
    <message>
        <source>No sample of {gesture} shows your left hand yet.</source>
        <translation>Noch keine Aufnahme von {gesture} zeigt deine linke Hand.</translation>
    </message>
    <message>
        <source>No sample of {gesture} shows your right hand yet.</source>
        <translation>Noch keine Aufnahme von {gesture} zeigt deine rechte Hand.</translation>
    </message>
    <message>
        <source>No sample of {gesture} shows the palm of your hand yet.</source>
        <translation>Noch keine Aufnahme von {gesture} zeigt deine Handfläche.</translation>
    </message>
    <message>
        <source>No sample of {gesture} shows the back of your hand yet.</source>
        <translation>Noch keine Aufnahme von {gesture} zeigt deinen Handrücken.</translation>
    </message>
    <message>
        <source>No sample of {gesture} shows your hand near the camera yet.</source>
        <translation>Noch keine Aufnahme von {gesture} zeigt deine Hand nah an der Kamera.</translation>
    </message>
    <message>
        <source>No sample of {gesture} shows your hand far from the camera yet.</source>
        <translation>Noch keine Aufnahme von {gesture} zeigt deine Hand weit weg von der Kamera.</translation>
    </message>
    <message>
        <source>No sample of {gesture} shows your hand with the fingers up yet.</source>
        <translation>Noch keine Aufnahme von {gesture} zeigt deine Hand mit den Fingern nach oben.</translation>
    </message>
    <message>
        <source>No sample of {gesture} shows your hand turned to the side yet.</source>
        <translation>Noch keine Aufnahme von {gesture} zeigt deine zur Seite gedrehte Hand.</translation>
    </message>
    <message>
        <source>{name} is learnt from one session: {right} of {tested} held-out samples are read right.</source>
        <translation>{name} ist aus einer Sitzung gelernt: {right} von {tested} zurückgelegten Aufnahmen werden richtig erkannt.</translation>
    </message>
    <message>
        <source>{name} is learnt: {right} of {tested} held-out samples are read right.</source>
        <translation>{name} ist gelernt: {right} von {tested} zurückgelegten Aufnahmen werden richtig erkannt.</translation>
    </message>
    <message>
        <source>{name} is read right in {right} of {tested} held-out samples.</source>
        <translation>{name} wird in {right} von {tested} zurückgelegten Aufnahmen richtig erkannt.</translation>
    </message>
    <message>
        <source>{name} is still taken for {other} in {count} of {tested} samples.</source>
        <translation>{name} wird in {count} von {tested} Aufnahmen noch für {other} gehalten.</translation>
    </message>
    <message>
        <source>a hand without a gesture</source>
        <translation>eine Hand ohne Geste</translation>
    </message>
    <message>
        <source>Both the model and your other samples are sure that these show something else</source>
        <translation>Das Modell und deine anderen Aufnahmen sind sich sicher, dass diese etwas anderes zeigen</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Niemand Bestimmtes</translation>
    </message>
    <message>
        <source>{count} of them forgotten</source>
        <translation>{count} davon vergessen</translation>
    </message>
    <message>
        <source>{count} more imported</source>
        <translation>{count} weitere importiert</translation>
    </message>
    <message>
        <source>Samples of everybody</source>
        <translation>Aufnahmen von allen</translation>
    </message>
    <message>
        <source>Samples of nobody</source>
        <translation>Aufnahmen von niemandem</translation>
    </message>
    <message>
        <source>Samples of {names}</source>
        <translation>Aufnahmen von {names}</translation>
    </message>
    <message>
        <source>Samples of {acting} of {count} people</source>
        <translation>Aufnahmen von {acting} von {count} Leuten</translation>
    </message>
    <message>
        <source>Recording is paused. Choose “Try again” in the message.</source>
        <translation>Das Aufnehmen ruht. Wähle „Noch einmal versuchen“ in der Meldung.</translation>
    </message>
    <message>
        <source>The disk is slow: some pictures were left out.</source>
        <translation>Die Festplatte ist langsam: Einige Bilder wurden ausgelassen.</translation>
    </message>
    <message>
        <source>The samples are still being read.</source>
        <translation>Die Aufnahmen werden noch gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>{count} pictures were not kept; recording is paused.</source>
        <comment>{count} picture was not kept; recording is paused.</comment>
        <translation>
            <numerusform>{count} Bild wurde nicht behalten; das Aufnehmen ruht.</numerusform>
            <numerusform>{count} Bilder wurden nicht behalten; das Aufnehmen ruht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing recorded since the program was started.</source>
        <translation>Seit dem Start des Programms nichts aufgenommen.</translation>
    </message>
    <message>
        <source>Recording {recorded}</source>
        <translation>Nehme auf: {recorded}</translation>
    </message>
    <message>
        <source>Hold your hand up to the camera.</source>
        <translation>Halte deine Hand in die Kamera.</translation>
    </message>
    <message>
        <source>Hold Space to record {chosen}</source>
        <translation>Leertaste halten, um {chosen} aufzunehmen</translation>
    </message>
    <message>
        <source>This is the demo clip: choose your camera to record your own hand</source>
        <translation>Das ist das Demo-Video: Wähle deine Kamera, um deine eigene Hand aufzunehmen</translation>
    </message>
    <message>
        <source>The larger hand is recorded: the one with the outline</source>
        <translation>Aufgenommen wird die größere Hand: die mit dem Rahmen</translation>
    </message>
    <message>
        <source>Get ready to show {recorded}. Esc stops.</source>
        <translation>Gleich {recorded} zeigen. Esc hält an.</translation>
    </message>
    <message>
        <source>Chosen sample</source>
        <translation>Gewählte Aufnahme</translation>
    </message>
    <message>
        <source>Say what the hand shows, and from when to when. A few pictures a second are taken.</source>
        <translation>Sag, was die Hand zeigt und von wann bis wann. Ein paar Bilder pro Sekunde werden übernommen.</translation>
    </message>
    <message>
        <source>It is {seconds} s long.</source>
        <translation>Es ist {seconds} s lang.</translation>
    </message>
    <message>
        <source>&amp;Another part</source>
        <translation>&amp;Weiterer Teil</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Zeigt</translation>
    </message>
    <message>
        <source>Parts of the video</source>
        <translation>Teile des Videos</translation>
    </message>
    <message>
        <source>The part that the slider is for</source>
        <translation>Der Teil, für den der Regler gilt</translation>
    </message>
    <message>
        <source>Leave this part out</source>
        <translation>Diesen Teil auslassen</translation>
    </message>
    <message>
        <source>Each part has to end after it begins.</source>
        <translation>Jeder Teil muss nach seinem Anfang enden.</translation>
    </message>
    <message>
        <source>Moment of the video</source>
        <translation>Zeitpunkt im Video</translation>
    </message>
    <message>
        <source>&amp;Starts here</source>
        <translation>Beginnt &amp;hier</translation>
    </message>
    <message>
        <source>&amp;Ends here</source>
        <translation>&amp;Endet hier</translation>
    </message>
    <message>
        <source>The video could not be read</source>
        <translation>Das Video ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>Reading the video…</source>
        <translation>Lese das Video …</translation>
    </message>
    <message>
        <source>Picture of the video</source>
        <translation>Bild des Videos</translation>
    </message>
    <message>
        <source>training, {percent} done</source>
        <translation>trainiert, {percent} fertig</translation>
    </message>
    <message>
        <source>adding what training needs, {fetched} fetched</source>
        <translation>fügt hinzu, was das Training braucht, {fetched} geholt</translation>
    </message>
    <message>
        <source>training has ended</source>
        <translation>das Training ist zu Ende</translation>
    </message>
    <message>
        <source>What training needs could not be added</source>
        <translation>Was das Training braucht, ließ sich nicht hinzufügen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Adding was cancelled. Nothing was changed.</source>
        <translation>Das Hinzufügen wurde abgebrochen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing is fetched until you press the button, and nothing of yours is sent. The packages come from the Python package index, or from the one that pip or uv is set to.</source>
        <translation>Nichts wird geholt, bis du den Knopf drückst, und nichts von dir wird gesendet. Die Pakete kommen aus dem Python-Paketverzeichnis oder aus dem, das für pip oder uv eingestellt ist.</translation>
    </message>
    <message>
        <source>You can go on playing and recording.</source>
        <translation>Du kannst weiter spielen und aufnehmen.</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Breche ab …</translation>
    </message>
    <message>
        <source>Adding {needed}…</source>
        <translation>Füge {needed} hinzu …</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Training needs {needed}</source>
        <translation>Das Training braucht {needed}</translation>
    </message>
    <message>
        <source>It is not installed, as playing does not need it: {size}.</source>
        <translation>Es ist nicht installiert, weil das Spielen es nicht braucht: {size}.</translation>
    </message>
    <message>
        <source>&amp;Add it</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>about {fetched} to fetch, {on_disk} on the disk</source>
        <translation>etwa {fetched} zu holen, {on_disk} auf der Festplatte</translation>
    </message>
    <message>
        <source>Finding the versions that fit… {meanwhile}</source>
        <translation>Suche passende Versionen … {meanwhile}</translation>
    </message>
    <message>
        <source>Installing. This takes a minute or more, and cannot be cancelled. {meanwhile}</source>
        <translation>Installiere. Das dauert eine Minute oder länger und lässt sich nicht abbrechen. {meanwhile}</translation>
    </message>
    <message>
        <source>Checking that it works… {meanwhile}</source>
        <translation>Prüfe, ob es geht … {meanwhile}</translation>
    </message>
    <message>
        <source>Fetching: about {done_mb} of {fetched_mb} MB. {meanwhile}</source>
        <translation>Hole: etwa {done_mb} von {fetched_mb} MB. {meanwhile}</translation>
    </message>
    <message>
        <source>{needed} was added. You can train your model now.</source>
        <translation>{needed} wurde hinzugefügt. Du kannst dein Modell jetzt trainieren.</translation>
    </message>
    <message>
        <source>Cancel the training?</source>
        <translation>Training abbrechen?</translation>
    </message>
    <message>
        <source>Nothing of it is kept, and the model in use stays.</source>
        <translation>Nichts davon bleibt, und das jetzige Modell bleibt in Gebrauch.</translation>
    </message>
    <message>
        <source>&amp;Cancel training</source>
        <translation>Training &amp;abbrechen</translation>
    </message>
    <message>
        <source>Training Is Running</source>
        <translation>Training läuft</translation>
    </message>
    <message>
        <source>A model is being trained. Keep it running?</source>
        <translation>Ein Modell wird trainiert. Weiterlaufen lassen?</translation>
    </message>
    <message>
        <source>If you close the window now, training is cancelled and nothing of it is kept.</source>
        <translation>Wenn du das Fenster jetzt schließt, wird das Training abgebrochen, und nichts davon bleibt.</translation>
    </message>
    <message>
        <source>&amp;Cancel training and close</source>
        <translation>Training &amp;abbrechen und schließen</translation>
    </message>
    <message>
        <source>Packages Are Being Added</source>
        <translation>Pakete werden hinzugefügt</translation>
    </message>
    <message>
        <source>What training needs is being added. Keep going?</source>
        <translation>Was das Training braucht, wird gerade hinzugefügt. Weitermachen?</translation>
    </message>
    <message>
        <source>If you close the window now, what is only fetched is thrown away. If it is being installed already, the window closes when that is done.</source>
        <translation>Wenn du das Fenster jetzt schließt, wird bloß Geholtes verworfen. Wird schon installiert, schließt das Fenster danach.</translation>
    </message>
    <message>
        <source>&amp;Cancel and close</source>
        <translation>&amp;Abbrechen und schließen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Hide the log</source>
        <translation>Protokoll ausblenden</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>Nothing was said yet.</source>
        <translation>Noch keine Meldung.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Other people</source>
        <translation>Andere Leute</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Change in percentage points</source>
        <translation>Änderung in Prozentpunkten</translation>
    </message>
    <message>
        <source>{title}: {correct} of {total} right</source>
        <translation>{title}: {correct} von {total} richtig</translation>
    </message>
    <message>
        <source>no mistakes</source>
        <translation>keine Fehler</translation>
    </message>
    <message>
        <source>{shown} taken for {read}: {count}</source>
        <translation>{shown} für {read} gehalten: {count}</translation>
    </message>
    <message>
        <source>last layers</source>
        <translation>letzte Schichten</translation>
    </message>
    <message>
        <source>fine-tuning</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message>
        <source>learning</source>
        <translation>beim Lernen</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>beim Prüfen</translation>
    </message>
    <message>
        <source>other people</source>
        <translation>andere Leute</translation>
    </message>
    <message>
        <source>your hands</source>
        <translation>deine Hände</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Hide the details</source>
        <translation>Einzelheiten ausblenden</translation>
    </message>
    <message>
        <source>Show the details</source>
        <translation>Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>Models (*.zip)</source>
        <translation>Modelle (*.zip)</translation>
    </message>
    <message>
        <source>Back to retraining (Esc)</source>
        <translation>Zurück zum Nachtrainieren (Esc)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>Add a model that was exported elsewhere; all of it is checked first</source>
        <translation>Ein anderswo exportiertes Modell hinzufügen; zuerst wird alles geprüft</translation>
    </message>
    <message>
        <source>Import Model</source>
        <translation>Modell importieren</translation>
    </message>
    <message>
        <source>Export Model</source>
        <translation>Modell exportieren</translation>
    </message>
    <message>
        <source>Rename Model</source>
        <translation>Modell umbenennen</translation>
    </message>
    <message>
        <source>Name of the model (empty for none of your own):</source>
        <translation>Name des Modells (leer: kein eigener):</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message numerus="yes">
        <source>{count} models</source>
        <comment>{count} model</comment>
        <translation>
            <numerusform>{count} Modell</numerusform>
            <numerusform>{count} Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>Use it anyway…</source>
        <translation>Trotzdem benutzen …</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>{name} benutzen</translation>
    </message>
    <message>
        <source>How it did</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>How it was judged against the model it was made from: table, matrices, pictures</source>
        <translation>Wie es gegen das Modell abschnitt, aus dem es entstand: Tabelle, Matrizen, Bilder</translation>
    </message>
    <message>
        <source>How {name} did</source>
        <translation>Ergebnis von {name}</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Give it a name of your own</source>
        <translation>Gib ihm einen eigenen Namen</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>{name} umbenennen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Write it to a file that another machine can import</source>
        <translation>In eine Datei schreiben, die ein anderer Computer importieren kann</translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation>{name} exportieren</translation>
    </message>
    <message>
        <source>With what it learnt at once ({learnt}, no pictures)…</source>
        <translation>Mit dem sofort Gelernten ({learnt}, keine Bilder) …</translation>
    </message>
    <message>
        <source>The model alone…</source>
        <translation>Nur das Modell …</translation>
    </message>
    <message>
        <source>Forget imported…</source>
        <translation>Importiertes vergessen …</translation>
    </message>
    <message>
        <source>Remove what was learnt at once elsewhere and came with this model</source>
        <translation>Entfernen, was anderswo sofort gelernt wurde und mit diesem Modell kam</translation>
    </message>
    <message>
        <source>Forget what was imported with {name}</source>
        <translation>Vergessen, was mit {name} importiert wurde</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Delete {name}</source>
        <translation>{name} löschen</translation>
    </message>
    <message>
        <source>Delete it for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Looking at the models…</source>
        <translation>Sehe die Modelle an …</translation>
    </message>
    <message>
        <source>The models could not be changed</source>
        <translation>Die Modelle ließen sich nicht ändern</translation>
    </message>
    <message>
        <source>Checking the model…</source>
        <translation>Prüfe das Modell …</translation>
    </message>
    <message>
        <source>{title} was deleted.</source>
        <translation>{title} wurde gelöscht.</translation>
    </message>
    <message>
        <source>Deleting the model…</source>
        <translation>Lösche das Modell …</translation>
    </message>
    <message>
        <source>Deleting the models…</source>
        <translation>Lösche die Modelle …</translation>
    </message>
    <message>
        <source>Renaming the model…</source>
        <translation>Benenne das Modell um …</translation>
    </message>
    <message numerus="yes">
        <source>With {count} samples that it learnt at once.</source>
        <comment>With {count} sample that it learnt at once.</comment>
        <translation>
            <numerusform>Mit {count} sofort gelernten Aufnahme.</numerusform>
            <numerusform>Mit {count} sofort gelernten Aufnahmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{title} was written to {path}.</source>
        <translation>{title} wurde nach {path} geschrieben.</translation>
    </message>
    <message>
        <source>Exporting the model…</source>
        <translation>Exportiere das Modell …</translation>
    </message>
    <message numerus="yes">
        <source>{count} samples that it learnt at once came with it.</source>
        <comment>{count} sample that it learnt at once came with it.</comment>
        <translation>
            <numerusform>{count} sofort gelernte Aufnahme kam mit.</numerusform>
            <numerusform>{count} sofort gelernte Aufnahmen kamen mit.</numerusform>
        </translation>
    </message>
    <message>
        <source>This model is here already, as {model}.</source>
        <translation>Dieses Modell ist schon da, als {model}.</translation>
    </message>
    <message>
        <source>Imported as {model}.</source>
        <translation>Importiert als {model}.</translation>
    </message>
    <message>
        <source>Importing and checking the model…</source>
        <translation>Importiere und prüfe das Modell …</translation>
    </message>
    <message numerus="yes">
        <source>{count} imported samples forgotten.</source>
        <comment>{count} imported sample forgotten.</comment>
        <translation>
            <numerusform>{count} importierte Aufnahme vergessen.</numerusform>
            <numerusform>{count} importierte Aufnahmen vergessen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Forgetting what was imported…</source>
        <translation>Vergesse Importiertes …</translation>
    </message>
    <message>
        <source>How {title} was judged was not kept with it.</source>
        <translation>Das Ergebnis von {title} wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Looking how it was judged…</source>
        <translation>Sehe das Ergebnis nach …</translation>
    </message>
    <message>
        <source>Clearing away…</source>
        <translation>Räume auf …</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>{model} is in use, although it was found to be no better.</source>
        <translation>{model} ist in Gebrauch, obwohl es nicht besser war.</translation>
    </message>
    <message>
        <source>You can go back at any time.</source>
        <translation>Du kannst jederzeit zurück.</translation>
    </message>
    <message>
        <source>{model} is in use now.</source>
        <translation>{model} ist jetzt in Gebrauch.</translation>
    </message>
    <message>
        <source>{model} is in use again.</source>
        <translation>{model} ist wieder in Gebrauch.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Stop fetching; nothing of it is kept</source>
        <translation>Nicht weiter holen; nichts davon bleibt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modelle</translation>
    </message>
    <message>
        <source>Where each model came from; choose, export and import (Ctrl+M)</source>
        <translation>Woher jedes Modell kommt; wählen, exportieren, importieren (Strg+M)</translation>
    </message>
    <message>
        <source>In use: {model}</source>
        <translation>In Gebrauch: {model}</translation>
    </message>
    <message>
        <source>In use: {model} (found to be no better, and used all the same)</source>
        <translation>In Gebrauch: {model} (war nicht besser und wird trotzdem benutzt)</translation>
    </message>
    <message>
        <source>&amp;Back to {model}</source>
        <translation>&amp;Zurück zu {model}</translation>
    </message>
    <message>
        <source>Use {model} again</source>
        <translation>{model} wieder benutzen</translation>
    </message>
    <message>
        <source>&amp;Models ({count})</source>
        <translation>&amp;Modelle ({count})</translation>
    </message>
    <message>
        <source>Reading the samples and the models…</source>
        <translation>Lese Aufnahmen und Modelle …</translation>
    </message>
    <message>
        <source>There is no model that could be trained further.</source>
        <translation>Es gibt kein Modell, das sich weiter trainieren ließe.</translation>
    </message>
    <message>
        <source>Training was cancelled. Nothing was changed.</source>
        <translation>Das Training wurde abgebrochen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The new model is better for you, and in use now.</source>
        <translation>Das neue Modell ist besser für dich und jetzt in Gebrauch.</translation>
    </message>
    <message>
        <source>The new model is better than {parent}, but you use another one meanwhile.</source>
        <translation>Das neue Modell ist besser als {parent}, aber du benutzt inzwischen ein anderes.</translation>
    </message>
    <message>
        <source>Use {model} although it was found to be no better?</source>
        <translation>{model} benutzen, obwohl es nicht besser war?</translation>
    </message>
    <message>
        <source>It is marked in the list of models, and you can go back at any time.</source>
        <translation>Es wird in der Liste der Modelle markiert, und du kannst jederzeit zurück.</translation>
    </message>
    <message>
        <source>Use it anyway</source>
        <translation>Trotzdem benutzen</translation>
    </message>
    <message numerus="yes">
        <source>Forget {count} samples that {model} learnt elsewhere?</source>
        <comment>Forget {count} sample that {model} learnt elsewhere?</comment>
        <translation>
            <numerusform>{count} Aufnahme vergessen, die {model} anderswo gelernt hat?</numerusform>
            <numerusform>{count} Aufnahmen vergessen, die {model} anderswo gelernt hat?</numerusform>
        </translation>
    </message>
    <message>
        <source>To have them again, import the file again. Your own samples are not touched.</source>
        <translation>Um sie wieder zu haben, importiere die Datei noch einmal. Deine eigenen Aufnahmen bleiben unberührt.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Delete {model} for good?</source>
        <translation>{model} endgültig löschen?</translation>
    </message>
    <message>
        <source>Export it first if you may want it back.</source>
        <translation>Exportiere es zuerst, falls du es später wieder willst.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>End training; nothing of it is kept (Esc asks)</source>
        <translation>Training beenden; nichts davon bleibt (Esc fragt)</translation>
    </message>
    <message>
        <source>Loss (how far off it is)</source>
        <translation>Verlust (wie weit es danebenliegt)</translation>
    </message>
    <message>
        <source>The model in use goes on meanwhile; play and record as you like.</source>
        <translation>Das jetzige Modell läuft inzwischen weiter; spiel und nimm auf, wie du magst.</translation>
    </message>
    <message>
        <source>What was begun is cleared away.</source>
        <translation>Angefangenes wird weggeräumt.</translation>
    </message>
    <message>
        <source>{use} The model in use goes on meanwhile; play and record as you like.</source>
        <translation>{use} Das jetzige Modell läuft inzwischen weiter; spiel und nimm auf, wie du magst.</translation>
    </message>
    <message>
        <source>Progress and log</source>
        <translation>Fortschritt und Protokoll</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>&amp;Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>{training} learnt from, {held_out} to check with</source>
        <translation>{training} zum Lernen, {held_out} zum Prüfen</translation>
    </message>
    <message>
        <source>was {old}</source>
        <translation>war {old}</translation>
    </message>
    <message>
        <source>now {new}</source>
        <translation>jetzt {new}</translation>
    </message>
    <message>
        <source>What training needs is not installed yet: see below.</source>
        <translation>Was das Training braucht, ist noch nicht installiert: siehe unten.</translation>
    </message>
    <message>
        <source>Record your gestures</source>
        <translation>Nimm deine Gesten auf</translation>
    </message>
    <message>
        <source>A better model is used at once, on every page. Your previous model stays in the list.</source>
        <translation>Ein besseres Modell wird sofort benutzt, auf jeder Seite. Dein voriges Modell bleibt in der Liste.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet. Record two gestures or more, about {count} samples of each.</source>
        <translation>Noch nichts aufgenommen. Nimm zwei oder mehr Gesten auf, etwa {count} Bilder von jeder.</translation>
    </message>
    <message numerus="yes">
        <source>{count} samples of {gestures} gestures.</source>
        <comment>{count} sample of {gestures} gestures.</comment>
        <translation>
            <numerusform>{count} Aufnahme von {gestures} Gesten.</numerusform>
            <numerusform>{count} Aufnahmen von {gestures} Gesten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} samples of one gesture.</source>
        <comment>{count} sample of one gesture.</comment>
        <translation>
            <numerusform>{count} Aufnahme einer Geste.</numerusform>
            <numerusform>{count} Aufnahmen einer Geste.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your own model is in use. Train again when you have recorded more.</source>
        <translation>Dein eigenes Modell ist in Gebrauch. Trainiere wieder, wenn du mehr aufgenommen hast.</translation>
    </message>
    <message>
        <source>Takes about a minute. You can go on playing meanwhile.</source>
        <translation>Dauert etwa eine Minute. Du kannst inzwischen weiter spielen.</translation>
    </message>
    <message>
        <source>Takes about {duration}. You can go on playing meanwhile.</source>
        <translation>Dauert etwa {duration}. Du kannst inzwischen weiter spielen.</translation>
    </message>
    <message>
        <source>Step {number}, done</source>
        <translation>Schritt {number}, erledigt</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>Schritt {number}</translation>
    </message>
    <message>
        <source>Reading the samples</source>
        <translation>Lese die Aufnahmen</translation>
    </message>
    <message>
        <source>Looking at the hands</source>
        <translation>Sehe die Hände an</translation>
    </message>
    <message>
        <source>Learning the last layers</source>
        <translation>Lerne die letzten Schichten</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>Stimme fein ab</translation>
    </message>
    <message>
        <source>Writing the model</source>
        <translation>Schreibe das Modell</translation>
    </message>
    <message>
        <source>Comparing the old and the new model</source>
        <translation>Vergleiche altes und neues Modell</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Mean probability of the gesture that was shown</source>
        <translation>Mittlere Wahrscheinlichkeit der gezeigten Geste</translation>
    </message>
    <message>
        <source>Came with the program</source>
        <translation>Mit dem Programm geliefert</translation>
    </message>
    <message>
        <source>Retrained here</source>
        <translation>Hier nachtrainiert</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>On you</source>
        <translation>Bei dir</translation>
    </message>
    <message>
        <source>On other people</source>
        <translation>Bei anderen Leuten</translation>
    </message>
    <message>
        <source>On the author&apos;s samples</source>
        <translation>Bei den Aufnahmen des Autors</translation>
    </message>
    <message>
        <source>Learnt at once: {learnt}, {imported} of them imported</source>
        <translation>Sofort gelernt: {learnt}, davon {imported} importiert</translation>
    </message>
    <message>
        <source>Learnt at once: {learnt}</source>
        <translation>Sofort gelernt: {learnt}</translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation>{count} Sekunden</translation>
    </message>
    <message numerus="yes">
        <source>{count} minutes</source>
        <comment>{count} minute</comment>
        <translation>
            <numerusform>{count} Minute</numerusform>
            <numerusform>{count} Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Time left: not known yet</source>
        <translation>Restzeit: noch nicht bekannt</translation>
    </message>
    <message>
        <source>About {duration} left</source>
        <translation>Noch etwa {duration}</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Beginne …</translation>
    </message>
    <message>
        <source>About {duration} on a machine with nothing else to do.</source>
        <translation>Etwa {duration} auf einem Computer, der sonst nichts zu tun hat.</translation>
    </message>
    <message numerus="yes">
        <source>Learns from {count} samples and checks the result with {held_out}.</source>
        <comment>Learns from {count} sample and checks the result with {held_out}.</comment>
        <translation>
            <numerusform>Lernt aus {count} Aufnahme und prüft das Ergebnis mit {held_out}.</numerusform>
            <numerusform>Lernt aus {count} Aufnahmen und prüft das Ergebnis mit {held_out}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of gestures with too few samples</source>
        <translation>{count} von Gesten mit zu wenigen Aufnahmen</translation>
    </message>
    <message>
        <source>{count} recorded just before those for the check, and too much like them</source>
        <translation>{count} kurz vor denen zum Prüfen aufgenommen und ihnen zu ähnlich</translation>
    </message>
    <message>
        <source>Not used: {parts}.</source>
        <translation>Nicht genutzt: {parts}.</translation>
    </message>
    <message>
        <source>Kept apart to check with: the session of {session}. Nothing is learnt from it.</source>
        <translation>Zum Prüfen zurückgelegt: die Sitzung vom {session}. Daraus wird nichts gelernt.</translation>
    </message>
    <message>
        <source>Kept apart to check with: the sessions of {sessions}. Nothing is learnt from them.</source>
        <translation>Zum Prüfen zurückgelegt: die Sitzungen vom {sessions}. Daraus wird nichts gelernt.</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>other session</source>
        <translation>andere Sitzung</translation>
    </message>
    <message>
        <source>same session</source>
        <translation>dieselbe Sitzung</translation>
    </message>
    <message>
        <source>The new model is better for you, and no worse for others.</source>
        <translation>Das neue Modell ist besser für dich und nicht schlechter für andere.</translation>
    </message>
    <message>
        <source>The new model is kept, but not used.</source>
        <translation>Das neue Modell wird aufbewahrt, aber nicht benutzt.</translation>
    </message>
    <message>
        <source>the model it was made from</source>
        <translation>das Modell, aus dem es entstand</translation>
    </message>
    <message>
        <source>{model} was found to be better than {parent} for the person it was made for, and no worse for others.</source>
        <translation>{model} war für die Person, für die es gemacht wurde, besser als {parent} und für andere nicht schlechter.</translation>
    </message>
    <message>
        <source>{model} was found to be no better than {parent}, and kept, but not used.</source>
        <translation>{model} war nicht besser als {parent} und wurde aufbewahrt, aber nicht benutzt.</translation>
    </message>
    <message>
        <source>The author&apos;s samples</source>
        <translation>Aufnahmen des Autors</translation>
    </message>
    <message>
        <source>Your recordings</source>
        <translation>Deine Aufnahmen</translation>
    </message>
    <message>
        <source>No picture is read differently.</source>
        <translation>Kein Bild wird anders erkannt.</translation>
    </message>
    <message>
        <source>Which pictures are read differently was not kept.</source>
        <translation>Welche Bilder anders erkannt werden, wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>{count} now right</source>
        <translation>{count} jetzt richtig</translation>
    </message>
    <message>
        <source>{count} now wrong</source>
        <translation>{count} jetzt falsch</translation>
    </message>
    <message>
        <source>{count} wrong in another way</source>
        <translation>{count} anders falsch</translation>
    </message>
    <message numerus="yes">
        <source>{count} pictures read differently: {parts}</source>
        <comment>{count} picture read differently: {parts}</comment>
        <translation>
            <numerusform>{count} Bild anders erkannt: {parts}</numerusform>
            <numerusform>{count} Bilder anders erkannt: {parts}</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of them not here any more</source>
        <translation>{count} davon nicht mehr da</translation>
    </message>
    <message numerus="yes">
        <source>{count} recordings look as if labelled wrongly: both models are sure that something else is shown. Move or delete what is wrong in the gallery, and retrain.</source>
        <comment>{count} recording looks as if labelled wrongly: both models are sure that something else is shown. Move or delete what is wrong in the gallery, and retrain.</comment>
        <translation>
            <numerusform>{count} Aufnahme sieht falsch zugeordnet aus: Beide Modelle sind sich sicher, dass etwas anderes zu sehen ist. Verschiebe oder lösche in der Galerie, was falsch ist, und trainiere noch einmal.</numerusform>
            <numerusform>{count} Aufnahmen sehen falsch zugeordnet aus: Beide Modelle sind sich sicher, dass etwas anderes zu sehen ist. Verschiebe oder lösche in der Galerie, was falsch ist, und trainiere noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>{old} → {new} of {shown}</source>
        <translation>{old} → {new} von {shown}</translation>
    </message>
    <message>
        <source>Built-in model ({id})</source>
        <translation>Mitgeliefertes Modell ({id})</translation>
    </message>
    <message>
        <source>My model of {date}</source>
        <translation>Mein Modell vom {date}</translation>
    </message>
    <message>
        <source>made {date}</source>
        <translation>gemacht am {date}</translation>
    </message>
    <message>
        <source>from {parent}</source>
        <translation>aus {parent}</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>nicht benutzbar</translation>
    </message>
    <message>
        <source>used although it was found to be no better</source>
        <translation>benutzt, obwohl es nicht besser war</translation>
    </message>
    <message>
        <source>kept, not used</source>
        <translation>aufbewahrt, nicht benutzt</translation>
    </message>
    <message>
        <source>Also knows {names}</source>
        <translation>Kennt auch {names}</translation>
    </message>
    <message numerus="yes">
        <source>{count} hands</source>
        <comment>{count} hand</comment>
        <translation>
            <numerusform>{count} Hand</numerusform>
            <numerusform>{count} Hände</numerusform>
        </translation>
    </message>
    <message>
        <source>The training process was ended from outside, or crashed before it was done.</source>
        <translation>Das Training wurde von außen beendet oder ist abgestürzt, bevor es fertig war.</translation>
    </message>
    <message>
        <source>The training process ended with exit code {code} before it was done.</source>
        <translation>Das Training endete mit Code {code}, bevor es fertig war.</translation>
    </message>
    <message>
        <source>Nothing was changed; the model in use goes on. Perhaps memory ran out: close other programs, and try again. The last lines of its log are on the Train page.</source>
        <translation>Nichts wurde geändert; das jetzige Modell läuft weiter. Vielleicht reichte der Speicher nicht: Schließ andere Programme und versuch es noch einmal. Die letzten Zeilen des Protokolls stehen auf der Seite „Trainieren“.</translation>
    </message>
    <message>
        <source>The training process said more than can be taken in, and was ended.</source>
        <translation>Das Training schrieb mehr, als sich verarbeiten lässt, und wurde beendet.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again; if it happens again, report it with the last lines of the log.</source>
        <translation>Nichts wurde geändert. Versuch es noch einmal; passiert es wieder, melde es mit den letzten Zeilen des Protokolls.</translation>
    </message>
    <message>
        <source>The training process could not be started: {reason}.</source>
        <translation>Das Training ließ sich nicht starten: {reason}.</translation>
    </message>
    <message>
        <source>Install the program again, or set it up anew: python scripts/setup.py setup</source>
        <translation>Installiere das Programm neu oder richte es neu ein: python scripts/setup.py setup</translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation>&amp;Zurück zur Liste</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>&amp;Use it anyway…</source>
        <translation>Trotzdem &amp;benutzen …</translation>
    </message>
    <message>
        <source>&amp;Go back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Pictures that are read differently</source>
        <translation>Anders erkannte Bilder</translation>
    </message>
    <message>
        <source>Pictures that are perhaps labelled wrongly</source>
        <translation>Vielleicht falsch zugeordnete Bilder</translation>
    </message>
    <message>
        <source>One moment: the models are being checked.</source>
        <translation>Einen Moment: Die Modelle werden geprüft.</translation>
    </message>
    <message>
        <source>The model is not there any more.</source>
        <translation>Das Modell ist nicht mehr da.</translation>
    </message>
    <message>
        <source>It cannot be used: {trouble}</source>
        <translation>Es lässt sich nicht benutzen: {trouble}</translation>
    </message>
    <message>
        <source>It is in use, although it was found to be no better.</source>
        <translation>Es ist in Gebrauch, obwohl es nicht besser war.</translation>
    </message>
    <message>
        <source>It is in use now.</source>
        <translation>Es ist jetzt in Gebrauch.</translation>
    </message>
    <message>
        <source>It is not in use.</source>
        <translation>Es ist nicht in Gebrauch.</translation>
    </message>
    <message>
        <source>It is not in use. The list of models has it.</source>
        <translation>Es ist nicht in Gebrauch. Du findest es in der Liste der Modelle.</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>&amp;Benutzen</translation>
    </message>
    <message>
        <source>Result of the training</source>
        <translation>Ergebnis des Trainings</translation>
    </message>
    <message>
        <source>Rows: what was shown. Columns: what was read.</source>
        <translation>Zeilen: was gezeigt wurde. Spalten: was erkannt wurde.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>The picture could not be saved</source>
        <translation>Das Bild konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>The picture cannot be saved as {path} ({reason}).</source>
        <translation>Das Bild lässt sich nicht als {path} speichern ({reason}).</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk.</source>
        <translation>Wähle einen anderen Ordner, oder schaffe Platz auf der Festplatte.</translation>
    </message>
    <message>
        <source>The picture was saved as {path}.</source>
        <translation>Das Bild wurde als {path} gespeichert.</translation>
    </message>
    <message>
        <source>Slow motion   ·   Esc: skip   ·   Space: go on</source>
        <translation>Zeitlupe   ·   Esc: überspringen   ·   Leertaste: weiter</translation>
    </message>
    <message>
        <source>read</source>
        <comment>moment of a replay</comment>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>Read here, {delay_ms} ms after “shoot!”</source>
        <translation>Hier gelesen, {delay_ms} ms nach „Los!“</translation>
    </message>
    <message>
        <source>Late throw: {gesture}, {delay_ms} ms after “shoot!”</source>
        <translation>Spätes Zeichen: {gesture}, {delay_ms} ms nach „Los!“</translation>
    </message>
    <message>
        <source>{player}, late throw: {gesture}, {delay_ms} ms after “shoot!”</source>
        <translation>{player}, spätes Zeichen: {gesture}, {delay_ms} ms nach „Los!“</translation>
    </message>
    <message>
        <source>late</source>
        <comment>moment of a replay</comment>
        <translation>spät</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>See the throw in slow motion, with the moment at which it was read (R)</source>
        <translation>Das Zeichen in Zeitlupe ansehen, mit dem Moment, in dem es gelesen wurde (R)</translation>
    </message>
    <message>
        <source>Keep picture…</source>
        <translation>Bild behalten…</translation>
    </message>
    <message>
        <source>Save a picture of this round where you like; nothing is saved by itself</source>
        <translation>Ein Bild dieser Runde speichern, wo du möchtest; von selbst wird nichts gespeichert</translation>
    </message>
    <message>
        <source>Keep Picture</source>
        <translation>Bild behalten</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.png)</source>
        <translation>Bilder (*.jpg *.png)</translation>
    </message>
    <message>
        <source>Close other programs that use it and check its cable, or choose another camera.</source>
        <translation>Schließe andere Programme, die sie benutzen, und prüfe ihr Kabel, oder wähle eine andere Kamera.</translation>
    </message>
    <message>
        <source>Close other programs that use it and check its cable, or choose another camera. Also allow this program to use the camera in System Settings &gt; Privacy &amp; Security &gt; Camera.</source>
        <translation>Schließe andere Programme, die sie benutzen, und prüfe ihr Kabel, oder wähle eine andere Kamera. Erlaube diesem Programm die Kamera auch unter Systemeinstellungen &gt; Datenschutz &amp; Sicherheit &gt; Kamera.</translation>
    </message>
    <message>
        <source>Close other programs that use it and check its cable, or choose another camera. Also allow desktop apps to use the camera in Settings &gt; Privacy &amp; security &gt; Camera.</source>
        <translation>Schließe andere Programme, die sie benutzen, und prüfe ihr Kabel, oder wähle eine andere Kamera. Erlaube Desktop-Apps die Kamera auch unter Einstellungen &gt; Datenschutz und Sicherheit &gt; Kamera.</translation>
    </message>
    <message>
        <source>{name} keeps sending the same picture.</source>
        <translation>{name} sendet immer dasselbe Bild.</translation>
    </message>
    <message>
        <source>Check its cable and its privacy cover, or choose another camera.</source>
        <translation>Prüfe ihr Kabel und ihre Abdeckung, oder wähle eine andere Kamera.</translation>
    </message>
    <message>
        <source>{name} stopped sending pictures.</source>
        <translation>{name} sendet keine Bilder mehr.</translation>
    </message>
    <message>
        <source>Check its cable, or choose another camera in Settings.</source>
        <translation>Prüfe ihr Kabel, oder wähle in den Einstellungen eine andere Kamera.</translation>
    </message>
    <message>
        <source>{name} could not be opened.</source>
        <translation>{name} ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>{name} opens but sends no picture.</source>
        <translation>{name} lässt sich öffnen, sendet aber kein Bild.</translation>
    </message>
    <message>
        <source>{camera} is not connected.</source>
        <translation>{camera} ist nicht angeschlossen.</translation>
    </message>
    <message>
        <source>Plug it in, or choose another camera or a video file.</source>
        <translation>Schließ sie an, oder wähle eine andere Kamera oder ein Video.</translation>
    </message>
    <message>
        <source>You may not use {camera} ({node}).</source>
        <translation>Du darfst {camera} ({node}) nicht benutzen.</translation>
    </message>
    <message>
        <source>Add yourself to the group &quot;video&quot; (sudo usermod -aG video &quot;$USER&quot;), then log in again.</source>
        <translation>Nimm dich in die Gruppe „video“ auf (sudo usermod -aG video &quot;$USER&quot;) und melde dich neu an.</translation>
    </message>
    <message>
        <source>Images are files ending in .jpg, .jpeg, .png, .bmp, .webp, .tif or .tiff.</source>
        <translation>Bilder sind Dateien, die auf .jpg, .jpeg, .png, .bmp, .webp, .tif oder .tiff enden.</translation>
    </message>
    <message>
        <source>There are no images in {folder}.</source>
        <translation>In {folder} sind keine Bilder.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>None of the images in {folder} can be read: {images} and {count} more.</source>
        <translation>Keins der Bilder in {folder} lässt sich lesen: {images} und {count} weitere.</translation>
    </message>
    <message>
        <source>None of the images in {folder} can be read: {images}.</source>
        <translation>Keins der Bilder in {folder} lässt sich lesen: {images}.</translation>
    </message>
    <message>
        <source>Check that the files open in an image viewer, and that you may read them.</source>
        <translation>Prüfe, ob sich die Dateien in einem Bildbetrachter öffnen lassen und ob du sie lesen darfst.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Es gibt keinen Ordner {folder}.</translation>
    </message>
    <message>
        <source>Check the spelling of the path.</source>
        <translation>Prüfe, ob der Pfad richtig geschrieben ist.</translation>
    </message>
    <message>
        <source>{folder} is neither a file nor a folder.</source>
        <translation>{folder} ist weder eine Datei noch ein Ordner.</translation>
    </message>
    <message>
        <source>Give an image, or a folder of images.</source>
        <translation>Gib ein Bild oder einen Ordner mit Bildern an.</translation>
    </message>
    <message>
        <source>Check that you have permission to read it.</source>
        <translation>Prüfe, ob du das Recht hast, das zu lesen.</translation>
    </message>
    <message>
        <source>No source was given.</source>
        <translation>Es wurde keine Quelle angegeben.</translation>
    </message>
    <message>
        <source>Give a video file, a folder of images, an address or camera:0.</source>
        <translation>Gib ein Video, einen Ordner mit Bildern, eine Adresse oder camera:0 an.</translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation>{path} lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Connected: {names}.</source>
        <translation>Angeschlossen: {names}.</translation>
    </message>
    <message>
        <source>No camera is connected, or the system does not show it.</source>
        <translation>Es ist keine Kamera angeschlossen, oder das System zeigt sie nicht.</translation>
    </message>
    <message>
        <source>There is no camera &quot;{name}&quot;.</source>
        <translation>Es gibt keine Kamera „{name}“.</translation>
    </message>
    <message>
        <source>There is no file, folder or camera of that name.</source>
        <translation>Es gibt keine Datei, keinen Ordner und keine Kamera mit diesem Namen.</translation>
    </message>
    <message>
        <source>Check the spelling.</source>
        <translation>Prüfe die Schreibweise.</translation>
    </message>
    <message>
        <source>{path} is a link to a file that is gone.</source>
        <translation>{path} ist ein Verweis auf eine Datei, die es nicht mehr gibt.</translation>
    </message>
    <message>
        <source>Mend the link, or give the file itself.</source>
        <translation>Berichtige den Verweis, oder gib die Datei selbst an.</translation>
    </message>
    <message>
        <source>the current folder</source>
        <translation>dem aktuellen Ordner</translation>
    </message>
    <message>
        <source>Did you mean {names}?</source>
        <translation>Meintest du {names}?</translation>
    </message>
    <message>
        <source>There is no file, folder or camera {file} in {folder}.</source>
        <translation>Es gibt keine Datei, keinen Ordner und keine Kamera namens {file} in {folder}.</translation>
    </message>
    <message>
        <source>No video stream answers at {name}.</source>
        <translation>Unter {name} antwortet kein Video.</translation>
    </message>
    <message>
        <source>Check that the camera or the phone&apos;s app is running, and the address, port and password.</source>
        <translation>Prüfe, ob die Kamera oder die App auf dem Telefon läuft, und Adresse, Port und Passwort.</translation>
    </message>
    <message>
        <source>{name} sends no picture.</source>
        <translation>{name} sendet kein Bild.</translation>
    </message>
    <message>
        <source>Check that it is the address of the video itself, not of a web page about it.</source>
        <translation>Prüfe, ob es die Adresse des Videos selbst ist und nicht die einer Webseite darüber.</translation>
    </message>
    <message>
        <source>Check that it is still running, or choose another source.</source>
        <translation>Prüfe, ob sie noch läuft, oder wähle eine andere Quelle.</translation>
    </message>
    <message>
        <source>Check the network, and that the camera is still running.</source>
        <translation>Prüfe das Netz und ob die Kamera noch läuft.</translation>
    </message>
    <message>
        <source>{address} is not a valid address.</source>
        <translation>{address} ist keine gültige Adresse.</translation>
    </message>
    <message>
        <source>It should look like http://192.168.0.20:8080/video; write special characters of a password as %XX.</source>
        <translation>Sie sollte aussehen wie http://192.168.0.20:8080/video; schreib Sonderzeichen eines Passworts als %XX.</translation>
    </message>
    <message>
        <source>{address} is no kind of address that can be opened.</source>
        <translation>{address} ist keine Art von Adresse, die sich öffnen lässt.</translation>
    </message>
    <message>
        <source>Addresses start with {schemes}; give files as plain paths.</source>
        <translation>Adressen beginnen mit {schemes}; gib Dateien als einfache Pfade an.</translation>
    </message>
    <message>
        <source>{address} names no host.</source>
        <translation>{address} nennt keinen Rechner.</translation>
    </message>
    <message>
        <source>It should look like http://192.168.0.20:8080/video.</source>
        <translation>Sie sollte aussehen wie http://192.168.0.20:8080/video.</translation>
    </message>
    <message>
        <source>Check that it plays in a video player, or convert it to MP4 or WebM.</source>
        <translation>Prüfe, ob ein Videoplayer es abspielt, oder wandle es in MP4 oder WebM um.</translation>
    </message>
    <message>
        <source>{name} opens as a video but holds no picture that can be read.</source>
        <translation>{name} lässt sich als Video öffnen, enthält aber kein lesbares Bild.</translation>
    </message>
    <message>
        <source>{path} is a folder, not a video file.</source>
        <translation>{path} ist ein Ordner, kein Video.</translation>
    </message>
    <message>
        <source>Give one of the files in it.</source>
        <translation>Gib eine der Dateien darin an.</translation>
    </message>
    <message>
        <source>{path} is not a regular file.</source>
        <translation>{path} ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>Give a video file.</source>
        <translation>Gib ein Video an.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Es gibt keine Datei {path}.</translation>
    </message>
    <message>
        <source>Check that you may read it.</source>
        <translation>Prüfe, ob du es lesen darfst.</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} ist leer.</translation>
    </message>
    <message>
        <source>Record or copy it again.</source>
        <translation>Nimm es neu auf, oder kopiere es noch einmal.</translation>
    </message>
    <message>
        <source>{file} is a text file, not a video.</source>
        <translation>{file} ist eine Textdatei, kein Video.</translation>
    </message>
    <message>
        <source>Give a video file, such as MP4 or WebM.</source>
        <translation>Gib ein Video an, zum Beispiel MP4 oder WebM.</translation>
    </message>
    <message>
        <source>{file} is cut short or damaged: its table of frames is missing.</source>
        <translation>{file} ist abgeschnitten oder beschädigt: Das Verzeichnis der Bilder fehlt.</translation>
    </message>
    <message>
        <source>The recording or copying was probably broken off. Copy it again, or record it again.</source>
        <translation>Das Aufnehmen oder Kopieren wurde wohl abgebrochen. Kopiere es noch einmal, oder nimm es neu auf.</translation>
    </message>
    <message>
        <source>{file} is not a video that this program can read.</source>
        <translation>{file} ist kein Video, das dieses Programm lesen kann.</translation>
    </message>
    <message>
        <source>Nothing was learnt at once with this model.</source>
        <translation>Mit diesem Modell wurde nichts sofort gelernt.</translation>
    </message>
    <message>
        <source>Record samples on the Collect page.</source>
        <translation>Nimm auf der Seite „Aufnehmen“ etwas auf.</translation>
    </message>
    <message>
        <source>The model was made by an earlier version and cannot use samples at once.</source>
        <translation>Das Modell stammt von einer früheren Version und kann Aufnahmen nicht sofort nutzen.</translation>
    </message>
    <message>
        <source>Use the shipped model, or retrain, or do it without what was learnt at once.</source>
        <translation>Nimm das mitgelieferte Modell, trainiere nach, oder mach es ohne das sofort Gelernte.</translation>
    </message>
    <message>
        <source>There are samples of {people}.</source>
        <translation>Es gibt Aufnahmen von {people}.</translation>
    </message>
    <message>
        <source>Record some on the Collect page.</source>
        <translation>Nimm welche auf der Seite „Aufnehmen“ auf.</translation>
    </message>
    <message>
        <source>There are no samples of {person}.</source>
        <translation>Es gibt keine Aufnahmen von {person}.</translation>
    </message>
    <message numerus="yes">
        <source>Training needs {packages}, which are not installed.</source>
        <comment>Training needs {packages}, which is not installed.</comment>
        <translation>
            <numerusform>Das Trainieren braucht {packages}; das ist nicht installiert.</numerusform>
            <numerusform>Das Trainieren braucht {packages}; diese sind nicht installiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something went wrong ({error}: {reason}).</source>
        <translation>Etwas ist schiefgegangen ({error}: {reason}).</translation>
    </message>
    <message>
        <source>The program goes on; the log has the details.</source>
        <translation>Das Programm läuft weiter; Näheres steht im Protokoll.</translation>
    </message>
    <message>
        <source>a name has {most} characters at most, got {count}</source>
        <translation>Ein Name hat höchstens {most} Zeichen, dieser hat {count}</translation>
    </message>
    <message>
        <source>a name has only characters that can be shown</source>
        <translation>Ein Name hat nur Zeichen, die sich anzeigen lassen</translation>
    </message>
    <message>
        <source>a part of a video begins at 0 s or later and ends after that, got {part}</source>
        <translation>Ein Teil eines Videos beginnt bei 0 s oder später und endet danach, nicht {part}</translation>
    </message>
    <message>
        <source>{start} s to {end} s</source>
        <translation>{start} s bis {end} s</translation>
    </message>
    <message>
        <source>no part of the video was labelled</source>
        <translation>Kein Teil des Videos wurde einer Geste zugeordnet</translation>
    </message>
    <message>
        <source>{first} and {second} overlap</source>
        <translation>{first} und {second} überschneiden sich</translation>
    </message>
    <message>
        <source>a name needs at least one letter or digit</source>
        <translation>Ein Name braucht mindestens einen Buchstaben oder eine Ziffer</translation>
    </message>
    <message>
        <source>a gesture&apos;s name has 1 to {most} characters, got {name}</source>
        <translation>Der Name einer Geste hat 1 bis {most} Zeichen, dieser ist {name}</translation>
    </message>
    <message>
        <source>the name {name} has outer spaces or is not in Unicode&apos;s composed form</source>
        <translation>Der Name {name} hat Leerzeichen am Rand oder ist nicht in der zusammengesetzten Form von Unicode</translation>
    </message>
    <message>
        <source>the name {name} has characters that cannot be seen</source>
        <translation>Der Name {name} hat unsichtbare Zeichen</translation>
    </message>
    <message>
        <source>a key is one character that can be seen, got {key}</source>
        <translation>Eine Taste ist ein sichtbares Zeichen, nicht {key}</translation>
    </message>
    <message>
        <source>an icon is a short text, got {icon}</source>
        <translation>Ein Symbol ist ein kurzer Text, nicht {icon}</translation>
    </message>
    <message>
        <source>The remembered samples do not belong to the model {model}.</source>
        <translation>Die gemerkten Aufnahmen gehören nicht zum Modell {model}.</translation>
    </message>
    <message>
        <source>Start the program again.</source>
        <translation>Starte das Programm neu.</translation>
    </message>
    <message>
        <source>The model {model} answers with shape {shape}, where its labels want {expected}.</source>
        <translation>Das Modell {model} antwortet mit der Form {shape}, seine Gesten verlangen {expected}.</translation>
    </message>
    <message>
        <source>Its files do not belong together; choose another model.</source>
        <translation>Seine Dateien gehören nicht zusammen; wähle ein anderes Modell.</translation>
    </message>
    <message>
        <source>The model {model} answered with numbers that are not finite.</source>
        <translation>Das Modell {model} hat mit Zahlen geantwortet, die nicht endlich sind.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Wähle ein anderes Modell.</translation>
    </message>
    <message>
        <source>The model {model} was made by an earlier version and gives no features.</source>
        <translation>Das Modell {model} stammt von einer früheren Version und liefert keine Merkmale.</translation>
    </message>
    <message>
        <source>Add them with: python -m training features {model}</source>
        <translation>Ergänze sie mit: python -m training features {model}</translation>
    </message>
    <message>
        <source>The model {model} gives features of shape {shape}, or ones that are not finite; its manifest wants {expected}.</source>
        <translation>Das Modell {model} liefert Merkmale der Form {shape} oder solche, die nicht endlich sind; sein Manifest verlangt {expected}.</translation>
    </message>
    <message>
        <source>TensorFlow is not installed, and the GPU needs it.</source>
        <translation>TensorFlow ist nicht installiert, und die GPU braucht es.</translation>
    </message>
    <message>
        <source>TensorFlow sees no {device}.</source>
        <translation>TensorFlow findet keine {device}.</translation>
    </message>
    <message>
        <source>Run gesture-app doctor to see why, or use --device cpu.</source>
        <translation>Starte gesture-app doctor, um zu sehen, warum, oder nimm --device cpu.</translation>
    </message>
    <message>
        <source>Keras is set to run on {backend}, and the GPU needs it on TensorFlow.</source>
        <translation>Keras ist auf {backend} eingestellt, und die GPU braucht es auf TensorFlow.</translation>
    </message>
    <message>
        <source>Unset the environment variable KERAS_BACKEND, or use --device cpu.</source>
        <translation>Entferne die Umgebungsvariable KERAS_BACKEND, oder nimm --device cpu.</translation>
    </message>
    <message>
        <source>{file} cannot be loaded: {reason}</source>
        <translation>{file} lässt sich nicht laden: {reason}</translation>
    </message>
    <message>
        <source>The model {model} failed: {reason}</source>
        <translation>Das Modell {model} ist ausgefallen: {reason}</translation>
    </message>
    <message>
        <source>Choose another model, or use --device cpu.</source>
        <translation>Wähle ein anderes Modell, oder nimm --device cpu.</translation>
    </message>
    <message>
        <source>TensorFlow is installed but cannot be loaded: {reason}.</source>
        <translation>TensorFlow ist installiert, lässt sich aber nicht laden: {reason}.</translation>
    </message>
    <message>
        <source>Install it again with: {command}, or use --device cpu.</source>
        <translation>Installiere es neu mit: {command}, oder nimm --device cpu.</translation>
    </message>
    <message>
        <source>{file} cannot be run: {reason}</source>
        <translation>{file} lässt sich nicht ausführen: {reason}</translation>
    </message>
    <message>
        <source>Choose another model, or update the program.</source>
        <translation>Wähle ein anderes Modell, oder aktualisiere das Programm.</translation>
    </message>
    <message>
        <source>The model {model} takes {inputs}, but its manifest says {wanted}.</source>
        <translation>Das Modell {model} nimmt {inputs}, aber sein Manifest nennt {wanted}.</translation>
    </message>
    <message>
        <source>The model {model} gives no features, but its manifest has statistics of them.</source>
        <translation>Das Modell {model} liefert keine Merkmale, aber sein Manifest hat Statistiken dazu.</translation>
    </message>
    <message>
        <source>Nothing was imported. Export it again, or without what was learnt at once.</source>
        <translation>Nichts wurde importiert. Exportiere es noch einmal, oder ohne das sofort Gelernte.</translation>
    </message>
    <message>
        <source>What was learnt at once with {model} cannot be imported: {reason}.</source>
        <translation>Was mit {model} sofort gelernt wurde, lässt sich nicht importieren: {reason}.</translation>
    </message>
    <message>
        <source>Check the name: it is a folder, or an id as `gesture-app models list` shows it.</source>
        <translation>Prüfe den Namen: Er ist ein Ordner oder eine Kennung, wie `gesture-app models list` sie zeigt.</translation>
    </message>
    <message>
        <source>There is no model folder {folder}.</source>
        <translation>Es gibt keinen Modellordner {folder}.</translation>
    </message>
    <message>
        <source>A model folder holds manifest.json, model.onnx and model.keras; choose another folder.</source>
        <translation>Ein Modellordner enthält manifest.json, model.onnx und model.keras; wähle einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{folder} has no {file}.</source>
        <translation>In {folder} fehlt {file}.</translation>
    </message>
    <message>
        <source>Check that the file may be read.</source>
        <translation>Prüfe, ob die Datei gelesen werden darf.</translation>
    </message>
    <message>
        <source>Choose another model, or restore this one from where it came from.</source>
        <translation>Wähle ein anderes Modell, oder hol dieses von dort zurück, woher es kam.</translation>
    </message>
    <message>
        <source>{path} cannot be used: {reason}.</source>
        <translation>{path} lässt sich nicht benutzen: {reason}.</translation>
    </message>
    <message>
        <source>Nothing was imported. Choose a model that this program exported.</source>
        <translation>Nichts wurde importiert. Wähle ein Modell, das dieses Programm exportiert hat.</translation>
    </message>
    <message>
        <source>{path} is a folder.</source>
        <translation>{path} ist ein Ordner.</translation>
    </message>
    <message>
        <source>Name a file in it, such as {path}.zip.</source>
        <translation>Nenne eine Datei darin, zum Beispiel {path}.zip.</translation>
    </message>
    <message>
        <source>Choose another place, or make room on the disk.</source>
        <translation>Wähle einen anderen Ort, oder schaff Platz auf der Festplatte.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>Nothing was imported. Check that it may be read, and make room on the disk.</source>
        <translation>Nichts wurde importiert. Prüfe, ob es gelesen werden darf, und schaff Platz auf der Festplatte.</translation>
    </message>
    <message>
        <source>{path} cannot be copied: {reason}.</source>
        <translation>{path} lässt sich nicht kopieren: {reason}.</translation>
    </message>
    <message>
        <source>{path} is not imported: {reason}.</source>
        <translation>{path} wird nicht importiert: {reason}.</translation>
    </message>
    <message>
        <source>The manifest of {model} lists a file twice, or itself.</source>
        <translation>Das Manifest von {model} nennt eine Datei zweimal oder sich selbst.</translation>
    </message>
    <message>
        <source>{path} is no file.</source>
        <translation>{path} ist keine Datei.</translation>
    </message>
    <message>
        <source>{path} is larger than {size} MiB.</source>
        <translation>{path} ist größer als {size} MiB.</translation>
    </message>
    <message>
        <source>Make room on the disk, or make the folder writable, and try again.</source>
        <translation>Schaff Platz auf der Festplatte oder mach den Ordner beschreibbar, und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>The model {model} was trained on hands found by {trained}, but {used} is in use, so it may answer less well. Retrain it, or use another model.</source>
        <translation>Das Modell {model} wurde mit Händen trainiert, die {trained} gefunden hat, aber {used} ist in Gebrauch; es kann also schlechter antworten. Trainiere es nach, oder nimm ein anderes Modell.</translation>
    </message>
    <message>
        <source>Its folder is called {folder}, but its manifest says {model}.</source>
        <translation>Sein Ordner heißt {folder}, sein Manifest nennt aber {model}.</translation>
    </message>
    <message>
        <source>The model {model} is kept, but not used: it was found to be no improvement.</source>
        <translation>Das Modell {model} wird behalten, aber nicht benutzt: Es ist keine Verbesserung.</translation>
    </message>
    <message>
        <source>You can force it, and go back at any time.</source>
        <translation>Du kannst es trotzdem benutzen und jederzeit zurückgehen.</translation>
    </message>
    <message>
        <source>There is no earlier model to go back to.</source>
        <translation>Es gibt kein früheres Modell, zu dem du zurückgehen könntest.</translation>
    </message>
    <message>
        <source>Choose one from the list of models.</source>
        <translation>Wähle eins aus der Liste der Modelle.</translation>
    </message>
    <message>
        <source>The model cannot have this name: {reason}.</source>
        <translation>Das Modell kann nicht so heißen: {reason}.</translation>
    </message>
    <message>
        <source>Another model has the name {name} already.</source>
        <translation>Ein anderes Modell heißt schon {name}.</translation>
    </message>
    <message>
        <source>The name of the model cannot be kept</source>
        <translation>Der Name des Modells lässt sich nicht speichern</translation>
    </message>
    <message>
        <source>Only models that were retrained or imported can be removed.</source>
        <translation>Nur nachtrainierte oder importierte Modelle lassen sich entfernen.</translation>
    </message>
    <message>
        <source>The model {model} came with the program and stays.</source>
        <translation>Das Modell {model} kam mit dem Programm und bleibt.</translation>
    </message>
    <message>
        <source>The model {model} is in use.</source>
        <translation>Das Modell {model} ist in Gebrauch.</translation>
    </message>
    <message>
        <source>Use another one first, then remove it.</source>
        <translation>Nimm erst ein anderes, dann entferne dieses.</translation>
    </message>
    <message>
        <source>The model {model} cannot be removed</source>
        <translation>Das Modell {model} lässt sich nicht entfernen</translation>
    </message>
    <message>
        <source>What was learnt at once is not of {model}.</source>
        <translation>Das sofort Gelernte gehört nicht zu {model}.</translation>
    </message>
    <message>
        <source>Export it again.</source>
        <translation>Exportiere es noch einmal.</translation>
    </message>
    <message>
        <source>What was imported cannot be removed</source>
        <translation>Was importiert wurde, lässt sich nicht entfernen</translation>
    </message>
    <message>
        <source>{path} cannot be imported</source>
        <translation>{path} lässt sich nicht importieren</translation>
    </message>
    <message>
        <source>The choice of a model cannot be kept</source>
        <translation>Die Wahl des Modells lässt sich nicht speichern</translation>
    </message>
    <message>
        <source>Which model you chose cannot be read from {path}: {reason}. The one that came with the program is used; choose again.</source>
        <translation>Welches Modell du gewählt hast, lässt sich nicht aus {path} lesen: {reason}. Das mitgelieferte wird benutzt; wähle noch einmal.</translation>
    </message>
    <message>
        <source>{folder} has the name of a model that came with the program and is left out. Rename it.</source>
        <translation>{folder} heißt wie ein mitgeliefertes Modell und wird ausgelassen. Benenne es um.</translation>
    </message>
    <message>
        <source>`gesture-app models list` shows the ones there are.</source>
        <translation>`gesture-app models list` zeigt, welche es gibt.</translation>
    </message>
    <message>
        <source>There is no model {model}.</source>
        <translation>Es gibt kein Modell {model}.</translation>
    </message>
    <message>
        <source>The model {model}, which you chose, cannot be used: {reason} {used}, which came with the program, is used instead.</source>
        <translation>Das Modell {model}, das du gewählt hast, lässt sich nicht benutzen: {reason} Stattdessen wird das mitgelieferte {used} benutzt.</translation>
    </message>
    <message>
        <source>Restore its folder from where it came from, or choose another model.</source>
        <translation>Hol seinen Ordner von dort zurück, woher er kam, oder wähle ein anderes Modell.</translation>
    </message>
    <message>
        <source>The model {model} cannot be used: {reason}</source>
        <translation>Das Modell {model} lässt sich nicht benutzen: {reason}</translation>
    </message>
    <message>
        <source>The model {name} does not work: {reason}</source>
        <translation>Das Modell {name} funktioniert nicht: {reason}</translation>
    </message>
    <message>
        <source>Restore the folder from where it came from, or choose another model.</source>
        <translation>Hol den Ordner von dort zurück, woher er kam, oder wähle ein anderes Modell.</translation>
    </message>
    <message>
        <source>The model {model} does not list a file {name}.</source>
        <translation>Das Modell {model} nennt keine Datei {name}.</translation>
    </message>
    <message>
        <source>{path} is damaged: its contents do not match the manifest.</source>
        <translation>{path} ist beschädigt: Der Inhalt passt nicht zum Manifest.</translation>
    </message>
    <message>
        <source>The model {model} does not know {gestures}; it was made for {known}.</source>
        <translation>Das Modell {model} kennt {gestures} nicht; es ist für {known} gemacht.</translation>
    </message>
    <message>
        <source>Choose a model made for at least one of these gestures.</source>
        <translation>Wähle ein Modell, das wenigstens eine dieser Gesten kennt.</translation>
    </message>
    <message>
        <source>Fetch the program again, or train a model: python -m training train.</source>
        <translation>Hol das Programm noch einmal, oder trainiere ein Modell: python -m training train.</translation>
    </message>
    <message>
        <source>There is no model in {places}.</source>
        <translation>In {places} ist kein Modell.</translation>
    </message>
    <message>
        <source>Write it anew with: python -m training features MODEL, or choose another model.</source>
        <translation>Schreib es neu mit: python -m training features MODELL, oder wähle ein anderes Modell.</translation>
    </message>
    <message>
        <source>No runtime uses the {device}.</source>
        <translation>Nichts hier kann {device} nutzen.</translation>
    </message>
    <message>
        <source>Use --device auto.</source>
        <translation>Nimm --device auto.</translation>
    </message>
    <message>
        <source>This copy of the program cannot be added to. Set the program up from its source code to train models.</source>
        <translation>Diese Fassung des Programms lässt sich nicht erweitern. Richte das Programm aus seinem Quelltext ein, um Modelle zu trainieren.</translation>
    </message>
    <message>
        <source>{path} is missing, which names the right versions. Fetch the program again.</source>
        <translation>{path} fehlt; darin stehen die richtigen Versionen. Hol das Programm noch einmal.</translation>
    </message>
    <message>
        <source>The program runs in the system&apos;s own Python, which takes no packages. Set it up in an environment of its own with this command in the program&apos;s folder: python scripts/setup.py train</source>
        <translation>Das Programm läuft im Python des Systems, das keine Pakete annimmt. Richte es in einer eigenen Umgebung ein, mit diesem Befehl im Ordner des Programms: python scripts/setup.py train</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written. Ask who set up this machine to run: {command}</source>
        <translation>Der Ordner {folder} ist schreibgeschützt. Bitte, wer diesen Rechner eingerichtet hat, dies auszuführen: {command}</translation>
    </message>
    <message>
        <source>Neither pip nor uv is here. Run this command in the program&apos;s folder: {command}</source>
        <translation>Weder pip noch uv ist hier. Führ diesen Befehl im Ordner des Programms aus: {command}</translation>
    </message>
    <message>
        <source>Everything else goes on as before.</source>
        <translation>Alles andere läuft weiter wie bisher.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Die Festplatte ist voll.</translation>
    </message>
    <message>
        <source>Free some space, and try again.</source>
        <translation>Schaff Platz, und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>The packages cannot be fetched: the certificate of the package index is not trusted.</source>
        <translation>Die Pakete lassen sich nicht holen: Dem Zertifikat des Paketverzeichnisses wird nicht vertraut.</translation>
    </message>
    <message>
        <source>Check the date and the proxy of this machine, and try again.</source>
        <translation>Prüfe Datum und Proxy dieses Rechners, und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>The packages cannot be fetched: the package index does not answer.</source>
        <translation>Die Pakete lassen sich nicht holen: Das Paketverzeichnis antwortet nicht.</translation>
    </message>
    <message>
        <source>Check the connection to the internet, and try again.</source>
        <translation>Prüfe die Verbindung zum Internet, und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>The folder of the packages cannot be written.</source>
        <translation>Der Ordner der Pakete ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Close other programs that use it, or run this command yourself: {command}</source>
        <translation>Schließe andere Programme, die ihn benutzen, oder führ diesen Befehl selbst aus: {command}</translation>
    </message>
    <message>
        <source>The packages do not fit those that are installed.</source>
        <translation>Die Pakete passen nicht zu den installierten.</translation>
    </message>
    <message>
        <source>Set the program up anew with this command: {command}</source>
        <translation>Richte das Programm mit diesem Befehl neu ein: {command}</translation>
    </message>
    <message>
        <source>A package is not in the package index, or not for this system.</source>
        <translation>Ein Paket ist nicht im Paketverzeichnis, oder nicht für dieses System.</translation>
    </message>
    <message>
        <source>The log names it. Check which package index pip is set to.</source>
        <translation>Das Protokoll nennt es. Prüfe, welches Paketverzeichnis pip benutzt.</translation>
    </message>
    <message>
        <source>The packages could not be added: the installer ended with exit code {code}.</source>
        <translation>Die Pakete ließen sich nicht ergänzen: Das Installationsprogramm endete mit Code {code}.</translation>
    </message>
    <message>
        <source>The log has the details. You can also run this command yourself: {command}</source>
        <translation>Näheres steht im Protokoll. Du kannst diesen Befehl auch selbst ausführen: {command}</translation>
    </message>
    <message>
        <source>Add it on the window&apos;s Train page, or with this command in the program&apos;s folder: {command}</source>
        <translation>Füg es auf der Seite „Trainieren“ im Fenster hinzu, oder mit diesem Befehl im Ordner des Programms: {command}</translation>
    </message>
    <message>
        <source>What training needs cannot be added here.</source>
        <translation>Was das Trainieren braucht, lässt sich hier nicht ergänzen.</translation>
    </message>
    <message>
        <source>There is not enough space on the disk: adding needs {needed} GB, and {free} GB are free.</source>
        <translation>Auf der Festplatte ist zu wenig Platz: Gebraucht werden {needed} GB, frei sind {free} GB.</translation>
    </message>
    <message>
        <source>Free some space on the disk of {folder}, and try again.</source>
        <translation>Schaff Platz auf der Festplatte von {folder}, und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Neither pip nor uv starts.</source>
        <translation>Weder pip noch uv startet.</translation>
    </message>
    <message>
        <source>Run this command yourself: {command}</source>
        <translation>Führ diesen Befehl selbst aus: {command}</translation>
    </message>
    <message>
        <source>What training needs was added, but cannot be used: {reason}</source>
        <translation>Was das Trainieren braucht, wurde ergänzt, lässt sich aber nicht benutzen: {reason}</translation>
    </message>
    <message>
        <source>Everything else goes on as before. To install it again, run: {command}</source>
        <translation>Alles andere läuft weiter wie bisher. Um es neu zu installieren, führ aus: {command}</translation>
    </message>
    <message>
        <source>ONNX Runtime, which reads the gestures, cannot be loaded: {reason}.</source>
        <translation>ONNX Runtime, das die Gesten erkennt, lässt sich nicht laden: {reason}.</translation>
    </message>
    <message>
        <source>Install the program again with: python scripts/setup.py setup</source>
        <translation>Installiere das Programm neu mit: python scripts/setup.py setup</translation>
    </message>
    <message>
        <source>Capturing</source>
        <translation>Die Bildaufnahme</translation>
    </message>
    <message>
        <source>A camera driver does not answer. Unplug the camera if it stays in use.</source>
        <translation>Ein Kameratreiber antwortet nicht. Zieh die Kamera ab, wenn sie belegt bleibt.</translation>
    </message>
    <message>
        <source>Recognition is still loading or its driver does not answer; ending the program ends it.</source>
        <translation>Die Erkennung lädt noch, oder ihr Treiber antwortet nicht; mit dem Programm endet auch sie.</translation>
    </message>
    <message>
        <source>Still busy after {seconds} s: {threads}.</source>
        <translation>Nach {seconds} s noch beschäftigt: {threads}.</translation>
    </message>
    <message>
        <source>{source} stopped sending frames.</source>
        <translation>{source} sendet keine Bilder mehr.</translation>
    </message>
    <message>
        <source>Check that it is switched on and connected, or choose another source.</source>
        <translation>Prüfe, ob sie eingeschaltet und angeschlossen ist, oder wähle eine andere Quelle.</translation>
    </message>
    <message>
        <source>{activity} failed unexpectedly ({error}: {reason}).</source>
        <translation>{activity} ist unerwartet ausgefallen ({error}: {reason}).</translation>
    </message>
    <message>
        <source>Start the program again; the log has the details.</source>
        <translation>Starte das Programm neu; Näheres steht im Protokoll.</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Das Laden des Modells</translation>
    </message>
    <message>
        <source>There are {count} players already.</source>
        <translation>Es gibt schon {count} Spieler.</translation>
    </message>
    <message>
        <source>Remove one first.</source>
        <translation>Entferne erst einen.</translation>
    </message>
    <message>
        <source>There is a player {name} already.</source>
        <translation>Es gibt schon einen Spieler {name}.</translation>
    </message>
    <message>
        <source>Make room on the disk, or make the folder writable.</source>
        <translation>Schaff Platz auf der Festplatte, oder mach den Ordner beschreibbar.</translation>
    </message>
    <message>
        <source>Check its permissions, or move it away. The names in your rounds stay.</source>
        <translation>Prüfe seine Zugriffsrechte, oder verschieb ihn. Die Namen in deinen Runden bleiben.</translation>
    </message>
    <message>
        <source>The players in {folder} cannot be read: {reason}.</source>
        <translation>Die Spieler in {folder} lassen sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>The picture cannot be read.</source>
        <translation>Das Bild lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Choose a photo: a JPEG, PNG or WebP file.</source>
        <translation>Wähle ein Foto: eine JPEG-, PNG- oder WebP-Datei.</translation>
    </message>
    <message>
        <source>Nobody can be called {name}: {reason}.</source>
        <translation>Niemand kann {name} heißen: {reason}.</translation>
    </message>
    <message>
        <source>There are {names}.</source>
        <translation>Es gibt {names}.</translation>
    </message>
    <message>
        <source>Add one first.</source>
        <translation>Füg erst einen hinzu.</translation>
    </message>
    <message>
        <source>There is no player {name}.</source>
        <translation>Es gibt keinen Spieler {name}.</translation>
    </message>
    <message>
        <source>Still busy after {seconds} s: {thread}, with {count} more to write.</source>
        <translation>Nach {seconds} s noch beschäftigt: {thread}, noch {count} zu schreiben.</translation>
    </message>
    <message>
        <source>The disk does not answer. What was recorded before is safe.</source>
        <translation>Die Festplatte antwortet nicht. Was vorher aufgenommen wurde, ist sicher.</translation>
    </message>
    <message>
        <source>Record again; if it comes back, start the program anew.</source>
        <translation>Nimm noch einmal auf; wenn es wieder geschieht, starte das Programm neu.</translation>
    </message>
    <message>
        <source>Recording failed: {reason}.</source>
        <translation>Das Aufnehmen ist fehlgeschlagen: {reason}.</translation>
    </message>
    <message>
        <source>The match goes on. Make room on the disk, or make the folder writable, to keep the next rounds.</source>
        <translation>Die Partie geht weiter. Schaff Platz auf der Festplatte oder mach den Ordner beschreibbar, um die nächsten Runden zu behalten.</translation>
    </message>
    <message>
        <source>The round could not be saved to {path}: {reason}.</source>
        <translation>Die Runde ließ sich nicht in {path} speichern: {reason}.</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose another name.</source>
        <translation>Nichts wurde geändert. Wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>{old} cannot be renamed to {new}: {reason}.</source>
        <translation>{old} lässt sich nicht in {new} umbenennen: {reason}.</translation>
    </message>
    <message>
        <source>Close what else uses it, or make its folder writable.</source>
        <translation>Schließe, was es sonst benutzt, oder mach seinen Ordner beschreibbar.</translation>
    </message>
    <message>
        <source>{path} cannot be removed: {reason}.</source>
        <translation>{path} lässt sich nicht entfernen: {reason}.</translation>
    </message>
    <message>
        <source>Nothing was changed. Make room on the disk, or make the folder writable.</source>
        <translation>Nichts wurde geändert. Schaff Platz auf der Festplatte, oder mach den Ordner beschreibbar.</translation>
    </message>
    <message>
        <source>Check the permissions of the file and its folder.</source>
        <translation>Prüfe die Zugriffsrechte der Datei und ihres Ordners.</translation>
    </message>
    <message>
        <source>Export fewer samples at a time, such as one label.</source>
        <translation>Exportiere weniger Aufnahmen auf einmal, zum Beispiel eine Geste.</translation>
    </message>
    <message>
        <source>{count} samples are too many for one archive.</source>
        <translation>{count} Aufnahmen sind zu viele für ein Archiv.</translation>
    </message>
    <message>
        <source>{path} would be too large to be imported again.</source>
        <translation>{path} würde zu groß, um es wieder zu importieren.</translation>
    </message>
    <message>
        <source>Nothing was imported. Import it again.</source>
        <translation>Nichts wurde importiert. Importiere es noch einmal.</translation>
    </message>
    <message>
        <source>The unpacked image of {sample} is gone: {reason}.</source>
        <translation>Das entpackte Bild von {sample} ist weg: {reason}.</translation>
    </message>
    <message>
        <source>Import the archive again.</source>
        <translation>Importiere das Archiv noch einmal.</translation>
    </message>
    <message>
        <source>The samples in {folder} cannot be read</source>
        <translation>Die Aufnahmen in {folder} lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>Check the permissions of the folder.</source>
        <translation>Prüfe die Zugriffsrechte des Ordners.</translation>
    </message>
    <message>
        <source>The labels cannot be saved in {folder}</source>
        <translation>Die Gesten lassen sich nicht in {folder} speichern</translation>
    </message>
    <message>
        <source>The sample {sample} cannot be deleted</source>
        <translation>Die Aufnahme {sample} lässt sich nicht löschen</translation>
    </message>
    <message>
        <source>The sample {sample} cannot be taken back</source>
        <translation>Die Aufnahme {sample} lässt sich nicht zurückholen</translation>
    </message>
    <message>
        <source>The trash cannot be emptied</source>
        <translation>Der Papierkorb lässt sich nicht leeren</translation>
    </message>
    <message>
        <source>Close what else uses it, and try again.</source>
        <translation>Schließe, was ihn sonst benutzt, und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>The sample {sample} cannot be put under {label}</source>
        <translation>Die Aufnahme {sample} lässt sich nicht unter {label} ablegen</translation>
    </message>
    <message>
        <source>This label cannot be used: {reason}.</source>
        <translation>Dieser Name einer Geste geht nicht: {reason}.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Wähle einen anderen.</translation>
    </message>
    <message>
        <source>The person of the sample {sample} cannot be changed</source>
        <translation>Die Person der Aufnahme {sample} lässt sich nicht ändern</translation>
    </message>
    <message>
        <source>This name cannot be used: {reason}.</source>
        <translation>Dieser Name geht nicht: {reason}.</translation>
    </message>
    <message>
        <source>The sample {sample} cannot be changed</source>
        <translation>Die Aufnahme {sample} lässt sich nicht ändern</translation>
    </message>
    <message>
        <source>The sample could not be saved in {folder}</source>
        <translation>Die Aufnahme ließ sich nicht in {folder} speichern</translation>
    </message>
    <message>
        <source>There is a sample {sample} already.</source>
        <translation>Es gibt schon eine Aufnahme {sample}.</translation>
    </message>
    <message>
        <source>Give it another number.</source>
        <translation>Gib ihr eine andere Nummer.</translation>
    </message>
    <message>
        <source>It may have been deleted meanwhile.</source>
        <translation>Vielleicht wurde sie inzwischen gelöscht.</translation>
    </message>
    <message>
        <source>There is no sample {sample}.</source>
        <translation>Es gibt keine Aufnahme {sample}.</translation>
    </message>
    <message>
        <source>It may have been taken back, or removed for good.</source>
        <translation>Vielleicht wurde sie zurückgeholt oder endgültig entfernt.</translation>
    </message>
    <message>
        <source>The sample {sample} is not in the trash.</source>
        <translation>Die Aufnahme {sample} ist nicht im Papierkorb.</translation>
    </message>
    <message>
        <source>Delete it, or restore it from a backup: {path}</source>
        <translation>Lösche sie, oder hol sie aus einer Sicherung zurück: {path}</translation>
    </message>
    <message>
        <source>The sample {sample} cannot be read: {reason}.</source>
        <translation>Die Aufnahme {sample} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be read ({reason}). The defaults are used.</source>
        <translation>Die Einstellungen in {path} lassen sich nicht lesen ({reason}). Die Voreinstellungen gelten.</translation>
    </message>
    <message>
        <source>Check the permissions of the file.</source>
        <translation>Prüfe die Zugriffsrechte der Datei.</translation>
    </message>
    <message>
        <source>The settings file was damaged, so the defaults are used ({reason}).</source>
        <translation>Die Datei mit den Einstellungen war beschädigt, also gelten die Voreinstellungen ({reason}).</translation>
    </message>
    <message>
        <source>Your settings cannot be saved in {folder} ({reason}).</source>
        <translation>Deine Einstellungen lassen sich nicht in {folder} speichern ({reason}).</translation>
    </message>
    <message>
        <source>They hold until you close the program. Free some space, or make the folder writable.</source>
        <translation>Sie gelten, bis du das Programm schließt. Schaff Platz, oder mach den Ordner beschreibbar.</translation>
    </message>
    <message>
        <source>Your settings in {folder} cannot be erased ({reason}).</source>
        <translation>Deine Einstellungen in {folder} lassen sich nicht löschen ({reason}).</translation>
    </message>
    <message>
        <source>Correct or delete {path}.</source>
        <translation>Berichtige oder lösche {path}.</translation>
    </message>
    <message>
        <source>The damaged file is kept as {path}.</source>
        <translation>Die beschädigte Datei bleibt als {path} erhalten.</translation>
    </message>
    <message>
        <source>`gesture-app rules example FILE` writes rules to begin with.</source>
        <translation>`gesture-app rules example DATEI` schreibt Regeln für den Anfang.</translation>
    </message>
    <message>
        <source>{path} holds no rules: {reason}.</source>
        <translation>{path} enthält keine Regeln: {reason}.</translation>
    </message>
    <message>
        <source>Mend it in {path}, and try again with `gesture-app rules check`.</source>
        <translation>Berichtige es in {path}, und versuch es noch einmal mit `gesture-app rules check`.</translation>
    </message>
    <message>
        <source>The rules cannot be played: {faults}.</source>
        <translation>Nach den Regeln lässt sich nicht spielen: {faults}.</translation>
    </message>
    <message>
        <source>The rules cannot be saved: {faults}.</source>
        <translation>Die Regeln lassen sich nicht speichern: {faults}.</translation>
    </message>
    <message>
        <source>Give them another name.</source>
        <translation>Gib ihnen einen anderen Namen.</translation>
    </message>
    <message>
        <source>Give them another title.</source>
        <translation>Gib ihnen einen anderen Titel.</translation>
    </message>
    <message>
        <source>There are no own rules {name}.</source>
        <translation>Es gibt keine eigenen Regeln {name}.</translation>
    </message>
    <message>
        <source>`gesture-app rules list` shows all.</source>
        <translation>`gesture-app rules list` zeigt alle.</translation>
    </message>
    <message>
        <source>the name {name} belongs to a game of the program</source>
        <translation>der Name {name} gehört einem Spiel des Programms</translation>
    </message>
    <message>
        <source>a name has 1 to {most} small letters, digits and hyphens, got {name}</source>
        <translation>ein Name hat 1 bis {most} kleine Buchstaben, Ziffern und Bindestriche, nicht {name}</translation>
    </message>
    <message>
        <source>Close other programs that use these files, check their permissions, and try it again.</source>
        <translation>Schließe andere Programme, die diese Dateien benutzen, prüfe ihre Zugriffsrechte, und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Not everything could be erased. Left: {names}.</source>
        <translation>Nicht alles ließ sich löschen. Übrig: {names}.</translation>
    </message>
    <message>
        <source>Check that the file may be read, and that the disk has room for what is in it.</source>
        <translation>Prüfe, ob die Datei gelesen werden darf und ob auf der Festplatte Platz für ihren Inhalt ist.</translation>
    </message>
    <message>
        <source>{path} cannot be unpacked: {reason}.</source>
        <translation>{path} lässt sich nicht entpacken: {reason}.</translation>
    </message>
    <message>
        <source>The hand detector is closed.</source>
        <translation>Die Handerkennung ist geschlossen.</translation>
    </message>
    <message>
        <source>The hand detector failed on frame {frame}: {reason}</source>
        <translation>Die Handerkennung ist bei Bild {frame} ausgefallen: {reason}</translation>
    </message>
    <message>
        <source>The hand detector could not be started: {reason}</source>
        <translation>Die Handerkennung ließ sich nicht starten: {reason}</translation>
    </message>
    <message>
        <source>The landmark network could not be started: {reason}</source>
        <translation>Das Netz für die Punkte der Hand ließ sich nicht starten: {reason}</translation>
    </message>
    <message>
        <source>Install the pinned release in the program&apos;s folder with: {command}</source>
        <translation>Installiere die festgelegte Version im Ordner des Programms mit: {command}</translation>
    </message>
    <message>
        <source>The package mediapipe is not installed.</source>
        <translation>Das Paket mediapipe ist nicht installiert.</translation>
    </message>
    <message>
        <source>The installed mediapipe lacks the network {name}.</source>
        <translation>Dem installierten mediapipe fehlt das Netz {name}.</translation>
    </message>
    <message>
        <source>Fetch the program again.</source>
        <translation>Hol das Programm noch einmal.</translation>
    </message>
    <message>
        <source>The hand network {file} cannot be read: {reason}.</source>
        <translation>Das Netz {file} für die Hände lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>{path} is damaged: {reason}.</source>
        <translation>{path} ist beschädigt: {reason}.</translation>
    </message>
    <message>
        <source>{path} is damaged: it is not the file that its manifest describes.</source>
        <translation>{path} ist beschädigt: Es ist nicht die Datei, die das Manifest beschreibt.</translation>
    </message>
    <message>
        <source>Record more, then try again.</source>
        <translation>Nimm mehr auf, dann versuch es noch einmal.</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>Der Arbeitsspeicher reicht nicht.</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>Schließe andere Programme, dann versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Make room on the disk, or remove models that you no longer use.</source>
        <translation>Schaff Platz auf der Festplatte, oder entferne Modelle, die du nicht mehr brauchst.</translation>
    </message>
    <message>
        <source>The disk is full, so the model could not be written.</source>
        <translation>Die Festplatte ist voll, also ließ sich das Modell nicht schreiben.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, report it with the last lines of the log.</source>
        <translation>Versuch es noch einmal. Wenn es wieder geschieht, melde es mit den letzten Zeilen des Protokolls.</translation>
    </message>
    <message>
        <source>Training stopped on an unexpected error: {reason}</source>
        <translation>Das Trainieren brach mit einem unerwarteten Fehler ab: {reason}</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again; if it happens again, look through the recordings.</source>
        <translation>Nichts wurde geändert. Versuch es noch einmal; wenn es wieder geschieht, sieh die Aufnahmen durch.</translation>
    </message>
    <message>
        <source>Training went astray: the numbers grew beyond all bounds.</source>
        <translation>Das Trainieren ist entgleist: Die Zahlen wuchsen über alle Grenzen.</translation>
    </message>
    <message>
        <source>There is no room for a model in {folder}: {free} MB are free, {needed} MB are needed.</source>
        <translation>In {folder} ist kein Platz für ein Modell: {free} MB sind frei, {needed} MB werden gebraucht.</translation>
    </message>
    <message>
        <source>Check that you may write there, and that the disk is not full.</source>
        <translation>Prüfe, ob du dort schreiben darfst und ob die Festplatte nicht voll ist.</translation>
    </message>
    <message>
        <source>No model can be made in {folder}: {reason}.</source>
        <translation>In {folder} lässt sich kein Modell anlegen: {reason}.</translation>
    </message>
    <message>
        <source>Only models that this program trained can be trained further; choose another model.</source>
        <translation>Nur Modelle, die dieses Programm trainiert hat, lassen sich weiter trainieren; wähle ein anderes Modell.</translation>
    </message>
    <message>
        <source>The model {model} cannot be trained further: {reason}</source>
        <translation>Das Modell {model} lässt sich nicht weiter trainieren: {reason}</translation>
    </message>
    <message>
        <source>Fetch the program again, or build the files: python -m training rehearsal.</source>
        <translation>Hol das Programm noch einmal, oder erzeuge die Dateien: python -m training rehearsal.</translation>
    </message>
    <message>
        <source>{path} is damaged: its contents do not match {file}.</source>
        <translation>{path} ist beschädigt: Der Inhalt passt nicht zu {file}.</translation>
    </message>
    <message>
        <source>The rendered hands in {path} cannot be read: {reason}.</source>
        <translation>Die gezeichneten Hände in {path} lassen sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>Record at least two gestures, on two days, and do not import the same images twice.</source>
        <translation>Nimm mindestens zwei Gesten an zwei Tagen auf, und importiere dieselben Bilder nicht zweimal.</translation>
    </message>
    <message>
        <source>There are too few recordings that can be learnt from.</source>
        <translation>Es gibt zu wenige Aufnahmen, aus denen sich lernen lässt.</translation>
    </message>
    <message>
        <source>Nothing is left to learn {names} from.</source>
        <translation>Es ist nichts übrig, woraus sich {names} lernen ließe.</translation>
    </message>
    <message>
        <source>Record more of it.</source>
        <translation>Nimm mehr davon auf.</translation>
    </message>
    <message>
        <source>Some gestures are checked on the end of the session that they were learnt from, not across sessions.</source>
        <translation>Einige Gesten werden am Ende der Sitzung geprüft, aus der sie gelernt sind, nicht mit einer anderen Sitzung.</translation>
    </message>
    <message>
        <source>{gesture} looks like what was no gesture before ({poses}): hands of other people in this pose are left out of the comparison.</source>
        <translation>{gesture} sieht aus wie etwas, was vorher keine Geste war ({poses}): Hände anderer Leute in dieser Haltung bleiben aus dem Vergleich weg.</translation>
    </message>
    <message>
        <source>There are no hands of other people for these gestures, so only your recordings were compared.</source>
        <translation>Für diese Gesten gibt es keine Hände anderer Leute, also wurden nur deine Aufnahmen verglichen.</translation>
    </message>
    <message>
        <source>Hands are now cut out as seen, so that gestures may differ by direction alone.</source>
        <translation>Hände werden jetzt ausgeschnitten, wie sie zu sehen sind, so dass sich Gesten allein durch die Richtung unterscheiden dürfen.</translation>
    </message>
    <message>
        <source>After a win, {gesture} comes next about {count} times out of 10.</source>
        <translation>Nach einem Sieg kommt in etwa {count} von 10 Fällen {gesture}.</translation>
    </message>
    <message>
        <source>After a loss, {gesture} comes next about {count} times out of 10.</source>
        <translation>Nach einer Niederlage kommt in etwa {count} von 10 Fällen {gesture}.</translation>
    </message>
    <message>
        <source>After a draw, {gesture} comes next about {count} times out of 10.</source>
        <translation>Nach einem Unentschieden kommt in etwa {count} von 10 Fällen {gesture}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} more rounds of this game, and the mind reader knows something about you.</source>
        <comment>{count} more round of this game, and the mind reader knows something about you.</comment>
        <translation>
            <numerusform>Noch {count} Runde dieses Spiels, und der Gedankenleser weiß etwas über dich.</numerusform>
            <numerusform>Noch {count} Runden dieses Spiels, und der Gedankenleser weiß etwas über dich.</numerusform>
        </translation>
    </message>
    <message>
        <source>Out of 10 throws, about {count} are {gesture}.</source>
        <translation>Von 10 Zeichen sind etwa {count} {gesture}.</translation>
    </message>
    <message>
        <source>Out of 10 of your throws, the mind reader guesses about {count}. With luck alone it would be {luck}.</source>
        <translation>Von 10 deiner Zeichen errät der Gedankenleser etwa {count}. Mit Glück allein wären es {luck}.</translation>
    </message>
    <message>
        <source>Fair Play</source>
        <translation>Faires Spiel</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256), fixed before the countdown</source>
        <translation>Fingerabdruck (SHA-256), vor dem Countdown festgelegt</translation>
    </message>
    <message>
        <source>The computer&apos;s throw</source>
        <translation>Das Zeichen des Computers</translation>
    </message>
    <message>
        <source>Its random number</source>
        <translation>Seine Zufallszahl</translation>
    </message>
    <message>
        <source>“gesture-app verify-round” checks the copied proof on any computer.</source>
        <translation>„gesture-app verify-round“ prüft den kopierten Beweis auf jedem Computer.</translation>
    </message>
    <message>
        <source>&amp;Copy the proof</source>
        <translation>Den Beweis &amp;kopieren</translation>
    </message>
    <message>
        <source>Fair play</source>
        <translation>Faires Spiel</translation>
    </message>
    <message>
        <source>How fair play is proven</source>
        <translation>Wie faires Spiel bewiesen wird</translation>
    </message>
    <message>
        <source>The computer has already chosen.</source>
        <translation>Der Computer hat schon gewählt.</translation>
    </message>
    <message>
        <source>The proof does not hold: fingerprint and throw do not fit.</source>
        <translation>Der Beweis stimmt nicht: Fingerabdruck und Zeichen passen nicht zusammen.</translation>
    </message>
    <message>
        <source>The computer chose before it saw your hand.</source>
        <translation>Der Computer hat gewählt, bevor er deine Hand gesehen hat.</translation>
    </message>
    <message>
        <source>Before the countdown it made a fingerprint of its throw and of a long random number. After the round it shows both, and everybody can see that the fingerprint is that of this throw: no other one would fit.</source>
        <translation>Vor dem Countdown hat er einen Fingerabdruck seines Zeichens und einer langen Zufallszahl gemacht. Nach der Runde zeigt er beide, und alle können sehen, dass der Fingerabdruck zu diesem Zeichen gehört: kein anderes würde passen.</translation>
    </message>
    <message>
        <source>Copy the proof and tell us: this must not happen, and “gesture-app verify-round” names the fault.</source>
        <translation>Kopiere den Beweis und sag uns Bescheid: das darf nicht passieren, und „gesture-app verify-round“ nennt den Fehler.</translation>
    </message>
    <message>
        <source>The fingerprint was fixed before the countdown. It was made of this throw and this random number, and was checked again just now: no other throw would fit.</source>
        <translation>Der Fingerabdruck stand vor dem Countdown fest. Er wurde aus diesem Zeichen und dieser Zufallszahl gemacht und eben noch einmal geprüft: kein anderes Zeichen würde passen.</translation>
    </message>
    <message>
        <source>a game has {most} gestures at most, got {count}</source>
        <translation>ein Spiel hat höchstens {most} Gesten, es sind {count}</translation>
    </message>
    <message>
        <source>Verb: {winner} beats {loser}</source>
        <translation>Verb: {winner} schlägt {loser}</translation>
    </message>
    <message>
        <source>Let {loser} beat {winner}</source>
        <translation>{loser} soll {winner} schlagen</translation>
    </message>
    <message>
        <source>Who beats whom</source>
        <translation>Wer wen schlägt</translation>
    </message>
    <message>
        <source>The own rules could not be written</source>
        <translation>Die eigenen Regeln konnten nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The game {title} was deleted. Its rounds stay.</source>
        <translation>Das Spiel {title} wurde gelöscht. Seine Runden bleiben.</translation>
    </message>
    <message>
        <source>The model in use does not know {gestures}. Record some samples on Collect: they count at once.</source>
        <translation>Das benutzte Modell kennt {gestures} nicht. Nimm auf der Seite Aufnehmen einige Aufnahmen auf: sie zählen sofort.</translation>
    </message>
    <message>
        <source>New, from rock, paper, scissors</source>
        <translation>Neu, aus Stein, Papier, Schere</translation>
    </message>
    <message>
        <source>New, from rock, paper, scissors, well</source>
        <translation>Neu, aus Stein, Papier, Schere, Brunnen</translation>
    </message>
    <message>
        <source>New, from the five gestures</source>
        <translation>Neu, aus den fünf Gesten</translation>
    </message>
    <message>
        <source>Own Rules</source>
        <translation>Eigene Regeln</translation>
    </message>
    <message>
        <source>For example: With well</source>
        <translation>Zum Beispiel: Mit Brunnen</translation>
    </message>
    <message>
        <source>Gesture to add</source>
        <translation>Geste, die dazukommt</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Delete this game</source>
        <translation>Dieses Spiel &amp;löschen</translation>
    </message>
    <message>
        <source>beats</source>
        <comment>verb of own rules</comment>
        <translation>schlägt</translation>
    </message>
    <message>
        <source>&amp;Game</source>
        <translation>&amp;Spiel</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>Who beats whom, and how</source>
        <translation>Wer wen schlägt, und wie</translation>
    </message>
    <message>
        <source>Remove {gesture}</source>
        <translation>{gesture} entfernen</translation>
    </message>
    <message>
        <source>Give the game a title.</source>
        <translation>Gib dem Spiel einen Titel.</translation>
    </message>
    <message>
        <source>There is a game called {title} already.</source>
        <translation>Es gibt schon ein Spiel, das {title} heißt.</translation>
    </message>
    <message>
        <source>MediaPipe cannot be loaded: {reason}.</source>
        <translation>MediaPipe lässt sich nicht laden: {reason}.</translation>
    </message>
    <message>
        <source>Add it in the program&apos;s folder with: {command} Or find hands without it: --detector onnx.</source>
        <translation>Füge es im Ordner des Programms hinzu mit: {command} Oder finde Hände ohne es: --detector onnx.</translation>
    </message>
    <message>
        <source>The tournament in {path} cannot be read: {reason}.</source>
        <translation>Das Turnier in {path} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>Begin a new one; it replaces the file.</source>
        <translation>Beginne ein neues; es ersetzt die Datei.</translation>
    </message>
    <message>
        <source>The tournament cannot be kept in {path}: {reason}.</source>
        <translation>Das Turnier lässt sich nicht in {path} aufbewahren: {reason}.</translation>
    </message>
    <message>
        <source>It goes on all the same. Make room on the disk, or make the folder writable.</source>
        <translation>Es geht trotzdem weiter. Schaffe Platz auf der Festplatte, oder mache den Ordner beschreibbar.</translation>
    </message>
    <message>
        <source>The habits could not be computed</source>
        <translation>Die Gewohnheiten konnten nicht berechnet werden</translation>
    </message>
    <message>
        <source>No result came in time.</source>
        <translation>Es kam nicht rechtzeitig ein Ergebnis.</translation>
    </message>
    <message>
        <source>No frame was recognized while it was measured.</source>
        <translation>Während der Messung wurde kein Bild erkannt.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>This is all that the report holds. Read it before you give it to somebody: it has no pictures, and names and addresses that the program knows are left out. Nothing is sent.</source>
        <translation>Das ist alles, was der Bericht enthält. Lies ihn, bevor du ihn jemandem gibst: Er hat keine Bilder, und Namen und Adressen, die das Programm kennt, fehlen darin. Nichts wird gesendet.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>The program is open already. Use its window: two at once would overwrite each other&apos;s settings.</source>
        <translation>Das Programm ist schon offen. Nimm sein Fenster: Zwei zugleich würden sich gegenseitig die Einstellungen überschreiben.</translation>
    </message>
    <message>
        <source>Nothing of it was run. Choose a model that this program exported.</source>
        <translation>Nichts davon wurde ausgeführt. Wähle ein Modell, das dieses Programm exportiert hat.</translation>
    </message>
    <message>
        <source>{name} sends no pictures at the moment.</source>
        <translation>{name} sendet im Moment keine Bilder.</translation>
    </message>
    <message>
        <source>If that lasts, it is opened again by itself. Check its cable or the network.</source>
        <translation>Hält das an, wird die Quelle von selbst neu geöffnet. Prüfe das Kabel oder das Netz.</translation>
    </message>
    <message>
        <source>{name} sends hardly two pictures a second.</source>
        <translation>{name} sendet kaum zwei Bilder pro Sekunde.</translation>
    </message>
    <message>
        <source>Gestures are read late. Close other programs, give it more light or a better network.</source>
        <translation>Gesten werden verspätet gelesen. Schließe andere Programme, sorge für mehr Licht oder ein besseres Netz.</translation>
    </message>
    <message>
        <source>Rename Player</source>
        <translation>Spieler umbenennen</translation>
    </message>
    <message>
        <source>Space: back to the tournament</source>
        <translation>Leertaste: zurück zum Turnier</translation>
    </message>
</context>
</TS>
