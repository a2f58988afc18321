<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>AvailabilityButton</name>
    <message>
        <source>Availability</source>
        <translation>Disponibilidade</translation>
    </message>
    <message>
        <source>Availability (%1)</source>
        <translation>Disponibilidade (%1)</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Fechar o aviso</translation>
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
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Enter the six digits that your authenticator app shows, or one of your recovery codes.</source>
        <translation>Digite os seis dígitos que seu aplicativo autenticador mostra, ou um dos seus códigos de recuperação.</translation>
    </message>
    <message>
        <source>Confirm that it is you</source>
        <translation>Confirme que é você</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Entrando…</translation>
    </message>
    <message>
        <source>Enter the code.</source>
        <translation>Digite o código.</translation>
    </message>
    <message>
        <source>The code of the app has six digits.</source>
        <translation>O código do aplicativo tem seis dígitos.</translation>
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
        <translation>Mensagem</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Enviar (Enter)</translation>
    </message>
    <message>
        <source>Write a message…</source>
        <translation>Escreva uma mensagem…</translation>
    </message>
    <message>
        <source>Write a message; it is sent when the connection is back…</source>
        <translation>Escreva uma mensagem; será enviada quando a conexão voltar…</translation>
    </message>
    <message>
        <source>Too long to send as one message</source>
        <translation>Longo demais para uma só mensagem</translation>
    </message>
    <message>
        <source>Enter sends · Shift+Enter makes a new line</source>
        <translation>Enter envia · Shift+Enter faz uma nova linha</translation>
    </message>
    <message>
        <source>Offline: your messages are kept and sent later</source>
        <translation>Sem conexão: suas mensagens são guardadas e enviadas depois</translation>
    </message>
</context>
<context>
    <name>ConversationHeader</name>
    <message>
        <source>Claim</source>
        <translation>Assumir</translation>
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
        <translation>Cliente e resumo</translation>
    </message>
    <message>
        <source>Customer and summary (%1)</source>
        <translation>Cliente e resumo (%1)</translation>
    </message>
    <message>
        <source>Claiming…</source>
        <translation>Assumindo…</translation>
    </message>
    <message>
        <source>Claim (%1)</source>
        <translation>Assumir (%1)</translation>
    </message>
    <message>
        <source>Claiming needs a connection to the relay</source>
        <translation>Para assumir é preciso ter conexão com o servidor</translation>
    </message>
    <message>
        <source>Waiting %1</source>
        <translation>Espera há %1</translation>
    </message>
    <message>
        <source>With you</source>
        <translation>Com você</translation>
    </message>
    <message>
        <source>Resolving…</source>
        <translation>Resolvendo…</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Com %1</translation>
    </message>
    <message>
        <source>With the bot</source>
        <translation>Com o bot</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Encerrada</translation>
    </message>
</context>
<context>
    <name>ConversationPage</name>
    <message>
        <source>All quiet</source>
        <translation>Tudo calmo</translation>
    </message>
    <message>
        <source>Nobody is waiting for a person. New requests appear on the left.</source>
        <translation>Ninguém espera por uma pessoa. Os novos pedidos aparecem à esquerda.</translation>
    </message>
    <message>
        <source>No conversation is open</source>
        <translation>Nenhuma conversa aberta</translation>
    </message>
    <message>
        <source>Choose somebody who waits, or one of your conversations. Ctrl+1 goes to the queue.</source>
        <translation>Escolha alguém que espera ou uma das suas conversas. Ctrl+1 vai para a fila.</translation>
    </message>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 está digitando…</translation>
    </message>
    <message>
        <source>Claim this conversation to answer. Until then the customer is told to wait.</source>
        <translation>Assuma esta conversa para responder. Até lá, pede-se ao cliente que espere.</translation>
    </message>
    <message>
        <source>You can claim this conversation when the connection is back.</source>
        <translation>Você poderá assumir esta conversa quando a conexão voltar.</translation>
    </message>
    <message>
        <source>%1 has this conversation.</source>
        <translation>%1 está com esta conversa.</translation>
    </message>
    <message>
        <source>The bot has this conversation.</source>
        <translation>O bot está com esta conversa.</translation>
    </message>
    <message>
        <source>This contact was erased. Nothing of them is kept here.</source>
        <translation>Este contato foi apagado. Nada dessa pessoa fica guardado aqui.</translation>
    </message>
    <message>
        <source>This conversation is closed.</source>
        <translation>Esta conversa está encerrada.</translation>
    </message>
