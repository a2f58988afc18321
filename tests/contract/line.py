"""An agent's socket, as a desk has it."""

import json
import uuid

import websocket


def check(condition, *told):
    if not condition:
        raise AssertionError(" ".join(map(str, told)) or "not as promised")


class Line:
    """A socket that answers calls, keeps what it hears meanwhile, and holds it against the document."""

    def __init__(self, url, token, description):
        self.socket = websocket.create_connection(url.replace("http", "ws", 1) + "/ws/agent", timeout=20)
        self.description = description
        self.answered = set()
        self.events = []
        self.told = []
        self.repeatable = set()
        hello = self.well("hello", {"token": token, "since": 0, "client": {"name": "walk", "version": "1", "os": "any"}})
        check(hello["protocol"] == 1 and hello["mode"] in ("snapshot", "resume"), hello)
        for field in ("agent", "project", "seq", "epoch", "serverTime"):
            check(field in hello, "hello lacks", field)

    def _take(self):
        frame = json.loads(self.socket.recv())
        if frame.get("method") == "event":
            event = frame["params"]
            check(not self.events or event["seq"] == self.events[-1]["seq"] + 1, "a gap before", event["seq"])
            self.events.append(event)
            for part, schema in (("message", "Message"), ("handoff", "Handoff")):
                if isinstance(event.get("data"), dict) and part in event["data"]:
                    self.description.check_shape(f"event {event['type']}", schema, event["data"][part])
        elif "method" in frame:
            self.told.append(frame)
        return frame

    def call(self, method, params):
        number = str(uuid.uuid4())
        self.socket.send(json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": params}))
        while True:
            frame = self._take()
            if frame.get("id") == number:
                return frame

    def well(self, method, params):
        frame = self.call(method, params)
        check("result" in frame, method, frame.get("error"))
        self.answered.add(method)
        return frame["result"]

    def command(self, method, params):
        """What changes something may be sent again, and is answered as the first time."""
        whole = dict(params, commandId=str(uuid.uuid4()))
        first = self.well(method, whole)
        check(self.well(method, whole) == first, method, "sent again has another answer")
        self.repeatable.add(method)
        return first

    def refused(self, method, params, code, number=-32000):
        error = self.call(method, params).get("error")
        check(error and error["code"] == number, method, error)
        if code:
            check(error["data"]["code"] == code, method, error)

    def hear(self, kind, wanted=lambda event: True, seen=0):
        """An event of a kind, of those that came and those on the way."""
        while True:
            for event in self.events[seen:]:
                if event["type"] == kind and wanted(event):
                    return event
            seen = len(self.events)
            self._take()

    def hear_news(self, method):
        while True:
            for frame in self.told:
                if frame["method"] == method:
                    return frame["params"]
            self._take()

    def close(self):
        self.socket.close()
