<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>AccountPage</name>
    <message>
        <source>Account</source>
        <translation>Conta</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Você</translation>
    </message>
    <message>
        <source>An administrator can change these.</source>
        <translation>Um administrador pode mudar estes dados.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projeto</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Função</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Senha</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Segundo fator</translation>
    </message>
    <message>
        <source>A code that changes every half minute, from an app on your phone, in addition to your password.</source>
        <translation>Um código que muda a cada meio minuto, de um aplicativo do seu celular, além da sua senha.</translation>
    </message>
    <message>
        <source>Signed in on</source>
        <translation>Sessões abertas</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sair da conta</translation>
    </message>
    <message>
        <source>Sign out of this device</source>
        <translation>Sair da conta neste dispositivo</translation>
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
        <translation>%1, sem conexão</translation>
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
        <translation>Conversas</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Why they get no customers</source>
        <translation>Por que não recebem clientes</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Aparência</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claras</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuras</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Cores</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamanho do texto</translation>
    </message>
    <message>
        <source>For everything in Relevo. 100 % is the size set in your system.</source>
        <translation>Para tudo no Relevo. 100 % é o tamanho do seu sistema.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Reduzir o movimento</translation>
    </message>
    <message>
        <source>Nothing moves by itself, and the text cursor does not blink.</source>
        <translation>Nada se move sozinho e o cursor não pisca.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Sends the message</source>
        <translation>Envia a mensagem</translation>
    </message>
    <message>
        <source>Starts a new line</source>
        <translation>Começa uma nova linha</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Escrita</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ctrl+Enter always sends.</source>
        <translation>Ctrl+Enter sempre envia.</translation>
    </message>
    <message>
        <source>Take a message back within</source>
        <translation>Desfazer o envio durante</translation>
    </message>
    <message>
        <source>Each message waits this long before it is sent, unless you write another.</source>
        <translation>Cada mensagem espera esse tempo antes de ser enviada, a não ser que você escreva outra.</translation>
    </message>
    <message>
        <source>Relevo uses this language after a restart. What you are writing is kept.</source>
        <translation>O Relevo usará este idioma depois de reiniciado. O que você está escrevendo fica guardado.</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Reiniciar agora</translation>
    </message>
    <message>
        <source>Check spelling</source>
        <translation>Verificar a ortografia</translation>
    </message>
    <message>
        <source>With the dictionaries on this computer, in the customer’s language.</source>
        <translation>Com os dicionários deste computador, no idioma do cliente.</translation>
    </message>
</context>
<context>
    <name>AttachmentOpener</name>
    <message>
        <source>Open %1?</source>
        <translation>Abrir %1?</translation>
    </message>
    <message>
        <source>A file of this kind can contain a program and do harm. Open it only if you expected it from this person. Saving it does not open it.</source>
        <translation>Um arquivo deste tipo pode conter um programa e causar danos. Abra-o somente se o esperava desta pessoa. Salvar não abre o arquivo.</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>Abrir mesmo assim</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Salvar como…</translation>
    </message>
    <message>
        <source>%1 could not be loaded</source>
        <translation>%1 não pôde ser carregado</translation>
    </message>
    <message>
        <source>No program opens %1</source>
        <translation>Nenhum programa abre %1</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Salvar como</translation>
    </message>
    <message>
        <source>%1 is saved</source>
        <translation>%1 foi salvo</translation>
    </message>
    <message>
        <source>%1 could not be saved</source>
        <translation>%1 não pôde ser salvo</translation>
    </message>
</context>
<context>
    <name>AttributeTable</name>
    <message>
        <source>Add a detail</source>
        <translation>Adicionar um dado</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Dados</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>O que é</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>This detail already exists.</source>
        <translation>Este dado já existe.</translation>
    </message>
</context>
<context>
    <name>AvailabilityButton</name>
    <message>
        <source>Availability</source>
        <translation>Disponibilidade</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sem conexão</translation>
    </message>
    <message>
        <source>You are not connected. Unless you are signed in elsewhere, others see you as away, and your conversations go back to the queue after a while. Once reconnected, you are again: %1.</source>
        <translation>Você está sem conexão. A menos que tenha entrado em outro lugar, os outros veem você como ausente, e suas conversas voltam para a fila depois de um tempo. Ao reconectar, você volta a estar: %1.</translation>
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
    <name>BlockedBar</name>
    <message>
        <source>This customer is blocked. What they write is kept here, and nobody is alerted.</source>
        <translation>Este cliente está bloqueado. O que ele escreve fica guardado aqui e não chama ninguém.</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Unblock this customer</source>
        <translation>Desbloquear este cliente</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Claim</source>
        <translation>Assumir</translation>
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
        <translation>Adiar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Claim the selected conversations</source>
        <translation>Assumir as conversas selecionadas</translation>
    </message>
    <message>
        <source>Transfer the selected conversations</source>
        <translation>Transferir as conversas selecionadas</translation>
    </message>
    <message>
        <source>Resolve the selected conversations</source>
        <translation>Resolver as conversas selecionadas</translation>
    </message>
    <message>
        <source>Snooze the selected conversations</source>
        <translation>Adiar as conversas selecionadas</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selecionada</numerusform>
            <numerusform>%n selecionadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Limpar a seleção</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>%1 of %2…</source>
        <translation>%1 de %2…</translation>
    </message>
    <message numerus="yes">
        <source>%n refused:</source>
        <translation>
            <numerusform>%n recusada:</numerusform>
            <numerusform>%n recusadas:</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>e mais %n</numerusform>
            <numerusform>e mais %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Claim %n conversation(s)?</source>
        <translation>
            <numerusform>Assumir %n conversa?</numerusform>
            <numerusform>Assumir %n conversas?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Transfer %n conversation(s) to %1?</source>
        <translation>
            <numerusform>Transferir %n conversa para %1?</numerusform>
            <numerusform>Transferir %n conversas para %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolve %n conversation(s)? Their customers see a closing message.</source>
        <translation>
            <numerusform>Resolver %n conversa? O cliente verá uma mensagem de encerramento.</numerusform>
            <numerusform>Resolver %n conversas? Os clientes verão uma mensagem de encerramento.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Snooze %n conversation(s)?</source>
        <translation>
            <numerusform>Adiar %n conversa?</numerusform>
            <numerusform>Adiar %n conversas?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claimed</source>
        <translation>
            <numerusform>%n assumida</numerusform>
            <numerusform>%n assumidas</numerusform>
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
            <numerusform>%n resolvida</numerusform>
            <numerusform>%n resolvidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snoozed</source>
        <translation>
            <numerusform>%n adiada</numerusform>
            <numerusform>%n adiadas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>There is nobody else</source>
        <translation>Não há mais ninguém</translation>
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
        <translation>Até amanhã a esta hora</translation>
    </message>
</context>
<context>
    <name>BulkRun</name>
    <message>
        <source>It is over.</source>
        <translation>Já terminou.</translation>
    </message>
</context>
<context>
    <name>CannedForm</name>
    <message>
        <source>For everybody in the project</source>
        <translation>Para todo o projeto</translation>
    </message>
    <message>
        <source>Insert a variable</source>
        <translation>Inserir uma variável</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Prévia</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Atalho</translation>
    </message>
    <message>
        <source>Letters, digits, dots and hyphens. Type / and the shortcut in a message to find it.</source>
        <translation>Letras, números, pontos e hifens. Em uma mensagem, digite / e o atalho para encontrá-la.</translation>
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
        <translation>Variáveis</translation>
    </message>
    <message>
        <source>Replaced by what is known about the customer. If something is not known, the message waits until you fill it in.</source>
        <translation>São substituídas pelo que se sabe do cliente. Se faltar algo, a mensagem espera até que você complete.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Offered first when you answer in this language.</source>
        <translation>Oferecida primeiro a quem responde nele.</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Qualquer um</translation>
    </message>
    <message>
        <source>Up to 40 letters, digits, dots, hyphens or underscores, without spaces.</source>
        <translation>Até 40 letras, números, pontos, hifens ou sublinhados, sem espaços.</translation>
    </message>
    <message>
        <source>Enter the text.</source>
        <translation>Digite o texto.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>É longo demais.</translation>
    </message>
    <message>
        <source>Another response has this shortcut.</source>
        <translation>Outra resposta tem este atalho.</translation>
    </message>
</context>
<context>
    <name>CannedList</name>
    <message>
        <source>“%1” is not known here.</source>
        <translation>Aqui não se sabe “%1”.</translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation>Respostas prontas</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>O que será escrito</translation>
    </message>
</context>
<context>
    <name>CannedPage</name>
    <message>
        <source>No canned responses yet. They save you typing what you write every day.</source>
        <translation>Ainda não há respostas prontas. Elas poupam você de digitar o que escreve todos os dias.</translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation>Respostas prontas</translation>
    </message>
    <message>
        <source>Ready-made answers. In a message, type / and a few letters of one.</source>
        <translation>Respostas à mão. Em uma mensagem, digite / e algumas letras de uma.</translation>
    </message>
    <message>
        <source>Find a canned response</source>
        <translation>Buscar uma resposta pronta</translation>
    </message>
    <message>
        <source>Find by shortcut, title or text</source>
        <translation>Buscar por atalho, título ou texto</translation>
    </message>
    <message>
        <source>New response</source>
        <translation>Nova resposta</translation>
    </message>
    <message>
        <source>Shared by everybody: only supervisors and administrators can change it.</source>
        <translation>É de todos: só supervisão e administração podem alterá-la.</translation>
    </message>
    <message>
        <source>The canned response is not saved</source>
        <translation>A resposta pronta não foi salva</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Salvando…</translation>
    </message>
    <message>
        <source>Another response has this shortcut.</source>
        <translation>Outra resposta tem este atalho.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Salvo.</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 foi excluída.</translation>
    </message>
</context>
<context>
    <name>CertificateGuard</name>
    <message>
        <source>Valid from %1 to %2</source>
        <translation>Válido de %1 a %2</translation>
    </message>
    <message>
        <source>The certificate of %1 is self-signed: no authority vouches for it. Compare this fingerprint with the one your administrator gives you; if they differ, somebody may be listening.</source>
        <translation>O certificado de %1 é autoassinado: nenhuma autoridade responde por ele. Compare esta impressão digital com a que seu administrador lhe passar; se forem diferentes, alguém pode estar escutando.</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256):</source>
        <translation>Impressão digital (SHA-256):</translation>
    </message>
    <message>
        <source>%1 shows a different certificate from the one you trusted. Your administrator may have renewed it. If nobody told you so, do not continue: somebody may be listening.</source>
        <translation>%1 mostra um certificado diferente do que era confiável. Talvez seu administrador o tenha renovado. Se ninguém lhe disse isso, não prossiga: alguém pode estar escutando.</translation>
    </message>
    <message>
        <source>%1 shows a different certificate from the one you trusted, and %2 vouches for it. Your administrator may have switched to it. If nobody told you so, do not continue: somebody may be listening.</source>
        <translation>%1 mostra um certificado diferente do que era confiável, e %2 responde por ele. Talvez seu administrador tenha passado a usá-lo. Se ninguém lhe disse isso, não prossiga: alguém pode estar escutando.</translation>
    </message>
    <message>
        <source>an authority</source>
        <translation>uma autoridade</translation>
    </message>
    <message>
        <source>Trusted until now (SHA-256):</source>
        <translation>Confiável até agora (SHA-256):</translation>
    </message>
    <message>
        <source>Shown now (SHA-256):</source>
        <translation>Mostrado agora (SHA-256):</translation>
    </message>
    <message>
        <source>This relay’s certificate is self-signed</source>
        <translation>O certificado deste servidor é autoassinado</translation>
    </message>
    <message>
        <source>The relay’s certificate has changed</source>
        <translation>O certificado do servidor mudou</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>Confiar neste certificado</translation>
    </message>
    <message>
        <source>This relay is trusted now. Sign in again.</source>
        <translation>Agora este servidor é confiável. Entre de novo.</translation>
    </message>
</context>
<context>
    <name>CertificateProbe</name>
    <message>
        <source>The relay does not answer.</source>
        <translation>O servidor não responde.</translation>
    </message>
</context>
<context>
    <name>ChipsEdit</name>
    <message>
        <source>Add to: %1</source>
        <translation>Adicionar a: %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remover %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>Adicionar mais</translation>
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
    <name>CommandPalette</name>
    <message>
        <source>Nothing found</source>
        <translation>Nada encontrado</translation>
    </message>
    <message>
        <source>Try a name, a word from a conversation or an action.</source>
        <translation>Tente um nome, uma palavra de uma conversa ou uma ação.</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Buscar qualquer coisa</translation>
    </message>
    <message>
        <source>What do you want to do, or who are you looking for?</source>
        <translation>O que você quer fazer ou quem busca?</translation>
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
        <translation>Mensagem</translation>
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
        <source>Enter sends · Shift+Enter starts a new line</source>
        <translation>Enter envia · Shift+Enter começa uma linha</translation>
    </message>
    <message>
        <source>Offline: your messages are kept and sent later</source>
        <translation>Sem conexão: suas mensagens são guardadas e enviadas depois</translation>
    </message>
    <message>
        <source>Private note · only your team reads it</source>
        <translation>Nota privada · só a sua equipe lê</translation>
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
        <translation>Dizer de outro jeito</translation>
    </message>
    <message>
        <source>Rephrase: shorter, friendlier, in another language</source>
        <translation>Dizer de outro jeito: mais curto, mais gentil, em outro idioma</translation>
    </message>
    <message>
        <source>Shorter</source>
        <translation>Mais curto</translation>
    </message>
    <message>
        <source>Friendlier</source>
        <translation>Mais gentil</translation>
    </message>
    <message>
        <source>More formal</source>
        <translation>Mais formal</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Adicionar nota</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>Em %1</translation>
    </message>
    <message>
        <source>Write a note for your colleagues…</source>
        <translation>Escreva uma nota para os colegas…</translation>
    </message>
    <message>
        <source>Rephrasing…</source>
        <translation>Buscando outras palavras…</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends · Enter starts a new line</source>
        <translation>Ctrl+Enter envia · Enter começa uma linha</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Anexar arquivos</translation>
    </message>
    <message>
        <source>Enter adds the note · Shift+Enter starts a new line</source>
        <translation>Enter adiciona a nota · Shift+Enter começa uma linha</translation>
    </message>
    <message>
        <source>Ctrl+Enter adds the note · Enter starts a new line</source>
        <translation>Ctrl+Enter adiciona a nota · Enter começa uma linha</translation>
    </message>
</context>
<context>
    <name>ConnectionPage</name>
    <message>
        <source>Connection</source>
        <translation>Conexão</translation>
    </message>
    <message>
        <source>Use this proxy</source>
        <translation>Usar este proxy</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Escolher um arquivo…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhum</translation>
    </message>
    <message>
        <source>Kept in the system’s keychain</source>
        <translation>Guardada no chaveiro do sistema</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>A relay on this computer is always reached directly.</source>
        <translation>A um servidor neste computador chega-se sempre diretamente.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Porta</translation>
    </message>
    <message>
        <source>User name, if required</source>
        <translation>Usuário, se for preciso</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Senha</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certificados</translation>
    </message>
    <message>
        <source>Only the system’s authorities are trusted.</source>
        <translation>Só as autoridades do sistema são confiáveis.</translation>
    </message>
    <message>
        <source>Trusted in addition to the system’s: %1</source>
        <translation>Confiável além das do sistema: %1</translation>
    </message>
    <message>
        <source>Enter the proxy’s address.</source>
        <translation>Digite o endereço do proxy.</translation>
    </message>
    <message>
        <source>Saved. It applies from the next connection.</source>
        <translation>Salvo. Aplica-se a partir da próxima conexão.</translation>
    </message>
    <message>
        <source>Certificates of an authority</source>
        <translation>Certificados de uma autoridade</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Certificados (*.pem *.crt *.cer)</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) trusted from the next connection.</source>
        <translation>
            <numerusform>%n certificado confiável a partir da próxima conexão.</numerusform>
            <numerusform>%n certificados confiáveis a partir da próxima conexão.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the system’s authorities are trusted from the next connection.</source>
        <translation>A partir da próxima conexão só valem as autoridades do sistema.</translation>
    </message>
    <message>
        <source>There is no certificate in this file. It must be in PEM format.</source>
        <translation>Não há certificado neste arquivo. Ele deve estar no formato PEM.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Não é possível ler o arquivo.</translation>
    </message>
    <message>
        <source>If your relay’s certificate comes from your own authority, choose that authority’s file (PEM). A relay that cannot prove its identity is refused.</source>
        <translation>Se o certificado do seu servidor vem de uma autoridade própria, escolha o arquivo dessa autoridade (PEM). Um servidor que não consegue provar sua identidade é recusado.</translation>
    </message>
    <message>
        <source>Self-signed relays</source>
        <translation>Servidores autoassinados</translation>
    </message>
    <message>
        <source>If no authority vouches for a relay, you are asked once whether its certificate is the right one. If the certificate changes, the relay is refused.</source>
        <translation>Se nenhuma autoridade responde por um servidor, pergunta-se uma vez se o certificado dele é o certo. Se o certificado mudar, o servidor é recusado.</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>Não há nenhum.</translation>
    </message>
    <message>
        <source>Valid until %1</source>
        <translation>Válido até %1</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Esquecer</translation>
    </message>
    <message>
        <source>Forget the certificate of %1</source>
        <translation>Esquecer o certificado de %1</translation>
    </message>
</context>
<context>
    <name>ContactNotes</name>
    <message>
        <source>Add note</source>
        <translation>Adicionar nota</translation>
    </message>
    <message>
        <source>A note about this customer</source>
        <translation>Uma nota sobre este cliente</translation>
    </message>
    <message>
        <source>What should colleagues know? The customer does not see it.</source>
        <translation>O que os colegas devem saber? O cliente não vê.</translation>
    </message>
    <message>
        <source>Notes about the customer</source>
        <translation>Notas sobre o cliente</translation>
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
        <translation>Você</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>ainda não enviada</translation>
    </message>
    <message>
        <source>Delete the note of %1</source>
        <translation>Excluir a nota de %1</translation>
    </message>
    <message>
        <source>Delete this note</source>
        <translation>Excluir esta nota</translation>
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
        <translation>Adicionar uma etiqueta</translation>
    </message>
    <message>
        <source>A customer has at most %1 tags.</source>
        <translation>Um cliente tem no máximo %1 etiquetas.</translation>
    </message>
    <message>
        <source>Existing tags</source>
        <translation>Etiquetas que já existem</translation>
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
        <source>Customer and summary</source>
        <translation>Cliente e resumo</translation>
    </message>
    <message>
        <source>Claiming…</source>
        <translation>Assumindo…</translation>
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
    <message>
        <source>%1 is also looking</source>
        <translation>%1 também está olhando</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s) are also looking</source>
        <translation>
            <numerusform>%1 e mais %n também estão olhando</numerusform>
            <numerusform>%1 e mais %n também estão olhando</numerusform>
        </translation>
    </message>
    <message>
        <source>More to do</source>
        <translation>Mais ações</translation>
    </message>
    <message>
        <source>Transfer, snooze and more</source>
        <translation>Transferir, adiar e mais</translation>
    </message>
    <message>
        <source>Handing over…</source>
        <translation>Passando a conversa…</translation>
    </message>
    <message>
        <source>Waiting for you to come back</source>
        <translation>Espera você voltar</translation>
    </message>
    <message>
        <source>Waiting for %1 to come back</source>
        <translation>Espera %1 voltar</translation>
    </message>
    <message>
        <source>Bot switched off</source>
        <translation>Bot desligado</translation>
    </message>