</context>
<context>
    <name>ConversationsDelegate</name>
    <message>
        <source>Resolving…</source>
        <translation>Resolvendo…</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Você: %1</translation>
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
        <translation>A conexão caiu; a conversa não foi assumida.</translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message>
        <source>Customer and summary</source>
        <translation>Cliente e resumo</translation>
    </message>
    <message>
        <source>The summary is being made…</source>
        <translation>O resumo está sendo preparado…</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefone</translation>
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
        <translation>A conversa terminou.</translation>
    </message>
</context>
<context>
    <name>DeskController</name>
    <message>
        <source>The local copy was damaged and is being fetched again. The damaged file is kept as %1.</source>
        <translation>A cópia local estava danificada e está sendo baixada de novo. O arquivo danificado fica guardado como %1.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>Sua sessão terminou. Entre de novo.</translation>
    </message>
    <message>
        <source>There is no system keychain here, so you stay signed in only until you close Relevo.</source>
        <translation>Não há um chaveiro do sistema aqui, então a sessão dura só até você fechar o Relevo.</translation>
    </message>
    <message>
        <source>%1 was faster and has this conversation.</source>
        <translation>%1 foi mais rápido e está com esta conversa.</translation>
    </message>
    <message>
        <source>The copy on this computer cannot be written, so what you see may be out of date. Free some disk space; Relevo tries again by itself.</source>
        <translation>Não é possível gravar a cópia deste computador, então o que você vê pode estar desatualizado. Libere espaço em disco; o Relevo tenta de novo sozinho.</translation>
    </message>
    <message>
        <source>There is no connection to the relay. Claim it when the connection is back.</source>
        <translation>Não há conexão com o servidor. Assuma quando a conexão voltar.</translation>
    </message>
</context>
<context>
    <name>DeskNotices</name>
    <message>
        <source>%1 priority</source>
        <translation>Prioridade: %1</translation>
    </message>
    <message>
        <source>%1 is waiting</source>
        <translation>%1 está esperando</translation>
    </message>
    <message numerus="yes">
        <source>%n more customer(s) waiting</source>
        <translation>
            <numerusform>Mais %n cliente em espera</numerusform>
            <numerusform>Mais %n clientes em espera</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is waiting again</source>
        <translation>%1 está esperando de novo</translation>
    </message>
    <message>
        <source>%1 still waits for an answer</source>
        <translation>%1 ainda espera uma resposta</translation>
    </message>
    <message>
        <source>%1 is offered to you</source>
        <translation>%1 foi oferecido a você</translation>
    </message>
    <message>
        <source>Time runs short for %1</source>
        <translation>O tempo para responder a %1 está acabando</translation>
    </message>
</context>
<context>
    <name>LeftColumn</name>
    <message>
        <source>Waiting</source>
        <translation>Em espera</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Ninguém espera</translation>
    </message>
    <message>
        <source>When a customer asks for a person, they appear here and you are notified.</source>
        <translation>Quando um cliente pedir para falar com uma pessoa, ele aparece aqui e você é avisado.</translation>
    </message>
    <message>
        <source>My conversations</source>
        <translation>Minhas conversas</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Ainda não há conversas</translation>
    </message>
    <message>
        <source>Claim somebody who waits, and the conversation is yours.</source>
        <translation>Assuma alguém que espera e a conversa será sua.</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menu (F10)</translation>
    </message>
