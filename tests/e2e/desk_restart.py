#!/usr/bin/python3
"""The parts of desk_restart.sh, each against the desktop that is running then. Usage: desk_restart.py PART OUTPUT"""
import json
import os
import pathlib
import re
import subprocess
import sys
import time
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from atspi import Application, Missing, type_keys, wait_until  # noqa: E402

PART, OUTPUT = sys.argv[1], pathlib.Path(sys.argv[2])
CUSTOMERS = 12
OFFLINE = "Written while the relay was away"
DRAFT = "Half a sentence that"


def picture(name):
    subprocess.run(["/usr/bin/import", "-silent", "-window", "root", str(OUTPUT / f"{name}.png")], check=True)


def api(path):
    demo = json.loads(pathlib.Path(os.environ["RELEVO_DEMO_FILE"]).read_text())
    request = urllib.request.Request(os.environ["RELEVO_URL"] + path, headers={"Authorization": "Bearer " + demo["apiKey"]})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


def sent_offline():
    """How often the message is in any of the replayed conversations, as the relay has them."""
    ids = [json.loads(line)["id"] for line in open(pathlib.Path(__file__).parent.parent / "replay" / "conversations.jsonl", encoding="utf-8")]
    found = [api(f"/api/conversations/demo-{name}/messages?limit=200") for name in ids]
    return sum(message["content"] == OFFLINE for page in found for message in page["items"])


def online(app):
    waiting = app.list("Waiting", timeout=30)
    waiting.wait_rows(lambda rows: len(rows) == CUSTOMERS, f"{CUSTOMERS} waiting customers")
    waiting.select_row(0)
    app.button("Claim").press()
    app.list("My conversations").wait_rows(lambda rows: len(rows) == 1, "a conversation of mine")
    waiting.wait_rows(lambda rows: len(rows) == CUSTOMERS - 1, "one customer fewer")
    app.field("Message").set_text("Hello, I am reading what happened so far.")
    app.button("Send").press()
    wait_until(lambda: app.all(None, re.compile("reading what happened")), "the message in the conversation")
    picture("1-busy")


def cut(app):
    wait_until(lambda: not app.has("label", "Online"), "the link state to change", 60)
    app.field("Message").set_text(OFFLINE)
    app.button("Send").press()
    wait_until(lambda: app.all(None, re.compile(OFFLINE)), "the waiting message in the conversation")
    picture("2-cut")


def restarted(app):
    started = time.monotonic()
    app.list("Waiting").wait_rows(lambda rows: len(rows) == CUSTOMERS - 1, "the last known queue")
    app.list("My conversations").wait_rows(lambda rows: len(rows) == 1, "the last known conversation")
    print(f"    the last known queue {time.monotonic() - started:.1f} s after the desktop was found", flush=True)
    picture("3-restarted-offline")


def back(app):
    wait_until(lambda: sent_offline() == 1, "the message at the relay", 60)
    app.list("Waiting").wait_rows(lambda rows: len(rows) == CUSTOMERS - 1, "the queue")
    picture("4-back")
    assert sent_offline() == 1, "the message came twice"


def language(app):
    """Another language begins at once: the program starts again by itself, and the draft is there."""
    app.list("My conversations").select_row(0)
    app.field("Message").set_text(DRAFT)
    type_keys("ctrl+comma")
    settings = app.window("Settings", timeout=15)
    settings.list("Pages of the settings").select_row(1)
    # On Linux a box is called by what is chosen in it; the last one is the language's.
    wait_until(lambda: settings.has("label", "Colours"), "the page")
    box = settings.all("combo box", "Same as the system", showing=False)[1]
    box.press()  # opens it
    wait_until(lambda: box.all("list item", "Español"), "the languages")
    type_keys("Down", "Down", "Return")  # like the system, English, Español
    picture("5-language")
    settings.button("Restart now").press()
    before = app.pid

    def next_one():
        try:
            found = Application("relevo", timeout=1)
        except Missing:
            return None
        return found if found.pid != before else None

    again = wait_until(next_one, "the next start", 30)
    (OUTPUT / "restarted.pid").write_text(str(again.pid))
    mine = again.list("Mis conversaciones", timeout=30)
    mine.wait_rows(lambda rows: len(rows) == 1, "a conversation of mine")
    mine.select_row(0)
    wait_until(lambda: again.field("Mensaje").text() == DRAFT, "the draft")
    picture("6-in-spanish")


{"online": online, "cut": cut, "restarted": restarted, "back": back, "language": language}[PART](Application("relevo"))