</context>
<context>
    <name>ConversationPage</name>
    <message>
        <source>All quiet</source>
        <translation>Tudo calmo</translation>
    </message>
    <message>
        <source>No conversation is open</source>
        <translation>Nenhuma conversa aberta</translation>
    </message>
    <message>
        <source>Choose somebody who is waiting, or one of your conversations. Ctrl+1 goes to the queue.</source>
        <translation>Escolha alguém que esteja esperando ou uma das suas conversas. Ctrl+1 vai para a fila.</translation>
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
        <source>This contact was erased. Nothing about them is kept here.</source>
        <translation>Este contato foi apagado. Nada dessa pessoa fica guardado aqui.</translation>
    </message>
    <message>
        <source>This conversation is closed.</source>
        <translation>Esta conversa está encerrada.</translation>
    </message>
    <message>
        <source>Add a private note</source>
        <translation>Adicionar uma nota privada</translation>
    </message>
    <message>
        <source>%1 is away and has been given this conversation. It goes back to the queue if they do not come back soon.</source>
        <translation>%1 não está e recebeu esta conversa. Ela volta para a fila se a pessoa não chegar logo.</translation>
    </message>
    <message>
        <source>Fetching the messages…</source>
        <translation>Buscando as mensagens…</translation>
    </message>
    <message>
        <source>These messages are not on this computer. They load when the connection is back.</source>
        <translation>Estas mensagens não estão neste computador. Elas serão carregadas quando a conexão voltar.</translation>
    </message>
    <message>
        <source>New requests appear on the left.</source>
        <translation>Os novos pedidos aparecem à esquerda.</translation>
    </message>
</context>
<context>
    <name>Courier</name>
    <message>
        <source>The connection was lost; this was not done.</source>
        <translation>A conexão caiu; isto não foi feito.</translation>
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
        <source>There is nothing to suggest yet.</source>
        <translation>Ainda não há nada a sugerir.</translation>
    </message>
</context>
<context>
    <name>DayChart</name>
    <message>
        <source>Customers who asked for a human, by day</source>
        <translation>Clientes que pediram uma pessoa, por dia</translation>
    </message>
    <message>
        <source>%1: %2 asked, %3 resolved.</source>
        <translation>%1: %2 pediram, %3 resolvidos.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>The conversation is over.</source>
        <translation>A conversa terminou.</translation>
    </message>
    <message>
        <source>No human has been asked for in this conversation.</source>
        <translation>Nesta conversa ninguém foi chamado.</translation>
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
        <source>The copy on this computer cannot be written, so what you see may be out of date. Free some disk space; Relevo tries again by itself.</source>
        <translation>Não é possível gravar a cópia deste computador, então o que você vê pode estar desatualizado. Libere espaço em disco; o Relevo tenta de novo sozinho.</translation>
    </message>
    <message>
        <source>It was too late to undo this: the relay has it already.</source>
        <translation>Era tarde para desfazer: o servidor já recebeu.</translation>
    </message>
    <message>
        <source>There is no connection to the relay. Try again when the connection is back.</source>
        <translation>Não há conexão com o servidor. Tente de novo quando ela voltar.</translation>
    </message>
    <message>
        <source>Somebody else has this conversation, and only they or a supervisor can do this.</source>
        <translation>Outra pessoa está com esta conversa; só ela ou um supervisor pode fazer isto.</translation>
    </message>
    <message>
        <source>Whoever you chose is no longer there. Choose somebody else.</source>
        <translation>Quem você escolheu não está mais lá. Escolha outra pessoa.</translation>
    </message>
    <message>
        <source>No human has been asked for in this conversation yet, so a note cannot be added.</source>
        <translation>Nesta conversa ninguém foi chamado ainda, então não é possível adicionar uma nota.</translation>
    </message>
    <message>
        <source>%1 was faster and has the conversation with %2.</source>
        <translation>%1 chegou antes e está na conversa com %2.</translation>
    </message>
    <message>
        <source>%1 was faster and has that conversation.</source>
        <translation>%1 chegou antes e está com essa conversa.</translation>
    </message>
    <message>
        <source>%1 is larger than the relay accepts.</source>
        <translation>%1 é maior do que o servidor aceita.</translation>
    </message>
    <message>
        <source>%1 is no longer where it was. Attach it again.</source>
        <translation>%1 não está mais onde estava. Anexe de novo.</translation>
    </message>
    <message>
        <source>%1 could not be sent.</source>
        <translation>%1 não pôde ser enviado.</translation>
    </message>
    <message>
        <source>The conversation behind this link is not here, or no longer here.</source>
        <translation>A conversa deste link não está aqui, ou não está mais.</translation>
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
    <message numerus="yes">
        <source>%n more of your customer(s) waiting for you</source>
        <translation>
            <numerusform>Mais %n dos seus clientes espera por você</numerusform>
            <numerusform>Mais %n dos seus clientes esperam por você</numerusform>
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
        <source>Time is running out for %1</source>
        <translation>O tempo para responder a %1 está acabando</translation>
    </message>
    <message>
        <source>%1 was assigned to you</source>
        <translation>%1 foi passado para você</translation>
    </message>
</context>
<context>
    <name>DeskPage</name>
    <message>
        <source>Availability</source>
        <translation>Disponibilidade</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
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
        <translation>Alterar %1</translation>
    </message>
</context>
<context>
    <name>EmojiGrid</name>
    <message>
        <source>Smile</source>
        <translation>Sorriso</translation>
    </message>
    <message>
        <source>Grin</source>
        <translation>Sorriso largo</translation>
    </message>
    <message>
        <source>Tears of joy</source>
        <translation>Lágrimas de riso</translation>
    </message>
    <message>
        <source>Wink</source>
        <translation>Piscadela</translation>
    </message>
    <message>
        <source>Warm smile</source>
        <translation>Sorriso caloroso</translation>
    </message>
    <message>
        <source>Heart eyes</source>
        <translation>Olhos de coração</translation>
    </message>
    <message>
        <source>Hug</source>
        <translation>Abraço</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Pensando</translation>
    </message>
    <message>
        <source>Relieved laugh</source>
        <translation>Riso de alívio</translation>
    </message>
    <message>
        <source>Sorry</source>
        <translation>Desculpa</translation>
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
        <translation>Polegar para cima</translation>
    </message>
    <message>
        <source>Thumbs down</source>
        <translation>Polegar para baixo</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Aceno</translation>
    </message>
    <message>
        <source>Applause</source>
        <translation>Aplauso</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Obrigado</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Força</translation>
    </message>
    <message>
        <source>Heart</source>
        <translation>Coração</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Festa</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Presente</translation>
    </message>
    <message>
        <source>Rocket</source>
        <translation>Foguete</translation>
    </message>
    <message>
        <source>Sparkles</source>
        <translation>Brilhos</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Estrela</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Feito</translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>Xis</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>Pacote</translation>
    </message>
    <message>
        <source>Delivery van</source>
        <translation>Furgão de entrega</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Cartão</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Dinheiro</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefone</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Paper clip</source>
        <translation>Clipe</translation>
    </message>
    <message>
        <source>Hourglass</source>
        <translation>Ampulheta</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendário</translation>
    </message>
</context>
<context>
    <name>FactChip</name>
    <message>
        <source>Goes to the message where it was said</source>
        <translation>Leva à mensagem em que foi dito</translation>
    </message>
    <message>
        <source>Go to the message</source>
        <translation>Ir para a mensagem</translation>
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
        <translation>Enviar mesmo assim</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Olhar de novo</translation>
    </message>
</context>
<context>
    <name>FileCarrier</name>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Ninguém entrou na conta.</translation>
    </message>
    <message>
        <source>The file is no longer there.</source>
        <translation>O arquivo não está mais lá.</translation>
    </message>
    <message>
        <source>The file cannot be kept on this computer.</source>
        <translation>O arquivo não pode ser guardado neste computador.</translation>
    </message>
    <message>
        <source>The file did not arrive complete.</source>
        <translation>O arquivo não chegou completo.</translation>
    </message>
    <message>
        <source>The file is no longer kept.</source>
        <translation>O arquivo não é mais guardado.</translation>
    </message>
</context>
<context>
    <name>FileStrip</name>
    <message>
        <source>Remove %1</source>
        <translation>Remover %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>Arquivos anexados</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter conversations</source>
        <translation>Filtrar conversas</translation>
    </message>
    <message>
        <source>Filter by name or text</source>
        <translation>Filtrar por nome ou texto</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Views and order</source>
        <translation>Visões e ordem</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar tudo</translation>
    </message>
    <message>
        <source>Filters are set</source>
        <translation>Há filtros ativos</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden by filter</source>
        <translation>
            <numerusform>%n oculta pelo filtro</numerusform>
            <numerusform>%n ocultas pelo filtro</numerusform>
        </translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Qualquer</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridade</translation>
    </message>
    <message>
        <source>%1 or higher</source>
        <translation>%1 ou maior</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Minhas</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Não lidas</translation>
    </message>
    <message>
        <source>Answer due soon or late</source>
        <translation>Resposta próxima ou atrasada</translation>
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
        <translation>Salvar como visão…</translation>
    </message>
    <message>
        <source>Delete a view</source>
        <translation>Excluir uma visão</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>Salvar como visão</translation>
    </message>
    <message>
        <source>Name of this filter and order:</source>
        <translation>Nome deste filtro e ordem:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Nome da visão</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>Buscar nesta conversa</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>Seguinte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Looking further back…</source>
        <translation>Buscando mais atrás…</translation>
    </message>
    <message>
        <source>Not found so far</source>
        <translation>Não encontrado até aqui</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Não encontrado</translation>
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
        <translation>Enviar mesmo assim</translation>
    </message>
    <message>
        <source>No canned response is called “%1”. Write something else, or send the text as it is.</source>
        <translation>Nenhuma resposta pronta se chama “%1”. Escreva outra coisa ou envie o texto como está.</translation>
    </message>
    <message>
        <source>“%1” is not known here. Write it yourself, or send the text as it is.</source>
        <translation>Aqui não se sabe “%1”. Escreva você mesmo ou envie o texto como está.</translation>
    </message>
</context>
<context>
    <name>HandoffPage</name>
    <message>
        <source>The built-in text, in the customer’s language</source>
        <translation>O texto padrão, no idioma do cliente</translation>
    </message>
    <message>
        <source>Hand customers over to humans</source>
        <translation>Passar clientes para pessoas</translation>
    </message>
    <message>
        <source>When this is off, only a program can hand a customer over, through the API.</source>
        <translation>Desativado, só um programa pode passar um cliente, pela API.</translation>
    </message>
    <message>
        <source>Notify administrators by</source>
        <translation>Avisar os administradores por</translation>
    </message>
    <message>
        <source>Notification on the desktop</source>
        <translation>Notificação na área de trabalho</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>What asks for a human</source>
        <translation>Quando uma pessoa entra</translation>
    </message>
    <message>
        <source>The customer asks for a human</source>
        <translation>O cliente pede para falar com uma pessoa</translation>
    </message>
    <message>
        <source>In any words, in English, Spanish or Portuguese.</source>
        <translation>Com quaisquer palavras, em inglês, espanhol ou português.</translation>
    </message>
    <message>
        <source>One of your keywords</source>
        <translation>Uma das suas palavras-chave</translation>
    </message>
    <message>
        <source>Whole words and phrases, anywhere in the message. Human, agent, person, support and help count only where the message seems to ask for a person.</source>
        <translation>Palavras e frases inteiras, em qualquer parte da mensagem. Human, agent, person, support e help só contam quando a mensagem parece pedir uma pessoa.</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Palavras-chave</translation>
    </message>
    <message>
        <source>Add a word or phrase; paste many with commas or lines</source>
        <translation>Palavra ou frase; cole várias com vírgulas ou linhas</translation>
    </message>
    <message>
        <source>The built-in keywords (such as “help”) count only in a message that asks for a person; your own always count.</source>
        <translation>As palavras já incluídas (como “help”) só contam em uma mensagem que pede uma pessoa; as suas contam sempre.</translation>
    </message>
    <message>
        <source>The bot has failed</source>
        <translation>O bot falhou</translation>
    </message>
    <message>
        <source>Or the customer complains that it does not understand.</source>
        <translation>Ou o cliente reclama que ele não entende.</translation>
    </message>
    <message>
        <source>Failures in a row</source>
        <translation>Falhas seguidas</translation>
    </message>
    <message>
        <source>The customer is frustrated</source>
        <translation>O cliente está frustrado</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilidade</translation>
    </message>
    <message>
        <source>A sensitive matter</source>
        <translation>Um assunto delicado</translation>
    </message>
    <message>
        <source>Lawyers, injuries, fraud, disputed refunds, the end of a contract, data protection.</source>
        <translation>Advogados, ferimentos, fraude, reembolsos contestados, o fim de um contrato, proteção de dados.</translation>
    </message>
    <message>
        <source>An urgent matter</source>
        <translation>Um assunto urgente</translation>
    </message>
    <message>
        <source>Smaller signs from important customers</source>
        <translation>Sinais menores de clientes importantes</translation>
    </message>
    <message>
        <source>Customers whose attribute “vip” or “tier” says so.</source>
        <translation>Os que têm isso no atributo “vip” ou “tier”.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Testar</translation>
    </message>
    <message>
        <source>Uses the settings shown here, saved or not.</source>
        <translation>Usa as configurações mostradas aqui, salvas ou não.</translation>
    </message>
    <message>
        <source>Very sensitive: a little annoyance is enough.</source>
        <translation>Muito sensível: basta um pequeno incômodo.</translation>
    </message>
    <message>
        <source>Sensitive: clear annoyance is enough.</source>
        <translation>Sensível: basta uma irritação clara.</translation>
    </message>
    <message>
        <source>Balanced: the customer must be frustrated.</source>
        <translation>Equilibrada: o cliente precisa estar frustrado.</translation>
    </message>
    <message>
        <source>Calm: only anger counts.</source>
        <translation>Calma: só a raiva conta.</translation>
    </message>
    <message>
        <source>%1 Frustration of %2 of 100 or more.</source>
        <translation>%1 Frustração de %2 em 100 ou mais.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Tempos</translation>
    </message>
    <message>
        <source>First answer within</source>
        <translation>Primeira resposta em</translation>
    </message>
    <message>
        <source>Counts open hours only. Then everybody is reminded.</source>
        <translation>Só conta o horário de atendimento. Depois todos são lembrados.</translation>
    </message>
    <message>
        <source>Then, until it becomes a ticket</source>
        <translation>Depois, até virar um tíquete</translation>
    </message>
    <message>
        <source>The customer is asked for an e-mail address and answered later.</source>
        <translation>Pede-se um e-mail ao cliente e responde-se mais tarde.</translation>
    </message>
    <message>
        <source>Close if the customer is silent for</source>
        <translation>Encerrar se o cliente ficar em silêncio por</translation>
    </message>
    <message>
        <source>They are warned first; with no time set, it closes after a day without a warning.</source>
        <translation>Antes são avisados; sem um tempo, ela é encerrada depois de um dia, sem aviso.</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>um dia</translation>
    </message>
    <message>
        <source>Business hours</source>
        <translation>Horário de atendimento</translation>
    </message>
    <message>
        <source>Outside these hours, customers are told that nobody is there and can leave a message.</source>
        <translation>Fora dele diz-se aos clientes que não há ninguém, e eles podem deixar uma mensagem.</translation>
    </message>
    <message>
        <source>Always open</source>
        <translation>Sempre aberto</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuso horário</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Feriados</translation>
    </message>
    <message>
        <source>2026-12-25, or 12-25 for every year</source>
        <translation>2026-12-25, ou 12-25 para todo ano</translation>
    </message>
    <message>
        <source>Closed all day. A date such as 2026-12-25, or 12-25 for every year.</source>
        <translation>Fechado o dia todo. Uma data como 2026-12-25, ou 12-25 para todos os anos.</translation>
    </message>
    <message>
        <source>Who gets a customer</source>
        <translation>Quem recebe um cliente</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Distribuição</translation>
    </message>
    <message>
        <source>Everybody sees them; first to claim</source>
        <translation>Todos os veem; o primeiro que assumir</translation>
    </message>
    <message>
        <source>Offered in turn</source>
        <translation>Oferecidos em rodízio</translation>
    </message>
    <message>
        <source>Offered to whoever has fewest</source>
        <translation>Oferecidos a quem tem menos</translation>
    </message>
    <message>
        <source>Time to accept an offer</source>
        <translation>Tempo para aceitar uma oferta</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Then the next agent is asked.</source>
        <translation>Depois pergunta-se ao próximo agente.</translation>
    </message>
    <message>
        <source>What customers are told</source>
        <translation>O que se diz aos clientes</translation>
    </message>
    <message>
        <source>Your own text is sent as it is, whatever language they write in.</source>
        <translation>Um texto próprio é enviado como está, seja qual for o idioma deles.</translation>
    </message>
    <message>
        <source>A human is asked for</source>
        <translation>Pede-se uma pessoa</translation>
    </message>
    <message>
        <source>Nobody is there</source>
        <translation>Não há ninguém</translation>
    </message>
    <message>
        <source>{when} is replaced by the promised time, such as “tomorrow at 09:00”.</source>
        <translation>{when} é substituído pelo momento prometido, como “amanhã às 09:00”.</translation>
    </message>
    <message>
        <source>It is resolved</source>
        <translation>Está resolvido</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Depois</translation>
    </message>
    <message>
        <source>Ask customers for a rating</source>
        <translation>Pedir uma avaliação aos clientes</translation>
    </message>
    <message>
        <source>From 1 to 5, when an agent has resolved their conversation.</source>
        <translation>De 1 a 5, quando um agente resolveu a conversa deles.</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>A pergunta</translation>
    </message>
    <message>
        <source>It should mention the numbers 1 to 5.</source>
        <translation>Deve citar os números de 1 a 5.</translation>
    </message>
    <message>
        <source>Erase conversations after</source>
        <translation>Apagar as conversas após</translation>
    </message>
    <message>
        <source>days</source>
        <translation>dias</translation>
    </message>
    <message>
        <source>What is known about the customer is erased too, and cannot be recovered.</source>
        <translation>O que se sabe do cliente também é apagado e não pode ser recuperado.</translation>
    </message>
    <message>
        <source>Send administrators the day’s figures</source>
        <translation>Enviar aos administradores os números do dia</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Às</translation>
    </message>
    <message>
        <source>In the time zone of the business hours, or else in UTC.</source>
        <translation>No fuso do horário de atendimento; senão, em UTC.</translation>
    </message>
    <message>
        <source>At most 200 keywords, each of up to 100 characters.</source>
        <translation>No máximo 200 palavras-chave, cada uma de até 100 caracteres.</translation>
    </message>
    <message>
        <source>Beginning and end must be different times.</source>
        <translation>O início e o fim devem ser horários diferentes.</translation>
    </message>
    <message>
        <source>Write each as a date such as 2026-12-25, or 12-25 for every year.</source>
        <translation>Escreva cada um como data: 2026-12-25, ou 12-25 para todo ano.</translation>
    </message>
    <message>
        <source>The relay does not know this time zone.</source>
        <translation>O servidor não conhece este fuso horário.</translation>
    </message>
    <message>
        <source>This text is too long.</source>
        <translation>Este texto é longo demais.</translation>
    </message>
    <message>
        <source>The relay does not accept this value.</source>
        <translation>O servidor não aceita este valor.</translation>
    </message>
    <message>
        <source>handing over</source>
        <translation>passagem a pessoas</translation>
    </message>
    <message>
        <source>how administrators are told</source>
        <translation>avisos aos administradores</translation>
    </message>
    <message>
        <source>business hours</source>
        <translation>horário de atendimento</translation>
    </message>
    <message>
        <source>keywords</source>
        <translation>palavras-chave</translation>
    </message>
    <message>
        <source>what asks for a human</source>
        <translation>o que pede uma pessoa</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <translation>sensibilidade</translation>
    </message>
    <message>
        <source>failures in a row</source>
        <translation>falhas seguidas</translation>
    </message>
    <message>
        <source>time to the first answer</source>
        <translation>tempo até a primeira resposta</translation>
    </message>
    <message>
        <source>time until a ticket</source>
        <translation>tempo até virar tíquete</translation>
    </message>
    <message>
        <source>silent customers</source>
        <translation>clientes em silêncio</translation>
    </message>
    <message>
        <source>routing</source>
        <translation>distribuição</translation>
    </message>
    <message>
        <source>time to accept</source>
        <translation>tempo para aceitar</translation>
    </message>
    <message>
        <source>handoff message</source>
        <translation>mensagem de passagem</translation>
    </message>
    <message>
        <source>away message</source>
        <translation>mensagem de ausência</translation>
    </message>
    <message>
        <source>closing message</source>
        <translation>mensagem de encerramento</translation>
    </message>
    <message>
        <source>ratings</source>
        <translation>avaliações</translation>
    </message>
    <message>
        <source>rating question</source>
        <translation>pergunta de avaliação</translation>
    </message>
    <message>
        <source>the day’s figures</source>
        <translation>números do dia</translation>
    </message>
    <message>
        <source>promised times</source>
        <translation>prazos prometidos</translation>
    </message>
    <message>
        <source>Handoff settings</source>
        <translation>Passagem a pessoas</translation>
    </message>
    <message>
        <source>When the bot hands a customer to your team, and what happens then. For everybody in the project.</source>
        <translation>Quando o bot passa um cliente à sua equipe e o que acontece então. Para todo o projeto.</translation>
    </message>
    <message>
        <source>Promised times</source>
        <translation>Tempos prometidos</translation>
    </message>
    <message>
        <source>If several promises fit a customer, the first one counts. Whoever holds the conversation is warned in time.</source>
        <translation>Se várias promessas servem para um cliente, conta a primeira. Quem o atende é avisado a tempo.</translation>
    </message>
    <message>
        <source>The handoff settings are not saved</source>
        <translation>As configurações da passagem não foram salvas</translation>
    </message>
    <message>
        <source>The handoff settings could not be fetched</source>
        <translation>Não foi possível buscar as configurações da passagem</translation>
    </message>
    <message>
        <source>Erase what is older?</source>
        <translation>Apagar o que for mais antigo?</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after a conversation is closed, its files are removed for good, here and from every desktop’s copy. This starts at once, with what is already older.</source>
        <translation>
            <numerusform>%n dia depois de encerrada uma conversa, seus arquivos são removidos para sempre, aqui e da cópia de cada computador. Começa já, com o que for mais antigo.</numerusform>
            <numerusform>%n dias depois de encerrada uma conversa, seus arquivos são removidos para sempre, aqui e da cópia de cada computador. Começa já, com o que for mais antigo.</numerusform>
        </translation>
    </message>
    <message>
        <source>How long things are kept</source>
        <translation>Por quanto tempo tudo é guardado</translation>
    </message>
    <message>
        <source>Counted from when a conversation is closed. The first rule below that fits applies; if none fits, the first number here does.</source>
        <translation>Conta-se a partir do encerramento da conversa. Decide a primeira regra abaixo que se aplica; se nenhuma se aplica, o primeiro número aqui.</translation>
    </message>
    <message>
        <source>Remove files after</source>
        <translation>Remover os arquivos após</translation>
    </message>
    <message>
        <source>The messages stay, with the names of their files.</source>
        <translation>As mensagens ficam, com os nomes dos seus arquivos.</translation>
    </message>
    <message>
        <source>with the conversation</source>
        <translation>com a conversa</translation>
    </message>
    <message>
        <source>rules for what is kept</source>
        <translation>regras do que é guardado</translation>
    </message>
    <message>
        <source>removal of files</source>
        <translation>remoção de arquivos</translation>
    </message>
    <message>
        <source>Save and erase</source>
        <translation>Salvar e apagar</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Show agents what a customer is writing</source>
        <translation>Mostrar aos agentes o que o cliente está escrevendo</translation>
    </message>
    <message>
        <source>In the web chat, before it is sent. The chat tells customers so, and none of it is kept.</source>
        <translation>No chat da web, antes do envio. O chat avisa os clientes e nada disso é guardado.</translation>
    </message>
    <message>
        <source>what is being written</source>
        <translation>o que está sendo escrito</translation>
    </message>
    <message>
        <source>Set by a program, but not available on this relay: notifications go to the desktop instead.</source>
        <translation>Definido por um programa, mas não disponível neste servidor: os avisos chegam à área de trabalho.</translation>
    </message>
    <message>
        <source>erasing of conversations</source>
        <translation>eliminação de conversas</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after it is closed, a conversation is erased for good, with everything that was said and what is known about the customer, here and in every desktop’s copy. This starts at once, with what is already older.</source>
        <translation>
            <numerusform>%n dia depois de encerrada, uma conversa é apagada para sempre, com tudo o que foi dito e o que se sabe do cliente, aqui e na cópia de cada desktop. Isso começa imediatamente, com o que é mais antigo.</numerusform>
            <numerusform>%n dias depois de encerrada, uma conversa é apagada para sempre, com tudo o que foi dito e o que se sabe do cliente, aqui e na cópia de cada desktop. Isso começa imediatamente, com o que é mais antigo.</numerusform>
        </translation>
    </message>
    <message>
        <source>When the time of the rule that fits is over, a conversation is erased for good, with everything that was said and what is known about the customer, here and in every desktop’s copy. This starts at once, with what is already older.</source>
        <translation>Quando termina o prazo da regra que se aplica, uma conversa é apagada para sempre, com tudo o que foi dito e o que se sabe do cliente, aqui e na cópia de cada desktop. Isso começa imediatamente, com o que é mais antigo.</translation>
    </message>
    <message>
        <source>Remove older files?</source>
        <translation>Remover os arquivos mais antigos?</translation>
    </message>
    <message>
        <source>Save and remove</source>
        <translation>Salvar e remover</translation>
    </message>
