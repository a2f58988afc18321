"""What bots, agents and admins do all day, call by call. Only names of operations and fields are known here."""

import base64
import hashlib
import hmac
import http.server
import json
import queue
import struct
import threading
import time
import uuid

import websocket

from line import Line, check


def well(answer):
    check(answer.status < 400, answer.status, answer.json)
    return answer


def refused(answer, status, code):
    check(answer.status == status and answer.code == code, "expected", status, code, "got", answer.status, answer.json)
    return answer


class Desk:
    """A project with its callers."""

    def __init__(self, relay, caller, name):
        made = relay.project(name)
        self.id = made["projectId"]
        self.bot = caller(made["apiKey"])
        self.nobody = caller()
        self.relay = relay
        self.caller = caller
        self.mail = name.lower() + ".test"

    def sign_in(self, name, role, *more):
        address = f"{name.lower()}@{self.mail}"
        self.relay.agent(self.id, address, name, role, *more)
        login = well(self.nobody.login(body={"email": address, "password": self.relay.PASSWORD}))
        one = self.caller(login["token"])
        one.id = login["agent"]["id"]
        one.listen = lambda: Line(self.relay.url, login["token"], one.description)
        return one

    def handoff(self, session, text="I want to talk to a human please"):
        said = well(self.bot.post_message(session, body={"author": "customer", "content": text}))
        check(said["handoff"], "no handoff for", text)
        return said["handoff"]["id"]


def bots_and_handoffs(desk, ana, luis):
    bot = desk.bot
    first = well(bot.post_message("s-1", body={
        "author": "customer", "content": "Hello, where is my order 4711?", "externalId": "m-1",
        "contact": {"name": "Ada", "email": "ada@example.com", "attributes": {"plan": "gold"}}}))
    check(first["control"] == "bot" and first["handoff"] is None)
    again = well(bot.post_message("s-1", body={
        "author": "customer", "content": "Hello, where is my order 4711?", "externalId": "m-1"}))
    check(again["messageId"] == first["messageId"], "a message came twice")
    well(bot.post_message("s-1", body={"author": "bot", "content": "Let me see."}))
    refused(bot.post_message("s-1", body={"author": "robot", "content": "?"}, unchecked=True), 422, "invalid")
    refused(desk.nobody.get_conversation("s-1"), 401, "unauthorized")
    handoff = desk.handoff("s-1")
    check(well(bot.initiate_handoff(body={"sessionId": "s-1", "triggerType": "manual"}))["handoffId"] == handoff)
    pending = well(ana.list_pending_handoffs(query={"limit": 10}))
    check(any(item["id"] == handoff for item in pending["items"]))
    check(well(ana.handoff_routing(handoff))["notOffered"] == "manual")
    refused(luis.send_message(handoff, body={"content": "early"}), 409, "stale_control")
    claim = well(ana.claim_handoff(handoff, body={}))
    check(well(ana.handoff_routing(handoff))["heldBy"]["name"] == "Ana")
    lost = refused(luis.claim_handoff(handoff, body={}), 409, "already_claimed")
    check(lost["holder"]["name"] == "Ana")
    refused(bot.post_message("s-1", body={"author": "bot", "content": "me too"}), 409, "stale_control")
    key = {"Idempotency-Key": str(uuid.uuid4())}
    sent = well(ana.send_message(handoff, body={"content": "Hi!", "epoch": claim["epoch"]}, headers=key))
    twice = well(ana.send_message(handoff, body={"content": "Hi!", "epoch": claim["epoch"]}, headers=key))
    check(sent["messageId"] == twice["messageId"], "a reply went twice")
    well(ana.add_note(handoff, body={"content": "A good customer."}))
    well(ana.transfer_handoff(handoff, body={"agentId": luis.id, "note": "Yours"}))
    well(luis.snooze_handoff(handoff, body={"minutes": 15}))
    refused(desk.bot.snooze_handoff(handoff, body={"minutes": 15}), 403, "forbidden")
    well(luis.snooze_handoff(handoff, body={"minutes": 0}))
    well(luis.resolve_handoff(handoff, body={"notes": "Found", "disposition": "solved"}))
    well(luis.reopen_handoff(handoff, body={}))
    well(luis.resolve_handoff(handoff, body={"handBackToBot": True}))
    state = well(bot.get_conversation("s-1"))
    check(state["control"] == "bot")
    messages = well(bot.list_messages("s-1", query={"after": 0, "limit": 50}))
    check(any(item["content"] == "Hi!" for item in messages["items"]))
    check(not any(item.get("note") for item in messages["items"]), "a bot reads what agents note")
    one = well(ana.get_handoff(handoff))
    check(one["status"] == "resolved" and one["handedBackToBot"])
    refused(ana.get_handoff(str(uuid.uuid4())), 404, "not_found")
    again = desk.handoff("s-1", "THIS IS RIDICULOUS, I want to talk to a human!!!")
    check(well(bot.get_handoff(again))["sentiment"]["score"] > 0)
    refused(ana.abandon_handoff(again, body={}), 403, "forbidden")
    well(bot.abandon_handoff(again, body={"reason": "left"}))
    check(well(bot.get_conversation("s-1"))["handoff"]["status"] == "abandoned")


