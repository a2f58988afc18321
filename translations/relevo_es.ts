<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AccountPage</name>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>An administrator can change these.</source>
        <translation>Un administrador puede cambiar estos datos.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proyecto</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Segundo factor</translation>
    </message>
    <message>
        <source>A code that changes every half minute, from an app on your phone, in addition to your password.</source>
        <translation>Un código que cambia cada medio minuto, de una aplicación de tu teléfono, además de tu contraseña.</translation>
    </message>
    <message>
        <source>Signed in on</source>
        <translation>Sesiones abiertas</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Sign out of this device</source>
        <translation>Cerrar sesión en este dispositivo</translation>
    </message>
</context>
<context>
    <name>ActionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>AgentsModel</name>
    <message>
        <source>%1, not connected</source>
        <translation>%1, sin conexión</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Why they get no customers</source>
        <translation>Por qué no reciben clientes</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claros</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuros</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>For everything in Relevo. 100 % is the size set in your system.</source>
        <translation>Para todo en Relevo. 100 % es el tamaño de tu sistema.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Reducir el movimiento</translation>
    </message>
    <message>
        <source>Nothing moves by itself, and the text cursor does not blink.</source>
        <translation>Nada se mueve solo y el cursor no parpadea.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Sends the message</source>
        <translation>Envía el mensaje</translation>
    </message>
    <message>
        <source>Starts a new line</source>
        <translation>Empieza una línea nueva</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Escritura</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Ctrl+Enter always sends.</source>
        <translation>Ctrl+Intro envía siempre.</translation>
    </message>
    <message>
        <source>Take a message back within</source>
        <translation>Retirar un mensaje durante</translation>
    </message>
    <message>
        <source>Each message waits this long before it is sent, unless you write another.</source>
        <translation>Cada mensaje espera ese tiempo antes de enviarse, salvo que escribas otro.</translation>
    </message>
    <message>
        <source>Relevo uses this language after a restart. What you are writing is kept.</source>
        <translation>Relevo usará este idioma cuando se reinicie. Lo que estás escribiendo se conserva.</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Reiniciar ahora</translation>
    </message>
    <message>
        <source>Check spelling</source>
        <translation>Revisar la ortografía</translation>
    </message>
    <message>
        <source>With the dictionaries on this computer, in the customer’s language.</source>
        <translation>Con los diccionarios de este equipo, en el idioma del cliente.</translation>
    </message>
</context>
<context>
    <name>AttachmentOpener</name>
    <message>
        <source>Open %1?</source>
        <translation>¿Abrir %1?</translation>
    </message>
    <message>
        <source>A file of this kind can contain a program and do harm. Open it only if you expected it from this person. Saving it does not open it.</source>
        <translation>Un archivo de este tipo puede contener un programa y causar daños. Ábrelo solo si lo esperabas de esta persona. Guardarlo no lo abre.</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>Abrir igualmente</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>%1 could not be loaded</source>
        <translation>%1 no se pudo cargar</translation>
    </message>
    <message>
        <source>No program opens %1</source>
        <translation>Ningún programa abre %1</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>%1 is saved</source>
        <translation>%1 se ha guardado</translation>
    </message>
    <message>
        <source>%1 could not be saved</source>
        <translation>%1 no se pudo guardar</translation>
    </message>
</context>
<context>
    <name>AttributeTable</name>
    <message>
        <source>Add a detail</source>
        <translation>Añadir un dato</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>This detail already exists.</source>
        <translation>Este dato ya existe.</translation>
    </message>
</context>
<context>
    <name>AvailabilityButton</name>
    <message>
        <source>Availability</source>
        <translation>Disponibilidad</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>You are not connected. Unless you are signed in elsewhere, others see you as away, and your conversations go back to the queue after a while. Once reconnected, you are again: %1.</source>
        <translation>No tienes conexión. Si no has iniciado sesión en otro sitio, los demás te ven como ausente y tus conversaciones vuelven a la cola al cabo de un rato. Al reconectarte volverás a estar: %1.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Cerrar el aviso</translation>
    </message>
</context>
<context>
    <name>BlockedBar</name>
    <message>
        <source>This customer is blocked. What they write is kept here, and nobody is alerted.</source>
        <translation>Este cliente está bloqueado. Lo que escribe se guarda aquí y no avisa a nadie.</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Unblock this customer</source>
        <translation>Desbloquear a este cliente</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Claim</source>
        <translation>Atender</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transferir</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Posponer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Claim the selected conversations</source>
        <translation>Atender las conversaciones seleccionadas</translation>
    </message>
    <message>
        <source>Transfer the selected conversations</source>
        <translation>Transferir las conversaciones seleccionadas</translation>
    </message>
    <message>
        <source>Resolve the selected conversations</source>
        <translation>Resolver las conversaciones seleccionadas</translation>
    </message>
    <message>
        <source>Snooze the selected conversations</source>
        <translation>Posponer las conversaciones seleccionadas</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n seleccionada</numerusform>
            <numerusform>%n seleccionadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Quitar la selección</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>%1 of %2…</source>
        <translation>%1 de %2…</translation>
    </message>
    <message numerus="yes">
        <source>%n refused:</source>
        <translation>
            <numerusform>%n rechazada:</numerusform>
            <numerusform>%n rechazadas:</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Claim %n conversation(s)?</source>
        <translation>
            <numerusform>¿Atender %n conversación?</numerusform>
            <numerusform>¿Atender %n conversaciones?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Transfer %n conversation(s) to %1?</source>
        <translation>
            <numerusform>¿Transferir %n conversación a %1?</numerusform>
            <numerusform>¿Transferir %n conversaciones a %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolve %n conversation(s)? Their customers see a closing message.</source>
        <translation>
            <numerusform>¿Resolver %n conversación? El cliente verá un mensaje de cierre.</numerusform>
            <numerusform>¿Resolver %n conversaciones? Los clientes verán un mensaje de cierre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Snooze %n conversation(s)?</source>
        <translation>
            <numerusform>¿Posponer %n conversación?</numerusform>
            <numerusform>¿Posponer %n conversaciones?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claimed</source>
        <translation>
            <numerusform>%n atendida</numerusform>
            <numerusform>%n atendidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transferred</source>
        <translation>
            <numerusform>%n transferida</numerusform>
            <numerusform>%n transferidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n resolved</source>
        <translation>
            <numerusform>%n resuelta</numerusform>
            <numerusform>%n resueltas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snoozed</source>
        <translation>
            <numerusform>%n pospuesta</numerusform>
            <numerusform>%n pospuestas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>There is nobody else</source>
        <translation>No hay nadie más</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hora</numerusform>
            <numerusform>%n horas</numerusform>
        </translation>
    </message>
    <message>
        <source>Until this time tomorrow</source>
        <translation>Hasta mañana a esta hora</translation>
    </message>
</context>
<context>
    <name>BulkRun</name>
    <message>
        <source>It is over.</source>
        <translation>Ya terminó.</translation>
    </message>
</context>
<context>
    <name>CannedForm</name>
    <message>
        <source>For everybody in the project</source>
        <translation>Para todo el proyecto</translation>
    </message>
    <message>
        <source>Insert a variable</source>
        <translation>Insertar una variable</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Atajo</translation>
    </message>
    <message>
        <source>Letters, digits, dots and hyphens. Type / and the shortcut in a message to find it.</source>
        <translation>Letras, cifras, puntos y guiones. En un mensaje, escribe / y el atajo para encontrarla.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variables</translation>
    </message>
    <message>
        <source>Replaced by what is known about the customer. If something is not known, the message waits until you fill it in.</source>
        <translation>Se sustituyen por lo que se sabe del cliente. Si falta algo, el mensaje espera hasta que lo completes.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Offered first when you answer in this language.</source>
        <translation>Se ofrece primero al responder en este idioma.</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>Up to 40 letters, digits, dots, hyphens or underscores, without spaces.</source>
        <translation>Hasta 40 letras, cifras, puntos, guiones o guiones bajos, sin espacios.</translation>
    </message>
    <message>
        <source>Enter the text.</source>
        <translation>Escribe el texto.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Es demasiado largo.</translation>
    </message>
    <message>
        <source>Another response has this shortcut.</source>
        <translation>Otra respuesta tiene este atajo.</translation>
    </message>
</context>
<context>
    <name>CannedList</name>
    <message>
        <source>“%1” is not known here.</source>
        <translation>Aquí no se sabe «%1».</translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation>Respuestas preparadas</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>Lo que se escribirá</translation>
    </message>
</context>
<context>
    <name>CannedPage</name>
    <message>
        <source>No canned responses yet. They save you typing what you write every day.</source>
        <translation>Aún no hay respuestas preparadas. Te ahorran teclear lo que escribes cada día.</translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation>Respuestas preparadas</translation>
    </message>
    <message>
        <source>Ready-made answers. In a message, type / and a few letters of one.</source>
        <translation>Respuestas listas para usar. En un mensaje, escribe / y algunas letras de una.</translation>
    </message>
    <message>
        <source>Find a canned response</source>
        <translation>Buscar una respuesta preparada</translation>
    </message>
    <message>
        <source>Find by shortcut, title or text</source>
        <translation>Buscar por atajo, título o texto</translation>
    </message>
    <message>
        <source>New response</source>
        <translation>Respuesta nueva</translation>
    </message>
    <message>
        <source>Shared by everybody: only supervisors and administrators can change it.</source>
        <translation>Es de todos: solo supervisión y administración pueden cambiarla.</translation>
    </message>
    <message>
        <source>The canned response is not saved</source>
        <translation>La respuesta preparada no está guardada</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Another response has this shortcut.</source>
        <translation>Otra respuesta tiene este atajo.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>Se eliminó %1.</translation>
    </message>
</context>
<context>
    <name>CertificateGuard</name>
    <message>
        <source>Valid from %1 to %2</source>
        <translation>Válido del %1 al %2</translation>
    </message>
    <message>
        <source>The certificate of %1 is self-signed: no authority vouches for it. Compare this fingerprint with the one your administrator gives you; if they differ, somebody may be listening.</source>
        <translation>El certificado de %1 está autofirmado: ninguna autoridad lo avala. Compara esta huella con la que te dé tu administrador; si no coinciden, puede que alguien esté escuchando.</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256):</source>
        <translation>Huella (SHA-256):</translation>
    </message>
    <message>
        <source>%1 shows a different certificate from the one you trusted. Your administrator may have renewed it. If nobody told you so, do not continue: somebody may be listening.</source>
        <translation>%1 muestra un certificado distinto del que era de confianza. Puede que tu administrador lo haya renovado. Si nadie te lo ha dicho, no sigas: alguien puede estar escuchando.</translation>
    </message>
    <message>
        <source>%1 shows a different certificate from the one you trusted, and %2 vouches for it. Your administrator may have switched to it. If nobody told you so, do not continue: somebody may be listening.</source>
        <translation>%1 muestra un certificado distinto del que era de confianza, y lo avala %2. Puede que tu administrador se haya pasado a él. Si nadie te lo ha dicho, no sigas: alguien puede estar escuchando.</translation>
    </message>
    <message>
        <source>an authority</source>
        <translation>una autoridad</translation>
    </message>
    <message>
        <source>Trusted until now (SHA-256):</source>
        <translation>De confianza hasta ahora (SHA-256):</translation>
    </message>
    <message>
        <source>Shown now (SHA-256):</source>
        <translation>Mostrado ahora (SHA-256):</translation>
    </message>
    <message>
        <source>This relay’s certificate is self-signed</source>
        <translation>El certificado de este servidor está autofirmado</translation>
    </message>
    <message>
        <source>The relay’s certificate has changed</source>
        <translation>El certificado del servidor ha cambiado</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>Confiar en este certificado</translation>
    </message>
    <message>
        <source>This relay is trusted now. Sign in again.</source>
        <translation>Ahora se confía en este servidor. Vuelve a iniciar sesión.</translation>
    </message>
</context>
<context>
    <name>CertificateProbe</name>
    <message>
        <source>The relay does not answer.</source>
        <translation>El servidor no responde.</translation>
    </message>
</context>
<context>
    <name>ChipsEdit</name>
    <message>
        <source>Add to: %1</source>
        <translation>Añadir a: %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>Añadir más</translation>
    </message>
</context>
<context>
    <name>CodeStep</name>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Enter the six digits that your authenticator app shows, or one of your recovery codes.</source>
        <translation>Escribe los seis dígitos que muestra tu aplicación de autenticación, o uno de tus códigos de recuperación.</translation>
    </message>
    <message>
        <source>Confirm that it is you</source>
        <translation>Confirma que eres tú</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Iniciando sesión…</translation>
    </message>
    <message>
        <source>Enter the code.</source>
        <translation>Escribe el código.</translation>
    </message>
    <message>
        <source>The code of the app has six digits.</source>
        <translation>El código de la aplicación tiene seis dígitos.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>Try a name, a word from a conversation or an action.</source>
        <translation>Prueba con un nombre, una palabra de una conversación o una acción.</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Buscar cualquier cosa</translation>
    </message>
    <message>
        <source>What do you want to do, or who are you looking for?</source>
        <translation>¿Qué quieres hacer o a quién buscas?</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Write a message…</source>
        <translation>Escribe un mensaje…</translation>
    </message>
    <message>
        <source>Write a message; it is sent when the connection is back…</source>
        <translation>Escribe un mensaje; se enviará cuando vuelva la conexión…</translation>
    </message>
    <message>
        <source>Too long to send as one message</source>
        <translation>Demasiado largo para un solo mensaje</translation>
    </message>
    <message>
        <source>Enter sends · Shift+Enter starts a new line</source>
        <translation>Intro envía · Mayús+Intro empieza una línea</translation>
    </message>
    <message>
        <source>Offline: your messages are kept and sent later</source>
        <translation>Sin conexión: tus mensajes se guardan y se envían después</translation>
    </message>
    <message>
        <source>Private note · only your team reads it</source>
        <translation>Nota privada · solo la lee tu equipo</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>Nota privada</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Rephrase</source>
        <translation>Decirlo de otra forma</translation>
    </message>
    <message>
        <source>Rephrase: shorter, friendlier, in another language</source>
        <translation>Decirlo de otra forma: más corto, más amable, en otro idioma</translation>
    </message>
    <message>
        <source>Shorter</source>
        <translation>Más corto</translation>
    </message>
    <message>
        <source>Friendlier</source>
        <translation>Más amable</translation>
    </message>
    <message>
        <source>More formal</source>
        <translation>Más formal</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Añadir nota</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>En %1</translation>
    </message>
    <message>
        <source>Write a note for your colleagues…</source>
        <translation>Escribe una nota para tus compañeros…</translation>
    </message>
    <message>
        <source>Rephrasing…</source>
        <translation>Buscando otras palabras…</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends · Enter starts a new line</source>
        <translation>Ctrl+Intro envía · Intro empieza una línea</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Adjuntar archivos</translation>
    </message>
    <message>
        <source>Enter adds the note · Shift+Enter starts a new line</source>
        <translation>Intro añade la nota · Mayús+Intro empieza una línea</translation>
    </message>
    <message>
        <source>Ctrl+Enter adds the note · Enter starts a new line</source>
        <translation>Ctrl+Intro añade la nota · Intro empieza una línea</translation>
    </message>
</context>
<context>
    <name>ConnectionPage</name>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Use this proxy</source>
        <translation>Usar este proxy</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Kept in the system’s keychain</source>
        <translation>Se guarda en el llavero del sistema</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>A relay on this computer is always reached directly.</source>
        <translation>A un servidor en este equipo se llega siempre directamente.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>User name, if required</source>
        <translation>Usuario, si hace falta</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certificados</translation>
    </message>
    <message>
        <source>Only the system’s authorities are trusted.</source>
        <translation>Solo se confía en las autoridades del sistema.</translation>
    </message>
    <message>
        <source>Trusted in addition to the system’s: %1</source>
        <translation>De confianza además de las del sistema: %1</translation>
    </message>
    <message>
        <source>Enter the proxy’s address.</source>
        <translation>Escribe la dirección del proxy.</translation>
    </message>
    <message>
        <source>Saved. It applies from the next connection.</source>
        <translation>Guardado. Se aplica desde la próxima conexión.</translation>
    </message>
    <message>
        <source>Certificates of an authority</source>
        <translation>Certificados de una autoridad</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Certificados (*.pem *.crt *.cer)</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) trusted from the next connection.</source>
        <translation>
            <numerusform>%n certificado de confianza desde la próxima conexión.</numerusform>
            <numerusform>%n certificados de confianza desde la próxima conexión.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the system’s authorities are trusted from the next connection.</source>
        <translation>Desde la próxima conexión solo valen las autoridades del sistema.</translation>
    </message>
    <message>
        <source>There is no certificate in this file. It must be in PEM format.</source>
        <translation>En este archivo no hay ningún certificado. Debe estar en formato PEM.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>No se puede leer el archivo.</translation>
    </message>
    <message>
        <source>If your relay’s certificate comes from your own authority, choose that authority’s file (PEM). A relay that cannot prove its identity is refused.</source>
        <translation>Si el certificado de tu servidor viene de una autoridad propia, elige el archivo de esa autoridad (PEM). Un servidor que no puede acreditarse se rechaza.</translation>
    </message>
    <message>
        <source>Self-signed relays</source>
        <translation>Servidores autofirmados</translation>
    </message>
    <message>
        <source>If no authority vouches for a relay, you are asked once whether its certificate is the right one. If the certificate changes, the relay is refused.</source>
        <translation>Si ninguna autoridad avala un servidor, se te pregunta una vez si su certificado es el correcto. Si el certificado cambia, el servidor se rechaza.</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>No hay ninguno.</translation>
    </message>
    <message>
        <source>Valid until %1</source>
        <translation>Válido hasta el %1</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Forget the certificate of %1</source>
        <translation>Olvidar el certificado de %1</translation>
    </message>
</context>
<context>
    <name>ContactNotes</name>
    <message>
        <source>Add note</source>
        <translation>Añadir nota</translation>
    </message>
    <message>
        <source>A note about this customer</source>
        <translation>Una nota sobre este cliente</translation>
    </message>
    <message>
        <source>What should colleagues know? The customer does not see it.</source>
        <translation>¿Qué deben saber tus compañeros? El cliente no lo ve.</translation>
    </message>
    <message>
        <source>Notes about the customer</source>
        <translation>Notas sobre el cliente</translation>
    </message>
    <message numerus="yes">
        <source>Show %n older note(s)</source>
        <translation>
            <numerusform>Mostrar %n nota anterior</numerusform>
            <numerusform>Mostrar %n notas anteriores</numerusform>
        </translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>sin enviar</translation>
    </message>
    <message>
        <source>Delete the note of %1</source>
        <translation>Eliminar la nota del %1</translation>
    </message>
    <message>
        <source>Delete this note</source>
        <translation>Eliminar esta nota</translation>
    </message>
</context>
<context>
    <name>ContactTags</name>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Añadir una etiqueta</translation>
    </message>
    <message>
        <source>A customer has at most %1 tags.</source>
        <translation>Un cliente tiene como máximo %1 etiquetas.</translation>
    </message>
    <message>
        <source>Existing tags</source>
        <translation>Etiquetas que ya existen</translation>
    </message>
</context>
<context>
    <name>ConversationHeader</name>
    <message>
        <source>Claim</source>
        <translation>Atender</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>Customer and summary</source>
        <translation>Cliente y resumen</translation>
    </message>
    <message>
        <source>Claiming…</source>
        <translation>Atendiendo…</translation>
    </message>
    <message>
        <source>Claiming needs a connection to the relay</source>
        <translation>Para atender hace falta conexión con el servidor</translation>
    </message>
    <message>
        <source>Waiting %1</source>
        <translation>Espera desde hace %1</translation>
    </message>
    <message>
        <source>With you</source>
        <translation>Contigo</translation>
    </message>
    <message>
        <source>Resolving…</source>
        <translation>Resolviendo…</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Con %1</translation>
    </message>
    <message>
        <source>With the bot</source>
        <translation>Con el bot</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrada</translation>
    </message>
    <message>
        <source>%1 is also looking</source>
        <translation>%1 también está mirando</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s) are also looking</source>
        <translation>
            <numerusform>%1 y %n más también están mirando</numerusform>
            <numerusform>%1 y %n más también están mirando</numerusform>
        </translation>
    </message>
    <message>
        <source>More to do</source>
        <translation>Más acciones</translation>
    </message>
    <message>
        <source>Transfer, snooze and more</source>
        <translation>Transferir, posponer y más</translation>
    </message>
    <message>
        <source>Handing over…</source>
        <translation>Pasando la conversación…</translation>
    </message>
    <message>
        <source>Waiting for you to come back</source>
        <translation>Espera a que vuelvas</translation>
    </message>
    <message>
        <source>Waiting for %1 to come back</source>
        <translation>Espera a que vuelva %1</translation>
    </message>
    <message>
        <source>Bot switched off</source>
        <translation>Bot apagado</translation>
    </message>
</context>
<context>
    <name>ConversationPage</name>
    <message>
        <source>All quiet</source>
        <translation>Todo en calma</translation>
    </message>
    <message>
        <source>No conversation is open</source>
        <translation>Ninguna conversación abierta</translation>
    </message>
    <message>
        <source>Choose somebody who is waiting, or one of your conversations. Ctrl+1 goes to the queue.</source>
        <translation>Elige a alguien que esté esperando o una de tus conversaciones. Ctrl+1 va a la cola.</translation>
    </message>
    <message>
        <source>Claim this conversation to answer. Until then the customer is told to wait.</source>
        <translation>Atiende esta conversación para responder. Hasta entonces se pide al cliente que espere.</translation>
    </message>
    <message>
        <source>You can claim this conversation when the connection is back.</source>
        <translation>Podrás atender esta conversación cuando vuelva la conexión.</translation>
    </message>
    <message>
        <source>%1 has this conversation.</source>
        <translation>%1 tiene esta conversación.</translation>
    </message>
    <message>
        <source>The bot has this conversation.</source>
        <translation>El bot tiene esta conversación.</translation>
    </message>
    <message>
        <source>This contact was erased. Nothing about them is kept here.</source>
        <translation>Este contacto fue borrado. Aquí no se guarda nada de esa persona.</translation>
    </message>
    <message>
        <source>This conversation is closed.</source>
        <translation>Esta conversación está cerrada.</translation>
    </message>
    <message>
        <source>Add a private note</source>
        <translation>Añadir una nota privada</translation>
    </message>
    <message>
        <source>%1 is away and has been given this conversation. It goes back to the queue if they do not come back soon.</source>
        <translation>%1 no está y se le ha dado esta conversación. Vuelve a la cola si no llega pronto.</translation>
    </message>
    <message>
        <source>Fetching the messages…</source>
        <translation>Obteniendo los mensajes…</translation>
    </message>
    <message>
        <source>These messages are not on this computer. They load when the connection is back.</source>
        <translation>Estos mensajes no están en este equipo. Se cargarán cuando vuelva la conexión.</translation>
    </message>
    <message>
        <source>New requests appear on the left.</source>
        <translation>Las nuevas solicitudes aparecen a la izquierda.</translation>
    </message>