</context>
<context>
    <name>Link</name>
    <message>
        <source>The relay speaks another version of the protocol.</source>
        <translation>O servidor usa outra versão do protocolo.</translation>
    </message>
    <message>
        <source>The relay gave an answer that makes no sense.</source>
        <translation>O servidor deu uma resposta sem sentido.</translation>
    </message>
    <message>
        <source>There is no connection to the relay.</source>
        <translation>Não há conexão com o servidor.</translation>
    </message>
    <message>
        <source>The relay does not answer.</source>
        <translation>O servidor não responde.</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>A conexão caiu.</translation>
    </message>
    <message>
        <source>The relay did not answer in time.</source>
        <translation>O servidor não respondeu a tempo.</translation>
    </message>
    <message>
        <source>Your session has ended.</source>
        <translation>Sua sessão terminou.</translation>
    </message>
    <message>
        <source>This account may not use this desk.</source>
        <translation>Esta conta não pode usar esta central de atendimento.</translation>
    </message>
    <message>
        <source>This desk was opened elsewhere.</source>
        <translation>Sua central de atendimento foi aberta em outro lugar.</translation>
    </message>
    <message>
        <source>This version is too old for the relay.</source>
        <translation>Esta versão é antiga demais para o servidor.</translation>
    </message>
    <message>
        <source>Nothing answers at %1.</source>
        <translation>Nada responde em %1.</translation>
    </message>
    <message>
        <source>The address %1 is not known.</source>
        <translation>O endereço %1 não é conhecido.</translation>
    </message>
    <message>
        <source>The connection to %1 cannot be trusted: %2</source>
        <translation>A conexão com %1 não é confiável: %2</translation>
    </message>
</context>
<context>
    <name>LinkBar</name>
    <message>
        <source>Try now</source>
        <translation>Tentar agora</translation>
    </message>
    <message>
        <source>Use it here</source>
        <translation>Usar aqui</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Sessão encerrada</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Catching up…</source>
        <translation>Atualizando…</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Offline – retrying in %1 s; messages are kept and sent later</source>
        <translation>Sem conexão – nova tentativa em %1 s; as mensagens ficam guardadas e são enviadas depois</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>Sua sessão terminou. Entre de novo.</translation>
    </message>
    <message>
        <source>You may not use this desk. Ask your administrator.</source>
        <translation>Você não pode usar esta central de atendimento. Fale com seu administrador.</translation>
    </message>
    <message>
        <source>Your desk was opened elsewhere.</source>
        <translation>Sua central de atendimento foi aberta em outro lugar.</translation>
    </message>
    <message>
        <source>This version is too old for the relay. Update Relevo.</source>
        <translation>Esta versão é antiga demais para o servidor. Atualize o Relevo.</translation>
    </message>
