"""The agents' socket, method by method: what bots and scripts were promised, and the table in PROTOCOL.md."""

import pathlib
import re
import time
import uuid

from line import check
from walk import Desk, well

# What independent clients rely on by name; it never shrinks.
PROMISED = {
    "hello", "handoff.claim", "handoff.decline", "handoff.transfer", "handoff.resolve", "handoff.snooze", "handoff.reopen",
    "message.send", "note.add", "availability.set", "typing.set", "read.mark", "conversation.history", "search", "state.hash",
}

PROTOCOL = pathlib.Path(__file__).resolve().parents[2] / "core" / "protocol" / "PROTOCOL.md"


def documented():
    """The methods of the table, and those whose parameters hold a commandId that has to be given."""
    chapter = PROTOCOL.read_text().split("\n## Agent socket\n", 1)[1].split("\n## ", 1)[0]
    rows = re.findall(r"^\| `([A-Za-z.]+)` \| `(\{.*?\})` \|", chapter.replace("\\|", "/"), re.MULTILINE)
    methods = {name: parameters for name, parameters in rows}
    check("message.send" in methods, "the table of methods was not found in", PROTOCOL)
    unread = [row for row in re.findall(r"^\| `([^`]+)`", chapter, re.MULTILINE) if row not in methods]
    check(not unread, "rows of the table that are not understood:", unread)
    return {"hello", *methods}, {name for name, parameters in methods.items() if re.search(r"\bcommandId\b(?!\?)", parameters)}


def handoffs(desk, ana, luis, luis_id):
    handoff = desk.handoff("by-socket", "I want to talk to a human about my parcel please")
    asked = ana.hear("handoff.requested", lambda event: event["handoffId"] == handoff)
    conversation = asked["conversationId"]
    claim = ana.command("handoff.claim", {"handoffId": handoff})
    check(claim["success"] is True, claim)
    ana.hear("control.changed", lambda event: event["data"]["holder"]["type"] == "agent")
    luis.refused("handoff.claim", {"commandId": str(uuid.uuid4()), "handoffId": handoff}, "already_claimed")
    text = {"conversationId": conversation, "handoffId": handoff, "content": "Here I am.", "epoch": claim["epoch"],
            "clientId": str(uuid.uuid4()), "basedOnSeq": asked["seq"]}
    message = ana.command("message.send", text)
    check(message["clientId"] == text["clientId"] and message["author"] == "agent", message)
    ana.description.check_shape("message.send", "Message", message)
    heard = luis.hear("message.sent", lambda event: event["data"]["message"]["id"] == message["id"])
    check(sum(event["type"] == "message.sent" and event["data"]["message"]["id"] == message["id"] for event in luis.events) == 1)
    luis.refused("message.send", dict(text, commandId=str(uuid.uuid4()), clientId=str(uuid.uuid4())), "stale_control")
    ana.refused("message.send", dict(text, commandId=str(uuid.uuid4()), clientId=str(uuid.uuid4()), epoch=claim["epoch"] - 1), "stale_control")
    ana.refused("message.send", dict(text, commandId=str(uuid.uuid4()), clientId=str(uuid.uuid4()), conversationId=str(uuid.uuid4())), "invalid", -32602)
    without = dict(text, commandId=str(uuid.uuid4()), clientId=str(uuid.uuid4()))
    del without["epoch"]
    ana.refused("message.send", without, "invalid", -32602)
    more = well(desk.bot.post_message("by-socket", body={"author": "customer", "content": "And the invoice?"}))
    later = dict(text, commandId=str(uuid.uuid4()), clientId=str(uuid.uuid4()), basedOnSeq=message["seq"], content="Anything else?")
    ana.refused("message.send", later, "conflict")
    check(ana.command("message.send", dict(later, basedOnSeq=more["seq"]))["content"] == later["content"])
    # What one has said oneself in between is no news.
    ana.command("message.send", dict(later, commandId=str(uuid.uuid4()), clientId=str(uuid.uuid4()), basedOnSeq=more["seq"], content="Bye."))
    ana.command("note.add", {"handoffId": handoff, "content": "Asked the driver, @Luis.", "mentions": [luis_id]})
    luis.hear("note.added")
    check(ana.well("viewing.set", {"conversationId": conversation}) == {})
    check(luis.well("viewing.set", {"conversationId": conversation}) == {})
    check(len(luis.hear_news("viewers")["viewers"]) > 0)
    check(ana.well("alerts.set", {"offers": False, "requests": False}) == {})
    check(ana.well("alerts.set", {}) == {})
    check(ana.well("typing.set", {"conversationId": conversation, "on": True}) == {})
    luis.hear_news("typing")
    said = well(desk.bot.post_message("by-socket", body={"author": "customer", "content": "Thank you"}))
    check(ana.well("read.mark", {"conversationId": conversation, "seq": said["seq"]}) == {})
    ana.hear("message.delivery", lambda event: event["data"]["delivery"] == "read" and event["data"]["messageId"] == said["messageId"])
    older = ana.well("conversation.history", {"conversationId": conversation, "before": heard["seq"], "limit": 10})
    check(older["messages"] and all(one["seq"] < heard["seq"] for one in older["messages"]), older)
    check(ana.well("summary.refresh", {"handoffId": handoff})["summary"]["engine"])
    ana.well("assist.suggest", {"handoffId": handoff})
    ana.well("assist.closingNote", {"handoffId": handoff})
    ana.well("assist.rewrite", {"text": "I am just writing to let you know that we basically will send it again.", "style": "shorter"})
    ana.command("handoff.transfer", {"handoffId": handoff, "agentId": luis_id, "note": "Knows the driver"})
    luis.hear("handoff.transferred", lambda event: event["handoffId"] == handoff)
    luis.command("handoff.snooze", {"handoffId": handoff, "minutes": 15})
    luis.command("handoff.snooze", {"handoffId": handoff, "minutes": 0})
    luis.command("handoff.resolve", {"handoffId": handoff, "notes": "Brought", "disposition": "solved"})
    luis.command("handoff.reopen", {"handoffId": handoff})
    luis.command("handoff.resolve", {"handoffId": handoff, "handBackToBot": True})
    luis.refused("handoff.resolve", {"commandId": str(uuid.uuid4()), "handoffId": str(uuid.uuid4())}, "not_found")
    return conversation


