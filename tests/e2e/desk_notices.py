#!/usr/bin/python3
"""The story of desk_notices.sh. Usage: desk_notices.py OUTPUT"""
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import urllib.request

import dbus

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from atspi import Application, wait_until  # noqa: E402

OUTPUT = pathlib.Path(sys.argv[1])
LOG = pathlib.Path(os.environ["DESKTOP_NOTIFICATIONS"])


def api(path, body=None):
    demo = json.loads(pathlib.Path(os.environ["RELEVO_DEMO_FILE"]).read_text())
    request = urllib.request.Request(os.environ["RELEVO_URL"] + path, headers={
        "Authorization": "Bearer " + demo["apiKey"], "Content-Type": "application/json"},
        data=None if body is None else json.dumps(body).encode())
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


def customer(session, name, text="I want to talk to a human, please"):
    """Writes at the bot's door; the handoff's id, once there is one."""
    answer = api(f"/api/conversations/{session}/messages", {"author": "customer", "content": text, "contact": {"name": name}})
    return (answer.get("handoff") or {}).get("id")


def somebody_is_there():
    """The relay knows of an agent who is free: a customer who asks before that is told that nobody is there."""
    wait_until(lambda: any(agent["online"] and agent["availability"] == "available" for agent in api("/api/agents")["items"]),
               "an agent who is there", 30)


def events(kind, log=LOG):
    if not log.exists():
        return []
    return [event for event in map(json.loads, log.read_text(encoding="utf-8").splitlines()) if event["event"] == kind]


def told(words, log=LOG, after=0):
    """The newest notice whose title or body has these words."""
    def probe():
        found = [event for event in events("notify", log)[after:] if words in event["summary"] + "\n" + event["body"]]
        return found[-1] if found else None
    return wait_until(probe, f"a notice with {words!r}", 15)


def bus(name, path, interface):
    return dbus.Interface(dbus.SessionBus().get_object(name, path), interface)


def press(number, button):
    bus("org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.relevo.test.Notifications").Invoke(
        dbus.UInt32(number), button)


def tray():
    return bus("org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher", "org.relevo.test.Tray")


def labels():
    return [entry["label"] for entry in json.loads(tray().Menu())]


def waits(count):
    words = f"{count} waiting" if count else "Nobody is waiting"
    wait_until(lambda: words in labels(), f"{words!r} in the tray's menu", 15)


def window_id():
    found = subprocess.run(["xdotool", "search", "--all", "--pid", os.environ["RELEVO_DESKTOP_PID"], "--name", "Relevo"],
                           capture_output=True, text=True)
    for number in found.stdout.split():
        state = subprocess.run(["xprop", "-id", number, "WM_STATE"], capture_output=True, text=True).stdout
        if "window state" in state:
            return number
    return None


def in_front():
    shown = subprocess.run(["xdotool", "getactivewindow", "getwindowpid"], capture_output=True, text=True)
    return shown.stdout.strip() == os.environ["RELEVO_DESKTOP_PID"]


def look_elsewhere():
    number = wait_until(window_id, "the desktop's window")
    subprocess.run(["xdotool", "windowminimize", "--sync", number], check=True)
    wait_until(lambda: not in_front(), "the desktop in the background")


def picture(name):
    subprocess.run(["/usr/bin/import", "-silent", "-window", "root", str(OUTPUT / f"{name}.png")], check=True)


def heard():
    path = pathlib.Path(os.environ["RELEVO_HEARD"])
    return path.read_text().splitlines() if path.exists() else []


def holder(handoff):
    return (api(f"/api/handoff/{handoff}").get("assignedTo") or {}).get("name")


def buttons(app):
    first = customer("n-1", "Ada Lovelace")
    notice = told("Ada Lovelace")
    assert notice["actions"].get("takeOver") == "Take over", notice
    assert {"view", "snooze"} <= notice["actions"].keys(), notice
    wait_until(lambda: any(line.startswith("RIFF ") for line in heard()), "a sound")
    waits(1)
    assert any("Ada Lovelace" in label for label in labels()), labels()
    tray().SaveIcon(str(OUTPUT / "tray-one-waits.png"))

    # Put off: it goes, and the customer still waits for anybody.
    press(notice["id"], "snooze")
    wait_until(lambda: any(event["id"] == notice["id"] for event in events("closed")), "the notice to go")
    assert holder(first) is None and not in_front()

    second = customer("n-2", "Grace Hopper")
    press(told("Grace Hopper")["id"], "takeOver")
    wait_until(lambda: holder(second), "the handoff to be taken over")
    wait_until(in_front, "the desktop in front")
    app.list("My conversations", timeout=15).wait_rows(lambda rows: len(rows) == 1, "a conversation of mine")
    waits(1)
    picture("1-taken-over")

    # A customer's answer, answered from its notice.
    look_elsewhere()
    customer("n-2", "Grace Hopper", "My order has not come")
    notice = told("My order has not come")
    assert notice["actions"].get("reply") == "Reply", notice
    press(notice["id"], "reply")
    wait_until(in_front, "the desktop in front")
    wait_until(lambda: "focused" in app.field("Message").states, "the keyboard in the answer")
    picture("2-reply")


def back_again(app):
    look_elsewhere()
    customer("n-3", "Alan Turing")
    told("Alan Turing")
    waits(2)
    os.kill(int(os.environ["RELEVO_NOTIFYD_PID"]), signal.SIGTERM)
    wait_until(lambda: not dbus.SessionBus().name_has_owner("org.freedesktop.Notifications"), "the server to end")
    log = LOG.with_name("notifications2.jsonl")
    server = subprocess.Popen(["/usr/bin/python3", "-u", str(HERE.parent / "support" / "notifyd.py"), "--log", str(log)],
                              stdout=subprocess.DEVNULL)
    try:
        # Not answered yet: the next server shows it as well, and nothing of what is over.
        told("Alan Turing", log)
        assert [event["summary"] for event in events("notify", log)] == ["Alan Turing is waiting"], events("notify", log)
        # Quiet: nothing is told, and the tray still counts.
        tray().Click("Do not disturb")
        before = len(events("notify", log))
        customer("n-4", "Edsger Dijkstra")
        waits(3)
        assert len(events("notify", log)) == before, events("notify", log)[before:]
        tray().Click("Do not disturb")
        fifth = customer("n-5", "Barbara Liskov")
        told("Barbara Liskov", log)
        # A link opens in the desk that runs.
        subprocess.run([os.environ["RELEVO_DESKTOP"], f"handoff://{fifth}"], check=True, timeout=30)
        wait_until(in_front, "the desktop in front")
        wait_until(lambda: app.all(None, re.compile("Barbara Liskov")), "the conversation of the link")
        picture("3-link")
        # From the tray's menu as well.
        look_elsewhere()
        tray().Click(next(label for label in labels() if "Ada Lovelace" in label))
        wait_until(in_front, "the desktop in front")
        tray().SaveIcon(str(OUTPUT / "tray-four-wait.png"))
    finally:
        server.terminate()
        server.wait(10)


def main():
    app = Application("relevo")
    app.list("Waiting", timeout=30)
    somebody_is_there()
    look_elsewhere()
    buttons(app)
    back_again(app)


if __name__ == "__main__":
    main()