def ratings(desk, admin, luis, ana):
    bot = desk.bot
    bad = admin.put_settings(desk.id, body={"csatEnabled": "yes"}, unchecked=True)
    check(bad.status == 422 and [e["field"] for e in bad["errors"]] == ["csatEnabled"], bad.json)
    check(well(admin.put_settings(desk.id, body={"csatEnabled": True, "csatMessage": "1 to 5?"}))["csatMessage"] == "1 to 5?")
    check(well(admin.put_settings(desk.id, body={"typingPreview": True}))["typingPreview"] is True)
    check(well(admin.put_settings(desk.id, body={"typingPreview": False}))["typingPreview"] is False)
    handoff = desk.handoff("s-rated")
    well(ana.claim_handoff(handoff, body={}))
    refused(bot.rate_handoff(handoff, body={"score": 5}), 409, "conflict")
    well(ana.resolve_handoff(handoff, body={"csat": False}))
    check("ratingAskedAt" not in well(bot.get_handoff(handoff)).json)
    well(ana.reopen_handoff(handoff, body={}))
    well(ana.resolve_handoff(handoff, body={}))
    check(well(bot.list_messages("s-rated", query={"after": 0}))["items"][-1]["kind"] == "csat")
    said = well(bot.post_message("s-rated", body={"author": "customer", "content": "four stars"}))
    check(said["rating"] == {"handoffId": handoff, "score": 4} and said["handoff"] is None, said.json)
    one = well(bot.get_handoff(handoff))
    check(one["status"] == "resolved" and one["rating"]["score"] == 4, one.json)
    check(one["messages"][-1]["kind"] == "csat_thanks", one.json)
    well(bot.rate_handoff(handoff, body={"score": 5, "comment": "Ana was quick"}))
    check(well(ana.get_handoff(handoff))["rating"]["comment"] == "Ana was quick")
    refused(bot.rate_handoff(handoff, body={"score": 6}, unchecked=True), 422, "invalid")
    refused(ana.rate_handoff(handoff, body={"score": 5}), 403, "forbidden")
    refused(bot.rate_handoff(str(uuid.uuid4()), body={"score": 5}), 404, "not_found")
    figures = well(luis.get_report("summary"))["csat"]
    check(figures["asked"] == 1 and figures["answered"] == 1 and figures["average"] == 5 and figures["distribution"]["5"] == 1, figures)
    well(admin.put_settings(desk.id, body={"csatEnabled": False, "csatMessage": ""}))


def routing(desk, admin, ana):
    settings = well(admin.get_settings(desk.id))
    check(settings["routing"] == "manual")
    refused(ana.put_settings(desk.id, body={"enabled": True}), 403, "forbidden")
    check(well(admin.try_settings(desk.id, body={"text": "I want to talk to a human"}))["handoff"] is True)
    bad = admin.put_settings(desk.id, body={"sentimentThreshold": 7, "routing": "magic"}, unchecked=True)
    check(bad.status == 422 and {e["field"] for e in bad["errors"]} == {"sentimentThreshold", "routing"}, bad.json)
    well(admin.put_settings(desk.id, body={"routing": "round_robin", "acceptSeconds": 60}))
    # Others wait from before; with room for all of them she need not answer one offer to have the next.
    well(admin.update_agent(ana.id, body={"capacity": 100}))
    well(ana.set_availability(body={"state": "available"}))
    socket = ana.listen()
    handoff = desk.handoff("s-2")
    offered = socket.hear("handoff.offered", lambda event: event["handoffId"] == handoff)
    check(offered["data"]["handoff"]["offer"]["agent"]["id"] == ana.id, offered)
    check(well(ana.handoff_routing(handoff))["offer"]["agent"]["id"] == ana.id)
    well(ana.decline_handoff(handoff, body={"reason": "Not my field"}))
    socket.hear("handoff.declined", lambda event: event["handoffId"] == handoff)
    socket.close()