</context>
<context>
    <name>Courier</name>
    <message>
        <source>The connection was lost; this was not done.</source>
        <translation>Se perdió la conexión; esto no se hizo.</translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message>
        <source>Customer and summary</source>
        <translation>Cliente y resumen</translation>
    </message>
    <message>
        <source>The summary is being made…</source>
        <translation>Se está preparando el resumen…</translation>
    </message>
    <message>
        <source>There is nothing to suggest yet.</source>
        <translation>Aún no hay nada que sugerir.</translation>
    </message>
</context>
<context>
    <name>DayChart</name>
    <message>
        <source>Customers who asked for a human, by day</source>
        <translation>Clientes que pidieron una persona, por día</translation>
    </message>
    <message>
        <source>%1: %2 asked, %3 resolved.</source>
        <translation>%1: %2 solicitudes, %3 resueltas.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>The conversation is over.</source>
        <translation>La conversación ha terminado.</translation>
    </message>
    <message>
        <source>No human has been asked for in this conversation.</source>
        <translation>En esta conversación no se ha pedido una persona.</translation>
    </message>
</context>
<context>
    <name>DeskController</name>
    <message>
        <source>The local copy was damaged and is being fetched again. The damaged file is kept as %1.</source>
        <translation>La copia local estaba dañada y se está descargando de nuevo. El archivo dañado se guarda como %1.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>Tu sesión ha terminado. Inicia sesión de nuevo.</translation>
    </message>
    <message>
        <source>There is no system keychain here, so you stay signed in only until you close Relevo.</source>
        <translation>Aquí no hay llavero del sistema, así que la sesión dura solo hasta que cierres Relevo.</translation>
    </message>
    <message>
        <source>The copy on this computer cannot be written, so what you see may be out of date. Free some disk space; Relevo tries again by itself.</source>
        <translation>No se puede escribir la copia de este equipo, así que lo que ves puede no estar al día. Libera espacio en el disco; Relevo lo intenta de nuevo por sí mismo.</translation>
    </message>
    <message>
        <source>It was too late to undo this: the relay has it already.</source>
        <translation>Era tarde para deshacerlo: el servidor ya lo tiene.</translation>
    </message>
    <message>
        <source>There is no connection to the relay. Try again when the connection is back.</source>
        <translation>No hay conexión con el servidor. Inténtalo de nuevo cuando vuelva.</translation>
    </message>
    <message>
        <source>Somebody else has this conversation, and only they or a supervisor can do this.</source>
        <translation>Otra persona tiene esta conversación; solo ella o un supervisor puede hacerlo.</translation>
    </message>
    <message>
        <source>Whoever you chose is no longer there. Choose somebody else.</source>
        <translation>A quien elegiste ya no está. Elige a otra persona.</translation>
    </message>
    <message>
        <source>No human has been asked for in this conversation yet, so a note cannot be added.</source>
        <translation>En esta conversación aún no se ha pedido una persona, así que no se puede añadir una nota.</translation>
    </message>
    <message>
        <source>%1 was faster and has the conversation with %2.</source>
        <translation>%1 se adelantó y tiene la conversación con %2.</translation>
    </message>
    <message>
        <source>%1 was faster and has that conversation.</source>
        <translation>%1 se adelantó y tiene esa conversación.</translation>
    </message>
    <message>
        <source>%1 is larger than the relay accepts.</source>
        <translation>%1 es más grande de lo que admite el servidor.</translation>
    </message>
    <message>
        <source>%1 is no longer where it was. Attach it again.</source>
        <translation>%1 ya no está donde estaba. Adjúntalo de nuevo.</translation>
    </message>
    <message>
        <source>%1 could not be sent.</source>
        <translation>%1 no se pudo enviar.</translation>
    </message>
    <message>
        <source>The conversation behind this link is not here, or no longer here.</source>
        <translation>La conversación de este enlace no está aquí, o ya no está.</translation>
    </message>
</context>
<context>
    <name>DeskNotices</name>
    <message>
        <source>%1 priority</source>
        <translation>Prioridad: %1</translation>
    </message>
    <message>
        <source>%1 is waiting</source>
        <translation>%1 está esperando</translation>
    </message>
    <message numerus="yes">
        <source>%n more customer(s) waiting</source>
        <translation>
            <numerusform>%n cliente más en espera</numerusform>
            <numerusform>%n clientes más en espera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more of your customer(s) waiting for you</source>
        <translation>
            <numerusform>%n más de tus clientes te espera</numerusform>
            <numerusform>%n más de tus clientes te esperan</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is waiting again</source>
        <translation>%1 está esperando de nuevo</translation>
    </message>
    <message>
        <source>%1 still waits for an answer</source>
        <translation>%1 sigue esperando una respuesta</translation>
    </message>
    <message>
        <source>%1 is offered to you</source>
        <translation>Se te ofrece atender a %1</translation>
    </message>
    <message>
        <source>Time is running out for %1</source>
        <translation>Se acaba el tiempo para responder a %1</translation>
    </message>
    <message>
        <source>%1 was assigned to you</source>
        <translation>Se te ha asignado a %1</translation>
    </message>
</context>
<context>
    <name>DeskPage</name>
    <message>
        <source>Availability</source>
        <translation>Disponibilidad</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
</context>
<context>
    <name>EditableLine</name>
    <message>
        <source>Copy %1</source>
        <translation>Copiar %1</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Cambiar %1</translation>
    </message>
</context>
<context>
    <name>EmojiGrid</name>
    <message>
        <source>Smile</source>
        <translation>Sonrisa</translation>
    </message>
    <message>
        <source>Grin</source>
        <translation>Gran sonrisa</translation>
    </message>
    <message>
        <source>Tears of joy</source>
        <translation>Lágrimas de risa</translation>
    </message>
    <message>
        <source>Wink</source>
        <translation>Guiño</translation>
    </message>
    <message>
        <source>Warm smile</source>
        <translation>Sonrisa cálida</translation>
    </message>
    <message>
        <source>Heart eyes</source>
        <translation>Ojos de corazón</translation>
    </message>
    <message>
        <source>Hug</source>
        <translation>Abrazo</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Pensando</translation>
    </message>
    <message>
        <source>Relieved laugh</source>
        <translation>Risa de alivio</translation>
    </message>
    <message>
        <source>Sorry</source>
        <translation>Lo siento</translation>
    </message>
    <message>
        <source>Tear</source>
        <translation>Lágrima</translation>
    </message>
    <message>
        <source>Shock</source>
        <translation>Susto</translation>
    </message>
    <message>
        <source>Thumbs up</source>
        <translation>Pulgar arriba</translation>
    </message>
    <message>
        <source>Thumbs down</source>
        <translation>Pulgar abajo</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Saludo</translation>
    </message>
    <message>
        <source>Applause</source>
        <translation>Aplauso</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Gracias</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Fuerza</translation>
    </message>
    <message>
        <source>Heart</source>
        <translation>Corazón</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Fiesta</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Regalo</translation>
    </message>
    <message>
        <source>Rocket</source>
        <translation>Cohete</translation>
    </message>
    <message>
        <source>Sparkles</source>
        <translation>Destellos</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Estrella</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>Cruz</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarma</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>Paquete</translation>
    </message>
    <message>
        <source>Delivery van</source>
        <translation>Furgoneta de reparto</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Tarjeta</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Dinero</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Paper clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Hourglass</source>
        <translation>Reloj de arena</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
</context>
<context>
    <name>FactChip</name>
    <message>
        <source>Goes to the message where it was said</source>
        <translation>Lleva al mensaje donde se dijo</translation>
    </message>
    <message>
        <source>Go to the message</source>
        <translation>Ir al mensaje</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>FenceBar</name>
    <message>
        <source>Send anyway</source>
        <translation>Enviar igualmente</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Volver a mirar</translation>
    </message>
</context>
<context>
    <name>FileCarrier</name>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Nadie ha iniciado sesión.</translation>
    </message>
    <message>
        <source>The file is no longer there.</source>
        <translation>El archivo ya no está.</translation>
    </message>
    <message>
        <source>The file cannot be kept on this computer.</source>
        <translation>El archivo no se puede guardar en este equipo.</translation>
    </message>
    <message>
        <source>The file did not arrive complete.</source>
        <translation>El archivo no llegó completo.</translation>
    </message>
    <message>
        <source>The file is no longer kept.</source>
        <translation>El archivo ya no se conserva.</translation>
    </message>
</context>
<context>
    <name>FileStrip</name>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>Archivos adjuntos</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter conversations</source>
        <translation>Filtrar conversaciones</translation>
    </message>
    <message>
        <source>Filter by name or text</source>
        <translation>Filtrar por nombre o texto</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Views and order</source>
        <translation>Vistas y orden</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Filters are set</source>
        <translation>Hay filtros activos</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden by filter</source>
        <translation>
            <numerusform>%n oculta por el filtro</numerusform>
            <numerusform>%n ocultas por el filtro</numerusform>
        </translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>%1 or higher</source>
        <translation>%1 o mayor</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mías</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Sin leer</translation>
    </message>
    <message>
        <source>Answer due soon or late</source>
        <translation>Respuesta próxima o atrasada</translation>
    </message>
    <message>
        <source>Important customers</source>
        <translation>Clientes importantes</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Save as a view…</source>
        <translation>Guardar como vista…</translation>
    </message>
    <message>
        <source>Delete a view</source>
        <translation>Eliminar una vista</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>Guardar como vista</translation>
    </message>
    <message>
        <source>Name of this filter and order:</source>
        <translation>Nombre de este filtro y orden:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Nombre de la vista</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>Buscar en esta conversación</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Looking further back…</source>
        <translation>Buscando más atrás…</translation>
    </message>
    <message>
        <source>Not found so far</source>
        <translation>No encontrado hasta aquí</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No se encuentra</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n encontrado</numerusform>
            <numerusform>%n encontrados</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>GapBar</name>
    <message>
        <source>Send anyway</source>
        <translation>Enviar igualmente</translation>
    </message>
    <message>
        <source>No canned response is called “%1”. Write something else, or send the text as it is.</source>
        <translation>Ninguna respuesta preparada se llama «%1». Escribe otra cosa o envía el texto tal como está.</translation>
    </message>
    <message>
        <source>“%1” is not known here. Write it yourself, or send the text as it is.</source>
        <translation>Aquí no se sabe «%1». Escríbelo tú o envía el texto tal como está.</translation>
    </message>
</context>
<context>
    <name>HandoffPage</name>
    <message>
        <source>The built-in text, in the customer’s language</source>
        <translation>El texto incorporado, en el idioma del cliente</translation>
    </message>
    <message>
        <source>Hand customers over to humans</source>
        <translation>Pasar los clientes a personas</translation>
    </message>
    <message>
        <source>When this is off, only a program can hand a customer over, through the API.</source>
        <translation>Si está desactivado, solo un programa puede pasar a un cliente, mediante la API.</translation>
    </message>
    <message>
        <source>Notify administrators by</source>
        <translation>Avisar a los administradores por</translation>
    </message>
    <message>
        <source>Notification on the desktop</source>
        <translation>Notificación en el escritorio</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>What asks for a human</source>
        <translation>Cuándo interviene una persona</translation>
    </message>
    <message>
        <source>The customer asks for a human</source>
        <translation>El cliente pide hablar con una persona</translation>
    </message>
    <message>
        <source>In any words, in English, Spanish or Portuguese.</source>
        <translation>Con cualquier palabra, en inglés, español o portugués.</translation>
    </message>
    <message>
        <source>One of your keywords</source>
        <translation>Una de tus palabras clave</translation>
    </message>
    <message>
        <source>Whole words and phrases, anywhere in the message. Human, agent, person, support and help count only where the message seems to ask for a person.</source>
        <translation>Palabras y frases enteras, en cualquier parte del mensaje. Human, agent, person, support y help solo cuentan cuando el mensaje parece pedir una persona.</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Palabras clave</translation>
    </message>
    <message>
        <source>Add a word or phrase; paste many with commas or lines</source>
        <translation>Añade una palabra o frase; pega varias con comas o líneas</translation>
    </message>
    <message>
        <source>The built-in keywords (such as “help”) count only in a message that asks for a person; your own always count.</source>
        <translation>Las palabras incorporadas (como «help») solo cuentan en un mensaje que pide una persona; las tuyas cuentan siempre.</translation>
    </message>
    <message>
        <source>The bot has failed</source>
        <translation>El bot ha fallado</translation>
    </message>
    <message>
        <source>Or the customer complains that it does not understand.</source>
        <translation>O el cliente se queja de que no entiende.</translation>
    </message>
    <message>
        <source>Failures in a row</source>
        <translation>Fallos seguidos</translation>
    </message>
    <message>
        <source>The customer is frustrated</source>
        <translation>El cliente está frustrado</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilidad</translation>
    </message>
    <message>
        <source>A sensitive matter</source>
        <translation>Un asunto delicado</translation>
    </message>
    <message>
        <source>Lawyers, injuries, fraud, disputed refunds, the end of a contract, data protection.</source>
        <translation>Abogados, lesiones, fraude, reembolsos en disputa, el fin de un contrato, protección de datos.</translation>
    </message>
    <message>
        <source>An urgent matter</source>
        <translation>Un asunto urgente</translation>
    </message>
    <message>
        <source>Smaller signs from important customers</source>
        <translation>Señales menores de clientes importantes</translation>
    </message>
    <message>
        <source>Customers whose attribute “vip” or “tier” says so.</source>
        <translation>Los que lo indican en su atributo «vip» o «tier».</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Uses the settings shown here, saved or not.</source>
        <translation>Usa los ajustes que ves aquí, guardados o no.</translation>
    </message>
    <message>
        <source>Very sensitive: a little annoyance is enough.</source>
        <translation>Muy sensible: basta una pequeña molestia.</translation>
    </message>
    <message>
        <source>Sensitive: clear annoyance is enough.</source>
        <translation>Sensible: basta un enfado claro.</translation>
    </message>
    <message>
        <source>Balanced: the customer must be frustrated.</source>
        <translation>Equilibrada: el cliente debe estar frustrado.</translation>
    </message>
    <message>
        <source>Calm: only anger counts.</source>
        <translation>Tranquila: solo cuenta la ira.</translation>
    </message>
    <message>
        <source>%1 Frustration of %2 of 100 or more.</source>
        <translation>%1 Frustración de %2 sobre 100 o más.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Tiempos</translation>
    </message>
    <message>
        <source>First answer within</source>
        <translation>Primera respuesta en</translation>
    </message>
    <message>
        <source>Counts open hours only. Then everybody is reminded.</source>
        <translation>Solo cuenta el horario de atención. Después se recuerda a todos.</translation>
    </message>
    <message>
        <source>Then, until it becomes a ticket</source>
        <translation>Después, hasta que sea un ticket</translation>
    </message>
    <message>
        <source>The customer is asked for an e-mail address and answered later.</source>
        <translation>Se le pide al cliente un correo y se le responde más tarde.</translation>
    </message>
    <message>
        <source>Close if the customer is silent for</source>
        <translation>Cerrar si el cliente calla durante</translation>
    </message>
    <message>
        <source>They are warned first; with no time set, it closes after a day without a warning.</source>
        <translation>Antes se les avisa; sin un tiempo se cierra al cabo de un día, sin aviso.</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>un día</translation>
    </message>
    <message>
        <source>Business hours</source>
        <translation>Horario de atención</translation>
    </message>
    <message>
        <source>Outside these hours, customers are told that nobody is there and can leave a message.</source>
        <translation>Fuera de él se dice a los clientes que no hay nadie y pueden dejar un mensaje.</translation>
    </message>
    <message>
        <source>Always open</source>
        <translation>Siempre abierto</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Festivos</translation>
    </message>
    <message>
        <source>2026-12-25, or 12-25 for every year</source>
        <translation>2026-12-25, o 12-25 para cada año</translation>
    </message>
    <message>
        <source>Closed all day. A date such as 2026-12-25, or 12-25 for every year.</source>
        <translation>Cerrado todo el día. Una fecha como 2026-12-25, o 12-25 para todos los años.</translation>
    </message>
    <message>
        <source>Who gets a customer</source>
        <translation>Quién recibe a un cliente</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Reparto</translation>
    </message>
    <message>
        <source>Everybody sees them; first to claim</source>
        <translation>Todos los ven; el primero que atienda</translation>
    </message>
    <message>
        <source>Offered in turn</source>
        <translation>Se ofrecen por turno</translation>
    </message>
    <message>
        <source>Offered to whoever has fewest</source>
        <translation>Se ofrecen a quien tiene menos</translation>
    </message>
    <message>
        <source>Time to accept an offer</source>
        <translation>Tiempo para aceptar una oferta</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Then the next agent is asked.</source>
        <translation>Después se pregunta al siguiente agente.</translation>
    </message>
    <message>
        <source>What customers are told</source>
        <translation>Qué se dice a los clientes</translation>
    </message>
    <message>
        <source>Your own text is sent as it is, whatever language they write in.</source>
        <translation>Un texto propio se envía tal cual, escriban en el idioma que escriban.</translation>
    </message>
    <message>
        <source>A human is asked for</source>
        <translation>Se pide una persona</translation>
    </message>
    <message>
        <source>Nobody is there</source>
        <translation>No hay nadie</translation>
    </message>
    <message>
        <source>{when} is replaced by the promised time, such as “tomorrow at 09:00”.</source>
        <translation>{when} se sustituye por el momento prometido, por ejemplo «mañana a las 09:00».</translation>
    </message>
    <message>
        <source>It is resolved</source>
        <translation>Está resuelto</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Ask customers for a rating</source>
        <translation>Pedir una valoración a los clientes</translation>
    </message>
    <message>
        <source>From 1 to 5, when an agent has resolved their conversation.</source>
        <translation>De 1 a 5, cuando un agente ha resuelto su conversación.</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>La pregunta</translation>
    </message>
    <message>
        <source>It should mention the numbers 1 to 5.</source>
        <translation>Debe mencionar los números del 1 al 5.</translation>
    </message>
    <message>
        <source>Erase conversations after</source>
        <translation>Borrar las conversaciones tras</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>What is known about the customer is erased too, and cannot be recovered.</source>
        <translation>También se borra lo que se sabe del cliente, y no se puede recuperar.</translation>
    </message>
    <message>
        <source>Send administrators the day’s figures</source>
        <translation>Enviar a los administradores las cifras del día</translation>
    </message>
    <message>
        <source>At</source>
        <translation>A las</translation>
    </message>
    <message>
        <source>In the time zone of the business hours, or else in UTC.</source>
        <translation>En la zona horaria del horario de atención; si no, en UTC.</translation>
    </message>
    <message>
        <source>At most 200 keywords, each of up to 100 characters.</source>
        <translation>Como mucho 200 palabras clave, cada una de hasta 100 caracteres.</translation>
    </message>
    <message>
        <source>Beginning and end must be different times.</source>
        <translation>El principio y el fin deben ser horas distintas.</translation>
    </message>
    <message>
        <source>Write each as a date such as 2026-12-25, or 12-25 for every year.</source>
        <translation>Escribe cada uno como fecha: 2026-12-25, o 12-25 para cada año.</translation>
    </message>
    <message>
        <source>The relay does not know this time zone.</source>
        <translation>El servidor no conoce esta zona horaria.</translation>
    </message>
    <message>
        <source>This text is too long.</source>
        <translation>Este texto es demasiado largo.</translation>
    </message>
    <message>
        <source>The relay does not accept this value.</source>
        <translation>El servidor no admite este valor.</translation>
    </message>
    <message>
        <source>handing over</source>
        <translation>paso a personas</translation>
    </message>
    <message>
        <source>how administrators are told</source>
        <translation>avisos a administradores</translation>
    </message>
    <message>
        <source>business hours</source>
        <translation>horario de atención</translation>
    </message>
    <message>
        <source>keywords</source>
        <translation>palabras clave</translation>
    </message>
    <message>
        <source>what asks for a human</source>
        <translation>qué pide una persona</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <translation>sensibilidad</translation>
    </message>
    <message>
        <source>failures in a row</source>
        <translation>fallos seguidos</translation>
    </message>
    <message>
        <source>time to the first answer</source>
        <translation>tiempo hasta la primera respuesta</translation>
    </message>
    <message>
        <source>time until a ticket</source>
        <translation>tiempo hasta ser ticket</translation>
    </message>
    <message>
        <source>silent customers</source>
        <translation>clientes callados</translation>
    </message>
    <message>
        <source>routing</source>
        <translation>reparto</translation>
    </message>
    <message>
        <source>time to accept</source>
        <translation>tiempo para aceptar</translation>
    </message>
    <message>
        <source>handoff message</source>
        <translation>mensaje de paso</translation>
    </message>
    <message>
        <source>away message</source>
        <translation>mensaje de ausencia</translation>
    </message>
    <message>
        <source>closing message</source>
        <translation>mensaje de cierre</translation>
    </message>
    <message>
        <source>ratings</source>
        <translation>valoraciones</translation>
    </message>
    <message>
        <source>rating question</source>
        <translation>pregunta de valoración</translation>
    </message>
    <message>
        <source>the day’s figures</source>
        <translation>cifras del día</translation>
    </message>
    <message>
        <source>promised times</source>
        <translation>plazos prometidos</translation>
    </message>
    <message>
        <source>Handoff settings</source>
        <translation>Ajustes del paso a personas</translation>
    </message>
    <message>
        <source>When the bot hands a customer to your team, and what happens then. For everybody in the project.</source>
        <translation>Cuándo el bot pasa un cliente a tu equipo y qué ocurre entonces. Para todo el proyecto.</translation>
    </message>
    <message>
        <source>Promised times</source>
        <translation>Tiempos prometidos</translation>
    </message>
    <message>
        <source>If several promises fit a customer, the first one counts. Whoever holds the conversation is warned in time.</source>
        <translation>Si a un cliente le corresponden varias promesas, cuenta la primera. A quien lo atiende se le avisa a tiempo.</translation>
    </message>
    <message>
        <source>The handoff settings are not saved</source>
        <translation>Los ajustes del paso a personas no están guardados</translation>
    </message>
    <message>
        <source>The handoff settings could not be fetched</source>
        <translation>No se pudieron obtener los ajustes del paso a personas</translation>
    </message>
    <message>
        <source>Erase what is older?</source>
        <translation>¿Borrar lo que sea más antiguo?</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after a conversation is closed, its files are removed for good, here and from every desktop’s copy. This starts at once, with what is already older.</source>
        <translation>
            <numerusform>%n día después de cerrarse una conversación se quitan para siempre sus archivos, aquí y de la copia de cada equipo. Empieza enseguida, con lo que ya sea más antiguo.</numerusform>
            <numerusform>%n días después de cerrarse una conversación se quitan para siempre sus archivos, aquí y de la copia de cada equipo. Empieza enseguida, con lo que ya sea más antiguo.</numerusform>
        </translation>
    </message>
    <message>
        <source>How long things are kept</source>
        <translation>Cuánto tiempo se conserva todo</translation>
    </message>
    <message>
        <source>Counted from when a conversation is closed. The first rule below that fits applies; if none fits, the first number here does.</source>
        <translation>Se cuenta desde que se cierra la conversación. Decide la primera regla de abajo que se aplica; si no se aplica ninguna, el primer número de aquí.</translation>
    </message>
    <message>
        <source>Remove files after</source>
        <translation>Quitar los archivos tras</translation>
    </message>
    <message>
        <source>The messages stay, with the names of their files.</source>
        <translation>Los mensajes quedan, con los nombres de sus archivos.</translation>
    </message>
    <message>
        <source>with the conversation</source>
        <translation>con la conversación</translation>
    </message>
    <message>
        <source>rules for what is kept</source>
        <translation>reglas de lo que se conserva</translation>
    </message>
    <message>
        <source>removal of files</source>
        <translation>eliminación de archivos</translation>
    </message>
    <message>
        <source>Save and erase</source>
        <translation>Guardar y borrar</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Show agents what a customer is writing</source>
        <translation>Mostrar a los agentes lo que escribe el cliente</translation>
    </message>
    <message>
        <source>In the web chat, before it is sent. The chat tells customers so, and none of it is kept.</source>
        <translation>En el chat web, antes de enviarlo. El chat avisa a los clientes y no se guarda nada.</translation>
    </message>
    <message>
        <source>what is being written</source>
        <translation>lo que se está escribiendo</translation>
    </message>
    <message>
        <source>Set by a program, but not available on this relay: notifications go to the desktop instead.</source>
        <translation>Lo ha puesto un programa, pero no está disponible en este servidor: los avisos llegan al escritorio.</translation>
    </message>
    <message>
        <source>erasing of conversations</source>
        <translation>borrado de conversaciones</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after it is closed, a conversation is erased for good, with everything that was said and what is known about the customer, here and in every desktop’s copy. This starts at once, with what is already older.</source>
        <translation>
            <numerusform>%n día después de cerrarse, una conversación se borra para siempre, con todo lo que se dijo y lo que se sabe del cliente, aquí y en la copia de cada escritorio. Empieza enseguida, con lo que es más antiguo.</numerusform>
            <numerusform>%n días después de cerrarse, una conversación se borra para siempre, con todo lo que se dijo y lo que se sabe del cliente, aquí y en la copia de cada escritorio. Empieza enseguida, con lo que es más antiguo.</numerusform>
        </translation>
    </message>
    <message>
        <source>When the time of the rule that fits is over, a conversation is erased for good, with everything that was said and what is known about the customer, here and in every desktop’s copy. This starts at once, with what is already older.</source>
        <translation>Cuando pasa el plazo de la regla que encaja, una conversación se borra para siempre, con todo lo que se dijo y lo que se sabe del cliente, aquí y en la copia de cada escritorio. Empieza enseguida, con lo que es más antiguo.</translation>
    </message>
    <message>
        <source>Remove older files?</source>
        <translation>¿Quitar los archivos más antiguos?</translation>
    </message>
    <message>
        <source>Save and remove</source>
        <translation>Guardar y quitar</translation>
    </message>