</context>
<context>
    <name>HandoverBar</name>
    <message>
        <source>%1 gave you this conversation and wrote:</source>
        <translation>%1 passou esta conversa para você e escreveu:</translation>
    </message>
</context>
<context>
    <name>HoursEditor</name>
    <message>
        <source>Add hours</source>
        <translation>Adicionar horas</translation>
    </message>
    <message>
        <source>Add hours on %1</source>
        <translation>Adicionar horas em %1</translation>
    </message>
    <message>
        <source>Use Monday’s hours until Friday</source>
        <translation>Repetir o horário de segunda até sexta</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fechado</translation>
    </message>
    <message>
        <source>%1, from</source>
        <translation>%1, desde</translation>
    </message>
    <message>
        <source>%1, until</source>
        <translation>%1, até</translation>
    </message>
    <message>
        <source>Remove these hours on %1</source>
        <translation>Remover estas horas em %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>next day</source>
        <translation>dia seguinte</translation>
    </message>
</context>
<context>
    <name>IdentityCard</name>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Add an e-mail</source>
        <translation>Adicionar um e-mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefone</translation>
    </message>
    <message>
        <source>Add a phone number</source>
        <translation>Adicionar um telefone</translation>
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
        <translation>A hora do cliente</translation>
    </message>
    <message>
        <source>The page they wrote from</source>
        <translation>A página de onde escreveu</translation>
    </message>
    <message>
        <source>More about this customer</source>
        <translation>Mais sobre este cliente</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>What they write is kept, and nobody is alerted</source>
        <translation>O que ele escreve fica guardado e não chama ninguém</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Unblock this customer</source>
        <translation>Desbloquear este cliente</translation>
    </message>
    <message>
        <source>Same person as…</source>
        <translation>A mesma pessoa que…</translation>
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
        <translation>Tíquete</translation>
    </message>
    <message>
        <source>Resolving…</source>
        <translation>Resolvendo…</translation>
    </message>
    <message>
        <source>Handing over…</source>
        <translation>Passando a conversa…</translation>
    </message>
    <message>
        <source>Bot: %1</source>
        <translation>Bot: %1</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Você: %1</translation>
    </message>
    <message>
        <source>Waiting for you to come back</source>
        <translation>Espera você voltar</translation>
    </message>
    <message>
        <source>Waiting for %1 to come back</source>
        <translation>Espera %1 voltar</translation>
    </message>
</context>
<context>
    <name>InboxView</name>
    <message>
        <source>Nobody is waiting</source>
        <translation>Ninguém espera</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Ainda não há conversas</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n não lida</numerusform>
            <numerusform>%n não lidas</numerusform>
        </translation>
    </message>
    <message>
        <source>Show more (%1 of %2)</source>
        <translation>Mostrar mais (%1 de %2)</translation>
    </message>
    <message>
        <source>Fetching the conversations…</source>
        <translation>Buscando as conversas…</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>Ainda não há nada a mostrar</translation>
    </message>
    <message>
        <source>Conversations appear here once there is a connection to the relay.</source>
        <translation>As conversas aparecem quando houver conexão com o servidor.</translation>
    </message>
    <message>
        <source>My conversations (%1)</source>
        <translation>Minhas conversas (%1)</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>%1 is already used for “%2”. Press it again to use it here instead, or press other keys.</source>
        <translation>%1 já é usada para “%2”. Pressione de novo para usá-la aqui, ou pressione outras teclas.</translation>
    </message>
    <message>
        <source>%1 is needed for writing and getting around. Press other keys.</source>
        <translation>%1 é necessária para escrever e se mover. Pressione outras teclas.</translation>
    </message>
    <message>
        <source>%1 is now “%2”.</source>
        <translation>%1 agora é “%2”.</translation>
    </message>
    <message>
        <source>%1 is now “%2”; “%3” no longer has it.</source>
        <translation>%1 agora é “%2”; “%3” não a tem mais.</translation>
    </message>
    <message>
        <source>All shortcuts are back to the defaults.</source>
        <translation>Todos os atalhos voltaram ao padrão.</translation>
    </message>
    <message>
        <source>Change the keys</source>
        <translation>Mudar as teclas</translation>
    </message>
    <message>
        <source>In lists and while writing</source>
        <translation>Nas listas e ao escrever</translation>
    </message>
    <message>
        <source>Press the keys for “%1”. Backspace clears them, Escape leaves them as they are.</source>
        <translation>Pressione as teclas para “%1”. Backspace as apaga, Escape as deixa como estão.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restaurar tudo</translation>
    </message>
    <message>
        <source>Reset to default</source>
        <translation>Restaurar o padrão</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>Restaurar: %1</translation>
    </message>
    <message>
        <source>“%1” has no shortcut now.</source>
        <translation>“%1” não tem mais atalho.</translation>
    </message>
    <message>
        <source>Choose a shortcut to change it.</source>
        <translation>Escolha um atalho para mudá-lo.</translation>
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
        <translation>Tudo no Relevo pode ser feito sem mouse.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
</context>
<context>
    <name>KeyRecorder</name>
    <message>
        <source>No keys</source>
        <translation>Sem teclas</translation>
    </message>
    <message>
        <source>Press the keys</source>
        <translation>Pressione as teclas</translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation>Pressione as teclas…</translation>
    </message>
</context>
<context>
    <name>LeftColumn</name>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
</context>
<context>
    <name>Link</name>
    <message>
        <source>The relay speaks another version of the protocol.</source>
        <translation>O servidor usa outra versão do protocolo.</translation>
    </message>
    <message>
        <source>The relay sent an answer that Relevo cannot read.</source>
        <translation>O servidor enviou uma resposta que o Relevo não consegue ler.</translation>
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
        <source>This account is not allowed to use Relevo.</source>
        <translation>Esta conta não tem permissão para usar o Relevo.</translation>
    </message>
    <message>
        <source>You opened Relevo elsewhere.</source>
        <translation>Você abriu o Relevo em outro lugar.</translation>
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
        <source>The address %1 was not found.</source>
        <translation>O endereço %1 não foi encontrado.</translation>
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
        <source>Offline · trying again in %1 s</source>
        <translation>Sem conexão · tentativa em %1&#xa0;s</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>Sua sessão terminou. Entre de novo.</translation>
    </message>
    <message>
        <source>You are not allowed to use Relevo. Ask your administrator.</source>
        <translation>Você não tem permissão para usar o Relevo. Fale com seu administrador.</translation>
    </message>
    <message>
        <source>You opened Relevo elsewhere.</source>
        <translation>Você abriu o Relevo em outro lugar.</translation>
    </message>
    <message>
        <source>This version is too old for the relay. Update Relevo and start it again.</source>
        <translation>Esta versão é antiga demais para o servidor. Atualize o Relevo e inicie-o de novo.</translation>
    </message>
    <message>
        <source>The relay is older than this Relevo. It works again once the relay is updated.</source>
        <translation>O servidor é mais antigo que este Relevo. Volta a funcionar quando o servidor for atualizado.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Online. This computer’s clock is %1 fast.</source>
        <translation>Online. O relógio deste computador está %1 adiantado.</translation>
    </message>
    <message>
        <source>Online. This computer’s clock is %1 slow.</source>
        <translation>Online. O relógio deste computador está %1 atrasado.</translation>
    </message>
    <message>
        <source>Waiting times use the relay’s clock. Correct this computer’s clock so that everything else is right, too.</source>
        <translation>O tempo de espera dos clientes é contado pelo relógio do servidor. Acerte o deste computador para que o resto também esteja certo.</translation>
    </message>
</context>
<context>
    <name>LiveWindow</name>
    <message>
        <source>Customers and agents are live</source>
        <translation>Clientes e agentes, agora mesmo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Waiting now</source>
        <translation>Esperando agora</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Espera mais longa</translation>
    </message>
    <message>
        <source>Answers at risk</source>
        <translation>Respostas em risco</translation>
    </message>
    <message>
        <source>Agents here</source>
        <translation>Agentes presentes</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Ao vivo</translation>
    </message>
    <message numerus="yes">
        <source>%n with an agent</source>
        <translation>
            <numerusform>%n com um agente</numerusform>
            <numerusform>%n com um agente</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Ninguém espera</translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n atrasada</numerusform>
            <numerusform>%n atrasadas</numerusform>
        </translation>
    </message>
    <message>
        <source>None late</source>
        <translation>Nenhuma atrasada</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Nobody is taking customers</source>
        <translation>Ninguém está atendendo</translation>
    </message>
    <message>
        <source>Only supervisors and administrators see these figures.</source>
        <translation>Só supervisão e administração veem estes números.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>%1 asked, %2 resolved</source>
        <translation>%1 pediram, %2 resolvidos</translation>
    </message>
    <message>
        <source>No connection: this is the last known state, with figures from %1.</source>
        <translation>Sem conexão: este é o último estado conhecido, com números das %1.</translation>
    </message>
    <message>
        <source>No connection: this is the last known state.</source>
        <translation>Sem conexão: este é o último estado conhecido.</translation>
    </message>
    <message>
        <source>Asking the relay for today’s figures…</source>
        <translation>Pedindo ao servidor os números de hoje…</translation>
    </message>
    <message>
        <source>Customers and agents are live; today’s figures are %1 old.</source>
        <translation>Clientes e agentes de agora; números de hoje de %1 atrás.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>There is nobody else</source>
        <translation>Não há mais ninguém</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Exportar como CSV</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabelas (*.csv)</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Salvo em %1</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2</source>
        <translation>Não foi possível salvar %1: %2</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Exportar como CSV…</translation>
    </message>
    <message>
        <source>The same figures as a table</source>
        <translation>Os mesmos números como tabela</translation>
    </message>
    <message>
        <source>Customers who asked for a human, by day</source>
        <translation>Clientes que pediram uma pessoa, por dia</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Como tabela</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Assumir</translation>
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
        <translation>Agora mesmo</translation>
    </message>
    <message>
        <source>Whoever asks for a human appears here.</source>
        <translation>Quem pedir uma pessoa aparece aqui.</translation>
    </message>
    <message>
        <source>The first %1 of %2; all of them are in the export.</source>
        <translation>Os primeiros %1 de %2; a exportação tem todos.</translation>
    </message>
    <message>
        <source>Waiting or at risk, all of them</source>
        <translation>Esperando ou em risco, todos</translation>
    </message>
    <message>
        <source>Customers who are waiting or whose answer is at risk</source>
        <translation>Clientes que esperam ou cuja resposta está em risco</translation>
    </message>
    <message>
        <source>Waiting and at risk</source>
        <translation>Esperando e em risco</translation>
    </message>
    <message>
        <source>Take this customer over from %1?</source>
        <translation>Assumir este cliente no lugar de %1?</translation>
    </message>
    <message>
        <source>You answer %2 from now on, and %1 can no longer write to them.</source>
        <translation>De agora em diante você responde a %2, e %1 já não pode lhe escrever.</translation>
    </message>
    <message>
        <source>Take this customer away from %1?</source>
        <translation>Tirar este cliente de %1?</translation>
    </message>
    <message>
        <source>%3 answers %2 from now on, and %1 can no longer write to them.</source>
        <translation>De agora em diante %3 responde a %2, e %1 já não pode lhe escrever.</translation>
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
        <translation>O que responde em %1 não é um servidor do Relevo.</translation>
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
        <source>This is not a web address. Enter it as your administrator gave it to you.</source>
        <translation>Isto não é um endereço web. Digite-o como seu administrador lhe passou.</translation>
    </message>
    <message>
        <source>Relevo is already running with this profile.</source>
        <translation>O Relevo já está aberto com este perfil.</translation>
    </message>
    <message>
        <source>The local copy on this computer cannot be opened. Check that there is free disk space.</source>
        <translation>Não é possível abrir a cópia local deste computador. Verifique se há espaço livre em disco.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Transfer to them · %1</source>
        <translation>Transferir esta conversa · %1</translation>
    </message>
    <message>
        <source>Is on: switch it off</source>
        <translation>Está ativado: desativar</translation>
    </message>
    <message>
        <source>Is off: switch it on</source>
        <translation>Está desativado: ativar</translation>
    </message>
</context>
<context>
    <name>MentionList</name>
    <message>
        <source>Colleagues</source>
        <translation>Colegas</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Same person</source>
        <translation>A mesma pessoa</translation>
    </message>
    <message>
        <source>Who else is %1?</source>
        <translation>Quem mais é %1?</translation>
    </message>
    <message>
        <source>Their conversations and notes are shown together from then on. You can separate them again at any time.</source>
        <translation>A partir daí as conversas e notas aparecem juntas. Você pode separá-las de novo quando quiser.</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>Buscar clientes</translation>
    </message>
    <message>
        <source>Name, e-mail or phone</source>
        <translation>Nome, e-mail ou telefone</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>São a mesma pessoa</translation>
    </message>
    <message>
        <source>Name to keep</source>
        <translation>Nome a manter</translation>
    </message>
    <message>
        <source>The relay cannot be reached now. Try again when the connection is back.</source>
        <translation>Agora não há conexão com o servidor. Tente quando ela voltar.</translation>
    </message>
    <message>
        <source>Nobody else is found.</source>
        <translation>Ninguém mais foi encontrado.</translation>
    </message>
    <message>
        <source>This customer</source>
        <translation>Este cliente</translation>
    </message>
    <message>
        <source>The other one</source>
        <translation>O outro</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
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
        <translation>Conversas</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversa</numerusform>
            <numerusform>%n conversas</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the name %1</source>
        <translation>Manter o nome %1</translation>
    </message>
