"""Drives an application from outside by what a screen reader sees: roles, names, actions. Needs Debian's
gir1.2-atspi-2.0 and python3-gi (/usr/bin/python3), an X display and QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1.

    app = Application("relevo")
    app.find("text", "E-mail").set_text("ana@demo.test")
    app.find("push button", "Sign in").press()
    app.find("list", "Waiting").wait_rows(lambda rows: len(rows) == 1)

Every look-up waits; what does not come in time raises Missing with a picture of the tree in words."""
import re
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 15.0
# A list of ten thousand rows is one bus call a row: look into the first ones only.
WIDEST = 200
BUTTONS = ("push button", "toggle button", "button")
TEXTS = ("text", "entry", "password text", "editbar", "paragraph")
LISTS = ("list", "tree", "table", "list box", "tree table")


class Missing(AssertionError):
    """Something did not appear, or did not become true, in time."""


def wait_until(probe, what, timeout=PATIENCE):
    """The first true value of `probe`; the tree may change under it, so bus errors count as "not yet"."""
    end, trouble = time.monotonic() + timeout, None
    while True:
        try:
            value = probe()
            if value:
                return value
        except (GLib.Error, AttributeError, TypeError) as error:
            trouble = error
        if time.monotonic() >= end:
            raise Missing(f"{what}: not within {timeout:g} s" + (f" (last trouble: {trouble})" if trouble else ""))
        time.sleep(0.05)


def _matches(value, wanted):
    if wanted is None:
        return True
    if isinstance(wanted, re.Pattern):
        return bool(wanted.search(value or ""))
    if isinstance(wanted, (tuple, list, set)):
        return value in wanted
    return value == wanted