</context>
<context>
    <name>HandoverBar</name>
    <message>
        <source>%1 gave you this conversation and wrote:</source>
        <translation>%1 te pasó esta conversación y escribió:</translation>
    </message>
</context>
<context>
    <name>HoursEditor</name>
    <message>
        <source>Add hours</source>
        <translation>Añadir horas</translation>
    </message>
    <message>
        <source>Add hours on %1</source>
        <translation>Añadir horas el %1</translation>
    </message>
    <message>
        <source>Use Monday’s hours until Friday</source>
        <translation>Repetir el horario del lunes hasta el viernes</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>%1, from</source>
        <translation>%1, desde</translation>
    </message>
    <message>
        <source>%1, until</source>
        <translation>%1, hasta</translation>
    </message>
    <message>
        <source>Remove these hours on %1</source>
        <translation>Quitar estas horas el %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>next day</source>
        <translation>día siguiente</translation>
    </message>
</context>
<context>
    <name>IdentityCard</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Add an e-mail</source>
        <translation>Añadir un correo</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Add a phone number</source>
        <translation>Añadir un teléfono</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>The customer’s time</source>
        <translation>La hora del cliente</translation>
    </message>
    <message>
        <source>The page they wrote from</source>
        <translation>La página desde la que escribió</translation>
    </message>
    <message>
        <source>More about this customer</source>
        <translation>Más sobre este cliente</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>What they write is kept, and nobody is alerted</source>
        <translation>Lo que escribe se guarda y no avisa a nadie</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Unblock this customer</source>
        <translation>Desbloquear a este cliente</translation>
    </message>
    <message>
        <source>Same person as…</source>
        <translation>La misma persona que…</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquear</translation>
    </message>
</context>
<context>
    <name>InboxDelegate</name>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Resolving…</source>
        <translation>Resolviendo…</translation>
    </message>
    <message>
        <source>Handing over…</source>
        <translation>Pasando la conversación…</translation>
    </message>
    <message>
        <source>Bot: %1</source>
        <translation>Bot: %1</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Tú: %1</translation>
    </message>
    <message>
        <source>Waiting for you to come back</source>
        <translation>Espera a que vuelvas</translation>
    </message>
    <message>
        <source>Waiting for %1 to come back</source>
        <translation>Espera a que vuelva %1</translation>
    </message>
</context>
<context>
    <name>InboxView</name>
    <message>
        <source>Nobody is waiting</source>
        <translation>Nadie espera</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Aún no hay conversaciones</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n sin leer</numerusform>
            <numerusform>%n sin leer</numerusform>
        </translation>
    </message>
    <message>
        <source>Show more (%1 of %2)</source>
        <translation>Mostrar más (%1 de %2)</translation>
    </message>
    <message>
        <source>Fetching the conversations…</source>
        <translation>Obteniendo las conversaciones…</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>Aún no hay nada que mostrar</translation>
    </message>
    <message>
        <source>Conversations appear here once there is a connection to the relay.</source>
        <translation>Las conversaciones aparecerán cuando haya conexión con el servidor.</translation>
    </message>
    <message>
        <source>My conversations (%1)</source>
        <translation>Mis conversaciones (%1)</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>%1 is already used for “%2”. Press it again to use it here instead, or press other keys.</source>
        <translation>%1 ya se usa para «%2». Púlsala otra vez para usarla aquí, o pulsa otras teclas.</translation>
    </message>
    <message>
        <source>%1 is needed for writing and getting around. Press other keys.</source>
        <translation>%1 hace falta para escribir y moverse. Pulsa otras teclas.</translation>
    </message>
    <message>
        <source>%1 is now “%2”.</source>
        <translation>%1 es ahora «%2».</translation>
    </message>
    <message>
        <source>%1 is now “%2”; “%3” no longer has it.</source>
        <translation>%1 es ahora «%2»; «%3» ya no la tiene.</translation>
    </message>
    <message>
        <source>All shortcuts are back to the defaults.</source>
        <translation>Todos los atajos vuelven a ser los predeterminados.</translation>
    </message>
    <message>
        <source>Change the keys</source>
        <translation>Cambiar las teclas</translation>
    </message>
    <message>
        <source>In lists and while writing</source>
        <translation>En las listas y al escribir</translation>
    </message>
    <message>
        <source>Press the keys for “%1”. Backspace clears them, Escape leaves them as they are.</source>
        <translation>Pulsa las teclas para «%1». Retroceso las borra, Escape las deja como están.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>Reset to default</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>Restablecer: %1</translation>
    </message>
    <message>
        <source>“%1” has no shortcut now.</source>
        <translation>«%1» ya no tiene atajo.</translation>
    </message>
    <message>
        <source>Choose a shortcut to change it.</source>
        <translation>Elige un atajo para cambiarlo.</translation>
    </message>
</context>
<context>
    <name>KeyboardPage</name>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Everything in Relevo can be done without a mouse.</source>
        <translation>Todo en Relevo se puede hacer sin ratón.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
</context>
<context>
    <name>KeyRecorder</name>
    <message>
        <source>No keys</source>
        <translation>Sin teclas</translation>
    </message>
    <message>
        <source>Press the keys</source>
        <translation>Pulsa las teclas</translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation>Pulsa las teclas…</translation>
    </message>
</context>
<context>
    <name>LeftColumn</name>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
</context>
<context>
    <name>Link</name>
    <message>
        <source>The relay speaks another version of the protocol.</source>
        <translation>El servidor habla otra versión del protocolo.</translation>
    </message>
    <message>
        <source>The relay sent an answer that Relevo cannot read.</source>
        <translation>El servidor envió una respuesta que Relevo no puede leer.</translation>
    </message>
    <message>
        <source>There is no connection to the relay.</source>
        <translation>No hay conexión con el servidor.</translation>
    </message>
    <message>
        <source>The relay does not answer.</source>
        <translation>El servidor no responde.</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>Se perdió la conexión.</translation>
    </message>
    <message>
        <source>The relay did not answer in time.</source>
        <translation>El servidor no respondió a tiempo.</translation>
    </message>
    <message>
        <source>Your session has ended.</source>
        <translation>Tu sesión ha terminado.</translation>
    </message>
    <message>
        <source>This account is not allowed to use Relevo.</source>
        <translation>Esta cuenta no tiene permiso para usar Relevo.</translation>
    </message>
    <message>
        <source>You opened Relevo elsewhere.</source>
        <translation>Has abierto Relevo en otro lugar.</translation>
    </message>
    <message>
        <source>This version is too old for the relay.</source>
        <translation>Esta versión es demasiado antigua para el servidor.</translation>
    </message>
    <message>
        <source>Nothing answers at %1.</source>
        <translation>Nadie responde en %1.</translation>
    </message>
    <message>
        <source>The address %1 was not found.</source>
        <translation>No se encuentra la dirección %1.</translation>
    </message>
    <message>
        <source>The connection to %1 cannot be trusted: %2</source>
        <translation>La conexión con %1 no es de confianza: %2</translation>
    </message>
</context>
<context>
    <name>LinkBar</name>
    <message>
        <source>Try now</source>
        <translation>Probar ahora</translation>
    </message>
    <message>
        <source>Use it here</source>
        <translation>Usar aquí</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Sesión cerrada</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Catching up…</source>
        <translation>Poniéndose al día…</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>Offline · trying again in %1 s</source>
        <translation>Sin conexión · reintento en %1&#xa0;s</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>Tu sesión ha terminado. Inicia sesión de nuevo.</translation>
    </message>
    <message>
        <source>You are not allowed to use Relevo. Ask your administrator.</source>
        <translation>No tienes permiso para usar Relevo. Pregunta a tu administrador.</translation>
    </message>
    <message>
        <source>You opened Relevo elsewhere.</source>
        <translation>Has abierto Relevo en otro lugar.</translation>
    </message>
    <message>
        <source>This version is too old for the relay. Update Relevo and start it again.</source>
        <translation>Esta versión es demasiado antigua para el servidor. Actualiza Relevo y vuelve a iniciarlo.</translation>
    </message>
    <message>
        <source>The relay is older than this Relevo. It works again once the relay is updated.</source>
        <translation>El servidor es más antiguo que este Relevo. Volverá a funcionar cuando se actualice el servidor.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Online. This computer’s clock is %1 fast.</source>
        <translation>En línea. El reloj de este equipo va %1 adelantado.</translation>
    </message>
    <message>
        <source>Online. This computer’s clock is %1 slow.</source>
        <translation>En línea. El reloj de este equipo va %1 atrasado.</translation>
    </message>
    <message>
        <source>Waiting times use the relay’s clock. Correct this computer’s clock so that everything else is right, too.</source>
        <translation>Los tiempos de espera se cuentan con el reloj del servidor. Pon en hora este equipo para que lo demás también sea correcto.</translation>
    </message>
</context>
<context>
    <name>LiveWindow</name>
    <message>
        <source>Customers and agents are live</source>
        <translation>Clientes y agentes, ahora mismo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Waiting now</source>
        <translation>Esperando ahora</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Espera más larga</translation>
    </message>
    <message>
        <source>Answers at risk</source>
        <translation>Respuestas en riesgo</translation>
    </message>
    <message>
        <source>Agents here</source>
        <translation>Agentes presentes</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En vivo</translation>
    </message>
    <message numerus="yes">
        <source>%n with an agent</source>
        <translation>
            <numerusform>%n con un agente</numerusform>
            <numerusform>%n con un agente</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Nadie espera</translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n con retraso</numerusform>
            <numerusform>%n con retraso</numerusform>
        </translation>
    </message>
    <message>
        <source>None late</source>
        <translation>Ninguna con retraso</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Nobody is taking customers</source>
        <translation>Nadie está atendiendo</translation>
    </message>
    <message>
        <source>Only supervisors and administrators see these figures.</source>
        <translation>Solo supervisión y administración ven estas cifras.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>%1 asked, %2 resolved</source>
        <translation>%1 solicitudes, %2 resueltas</translation>
    </message>
    <message>
        <source>No connection: this is the last known state, with figures from %1.</source>
        <translation>Sin conexión: este es el último estado conocido, con cifras de las %1.</translation>
    </message>
    <message>
        <source>No connection: this is the last known state.</source>
        <translation>Sin conexión: este es el último estado conocido.</translation>
    </message>
    <message>
        <source>Asking the relay for today’s figures…</source>
        <translation>Pidiendo al servidor las cifras de hoy…</translation>
    </message>
    <message>
        <source>Customers and agents are live; today’s figures are %1 old.</source>
        <translation>Clientes y agentes de ahora mismo; cifras de hoy de hace %1.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>There is nobody else</source>
        <translation>No hay nadie más</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Exportar como CSV</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Guardado en %1</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2</source>
        <translation>No se pudo guardar %1: %2</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Exportar como CSV…</translation>
    </message>
    <message>
        <source>The same figures as a table</source>
        <translation>Las mismas cifras como tabla</translation>
    </message>
    <message>
        <source>Customers who asked for a human, by day</source>
        <translation>Clientes que pidieron una persona, por día</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Como tabla</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Atender</translation>
    </message>
    <message>
        <source>Give to</source>
        <translation>Dar a</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agentes</translation>
    </message>
    <message>
        <source>As of now</source>
        <translation>Ahora mismo</translation>
    </message>
    <message>
        <source>Whoever asks for a human appears here.</source>
        <translation>Quien pida una persona aparece aquí.</translation>
    </message>
    <message>
        <source>The first %1 of %2; all of them are in the export.</source>
        <translation>Los primeros %1 de %2; la exportación los tiene todos.</translation>
    </message>
    <message>
        <source>Waiting or at risk, all of them</source>
        <translation>En espera o en riesgo, todos</translation>
    </message>
    <message>
        <source>Customers who are waiting or whose answer is at risk</source>
        <translation>Clientes que esperan o cuya respuesta está en riesgo</translation>
    </message>
    <message>
        <source>Waiting and at risk</source>
        <translation>En espera y en riesgo</translation>
    </message>
    <message>
        <source>Take this customer over from %1?</source>
        <translation>¿Atender a este cliente en lugar de %1?</translation>
    </message>
    <message>
        <source>You answer %2 from now on, and %1 can no longer write to them.</source>
        <translation>Desde ahora respondes tú a %2, y %1 ya no puede escribirle.</translation>
    </message>
    <message>
        <source>Take this customer away from %1?</source>
        <translation>¿Quitarle este cliente a %1?</translation>
    </message>
    <message>
        <source>%3 answers %2 from now on, and %1 can no longer write to them.</source>
        <translation>Desde ahora %3 responde a %2, y %1 ya no puede escribirle.</translation>
    </message>
    <message>
        <source>Give to %1</source>
        <translation>Dar a %1</translation>
    </message>
</context>
<context>
    <name>Login</name>
    <message>
        <source>What answers at %1 is not a Relevo relay.</source>
        <translation>Lo que responde en %1 no es un servidor de Relevo.</translation>
    </message>
    <message>
        <source>Too many attempts.</source>
        <translation>Demasiados intentos.</translation>
    </message>
    <message>
        <source>Wait a little and try again.</source>
        <translation>Espera un poco y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Wait %1 seconds and try again.</source>
        <translation>Espera %1 segundos y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>The e-mail address or the password is wrong.</source>
        <translation>El correo electrónico o la contraseña no son correctos.</translation>
    </message>
    <message>
        <source>Check the address; it answered with status %1.</source>
        <translation>Revisa la dirección; respondió con el estado %1.</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n minute(s) and try again.</source>
        <translation>
            <numerusform>Espera %n minuto y vuelve a intentarlo.</numerusform>
            <numerusform>Espera %n minutos y vuelve a intentarlo.</numerusform>
        </translation>
    </message>
    <message>
        <source>The code of your second factor is needed.</source>
        <translation>Se necesita el código de tu segundo factor.</translation>
    </message>
    <message>
        <source>The code is wrong, or was used before.</source>
        <translation>El código no es correcto o ya se usó.</translation>
    </message>
    <message>
        <source>Each code counts once. Wait for the next one and try again.</source>
        <translation>Cada código vale una sola vez. Espera al siguiente y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Your account needs a second factor before you can work with it.</source>
        <translation>Tu cuenta necesita un segundo factor antes de que puedas trabajar con ella.</translation>
    </message>
    <message>
        <source>Ask an administrator how to set it up.</source>
        <translation>Pregunta a un administrador cómo configurarlo.</translation>
    </message>
</context>
<context>
    <name>LoginPage</name>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Sign in to Relevo</source>
        <translation>Inicia sesión en Relevo</translation>
    </message>
    <message>
        <source>Relay address</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>desk.example.com</source>
        <comment>An example of a relay&apos;s address</comment>
        <translation>mesa.ejemplo.com</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>There is no system keychain here. You stay signed in until you close Relevo.</source>
        <translation>Aquí no hay llavero del sistema. La sesión dura hasta que cierres Relevo.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Iniciando sesión…</translation>
    </message>
    <message>
        <source>Where your team takes over from bots.</source>
        <translation>Donde tu equipo toma el relevo de los bots.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Escribe tu contraseña.</translation>
    </message>
    <message>
        <source>Enter the e-mail address of your account.</source>
        <translation>Escribe el correo electrónico de tu cuenta.</translation>
    </message>
    <message>
        <source>Enter the address your administrator gave you.</source>
        <translation>Escribe la dirección que te dio tu administrador.</translation>
    </message>
    <message>
        <source>This is not a web address. Enter it as your administrator gave it to you.</source>
        <translation>Esto no es una dirección web. Escríbela tal como te la dio tu administrador.</translation>
    </message>
    <message>
        <source>Relevo is already running with this profile.</source>
        <translation>Relevo ya está abierto con este perfil.</translation>
    </message>
    <message>
        <source>The local copy on this computer cannot be opened. Check that there is free disk space.</source>
        <translation>No se puede abrir la copia local de este equipo. Comprueba que haya espacio libre en el disco.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Transfer to them · %1</source>
        <translation>Transferirle esta conversación · %1</translation>
    </message>
    <message>
        <source>Is on: switch it off</source>
        <translation>Está activado: desactivar</translation>
    </message>
    <message>
        <source>Is off: switch it on</source>
        <translation>Está desactivado: activar</translation>
    </message>
</context>
<context>
    <name>MentionList</name>
    <message>
        <source>Colleagues</source>
        <translation>Compañeros</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Same person</source>
        <translation>La misma persona</translation>
    </message>
    <message>
        <source>Who else is %1?</source>
        <translation>¿Quién más es %1?</translation>
    </message>
    <message>
        <source>Their conversations and notes are shown together from then on. You can separate them again at any time.</source>
        <translation>A partir de entonces sus conversaciones y notas se muestran juntas. Puedes separarlas de nuevo cuando quieras.</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>Buscar clientes</translation>
    </message>
    <message>
        <source>Name, e-mail or phone</source>
        <translation>Nombre, correo o teléfono</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>Son la misma persona</translation>
    </message>
    <message>
        <source>Name to keep</source>
        <translation>Nombre que se conserva</translation>
    </message>
    <message>
        <source>The relay cannot be reached now. Try again when the connection is back.</source>
        <translation>Ahora no hay conexión con el servidor. Inténtalo cuando vuelva.</translation>
    </message>
    <message>
        <source>Nobody else is found.</source>
        <translation>No se encuentra a nadie más.</translation>
    </message>
    <message>
        <source>This customer</source>
        <translation>Este cliente</translation>
    </message>
    <message>
        <source>The other one</source>
        <translation>El otro</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n nota</numerusform>
            <numerusform>%n notas</numerusform>
        </translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversación</numerusform>
            <numerusform>%n conversaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the name %1</source>
        <translation>Conservar el nombre %1</translation>
    </message>