</context>
<context>
    <name>Login</name>
    <message>
        <source>The connection to %1 cannot be trusted.</source>
        <translation>A conexão com %1 não é confiável.</translation>
    </message>
    <message>
        <source>The address %1 is not known.</source>
        <translation>O endereço %1 não é conhecido.</translation>
    </message>
    <message>
        <source>Check the spelling and your network.</source>
        <translation>Confira o endereço e a sua rede.</translation>
    </message>
    <message>
        <source>What answers at %1 is not a Relevo relay.</source>
        <translation>O que responde em %1 não é um servidor do Relevo.</translation>
    </message>
    <message>
        <source>Nothing answers at %1.</source>
        <translation>Nada responde em %1.</translation>
    </message>
    <message>
        <source>Check the address, your network and whether the relay runs.</source>
        <translation>Confira o endereço, a sua rede e se o servidor está em execução.</translation>
    </message>
    <message>
        <source>Too many attempts.</source>
        <translation>Tentativas demais.</translation>
    </message>
    <message>
        <source>Wait a little and try again.</source>
        <translation>Espere um pouco e tente de novo.</translation>
    </message>
    <message>
        <source>Wait %1 seconds and try again.</source>
        <translation>Espere %1 segundos e tente de novo.</translation>
    </message>
    <message>
        <source>The e-mail address or the password is wrong.</source>
        <translation>O e-mail ou a senha está errado.</translation>
    </message>
    <message>
        <source>Check the address; it answered with status %1.</source>
        <translation>Confira o endereço; ele respondeu com o status %1.</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n minute(s) and try again.</source>
        <translation>
            <numerusform>Espere %n minuto e tente de novo.</numerusform>
            <numerusform>Espere %n minutos e tente de novo.</numerusform>
        </translation>
    </message>
    <message>
        <source>The code of your second factor is needed.</source>
        <translation>É preciso o código do seu segundo fator.</translation>
    </message>
    <message>
        <source>The code is wrong, or was used before.</source>
        <translation>O código está errado ou já foi usado.</translation>
    </message>
    <message>
        <source>Each code counts once. Wait for the next one and try again.</source>
        <translation>Cada código vale uma só vez. Espere o próximo e tente de novo.</translation>
    </message>
    <message>
        <source>Your account needs a second factor before you can work with it.</source>
        <translation>Sua conta precisa de um segundo fator antes que você possa trabalhar com ela.</translation>
    </message>
    <message>
        <source>Ask an administrator how to set it up.</source>
        <translation>Pergunte a um administrador como configurá-lo.</translation>
    </message>
</context>
<context>
    <name>LoginPage</name>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Sign in to Relevo</source>
        <translation>Entrar no Relevo</translation>
    </message>
    <message>
        <source>Relay address</source>
        <translation>Endereço do servidor</translation>
    </message>
    <message>
        <source>desk.example.com</source>
        <comment>An example of a relay&apos;s address</comment>
        <translation>central.exemplo.com</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Senha</translation>
    </message>
    <message>
        <source>There is no system keychain here. You stay signed in until you close Relevo.</source>
        <translation>Não há um chaveiro do sistema aqui. A sessão dura até você fechar o Relevo.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Entrando…</translation>
    </message>
    <message>
        <source>Where your team takes over from bots.</source>
        <translation>Onde sua equipe assume o lugar dos bots.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Digite sua senha.</translation>
    </message>
    <message>
        <source>Enter the e-mail address of your account.</source>
        <translation>Digite o e-mail da sua conta.</translation>
    </message>
    <message>
        <source>Enter the address your administrator gave you.</source>
        <translation>Digite o endereço que seu administrador lhe deu.</translation>
    </message>
    <message>
        <source>This is no web address. Enter it as your administrator gave it to you.</source>
        <translation>Isto não é um endereço web. Digite-o como seu administrador lhe passou.</translation>
    </message>
    <message>
        <source>Relevo is already running with this profile.</source>
        <translation>O Relevo já está aberto com este perfil.</translation>
    </message>
    <message>
        <source>The local copy on this computer cannot be opened. See that there is free disk space.</source>
        <translation>Não é possível abrir a cópia local deste computador. Verifique se há espaço livre em disco.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Appearance</source>
        <translation>Aparência</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clara</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escura</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sair da conta</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Sair</translation>
    </message>
</context>
<context>
    <name>MessageDelegate</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>Aguardando envio</translation>
    </message>
    <message>
        <source>Handed over · %1</source>
        <translation>Transferida · %1</translation>
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
        <translation>Tíquete</translation>
    </message>