</context>
<context>
    <name>MessageDelegate</name>
    <message>
        <source>Handed over · %1</source>
        <translation>Passada a uma pessoa · %1</translation>
    </message>
    <message>
        <source>%1 · Private note</source>
        <translation>%1 · Nota privada</translation>
    </message>
    <message>
        <source>Sending in %1 s · Undo</source>
        <translation>Envia em %1&#xa0;s · Desfazer</translation>
    </message>
    <message>
        <source>Private note · Not sent yet</source>
        <translation>Nota privada · Ainda não enviada</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Ainda não enviada</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Template: %1</source>
        <translation>Modelo: %1</translation>
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
        <translation>Sua nota sobre %1 não foi salva</translation>
    </message>
    <message>
        <source>You can save it as a private note. Only your team reads it.</source>
        <translation>Você pode salvá-la como nota privada. Só a sua equipe a lê.</translation>
    </message>
    <message>
        <source>What should your colleagues know?</source>
        <translation>O que seus colegas devem saber?</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Adicionar nota</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Notifications</source>
        <translation>Notificações</translation>
    </message>
    <message>
        <source>What you are notified of while you are looking at something else.</source>
        <translation>O que é notificado enquanto você olha outra coisa.</translation>
    </message>
    <message>
        <source>Notify me when</source>
        <translation>Avisar-me quando</translation>
    </message>
    <message>
        <source>A customer is waiting for a human</source>
        <translation>Um cliente espera uma pessoa</translation>
    </message>
    <message>
        <source>A customer is offered to me</source>
        <translation>Um cliente é oferecido a mim</translation>
    </message>
    <message>
        <source>You have a few seconds to accept before the next agent is asked.</source>
        <translation>Você tem alguns segundos para aceitar antes que se pergunte ao próximo agente.</translation>
    </message>
    <message>
        <source>Time is running out for one of my customers</source>
        <translation>O tempo se esgota para um dos meus clientes</translation>
    </message>
    <message>
        <source>One of my customers writes</source>
        <translation>Um dos meus clientes escreve</translation>
    </message>
    <message>
        <source>The relay or a program has news</source>
        <translation>O servidor ou um programa tem novidades</translation>
    </message>
    <message>
        <source>Tickets, broken promises, the day’s figures, new orders.</source>
        <translation>Tíquetes, prazos descumpridos, os números do dia, novos pedidos.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidade</translation>
    </message>
    <message>
        <source>Show names and messages</source>
        <translation>Mostrar nomes e mensagens</translation>
    </message>
    <message>
        <source>When this is off, a notification only says that something has happened, so that nobody else can read the rest on your screen.</source>
        <translation>Desativado, uma notificação só diz que algo aconteceu, para que ninguém mais leia o resto na sua tela.</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Não perturbe</translation>
    </message>
    <message>
        <source>Until you switch it off.</source>
        <translation>Até você desligar.</translation>
    </message>
    <message>
        <source>Do not disturb during these hours, every day</source>
        <translation>Não perturbe nestes horários, todos os dias</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Das</translation>
    </message>
    <message>
        <source>to</source>
        <translation>às</translation>
    </message>
    <message>
        <source>Offers still come through</source>
        <translation>As ofertas chegam mesmo assim</translation>
    </message>
    <message>
        <source>Urgent customers still come through</source>
        <translation>Os clientes urgentes chegam mesmo assim</translation>
    </message>
    <message>
        <source>Somebody assigns me a conversation</source>
        <translation>Alguém passa uma conversa para mim</translation>
    </message>
    <message>
        <source>A colleague mentions me in a note</source>
        <translation>Um colega me menciona em uma nota</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>Tocar um som</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Sons</translation>
    </message>
    <message>
        <source>No program that plays sounds was found on this computer (paplay, pw-play or aplay), so nothing is heard.</source>
        <translation>Não foi encontrado neste computador nenhum programa que toque sons (paplay, pw-play ou aplay), por isso nada se ouve.</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Sem som</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>Sino</translation>
    </message>
    <message>
        <source>Two tones</source>
        <translation>Dois tons</translation>
    </message>
    <message>
        <source>Knock</source>
        <translation>Batidas</translation>
    </message>
    <message>
        <source>Rising tones</source>
        <translation>Tons ascendentes</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Repeat the sound for urgent ones until I act</source>
        <translation>Repetir o som das urgentes até eu agir</translation>
    </message>
    <message>
        <source>Until you answer the notification or look at the window, for five minutes at most.</source>
        <translation>Até você responder à notificação ou olhar a janela; cinco minutos no máximo.</translation>
    </message>
    <message>
        <source>Also while the screen is locked</source>
        <translation>Também com a tela bloqueada</translation>
    </message>
    <message>
        <source>While you are away</source>
        <translation>Enquanto você não está</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message numerus="yes">
        <source>After %n minute(s)</source>
        <translation>
            <numerusform>Após %n minuto</numerusform>
            <numerusform>Após %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Remind me again</source>
        <translation>Lembrar-me de novo</translation>
    </message>
    <message>
        <source>After “Remind me later”, if it still applies then.</source>
        <translation>Depois de “Lembrar depois”, se ainda valer então.</translation>
    </message>
    <message>
        <source>Set me to away</source>
        <translation>Marcar-me como ausente</translation>
    </message>
    <message>
        <source>When nobody has used the computer for this long, and at once when the screen is locked or it goes to sleep. You are available again when you are back; busy stays busy.</source>
        <translation>Quando ninguém usou o computador por esse tempo, e na hora quando a tela é bloqueada ou ele é suspenso. Você volta a ficar disponível ao retornar; ocupado continua ocupado.</translation>
    </message>
    <message>
        <source>Start Relevo with the computer</source>
        <translation>Iniciar o Relevo com o computador</translation>
    </message>
    <message>
        <source>When you sign in to this computer, so that no customer is missed.</source>
        <translation>Quando você entra neste computador, para que nenhum cliente se perca.</translation>
    </message>
    <message>
        <source>This cannot be changed: %1</source>
        <translation>Isto não pode ser alterado: %1</translation>
    </message>
    <message>
        <source>Sound: %1</source>
        <translation>Som: %1</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>Accept</source>
        <translation>Aceitar</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Recusar</translation>
    </message>
    <message>
        <source>Accept (%1)</source>
        <translation>Aceitar (%1)</translation>
    </message>
    <message>
        <source>Decline (%1)</source>
        <translation>Recusar (%1)</translation>
    </message>
    <message>
        <source>%1 is offered to you</source>
        <translation>%1 foi oferecido a você</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>Restam %1</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>Aceitar %1</translation>
    </message>
    <message>
        <source>Decline %1</source>
        <translation>Recusar %1</translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <source>Actions</source>
        <translation>Ações</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agentes</translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation>Respostas prontas</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversas</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contatos</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensagens</translation>
    </message>
</context>
<context>
    <name>PasswordForm</name>
    <message>
        <source>Change password…</source>
        <translation>Mudar a senha…</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Senha atual</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Senha nova</translation>
    </message>
    <message>
        <source>Repeat new password</source>
        <translation>Repita a senha nova</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Mudar a senha</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>At least ten characters; not a common password, and not your name.</source>
        <translation>Pelo menos dez caracteres; que não seja uma senha comum nem o seu nome.</translation>
    </message>
    <message>
        <source>At least ten characters; not a common password, and not your name. Your other devices are signed out.</source>
        <translation>Pelo menos dez caracteres; que não seja uma senha comum nem o seu nome. Seus outros dispositivos saem da conta.</translation>
    </message>
    <message>
        <source>The passwords do not match.</source>
        <translation>As senhas não coincidem.</translation>
    </message>
    <message>
        <source>Use at least ten characters.</source>
        <translation>Use pelo menos dez caracteres.</translation>
    </message>
    <message>
        <source>Enter your current password.</source>
        <translation>Digite sua senha atual.</translation>
    </message>
    <message>
        <source>Your password is changed. Your other devices are signed out.</source>
        <translation>Sua senha foi mudada. Seus outros dispositivos saíram da conta.</translation>
    </message>
    <message>
        <source>This is not your password.</source>
        <translation>Esta não é a sua senha.</translation>
    </message>
    <message>
        <source>This password is too easy to guess. Choose another one.</source>
        <translation>Esta senha é fácil demais de adivinhar. Escolha outra.</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Earlier conversations</source>
        <translation>Conversas anteriores</translation>
    </message>
    <message>
        <source>None: this is their first.</source>
        <translation>Nenhuma: esta é a primeira.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>They appear when the relay can be reached.</source>
        <translation>Aparecem quando houver conexão com o servidor.</translation>
    </message>
    <message>
        <source>%1, open</source>
        <translation>%1, aberta</translation>
    </message>
    <message>
        <source>Open the conversation of %1</source>
        <translation>Abrir a conversa de %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>e mais %n</numerusform>
            <numerusform>e mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>The same person as</source>
        <translation>A mesma pessoa que</translation>
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
        <translation>Talvez a mesma pessoa</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Comparar…</translation>
    </message>
    <message>
        <source>Compare with %1</source>
        <translation>Comparar com %1</translation>
    </message>
</context>
<context>
    <name>PersonList</name>
    <message>
        <source>None with this filter</source>
        <translation>Nenhuma com este filtro</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>Previous picture</source>
        <translation>Imagem anterior</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Próxima imagem</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Menor</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Maior</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>Ajustar à janela</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Copiar imagem</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Salvar como…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>Esta imagem não pode ser mostrada.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Carregando…</translation>
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
        <translation>Salvar o que você alterou ou descartar?</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Descartar alterações</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
</context>
<context>
    <name>RelayApi</name>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Ninguém entrou na conta.</translation>
    </message>
    <message>
        <source>The relay sent an answer that Relevo cannot read.</source>
        <translation>O servidor enviou uma resposta que o Relevo não consegue ler.</translation>
    </message>
    <message>
        <source>It answered with status %1.</source>
        <translation>Respondeu com o status %1.</translation>
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
        <source>What was the problem, and how was it solved? Only your team reads this.</source>
        <translation>O que houve e como foi resolvido? Só a sua equipe lê isto.</translation>
    </message>
    <message>
        <source>The bot answers the customer’s next message. Otherwise the conversation is closed.</source>
        <translation>O bot responde à próxima mensagem do cliente. Caso contrário, a conversa é encerrada.</translation>
    </message>
    <message>
        <source>Ask the customer for a rating</source>
        <translation>Pedir uma avaliação ao cliente</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Solucionado</translation>
    </message>
    <message>
        <source>Question answered</source>
        <translation>Pergunta respondida</translation>
    </message>
    <message>
        <source>Customer stopped answering</source>
        <translation>O cliente parou de responder</translation>
    </message>
    <message>
        <source>Not for us</source>
        <translation>Não é conosco</translation>
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
        <translation>Como terminou</translation>
    </message>
</context>
<context>
    <name>RetentionEditor</name>
    <message>
        <source>Add a rule</source>
        <translation>Adicionar uma regra</translation>
    </message>
    <message>
        <source>On the channels</source>
        <translation>Nos canais</translation>
    </message>
    <message>
        <source>Any, or %1, %2</source>
        <translation>Qualquer um; ou %1, %2</translation>
    </message>
    <message>
        <source>With the tags</source>
        <translation>Com as etiquetas</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Qualquer uma</translation>
    </message>
    <message>
        <source>days</source>
        <translation>dias</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Erase conversations after</source>
        <translation>Apagar as conversas após</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Mover para cima</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>Regra %1</translation>
    </message>
    <message>
        <source>Enter a channel or a tag; the number above is for everything else.</source>
        <translation>Indique um canal ou uma etiqueta; o número acima vale para todo o resto.</translation>
    </message>
</context>
<context>
    <name>SaveBar</name>
    <message>
        <source>Discard changes</source>
        <translation>Descartar alterações</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>Ficar com os deles</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Ficar com os meus</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search messages and customers</source>
        <translation>Buscar mensagens e clientes</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Fechar a busca</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrado</translation>
    </message>
    <message>
        <source>Asking the relay for older ones…</source>
        <translation>Consultando o servidor sobre as mais antigas…</translation>
    </message>
    <message>
        <source>Without a connection only this device was searched.</source>
        <translation>Sem conexão, a busca foi só neste dispositivo.</translation>
    </message>
    <message>
        <source>There is more. Add a word to narrow it down.</source>
        <translation>Há mais. Adicione uma palavra para restringir a busca.</translation>
    </message>
    <message>
        <source>Find what was said</source>
        <translation>Encontre o que foi dito</translation>
    </message>
    <message>
        <source>Type a word or a name. Narrow it with from:, agent:, channel:, tag:, after:, before: or on:, for example on:2026-11-21.</source>
        <translation>Digite uma palavra ou um nome. Restrinja com from: (quem escreveu), agent: (agente), channel: (canal), tag: (etiqueta), after: (desde), before: (antes de) ou on: (dia), por exemplo on:2026-11-21.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nada encontrado</translation>
    </message>
    <message>
        <source>Older conversations are being searched.</source>
        <translation>As conversas mais antigas estão sendo consultadas.</translation>
    </message>
    <message>
        <source>Try fewer or other words.</source>
        <translation>Tente menos palavras ou outras.</translation>
    </message>
    <message>
        <source>Without a word to look for, only this device was searched.</source>
        <translation>Sem uma palavra para procurar, só este dispositivo foi pesquisado.</translation>
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
        <translation>Desativar…</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>Sua senha</translation>
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
        <translation>Código QR para o seu aplicativo autenticador</translation>
    </message>
    <message>
        <source>The six digits that the app shows</source>
        <translation>Os seis dígitos que o aplicativo mostra</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Ativar</translation>
    </message>
    <message>
        <source>Scan this with your authenticator app, or type the key into it:</source>
        <translation>Escaneie com o seu aplicativo autenticador, ou digite a chave nele:</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>I have saved them</source>
        <translation>Eu os guardei</translation>
    </message>
    <message>
        <source>The second factor is on. Keep these recovery codes where you can find them without your phone: each lets you in once, and they are shown only now.</source>
        <translation>O segundo fator está ativo. Guarde estes códigos de recuperação onde os encontre sem o celular: cada um deixa você entrar uma vez, e só são mostrados agora.</translation>
    </message>
    <message>
        <source>On: signing in needs your password and a code from your app.</source>
        <translation>Ativo: para entrar são precisos a sua senha e um código do aplicativo.</translation>
    </message>
    <message>
        <source>Off: your password alone is enough to sign in.</source>
        <translation>Inativo: basta a sua senha para entrar.</translation>
    </message>
    <message>
        <source>Asking the relay…</source>
        <translation>Consultando o servidor…</translation>
    </message>
    <message>
        <source>Enter the password you sign in with.</source>
        <translation>Digite a senha com que você entra.</translation>
    </message>
    <message>
        <source>This is not your password.</source>
        <translation>Esta não é a sua senha.</translation>
    </message>
    <message>
        <source>Your administrator requires a second factor. If you lose your phone, ask them to remove it.</source>
        <translation>Seu administrador exige um segundo fator. Peça que o retire se você perder o celular.</translation>
    </message>
    <message>
        <source>Enter the code.</source>
        <translation>Digite o código.</translation>
    </message>
    <message>
        <source>The code is wrong. Check the clocks on your phone and on this computer.</source>
        <translation>O código está errado. Verifique os relógios do seu celular e deste computador.</translation>
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
        <translation>Recolhida</translation>
    </message>
    <message>
        <source>Expanded</source>
        <translation>Expandida</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Expandir</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Recolher</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The relay sent an answer that Relevo cannot read.</source>
        <translation>O servidor enviou uma resposta que o Relevo não consegue ler.</translation>
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
        <source>The text is too long.</source>
        <translation>O texto é longo demais.</translation>
    </message>
    <message>
        <source>Send it in several messages.</source>
        <translation>Envie em várias mensagens.</translation>
    </message>
    <message>
        <source>Not everything could be deleted.</source>
        <translation>Não foi possível apagar tudo.</translation>
    </message>
    <message>
        <source>Delete this by hand: %1</source>
        <translation>Apague isto à mão: %1</translation>
    </message>
    <message>
        <source>Try again when the connection is back.</source>
        <translation>Tente de novo quando a conexão voltar.</translation>
    </message>
</context>
<context>
    <name>SessionsList</name>
    <message>
        <source>Sign out all other devices</source>
        <translation>Sair da conta nos outros dispositivos</translation>
    </message>
    <message>
        <source>Asking the relay…</source>
        <translation>Consultando o servidor…</translation>
    </message>
    <message>
        <source>Unnamed device</source>
        <translation>Dispositivo sem nome</translation>
    </message>
    <message>
        <source>Signed in %1</source>
        <translation>Entrou em %1</translation>
    </message>
    <message>
        <source>Signed in %1 · last seen %2</source>
        <translation>Entrou em %1 · visto em %2</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Este dispositivo</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sair da conta</translation>
    </message>
    <message>
        <source>Sign out %1</source>
        <translation>Sair da conta em %1</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Páginas das configurações</translation>
    </message>
    <message>
        <source>Save what you have changed, or discard it?</source>
        <translation>Salvar o que você alterou ou descartar?</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Descartar alterações</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Conta</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aparência</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificações</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexão</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Armazenamento</translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation>Respostas prontas</translation>
    </message>
    <message>
        <source>Message templates</source>
        <translation>Modelos de mensagem</translation>
    </message>
    <message>
        <source>Handoff settings</source>
        <translation>Passagem a pessoas</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Pessoas</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Equipes</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>Chaves de API</translation>
    </message>
    <message>
        <source>Bots</source>
        <translation>Bots</translation>
    </message>
    <message>
        <source>The bots’ answers</source>
        <translation>Respostas dos bots</translation>
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
    <name>SideWindows</name>
    <message>
        <source>This customer cannot be moved now; somebody else may have them.</source>
        <translation>Não é possível mover este cliente agora; talvez outra pessoa o tenha.</translation>
    </message>
    <message>
        <source>This device has forgotten you.</source>
        <translation>Este dispositivo esqueceu você.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Conta</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aparência</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexão</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Armazenamento</translation>
    </message>
    <message>
        <source>Handoff settings</source>
        <translation>Passagem a pessoas</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificações</translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation>Respostas prontas</translation>
    </message>
    <message>
        <source>Message templates</source>
        <translation>Modelos de mensagem</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Pessoas</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Equipes</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>Chaves de API</translation>
    </message>
    <message>
        <source>Bots</source>
        <translation>Bots</translation>
    </message>
    <message>
        <source>The bots’ answers</source>
        <translation>Respostas dos bots</translation>
    </message>
</context>
<context>
    <name>SlaEditor</name>
    <message>
        <source>Add a promise</source>
        <translation>Adicionar uma promessa</translation>
    </message>
    <message>
        <source>Warn after</source>
        <translation>Avisar após</translation>
    </message>
    <message>
        <source>Of the promised time.</source>
        <translation>Do tempo prometido.</translation>
    </message>
    <message>
        <source>no promise</source>
        <translation>sem promessa</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Promessa</translation>
    </message>
    <message>
        <source>For customers of priority</source>
        <translation>Para clientes de prioridade</translation>
    </message>
    <message>
        <source>None selected: any priority.</source>
        <translation>Nenhuma escolhida: qualquer prioridade.</translation>
    </message>
    <message>
        <source>On the channels</source>
        <translation>Nos canais</translation>
    </message>
    <message>
        <source>With the tags</source>
        <translation>Com as etiquetas</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Qualquer um</translation>
    </message>
    <message>
        <source>First answer within</source>
        <translation>Primeira resposta em</translation>
    </message>
    <message>
        <source>Every other answer within</source>
        <translation>As demais respostas em</translation>
    </message>
    <message>
        <source>Resolved within</source>
        <translation>Resolvido em</translation>
    </message>
    <message>
        <source>Only open hours count</source>
        <translation>Só contam as horas de atendimento</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Mover para cima</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Dê um nome a ela.</translation>
    </message>
    <message>
        <source>Another promise has this name.</source>
        <translation>Outra promessa tem este nome.</translation>
    </message>
    <message>
        <source>Set at least one time.</source>
        <translation>Defina pelo menos um tempo.</translation>
    </message>
    <message>
        <source>Any, or %1, %2</source>
        <translation>Qualquer um; ou %1, %2</translation>
    </message>