</context>
<context>
    <name>MessageDelegate</name>
    <message>
        <source>Handed over · %1</source>
        <translation>Pasada a una persona · %1</translation>
    </message>
    <message>
        <source>%1 · Private note</source>
        <translation>%1 · Nota privada</translation>
    </message>
    <message>
        <source>Sending in %1 s · Undo</source>
        <translation>Se envía en %1&#xa0;s · Deshacer</translation>
    </message>
    <message>
        <source>Private note · Not sent yet</source>
        <translation>Nota privada · Sin enviar</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Sin enviar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Template: %1</source>
        <translation>Plantilla: %1</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Private note</source>
        <translation>Nota privada</translation>
    </message>
    <message>
        <source>Your note about %1 was not saved</source>
        <translation>Tu nota sobre %1 no se guardó</translation>
    </message>
    <message>
        <source>You can save it as a private note. Only your team reads it.</source>
        <translation>Puedes guardarla como nota privada. Solo la lee tu equipo.</translation>
    </message>
    <message>
        <source>What should your colleagues know?</source>
        <translation>¿Qué deben saber tus compañeros?</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Añadir nota</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>What you are notified of while you are looking at something else.</source>
        <translation>Lo que se te notifica mientras miras otra cosa.</translation>
    </message>
    <message>
        <source>Notify me when</source>
        <translation>Avisarme cuando</translation>
    </message>
    <message>
        <source>A customer is waiting for a human</source>
        <translation>Un cliente espera a una persona</translation>
    </message>
    <message>
        <source>A customer is offered to me</source>
        <translation>Se me ofrece un cliente</translation>
    </message>
    <message>
        <source>You have a few seconds to accept before the next agent is asked.</source>
        <translation>Tienes unos segundos para aceptar antes de que se pregunte al siguiente agente.</translation>
    </message>
    <message>
        <source>Time is running out for one of my customers</source>
        <translation>Se acaba el tiempo para uno de mis clientes</translation>
    </message>
    <message>
        <source>One of my customers writes</source>
        <translation>Escribe uno de mis clientes</translation>
    </message>
    <message>
        <source>The relay or a program has news</source>
        <translation>El servidor o un programa tiene noticias</translation>
    </message>
    <message>
        <source>Tickets, broken promises, the day’s figures, new orders.</source>
        <translation>Tickets, plazos incumplidos, las cifras del día, pedidos nuevos.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Show names and messages</source>
        <translation>Mostrar nombres y mensajes</translation>
    </message>
    <message>
        <source>When this is off, a notification only says that something has happened, so that nobody else can read the rest on your screen.</source>
        <translation>Si está desactivado, una notificación solo dice que algo ha ocurrido, para que nadie más lea el resto en tu pantalla.</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>No molestar</translation>
    </message>
    <message>
        <source>Until you switch it off.</source>
        <translation>Hasta que lo apagues.</translation>
    </message>
    <message>
        <source>Do not disturb during these hours, every day</source>
        <translation>No molestar en estas horas, cada día</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>to</source>
        <translation>a</translation>
    </message>
    <message>
        <source>Offers still come through</source>
        <translation>Las ofertas llegan igualmente</translation>
    </message>
    <message>
        <source>Urgent customers still come through</source>
        <translation>Los clientes urgentes llegan igualmente</translation>
    </message>
    <message>
        <source>Somebody assigns me a conversation</source>
        <translation>Alguien me asigna una conversación</translation>
    </message>
    <message>
        <source>A colleague mentions me in a note</source>
        <translation>Un compañero me menciona en una nota</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>Reproducir un sonido</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Sonidos</translation>
    </message>
    <message>
        <source>No program that plays sounds was found on this computer (paplay, pw-play or aplay), so nothing is heard.</source>
        <translation>No se ha encontrado en este equipo ningún programa que reproduzca sonidos (paplay, pw-play o aplay), así que no se oye nada.</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Sin sonido</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>Campana</translation>
    </message>
    <message>
        <source>Two tones</source>
        <translation>Dos tonos</translation>
    </message>
    <message>
        <source>Knock</source>
        <translation>Golpes</translation>
    </message>
    <message>
        <source>Rising tones</source>
        <translation>Tonos ascendentes</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Repeat the sound for urgent ones until I act</source>
        <translation>Repetir el sonido de las urgentes hasta que actúe</translation>
    </message>
    <message>
        <source>Until you answer the notification or look at the window, for five minutes at most.</source>
        <translation>Hasta que respondas a la notificación o mires la ventana; cinco minutos como máximo.</translation>
    </message>
    <message>
        <source>Also while the screen is locked</source>
        <translation>También con la pantalla bloqueada</translation>
    </message>
    <message>
        <source>While you are away</source>
        <translation>Mientras no estás</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message numerus="yes">
        <source>After %n minute(s)</source>
        <translation>
            <numerusform>Tras %n minuto</numerusform>
            <numerusform>Tras %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Remind me again</source>
        <translation>Volver a avisarme</translation>
    </message>
    <message>
        <source>After “Remind me later”, if it still applies then.</source>
        <translation>Después de «Recordármelo luego», si sigue vigente.</translation>
    </message>
    <message>
        <source>Set me to away</source>
        <translation>Ponerme como ausente</translation>
    </message>
    <message>
        <source>When nobody has used the computer for this long, and at once when the screen is locked or it goes to sleep. You are available again when you are back; busy stays busy.</source>
        <translation>Cuando nadie ha usado el equipo durante ese tiempo, y enseguida cuando se bloquea la pantalla o se suspende. Vuelves a estar disponible al regresar; ocupado sigue ocupado.</translation>
    </message>
    <message>
        <source>Start Relevo with the computer</source>
        <translation>Iniciar Relevo con el equipo</translation>
    </message>
    <message>
        <source>When you sign in to this computer, so that no customer is missed.</source>
        <translation>Al iniciar sesión en este equipo, para que no se pierda ningún cliente.</translation>
    </message>
    <message>
        <source>This cannot be changed: %1</source>
        <translation>Esto no se puede cambiar: %1</translation>
    </message>
    <message>
        <source>Sound: %1</source>
        <translation>Sonido: %1</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Accept (%1)</source>
        <translation>Aceptar (%1)</translation>
    </message>
    <message>
        <source>Decline (%1)</source>
        <translation>Rechazar (%1)</translation>
    </message>
    <message>
        <source>%1 is offered to you</source>
        <translation>Se te ofrece atender a %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>Quedan %1</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>Aceptar a %1</translation>
    </message>
    <message>
        <source>Decline %1</source>
        <translation>Rechazar a %1</translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agentes</translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation>Respuestas preparadas</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
</context>
<context>
    <name>PasswordForm</name>
    <message>
        <source>Change password…</source>
        <translation>Cambiar la contraseña…</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Contraseña actual</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>Repeat new password</source>
        <translation>Repite la contraseña nueva</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Cambiar la contraseña</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>At least ten characters; not a common password, and not your name.</source>
        <translation>Al menos diez caracteres; que no sea una contraseña común ni tu nombre.</translation>
    </message>
    <message>
        <source>At least ten characters; not a common password, and not your name. Your other devices are signed out.</source>
        <translation>Al menos diez caracteres; que no sea una contraseña común ni tu nombre. Se cierra la sesión en tus otros dispositivos.</translation>
    </message>
    <message>
        <source>The passwords do not match.</source>
        <translation>Las contraseñas no coinciden.</translation>
    </message>
    <message>
        <source>Use at least ten characters.</source>
        <translation>Usa al menos diez caracteres.</translation>
    </message>
    <message>
        <source>Enter your current password.</source>
        <translation>Escribe tu contraseña actual.</translation>
    </message>
    <message>
        <source>Your password is changed. Your other devices are signed out.</source>
        <translation>Tu contraseña ha cambiado. Se ha cerrado la sesión en tus otros dispositivos.</translation>
    </message>
    <message>
        <source>This is not your password.</source>
        <translation>Esta no es tu contraseña.</translation>
    </message>
    <message>
        <source>This password is too easy to guess. Choose another one.</source>
        <translation>Esta contraseña es demasiado fácil de adivinar. Elige otra.</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Earlier conversations</source>
        <translation>Conversaciones anteriores</translation>
    </message>
    <message>
        <source>None: this is their first.</source>
        <translation>Ninguna: esta es la primera.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>They appear when the relay can be reached.</source>
        <translation>Aparecerán cuando haya conexión con el servidor.</translation>
    </message>
    <message>
        <source>%1, open</source>
        <translation>%1, abierta</translation>
    </message>
    <message>
        <source>Open the conversation of %1</source>
        <translation>Abrir la conversación del %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>The same person as</source>
        <translation>La misma persona que</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>Separar</translation>
    </message>
    <message>
        <source>Separate from %1</source>
        <translation>Separar de %1</translation>
    </message>
    <message>
        <source>Perhaps the same person</source>
        <translation>Quizá la misma persona</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Comparar…</translation>
    </message>
    <message>
        <source>Compare with %1</source>
        <translation>Comparar con %1</translation>
    </message>
</context>
<context>
    <name>PersonList</name>
    <message>
        <source>None with this filter</source>
        <translation>Ninguna con este filtro</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>Previous picture</source>
        <translation>Imagen anterior</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Imagen siguiente</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Más pequeña</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>Ajustar a la ventana</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Copiar imagen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>Esta imagen no se puede mostrar.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save what you have changed, or discard it?</source>
        <translation>¿Guardar lo que has cambiado o descartarlo?</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Descartar los cambios</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>RelayApi</name>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Nadie ha iniciado sesión.</translation>
    </message>
    <message>
        <source>The relay sent an answer that Relevo cannot read.</source>
        <translation>El servidor envió una respuesta que Relevo no puede leer.</translation>
    </message>
    <message>
        <source>It answered with status %1.</source>
        <translation>Respondió con el estado %1.</translation>
    </message>
</context>
<context>
    <name>ResolveDialog</name>
    <message>
        <source>Hand back to the bot</source>
        <translation>Devolver al bot</translation>
    </message>
    <message>
        <source>Resolve conversation</source>
        <translation>Resolver conversación</translation>
    </message>
    <message>
        <source>Resolve the conversation with %1</source>
        <translation>Resolver la conversación con %1</translation>
    </message>
    <message>
        <source>The customer sees a closing message.</source>
        <translation>El cliente ve un mensaje de cierre.</translation>
    </message>
    <message>
        <source>Resolution notes</source>
        <translation>Notas de resolución</translation>
    </message>
    <message>
        <source>What was the problem, and how was it solved? Only your team reads this.</source>
        <translation>¿Qué ocurría y cómo se resolvió? Solo lo lee tu equipo.</translation>
    </message>
    <message>
        <source>The bot answers the customer’s next message. Otherwise the conversation is closed.</source>
        <translation>El bot responde al próximo mensaje del cliente. Si no, la conversación se cierra.</translation>
    </message>
    <message>
        <source>Ask the customer for a rating</source>
        <translation>Pedir una valoración al cliente</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Solucionado</translation>
    </message>
    <message>
        <source>Question answered</source>
        <translation>Pregunta contestada</translation>
    </message>
    <message>
        <source>Customer stopped answering</source>
        <translation>El cliente dejó de contestar</translation>
    </message>
    <message>
        <source>Not for us</source>
        <translation>No es para nosotros</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicado</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Cómo terminó</translation>
    </message>
</context>
<context>
    <name>RetentionEditor</name>
    <message>
        <source>Add a rule</source>
        <translation>Añadir una regla</translation>
    </message>
    <message>
        <source>On the channels</source>
        <translation>En los canales</translation>
    </message>
    <message>
        <source>Any, or %1, %2</source>
        <translation>Cualquiera; o %1, %2</translation>
    </message>
    <message>
        <source>With the tags</source>
        <translation>Con las etiquetas</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Erase conversations after</source>
        <translation>Borrar las conversaciones tras</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Mover arriba</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>Regla %1</translation>
    </message>
    <message>
        <source>Enter a channel or a tag; the number above is for everything else.</source>
        <translation>Indica un canal o una etiqueta; el número de arriba vale para todo lo demás.</translation>
    </message>
</context>
<context>
    <name>SaveBar</name>
    <message>
        <source>Discard changes</source>
        <translation>Descartar los cambios</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>Usar los de la otra persona</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Conservar los míos</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search messages and customers</source>
        <translation>Buscar mensajes y clientes</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Cerrar la búsqueda</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrado</translation>
    </message>
    <message>
        <source>Asking the relay for older ones…</source>
        <translation>Preguntando al servidor por los más antiguos…</translation>
    </message>
    <message>
        <source>Without a connection only this device was searched.</source>
        <translation>Sin conexión, solo se buscó en este equipo.</translation>
    </message>
    <message>
        <source>There is more. Add a word to narrow it down.</source>
        <translation>Hay más. Añade una palabra para acotar.</translation>
    </message>
    <message>
        <source>Find what was said</source>
        <translation>Encuentra lo que se dijo</translation>
    </message>
    <message>
        <source>Type a word or a name. Narrow it with from:, agent:, channel:, tag:, after:, before: or on:, for example on:2026-11-21.</source>
        <translation>Escribe una palabra o un nombre. Acota con from: (quién escribe), agent: (agente), channel: (canal), tag: (etiqueta), after: (desde), before: (antes de) u on: (día), por ejemplo on:2026-11-21.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>Older conversations are being searched.</source>
        <translation>Se están revisando las conversaciones más antiguas.</translation>
    </message>
    <message>
        <source>Try fewer or other words.</source>
        <translation>Prueba con menos palabras o con otras.</translation>
    </message>
    <message>
        <source>Without a word to look for, only this device was searched.</source>
        <translation>Sin una palabra que buscar solo se ha buscado en este equipo.</translation>
    </message>
</context>
<context>
    <name>SecondFactor</name>
    <message>
        <source>Set up…</source>
        <translation>Configurar…</translation>
    </message>
    <message>
        <source>Switch off…</source>
        <translation>Desactivar…</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>Tu contraseña</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>QR code for your authenticator app</source>
        <translation>Código QR para tu aplicación de autenticación</translation>
    </message>
    <message>
        <source>The six digits that the app shows</source>
        <translation>Los seis dígitos que muestra la aplicación</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>Scan this with your authenticator app, or type the key into it:</source>
        <translation>Escanéalo con tu aplicación de autenticación, o escribe la clave en ella:</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>I have saved them</source>
        <translation>Los he guardado</translation>
    </message>
    <message>
        <source>The second factor is on. Keep these recovery codes where you can find them without your phone: each lets you in once, and they are shown only now.</source>
        <translation>El segundo factor está activo. Guarda estos códigos de recuperación donde los encuentres sin tu teléfono: cada uno te deja entrar una vez, y solo se muestran ahora.</translation>
    </message>
    <message>
        <source>On: signing in needs your password and a code from your app.</source>
        <translation>Activo: para entrar hacen falta tu contraseña y un código de tu aplicación.</translation>
    </message>
    <message>
        <source>Off: your password alone is enough to sign in.</source>
        <translation>Inactivo: basta tu contraseña para entrar.</translation>
    </message>
    <message>
        <source>Asking the relay…</source>
        <translation>Consultando al servidor…</translation>
    </message>
    <message>
        <source>Enter the password you sign in with.</source>
        <translation>Escribe la contraseña con la que entras.</translation>
    </message>
    <message>
        <source>This is not your password.</source>
        <translation>Esta no es tu contraseña.</translation>
    </message>
    <message>
        <source>Your administrator requires a second factor. If you lose your phone, ask them to remove it.</source>
        <translation>Tu administrador exige un segundo factor. Pídele que lo quite si pierdes el teléfono.</translation>
    </message>
    <message>
        <source>Enter the code.</source>
        <translation>Escribe el código.</translation>
    </message>
    <message>
        <source>The code is wrong. Check the clocks on your phone and on this computer.</source>
        <translation>El código no es correcto. Revisa los relojes de tu teléfono y de este equipo.</translation>
    </message>
</context>
<context>
    <name>SectionHeader</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Collapsed</source>
        <translation>Contraída</translation>
    </message>
    <message>
        <source>Expanded</source>
        <translation>Desplegada</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Desplegar</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Contraer</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The relay sent an answer that Relevo cannot read.</source>
        <translation>El servidor envió una respuesta que Relevo no puede leer.</translation>
    </message>
    <message>
        <source>Something was lost on the way.</source>
        <translation>Algo se perdió por el camino.</translation>
    </message>
    <message>
        <source>The local copy cannot be written.</source>
        <translation>La copia local no se puede escribir.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Nadie ha iniciado sesión.</translation>
    </message>
    <message>
        <source>There is no connection to the relay.</source>
        <translation>No hay conexión con el servidor.</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>El texto es demasiado largo.</translation>
    </message>
    <message>
        <source>Send it in several messages.</source>
        <translation>Envíalo en varios mensajes.</translation>
    </message>
    <message>
        <source>Not everything could be deleted.</source>
        <translation>No se pudo borrar todo.</translation>
    </message>
    <message>
        <source>Delete this by hand: %1</source>
        <translation>Borra esto a mano: %1</translation>
    </message>
    <message>
        <source>Try again when the connection is back.</source>
        <translation>Inténtalo de nuevo cuando vuelva la conexión.</translation>
    </message>
</context>
<context>
    <name>SessionsList</name>
    <message>
        <source>Sign out all other devices</source>
        <translation>Cerrar sesión en los demás dispositivos</translation>
    </message>
    <message>
        <source>Asking the relay…</source>
        <translation>Consultando al servidor…</translation>
    </message>
    <message>
        <source>Unnamed device</source>
        <translation>Dispositivo sin nombre</translation>
    </message>
    <message>
        <source>Signed in %1</source>
        <translation>Sesión iniciada el %1</translation>
    </message>
    <message>
        <source>Signed in %1 · last seen %2</source>
        <translation>Sesión iniciada el %1 · visto el %2</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Este dispositivo</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Sign out %1</source>
        <translation>Cerrar sesión en %1</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Páginas de los ajustes</translation>
    </message>
    <message>
        <source>Save what you have changed, or discard it?</source>
        <translation>¿Guardar lo que has cambiado o descartarlo?</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Descartar los cambios</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation>Respuestas preparadas</translation>
    </message>
    <message>
        <source>Message templates</source>
        <translation>Plantillas de mensajes</translation>
    </message>
    <message>
        <source>Handoff settings</source>
        <translation>Ajustes del paso a personas</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Equipos</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>Claves de API</translation>
    </message>
    <message>
        <source>Bots</source>
        <translation>Bots</translation>
    </message>
    <message>
        <source>The bots’ answers</source>
        <translation>Respuestas de los bots</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>SideWindows</name>
    <message>
        <source>This customer cannot be moved now; somebody else may have them.</source>
        <translation>No se puede mover ahora a este cliente; quizá lo tenga otra persona.</translation>
    </message>
    <message>
        <source>This device has forgotten you.</source>
        <translation>Este dispositivo te ha olvidado.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Handoff settings</source>
        <translation>Ajustes del paso a personas</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation>Respuestas preparadas</translation>
    </message>
    <message>
        <source>Message templates</source>
        <translation>Plantillas de mensajes</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Equipos</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>Claves de API</translation>
    </message>
    <message>
        <source>Bots</source>
        <translation>Bots</translation>
    </message>
    <message>
        <source>The bots’ answers</source>
        <translation>Respuestas de los bots</translation>
    </message>
</context>
<context>
    <name>SlaEditor</name>
    <message>
        <source>Add a promise</source>
        <translation>Añadir una promesa</translation>
    </message>
    <message>
        <source>Warn after</source>
        <translation>Avisar tras</translation>
    </message>
    <message>
        <source>Of the promised time.</source>
        <translation>Del tiempo prometido.</translation>
    </message>
    <message>
        <source>no promise</source>
        <translation>sin promesa</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Promesa</translation>
    </message>
    <message>
        <source>For customers of priority</source>
        <translation>Para clientes de prioridad</translation>
    </message>
    <message>
        <source>None selected: any priority.</source>
        <translation>Ninguna elegida: cualquier prioridad.</translation>
    </message>
    <message>
        <source>On the channels</source>
        <translation>En los canales</translation>
    </message>
    <message>
        <source>With the tags</source>
        <translation>Con las etiquetas</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>First answer within</source>
        <translation>Primera respuesta en</translation>
    </message>
    <message>
        <source>Every other answer within</source>
        <translation>Las demás respuestas en</translation>
    </message>
    <message>
        <source>Resolved within</source>
        <translation>Resuelto en</translation>
    </message>
    <message>
        <source>Only open hours count</source>
        <translation>Solo cuentan las horas de apertura</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Mover arriba</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Ponle un nombre.</translation>
    </message>
    <message>
        <source>Another promise has this name.</source>
        <translation>Otra promesa tiene este nombre.</translation>
    </message>
    <message>
        <source>Set at least one time.</source>
        <translation>Pon al menos un tiempo.</translation>
    </message>
    <message>
        <source>Any, or %1, %2</source>
        <translation>Cualquiera; o %1, %2</translation>
    </message>
