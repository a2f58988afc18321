<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BulkBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused:</source>
        <translation>
            <numerusform>%n refused:</numerusform>
            <numerusform>%n refused:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Claim %n conversation(s)?</source>
        <translation>
            <numerusform>Claim %n conversation?</numerusform>
            <numerusform>Claim %n conversations?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Transfer %n conversation(s) to %1?</source>
        <translation>
            <numerusform>Transfer %n conversation to %1?</numerusform>
            <numerusform>Transfer %n conversations to %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolve %n conversation(s)? Their customers see a closing message.</source>
        <translation>
            <numerusform>Resolve %n conversation? The customer sees a closing message.</numerusform>
            <numerusform>Resolve %n conversations? Their customers see a closing message.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Snooze %n conversation(s)?</source>
        <translation>
            <numerusform>Snooze %n conversation?</numerusform>
            <numerusform>Snooze %n conversations?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claimed</source>
        <translation>
            <numerusform>%n claimed</numerusform>
            <numerusform>%n claimed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transferred</source>
        <translation>
            <numerusform>%n transferred</numerusform>
            <numerusform>%n transferred</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n resolved</source>
        <translation>
            <numerusform>%n resolved</numerusform>
            <numerusform>%n resolved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snoozed</source>
        <translation>
            <numerusform>%n snoozed</numerusform>
            <numerusform>%n snoozed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionPage</name>
    <message numerus="yes">
        <source>%n certificate(s) trusted from the next connection.</source>
        <translation>
            <numerusform>%n certificate trusted from the next connection.</numerusform>
            <numerusform>%n certificates trusted from the next connection.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactNotes</name>
    <message numerus="yes">
        <source>Show %n older note(s)</source>
        <translation>
            <numerusform>Show %n older note</numerusform>
            <numerusform>Show %n older notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationHeader</name>
    <message numerus="yes">
        <source>%1 and %n other(s) are also looking</source>
        <translation>
            <numerusform>%1 and %n other are also looking</numerusform>
            <numerusform>%1 and %n others are also looking</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskNotices</name>
    <message numerus="yes">
        <source>%n more customer(s) waiting</source>
        <translation>
            <numerusform>%n more customer waiting</numerusform>
            <numerusform>%n more customers waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more of your customer(s) waiting for you</source>
        <translation>
            <numerusform>%n more of your customers is waiting for you</numerusform>
            <numerusform>%n more of your customers are waiting for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%n hidden by filter</source>
        <translation>
            <numerusform>%n hidden by filter</numerusform>
            <numerusform>%n hidden by filter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoffPage</name>
    <message numerus="yes">
        <source>%n day(s) after it is closed, a conversation is erased for good, with everything that was said and what is known about the customer, here and in every desktop’s copy. This starts at once, with what is already older.</source>
        <translation>
            <numerusform>%n day after it is closed, a conversation is erased for good, with everything that was said and what is known about the customer, here and in every desktop’s copy. This starts at once, with what is already older.</numerusform>
            <numerusform>%n days after it is closed, a conversation is erased for good, with everything that was said and what is known about the customer, here and in every desktop’s copy. This starts at once, with what is already older.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after a conversation is closed, its files are removed for good, here and from every desktop’s copy. This starts at once, with what is already older.</source>
        <translation>
            <numerusform>%n day after a conversation is closed, its files are removed for good, here and from every desktop’s copy. This starts at once, with what is already older.</numerusform>
            <numerusform>%n days after a conversation is closed, its files are removed for good, here and from every desktop’s copy. This starts at once, with what is already older.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxView</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LiveWindow</name>
    <message numerus="yes">
        <source>%n with an agent</source>
        <translation>
            <numerusform>%n with an agent</numerusform>
            <numerusform>%n with an agent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Login</name>
    <message numerus="yes">
        <source>Wait %n minute(s) and try again.</source>
        <translation>
            <numerusform>Wait %n minute and try again.</numerusform>
            <numerusform>Wait %n minutes and try again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message numerus="yes">
        <source>After %n minute(s)</source>
        <translation>
            <numerusform>After %n minute</numerusform>
            <numerusform>After %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message numerus="yes">
        <source>%n thing(s) you sent or decided have not reached the relay yet and will be lost.</source>
        <translation>
            <numerusform>%n thing you sent or decided has not reached the relay yet and will be lost.</numerusform>
            <numerusform>%n things you sent or decided have not reached the relay yet and will be lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) in %1</source>
        <translation>
            <numerusform>%n message in %1</numerusform>
            <numerusform>%n messages in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Relevo: %n waiting</source>
        <translation>
            <numerusform>Relevo: %n waiting</numerusform>
            <numerusform>Relevo: %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message numerus="yes">
        <source>%n conversation(s): done when the connection is back</source>
        <translation>
            <numerusform>%n conversation: done when the connection is back</numerusform>
            <numerusform>%n conversations: done when the connection is back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) resolved</source>
        <translation>
            <numerusform>%n conversation resolved</numerusform>
            <numerusform>%n conversations resolved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) snoozed</source>
        <translation>
            <numerusform>%n conversation snoozed</numerusform>
            <numerusform>%n conversations snoozed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) handed back to the bot</source>
        <translation>
            <numerusform>%n conversation handed back to the bot</numerusform>
            <numerusform>%n conversations handed back to the bot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) given back to the queue</source>
        <translation>
            <numerusform>%n conversation given back to the queue</numerusform>
            <numerusform>%n conversations given back to the queue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) transferred</source>
        <translation>
            <numerusform>%n conversation transferred</numerusform>
            <numerusform>%n conversations transferred</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) marked as spam</source>
        <translation>
            <numerusform>%n conversation marked as spam</numerusform>
            <numerusform>%n conversations marked as spam</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) converted to tickets</source>
        <translation>
            <numerusform>%n conversation converted to a ticket</numerusform>
            <numerusform>%n conversations converted to tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) blocked</source>
        <translation>
            <numerusform>%n customer blocked</numerusform>
            <numerusform>%n customers blocked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted</source>
        <translation>
            <numerusform>%n note deleted</numerusform>
            <numerusform>%n notes deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) merged</source>
        <translation>
            <numerusform>%n customer merged</numerusform>
            <numerusform>%n customers merged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) separated</source>
        <translation>
            <numerusform>%n customer separated</numerusform>
            <numerusform>%n customers separated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Writer</name>
    <message numerus="yes">
        <source>%n new message(s) since you began this answer, the newest by %1 %2 ago</source>
        <translation>
            <numerusform>%n new message since you began this answer, by %1 %2 ago</numerusform>
            <numerusform>%n new messages since you began this answer, the newest by %1 %2 ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A message can have at most %n file(s)</source>
        <translation>
            <numerusform>A message can have at most %n file</numerusform>
            <numerusform>A message can have at most %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relevo::models::SnoozeChoices</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relevo::models::TransferTargets</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relevo::ui</name>
    <message numerus="yes">
        <source>A message can have at most %n file(s)</source>
        <translation>
            <numerusform>A message can have at most %n file</numerusform>
            <numerusform>A message can have at most %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not attached: %1</source>
        <translation>
            <numerusform>%n file not attached: %1</numerusform>
            <numerusform>%n files not attached: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n unread message</numerusform>
            <numerusform>%n unread messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) waiting to be sent</source>
        <translation>
            <numerusform>%n message waiting to be sent</numerusform>
            <numerusform>%n messages waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts. Wait %n minute(s) and try again.</source>
        <translation>
            <numerusform>Too many attempts. Wait %n minute and try again.</numerusform>
            <numerusform>Too many attempts. Wait %n minutes and try again.</numerusform>
        </translation>
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
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message numerus="yes">
        <source>%n webhook(s) not working</source>
        <translation>
            <numerusform>%n webhook is not working</numerusform>
            <numerusform>%n webhooks are not working</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) not working</source>
        <translation>
            <numerusform>%n connection is not working</numerusform>
            <numerusform>%n connections are not working</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowBar</name>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>%n hour left</numerusform>
            <numerusform>%n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>For everything in Relevo. 100 % is the size set in your system.</source>
        <translation>For everything in Relevo. 100 % is the size set in your system.</translation>
    </message>
