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
        <source>Erase</source>
        <translation>Borrar</translation>
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
        <source>Settings</source>
        <translation>Ajustes</translation>
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
        <source>Looking for cameras…</source>
        <translation>Buscando cámaras…</translation>
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
        <source>Loading the recognizer…</source>
        <translation>Cargando el reconocimiento…</translation>
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
        <source>No picture</source>
        <translation>Sin imagen</translation>
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
</context>
</TS>