</context>
<context>
    <name>SnoozeDialog</name>
    <message>
        <source>Snooze conversation</source>
        <translation>Posponer conversación</translation>
    </message>
    <message>
        <source>Snooze the conversation with %1</source>
        <translation>Posponer la conversación con %1</translation>
    </message>
    <message>
        <source>It comes back then, or as soon as the customer writes.</source>
        <translation>Vuelve entonces, o en cuanto el cliente escriba.</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Hasta cuándo</translation>
    </message>
    <message>
        <source>17:30, 45 min or 2 h</source>
        <translation>17:30, 45&#xa0;min o 2&#xa0;h</translation>
    </message>
    <message>
        <source>Type a time such as 17:30, or a duration of up to 31 days</source>
        <translation>Escribe una hora como 17:30, o un plazo de hasta 31 días</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Relevo keeps a copy of your team’s conversations on this computer, readable by you alone, so that it starts at once and works without a network.</source>
        <translation>Relevo guarda en este equipo una copia de las conversaciones de tu equipo, que solo tú puedes leer, para arrancar al momento y funcionar sin red.</translation>
    </message>
    <message>
        <source>Forget this device…</source>
        <translation>Olvidar este dispositivo…</translation>
    </message>
    <message>
        <source>Copy on this computer</source>
        <translation>Copia en este equipo</translation>
    </message>
    <message>
        <source>Space used</source>
        <translation>Espacio usado</translation>
    </message>
    <message>
        <source>Keep at most</source>
        <translation>Guardar como mucho</translation>
    </message>
    <message>
        <source>Older messages are forgotten here and fetched from the relay again when you scroll to them.</source>
        <translation>Los mensajes más antiguos se quitan de aquí y se piden de nuevo al servidor cuando llegas a ellos.</translation>
    </message>
    <message>
        <source>Forget this device</source>
        <translation>Olvidar este dispositivo</translation>
    </message>
    <message>
        <source>Signs you out and deletes the copy, your drafts and your saved sign-in from this computer. Nothing is deleted on the relay.</source>
        <translation>Cierra tu sesión y borra de este equipo la copia, tus borradores y tu inicio de sesión guardado. En el servidor no se borra nada.</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Midiendo…</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) you sent or decided have not reached the relay yet and will be lost.</source>
        <translation>
            <numerusform>%n cosa que has enviado o decidido aún no ha llegado al servidor y se perderá.</numerusform>
            <numerusform>%n cosas que has enviado o decidido aún no han llegado al servidor y se perderán.</numerusform>
        </translation>
    </message>
    <message>
        <source>You are signed out here, and drafts that you have not sent are deleted.</source>
        <translation>Se cierra tu sesión aquí y se eliminan los borradores que no has enviado.</translation>
    </message>
    <message>
        <source>Forget this device?</source>
        <translation>¿Olvidar este dispositivo?</translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message>
        <source>Order</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Producto</translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>Seguimiento</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transacción</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pago</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Tarjeta</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>frustrated</source>
        <translation>con frustración</translation>
    </message>
    <message>
        <source>friendly</source>
        <translation>amable</translation>
    </message>
    <message>
        <source>Name unknown</source>
        <translation>Nombre desconocido</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n mensaje</numerusform>
            <numerusform>%n mensajes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) in %1</source>
        <translation>
            <numerusform>%n mensaje en %1</numerusform>
            <numerusform>%n mensajes en %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Asunto</translation>
    </message>
    <message>
        <source>The bot tried</source>
        <translation>El bot probó</translation>
    </message>
    <message>
        <source>Why it came here</source>
        <translation>Por qué llegó aquí</translation>
    </message>
    <message>
        <source>Open question</source>
        <translation>Pregunta abierta</translation>
    </message>
    <message>
        <source>AI summary</source>
        <translation>Resumen de IA</translation>
    </message>
    <message>
        <source>by rules</source>
        <translation>por reglas</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>por %1</translation>
    </message>
    <message>
        <source>⚠ The customer has written since. Read the newest messages.</source>
        <translation>⚠ El cliente ha escrito después. Lee los mensajes más recientes.</translation>
    </message>
    <message>
        <source>Stated by the customer</source>
        <translation>Dicho por el cliente</translation>
    </message>
    <message>
        <source>Suggested next step</source>
        <translation>Siguiente paso sugerido</translation>
    </message>
    <message>
        <source>Refreshing…</source>
        <translation>Actualizando…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Sums up the conversation again</source>
        <translation>Vuelve a resumir la conversación</translation>
    </message>
    <message>
        <source>Looking for answers…</source>
        <translation>Buscando respuestas…</translation>
    </message>
    <message>
        <source>Suggest answers</source>
        <translation>Sugerir respuestas</translation>
    </message>
    <message>
        <source>Suggested answers · by rules</source>
        <translation>Respuestas sugeridas · por reglas</translation>
    </message>
    <message>
        <source>Suggested answers · by %1</source>
        <translation>Respuestas sugeridas · por %1</translation>
    </message>
    <message>
        <source>Use as draft</source>
        <translation>Usar como borrador</translation>
    </message>
    <message>
        <source>Use suggestion %1 as draft</source>
        <translation>Usar la sugerencia %1 como borrador</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Made by Relevo itself, without an AI service</source>
        <translation>Hecho por el propio Relevo, sin un servicio de IA</translation>
    </message>
    <message>
        <source>Writing a draft…</source>
        <translation>Escribiendo un borrador…</translation>
    </message>
    <message>
        <source>Use the suggested next step as draft</source>
        <translation>Usar el siguiente paso sugerido como borrador</translation>
    </message>
    <message>
        <source>Tells the customer what you will do next</source>
        <translation>Dice al cliente lo que harás ahora</translation>
    </message>
</context>
<context>
    <name>TargetChart</name>
    <message>
        <source>Today against the targets</source>
        <translation>Hoy frente a los objetivos</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nuevo</numerusform>
            <numerusform>%n nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Lo más reciente</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copiar texto</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>The customer read: %1</source>
        <translation>El cliente leyó: %1</translation>
    </message>
    <message>
        <source>%1 · letters of another alphabet, it may not be what it looks like</source>
        <translation>%1 · letras de otro alfabeto, puede no ser lo que parece</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Volver a enviar</translation>
    </message>
    <message>
        <source>Copy messages</source>
        <translation>Copiar los mensajes</translation>
    </message>
    <message>
        <source>Copy with name and time</source>
        <translation>Copiar con nombre y hora</translation>
    </message>
    <message>
        <source>Save %1 as…</source>
        <translation>Guardar %1 como…</translation>
    </message>
    <message>
        <source>Stop loading %1</source>
        <translation>Dejar de cargar %1</translation>
    </message>
</context>
<context>
    <name>TransferDialog</name>
    <message>
        <source>Transfer conversation</source>
        <translation>Transferir conversación</translation>
    </message>
    <message>
        <source>Transfer the conversation with %1</source>
        <translation>Transferir la conversación con %1</translation>
    </message>
    <message>
        <source>Search agents and teams</source>
        <translation>Buscar agentes y equipos</translation>
    </message>
    <message>
        <source>Name, skill or language</source>
        <translation>Nombre, habilidad o idioma</translation>
    </message>
    <message>
        <source>Agents and teams</source>
        <translation>Agentes y equipos</translation>
    </message>
    <message>
        <source>Note for whoever takes it</source>
        <translation>Nota para quien la reciba</translation>
    </message>
    <message>
        <source>What should they know first? The customer does not see it.</source>
        <translation>¿Qué debe saber primero? El cliente no lo ve.</translation>
    </message>
    <message>
        <source>They are not at the desk. It goes back to the queue if they do not come back soon.</source>
        <translation>No está en su puesto. Vuelve a la cola si no llega pronto.</translation>
    </message>
    <message>
        <source>Nobody matches.</source>
        <translation>Nadie coincide.</translation>
    </message>
    <message>
        <source>Nobody here is free now. You can still choose somebody.</source>
        <translation>Ahora no hay nadie libre. Aun así puedes elegir a alguien.</translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>Availability</source>
        <translation>Disponibilidad</translation>
    </message>
    <message>
        <source>Open Relevo</source>
        <translation>Abrir Relevo</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en espera</numerusform>
            <numerusform>%n en espera</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Nadie espera</translation>
    </message>
    <message numerus="yes">
        <source>Relevo: %n waiting</source>
        <translation>
            <numerusform>Relevo: %n en espera</numerusform>
            <numerusform>Relevo: %n en espera</numerusform>
        </translation>
    </message>
    <message>
        <source>Relevo: nobody is waiting</source>
        <translation>Relevo: nadie espera</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>No molestar</translation>
    </message>
    <message>
        <source>Relevo: offline</source>
        <translation>Relevo: sin conexión</translation>
    </message>
</context>
<context>
    <name>TryBox</name>
    <message>
        <source>A customer’s sentence to try</source>
        <translation>Una frase de un cliente para probar</translation>
    </message>
    <message>
        <source>Type what a customer might write</source>
        <translation>Escribe lo que podría decir un cliente</translation>
    </message>
    <message>
        <source>Correct the settings first, then try again.</source>
        <translation>Corrige primero los ajustes y vuelve a probar.</translation>
    </message>
    <message>
        <source>Understood as %1.</source>
        <translation>Entendido como %1.</translation>
    </message>
    <message>
        <source>No trigger: the bot would answer.</source>
        <translation>Sin motivo: respondería el bot.</translation>
    </message>
    <message>
        <source>A human would be asked for: %1 (%2 %)</source>
        <translation>Se pediría una persona: %1 (%2&#xa0;%)</translation>
    </message>
</context>
<context>
    <name>SleepDelay</name>
    <message>
        <source>The relay is told that nobody is here</source>
        <translation>Se avisa al servidor de que no hay nadie</translation>
    </message>
</context>
<context>
    <name>TypingLine</name>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 está escribiendo…</translation>
    </message>
    <message>
        <source>%1 is writing:</source>
        <translation>%1 está escribiendo:</translation>
    </message>
    <message>
        <source>What is being written</source>
        <translation>Lo que se está escribiendo</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s): done when the connection is back</source>
        <translation>
            <numerusform>%n conversación: se hará cuando vuelva la conexión</numerusform>
            <numerusform>%n conversaciones: se hará cuando vuelva la conexión</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) resolved</source>
        <translation>
            <numerusform>%n conversación resuelta</numerusform>
            <numerusform>%n conversaciones resueltas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) snoozed</source>
        <translation>
            <numerusform>%n conversación pospuesta</numerusform>
            <numerusform>%n conversaciones pospuestas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) handed back to the bot</source>
        <translation>
            <numerusform>%n conversación devuelta al bot</numerusform>
            <numerusform>%n conversaciones devueltas al bot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) given back to the queue</source>
        <translation>
            <numerusform>%n conversación devuelta a la cola</numerusform>
            <numerusform>%n conversaciones devueltas a la cola</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) transferred</source>
        <translation>
            <numerusform>%n conversación transferida</numerusform>
            <numerusform>%n conversaciones transferidas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: done when the connection is back</source>
        <translation>%1: se hará cuando vuelva la conexión</translation>
    </message>
    <message>
        <source>%1: resolved</source>
        <translation>%1: resuelta</translation>
    </message>
    <message>
        <source>%1: snoozed</source>
        <translation>%1: pospuesta</translation>
    </message>
    <message>
        <source>%1: handed back to the bot</source>
        <translation>%1: devuelta al bot</translation>
    </message>
    <message>
        <source>%1: given back to the queue</source>
        <translation>%1: devuelta a la cola</translation>
    </message>
    <message>
        <source>%1: transferred</source>
        <translation>%1: transferida</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) marked as spam</source>
        <translation>
            <numerusform>%n conversación marcada como spam</numerusform>
            <numerusform>%n conversaciones marcadas como spam</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) converted to tickets</source>
        <translation>
            <numerusform>%n conversación convertida en ticket</numerusform>
            <numerusform>%n conversaciones convertidas en tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) blocked</source>
        <translation>
            <numerusform>%n cliente bloqueado</numerusform>
            <numerusform>%n clientes bloqueados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted</source>
        <translation>
            <numerusform>%n nota eliminada</numerusform>
            <numerusform>%n notas eliminadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) merged</source>
        <translation>
            <numerusform>%n cliente unido</numerusform>
            <numerusform>%n clientes unidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) separated</source>
        <translation>
            <numerusform>%n cliente separado</numerusform>
            <numerusform>%n clientes separados</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: marked as spam</source>
        <translation>%1: marcada como spam</translation>
    </message>
    <message>
        <source>%1: converted to a ticket</source>
        <translation>%1: convertida en ticket</translation>
    </message>
    <message>
        <source>%1: blocked</source>
        <translation>%1: bloqueado</translation>
    </message>
    <message>
        <source>%1: note deleted</source>
        <translation>%1: nota eliminada</translation>
    </message>
    <message>
        <source>%1: the same person as another</source>
        <translation>%1: la misma persona que otra</translation>
    </message>
    <message>
        <source>%1: separated</source>
        <translation>%1: separado</translation>
    </message>
</context>
<context>
    <name>UnsentText</name>
    <message>
        <source>Not sent</source>
        <translation>No enviado</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>WaitingModel</name>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Espera</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Con</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Aún nadie</translation>
    </message>
</context>
<context>
    <name>Writer</name>
    <message>
        <source>%1 wrote %2 ago, after you began this answer</source>
        <translation>%1 escribió hace %2, después de que empezaras esta respuesta</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s) since you began this answer, the newest by %1 %2 ago</source>
        <translation>
            <numerusform>%n mensaje nuevo desde que empezaste esta respuesta, de %1 hace %2</numerusform>
            <numerusform>%n mensajes nuevos desde que empezaste esta respuesta, el último de %1 hace %2</numerusform>
        </translation>
    </message>
    <message>
        <source>A suggestion: read it before you send it</source>
        <translation>Es una sugerencia: léela antes de enviarla</translation>
    </message>
    <message numerus="yes">
        <source>A message can have at most %n file(s)</source>
        <translation>
            <numerusform>Un mensaje puede llevar como máximo %n archivo</numerusform>
            <numerusform>Un mensaje puede llevar como máximo %n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture %1.png</source>
        <translation>Imagen %1.png</translation>
    </message>
    <message>
        <source>The picture cannot be kept on this computer</source>
        <translation>La imagen no se puede guardar en este equipo</translation>
    </message>
    <message>
        <source>The picture is being added…</source>
        <translation>Se está añadiendo la imagen…</translation>
    </message>
    <message>
        <source>The picture is being added. Send when it is ready.</source>
        <translation>Se está añadiendo la imagen. Envía cuando esté lista.</translation>
    </message>
</context>
<context>
    <name>WritingController</name>
    <message>
        <source>This relay cannot do that now. It may have no language model.</source>
        <translation>Este servidor no puede hacerlo ahora. Quizá no tenga un modelo de lenguaje.</translation>
    </message>
    <message>
        <source>Too many requests at once. Wait a little and try again.</source>
        <translation>Demasiadas peticiones a la vez. Espera un poco y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Not sent, because somebody wrote first: %1. Your text is still in the conversation.</source>
        <translation>No se envió porque alguien escribió antes: %1. Tu texto sigue en la conversación.</translation>
    </message>
    <message>
        <source>It stays as it is</source>
        <translation>Se queda como está</translation>
    </message>
    <message>
        <source>Read it before you send it · %1 brings yours back</source>
        <translation>Léelo antes de enviarlo · %1 recupera el tuyo</translation>
    </message>
</context>
<context>
    <name>relevo::client</name>
    <message>
        <source>This is not the address of a relay.</source>
        <translation>Esto no es la dirección de un servidor.</translation>
    </message>
    <message>
        <source>Write it like desk.example.com.</source>
        <translation>Escríbela como mesa.ejemplo.com.</translation>
    </message>
    <message>
        <source>The connection to %1 cannot be trusted.</source>
        <translation>La conexión con %1 no es de confianza.</translation>
    </message>
    <message>
        <source>The address %1 was not found.</source>
        <translation>No se encuentra la dirección %1.</translation>
    </message>
    <message>
        <source>Check the spelling and your network.</source>
        <translation>Revisa la dirección y tu red.</translation>
    </message>
    <message>
        <source>What answers at %1 is not a Relevo relay.</source>
        <translation>Lo que responde en %1 no es un servidor de Relevo.</translation>
    </message>
    <message>
        <source>Nothing answers at %1.</source>
        <translation>Nadie responde en %1.</translation>
    </message>
    <message>
        <source>Check the address, your network and whether the relay is running.</source>
        <translation>Revisa la dirección, tu red y que el servidor esté en marcha.</translation>
    </message>
    <message>
        <source>The file cannot be kept on this computer.</source>
        <translation>El archivo no se puede guardar en este equipo.</translation>
    </message>
    <message>
        <source>The file is no longer there.</source>
        <translation>El archivo ya no está.</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>El archivo es demasiado grande.</translation>
    </message>
</context>
<context>
    <name>relevo::desktop</name>
    <message>
        <source>The desk where humans take over from bots.</source>
        <translation>Donde las personas toman el relevo de los bots.</translation>
    </message>
    <message>
        <source>The relay’s address.</source>
        <translation>La dirección del servidor.</translation>
    </message>
    <message>
        <source>Keeps settings, session and local copy apart from other profiles.</source>
        <translation>Mantiene ajustes, sesión y copia local aparte de otros perfiles.</translation>
    </message>
    <message>
        <source>Signs in as the demo project’s first agent.</source>
        <translation>Inicia sesión como el primer agente del proyecto de demostración.</translation>
    </message>
    <message>
        <source>Opens this handoff in the running desk.</source>
        <translation>Abre esta conversación pasada a una persona en el Relevo en marcha.</translation>
    </message>
    <message>
        <source>Not understood: %1</source>
        <translation>No se entiende: %1</translation>
    </message>
    <message>
        <source>A profile’s name has letters, digits, - and _ only.</source>
        <translation>El nombre de un perfil solo lleva letras, cifras, - y _.</translation>
    </message>
    <message>
        <source>RELEVO_DEMO_FILE names no file to read.</source>
        <translation>RELEVO_DEMO_FILE no nombra un archivo legible.</translation>
    </message>
    <message>
        <source>The demo file has no agent in it.</source>
        <translation>El archivo de demostración no contiene ningún agente.</translation>
    </message>
    <message>
        <source>Relevo keeps running in the tray</source>
        <translation>Relevo sigue en la bandeja</translation>
    </message>
    <message>
        <source>You are still notified of waiting customers. To quit, use its menu there.</source>
        <translation>Te seguirá avisando de los clientes en espera. Para salir, usa su menú allí.</translation>
    </message>
