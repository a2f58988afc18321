"""What somebody who sees nothing and has no mouse can come to, as a screen reader is told it: every control that is shown
has a name, Tab comes to each of them, goes round, and is caught nowhere. Whatever is missed is added to `faults`, so that
one run tells of all. The program's first argument is the folder of the pictures."""
import pathlib
import subprocess
import sys
import time

from atspi import Atspi, GLib, Missing, Node, type_keys, wait_until

OUTPUT = pathlib.Path(sys.argv[1])
CONTROLS = {"push button", "toggle button", "check box", "radio button", "text", "password text", "entry", "combo box",
            "list", "list box", "page tab", "menu item", "slider", "spin button", "tree", "table"}
# What is used by Tab alone; the arrows go on in the others.
BY_TAB = {"push button", "toggle button", "check box", "text", "password text", "entry", "combo box", "spin button", "slider"}
FIELDS = {"text", "password text", "entry"}
CHOICES = {"check box", "radio button", "toggle button"}
WINDOWS = {"dialog", "frame", "window", "alert"}
MOST_STEPS = 150
faults = []


def picture(name):
    subprocess.run(["/usr/bin/import", "-silent", "-window", "root", str(OUTPUT / f"accessible-{name}.png")], check=True)


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
    """One key after the other, each once the one before has arrived: what is passed is passed once."""
    last = None
    for _ in range(MOST_STEPS):
        here, last = next_stop(app, f"on the way to {name!r}", last)
        if here.name == name:
            return
        type_keys(key)
    raise Missing(f"{name!r} is not on the way of {key}\n{app.tree()}")


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
    picture(where.replace(" ", "-").replace("/", "-"))


def next_stop(app, where, last):
    """Where the keyboard is after a key; the key may still be on its way while it is asked. It waits long for what stands
    still, because only a trap does."""
    end = time.monotonic() + 10
    while True:
        here = wait_until(lambda: focused(app), f"{where}: something with the keyboard", 15)
        stop = here.identity
        if stop != last or time.monotonic() >= end:
            return here, stop
        time.sleep(0.02)


def within(node, group):
    """What is used by Tab in a window, each with what stands beside it; not what another window in it has, nor the signs
    in a field, which a click anywhere in the field stands for."""
    for child in node.children():
        if not child.showing or child.role in WINDOWS:
            continue
        if child.role in BY_TAB and child.enabled:
            yield child, (group, child.role)
        if child.role not in FIELDS:
            yield from within(child, child.identity)


def unreached(app, stops):
    """Of the windows that Tab has been in; one of several choices that exclude each other is enough, arrows do the rest."""
    for window in app.children() if app.role == "application" else [app]:
        controls = list(within(window, window.identity))
        reached = {group for node, group in controls if node.identity in stops}
        if reached:
            yield from (node for node, group in controls
                        if node.identity not in stops and not (group[1] in CHOICES and group in reached))


def tour(app, where, fewest):
    """Tab comes round again, each stop on the way says what it is, and every control is one."""
    stops, names = [], []
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
        names.append(here.name)
    else:
        faults.append(f"{where}: Tab does not come round within {MOST_STEPS} steps")
    if len(stops) < fewest:
        faults.append(f"{where}: Tab stops at only {len(stops)} places: {names}")
    faults.extend(f"{where}: Tab does not come to the {node.role} {node.name!r}" for node in unreached(app, stops))
    print(f"    {where}: Tab stops at {len(stops)} places", flush=True)


class Heard:
    """Which entries of a menu a screen reader is told to have the keyboard. An open menu is in no window's tree, it only
    tells."""

    def __init__(self):
        self._nodes = []
        self._listener = Atspi.EventListener.new(self._hear)
        self._listener.register("object:state-changed:focused")

    def _hear(self, event):
        node = Node(event.source)
        if event.detail1 and "menu item" in node.role:
            self._nodes.append(node)

    def next(self, what):
        """All since the last question, at least one."""
        def probe():
            while GLib.MainContext.default().iteration(False):
                pass
            return self._nodes
        heard, self._nodes = wait_until(probe, what, 15), []
        return heard

    def stop(self):
        self._listener.deregister("object:state-changed:focused")


def menu(app, keys, where, fewest, button=None):
    """Down goes round in it, and comes by every entry; each says what it is. One of a button is opened there."""
    if button:
        app.button(button).focus()
        at(app, button, f"the keyboard at the button of {where}")
    heard = Heard()
    type_keys(keys, "Down")
    come_by = heard.next(f"the keyboard in {where}")
    picture(where.replace(" ", "-"))
    entries = [entry for entry in come_by[0].parent().children() if "menu item" in entry.role and entry.enabled]
    print(f"    {where}: {len(entries)} entries", flush=True)
    if len(entries) < fewest:
        faults.append(f"{where}: only {[entry.name for entry in entries]}")
    faults.extend(f"{where}: a {entry.role} without a name" for entry in entries if not entry.name.strip())
    for _ in entries:
        type_keys("Down")
        come_by += heard.next(f"{where}: the next entry")
    if missed := {entry.name for entry in entries} - {entry.name for entry in come_by}:
        faults.append(f"{where}: Down does not come to {sorted(missed)}")
    type_keys("Escape")
    heard.stop()