</context>
<context>
    <name>SnoozeDialog</name>
    <message>
        <source>Snooze conversation</source>
        <translation>Adiar conversa</translation>
    </message>
    <message>
        <source>Snooze the conversation with %1</source>
        <translation>Adiar a conversa com %1</translation>
    </message>
    <message>
        <source>It comes back then, or as soon as the customer writes.</source>
        <translation>Ela volta nessa hora, ou assim que o cliente escrever.</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Até quando</translation>
    </message>
    <message>
        <source>17:30, 45 min or 2 h</source>
        <translation>17:30, 45&#xa0;min ou 2&#xa0;h</translation>
    </message>
    <message>
        <source>Type a time such as 17:30, or a duration of up to 31 days</source>
        <translation>Digite uma hora como 17:30, ou um prazo de até 31 dias</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Storage</source>
        <translation>Armazenamento</translation>
    </message>
    <message>
        <source>Relevo keeps a copy of your team’s conversations on this computer, readable by you alone, so that it starts at once and works without a network.</source>
        <translation>O Relevo guarda neste computador uma cópia das conversas da sua equipe, que só você pode ler, para iniciar na hora e funcionar sem rede.</translation>
    </message>
    <message>
        <source>Forget this device…</source>
        <translation>Esquecer este dispositivo…</translation>
    </message>
    <message>
        <source>Copy on this computer</source>
        <translation>Cópia neste computador</translation>
    </message>
    <message>
        <source>Space used</source>
        <translation>Espaço usado</translation>
    </message>
    <message>
        <source>Keep at most</source>
        <translation>Guardar no máximo</translation>
    </message>
    <message>
        <source>Older messages are forgotten here and fetched from the relay again when you scroll to them.</source>
        <translation>As mensagens mais antigas são removidas daqui e buscadas de novo no servidor quando você chega a elas.</translation>
    </message>
    <message>
        <source>Forget this device</source>
        <translation>Esquecer este dispositivo</translation>
    </message>
    <message>
        <source>Signs you out and deletes the copy, your drafts and your saved sign-in from this computer. Nothing is deleted on the relay.</source>
        <translation>Encerra a sua sessão e apaga deste computador a cópia, os seus rascunhos e o seu acesso salvo. No servidor nada é apagado.</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Medindo…</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) you sent or decided have not reached the relay yet and will be lost.</source>
        <translation>
            <numerusform>%n coisa que você enviou ou decidiu ainda não chegou ao servidor e será perdida.</numerusform>
            <numerusform>%n coisas que você enviou ou decidiu ainda não chegaram ao servidor e serão perdidas.</numerusform>
        </translation>
    </message>
    <message>
        <source>You are signed out here, and drafts that you have not sent are deleted.</source>
        <translation>Sua sessão é encerrada aqui, e os rascunhos que você não enviou são apagados.</translation>
    </message>
    <message>
        <source>Forget this device?</source>
        <translation>Esquecer este dispositivo?</translation>
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
        <translation>Rastreamento</translation>
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
        <translation>com frustração</translation>
    </message>
    <message>
        <source>friendly</source>
        <translation>amável</translation>
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
        <source>by rules</source>
        <translation>por regras</translation>
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
    <message>
        <source>Refreshing…</source>
        <translation>Atualizando…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Atualizar</translation>
    </message>
    <message>
        <source>Sums up the conversation again</source>
        <translation>Resume a conversa de novo</translation>
    </message>
    <message>
        <source>Looking for answers…</source>
        <translation>Buscando respostas…</translation>
    </message>
    <message>
        <source>Suggest answers</source>
        <translation>Sugerir respostas</translation>
    </message>
    <message>
        <source>Suggested answers · by rules</source>
        <translation>Respostas sugeridas · por regras</translation>
    </message>
    <message>
        <source>Suggested answers · by %1</source>
        <translation>Respostas sugeridas · por %1</translation>
    </message>
    <message>
        <source>Use as draft</source>
        <translation>Usar como rascunho</translation>
    </message>
    <message>
        <source>Use suggestion %1 as draft</source>
        <translation>Usar a sugestão %1 como rascunho</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumo</translation>
    </message>
    <message>
        <source>Made by Relevo itself, without an AI service</source>
        <translation>Feito pelo próprio Relevo, sem um serviço de IA</translation>
    </message>
    <message>
        <source>Writing a draft…</source>
        <translation>Escrevendo um rascunho…</translation>
    </message>
    <message>
        <source>Use the suggested next step as draft</source>
        <translation>Usar o próximo passo sugerido como rascunho</translation>
    </message>
    <message>
        <source>Tells the customer what you will do next</source>
        <translation>Diz ao cliente o que você fará agora</translation>
    </message>
</context>
<context>
    <name>TargetChart</name>
    <message>
        <source>Today against the targets</source>
        <translation>Hoje em relação às metas</translation>
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
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>The customer read: %1</source>
        <translation>O cliente leu: %1</translation>
    </message>
    <message>
        <source>%1 · letters of another alphabet, it may not be what it looks like</source>
        <translation>%1 · letras de outro alfabeto, pode não ser o que parece</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Desfazer envio</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de novo</translation>
    </message>
    <message>
        <source>Copy messages</source>
        <translation>Copiar as mensagens</translation>
    </message>
    <message>
        <source>Copy with name and time</source>
        <translation>Copiar com nome e hora</translation>
    </message>
    <message>
        <source>Save %1 as…</source>
        <translation>Salvar %1 como…</translation>
    </message>
    <message>
        <source>Stop loading %1</source>
        <translation>Parar de carregar %1</translation>
    </message>
</context>
<context>
    <name>TransferDialog</name>
    <message>
        <source>Transfer conversation</source>
        <translation>Transferir conversa</translation>
    </message>
    <message>
        <source>Transfer the conversation with %1</source>
        <translation>Transferir a conversa com %1</translation>
    </message>
    <message>
        <source>Search agents and teams</source>
        <translation>Buscar agentes e equipes</translation>
    </message>
    <message>
        <source>Name, skill or language</source>
        <translation>Nome, habilidade ou idioma</translation>
    </message>
    <message>
        <source>Agents and teams</source>
        <translation>Agentes e equipes</translation>
    </message>
    <message>
        <source>Note for whoever takes it</source>
        <translation>Nota para quem receber</translation>
    </message>
    <message>
        <source>What should they know first? The customer does not see it.</source>
        <translation>O que deve saber primeiro? O cliente não vê.</translation>
    </message>
    <message>
        <source>They are not at the desk. It goes back to the queue if they do not come back soon.</source>
        <translation>Está fora do posto. Volta para a fila se não chegar logo.</translation>
    </message>
    <message>
        <source>Nobody matches.</source>
        <translation>Ninguém corresponde.</translation>
    </message>
    <message>
        <source>Nobody here is free now. You can still choose somebody.</source>
        <translation>Ninguém está livre agora. Mesmo assim você pode escolher alguém.</translation>
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
    <message>
        <source>Do not disturb</source>
        <translation>Não perturbe</translation>
    </message>
    <message>
        <source>Relevo: offline</source>
        <translation>Relevo: sem conexão</translation>
    </message>
</context>
<context>
    <name>TryBox</name>
    <message>
        <source>A customer’s sentence to try</source>
        <translation>Uma frase de um cliente para testar</translation>
    </message>
    <message>
        <source>Type what a customer might write</source>
        <translation>Digite o que um cliente poderia escrever</translation>
    </message>
    <message>
        <source>Correct the settings first, then try again.</source>
        <translation>Corrija primeiro as configurações e teste de novo.</translation>
    </message>
    <message>
        <source>Understood as %1.</source>
        <translation>Entendido como %1.</translation>
    </message>
    <message>
        <source>No trigger: the bot would answer.</source>
        <translation>Sem motivo: o bot responderia.</translation>
    </message>
    <message>
        <source>A human would be asked for: %1 (%2 %)</source>
        <translation>Uma pessoa seria chamada: %1 (%2&#xa0;%)</translation>
    </message>
</context>
<context>
    <name>SleepDelay</name>
    <message>
        <source>The relay is told that nobody is here</source>
        <translation>O servidor é avisado de que não há ninguém</translation>
    </message>
</context>
<context>
    <name>TypingLine</name>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 está digitando…</translation>
    </message>
    <message>
        <source>%1 is writing:</source>
        <translation>%1 está escrevendo:</translation>
    </message>
    <message>
        <source>What is being written</source>
        <translation>O que está sendo escrito</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s): done when the connection is back</source>
        <translation>
            <numerusform>%n conversa: será feito quando a conexão voltar</numerusform>
            <numerusform>%n conversas: será feito quando a conexão voltar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) resolved</source>
        <translation>
            <numerusform>%n conversa resolvida</numerusform>
            <numerusform>%n conversas resolvidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) snoozed</source>
        <translation>
            <numerusform>%n conversa adiada</numerusform>
            <numerusform>%n conversas adiadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) handed back to the bot</source>
        <translation>
            <numerusform>%n conversa devolvida ao bot</numerusform>
            <numerusform>%n conversas devolvidas ao bot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) given back to the queue</source>
        <translation>
            <numerusform>%n conversa devolvida à fila</numerusform>
            <numerusform>%n conversas devolvidas à fila</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) transferred</source>
        <translation>
            <numerusform>%n conversa transferida</numerusform>
            <numerusform>%n conversas transferidas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: done when the connection is back</source>
        <translation>%1: será feito quando a conexão voltar</translation>
    </message>
    <message>
        <source>%1: resolved</source>
        <translation>%1: resolvida</translation>
    </message>
    <message>
        <source>%1: snoozed</source>
        <translation>%1: adiada</translation>
    </message>
    <message>
        <source>%1: handed back to the bot</source>
        <translation>%1: devolvida ao bot</translation>
    </message>
    <message>
        <source>%1: given back to the queue</source>
        <translation>%1: devolvida à fila</translation>
    </message>
    <message>
        <source>%1: transferred</source>
        <translation>%1: transferida</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) marked as spam</source>
        <translation>
            <numerusform>%n conversa marcada como spam</numerusform>
            <numerusform>%n conversas marcadas como spam</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) converted to tickets</source>
        <translation>
            <numerusform>%n conversa convertida em tíquete</numerusform>
            <numerusform>%n conversas convertidas em tíquetes</numerusform>
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
            <numerusform>%n nota excluída</numerusform>
            <numerusform>%n notas excluídas</numerusform>
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
        <translation>%1: convertida em tíquete</translation>
    </message>
    <message>
        <source>%1: blocked</source>
        <translation>%1: bloqueado</translation>
    </message>
    <message>
        <source>%1: note deleted</source>
        <translation>%1: nota excluída</translation>
    </message>
    <message>
        <source>%1: the same person as another</source>
        <translation>%1: a mesma pessoa que outra</translation>
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
        <translation>Resposta</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Com</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Ainda ninguém</translation>
    </message>
</context>
<context>
    <name>Writer</name>
    <message>
        <source>%1 wrote %2 ago, after you began this answer</source>
        <translation>%1 escreveu há %2, depois que você começou esta resposta</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s) since you began this answer, the newest by %1 %2 ago</source>
        <translation>
            <numerusform>%n mensagem nova desde que você começou esta resposta, de %1 há %2</numerusform>
            <numerusform>%n mensagens novas desde que você começou esta resposta, a última de %1 há %2</numerusform>
        </translation>
    </message>
    <message>
        <source>A suggestion: read it before you send it</source>
        <translation>É uma sugestão: leia antes de enviar</translation>
    </message>
    <message numerus="yes">
        <source>A message can have at most %n file(s)</source>
        <translation>
            <numerusform>Uma mensagem pode levar no máximo %n arquivo</numerusform>
            <numerusform>Uma mensagem pode levar no máximo %n arquivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture %1.png</source>
        <translation>Imagem %1.png</translation>
    </message>
    <message>
        <source>The picture cannot be kept on this computer</source>
        <translation>A imagem não pode ser guardada neste computador</translation>
    </message>
    <message>
        <source>The picture is being added…</source>
        <translation>Adicionando a imagem…</translation>
    </message>
    <message>
        <source>The picture is being added. Send when it is ready.</source>
        <translation>A imagem está sendo adicionada. Envie quando estiver pronta.</translation>
    </message>
</context>
<context>
    <name>WritingController</name>
    <message>
        <source>This relay cannot do that now. It may have no language model.</source>
        <translation>Este servidor não consegue fazer isso agora. Talvez não tenha um modelo de linguagem.</translation>
    </message>
    <message>
        <source>Too many requests at once. Wait a little and try again.</source>
        <translation>Muitos pedidos de uma vez. Espere um pouco e tente de novo.</translation>
    </message>
    <message>
        <source>Not sent, because somebody wrote first: %1. Your text is still in the conversation.</source>
        <translation>Não foi enviada porque alguém escreveu antes: %1. Seu texto continua na conversa.</translation>
    </message>
    <message>
        <source>It stays as it is</source>
        <translation>Fica como está</translation>
    </message>
    <message>
        <source>Read it before you send it · %1 brings yours back</source>
        <translation>Leia antes de enviar · %1 traz o seu de volta</translation>
    </message>
</context>
<context>
    <name>relevo::client</name>
    <message>
        <source>This is not the address of a relay.</source>
        <translation>Isto não é um endereço de servidor.</translation>
    </message>
    <message>
        <source>Write it like desk.example.com.</source>
        <translation>Escreva como central.exemplo.com.</translation>
    </message>
    <message>
        <source>The connection to %1 cannot be trusted.</source>
        <translation>A conexão com %1 não é confiável.</translation>
    </message>
    <message>
        <source>The address %1 was not found.</source>
        <translation>O endereço %1 não foi encontrado.</translation>
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
        <source>Check the address, your network and whether the relay is running.</source>
        <translation>Confira o endereço, a sua rede e se o servidor está em execução.</translation>
    </message>
    <message>
        <source>The file cannot be kept on this computer.</source>
        <translation>O arquivo não pode ser guardado neste computador.</translation>
    </message>
    <message>
        <source>The file is no longer there.</source>
        <translation>O arquivo não está mais lá.</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>O arquivo é grande demais.</translation>
    </message>
</context>
<context>
    <name>relevo::desktop</name>
    <message>
        <source>The desk where humans take over from bots.</source>
        <translation>Onde as pessoas assumem o lugar dos bots.</translation>
    </message>
    <message>
        <source>The relay’s address.</source>
        <translation>O endereço do servidor.</translation>
    </message>
    <message>
        <source>Keeps settings, session and local copy apart from other profiles.</source>
        <translation>Mantém configurações, sessão e cópia local separadas de outros perfis.</translation>
    </message>
    <message>
        <source>Signs in as the demo project’s first agent.</source>
        <translation>Entra como o primeiro agente do projeto de demonstração.</translation>
    </message>
    <message>
        <source>Opens this handoff in the running desk.</source>
        <translation>Abre esta conversa passada a uma pessoa no Relevo em execução.</translation>
    </message>
    <message>
        <source>Not understood: %1</source>
        <translation>Não foi entendido: %1</translation>
    </message>
    <message>
        <source>A profile’s name has letters, digits, - and _ only.</source>
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
        <source>Relevo keeps running in the tray</source>
        <translation>O Relevo continua na bandeja</translation>
    </message>
    <message>
        <source>You are still notified of waiting customers. To quit, use its menu there.</source>
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
        <translation>Passada pelo bot</translation>
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
        <source>This was not accepted. Check it and try again.</source>
        <translation>Isto não foi aceito. Verifique e tente de novo.</translation>
    </message>
    <message>
        <source>You are not signed in. Sign in and try again.</source>
        <translation>Você não entrou na conta. Entre e tente de novo.</translation>
    </message>
    <message>
        <source>You are not allowed to do this. Ask your administrator.</source>
        <translation>Você não tem permissão para isto. Fale com seu administrador.</translation>
    </message>
    <message>
        <source>The conversation is over.</source>
        <translation>A conversa terminou.</translation>
    </message>
    <message>
        <source>Somebody else was faster and has this conversation.</source>
        <translation>Outra pessoa chegou antes e está com esta conversa.</translation>
    </message>
    <message>
        <source>Somebody else has this conversation now.</source>
        <translation>Agora outra pessoa está com esta conversa.</translation>
    </message>
    <message>
        <source>The conversation has changed in the meantime. Look at it again.</source>
        <translation>A conversa mudou nesse meio-tempo. Olhe-a de novo.</translation>
    </message>
    <message>
        <source>Too many requests at once. Wait a little and try again.</source>
        <translation>Muitos pedidos de uma vez. Espere um pouco e tente de novo.</translation>
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
    <message>
        <source>Most urgent first</source>
        <translation>Mais urgentes primeiro</translation>
    </message>
    <message>
        <source>Longest wait first</source>
        <translation>Maior espera primeiro</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Mais novas primeiro</translation>
    </message>
    <message>
        <source>Due soonest first</source>
        <translation>Vencimento mais próximo primeiro</translation>
    </message>
    <message>
        <source>Offered to me</source>
        <translation>Oferecidas a mim</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Em espera</translation>
    </message>
    <message>
        <source>My conversations</source>
        <translation>Minhas conversas</translation>
    </message>
    <message>
        <source>With colleagues</source>
        <translation>Com colegas</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Adiadas</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tíquetes</translation>
    </message>
    <message>
        <source>Resolved today</source>
        <translation>Resolvidas hoje</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>A caminho</translation>
    </message>
    <message>
        <source>The customer’s first name</source>
        <translation>O primeiro nome do cliente</translation>
    </message>
    <message>
        <source>The customer’s name</source>
        <translation>O nome do cliente</translation>
    </message>
    <message>
        <source>The customer’s e-mail address</source>
        <translation>O e-mail do cliente</translation>
    </message>
    <message>
        <source>The customer’s telephone number</source>
        <translation>O telefone do cliente</translation>
    </message>
    <message>
        <source>Your first name</source>
        <translation>Seu primeiro nome</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Seu nome</translation>
    </message>
    <message>
        <source>The order the customer mentioned</source>
        <translation>O pedido que o cliente mencionou</translation>
    </message>
    <message>
        <source>The product the customer mentioned</source>
        <translation>O produto que o cliente mencionou</translation>
    </message>
    <message>
        <source>desk lamp</source>
        <translation>luminária de mesa</translation>
    </message>
    <message>
        <source>The parcel the customer mentioned</source>
        <translation>A encomenda que o cliente mencionou</translation>
    </message>
    <message>
        <source>The channel the customer uses</source>
        <translation>O canal que o cliente usa</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Serviço</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>Sign-in code</source>
        <translation>Código de acesso</translation>
    </message>
    <message>
        <source>The time for free text is over. Choose a template, or wait until the customer writes.</source>
        <translation>O prazo para texto livre acabou. Escolha um modelo ou espere o cliente escrever.</translation>
    </message>
    <message>
        <source>It is about data protection</source>
        <translation>Trata-se de proteção de dados</translation>
    </message>
    <message>
        <source>The customer has said it already</source>
        <translation>O cliente já disse isso</translation>
    </message>
    <message>
        <source>The customer reports how he was treated</source>
        <translation>O cliente conta como foi tratado</translation>
    </message>
    <message>
        <source>It may be about a disputed payment</source>
        <translation>Pode ser sobre um pagamento contestado</translation>
    </message>
    <message>
        <source>It may be about a disputed refund</source>
        <translation>Pode ser sobre um reembolso contestado</translation>
    </message>
    <message>
        <source>It may be about data protection</source>
        <translation>Pode ser sobre proteção de dados</translation>
    </message>
    <message>
        <source>It may be about ending a contract</source>
        <translation>Pode ser sobre o fim de um contrato</translation>
    </message>
    <message>
        <source>It may be about fraud</source>
        <translation>Pode ser sobre uma fraude</translation>
    </message>
    <message>
        <source>It may be about legal steps</source>
        <translation>Pode ser sobre medidas legais</translation>
    </message>
    <message>
        <source>It may be urgent</source>
        <translation>Pode ser urgente</translation>
    </message>
    <message>
        <source>Somebody may be in danger</source>
        <translation>Alguém pode estar em perigo</translation>
    </message>
    <message>
        <source>Somebody may be injured</source>
        <translation>Alguém pode estar ferido</translation>
    </message>
    <message>
        <source>The bot did not answer what was asked</source>
        <translation>O bot não respondeu ao que foi perguntado</translation>
    </message>
    <message>
        <source>The bot did not understand</source>
        <translation>O bot não entendeu</translation>
    </message>
    <message>
        <source>The bot repeats itself</source>
        <translation>O bot está se repetindo</translation>
    </message>
    <message>
        <source>The customer accepted the offer of a person</source>
        <translation>O cliente aceitou a oferta de uma pessoa</translation>
    </message>
    <message>
        <source>The customer disputes a payment</source>
        <translation>O cliente contesta um pagamento</translation>
    </message>
    <message>
        <source>The customer disputes a refund</source>
        <translation>O cliente contesta um reembolso</translation>
    </message>
    <message>
        <source>The customer has little time</source>
        <translation>O cliente tem pouco tempo</translation>
    </message>
    <message>
        <source>The customer is in a hurry</source>
        <translation>O cliente está com pressa</translation>
    </message>
    <message>
        <source>The customer is kept from cancelling</source>
        <translation>O cliente não consegue cancelar</translation>
    </message>
    <message>
        <source>The customer mentions a consumer authority</source>
        <translation>O cliente menciona um órgão de defesa do consumidor</translation>
    </message>
    <message>
        <source>The customer mentions a lawyer</source>
        <translation>O cliente menciona um advogado</translation>
    </message>
    <message>
        <source>The customer mentions the police</source>
        <translation>O cliente menciona a polícia</translation>
    </message>
    <message>
        <source>The customer needs it today</source>
        <translation>O cliente precisa disso hoje</translation>
    </message>
    <message>
        <source>The customer reports a danger</source>
        <translation>O cliente avisa de um perigo</translation>
    </message>
    <message>
        <source>The customer reports a payment that was not theirs</source>
        <translation>O cliente avisa de um pagamento que não é dele</translation>
    </message>
    <message>
        <source>The customer reports a stolen card</source>
        <translation>O cliente avisa de um cartão roubado</translation>
    </message>
    <message>
        <source>The customer reports fraud</source>
        <translation>O cliente avisa de uma fraude</translation>
    </message>
    <message>
        <source>The customer reports something foreign in the product</source>
        <translation>O cliente encontrou algo estranho no produto</translation>
    </message>
    <message>
        <source>The customer says that it cannot wait</source>
        <translation>O cliente diz que não pode esperar</translation>
    </message>
    <message>
        <source>The customer says that it is urgent</source>
        <translation>O cliente diz que é urgente</translation>
    </message>
    <message>
        <source>The customer threatens legal action</source>
        <translation>O cliente ameaça com ação judicial</translation>
    </message>
    <message>
        <source>The customer wants to end a contract</source>
        <translation>O cliente quer encerrar um contrato</translation>
    </message>
    <message>
        <source>The customer wants to leave</source>
        <translation>O cliente quer ir embora</translation>
    </message>
    <message>
        <source>The customer was charged after cancelling</source>
        <translation>O cliente foi cobrado depois de cancelar</translation>
    </message>
    <message>
        <source>The customer asked for a human</source>
        <translation>O cliente pediu para falar com uma pessoa</translation>
    </message>
    <message>
        <source>The customer wrote &quot;%1&quot;.</source>
        <translation>O cliente escreveu “%1”.</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: “%2”</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>The customer is frustrated (%1 of 1).</source>
        <translation>O cliente está frustrado (%1 de 1).</translation>
    </message>
    <message>
        <source>An important customer needs attention: %1</source>
        <translation>Um cliente importante precisa de atenção: %1</translation>
    </message>
    <message>
        <source>not content (%1 of 1).</source>
        <translation>não está satisfeito (%1 de 1).</translation>
    </message>
    <message>
        <source>the bot could not help.</source>
        <translation>o bot não conseguiu ajudar.</translation>
    </message>
    <message>
        <source>The bot could not help %1 times in a row.</source>
        <translation>O bot não conseguiu ajudar %1 vezes seguidas.</translation>
    </message>
    <message>
        <source>The bot gave no answer.</source>
        <translation>O bot não deu nenhuma resposta.</translation>
    </message>
    <message>
        <source>The bot asked for a human.</source>
        <translation>O bot pediu a ajuda de uma pessoa.</translation>
    </message>
    <message>
        <source>The customer does not have the number of the order.</source>
        <translation>O cliente não tem o número do pedido.</translation>
    </message>
    <message>
        <source>The customer&apos;s order could not be found in %1 tries.</source>
        <translation>O pedido do cliente não foi encontrado em %1 tentativas.</translation>
    </message>
    <message>
        <source>The customer wants order %1 cancelled, and the shop has not said whether it is.</source>
        <translation>O cliente quer cancelar o pedido %1, e a loja não disse se está cancelado.</translation>
    </message>
    <message>
        <source>The customer wants order %1 cancelled.</source>
        <translation>O cliente quer cancelar o pedido %1.</translation>
    </message>
    <message>
        <source>Support: %1.</source>
        <translation>Suporte: %1.</translation>
    </message>
    <message>
        <source>order %1</source>
        <translation>pedido %1</translation>
    </message>
    <message>
        <source>nothing more is known</source>
        <translation>nada mais se sabe</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n arquivo</numerusform>
            <numerusform>%n arquivos</numerusform>
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
        <translation>Supervisão</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administração</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversas</translation>
    </message>
    <message>
        <source>Handoffs</source>
        <translation>Passagens a pessoas</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Leitura</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administração</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Conta desativada</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Convite pendente</translation>
    </message>
    <message>
        <source>No members yet.</source>
        <translation>Ainda não há membros.</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n membro</numerusform>
            <numerusform>%n membros</numerusform>
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
    <message>
        <source>It was sent, and nobody has said whether it arrived</source>
        <translation>Foi enviada e ninguém disse se chegou</translation>
    </message>
    <message>
        <source>The channel gave no reason</source>
        <translation>O canal não deu motivo</translation>
    </message>
    <message>
        <source>Sent again below</source>
        <translation>Enviada de novo abaixo</translation>
    </message>
    <message>
        <source>This conversation</source>
        <translation>Esta conversa</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>Carregando…</translation>
    </message>
    <message>
        <source>Show earlier conversation · %1</source>
        <translation>Mostrar conversa anterior · %1</translation>
    </message>
    <message>
        <source>Earlier conversation · %1</source>
        <translation>Conversa anterior · %1</translation>
    </message>
    <message>
        <source>Not sent: the time for free text was over</source>
        <translation>Não foi enviado: o prazo para texto livre tinha acabado</translation>
    </message>