</context>
<context>
    <name>relevo::models</name>
    <message>
        <source>Visitor %1</source>
        <translation>Visitante %1</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Baja</translation>
    </message>
    <message>
        <source>Asked for a human</source>
        <translation>Pidió una persona</translation>
    </message>
    <message>
        <source>Frustrated</source>
        <translation>Frustración</translation>
    </message>
    <message>
        <source>The bot could not help</source>
        <translation>El bot no pudo ayudar</translation>
    </message>
    <message>
        <source>Handed over by the bot</source>
        <translation>Pasada por el bot</translation>
    </message>
    <message>
        <source>Sensitive matter</source>
        <translation>Tema delicado</translation>
    </message>
    <message>
        <source>Urgent matter</source>
        <translation>Asunto urgente</translation>
    </message>
    <message>
        <source>Important customer</source>
        <translation>Cliente importante</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leído</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>No entregado</translation>
    </message>
    <message>
        <source>Perhaps delivered</source>
        <translation>Quizá entregado</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Disponible</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Ocupado</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Web chat</source>
        <translation>Chat web</translation>
    </message>
    <message>
        <source>This was not accepted. Check it and try again.</source>
        <translation>Esto no se aceptó. Revísalo y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>You are not signed in. Sign in and try again.</source>
        <translation>No has iniciado sesión. Iníciala y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>You are not allowed to do this. Ask your administrator.</source>
        <translation>No tienes permiso para esto. Pregunta a tu administrador.</translation>
    </message>
    <message>
        <source>The conversation is over.</source>
        <translation>La conversación ha terminado.</translation>
    </message>
    <message>
        <source>Somebody else was faster and has this conversation.</source>
        <translation>Otra persona se adelantó y tiene esta conversación.</translation>
    </message>
    <message>
        <source>Somebody else has this conversation now.</source>
        <translation>Ahora otra persona tiene esta conversación.</translation>
    </message>
    <message>
        <source>The conversation has changed in the meantime. Look at it again.</source>
        <translation>La conversación ha cambiado mientras tanto. Vuelve a mirarla.</translation>
    </message>
    <message>
        <source>Too many requests at once. Wait a little and try again.</source>
        <translation>Demasiadas peticiones a la vez. Espera un poco y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>The text is too long. Send it in several messages.</source>
        <translation>El texto es demasiado largo. Envíalo en varios mensajes.</translation>
    </message>
    <message>
        <source>This cannot be done now. Try again in a moment.</source>
        <translation>Ahora no es posible. Vuelve a intentarlo en un momento.</translation>
    </message>
    <message>
        <source>Something went wrong. If it happens again, tell your administrator.</source>
        <translation>Algo salió mal. Si vuelve a ocurrir, avisa a tu administrador.</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>Lo más urgente primero</translation>
    </message>
    <message>
        <source>Longest wait first</source>
        <translation>La espera más larga primero</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Lo más nuevo primero</translation>
    </message>
    <message>
        <source>Due soonest first</source>
        <translation>Lo que vence antes primero</translation>
    </message>
    <message>
        <source>Offered to me</source>
        <translation>Ofrecidas a mí</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>My conversations</source>
        <translation>Mis conversaciones</translation>
    </message>
    <message>
        <source>With colleagues</source>
        <translation>Con compañeros</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Pospuestas</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Resolved today</source>
        <translation>Resueltas hoy</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>The customer’s first name</source>
        <translation>El nombre de pila del cliente</translation>
    </message>
    <message>
        <source>The customer’s name</source>
        <translation>El nombre del cliente</translation>
    </message>
    <message>
        <source>The customer’s e-mail address</source>
        <translation>El correo electrónico del cliente</translation>
    </message>
    <message>
        <source>The customer’s telephone number</source>
        <translation>El teléfono del cliente</translation>
    </message>
    <message>
        <source>Your first name</source>
        <translation>Tu nombre de pila</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tu nombre</translation>
    </message>
    <message>
        <source>The order the customer mentioned</source>
        <translation>El pedido que mencionó el cliente</translation>
    </message>
    <message>
        <source>The product the customer mentioned</source>
        <translation>El producto que mencionó el cliente</translation>
    </message>
    <message>
        <source>desk lamp</source>
        <translation>lámpara de mesa</translation>
    </message>
    <message>
        <source>The parcel the customer mentioned</source>
        <translation>El envío que mencionó el cliente</translation>
    </message>
    <message>
        <source>The channel the customer uses</source>
        <translation>El canal que usa el cliente</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>Sign-in code</source>
        <translation>Código de acceso</translation>
    </message>
    <message>
        <source>The time for free text is over. Choose a template, or wait until the customer writes.</source>
        <translation>El plazo para texto libre ha terminado. Elige una plantilla o espera a que el cliente escriba.</translation>
    </message>
    <message>
        <source>It is about data protection</source>
        <translation>Se trata de protección de datos</translation>
    </message>
    <message>
        <source>The customer has said it already</source>
        <translation>El cliente ya lo ha dicho</translation>
    </message>
    <message>
        <source>The customer reports how he was treated</source>
        <translation>El cliente cuenta cómo lo trataron</translation>
    </message>
    <message>
        <source>It may be about a disputed payment</source>
        <translation>Puede tratarse de un pago en disputa</translation>
    </message>
    <message>
        <source>It may be about a disputed refund</source>
        <translation>Puede tratarse de un reembolso en disputa</translation>
    </message>
    <message>
        <source>It may be about data protection</source>
        <translation>Puede tratarse de protección de datos</translation>
    </message>
    <message>
        <source>It may be about ending a contract</source>
        <translation>Puede tratarse del fin de un contrato</translation>
    </message>
    <message>
        <source>It may be about fraud</source>
        <translation>Puede tratarse de un fraude</translation>
    </message>
    <message>
        <source>It may be about legal steps</source>
        <translation>Puede tratarse de acciones legales</translation>
    </message>
    <message>
        <source>It may be urgent</source>
        <translation>Puede ser urgente</translation>
    </message>
    <message>
        <source>Somebody may be in danger</source>
        <translation>Alguien puede estar en peligro</translation>
    </message>
    <message>
        <source>Somebody may be injured</source>
        <translation>Puede haber alguien herido</translation>
    </message>
    <message>
        <source>The bot did not answer what was asked</source>
        <translation>El bot no respondió a lo que se preguntó</translation>
    </message>
    <message>
        <source>The bot did not understand</source>
        <translation>El bot no entendió</translation>
    </message>
    <message>
        <source>The bot repeats itself</source>
        <translation>El bot se repite</translation>
    </message>
    <message>
        <source>The customer accepted the offer of a person</source>
        <translation>El cliente aceptó la oferta de una persona</translation>
    </message>
    <message>
        <source>The customer disputes a payment</source>
        <translation>El cliente no reconoce un pago</translation>
    </message>
    <message>
        <source>The customer disputes a refund</source>
        <translation>El cliente no está conforme con un reembolso</translation>
    </message>
    <message>
        <source>The customer has little time</source>
        <translation>El cliente tiene poco tiempo</translation>
    </message>
    <message>
        <source>The customer is in a hurry</source>
        <translation>El cliente tiene prisa</translation>
    </message>
    <message>
        <source>The customer is kept from cancelling</source>
        <translation>No dejan al cliente darse de baja</translation>
    </message>
    <message>
        <source>The customer mentions a consumer authority</source>
        <translation>El cliente menciona a un organismo de consumo</translation>
    </message>
    <message>
        <source>The customer mentions a lawyer</source>
        <translation>El cliente menciona a un abogado</translation>
    </message>
    <message>
        <source>The customer mentions the police</source>
        <translation>El cliente menciona a la policía</translation>
    </message>
    <message>
        <source>The customer needs it today</source>
        <translation>El cliente lo necesita hoy</translation>
    </message>
    <message>
        <source>The customer reports a danger</source>
        <translation>El cliente avisa de un peligro</translation>
    </message>
    <message>
        <source>The customer reports a payment that was not theirs</source>
        <translation>El cliente avisa de un pago que no es suyo</translation>
    </message>
    <message>
        <source>The customer reports a stolen card</source>
        <translation>El cliente avisa de una tarjeta robada</translation>
    </message>
    <message>
        <source>The customer reports fraud</source>
        <translation>El cliente avisa de un fraude</translation>
    </message>
    <message>
        <source>The customer reports something foreign in the product</source>
        <translation>El cliente encontró algo extraño en el producto</translation>
    </message>
    <message>
        <source>The customer says that it cannot wait</source>
        <translation>El cliente dice que no puede esperar</translation>
    </message>
    <message>
        <source>The customer says that it is urgent</source>
        <translation>El cliente dice que es urgente</translation>
    </message>
    <message>
        <source>The customer threatens legal action</source>
        <translation>El cliente amenaza con acciones legales</translation>
    </message>
    <message>
        <source>The customer wants to end a contract</source>
        <translation>El cliente quiere terminar un contrato</translation>
    </message>
    <message>
        <source>The customer wants to leave</source>
        <translation>El cliente quiere irse</translation>
    </message>
    <message>
        <source>The customer was charged after cancelling</source>
        <translation>Se cobró al cliente después de la baja</translation>
    </message>
    <message>
        <source>The customer asked for a human</source>
        <translation>El cliente pidió hablar con una persona</translation>
    </message>
    <message>
        <source>The customer wrote &quot;%1&quot;.</source>
        <translation>El cliente escribió «%1».</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: «%2»</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>The customer is frustrated (%1 of 1).</source>
        <translation>El cliente está frustrado (%1 de 1).</translation>
    </message>
    <message>
        <source>An important customer needs attention: %1</source>
        <translation>Un cliente importante necesita atención: %1</translation>
    </message>
    <message>
        <source>not content (%1 of 1).</source>
        <translation>no está contento (%1 de 1).</translation>
    </message>
    <message>
        <source>the bot could not help.</source>
        <translation>el bot no pudo ayudar.</translation>
    </message>
    <message>
        <source>The bot could not help %1 times in a row.</source>
        <translation>El bot no pudo ayudar %1 veces seguidas.</translation>
    </message>
    <message>
        <source>The bot gave no answer.</source>
        <translation>El bot no dio ninguna respuesta.</translation>
    </message>
    <message>
        <source>The bot asked for a human.</source>
        <translation>El bot pidió que interviniera una persona.</translation>
    </message>
    <message>
        <source>The customer does not have the number of the order.</source>
        <translation>El cliente no tiene el número del pedido.</translation>
    </message>
    <message>
        <source>The customer&apos;s order could not be found in %1 tries.</source>
        <translation>No se encontró el pedido del cliente en %1 intentos.</translation>
    </message>
    <message>
        <source>The customer wants order %1 cancelled, and the shop has not said whether it is.</source>
        <translation>El cliente quiere cancelar el pedido %1, y la tienda no ha dicho si lo está.</translation>
    </message>
    <message>
        <source>The customer wants order %1 cancelled.</source>
        <translation>El cliente quiere cancelar el pedido %1.</translation>
    </message>
    <message>
        <source>Support: %1.</source>
        <translation>Soporte: %1.</translation>
    </message>
    <message>
        <source>order %1</source>
        <translation>pedido %1</translation>
    </message>
    <message>
        <source>nothing more is known</source>
        <translation>no se sabe nada más</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n archivo</numerusform>
            <numerusform>%n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Supervisión</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administración</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Handoffs</source>
        <translation>Pasos a personas</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administración</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Cuenta desactivada</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Invitación pendiente</translation>
    </message>
    <message>
        <source>No members yet.</source>
        <translation>Todavía no hay miembros.</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n miembro</numerusform>
            <numerusform>%n miembros</numerusform>
        </translation>
    </message>
    <message>
        <source>Last used %1</source>
        <translation>Última vez: %1</translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>Nunca usada</translation>
    </message>
</context>
<context>
    <name>relevo::models::ConversationDetails</name>
    <message>
        <source>Bot</source>
        <translation>Bot</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Another agent</source>
        <translation>Otro agente</translation>
    </message>
</context>
<context>
    <name>relevo::models::MessagesModel</name>
    <message>
        <source>New messages</source>
        <translation>Mensajes nuevos</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Bot</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>It was sent, and nobody has said whether it arrived</source>
        <translation>Se envió y nadie ha dicho si llegó</translation>
    </message>
    <message>
        <source>The channel gave no reason</source>
        <translation>El canal no dio ningún motivo</translation>
    </message>
    <message>
        <source>Sent again below</source>
        <translation>Enviado de nuevo más abajo</translation>
    </message>
    <message>
        <source>This conversation</source>
        <translation>Esta conversación</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Show earlier conversation · %1</source>
        <translation>Mostrar conversación anterior · %1</translation>
    </message>
    <message>
        <source>Earlier conversation · %1</source>
        <translation>Conversación anterior · %1</translation>
    </message>
    <message>
        <source>Not sent: the time for free text was over</source>
        <translation>No se envió: el plazo para texto libre había terminado</translation>
    </message>
</context>
<context>
    <name>relevo::models::PaletteModel</name>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
</context>
<context>
    <name>relevo::models::SearchModel</name>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
</context>
<context>
    <name>relevo::models::SnoozeChoices</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hora</numerusform>
            <numerusform>%n horas</numerusform>
        </translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Mañana por la mañana</translation>
    </message>
    <message>
        <source>Monday morning</source>
        <translation>El lunes por la mañana</translation>
    </message>
    <message>
        <source>Until then</source>
        <translation>Hasta entonces</translation>
    </message>
</context>
<context>
    <name>relevo::models::TransferTargets</name>
    <message>
        <source>Not at the desk</source>
        <translation>No está en su puesto</translation>
    </message>
    <message>
        <source>%1 of %2 conversations</source>
        <translation>%1 de %2 conversaciones</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversación</numerusform>
            <numerusform>%n conversaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Back to the queue; whoever is free takes it</source>
        <translation>De vuelta a la cola; la toma quien esté libre</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Bot</translation>
    </message>
    <message>
        <source>The bot answers the customer again</source>
        <translation>El bot vuelve a contestar al cliente</translation>
    </message>
</context>
<context>
    <name>relevo::ui</name>
    <message>
        <source>%1 priority</source>
        <translation>Prioridad: %1</translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>espera desde hace %1</translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n mensaje sin leer</numerusform>
            <numerusform>%n mensajes sin leer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) waiting to be sent</source>
        <translation>
            <numerusform>%n mensaje pendiente de envío</numerusform>
            <numerusform>%n mensajes pendientes de envío</numerusform>
        </translation>
    </message>
    <message>
        <source>Resolving…</source>
        <translation>Resolviendo…</translation>
    </message>
    <message>
        <source>Handed over: %1</source>
        <translation>Pasada a una persona: %1</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1&#xa0;h %2&#xa0;min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1&#xa0;d %2&#xa0;h</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1&#xa0;h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1&#xa0;d</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 de retraso</translation>
    </message>
    <message>
        <source>due in %1</source>
        <translation>vence en %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>A day of this year, as QLocale writes it</comment>
        <translation>dddd, d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <translation>Ir a la cola</translation>
    </message>
    <message>
        <source>Go to my conversations</source>
        <translation>Ir a mis conversaciones</translation>
    </message>
    <message>
        <source>Write an answer</source>
        <translation>Escribir una respuesta</translation>
    </message>
    <message>
        <source>Read the conversation</source>
        <translation>Leer la conversación</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Panel siguiente</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Panel anterior</translation>
    </message>
    <message>
        <source>Claim the conversation</source>
        <translation>Atender la conversación</translation>
    </message>
    <message>
        <source>Change my availability</source>
        <translation>Cambiar mi disponibilidad</translation>
    </message>
    <message>
        <source>Show or hide customer and summary</source>
        <translation>Mostrar u ocultar cliente y resumen</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>Abrir el menú</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>In a list: look at another conversation</source>
        <translation>En una lista: ver otra conversación</translation>
    </message>
    <message>
        <source>In a list: go into the conversation</source>
        <translation>En una lista: entrar en la conversación</translation>
    </message>
    <message>
        <source>While writing: send</source>
        <translation>Al escribir: enviar</translation>
    </message>
    <message>
        <source>While writing: new line</source>
        <translation>Al escribir: línea nueva</translation>
    </message>
    <message>
        <source>While writing: back to the list</source>
        <translation>Al escribir: volver a la lista</translation>
    </message>
    <message>
        <source>In the conversation: copy the message</source>
        <translation>En la conversación: copiar el mensaje</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n segundo</numerusform>
            <numerusform>%n segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hora</numerusform>
            <numerusform>%n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>Nota privada</translation>
    </message>
    <message>
        <source>Relevo</source>
        <translation>Relevo</translation>
    </message>
    <message>
        <source>A customer is waiting</source>
        <translation>Un cliente está esperando</translation>
    </message>
    <message>
        <source>A customer is offered to you</source>
        <translation>Se te ofrece un cliente</translation>
    </message>
    <message>
        <source>Time is running out for one of your customers</source>
        <translation>Se acaba el tiempo para uno de tus clientes</translation>
    </message>
    <message>
        <source>One of your customers has written</source>
        <translation>Ha escrito uno de tus clientes</translation>
    </message>
    <message>
        <source>There is news from your team</source>
        <translation>Hay noticias de tu equipo</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>Tu sesión ha terminado. Inicia sesión de nuevo.</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a little and try again.</source>
        <translation>Demasiados intentos. Espera un poco y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>You are not allowed to do this. Ask an administrator.</source>
        <translation>No tienes permiso para esto. Pregunta a un administrador.</translation>
    </message>
    <message>
        <source>The relay is busy. Try again in a moment.</source>
        <translation>El servidor está ocupado. Vuelve a intentarlo en un momento.</translation>
    </message>
    <message>
        <source>Something went wrong at the relay. If it happens again, tell your administrator.</source>
        <translation>Algo falló en el servidor. Si vuelve a ocurrir, avisa a tu administrador.</translation>
    </message>
    <message>
        <source>The relay did not accept this. Check it and try again.</source>
        <translation>El servidor no lo aceptó. Revísalo y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Their account is disabled.</source>
        <translation>Su cuenta está desactivada.</translation>
    </message>
    <message>
        <source>Not in the requested team.</source>
        <translation>No está en el equipo solicitado.</translation>
    </message>
    <message>
        <source>Busy or away.</source>
        <translation>Ocupado o ausente.</translation>
    </message>
    <message>
        <source>Their desk is not connected.</source>
        <translation>Su puesto no está conectado.</translation>
    </message>
    <message>
        <source>Does not speak the customer’s language.</source>
        <translation>No habla el idioma del cliente.</translation>
    </message>
    <message>
        <source>Lacks a requested skill.</source>
        <translation>Le falta una habilidad solicitada.</translation>
    </message>
    <message>
        <source>Already has as many as they can take.</source>
        <translation>Ya tiene todas las que admite.</translation>
    </message>
    <message>
        <source>Is being offered another customer.</source>
        <translation>Se le está ofreciendo otra persona.</translation>
    </message>
    <message>
        <source>Was offered the customer and did not take it.</source>
        <translation>Se le ofreció el cliente y no aceptó.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 of 5</source>
        <translation>%1 de 5</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>menos de %1</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>más de %1</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Paso a personas</translation>
    </message>
    <message>
        <source>First response</source>
        <translation>Primera respuesta</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resueltos</translation>
    </message>
    <message>
        <source>Customer rating</source>
        <translation>Valoración de clientes</translation>
    </message>
    <message>
        <source>Gave up waiting</source>
        <translation>Dejaron de esperar</translation>
    </message>
    <message>
        <source>Not offered to anybody: the first to claim gets them.</source>
        <translation>No se ofrecen a nadie: los atiende quien llega primero.</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>sin datos</translation>
    </message>
    <message>
        <source>on target</source>
        <translation>cumple</translation>
    </message>
    <message>
        <source>off target</source>
        <translation>no cumple</translation>
    </message>
    <message>
        <source>%1: %2, target %3, %4.</source>
        <translation>%1: %2, objetivo %3, %4.</translation>
    </message>
    <message>
        <source>%1 · target %2</source>
        <translation>%1 · objetivo %2</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts. Wait %n minute(s) and try again.</source>
        <translation>
            <numerusform>Demasiados intentos. Espera %n minuto y vuelve a intentarlo.</numerusform>
            <numerusform>Demasiados intentos. Espera %n minutos y vuelve a intentarlo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Search messages and customers</source>
        <translation>Buscar mensajes y clientes</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Getting around</source>
        <translation>Moverse</translation>
    </message>
    <message>
        <source>Myself</source>
        <translation>Yo</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Decline what is offered to me</source>
        <translation>Rechazar lo que se me ofrece</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>Resolver…</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Transferir…</translation>
    </message>
    <message>
        <source>Give back to the queue</source>
        <translation>Devolver a la cola</translation>
    </message>
    <message>
        <source>Hand back to the bot</source>
        <translation>Devolver al bot</translation>
    </message>
    <message>
        <source>Snooze for 5 minutes</source>
        <translation>Posponer 5 minutos</translation>
    </message>
    <message>
        <source>Snooze for 15 minutes</source>
        <translation>Posponer 15 minutos</translation>
    </message>
    <message>
        <source>Snooze for 30 minutes</source>
        <translation>Posponer 30 minutos</translation>
    </message>
    <message>
        <source>Snooze until…</source>
        <translation>Posponer hasta…</translation>
    </message>
    <message>
        <source>End the snooze</source>
        <translation>Terminar la pausa</translation>
    </message>
    <message>
        <source>Reopen the conversation</source>
        <translation>Reabrir la conversación</translation>
    </message>
    <message>
        <source>Add a private note…</source>
        <translation>Añadir una nota privada…</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Conversación siguiente</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Conversación anterior</translation>
    </message>
    <message>
        <source>Find in the conversation</source>
        <translation>Buscar en la conversación</translation>
    </message>
    <message>
        <source>I am available</source>
        <translation>Estoy disponible</translation>
    </message>
    <message>
        <source>I am busy</source>
        <translation>Estoy ocupado</translation>
    </message>
    <message>
        <source>I am away</source>
        <translation>Estoy ausente</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Find anything…</source>
        <translation>Buscar cualquier cosa…</translation>
    </message>
    <message>
        <source>Live…</source>
        <translation>En vivo…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Colours: same as the system</source>
        <translation>Colores: como el sistema</translation>
    </message>
    <message>
        <source>Colours: light</source>
        <translation>Colores: claros</translation>
    </message>
    <message>
        <source>Colours: dark</source>
        <translation>Colores: oscuros</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>In a list: select several conversations</source>
        <translation>En una lista: seleccionar para varias a la vez</translation>
    </message>
    <message>
        <source>In a list: filter it</source>
        <translation>En una lista: filtrarla</translation>
    </message>
    <message>
        <source>On an offer: accept or decline</source>
        <translation>En una oferta: aceptar o rechazar</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>seleccionada</translation>
    </message>
    <message>
        <source>important customer</source>
        <translation>cliente importante</translation>
    </message>
    <message>
        <source>ticket</source>
        <translation>ticket</translation>
    </message>
    <message>
        <source>Handing over…</source>
        <translation>Pasando la conversación…</translation>
    </message>
    <message>
        <source>frustrated</source>
        <translation>frustración</translation>
    </message>
    <message>
        <source>[%1] %2 (private note): %3</source>
        <translation>[%1] %2 (nota privada): %3</translation>
    </message>
    <message>
        <source>Sent in a moment; you can still take it back</source>
        <translation>Se envía en un momento; aún se puede retirar</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Sin enviar</translation>
    </message>
    <message>
        <source>A colleague has mentioned you</source>
        <translation>Un compañero te ha mencionado</translation>
    </message>
    <message>
        <source>A customer was assigned to you</source>
        <translation>Se te ha asignado un cliente</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Atender</translation>
    </message>
    <message>
        <source>Remind me later</source>
        <translation>Recordármelo luego</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Convert to a ticket</source>
        <translation>Convertir en ticket</translation>
    </message>
    <message>
        <source>Mark as spam</source>
        <translation>Marcar como spam</translation>
    </message>
    <message>
        <source>Block the customer</source>
        <translation>Bloquear al cliente</translation>
    </message>
    <message>
        <source>Unblock the customer</source>
        <translation>Desbloquear al cliente</translation>
    </message>
    <message>
        <source>Same person as…</source>
        <translation>La misma persona que…</translation>
    </message>
    <message>
        <source>That is too long.</source>
        <translation>Es demasiado largo.</translation>
    </message>
    <message>
        <source>That is not an e-mail address.</source>
        <translation>No es una dirección de correo.</translation>
    </message>
    <message>
        <source>A phone number has digits, spaces and a leading +.</source>
        <translation>Un teléfono tiene cifras, espacios y un + delante.</translation>
    </message>
    <message>
        <source>%1 where they are</source>
        <translation>%1 donde está</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqueado</translation>
    </message>
    <message>
        <source>picture %1, %2</source>
        <translation>imagen %1, %2</translation>
    </message>
    <message>
        <source>file %1, %2</source>
        <translation>archivo %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>A message can have at most %n file(s)</source>
        <translation>
            <numerusform>Un mensaje puede llevar como máximo %n archivo</numerusform>
            <numerusform>Un mensaje puede llevar como máximo %n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>no room for %1 (%2)</source>
        <translation>no hay sitio para %1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not attached: %1</source>
        <translation>
            <numerusform>%n archivo no se ha adjuntado: %1</numerusform>
            <numerusform>%n archivos no se han adjuntado: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not a readable file</source>
        <translation>%1 no es un archivo legible</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 está vacío</translation>
    </message>
    <message>
        <source>%1 is too large: %2 of at most %3</source>
        <translation>%1 es demasiado grande: %2 de %3 como máximo</translation>
    </message>
    <message>
        <source>not loaded, click to try again</source>
        <translation>sin cargar, haz clic para reintentar</translation>
    </message>
    <message>
        <source>cannot be shown, click to save it</source>
        <translation>no se puede mostrar, haz clic para guardarlo</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>cargando…</translation>
    </message>
    <message>
        <source>no longer kept</source>
        <translation>ya no se conserva</translation>
    </message>
    <message>
        <source>%1, %2, no longer kept</source>
        <translation>%1, %2, ya no se conserva</translation>
    </message>
    <message>
        <source>uploading…</source>
        <translation>subiendo…</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Adjuntar archivos…</translation>
    </message>
    <message>
        <source>Choose a template…</source>
        <translation>Elegir una plantilla…</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>Template: %1</source>
        <translation>Plantilla: %1</translation>
    </message>
    <message>
        <source>half within %1</source>
        <translation>la mitad en %1</translation>
    </message>
    <message>
        <source>waiting for %1 to come back</source>
        <translation>espera a que vuelva %1</translation>
    </message>
    <message>
        <source>interrupted, retries by itself</source>
        <translation>interrumpido, se reintenta solo</translation>
    </message>
    <message>
        <source>answer due in %1</source>
        <translation>la respuesta vence en %1</translation>
    </message>
    <message>
        <source>answer %1 late</source>
        <translation>la respuesta lleva %1 de retraso</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>No molestar</translation>
    </message>
    <message>
        <source>Let the bot answer here</source>
        <translation>Dejar que el bot responda aquí</translation>
    </message>
    <message>
        <source>Switch the bot off here</source>
        <translation>Desactivar el bot aquí</translation>
    </message>
    <message>
        <source>It answers with status %1.</source>
        <translation>Responde con el estado %1.</translation>
    </message>
    <message>
        <source>It does not answer in time.</source>
        <translation>No responde a tiempo.</translation>
    </message>
    <message>
        <source>It cannot be reached.</source>
        <translation>No se puede llegar a él.</translation>
    </message>
    <message numerus="yes">
        <source>%n webhook(s) not working</source>
        <translation>
            <numerusform>%n webhook no funciona</numerusform>
            <numerusform>%n webhooks no funcionan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) not working</source>
        <translation>
            <numerusform>%n conexión no funciona</numerusform>
            <numerusform>%n conexiones no funcionan</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has received nothing since %2.</source>
        <translation>%1 no ha recibido nada desde %2.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Retroceso</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>RePág</translation>
    </message>
    <message>
        <source>PgDn</source>
        <translation>AvPág</translation>
    </message>
    <message>
        <source>Meta</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
