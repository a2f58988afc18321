<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AvailabilityButton</name>
    <message>
        <source>Availability</source>
        <translation>Disponibilidad</translation>
    </message>
    <message>
        <source>Availability (%1)</source>
        <translation>Disponibilidad (%1)</translation>
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
    <name>BusNotifier</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
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
        <source>Send (Enter)</source>
        <translation>Enviar (Intro)</translation>
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
        <source>Enter sends · Shift+Enter makes a new line</source>
        <translation>Intro envía · Mayús+Intro hace una línea nueva</translation>
    </message>
    <message>
        <source>Offline: your messages are kept and sent later</source>
        <translation>Sin conexión: tus mensajes se guardan y se envían después</translation>
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
        <source>Resolve (%1)</source>
        <translation>Resolver (%1)</translation>
    </message>
    <message>
        <source>Customer and summary</source>
        <translation>Cliente y resumen</translation>
    </message>
    <message>
        <source>Customer and summary (%1)</source>
        <translation>Cliente y resumen (%1)</translation>
    </message>
    <message>
        <source>Claiming…</source>
        <translation>Atendiendo…</translation>
    </message>
    <message>
        <source>Claim (%1)</source>
        <translation>Atender (%1)</translation>
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
</context>
<context>
    <name>ConversationPage</name>
    <message>
        <source>All quiet</source>
        <translation>Todo en calma</translation>
    </message>
    <message>
        <source>Nobody is waiting for a person. New requests appear on the left.</source>
        <translation>Nadie espera a una persona. Las nuevas solicitudes aparecen a la izquierda.</translation>
    </message>
    <message>
        <source>No conversation is open</source>
        <translation>Ninguna conversación abierta</translation>
    </message>
    <message>
        <source>Choose somebody who waits, or one of your conversations. Ctrl+1 goes to the queue.</source>
        <translation>Elige a alguien que espera o una de tus conversaciones. Ctrl+1 va a la cola.</translation>
    </message>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 está escribiendo…</translation>
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
        <source>This contact was erased. Nothing of them is kept here.</source>
        <translation>Este contacto fue borrado. Aquí no se guarda nada de esa persona.</translation>
    </message>
    <message>
        <source>This conversation is closed.</source>
        <translation>Esta conversación está cerrada.</translation>
    </message>
</context>
<context>
    <name>ConversationsDelegate</name>
    <message>
        <source>Resolving…</source>
        <translation>Resolviendo…</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Tú: %1</translation>
    </message>
    <message>
        <source>Bot: %1</source>
        <translation>Bot: %1</translation>
    </message>
</context>
<context>
    <name>Courier</name>
    <message>
        <source>The connection was lost; the claim was not made.</source>
        <translation>Se perdió la conexión; la conversación no quedó asignada.</translation>
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
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>The conversation is over.</source>
        <translation>La conversación ha terminado.</translation>
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
        <source>%1 was faster and has this conversation.</source>
        <translation>%1 fue más rápido y tiene esta conversación.</translation>
    </message>
    <message>
        <source>The copy on this computer cannot be written, so what you see may be out of date. Free some disk space; Relevo tries again by itself.</source>
        <translation>No se puede escribir la copia de este equipo, así que lo que ves puede no estar al día. Libera espacio en el disco; Relevo lo intenta de nuevo por sí mismo.</translation>
    </message>
    <message>
        <source>There is no connection to the relay. Claim it when the connection is back.</source>
        <translation>No hay conexión con el servidor. Atiéndela cuando vuelva la conexión.</translation>
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
        <translation>Se le ofrece atender a %1</translation>
    </message>
    <message>
        <source>Time runs short for %1</source>
        <translation>Se acaba el tiempo para responder a %1</translation>
    </message>
</context>
<context>
    <name>LeftColumn</name>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Nadie espera</translation>
    </message>
    <message>
        <source>When a customer asks for a person, they appear here and you are notified.</source>
        <translation>Cuando un cliente pida hablar con una persona, aparecerá aquí y te avisaremos.</translation>
    </message>
    <message>
        <source>My conversations</source>
        <translation>Mis conversaciones</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Aún no hay conversaciones</translation>
    </message>
    <message>
        <source>Claim somebody who waits, and the conversation is yours.</source>
        <translation>Atiende a alguien que espera y la conversación será tuya.</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menú (F10)</translation>
    </message>
</context>
<context>
    <name>Link</name>
    <message>
        <source>The relay speaks another version of the protocol.</source>
        <translation>El servidor habla otra versión del protocolo.</translation>
    </message>
    <message>
        <source>The relay gave an answer that makes no sense.</source>
        <translation>El servidor dio una respuesta sin sentido.</translation>
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
        <source>This account may not use this desk.</source>
        <translation>Esta cuenta no puede usar esta mesa de atención.</translation>
    </message>
    <message>
        <source>This desk was opened elsewhere.</source>
        <translation>Tu mesa de atención se abrió en otro lugar.</translation>
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
        <source>The address %1 is not known.</source>
        <translation>La dirección %1 no se conoce.</translation>
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
        <translation>Usarla aquí</translation>
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
        <source>Offline – retrying in %1 s; messages are kept and sent later</source>
        <translation>Sin conexión: nuevo intento en %1 s; los mensajes se guardan y se envían después</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>Tu sesión ha terminado. Inicia sesión de nuevo.</translation>
    </message>
    <message>
        <source>You may not use this desk. Ask your administrator.</source>
        <translation>No puedes usar esta mesa de atención. Pregunta a tu administrador.</translation>
    </message>
    <message>
        <source>Your desk was opened elsewhere.</source>
        <translation>Tu mesa de atención se abrió en otro lugar.</translation>
    </message>
    <message>
        <source>This version is too old for the relay. Update Relevo.</source>
        <translation>Esta versión es demasiado antigua para el servidor. Actualiza Relevo.</translation>
    </message>
