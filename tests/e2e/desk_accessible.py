#!/usr/bin/python3
"""A customer's whole case by real key presses, while what a screen reader would say is listened to: every control on
every page has a name, Tab goes round and is caught nowhere. Usage: desk_accessible.py OUTPUT"""
import json
import os
import pathlib
import subprocess
import sys
import time
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from atspi import Application, Atspi, GLib, Missing, Node, type_keys, wait_until  # noqa: E402

OUTPUT = pathlib.Path(sys.argv[1])
CONTROLS = {"push button", "toggle button", "check box", "radio button", "text", "password text", "entry", "combo box",
            "list", "list box", "page tab", "menu item", "slider", "spin button", "tree", "table"}
ANSWER = "Hello, this is Ana. I am looking into it."
MOST_STEPS = 150
faults = []


def picture(name):
    subprocess.run(["/usr/bin/import", "-silent", "-window", "root", str(OUTPUT / f"accessible-{name}.png")], check=True)


def api(method, path, body=None):
    request = urllib.request.Request(os.environ["RELEVO_URL"] + path, method=method,
                                     data=None if body is None else json.dumps(body).encode(),
                                     headers={"Authorization": "Bearer " + DEMO["apiKey"], "Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


def type_text(text):
    subprocess.run(["xdotool", "type", "--delay", "2", text], check=True)


def focused(app):
    """The control that has the keyboard; a list's current row says so even while the list has not."""
    found, open_ones = [], [app]
    while open_ones:
        node = open_ones.pop(0)
        states = node.states
        if node is not app and "showing" not in states:
            continue  # nor is anything in it, and each question costs
        if "focused" in states:
            found.append(node)
        open_ones[:0] = node.children()
    controls = [node for node in found if node.role not in ("list item", "table cell", "filler", "panel")]
    # With an area to scroll in, what is in it says that it has the keyboard as well.
    return (controls or [node for node in found if node.name.strip()] or found or [None])[-1]


def at(app, name, what):
    try:
        return wait_until(lambda: (focused(app) or app).name == name, what, 15)
    except Missing as missing:
        here = [(node.role, node.name) for node in app.walk() if "focused" in node.states]
        raise Missing(f"{missing}; it is at {here}") from None


def tab_to(app, name, key="Tab"):
    for _ in range(MOST_STEPS):
        here = focused(app)
        if here and here.name == name:
            return
        type_keys(key)
    raise Missing(f"{name!r} is not on the way of Tab\n{app.tree()}")


def audit(app, where):
    """Nothing that can be used is without a name."""
    met = 0
    for node in app.walk():
        if not node.showing or node.role not in CONTROLS:
            continue
        met += 1
        if not node.name.strip():
            faults.append(f"{where}: a {node.role} without a name: {node.description!r}, at {node.extents()}")
    print(f"    {where}: {met} controls", flush=True)
    assert met, f"{where}: nothing was seen"
    picture(where.replace(" ", "-"))


def next_stop(app, where, last):
    """Where the keyboard is after a key; the key may still be on its way while it is asked."""
    end = time.monotonic() + 3
    while True:
        here = wait_until(lambda: focused(app), f"{where}: something with the keyboard", 15)
        stop = (here.role, here.name, here.extents())
        if stop != last or time.monotonic() >= end:
            return here, stop


def tour(app, where, fewest):
    """Tab comes round again, and each stop on the way says what it is."""
    stops = []
    for _ in range(MOST_STEPS):
        type_keys("Tab")
        here, stop = next_stop(app, where, stops[-1] if stops else None)
        if stop in stops:
            # Standing still is a trap; anything else has come round.
            if stop == stops[-1]:
                faults.append(f"{where}: {here.role} {here.name!r} does not let the keyboard go")
            break
        if not here.name.strip():
            faults.append(f"{where}: Tab stops at a {here.role} without a name, at {here.extents()}")
        stops.append(stop)
    else:
        faults.append(f"{where}: Tab does not come round within {MOST_STEPS} steps")
    if len(stops) < fewest:
        faults.append(f"{where}: Tab stops at only {len(stops)} places: {[stop[1] for stop in stops]}")
    print(f"    {where}: Tab stops at {len(stops)} places", flush=True)


def sign_in(app):
    app.field("E-mail", timeout=30)
    wait_until(lambda: focused(app), "the keyboard on the sign-in page", 15)
    audit(app, "sign in")
    tour(app, "sign in", 4)
    tab_to(app, "E-mail")
    type_keys("ctrl+a")
    type_text(DEMO["agents"][0]["email"])
    tab_to(app, "Password")
    type_text(DEMO["agents"][0]["password"])
    type_keys("Return")
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


class Heard:
    """What a screen reader is told that has the keyboard now. An open menu is in no window's tree, it only tells."""

    def __init__(self):
        self._nodes = []
        self._listener = Atspi.EventListener.new(self._hear)
        self._listener.register("object:state-changed:focused")

    def _hear(self, event):
        if event.detail1:
            self._nodes.append(Node(event.source))

    def next(self, what):
        """The newest one since the last question."""
        def probe():
            while GLib.MainContext.default().iteration(False):
                pass
            return self._nodes
        newest = wait_until(probe, what, 10)[-1]
        self._nodes = []
        return newest

    def stop(self):
        self._listener.deregister("object:state-changed:focused")


def menu(app, keys, where, fewest, button=None):
    """Down goes round in it, and comes by every entry; each says what it is. One of a button is opened there."""
    if button:
        app.button(button).focus()
        at(app, button, f"the keyboard at the button of {where}")
    heard = Heard()
    type_keys(keys, "Down")
    first = heard.next(f"the keyboard in {where}")
    picture(where.replace(" ", "-"))
    entries = [entry for entry in first.parent().children() if "menu item" in entry.role and entry.enabled]
    print(f"    {where}: {len(entries)} entries", flush=True)
    if len(entries) < fewest:
        faults.append(f"{where}: only {[entry.name for entry in entries]}")
    faults.extend(f"{where}: a {entry.role} without a name" for entry in entries if not entry.name.strip())
    come_by = {first.name}
    for _ in entries:
        type_keys("Down")
        come_by.add(heard.next(f"{where}: the next entry").name)
    if missed := {entry.name for entry in entries} - come_by:
        faults.append(f"{where}: Down does not come to {sorted(missed)}")
    type_keys("Escape")
    heard.stop()


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
    app.wait_gone(("dialog", "frame", "window"), name)


def send_picture(session):
    file = subprocess.run(["/usr/bin/convert", "-size", "64x48", "xc:teal", "png:-"], capture_output=True, check=True).stdout
    request = urllib.request.Request(os.environ["RELEVO_URL"] + "/api/attachments?name=parcel.png", data=file, method="POST",
                                     headers={"Authorization": "Bearer " + DEMO["apiKey"], "Content-Type": "image/png"})
    with urllib.request.urlopen(request, timeout=10) as answer:
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
    app.wait_gone(("dialog", "frame", "window"), "parcel.png")
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
    app.wait_gone(("dialog", "frame", "window"), "Live")
    type_keys("ctrl+comma")
    settings = app.window("Settings", timeout=15)
    listed = settings.list("Pages of the settings")
    names = [row.name for row in listed.children() if row.showing]
    audit(settings, "settings")
    tour(app, "settings", 3)
    tab_to(app, "Pages of the settings")
    for name in names[1:]:
        type_keys("Down")
        # The list's row and the page's heading.
        wait_until(lambda: settings.has("label", name), f"the page {name!r}", 10)
        audit(settings, f"settings {name}")
        tour(settings, f"settings {name}", 2)
        tab_to(settings, "Pages of the settings", "shift+Tab")


DEMO = json.loads(pathlib.Path(os.environ["RELEVO_DEMO_FILE"]).read_text())


def main():
    app = Application("relevo")
    sign_in(app)
    audit(app, "desk")
    tour(app, "desk", 5)
    case(app)
    held(app)
    pages(app)
    for fault in faults:
        print("!!  " + fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