</context>
<context>
    <name>ResolveDialog</name>
    <message>
        <source>Hand back to the bot</source>
        <translation>Devolver ao bot</translation>
    </message>
    <message>
        <source>Resolve conversation</source>
        <translation>Resolver conversa</translation>
    </message>
    <message>
        <source>Resolve the conversation with %1</source>
        <translation>Resolver a conversa com %1</translation>
    </message>
    <message>
        <source>The customer sees a closing message.</source>
        <translation>O cliente vê uma mensagem de encerramento.</translation>
    </message>
    <message>
        <source>Resolution notes</source>
        <translation>Notas da resolução</translation>
    </message>
    <message>
        <source>What was the matter, and how was it solved? Only your team reads this.</source>
        <translation>O que houve e como foi resolvido? Só a sua equipe lê isto.</translation>
    </message>
    <message>
        <source>The bot answers the customer&apos;s next message. Otherwise the conversation is closed.</source>
        <translation>O bot responde à próxima mensagem do cliente. Caso contrário, a conversa é encerrada.</translation>
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
        <translation>O servidor deu uma resposta sem sentido.</translation>
    </message>
    <message>
        <source>Something was lost on the way.</source>
        <translation>Algo se perdeu no caminho.</translation>
    </message>
    <message>
        <source>The local copy cannot be written.</source>
        <translation>Não é possível gravar a cópia local.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Ninguém entrou na conta.</translation>
    </message>
    <message>
        <source>There is no connection to the relay.</source>
        <translation>Não há conexão com o servidor.</translation>
    </message>
    <message>
        <source>Claim it when the connection is back.</source>
        <translation>Assuma quando a conexão voltar.</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>O texto é longo demais.</translation>
    </message>
    <message>
        <source>Send it in several messages.</source>
        <translation>Envie em várias mensagens.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
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
        <translation>Valor</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefone</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produto</translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>Rastreio</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referência</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transação</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pagamento</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Cartão</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>frustrated</source>
        <translation>frustrado</translation>
    </message>
    <message>
        <source>friendly</source>
        <translation>simpático</translation>
    </message>
    <message>
        <source>Name unknown</source>
        <translation>Nome desconhecido</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n mensagem</numerusform>
            <numerusform>%n mensagens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) in %1</source>
        <translation>
            <numerusform>%n mensagem em %1</numerusform>
            <numerusform>%n mensagens em %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quem</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Assunto</translation>
    </message>
    <message>
        <source>The bot tried</source>
        <translation>O bot tentou</translation>
    </message>
    <message>
        <source>Why it came here</source>
        <translation>Por que chegou aqui</translation>
    </message>
    <message>
        <source>Open question</source>
        <translation>Pergunta em aberto</translation>
    </message>
    <message>
        <source>AI summary</source>
        <translation>Resumo de IA</translation>
    </message>
    <message>
        <source>made offline</source>
        <translation>feito offline</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>por %1</translation>
    </message>
    <message>
        <source>⚠ The customer has written since. Read the newest messages.</source>
        <translation>⚠ O cliente escreveu depois. Leia as mensagens mais recentes.</translation>
    </message>
    <message>
        <source>Stated by the customer</source>
        <translation>Dito pelo cliente</translation>
    </message>
    <message>
        <source>Suggested next step</source>
        <translation>Próximo passo sugerido</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Conversation</source>
        <translation>Conversa</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nova</numerusform>
            <numerusform>%n novas</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Mais recentes</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copiar texto</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Abrir link</translation>
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
        <translation>Disponibilidade</translation>
    </message>
    <message>
        <source>Open Relevo</source>
        <translation>Abrir o Relevo</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Sair</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n em espera</numerusform>
            <numerusform>%n em espera</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Ninguém espera</translation>
    </message>
    <message numerus="yes">
        <source>Relevo: %n waiting</source>
        <translation>
            <numerusform>Relevo: %n em espera</numerusform>
            <numerusform>Relevo: %n em espera</numerusform>
        </translation>
    </message>
    <message>
        <source>Relevo: nobody is waiting</source>
        <translation>Relevo: ninguém espera</translation>
    </message>
</context>
<context>
    <name>UnsentText</name>
    <message>
        <source>Not sent</source>
        <translation>Não enviado</translation>
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
        <translation>Isto não é um endereço de servidor.</translation>
    </message>
    <message>
        <source>Write it like desk.example.com.</source>
        <translation>Escreva como central.exemplo.com.</translation>
    </message>