</context>
<context>
    <name>Login</name>
    <message>
        <source>The connection to %1 cannot be trusted.</source>
        <translation>La conexión con %1 no es de confianza.</translation>
    </message>
    <message>
        <source>The address %1 is not known.</source>
        <translation>La dirección %1 no se conoce.</translation>
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
        <source>Check the address, your network and whether the relay runs.</source>
        <translation>Revisa la dirección, tu red y que el servidor esté en marcha.</translation>
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
        <source>This is no web address. Enter it as your administrator gave it to you.</source>
        <translation>Esto no es una dirección web. Escríbela tal como te la dio tu administrador.</translation>
    </message>
    <message>
        <source>Relevo is already running with this profile.</source>
        <translation>Relevo ya está abierto con este perfil.</translation>
    </message>
    <message>
        <source>The local copy on this computer cannot be opened. See that there is free disk space.</source>
        <translation>No se puede abrir la copia local de este equipo. Comprueba que haya espacio libre en el disco.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clara</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscura</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>MessageDelegate</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>Pendiente de envío</translation>
    </message>
    <message>
        <source>Handed over · %1</source>
        <translation>Relevo · %1</translation>
    </message>
    <message>
        <source>%1 · Private note</source>
        <translation>%1 · Nota privada</translation>
    </message>
</context>
<context>
    <name>QueueDelegate</name>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
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
        <source>What was the matter, and how was it solved? Only your team reads this.</source>
        <translation>¿Qué ocurría y cómo se resolvió? Solo lo lee tu equipo.</translation>
    </message>
    <message>
        <source>The bot answers the customer&apos;s next message. Otherwise the conversation is closed.</source>
        <translation>El bot responde al próximo mensaje del cliente. Si no, la conversación se cierra.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Resolve (%1)</source>
        <translation>Resolver (%1)</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The relay gave an answer that makes no sense.</source>
        <translation>El servidor dio una respuesta sin sentido.</translation>
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
        <source>Claim it when the connection is back.</source>
        <translation>Atiéndela cuando vuelva la conexión.</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>El texto es demasiado largo.</translation>
    </message>
    <message>
        <source>Send it in several messages.</source>
        <translation>Envíalo en varios mensajes.</translation>
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
        <translation>molesto</translation>
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
        <source>made offline</source>
        <translation>hecho en local</translation>
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
        <source>Open link</source>
        <translation>Abrir enlace</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
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
    <name>relevo::client</name>
    <message>
        <source>This is not an address of a relay.</source>
        <translation>Esto no es la dirección de un servidor.</translation>
    </message>
    <message>
        <source>Write it like desk.example.com.</source>
        <translation>Escríbela como mesa.ejemplo.com.</translation>
    </message>
</context>
<context>
    <name>relevo::desktop</name>
    <message>
        <source>The desk where humans take over from bots.</source>
        <translation>La mesa donde las personas toman el relevo de los bots.</translation>
    </message>
    <message>
        <source>The relay&apos;s address.</source>
        <translation>La dirección del servidor.</translation>
    </message>
    <message>
        <source>Keeps settings, session and local copy apart from other profiles.</source>
        <translation>Mantiene ajustes, sesión y copia local aparte de otros perfiles.</translation>
    </message>
    <message>
        <source>Signs in as the demo project&apos;s first agent.</source>
        <translation>Inicia sesión como el primer agente del proyecto de demostración.</translation>
    </message>
    <message>
        <source>Opens this handoff in the running desk.</source>
        <translation>Abre este relevo en la mesa que está en marcha.</translation>
    </message>
    <message>
        <source>Not understood: %1</source>
        <translation>No se entiende: %1</translation>
    </message>
    <message>
        <source>A profile&apos;s name has letters, digits, - and _ only.</source>
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
        <source>Relevo goes on in the tray</source>
        <translation>Relevo sigue en la bandeja</translation>
    </message>
    <message>
        <source>You are still notified of waiting customers. Quit it from its menu there.</source>
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
        <translation>Derivada por el bot</translation>
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
        <source>On its way</source>
        <translation>En camino</translation>
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
        <source>Bot</source>
        <translation>Bot</translation>
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
        <source>You may not do this. Ask your administrator.</source>
        <translation>No tienes permiso para esto. Pregunta a tu administrador.</translation>
    </message>
    <message>
        <source>The conversation is over.</source>
        <translation>La conversación ha terminado.</translation>
    </message>
    <message>
        <source>Somebody else was faster and has this conversation.</source>
        <translation>Otra persona fue más rápida y tiene esta conversación.</translation>
    </message>
    <message>
        <source>Somebody else has this conversation now.</source>
        <translation>Ahora otra persona tiene esta conversación.</translation>
    </message>
    <message>
        <source>The conversation has changed meanwhile. Look at it again.</source>
        <translation>La conversación ha cambiado mientras tanto. Vuelve a mirarla.</translation>
    </message>
    <message>
        <source>This channel takes no more messages until the customer writes again.</source>
        <translation>Este canal no admite más mensajes hasta que el cliente vuelva a escribir.</translation>
    </message>
    <message>
        <source>That was too much at once. Wait a little and try again.</source>
        <translation>Fue demasiado de una vez. Espera un poco y vuelve a intentarlo.</translation>
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
        <translation>Relevo: %1</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Pendiente de envío</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
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
        <source>Resolve the conversation</source>
        <translation>Resolver la conversación</translation>
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
        <source>Show this list</source>
        <translation>Mostrar esta lista</translation>
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
        <source>In the queue: claim</source>
        <translation>En la cola: atender</translation>
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
</context>
</TS>
