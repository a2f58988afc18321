#!/usr/bin/python3
"""The rules of the house that a machine can see: which room may include which, what stays headless, how long a file or
an interface may grow. Prints every breach as file:line and exits 1 when there is one. Usage: architecture.py ROOT"""
import pathlib
import re
import sys

LONGEST_SOURCE = 500
LONGEST_HEADER = 250
LONGEST_MAIN_WINDOW = 399
LARGEST_INTERFACE = 10

CORE_ROOMS = {"base": "Base", "eventloop": "EventLoop", "http": "Http", "domain": "Domain", "protocol": "Protocol",
              "sql": "Sql", "store": "Store", "assist": "Assist", "bot": "Bot", "relay": "Relay", "client": "Client",
              "channels": "Channels"}
GUI_INCLUDE = re.compile(r"Qt(Gui|Widgets|Svg|SvgWidgets|Quick|Qml)/|Q(Widget|Painter|Pixmap|Image|Icon|Color|Font|Application|GuiApplication)$")
NOT_IN_DOMAIN = re.compile(r"nlohmann/|Qt(Network|Sql|WebSockets)/|Q(File|Timer|Thread|Socket)\b|sqlite|sodium")
INCLUDE = re.compile(r"^\s*#\s*include\s+[<\"]([^>\"]+)[>\"]")
PATTERNS = [
    (re.compile(r"\b(SIGNAL|SLOT)\s*\("), "connect by function pointer, not by string"),
    (re.compile(r"\bstatic\s+[\w:<>]+\s*[&*]\s*(instance|self|globalInstance)\s*\("), "no singletons: collaborators come in by reference"),
    (re.compile(r"\bfriend\s+class\s+(tst_|Test)"), "no friend tests"),
    (re.compile(r"\b(TODO|FIXME|XXX)\b"), "no unfinished notes"),
    (re.compile(r"^\s*(signals|public slots|private slots|protected slots|slots)\s*:"), "Q_SIGNALS and Q_SLOTS, not the keywords"),
]


def arrows(root):
    text = (root / "packaging/cmake/RelevoModule.cmake").read_text()
    table = {room: set(filter(None, uses.split(";")))
             for room, uses in re.findall(r'^set\(RELEVO_ARROWS_(\w+) "([^"]*)"\)', text, re.M)}
    if len(table) < 5:
        sys.exit("architecture: no arrow table in packaging/cmake/RelevoModule.cmake")
    for room, uses in table.items():
        for use in uses - table.keys():
            sys.exit(f"architecture: the arrow {room} -> {use} points to no room")
    return table


def reachable(table, room, path=()):
    """Every room that `room` may see: arrows are followed, because links are public."""
    if room in path:
        sys.exit(f"architecture: the arrows go round in a circle: {' -> '.join(path + (room,))}")
    seen = {room}
    for use in table.get(room, ()):
        seen |= reachable(table, use, path + (room,))
    return seen


def room_of(parts):
    if parts[0] == "core":
        return CORE_ROOMS.get(parts[1])
    if parts[0] == "ui":
        return "UiModels" if parts[1] == "models" else "Ui"
    if parts[0] == "app":
        return {"desktop": "DesktopApp", "relay": "RelayApp"}.get(parts[1])
    return None


def without_comments(text):
    """Comments and strings blanked, line numbers kept."""
    blank = lambda match: re.sub(r"[^\n]", " ", match.group(0))
    return re.sub(r'R"(\w*)\((?s:.*?)\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'|//[^\n]*|/\*(?s:.*?)\*/', blank, text)


def interfaces(code):
    """(line, name, number of pure virtuals) of each class that has any."""
    for match in re.finditer(r"\b(?:class|struct)\s+(?:\w+\s+)?(\w+)[^;{}()]*\{", code):
        depth, index = 1, match.end()
        while depth and index < len(code):
            depth += {"{": 1, "}": -1}.get(code[index], 0)
            index += 1
        pure = len(re.findall(r"\)\s*(?:const)?\s*(?:noexcept)?\s*=\s*0\s*;", code[match.end():index]))
        if pure:
            yield code.count("\n", 0, match.start()) + 1, match.group(1), pure


def check_file(root, path, table, ui_folders, complain):
    relative = path.relative_to(root)
    parts = relative.parts
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    room = room_of(parts)
    limit = LONGEST_HEADER if path.suffix == ".h" else LONGEST_SOURCE
    if "mainwindow" in path.name.lower():
        limit = min(limit, LONGEST_MAIN_WINDOW)
    if len(lines) > limit:
        complain(relative, limit + 1, f"{len(lines)} lines; at most {limit}")
    if path.suffix == ".h" and "#pragma once" not in lines:
        complain(relative, 1, "no #pragma once")

    if room:
        allowed = reachable(table, room)
        for number, line in enumerate(lines, 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            header = match.group(1)
            # The windows are also included from the root: <ui/queue/left_column.h>.
            header = header.removeprefix("ui/")
            folder = header.split("/", 1)[0] if "/" in header else None
            target = None
            if folder in CORE_ROOMS and (root / "core" / header).exists():
                target = CORE_ROOMS[folder]
            elif folder in ui_folders and (root / "ui" / header).exists():
                target = room_of(("ui", folder))
            if target and target not in allowed:
                complain(relative, number, f"{room} may not use {target} (<{header}>)")
            if room not in ("Ui", "DesktopApp") and GUI_INCLUDE.search(header):
                complain(relative, number, f"{room} is headless (<{header}>)")
            if room == "Domain" and NOT_IN_DOMAIN.search(header):
                complain(relative, number, f"the domain has no I/O, no JSON and no SQL (<{header}>)")

    code = without_comments(text)
    for number, (line, original) in enumerate(zip(code.splitlines(), lines), 1):
        for pattern, words in PATTERNS:
            if pattern.search(original if "TODO" in pattern.pattern else line):
                complain(relative, number, words)
        if room == "Domain" and re.search(r"\bcurrent(DateTime|MSecs|Time|Secs)\w*\s*\(|system_clock::now", line):
            complain(relative, number, "the domain has no clock of its own: now is an argument")
    if path.suffix == ".h":
        for number, name, methods in interfaces(code):
            if methods > LARGEST_INTERFACE:
                complain(relative, number, f"the interface {name} has {methods} methods; at most {LARGEST_INTERFACE}")


def main():
    # Without an argument, the checkout it lies in.
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]).resolve()
    table = arrows(root)
    for room in table:
        reachable(table, room)
    breaches, files = [], 0
    complain = lambda path, line, words: breaches.append(f"{path}:{line}: {words}")
    ui_folders = {p.name for p in (root / "ui").iterdir() if p.is_dir()} if (root / "ui").is_dir() else set()
    for top in ("app", "core", "ui", "tests"):
        for path in sorted((root / top).rglob("*")):
            if path.suffix in (".cpp", ".h") and "node_modules" not in path.parts:
                files += 1
                check_file(root, path, table, ui_folders, complain)
    for line in breaches:
        print(line)
    print(f"    {files} files, {len(table)} rooms, {len(breaches)} breaches")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