</context>
<context>
    <name>relevo::models::PaletteModel</name>
    <message>
        <source>Recent</source>
        <translation>Recentes</translation>
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
        <translation>Mensagens</translation>
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
        <translation>Amanhã de manhã</translation>
    </message>
    <message>
        <source>Monday morning</source>
        <translation>Segunda de manhã</translation>
    </message>
    <message>
        <source>Until then</source>
        <translation>Até lá</translation>
    </message>
</context>
<context>
    <name>relevo::models::TransferTargets</name>
    <message>
        <source>Not at the desk</source>
        <translation>Fora do posto</translation>
    </message>
    <message>
        <source>%1 of %2 conversations</source>
        <translation>%1 de %2 conversas</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversa</numerusform>
            <numerusform>%n conversas</numerusform>
        </translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipe</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Back to the queue; whoever is free takes it</source>
        <translation>De volta à fila; quem estiver livre pega</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Bot</translation>
    </message>
    <message>
        <source>The bot answers the customer again</source>
        <translation>O bot volta a responder ao cliente</translation>
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
        <translation>Passada a uma pessoa: %1</translation>
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
    <message>
        <source>Relevo</source>
        <translation>Relevo</translation>
    </message>
    <message>
        <source>A customer is waiting</source>
        <translation>Um cliente está esperando</translation>
    </message>
    <message>
        <source>A customer is offered to you</source>
        <translation>Um cliente é oferecido a você</translation>
    </message>
    <message>
        <source>Time is running out for one of your customers</source>
        <translation>O tempo se esgota para um dos seus clientes</translation>
    </message>
    <message>
        <source>One of your customers has written</source>
        <translation>Um dos seus clientes escreveu</translation>
    </message>
    <message>
        <source>There is news from your team</source>
        <translation>Há novidades da sua equipe</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>Sua sessão terminou. Entre de novo.</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a little and try again.</source>
        <translation>Tentativas demais. Espere um pouco e tente de novo.</translation>
    </message>
    <message>
        <source>You are not allowed to do this. Ask an administrator.</source>
        <translation>Você não tem permissão para isto. Fale com um administrador.</translation>
    </message>
    <message>
        <source>The relay is busy. Try again in a moment.</source>
        <translation>O servidor está ocupado. Tente de novo em um instante.</translation>
    </message>
    <message>
        <source>Something went wrong at the relay. If it happens again, tell your administrator.</source>
        <translation>Algo deu errado no servidor. Se acontecer de novo, avise o seu administrador.</translation>
    </message>
    <message>
        <source>The relay did not accept this. Check it and try again.</source>
        <translation>O servidor não aceitou. Verifique e tente de novo.</translation>
    </message>
    <message>
        <source>Their account is disabled.</source>
        <translation>A conta está desativada.</translation>
    </message>
    <message>
        <source>Not in the requested team.</source>
        <translation>Não está na equipe pedida.</translation>
    </message>
    <message>
        <source>Busy or away.</source>
        <translation>Ocupado ou ausente.</translation>
    </message>
    <message>
        <source>Their desk is not connected.</source>
        <translation>O posto não está conectado.</translation>
    </message>
    <message>
        <source>Does not speak the customer’s language.</source>
        <translation>Não fala o idioma do cliente.</translation>
    </message>
    <message>
        <source>Lacks a requested skill.</source>
        <translation>Falta uma habilidade pedida.</translation>
    </message>
    <message>
        <source>Already has as many as they can take.</source>
        <translation>Já tem todas as que aceita.</translation>
    </message>
    <message>
        <source>Is being offered another customer.</source>
        <translation>Está recebendo a oferta de outra pessoa.</translation>
    </message>
    <message>
        <source>Was offered the customer and did not take it.</source>
        <translation>O cliente lhe foi oferecido e não aceitou.</translation>
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
        <translation>abaixo de %1</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>acima de %1</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Passagem a pessoas</translation>
    </message>
    <message>
        <source>First response</source>
        <translation>Primeira resposta</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resolvidos</translation>
    </message>
    <message>
        <source>Customer rating</source>
        <translation>Avaliação dos clientes</translation>
    </message>
    <message>
        <source>Gave up waiting</source>
        <translation>Desistiram de esperar</translation>
    </message>
    <message>
        <source>Not offered to anybody: the first to claim gets them.</source>
        <translation>Não são oferecidos a ninguém: assume quem chegar primeiro.</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>sem dados</translation>
    </message>
    <message>
        <source>on target</source>
        <translation>na meta</translation>
    </message>
    <message>
        <source>off target</source>
        <translation>fora da meta</translation>
    </message>
    <message>
        <source>%1: %2, target %3, %4.</source>
        <translation>%1: %2, meta %3, %4.</translation>
    </message>
    <message>
        <source>%1 · target %2</source>
        <translation>%1 · meta %2</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts. Wait %n minute(s) and try again.</source>
        <translation>
            <numerusform>Tentativas demais. Espere %n minuto e tente de novo.</numerusform>
            <numerusform>Tentativas demais. Espere %n minutos e tente de novo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Search messages and customers</source>
        <translation>Buscar mensagens e clientes</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversa</translation>
    </message>
    <message>
        <source>Getting around</source>
        <translation>Navegar</translation>
    </message>
    <message>
        <source>Myself</source>
        <translation>Eu</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Decline what is offered to me</source>
        <translation>Recusar o que me é oferecido</translation>
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
        <translation>Devolver à fila</translation>
    </message>
    <message>
        <source>Hand back to the bot</source>
        <translation>Devolver ao bot</translation>
    </message>
    <message>
        <source>Snooze for 5 minutes</source>
        <translation>Adiar 5 minutos</translation>
    </message>
    <message>
        <source>Snooze for 15 minutes</source>
        <translation>Adiar 15 minutos</translation>
    </message>
    <message>
        <source>Snooze for 30 minutes</source>
        <translation>Adiar 30 minutos</translation>
    </message>
    <message>
        <source>Snooze until…</source>
        <translation>Adiar até…</translation>
    </message>
    <message>
        <source>End the snooze</source>
        <translation>Encerrar o adiamento</translation>
    </message>
    <message>
        <source>Reopen the conversation</source>
        <translation>Reabrir a conversa</translation>
    </message>
    <message>
        <source>Add a private note…</source>
        <translation>Adicionar nota privada…</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Próxima conversa</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Conversa anterior</translation>
    </message>
    <message>
        <source>Find in the conversation</source>
        <translation>Buscar na conversa</translation>
    </message>
    <message>
        <source>I am available</source>
        <translation>Estou disponível</translation>
    </message>
    <message>
        <source>I am busy</source>
        <translation>Estou ocupado</translation>
    </message>
    <message>
        <source>I am away</source>
        <translation>Estou ausente</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Find anything…</source>
        <translation>Buscar qualquer coisa…</translation>
    </message>
    <message>
        <source>Live…</source>
        <translation>Ao vivo…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Configurações…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
    <message>
        <source>Colours: same as the system</source>
        <translation>Cores: como o sistema</translation>
    </message>
    <message>
        <source>Colours: light</source>
        <translation>Cores: claras</translation>
    </message>
    <message>
        <source>Colours: dark</source>
        <translation>Cores: escuras</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sair da conta</translation>
    </message>
    <message>
        <source>In a list: select several conversations</source>
        <translation>Em uma lista: selecionar para várias de uma vez</translation>
    </message>
    <message>
        <source>In a list: filter it</source>
        <translation>Em uma lista: filtrá-la</translation>
    </message>
    <message>
        <source>On an offer: accept or decline</source>
        <translation>Em uma oferta: aceitar ou recusar</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>selecionada</translation>
    </message>
    <message>
        <source>important customer</source>
        <translation>cliente importante</translation>
    </message>
    <message>
        <source>ticket</source>
        <translation>tíquete</translation>
    </message>
    <message>
        <source>Handing over…</source>
        <translation>Passando a conversa…</translation>
    </message>
    <message>
        <source>frustrated</source>
        <translation>frustração</translation>
    </message>
    <message>
        <source>[%1] %2 (private note): %3</source>
        <translation>[%1] %2 (nota privada): %3</translation>
    </message>
    <message>
        <source>Sent in a moment; you can still take it back</source>
        <translation>Enviada em um instante; ainda dá para desfazer</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Ainda não enviada</translation>
    </message>
    <message>
        <source>A colleague has mentioned you</source>
        <translation>Um colega mencionou você</translation>
    </message>
    <message>
        <source>A customer was assigned to you</source>
        <translation>Um cliente foi passado para você</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Assumir</translation>
    </message>
    <message>
        <source>Remind me later</source>
        <translation>Lembrar depois</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Convert to a ticket</source>
        <translation>Converter em tíquete</translation>
    </message>
    <message>
        <source>Mark as spam</source>
        <translation>Marcar como spam</translation>
    </message>
    <message>
        <source>Block the customer</source>
        <translation>Bloquear o cliente</translation>
    </message>
    <message>
        <source>Unblock the customer</source>
        <translation>Desbloquear o cliente</translation>
    </message>
    <message>
        <source>Same person as…</source>
        <translation>A mesma pessoa que…</translation>
    </message>
    <message>
        <source>That is too long.</source>
        <translation>É longo demais.</translation>
    </message>
    <message>
        <source>That is not an e-mail address.</source>
        <translation>Não é um endereço de e-mail.</translation>
    </message>
    <message>
        <source>A phone number has digits, spaces and a leading +.</source>
        <translation>Um telefone tem números, espaços e um + no início.</translation>
    </message>
    <message>
        <source>%1 where they are</source>
        <translation>%1 onde está</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqueado</translation>
    </message>
    <message>
        <source>picture %1, %2</source>
        <translation>imagem %1, %2</translation>
    </message>
    <message>
        <source>file %1, %2</source>
        <translation>arquivo %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>A message can have at most %n file(s)</source>
        <translation>
            <numerusform>Uma mensagem pode levar no máximo %n arquivo</numerusform>
            <numerusform>Uma mensagem pode levar no máximo %n arquivos</numerusform>
        </translation>
    </message>
    <message>
        <source>no room for %1 (%2)</source>
        <translation>não há lugar para %1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not attached: %1</source>
        <translation>
            <numerusform>%n arquivo não foi anexado: %1</numerusform>
            <numerusform>%n arquivos não foram anexados: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not a readable file</source>
        <translation>%1 não é um arquivo legível</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 está vazio</translation>
    </message>
    <message>
        <source>%1 is too large: %2 of at most %3</source>
        <translation>%1 é grande demais: %2 de no máximo %3</translation>
    </message>
    <message>
        <source>not loaded, click to try again</source>
        <translation>não carregado, clique para tentar de novo</translation>
    </message>
    <message>
        <source>cannot be shown, click to save it</source>
        <translation>não pode ser mostrado, clique para salvar</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>carregando…</translation>
    </message>
    <message>
        <source>no longer kept</source>
        <translation>não é mais guardado</translation>
    </message>
    <message>
        <source>%1, %2, no longer kept</source>
        <translation>%1, %2, não é mais guardado</translation>
    </message>
    <message>
        <source>uploading…</source>
        <translation>enviando…</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Anexar arquivos…</translation>
    </message>
    <message>
        <source>Choose a template…</source>
        <translation>Escolher um modelo…</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Impressão digital</translation>
    </message>
    <message>
        <source>Template: %1</source>
        <translation>Modelo: %1</translation>
    </message>
    <message>
        <source>half within %1</source>
        <translation>metade em %1</translation>
    </message>
    <message>
        <source>waiting for %1 to come back</source>
        <translation>espera %1 voltar</translation>
    </message>
    <message>
        <source>interrupted, retries by itself</source>
        <translation>interrompido, tenta de novo sozinho</translation>
    </message>
    <message>
        <source>answer due in %1</source>
        <translation>a resposta vence em %1</translation>
    </message>
    <message>
        <source>answer %1 late</source>
        <translation>a resposta está com %1 de atraso</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Não perturbe</translation>
    </message>
    <message>
        <source>Let the bot answer here</source>
        <translation>Deixar o bot responder aqui</translation>
    </message>
    <message>
        <source>Switch the bot off here</source>
        <translation>Desligar o bot aqui</translation>
    </message>
    <message>
        <source>It answers with status %1.</source>
        <translation>Responde com o status %1.</translation>
    </message>
    <message>
        <source>It does not answer in time.</source>
        <translation>Não responde a tempo.</translation>
    </message>
    <message>
        <source>It cannot be reached.</source>
        <translation>Não é possível alcançá-lo.</translation>
    </message>
    <message numerus="yes">
        <source>%n webhook(s) not working</source>
        <translation>
            <numerusform>%n webhook não funciona</numerusform>
            <numerusform>%n webhooks não funcionam</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) not working</source>
        <translation>
            <numerusform>%n conexão não funciona</numerusform>
            <numerusform>%n conexões não funcionam</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has received nothing since %2.</source>
        <translation>%1 não recebe nada desde %2.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espaço</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Ins</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>PgDn</source>
        <translation>PgDn</translation>
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
        <translation>Shift</translation>
    </message>
</context>
<context>
    <name>SpellMarks</name>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Buscando sugestões…</translation>
    </message>
    <message>
        <source>“%1” is correct</source>
        <translation>“%1” está certo</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Sem sugestões</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Relevo ended unexpectedly</source>
        <translation>O Relevo terminou inesperadamente</translation>
    </message>
    <message>
        <source>Relevo ended unexpectedly on %1</source>
        <translation>O Relevo terminou inesperadamente em %1</translation>
    </message>
    <message>
        <source>Your drafts and unsent messages are kept. This report stays on this computer: nothing was sent. You can give it to whoever looks after Relevo for you.</source>
        <translation>Seus rascunhos e as mensagens não enviadas estão guardados. Este relatório fica neste computador: nada foi enviado. Você pode entregá-lo a quem cuida do Relevo.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Relatório</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Salvar como…</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Salvar o relatório</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>WindowBar</name>
    <message>
        <source>Choose a template…</source>
        <translation>Escolher um modelo…</translation>
    </message>
    <message>
        <source>Locked: this channel takes a template now</source>
        <translation>Bloqueado: este canal agora só aceita um modelo</translation>
    </message>
    <message>
        <source>The time for free text is over until the customer writes again. Your text stays here; a template reaches them now.</source>
        <translation>O prazo para texto livre acabou até o cliente escrever de novo. O seu texto fica aqui; agora um modelo chega a ele.</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>resta %n hora</numerusform>
            <numerusform>restam %n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>resta %n minuto</numerusform>
            <numerusform>restam %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Free text until %1 · %2</source>
        <translation>Texto livre até %1 · %2</translation>
    </message>