</context>
<context>
    <name>SpellMarks</name>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Buscando sugerencias…</translation>
    </message>
    <message>
        <source>“%1” is correct</source>
        <translation>«%1» es correcto</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Sin sugerencias</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Relevo ended unexpectedly</source>
        <translation>Relevo terminó de forma inesperada</translation>
    </message>
    <message>
        <source>Relevo ended unexpectedly on %1</source>
        <translation>Relevo terminó de forma inesperada el %1</translation>
    </message>
    <message>
        <source>Your drafts and unsent messages are kept. This report stays on this computer: nothing was sent. You can give it to whoever looks after Relevo for you.</source>
        <translation>Tus borradores y los mensajes sin enviar se conservan. Este informe se queda en este equipo: no se ha enviado nada. Puedes dárselo a quien se encargue de Relevo.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Eliminarlo</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>WindowBar</name>
    <message>
        <source>Choose a template…</source>
        <translation>Elegir una plantilla…</translation>
    </message>
    <message>
        <source>Locked: this channel takes a template now</source>
        <translation>Bloqueado: este canal ahora solo admite una plantilla</translation>
    </message>
    <message>
        <source>The time for free text is over until the customer writes again. Your text stays here; a template reaches them now.</source>
        <translation>El plazo para texto libre ha terminado hasta que el cliente vuelva a escribir. Tu texto se queda aquí; ahora le llega una plantilla.</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>queda %n hora</numerusform>
            <numerusform>quedan %n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>queda %n minuto</numerusform>
            <numerusform>quedan %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Free text until %1 · %2</source>
        <translation>Texto libre hasta las %1 · %2</translation>
    </message>
</context>
<context>
    <name>TemplatePicker</name>
    <message>
        <source>Send a template</source>
        <translation>Enviar una plantilla</translation>
    </message>
    <message>
        <source>Send a template to %1</source>
        <translation>Enviar una plantilla a %1</translation>
    </message>
    <message>
        <source>A template reaches the customer at any time. When they answer, free text does again.</source>
        <translation>Una plantilla llega al cliente en cualquier momento. Cuando responda, el texto libre vuelve a llegar.</translation>
    </message>
    <message>
        <source>Find a template</source>
        <translation>Buscar una plantilla</translation>
    </message>
    <message>
        <source>Find by name or text</source>
        <translation>Buscar por nombre o texto</translation>
    </message>
    <message>
        <source>Message templates</source>
        <translation>Plantillas de mensajes</translation>
    </message>
    <message>
        <source>There are no templates yet. An administrator adds them in the settings.</source>
        <translation>Aún no hay plantillas. Un administrador las añade en los ajustes.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>No se encontró nada.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>The customer reads</source>
        <translation>El cliente lee</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>Valor de %1</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insertar</translation>
    </message>
    <message>
        <source>Insert what is known of the customer into %1</source>
        <translation>Insertar en %1 lo que se sabe del cliente</translation>
    </message>
</context>
<context>
    <name>TemplateForm</name>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>As the provider knows it: lower-case letters, digits and underscores.</source>
        <translation>Tal como lo conoce el proveedor: letras minúsculas, cifras y guiones bajos.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Word for word as it was approved. {{1}}, {{2}} and so on stand for values that the sender fills in.</source>
        <translation>Palabra por palabra, tal como se aprobó. {{1}}, {{2}}, etc. representan valores que rellena quien la envía.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Offered first when you answer in this language.</source>
        <translation>Se ofrece primero al responder en este idioma.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Only lower-case letters, digits and underscores, without spaces.</source>
        <translation>Solo letras minúsculas, cifras y guiones bajos, sin espacios.</translation>
    </message>
    <message>
        <source>Enter the text.</source>
        <translation>Escribe el texto.</translation>
    </message>
    <message>
        <source>This is too long: %1 characters are allowed.</source>
        <translation>Es demasiado largo: se permiten %1 caracteres.</translation>
    </message>
    <message>
        <source>Number the values {{1}}, {{2}} and so on, without a gap, at most %1.</source>
        <translation>Numera los valores {{1}}, {{2}}, etc., sin saltos, como máximo %1.</translation>
    </message>
    <message>
        <source>Another template has this name in this language.</source>
        <translation>Otra plantilla tiene este nombre en este idioma.</translation>
    </message>
    <message>
        <source>[value %1]</source>
        <translation>[valor %1]</translation>
    </message>
</context>
<context>
    <name>TemplatePage</name>
    <message>
        <source>No templates yet. On WhatsApp, only a template reaches a customer who has been silent for a day.</source>
        <translation>Aún no hay plantillas. En WhatsApp solo una plantilla llega a quien lleva un día callado.</translation>
    </message>
    <message>
        <source>Message templates</source>
        <translation>Plantillas de mensajes</translation>
    </message>
    <message>
        <source>Texts that reach customers at any time, also on WhatsApp a day after their last message. Enter them here once your provider has approved them.</source>
        <translation>Textos que llegan a los clientes en cualquier momento, también por WhatsApp un día después de su último mensaje. Introdúcelos aquí cuando tu proveedor los haya aprobado.</translation>
    </message>
    <message>
        <source>Find a template</source>
        <translation>Buscar una plantilla</translation>
    </message>
    <message>
        <source>Find by name or text</source>
        <translation>Buscar por nombre o texto</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Plantilla nueva</translation>
    </message>
    <message>
        <source>The message template is not saved</source>
        <translation>La plantilla de mensaje no está guardada</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Another template has this name in this language.</source>
        <translation>Otra plantilla tiene este nombre en este idioma.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 se ha eliminado.</translation>
    </message>
</context>
<context>
    <name>ListEditor</name>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Descartar los cambios</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>No se encontró nada.</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Sin guardar todavía</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>No hay conexión.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>FetchTrouble</name>
    <message>
        <source>Asking the relay…</source>
        <translation>Consultando al servidor…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>OfferReminder</name>
    <message numerus="yes">
        <source>%n more offered to you</source>
        <translation>
            <numerusform>%n más se te ofrece</numerusform>
            <numerusform>%n más se te ofrecen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BotLine</name>
    <message>
        <source>The bot is switched off here</source>
        <translation>El bot está apagado aquí</translation>
    </message>
    <message>
        <source>The bot may answer here</source>
        <translation>El bot puede responder aquí</translation>
    </message>
    <message>
        <source>No bot answers this customer until it is switched on, an agent hands back to it, or the customer starts anew</source>
        <translation>Ningún bot responde a este cliente hasta que se active, un agente se la devuelva o el cliente empiece de nuevo</translation>
    </message>
    <message>
        <source>Whenever no human has the conversation</source>
        <translation>Siempre que ninguna persona tenga la conversación</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Desactivar</translation>
    </message>
    <message>
        <source>Let the bot answer here</source>
        <translation>Dejar que el bot responda aquí</translation>
    </message>
    <message>
        <source>Switch the bot off here</source>
        <translation>Desactivar el bot aquí</translation>
    </message>
</context>
<context>
    <name>BotSwitch</name>
    <message>
        <source>Only whoever has this conversation, or a supervisor, can switch the bot on or off here.</source>
        <translation>Solo quien tiene esta conversación, o un supervisor, puede activar o desactivar el bot aquí.</translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source>API keys</source>
        <translation>Claves de API</translation>
    </message>
    <message>
        <source>A key lets one of your programs in: your bot, your shop, a report. Give each its own, with no more than it needs.</source>
        <translation>Una clave deja entrar a uno de tus programas: tu bot, tu tienda, un informe. Dale a cada uno la suya, con lo justo que necesita.</translation>
    </message>
    <message>
        <source>Find a key</source>
        <translation>Buscar una clave</translation>
    </message>
    <message>
        <source>Find by name or what it may do</source>
        <translation>Buscar por nombre o por lo que puede hacer</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Clave nueva</translation>
    </message>
    <message>
        <source>There are none yet. A program needs one to come in.</source>
        <translation>Todavía no hay ninguna. Un programa necesita una para entrar.</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Crear la clave</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Revocar…</translation>
    </message>
    <message>
        <source>API, token or access for a program</source>
        <translation>API, token o acceso para un programa</translation>
    </message>
    <message>
        <source>Revoke a key</source>
        <translation>Revocar una clave</translation>
    </message>
    <message>
        <source>Take a program’s access away</source>
        <translation>Quitar el acceso a un programa</translation>
    </message>
    <message>
        <source>The keys could not be fetched</source>
        <translation>No se pudieron obtener las claves</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What it is for, such as “Bot of the shop”.</source>
        <translation>Para qué es, por ejemplo «Bot de la tienda».</translation>
    </message>
    <message>
        <source>What it may do</source>
        <translation>Qué puede hacer</translation>
    </message>
    <message>
        <source>Write into conversations and read them: what a bot needs.</source>
        <translation>Escribir en conversaciones y leerlas: lo que necesita un bot.</translation>
    </message>
    <message>
        <source>Ask for a human, and act for whoever holds a conversation.</source>
        <translation>Pedir una persona y actuar por quien tiene una conversación.</translation>
    </message>
    <message>
        <source>Read everything that agents see, and the reports.</source>
        <translation>Leer todo lo que ven los agentes, y los informes.</translation>
    </message>
    <message>
        <source>Look after agents, teams, bots and orders, and read the audit; never after administrators or keys.</source>
        <translation>Ocuparse de agentes, equipos, bots y pedidos, y leer la auditoría; nunca de administradores ni de claves.</translation>
    </message>
    <message>
        <source>Made %1.</source>
        <translation>Creada el %1.</translation>
    </message>
    <message>
        <source>Make it now, or discard it?</source>
        <translation>¿Crearla ahora o descartarla?</translation>
    </message>
    <message>
        <source>The key has not been created</source>
        <translation>La clave no se ha creado</translation>
    </message>
    <message>
        <source>Say what the key is for.</source>
        <translation>Di para qué es la clave.</translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>Elige al menos una.</translation>
    </message>
    <message>
        <source>Creating the key…</source>
        <translation>Creando la clave…</translation>
    </message>
    <message>
        <source>The key %1</source>
        <translation>La clave %1</translation>
    </message>
    <message>
        <source>Copy it now into the program it is for: it is shown only once, and nobody can read it again. Anyone who has it can do everything it allows.</source>
        <translation>Cópiala ahora en el programa para el que es: se muestra solo esta vez y nadie puede volver a leerla. Quien la tenga puede hacer todo lo que permite.</translation>
    </message>
    <message>
        <source>API key %1</source>
        <translation>Clave de API %1</translation>
    </message>
    <message>
        <source>This key no longer exists.</source>
        <translation>Esta clave ya no existe.</translation>
    </message>
    <message>
        <source>Something above needs correcting.</source>
        <translation>Hay algo que corregir arriba.</translation>
    </message>
    <message>
        <source>Every program that uses it is shut out at once, and it cannot be brought back.</source>
        <translation>Todos los programas que la usan se quedan fuera al momento, y no se puede recuperar.</translation>
    </message>
    <message>
        <source>It was last used %1.</source>
        <translation>Se usó por última vez el %1.</translation>
    </message>
    <message>
        <source>It has never been used.</source>
        <translation>No se ha usado nunca.</translation>
    </message>
    <message>
        <source>Revoke the key %1?</source>
        <translation>¿Revocar la clave %1?</translation>
    </message>
    <message>
        <source>Revoke the key</source>
        <translation>Revocar la clave</translation>
    </message>
</context>
<context>
    <name>MarkList</name>
    <message>
        <source>Nothing found.</source>
        <translation>No se encontró nada.</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Who works here: what they may do, and which customers they are offered.</source>
        <translation>Quién trabaja aquí: qué puede hacer y qué clientes se le ofrecen.</translation>
    </message>
    <message>
        <source>Find somebody</source>
        <translation>Buscar a alguien</translation>
    </message>
    <message>
        <source>Find by name, address, team or skill</source>
        <translation>Buscar por nombre, dirección, equipo o habilidad</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>Invitar a alguien</translation>
    </message>
    <message>
        <source>There is nobody yet.</source>
        <translation>Todavía no hay nadie.</translation>
    </message>
    <message>
        <source>New agent, colleague or account; a link to set the password</source>
        <translation>Agente, colega o cuenta nueva; un enlace para poner la contraseña</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Funciones</translation>
    </message>
    <message>
        <source>Make somebody agent, supervisor or administrator</source>
        <translation>Hacer a alguien agente, supervisor o administrador</translation>
    </message>
    <message>
        <source>Skills and languages</source>
        <translation>Habilidades e idiomas</translation>
    </message>
    <message>
        <source>Which customers somebody is offered</source>
        <translation>Qué clientes se ofrecen a alguien</translation>
    </message>
    <message>
        <source>Conversations at once</source>
        <translation>Conversaciones a la vez</translation>
    </message>
    <message>
        <source>Capacity: how many somebody is offered</source>
        <translation>Capacidad: cuántas se ofrecen a alguien</translation>
    </message>
    <message>
        <source>Disable or enable an account</source>
        <translation>Desactivar o activar una cuenta</translation>
    </message>
    <message>
        <source>Somebody left, or came back</source>
        <translation>Alguien se fue o ha vuelto</translation>
    </message>
    <message>
        <source>Reset somebody’s password</source>
        <translation>Restablecer la contraseña de alguien</translation>
    </message>
    <message>
        <source>Forgotten, or a new invitation</source>
        <translation>Olvidada, o una invitación nueva</translation>
    </message>
    <message>
        <source>Second factor of others</source>
        <translation>Segundo factor de otros</translation>
    </message>
    <message>
        <source>Require it, or remove it for somebody who lost their phone</source>
        <translation>Exigirlo, o quitárselo a quien perdió el teléfono</translation>
    </message>
    <message>
        <source>Somebody else has changed this in the meantime. Saving replaces their version with yours.</source>
        <translation>Otra persona lo ha cambiado entretanto. Al guardar, tu versión sustituye a la suya.</translation>
    </message>
    <message>
        <source>The invitation has not been created</source>
        <translation>La invitación no se ha creado</translation>
    </message>
    <message>
        <source>Your changes to this person are not saved</source>
        <translation>Lo que has cambiado de esta persona no está guardado</translation>
    </message>
    <message>
        <source>Inviting…</source>
        <translation>Invitando…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Somebody here has this address already.</source>
        <translation>Alguien de aquí ya tiene esta dirección.</translation>
    </message>
    <message>
        <source>This is the last administrator. Make somebody else one first.</source>
        <translation>Es la última cuenta de administración. Da antes esa función a otra persona.</translation>
    </message>
    <message>
        <source>This person no longer exists.</source>
        <translation>Esta persona ya no está.</translation>
    </message>
    <message>
        <source>Something above needs correcting.</source>
        <translation>Hay algo que corregir arriba.</translation>
    </message>
    <message>
        <source>Asking the relay…</source>
        <translation>Consultando al servidor…</translation>
    </message>
    <message>
        <source>The second factor is taken away.</source>
        <translation>Se ha quitado el segundo factor.</translation>
    </message>
    <message>
        <source>Signed out everywhere.</source>
        <translation>Sesión cerrada en todas partes.</translation>
    </message>
    <message>
        <source>The account is disabled.</source>
        <translation>La cuenta está desactivada.</translation>
    </message>
    <message>
        <source>The account is enabled.</source>
        <translation>La cuenta está activada.</translation>
    </message>
    <message>
        <source>Give this link to %1</source>
        <translation>Pasa este enlace a %1</translation>
    </message>
    <message>
        <source>Give %1 this link to set another password</source>
        <translation>Pasa a %1 este enlace para poner otra contraseña</translation>
    </message>
    <message>
        <source>Send it to %1 yourself, by a way you trust: whoever has it sets the password. It works once and is shown this once.</source>
        <translation>Envíalo tú a %1 por una vía de confianza: quien lo tenga pone la contraseña. Vale una sola vez y se muestra solo ahora.</translation>
    </message>
    <message>
        <source>It is valid until %1.</source>
        <translation>Vale hasta el %1.</translation>
    </message>
    <message>
        <source>Link for %1</source>
        <translation>Enlace para %1</translation>
    </message>
</context>
<context>
    <name>PersonAccess</name>
    <message>
        <source>Access</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Invitación</translation>
    </message>
    <message>
        <source>Make a new link…</source>
        <translation>Crear un enlace nuevo…</translation>
    </message>
    <message>
        <source>They have not set a password yet. The link they have stops working.</source>
        <translation>Todavía no ha puesto una contraseña. El enlace que tiene deja de valer.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Reset the password…</source>
        <translation>Restablecer la contraseña…</translation>
    </message>
    <message>
        <source>For whoever forgot it: they set another by a link that you give them.</source>
        <translation>Para quien la olvidó: pone otra con un enlace que tú le das.</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Segundo factor</translation>
    </message>
    <message>
        <source>Take it away…</source>
        <translation>Quitarlo…</translation>
    </message>
    <message>
        <source>For whoever lost their phone: their password alone lets them in until they set up another.</source>
        <translation>Para quien perdió el teléfono: le basta su contraseña hasta que configure otro.</translation>
    </message>
    <message>
        <source>Signed-in devices</source>
        <translation>Dispositivos con sesión</translation>
    </message>
    <message>
        <source>Sign out everywhere…</source>
        <translation>Cerrar sesión en todas partes…</translation>
    </message>
    <message>
        <source>For a device that was lost. Their password stays.</source>
        <translation>Para un dispositivo perdido. Su contraseña sigue valiendo.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Disable the account…</source>
        <translation>Desactivar la cuenta…</translation>
    </message>
    <message>
        <source>For whoever left. What they wrote stays, and the account can be enabled again.</source>
        <translation>Para quien se fue. Lo que escribió queda, y la cuenta se puede volver a activar.</translation>
    </message>
    <message>
        <source>Enable the account</source>
        <translation>Activar la cuenta</translation>
    </message>
    <message>
        <source>They can sign in again with the password they had.</source>
        <translation>Puede volver a entrar con la contraseña que tenía.</translation>
    </message>
    <message>
        <source>Make a new link for %1?</source>
        <translation>¿Crear un enlace nuevo para %1?</translation>
    </message>
    <message>
        <source>The link they have stops working. The new one holds for seven days.</source>
        <translation>El enlace que tiene deja de valer. El nuevo vale siete días.</translation>
    </message>
    <message>
        <source>Make the link</source>
        <translation>Crear el enlace</translation>
    </message>
    <message>
        <source>Reset the password of %1?</source>
        <translation>¿Restablecer la contraseña de %1?</translation>
    </message>
    <message>
        <source>They are signed out everywhere, and their password stops working. You get a link with which they set another within a day.</source>
        <translation>Se cierra su sesión en todas partes y su contraseña deja de valer. Recibes un enlace con el que pone otra en el plazo de un día.</translation>
    </message>
    <message>
        <source>Reset the password</source>
        <translation>Restablecer la contraseña</translation>
    </message>
    <message>
        <source>Take the second factor of %1 away?</source>
        <translation>¿Quitar el segundo factor de %1?</translation>
    </message>
    <message>
        <source>Their password alone lets them in, and they have to set up another at once.</source>
        <translation>Le basta su contraseña para entrar, y tiene que configurar otro enseguida.</translation>
    </message>
    <message>
        <source>Their password alone lets them in until they set up another.</source>
        <translation>Le basta su contraseña para entrar hasta que configure otro.</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Quitarlo</translation>
    </message>
    <message>
        <source>Sign %1 out everywhere?</source>
        <translation>¿Cerrar la sesión de %1 en todas partes?</translation>
    </message>
    <message>
        <source>Every desktop of theirs asks for their password again. What they hold stays theirs for the moment.</source>
        <translation>Relevo vuelve a pedirle la contraseña en todos sus equipos. Lo que tiene sigue siendo suyo por el momento.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>They are signed out everywhere at once and cannot sign in any more.</source>
        <translation>Se cierra su sesión en todas partes al momento y ya no puede entrar.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) of theirs go back to the queue for others.</source>
        <translation>
            <numerusform>%n conversación suya vuelve a la cola para los demás.</numerusform>
            <numerusform>%n conversaciones suyas vuelven a la cola para los demás.</numerusform>
        </translation>
    </message>
    <message>
        <source>They hold no conversations now.</source>
        <translation>Ahora no tiene ninguna conversación.</translation>
    </message>
    <message>
        <source>What they wrote stays, and you can enable the account again.</source>
        <translation>Lo que escribió queda, y puedes volver a activar la cuenta.</translation>
    </message>
    <message>
        <source>Disable the account of %1?</source>
        <translation>¿Desactivar la cuenta de %1?</translation>
    </message>
    <message>
        <source>Disable the account</source>
        <translation>Desactivar la cuenta</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Skills</source>
        <translation>Habilidades</translation>
    </message>
    <message>
        <source>Add a skill</source>
        <translation>Añadir una habilidad</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>Añadir un idioma</translation>
    </message>
    <message>
        <source>Must use a second factor to sign in</source>
        <translation>Debe usar un segundo factor para entrar</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Equipos</translation>
    </message>
    <message>
        <source>Find a team</source>
        <translation>Buscar un equipo</translation>
    </message>
    <message>
        <source>There are no teams yet.</source>
        <translation>Todavía no hay equipos.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>Whoever has none yet sets one up before anything else, with an app on their phone.</source>
        <translation>Quien todavía no tiene ninguno lo configura antes que nada, con una aplicación en su teléfono.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Customers see it.</source>
        <translation>Los clientes lo ven.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>They sign in with it; it cannot be changed later.</source>
        <translation>Entra con él; después no se puede cambiar.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Supervisors see Live and the reports and take over from others; administrators also have these pages.</source>
        <translation>Supervisión ve «En vivo» y los informes y puede relevar a otros; administración tiene además estas páginas.</translation>
    </message>
    <message>
        <source>What asks for a skill is offered to those who have it.</source>
        <translation>Lo que pide una habilidad se ofrece a quien la tiene.</translation>
    </message>
    <message>
        <source>Customers are offered to those who speak theirs.</source>
        <translation>Los clientes se ofrecen a quien habla su idioma.</translation>
    </message>
    <message>
        <source>Conversations at once</source>
        <translation>Conversaciones a la vez</translation>
    </message>
    <message>
        <source>More than these are not offered.</source>
        <translation>No se le ofrecen más.</translation>
    </message>
    <message>
        <source>Write a name.</source>
        <translation>Escribe un nombre.</translation>
    </message>
    <message>
        <source>Write an e-mail address, such as ana@example.com.</source>
        <translation>Escribe una dirección de correo, por ejemplo ana@example.com.</translation>
    </message>
    <message>
        <source>One of these is not a language. Remove it, or write it differently.</source>
        <translation>Uno de estos no es un idioma. Quítalo o escríbelo de otra manera.</translation>
    </message>
    <message>
        <source>From 1 to 1000, or 0 for no limit.</source>
        <translation>De 1 a 1000, o 0 para no poner límite.</translation>
    </message>
    <message>
        <source>At most 64, each of at most 500 characters.</source>
        <translation>64 como máximo, cada una de 500 caracteres como máximo.</translation>
    </message>
    <message>
        <source>Somebody here has this address already.</source>
        <translation>Alguien de aquí ya tiene esta dirección.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>There is no connection. What you see may be out of date, and nothing can be changed until it is back.</source>
        <translation>No hay conexión. Lo que ves puede ser antiguo, y no se puede cambiar nada hasta que vuelva.</translation>
    </message>
