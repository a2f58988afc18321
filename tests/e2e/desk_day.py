#!/usr/bin/python3
"""The parts of desk_day.sh, by keys and by what a screen reader is told. Usage: desk_day.py OUTPUT PART"""
import os
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from atspi import Application, type_keys, wait_until  # noqa: E402
from reach import at, tab_to, type_text  # noqa: E402
from desk_notices import (OUTPUT, api, customer, events, in_front, look_elsewhere, picture, somebody_is_there, told,  # noqa: E402
                          tray, window_id)

MINE, WAITING = "My conversations", "Waiting"
DRAFT = "We will refund you tomorrow."
AGAIN = "The courier comes on Friday."
INSTEAD = "Good, then nothing is refunded."
RED = (0xC2, 0x1F, 0x14)  # the badge's ground
HANDOFFS = OUTPUT / "handoffs.txt"


def said(session, words):
    """How often somebody at the desk has said it, as the relay has it."""
    page = api(f"/api/conversations/{session}/messages?limit=200")
    return sum(message["content"] == words and message["author"] != "customer" for message in page["items"])


def looks_at(app, words):
    """The conversation that is open has a message of these words."""
    wait_until(lambda: any(words in row for row in app.list("Conversation", timeout=1).rows()), f"{words!r} in the conversation", 20)


def to_front():
    subprocess.run(["xdotool", "windowactivate", "--sync", wait_until(window_id, "the desktop's window")], check=True,
                   stderr=subprocess.DEVNULL)  # it complains of what is not there yet
    wait_until(in_front, "the desktop in front")


def rows(app, name, count):
    return app.list(name, timeout=30).wait_rows(lambda found: len(found) == count, f"{count} in {name!r}", 30)


def write(app, text):
    type_keys("ctrl+3")
    at(app, "Message", "the keyboard in the composer")
    type_text(text)
    wait_until(lambda: app.field("Message").text() == text, f"{text!r} in the composer")


def choose(name, button):
    """As a person: a right click on what dunst shows, and the button in the menu that comes up. The notice goes then."""
    notice = told(f"{name} is waiting")
    menu = pathlib.Path(os.environ["DESKTOP_TMP"]) / "menu"
    menu.with_name("menu-choice").write_text(f"^#{button} ({name} ")
    popup = wait_until(lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "dunst"], capture_output=True,
                                              text=True).stdout.split(), "a notice on the screen")[-1]
    picture(f"notice-{name}")
    subprocess.run(["xdotool", "mousemove", "--sync", "--window", popup, "40", "20", "click", "3"], check=True)
    wait_until(lambda: any(event["id"] == notice["id"] for event in events("action")), f"{button!r} to be chosen")
    wait_until(lambda: any(event["id"] == notice["id"] for event in events("closed")), "the notice to go")


def find(app, typed, name):
    type_keys("ctrl+k")
    at(app, "Find anything", "the keyboard in the palette")
    type_text(typed)
    results = app.list("Results")
    results.wait_rows(lambda found: any(name in row for row in found), f"{name!r} for {typed!r}")
    # The first one is what Enter goes to.
    wait_until(lambda: name in results.rows()[0], f"{name!r} as the first result")
    picture(f"palette-{typed}")
    type_keys("Return")
    app.wait_gone("list", "Results")


# --- the number at the icon ------------------------------------------------------------------------------------------
def reds(pixels, width):
    """How many pixels have the badge's colour, and how many columns they take."""
    near = [index for index, pixel in enumerate(pixels) if all(abs(a - b) < 24 for a, b in zip(pixel, RED))]
    columns = [index % width for index in near]
    return len(near), max(columns) - min(columns) + 1 if columns else 0


def panel():
    """What is on the screen where the panel is."""
    found = subprocess.run(["/usr/bin/import", "-silent", "-window", "root", "-crop", "240x32+1120+828", "-depth", "8", "rgb:-"],
                           capture_output=True, check=True).stdout
    return reds(list(zip(found[::3], found[1::3], found[2::3])), 240)


def icon(name):
    """What the tray is given."""
    file = OUTPUT / f"{name}.png"
    width = int(tray().SaveIcon(str(file)))
    found = subprocess.run(["/usr/bin/convert", str(file), "-background", "white", "-flatten", "-depth", "8", "rgb:-"],
                           capture_output=True, check=True).stdout
    return (*reds(list(zip(found[::3], found[1::3], found[2::3])), width), width)


def shown(accepts, what):
    """The panel's badge once it is as told, and stays so: a change is painted a moment later."""
    def probe():
        now = panel()
        return now if accepts(now) and panel() == now else None
    return wait_until(probe, f"{what} in the panel", 20)


def draft(app):
    app.list(WAITING, timeout=30)
    assert panel()[0] == 0, f"nobody waits, and the badge has {panel()}"
    picture("panel-nobody")
    somebody_is_there()
    look_elsewhere()
    handoff = customer("d-1", "Grace Hopper", "My parcel is lost, I want to talk to a human")
    choose("Grace Hopper", "Take over")
    wait_until(lambda: (api(f"/api/handoff/{handoff}").get("assignedTo") or {}).get("name"), "the handoff to be taken over", 30)
    wait_until(in_front, "the desktop in front")
    rows(app, MINE, 1)
    looks_at(app, "My parcel is lost")
    picture("taken-over")
    write(app, DRAFT)
    kept = pathlib.Path(os.environ["XDG_DATA_HOME"])
    wait_until(lambda: any(DRAFT.encode() in file.read_bytes() for file in kept.rglob("mirror*")), "the draft on the disk")