</context>
<context>
    <name>relevo::desktop</name>
    <message>
        <source>The desk where humans take over from bots.</source>
        <translation>A central onde as pessoas assumem o lugar dos bots.</translation>
    </message>
    <message>
        <source>The relay&apos;s address.</source>
        <translation>O endereço do servidor.</translation>
    </message>
    <message>
        <source>Keeps settings, session and local copy apart from other profiles.</source>
        <translation>Mantém configurações, sessão e cópia local separadas de outros perfis.</translation>
    </message>
    <message>
        <source>Signs in as the demo project&apos;s first agent.</source>
        <translation>Entra como o primeiro agente do projeto de demonstração.</translation>
    </message>
    <message>
        <source>Opens this handoff in the running desk.</source>
        <translation>Abre esta transferência na central em execução.</translation>
    </message>
    <message>
        <source>Not understood: %1</source>
        <translation>Não foi entendido: %1</translation>
    </message>
    <message>
        <source>A profile&apos;s name has letters, digits, - and _ only.</source>
        <translation>O nome de um perfil só tem letras, números, - e _.</translation>
    </message>
    <message>
        <source>RELEVO_DEMO_FILE names no file to read.</source>
        <translation>RELEVO_DEMO_FILE não indica um arquivo legível.</translation>
    </message>
    <message>
        <source>The demo file has no agent in it.</source>
        <translation>O arquivo de demonstração não contém nenhum agente.</translation>
    </message>
    <message>
        <source>Relevo goes on in the tray</source>
        <translation>O Relevo continua na bandeja</translation>
    </message>
    <message>
        <source>You are still notified of waiting customers. Quit it from its menu there.</source>
        <translation>Você continua sendo avisado dos clientes em espera. Para sair, use o menu dele ali.</translation>
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
        <translation>Baixa</translation>
    </message>
    <message>
        <source>Asked for a human</source>
        <translation>Pediu uma pessoa</translation>
    </message>
    <message>
        <source>Frustrated</source>
        <translation>Frustração</translation>
    </message>
    <message>
        <source>The bot could not help</source>
        <translation>O bot não conseguiu ajudar</translation>
    </message>
    <message>
        <source>Handed over by the bot</source>
        <translation>Transferida pelo bot</translation>
    </message>
    <message>
        <source>Sensitive matter</source>
        <translation>Assunto delicado</translation>
    </message>
    <message>
        <source>Urgent matter</source>
        <translation>Assunto urgente</translation>
    </message>
    <message>
        <source>Important customer</source>
        <translation>Cliente importante</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>A caminho</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviada</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregue</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lida</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Não entregue</translation>
    </message>
    <message>
        <source>Perhaps delivered</source>
        <translation>Talvez entregue</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Disponível</translation>
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
        <translation>Chat da web</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Bot</translation>
    </message>
    <message>
        <source>This was not accepted. Check it and try again.</source>
        <translation>Isto não foi aceito. Verifique e tente de novo.</translation>
    </message>
    <message>
        <source>You are not signed in. Sign in and try again.</source>
        <translation>Você não está conectado. Entre e tente de novo.</translation>
    </message>
    <message>
        <source>You may not do this. Ask your administrator.</source>
        <translation>Você não tem permissão para isto. Fale com seu administrador.</translation>
    </message>
    <message>
        <source>The conversation is over.</source>
        <translation>A conversa terminou.</translation>
    </message>
    <message>
        <source>Somebody else was faster and has this conversation.</source>
        <translation>Outra pessoa foi mais rápida e está com esta conversa.</translation>
    </message>
    <message>
        <source>Somebody else has this conversation now.</source>
        <translation>Agora outra pessoa está com esta conversa.</translation>
    </message>
    <message>
        <source>The conversation has changed meanwhile. Look at it again.</source>
        <translation>A conversa mudou nesse meio-tempo. Olhe-a de novo.</translation>
    </message>
    <message>
        <source>This channel takes no more messages until the customer writes again.</source>
        <translation>Este canal não aceita mais mensagens até o cliente escrever de novo.</translation>
    </message>
    <message>
        <source>That was too much at once. Wait a little and try again.</source>
        <translation>Foi demais de uma vez. Espere um pouco e tente de novo.</translation>
    </message>
    <message>
        <source>The text is too long. Send it in several messages.</source>
        <translation>O texto é longo demais. Envie-o em várias mensagens.</translation>
    </message>
    <message>
        <source>This cannot be done now. Try again in a moment.</source>
        <translation>Agora não é possível. Tente de novo daqui a pouco.</translation>
    </message>
    <message>
        <source>Something went wrong. If it happens again, tell your administrator.</source>
        <translation>Algo deu errado. Se acontecer de novo, avise seu administrador.</translation>
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
        <translation>Ninguém</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Você</translation>
    </message>
    <message>
        <source>Another agent</source>
        <translation>Outro agente</translation>
    </message>