</context>
<context>
    <name>ShownOnce</name>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Copiar: %1</translation>
    </message>
    <message>
        <source>It goes from here when you leave this page or close the settings, and when the screen is locked.</source>
        <translation>Desaparece de aquí cuando sales de esta página o cierras los ajustes, y cuando se bloquea la pantalla.</translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>Teams</source>
        <translation>Equipos</translation>
    </message>
    <message>
        <source>Those who share a queue: a conversation can be given to a team, and is offered to whoever is in it.</source>
        <translation>Quienes comparten una cola: una conversación se puede pasar a un equipo y se ofrece a quien está en él.</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Miembros</translation>
    </message>
    <message>
        <source>Find somebody</source>
        <translation>Buscar a alguien</translation>
    </message>
    <message>
        <source>There is nobody yet.</source>
        <translation>Todavía no hay nadie.</translation>
    </message>
    <message>
        <source>Find a team</source>
        <translation>Buscar un equipo</translation>
    </message>
    <message>
        <source>Find by name or member</source>
        <translation>Buscar por nombre o miembro</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>Equipo nuevo</translation>
    </message>
    <message>
        <source>There are none yet. Without teams every conversation is everybody’s.</source>
        <translation>Todavía no hay ninguno. Sin equipos, cada conversación es de todos.</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>A group, department or queue of its own</source>
        <translation>Un grupo, departamento o cola propia</translation>
    </message>
    <message>
        <source>Members of a team</source>
        <translation>Miembros de un equipo</translation>
    </message>
    <message>
        <source>Who belongs to it</source>
        <translation>Quién forma parte</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Somebody else has deleted this team. Saving creates it again.</source>
        <translation>Otra persona ha eliminado este equipo. Al guardar se crea de nuevo.</translation>
    </message>
    <message>
        <source>Somebody else has changed this in the meantime. Saving replaces their version with yours.</source>
        <translation>Otra persona lo ha cambiado entretanto. Al guardar, tu versión sustituye a la suya.</translation>
    </message>
    <message>
        <source>The team is not saved</source>
        <translation>El equipo no está guardado</translation>
    </message>
    <message>
        <source>Write a name.</source>
        <translation>Escribe un nombre.</translation>
    </message>
    <message>
        <source>Another team has this name.</source>
        <translation>Otro equipo tiene este nombre.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>The team, or somebody in it, no longer exists.</source>
        <translation>El equipo, o alguien de él, ya no existe.</translation>
    </message>
    <message>
        <source>Something above needs correcting.</source>
        <translation>Hay algo que corregir arriba.</translation>
    </message>
    <message>
        <source>Delete the team %1?</source>
        <translation>¿Eliminar el equipo %1?</translation>
    </message>
    <message>
        <source>Nobody loses their account. Customers who wait for this team wait for everybody from then on. It cannot be undone.</source>
        <translation>Nadie pierde su cuenta. Los clientes que esperan a este equipo pasan a la cola común. No se puede deshacer.</translation>
    </message>
    <message>
        <source>Delete the team</source>
        <translation>Eliminar el equipo</translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>For this list only; customers do not see it.</source>
        <translation>Solo para esta lista; los clientes no lo ven.</translation>
    </message>
    <message>
        <source>Words in %1</source>
        <translation>Palabras en %1</translation>
    </message>
    <message>
        <source>Add a word or phrase; paste many with commas or lines</source>
        <translation>Añade una palabra o frase; pega varias con comas o líneas</translation>
    </message>
    <message>
        <source>Answer in %1</source>
        <translation>Respuesta en %1</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>It matches when a message has all the words of one phrase, in any order. The start of each word is enough.</source>
        <translation>Se aplica cuando un mensaje tiene todas las palabras de una frase, en cualquier orden. Basta el comienzo de cada palabra.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>{hours} is replaced by the business hours in the handoff settings.</source>
        <translation>{hours} se sustituye por el horario de atención de los ajustes del paso a personas.</translation>
    </message>
    <message>
        <source>There are words in this language; write the answer, too.</source>
        <translation>Hay palabras en este idioma; escribe también la respuesta.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Es demasiado largo.</translation>
    </message>
    <message>
        <source>At most 100 words or phrases.</source>
        <translation>Como máximo 100 palabras o frases.</translation>
    </message>
    <message>
        <source>Write at least one word, in any language.</source>
        <translation>Escribe al menos una palabra, en cualquier idioma.</translation>
    </message>
</context>
<context>
    <name>AnswersPage</name>
    <message>
        <source>The bots’ answers</source>
        <translation>Respuestas de los bots</translation>
    </message>
    <message>
        <source>Frequent questions, and how the bot that knows them answers. Customers get the answer in the language they write in.</source>
        <translation>Preguntas frecuentes y lo que el bot que las conoce responde. Cada cliente recibe la respuesta en su idioma.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Find a question</source>
        <translation>Buscar una pregunta</translation>
    </message>
    <message>
        <source>Find by name, word or answer</source>
        <translation>Buscar por nombre, palabra o respuesta</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>Pregunta nueva</translation>
    </message>
    <message>
        <source>There are none of your own yet. The bot knows those that come with Relevo.</source>
        <translation>Aún no hay ninguna propia. El bot conoce las que vienen con Relevo.</translation>
    </message>
    <message>
        <source>The questions could not be fetched</source>
        <translation>No se pudieron obtener las preguntas</translation>
    </message>
    <message>
        <source>The relay cannot be reached now. Until it is, this can only be read.</source>
        <translation>Ahora no se puede llegar al servidor. Hasta entonces, esto solo se puede leer.</translation>
    </message>
    <message>
        <source>The question is not saved</source>
        <translation>La pregunta no está guardada</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 se ha eliminado.</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>Preguntas y respuestas</translation>
    </message>
    <message>
        <source>FAQ: words and answers in each language</source>
        <translation>FAQ: palabras y respuestas en cada idioma</translation>
    </message>
    <message>
        <source>Somebody else has changed this question in the meantime. Nothing was saved; saving now replaces their version with yours.</source>
        <translation>Otra persona ha cambiado esta pregunta entretanto. No se guardó nada; si guardas ahora, tu versión sustituye a la suya.</translation>
    </message>
    <message>
        <source>Somebody else has changed this question; this is how it is now.</source>
        <translation>Otra persona ha cambiado esta pregunta; así está ahora.</translation>
    </message>
    <message>
        <source>Somebody else has deleted this question in the meantime. Saving creates it again.</source>
        <translation>Otra persona ha eliminado esta pregunta entretanto. Si guardas, se crea de nuevo.</translation>
    </message>
</context>
<context>
    <name>BotCards</name>
    <message>
        <source>Questions and answers</source>
        <translation>Preguntas y respuestas</translation>
    </message>
    <message>
        <source>Answers what is asked again and again, as the page of the bots’ answers says.</source>
        <translation>Responde lo que se pregunta una y otra vez, según la página de respuestas de los bots.</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
    <message>
        <source>Tells an order’s status, and cancels one that has not left.</source>
        <translation>Dice el estado de un pedido y cancela el que no ha salido.</translation>
    </message>
    <message>
        <source>First questions</source>
        <translation>Primeras preguntas</translation>
    </message>
    <message>
        <source>Asks what happened, then for a human with all of it.</source>
        <translation>Pregunta qué pasó y luego pide a una persona con todo ello.</translation>
    </message>
    <message>
        <source>Your own program</source>
        <translation>Tu propio programa</translation>
    </message>
    <message>
        <source>Gets each message over HTTP, and answers it.</source>
        <translation>Recibe cada mensaje por HTTP y lo responde.</translation>
    </message>
    <message>
        <source>Add a bot</source>
        <translation>Añadir un bot</translation>
    </message>
    <message>
        <source>Name of the bot</source>
        <translation>Nombre del bot</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>The relay posts each message there.</source>
        <translation>El servidor envía allí cada mensaje.</translation>
    </message>
    <message>
        <source>Answers within</source>
        <translation>Responde en</translation>
    </message>
    <message>
        <source>Each of three attempts. Then a human is asked for.</source>
        <translation>Cada uno de tres intentos. Después se pide a una persona.</translation>
    </message>
    <message>
        <source>Later answers within</source>
        <translation>Respuestas aplazadas, en</translation>
    </message>
    <message>
        <source>When the program says that it answers later.</source>
        <translation>Cuando el programa dice que responderá más tarde.</translation>
    </message>
    <message>
        <source>Only listens</source>
        <translation>Solo escucha</translation>
    </message>
    <message>
        <source>Adds details</source>
        <translation>Complemento de datos</translation>
    </message>
    <message>
        <source>Hears every customer’s message, whoever speaks to them, and may only write down who they are.</source>
        <translation>Oye cada mensaje de los clientes, hable quien hable con ellos, y solo puede anotar quiénes son.</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secreto</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the secret</source>
        <translation>Copiar el secreto</translation>
    </message>
    <message>
        <source>New secret…</source>
        <translation>Secreto nuevo…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>What it sends is signed with it.</source>
        <translation>Con él se firma lo que envía.</translation>
    </message>
    <message>
        <source>Shown this once, until you leave this page: give it to your program now, which checks by it that it is the relay who asks.</source>
        <translation>Se muestra solo esta vez, hasta que salgas de esta página: dáselo ahora a tu programa, que comprueba con él que es el servidor quien pregunta.</translation>
    </message>
</context>
<context>
    <name>BotsPage</name>
    <message>
        <source>Bots</source>
        <translation>Bots</translation>
    </message>
    <message>
        <source>Who answers customers before a human does, and what goes to which bot. For everybody in the project.</source>
        <translation>Quién responde a los clientes antes que una persona, y qué va a cada bot. Para todos en el proyecto.</translation>
    </message>
    <message>
        <source>The bots’ settings could not be fetched</source>
        <translation>No se pudieron obtener los ajustes de los bots</translation>
    </message>
    <message>
        <source>The bots’ settings are not saved</source>
        <translation>Los ajustes de los bots no están guardados</translation>
    </message>
    <message>
        <source>Bots answer customers</source>
        <translation>Los bots responden a los clientes</translation>
    </message>
    <message>
        <source>When this is off, none of them does. Whoever asks for a human still gets one.</source>
        <translation>Apagado, no lo hace ninguno. Quien pide una persona la sigue teniendo.</translation>
    </message>
    <message>
        <source>The bots</source>
        <translation>Los bots</translation>
    </message>
    <message>
        <source>The questions that come with Relevo are answered, too</source>
        <translation>También se responden las preguntas que vienen con Relevo</translation>
    </message>
    <message>
        <source>Greetings, opening hours and the like, in English, Spanish and Portuguese.</source>
        <translation>Saludos, horarios y similares, en inglés, español y portugués.</translation>
    </message>
    <message>
        <source>First questions ask at most</source>
        <translation>Las primeras preguntas son como máximo</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>preguntas</translation>
    </message>
    <message>
        <source>What goes to which bot</source>
        <translation>Qué va a cada bot</translation>
    </message>
    <message>
        <source>And everything that fits nowhere else.</source>
        <translation>Y todo lo que no encaja en otro sitio.</translation>
    </message>
    <message>
        <source>Orders, deliveries, prices, invoices.</source>
        <translation>Pedidos, entregas, precios, facturas.</translation>
    </message>
    <message>
        <source>Something does not work, or is missing.</source>
        <translation>Algo no funciona o falta.</translation>
    </message>
    <message>
        <source>A language model decides where no rule fits</source>
        <translation>Un modelo de lenguaje decide donde ninguna regla encaja</translation>
    </message>
    <message>
        <source>If the relay has one. What it is shown is masked.</source>
        <translation>Si el servidor tiene uno. Lo que se le muestra va enmascarado.</translation>
    </message>
    <message>
        <source>Words that decide</source>
        <translation>Palabras que deciden</translation>
    </message>
    <message>
        <source>Checked before the built-in rules: the first one with a phrase whose words are all in the message, in any order. The start of each word is enough.</source>
        <translation>Se miran antes que las reglas incorporadas: vale la primera con una frase cuyas palabras estén todas en el mensaje, en cualquier orden. Basta el comienzo de cada palabra.</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
    <message>
        <source>What the bot for orders knows.</source>
        <translation>Lo que sabe el bot de pedidos.</translation>
    </message>
    <message>
        <source>In the relay’s own table</source>
        <translation>En la tabla propia del servidor</translation>
    </message>
    <message>
        <source>At an address of yours</source>
        <translation>En una dirección tuya</translation>
    </message>
    <message>
        <source>Where they are found</source>
        <translation>Dónde se encuentran</translation>
    </message>
    <message>
        <source>The table is written by your shop, over the relay’s interface.</source>
        <translation>La tabla la escribe tu tienda, por la interfaz del servidor.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>{order} and {email} are replaced by what the customer wrote.</source>
        <translation>{order} y {email} se sustituyen por lo que escribió el cliente.</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>It answers within</source>
        <translation>Responde en</translation>
    </message>
    <message>
        <source>Address to cancel at</source>
        <translation>Dirección para cancelar</translation>
    </message>
    <message>
        <source>Without it a human cancels.</source>
        <translation>Si la dejas vacía, cancela una persona.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>The owner’s e-mail</source>
        <translation>Correo del dueño</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Artículos</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Expected on</source>
        <translation>Se espera el</translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>Seguimiento</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Whoever has the general questions</source>
        <translation>El de las preguntas generales</translation>
    </message>
    <message>
        <source>There is no talking bot with this name.</source>
        <translation>No hay ningún bot con este nombre que hable.</translation>
    </message>
    <message>
        <source>Write at least one word or phrase, at most 100, each of up to 200 characters.</source>
        <translation>Escribe al menos una palabra o frase, como máximo 100, cada una de hasta 200 caracteres.</translation>
    </message>
    <message>
        <source>Another bot has this name.</source>
        <translation>Otro bot tiene este nombre.</translation>
    </message>
    <message>
        <source>Up to 40 lower-case letters, digits, hyphens or underscores, without spaces.</source>
        <translation>Hasta 40 letras minúsculas, cifras, guiones o guiones bajos, sin espacios.</translation>
    </message>
    <message>
        <source>Write a web address with {order} in its path, such as https://shop.example.com/{order}.</source>
        <translation>Escribe una dirección web con {order} en su ruta, como https://shop.example.com/{order}.</translation>
    </message>
    <message>
        <source>Write a web address, with {order} and {email} in its path only.</source>
        <translation>Escribe una dirección web, con {order} y {email} solo en su ruta.</translation>
    </message>
    <message>
        <source>Write a web address such as https://bot.example.com/turn.</source>
        <translation>Escribe una dirección web como https://bot.example.com/turn.</translation>
    </message>
    <message>
        <source>The relay does not accept this value.</source>
        <translation>El servidor no admite este valor.</translation>
    </message>
    <message>
        <source>whether bots answer</source>
        <translation>si los bots responden</translation>
    </message>
    <message>
        <source>the bots</source>
        <translation>los bots</translation>
    </message>
    <message>
        <source>what goes to which bot</source>
        <translation>qué va a cada bot</translation>
    </message>
    <message>
        <source>words that decide</source>
        <translation>palabras que deciden</translation>
    </message>
    <message>
        <source>who only listens</source>
        <translation>quién solo escucha</translation>
    </message>
    <message>
        <source>built-in questions</source>
        <translation>preguntas incluidas</translation>
    </message>
    <message>
        <source>number of first questions</source>
        <translation>número de primeras preguntas</translation>
    </message>
    <message>
        <source>the language model</source>
        <translation>el modelo de lenguaje</translation>
    </message>
    <message>
        <source>where orders are found</source>
        <translation>dónde se encuentran los pedidos</translation>
    </message>
    <message>
        <source>Make a new secret?</source>
        <translation>¿Crear un secreto nuevo?</translation>
    </message>
    <message>
        <source>What “%1” sends is signed with the new one at once; a program that still checks with the old one refuses it until you update it.</source>
        <translation>Lo que «%1» envía se firma enseguida con el nuevo; un programa que aún compruebe con el viejo lo rechaza hasta que lo actualices.</translation>
    </message>
    <message>
        <source>Make a new secret</source>
        <translation>Crear un secreto nuevo</translation>
    </message>
    <message>
        <source>Where this and the fields below are in the answer, such as data.0.status.</source>
        <translation>Dónde están en la respuesta este campo y los siguientes, como data.0.status.</translation>
    </message>
    <message>
        <source>Programs of your own</source>
        <translation>Programas propios</translation>
    </message>
    <message>
        <source>Webhook: address, secret, time limits, enricher</source>
        <translation>Webhook: dirección, secreto, límites de tiempo, complemento de datos</translation>
    </message>
    <message>
        <source>Relevo asks this address about each order.</source>
        <translation>Relevo pregunta a esta dirección por cada pedido.</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>The relay sent an answer that Relevo cannot read.</source>
        <translation>El servidor envió una respuesta que Relevo no puede leer.</translation>
    </message>
    <message>
        <source>The relay cannot be reached now. Until it is, this can only be read.</source>
        <translation>Ahora no se puede llegar al servidor. Hasta entonces, esto solo se puede leer.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Something is not right yet; it is marked above.</source>
        <translation>Algo no está bien todavía; está marcado arriba.</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) not saved yet</source>
        <translation>
            <numerusform>%n ajuste sin guardar</numerusform>
            <numerusform>%n ajustes sin guardar</numerusform>
        </translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>Todo guardado</translation>
    </message>
    <message>
        <source>Saved. It applies from now on.</source>
        <translation>Guardado. Se aplica desde ahora.</translation>
    </message>
    <message>
        <source>Somebody else has changed this in the meantime: %1. Nothing was saved.</source>
        <translation>Otra persona también ha cambiado esto: %1. No se ha guardado nada.</translation>
    </message>
    <message>
        <source>The relay did not accept “%1”.</source>
        <translation>El servidor no aceptó «%1».</translation>
    </message>
    <message>
        <source>Last changed by %1, %2</source>
        <translation>Último cambio de %1, %2</translation>
    </message>
</context>
<context>
    <name>RuleCards</name>
    <message>
        <source>General questions</source>
        <translation>Preguntas generales</translation>
    </message>
    <message>
        <source>Orders and payment</source>
        <translation>Pedidos y pago</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Añadir una regla</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Add a word or phrase; paste many with commas or lines</source>
        <translation>Añade una palabra o frase; pega varias con comas o líneas</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>Regla %1</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Va a</translation>
    </message>
    <message>
        <source>What it is about then</source>
        <translation>De qué trata entonces</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Mover arriba</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>HealthBar</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>Detalles: %1</translation>
    </message>
</context>
</TS>
