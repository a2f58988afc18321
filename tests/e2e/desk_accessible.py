#!/usr/bin/python3
"""A customer's whole case by real key presses, while what a screen reader would say is listened to: every control on
every page has a name, Tab goes round and is caught nowhere. Usage: desk_accessible.py OUTPUT"""
import json
import os
import pathlib
import subprocess
import sys
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from atspi import Application, Missing, type_keys, wait_until  # noqa: E402

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
    found = [node for node in app.walk() if node.showing and "focused" in node.states]
    controls = [node for node in found if node.role not in ("list item", "table cell", "filler", "panel")]
    return (controls or found or [None])[-1]


def at(app, name, what):
    try:
        return wait_until(lambda: (focused(app) or app).name == name, what, 15)
    except Missing as missing:
        here = [(node.role, node.name) for node in app.walk() if "focused" in node.states]
        raise Missing(f"{missing}; it is at {here}") from None


def tab_to(app, name):
    for _ in range(30):
        here = focused(app)
        if here and here.name == name:
            return
        type_keys("Tab")
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


def tour(app, where, fewest):
    """Tab comes round again, and each stop on the way says what it is."""
    stops = []
    for _ in range(MOST_STEPS):
        type_keys("Tab")
        here = wait_until(lambda: focused(app), f"{where}: something with the keyboard", 5)
        stop = (here.role, here.name, here.extents())
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


def pages(app):
    for keys, where in (("ctrl+k", "palette"), ("F1", "keys"), ("ctrl+shift+f", "search")):
        type_keys(keys)
        wait_until(lambda: focused(app), f"the keyboard in {where}", 10)
        audit(app, where)
        type_keys("Escape")
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


DEMO = json.loads(pathlib.Path(os.environ["RELEVO_DEMO_FILE"]).read_text())


def main():
    app = Application("relevo")
    sign_in(app)
    audit(app, "desk")
    tour(app, "desk", 5)
    case(app)
    pages(app)
    for fault in faults:
        print("!!  " + fault)
    sys.exit(1 if faults else 0)


main()