def contacts(desk, ana, luis):
    for session in ("by-socket-twin", "by-socket-other"):
        well(desk.bot.post_message(session, body={"author": "customer", "content": "good day", "contact": {"name": session}}))
    for _ in range(200):
        found = {one["sessionId"]: one["id"] for one in ana.well("contact.find", {"q": "socket", "limit": 50})["items"]}
        if {"by-socket-twin", "by-socket-other"} <= set(found):
            break
        time.sleep(0.05)
    one, other = found["by-socket-twin"], found["by-socket-other"]
    contact = ana.command("contact.update", {"contactId": one, "tags": ["vip"], "blocked": False, "phone": "+1 555 0101"})
    check(contact["tags"] == ["vip"] and contact["phone"] == "+1 555 0101", contact)
    luis.hear("contact.updated", lambda event: event["data"]["contact"]["id"] == one and event["data"]["contact"].get("tags") == ["vip"])
    note = ana.command("contact.note", {"contactId": one, "text": "Calls on Mondays"})["noteId"]
    luis.refused("contact.deleteNote", {"commandId": str(uuid.uuid4()), "contactId": one, "noteId": note}, "forbidden")
    ana.command("contact.deleteNote", {"contactId": one, "noteId": note})
    ana.command("contact.merge", {"contactId": other, "into": one})
    luis.hear("contact.merged", lambda event: event["data"]["contact"]["id"] == other and event["data"]["contact"]["mergedInto"] == one)
    whole = ana.well("contact.get", {"contactId": one})
    check([each["id"] for each in whole["merged"]] == [other] and len(whole["conversations"]) == 2, whole)
    ana.command("contact.split", {"contactId": other})
    luis.hear("contact.split", lambda event: event["data"]["contact"]["id"] == other)
    ana.refused("contact.get", {"contactId": str(uuid.uuid4())}, "not_found")
    ana.refused("contact.praise", {"contactId": one}, None, -32601)
    ana.command("handoff.convert", {"handoffId": desk.handoff("by-socket-ticket")})
    ana.command("handoff.spam", {"handoffId": desk.handoff("by-socket-spam"), "block": True})


