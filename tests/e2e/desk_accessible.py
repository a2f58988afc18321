#!/usr/bin/python3
"""A customer's whole case by real key presses, while what a screen reader would say is listened to: every control on
every page has a name, Tab comes to it, goes round and is caught nowhere. Usage: desk_accessible.py OUTPUT"""
import base64
import hashlib
import hmac
import json
import os
import pathlib
import ssl
import struct
import subprocess
import sys
import time
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from atspi import Application, type_keys, wait_until  # noqa: E402
from reach import at, audit, faults, focused, menu, tab_to, tour, type_text  # noqa: E402

DEMO = json.loads(pathlib.Path(os.environ["RELEVO_DEMO_FILE"]).read_text())
ANA = DEMO["agents"][0]
TRUSTED = ssl.create_default_context(cafile=os.environ["RELEVO_CERTIFICATE"])
ANSWER = "Hello, this is Ana. I am looking into it."
DIALOGS = ("dialog", "frame", "window", "alert")


def api(method, path, body=None, key=DEMO["apiKey"]):
    request = urllib.request.Request(os.environ["RELEVO_URL"] + path, method=method,
                                     data=None if body is None else json.dumps(body).encode(),
                                     headers={"Authorization": "Bearer " + key, "Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30, context=TRUSTED) as answer:
        return json.loads(answer.read() or b"null")


class Authenticator:
    """Ana's second factor, and the session in which it was set up."""

    def __init__(self):
        self.session = api("POST", "/api/auth/login", {"email": ANA["email"], "password": ANA["password"]})["token"]
        secret = api("POST", "/api/auth/totp/enrol", {"password": ANA["password"]}, self.session)["secret"]
        self._secret, self._used = base64.b32decode(secret + "=" * (-len(secret) % 8)), 0
        api("POST", "/api/auth/totp/confirm", {"code": self.code()}, self.session)

    def code(self):
        """None is taken twice, and the next one is taken already."""
        self._used = max(int(time.time()) // 30, self._used + 1)
        digest = hmac.digest(self._secret, struct.pack(">Q", self._used), hashlib.sha1)
        at_byte = digest[-1] & 15
        return f"{(struct.unpack('>I', digest[at_byte:at_byte + 4])[0] & 0x7FFFFFFF) % 1000000:06}"


def crash_report(app):
    """The run before has ended badly, and says so beside the work."""
    report = app.window("Relevo ended unexpectedly", timeout=30)
    wait_until(lambda: focused(report), "the keyboard in the report", 15)
    audit(report, "crash report")
    tour(report, "crash report", 5)
    type_keys("Escape")
    app.wait_gone(DIALOGS, "Relevo ended unexpectedly")


def type_password(app):
    tab_to(app, "Password")
    type_keys("ctrl+a")
    type_text(ANA["password"])
    type_keys("Return")


def certificate(app):
    question = app.window("This relay’s certificate is self-signed", timeout=30)
    at(app, "Cancel", "the keyboard at what does no harm")
    audit(question, "certificate")
    tour(question, "certificate", 2)
    tab_to(question, "Trust this certificate")
    type_keys("space")
    app.wait_gone(DIALOGS, "This relay’s certificate is self-signed")
    app.find("label", "This relay is trusted now. Sign in again.")


def second_factor(app, authenticator):
    app.field("Code", timeout=30)
    at(app, "Code", "the keyboard at the code")
    audit(app, "second factor")
    tour(app, "second factor", 3)
    tab_to(app, "Code")
    type_text(authenticator.code())
    type_keys("Return")


def sign_in(app, authenticator):
    app.field("E-mail", timeout=30)
    wait_until(lambda: focused(app), "the keyboard on the sign-in page", 15)
    audit(app, "sign in")
    tour(app, "sign in", 4)
    tab_to(app, "E-mail")
    type_keys("ctrl+a")
    type_text(ANA["email"])
    type_password(app)
    certificate(app)
    type_password(app)
    second_factor(app, authenticator)
    app.list("Waiting", timeout=30)


def case(app):
    api("POST", "/api/conversations/keys/messages", {"author": "customer", "content": "My parcel is lost", "contact": {"name": "Keiko"}})
    handoff = api("POST", "/api/handoff/initiate", {"sessionId": "keys", "triggerType": "manual"})["handoffId"]
    app.list("Waiting").wait_rows(lambda rows: len(rows) == 1, "one waiting customer")
    type_keys("ctrl+1")
    at(app, "Waiting", "the keyboard in the queue")
    type_keys("c")
    app.list("My conversations").wait_rows(lambda rows: len(rows) == 1, "a conversation of mine")
    at(app, "Message", "the keyboard in the composer")
    audit(app, "conversation")
    type_text(ANSWER)
    type_keys("Return")
    wait_until(lambda: any(message["content"] == ANSWER for message in api("GET", "/api/conversations/keys/messages?limit=200")["items"]),
               "the answer at the customer's", 30)
    tour(app, "conversation", 10)
    type_keys("ctrl+r")
    at(app, "Resolution notes", "the keyboard in the notes")
    audit(app, "resolving")
    tour(app, "resolving", 3)
    tab_to(app, "Resolution notes")
    type_text("It was found.")
    type_keys("ctrl+Return")
    wait_until(lambda: api("GET", f"/api/handoff/{handoff}")["status"] == "resolved", "the case to be resolved", 30)


def dialog(app, keys, name, where, fewest):
    """One that is opened from the list of my conversations, and left again by Escape."""
    type_keys("ctrl+2")
    at(app, "My conversations", "the keyboard in my conversations")
    type_keys(keys)
    opened = app.window(name)
    wait_until(lambda: focused(opened), f"the keyboard in {where}", 10)
    audit(opened, where)
    tour(opened, where, fewest)
    type_keys("Escape")
    app.wait_gone(DIALOGS, name)


def offered(app, session):
    """A customer who is offered, the words about who they are, and what stops an answer on its way out."""
    place = f"/api/projects/{DEMO['projectId']}/handoff-settings"
    settings = api("GET", place, key=session)
    api("PUT", place, {**settings, "routing": "round_robin", "acceptSeconds": 600}, session)
    api("POST", "/api/conversations/offer/messages", {"author": "customer", "content": "I want to talk to a human, please",
                                                      "contact": {"name": "Olga", "email": "olga@example.test"}})
    card = app.find(None, "Olga is offered to you")
    left = card.description
    assert left.endswith(" left"), left
    wait_until(lambda: card.description != left, "the time that is left to become less")
    type_keys("ctrl+1")
    audit(app, "offer")
    tour(app, "offer", 8)
    tab_to(app, "Accept Olga")
    type_keys("space")
    app.list("My conversations").wait_rows(lambda rows: len(rows) == 1, "a conversation of mine")
    at(app, "Message", "the keyboard in the composer")
    api("PUT", place, settings, session)

    customer(app)
    stopped(app)
    api("POST", f"/api/handoff/{handoff_of('offer')}/resolve", {})
    app.list("My conversations").wait_rows(lambda rows: not rows, "nothing of mine any more")


def handoff_of(session):
    return api("GET", f"/api/conversations/{session}")["handoff"]["id"]


def changed(app, button, field, words, where, fewest):
    """One line about the customer is opened by its button, changed, and has the keyboard again."""
    tab_to(app, button)
    type_keys("space")
    at(app, field, f"the keyboard in {where}")
    audit(app, where)
    if fewest:
        tour(app, where, fewest)
        tab_to(app, button)
        type_keys("space")
        at(app, field, f"the keyboard in {where}")
    type_keys("ctrl+a")
    type_text(words)
    type_keys("Return")
    at(app, button, f"the keyboard behind {where}")


def customer(app):
    changed(app, "Change Name", "Name", "Olga Tokarczuk", "customer's name", 10)


def stopped(app):
    """What asks before it goes: a word that nobody filled in, and a customer who wrote meanwhile."""
    type_keys("ctrl+3")
    at(app, "Message", "the keyboard in the composer")
    type_text("Your order {{order}} is on its way")
    type_keys("Return")
    app.button("Send anyway")
    audit(app, "gap")
    tour(app, "gap", 10)
    tab_to(app, "Message")
    type_keys("ctrl+a")
    type_text("Your order is on its way")
    api("POST", "/api/conversations/offer/messages", {"author": "customer", "content": "Wait, I have found it"})
    app.list("Conversation").wait_rows(lambda rows: any("I have found it" in row for row in rows), "what the customer wrote")
    type_keys("Return")
    at(app, "Look again", "the keyboard at the question")
    audit(app, "fence")
    tour(app, "fence", 10)
    tab_to(app, "Look again")
    type_keys("space")
    at(app, "Message", "the keyboard in the composer")
    type_keys("ctrl+a", "Delete")


def send_picture(session):
    file = subprocess.run(["/usr/bin/convert", "-size", "64x48", "xc:teal", "png:-"], capture_output=True, check=True).stdout
    request = urllib.request.Request(os.environ["RELEVO_URL"] + "/api/attachments?name=parcel.png", data=file, method="POST",
                                     headers={"Authorization": "Bearer " + DEMO["apiKey"], "Content-Type": "image/png"})
    with urllib.request.urlopen(request, timeout=30, context=TRUSTED) as answer:
        picture_id = json.load(answer)["id"]
    api("POST", f"/api/conversations/{session}/messages", {"author": "customer", "content": "Look", "attachments": [picture_id]})


def held(app):
    """What can be opened while a conversation is held."""
    for session, name in (("w-1", "Wanda"), ("w-2", "Walter")):
        api("POST", f"/api/conversations/{session}/messages", {"author": "customer", "content": "I want to talk to a human, please",
                                                               "contact": {"name": name}, "channel": "whatsapp"})
    waiting = app.list("Waiting")
    waiting.wait_rows(lambda rows: len(rows) == 2, "two waiting customers")
    type_keys("ctrl+1")
    at(app, "Waiting", "the keyboard in the queue")
    type_keys("x", "Down", "x")
    app.button("Claim the selected conversations")
    audit(app, "several selected")
    tour(app, "several selected", 8)
    type_keys("ctrl+1")
    at(app, "Waiting", "the keyboard in the queue")
    type_keys("Escape")
    app.wait_gone(("push button", "button"), "Claim the selected conversations")
    type_keys("c")
    app.list("My conversations").wait_rows(lambda rows: len(rows) == 1, "a conversation of mine")
    at(app, "Message", "the keyboard in the composer")
    dialog(app, "ctrl+t", "Transfer conversation", "transfer", 3)
    dialog(app, "s", "Snooze conversation", "snooze", 3)
    dialog(app, "alt+p", "Same person", "merge", 2)

    dialog(app, "ctrl+shift+t", "Send a template", "template", 2)
    send_picture("w-2")
    app.list("Conversation").wait_rows(lambda rows: any("parcel.png" in row for row in rows), "the picture")
    type_keys("ctrl+4")
    at(app, "Conversation", "the keyboard in the conversation")
    type_keys(*["Down"] * 10, "Return")  # the newest line
    viewer = app.window("parcel.png")
    wait_until(lambda: focused(viewer), "the keyboard in the picture", 10)
    audit(viewer, "picture")
    tour(viewer, "picture", 5)
    type_keys("Escape")
    app.wait_gone(DIALOGS, "parcel.png")
    menu(app, "space", "conversation menu", 5, "More to do")
    menu(app, "space", "customer menu", 1, "More about this customer")
    type_keys("ctrl+2")
    type_keys("ctrl+f")
    at(app, "Find in this conversation", "the keyboard in the search")
    audit(app, "find")
    tour(app, "find", 10)
    type_keys("Escape")
    app.wait_gone(None, "Find in this conversation")
    type_keys("ctrl+2")
    type_keys("n")
    at(app, "Private note", "the keyboard in the note")
    audit(app, "note")
    tour(app, "note", 10)


def pages(app):
    type_keys("ctrl+k")
    at(app, "Find anything", "the keyboard in the palette")
    audit(app, "palette")
    # One field only: it keeps Tab, and Escape leaves it.
    type_keys("Tab", "Escape")
    wait_until(lambda: focused(app).name != "Find anything", "the keyboard back from the palette", 10)
    for keys, where, fewest in (("F1", "keys", 10), ("ctrl+shift+f", "search", 3)):
        type_keys(keys)
        wait_until(lambda: focused(app), f"the keyboard in {where}", 10)
        audit(app, where)
        tour(app, where, fewest)
        type_keys("Escape")
    menu(app, "F10", "program menu", 5)
    menu(app, "ctrl+shift+a", "availability", 3)
    type_keys("ctrl+l")
    live = app.window("Live")
    wait_until(lambda: focused(live), "the keyboard in Live", 10)
    audit(live, "live")
    tour(live, "live", 4)
    type_keys("Escape")
    app.wait_gone(DIALOGS, "Live")
    type_keys("ctrl+comma")
    settings = app.window("Settings", timeout=15)
    listed = settings.list("Pages of the settings")
    names = [row.name for row in listed.children() if row.showing]
    audit(settings, "settings")
    tour(settings, "settings", 3)
    tab_to(app, "Pages of the settings")
    for name in names[1:]:
        type_keys("Down")
        # The list's row and the page's heading.
        wait_until(lambda: settings.has("label", name), f"the page {name!r}", 10)
        audit(settings, f"settings {name}")
        tour(settings, f"settings {name}", 2)
        tab_to(settings, "Pages of the settings", "shift+Tab")


def main():
    app = Application("relevo")
    authenticator = Authenticator()
    crash_report(app)
    sign_in(app, authenticator)
    audit(app, "desk")
    tour(app, "desk", 5)
    case(app)
    offered(app, authenticator.session)
    held(app)
    pages(app)
    for fault in faults:
        print("!!  " + fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
