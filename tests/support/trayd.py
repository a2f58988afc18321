#!/usr/bin/python3
"""A tray without a panel: org.kde.StatusNotifierWatcher and a host that can be asked about the newest item, through
org.relevo.test.Tray on /StatusNotifierWatcher: Item() (JSON of its properties), Activate(), Menu() (JSON of the entries),
Click(label), SaveIcon(file)."""
import json
import struct
import sys
import zlib

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
CONTROL = "org.relevo.test.Tray"
PROPERTIES = (("IsStatusNotifierHostRegistered", "b"), ("ProtocolVersion", "i"), ("RegisteredStatusNotifierItems", "as"))


def write_png(path, width, height, argb):
    """The protocol gives pixels as big-endian ARGB; PNG wants RGBA."""
    rows = bytearray()
    for row in range(height):
        rows.append(0)
        for offset in range(row * width * 4, (row + 1) * width * 4, 4):
            rows += bytes((argb[offset + 1], argb[offset + 2], argb[offset + 3], argb[offset]))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)))
        file.write(chunk(b"IDAT", zlib.compress(bytes(rows))) + chunk(b"IEND", b""))


class Watcher(dbus.service.Object):
    def __init__(self, bus):
        super().__init__(dbus.service.BusName(WATCHER, bus), "/StatusNotifierWatcher")
        self._bus, self._items = bus, []

    @dbus.service.method(WATCHER, in_signature="s", sender_keyword="sender")
    def RegisterStatusNotifierItem(self, service, sender=None):
        item = (sender, service) if service.startswith("/") else (service, "/StatusNotifierItem")
        self._items.append(item)
        print("registered", *item, flush=True)
        self.StatusNotifierItemRegistered("".join(item))

    @dbus.service.method(WATCHER, in_signature="s")
    def RegisterStatusNotifierHost(self, _service):
        self.StatusNotifierHostRegistered()

    @dbus.service.signal(WATCHER, signature="s")
    def StatusNotifierItemRegistered(self, service):
        pass

    @dbus.service.signal(WATCHER, signature="s")
    def StatusNotifierItemUnregistered(self, service):
        pass

    @dbus.service.signal(WATCHER)
    def StatusNotifierHostRegistered(self):
        pass

    @dbus.service.method(dbus.INTROSPECTABLE_IFACE, out_signature="s", path_keyword="path", connection_keyword="connection")
    def Introspect(self, path, connection):
        # Qt reads the properties only when the introspection names them, and python-dbus leaves properties out.
        text = dbus.service.Object.Introspect(self, path, connection)
        names = "".join(f'<property name="{name}" type="{kind}" access="read"/>' for name, kind in PROPERTIES)
        return text.replace(f'<interface name="{WATCHER}">', f'<interface name="{WATCHER}">{names}')

    @dbus.service.method(dbus.PROPERTIES_IFACE, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        return self.GetAll(interface)[name]

    @dbus.service.method(dbus.PROPERTIES_IFACE, in_signature="s", out_signature="a{sv}")
    def GetAll(self, _interface):
        items = dbus.Array(["".join(item) for item in self._items], signature="s")
        return {"IsStatusNotifierHostRegistered": dbus.Boolean(True), "ProtocolVersion": dbus.Int32(0),
                "RegisteredStatusNotifierItems": items}

    def _newest(self):
        if not self._items:
            raise dbus.DBusException("no tray icon was registered", name=CONTROL + ".NoItem")
        name, path = self._items[-1]
        return name, self._bus.get_object(name, path)

    def _properties(self):
        _name, item = self._newest()
        return dbus.Interface(item, dbus.PROPERTIES_IFACE).GetAll(ITEM)

    def _menu(self):
        name, _item = self._newest()
        menu = dbus.Interface(self._bus.get_object(name, self._properties()["Menu"]), MENU)
        menu.AboutToShow(0)
        _revision, root = menu.GetLayout(0, -1, dbus.Array([], signature="s"))
        entries = []

        def collect(node):
            number, properties, children = node
            if "label" in properties:
                label = str(properties["label"]).replace("_", "")
                entries.append({"id": int(number), "label": label, "enabled": bool(properties.get("enabled", True))})
            for child in children:
                collect(child)

        collect(root)
        return menu, entries

    @dbus.service.method(CONTROL, out_signature="s")
    def Item(self):
        pixels = lambda value: [[int(part[0]), int(part[1])] for part in value]
        return json.dumps({str(key): pixels(value) if key.endswith("Pixmap") else str(value)
                           for key, value in self._properties().items()})

    @dbus.service.method(CONTROL)
    def Activate(self):
        dbus.Interface(self._newest()[1], ITEM).Activate(0, 0)

    @dbus.service.method(CONTROL, out_signature="s")
    def Menu(self):
        return json.dumps(self._menu()[1], ensure_ascii=False)

    @dbus.service.method(CONTROL, in_signature="s")
    def Click(self, label):
        menu, entries = self._menu()
        for entry in entries:
            if entry["label"] == label:
                menu.Event(entry["id"], "clicked", dbus.String("", variant_level=1), dbus.UInt32(0))
                return
        raise dbus.DBusException(f"no entry {label!r} in {[entry['label'] for entry in entries]}", name=CONTROL + ".NoEntry")

    @dbus.service.method(CONTROL, in_signature="s", out_signature="i")
    def SaveIcon(self, path):
        width, height, argb = max(self._properties()["IconPixmap"], key=lambda part: part[0])
        write_png(path, int(width), int(height), bytes(argb))
        return int(width)


def main():
    dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
    watcher = Watcher(dbus.SessionBus())
    print("ready", watcher.__class__.__name__, flush=True)
    GLib.MainLoop().run()


if __name__ == "__main__":
    sys.exit(main())