class Node:
    """One accessible object."""

    def __init__(self, accessible):
        self._it = accessible

    @property
    def name(self):
        return self._it.get_name() or ""

    @property
    def description(self):
        return self._it.get_description() or ""

    @property
    def identity(self):
        """The same for the same object, wherever it has moved."""
        return self._it.path

    @property
    def role(self):
        return self._it.get_role_name()

    @property
    def states(self):
        return {state.value_nick for state in self._it.get_state_set().get_states()}

    @property
    def enabled(self):
        return {"enabled", "sensitive"} <= self.states

    @property
    def showing(self):
        return "showing" in self.states

    @property
    def checked(self):
        return "checked" in self.states

    def children(self, limit=WIDEST):
        count = min(self._it.get_child_count(), limit)
        found = (self._it.get_child_at_index(index) for index in range(count))
        return [Node(child) for child in found if child is not None]

    def count(self):
        return self._it.get_child_count()

    def parent(self):
        return Node(self._it.get_parent())

    def walk(self):
        yield self
        for child in self.children():
            try:
                yield from child.walk()
            except GLib.Error:
                continue  # went away while we looked

    # --- looking -----------------------------------------------------------------------------------------------
    def all(self, role, name=None, showing=True):
        return [node for node in self.walk()
                if _matches(node.role, role) and _matches(node.name, name) and (not showing or node.showing)]

    def find(self, role, name=None, timeout=PATIENCE, showing=True):
        try:
            return wait_until(lambda: next(iter(self.all(role, name, showing)), None), f"{role} {name!r}", timeout)
        except Missing as missing:
            raise Missing(f"{missing}\n{self.tree()}") from None

    def has(self, role, name=None):
        return bool(self.all(role, name))

    def wait_gone(self, role, name=None, timeout=PATIENCE):
        wait_until(lambda: not self.has(role, name), f"no {role} {name!r} any more", timeout)

    def button(self, name, **how):
        return self.find(BUTTONS, name, **how)

    def field(self, name, **how):
        return self.find(TEXTS, name, **how)

    def list(self, name, **how):
        return self.find(LISTS, name, **how)

    def tree(self, deepest=14):
        lines = []

        def add(node, depth):
            try:
                text = node.text()[:60] if "Text" in node.interfaces() else ""
                lines.append("  " * depth + f"{node.role} {node.name!r}" + (f" text={text!r}" if text else "")
                             + ("" if node.showing else " (hidden)"))
                if depth < deepest:
                    for child in node.children(30):
                        add(child, depth + 1)
            except GLib.Error:
                pass

        add(self, 0)
        return "\n".join(lines)

    # --- doing -------------------------------------------------------------------------------------------------
    def interfaces(self):
        return self._it.get_interfaces()

    def actions(self):
        if "Action" not in self.interfaces():
            return []
        return [Atspi.Action.get_action_name(self._it, index) for index in range(Atspi.Action.get_n_actions(self._it))]

    def press(self, action=None, timeout=PATIENCE):
        """Carries out an action (the first one without a name), once the object is enabled."""
        wait_until(lambda: self.enabled, f"{self.role} {self.name!r} enabled", timeout)
        actions = self.actions()
        index = actions.index(action) if action else 0
        if not actions or not Atspi.Action.do_action(self._it, index):
            raise AssertionError(f"{self.role} {self.name!r} did not take {action or 'its action'}; it has {actions}")
        return self

    def text(self):
        count = Atspi.Text.get_character_count(self._it)
        return Atspi.Text.get_text(self._it, 0, count)

    def set_text(self, value, timeout=PATIENCE):
        wait_until(lambda: self.enabled, f"{self.role} {self.name!r} enabled", timeout)
        if not Atspi.EditableText.set_text_contents(self._it, value):
            raise AssertionError(f"{self.role} {self.name!r} takes no text")
        # A password cannot be read back, and should not be.
        if self.role != "password text":
            wait_until(lambda: self.text() == value, f"{value!r} in {self.name!r}", 5)
        return self

    def focus(self):
        Atspi.Component.grab_focus(self._it)
        return self

    def extents(self):
        box = Atspi.Component.get_extents(self._it, Atspi.CoordType.SCREEN)
        return box.x, box.y, box.width, box.height

    def click(self, button=1):
        """A real click in the middle, through the X server."""
        x, y, width, height = self.extents()
        subprocess.run(["xdotool", "mousemove", "--sync", str(x + width // 2), str(y + height // 2), "click", str(button)],
                       check=True)
        return self

    def rows(self):
        return [child.name for child in self.children()]

    def wait_rows(self, accepts, what="rows", timeout=PATIENCE):
        def probe():
            rows = self.rows()
            return (rows,) if accepts(rows) else None
        try:
            return wait_until(probe, what, timeout)[0]
        except Missing as missing:
            raise Missing(f"{missing}; rows are {self.rows()}") from None

    def select_row(self, index=0):
        """Makes a row current. Qt 6.4 has no Selection interface, so by the row's own action, else by a click."""
        row = wait_until(lambda: self._it.get_child_at_index(index), f"row {index} of {self.name!r}")
        node = Node(row)
        actions = node.actions()
        for action in ("Press", "Activate", "Toggle", "SetFocus"):
            if action in actions:
                node.press(action)
                return node
        return node.click()


class Application(Node):
    """A running application by its accessible name (Qt: the application's name)."""

    def __init__(self, name, timeout=30.0):
        # Names and children change under a test that runs no event loop: always ask, never remember.
        desktop = Atspi.get_desktop(0)
        desktop.set_cache_mask(Atspi.Cache.NONE)

        def probe():
            desktop.clear_cache_single() if hasattr(desktop, "clear_cache_single") else desktop.clear_cache()
            for index in range(desktop.get_child_count()):
                child = desktop.get_child_at_index(index)
                if child is not None and _matches(child.get_name(), name):
                    return child
            return None

        accessible = wait_until(probe, f"application {name!r}", timeout)
        accessible.set_cache_mask(Atspi.Cache.NONE)
        super().__init__(accessible)

    @property
    def pid(self):
        return self._it.get_process_id()

    def windows(self):
        return [child for child in self.children() if child.showing]

    def window(self, name, timeout=PATIENCE):
        return self.find(("frame", "window", "dialog", "filler"), name, timeout=timeout)


def type_keys(*keys):
    """Real key presses, e.g. type_keys("ctrl+Return")."""
    subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)
