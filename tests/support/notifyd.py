#!/usr/bin/python3
"""Records desktop notifications: as the notification server itself, or (--monitor) by listening to what is sent to
another server on the same bus. Each Notify becomes one JSON line in the log
{"event":"notify","id","replaces","app","icon","summary","body","actions":{key:label},"hints":{…},"timeout"},
each answer of a person {"event":"action","id","key"} and {"event":"closed","id","reason"}.

As the server it can play the person: org.relevo.test.Notifications on the same object has Invoke(id, key),
InvokeLast(key) and Dismiss(id)."""
import argparse
import json
import sys

import dbus
import dbus.lowlevel
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
CONTROL = "org.relevo.test.Notifications"


def plain(value):
    if isinstance(value, (dbus.Boolean, bool)):
        return bool(value)
    if isinstance(value, (dbus.Byte, int)):
        return int(value)
    if isinstance(value, float):
        return float(value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    items = list(value)
    # An icon's pixels say nothing in a log.
    return f"<{len(items)} values>" if len(items) > 32 else [plain(item) for item in items]


class Log:
    def __init__(self, path):
        self._file = open(path, "a", encoding="utf-8")

    def write(self, **fields):
        self._file.write(json.dumps(fields, ensure_ascii=False) + "\n")
        self._file.flush()

    def notify(self, number, arguments):
        app, replaces, icon, summary, body, actions, hints, timeout = arguments
        words = [str(word) for word in actions]
        self.write(event="notify", id=number, replaces=int(replaces), app=str(app), icon=str(icon), summary=str(summary),
                   body=str(body), actions=dict(zip(words[::2], words[1::2])), hints=plain(hints), timeout=int(timeout))


class Server(dbus.service.Object):
    def __init__(self, bus, log):
        super().__init__(dbus.service.BusName(NAME, bus, do_not_queue=True), PATH)
        self._log, self._last = log, 0

    @dbus.service.method(NAME, in_signature="susssasa{sv}i", out_signature="u")
    def Notify(self, app, replaces, icon, summary, body, actions, hints, timeout):
        number = int(replaces)
        if not number:
            self._last += 1
            number = self._last
        self._log.notify(number, (app, replaces, icon, summary, body, actions, hints, timeout))
        return dbus.UInt32(number)

    @dbus.service.method(NAME, in_signature="u")
    def CloseNotification(self, number):
        self._closed(int(number), 3)

    @dbus.service.method(NAME, out_signature="as")
    def GetCapabilities(self):
        return ["actions", "body", "body-markup", "persistence"]

    @dbus.service.method(NAME, out_signature="ssss")
    def GetServerInformation(self):
        return ("relevo-recorder", "relevo", "1", "1.2")

    @dbus.service.signal(NAME, signature="us")
    def ActionInvoked(self, number, key):
        pass

    @dbus.service.signal(NAME, signature="uu")
    def NotificationClosed(self, number, reason):
        pass

    @dbus.service.method(CONTROL, in_signature="us")
    def Invoke(self, number, key):
        self._log.write(event="action", id=int(number), key=str(key))
        self.ActionInvoked(number, key)
        self._closed(int(number), 2)

    @dbus.service.method(CONTROL, in_signature="s", out_signature="u")
    def InvokeLast(self, key):
        self.Invoke(self._last, key)
        return dbus.UInt32(self._last)

    @dbus.service.method(CONTROL, in_signature="u")
    def Dismiss(self, number):
        self._closed(int(number), 2)

    def _closed(self, number, reason):
        self._log.write(event="closed", id=number, reason=reason)
        self.NotificationClosed(dbus.UInt32(number), dbus.UInt32(reason))


class Monitor:
    """Hears the calls, their answers (which carry the number) and the signals."""

    def __init__(self, bus, log):
        self._log, self._waiting = log, {}
        bus.add_message_filter(self._heard)
        rules = [f"type='method_call',interface='{NAME}'", f"type='signal',interface='{NAME}'", "type='method_return'"]
        driver = bus.get_object("org.freedesktop.DBus", "/org/freedesktop/DBus", introspect=False)
        driver.BecomeMonitor(dbus.Array(rules, signature="s"), dbus.UInt32(0),
                             dbus_interface="org.freedesktop.DBus.Monitoring")

    def _heard(self, _bus, message):
        kind, member = message.get_type(), message.get_member()
        if kind == dbus.lowlevel.MESSAGE_TYPE_METHOD_CALL and member == "Notify":
            self._waiting[(message.get_sender(), message.get_serial())] = message.get_args_list()
        elif kind == dbus.lowlevel.MESSAGE_TYPE_METHOD_RETURN:
            arguments = self._waiting.pop((message.get_destination(), message.get_reply_serial()), None)
            if arguments:
                self._log.notify(int(message.get_args_list()[0]), arguments)
        elif kind == dbus.lowlevel.MESSAGE_TYPE_SIGNAL and message.get_interface() == NAME:
            values = message.get_args_list()
            if member == "ActionInvoked":
                self._log.write(event="action", id=int(values[0]), key=str(values[1]))
            elif member == "NotificationClosed":
                self._log.write(event="closed", id=int(values[0]), reason=int(values[1]))
        # A monitor that answers is disconnected, so nothing here may be passed on.
        return dbus.lowlevel.HANDLER_RESULT_HANDLED


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--monitor", action="store_true")
    parser.add_argument("--log", required=True)
    options = parser.parse_args()
    dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
    log, loop = Log(options.log), GLib.MainLoop()
    if options.monitor:
        # Held: the bus object is only kept alive by a name.
        bus = dbus.SessionBus(private=True)
        listener = Monitor(bus, log)
    else:
        bus = dbus.SessionBus()
        listener = Server(bus, log)
    print("ready", type(listener).__name__, flush=True)
    loop.run()


if __name__ == "__main__":
    sys.exit(main())
