<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name></name>
    <message>
        <source>rock</source>
        <translation>piedra</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>papel</translation>
    </message>
    <message>
        <source>scissors</source>
        <translation>tijera</translation>
    </message>
    <message>
        <source>lizard</source>
        <translation>lagarto</translation>
    </message>
    <message>
        <source>Spock</source>
        <translation>Spock</translation>
    </message>
    <message>
        <source>Rock</source>
        <translation>Piedra</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Scissors</source>
        <translation>Tijera</translation>
    </message>
    <message>
        <source>Lizard</source>
        <translation>Lagarto</translation>
    </message>
    <message>
        <source>No gesture</source>
        <translation>Ningún gesto</translation>
    </message>
    <message>
        <source>Demo clip</source>
        <translation>Vídeo de demostración</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>muestras</translation>
    </message>
    <message>
        <source>own models</source>
        <translation>modelos propios</translation>
    </message>
    <message>
        <source>rounds</source>
        <translation>rondas</translation>
    </message>
    <message>
        <source>players</source>
        <translation>jugadores</translation>
    </message>
    <message>
        <source>own rules</source>
        <translation>reglas propias</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>ajustes</translation>
    </message>
    <message>
        <source>caches</source>
        <translation>cachés</translation>
    </message>
    <message>
        <source>log files</source>
        <translation>registros</translation>
    </message>
    <message>
        <source>The files could not be read or written</source>
        <translation>No se pudieron leer o escribir los archivos</translation>
    </message>
    <message>
        <source>Erasing {names}…</source>
        <translation>Borrando {names}…</translation>
    </message>
    <message>
        <source>Writing the zip file…</source>
        <translation>Escribiendo el archivo zip…</translation>
    </message>
    <message numerus="yes">
        <source>{count} parts written to {path}.</source>
        <comment>{count} part written to {path}.</comment>
        <translation>
            <numerusform>{count} parte escrita en {path}.</numerusform>
            <numerusform>{count} partes escritas en {path}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Collecting the report…</source>
        <translation>Preparando el informe…</translation>
    </message>
    <message>
        <source>The report was saved as {path}.</source>
        <translation>El informe se guardó como {path}.</translation>
    </message>
    <message>
        <source>The samples are still being read. Try it again in a moment.</source>
        <translation>Todavía se están leyendo las muestras. Inténtalo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message numerus="yes">
        <source>{count} files, {size}</source>
        <comment>{count} file, {size}</comment>
        <translation>
            <numerusform>{count} archivo, {size}</numerusform>
            <numerusform>{count} archivos, {size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} bytes</source>
        <comment>{count} byte</comment>
        <translation>
            <numerusform>{count} byte</numerusform>
            <numerusform>{count} bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>Erased: {names}. Nothing is left.</source>
        <translation>Borrado: {names}. No queda nada.</translation>
    </message>
    <message>
        <source>Erased: {names}. Left: {left}.</source>
        <translation>Borrado: {names}. Queda: {left}.</translation>
    </message>
    <message>
        <source>Nothing that the camera sees leaves this computer. Pictures are looked at and forgotten, unless you record samples on the Collect page; these stay in a folder on this computer. The program sends nothing about you or your use of it. It uses the network only for an address that you open, and to fetch what training needs when you press “Add it” on the Train page.</source>
        <translation>Nada de lo que ve la cámara sale de este ordenador. Las imágenes se miran y se olvidan, salvo que grabes muestras en la página «Grabar»; esas se quedan en una carpeta de este ordenador. El programa no envía nada sobre ti ni sobre cómo lo usas. Solo usa la red para una dirección que abras y para descargar lo que hace falta para entrenar cuando pulsas «Añadir» en la página «Entrenar».</translation>
    </message>
    <message>
        <source>see its project</source>
        <translation>ver su proyecto</translation>
    </message>
    <message>
        <source>{path} is missing. Fetch the program again.</source>
        <translation>Falta {path}. Descarga el programa otra vez.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>The program is free software under the Apache License 2.0.</source>
        <translation>El programa es software libre con la licencia Apache 2.0.</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texto de la licencia</translation>
    </message>
    <message>
        <source>Origin of pictures, sounds and hands</source>
        <translation>Origen de las imágenes, los sonidos y las manos</translation>
    </message>
    <message>
        <source>Libraries in use</source>
        <translation>Bibliotecas utilizadas</translation>
    </message>
    <message>
        <source>An address has no spaces in it.</source>
        <translation>Una dirección no lleva espacios.</translation>
    </message>
    <message>
        <source>This is not an address: check the part after the colon.</source>
        <translation>Esto no es una dirección: revisa la parte después de los dos puntos.</translation>
    </message>
    <message>
        <source>Start with one of these: {starts}</source>
        <translation>Empieza con una de estas formas: {starts}</translation>
    </message>
    <message>
        <source>The name or number of the device is missing.</source>
        <translation>Falta el nombre o el número del dispositivo.</translation>
    </message>
    <message>
        <source>Open Address</source>
        <translation>Abrir dirección</translation>
    </message>
    <message>
        <source>&amp;Address of a phone, an IP camera or another program:</source>
        <translation>&amp;Dirección de un móvil, de una cámara IP o de otro programa:</translation>
    </message>
    <message>
        <source>For example {example}</source>
        <translation>Por ejemplo, {example}</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>&amp;Buscar otra vez</translation>
    </message>
    <message>
        <source>&amp;Phone as camera</source>
        <translation>&amp;Móvil como cámara</translation>
    </message>
    <message>
        <source>&amp;Mirror the picture</source>
        <translation>&amp;Reflejar la imagen</translation>
    </message>
    <message>
        <source>&amp;Automatic exposure</source>
        <translation>Exposición &amp;automática</translation>
    </message>
    <message>
        <source>&amp;Camera</source>
        <translation>&amp;Cámara</translation>
    </message>
    <message>
        <source>Only the picture is mirrored, never what is recognized or recorded.</source>
        <translation>Solo se refleja la imagen, nunca lo que se reconoce o se graba.</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>&amp;Resolución</translation>
    </message>
    <message>
        <source>Hands are found as well in small pictures, and faster.</source>
        <translation>En imágenes pequeñas las manos se encuentran igual de bien, y más rápido.</translation>
    </message>
    <message>
        <source>&amp;Frame rate</source>
        <translation>&amp;Frecuencia de imagen</translation>
    </message>
    <message>
        <source>&amp;Exposure</source>
        <translation>&amp;Exposición</translation>
    </message>
    <message>
        <source>A short exposure blurs fast hands less, and needs more light.</source>
        <translation>Una exposición corta difumina menos las manos rápidas, y necesita más luz.</translation>
    </message>
    <message>
        <source>Choose a camera</source>
        <translation>Elige una cámara</translation>
    </message>
    <message>
        <source>No camera found</source>
        <translation>No se encontró ninguna cámara</translation>
    </message>
    <message>
        <source>The driver of this camera does not let programs set the exposure.</source>
        <translation>El controlador de esta cámara no permite que los programas ajusten la exposición.</translation>
    </message>
    <message>
        <source>{source} is shown, not a camera. Recorded clips and addresses keep their own format.</source>
        <translation>Se muestra {source}, no una cámara. Los vídeos y las direcciones conservan su propio formato.</translation>
    </message>
    <message>
        <source>No camera is in use.</source>
        <translation>No hay ninguna cámara en uso.</translation>
    </message>
    <message>
        <source>{value} (not connected)</source>
        <translation>{value} (no conectada)</translation>
    </message>
    <message>
        <source>Waiting for its picture…</source>
        <translation>Esperando su imagen…</translation>
    </message>
    <message>
        <source>It delivers {size} at {fps} frames a second, as asked.</source>
        <translation>Entrega {size} a {fps} imágenes por segundo, como se pidió.</translation>
    </message>
    <message>
        <source>It delivers {size}, as asked.</source>
        <translation>Entrega {size}, como se pidió.</translation>
    </message>
    <message>
        <source>Asked for {asked} at {asked_fps}, it delivers {size} at {fps} frames a second.</source>
        <translation>Se pidió {asked} a {asked_fps}; entrega {size} a {fps} imágenes por segundo.</translation>
    </message>
    <message>
        <source>Asked for {asked} at {asked_fps}, it delivers {size}.</source>
        <translation>Se pidió {asked} a {asked_fps}; entrega {size}.</translation>
    </message>
    <message>
        <source>{rate} a second</source>
        <translation>{rate} por segundo</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automática</translation>
    </message>
    <message>
        <source>Another program has set it to {exposure}.</source>
        <translation>Otro programa la ha puesto en {exposure}.</translation>
    </message>
    <message>
        <source>The camera goes on choosing it by itself.</source>
        <translation>La cámara sigue eligiéndola por sí misma.</translation>
    </message>
    <message>
        <source>Asked for {exposure}, the camera uses {used}.</source>
        <translation>Se pidió {exposure}; la cámara usa {used}.</translation>
    </message>
    <message>
        <source>Pictures of hands that you recorded or imported, and your own gestures.</source>
        <translation>Imágenes de manos que has grabado o importado, y tus propios gestos.</translation>
    </message>
    <message>
        <source>Models that you trained or imported. The model that came with the program stays.</source>
        <translation>Modelos que has entrenado o importado. El modelo que vino con el programa se queda.</translation>
    </message>
    <message>
        <source>The rounds that you played, for the statistics.</source>
        <translation>Las rondas que has jugado, para las estadísticas.</translation>
    </message>
    <message>
        <source>Names and pictures of the people who play. Their rounds stay.</source>
        <translation>Nombres y fotos de quienes juegan. Sus rondas se quedan.</translation>
    </message>
    <message>
        <source>Rules of the game that you made.</source>
        <translation>Reglas del juego que has hecho.</translation>
    </message>
    <message>
        <source>What you chose here and in the menus.</source>
        <translation>Lo que has elegido aquí y en los menús.</translation>
    </message>
    <message>
        <source>Computed from samples, and computed again when needed.</source>
        <translation>Calculado a partir de las muestras; se vuelve a calcular cuando hace falta.</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Borrar…</translation>
    </message>
    <message>
        <source>Erase {name}</source>
        <translation>Borrar: {name}</translation>
    </message>
    <message>
        <source>Back to the game</source>
        <translation>Volver al juego</translation>
    </message>
    <message>
        <source>&amp;Export CSV…</source>
        <translation>&amp;Exportar CSV…</translation>
    </message>
    <message>
        <source>E&amp;rase…</source>
        <translation>&amp;Borrar…</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Rondas</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>Victorias</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorita</translation>
    </message>
    <message>
        <source>Best row</source>
        <translation>Mejor racha</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>No rounds yet. Play one, and see here how you do.</source>
        <translation>Aún no hay rondas. Juega una y mira aquí cómo te va.</translation>
    </message>
    <message>
        <source>Export Rounds</source>
        <translation>Exportar rondas</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>Erase all {count} rounds?</source>
        <comment>Erase the only round?</comment>
        <translation>
            <numerusform>¿Borrar la única ronda?</numerusform>
            <numerusform>¿Borrar las {count} rondas?</numerusform>
        </translation>
    </message>
    <message>
        <source>The statistics begin anew, and opponents that learn forget you. This cannot be undone.</source>
        <translation>Las estadísticas empiezan de cero y los rivales que aprenden te olvidan. Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>Rename player…</source>
        <translation>Cambiar nombre del jugador…</translation>
    </message>
    <message>
        <source>Another name for this player, in all rounds and samples too</source>
        <translation>Otro nombre para este jugador, también en todas las rondas y muestras</translation>
    </message>
    <message>
        <source>Export player…</source>
        <translation>Exportar jugador…</translation>
    </message>
    <message>
        <source>Picture and rounds of this player in a zip file</source>
        <translation>Imagen y rondas de este jugador en un archivo zip</translation>
    </message>
    <message>
        <source>Erase player…</source>
        <translation>Borrar jugador…</translation>
    </message>
    <message>
        <source>Erase the profile, the picture, and the name in all rounds</source>
        <translation>Borrar el perfil, la imagen y el nombre en todas las rondas</translation>
    </message>
    <message>
        <source>Export Player</source>
        <translation>Exportar jugador</translation>
    </message>
    <message>
        <source>The profile, the picture and the name in all rounds go for good; rounds against other players stay without it.</source>
        <translation>El perfil, la imagen y el nombre en todas las rondas desaparecen para siempre; las rondas contra otros jugadores se conservan sin el nombre.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Erase {name}?</source>
        <translation>¿Borrar a {name}?</translation>
    </message>
    <message>
        <source>Your habits: what the mind reader has learnt</source>
        <translation>Tus costumbres: lo que ha aprendido el Adivino</translation>
    </message>
    <message>
        <source>Win rate, last {window} decided rounds</source>
        <translation>Victorias, últimas {window} rondas decididas</translation>
    </message>
    <message>
        <source>Your throws</source>
        <translation>Tus jugadas</translation>
    </message>
    <message>
        <source>What you throw next</source>
        <translation>Lo que juegas después</translation>
    </message>
    <message>
        <source>Win rate by opponent</source>
        <translation>Victorias por rival</translation>
    </message>
    <message>
        <source>Achievements</source>
        <translation>Logros</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>Gráficos</translation>
    </message>
    <message numerus="yes">
        <source>{count} wins</source>
        <comment>{count} win</comment>
        <translation>
            <numerusform>{count} victoria</numerusform>
            <numerusform>{count} victorias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} losses</source>
        <comment>{count} loss</comment>
        <translation>
            <numerusform>{count} derrota</numerusform>
            <numerusform>{count} derrotas</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Erase {name} for good</source>
        <translation>Borrar para siempre: {name}</translation>
    </message>
    <message>
        <source>Erase {name} ({size}) for good? This cannot be undone.</source>
        <translation>¿Borrar para siempre {name} ({size})? Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Everything lies on this computer. Nothing is sent anywhere.</source>
        <translation>Todo está en este ordenador. No se envía nada a ninguna parte.</translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation>Añadir una persona…</translation>
    </message>
    <message>
        <source>These samples no longer count at once. The recordings stay, and retraining uses them.</source>
        <translation>Estas muestras ya no cuentan al momento. Las grabaciones se quedan y el reentrenamiento las usa.</translation>
    </message>
    <message>
        <source>Who is recorded</source>
        <translation>A quién se graba</translation>
    </message>
    <message>
        <source>Who is recorded, or shown in imported pictures: samples carry the name</source>
        <translation>A quién se graba, o quién sale en las imágenes importadas: las muestras llevan el nombre</translation>
    </message>
    <message>
        <source>Whose samples count at once:</source>
        <translation>De quién son las muestras que cuentan al momento:</translation>
    </message>
    <message>
        <source>Off: these samples have no effect on what is recognized, until they are on again</source>
        <translation>Desactivado: estas muestras no influyen en el reconocimiento hasta que se activen de nuevo</translation>
    </message>
    <message numerus="yes">
        <source>Remember again what was forgotten ({count} samples)</source>
        <comment>Remember again what was forgotten ({count} sample)</comment>
        <translation>
            <numerusform>Recordar de nuevo lo olvidado ({count} muestra)</numerusform>
            <numerusform>Recordar de nuevo lo olvidado ({count} muestras)</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Delete the recordings</source>
        <translation>Borrar las grabaciones</translation>
    </message>
    <message>
        <source>Of {who}</source>
        <translation>De: {who}</translation>
    </message>
    <message>
        <source>Into the trash, from where they can be taken back</source>
        <translation>A la papelera, de donde se pueden recuperar</translation>
    </message>
    <message>
        <source>Forget what was learnt at once</source>
        <translation>Olvidar lo aprendido al momento</translation>
    </message>
    <message>
        <source>From {who}</source>
        <translation>De: {who}</translation>
    </message>
    <message>
        <source>What was recorded since {title}</source>
        <translation>Lo grabado desde {title}</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Errors, and versions of the program. No pictures, and no names.</source>
        <translation>Errores y versiones del programa. Sin imágenes ni nombres.</translation>
    </message>
    <message>
        <source>E&amp;xport everything…</source>
        <translation>E&amp;xportar todo…</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>todo</translation>
    </message>
    <message>
        <source>One zip file: samples and models that can be imported again, rounds, players, own rules and settings.</source>
        <translation>Un archivo zip: muestras y modelos que se pueden volver a importar, rondas, jugadores, reglas propias y ajustes.</translation>
    </message>
    <message>
        <source>For somebody who helps</source>
        <translation>Para quien ayude</translation>
    </message>
    <message>
        <source>A report of errors, versions and settings. It is shown before it is saved, and has no pictures and no names.</source>
        <translation>Un informe de errores, versiones y ajustes. Se muestra antes de guardarlo y no tiene imágenes ni nombres.</translation>
    </message>
    <message>
        <source>Save a &amp;report…</source>
        <translation>Guardar un &amp;informe…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Open the folder of the {name}</source>
        <translation>Abrir la carpeta: {name}</translation>
    </message>
    <message>
        <source>all {name}</source>
        <translation>{name} (todo)</translation>
    </message>
    <message>
        <source>Together: {bytes}</source>
        <translation>En total: {bytes}</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>Exportar todo</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <translation>Archivos zip (*.zip)</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>This help</source>
        <translation>Esta ayuda</translation>
    </message>
    <message>
        <source>Full screen, on and off</source>
        <translation>Pantalla completa, activar y desactivar</translation>
    </message>
    <message>
        <source>Live, Play, Collect, Train</source>
        <translation>En vivo, Jugar, Grabar, Entrenar</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Next page, previous page</source>
        <translation>Página siguiente, página anterior</translation>
    </message>
    <message>
        <source>Open a file, open an address</source>
        <translation>Abrir un archivo, abrir una dirección</translation>
    </message>
    <message>
        <source>Mirror the picture</source>
        <translation>Reflejar la imagen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En vivo</translation>
    </message>
    <message>
        <source>Say what a misread hand showed; with a gesture&apos;s own key, at once</source>
        <translation>Decir qué mostraba una mano mal reconocida; con la tecla de un gesto, al momento</translation>
    </message>
    <message>
        <source>Live, with a clip or a folder of images</source>
        <translation>En vivo, con un vídeo o una carpeta de imágenes</translation>
    </message>
    <message>
        <source>Pause, and go on; at the end: start again</source>
        <translation>Pausar y seguir; al final: empezar de nuevo</translation>
    </message>
    <message>
        <source>One frame or image back, one forward</source>
        <translation>Una imagen atrás, una adelante</translation>
    </message>
    <message>
        <source>Five seconds back, five seconds forward</source>
        <translation>Cinco segundos atrás, cinco segundos adelante</translation>
    </message>
    <message>
        <source>Start again at the end, on and off</source>
        <translation>Empezar de nuevo al final, activar y desactivar</translation>
    </message>
    <message>
        <source>Faster, slower</source>
        <translation>Más rápido, más lento</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Jugar</translation>
    </message>
    <message>
        <source>Make a fist while the words are called, and show your throw on “shoot!”. The computer has chosen before it sees your hand; “Fair play” proves it. A throw that cannot be read is repeated.</source>
        <translation>Cierra el puño mientras se dicen las palabras y muestra tu jugada al «¡ya!». El ordenador ha elegido antes de ver tu mano; «Juego limpio» lo demuestra. Una jugada que no se puede leer se repite.</translation>
    </message>
    <message>
        <source>Play through</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Step through what is shown, as a film (Space)</source>
        <translation>Recorrer lo que se ve como una película (Espacio)</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>&amp;Move to</source>
        <translation>&amp;Mover a</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Mover a</translation>
    </message>
    <message>
        <source>Say that what is selected shows something else (R)</source>
        <translation>Decir que lo seleccionado muestra otra cosa (R)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Borrar</translation>
    </message>
    <message>
        <source>Into the trash, from where it can be taken back (Del)</source>
        <translation>A la papelera, de donde se puede recuperar (Supr)</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Recuperar</translation>
    </message>
    <message>
        <source>Take what is selected back from the trash</source>
        <translation>Recuperar lo seleccionado de la papelera</translation>
    </message>
    <message>
        <source>&amp;Empty trash…</source>
        <translation>&amp;Vaciar papelera…</translation>
    </message>
    <message>
        <source>Remove all that was deleted for good</source>
        <translation>Quitar para siempre todo lo borrado</translation>
    </message>
    <message>
        <source>Write what is selected into an archive (E)</source>
        <translation>Guardar lo seleccionado en un archivo (E)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Play, or the next round</source>
        <translation>Jugar, o la ronda siguiente</translation>
    </message>
    <message>
        <source>Pause; once more: end</source>
        <translation>Pausa; otra vez: terminar</translation>
    </message>
    <message>
        <source>Press the button with the focus</source>
        <translation>Pulsar el botón con el foco</translation>
    </message>
    <message>
        <source>Against the computer, two players, practice</source>
        <translation>Contra el ordenador, dos jugadores, práctica</translation>
    </message>
    <message>
        <source>Three gestures, five gestures</source>
        <translation>Tres gestos, cinco gestos</translation>
    </message>
    <message>
        <source>Two players: say whether a doubtful throw was read right</source>
        <translation>Dos jugadores: decir si una jugada dudosa se leyó bien</translation>
    </message>
    <message>
        <source>After a round: say what a misread hand showed</source>
        <translation>Después de una ronda: decir qué mostraba una mano mal reconocida</translation>
    </message>
    <message>
        <source>After a round: see the throw again in slow motion</source>
        <translation>Después de una ronda: ver la jugada otra vez a cámara lenta</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Estadísticas</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Grabar</translation>
    </message>
    <message>
        <source>&amp;Gallery ({count})</source>
        <translation>&amp;Galería ({count})</translation>
    </message>
    <message>
        <source>Reading the samples…</source>
        <translation>Leyendo las muestras…</translation>
    </message>
    <message>
        <source>Hold to record; so does the gesture&apos;s own key</source>
        <translation>Mantener para grabar; también con la tecla del gesto</translation>
    </message>
    <message>
        <source>Record by itself after a countdown</source>
        <translation>Grabar solo tras una cuenta atrás</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportando…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Parando…</translation>
    </message>
    <message>
        <source>New gesture, change a gesture</source>
        <translation>Gesto nuevo, cambiar un gesto</translation>
    </message>
    <message>
        <source>Gallery, and back</source>
        <translation>Galería, y volver</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Importar y exportar</translation>
    </message>
    <message>
        <source>In the gallery: play through, move, export, delete</source>
        <translation>En la galería: reproducir, mover, exportar, borrar</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Entrenar</translation>
    </message>
    <message>
        <source>The list of models</source>
        <translation>La lista de modelos</translation>
    </message>
    <message>
        <source>Cancel the training, after a question; go back</source>
        <translation>Cancelar el entrenamiento, tras una pregunta; volver</translation>
    </message>
    <message>
        <source>Skip the rest</source>
        <translation>Omitir el resto</translation>
    </message>
    <message>
        <source>Recognizes rock, paper, scissors, lizard and Spock, and gestures of your own.</source>
        <translation>Reconoce piedra, papel, tijera, lagarto y Spock, y tus propios gestos.</translation>
    </message>
    <message>
        <source>Nothing that the camera sees leaves this computer. The network is only used for a camera address that you enter, and to fetch what training needs when you press “Add it” on the Train page.</source>
        <translation>Nada de lo que ve la cámara sale de este ordenador. La red solo se usa para una dirección de cámara que tú introduces, y para descargar lo que necesita el entrenamiento cuando pulsas «Añadir» en la página «Entrenar».</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0.</source>
        <translation>Software libre con la licencia Apache 2.0.</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Game</source>
        <translation>Juego</translation>
    </message>
    <message>
        <source>&amp;Replay of the deciding throw</source>
        <translation>&amp;Repetición de la jugada decisiva</translation>
    </message>
    <message>
        <source>&amp;Sounds</source>
        <translation>&amp;Sonidos</translation>
    </message>
    <message>
        <source>&amp;Countdown</source>
        <translation>&amp;Cuenta atrás</translation>
    </message>
    <message>
        <source>How fast the words are called. It holds from the next match on.</source>
        <translation>Con qué rapidez se dicen las palabras. Vale a partir de la próxima partida.</translation>
    </message>
    <message>
        <source>In slow motion after each match; with reduced motion only on request (R).</source>
        <translation>A cámara lenta después de cada partida; con movimiento reducido, solo si la pides (R).</translation>
    </message>
    <message>
        <source>Everything that is heard is also seen.</source>
        <translation>Todo lo que se oye también se ve.</translation>
    </message>
    <message>
        <source>&amp;Volume</source>
        <translation>&amp;Volumen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Colores</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>&amp;Tamaño del texto</translation>
    </message>
    <message>
        <source>Pages that become larger than the window scroll.</source>
        <translation>Las páginas que no caben en la ventana se desplazan.</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>&amp;Movimiento</translation>
    </message>
    <message>
        <source>Whether the words of the countdown and the results pop up.</source>
        <translation>Si las palabras de la cuenta atrás y los resultados aparecen de golpe.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>The window changes its language at the next start.</source>
        <translation>La ventana cambia de idioma al volver a empezar el programa.</translation>
    </message>
    <message>
        <source>Videos and images (*.mp4 *.m4v *.mov *.avi *.mkv *.webm *.mpg *.mpeg *.png *.jpg *.jpeg *.bmp *.webp);;All files (*)</source>
        <translation>Vídeos e imágenes (*.mp4 *.m4v *.mov *.avi *.mkv *.webm *.mpg *.mpeg *.png *.jpg *.jpeg *.bmp *.webp);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Open File or Folder</source>
        <translation>Abrir archivo o carpeta</translation>
    </message>
    <message>
        <source>Open &amp;This Folder</source>
        <translation>Abrir es&amp;ta carpeta</translation>
    </message>
    <message>
        <source>Play all images in the selected folder, or else in the one that is shown</source>
        <translation>Mostrar todas las imágenes de la carpeta seleccionada o, si no, de la que se ve</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Reconocimiento</translation>
    </message>
    <message>
        <source>Show the &amp;landmarks of hands</source>
        <translation>Mostrar los &amp;puntos de las manos</translation>
    </message>
    <message>
        <source>&amp;Use samples at once</source>
        <translation>&amp;Usar las muestras al momento</translation>
    </message>
    <message>
        <source>&amp;Hands</source>
        <translation>&amp;Manos</translation>
    </message>
    <message>
        <source>The most hands that are looked for in a picture.</source>
        <translation>Número máximo de manos que se buscan en una imagen.</translation>
    </message>
    <message>
        <source>&amp;Sensitivity</source>
        <translation>&amp;Sensibilidad</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Dispositivo</translation>
    </message>
    <message>
        <source>Where gestures are classified. A GPU needs TensorFlow.</source>
        <translation>Dónde se reconocen los gestos. Una GPU necesita TensorFlow.</translation>
    </message>
    <message>
        <source>Hand d&amp;etector</source>
        <translation>D&amp;etector de manos</translation>
    </message>
    <message>
        <source>What runs the networks that find hands. ONNX Runtime finds the same hands in less time and memory.</source>
        <translation>Con qué funcionan las redes que encuentran las manos. ONNX Runtime encuentra las mismas manos con menos tiempo y memoria.</translation>
    </message>
    <message>
        <source>Draws the 21 points of each hand and the lines between them.</source>
        <translation>Dibuja los 21 puntos de cada mano y las líneas entre ellos.</translation>
    </message>
    <message>
        <source>Recognize</source>
        <translation>Reconocer</translation>
    </message>
    <message>
        <source>Use &amp;samples at once</source>
        <translation>Usar las &amp;muestras al momento</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilidad</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Switch light and dark</source>
        <translation>Cambiar entre claro y oscuro</translation>
    </message>
    <message>
        <source>Open &amp;file or folder…</source>
        <translation>Abrir archivo o &amp;carpeta…</translation>
    </message>
    <message>
        <source>Open &amp;address…</source>
        <translation>Abrir &amp;dirección…</translation>
    </message>
    <message>
        <source>&amp;Look for cameras again</source>
        <translation>&amp;Buscar cámaras otra vez</translation>
    </message>
    <message>
        <source>&amp;Enter the address…</source>
        <translation>&amp;Introducir la dirección…</translation>
    </message>
    <message>
        <source>Welcome. Can you see yourself?</source>
        <translation>Te damos la bienvenida. ¿Te ves?</translation>
    </message>
    <message>
        <source>Show the gestures</source>
        <translation>Muestra los gestos</translation>
    </message>
    <message>
        <source>Play a round</source>
        <translation>Juega una ronda</translation>
    </message>
    <message>
        <source>Welcome. This is what the program does</source>
        <translation>Te damos la bienvenida. Esto es lo que hace el programa</translation>
    </message>
    <message>
        <source>The program sees which gesture a hand shows, and plays rock, paper, scissors, lizard, Spock with you. Nothing that the camera sees leaves this computer.</source>
        <translation>El programa ve qué gesto muestra una mano y juega contigo a piedra, papel, tijera, lagarto, Spock. Nada de lo que ve la cámara sale de este ordenador.</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>Buscando cámaras…</translation>
    </message>
    <message>
        <source>Hold one hand up, so that all of it is in the picture. Lines follow its fingers.</source>
        <translation>Levanta una mano de modo que se vea entera en la imagen. Unas líneas siguen sus dedos.</translation>
    </message>
    <message>
        <source>No camera was found, so a clip is played: lines follow the fingers, and the label names the gesture. Connect a camera at any time, or use a phone.</source>
        <translation>No se ha encontrado ninguna cámara, por eso se reproduce un vídeo: unas líneas siguen los dedos y el rótulo dice el gesto. Puedes conectar una cámara en cualquier momento o usar un móvil.</translation>
    </message>
    <message>
        <source>A recording is shown. Choose a camera to see yourself.</source>
        <translation>Se muestra una grabación. Elige una cámara para verte.</translation>
    </message>
    <message>
        <source>1. Connect the phone to the same network as this computer.</source>
        <translation>1. Conecta el móvil a la misma red que este ordenador.</translation>
    </message>
    <message>
        <source>2. On the phone, install and start an app that offers its camera at an MJPEG or RTSP address, for example IP Webcam (Android) or DroidCam (Android, iPhone).</source>
        <translation>2. En el móvil, instala y abre una aplicación que ofrezca su cámara en una dirección MJPEG o RTSP, por ejemplo IP Webcam (Android) o DroidCam (Android, iPhone).</translation>
    </message>
    <message>
        <source>3. The app shows an address. Enter it here, for most apps with /video at its end: 192.168.1.20:8080/video</source>
        <translation>3. La aplicación muestra una dirección. Introdúcela aquí, con la mayoría de las aplicaciones con /video al final: 192.168.1.20:8080/video</translation>
    </message>
    <message>
        <source>A fist</source>
        <translation>Un puño</translation>
    </message>
    <message>
        <source>A flat hand, fingers together</source>
        <translation>La mano abierta, dedos juntos</translation>
    </message>
    <message>
        <source>Two fingers, spread</source>
        <translation>Dos dedos, separados</translation>
    </message>
    <message>
        <source>A beak: fingertips on the thumb</source>
        <translation>Un pico: las yemas sobre el pulgar</translation>
    </message>
    <message>
        <source>Fingers parted in the middle</source>
        <translation>Dedos separados por el medio</translation>
    </message>
    <message>
        <source>1. Hold up a fist while the words are called.</source>
        <translation>1. Mantén el puño en alto mientras se dicen las palabras.</translation>
    </message>
    <message>
        <source>2. On “shoot!”, show one of the gestures, and hold it.</source>
        <translation>2. Al oír «¡ya!», muestra uno de los gestos y mantenlo.</translation>
    </message>
    <message>
        <source>3. The program says who wins, and why. Each gesture beats two others:</source>
        <translation>3. El programa dice quién gana y por qué. Cada gesto gana a otros dos:</translation>
    </message>
    <message>
        <source>All of them have been recognized.</source>
        <translation>Todos se han reconocido.</translation>
    </message>
    <message>
        <source>The hand in the clip shows them. Each gets a tick once it has been recognized.</source>
        <translation>La mano del vídeo los muestra. Cada uno recibe una marca en cuanto se reconoce.</translation>
    </message>
    <message>
        <source>Show each one to the camera, in any order, and hold it until it gets a tick.</source>
        <translation>Muestra cada uno a la cámara, en cualquier orden, y mantenlo hasta que reciba una marca.</translation>
    </message>
    <message>
        <source>{count} of {total} recognized</source>
        <translation>{count} de {total} reconocidos</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Aún no</translation>
    </message>
    <message>
        <source>Without a camera, the hand of the clip plays. Its rounds are not counted.</source>
        <translation>Sin cámara juega la mano del vídeo. Sus rondas no cuentan.</translation>
    </message>
    <message>
        <source>You begin with the easiest opponent. It lets you win often.</source>
        <translation>Empiezas con el rival más fácil. Te deja ganar a menudo.</translation>
    </message>
    <message>
        <source>Step {number} of {total}</source>
        <translation>Paso {number} de {total}</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Siguiente</translation>
    </message>
    <message>
        <source>&amp;Watch a round</source>
        <translation>&amp;Ver una ronda</translation>
    </message>
    <message>
        <source>&amp;Play a round</source>
        <translation>&amp;Jugar una ronda</translation>
    </message>
    <message>
        <source>Source: {name}</source>
        <translation>Fuente: {name}</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>One hand (faster)</source>
        <translation>Una mano (más rápido)</translation>
    </message>
    <message>
        <source>Two hands</source>
        <translation>Dos manos</translation>
    </message>
    <message>
        <source>Low: fewest false alarms</source>
        <translation>Baja: menos falsas alarmas</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High: fastest, careless gestures count</source>
        <translation>Alta: lo más rápido, valen los gestos descuidados</translation>
    </message>
    <message>
        <source>The fastest, by a short measurement</source>
        <translation>El más rápido, según una medición breve</translation>
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
        <translation>Lenta</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Rápida</translation>
    </message>
    <message>
        <source>Words pop up</source>
        <translation>Las palabras aparecen de golpe</translation>
    </message>
    <message>
        <source>Reduced: nothing pops up</source>
        <translation>Reducido: nada aparece de golpe</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Idioma del sistema</translation>
    </message>
    <message>
        <source>Each sample of the Collect page counts as soon as it is recorded. Off: the model alone answers, until it is retrained.</source>
        <translation>Cada muestra de la página «Grabar» cuenta en cuanto se graba. Desactivado: solo responde el modelo, hasta que se vuelva a entrenar.</translation>
    </message>
    <message>
        <source>Throws in a game do not depend on it.</source>
        <translation>Las jugadas del juego no dependen de ella.</translation>
    </message>
    <message>
        <source>A gesture must be clear and held for about half a second. Hands that do something else are rarely taken for one.</source>
        <translation>Un gesto debe ser claro y mantenerse alrededor de medio segundo. Las manos que hacen otra cosa rara vez se toman por un gesto.</translation>
    </message>
    <message>
        <source>A gesture must be held for a moment.</source>
        <translation>Un gesto debe mantenerse un momento.</translation>
    </message>
    <message>
        <source>Careless gestures count, and at once. Hands that do something else are taken for a gesture more often.</source>
        <translation>Los gestos descuidados valen, y al momento. Las manos que hacen otra cosa se toman más a menudo por un gesto.</translation>
    </message>
    <message>
        <source>There are no recordings yet. Record at least two gestures on the Collect page.</source>
        <translation>Aún no hay grabaciones. Graba al menos dos gestos en la página «Grabar».</translation>
    </message>
    <message>
        <source>At least two gestures are needed, or there is nothing to tell apart.</source>
        <translation>Hacen falta al menos dos gestos, o no hay nada que distinguir.</translation>
    </message>
    <message>
        <source>There are too few recordings.</source>
        <translation>Hay muy pocas grabaciones.</translation>
    </message>
    <message>
        <source>There are enough recordings of {gesture} only.</source>
        <translation>Solo hay suficientes grabaciones de {gesture}.</translation>
    </message>
    <message>
        <source>All recordings of each gesture are from one session, so the result cannot be checked on another day, in other light. Record a second session.</source>
        <translation>Todas las grabaciones de cada gesto son de una sola sesión, así que el resultado no se puede comprobar con otro día ni otra luz. Graba una segunda sesión.</translation>
    </message>
    <message>
        <source>{gestures}: from one session only, so not checked across sessions.</source>
        <translation>{gestures}: de una sola sesión, así que no se comprueba con otra.</translation>
    </message>
    <message>
        <source>{gesture} is left out: {count} of at least {least} recordings.</source>
        <translation>{gesture} se deja fuera: {count} de al menos {least} grabaciones.</translation>
    </message>
    <message>
        <source>{gestures}: fewer than {count} recordings. More make it surer.</source>
        <translation>{gestures}: menos de {count} grabaciones. Con más es más seguro.</translation>
    </message>
    <message>
        <source>{count} of {judged} recordings of {gesture} were read as {read_as}. If they show {read_as}, relabel them first.</source>
        <translation>{count} de {judged} grabaciones de {gesture} se reconocieron como {read_as}. Si muestran {read_as}, muévelas primero.</translation>
    </message>
    <message>
        <source>no gesture</source>
        <translation>ningún gesto</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <comment>pattern of a date, see QDateTime::toString</comment>
        <translation>d MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>{names}, {name}</source>
        <translation>{names}, {name}</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} y {last}</translation>
    </message>
    <message>
        <source>{names} or {last}</source>
        <translation>{names} o {last}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>What was it?</source>
        <translation>¿Qué era?</translation>
    </message>
    <message>
        <source>Which hand? What was it?</source>
        <translation>¿Qué mano? ¿Qué era?</translation>
    </message>
    <message>
        <source>Perhaps {gesture}</source>
        <translation>Quizá {gesture}</translation>
    </message>
    <message>
        <source>Show one of the gestures below.</source>
        <translation>Muestra uno de los gestos de abajo.</translation>
    </message>
    <message>
        <source>Show {names} or {last}.</source>
        <translation>Muestra {names} o {last}.</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>&amp;Retrain</source>
        <translation>&amp;Reentrenar</translation>
    </message>
    <message>
        <source>Train the model in use further on your samples (Ctrl+R)</source>
        <translation>Seguir entrenando el modelo en uso con tus muestras (Ctrl+R)</translation>
    </message>
    <message>
        <source>Record &amp;samples</source>
        <translation>Grabar &amp;muestras</translation>
    </message>
    <message>
        <source>My gestures differ by &amp;direction alone</source>
        <translation>Mis gestos solo difieren en la &amp;dirección</translation>
    </message>
    <message>
        <source>Such as a thumb up or down: hands are then cut out as they are held, not turned upright first</source>
        <translation>Como pulgar arriba o abajo: entonces las manos se recortan tal como están, sin enderezarlas antes</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Jugar</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>By session</source>
        <translation>Por sesión</translation>
    </message>
    <message>
        <source>Learn from</source>
        <translation>Para aprender</translation>
    </message>
    <message>
        <source>Check with</source>
        <translation>Para comprobar</translation>
    </message>
    <message>
        <source>(new)</source>
        <translation>(nuevo)</translation>
    </message>
    <message>
        <source>{count} of {goal}</source>
        <translation>{count} de {goal}</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
    <message>
        <source>find hands</source>
        <translation>encontrar manos</translation>
    </message>
    <message>
        <source>cut out</source>
        <translation>recortar</translation>
    </message>
    <message>
        <source>classify</source>
        <translation>reconocer</translation>
    </message>
    <message>
        <source>altogether</source>
        <translation>en total</translation>
    </message>
    <message>
        <source>Measured rate and latency</source>
        <translation>Frecuencia y retardo medidos</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Clasificador</translation>
    </message>
    <message>
        <source>Picture {capture_fps} fps</source>
        <translation>Imagen {capture_fps}/s</translation>
    </message>
    <message>
        <source>Recognition {inference_fps} fps</source>
        <translation>Reconocimiento {inference_fps}/s</translation>
    </message>
    <message>
        <source>Latency {p50_ms} ms (p95 {p95_ms} ms)</source>
        <translation>Retardo {p50_ms} ms (p95 {p95_ms} ms)</translation>
    </message>
    <message>
        <source>Loading the recognizer…</source>
        <translation>Cargando el reconocimiento…</translation>
    </message>
    <message numerus="yes">
        <source>{count} samples used   ·   {classifier}</source>
        <comment>{count} sample used   ·   {classifier}</comment>
        <translation>
            <numerusform>{count} muestra usada   ·   {classifier}</numerusform>
            <numerusform>{count} muestras usadas   ·   {classifier}</numerusform>
        </translation>
    </message>
    <message>
        <source>Latency: from the frame&apos;s capture until its label is painted</source>
        <translation>Retardo: desde que se capta la imagen hasta que se dibuja el resultado</translation>
    </message>
    <message>
        <source>{name}: {p50_ms} ms (p95 {p95_ms} ms)</source>
        <translation>{name}: {p50_ms} ms (p95 {p95_ms} ms)</translation>
    </message>
    <message>
        <source>Frames skipped to stay live: {skipped}</source>
        <translation>Imágenes omitidas para seguir en vivo: {skipped}</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>Conectando de nuevo…</translation>
    </message>
    <message>
        <source>Waiting for {name}…</source>
        <translation>Esperando a {name}…</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>Abriendo {name}…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>Recognition is off</source>
        <translation>El reconocimiento está apagado</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>The recognizer will be ready in a moment.</source>
        <translation>El reconocimiento estará listo en un momento.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Apagado</translation>
    </message>
    <message>
        <source>Recognition is off. The picture goes on.</source>
        <translation>El reconocimiento está apagado. La imagen sigue.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Sin imagen</translation>
    </message>
    <message>
        <source>No hand</source>
        <translation>Ninguna mano</translation>
    </message>
    <message>
        <source>Hold a hand up to the camera.</source>
        <translation>Muestra una mano a la cámara.</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation>{percent} de certeza</translation>
    </message>
    <message>
        <source>Hold it still, and show it clearly.</source>
        <translation>Mantenla quieta y muéstrala con claridad.</translation>
    </message>
    <message>
        <source>Camera picture</source>
        <translation>Imagen de la cámara</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Recientes</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>&amp;Vaciar la lista</translation>
    </message>
    <message>
        <source>{name} in {folder}</source>
        <translation>{name} en {folder}</translation>
    </message>
    <message>
        <source>Throws at random: perfectly fair.</source>
        <translation>Elige al azar: totalmente justo.</translation>
    </message>
    <message>
        <source>Lets you win more often than not.</source>
        <translation>Te deja ganar la mayoría de las veces.</translation>
    </message>
    <message>
        <source>Counts what you throw, and beats your favourite.</source>
        <translation>Cuenta tus jugadas y gana a tu favorita.</translation>
    </message>
    <message>
        <source>Remembers what you throw after what.</source>
        <translation>Recuerda qué juegas después de cada jugada.</translation>
    </message>
    <message>
        <source>Weighs many guesses about you, and trusts those that come true.</source>
        <translation>Sopesa muchas conjeturas sobre ti y se fía de las que aciertan.</translation>
    </message>
    <message>
        <source>both threw {gesture}</source>
        <translation>ambos jugaron {gesture}</translation>
    </message>
    <message>
        <source>{winner} {verb} {loser}</source>
        <translation>{winner} {verb} {loser}</translation>
    </message>
    <message>
        <source>a rule table needs a name</source>
        <translation>un juego necesita un nombre</translation>
    </message>
    <message>
        <source>&quot;{gesture}&quot; is never a throw</source>
        <translation>«{gesture}» nunca es una jugada</translation>
    </message>
    <message>
        <source>gestures must be non-empty texts without outer spaces, got {gestures}</source>
        <translation>los gestos deben ser textos sin espacios en los extremos, no {gestures}</translation>
    </message>
    <message>
        <source>a game needs three gestures or more, got {count}</source>
        <translation>un juego necesita tres gestos o más, hay {count}</translation>
    </message>
    <message>
        <source>nothing beats {gesture}: nobody would throw anything else</source>
        <translation>nada gana a {gesture}: nadie jugaría otra cosa</translation>
    </message>
    <message>
        <source>{winner} beats {loser}, which is not one of {gestures}</source>
        <translation>{winner} gana a {loser}, que no es uno de {gestures}</translation>
    </message>
    <message>
        <source>{gesture} cannot beat itself</source>
        <translation>{gesture} no puede ganarse a sí mismo</translation>
    </message>
    <message>
        <source>{winner} beats {loser} without a verb</source>
        <translation>{winner} gana a {loser} sin un verbo</translation>
    </message>
    <message>
        <source>{first} and {second} beat each other</source>
        <translation>{first} y {second} se ganan mutuamente</translation>
    </message>
    <message>
        <source>the table is not complete: nothing is said about {first} against {second}</source>
        <translation>falta algo: no se dice nada de {first} contra {second}</translation>
    </message>
    <message>
        <source>rock crushes scissors</source>
        <translation>la piedra aplasta la tijera</translation>
    </message>
    <message>
        <source>rock crushes lizard</source>
        <translation>la piedra aplasta al lagarto</translation>
    </message>
    <message>
        <source>paper covers rock</source>
        <translation>el papel cubre la piedra</translation>
    </message>
    <message>
        <source>paper disproves Spock</source>
        <translation>el papel refuta a Spock</translation>
    </message>
    <message>
        <source>scissors cuts paper</source>
        <translation>la tijera corta el papel</translation>
    </message>
    <message>
        <source>scissors decapitates lizard</source>
        <translation>la tijera decapita al lagarto</translation>
    </message>
    <message>
        <source>lizard eats paper</source>
        <translation>el lagarto se come el papel</translation>
    </message>
    <message>
        <source>lizard poisons Spock</source>
        <translation>el lagarto envenena a Spock</translation>
    </message>
    <message>
        <source>Spock vaporizes rock</source>
        <translation>Spock vaporiza la piedra</translation>
    </message>
    <message>
        <source>Spock smashes scissors</source>
        <translation>Spock destroza la tijera</translation>
    </message>
    <message>
        <source>crushes</source>
        <translation>aplasta</translation>
    </message>
    <message>
        <source>covers</source>
        <translation>cubre</translation>
    </message>
    <message>
        <source>cuts</source>
        <translation>corta</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>Clásico</translation>
    </message>
    <message>
        <source>disproves</source>
        <translation>refuta a</translation>
    </message>
    <message>
        <source>decapitates</source>
        <translation>decapita</translation>
    </message>
    <message>
        <source>eats</source>
        <translation>se come</translation>
    </message>
    <message>
        <source>poisons</source>
        <translation>envenena a</translation>
    </message>
    <message>
        <source>vaporizes</source>
        <translation>vaporiza</translation>
    </message>
    <message>
        <source>smashes</source>
        <translation>destroza</translation>
    </message>
    <message>
        <source>Lizard-Spock</source>
        <translation>Lagarto-Spock</translation>
    </message>
    <message>
        <source>swallows</source>
        <translation>se traga</translation>
    </message>
    <message>
        <source>Too early: keep a fist until “shoot!”.</source>
        <translation>Demasiado pronto: mantén el puño hasta «¡ya!».</translation>
    </message>
    <message>
        <source>Too late: show your throw on “shoot!”.</source>
        <translation>Demasiado tarde: muestra tu jugada con «¡ya!».</translation>
    </message>
    <message>
        <source>No hand in view: hold it up to the camera.</source>
        <translation>No se ve ninguna mano: muéstrala a la cámara.</translation>
    </message>
    <message>
        <source>That was no throw: show one of the gestures clearly.</source>
        <translation>Eso no era una jugada: muestra uno de los gestos con claridad.</translation>
    </message>
    <message>
        <source>Two hands with two throws: throw with one.</source>
        <translation>Dos manos con dos jugadas: juega con una.</translation>
    </message>
    <message>
        <source>Your hand kept changing: hold your throw still.</source>
        <translation>Tu mano no paraba de cambiar: mantén quieta tu jugada.</translation>
    </message>
    <message>
        <source>One player is missing: one hand in each half of the picture.</source>
        <translation>Falta un jugador: una mano en cada mitad de la imagen.</translation>
    </message>
    <message>
        <source>None of the throws it looked like: throw once more.</source>
        <translation>Ninguna de las jugadas que parecía: juega otra vez.</translation>
    </message>
    <message>
        <source>The camera sent too few pictures: check it, and try again.</source>
        <translation>La cámara envió muy pocas imágenes: revísala e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The cameras could not be listed</source>
        <translation>No se pudieron listar las cámaras</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>The model in use learns from it when it is retrained.</source>
        <translation>El modelo en uso aprende de ella cuando se vuelve a entrenar.</translation>
    </message>
    <message>
        <source>Hands like it are read better from now on.</source>
        <translation>Las manos como esta se reconocen mejor desde ahora.</translation>
    </message>
    <message>
        <source>Samples are not used at once, so it counts when the model is retrained.</source>
        <translation>Las muestras no se usan al momento: cuenta cuando el modelo se vuelva a entrenar.</translation>
    </message>
    <message>
        <source>Use samples at once</source>
        <translation>Usar las muestras al momento</translation>
    </message>
    <message>
        <source>Your hand was added as {name}.</source>
        <translation>Tu mano se añadió como {name}.</translation>
    </message>
    <message>
        <source>Your hand was not added.</source>
        <translation>Tu mano no se añadió.</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>corrección</translation>
    </message>
    <message>
        <source>The image could not be loaded</source>
        <translation>No se pudo cargar la imagen</translation>
    </message>
    <message>
        <source>The image of the sample {sample_id} could not be loaded</source>
        <translation>No se pudo cargar la imagen de la muestra {sample_id}</translation>
    </message>
    <message>
        <source>The sample {sample_id} cannot be read: the samples are closed.</source>
        <translation>No se puede leer la muestra {sample_id}: las muestras están cerradas.</translation>
    </message>
    <message>
        <source>The samples could not be remembered</source>
        <translation>No se pudieron recordar las muestras</translation>
    </message>
    <message>
        <source>The file could not be looked for</source>
        <translation>No se pudo buscar el archivo</translation>
    </message>
    <message>
        <source>{name} is no longer there. It was removed from the list of recent sources.</source>
        <translation>{name} ya no está. Se quitó de la lista de fuentes recientes.</translation>
    </message>
    <message>
        <source>Looked for {value}.</source>
        <translation>Se buscó {value}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} samples deleted</source>
        <comment>{count} sample deleted</comment>
        <translation>
            <numerusform>{count} muestra borrada</numerusform>
            <numerusform>{count} muestras borradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} samples taken back</source>
        <comment>{count} sample taken back</comment>
        <translation>
            <numerusform>{count} muestra retirada</numerusform>
            <numerusform>{count} muestras retiradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} samples taken back from the trash</source>
        <comment>{count} sample taken back from the trash</comment>
        <translation>
            <numerusform>{count} muestra recuperada de la papelera</numerusform>
            <numerusform>{count} muestras recuperadas de la papelera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} samples forgotten; the recordings stay</source>
        <comment>{count} sample forgotten; the recordings stay</comment>
        <translation>
            <numerusform>{count} muestra olvidada; la grabación se queda</numerusform>
            <numerusform>{count} muestras olvidadas; las grabaciones se quedan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} samples remembered again</source>
        <comment>{count} sample remembered again</comment>
        <translation>
            <numerusform>{count} muestra recordada de nuevo</numerusform>
            <numerusform>{count} muestras recordadas de nuevo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} samples moved to {title}</source>
        <comment>{count} sample moved to {title}</comment>
        <translation>
            <numerusform>{count} muestra movida a {title}</numerusform>
            <numerusform>{count} muestras movidas a {title}</numerusform>
        </translation>
    </message>
    <message>
        <source>a name needs at least one character</source>
        <translation>un nombre necesita al menos un carácter</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>nadie en particular</translation>
    </message>
    <message numerus="yes">
        <source>{count} samples given to {name}</source>
        <comment>{count} sample given to {name}</comment>
        <translation>
            <numerusform>{count} muestra asignada: {name}</numerusform>
            <numerusform>{count} muestras asignadas: {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} recorded samples cannot be read and are left out.</source>
        <comment>{count} recorded sample cannot be read and is left out.</comment>
        <translation>
            <numerusform>{count} muestra grabada no se puede leer y se omite.</numerusform>
            <numerusform>{count} muestras grabadas no se pueden leer y se omiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>{listed} and {more} more</source>
        <translation>{listed} y {more} más</translation>
    </message>
    <message>
        <source>{listed}. They stay where they are; nothing was removed.</source>
        <translation>{listed}. Se quedan donde están; no se quitó nada.</translation>
    </message>
    <message numerus="yes">
        <source>Remove {count} deleted samples for good?</source>
        <comment>Remove {count} deleted sample for good?</comment>
        <translation>
            <numerusform>¿Quitar para siempre {count} muestra borrada?</numerusform>
            <numerusform>¿Quitar para siempre {count} muestras borradas?</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing brings them back after that.</source>
        <translation>Después nada las recupera.</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>Quitar para siempre</translation>
    </message>
    <message>
        <source>The samples could not be changed</source>
        <translation>No se pudieron cambiar las muestras</translation>
    </message>
    <message numerus="yes">
        <source>{count} samples removed for good.</source>
        <comment>{count} sample removed for good.</comment>
        <translation>
            <numerusform>{count} muestra quitada para siempre.</numerusform>
            <numerusform>{count} muestras quitadas para siempre.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>The recognizer could not be stopped</source>
        <translation>No se pudo detener el reconocimiento</translation>
    </message>
    <message>
        <source>The clip has ended.</source>
        <translation>El vídeo ha terminado.</translation>
    </message>
    <message>
        <source>The clip is paused. It goes on with K on the Live page.</source>
        <translation>El vídeo está en pausa. Sigue con K en la página «En vivo».</translation>
    </message>
    <message>
        <source>This is a still image. Choose a camera or a video.</source>
        <translation>Esto es una imagen fija. Elige una cámara o un vídeo.</translation>
    </message>
    <message>
        <source>There is no picture from the camera.</source>
        <translation>No llega imagen de la cámara.</translation>
    </message>
    <message>
        <source>The recognizer is still loading.</source>
        <translation>El reconocimiento todavía se está cargando.</translation>
    </message>
    <message>
        <source>Recognition is off.</source>
        <translation>El reconocimiento está apagado.</translation>
    </message>
    <message>
        <source>Allow it in System Settings, Privacy &amp; Security, Camera; then start the program again.</source>
        <translation>Permítelo en Ajustes del Sistema, Privacidad &amp; Seguridad, Cámara; después inicia el programa de nuevo.</translation>
    </message>
    <message>
        <source>Allow the program to use the camera in the system&apos;s privacy settings.</source>
        <translation>Permite que el programa use la cámara en los ajustes de privacidad del sistema.</translation>
    </message>
    <message>
        <source>The program may not use the camera.</source>
        <translation>El programa no tiene permiso para usar la cámara.</translation>
    </message>
    <message>
        <source>{name} is not connected. Showing {other}.</source>
        <translation>{name} no está conectada. Se muestra {other}.</translation>
    </message>
    <message>
        <source>The camera used last</source>
        <translation>La última cámara usada</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Camera connected: {name}.</source>
        <translation>Cámara conectada: {name}.</translation>
    </message>
    <message>
        <source>No camera found. Showing the demo clip.</source>
        <translation>No se encontró ninguna cámara. Se muestra el vídeo de demostración.</translation>
    </message>
    <message>
        <source>Connect a camera at any time, or open a video.</source>
        <translation>Conecta una cámara cuando quieras, o abre un vídeo.</translation>
    </message>
    <message>
        <source>Choose a camera…</source>
        <translation>Elegir una cámara…</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Abrir archivo…</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>{source_name} has ended.</source>
        <translation>{source_name} ha terminado.</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>Elegir otra…</translation>
    </message>
    <message>
        <source>Try it again; if it comes back, start the program anew. The log has the details.</source>
        <translation>Inténtalo de nuevo; si vuelve a pasar, reinicia el programa. El registro tiene los detalles.</translation>
    </message>
    <message>
        <source>{failure}: {reason}.</source>
        <translation>{failure}: {reason}.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Teclas</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>&amp;Reglas</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Acerca de</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>&amp;Primeros pasos</translation>
    </message>
    <message>
        <source>A round</source>
        <translation>Una ronda</translation>
    </message>
    <message>
        <source>This picture of your hand is added to your samples. Ctrl+Z takes it back.</source>
        <translation>Esta imagen de tu mano se añade a tus muestras. Ctrl+Z la retira.</translation>
    </message>
    <message>
        <source>Gesture: {title}</source>
        <translation>Gesto: {title}</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Posición</translation>
    </message>
    <message>
        <source>Start again at the end (O)</source>
        <translation>Empezar de nuevo al final (O)</translation>
    </message>
    <message>
        <source>Start again at the end</source>
        <translation>Empezar de nuevo al final</translation>
    </message>
    <message>
        <source>Speed (+ and -)</source>
        <translation>Velocidad (+ y -)</translation>
    </message>
    <message>
        <source>Speed: {speed}</source>
        <translation>Velocidad: {speed}</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>Imagen anterior</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>Imagen siguiente</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>Un fotograma atrás</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Un fotograma adelante</translation>
    </message>
    <message>
        <source>Play</source>
        <comment>a clip</comment>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>demasiado pequeñas</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>cortadas</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>borrosas</translation>
    </message>
    <message>
        <source>like the one before</source>
        <translation>iguales que la anterior</translation>
    </message>
    <message>
        <source>Show {label}, and hold Space.</source>
        <translation>Muestra {label} y mantén pulsado Espacio.</translation>
    </message>
    <message>
        <source>{missing} more of {label}.</source>
        <translation>{missing} más de {label}.</translation>
    </message>
    <message>
        <source>Turn your hand a little, this way and that, while you record. {missing} more of {label}.</source>
        <translation>Gira un poco la mano a un lado y a otro mientras grabas. {missing} más de {label}.</translation>
    </message>
    <message>
        <source>Move closer for the next ones. {missing} more of {label}.</source>
        <translation>Acércate para las siguientes. {missing} más de {label}.</translation>
    </message>
    <message>
        <source>Move further away for the next ones. {missing} more of {label}.</source>
        <translation>Aléjate para las siguientes. {missing} más de {label}.</translation>
    </message>
    <message>
        <source>Show the other side of your hand, too. {missing} more of {label}.</source>
        <translation>Muestra también el otro lado de la mano. {missing} más de {label}.</translation>
    </message>
    <message>
        <source>Use your other hand for some, if you play with it. {missing} more of {label}.</source>
        <translation>Usa la otra mano para algunas, si juegas con ella. {missing} más de {label}.</translation>
    </message>
    <message>
        <source>Enough for now. Go on with {label}: {missing} more.</source>
        <translation>Basta por ahora. Sigue con {label}: {missing} más.</translation>
    </message>
    <message>
        <source>Enough for today. Come back another day, in another light: only a second session shows what was learnt.</source>
        <translation>Basta por hoy. Vuelve otro día, con otra luz: solo una segunda sesión muestra lo que se ha aprendido.</translation>
    </message>
    <message>
        <source>There is enough of everything, from several sessions. Now the model can be retrained.</source>
        <translation>Hay suficiente de todo, de varias sesiones. Ahora se puede reentrenar el modelo.</translation>
    </message>
    <message>
        <source>Hold your hand as it comes, but make no gesture, and hold Space.</source>
        <translation>Pon la mano como te salga, pero sin hacer ningún gesto, y mantén pulsado Espacio.</translation>
    </message>
    <message>
        <source>Use samples at once ({count} to go)</source>
        <translation>Usar las muestras al momento (faltan {count})</translation>
    </message>
    <message>
        <source>This model was made by an earlier version. It learns from your samples when it is retrained.</source>
        <translation>Este modelo lo hizo una versión anterior. Aprende de tus muestras cuando se reentrena.</translation>
    </message>
    <message>
        <source>Each sample counts as soon as it is recorded. Off: the model alone answers, until it is retrained.</source>
        <translation>Cada muestra cuenta en cuanto se graba. Desactivado: solo responde el modelo, hasta que se reentrene.</translation>
    </message>
    <message numerus="yes">
        <source>Look through {count} doubtful samples</source>
        <comment>Look through {count} doubtful sample</comment>
        <translation>
            <numerusform>Revisar {count} muestra dudosa</numerusform>
            <numerusform>Revisar {count} muestras dudosas</numerusform>
        </translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aún ninguna</translation>
    </message>
    <message>
        <source>{position} of {count}</source>
        <translation>{position} de {count}</translation>
    </message>
    <message numerus="yes">
        <source>{count} sessions</source>
        <comment>{count} session</comment>
        <translation>
            <numerusform>{count} sesión</numerusform>
            <numerusform>{count} sesiones</numerusform>
        </translation>
    </message>
    <message>
        <source>{saved} kept</source>
        <translation>{saved} guardadas</translation>
    </message>
    <message>
        <source>{count} refused ({reasons})</source>
        <translation>{count} rechazadas ({reasons})</translation>
    </message>
    <message>
        <source>{title} · {session} · no. {number}</source>
        <translation>{title} · {session} · n.º {number}</translation>
    </message>
    <message>
        <source>Left hand</source>
        <translation>Mano izquierda</translation>
    </message>
    <message>
        <source>Right hand</source>
        <translation>Mano derecha</translation>
    </message>
    <message>
        <source>unknown camera</source>
        <translation>cámara desconocida</translation>
    </message>
    <message>
        <source>Recorded for {person}.</source>
        <translation>Grabada para {person}.</translation>
    </message>
    <message>
        <source>Forgotten: it does not count at once.</source>
        <translation>Olvidada: no cuenta al momento.</translation>
    </message>
    <message>
        <source>The model that was in use did not know {label}.</source>
        <translation>El modelo que estaba en uso no conocía {label}.</translation>
    </message>
    <message>
        <source>The model was right ({sure}).</source>
        <translation>El modelo acertó ({sure}).</translation>
    </message>
    <message>
        <source>The model took it for {label} ({sure}).</source>
        <translation>El modelo lo tomó por {label} ({sure}).</translation>
    </message>
    <message>
        <source>{label} was likeliest, {percent} %</source>
        <translation>lo más probable era {label}, {percent} %</translation>
    </message>
    <message>
        <source>The model took it for no gesture ({likeliest}).</source>
        <translation>El modelo no lo tomó por ningún gesto ({likeliest}).</translation>
    </message>
    <message>
        <source>This looks like {read_as}, and is recorded as {label}. Check which gesture is chosen.</source>
        <translation>Esto parece {read_as} y se graba como {label}. Comprueba qué gesto está elegido.</translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <translation>La importación se paró.</translation>
    </message>
    <message numerus="yes">
        <source>The import was stopped; {count} samples were added before.</source>
        <comment>The import was stopped; {count} sample was added before.</comment>
        <translation>
            <numerusform>La importación se paró; antes se añadió {count} muestra.</numerusform>
            <numerusform>La importación se paró; antes se añadieron {count} muestras.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing new: all {count} pictures were here already.</source>
        <comment>Nothing new: the picture was here already.</comment>
        <translation>
            <numerusform>Nada nuevo: la imagen ya estaba aquí.</numerusform>
            <numerusform>Nada nuevo: las {count} imágenes ya estaban aquí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} samples imported.</source>
        <comment>{count} sample imported.</comment>
        <translation>
            <numerusform>{count} muestra importada.</numerusform>
            <numerusform>{count} muestras importadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>No se importó nada.</translation>
    </message>
    <message>
        <source>{handless} without a hand</source>
        <translation>{handless} sin mano</translation>
    </message>
    <message>
        <source>{unlabelled} without a label</source>
        <translation>{unlabelled} sin nombre de gesto</translation>
    </message>
    <message>
        <source>{known} known already</source>
        <translation>{known} ya conocidas</translation>
    </message>
    <message>
        <source>Left out: {reasons}.</source>
        <translation>Omitidas: {reasons}.</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>Y {count} más.</translation>
    </message>
    <message>
        <source>Importing: getting ready…</source>
        <translation>Importando: preparando…</translation>
    </message>
    <message>
        <source>Importing: {seen} of {expected} pictures, {taken} taken, {left_out} left out</source>
        <translation>Importando: {seen} de {expected} imágenes, {taken} tomadas, {left_out} omitidas</translation>
    </message>
    <message>
        <source>Importing: {seen} pictures, {taken} taken, {left_out} left out</source>
        <translation>Importando: {seen} imágenes, {taken} tomadas, {left_out} omitidas</translation>
    </message>
    <message>
        <source>Recognized</source>
        <translation>Reconocido</translation>
    </message>
    <message>
        <source>Probability of each gesture, and of none</source>
        <translation>Probabilidad de cada gesto, y de ninguno</translation>
    </message>
    <message>
        <source>Say what your hand showed (C, or the gesture&apos;s key), so that it is learnt</source>
        <translation>Di qué mostraba tu mano (C, o la tecla del gesto) para que se aprenda</translation>
    </message>
    <message>
        <source>Misread? Say what your hand showed</source>
        <translation>¿Mal reconocida? Di qué mostraba tu mano</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilidad</translation>
    </message>
    <message>
        <source>&amp;All settings…</source>
        <translation>&amp;Todos los ajustes…</translation>
    </message>
    <message>
        <source>&amp;Keys, rules, about…</source>
        <translation>T&amp;eclas, reglas, información…</translation>
    </message>
    <message>
        <source>F&amp;irst steps</source>
        <translation>Pr&amp;imeros pasos</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Pantalla completa</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Show the picture as in a mirror (M)</source>
        <translation>Mostrar la imagen como en un espejo (M)</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Espejo</translation>
    </message>
    <message>
        <source>Key {key}</source>
        <translation>Tecla {key}</translation>
    </message>
    <message>
        <source>This picture of your hand is added to your samples, so that the next throw like it is read right. The round stays as it was played. Ctrl+Z takes the sample back.</source>
        <translation>Esta imagen de tu mano se añade a tus muestras, para que la próxima jugada como esta se reconozca bien. La ronda se queda como se jugó. Ctrl+Z retira la muestra.</translation>
    </message>
    <message>
        <source>Read as
{label}</source>
        <translation>Reconocida como
{label}</translation>
    </message>
    <message>
        <source>Another source was chosen.</source>
        <translation>Se eligió otra fuente.</translation>
    </message>
    <message>
        <source>Rounds so far</source>
        <translation>Rondas hasta ahora</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Misread?</source>
        <translation>¿Mal reconocida?</translation>
    </message>
    <message>
        <source>Say what your hand showed (C), so that it is learnt; the round stays as it is</source>
        <translation>Di qué mostraba tu mano (C) para que se aprenda; la ronda se queda como está</translation>
    </message>
    <message>
        <source>Next round</source>
        <translation>Ronda siguiente</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Now try the next opponent: {title}</source>
        <translation>Prueba ahora con el siguiente rival: {title}</translation>
    </message>
    <message>
        <source>Has chosen</source>
        <translation>Ha elegido</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>The opponent could not get ready</source>
        <translation>El rival no pudo prepararse</translation>
    </message>
    <message>
        <source>Kid</source>
        <translation>Niño</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Dado</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Contador</translation>
    </message>
    <message>
        <source>Habit hunter</source>
        <translation>Cazador de hábitos</translation>
    </message>
    <message>
        <source>Mind reader</source>
        <translation>Adivino</translation>
    </message>
    <message>
        <source>Statistics over all matches (S)</source>
        <translation>Estadísticas de todas las partidas (S)</translation>
    </message>
    <message>
        <source>You were on another page.</source>
        <translation>Estabas en otra página.</translation>
    </message>
    <message>
        <source>New game</source>
        <translation>Juego nuevo</translation>
    </message>
    <message>
        <source>Tournament</source>
        <translation>Torneo</translation>
    </message>
    <message>
        <source>Your opponent remembers your last rounds…</source>
        <translation>Tu rival recuerda tus últimas rondas…</translation>
    </message>
    <message>
        <source>Press Space to watch the clip play</source>
        <translation>Pulsa Espacio para ver jugar al vídeo</translation>
    </message>
    <message>
        <source>Press Space to play</source>
        <translation>Pulsa Espacio para jugar</translation>
    </message>
    <message>
        <source>first round</source>
        <translation>primera ronda</translation>
    </message>
    <message>
        <source>{count} decided rounds</source>
        <translation>{count} rondas decididas</translation>
    </message>
    <message>
        <source>What you throw most</source>
        <translation>Lo que más juegas</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Lo que viene después</translation>
    </message>
    <message>
        <source>no rounds yet</source>
        <translation>aún sin rondas</translation>
    </message>
    <message>
        <source>{count} of 10</source>
        <translation>{count} de 10</translation>
    </message>
    <message>
        <source>Practise again</source>
        <translation>Practicar otra vez</translation>
    </message>
    <message>
        <source>{position} of {count} · {points}</source>
        <translation>{position} de {count} · {points}</translation>
    </message>
    <message numerus="yes">
        <source>{count} points</source>
        <comment>{count} point</comment>
        <translation>
            <numerusform>{count} punto</numerusform>
            <numerusform>{count} puntos</numerusform>
        </translation>
    </message>
    <message>
        <source>{seen} of {count} gestures seen.</source>
        <translation>{seen} de {count} gestos vistos.</translation>
    </message>
    <message>
        <source>{seen} Your best so far: try to beat it.</source>
        <translation>{seen} Tu mejor resultado hasta ahora: intenta superarlo.</translation>
    </message>
    <message>
        <source>New personal best! Before: {points}. {seen}</source>
        <translation>¡Nueva marca personal! Antes: {points}. {seen}</translation>
    </message>
    <message>
        <source>{seen} Personal best: {points}.</source>
        <translation>{seen} Marca personal: {points}.</translation>
    </message>
    <message>
        <source>Not seen in time.</source>
        <translation>No se vio a tiempo.</translation>
    </message>
    <message>
        <source>Seen after {delay_s} s, {percent} sure.</source>
        <translation>Visto tras {delay_s} s, {percent} de certeza.</translation>
    </message>
    <message>
        <source>Space: practise again   ·   Esc: choose a mode</source>
        <translation>Espacio: practicar otra vez   ·   Esc: elegir un modo</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Parado</translation>
    </message>
    <message>
        <source>The results stay until you begin again.</source>
        <translation>Los resultados se quedan hasta que empieces de nuevo.</translation>
    </message>
    <message>
        <source>{points} of {most_points} points</source>
        <translation>{points} de {most_points} puntos</translation>
    </message>
    <message>
        <source>Show it now: {seconds} s left</source>
        <translation>Muéstralo ahora: quedan {seconds} s</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Fallado</translation>
    </message>
    <message>
        <source>Points by gesture</source>
        <translation>Puntos por gesto</translation>
    </message>
    <message>
        <source>The rounds could not be read or written</source>
        <translation>No se pudieron leer o escribir las rondas</translation>
    </message>
    <message numerus="yes">
        <source>{count} rounds were written to {path}.</source>
        <comment>One round was written to {path}.</comment>
        <translation>
            <numerusform>Se escribió una ronda en {path}.</numerusform>
            <numerusform>Se escribieron {count} rondas en {path}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The match goes on. Look whether the disk with your data folder still answers.</source>
        <translation>La partida sigue. Mira si el disco con tu carpeta de datos aún responde.</translation>
    </message>
    <message>
        <source>The rounds cannot be written fast enough.</source>
        <translation>Las rondas no se pueden escribir lo bastante rápido.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Reglas</translation>
    </message>
    <message>
        <source>Say what your hand showed, or go on.</source>
        <translation>Di qué mostraba tu mano, o sigue.</translation>
    </message>
    <message>
        <source>The picture seems to stand still…</source>
        <translation>La imagen parece estar quieta…</translation>
    </message>
    <message>
        <source>Y: yes   ·   N: no</source>
        <translation>Y: sí   ·   N: no</translation>
    </message>
    <message>
        <source>Space: go on   ·   Esc: end the match</source>
        <translation>Espacio: seguir   ·   Esc: terminar la partida</translation>
    </message>
    <message>
        <source>Space: go on   ·   Esc: close the question</source>
        <translation>Espacio: seguir   ·   Esc: cerrar la pregunta</translation>
    </message>
    <message>
        <source>The score is kept.</source>
        <translation>El marcador se conserva.</translation>
    </message>
    <message>
        <source>Space: another match   ·   Esc: choose a mode</source>
        <translation>Espacio: otra partida   ·   Esc: elegir un modo</translation>
    </message>
    <message>
        <source>Space: next round</source>
        <translation>Espacio: ronda siguiente</translation>
    </message>
    <message>
        <source>Score: {first} {first_score}, {second} {second_score}</source>
        <translation>Marcador: {first} {first_score}, {second} {second_score}</translation>
    </message>
    <message>
        <source>1 player</source>
        <translation>1 jugador</translation>
    </message>
    <message>
        <source>Against the computer</source>
        <translation>Contra el ordenador</translation>
    </message>
    <message>
        <source>2 players</source>
        <translation>2 jugadores</translation>
    </message>
    <message>
        <source>Two people in one picture</source>
        <translation>Dos personas en una imagen</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Práctica</translation>
    </message>
    <message>
        <source>Show what is asked for, fast and clearly</source>
        <translation>Muestra lo que se pide, rápido y con claridad</translation>
    </message>
    <message>
        <source>Best of {count}</source>
        <translation>Al mejor de {count}</translation>
    </message>
    <message>
        <source>Endless</source>
        <translation>Sin fin</translation>
    </message>
    <message>
        <source>Stand side by side: one hand in each half of the picture.</source>
        <translation>Poneos uno al lado del otro: una mano en cada mitad de la imagen.</translation>
    </message>
    <message>
        <source>Ten gestures are asked for, one after another. Fast and clear gives the most points.</source>
        <translation>Se piden diez gestos, uno tras otro. Rápido y claro da más puntos.</translation>
    </message>
    <message>
        <source>Who plays</source>
        <translation>Quién juega</translation>
    </message>
    <message>
        <source>Throws</source>
        <translation>Jugadas</translation>
    </message>
    <message>
        <source>Own rules…</source>
        <translation>Reglas propias…</translation>
    </message>
    <message>
        <source>Make a game with gestures of your own, or change one</source>
        <translation>Crear un juego con tus propios gestos, o cambiar uno</translation>
    </message>
    <message>
        <source>Best of</source>
        <translation>Al mejor de</translation>
    </message>
    <message>
        <source>Opponent</source>
        <translation>Rival</translation>
    </message>
    <message>
        <source>Hands-free: hold a fist to start</source>
        <translation>Manos libres: mantén el puño para empezar</translation>
    </message>
    <message>
        <source>A held fist starts, an open hand asks for another match, scissors end it</source>
        <translation>Un puño mantenido empieza, la mano abierta pide otra partida, tijera la termina</translation>
    </message>
    <message>
        <source>Tournament…</source>
        <translation>Torneo…</translation>
    </message>
    <message>
        <source>Three to eight people play, two at a time</source>
        <translation>Juegan de tres a ocho personas, de dos en dos</translation>
    </message>
    <message>
        <source>Go on with the tournament…</source>
        <translation>Continuar el torneo…</translation>
    </message>
    <message>
        <source>Win a match against the one before, and it is yours to play</source>
        <translation>Gana una partida contra el anterior y podrás jugar contra él</translation>
    </message>
    <message>
        <source>Opponent: {title}</source>
        <translation>Rival: {title}</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>Practicar</translation>
    </message>
    <message>
        <source>Sound is on</source>
        <translation>El sonido está activado</translation>
    </message>
    <message>
        <source>Sound is off</source>
        <translation>El sonido está desactivado</translation>
    </message>
    <message>
        <source>No sound: {problem}</source>
        <translation>Sin sonido: {problem}</translation>
    </message>
    <message>
        <source>Qt Multimedia is not installed</source>
        <translation>Qt Multimedia no está instalado</translation>
    </message>
    <message>
        <source>no sound device was found</source>
        <translation>no se encontró ningún dispositivo de sonido</translation>
    </message>
    <message>
        <source>After a win</source>
        <translation>Tras una victoria</translation>
    </message>
    <message>
        <source>After a loss</source>
        <translation>Tras una derrota</translation>
    </message>
    <message>
        <source>After a draw</source>
        <translation>Tras un empate</translation>
    </message>
    <message>
        <source>draws only</source>
        <translation>solo empates</translation>
    </message>
    <message>
        <source>{percent} of {count}</source>
        <translation>{percent} de {count}</translation>
    </message>
    <message>
        <source>{percent} the same again</source>
        <translation>{percent} lo mismo otra vez</translation>
    </message>
    <message>
        <source>Too early!</source>
        <translation>¡Demasiado pronto!</translation>
    </message>
    <message>
        <source>Too late!</source>
        <translation>¡Demasiado tarde!</translation>
    </message>
    <message>
        <source>No hand!</source>
        <translation>¡Ninguna mano!</translation>
    </message>
    <message>
        <source>What was that?</source>
        <translation>¿Qué ha sido eso?</translation>
    </message>
    <message>
        <source>Two hands!</source>
        <translation>¡Dos manos!</translation>
    </message>
    <message>
        <source>Hold still!</source>
        <translation>¡Quieto!</translation>
    </message>
    <message>
        <source>Somebody is missing!</source>
        <translation>¡Falta alguien!</translation>
    </message>
    <message>
        <source>No picture!</source>
        <translation>¡Sin imagen!</translation>
    </message>
    <message>
        <source>Once more!</source>
        <translation>¡Otra vez!</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Player 2</source>
        <translation>Jugador 2</translation>
    </message>
    <message>
        <source>Player 1</source>
        <translation>Jugador 1</translation>
    </message>
    <message>
        <source>Draw!</source>
        <translation>¡Empate!</translation>
    </message>
    <message>
        <source>You win!</source>
        <translation>¡Ganas!</translation>
    </message>
    <message>
        <source>{player} wins!</source>
        <translation>¡Gana {player}!</translation>
    </message>
    <message>
        <source>You won the match!</source>
        <translation>¡Has ganado la partida!</translation>
    </message>
    <message>
        <source>{player} won the match</source>
        <translation>{player} ha ganado la partida</translation>
    </message>
    <message>
        <source>A draw, {first} : {second}</source>
        <translation>Empate, {first} : {second}</translation>
    </message>
    <message>
        <source>You win {numbers}</source>
        <translation>Ganas {numbers}</translation>
    </message>
    <message>
        <source>{player} wins {numbers}</source>
        <translation>{player} gana {numbers}</translation>
    </message>
    <message numerus="yes">
        <source>{count} rounds.</source>
        <comment>{count} round.</comment>
        <translation>
            <numerusform>{count} ronda.</numerusform>
            <numerusform>{count} rondas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them were draws.</source>
        <comment>{count} of them was a draw.</comment>
        <translation>
            <numerusform>{count} de ellas fue un empate.</numerusform>
            <numerusform>{count} de ellas fueron empates.</numerusform>
        </translation>
    </message>
    <message>
        <source>Longest win streak: {length}.</source>
        <translation>Racha más larga de victorias: {length}.</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>Keep a fist</source>
        <translation>Mantén el puño</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Fijada</translation>
    </message>
    <message>
        <source>Throw!</source>
        <translation>¡Juega!</translation>
    </message>
    <message>
        <source>Played again</source>
        <translation>Se repite</translation>
    </message>
    <message>
        <source>Nobody loses a point.</source>
        <translation>Nadie pierde un punto.</translation>
    </message>
    <message>
        <source>Late throw, {gesture} {delay_ms} ms after “shoot!”. The first throw counts.</source>
        <translation>Jugada tardía, {gesture} {delay_ms} ms después de «¡ya!». Vale la primera.</translation>
    </message>
    <message>
        <source>{player}: Late throw, {gesture} {delay_ms} ms after “shoot!”. The first throw counts.</source>
        <translation>{player}: jugada tardía, {gesture} {delay_ms} ms después de «¡ya!». Vale la primera.</translation>
    </message>
    <message>
        <source>Demo, not counted · round {number}</source>
        <translation>Demostración, no cuenta · ronda {number}</translation>
    </message>
    <message>
        <source>Endless match</source>
        <translation>Partida sin fin</translation>
    </message>
    <message>
        <source>Round {number} · endless</source>
        <translation>Ronda {number} · sin fin</translation>
    </message>
    <message>
        <source>One round decides</source>
        <translation>Una ronda decide</translation>
    </message>
    <message>
        <source>Round {number} · best of {best_of}</source>
        <translation>Ronda {number} · al mejor de {best_of}</translation>
    </message>
    <message>
        <source>{length} wins in a row</source>
        <translation>{length} victorias seguidas</translation>
    </message>
    <message>
        <source>{length} losses in a row</source>
        <translation>{length} derrotas seguidas</translation>
    </message>
    <message>
        <source>{player}: {length} in a row</source>
        <translation>{player}: {length} seguidas</translation>
    </message>
    <message>
        <source>{throw}, wins</source>
        <translation>{throw}, gana</translation>
    </message>
    <message>
        <source>shoot!</source>
        <translation>¡ya!</translation>
    </message>
    <message>
        <source>First win</source>
        <translation>Primera victoria</translation>
    </message>
    <message>
        <source>Win a round against the computer.</source>
        <translation>Gana una ronda contra el ordenador.</translation>
    </message>
    <message>
        <source>It had chosen before it saw your hand: you were better, not faster.</source>
        <translation>Había elegido antes de ver tu mano: fuiste mejor, no más rápido.</translation>
    </message>
    <message>
        <source>Live long and prosper</source>
        <translation>Larga y próspera vida</translation>
    </message>
    <message>
        <source>Throw Spock three times in a row.</source>
        <translation>Saca Spock tres veces seguidas.</translation>
    </message>
    <message>
        <source>Spock beats rock and scissors. Now your hand knows how.</source>
        <translation>Spock gana a piedra y tijera. Ahora tu mano ya sabe.</translation>
    </message>
    <message>
        <source>Full hand</source>
        <translation>Mano completa</translation>
    </message>
    <message>
        <source>Throw all five gestures in one match.</source>
        <translation>Saca los cinco gestos en una partida.</translation>
    </message>
    <message>
        <source>Each gesture beats two others: none of them is a bad choice.</source>
        <translation>Cada gesto gana a otros dos: ninguno es mala elección.</translation>
    </message>
    <message>
        <source>On the word</source>
        <translation>A tiempo</translation>
    </message>
    <message>
        <source>Throw right on “shoot!” ten times in a row.</source>
        <translation>Saca justo con «¡ya!» diez veces seguidas.</translation>
    </message>
    <message>
        <source>A throw on the word is fair, and is read best.</source>
        <translation>Sacar con la palabra es justo y se lee mejor.</translation>
    </message>
    <message>
        <source>Never give up</source>
        <translation>Nunca te rindas</translation>
    </message>
    <message>
        <source>Win a match after you lost its first two rounds.</source>
        <translation>Gana una partida tras perder sus dos primeras rondas.</translation>
    </message>
    <message>
        <source>Earlier rounds do not decide the next one.</source>
        <translation>Las rondas anteriores no deciden la siguiente.</translation>
    </message>
    <message>
        <source>Five in a row</source>
        <translation>Cinco seguidas</translation>
    </message>
    <message>
        <source>Win five rounds in a row; draws do not count.</source>
        <translation>Gana cinco rondas seguidas; los empates no cuentan.</translation>
    </message>
    <message>
        <source>You found a habit of your opponent before it found yours.</source>
        <translation>Descubriste un hábito de tu rival antes que él el tuyo.</translation>
    </message>
    <message>
        <source>Hard to read</source>
        <translation>Difícil de leer</translation>
    </message>
    <message>
        <source>Play twenty rounds with five gestures, none of them more than six times.</source>
        <translation>Juega veinte rondas con cinco gestos, ninguno más de seis veces.</translation>
    </message>
    <message>
        <source>Whoever mixes the gestures evenly gives away the least.</source>
        <translation>Quien mezcla los gestos por igual se delata menos.</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Ilegible</translation>
    </message>
    <message>
        <source>Win a match of two won rounds or more against the mind reader.</source>
        <translation>Gana al lector de mentes una partida con dos o más rondas ganadas.</translation>
    </message>
    <message>
        <source>It looks for habits. You had none, or the right ones.</source>
        <translation>Busca hábitos. No tenías, o tenías los adecuados.</translation>
    </message>
    <message>
        <source>Hi! Do you want to play?</source>
        <translation>¡Hola! ¿Quieres jugar?</translation>
    </message>
    <message>
        <source>Oh, I won! Once more?</source>
        <translation>¡Oh, gané! ¿Otra vez?</translation>
    </message>
    <message>
        <source>You are good at this!</source>
        <translation>¡Se te da bien!</translation>
    </message>
    <message>
        <source>The same! Funny.</source>
        <translation>¡Lo mismo! Qué gracia.</translation>
    </message>
    <message>
        <source>I won! That was luck.</source>
        <translation>¡Gané! Fue suerte.</translation>
    </message>
    <message>
        <source>Well played! Show me that again?</source>
        <translation>¡Bien jugado! ¿Me lo enseñas otra vez?</translation>
    </message>
    <message>
        <source>I roll, you throw.</source>
        <translation>Yo tiro el dado, tú sacas.</translation>
    </message>
    <message>
        <source>The dice liked me.</source>
        <translation>El dado me quiso a mí.</translation>
    </message>
    <message>
        <source>The dice liked you.</source>
        <translation>El dado te quiso a ti.</translation>
    </message>
    <message>
        <source>What are the odds?</source>
        <translation>¿Qué probabilidad había?</translation>
    </message>
    <message>
        <source>Pure chance. Roll again?</source>
        <translation>Puro azar. ¿Otra tirada?</translation>
    </message>
    <message>
        <source>Chance was on your side!</source>
        <translation>¡El azar estaba de tu lado!</translation>
    </message>
    <message>
        <source>I count everything.</source>
        <translation>Yo lo cuento todo.</translation>
    </message>
    <message>
        <source>You do have a favourite.</source>
        <translation>Sí que tienes un favorito.</translation>
    </message>
    <message>
        <source>I have to count again.</source>
        <translation>Tengo que contar otra vez.</translation>
    </message>
    <message>
        <source>We counted alike.</source>
        <translation>Hemos contado igual.</translation>
    </message>
    <message>
        <source>Numbers do not lie.</source>
        <translation>Los números no mienten.</translation>
    </message>
    <message>
        <source>You do not repeat yourself. Well done!</source>
        <translation>No te repites. ¡Bien hecho!</translation>
    </message>
    <message>
        <source>I remember what follows what.</source>
        <translation>Recuerdo qué sigue a qué.</translation>
    </message>
    <message>
        <source>That is what you always do next.</source>
        <translation>Eso es lo que siempre haces después.</translation>
    </message>
    <message>
        <source>That was new!</source>
        <translation>¡Eso es nuevo!</translation>
    </message>
    <message>
        <source>Close. I am learning.</source>
        <translation>Casi. Estoy aprendiendo.</translation>
    </message>
    <message>
        <source>Habits are hard to break.</source>
        <translation>Cuesta dejar los hábitos.</translation>
    </message>
    <message>
        <source>No habits? I am impressed.</source>
        <translation>¿Sin hábitos? Me impresionas.</translation>
    </message>
    <message>
        <source>I think I know you.</source>
        <translation>Creo que te conozco.</translation>
    </message>
    <message>
        <source>I thought you would do that.</source>
        <translation>Pensé que harías eso.</translation>
    </message>
    <message>
        <source>That I did not expect.</source>
        <translation>Eso no lo esperaba.</translation>
    </message>
    <message>
        <source>We thought the same.</source>
        <translation>Pensamos lo mismo.</translation>
    </message>
    <message>
        <source>You are an open book. A good one.</source>
        <translation>Eres un libro abierto. De los buenos.</translation>
    </message>
    <message>
        <source>You cannot be read. My respects!</source>
        <translation>No hay quien te lea. ¡Mis respetos!</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>&amp;Omitir</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>{gesture}: {state}</source>
        <translation>{gesture}: {state}</translation>
    </message>
    <message>
        <source>achieved</source>
        <translation>logrado</translation>
    </message>
    <message>
        <source>not achieved yet</source>
        <translation>aún no logrado</translation>
    </message>
    <message>
        <source>{title}, {state}</source>
        <translation>{title}, {state}</translation>
    </message>
    <message>
        <source>The achievements could not be counted</source>
        <translation>No se pudieron contar los logros</translation>
    </message>
    <message>
        <source>Achieved: {title}</source>
        <translation>Logrado: {title}</translation>
    </message>
    <message>
        <source>Hold to start</source>
        <translation>Mantén para empezar</translation>
    </message>
    <message>
        <source>Hold for another match</source>
        <translation>Mantén para otra partida</translation>
    </message>
    <message>
        <source>Hold for the next match</source>
        <translation>Mantén para la siguiente partida</translation>
    </message>
    <message>
        <source>Hold to end</source>
        <translation>Mantén para terminar</translation>
    </message>
    <message>
        <source>Player {number}</source>
        <translation>Jugador {number}</translation>
    </message>
    <message>
        <source>Who plays: rounds, statistics and achievements are kept by name</source>
        <translation>Quién juega: rondas, estadísticas y logros se guardan por nombre</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>Add a player…</source>
        <translation>Añadir jugador…</translation>
    </message>
    <message>
        <source>Add a Player</source>
        <translation>Añadir jugador</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Nombre:</translation>
    </message>
    <message>
        <source>Take a picture of the player with the camera</source>
        <translation>Hacer una foto del jugador con la cámara</translation>
    </message>
    <message>
        <source>Take a picture of the player</source>
        <translation>Hacer una foto del jugador</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Jugador</translation>
    </message>
    <message>
        <source>The players could not be read or written</source>
        <translation>No se pudieron leer o escribir los jugadores</translation>
    </message>
    <message numerus="yes">
        <source>{name} and {count} rounds were written to {path}.</source>
        <comment>{name} and a round were written to {path}.</comment>
        <translation>
            <numerusform>{name} y una ronda se escribieron en {path}.</numerusform>
            <numerusform>{name} y {count} rondas se escribieron en {path}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} was erased.</source>
        <translation>Se borró a {name}.</translation>
    </message>
    <message>
        <source>Samples stay; Collect shows whose they are.</source>
        <translation>Las muestras se conservan; Grabar muestra de quién son.</translation>
    </message>
    <message>
        <source>There is somebody called {name} already.</source>
        <translation>Ya hay alguien que se llama {name}.</translation>
    </message>
    <message>
        <source>{old} is called {new} now.</source>
        <translation>{old} se llama ahora {new}.</translation>
    </message>
    <message>
        <source>Picture, rounds, tournament and samples follow.</source>
        <translation>La imagen, las rondas, el torneo y las muestras se cambian también.</translation>
    </message>
    <message>
        <source>Nobody can be called that: {reason}.</source>
        <translation>Nadie puede llamarse así: {reason}.</translation>
    </message>
    <message>
        <source>Who Is Recorded</source>
        <translation>A quién se graba</translation>
    </message>
    <message>
        <source>Name of the person:</source>
        <translation>Nombre de la persona:</translation>
    </message>
    <message>
        <source>Whose Hands They Are</source>
        <translation>De quién son las manos</translation>
    </message>
    <message>
        <source>Rename Person</source>
        <translation>Cambiar nombre de la persona</translation>
    </message>
    <message>
        <source>New name of {person}:</source>
        <translation>Nuevo nombre de {person}:</translation>
    </message>
    <message>
        <source>Nobody can be called that: {error}.</source>
        <translation>Nadie puede llamarse así: {error}.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Elige otro nombre.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Was this {gesture}?</source>
        <translation>¿Era {gesture}?</translation>
    </message>
    <message numerus="yes">
        <source>{player}&apos;s throw was hard to read. Decide together; it counts in {count} seconds.</source>
        <comment>{player}&apos;s throw was hard to read. Decide together; it counts in {count} second.</comment>
        <translation>
            <numerusform>La jugada de {player} se leyó mal. Decidid juntos; cuenta en {count} segundo.</numerusform>
            <numerusform>La jugada de {player} se leyó mal. Decidid juntos; cuenta en {count} segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>Quién participa</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Clasificación</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Partidas</translation>
    </message>
    <message>
        <source>New tournament</source>
        <translation>Nuevo torneo</translation>
    </message>
    <message>
        <source>Back to the setup</source>
        <translation>Volver a la configuración</translation>
    </message>
    <message>
        <source>Who takes part?</source>
        <translation>¿Quién participa?</translation>
    </message>
    <message>
        <source>{least} to {most} people; everybody plays everybody, two at a time.</source>
        <translation>De {least} a {most} personas; todos contra todos, de dos en dos.</translation>
    </message>
    <message>
        <source>Begin the tournament</source>
        <translation>Empezar el torneo</translation>
    </message>
    <message>
        <source>{names}: first place!</source>
        <translation>{names}: ¡primer puesto!</translation>
    </message>
    <message>
        <source>{left} against {right}</source>
        <translation>{left} contra {right}</translation>
    </message>
    <message>
        <source>Match {played} of {count}. {left} stands on the left, {right} on the right.</source>
        <translation>Partida {played} de {count}. {left} se pone a la izquierda, {right} a la derecha.</translation>
    </message>
    <message>
        <source>Play this match</source>
        <translation>Jugar esta partida</translation>
    </message>
    <message>
        <source>{one} and {other} look swapped</source>
        <translation>{one} y {other} parecen intercambiados</translation>
    </message>
    <message>
        <source>{count} of {total} checked look like other gestures</source>
        <translation>{count} de {total} comprobadas parecen otros gestos</translation>
    </message>
    <message numerus="yes">
        <source>{count} samples</source>
        <comment>{count} sample</comment>
        <translation>
            <numerusform>{count} muestra</numerusform>
            <numerusform>{count} muestras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} samples of {people}</source>
        <comment>{count} sample of {people}</comment>
        <translation>
            <numerusform>{count} muestra de {people}</numerusform>
            <numerusform>{count} muestras de {people}</numerusform>
        </translation>
    </message>
    <message>
        <source>your held-out samples would get worse: {right} of {total} right, {before} without</source>
        <translation>tus muestras apartadas se reconocerían peor: {right} de {total} bien, {before} sin ellas</translation>
    </message>
    <message>
        <source>Right on {right} of {total} of your held-out samples, {before} before.</source>
        <translation>Acierta en {right} de {total} de tus muestras apartadas, {before} antes.</translation>
    </message>
    <message>
        <source>Not checked yet: record at least {count} samples of a gesture.</source>
        <translation>Aún sin comprobar: graba al menos {count} muestras de un gesto.</translation>
    </message>
    <message>
        <source>This model cannot check it on other people.</source>
        <translation>Este modelo no puede comprobarlo con otras personas.</translation>
    </message>
    <message>
        <source>Your samples of {gestures} are left out: {reason}.</source>
        <translation>Tus muestras de {gestures} se dejan fuera: {reason}.</translation>
    </message>
    <message>
        <source>Your samples are not used: {reason}.</source>
        <translation>Tus muestras no se usan: {reason}.</translation>
    </message>
    <message>
        <source>{count} samples look as if labelled wrongly; look through them.</source>
        <translation>{count} muestras parecen mal etiquetadas; revísalas.</translation>
    </message>
    <message>
        <source>Record hands without a gesture, too, and look through your samples.</source>
        <translation>Graba también manos sin gesto y revisa tus muestras.</translation>
    </message>
    <message>
        <source>other people&apos;s {gesture} would get worse: {counts}</source>
        <translation>{gesture} de otras personas se reconocería peor: {counts}</translation>
    </message>
    <message>
        <source>hands that make no gesture would be taken for one: {counts}</source>
        <translation>manos sin gesto se tomarían por uno: {counts}</translation>
    </message>
    <message>
        <source>other people&apos;s hands would get worse: {counts}</source>
        <translation>las manos de otras personas se reconocerían peor: {counts}</translation>
    </message>
    <message>
        <source>Other people lose nothing.</source>
        <translation>Las demás personas no pierden nada.</translation>
    </message>
    <message>
        <source>Other people lose {lost} of {total} hands.</source>
        <translation>Las demás personas pierden {lost} de {total} manos.</translation>
    </message>
    <message>
        <source>{right} of {total} right, {before} without</source>
        <translation>{right} de {total} bien, {before} sin ellas</translation>
    </message>
    <message>
        <source>hands without a gesture</source>
        <translation>manos sin gesto</translation>
    </message>
    <message>
        <source>On your recordings it reads {right} of {total}, before it was {before}.</source>
        <translation>De tus grabaciones reconoce {right} de {total}; antes eran {before}.</translation>
    </message>
    <message>
        <source>On the hands of other people it reads {right} of {total}, before it was {before}.</source>
        <translation>De las manos de otras personas reconoce {right} de {total}; antes eran {before}.</translation>
    </message>
    <message>
        <source>{count} of {total} recordings look as if labelled wrongly. Move or delete what is wrong, and retrain.</source>
        <translation>{count} de {total} grabaciones parecen mal etiquetadas. Mueve o borra lo que está mal y vuelve a entrenar.</translation>
    </message>
    <message>
        <source>None of your recordings could be kept apart to check it with. Record more.</source>
        <translation>No se pudo apartar ninguna de tus grabaciones para comprobarlo. Graba más.</translation>
    </message>
    <message>
        <source>It is no better on your recordings: {right} of {total} right, before it was {before}.</source>
        <translation>No es mejor con tus grabaciones: {right} de {total} bien; antes eran {before}.</translation>
    </message>
    <message>
        <source>On your recordings it is hardly better ({right} of {total} right, before it was {before}), which may be chance. Record more to be sure.</source>
        <translation>Con tus grabaciones apenas es mejor ({right} de {total} bien; antes {before}), lo que puede ser casualidad. Graba más para estar seguro.</translation>
    </message>
    <message>
        <source>Some of your gestures are read better, but on average over the gestures it became worse.</source>
        <translation>Algunos de tus gestos se reconocen mejor, pero de media ha empeorado.</translation>
    </message>
    <message>
        <source>Your {gesture} got worse: {right} of {total} right, before it was {before}.</source>
        <translation>Tu gesto {gesture} empeoró: {right} de {total} bien; antes eran {before}.</translation>
    </message>
    <message>
        <source>It is surer of what you show: {percent} on average, before it was {before}.</source>
        <translation>Está más seguro de lo que muestras: {percent} de media; antes era {before}.</translation>
    </message>
    <message>
        <source>The new gesture {gesture} is read in only {right} of {total} recordings.</source>
        <translation>El gesto nuevo {gesture} solo se reconoce en {right} de {total} grabaciones.</translation>
    </message>
    <message>
        <source>Other gestures are taken for {gesture}: {wrong} of the {total} answers are wrong.</source>
        <translation>Otros gestos se toman por {gesture}: {wrong} de las {total} respuestas son erróneas.</translation>
    </message>
    <message>
        <source>The hands of other people are read less well: {right} of {total}, before it was {before}; at most {limit} in 100 may be lost.</source>
        <translation>Las manos de otras personas se reconocen peor: {right} de {total}; antes eran {before}. Se pueden perder como mucho {limit} de cada 100.</translation>
    </message>
    <message>
        <source>Other people&apos;s {gesture} got worse: {right} of {total}, before it was {before}; at most {limit} in 100 may be lost.</source>
        <translation>{gesture} de otras personas empeoró: {right} de {total}; antes eran {before}. Se pueden perder como mucho {limit} de cada 100.</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>grabar</translation>
    </message>
    <message>
        <source>the mirror</source>
        <translation>el espejo</translation>
    </message>
    <message>
        <source>Give the gesture a name.</source>
        <translation>Pon un nombre al gesto.</translation>
    </message>
    <message>
        <source>There is a gesture called {name} already.</source>
        <translation>Ya hay un gesto llamado {name}.</translation>
    </message>
    <message>
        <source>This is too much like {name}: both would be kept in a folder called {folder}.</source>
        <translation>Se parece demasiado a {name}: ambos estarían en una carpeta llamada {folder}.</translation>
    </message>
    <message>
        <source>The key {key} belongs to {name}. Choose another one.</source>
        <translation>La tecla {key} es de {name}. Elige otra.</translation>
    </message>
    <message>
        <source>This key is for {use}. Choose another one.</source>
        <translation>Esta tecla es para {use}. Elige otra.</translation>
    </message>
    <message>
        <source>Your hand is too small in the picture. Move closer.</source>
        <translation>Tu mano se ve demasiado pequeña. Acércate.</translation>
    </message>
    <message>
        <source>Your hand is cut off. Move it towards the middle of the picture.</source>
        <translation>Tu mano está cortada. Muévela hacia el centro de la imagen.</translation>
    </message>
    <message>
        <source>The picture of your hand is blurred. Hold it still for a moment, or make more light.</source>
        <translation>La imagen de tu mano está borrosa. Mantenla quieta un momento o pon más luz.</translation>
    </message>
    <message>
        <source>This looks like one that was just taken. Turn or move your hand a little.</source>
        <translation>Se parece a una que se acaba de tomar. Gira o mueve un poco la mano.</translation>
    </message>
    <message>
        <source>with a hand that is too small</source>
        <translation>con una mano demasiado pequeña</translation>
    </message>
    <message>
        <source>with a hand that is cut off at the edge</source>
        <translation>con una mano cortada en el borde</translation>
    </message>
    <message>
        <source>with a blurred hand</source>
        <translation>con una mano borrosa</translation>
    </message>
    <message>
        <source>nearly the same as another one</source>
        <translation>casi igual que otra</translation>
    </message>
    <message>
        <source>Archives (*.zip)</source>
        <translation>Archivos (*.zip)</translation>
    </message>
    <message>
        <source>Videos (*.mp4 *.m4v *.mov *.avi *.mkv *.webm);;All files (*)</source>
        <translation>Vídeos (*.mp4 *.m4v *.mov *.avi *.mkv *.webm);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Import Pictures</source>
        <translation>Importar imágenes</translation>
    </message>
    <message>
        <source>Import Video</source>
        <translation>Importar vídeo</translation>
    </message>
    <message>
        <source>Import Archive</source>
        <translation>Importar archivo</translation>
    </message>
    <message>
        <source>Export Samples</source>
        <translation>Exportar muestras</translation>
    </message>
    <message>
        <source>The import or export failed</source>
        <translation>Falló la importación o exportación</translation>
    </message>
    <message>
        <source>An import is still running.</source>
        <translation>Todavía hay una importación en marcha.</translation>
    </message>
    <message>
        <source>An export is still running.</source>
        <translation>Todavía hay una exportación en marcha.</translation>
    </message>
    <message>
        <source>Wait for it, and try again then.</source>
        <translation>Espera a que termine y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>The import failed</source>
        <translation>Falló la importación</translation>
    </message>
    <message>
        <source>The export failed</source>
        <translation>Falló la exportación</translation>
    </message>
    <message>
        <source>import</source>
        <translation>importación</translation>
    </message>
    <message>
        <source>Left out: {reasons}</source>
        <translation>Omitidas: {reasons}</translation>
    </message>
    <message numerus="yes">
        <source>{count} samples written to {path}.</source>
        <comment>{count} sample written to {path}.</comment>
        <translation>
            <numerusform>{count} muestra escrita en {path}.</numerusform>
            <numerusform>{count} muestras escritas en {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} samples were added before.</source>
        <comment>{count} sample was added before.</comment>
        <translation>
            <numerusform>Antes se añadió {count} muestra.</numerusform>
            <numerusform>Antes se añadieron {count} muestras.</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Back to recording (Esc)</source>
        <translation>Volver a grabar (Esc)</translation>
    </message>
    <message>
        <source>Nothing of that kind. Choose other filters above.</source>
        <translation>Nada de ese tipo. Elige otros filtros arriba.</translation>
    </message>
    <message>
        <source>Nothing recorded yet. Go back, hold up your hand, and hold Space.</source>
        <translation>Aún no hay nada grabado. Vuelve atrás, levanta la mano y mantén pulsado Espacio.</translation>
    </message>
    <message>
        <source>Undo: {undo_text} (Ctrl+Z)</source>
        <translation>Deshacer: {undo_text} (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Of a &amp;person</source>
        <translation>De una &amp;persona</translation>
    </message>
    <message>
        <source>Another person…</source>
        <translation>Otra persona…</translation>
    </message>
    <message>
        <source>{count} of {shown} selected</source>
        <translation>{count} de {shown} seleccionadas</translation>
    </message>
    <message>
        <source>Gesture</source>
        <translation>Gesto</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>Only what the model in use took for something else, of gestures that it knows</source>
        <translation>Solo lo que el modelo en uso tomó por otra cosa, de los gestos que conoce</translation>
    </message>
    <message>
        <source>Only what is perhaps labelled wrongly: the model and the other samples say so</source>
        <translation>Solo lo que quizá está mal etiquetado: lo dicen el modelo y las otras muestras</translation>
    </message>
    <message>
        <source>What was deleted; each is removed for good after {days} days</source>
        <translation>Lo borrado; cada una se quita para siempre tras {days} días</translation>
    </message>
    <message>
        <source>Deleted ({count})</source>
        <translation>Borradas ({count})</translation>
    </message>
    <message>
        <source>Recognized wrongly ({count})</source>
        <translation>Mal reconocidas ({count})</translation>
    </message>
    <message>
        <source>Doubtful ({count})</source>
        <translation>Dudosas ({count})</translation>
    </message>
    <message>
        <source>All gestures ({count})</source>
        <translation>Todos los gestos ({count})</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>All sessions ({count})</source>
        <translation>Todas las sesiones ({count})</translation>
    </message>
    <message>
        <source>taken for {label}</source>
        <translation>tomada por {label}</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Muestras</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>The &amp;subfolders say what the hands show (rock, paper, …)</source>
        <translation>Las &amp;subcarpetas dicen qué muestran las manos (rock, paper, …)</translation>
    </message>
    <message>
        <source>&amp;All pictures show</source>
        <translation>&amp;Todas las imágenes muestran</translation>
    </message>
    <message>
        <source>Hands are looked for in every picture; what is blurred, cut off or too small is left out.</source>
        <translation>Se buscan manos en cada imagen; lo borroso, cortado o demasiado pequeño se omite.</translation>
    </message>
    <message>
        <source>New Gesture</source>
        <translation>Gesto nuevo</translation>
    </message>
    <message>
        <source>Change Gesture</source>
        <translation>Cambiar gesto</translation>
    </message>
    <message>
        <source>For example: Thumb up</source>
        <translation>Por ejemplo: Pulgar arriba</translation>
    </message>
    <message>
        <source>&amp;Picture of my hand instead</source>
        <translation>Mejor una &amp;imagen de mi mano</translation>
    </message>
    <message>
        <source>The first sample that you record of the gesture becomes its icon</source>
        <translation>La primera muestra que grabes del gesto será su icono</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Hold it to record. May be left empty.</source>
        <translation>Manténla para grabar. Puede quedar vacía.</translation>
    </message>
    <message>
        <source>An emoji or a letter or two. Left empty, it is the first letter of the name.</source>
        <translation>Un emoji o una o dos letras. Vacío: la primera letra del nombre.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Tecla</translation>
    </message>
    <message>
        <source>&amp;Icon</source>
        <translation>&amp;Icono</translation>
    </message>
    <message>
        <source>Use {text}</source>
        <translation>Usar {text}</translation>
    </message>
    <message>
        <source>learnt</source>
        <translation>aprendido</translation>
    </message>
    <message>
        <source>key {key}</source>
        <translation>tecla {key}</translation>
    </message>
    <message>
        <source>Gestures to record</source>
        <translation>Gestos para grabar</translation>
    </message>
    <message>
        <source>5 seconds</source>
        <translation>5 segundos</translation>
    </message>
    <message>
        <source>10 seconds</source>
        <translation>10 segundos</translation>
    </message>
    <message>
        <source>10 samples</source>
        <translation>10 muestras</translation>
    </message>
    <message>
        <source>30 samples</source>
        <translation>30 muestras</translation>
    </message>
    <message>
        <source>Gestures</source>
        <translation>Gestos</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nuevo</translation>
    </message>
    <message>
        <source>A gesture of your own (Ctrl+N)</source>
        <translation>Un gesto propio (Ctrl+N)</translation>
    </message>
    <message>
        <source>Change name, key and icon of this gesture (F2)</source>
        <translation>Cambiar nombre, tecla e icono de este gesto (F2)</translation>
    </message>
    <message>
        <source>Take this gesture off the list</source>
        <translation>Quitar este gesto de la lista</translation>
    </message>
    <message>
        <source>Hold to record</source>
        <translation>Mantener: grabar</translation>
    </message>
    <message>
        <source>Hold it, or the space bar, or the gesture&apos;s key</source>
        <translation>Mantén el botón, la barra espaciadora o la tecla del gesto</translation>
    </message>
    <message>
        <source>Burst</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Record by itself after a countdown (Enter); Esc stops</source>
        <translation>Grabar solo tras una cuenta atrás (Intro); Esc para</translation>
    </message>
    <message>
        <source>How long a burst is</source>
        <translation>Cuánto dura una serie</translation>
    </message>
    <message>
        <source>&amp;Gallery</source>
        <translation>&amp;Galería</translation>
    </message>
    <message>
        <source>Look through what was recorded (Ctrl+G)</source>
        <translation>Revisar lo grabado (Ctrl+G)</translation>
    </message>
    <message>
        <source>&amp;Import, export</source>
        <translation>&amp;Importar, exportar</translation>
    </message>
    <message>
        <source>Pictures, videos and archives (Ctrl+I)</source>
        <translation>Imágenes, vídeos y archivos (Ctrl+I)</translation>
    </message>
    <message>
        <source>Import, export</source>
        <translation>Importar, exportar</translation>
    </message>
    <message>
        <source>&amp;Export all samples…</source>
        <translation>&amp;Exportar todas las muestras…</translation>
    </message>
    <message>
        <source>Whose samples count at once; forget, rename, delete</source>
        <translation>De quién son las muestras que cuentan al momento; olvidar, cambiar nombre, borrar</translation>
    </message>
    <message>
        <source>Count at once: {whose}</source>
        <translation>Cuentan al momento: {whose}</translation>
    </message>
    <message>
        <source>Import a folder of &amp;pictures…</source>
        <translation>Importar una carpeta de &amp;imágenes…</translation>
    </message>
    <message>
        <source>Import a &amp;video…</source>
        <translation>Importar un &amp;vídeo…</translation>
    </message>
    <message>
        <source>Import an &amp;archive made by Export…</source>
        <translation>Importar un &amp;archivo hecho con Exportar…</translation>
    </message>
    <message>
        <source>Burst: {text}</source>
        <translation>Serie: {text}</translation>
    </message>
    <message>
        <source>Learnt: of {least} or more held-out samples, at least {percent} % are read right.</source>
        <translation>Aprendido: de {least} o más muestras apartadas, al menos el {percent} % se reconoce bien.</translation>
    </message>
    <message>
        <source>Most misread is your left hand, in {misread} of {tested} samples: record more of it.</source>
        <translation>Lo que peor se reconoce es tu mano izquierda, en {misread} de {tested} muestras: graba más.</translation>
    </message>
    <message>
        <source>Most misread is your right hand, in {misread} of {tested} samples: record more of it.</source>
        <translation>Lo que peor se reconoce es tu mano derecha, en {misread} de {tested} muestras: graba más.</translation>
    </message>
    <message>
        <source>Most misread is the palm of your hand, in {misread} of {tested} samples: record more of it.</source>
        <translation>Lo que peor se reconoce es la palma de tu mano, en {misread} de {tested} muestras: graba más.</translation>
    </message>
    <message>
        <source>Most misread is the back of your hand, in {misread} of {tested} samples: record more of it.</source>
        <translation>Lo que peor se reconoce es el dorso de tu mano, en {misread} de {tested} muestras: graba más.</translation>
    </message>
    <message>
        <source>Most misread is your hand near the camera, in {misread} of {tested} samples: record more of it.</source>
        <translation>Lo que peor se reconoce es tu mano cerca de la cámara, en {misread} de {tested} muestras: graba más.</translation>
    </message>
    <message>
        <source>Most misread is your hand far from the camera, in {misread} of {tested} samples: record more of it.</source>
        <translation>Lo que peor se reconoce es tu mano lejos de la cámara, en {misread} de {tested} muestras: graba más.</translation>
    </message>
    <message>
        <source>Most misread is your hand with the fingers up, in {misread} of {tested} samples: record more of it.</source>
        <translation>Lo que peor se reconoce es tu mano con los dedos hacia arriba, en {misread} de {tested} muestras: graba más.</translation>
    </message>
    <message>
        <source>Most misread is your hand turned to the side, in {misread} of {tested} samples: record more of it.</source>
        <translation>Lo que peor se reconoce es tu mano girada de lado, en {misread} de {tested} muestras: graba más.</translation>
    </message>
    <message>
        <source>No sample of {gesture} shows your left hand yet.</source>
        <translation>Ninguna muestra de {gesture} enseña aún tu mano izquierda.</translation>
    </message>
    <message>
        <source>No sample of {gesture} shows your right hand yet.</source>
        <translation>Ninguna muestra de {gesture} enseña aún tu mano derecha.</translation>
    </message>
    <message>
        <source>No sample of {gesture} shows the palm of your hand yet.</source>
        <translation>Ninguna muestra de {gesture} enseña aún la palma de tu mano.</translation>
    </message>
    <message>
        <source>No sample of {gesture} shows the back of your hand yet.</source>
        <translation>Ninguna muestra de {gesture} enseña aún el dorso de tu mano.</translation>
    </message>
    <message>
        <source>No sample of {gesture} shows your hand near the camera yet.</source>
        <translation>Ninguna muestra de {gesture} enseña aún tu mano cerca de la cámara.</translation>
    </message>
    <message>
        <source>No sample of {gesture} shows your hand far from the camera yet.</source>
        <translation>Ninguna muestra de {gesture} enseña aún tu mano lejos de la cámara.</translation>
    </message>
    <message>
        <source>No sample of {gesture} shows your hand with the fingers up yet.</source>
        <translation>Ninguna muestra de {gesture} enseña aún tu mano con los dedos hacia arriba.</translation>
    </message>
    <message>
        <source>No sample of {gesture} shows your hand turned to the side yet.</source>
        <translation>Ninguna muestra de {gesture} enseña aún tu mano girada de lado.</translation>
    </message>
    <message>
        <source>{name} is learnt from one session: {right} of {tested} held-out samples are read right.</source>
        <translation>{name} se aprendió de una sesión: {right} de {tested} muestras apartadas se reconocen bien.</translation>
    </message>
    <message>
        <source>{name} is learnt: {right} of {tested} held-out samples are read right.</source>
        <translation>{name} está aprendido: {right} de {tested} muestras apartadas se reconocen bien.</translation>
    </message>
    <message>
        <source>{name} is read right in {right} of {tested} held-out samples.</source>
        <translation>{name} se reconoce bien en {right} de {tested} muestras apartadas.</translation>
    </message>
    <message>
        <source>{name} is still taken for {other} in {count} of {tested} samples.</source>
        <translation>{name} aún se toma por {other} en {count} de {tested} muestras.</translation>
    </message>
    <message>
        <source>a hand without a gesture</source>
        <translation>una mano sin gesto</translation>
    </message>
    <message>
        <source>Both the model and your other samples are sure that these show something else</source>
        <translation>El modelo y tus otras muestras están seguros de que estas muestran otra cosa</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Nadie en particular</translation>
    </message>
    <message>
        <source>{count} of them forgotten</source>
        <translation>{count} de ellas olvidadas</translation>
    </message>
    <message>
        <source>{count} more imported</source>
        <translation>{count} más importadas</translation>
    </message>
    <message>
        <source>Samples of everybody</source>
        <translation>Muestras de todos</translation>
    </message>
    <message>
        <source>Samples of nobody</source>
        <translation>Muestras de nadie</translation>
    </message>
    <message>
        <source>Samples of {names}</source>
        <translation>Muestras de {names}</translation>
    </message>
    <message>
        <source>Samples of {acting} of {count} people</source>
        <translation>Muestras de {acting} de {count} personas</translation>
    </message>
    <message>
        <source>Recording is paused. Choose “Try again” in the message.</source>
        <translation>La grabación está en pausa. Elige «Intentar de nuevo» en el mensaje.</translation>
    </message>
    <message>
        <source>The disk is slow: some pictures were left out.</source>
        <translation>El disco va lento: se omitieron algunas imágenes.</translation>
    </message>
    <message>
        <source>The samples are still being read.</source>
        <translation>Todavía se están leyendo las muestras.</translation>
    </message>
    <message numerus="yes">
        <source>{count} pictures were not kept; recording is paused.</source>
        <comment>{count} picture was not kept; recording is paused.</comment>
        <translation>
            <numerusform>No se guardó {count} imagen; la grabación está en pausa.</numerusform>
            <numerusform>No se guardaron {count} imágenes; la grabación está en pausa.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing recorded since the program was started.</source>
        <translation>No se ha grabado nada desde que se inició el programa.</translation>
    </message>
    <message>
        <source>Recording {recorded}</source>
        <translation>Grabando {recorded}</translation>
    </message>
    <message>
        <source>Hold your hand up to the camera.</source>
        <translation>Muestra tu mano a la cámara.</translation>
    </message>
    <message>
        <source>Hold Space to record {chosen}</source>
        <translation>Mantén Espacio para grabar {chosen}</translation>
    </message>
    <message>
        <source>This is the demo clip: choose your camera to record your own hand</source>
        <translation>Este es el vídeo de demostración: elige tu cámara para grabar tu propia mano</translation>
    </message>
    <message>
        <source>The larger hand is recorded: the one with the outline</source>
        <translation>Se graba la mano más grande: la del contorno</translation>
    </message>
    <message>
        <source>Get ready to show {recorded}. Esc stops.</source>
        <translation>Prepárate para mostrar {recorded}. Esc para.</translation>
    </message>
    <message>
        <source>Chosen sample</source>
        <translation>Muestra elegida</translation>
    </message>
    <message>
        <source>Say what the hand shows, and from when to when. A few pictures a second are taken.</source>
        <translation>Di qué muestra la mano y desde cuándo hasta cuándo. Se toman unas pocas imágenes por segundo.</translation>
    </message>
    <message>
        <source>It is {seconds} s long.</source>
        <translation>Dura {seconds} s.</translation>
    </message>
    <message>
        <source>&amp;Another part</source>
        <translation>&amp;Otra parte</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Muestra</translation>
    </message>
    <message>
        <source>Parts of the video</source>
        <translation>Partes del vídeo</translation>
    </message>
    <message>
        <source>The part that the slider is for</source>
        <translation>La parte a la que corresponde el control</translation>
    </message>
    <message>
        <source>Leave this part out</source>
        <translation>Omitir esta parte</translation>
    </message>
    <message>
        <source>Each part has to end after it begins.</source>
        <translation>Cada parte debe terminar después de empezar.</translation>
    </message>
    <message>
        <source>Moment of the video</source>
        <translation>Momento del vídeo</translation>
    </message>
    <message>
        <source>&amp;Starts here</source>
        <translation>&amp;Empieza aquí</translation>
    </message>
    <message>
        <source>&amp;Ends here</source>
        <translation>&amp;Termina aquí</translation>
    </message>
    <message>
        <source>The video could not be read</source>
        <translation>No se pudo leer el vídeo</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>Reading the video…</source>
        <translation>Leyendo el vídeo…</translation>
    </message>
    <message>
        <source>Picture of the video</source>
        <translation>Imagen del vídeo</translation>
    </message>
    <message>
        <source>training, {percent} done</source>
        <translation>entrenando, {percent} hecho</translation>
    </message>
    <message>
        <source>adding what training needs, {fetched} fetched</source>
        <translation>añadiendo lo que necesita el entrenamiento, {fetched} descargado</translation>
    </message>
    <message>
        <source>training has ended</source>
        <translation>el entrenamiento ha terminado</translation>
    </message>
    <message>
        <source>What training needs could not be added</source>
        <translation>No se pudo añadir lo que necesita el entrenamiento</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Adding was cancelled. Nothing was changed.</source>
        <translation>Se canceló. No se cambió nada.</translation>
    </message>
    <message>
        <source>Nothing is fetched until you press the button, and nothing of yours is sent. The packages come from the Python package index, or from the one that pip or uv is set to.</source>
        <translation>No se descarga nada hasta que pulses el botón, y no se envía nada tuyo. Los paquetes vienen del índice de paquetes de Python, o del que tenga configurado pip o uv.</translation>
    </message>
    <message>
        <source>You can go on playing and recording.</source>
        <translation>Puedes seguir jugando y grabando.</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Cancelando…</translation>
    </message>
    <message>
        <source>Adding {needed}…</source>
        <translation>Añadiendo {needed}…</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;Intentar de nuevo</translation>
    </message>
    <message>
        <source>Training needs {needed}</source>
        <translation>El entrenamiento necesita {needed}</translation>
    </message>
    <message>
        <source>It is not installed, as playing does not need it: {size}.</source>
        <translation>No está instalado, porque para jugar no hace falta: {size}.</translation>
    </message>
    <message>
        <source>&amp;Add it</source>
        <translation>&amp;Añadir</translation>
    </message>
    <message>
        <source>about {fetched} to fetch, {on_disk} on the disk</source>
        <translation>unos {fetched} que descargar, {on_disk} en el disco</translation>
    </message>
    <message>
        <source>Finding the versions that fit… {meanwhile}</source>
        <translation>Buscando las versiones adecuadas… {meanwhile}</translation>
    </message>
    <message>
        <source>Installing. This takes a minute or more, and cannot be cancelled. {meanwhile}</source>
        <translation>Instalando. Tarda un minuto o más y no se puede cancelar. {meanwhile}</translation>
    </message>
    <message>
        <source>Checking that it works… {meanwhile}</source>
        <translation>Comprobando que funciona… {meanwhile}</translation>
    </message>
    <message>
        <source>Fetching: about {done_mb} of {fetched_mb} MB. {meanwhile}</source>
        <translation>Descargando: unos {done_mb} de {fetched_mb} MB. {meanwhile}</translation>
    </message>
    <message>
        <source>{needed} was added. You can train your model now.</source>
        <translation>Se añadió {needed}. Ya puedes entrenar tu modelo.</translation>
    </message>
    <message>
        <source>Cancel the training?</source>
        <translation>¿Cancelar el entrenamiento?</translation>
    </message>
    <message>
        <source>Nothing of it is kept, and the model in use stays.</source>
        <translation>No se guarda nada de él, y el modelo en uso se queda.</translation>
    </message>
    <message>
        <source>&amp;Cancel training</source>
        <translation>&amp;Cancelar entrenamiento</translation>
    </message>
    <message>
        <source>Training Is Running</source>
        <translation>Entrenamiento en marcha</translation>
    </message>
    <message>
        <source>A model is being trained. Keep it running?</source>
        <translation>Se está entrenando un modelo. ¿Dejarlo en marcha?</translation>
    </message>
    <message>
        <source>If you close the window now, training is cancelled and nothing of it is kept.</source>
        <translation>Si cierras la ventana ahora, el entrenamiento se cancela y no se guarda nada.</translation>
    </message>
    <message>
        <source>&amp;Cancel training and close</source>
        <translation>&amp;Cancelar entrenamiento y cerrar</translation>
    </message>
    <message>
        <source>Packages Are Being Added</source>
        <translation>Añadiendo paquetes</translation>
    </message>
    <message>
        <source>What training needs is being added. Keep going?</source>
        <translation>Se está añadiendo lo que necesita el entrenamiento. ¿Seguir?</translation>
    </message>
    <message>
        <source>If you close the window now, what is only fetched is thrown away. If it is being installed already, the window closes when that is done.</source>
        <translation>Si cierras la ventana ahora, lo que solo se ha descargado se descarta. Si ya se está instalando, la ventana se cierra al terminar.</translation>
    </message>
    <message>
        <source>&amp;Cancel and close</source>
        <translation>&amp;Cancelar y cerrar</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Hide the log</source>
        <translation>Ocultar el registro</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Mostrar el registro</translation>
    </message>
    <message>
        <source>Nothing was said yet.</source>
        <translation>Aún sin mensajes.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Other people</source>
        <translation>Otras personas</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Change in percentage points</source>
        <translation>Cambio en puntos porcentuales</translation>
    </message>
    <message>
        <source>{title}: {correct} of {total} right</source>
        <translation>{title}: {correct} de {total} bien</translation>
    </message>
    <message>
        <source>no mistakes</source>
        <translation>sin errores</translation>
    </message>
    <message>
        <source>{shown} taken for {read}: {count}</source>
        <translation>{shown} tomado por {read}: {count}</translation>
    </message>
    <message>
        <source>last layers</source>
        <translation>últimas capas</translation>
    </message>
    <message>
        <source>fine-tuning</source>
        <translation>ajuste fino</translation>
    </message>
    <message>
        <source>learning</source>
        <translation>al aprender</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>al comprobar</translation>
    </message>
    <message>
        <source>other people</source>
        <translation>otras personas</translation>
    </message>
    <message>
        <source>your hands</source>
        <translation>tus manos</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Hide the details</source>
        <translation>Ocultar los detalles</translation>
    </message>
    <message>
        <source>Show the details</source>
        <translation>Mostrar los detalles</translation>
    </message>
    <message>
        <source>Models (*.zip)</source>
        <translation>Modelos (*.zip)</translation>
    </message>
    <message>
        <source>Back to retraining (Esc)</source>
        <translation>Volver al reentrenamiento (Esc)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importar…</translation>
    </message>
    <message>
        <source>Add a model that was exported elsewhere; all of it is checked first</source>
        <translation>Añadir un modelo exportado en otro sitio; antes se comprueba todo</translation>
    </message>
    <message>
        <source>Import Model</source>
        <translation>Importar modelo</translation>
    </message>
    <message>
        <source>Export Model</source>
        <translation>Exportar modelo</translation>
    </message>
    <message>
        <source>Rename Model</source>
        <translation>Cambiar nombre del modelo</translation>
    </message>
    <message>
        <source>Name of the model (empty for none of your own):</source>
        <translation>Nombre del modelo (vacío: ninguno propio):</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message numerus="yes">
        <source>{count} models</source>
        <comment>{count} model</comment>
        <translation>
            <numerusform>{count} modelo</numerusform>
            <numerusform>{count} modelos</numerusform>
        </translation>
    </message>
    <message>
        <source>Use it anyway…</source>
        <translation>Usar de todos modos…</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>Usar {name}</translation>
    </message>
    <message>
        <source>How it did</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>How it was judged against the model it was made from: table, matrices, pictures</source>
        <translation>Cómo quedó frente al modelo del que salió: tabla, matrices, imágenes</translation>
    </message>
    <message>
        <source>How {name} did</source>
        <translation>Resultado de {name}</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar nombre…</translation>
    </message>
    <message>
        <source>Give it a name of your own</source>
        <translation>Ponle un nombre propio</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>Cambiar nombre de {name}</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Write it to a file that another machine can import</source>
        <translation>Guardarlo en un archivo que otro equipo puede importar</translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation>Exportar {name}</translation>
    </message>
    <message>
        <source>With what it learnt at once ({learnt}, no pictures)…</source>
        <translation>Con lo aprendido al momento ({learnt}, sin imágenes)…</translation>
    </message>
    <message>
        <source>The model alone…</source>
        <translation>Solo el modelo…</translation>
    </message>
    <message>
        <source>Forget imported…</source>
        <translation>Olvidar lo importado…</translation>
    </message>
    <message>
        <source>Remove what was learnt at once elsewhere and came with this model</source>
        <translation>Quitar lo aprendido al momento en otro sitio que vino con este modelo</translation>
    </message>
    <message>
        <source>Forget what was imported with {name}</source>
        <translation>Olvidar lo importado con {name}</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Borrar…</translation>
    </message>
    <message>
        <source>Delete {name}</source>
        <translation>Borrar {name}</translation>
    </message>
    <message>
        <source>Delete it for good</source>
        <translation>Borrar para siempre</translation>
    </message>
    <message>
        <source>Looking at the models…</source>
        <translation>Mirando los modelos…</translation>
    </message>
    <message>
        <source>The models could not be changed</source>
        <translation>No se pudieron cambiar los modelos</translation>
    </message>
    <message>
        <source>Checking the model…</source>
        <translation>Comprobando el modelo…</translation>
    </message>
    <message>
        <source>{title} was deleted.</source>
        <translation>Se borró {title}.</translation>
    </message>
    <message>
        <source>Deleting the model…</source>
        <translation>Borrando el modelo…</translation>
    </message>
    <message>
        <source>Deleting the models…</source>
        <translation>Borrando los modelos…</translation>
    </message>
    <message>
        <source>Renaming the model…</source>
        <translation>Cambiando el nombre del modelo…</translation>
    </message>
    <message numerus="yes">
        <source>With {count} samples that it learnt at once.</source>
        <comment>With {count} sample that it learnt at once.</comment>
        <translation>
            <numerusform>Con {count} muestra aprendida al momento.</numerusform>
            <numerusform>Con {count} muestras aprendidas al momento.</numerusform>
        </translation>
    </message>
    <message>
        <source>{title} was written to {path}.</source>
        <translation>{title} se guardó en {path}.</translation>
    </message>
    <message>
        <source>Exporting the model…</source>
        <translation>Exportando el modelo…</translation>
    </message>
    <message numerus="yes">
        <source>{count} samples that it learnt at once came with it.</source>
        <comment>{count} sample that it learnt at once came with it.</comment>
        <translation>
            <numerusform>Vino con {count} muestra aprendida al momento.</numerusform>
            <numerusform>Vino con {count} muestras aprendidas al momento.</numerusform>
        </translation>
    </message>
    <message>
        <source>This model is here already, as {model}.</source>
        <translation>Este modelo ya está aquí, como {model}.</translation>
    </message>
    <message>
        <source>Imported as {model}.</source>
        <translation>Importado como {model}.</translation>
    </message>
    <message>
        <source>Importing and checking the model…</source>
        <translation>Importando y comprobando el modelo…</translation>
    </message>
    <message numerus="yes">
        <source>{count} imported samples forgotten.</source>
        <comment>{count} imported sample forgotten.</comment>
        <translation>
            <numerusform>{count} muestra importada olvidada.</numerusform>
            <numerusform>{count} muestras importadas olvidadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Forgetting what was imported…</source>
        <translation>Olvidando lo importado…</translation>
    </message>
    <message>
        <source>How {title} was judged was not kept with it.</source>
        <translation>El resultado de {title} no se guardó con él.</translation>
    </message>
    <message>
        <source>Looking how it was judged…</source>
        <translation>Buscando el resultado…</translation>
    </message>
    <message>
        <source>Clearing away…</source>
        <translation>Limpiando…</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>{model} is in use, although it was found to be no better.</source>
        <translation>{model} está en uso, aunque no resultó mejor.</translation>
    </message>
    <message>
        <source>You can go back at any time.</source>
        <translation>Puedes volver cuando quieras.</translation>
    </message>
    <message>
        <source>{model} is in use now.</source>
        <translation>{model} está ahora en uso.</translation>
    </message>
    <message>
        <source>{model} is in use again.</source>
        <translation>{model} está de nuevo en uso.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>Stop fetching; nothing of it is kept</source>
        <translation>Dejar de descargar; no se guarda nada</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modelos</translation>
    </message>
    <message>
        <source>Where each model came from; choose, export and import (Ctrl+M)</source>
        <translation>De dónde viene cada modelo; elegir, exportar, importar (Ctrl+M)</translation>
    </message>
    <message>
        <source>In use: {model}</source>
        <translation>En uso: {model}</translation>
    </message>
    <message>
        <source>In use: {model} (found to be no better, and used all the same)</source>
        <translation>En uso: {model} (no resultó mejor, y se usa igualmente)</translation>
    </message>
    <message>
        <source>&amp;Back to {model}</source>
        <translation>&amp;Volver a {model}</translation>
    </message>
    <message>
        <source>Use {model} again</source>
        <translation>Usar {model} otra vez</translation>
    </message>
    <message>
        <source>&amp;Models ({count})</source>
        <translation>&amp;Modelos ({count})</translation>
    </message>
    <message>
        <source>Reading the samples and the models…</source>
        <translation>Leyendo las muestras y los modelos…</translation>
    </message>
    <message>
        <source>There is no model that could be trained further.</source>
        <translation>No hay ningún modelo que se pueda seguir entrenando.</translation>
    </message>
    <message>
        <source>Training was cancelled. Nothing was changed.</source>
        <translation>El entrenamiento se canceló. No se cambió nada.</translation>
    </message>
    <message>
        <source>The new model is better for you, and in use now.</source>
        <translation>El nuevo modelo es mejor para ti y ya está en uso.</translation>
    </message>
    <message>
        <source>The new model is better than {parent}, but you use another one meanwhile.</source>
        <translation>El nuevo modelo es mejor que {parent}, pero mientras tanto usas otro.</translation>
    </message>
    <message>
        <source>Use {model} although it was found to be no better?</source>
        <translation>¿Usar {model} aunque no resultó mejor?</translation>
    </message>
    <message>
        <source>It is marked in the list of models, and you can go back at any time.</source>
        <translation>Queda marcado en la lista de modelos, y puedes volver cuando quieras.</translation>
    </message>
    <message>
        <source>Use it anyway</source>
        <translation>Usar de todos modos</translation>
    </message>
    <message numerus="yes">
        <source>Forget {count} samples that {model} learnt elsewhere?</source>
        <comment>Forget {count} sample that {model} learnt elsewhere?</comment>
        <translation>
            <numerusform>¿Olvidar {count} muestra que {model} aprendió en otro sitio?</numerusform>
            <numerusform>¿Olvidar {count} muestras que {model} aprendió en otro sitio?</numerusform>
        </translation>
    </message>
    <message>
        <source>To have them again, import the file again. Your own samples are not touched.</source>
        <translation>Para tenerlas otra vez, importa el archivo de nuevo. Tus propias muestras no se tocan.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Delete {model} for good?</source>
        <translation>¿Borrar {model} para siempre?</translation>
    </message>
    <message>
        <source>Export it first if you may want it back.</source>
        <translation>Expórtalo antes por si lo quieres recuperar.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>End training; nothing of it is kept (Esc asks)</source>
        <translation>Terminar el entrenamiento; no se guarda nada (Esc pregunta)</translation>
    </message>
    <message>
        <source>Loss (how far off it is)</source>
        <translation>Pérdida (cuánto se equivoca)</translation>
    </message>
    <message>
        <source>The model in use goes on meanwhile; play and record as you like.</source>
        <translation>El modelo en uso sigue mientras tanto; juega y graba como quieras.</translation>
    </message>
    <message>
        <source>What was begun is cleared away.</source>
        <translation>Se limpia lo que se había empezado.</translation>
    </message>
    <message>
        <source>{use} The model in use goes on meanwhile; play and record as you like.</source>
        <translation>{use} El modelo en uso sigue mientras tanto; juega y graba como quieras.</translation>
    </message>
    <message>
        <source>Progress and log</source>
        <translation>Progreso y registro</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>&amp;Dejar en marcha</translation>
    </message>
    <message>
        <source>{training} learnt from, {held_out} to check with</source>
        <translation>{training} para aprender, {held_out} para comprobar</translation>
    </message>
    <message>
        <source>was {old}</source>
        <translation>era {old}</translation>
    </message>
    <message>
        <source>now {new}</source>
        <translation>ahora {new}</translation>
    </message>
    <message>
        <source>What training needs is not installed yet: see below.</source>
        <translation>Lo que necesita el entrenamiento aún no está instalado: mira abajo.</translation>
    </message>
    <message>
        <source>Record your gestures</source>
        <translation>Graba tus gestos</translation>
    </message>
    <message>
        <source>A better model is used at once, on every page. Your previous model stays in the list.</source>
        <translation>Un modelo mejor se usa al momento, en todas las páginas. Tu modelo anterior se queda en la lista.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet. Record two gestures or more, about {count} samples of each.</source>
        <translation>Aún no hay nada grabado. Graba dos gestos o más, unas {count} muestras de cada uno.</translation>
    </message>
    <message numerus="yes">
        <source>{count} samples of {gestures} gestures.</source>
        <comment>{count} sample of {gestures} gestures.</comment>
        <translation>
            <numerusform>{count} muestra de {gestures} gestos.</numerusform>
            <numerusform>{count} muestras de {gestures} gestos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} samples of one gesture.</source>
        <comment>{count} sample of one gesture.</comment>
        <translation>
            <numerusform>{count} muestra de un gesto.</numerusform>
            <numerusform>{count} muestras de un gesto.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your own model is in use. Train again when you have recorded more.</source>
        <translation>Tu propio modelo está en uso. Entrena otra vez cuando hayas grabado más.</translation>
    </message>
    <message>
        <source>Takes about a minute. You can go on playing meanwhile.</source>
        <translation>Tarda alrededor de un minuto. Mientras tanto puedes seguir jugando.</translation>
    </message>
    <message>
        <source>Takes about {duration}. You can go on playing meanwhile.</source>
        <translation>Tarda unos {duration}. Mientras tanto puedes seguir jugando.</translation>
    </message>
    <message>
        <source>Step {number}, done</source>
        <translation>Paso {number}, hecho</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>Paso {number}</translation>
    </message>
    <message>
        <source>Reading the samples</source>
        <translation>Leyendo las muestras</translation>
    </message>
    <message>
        <source>Looking at the hands</source>
        <translation>Mirando las manos</translation>
    </message>
    <message>
        <source>Learning the last layers</source>
        <translation>Aprendiendo las últimas capas</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>Ajuste fino</translation>
    </message>
    <message>
        <source>Writing the model</source>
        <translation>Escribiendo el modelo</translation>
    </message>
    <message>
        <source>Comparing the old and the new model</source>
        <translation>Comparando el modelo viejo y el nuevo</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Certeza</translation>
    </message>
    <message>
        <source>Mean probability of the gesture that was shown</source>
        <translation>Probabilidad media del gesto mostrado</translation>
    </message>
    <message>
        <source>Came with the program</source>
        <translation>Vino con el programa</translation>
    </message>
    <message>
        <source>Retrained here</source>
        <translation>Reentrenado aquí</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importado</translation>
    </message>
    <message>
        <source>On you</source>
        <translation>Contigo</translation>
    </message>
    <message>
        <source>On other people</source>
        <translation>Con otras personas</translation>
    </message>
    <message>
        <source>On the author&apos;s samples</source>
        <translation>Con las muestras del autor</translation>
    </message>
    <message>
        <source>Learnt at once: {learnt}, {imported} of them imported</source>
        <translation>Aprendido al momento: {learnt}, {imported} de ellas importadas</translation>
    </message>
    <message>
        <source>Learnt at once: {learnt}</source>
        <translation>Aprendido al momento: {learnt}</translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation>{count} segundos</translation>
    </message>
    <message numerus="yes">
        <source>{count} minutes</source>
        <comment>{count} minute</comment>
        <translation>
            <numerusform>{count} minuto</numerusform>
            <numerusform>{count} minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Time left: not known yet</source>
        <translation>Tiempo restante: aún desconocido</translation>
    </message>
    <message>
        <source>About {duration} left</source>
        <translation>Quedan unos {duration}</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Empezando…</translation>
    </message>
    <message>
        <source>About {duration} on a machine with nothing else to do.</source>
        <translation>Unos {duration} en un equipo sin nada más que hacer.</translation>
    </message>
    <message numerus="yes">
        <source>Learns from {count} samples and checks the result with {held_out}.</source>
        <comment>Learns from {count} sample and checks the result with {held_out}.</comment>
        <translation>
            <numerusform>Aprende de {count} muestra y comprueba el resultado con {held_out}.</numerusform>
            <numerusform>Aprende de {count} muestras y comprueba el resultado con {held_out}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of gestures with too few samples</source>
        <translation>{count} de gestos con muy pocas muestras</translation>
    </message>
    <message>
        <source>{count} recorded just before those for the check, and too much like them</source>
        <translation>{count} grabadas justo antes que las de comprobar, y demasiado parecidas</translation>
    </message>
    <message>
        <source>Not used: {parts}.</source>
        <translation>No se usan: {parts}.</translation>
    </message>
    <message>
        <source>Kept apart to check with: the session of {session}. Nothing is learnt from it.</source>
        <translation>Apartada para comprobar: la sesión del {session}. No se aprende nada de ella.</translation>
    </message>
    <message>
        <source>Kept apart to check with: the sessions of {sessions}. Nothing is learnt from them.</source>
        <translation>Apartadas para comprobar: las sesiones del {sessions}. No se aprende nada de ellas.</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>omitido</translation>
    </message>
    <message>
        <source>other session</source>
        <translation>otra sesión</translation>
    </message>
    <message>
        <source>same session</source>
        <translation>misma sesión</translation>
    </message>
    <message>
        <source>The new model is better for you, and no worse for others.</source>
        <translation>El nuevo modelo es mejor para ti y no peor para los demás.</translation>
    </message>
    <message>
        <source>The new model is kept, but not used.</source>
        <translation>El nuevo modelo se guarda, pero no se usa.</translation>
    </message>
    <message>
        <source>the model it was made from</source>
        <translation>el modelo del que salió</translation>
    </message>
    <message>
        <source>{model} was found to be better than {parent} for the person it was made for, and no worse for others.</source>
        <translation>{model} resultó mejor que {parent} para la persona para la que se hizo, y no peor para los demás.</translation>
    </message>
    <message>
        <source>{model} was found to be no better than {parent}, and kept, but not used.</source>
        <translation>{model} no resultó mejor que {parent}; se guardó, pero no se usa.</translation>
    </message>
    <message>
        <source>The author&apos;s samples</source>
        <translation>Las muestras del autor</translation>
    </message>
    <message>
        <source>Your recordings</source>
        <translation>Tus grabaciones</translation>
    </message>
    <message>
        <source>No picture is read differently.</source>
        <translation>Ninguna imagen se reconoce de otra forma.</translation>
    </message>
    <message>
        <source>Which pictures are read differently was not kept.</source>
        <translation>No se guardó qué imágenes se reconocen de otra forma.</translation>
    </message>
    <message>
        <source>{count} now right</source>
        <translation>{count} ahora bien</translation>
    </message>
    <message>
        <source>{count} now wrong</source>
        <translation>{count} ahora mal</translation>
    </message>
    <message>
        <source>{count} wrong in another way</source>
        <translation>{count} mal de otra manera</translation>
    </message>
    <message numerus="yes">
        <source>{count} pictures read differently: {parts}</source>
        <comment>{count} picture read differently: {parts}</comment>
        <translation>
            <numerusform>{count} imagen reconocida de otra forma: {parts}</numerusform>
            <numerusform>{count} imágenes reconocidas de otra forma: {parts}</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of them not here any more</source>
        <translation>{count} de ellas ya no están</translation>
    </message>
    <message numerus="yes">
        <source>{count} recordings look as if labelled wrongly: both models are sure that something else is shown. Move or delete what is wrong in the gallery, and retrain.</source>
        <comment>{count} recording looks as if labelled wrongly: both models are sure that something else is shown. Move or delete what is wrong in the gallery, and retrain.</comment>
        <translation>
            <numerusform>{count} grabación parece mal etiquetada: ambos modelos están seguros de que se ve otra cosa. Mueve o borra en la galería lo que está mal y vuelve a entrenar.</numerusform>
            <numerusform>{count} grabaciones parecen mal etiquetadas: ambos modelos están seguros de que se ve otra cosa. Mueve o borra en la galería lo que está mal y vuelve a entrenar.</numerusform>
        </translation>
    </message>
    <message>
        <source>{old} → {new} of {shown}</source>
        <translation>{old} → {new} de {shown}</translation>
    </message>
    <message>
        <source>Built-in model ({id})</source>
        <translation>Modelo incluido ({id})</translation>
    </message>
    <message>
        <source>My model of {date}</source>
        <translation>Mi modelo del {date}</translation>
    </message>
    <message>
        <source>made {date}</source>
        <translation>hecho el {date}</translation>
    </message>
    <message>
        <source>from {parent}</source>
        <translation>a partir de {parent}</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>no se puede usar</translation>
    </message>
    <message>
        <source>used although it was found to be no better</source>
        <translation>en uso aunque no resultó mejor</translation>
    </message>
    <message>
        <source>kept, not used</source>
        <translation>guardado, sin usar</translation>
    </message>
    <message>
        <source>Also knows {names}</source>
        <translation>También conoce {names}</translation>
    </message>
    <message numerus="yes">
        <source>{count} hands</source>
        <comment>{count} hand</comment>
        <translation>
            <numerusform>{count} mano</numerusform>
            <numerusform>{count} manos</numerusform>
        </translation>
    </message>
    <message>
        <source>The training process was ended from outside, or crashed before it was done.</source>
        <translation>El entrenamiento se terminó desde fuera o falló antes de acabar.</translation>
    </message>
    <message>
        <source>The training process ended with exit code {code} before it was done.</source>
        <translation>El entrenamiento terminó con el código {code} antes de acabar.</translation>
    </message>
    <message>
        <source>Nothing was changed; the model in use goes on. Perhaps memory ran out: close other programs, and try again. The last lines of its log are on the Train page.</source>
        <translation>No se cambió nada; el modelo en uso sigue. Quizá faltó memoria: cierra otros programas e inténtalo de nuevo. Las últimas líneas del registro están en la página «Entrenar».</translation>
    </message>
    <message>
        <source>The training process said more than can be taken in, and was ended.</source>
        <translation>El entrenamiento escribió más de lo que se puede procesar y se terminó.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again; if it happens again, report it with the last lines of the log.</source>
        <translation>No se cambió nada. Inténtalo de nuevo; si vuelve a pasar, comunícalo con las últimas líneas del registro.</translation>
    </message>
    <message>
        <source>The training process could not be started: {reason}.</source>
        <translation>No se pudo iniciar el entrenamiento: {reason}.</translation>
    </message>
    <message>
        <source>Install the program again, or set it up anew: python scripts/setup.py setup</source>
        <translation>Instala el programa otra vez o configúralo de nuevo: python scripts/setup.py setup</translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation>&amp;Volver a la lista</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Listo</translation>
    </message>
    <message>
        <source>&amp;Use it anyway…</source>
        <translation>&amp;Usar de todos modos…</translation>
    </message>
    <message>
        <source>&amp;Go back</source>
        <translation>&amp;Volver</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Pictures that are read differently</source>
        <translation>Imágenes reconocidas de otra forma</translation>
    </message>
    <message>
        <source>Pictures that are perhaps labelled wrongly</source>
        <translation>Imágenes quizá mal etiquetadas</translation>
    </message>
    <message>
        <source>One moment: the models are being checked.</source>
        <translation>Un momento: se están comprobando los modelos.</translation>
    </message>
    <message>
        <source>The model is not there any more.</source>
        <translation>El modelo ya no está.</translation>
    </message>
    <message>
        <source>It cannot be used: {trouble}</source>
        <translation>No se puede usar: {trouble}</translation>
    </message>
    <message>
        <source>It is in use, although it was found to be no better.</source>
        <translation>Está en uso, aunque no resultó mejor.</translation>
    </message>
    <message>
        <source>It is in use now.</source>
        <translation>Ahora está en uso.</translation>
    </message>
    <message>
        <source>It is not in use.</source>
        <translation>No está en uso.</translation>
    </message>
    <message>
        <source>It is not in use. The list of models has it.</source>
        <translation>No está en uso. Está en la lista de modelos.</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>&amp;Usar</translation>
    </message>
    <message>
        <source>Result of the training</source>
        <translation>Resultado del entrenamiento</translation>
    </message>
    <message>
        <source>Rows: what was shown. Columns: what was read.</source>
        <translation>Filas: lo que se mostró. Columnas: lo que se reconoció.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptado</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>The picture could not be saved</source>
        <translation>No se pudo guardar la imagen</translation>
    </message>
    <message>
        <source>The picture cannot be saved as {path} ({reason}).</source>
        <translation>La imagen no se puede guardar como {path} ({reason}).</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk.</source>
        <translation>Elige otra carpeta, o libera espacio en el disco.</translation>
    </message>
    <message>
        <source>The picture was saved as {path}.</source>
        <translation>La imagen se guardó como {path}.</translation>
    </message>
    <message>
        <source>Slow motion   ·   Esc: skip   ·   Space: go on</source>
        <translation>Cámara lenta   ·   Esc: saltar   ·   Espacio: continuar</translation>
    </message>
    <message>
        <source>read</source>
        <comment>moment of a replay</comment>
        <translation>leída</translation>
    </message>
    <message>
        <source>Read here, {delay_ms} ms after “shoot!”</source>
        <translation>Leída aquí, {delay_ms} ms después de «¡ya!»</translation>
    </message>
    <message>
        <source>Late throw: {gesture}, {delay_ms} ms after “shoot!”</source>
        <translation>Jugada tardía: {gesture}, {delay_ms} ms después de «¡ya!»</translation>
    </message>
    <message>
        <source>{player}, late throw: {gesture}, {delay_ms} ms after “shoot!”</source>
        <translation>{player}, jugada tardía: {gesture}, {delay_ms} ms después de «¡ya!»</translation>
    </message>
    <message>
        <source>late</source>
        <comment>moment of a replay</comment>
        <translation>tarde</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Repetición</translation>
    </message>
    <message>
        <source>See the throw in slow motion, with the moment at which it was read (R)</source>
        <translation>Ver la jugada a cámara lenta, con el momento en que se leyó (R)</translation>
    </message>
    <message>
        <source>Keep picture…</source>
        <translation>Guardar imagen…</translation>
    </message>
    <message>
        <source>Save a picture of this round where you like; nothing is saved by itself</source>
        <translation>Guardar una imagen de esta ronda donde quieras; nada se guarda por sí solo</translation>
    </message>
    <message>
        <source>Keep Picture</source>
        <translation>Guardar imagen</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.png)</source>
        <translation>Imágenes (*.jpg *.png)</translation>
    </message>
    <message>
        <source>Close other programs that use it and check its cable, or choose another camera.</source>
        <translation>Cierra otros programas que la usen y revisa su cable, o elige otra cámara.</translation>
    </message>
    <message>
        <source>Close other programs that use it and check its cable, or choose another camera. Also allow this program to use the camera in System Settings &gt; Privacy &amp; Security &gt; Camera.</source>
        <translation>Cierra otros programas que la usen y revisa su cable, o elige otra cámara. Permite también que este programa use la cámara en Ajustes del Sistema &gt; Privacidad y seguridad &gt; Cámara.</translation>
    </message>
    <message>
        <source>Close other programs that use it and check its cable, or choose another camera. Also allow desktop apps to use the camera in Settings &gt; Privacy &amp; security &gt; Camera.</source>
        <translation>Cierra otros programas que la usen y revisa su cable, o elige otra cámara. Permite también que las aplicaciones de escritorio usen la cámara en Configuración &gt; Privacidad y seguridad &gt; Cámara.</translation>
    </message>
    <message>
        <source>{name} keeps sending the same picture.</source>
        <translation>{name} envía siempre la misma imagen.</translation>
    </message>
    <message>
        <source>Check its cable and its privacy cover, or choose another camera.</source>
        <translation>Revisa su cable y su tapa, o elige otra cámara.</translation>
    </message>
    <message>
        <source>{name} stopped sending pictures.</source>
        <translation>{name} dejó de enviar imágenes.</translation>
    </message>
    <message>
        <source>Check its cable, or choose another camera in Settings.</source>
        <translation>Revisa su cable, o elige otra cámara en los ajustes.</translation>
    </message>
    <message>
        <source>{name} could not be opened.</source>
        <translation>No se pudo abrir {name}.</translation>
    </message>
    <message>
        <source>{name} opens but sends no picture.</source>
        <translation>{name} se abre, pero no envía ninguna imagen.</translation>
    </message>
    <message>
        <source>{camera} is not connected.</source>
        <translation>{camera} no está conectada.</translation>
    </message>
    <message>
        <source>Plug it in, or choose another camera or a video file.</source>
        <translation>Conéctala, o elige otra cámara o un vídeo.</translation>
    </message>
    <message>
        <source>You may not use {camera} ({node}).</source>
        <translation>No tienes permiso para usar {camera} ({node}).</translation>
    </message>
    <message>
        <source>Add yourself to the group &quot;video&quot; (sudo usermod -aG video &quot;$USER&quot;), then log in again.</source>
        <translation>Añádete al grupo «video» (sudo usermod -aG video &quot;$USER&quot;) y vuelve a iniciar sesión.</translation>
    </message>
    <message>
        <source>Images are files ending in .jpg, .jpeg, .png, .bmp, .webp, .tif or .tiff.</source>
        <translation>Las imágenes son archivos que terminan en .jpg, .jpeg, .png, .bmp, .webp, .tif o .tiff.</translation>
    </message>
    <message>
        <source>There are no images in {folder}.</source>
        <translation>No hay imágenes en {folder}.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>No se puede leer {path}: {reason}.</translation>
    </message>
    <message>
        <source>None of the images in {folder} can be read: {images} and {count} more.</source>
        <translation>No se puede leer ninguna imagen de {folder}: {images} y {count} más.</translation>
    </message>
    <message>
        <source>None of the images in {folder} can be read: {images}.</source>
        <translation>No se puede leer ninguna imagen de {folder}: {images}.</translation>
    </message>
    <message>
        <source>Check that the files open in an image viewer, and that you may read them.</source>
        <translation>Comprueba que los archivos se abren en un visor de imágenes y que puedes leerlos.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>No existe la carpeta {folder}.</translation>
    </message>
    <message>
        <source>Check the spelling of the path.</source>
        <translation>Comprueba que la ruta está bien escrita.</translation>
    </message>
    <message>
        <source>{folder} is neither a file nor a folder.</source>
        <translation>{folder} no es ni un archivo ni una carpeta.</translation>
    </message>
    <message>
        <source>Give an image, or a folder of images.</source>
        <translation>Indica una imagen o una carpeta de imágenes.</translation>
    </message>
    <message>
        <source>Check that you have permission to read it.</source>
        <translation>Comprueba que tienes permiso para leerlo.</translation>
    </message>
    <message>
        <source>No source was given.</source>
        <translation>No se indicó ninguna fuente.</translation>
    </message>
    <message>
        <source>Give a video file, a folder of images, an address or camera:0.</source>
        <translation>Indica un vídeo, una carpeta de imágenes, una dirección o camera:0.</translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation>No se puede leer {path}.</translation>
    </message>
    <message>
        <source>Connected: {names}.</source>
        <translation>Conectadas: {names}.</translation>
    </message>
    <message>
        <source>No camera is connected, or the system does not show it.</source>
        <translation>No hay ninguna cámara conectada, o el sistema no la muestra.</translation>
    </message>
    <message>
        <source>There is no camera &quot;{name}&quot;.</source>
        <translation>No existe la cámara «{name}».</translation>
    </message>
    <message>
        <source>There is no file, folder or camera of that name.</source>
        <translation>No existe ningún archivo, carpeta ni cámara con ese nombre.</translation>
    </message>
    <message>
        <source>Check the spelling.</source>
        <translation>Comprueba que está bien escrito.</translation>
    </message>
    <message>
        <source>{path} is a link to a file that is gone.</source>
        <translation>{path} es un enlace a un archivo que ya no existe.</translation>
    </message>
    <message>
        <source>Mend the link, or give the file itself.</source>
        <translation>Corrige el enlace, o indica el archivo mismo.</translation>
    </message>
    <message>
        <source>the current folder</source>
        <translation>la carpeta actual</translation>
    </message>
    <message>
        <source>Did you mean {names}?</source>
        <translation>¿Querías decir {names}?</translation>
    </message>
    <message>
        <source>There is no file, folder or camera {file} in {folder}.</source>
        <translation>No existe ningún archivo, carpeta ni cámara {file} en {folder}.</translation>
    </message>
    <message>
        <source>No video stream answers at {name}.</source>
        <translation>Ningún vídeo responde en {name}.</translation>
    </message>
    <message>
        <source>Check that the camera or the phone&apos;s app is running, and the address, port and password.</source>
        <translation>Comprueba que la cámara o la aplicación del teléfono está en marcha, y la dirección, el puerto y la contraseña.</translation>
    </message>
    <message>
        <source>{name} sends no picture.</source>
        <translation>{name} no envía ninguna imagen.</translation>
    </message>
    <message>
        <source>Check that it is the address of the video itself, not of a web page about it.</source>
        <translation>Comprueba que es la dirección del propio vídeo y no la de una página web sobre él.</translation>
    </message>
    <message>
        <source>Check that it is still running, or choose another source.</source>
        <translation>Comprueba que sigue en marcha o elige otra fuente.</translation>
    </message>
    <message>
        <source>Check the network, and that the camera is still running.</source>
        <translation>Revisa la red y que la cámara siga en marcha.</translation>
    </message>
    <message>
        <source>{address} is not a valid address.</source>
        <translation>{address} no es una dirección válida.</translation>
    </message>
    <message>
        <source>It should look like http://192.168.0.20:8080/video; write special characters of a password as %XX.</source>
        <translation>Debería ser como http://192.168.0.20:8080/video; escribe los caracteres especiales de una contraseña como %XX.</translation>
    </message>
    <message>
        <source>{address} is no kind of address that can be opened.</source>
        <translation>{address} no es un tipo de dirección que se pueda abrir.</translation>
    </message>
    <message>
        <source>Addresses start with {schemes}; give files as plain paths.</source>
        <translation>Las direcciones empiezan por {schemes}; indica los archivos como rutas simples.</translation>
    </message>
    <message>
        <source>{address} names no host.</source>
        <translation>{address} no nombra ningún equipo.</translation>
    </message>
    <message>
        <source>It should look like http://192.168.0.20:8080/video.</source>
        <translation>Debería ser como http://192.168.0.20:8080/video.</translation>
    </message>
    <message>
        <source>Check that it plays in a video player, or convert it to MP4 or WebM.</source>
        <translation>Comprueba que se ve en un reproductor de vídeo, o conviértelo a MP4 o WebM.</translation>
    </message>
    <message>
        <source>{name} opens as a video but holds no picture that can be read.</source>
        <translation>{name} se abre como vídeo, pero no tiene ninguna imagen legible.</translation>
    </message>
    <message>
        <source>{path} is a folder, not a video file.</source>
        <translation>{path} es una carpeta, no un vídeo.</translation>
    </message>
    <message>
        <source>Give one of the files in it.</source>
        <translation>Indica uno de los archivos que contiene.</translation>
    </message>
    <message>
        <source>{path} is not a regular file.</source>
        <translation>{path} no es un archivo normal.</translation>
    </message>
    <message>
        <source>Give a video file.</source>
        <translation>Indica un vídeo.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>No existe el archivo {path}.</translation>
    </message>
    <message>
        <source>Check that you may read it.</source>
        <translation>Comprueba que puedes leerlo.</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} está vacío.</translation>
    </message>
    <message>
        <source>Record or copy it again.</source>
        <translation>Vuelve a grabarlo o a copiarlo.</translation>
    </message>
    <message>
        <source>{file} is a text file, not a video.</source>
        <translation>{file} es un archivo de texto, no un vídeo.</translation>
    </message>
    <message>
        <source>Give a video file, such as MP4 or WebM.</source>
        <translation>Indica un vídeo, por ejemplo MP4 o WebM.</translation>
    </message>
    <message>
        <source>{file} is cut short or damaged: its table of frames is missing.</source>
        <translation>{file} está cortado o dañado: falta su tabla de imágenes.</translation>
    </message>
    <message>
        <source>The recording or copying was probably broken off. Copy it again, or record it again.</source>
        <translation>Probablemente se interrumpió la grabación o la copia. Vuelve a copiarlo o a grabarlo.</translation>
    </message>
    <message>
        <source>{file} is not a video that this program can read.</source>
        <translation>{file} no es un vídeo que este programa pueda leer.</translation>
    </message>
    <message>
        <source>Nothing was learnt at once with this model.</source>
        <translation>Con este modelo no se aprendió nada al momento.</translation>
    </message>
    <message>
        <source>Record samples on the Collect page.</source>
        <translation>Graba muestras en la página «Grabar».</translation>
    </message>
    <message>
        <source>The model was made by an earlier version and cannot use samples at once.</source>
        <translation>El modelo lo hizo una versión anterior y no puede usar las muestras al momento.</translation>
    </message>
    <message>
        <source>Use the shipped model, or retrain, or do it without what was learnt at once.</source>
        <translation>Usa el modelo incluido, reentrena o hazlo sin lo aprendido al momento.</translation>
    </message>
    <message>
        <source>There are samples of {people}.</source>
        <translation>Hay muestras de {people}.</translation>
    </message>
    <message>
        <source>Record some on the Collect page.</source>
        <translation>Graba algunas en la página «Grabar».</translation>
    </message>
    <message>
        <source>There are no samples of {person}.</source>
        <translation>No hay muestras de {person}.</translation>
    </message>
    <message numerus="yes">
        <source>Training needs {packages}, which are not installed.</source>
        <comment>Training needs {packages}, which is not installed.</comment>
        <translation>
            <numerusform>Para entrenar hace falta {packages}, que no está instalado.</numerusform>
            <numerusform>Para entrenar hacen falta {packages}, que no están instalados.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something went wrong ({error}: {reason}).</source>
        <translation>Algo salió mal ({error}: {reason}).</translation>
    </message>
    <message>
        <source>The program goes on; the log has the details.</source>
        <translation>El programa sigue; los detalles están en el registro.</translation>
    </message>
    <message>
        <source>a name has {most} characters at most, got {count}</source>
        <translation>un nombre tiene como mucho {most} caracteres, este tiene {count}</translation>
    </message>
    <message>
        <source>a name has only characters that can be shown</source>
        <translation>un nombre solo tiene caracteres que se pueden mostrar</translation>
    </message>
    <message>
        <source>a part of a video begins at 0 s or later and ends after that, got {part}</source>
        <translation>una parte de un vídeo empieza en 0 s o más tarde y termina después, no {part}</translation>
    </message>
    <message>
        <source>{start} s to {end} s</source>
        <translation>{start} s a {end} s</translation>
    </message>
    <message>
        <source>no part of the video was labelled</source>
        <translation>no se etiquetó ninguna parte del vídeo</translation>
    </message>
    <message>
        <source>{first} and {second} overlap</source>
        <translation>{first} y {second} se solapan</translation>
    </message>
    <message>
        <source>a name needs at least one letter or digit</source>
        <translation>un nombre necesita al menos una letra o cifra</translation>
    </message>
    <message>
        <source>a gesture&apos;s name has 1 to {most} characters, got {name}</source>
        <translation>el nombre de un gesto tiene de 1 a {most} caracteres, este es {name}</translation>
    </message>
    <message>
        <source>the name {name} has outer spaces or is not in Unicode&apos;s composed form</source>
        <translation>el nombre {name} tiene espacios en los extremos o no está en la forma compuesta de Unicode</translation>
    </message>
    <message>
        <source>the name {name} has characters that cannot be seen</source>
        <translation>el nombre {name} tiene caracteres invisibles</translation>
    </message>
    <message>
        <source>a key is one character that can be seen, got {key}</source>
        <translation>una tecla es un carácter visible, no {key}</translation>
    </message>
    <message>
        <source>an icon is a short text, got {icon}</source>
        <translation>un icono es un texto corto, no {icon}</translation>
    </message>
    <message>
        <source>The remembered samples do not belong to the model {model}.</source>
        <translation>Las muestras recordadas no son del modelo {model}.</translation>
    </message>
    <message>
        <source>Start the program again.</source>
        <translation>Vuelve a iniciar el programa.</translation>
    </message>
    <message>
        <source>The model {model} answers with shape {shape}, where its labels want {expected}.</source>
        <translation>El modelo {model} responde con la forma {shape}, pero sus etiquetas piden {expected}.</translation>
    </message>
    <message>
        <source>Its files do not belong together; choose another model.</source>
        <translation>Sus archivos no son del mismo modelo; elige otro modelo.</translation>
    </message>
    <message>
        <source>The model {model} answered with numbers that are not finite.</source>
        <translation>El modelo {model} respondió con números que no son finitos.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Elige otro modelo.</translation>
    </message>
    <message>
        <source>The model {model} was made by an earlier version and gives no features.</source>
        <translation>El modelo {model} lo hizo una versión anterior y no da características.</translation>
    </message>
    <message>
        <source>Add them with: python -m training features {model}</source>
        <translation>Añádelas con: python -m training features {model}</translation>
    </message>
    <message>
        <source>The model {model} gives features of shape {shape}, or ones that are not finite; its manifest wants {expected}.</source>
        <translation>El modelo {model} da características de forma {shape}, o que no son finitas; su manifiesto pide {expected}.</translation>
    </message>
    <message>
        <source>TensorFlow is not installed, and the GPU needs it.</source>
        <translation>TensorFlow no está instalado y la GPU lo necesita.</translation>
    </message>
    <message>
        <source>TensorFlow sees no {device}.</source>
        <translation>TensorFlow no encuentra ninguna {device}.</translation>
    </message>
    <message>
        <source>Run gesture-app doctor to see why, or use --device cpu.</source>
        <translation>Ejecuta gesture-app doctor para ver por qué, o usa --device cpu.</translation>
    </message>
    <message>
        <source>Keras is set to run on {backend}, and the GPU needs it on TensorFlow.</source>
        <translation>Keras está configurado para {backend}, y la GPU lo necesita sobre TensorFlow.</translation>
    </message>
    <message>
        <source>Unset the environment variable KERAS_BACKEND, or use --device cpu.</source>
        <translation>Quita la variable de entorno KERAS_BACKEND, o usa --device cpu.</translation>
    </message>
    <message>
        <source>{file} cannot be loaded: {reason}</source>
        <translation>No se puede cargar {file}: {reason}</translation>
    </message>
    <message>
        <source>The model {model} failed: {reason}</source>
        <translation>El modelo {model} falló: {reason}</translation>
    </message>
    <message>
        <source>Choose another model, or use --device cpu.</source>
        <translation>Elige otro modelo, o usa --device cpu.</translation>
    </message>
    <message>
        <source>TensorFlow is installed but cannot be loaded: {reason}.</source>
        <translation>TensorFlow está instalado, pero no se puede cargar: {reason}.</translation>
    </message>
    <message>
        <source>Install it again with: {command}, or use --device cpu.</source>
        <translation>Vuelve a instalarlo con: {command}, o usa --device cpu.</translation>
    </message>
    <message>
        <source>{file} cannot be run: {reason}</source>
        <translation>No se puede ejecutar {file}: {reason}</translation>
    </message>
    <message>
        <source>Choose another model, or update the program.</source>
        <translation>Elige otro modelo, o actualiza el programa.</translation>
    </message>
    <message>
        <source>The model {model} takes {inputs}, but its manifest says {wanted}.</source>
        <translation>El modelo {model} recibe {inputs}, pero su manifiesto dice {wanted}.</translation>
    </message>
    <message>
        <source>The model {model} gives no features, but its manifest has statistics of them.</source>
        <translation>El modelo {model} no da características, pero su manifiesto tiene estadísticas de ellas.</translation>
    </message>
    <message>
        <source>Nothing was imported. Export it again, or without what was learnt at once.</source>
        <translation>No se importó nada. Expórtalo otra vez, o sin lo aprendido al momento.</translation>
    </message>
    <message>
        <source>What was learnt at once with {model} cannot be imported: {reason}.</source>
        <translation>No se puede importar lo aprendido al momento con {model}: {reason}.</translation>
    </message>
    <message>
        <source>Check the name: it is a folder, or an id as `gesture-app models list` shows it.</source>
        <translation>Comprueba el nombre: es una carpeta, o un identificador como los que muestra `gesture-app models list`.</translation>
    </message>
    <message>
        <source>There is no model folder {folder}.</source>
        <translation>No existe la carpeta de modelo {folder}.</translation>
    </message>
    <message>
        <source>A model folder holds manifest.json, model.onnx and model.keras; choose another folder.</source>
        <translation>Una carpeta de modelo contiene manifest.json, model.onnx y model.keras; elige otra carpeta.</translation>
    </message>
    <message>
        <source>{folder} has no {file}.</source>
        <translation>En {folder} falta {file}.</translation>
    </message>
    <message>
        <source>Check that the file may be read.</source>
        <translation>Comprueba que el archivo se puede leer.</translation>
    </message>
    <message>
        <source>Choose another model, or restore this one from where it came from.</source>
        <translation>Elige otro modelo, o recupera este de donde vino.</translation>
    </message>
    <message>
        <source>{path} cannot be used: {reason}.</source>
        <translation>No se puede usar {path}: {reason}.</translation>
    </message>
    <message>
        <source>Nothing was imported. Choose a model that this program exported.</source>
        <translation>No se importó nada. Elige un modelo que haya exportado este programa.</translation>
    </message>
    <message>
        <source>{path} is a folder.</source>
        <translation>{path} es una carpeta.</translation>
    </message>
    <message>
        <source>Name a file in it, such as {path}.zip.</source>
        <translation>Indica un archivo dentro, por ejemplo {path}.zip.</translation>
    </message>
    <message>
        <source>Choose another place, or make room on the disk.</source>
        <translation>Elige otro lugar, o haz sitio en el disco.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>No se puede escribir {path}: {reason}.</translation>
    </message>
    <message>
        <source>Nothing was imported. Check that it may be read, and make room on the disk.</source>
        <translation>No se importó nada. Comprueba que se puede leer y haz sitio en el disco.</translation>
    </message>
    <message>
        <source>{path} cannot be copied: {reason}.</source>
        <translation>No se puede copiar {path}: {reason}.</translation>
    </message>
    <message>
        <source>{path} is not imported: {reason}.</source>
        <translation>No se importa {path}: {reason}.</translation>
    </message>
    <message>
        <source>The manifest of {model} lists a file twice, or itself.</source>
        <translation>El manifiesto de {model} nombra un archivo dos veces, o a sí mismo.</translation>
    </message>
    <message>
        <source>{path} is no file.</source>
        <translation>{path} no es un archivo.</translation>
    </message>
    <message>
        <source>{path} is larger than {size} MiB.</source>
        <translation>{path} ocupa más de {size} MiB.</translation>
    </message>
    <message>
        <source>Make room on the disk, or make the folder writable, and try again.</source>
        <translation>Haz sitio en el disco o da permiso de escritura a la carpeta, e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The model {model} was trained on hands found by {trained}, but {used} is in use, so it may answer less well. Retrain it, or use another model.</source>
        <translation>El modelo {model} se entrenó con manos encontradas por {trained}, pero se usa {used}, así que puede responder peor. Reentrénalo, o usa otro modelo.</translation>
    </message>
    <message>
        <source>Its folder is called {folder}, but its manifest says {model}.</source>
        <translation>Su carpeta se llama {folder}, pero su manifiesto dice {model}.</translation>
    </message>
    <message>
        <source>The model {model} is kept, but not used: it was found to be no improvement.</source>
        <translation>El modelo {model} se guarda, pero no se usa: no es una mejora.</translation>
    </message>
    <message>
        <source>You can force it, and go back at any time.</source>
        <translation>Puedes usarlo de todos modos y volver atrás cuando quieras.</translation>
    </message>
    <message>
        <source>There is no earlier model to go back to.</source>
        <translation>No hay ningún modelo anterior al que volver.</translation>
    </message>
    <message>
        <source>Choose one from the list of models.</source>
        <translation>Elige uno de la lista de modelos.</translation>
    </message>
    <message>
        <source>The model cannot have this name: {reason}.</source>
        <translation>El modelo no puede llamarse así: {reason}.</translation>
    </message>
    <message>
        <source>Another model has the name {name} already.</source>
        <translation>Otro modelo ya se llama {name}.</translation>
    </message>
    <message>
        <source>The name of the model cannot be kept</source>
        <translation>No se puede guardar el nombre del modelo</translation>
    </message>
    <message>
        <source>Only models that were retrained or imported can be removed.</source>
        <translation>Solo se pueden quitar modelos reentrenados o importados.</translation>
    </message>
    <message>
        <source>The model {model} came with the program and stays.</source>
        <translation>El modelo {model} vino con el programa y se queda.</translation>
    </message>
    <message>
        <source>The model {model} is in use.</source>
        <translation>El modelo {model} está en uso.</translation>
    </message>
    <message>
        <source>Use another one first, then remove it.</source>
        <translation>Usa antes otro y luego quítalo.</translation>
    </message>
    <message>
        <source>The model {model} cannot be removed</source>
        <translation>No se puede quitar el modelo {model}</translation>
    </message>
    <message>
        <source>What was learnt at once is not of {model}.</source>
        <translation>Lo aprendido al momento no es de {model}.</translation>
    </message>
    <message>
        <source>Export it again.</source>
        <translation>Expórtalo otra vez.</translation>
    </message>
    <message>
        <source>What was imported cannot be removed</source>
        <translation>No se puede quitar lo importado</translation>
    </message>
    <message>
        <source>{path} cannot be imported</source>
        <translation>No se puede importar {path}</translation>
    </message>
    <message>
        <source>The choice of a model cannot be kept</source>
        <translation>No se puede guardar la elección del modelo</translation>
    </message>
    <message>
        <source>Which model you chose cannot be read from {path}: {reason}. The one that came with the program is used; choose again.</source>
        <translation>No se puede leer de {path} qué modelo elegiste: {reason}. Se usa el que vino con el programa; vuelve a elegir.</translation>
    </message>
    <message>
        <source>{folder} has the name of a model that came with the program and is left out. Rename it.</source>
        <translation>{folder} se llama como un modelo que vino con el programa y se omite. Cámbiale el nombre.</translation>
    </message>
    <message>
        <source>`gesture-app models list` shows the ones there are.</source>
        <translation>`gesture-app models list` muestra los que hay.</translation>
    </message>
    <message>
        <source>There is no model {model}.</source>
        <translation>No existe el modelo {model}.</translation>
    </message>
    <message>
        <source>The model {model}, which you chose, cannot be used: {reason} {used}, which came with the program, is used instead.</source>
        <translation>El modelo {model}, que elegiste, no se puede usar: {reason} En su lugar se usa {used}, que vino con el programa.</translation>
    </message>
    <message>
        <source>Restore its folder from where it came from, or choose another model.</source>
        <translation>Recupera su carpeta de donde vino, o elige otro modelo.</translation>
    </message>
    <message>
        <source>The model {model} cannot be used: {reason}</source>
        <translation>No se puede usar el modelo {model}: {reason}</translation>
    </message>
    <message>
        <source>The model {name} does not work: {reason}</source>
        <translation>El modelo {name} no funciona: {reason}</translation>
    </message>
    <message>
        <source>Restore the folder from where it came from, or choose another model.</source>
        <translation>Recupera la carpeta de donde vino, o elige otro modelo.</translation>
    </message>
    <message>
        <source>The model {model} does not list a file {name}.</source>
        <translation>El modelo {model} no nombra ningún archivo {name}.</translation>
    </message>
    <message>
        <source>{path} is damaged: its contents do not match the manifest.</source>
        <translation>{path} está dañado: su contenido no coincide con el manifiesto.</translation>
    </message>
    <message>
        <source>The model {model} does not know {gestures}; it was made for {known}.</source>
        <translation>El modelo {model} no conoce {gestures}; se hizo para {known}.</translation>
    </message>
    <message>
        <source>Choose a model made for at least one of these gestures.</source>
        <translation>Elige un modelo hecho para al menos uno de estos gestos.</translation>
    </message>
    <message>
        <source>Fetch the program again, or train a model: python -m training train.</source>
        <translation>Descarga el programa otra vez, o entrena un modelo: python -m training train.</translation>
    </message>
    <message>
        <source>There is no model in {places}.</source>
        <translation>No hay ningún modelo en {places}.</translation>
    </message>
    <message>
        <source>Write it anew with: python -m training features MODEL, or choose another model.</source>
        <translation>Escríbelo de nuevo con: python -m training features MODELO, o elige otro modelo.</translation>
    </message>
    <message>
        <source>No runtime uses the {device}.</source>
        <translation>Nada aquí puede usar {device}.</translation>
    </message>
    <message>
        <source>Use --device auto.</source>
        <translation>Usa --device auto.</translation>
    </message>
    <message>
        <source>This copy of the program cannot be added to. Set the program up from its source code to train models.</source>
        <translation>Esta copia del programa no se puede ampliar. Instala el programa desde su código fuente para entrenar modelos.</translation>
    </message>
    <message>
        <source>{path} is missing, which names the right versions. Fetch the program again.</source>
        <translation>Falta {path}, que nombra las versiones correctas. Descarga el programa otra vez.</translation>
    </message>
    <message>
        <source>The program runs in the system&apos;s own Python, which takes no packages. Set it up in an environment of its own with this command in the program&apos;s folder: python scripts/setup.py train</source>
        <translation>El programa se ejecuta en el Python del sistema, que no admite paquetes. Instálalo en un entorno propio con esta orden en la carpeta del programa: python scripts/setup.py train</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written. Ask who set up this machine to run: {command}</source>
        <translation>No se puede escribir en la carpeta {folder}. Pide a quien preparó este equipo que ejecute: {command}</translation>
    </message>
    <message>
        <source>Neither pip nor uv is here. Run this command in the program&apos;s folder: {command}</source>
        <translation>Aquí no hay ni pip ni uv. Ejecuta esta orden en la carpeta del programa: {command}</translation>
    </message>
    <message>
        <source>Everything else goes on as before.</source>
        <translation>Todo lo demás sigue como antes.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>El disco está lleno.</translation>
    </message>
    <message>
        <source>Free some space, and try again.</source>
        <translation>Libera espacio e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The packages cannot be fetched: the certificate of the package index is not trusted.</source>
        <translation>No se pueden descargar los paquetes: no se confía en el certificado del índice de paquetes.</translation>
    </message>
    <message>
        <source>Check the date and the proxy of this machine, and try again.</source>
        <translation>Revisa la fecha y el proxy de este equipo, e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The packages cannot be fetched: the package index does not answer.</source>
        <translation>No se pueden descargar los paquetes: el índice de paquetes no responde.</translation>
    </message>
    <message>
        <source>Check the connection to the internet, and try again.</source>
        <translation>Revisa la conexión a internet e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The folder of the packages cannot be written.</source>
        <translation>No se puede escribir en la carpeta de los paquetes.</translation>
    </message>
    <message>
        <source>Close other programs that use it, or run this command yourself: {command}</source>
        <translation>Cierra otros programas que la usen, o ejecuta tú esta orden: {command}</translation>
    </message>
    <message>
        <source>The packages do not fit those that are installed.</source>
        <translation>Los paquetes no son compatibles con los instalados.</translation>
    </message>
    <message>
        <source>Set the program up anew with this command: {command}</source>
        <translation>Vuelve a instalar el programa con esta orden: {command}</translation>
    </message>
    <message>
        <source>A package is not in the package index, or not for this system.</source>
        <translation>Un paquete no está en el índice de paquetes, o no para este sistema.</translation>
    </message>
    <message>
        <source>The log names it. Check which package index pip is set to.</source>
        <translation>El registro lo nombra. Revisa qué índice de paquetes usa pip.</translation>
    </message>
    <message>
        <source>The packages could not be added: the installer ended with exit code {code}.</source>
        <translation>No se pudieron añadir los paquetes: el instalador terminó con el código {code}.</translation>
    </message>
    <message>
        <source>The log has the details. You can also run this command yourself: {command}</source>
        <translation>Los detalles están en el registro. También puedes ejecutar tú esta orden: {command}</translation>
    </message>
    <message>
        <source>Add it on the window&apos;s Train page, or with this command in the program&apos;s folder: {command}</source>
        <translation>Añádelo en la página «Entrenar» de la ventana, o con esta orden en la carpeta del programa: {command}</translation>
    </message>
    <message>
        <source>What training needs cannot be added here.</source>
        <translation>Aquí no se puede añadir lo que hace falta para entrenar.</translation>
    </message>
    <message>
        <source>There is not enough space on the disk: adding needs {needed} GB, and {free} GB are free.</source>
        <translation>No hay espacio suficiente en el disco: hacen falta {needed} GB y hay {free} GB libres.</translation>
    </message>
    <message>
        <source>Free some space on the disk of {folder}, and try again.</source>
        <translation>Libera espacio en el disco de {folder} e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Neither pip nor uv starts.</source>
        <translation>No arranca ni pip ni uv.</translation>
    </message>
    <message>
        <source>Run this command yourself: {command}</source>
        <translation>Ejecuta tú esta orden: {command}</translation>
    </message>
    <message>
        <source>What training needs was added, but cannot be used: {reason}</source>
        <translation>Se añadió lo que hace falta para entrenar, pero no se puede usar: {reason}</translation>
    </message>
    <message>
        <source>Everything else goes on as before. To install it again, run: {command}</source>
        <translation>Todo lo demás sigue como antes. Para instalarlo otra vez, ejecuta: {command}</translation>
    </message>
    <message>
        <source>ONNX Runtime, which reads the gestures, cannot be loaded: {reason}.</source>
        <translation>No se puede cargar ONNX Runtime, que reconoce los gestos: {reason}.</translation>
    </message>
    <message>
        <source>Install the program again with: python scripts/setup.py setup</source>
        <translation>Vuelve a instalar el programa con: python scripts/setup.py setup</translation>
    </message>
    <message>
        <source>Capturing</source>
        <translation>La captura</translation>
    </message>
    <message>
        <source>A camera driver does not answer. Unplug the camera if it stays in use.</source>
        <translation>Un controlador de cámara no responde. Desconecta la cámara si sigue ocupada.</translation>
    </message>
    <message>
        <source>Recognition is still loading or its driver does not answer; ending the program ends it.</source>
        <translation>El reconocimiento aún se está cargando o su controlador no responde; termina al cerrar el programa.</translation>
    </message>
    <message>
        <source>Still busy after {seconds} s: {threads}.</source>
        <translation>Aún ocupado tras {seconds} s: {threads}.</translation>
    </message>
    <message>
        <source>{source} stopped sending frames.</source>
        <translation>{source} dejó de enviar imágenes.</translation>
    </message>
    <message>
        <source>Check that it is switched on and connected, or choose another source.</source>
        <translation>Comprueba que está encendida y conectada, o elige otra fuente.</translation>
    </message>
    <message>
        <source>{activity} failed unexpectedly ({error}: {reason}).</source>
        <translation>{activity} falló de forma inesperada ({error}: {reason}).</translation>
    </message>
    <message>
        <source>Start the program again; the log has the details.</source>
        <translation>Vuelve a iniciar el programa; los detalles están en el registro.</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>La carga del modelo</translation>
    </message>
    <message>
        <source>There are {count} players already.</source>
        <translation>Ya hay {count} jugadores.</translation>
    </message>
    <message>
        <source>Remove one first.</source>
        <translation>Quita uno antes.</translation>
    </message>
    <message>
        <source>There is a player {name} already.</source>
        <translation>Ya existe el jugador {name}.</translation>
    </message>
    <message>
        <source>Make room on the disk, or make the folder writable.</source>
        <translation>Haz sitio en el disco, o da permiso de escritura a la carpeta.</translation>
    </message>
    <message>
        <source>Check its permissions, or move it away. The names in your rounds stay.</source>
        <translation>Revisa sus permisos, o muévela. Los nombres de tus rondas se quedan.</translation>
    </message>
    <message>
        <source>The players in {folder} cannot be read: {reason}.</source>
        <translation>No se pueden leer los jugadores de {folder}: {reason}.</translation>
    </message>
    <message>
        <source>The picture cannot be read.</source>
        <translation>No se puede leer la imagen.</translation>
    </message>
    <message>
        <source>Choose a photo: a JPEG, PNG or WebP file.</source>
        <translation>Elige una foto: un archivo JPEG, PNG o WebP.</translation>
    </message>
    <message>
        <source>Nobody can be called {name}: {reason}.</source>
        <translation>Nadie puede llamarse {name}: {reason}.</translation>
    </message>
    <message>
        <source>There are {names}.</source>
        <translation>Hay {names}.</translation>
    </message>
    <message>
        <source>Add one first.</source>
        <translation>Añade uno antes.</translation>
    </message>
    <message>
        <source>There is no player {name}.</source>
        <translation>No existe el jugador {name}.</translation>
    </message>
    <message>
        <source>Still busy after {seconds} s: {thread}, with {count} more to write.</source>
        <translation>Aún ocupado tras {seconds} s: {thread}, quedan {count} por escribir.</translation>
    </message>
    <message>
        <source>The disk does not answer. What was recorded before is safe.</source>
        <translation>El disco no responde. Lo grabado antes está a salvo.</translation>
    </message>
    <message>
        <source>Record again; if it comes back, start the program anew.</source>
        <translation>Vuelve a grabar; si se repite, reinicia el programa.</translation>
    </message>
    <message>
        <source>Recording failed: {reason}.</source>
        <translation>La grabación falló: {reason}.</translation>
    </message>
    <message>
        <source>The match goes on. Make room on the disk, or make the folder writable, to keep the next rounds.</source>
        <translation>La partida sigue. Haz sitio en el disco o da permiso de escritura a la carpeta para guardar las próximas rondas.</translation>
    </message>
    <message>
        <source>The round could not be saved to {path}: {reason}.</source>
        <translation>No se pudo guardar la ronda en {path}: {reason}.</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose another name.</source>
        <translation>No se cambió nada. Elige otro nombre.</translation>
    </message>
    <message>
        <source>{old} cannot be renamed to {new}: {reason}.</source>
        <translation>No se puede cambiar el nombre de {old} a {new}: {reason}.</translation>
    </message>
    <message>
        <source>Close what else uses it, or make its folder writable.</source>
        <translation>Cierra lo que más lo use, o da permiso de escritura a su carpeta.</translation>
    </message>
    <message>
        <source>{path} cannot be removed: {reason}.</source>
        <translation>No se puede quitar {path}: {reason}.</translation>
    </message>
    <message>
        <source>Nothing was changed. Make room on the disk, or make the folder writable.</source>
        <translation>No se cambió nada. Haz sitio en el disco, o da permiso de escritura a la carpeta.</translation>
    </message>
    <message>
        <source>Check the permissions of the file and its folder.</source>
        <translation>Revisa los permisos del archivo y de su carpeta.</translation>
    </message>
    <message>
        <source>Export fewer samples at a time, such as one label.</source>
        <translation>Exporta menos muestras de una vez, por ejemplo un solo gesto.</translation>
    </message>
    <message>
        <source>{count} samples are too many for one archive.</source>
        <translation>{count} muestras son demasiadas para un archivo.</translation>
    </message>
    <message>
        <source>{path} would be too large to be imported again.</source>
        <translation>{path} sería demasiado grande para volver a importarlo.</translation>
    </message>
    <message>
        <source>Nothing was imported. Import it again.</source>
        <translation>No se importó nada. Impórtalo otra vez.</translation>
    </message>
    <message>
        <source>The unpacked image of {sample} is gone: {reason}.</source>
        <translation>La imagen desempaquetada de {sample} ya no está: {reason}.</translation>
    </message>
    <message>
        <source>Import the archive again.</source>
        <translation>Importa el archivo otra vez.</translation>
    </message>
    <message>
        <source>The samples in {folder} cannot be read</source>
        <translation>No se pueden leer las muestras de {folder}</translation>
    </message>
    <message>
        <source>Check the permissions of the folder.</source>
        <translation>Revisa los permisos de la carpeta.</translation>
    </message>
    <message>
        <source>The labels cannot be saved in {folder}</source>
        <translation>No se pueden guardar los gestos en {folder}</translation>
    </message>
    <message>
        <source>The sample {sample} cannot be deleted</source>
        <translation>No se puede borrar la muestra {sample}</translation>
    </message>
    <message>
        <source>The sample {sample} cannot be taken back</source>
        <translation>No se puede recuperar la muestra {sample}</translation>
    </message>
    <message>
        <source>The trash cannot be emptied</source>
        <translation>No se puede vaciar la papelera</translation>
    </message>
    <message>
        <source>Close what else uses it, and try again.</source>
        <translation>Cierra lo que más la use e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The sample {sample} cannot be put under {label}</source>
        <translation>No se puede poner la muestra {sample} en {label}</translation>
    </message>
    <message>
        <source>This label cannot be used: {reason}.</source>
        <translation>Este nombre de gesto no se puede usar: {reason}.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Elige otro.</translation>
    </message>
    <message>
        <source>The person of the sample {sample} cannot be changed</source>
        <translation>No se puede cambiar la persona de la muestra {sample}</translation>
    </message>
    <message>
        <source>This name cannot be used: {reason}.</source>
        <translation>Este nombre no se puede usar: {reason}.</translation>
    </message>
    <message>
        <source>The sample {sample} cannot be changed</source>
        <translation>No se puede cambiar la muestra {sample}</translation>
    </message>
    <message>
        <source>The sample could not be saved in {folder}</source>
        <translation>No se pudo guardar la muestra en {folder}</translation>
    </message>
    <message>
        <source>There is a sample {sample} already.</source>
        <translation>Ya existe la muestra {sample}.</translation>
    </message>
    <message>
        <source>Give it another number.</source>
        <translation>Dale otro número.</translation>
    </message>
    <message>
        <source>It may have been deleted meanwhile.</source>
        <translation>Quizá se borró entretanto.</translation>
    </message>
    <message>
        <source>There is no sample {sample}.</source>
        <translation>No existe la muestra {sample}.</translation>
    </message>
    <message>
        <source>It may have been taken back, or removed for good.</source>
        <translation>Quizá se recuperó, o se quitó para siempre.</translation>
    </message>
    <message>
        <source>The sample {sample} is not in the trash.</source>
        <translation>La muestra {sample} no está en la papelera.</translation>
    </message>
    <message>
        <source>Delete it, or restore it from a backup: {path}</source>
        <translation>Bórrala, o recupérala de una copia de seguridad: {path}</translation>
    </message>
    <message>
        <source>The sample {sample} cannot be read: {reason}.</source>
        <translation>No se puede leer la muestra {sample}: {reason}.</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be read ({reason}). The defaults are used.</source>
        <translation>No se pueden leer los ajustes de {path} ({reason}). Se usan los predeterminados.</translation>
    </message>
    <message>
        <source>Check the permissions of the file.</source>
        <translation>Revisa los permisos del archivo.</translation>
    </message>
    <message>
        <source>The settings file was damaged, so the defaults are used ({reason}).</source>
        <translation>El archivo de ajustes estaba dañado, así que se usan los predeterminados ({reason}).</translation>
    </message>
    <message>
        <source>Your settings cannot be saved in {folder} ({reason}).</source>
        <translation>No se pueden guardar tus ajustes en {folder} ({reason}).</translation>
    </message>
    <message>
        <source>They hold until you close the program. Free some space, or make the folder writable.</source>
        <translation>Valen hasta que cierres el programa. Libera espacio, o da permiso de escritura a la carpeta.</translation>
    </message>
    <message>
        <source>Your settings in {folder} cannot be erased ({reason}).</source>
        <translation>No se pueden borrar tus ajustes de {folder} ({reason}).</translation>
    </message>
    <message>
        <source>Correct or delete {path}.</source>
        <translation>Corrige o borra {path}.</translation>
    </message>
    <message>
        <source>The damaged file is kept as {path}.</source>
        <translation>El archivo dañado se guarda como {path}.</translation>
    </message>
    <message>
        <source>`gesture-app rules example FILE` writes rules to begin with.</source>
        <translation>`gesture-app rules example ARCHIVO` escribe reglas para empezar.</translation>
    </message>
    <message>
        <source>{path} holds no rules: {reason}.</source>
        <translation>{path} no contiene reglas: {reason}.</translation>
    </message>
    <message>
        <source>Mend it in {path}, and try again with `gesture-app rules check`.</source>
        <translation>Corrígelo en {path} e inténtalo de nuevo con `gesture-app rules check`.</translation>
    </message>
    <message>
        <source>The rules cannot be played: {faults}.</source>
        <translation>No se puede jugar con estas reglas: {faults}.</translation>
    </message>
    <message>
        <source>The rules cannot be saved: {faults}.</source>
        <translation>No se pueden guardar las reglas: {faults}.</translation>
    </message>
    <message>
        <source>Give them another name.</source>
        <translation>Dales otro nombre.</translation>
    </message>
    <message>
        <source>Give them another title.</source>
        <translation>Dales otro título.</translation>
    </message>
    <message>
        <source>There are no own rules {name}.</source>
        <translation>No existen reglas propias {name}.</translation>
    </message>
    <message>
        <source>`gesture-app rules list` shows all.</source>
        <translation>`gesture-app rules list` las muestra todas.</translation>
    </message>
    <message>
        <source>the name {name} belongs to a game of the program</source>
        <translation>el nombre {name} es el de un juego del programa</translation>
    </message>
    <message>
        <source>a name has 1 to {most} small letters, digits and hyphens, got {name}</source>
        <translation>un nombre tiene de 1 a {most} letras minúsculas, cifras y guiones, no {name}</translation>
    </message>
    <message>
        <source>Close other programs that use these files, check their permissions, and try it again.</source>
        <translation>Cierra otros programas que usen estos archivos, revisa sus permisos e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Not everything could be erased. Left: {names}.</source>
        <translation>No se pudo borrar todo. Queda: {names}.</translation>
    </message>
    <message>
        <source>Check that the file may be read, and that the disk has room for what is in it.</source>
        <translation>Comprueba que el archivo se puede leer y que en el disco cabe lo que contiene.</translation>
    </message>
    <message>
        <source>{path} cannot be unpacked: {reason}.</source>
        <translation>No se puede desempaquetar {path}: {reason}.</translation>
    </message>
    <message>
        <source>The hand detector is closed.</source>
        <translation>El detector de manos está cerrado.</translation>
    </message>
    <message>
        <source>The hand detector failed on frame {frame}: {reason}</source>
        <translation>El detector de manos falló en la imagen {frame}: {reason}</translation>
    </message>
    <message>
        <source>The hand detector could not be started: {reason}</source>
        <translation>No se pudo iniciar el detector de manos: {reason}</translation>
    </message>
    <message>
        <source>The landmark network could not be started: {reason}</source>
        <translation>No se pudo iniciar la red de puntos de la mano: {reason}</translation>
    </message>
    <message>
        <source>Install the pinned release in the program&apos;s folder with: {command}</source>
        <translation>Instala la versión fijada en la carpeta del programa con: {command}</translation>
    </message>
    <message>
        <source>The package mediapipe is not installed.</source>
        <translation>El paquete mediapipe no está instalado.</translation>
    </message>
    <message>
        <source>The installed mediapipe lacks the network {name}.</source>
        <translation>Al mediapipe instalado le falta la red {name}.</translation>
    </message>
    <message>
        <source>Fetch the program again.</source>
        <translation>Descarga el programa otra vez.</translation>
    </message>
    <message>
        <source>The hand network {file} cannot be read: {reason}.</source>
        <translation>No se puede leer la red de manos {file}: {reason}.</translation>
    </message>
    <message>
        <source>{path} is damaged: {reason}.</source>
        <translation>{path} está dañado: {reason}.</translation>
    </message>
    <message>
        <source>{path} is damaged: it is not the file that its manifest describes.</source>
        <translation>{path} está dañado: no es el archivo que describe su manifiesto.</translation>
    </message>
    <message>
        <source>Record more, then try again.</source>
        <translation>Graba más e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>No hay memoria suficiente.</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>Cierra otros programas e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Make room on the disk, or remove models that you no longer use.</source>
        <translation>Haz sitio en el disco, o quita modelos que ya no uses.</translation>
    </message>
    <message>
        <source>The disk is full, so the model could not be written.</source>
        <translation>El disco está lleno, así que no se pudo escribir el modelo.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, report it with the last lines of the log.</source>
        <translation>Inténtalo de nuevo. Si se repite, avisa con las últimas líneas del registro.</translation>
    </message>
    <message>
        <source>Training stopped on an unexpected error: {reason}</source>
        <translation>El entrenamiento se detuvo por un error inesperado: {reason}</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again; if it happens again, look through the recordings.</source>
        <translation>No se cambió nada. Inténtalo de nuevo; si se repite, revisa las grabaciones.</translation>
    </message>
    <message>
        <source>Training went astray: the numbers grew beyond all bounds.</source>
        <translation>El entrenamiento se descontroló: los números crecieron sin límite.</translation>
    </message>
    <message>
        <source>There is no room for a model in {folder}: {free} MB are free, {needed} MB are needed.</source>
        <translation>En {folder} no cabe un modelo: hay {free} MB libres y hacen falta {needed} MB.</translation>
    </message>
    <message>
        <source>Check that you may write there, and that the disk is not full.</source>
        <translation>Comprueba que puedes escribir ahí y que el disco no está lleno.</translation>
    </message>
    <message>
        <source>No model can be made in {folder}: {reason}.</source>
        <translation>No se puede crear un modelo en {folder}: {reason}.</translation>
    </message>
    <message>
        <source>Only models that this program trained can be trained further; choose another model.</source>
        <translation>Solo se pueden seguir entrenando modelos que entrenó este programa; elige otro modelo.</translation>
    </message>
    <message>
        <source>The model {model} cannot be trained further: {reason}</source>
        <translation>No se puede seguir entrenando el modelo {model}: {reason}</translation>
    </message>
    <message>
        <source>Fetch the program again, or build the files: python -m training rehearsal.</source>
        <translation>Descarga el programa otra vez, o crea los archivos: python -m training rehearsal.</translation>
    </message>
    <message>
        <source>{path} is damaged: its contents do not match {file}.</source>
        <translation>{path} está dañado: su contenido no coincide con {file}.</translation>
    </message>
    <message>
        <source>The rendered hands in {path} cannot be read: {reason}.</source>
        <translation>No se pueden leer las manos generadas de {path}: {reason}.</translation>
    </message>
    <message>
        <source>Record at least two gestures, on two days, and do not import the same images twice.</source>
        <translation>Graba al menos dos gestos, en dos días, y no importes las mismas imágenes dos veces.</translation>
    </message>
    <message>
        <source>There are too few recordings that can be learnt from.</source>
        <translation>Hay muy pocas grabaciones de las que se pueda aprender.</translation>
    </message>
    <message>
        <source>Nothing is left to learn {names} from.</source>
        <translation>No queda nada de lo que aprender {names}.</translation>
    </message>
    <message>
        <source>Record more of it.</source>
        <translation>Graba más.</translation>
    </message>
    <message>
        <source>Some gestures are checked on the end of the session that they were learnt from, not across sessions.</source>
        <translation>Algunos gestos se comprueban con el final de la sesión de la que se aprendieron, no con otra sesión.</translation>
    </message>
    <message>
        <source>{gesture} looks like what was no gesture before ({poses}): hands of other people in this pose are left out of the comparison.</source>
        <translation>{gesture} se parece a lo que antes no era un gesto ({poses}): las manos de otras personas en esta postura quedan fuera de la comparación.</translation>
    </message>
    <message>
        <source>There are no hands of other people for these gestures, so only your recordings were compared.</source>
        <translation>Para estos gestos no hay manos de otras personas, así que solo se compararon tus grabaciones.</translation>
    </message>
    <message>
        <source>Hands are now cut out as seen, so that gestures may differ by direction alone.</source>
        <translation>Ahora las manos se recortan como se ven, así que los gestos pueden diferir solo por la dirección.</translation>
    </message>
    <message>
        <source>After a win, {gesture} comes next about {count} times out of 10.</source>
        <translation>Después de ganar viene {gesture} unas {count} veces de cada 10.</translation>
    </message>
    <message>
        <source>After a loss, {gesture} comes next about {count} times out of 10.</source>
        <translation>Después de perder viene {gesture} unas {count} veces de cada 10.</translation>
    </message>
    <message>
        <source>After a draw, {gesture} comes next about {count} times out of 10.</source>
        <translation>Después de un empate viene {gesture} unas {count} veces de cada 10.</translation>
    </message>
    <message numerus="yes">
        <source>{count} more rounds of this game, and the mind reader knows something about you.</source>
        <comment>{count} more round of this game, and the mind reader knows something about you.</comment>
        <translation>
            <numerusform>{count} ronda más de este juego, y el Adivino sabrá algo de ti.</numerusform>
            <numerusform>{count} rondas más de este juego, y el Adivino sabrá algo de ti.</numerusform>
        </translation>
    </message>
    <message>
        <source>Out of 10 throws, about {count} are {gesture}.</source>
        <translation>De cada 10 jugadas, unas {count} son {gesture}.</translation>
    </message>
    <message>
        <source>Out of 10 of your throws, the mind reader guesses about {count}. With luck alone it would be {luck}.</source>
        <translation>De cada 10 jugadas tuyas, el Adivino acierta unas {count}. Solo con suerte serían {luck}.</translation>
    </message>
    <message>
        <source>Fair Play</source>
        <translation>Juego limpio</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256), fixed before the countdown</source>
        <translation>Huella (SHA-256), fijada antes de la cuenta atrás</translation>
    </message>
    <message>
        <source>The computer&apos;s throw</source>
        <translation>La jugada del ordenador</translation>
    </message>
    <message>
        <source>Its random number</source>
        <translation>Su número aleatorio</translation>
    </message>
    <message>
        <source>“gesture-app verify-round” checks the copied proof on any computer.</source>
        <translation>«gesture-app verify-round» comprueba la prueba copiada en cualquier ordenador.</translation>
    </message>
    <message>
        <source>&amp;Copy the proof</source>
        <translation>&amp;Copiar la prueba</translation>
    </message>
    <message>
        <source>Fair play</source>
        <translation>Juego limpio</translation>
    </message>
    <message>
        <source>How fair play is proven</source>
        <translation>Cómo se demuestra el juego limpio</translation>
    </message>
    <message>
        <source>The computer has already chosen.</source>
        <translation>El ordenador ya ha elegido.</translation>
    </message>
    <message>
        <source>The proof does not hold: fingerprint and throw do not fit.</source>
        <translation>La prueba no es válida: la huella y la jugada no coinciden.</translation>
    </message>
    <message>
        <source>The computer chose before it saw your hand.</source>
        <translation>El ordenador eligió antes de ver tu mano.</translation>
    </message>
    <message>
        <source>Before the countdown it made a fingerprint of its throw and of a long random number. After the round it shows both, and everybody can see that the fingerprint is that of this throw: no other one would fit.</source>
        <translation>Antes de la cuenta atrás hizo una huella de su jugada y de un número aleatorio largo. Después de la ronda muestra ambos, y todos pueden ver que la huella es la de esta jugada: ninguna otra encajaría.</translation>
    </message>
    <message>
        <source>Copy the proof and tell us: this must not happen, and “gesture-app verify-round” names the fault.</source>
        <translation>Copia la prueba y avísanos: esto no debe pasar, y «gesture-app verify-round» dice cuál es el fallo.</translation>
    </message>
    <message>
        <source>The fingerprint was fixed before the countdown. It was made of this throw and this random number, and was checked again just now: no other throw would fit.</source>
        <translation>La huella se fijó antes de la cuenta atrás. Se hizo con esta jugada y este número aleatorio, y acaba de comprobarse otra vez: ninguna otra jugada encajaría.</translation>
    </message>
    <message>
        <source>a game has {most} gestures at most, got {count}</source>
        <translation>un juego tiene como máximo {most} gestos, hay {count}</translation>
    </message>
    <message>
        <source>Verb: {winner} beats {loser}</source>
        <translation>Verbo: {winner} gana a {loser}</translation>
    </message>
    <message>
        <source>Let {loser} beat {winner}</source>
        <translation>Que {loser} gane a {winner}</translation>
    </message>
    <message>
        <source>Who beats whom</source>
        <translation>Quién gana a quién</translation>
    </message>
    <message>
        <source>The own rules could not be written</source>
        <translation>No se pudieron escribir las reglas propias</translation>
    </message>
    <message>
        <source>The game {title} was deleted. Its rounds stay.</source>
        <translation>Se borró el juego {title}. Sus rondas se conservan.</translation>
    </message>
    <message>
        <source>The model in use does not know {gestures}. Record some samples on Collect: they count at once.</source>
        <translation>El modelo en uso no conoce {gestures}. Graba algunas muestras en Grabar: cuentan enseguida.</translation>
    </message>
    <message>
        <source>New, from rock, paper, scissors</source>
        <translation>Nuevo, de piedra, papel, tijera</translation>
    </message>
    <message>
        <source>New, from rock, paper, scissors, well</source>
        <translation>Nuevo, de piedra, papel, tijera, pozo</translation>
    </message>
    <message>
        <source>New, from the five gestures</source>
        <translation>Nuevo, de los cinco gestos</translation>
    </message>
    <message>
        <source>Own Rules</source>
        <translation>Reglas propias</translation>
    </message>
    <message>
        <source>For example: With well</source>
        <translation>Por ejemplo: Con pozo</translation>
    </message>
    <message>
        <source>Gesture to add</source>
        <translation>Gesto que se añade</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Añadir</translation>
    </message>
    <message>
        <source>&amp;Delete this game</source>
        <translation>&amp;Borrar este juego</translation>
    </message>
    <message>
        <source>beats</source>
        <comment>verb of own rules</comment>
        <translation>gana a</translation>
    </message>
    <message>
        <source>&amp;Game</source>
        <translation>&amp;Juego</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Título</translation>
    </message>
    <message>
        <source>Who beats whom, and how</source>
        <translation>Quién gana a quién, y cómo</translation>
    </message>
    <message>
        <source>Remove {gesture}</source>
        <translation>Quitar {gesture}</translation>
    </message>
    <message>
        <source>Give the game a title.</source>
        <translation>Ponle un título al juego.</translation>
    </message>
    <message>
        <source>There is a game called {title} already.</source>
        <translation>Ya hay un juego que se llama {title}.</translation>
    </message>
    <message>
        <source>MediaPipe cannot be loaded: {reason}.</source>
        <translation>No se puede cargar MediaPipe: {reason}.</translation>
    </message>
    <message>
        <source>Add it in the program&apos;s folder with: {command} Or find hands without it: --detector onnx.</source>
        <translation>Añádelo en la carpeta del programa con: {command} O busca manos sin él: --detector onnx.</translation>
    </message>
    <message>
        <source>The tournament in {path} cannot be read: {reason}.</source>
        <translation>No se puede leer el torneo en {path}: {reason}.</translation>
    </message>
    <message>
        <source>Begin a new one; it replaces the file.</source>
        <translation>Empieza uno nuevo; sustituye el archivo.</translation>
    </message>
    <message>
        <source>The tournament cannot be kept in {path}: {reason}.</source>
        <translation>El torneo no se puede guardar en {path}: {reason}.</translation>
    </message>
    <message>
        <source>It goes on all the same. Make room on the disk, or make the folder writable.</source>
        <translation>Continúa de todos modos. Libera espacio en el disco, o permite escribir en la carpeta.</translation>
    </message>
    <message>
        <source>The habits could not be computed</source>
        <translation>No se pudieron calcular las costumbres</translation>
    </message>
    <message>
        <source>No result came in time.</source>
        <translation>No llegó ningún resultado a tiempo.</translation>
    </message>
    <message>
        <source>No frame was recognized while it was measured.</source>
        <translation>No se reconoció ninguna imagen durante la medición.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Guardar…</translation>
    </message>
    <message>
        <source>This is all that the report holds. Read it before you give it to somebody: it has no pictures, and names and addresses that the program knows are left out. Nothing is sent.</source>
        <translation>Esto es todo lo que contiene el informe. Léelo antes de dárselo a alguien: no tiene imágenes, y faltan los nombres y las direcciones que el programa conoce. No se envía nada.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>The program is open already. Use its window: two at once would overwrite each other&apos;s settings.</source>
        <translation>El programa ya está abierto. Usa su ventana: dos a la vez se sobrescribirían los ajustes.</translation>
    </message>
    <message>
        <source>Nothing of it was run. Choose a model that this program exported.</source>
        <translation>No se ejecutó nada de él. Elige un modelo exportado por este programa.</translation>
    </message>
    <message>
        <source>{name} sends no pictures at the moment.</source>
        <translation>{name} no envía imágenes en este momento.</translation>
    </message>
    <message>
        <source>If that lasts, it is opened again by itself. Check its cable or the network.</source>
        <translation>Si continúa, se vuelve a abrir sola. Comprueba el cable o la red.</translation>
    </message>
    <message>
        <source>{name} sends hardly two pictures a second.</source>
        <translation>{name} envía apenas dos imágenes por segundo.</translation>
    </message>
    <message>
        <source>Gestures are read late. Close other programs, give it more light or a better network.</source>
        <translation>Los gestos se leen con retraso. Cierra otros programas, pon más luz o mejora la red.</translation>
    </message>
    <message>
        <source>Rename Player</source>
        <translation>Cambiar el nombre del jugador</translation>
    </message>
    <message>
        <source>Space: back to the tournament</source>
        <translation>Espacio: volver al torneo</translation>
    </message>
</context>
</TS>