class Hook:
    """A program that is asked for every turn, and says that its answer comes later."""

    def __init__(self):
        told = self.told = queue.Queue()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                told.put((dict(self.headers), body))
                self.send_response(202)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/turn"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def turn(self, secret):
        headers, body = self.told.get(timeout=20)
        headers = {name.lower(): value for name, value in headers.items()}
        signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
        key = base64.b64decode(secret.removeprefix("whsec_"))
        right = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
        check(headers["webhook-signature"] == right, "a turn is not signed as it must be")
        return json.loads(body)


def project_bots(desk, admin, ana):
    check(well(admin.get_bots(desk.id))["lanes"]["info"] == "faq")
    refused(ana.get_bots(desk.id), 403, "forbidden")
    hook = Hook()
    bots = {"bots": [{"name": "faq", "type": "faq"}, {"name": "orders", "type": "orders"}, {"name": "triage", "type": "triage"},
                     {"name": "mine", "type": "webhook", "url": hook.url, "timeoutSeconds": 5, "answerSeconds": 60}],
            "lanes": {"info": "mine", "commerce": "orders", "support": "triage"},
            "rules": [{"lane": "info", "words": ["guitar"]}], "enrichers": [], "triageQuestions": 2,
            "orders": {"url": "https://shop.example/orders/{order}", "timeoutSeconds": 4, "paths": {"status": "data.0.state"}}}
    made = well(admin.put_bots(desk.id, body=bots))
    check(made["secrets"]["mine"].startswith("whsec_"))
    secret = well(admin.make_bot_secret(desk.id, "mine"))["secret"]
    bad = admin.put_bots(desk.id, body={"lanes": {"info": "nobody"}, "triageQuestions": 99}, unchecked=True)
    check(bad.status == 422 and {e["field"] for e in bad["errors"]} == {"lanes.info", "triageQuestions"}, bad.json)
    faq = {"items": [{"name": "parking", "words": {"en": ["parking"]}, "answer": {"en": "Behind the house."}}]}
    well(admin.put_faq(desk.id, body=faq))
    kept = well(desk.bot.get_faq(desk.id)).json
    check(kept["items"] == faq["items"], kept)
    well(admin.put_faq(desk.id, body=kept))
    refused(admin.put_faq(desk.id, body=kept), 409, "conflict")
    well(admin.import_orders(desk.id, body={"items": [{"number": "1", "status": "paid", "email": "ada@example.com"}]}))
    sheet = well(admin.import_orders(desk.id, text="number,status\n2,shipped\n", headers={"Content-Type": "text/csv"}))
    check(sheet["saved"] == 1)
    check(len(well(admin.list_orders(desk.id, query={"limit": 5}))["items"]) == 2)
    well(admin.put_order(desk.id, "3", body={"status": "packed", "total": "9 EUR"}))
    check(well(admin.get_order(desk.id, "3"))["total"] == "9 EUR")
    well(admin.remove_order(desk.id, "3"))
    refused(admin.get_order(desk.id, "3"), 404, "not_found")
    visitor = websocket.create_connection(desk.relay.url.replace("http", "ws", 1) + "/ws/visitor", timeout=20)
    call = {"jsonrpc": "2.0", "id": 1, "method": "hello", "params": {"projectKey": desk.id, "language": "en"}}
    visitor.send(json.dumps(call))
    hello = json.loads(visitor.recv())["result"]
    call = {"jsonrpc": "2.0", "id": 2, "method": "message.send", "params": {"clientId": "1", "content": "a guitar question"}}
    visitor.send(json.dumps(call))
    session = "web:" + hello["conversationId"]
    turn = hook.turn(secret)
    check(turn["sessionId"] == session and turn["message"] == "a guitar question", turn)
    answer = {"messages": ["Yes, we have guitars.", {"content": "Many."}], "state": {"step": 2}}
    check(len(well(desk.bot.answer_turn(session, turn["turnId"], body=answer))["messageIds"]) == 2)
    well(desk.bot.answer_turn(session, turn["turnId"], body=answer))
    refused(desk.bot.answer_turn(session, str(uuid.uuid4()), body=answer), 404, "not_found")
    record = well(admin.list_turns(session))["items"]
    check(len(record) == 1 and record[0]["decidedBy"] == "project" and record[0]["status"] == "answered", record)
    well(admin.switch_bot(session, body={"on": False}))
    check(well(desk.bot.get_conversation(session))["botOff"])
    for params in ({"on": True, "text": "and a drum"}, {"on": False}, {"on": True, "text": "x" * 3000}):
        visitor.send(json.dumps({"jsonrpc": "2.0", "id": 3, "method": "typing.set", "params": params}))
        said = next(answer for answer in iter(lambda: json.loads(visitor.recv()), None) if answer.get("id") == 3)
        check(said.get("result") == {} if len(params.get("text", "")) < 2048 else said["error"]["code"] == -32602, said)
    well(admin.switch_bot(session, body={"on": True}))
    visitor.close()