</context>
<context>
    <name>relevo::models::MessagesModel</name>
    <message>
        <source>New messages</source>
        <translation>Novas mensagens</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Bot</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Você</translation>
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
        <translation>Prioridade: %1</translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>espera há %1</translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n mensagem não lida</numerusform>
            <numerusform>%n mensagens não lidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) waiting to be sent</source>
        <translation>
            <numerusform>%n mensagem aguardando envio</numerusform>
            <numerusform>%n mensagens aguardando envio</numerusform>
        </translation>
    </message>
    <message>
        <source>Resolving…</source>
        <translation>Resolvendo…</translation>
    </message>
    <message>
        <source>Handed over: %1</source>
        <translation>Transferida: %1</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Aguardando envio</translation>
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
        <translation>%1 de atraso</translation>
    </message>
    <message>
        <source>due in %1</source>
        <translation>vence em %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ontem</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>A day of this year, as QLocale writes it</comment>
        <translation>dddd, d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <translation>Ir para a fila</translation>
    </message>
    <message>
        <source>Go to my conversations</source>
        <translation>Ir para minhas conversas</translation>
    </message>
    <message>
        <source>Write an answer</source>
        <translation>Escrever uma resposta</translation>
    </message>
    <message>
        <source>Read the conversation</source>
        <translation>Ler a conversa</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Próximo painel</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Painel anterior</translation>
    </message>
    <message>
        <source>Claim the conversation</source>
        <translation>Assumir a conversa</translation>
    </message>
    <message>
        <source>Resolve the conversation</source>
        <translation>Resolver a conversa</translation>
    </message>
    <message>
        <source>Change my availability</source>
        <translation>Mudar minha disponibilidade</translation>
    </message>
    <message>
        <source>Show or hide customer and summary</source>
        <translation>Mostrar ou ocultar cliente e resumo</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>Abrir o menu</translation>
    </message>
    <message>
        <source>Show this list</source>
        <translation>Mostrar esta lista</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>In a list: look at another conversation</source>
        <translation>Em uma lista: ver outra conversa</translation>
    </message>
    <message>
        <source>In a list: go into the conversation</source>
        <translation>Em uma lista: entrar na conversa</translation>
    </message>
    <message>
        <source>In the queue: claim</source>
        <translation>Na fila: assumir</translation>
    </message>
    <message>
        <source>While writing: send</source>
        <translation>Ao escrever: enviar</translation>
    </message>
    <message>
        <source>While writing: new line</source>
        <translation>Ao escrever: nova linha</translation>
    </message>
    <message>
        <source>While writing: back to the list</source>
        <translation>Ao escrever: voltar para a lista</translation>
    </message>
    <message>
        <source>In the conversation: copy the message</source>
        <translation>Na conversa: copiar a mensagem</translation>
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
            <numerusform>%n dia</numerusform>
            <numerusform>%n dias</numerusform>
        </translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>Nota privada</translation>
    </message>
</context>
</TS>