def attachments(desk, caller, ana, luis):
    handoff = desk.handoff("by-socket-file")
    claim = ana.command("handoff.claim", {"handoffId": handoff})
    asked = ana.hear("handoff.requested", lambda event: event["handoffId"] == handoff)
    label = well(caller.upload_attachment(text="a label", query={"name": "label.txt"})).json
    words = {"conversationId": asked["conversationId"], "handoffId": handoff, "content": "", "epoch": claim["epoch"]}
    sent = ana.command("message.send", dict(words, clientId=str(uuid.uuid4()), attachments=[label["id"]]))
    check(sent["kind"] == "document" and sent["attachments"] == [label], sent, label)
    ana.description.check_shape("message.send", "Message", sent)
    heard = luis.hear("message.sent", lambda event: event["data"]["message"]["id"] == sent["id"])
    check(heard["data"]["message"]["attachments"] == [label], heard)
    strange = dict(words, commandId=str(uuid.uuid4()), clientId=str(uuid.uuid4()), attachments=[str(uuid.uuid4())])
    ana.refused("message.send", strange, "invalid", -32602)
    ana.refused("message.send", dict(strange, commandId=str(uuid.uuid4()), attachments=[]), None, -32602)
    inner = well(caller.upload_attachment(text="for us", query={"name": "us.txt"}))["id"]
    note = ana.command("note.add", {"handoffId": handoff, "content": "", "attachments": [inner]})
    heard = luis.hear("note.added", lambda event: event["data"]["note"]["id"] == note["messageId"])
    check([one["id"] for one in heard["data"]["note"]["attachments"]] == [inner], heard)
    ana.command("handoff.resolve", {"handoffId": handoff})
    return asked["conversationId"]


def latecomer(person, resolved):
    """A desk that begins anew knows what was resolved today as well."""
    late = person.listen()
    pages = []
    for _ in range(200):
        late.well("ping", {})
        pages = [told["params"] for told in late.told if told["method"] == "snapshot"]
        if pages and pages[-1]["last"]:
            break
        time.sleep(0.05)
    check([page["page"] for page in pages] == list(range(len(pages))), pages)
    over = {one["conversation"]["id"]: one for page in pages for one in page.get("resolved", [])}
    check(resolved in over and over[resolved]["handoff"]["status"] == "resolved", "not among those resolved:", resolved, list(over))
    check(not set(over) & {one["conversation"]["id"] for page in pages for one in page["conversations"]})
    late.close()


def offers(desk, admin, ana):
    well(admin.put_settings(desk.id, body={"routing": "round_robin", "acceptSeconds": 60}))
    check(ana.command("availability.set", {"state": "available"}))
    ana.refused("presence.set", {"here": "yes"}, "invalid", -32602)
    check(ana.well("presence.set", {"here": True}) == {})
    handoff = desk.handoff("by-socket-offered")
    ana.hear("handoff.offered", lambda event: event["handoffId"] == handoff)
    ana.command("handoff.decline", {"handoffId": handoff, "reason": "Not my field"})
    ana.hear("handoff.declined", lambda event: event["handoffId"] == handoff)


def everything(relay, caller):
    methods, commands = documented()
    check(PROMISED <= methods, "promised, and not in PROTOCOL.md:", PROMISED - methods)
    desk = Desk(relay, caller, "Sockets")
    admin = desk.sign_in("Root", "admin")
    people = [desk.sign_in(name, "agent", "--language", "en") for name in ("Ana", "Luis")]
    ana, luis = lines = [one.listen() for one in people]
    ana.refused("handoff.praise", {}, None, -32601)
    ana.refused("handoff.claim", {"commandId": "1"}, None, -32602)
    handoffs(desk, ana, luis, people[1].id)
    latecomer(people[1], attachments(desk, people[0], ana, luis))
    offers(desk, admin, ana)
    contacts(desk, ana, luis)
    well(desk.bot.post_notification(body={"title": "New booking", "body": "Table for four", "kind": "booking", "audience": "agents"}))
    for _ in range(200):
        listed = ana.well("notification.list", {"limit": 10})["items"]
        if listed:
            break
        time.sleep(0.05)
    ana.command("notification.read", {"notificationId": listed[0]["id"]})
    # The search follows the journal at a short distance.
    for _ in range(200):
        found = ana.well("search", {"q": "driver", "limit": 5})["items"]
        if found:
            break
        time.sleep(0.05)
    check(found, "a note that was written is not found")
    check(ana.well("ping", {}) == {})
    # Two desks that have heard the same have the same.
    hashes = {}
    for line in lines:
        state = line.well("state.hash", {})
        hashes.setdefault(state["seq"], set()).add(state["hash"])
    check(all(len(same) == 1 for same in hashes.values()), hashes)
    answered = set().union(*(line.answered for line in lines))
    repeated = set().union(*(line.repeatable for line in lines))
    for line in lines:
        line.close()
    check(answered == methods, "in PROTOCOL.md and never seen to work:", methods - answered, "the other way round:", answered - methods)
    check(commands <= repeated, "never sent twice:", commands - repeated)
    return len(methods)