def app_code(secret, steps=0):
    """What an authenticator app shows (RFC 6238)."""
    counter = struct.pack(">Q", int(time.time()) // 30 + steps)
    mac = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    return f"{(struct.unpack_from('>I', mac, mac[-1] & 15)[0] & 0x7FFFFFFF) % 1000000:06d}"


def people(desk, admin, ana):
    mail = "pia@" + desk.mail
    invited = well(admin.invite_agent(body={"email": mail, "name": "Pia", "languages": ["pt"], "capacity": 3}))
    refused(ana.invite_agent(body={"email": "x@y.test", "name": "X"}), 403, "forbidden")
    refused(desk.nobody.accept_invite(body={"token": invited["token"], "password": "password123"}), 422, "invalid")
    well(desk.nobody.accept_invite(body={"token": invited["token"], "password": "green bicycle bell"}))
    sign_in = {"email": mail, "password": "green bicycle bell"}
    login = well(desk.nobody.login(body=dict(sign_in, device="Desk")))
    pia = desk.caller(login["token"])
    secret = well(pia.enrol_totp(body={"password": "green bicycle bell"}))["secret"]
    well(pia.confirm_totp(body={"code": app_code(secret, -1)}))
    check(refused(desk.nobody.login(body=sign_in), 401, "unauthorized")["totp"] == "required")
    other = well(desk.nobody.login(body=dict(sign_in, totp=app_code(secret, 1))))
    sessions = well(pia.list_sessions())["items"]
    check(sorted(one["current"] for one in sessions) == [False, True], sessions)
    well(pia.end_session(next(one["id"] for one in sessions if not one["current"])))
    refused(desk.caller(other["token"]).me(), 401, "unauthorized")
    well(pia.end_other_sessions())
    well(pia.disable_totp(body={"password": "green bicycle bell"}))
    well(pia.change_password(body={"oldPassword": "green bicycle bell", "newPassword": "a much redder bell"}))

    agent = invited["agentId"]
    team = well(admin.create_team(body={"name": "Returns"}))["team"]
    well(admin.update_team(team["id"], body={"members": [agent]}))
    check([one["members"] for one in well(ana.list_teams())["items"]] == [[agent]])
    handoff = desk.handoff("s-team")
    well(admin.transfer_handoff(handoff, body={"teamId": team["id"]}))
    check(well(ana.get_handoff(handoff))["teamId"] == team["id"])
    fits = {item["agentId"]: item["fit"] for item in well(ana.handoff_routing(handoff))["items"]}
    check("fits" not in fits.values() and "team" in fits.values(), fits)
    well(desk.bot.post_message("s-for-team", body={"author": "customer", "content": "hello"}))
    asked = {"sessionId": "s-for-team", "triggerType": "manual", "skills": ["returns"], "teamId": team["id"]}
    refused(desk.bot.initiate_handoff(body=asked | {"teamId": handoff}), 404, "not_found")
    handoff = well(desk.bot.initiate_handoff(body=asked))["handoffId"]
    check(well(ana.get_handoff(handoff))["teamId"] == team["id"])
    check(well(ana.handoff_routing(handoff))["notOffered"] == "manual")
    well(desk.bot.abandon_handoff(handoff, body={}))
    well(admin.delete_team(team["id"]))

    well(admin.update_agent(agent, body={"role": "supervisor", "skills": ["returns"]}))
    well(admin.reset_totp(agent))
    refused(ana.end_sessions_of(agent), 403, "forbidden")
    well(pia.me())
    well(admin.end_sessions_of(agent))
    refused(pia.me(), 401, "unauthorized")
    well(admin.reset_password(agent))
    well(admin.update_agent(agent, body={"disabled": True}))
    well(admin.create_agent(body={"email": "rui@" + desk.mail, "name": "Rui", "password": "blue tram on a hill"}))
    unset = well(admin.create_agent(body={"email": "kai@" + desk.mail, "name": "Kai"}))
    check(unset["agent"]["invited"] is True and unset["token"], unset)
    key = well(admin.create_key(body={"name": "Reports", "scopes": ["read"]}))
    reader = desk.caller(key["apiKey"])
    well(reader.list_pending_handoffs())
    refused(reader.post_message("s-9", body={"author": "customer", "content": "x"}), 403, "forbidden")
    check(len(well(admin.list_keys())["items"]) == 2)
    well(admin.revoke_key(key["id"]))
    refused(reader.list_pending_handoffs(), 401, "unauthorized")
    audit = well(admin.list_audit(query={"limit": 200}))["items"]
    told = {item["type"] for item in audit}
    check({"agent.created", "agent.updated", "agent.disabled", "team.deleted", "access.changed"} <= told, told)
    well(admin.list_audit(query={"type": "access", "from": "2020-01-01T00:00:00Z", "limit": 1}))


def drafts(desk, ana):
    handoff = desk.handoff("s-drafts", "My parcel R-48213 never came, I want to talk to a person")
    well(ana.claim_handoff(handoff, body={}))
    check(well(ana.refresh_summary(handoff))["summary"]["engine"] == "offline")
    check(len(well(ana.suggest_replies(handoff))["suggestions"]) == 3)
    well(ana.closing_note(handoff, body={"done": "Sent it again."}))
    well(ana.rewrite_draft(body={"text": "I am just writing to let you know that we basically will send it again.",
                                 "style": "shorter"}))
    refused(ana.rewrite_draft(body={"text": "We send it again.", "style": "translate", "language": "es"}), 503, "unavailable")
    well(ana.resolve_handoff(handoff, body={"notes": "Sent again"}))


def attachments(desk, ana):
    handoff = desk.handoff("s-files")
    well(ana.claim_handoff(handoff, body={}))
    own = str(uuid.uuid4())
    file = well(ana.upload_attachment(text="a plain text", query={"name": "../notes.txt", "id": own}))
    check(file["id"] == own and file["name"] == "notes.txt" and file["mime"] == "text/plain" and file["size"] == 12, file.json)
    again = well(ana.upload_attachment(text="something else", query={"name": "x", "id": own}))
    check(again.json == file.json, "a repeat gets the first answer")
    check(well(ana.get_attachment(own)).raw == b"a plain text")
    check(well(ana.get_upload(own)).json == {"received": 12, "attachment": file.json})
    check(well(ana.get_upload(str(uuid.uuid4()))).json == {"received": 0})
    refused(ana.upload_attachment(text="the rest", query={"name": "x", "id": str(uuid.uuid4()), "from": 4}), 409, "conflict")
    refused(ana.upload_attachment(text="the rest", query={"name": "x", "from": 4}), 422, "invalid")
    refused(ana.upload_attachment(text="the rest", query={"name": "x", "size": 9}), 422, "invalid")
    refused(ana.upload_attachment(text="the rest", query={"name": "x", "sha256": "0" * 64}), 422, "invalid")
    digest = hashlib.sha256(b"the rest").hexdigest()
    check(well(ana.upload_attachment(text="the rest", query={"name": "x", "size": 8, "sha256": digest}))["sha256"] == digest)
    key = {"Idempotency-Key": str(uuid.uuid4())}
    keyed = [well(ana.upload_attachment(text="once", query={"name": "once"}, headers=key))["id"] for _ in range(2)]
    check(keyed[0] == keyed[1], keyed)
    refused(desk.nobody.upload_attachment(text="x"), 401, "unauthorized")
    refused(ana.upload_attachment(text=""), 422, "invalid")
    refused(desk.bot.send_message(handoff, body={"attachments": [own]}), 422, "invalid")
    well(ana.send_message(handoff, body={"attachments": [own]}))
    sent = well(ana.get_handoff(handoff))["messages"][-1]
    check(sent["kind"] == "document" and sent["content"] == "" and sent["attachments"][0]["id"] == own, sent)
    from_bot = well(desk.bot.upload_attachment(text="%PDF-1.4 x", query={"name": "bill.pdf"}))
    well(desk.bot.post_message("s-files", body={"author": "customer", "content": "here", "attachments": [from_bot["id"]]}))
    secret = well(ana.upload_attachment(text="for us", query={"name": "us.txt"}))
    well(ana.add_note(handoff, body={"content": "see", "attachments": [secret["id"]]}))
    refused(ana.get_attachment(str(uuid.uuid4())), 404, "not_found")
    line = websocket.create_connection(desk.relay.url.replace("http", "ws") + "/ws/visitor", timeout=10)
    line.send(json.dumps({"jsonrpc": "2.0", "id": 1, "method": "hello", "params": {"projectKey": desk.id}}))
    visitor = desk.caller(json.loads(line.recv())["result"]["visitorToken"])
    mine = well(visitor.upload_visitor_attachment(text="mine", query={"name": "m.txt"}))
    check(mine["url"] == "/api/visitor/attachments/" + mine["id"])
    check(well(visitor.get_visitor_attachment(mine["id"])).raw == b"mine")
    refused(visitor.get_visitor_attachment(secret["id"]), 404, "not_found")
    refused(desk.bot.get_visitor_attachment(mine["id"]), 401, "unauthorized")
    line.close()
    well(ana.resolve_handoff(handoff, body={}))


def canned_responses(admin, ana):
    shared, own = str(uuid.uuid4()), str(uuid.uuid4())
    hello = {"shortcut": "hello", "content": "Hello {{contact.first_name}}", "title": "Greeting", "language": "en"}
    check(well(admin.put_canned_response(shared, body=hello))["personal"] is False)
    refused(admin.put_canned_response(own, body=hello), 409, "conflict")
    refused(ana.put_canned_response(shared, body=hello), 403, "forbidden")
    well(ana.put_canned_response(own, body={"shortcut": "bye", "content": "Goodbye", "personal": True}))
    check([one["shortcut"] for one in well(ana.list_canned_responses())["items"]] == ["bye", "hello"])
    check([one["shortcut"] for one in well(admin.list_canned_responses())["items"]] == ["hello"])
    well(ana.remove_canned_response(own))
    refused(ana.remove_canned_response(own), 404, "not_found")


def templates(desk, admin, ana):
    """A channel that takes free text for a day, and what goes through it at any time."""
    one = str(uuid.uuid4())
    fields = {"name": "order_update", "language": "en", "body": "Hello {{1}}, your order {{2}} is on its way.", "category": "utility"}
    refused(ana.put_message_template(one, body=fields), 403, "forbidden")
    check(well(admin.put_message_template(one, body=fields))["id"] == one)
    refused(admin.put_message_template(str(uuid.uuid4()), body=fields), 409, "conflict")
    refused(admin.put_message_template(one, body=dict(fields, body="{{2}}")), 422, "invalid")
    check([item["name"] for item in well(ana.list_message_templates())["items"]] == ["order_update"])
    use = {"name": "order_update", "language": "en", "values": ["Ada", "4711"]}
    hello = {"author": "bot", "content": "Hello", "channel": "whatsapp"}
    refused(desk.bot.post_message("wa-1", body=hello), 409, "window_closed")
    well(desk.bot.post_message("wa-1", body={"author": "bot", "template": use, "channel": "whatsapp"}))
    sent = well(desk.bot.list_messages("wa-1"))["items"]
    check(sent[0]["content"] == "Hello Ada, your order 4711 is on its way." and sent[0]["template"] == use, sent)
    refused(desk.bot.post_message("wa-1", body={"author": "bot", "template": dict(use, values=["Ada"])}), 422, "invalid")
    refused(desk.bot.post_message("wa-1", body={"author": "bot", "template": dict(use, language="pt_BR")}), 422, "invalid")
    refused(desk.bot.post_message("wa-2", body=dict(hello, channel="fax"), unchecked=True), 422, "invalid")
    handoff = desk.handoff("wa-1")
    check(well(desk.bot.get_conversation("wa-1"))["replyWindow"]["closesAt"])
    well(ana.claim_handoff(handoff, body={}))
    well(ana.send_message(handoff, body={"template": use}))
    well(ana.send_message(handoff, body={"content": "Free text while the window is open"}))
    well(ana.resolve_handoff(handoff, body={}))
    well(admin.remove_message_template(one))
    refused(admin.remove_message_template(one), 404, "not_found")


def persons(desk, admin, ana, ada):
    """Labels, notes, who is blocked, who is the same person, and spam."""
    well(ana.update_contact(ada, body={"tags": ["vip", "Refund", "VIP"]}))
    check(well(ana.list_contacts(query={"tag": "refund"}))["items"][0]["tags"] == ["Refund", "vip"])
    refused(ana.update_contact(ada, body={"tags": ["x" * 51]}, unchecked=True), 422, "invalid")
    note = well(ana.add_contact_note(ada, body={"text": "Prefers to be called"}))["noteId"]
    check([one["id"] for one in well(ana.get_contact(ada))["notes"]] == [note])
    refused(ana.add_contact_note(ada, body={"text": ""}, unchecked=True), 422, "invalid")
    well(ana.delete_contact_note(ada, note))
    refused(ana.delete_contact_note(ada, note), 404, "not_found")
    well(desk.bot.post_message("ada-again", body={"author": "customer", "content": "Ada again", "contact": {"name": "A. L."}}))
    again = [one for one in well(ana.list_contacts(query={"limit": 50}))["items"] if one["sessionId"] == "ada-again"][0]["id"]
    refused(ana.split_contact(again), 409, "conflict")
    refused(ana.merge_contact(again, body={"into": str(uuid.uuid4())}), 404, "not_found")
    check(well(ana.merge_contact(again, body={"into": ada}))["mergedInto"] == ada)
    whole = well(ana.get_contact(again))
    check([one["id"] for one in whole["merged"]] == [ada] and len(whole["conversations"]) == 2, whole)
    check(len(well(admin.export_contact(ada))["conversations"]) == 2)
    check("mergedInto" not in well(ana.split_contact(again)).json)
    well(ana.update_contact(again, body={"blocked": True}))
    kept = well(desk.bot.post_message("ada-again", body={"author": "customer", "content": "I want to talk to a human now"}))
    check(kept["handoff"] is None, kept)
    refused(desk.bot.post_message("ada-again", body={"author": "bot", "content": "How may I help?"}), 409, "stale_control")
    well(ana.update_contact(again, body={"blocked": False}))
    well(ana.convert_handoff(desk.handoff("a-ticket-by-hand")))
    spam = desk.handoff("spam")
    well(ana.spam_handoff(spam, body={"block": True}))
    refused(ana.spam_handoff(spam), 409, "conflict")
    check(any(one["type"] == "contact.merged" for one in well(admin.list_audit(query={"type": "contact"}))["items"]))


def reports_and_contacts(desk, admin, luis, ana):
    for report in ("summary", "agents", "channels", "triggers", "timeline"):
        well(luis.get_report(report, query={"from": "2026-01-01", "to": "2026-12-30"}))
        well(luis.get_report(report, query={"from": "2026-01-01", "to": "2026-12-30", "format": "csv"}))
    refused(ana.get_report("summary"), 403, "forbidden")
    found = well(ana.list_contacts(query={"q": "ada@example.com", "limit": 5}))["items"]
    check(len(found) == 1, found)
    well(ana.get_contact(found[0]["id"]))
    well(ana.update_contact(found[0]["id"], body={"phone": "+1 555 0100", "attributes": {"plan": "silver"}}))
    check(well(ana.get_contact(found[0]["id"]))["phone"] == "+1 555 0100")
    persons(desk, admin, ana, found[0]["id"])
    other = Desk(desk.relay, desk.caller, "Next")
    stranger = other.sign_in("Eve", "agent")
    refused(stranger.get_contact(found[0]["id"]), 404, "not_found")
    # The search follows the journal at a short distance.
    for _ in range(200):
        hits = well(ana.search(query={"q": "parcel", "after": "2026-01-01T00:00:00Z"}))
        if hits["items"]:
            break
        time.sleep(0.05)
    check(hits["items"], "a message that was written is not found")
    known = well(desk.bot.post_message("to-be-erased", body={"author": "customer", "content": "forget the parcel of zebrafinch street",
        "contact": {"name": "Zoe"}}))
    gone = [one for one in well(ana.list_contacts(query={"limit": 50}))["items"] if one["sessionId"] == "to-be-erased"][0]
    refused(ana.export_contact(gone["id"]), 403, "forbidden")
    refused(ana.erase_contact(gone["id"]), 403, "forbidden")
    record = well(admin.export_contact(gone["id"])).json
    check(record["contact"]["name"] == "Zoe" and record["conversations"][0]["id"] == known["conversationId"], record)
    erased = well(admin.erase_contact(gone["id"]))
    check(erased["events"] > 0 and erased["orders"] == 0, erased.json)
    refused(admin.get_contact(gone["id"]), 404, "not_found")
    refused(admin.export_contact(gone["id"]), 404, "not_found")
    left = well(desk.bot.post_message("to-be-erased", body={"author": "customer", "content": "hello"}))
    check(left["conversationId"] != known["conversationId"], "an erased contact is still known")
    check(not well(stranger.search(query={"q": "parcel"}))["items"], "a search looks into another project")


def news(desk, admin, ana):
    key = {"Idempotency-Key": str(uuid.uuid4())}
    told = {"title": "New booking", "body": "Table for four", "kind": "booking", "audience": "agents"}
    one = well(desk.bot.post_notification(body=told, headers=key))
    check(well(desk.bot.post_notification(body=told, headers=key)).json == one.json, "a notification came twice")
    listed = well(ana.list_notifications(query={"limit": 10}))["items"]
    mine = [item for item in listed if item["title"] == "New booking"]
    check(len(mine) == 1, listed)
    well(ana.read_notification(mine[0]["id"]))
    refused(ana.add_webhook(body={"url": "https://example.com/hook", "events": ["*"]}), 403, "forbidden")
    hook = well(admin.add_webhook(body={"url": "http://127.0.0.1:9/hook", "events": ["handoff.*"]}))
    check(hook["secret"].startswith("whsec_"))
    check(all("secret" not in item for item in well(admin.list_webhooks())["items"]), "a secret is shown twice")
    well(admin.enable_webhook(hook["id"]))
    well(admin.remove_webhook(hook["id"]))


def site(desk):
    well(desk.nobody.health())
    well(desk.nobody.ready())
    check(b"\nrelevo_build_info{" in well(desk.bot.metrics()).raw, "no page of metrics")
    refused(desk.nobody.metrics(), 401, "unauthorized")
    well(desk.nobody.openapi())
    well(desk.nobody.chat_page(desk.id))
    well(desk.nobody.widget())
    well(desk.nobody.join_page())


def everything(relay, caller):
    desk = Desk(relay, caller, "Shop")
    admin = desk.sign_in("Root", "admin")
    ana = desk.sign_in("Ana", "agent", "--language", "en")
    luis = desk.sign_in("Luis", "supervisor")
    well(ana.me())
    check(len(well(ana.list_agents())["items"]) == 3)
    bots_and_handoffs(desk, ana, luis)
    project_bots(desk, admin, ana)
    people(desk, admin, ana)
    drafts(desk, ana)
    attachments(desk, ana)
    canned_responses(admin, ana)
    templates(desk, admin, ana)
    news(desk, admin, ana)
    ratings(desk, admin, luis, ana)
    reports_and_contacts(desk, admin, luis, ana)
    routing(desk, admin, ana)
    site(desk)
    other = Desk(relay, caller, "Elsewhere")
    refused(other.bot.get_conversation("s-1"), 404, "not_found")
    well(ana.logout())
    refused(ana.me(), 401, "unauthorized")
