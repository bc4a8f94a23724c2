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
        <source>Nothing that the camera sees leaves this computer. Pictures are looked at and forgotten, unless you record samples on the Collect page; these stay in a folder on this computer. The program sends nothing about you or your use of it, and asks no server for anything unless you open an address.</source>
        <translation>Nada de lo que ve la cámara sale de este ordenador. Las imágenes se analizan y se olvidan, salvo que grabes muestras en la página «Grabar»; estas se quedan en una carpeta de este ordenador. El programa no envía nada sobre ti ni sobre cómo lo usas, y no consulta ningún servidor salvo que abras una dirección.</translation>
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
        <source>Logs: the program writes its log to the terminal, and keeps none.</source>
        <translation>Registro: el programa escribe su registro en el terminal y no guarda ninguno.</translation>
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
        <source>Erase</source>
        <translation>Borrar</translation>
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
        <source>Everything</source>
        <translation>Todo</translation>
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
        <source>Statistics</source>
        <translation>Estadísticas</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Grabar</translation>
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
        <source>Make a fist while the words are called, and show your throw on “shoot!”. The computer has chosen before it sees your hand: the line “Committed” proves it. A throw that cannot be read is repeated.</source>
        <translation>Cierra el puño mientras se dicen las palabras y muestra tu jugada con «¡ya!». El ordenador ha elegido antes de ver tu mano: lo prueba la línea «Fijado». Una jugada que no se puede leer se repite.</translation>
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
        <source>no gesture</source>
        <translation>ningún gesto</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <comment>pattern of a date, see QDateTime::toString</comment>
        <translation>d MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} y {last}</translation>
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
        <source>Warning</source>
        <translation>Advertencia</translation>
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
        <source>Classic</source>
        <translation>Clásico</translation>
    </message>
    <message>
        <source>Lizard-Spock</source>
        <translation>Lagarto-Spock</translation>
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
        <source>{position} of {count}</source>
        <translation>{position} de {count}</translation>
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
        <source>The computer chooses before it sees your hand. Before the round it shows a fingerprint (SHA-256)
of its throw and a random number; afterwards it shows both, so that anybody can check that it
did not change its mind: gesture-app verify-round does.</source>
        <translation>El ordenador elige antes de ver tu mano. Antes de la ronda muestra una huella (SHA-256)
de su jugada y de un número al azar; después muestra ambos, para que cualquiera compruebe
que no cambió de idea: lo hace gesture-app verify-round.</translation>
    </message>
    <message>
        <source>Copy the round&apos;s proof</source>
        <translation>Copiar la prueba de la ronda</translation>
    </message>
    <message>
        <source>Copy the fingerprint</source>
        <translation>Copiar la huella</translation>
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
        <source>no rounds yet</source>
        <translation>aún sin rondas</translation>
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
        <source>Opened: {throw} + {digest}</source>
        <translation>Abierto: {throw} + {digest}</translation>
    </message>
    <message>
        <source>Committed: {digest}</source>
        <translation>Fijado: {digest}</translation>
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
        <source>Nobody can be called that: {reason}.</source>
        <translation>Nadie puede llamarse así: {reason}.</translation>
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
</context>
</TS>
