#!/bin/bash
# Is the test desktop itself in order? Usage: harness_test.sh PROBE tint2|watcher dunst|recorder
set -euo pipefail
probe=$1 tray=$2 server=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=/dev/null
source "$here/desktop.sh"
desktop_start 1000x700
desktop_tray "$tray"
desktop_notifications "$server"
desktop_keyring
desktop_spawn probe "$probe"
/usr/bin/python3 - "$here" "$tray" "$server" <<'PY'
import json, os, subprocess, sys
sys.path.insert(0, sys.argv[1])
from atspi import Application, wait_until
tray, server = sys.argv[2:]
app = Application("harness-probe")
rows = app.list("Entries")
rows.wait_rows(lambda names: names == ["tray"], "a tray")
app.field("Entry").set_text("añadir ✓")
app.button("Add").press()
rows.wait_rows(lambda names: "añadir ✓" in names, "the typed row")
app.button("Keep").press()
rows.wait_rows(lambda names: "kept" in names, "the keyring's answer")
app.button("Notify").press()
names = rows.wait_rows(lambda names: names[-1].startswith("notified "), "the notification's number")
number = int(names[-1].split()[1])
log = os.environ["DESKTOP_NOTIFICATIONS"]
events = lambda: [json.loads(line) for line in open(log, encoding="utf-8")]
ours = lambda: [event for event in events() if event["event"] == "notify" and event["id"] == number]
heard = wait_until(ours, "a recorded notification")[0]
assert (heard["summary"], heard["body"], heard["actions"]) == ("A probe", "with a body", {"default": "Open"}), heard
if os.environ.get("RELEVO_TEST_OUTPUT"):
    os.makedirs(os.environ["RELEVO_TEST_OUTPUT"], exist_ok=True)
    subprocess.run(["/usr/bin/import", "-silent", "-window", "root", os.environ["RELEVO_TEST_OUTPUT"] + f"/harness-{tray}-{server}.png"], check=True)
if server == "recorder":
    subprocess.run(["gdbus", "call", "--session", "-d", "org.freedesktop.Notifications", "-o", "/org/freedesktop/Notifications",
                    "-m", "org.relevo.test.Notifications.InvokeLast", "default"], check=True, stdout=subprocess.DEVNULL)
else:
    subprocess.run(["dunstctl", "action", "0"], check=True)
wait_until(lambda: any(event["event"] == "action" and event["key"] == "default" for event in events()), "the action")
if tray == "watcher":
    call = ["gdbus", "call", "--session", "-d", "org.kde.StatusNotifierWatcher", "-o", "/StatusNotifierWatcher", "-m"]
    told = subprocess.run(call + ["org.relevo.test.Tray.Item"], check=True, capture_output=True, text=True).stdout
    assert "IconPixmap" in told, told
print("the test desktop is in order")
PY