def crashed(app):
    rows(app, MINE, 1)
    type_keys("ctrl+2")
    at(app, MINE, "the keyboard in my conversations")
    type_keys("Return")
    wait_until(lambda: app.field("Message").text() == DRAFT, "the draft")
    wait_until(lambda: app.has("label", "Online"), "the line", 60)
    picture("draft-after-crash")


def badge(app):
    somebody_is_there()
    look_elsewhere()
    customer("d-2", "Ada Lovelace")
    one = shown(lambda now: now[0], "a badge")
    choose("Ada Lovelace", "Remind me later")
    assert not in_front(), "putting it off brought the desktop to the front"
    customer("d-3", "Alan Turing", "The zebrafinch is gone, I want to talk to a human")
    told("Alan Turing")
    # As wide, and another figure.
    two = shown(lambda now: now[0] and now != one, "another number")
    assert two[1] == one[1], (one, two)
    picture("panel-two")


def palette(app):
    to_front()
    rows(app, WAITING, 2)
    looks_at(app, "My parcel is lost")
    find(app, "ada", "Ada Lovelace")
    looks_at(app, "I want to talk to a human, please")
    find(app, "zebrafinch", "Alan Turing")
    looks_at(app, "The zebrafinch is gone")
    find(app, "grace", "Grace Hopper")
    looks_at(app, "My parcel is lost")


def fence(app):
    """The draft that outlived the crash answers to what is over."""
    customer("d-1", "Grace Hopper", "Wait, the neighbour may have it")
    looks_at(app, "the neighbour may have it")
    type_keys("ctrl+3")
    at(app, "Message", "the keyboard in the composer")
    type_keys("Return")
    anyway = app.button("Send anyway")
    assert "the neighbour may have it" in anyway.description, anyway.description
    at(app, "Look again", "the keyboard at the question")
    picture("fence")
    assert said("d-1", DRAFT) == 0, "it went without being asked about"
    tab_to(app, "Send anyway")
    type_keys("Return")
    wait_until(lambda: said("d-1", DRAFT) == 1, "the message at the relay", 30)
    app.wait_gone(("push button", "button"), "Send anyway")
    assert app.field("Message").text() == ""


def offline(app):
    wait_until(lambda: not app.has("label", "Online"), "the line to be known as cut", 60)
    write(app, AGAIN)
    type_keys("Return")
    looks_at(app, AGAIN)
    customer("d-1", "Grace Hopper", "STOP, I have found it")
    picture("sent-offline")


def back(app):
    wait_until(lambda: app.has("label", "Online"), "the line", 90)
    looks_at(app, "STOP, I have found it")
    app.button("Send anyway", timeout=30)
    wait_until(lambda: app.field("Message").text() == AGAIN, "the message back in the composer")
    picture("came-back")
    assert said("d-1", AGAIN) == 0, "it went without being asked about"
    app.button("Look again").press()
    at(app, "Message", "the keyboard in the composer")
    type_keys("ctrl+a")
    type_text(INSTEAD)
    type_keys("Return")
    wait_until(lambda: said("d-1", INSTEAD) == 1, "the other answer at the relay", 30)
    assert said("d-1", AGAIN) == 0, "what came back went all the same"


# --- two desktops ----------------------------------------------------------------------------------------------------
def arrive(app):
    """At the office everything is as at home; from there a customer is claimed and answered."""
    rows(app, MINE, 1)
    rows(app, WAITING, 2)
    wait_until(lambda: icon("office-two")[0], "the badge of the tray's icon")
    _reds, columns, width = icon("office-two")
    assert columns < 0.7 * width, "one figure is as wide as several"
    find(app, "alan", "Alan Turing")
    looks_at(app, "The zebrafinch is gone")
    type_keys("ctrl+Return")
    rows(app, MINE, 2)
    write(app, "Which zebrafinch?")
    type_keys("Return")
    looks_at(app, "Which zebrafinch?")
    picture("office")


def claimed(app):
    rows(app, MINE, 2)
    rows(app, WAITING, 1)
    find(app, "alan", "Alan Turing")
    looks_at(app, "Which zebrafinch?")
    assert said("d-3", "Which zebrafinch?") == 1


def available(app, words):
    wait_until(lambda: app.button("Availability").description == words, f"{words!r} at the desk", 20)


def busy(app):
    available(app, "Available")
    find(app, "I am busy", "I am busy")
    available(app, "Busy")


def free(app):
    available(app, "Busy")
    find(app, "I am available", "I am available")
    available(app, "Available")


def office_free(app):
    available(app, "Available")


def reminded(app):
    """What was put off an hour of the story ago is told again, because it still holds."""
    def again():
        first, *later = [event["id"] for event in events("notify") if "Ada Lovelace" in event["summary"]]
        return later and later[-1] != first
    wait_until(again, "the notice that was put off", 90)
    assert any("Ada Lovelace" in row for row in app.list(WAITING).rows())


def many(app):
    for number in range(1, 100):
        customer(f"m-{number}", f"Customer {number}")
        if number == 11:
            dozen = shown(lambda now: now[1] > 17, "a number of two figures")
    shown(lambda now: now[1] > dozen[1], "99+")
    picture("panel-many")


def crowded(_app):
    def whole():
        _reds, columns, width = icon("office-many")
        return columns == width
    wait_until(whole, "99+ across the tray's icon", 20)


PARTS = {"draft": draft, "crashed": crashed, "badge": badge, "palette": palette, "fence": fence, "offline": offline, "back": back,
         "arrive": arrive, "claimed": claimed, "busy": busy, "free": free, "available": office_free, "reminded": reminded,
         "many": many, "crowded": crowded}

started = time.monotonic()
PARTS[sys.argv[2]](Application("relevo"))
print(f"    {sys.argv[2]}: {time.monotonic() - started:.1f} s", flush=True)
