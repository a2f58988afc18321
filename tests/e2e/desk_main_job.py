#!/usr/bin/python3
"""A customer asks for a human, the agent's desktop rings, they talk, it is resolved. The agent acts by accessibility
actions only, the customer by keyboard; nothing looks inside either program. Usage: desk_main_job.py OUTPUT"""
import json
import os
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from atspi import Application, wait_until  # noqa: E402

OUTPUT = pathlib.Path(sys.argv[1])
HERE = pathlib.Path(__file__).resolve().parent
QUESTION = "What are your opening hours?"
HOURS = "open at any time"
REQUEST = "I want to talk to a human, please"
ANSWER = "Hello, this is Ana. I will look into it right now."
THANKS = "Thank you Ana, my order is R-48213"


class Customer:
    def __init__(self):
        self._node = subprocess.Popen(["node", str(HERE / "customer.mjs")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __call__(self, what, **fields):
        self._node.stdin.write(json.dumps({"do": what, **fields}) + "\n")
        self._node.stdin.flush()
        line = self._node.stdout.readline()
        if not line:
            raise AssertionError("the browser went away")
        answer = json.loads(line)
        if not answer["ok"]:
            self.shot("98-customer-failed")
            raise AssertionError(f"customer: {what} {fields}: {answer['error']}")
        return answer

    def shot(self, name):
        self._node.stdin.write(json.dumps({"do": "shot", "file": str(OUTPUT / f"{name}.png")}) + "\n")
        self._node.stdin.flush()
        self._node.stdout.readline()

    def close(self):
        if self._node.poll() is None:
            self("close")
        self._node.wait(20)


class Pictures:
    """Numbered in the order of the story, of both sides."""

    def __init__(self, customer):
        self._customer, self._count = customer, 0

    def __call__(self, name):
        self._count += 1
        stem = f"{self._count:02d}-{name}"
        subprocess.run(["/usr/bin/import", "-silent", "-window", "root", str(OUTPUT / f"{stem}-desktop.png")], check=True)
        self._customer.shot(f"{stem}-customer")
        print("   ", stem, flush=True)


def notifications():
    with open(os.environ["DESKTOP_NOTIFICATIONS"], encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def window_id():
    found = subprocess.run(["xdotool", "search", "--all", "--pid", os.environ["RELEVO_DESKTOP_PID"], "--name", "Relevo"], capture_output=True, text=True)
    for number in found.stdout.split():
        state = subprocess.run(["xprop", "-id", number, "WM_STATE"], capture_output=True, text=True).stdout
        if "window state" in state:
            return number
    return None


def active_window_pid():
    shown = subprocess.run(["xdotool", "getactivewindow", "getwindowpid"], capture_output=True, text=True)
    return shown.stdout.strip()


def seen_in(app, text):
    """A message's row: its accessible name or its text carries the words."""
    return wait_until(lambda: app.all(None, re.compile(re.escape(text))), f"{text!r} in the desktop", 15)


def sign_in(app, demo):
    app.field("E-mail", timeout=30).set_text(demo["agents"][0]["email"])
    app.field("Password").set_text(demo["agents"][0]["password"])
    relay = app.field("Relay address")
    if relay.text().rstrip("/") != os.environ["RELEVO_URL"].rstrip("/"):
        relay.set_text(os.environ["RELEVO_URL"])
    app.button("Sign in").press()
    return app.list("Waiting", timeout=30)


def main():
    demo = json.loads(pathlib.Path(os.environ["RELEVO_DEMO_FILE"]).read_text())
    customer = Customer()
    picture = Pictures(customer)
    app = Application("relevo")
    try:
        waiting = sign_in(app, demo)
        picture("agent-signed-in")

        # An agent who works in another window hears of it by a notification.
        number = wait_until(window_id, "the desktop's window")
        subprocess.run(["xdotool", "windowminimize", "--sync", number], check=True)
        customer("open", url=f"{os.environ['RELEVO_URL']}/chat/{demo['projectId']}")
        customer("say", text=QUESTION)
        customer("see", text=HOURS)
        picture("bot-answers")
        customer("say", text=REQUEST)
        customer("see", text="You will talk to a person")
        told = wait_until(lambda: [event for event in notifications() if event["event"] == "notify" and "relevo" in event["app"].lower()],
                          "a notification of the waiting customer", 15)
        assert told[-1]["summary"], told
        shown = subprocess.run(["dunstctl", "count", "displayed"], capture_output=True, text=True, check=True).stdout
        assert int(shown) >= 1, f"dunst shows {shown}"
        picture("notification")

        # Clicking it brings the conversation up.
        subprocess.run(["dunstctl", "action", "0"], check=True)
        wait_until(lambda: any(event["event"] == "action" for event in notifications()), "the click on the notification")
        wait_until(lambda: active_window_pid() == os.environ["RELEVO_DESKTOP_PID"], "the desktop in front", 15)
        waiting.wait_rows(lambda rows: len(rows) == 1, "one waiting customer")
        picture("opened-from-notification")

        if not any(button.enabled for button in app.all(("push button", "toggle button"), "Claim")):
            waiting.select_row(0)
        app.button("Claim").press()
        app.list("My conversations").wait_rows(lambda rows: len(rows) == 1, "a conversation of mine")
        waiting.wait_rows(lambda rows: not rows, "an empty queue")
        customer("see", text="Ana Torres joined")
        picture("claimed")

        app.field("Message").set_text(ANSWER)
        app.button("Send").press()
        customer("see", text=ANSWER)
        seen_in(app, ANSWER)
        customer("say", text=THANKS)
        seen_in(app, THANKS)
        picture("talking")

        app.button("Resolve").press()
        app.field("Resolution notes").set_text("The parcel was found at the neighbour's.")
        back = app.find("check box", "Hand back to the bot")
        if not back.checked:
            back.press()
        picture("resolving")
        app.button("Resolve conversation").press()
        app.list("My conversations").wait_rows(lambda rows: not rows, "no conversation of mine any more")
        customer("see", text="with the assistant again")
        picture("resolved")

        # The bot has it again.
        customer("say", text=QUESTION)
        customer("see", text=HOURS)
        picture("bot-again")
        assert not customer("troubles")["troubles"], customer("troubles")
        assert not waiting.rows(), waiting.rows()
    finally:
        customer.close()


if __name__ == "__main__":
    main()