</context>
<context>
    <name>TemplatePicker</name>
    <message>
        <source>Send a template</source>
        <translation>Enviar um modelo</translation>
    </message>
    <message>
        <source>Send a template to %1</source>
        <translation>Enviar um modelo a %1</translation>
    </message>
    <message>
        <source>A template reaches the customer at any time. When they answer, free text does again.</source>
        <translation>Um modelo chega ao cliente a qualquer momento. Quando ele responder, o texto livre volta a chegar.</translation>
    </message>
    <message>
        <source>Find a template</source>
        <translation>Buscar um modelo</translation>
    </message>
    <message>
        <source>Find by name or text</source>
        <translation>Buscar por nome ou texto</translation>
    </message>
    <message>
        <source>Message templates</source>
        <translation>Modelos de mensagem</translation>
    </message>
    <message>
        <source>There are no templates yet. An administrator adds them in the settings.</source>
        <translation>Ainda não há modelos. Um administrador os adiciona nas configurações.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nada encontrado.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Prévia</translation>
    </message>
    <message>
        <source>The customer reads</source>
        <translation>O cliente lê</translation>
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
        <translation>Inserir</translation>
    </message>
    <message>
        <source>Insert what is known of the customer into %1</source>
        <translation>Inserir em %1 o que se sabe do cliente</translation>
    </message>
</context>
<context>
    <name>TemplateForm</name>
    <message>
        <source>Preview</source>
        <translation>Prévia</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>As the provider knows it: lower-case letters, digits and underscores.</source>
        <translation>Como o provedor o conhece: letras minúsculas, dígitos e sublinhados.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Word for word as it was approved. {{1}}, {{2}} and so on stand for values that the sender fills in.</source>
        <translation>Palavra por palavra, como foi aprovado. {{1}}, {{2}} etc. representam valores que quem envia preenche.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Offered first when you answer in this language.</source>
        <translation>Oferecido primeiro a quem responde nele.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoria</translation>
    </message>
    <message>
        <source>Only lower-case letters, digits and underscores, without spaces.</source>
        <translation>Só letras minúsculas, dígitos e sublinhados, sem espaços.</translation>
    </message>
    <message>
        <source>Enter the text.</source>
        <translation>Digite o texto.</translation>
    </message>
    <message>
        <source>This is too long: %1 characters are allowed.</source>
        <translation>É longo demais: são permitidos %1 caracteres.</translation>
    </message>
    <message>
        <source>Number the values {{1}}, {{2}} and so on, without a gap, at most %1.</source>
        <translation>Numere os valores {{1}}, {{2}} etc., sem lacunas, no máximo %1.</translation>
    </message>
    <message>
        <source>Another template has this name in this language.</source>
        <translation>Outro modelo tem este nome neste idioma.</translation>
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
        <translation>Ainda não há modelos. No WhatsApp, só um modelo chega a quem está há um dia em silêncio.</translation>
    </message>
    <message>
        <source>Message templates</source>
        <translation>Modelos de mensagem</translation>
    </message>
    <message>
        <source>Texts that reach customers at any time, also on WhatsApp a day after their last message. Enter them here once your provider has approved them.</source>
        <translation>Textos que chegam aos clientes a qualquer momento, também no WhatsApp um dia depois da última mensagem deles. Insira-os aqui quando o seu provedor os tiver aprovado.</translation>
    </message>
    <message>
        <source>Find a template</source>
        <translation>Buscar um modelo</translation>
    </message>
    <message>
        <source>Find by name or text</source>
        <translation>Buscar por nome ou texto</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Novo modelo</translation>
    </message>
    <message>
        <source>The message template is not saved</source>
        <translation>O modelo de mensagem não foi salvo</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Salvando…</translation>
    </message>
    <message>
        <source>Another template has this name in this language.</source>
        <translation>Outro modelo tem este nome neste idioma.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Salvo.</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 foi excluído.</translation>
    </message>
</context>
<context>
    <name>ListEditor</name>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Descartar alterações</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nada encontrado.</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Ainda não salvo</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>Não há conexão.</translation>
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
        <translation>Consultando o servidor…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
</context>
<context>
    <name>OfferReminder</name>
    <message numerus="yes">
        <source>%n more offered to you</source>
        <translation>
            <numerusform>mais %n oferecida a você</numerusform>
            <numerusform>mais %n oferecidas a você</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BotLine</name>
    <message>
        <source>The bot is switched off here</source>
        <translation>O bot está desligado aqui</translation>
    </message>
    <message>
        <source>The bot may answer here</source>
        <translation>O bot pode responder aqui</translation>
    </message>
    <message>
        <source>No bot answers this customer until it is switched on, an agent hands back to it, or the customer starts anew</source>
        <translation>Nenhum bot responde a este cliente até que seja ligado, um agente a devolva a ele ou o cliente recomece</translation>
    </message>
    <message>
        <source>Whenever no human has the conversation</source>
        <translation>Sempre que nenhuma pessoa estiver com a conversa</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Ligar</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Desligar</translation>
    </message>
    <message>
        <source>Let the bot answer here</source>
        <translation>Deixar o bot responder aqui</translation>
    </message>
    <message>
        <source>Switch the bot off here</source>
        <translation>Desligar o bot aqui</translation>
    </message>
</context>
<context>
    <name>BotSwitch</name>
    <message>
        <source>Only whoever has this conversation, or a supervisor, can switch the bot on or off here.</source>
        <translation>Só quem está com esta conversa, ou um supervisor, pode ligar ou desligar o bot aqui.</translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source>API keys</source>
        <translation>Chaves de API</translation>
    </message>
    <message>
        <source>A key lets one of your programs in: your bot, your shop, a report. Give each its own, with no more than it needs.</source>
        <translation>Uma chave deixa entrar um dos seus programas: seu bot, sua loja, um relatório. Dê a cada um a sua, só com o que precisa.</translation>
    </message>
    <message>
        <source>Find a key</source>
        <translation>Buscar uma chave</translation>
    </message>
    <message>
        <source>Find by name or what it may do</source>
        <translation>Buscar por nome ou pelo que pode fazer</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nova chave</translation>
    </message>
    <message>
        <source>There are none yet. A program needs one to come in.</source>
        <translation>Ainda não há nenhuma. Um programa precisa de uma para entrar.</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Criar a chave</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Revogar…</translation>
    </message>
    <message>
        <source>API, token or access for a program</source>
        <translation>API, token ou acesso para um programa</translation>
    </message>
    <message>
        <source>Revoke a key</source>
        <translation>Revogar uma chave</translation>
    </message>
    <message>
        <source>Take a program’s access away</source>
        <translation>Tirar o acesso de um programa</translation>
    </message>
    <message>
        <source>The keys could not be fetched</source>
        <translation>Não foi possível buscar as chaves</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>What it is for, such as “Bot of the shop”.</source>
        <translation>Para que serve, por exemplo “Bot da loja”.</translation>
    </message>
    <message>
        <source>What it may do</source>
        <translation>O que pode fazer</translation>
    </message>
    <message>
        <source>Write into conversations and read them: what a bot needs.</source>
        <translation>Escrever nas conversas e lê-las: o que um bot precisa.</translation>
    </message>
    <message>
        <source>Ask for a human, and act for whoever holds a conversation.</source>
        <translation>Pedir uma pessoa e agir por quem está com uma conversa.</translation>
    </message>
    <message>
        <source>Read everything that agents see, and the reports.</source>
        <translation>Ler tudo o que os agentes veem, e os relatórios.</translation>
    </message>
    <message>
        <source>Look after agents, teams, bots and orders, and read the audit; never after administrators or keys.</source>
        <translation>Cuidar de agentes, equipes, bots e pedidos, e ler a auditoria; nunca de administradores nem de chaves.</translation>
    </message>
    <message>
        <source>Made %1.</source>
        <translation>Criada em %1.</translation>
    </message>
    <message>
        <source>Make it now, or discard it?</source>
        <translation>Criar agora ou descartar?</translation>
    </message>
    <message>
        <source>The key has not been created</source>
        <translation>A chave não foi criada</translation>
    </message>
    <message>
        <source>Say what the key is for.</source>
        <translation>Diga para que serve a chave.</translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>Escolha pelo menos uma.</translation>
    </message>
    <message>
        <source>Creating the key…</source>
        <translation>Criando a chave…</translation>
    </message>
    <message>
        <source>The key %1</source>
        <translation>A chave %1</translation>
    </message>
    <message>
        <source>Copy it now into the program it is for: it is shown only once, and nobody can read it again. Anyone who has it can do everything it allows.</source>
        <translation>Copie agora para o programa a que se destina: é mostrada só desta vez e ninguém pode lê-la de novo. Quem a tiver pode fazer tudo o que ela permite.</translation>
    </message>
    <message>
        <source>API key %1</source>
        <translation>Chave de API %1</translation>
    </message>
    <message>
        <source>This key no longer exists.</source>
        <translation>Esta chave não existe mais.</translation>
    </message>
    <message>
        <source>Something above needs correcting.</source>
        <translation>Há algo a corrigir acima.</translation>
    </message>
    <message>
        <source>Every program that uses it is shut out at once, and it cannot be brought back.</source>
        <translation>Todos os programas que a usam ficam de fora na hora, e ela não pode ser recuperada.</translation>
    </message>
    <message>
        <source>It was last used %1.</source>
        <translation>Foi usada pela última vez em %1.</translation>
    </message>
    <message>
        <source>It has never been used.</source>
        <translation>Nunca foi usada.</translation>
    </message>
    <message>
        <source>Revoke the key %1?</source>
        <translation>Revogar a chave %1?</translation>
    </message>
    <message>
        <source>Revoke the key</source>
        <translation>Revogar a chave</translation>
    </message>
</context>
<context>
    <name>MarkList</name>
    <message>
        <source>Nothing found.</source>
        <translation>Nada encontrado.</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People</source>
        <translation>Pessoas</translation>
    </message>
    <message>
        <source>Who works here: what they may do, and which customers they are offered.</source>
        <translation>Quem trabalha aqui: o que pode fazer e quais clientes lhe são oferecidos.</translation>
    </message>
    <message>
        <source>Find somebody</source>
        <translation>Buscar alguém</translation>
    </message>
    <message>
        <source>Find by name, address, team or skill</source>
        <translation>Buscar por nome, endereço, equipe ou habilidade</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>Convidar alguém</translation>
    </message>
    <message>
        <source>There is nobody yet.</source>
        <translation>Ainda não há ninguém.</translation>
    </message>
    <message>
        <source>New agent, colleague or account; a link to set the password</source>
        <translation>Novo agente, colega ou conta; um link para definir a senha</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Funções</translation>
    </message>
    <message>
        <source>Make somebody agent, supervisor or administrator</source>
        <translation>Tornar alguém agente, supervisor ou administrador</translation>
    </message>
    <message>
        <source>Skills and languages</source>
        <translation>Habilidades e idiomas</translation>
    </message>
    <message>
        <source>Which customers somebody is offered</source>
        <translation>Quais clientes são oferecidos a alguém</translation>
    </message>
    <message>
        <source>Conversations at once</source>
        <translation>Conversas ao mesmo tempo</translation>
    </message>
    <message>
        <source>Capacity: how many somebody is offered</source>
        <translation>Capacidade: quantas são oferecidas a alguém</translation>
    </message>
    <message>
        <source>Disable or enable an account</source>
        <translation>Desativar ou ativar uma conta</translation>
    </message>
    <message>
        <source>Somebody left, or came back</source>
        <translation>Alguém saiu ou voltou</translation>
    </message>
    <message>
        <source>Reset somebody’s password</source>
        <translation>Redefinir a senha de alguém</translation>
    </message>
    <message>
        <source>Forgotten, or a new invitation</source>
        <translation>Esquecida, ou um novo convite</translation>
    </message>
    <message>
        <source>Second factor of others</source>
        <translation>Segundo fator de outros</translation>
    </message>
    <message>
        <source>Require it, or remove it for somebody who lost their phone</source>
        <translation>Exigir, ou retirar de quem perdeu o celular</translation>
    </message>
    <message>
        <source>Somebody else has changed this in the meantime. Saving replaces their version with yours.</source>
        <translation>Outra pessoa mudou isto nesse meio-tempo. Ao salvar, a sua versão substitui a dela.</translation>
    </message>
    <message>
        <source>The invitation has not been created</source>
        <translation>O convite não foi feito</translation>
    </message>
    <message>
        <source>Your changes to this person are not saved</source>
        <translation>O que você mudou nesta pessoa não foi salvo</translation>
    </message>
    <message>
        <source>Inviting…</source>
        <translation>Convidando…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Salvando…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Salvo.</translation>
    </message>
    <message>
        <source>Somebody here has this address already.</source>
        <translation>Alguém daqui já tem este endereço.</translation>
    </message>
    <message>
        <source>This is the last administrator. Make somebody else one first.</source>
        <translation>Esta é a última conta de administração. Dê antes essa função a outra pessoa.</translation>
    </message>
    <message>
        <source>This person no longer exists.</source>
        <translation>Esta pessoa não está mais aqui.</translation>
    </message>
    <message>
        <source>Something above needs correcting.</source>
        <translation>Há algo a corrigir acima.</translation>
    </message>
    <message>
        <source>Asking the relay…</source>
        <translation>Consultando o servidor…</translation>
    </message>
    <message>
        <source>The second factor is taken away.</source>
        <translation>O segundo fator foi retirado.</translation>
    </message>
    <message>
        <source>Signed out everywhere.</source>
        <translation>Sessão encerrada em todos os lugares.</translation>
    </message>
    <message>
        <source>The account is disabled.</source>
        <translation>A conta está desativada.</translation>
    </message>
    <message>
        <source>The account is enabled.</source>
        <translation>A conta está ativada.</translation>
    </message>
    <message>
        <source>Give this link to %1</source>
        <translation>Passe este link a %1</translation>
    </message>
    <message>
        <source>Give %1 this link to set another password</source>
        <translation>Passe a %1 este link para definir outra senha</translation>
    </message>
    <message>
        <source>Send it to %1 yourself, by a way you trust: whoever has it sets the password. It works once and is shown this once.</source>
        <translation>Envie você mesmo a %1, por um meio de confiança: quem o tiver define a senha. Vale uma única vez e só é mostrado agora.</translation>
    </message>
    <message>
        <source>It is valid until %1.</source>
        <translation>Vale até %1.</translation>
    </message>
    <message>
        <source>Link for %1</source>
        <translation>Link para %1</translation>
    </message>
</context>
<context>
    <name>PersonAccess</name>
    <message>
        <source>Access</source>
        <translation>Acesso</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Convite</translation>
    </message>
    <message>
        <source>Make a new link…</source>
        <translation>Criar um novo link…</translation>
    </message>
    <message>
        <source>They have not set a password yet. The link they have stops working.</source>
        <translation>Ainda não definiu uma senha. O link que tem deixa de valer.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Senha</translation>
    </message>
    <message>
        <source>Reset the password…</source>
        <translation>Redefinir a senha…</translation>
    </message>
    <message>
        <source>For whoever forgot it: they set another by a link that you give them.</source>
        <translation>Para quem a esqueceu: define outra por um link que você lhe dá.</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Segundo fator</translation>
    </message>
    <message>
        <source>Take it away…</source>
        <translation>Retirar…</translation>
    </message>
    <message>
        <source>For whoever lost their phone: their password alone lets them in until they set up another.</source>
        <translation>Para quem perdeu o celular: basta a senha até configurar outro.</translation>
    </message>
    <message>
        <source>Signed-in devices</source>
        <translation>Dispositivos conectados</translation>
    </message>
    <message>
        <source>Sign out everywhere…</source>
        <translation>Encerrar a sessão em todos os lugares…</translation>
    </message>
    <message>
        <source>For a device that was lost. Their password stays.</source>
        <translation>Para um dispositivo perdido. A senha continua valendo.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Conta</translation>
    </message>
    <message>
        <source>Disable the account…</source>
        <translation>Desativar a conta…</translation>
    </message>
    <message>
        <source>For whoever left. What they wrote stays, and the account can be enabled again.</source>
        <translation>Para quem saiu. O que escreveu fica, e a conta pode ser ativada de novo.</translation>
    </message>
    <message>
        <source>Enable the account</source>
        <translation>Ativar a conta</translation>
    </message>
    <message>
        <source>They can sign in again with the password they had.</source>
        <translation>Pode entrar de novo com a senha que tinha.</translation>
    </message>
    <message>
        <source>Make a new link for %1?</source>
        <translation>Criar um novo link para %1?</translation>
    </message>
    <message>
        <source>The link they have stops working. The new one holds for seven days.</source>
        <translation>O link que tem deixa de valer. O novo vale sete dias.</translation>
    </message>
    <message>
        <source>Make the link</source>
        <translation>Criar o link</translation>
    </message>
    <message>
        <source>Reset the password of %1?</source>
        <translation>Redefinir a senha de %1?</translation>
    </message>
    <message>
        <source>They are signed out everywhere, and their password stops working. You get a link with which they set another within a day.</source>
        <translation>A sessão é encerrada em todos os lugares e a senha deixa de valer. Você recebe um link com o qual outra é definida em até um dia.</translation>
    </message>
    <message>
        <source>Reset the password</source>
        <translation>Redefinir a senha</translation>
    </message>
    <message>
        <source>Take the second factor of %1 away?</source>
        <translation>Retirar o segundo fator de %1?</translation>
    </message>
    <message>
        <source>Their password alone lets them in, and they have to set up another at once.</source>
        <translation>Basta a senha para entrar, e é preciso configurar outro em seguida.</translation>
    </message>
    <message>
        <source>Their password alone lets them in until they set up another.</source>
        <translation>Basta a senha para entrar até que configure outro.</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Sign %1 out everywhere?</source>
        <translation>Encerrar a sessão de %1 em todos os lugares?</translation>
    </message>
    <message>
        <source>Every desktop of theirs asks for their password again. What they hold stays theirs for the moment.</source>
        <translation>O Relevo pede a senha de novo em todos os computadores dela. O que está com ela continua com ela por enquanto.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sair da conta</translation>
    </message>
    <message>
        <source>They are signed out everywhere at once and cannot sign in any more.</source>
        <translation>A sessão é encerrada em todos os lugares na hora e a pessoa não pode mais entrar.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) of theirs go back to the queue for others.</source>
        <translation>
            <numerusform>%n conversa sua volta à fila para os outros.</numerusform>
            <numerusform>%n conversas suas voltam à fila para os outros.</numerusform>
        </translation>
    </message>
    <message>
        <source>They hold no conversations now.</source>
        <translation>Agora não está com nenhuma conversa.</translation>
    </message>
    <message>
        <source>What they wrote stays, and you can enable the account again.</source>
        <translation>O que escreveu fica, e você pode ativar a conta de novo.</translation>
    </message>
    <message>
        <source>Disable the account of %1?</source>
        <translation>Desativar a conta de %1?</translation>
    </message>
    <message>
        <source>Disable the account</source>
        <translation>Desativar a conta</translation>
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
        <translation>Adicionar uma habilidade</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>Adicionar um idioma</translation>
    </message>
    <message>
        <source>Must use a second factor to sign in</source>
        <translation>Precisa de um segundo fator para entrar</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Equipes</translation>
    </message>
    <message>
        <source>Find a team</source>
        <translation>Buscar uma equipe</translation>
    </message>
    <message>
        <source>There are no teams yet.</source>
        <translation>Ainda não há equipes.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sem limite</translation>
    </message>
    <message>
        <source>Whoever has none yet sets one up before anything else, with an app on their phone.</source>
        <translation>Quem ainda não tem nenhum configura um antes de tudo, com um aplicativo no celular.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Customers see it.</source>
        <translation>Os clientes o veem.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>They sign in with it; it cannot be changed later.</source>
        <translation>Entra com ele; depois não pode ser alterado.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Função</translation>
    </message>
    <message>
        <source>Supervisors see Live and the reports and take over from others; administrators also have these pages.</source>
        <translation>A supervisão vê “Ao vivo” e os relatórios e assume conversas de outros; a administração tem também estas páginas.</translation>
    </message>
    <message>
        <source>What asks for a skill is offered to those who have it.</source>
        <translation>O que pede uma habilidade é oferecido a quem a tem.</translation>
    </message>
    <message>
        <source>Customers are offered to those who speak theirs.</source>
        <translation>Os clientes são oferecidos a quem fala o idioma deles.</translation>
    </message>
    <message>
        <source>Conversations at once</source>
        <translation>Conversas ao mesmo tempo</translation>
    </message>
    <message>
        <source>More than these are not offered.</source>
        <translation>Mais do que isso não é oferecido.</translation>
    </message>
    <message>
        <source>Write a name.</source>
        <translation>Escreva um nome.</translation>
    </message>
    <message>
        <source>Write an e-mail address, such as ana@example.com.</source>
        <translation>Escreva um endereço de e-mail, por exemplo ana@example.com.</translation>
    </message>
    <message>
        <source>One of these is not a language. Remove it, or write it differently.</source>
        <translation>Um destes não é um idioma. Tire-o ou escreva-o de outra forma.</translation>
    </message>
    <message>
        <source>From 1 to 1000, or 0 for no limit.</source>
        <translation>De 1 a 1000, ou 0 para não ter limite.</translation>
    </message>
    <message>
        <source>At most 64, each of at most 500 characters.</source>
        <translation>No máximo 64, cada uma com no máximo 500 caracteres.</translation>
    </message>
    <message>
        <source>Somebody here has this address already.</source>
        <translation>Alguém daqui já tem este endereço.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>There is no connection. What you see may be out of date, and nothing can be changed until it is back.</source>
        <translation>Não há conexão. O que você vê pode estar desatualizado, e nada pode ser alterado até ela voltar.</translation>
    </message>