</context>
<context>
    <name>LinkBar</name>
    <message>
        <source>Offline · trying again in %1 s</source>
        <translation>Offline · trying again in %1&#xa0;s</translation>
    </message>
</context>
<context>
    <name>MessageDelegate</name>
    <message>
        <source>Sending in %1 s · Undo</source>
        <translation>Sending in %1&#xa0;s · Undo</translation>
    </message>
</context>
<context>
    <name>SnoozeDialog</name>
    <message>
        <source>17:30, 45 min or 2 h</source>
        <translation>17:30, 45&#xa0;min or 2&#xa0;h</translation>
    </message>
</context>
<context>
    <name>TryBox</name>
    <message>
        <source>A human would be asked for: %1 (%2 %)</source>
        <translation>A human would be asked for: %1 (%2&#xa0;%)</translation>
    </message>
</context>
<context>
    <name>relevo::models</name>
    <message>
        <source>The customer wrote &quot;%1&quot;.</source>
        <translation>The customer wrote “%1”.</translation>
    </message>
    <message>
        <source>The customer&apos;s order could not be found in %1 tries.</source>
        <translation>The customer’s order could not be found in %1 tries.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferReminder</name>
    <message numerus="yes">
        <source>%n more offered to you</source>
        <translation>
            <numerusform>%n more offered to you</numerusform>
            <numerusform>%n more offered to you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonAccess</name>
    <message numerus="yes">
        <source>%n conversation(s) of theirs go back to the queue for others.</source>
        <translation>
            <numerusform>%n conversation of theirs goes back to the queue for others.</numerusform>
            <numerusform>%n conversations of theirs go back to the queue for others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message numerus="yes">
        <source>%n setting(s) not saved yet</source>
        <translation>
            <numerusform>%n setting not saved yet</numerusform>
            <numerusform>%n settings not saved yet</numerusform>
        </translation>
    </message>
</context>
</TS>