</context>
<context>
    <name>ShownOnce</name>
    <message>
        <source>Done</source>
        <translation>Feito</translation>
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
        <translation>Some daqui quando você sai desta página ou fecha as configurações, e quando a tela é bloqueada.</translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>Teams</source>
        <translation>Equipes</translation>
    </message>
    <message>
        <source>Those who share a queue: a conversation can be given to a team, and is offered to whoever is in it.</source>
        <translation>Quem divide uma fila: uma conversa pode ser passada a uma equipe e é oferecida a quem está nela.</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membros</translation>
    </message>
    <message>
        <source>Find somebody</source>
        <translation>Buscar alguém</translation>
    </message>
    <message>
        <source>There is nobody yet.</source>
        <translation>Ainda não há ninguém.</translation>
    </message>
    <message>
        <source>Find a team</source>
        <translation>Buscar uma equipe</translation>
    </message>
    <message>
        <source>Find by name or member</source>
        <translation>Buscar por nome ou membro</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>Nova equipe</translation>
    </message>
    <message>
        <source>There are none yet. Without teams every conversation is everybody’s.</source>
        <translation>Ainda não há nenhuma. Sem equipes, cada conversa é de todos.</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Excluir…</translation>
    </message>
    <message>
        <source>A group, department or queue of its own</source>
        <translation>Um grupo, departamento ou fila própria</translation>
    </message>
    <message>
        <source>Members of a team</source>
        <translation>Membros de uma equipe</translation>
    </message>
    <message>
        <source>Who belongs to it</source>
        <translation>Quem faz parte</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Somebody else has deleted this team. Saving creates it again.</source>
        <translation>Outra pessoa excluiu esta equipe. Ao salvar, ela é criada de novo.</translation>
    </message>
    <message>
        <source>Somebody else has changed this in the meantime. Saving replaces their version with yours.</source>
        <translation>Outra pessoa mudou isto nesse meio-tempo. Ao salvar, a sua versão substitui a dela.</translation>
    </message>
    <message>
        <source>The team is not saved</source>
        <translation>A equipe não foi salva</translation>
    </message>
    <message>
        <source>Write a name.</source>
        <translation>Escreva um nome.</translation>
    </message>
    <message>
        <source>Another team has this name.</source>
        <translation>Outra equipe tem este nome.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Salvando…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Salvo.</translation>
    </message>
    <message>
        <source>The team, or somebody in it, no longer exists.</source>
        <translation>A equipe, ou alguém dela, não existe mais.</translation>
    </message>
    <message>
        <source>Something above needs correcting.</source>
        <translation>Há algo a corrigir acima.</translation>
    </message>
    <message>
        <source>Delete the team %1?</source>
        <translation>Excluir a equipe %1?</translation>
    </message>
    <message>
        <source>Nobody loses their account. Customers who wait for this team wait for everybody from then on. It cannot be undone.</source>
        <translation>Ninguém perde a conta. Os clientes que esperam por esta equipe passam a esperar por todos. Não pode ser desfeito.</translation>
    </message>
    <message>
        <source>Delete the team</source>
        <translation>Excluir a equipe</translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>For this list only; customers do not see it.</source>
        <translation>Só para esta lista; os clientes não o veem.</translation>
    </message>
    <message>
        <source>Words in %1</source>
        <translation>Palavras em %1</translation>
    </message>
    <message>
        <source>Add a word or phrase; paste many with commas or lines</source>
        <translation>Palavra ou frase; cole várias com vírgulas ou linhas</translation>
    </message>
    <message>
        <source>Answer in %1</source>
        <translation>Resposta em %1</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palavras</translation>
    </message>
    <message>
        <source>It matches when a message has all the words of one phrase, in any order. The start of each word is enough.</source>
        <translation>Aplica-se quando uma mensagem tem todas as palavras de uma frase, em qualquer ordem. Basta o começo de cada palavra.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Resposta</translation>
    </message>
    <message>
        <source>{hours} is replaced by the business hours in the handoff settings.</source>
        <translation>{hours} é substituído pelo horário de atendimento das configurações da passagem a pessoas.</translation>
    </message>
    <message>
        <source>There are words in this language; write the answer, too.</source>
        <translation>Há palavras neste idioma; escreva também a resposta.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>É longo demais.</translation>
    </message>
    <message>
        <source>At most 100 words or phrases.</source>
        <translation>No máximo 100 palavras ou frases.</translation>
    </message>
    <message>
        <source>Write at least one word, in any language.</source>
        <translation>Escreva pelo menos uma palavra, em qualquer idioma.</translation>
    </message>
</context>
<context>
    <name>AnswersPage</name>
    <message>
        <source>The bots’ answers</source>
        <translation>Respostas dos bots</translation>
    </message>
    <message>
        <source>Frequent questions, and how the bot that knows them answers. Customers get the answer in the language they write in.</source>
        <translation>Perguntas frequentes e o que o bot que as conhece responde. Cada cliente recebe a resposta no seu idioma.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respostas</translation>
    </message>
    <message>
        <source>Find a question</source>
        <translation>Buscar uma pergunta</translation>
    </message>
    <message>
        <source>Find by name, word or answer</source>
        <translation>Buscar por nome, palavra ou resposta</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>Nova pergunta</translation>
    </message>
    <message>
        <source>There are none of your own yet. The bot knows those that come with Relevo.</source>
        <translation>Ainda não há nenhuma própria. O bot conhece as que vêm com o Relevo.</translation>
    </message>
    <message>
        <source>The questions could not be fetched</source>
        <translation>Não foi possível buscar as perguntas</translation>
    </message>
    <message>
        <source>The relay cannot be reached now. Until it is, this can only be read.</source>
        <translation>Agora não é possível alcançar o servidor. Até lá, isto só pode ser lido.</translation>
    </message>
    <message>
        <source>The question is not saved</source>
        <translation>A pergunta não foi salva</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Salvo.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Salvando…</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 foi excluído.</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>Perguntas e respostas</translation>
    </message>
    <message>
        <source>FAQ: words and answers in each language</source>
        <translation>FAQ: palavras e respostas em cada idioma</translation>
    </message>
    <message>
        <source>Somebody else has changed this question in the meantime. Nothing was saved; saving now replaces their version with yours.</source>
        <translation>Outra pessoa mudou esta pergunta nesse meio-tempo. Nada foi salvo; se salvar agora, a sua versão substitui a dela.</translation>
    </message>
    <message>
        <source>Somebody else has changed this question; this is how it is now.</source>
        <translation>Outra pessoa alterou esta pergunta; é assim que ela está agora.</translation>
    </message>
    <message>
        <source>Somebody else has deleted this question in the meantime. Saving creates it again.</source>
        <translation>Outra pessoa excluiu esta pergunta entretanto. Ao salvar, ela é criada de novo.</translation>
    </message>
</context>
<context>
    <name>BotCards</name>
    <message>
        <source>Questions and answers</source>
        <translation>Perguntas e respostas</translation>
    </message>
    <message>
        <source>Answers what is asked again and again, as the page of the bots’ answers says.</source>
        <translation>Responde o que se pergunta repetidamente, conforme a página de respostas dos bots.</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
    <message>
        <source>Tells an order’s status, and cancels one that has not left.</source>
        <translation>Diz o status de um pedido e cancela o que não saiu.</translation>
    </message>
    <message>
        <source>First questions</source>
        <translation>Primeiras perguntas</translation>
    </message>
    <message>
        <source>Asks what happened, then for a human with all of it.</source>
        <translation>Pergunta o que houve e depois chama uma pessoa com tudo isso.</translation>
    </message>
    <message>
        <source>Your own program</source>
        <translation>Seu próprio programa</translation>
    </message>
    <message>
        <source>Gets each message over HTTP, and answers it.</source>
        <translation>Recebe cada mensagem por HTTP e a responde.</translation>
    </message>
    <message>
        <source>Add a bot</source>
        <translation>Adicionar um bot</translation>
    </message>
    <message>
        <source>Name of the bot</source>
        <translation>Nome do bot</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>The relay posts each message there.</source>
        <translation>O servidor envia cada mensagem para lá.</translation>
    </message>
    <message>
        <source>Answers within</source>
        <translation>Responde em</translation>
    </message>
    <message>
        <source>Each of three attempts. Then a human is asked for.</source>
        <translation>Cada uma de três tentativas. Depois uma pessoa é chamada.</translation>
    </message>
    <message>
        <source>Later answers within</source>
        <translation>As respostas posteriores, em</translation>
    </message>
    <message>
        <source>When the program says that it answers later.</source>
        <translation>Quando o programa diz que responde mais tarde.</translation>
    </message>
    <message>
        <source>Only listens</source>
        <translation>Só escuta</translation>
    </message>
    <message>
        <source>Adds details</source>
        <translation>Complemento de dados</translation>
    </message>
    <message>
        <source>Hears every customer’s message, whoever speaks to them, and may only write down who they are.</source>
        <translation>Ouve cada mensagem dos clientes, seja quem for que fale com eles, e só pode anotar quem são.</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Segredo</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the secret</source>
        <translation>Copiar o segredo</translation>
    </message>
    <message>
        <source>New secret…</source>
        <translation>Novo segredo…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>What it sends is signed with it.</source>
        <translation>Com ele é assinado o que envia.</translation>
    </message>
    <message>
        <source>Shown this once, until you leave this page: give it to your program now, which checks by it that it is the relay who asks.</source>
        <translation>Mostrado só desta vez, até você sair desta página: entregue-o agora ao seu programa, que verifica com ele que é o servidor quem pergunta.</translation>
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
        <translation>Quem responde aos clientes antes de uma pessoa, e o que vai para cada bot. Para todos no projeto.</translation>
    </message>
    <message>
        <source>The bots’ settings could not be fetched</source>
        <translation>Não foi possível buscar as configurações dos bots</translation>
    </message>
    <message>
        <source>The bots’ settings are not saved</source>
        <translation>As configurações dos bots não foram salvas</translation>
    </message>
    <message>
        <source>Bots answer customers</source>
        <translation>Os bots respondem aos clientes</translation>
    </message>
    <message>
        <source>When this is off, none of them does. Whoever asks for a human still gets one.</source>
        <translation>Desligado, nenhum responde. Quem pede uma pessoa continua sendo atendido por uma.</translation>
    </message>
    <message>
        <source>The bots</source>
        <translation>Os bots</translation>
    </message>
    <message>
        <source>The questions that come with Relevo are answered, too</source>
        <translation>As perguntas que vêm com o Relevo também são respondidas</translation>
    </message>
    <message>
        <source>Greetings, opening hours and the like, in English, Spanish and Portuguese.</source>
        <translation>Cumprimentos, horários e afins, em inglês, espanhol e português.</translation>
    </message>
    <message>
        <source>First questions ask at most</source>
        <translation>As primeiras perguntas são no máximo</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>perguntas</translation>
    </message>
    <message>
        <source>What goes to which bot</source>
        <translation>O que vai para cada bot</translation>
    </message>
    <message>
        <source>And everything that fits nowhere else.</source>
        <translation>E tudo o que não se encaixa em outro lugar.</translation>
    </message>
    <message>
        <source>Orders, deliveries, prices, invoices.</source>
        <translation>Pedidos, entregas, preços, faturas.</translation>
    </message>
    <message>
        <source>Something does not work, or is missing.</source>
        <translation>Algo não funciona ou está faltando.</translation>
    </message>
    <message>
        <source>A language model decides where no rule fits</source>
        <translation>Um modelo de linguagem decide onde nenhuma regra se aplica</translation>
    </message>
    <message>
        <source>If the relay has one. What it is shown is masked.</source>
        <translation>Se o servidor tiver um. O que lhe é mostrado vai mascarado.</translation>
    </message>
    <message>
        <source>Words that decide</source>
        <translation>Palavras que decidem</translation>
    </message>
    <message>
        <source>Checked before the built-in rules: the first one with a phrase whose words are all in the message, in any order. The start of each word is enough.</source>
        <translation>Vêm antes das regras já incluídas: vale a primeira com uma frase cujas palavras estejam todas na mensagem, em qualquer ordem. Basta o começo de cada palavra.</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
    <message>
        <source>What the bot for orders knows.</source>
        <translation>O que o bot de pedidos sabe.</translation>
    </message>
    <message>
        <source>In the relay’s own table</source>
        <translation>Na tabela do próprio servidor</translation>
    </message>
    <message>
        <source>At an address of yours</source>
        <translation>Em um endereço seu</translation>
    </message>
    <message>
        <source>Where they are found</source>
        <translation>Onde são encontrados</translation>
    </message>
    <message>
        <source>The table is written by your shop, over the relay’s interface.</source>
        <translation>A tabela é escrita pela sua loja, pela interface do servidor.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>{order} and {email} are replaced by what the customer wrote.</source>
        <translation>{order} e {email} são substituídos pelo que o cliente escreveu.</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>It answers within</source>
        <translation>Responde em</translation>
    </message>
    <message>
        <source>Address to cancel at</source>
        <translation>Endereço para cancelar</translation>
    </message>
    <message>
        <source>Without it a human cancels.</source>
        <translation>Sem ele, uma pessoa cancela.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>The owner’s e-mail</source>
        <translation>E-mail do dono</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Itens</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Expected on</source>
        <translation>Previsto para</translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>Rastreamento</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Ninguém</translation>
    </message>
    <message>
        <source>Whoever has the general questions</source>
        <translation>O das perguntas gerais</translation>
    </message>
    <message>
        <source>There is no talking bot with this name.</source>
        <translation>Não há nenhum bot com este nome que fale.</translation>
    </message>
    <message>
        <source>Write at least one word or phrase, at most 100, each of up to 200 characters.</source>
        <translation>Escreva pelo menos uma palavra ou frase, no máximo 100, cada uma de até 200 caracteres.</translation>
    </message>
    <message>
        <source>Another bot has this name.</source>
        <translation>Outro bot tem este nome.</translation>
    </message>
    <message>
        <source>Up to 40 lower-case letters, digits, hyphens or underscores, without spaces.</source>
        <translation>Até 40 letras minúsculas, dígitos, hifens ou sublinhados, sem espaços.</translation>
    </message>
    <message>
        <source>Write a web address with {order} in its path, such as https://shop.example.com/{order}.</source>
        <translation>Escreva um endereço web com {order} no caminho, como https://shop.example.com/{order}.</translation>
    </message>
    <message>
        <source>Write a web address, with {order} and {email} in its path only.</source>
        <translation>Escreva um endereço web, com {order} e {email} só no caminho.</translation>
    </message>
    <message>
        <source>Write a web address such as https://bot.example.com/turn.</source>
        <translation>Escreva um endereço web como https://bot.example.com/turn.</translation>
    </message>
    <message>
        <source>The relay does not accept this value.</source>
        <translation>O servidor não aceita este valor.</translation>
    </message>
    <message>
        <source>whether bots answer</source>
        <translation>se os bots respondem</translation>
    </message>
    <message>
        <source>the bots</source>
        <translation>os bots</translation>
    </message>
    <message>
        <source>what goes to which bot</source>
        <translation>o que vai para cada bot</translation>
    </message>
    <message>
        <source>words that decide</source>
        <translation>palavras que decidem</translation>
    </message>
    <message>
        <source>who only listens</source>
        <translation>quem só escuta</translation>
    </message>
    <message>
        <source>built-in questions</source>
        <translation>perguntas incluídas</translation>
    </message>
    <message>
        <source>number of first questions</source>
        <translation>número de primeiras perguntas</translation>
    </message>
    <message>
        <source>the language model</source>
        <translation>o modelo de linguagem</translation>
    </message>
    <message>
        <source>where orders are found</source>
        <translation>onde os pedidos são encontrados</translation>
    </message>
    <message>
        <source>Make a new secret?</source>
        <translation>Criar um novo segredo?</translation>
    </message>
    <message>
        <source>What “%1” sends is signed with the new one at once; a program that still checks with the old one refuses it until you update it.</source>
        <translation>O que “%1” envia é assinado logo com o novo; um programa que ainda verifique com o antigo o recusa até que você o atualize.</translation>
    </message>
    <message>
        <source>Make a new secret</source>
        <translation>Criar um novo segredo</translation>
    </message>
    <message>
        <source>Where this and the fields below are in the answer, such as data.0.status.</source>
        <translation>Onde este campo e os seguintes estão na resposta, como data.0.status.</translation>
    </message>
    <message>
        <source>Programs of your own</source>
        <translation>Programas próprios</translation>
    </message>
    <message>
        <source>Webhook: address, secret, time limits, enricher</source>
        <translation>Webhook: endereço, segredo, limites de tempo, complemento de dados</translation>
    </message>
    <message>
        <source>Relevo asks this address about each order.</source>
        <translation>O Relevo pergunta a este endereço sobre cada pedido.</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>The relay sent an answer that Relevo cannot read.</source>
        <translation>O servidor enviou uma resposta que o Relevo não consegue ler.</translation>
    </message>
    <message>
        <source>The relay cannot be reached now. Until it is, this can only be read.</source>
        <translation>Agora não é possível alcançar o servidor. Até lá, isto só pode ser lido.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Salvando…</translation>
    </message>
    <message>
        <source>Something is not right yet; it is marked above.</source>
        <translation>Algo ainda não está certo; está marcado acima.</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) not saved yet</source>
        <translation>
            <numerusform>%n configuração ainda não salva</numerusform>
            <numerusform>%n configurações ainda não salvas</numerusform>
        </translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>Tudo salvo</translation>
    </message>
    <message>
        <source>Saved. It applies from now on.</source>
        <translation>Salvo. Aplica-se a partir de agora.</translation>
    </message>
    <message>
        <source>Somebody else has changed this in the meantime: %1. Nothing was saved.</source>
        <translation>Outra pessoa também mudou isto: %1. Nada foi salvo.</translation>
    </message>
    <message>
        <source>The relay did not accept “%1”.</source>
        <translation>O servidor não aceitou “%1”.</translation>
    </message>
    <message>
        <source>Last changed by %1, %2</source>
        <translation>Última alteração por %1, %2</translation>
    </message>
</context>
<context>
    <name>RuleCards</name>
    <message>
        <source>General questions</source>
        <translation>Perguntas gerais</translation>
    </message>
    <message>
        <source>Orders and payment</source>
        <translation>Pedidos e pagamento</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Adicionar uma regra</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palavras</translation>
    </message>
    <message>
        <source>Add a word or phrase; paste many with commas or lines</source>
        <translation>Palavra ou frase; cole várias com vírgulas ou linhas</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>Regra %1</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Vai para</translation>
    </message>
    <message>
        <source>What it is about then</source>
        <translation>Do que se trata então</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Mover para cima</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
</context>
<context>
    <name>HealthBar</name>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>Detalhes: %1</translation>
    </message>
</context>
</TS>
