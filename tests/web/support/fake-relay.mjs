// A relay of the tests' own: it keeps to the visitor protocol, and breaks exactly where a test asks it to.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { WebSocketServer } from 'ws';

const WEB = new URL('../../../resources/web/', import.meta.url);
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self' ws: wss:; img-src 'self' data: blob:";

export class FakeRelay {
  constructor() {
    this.project = 'demo';
    this.projectName = 'Northwind Travel';
    this.greeting = 'Hi, I am the assistant of Northwind Travel. How can I help?';
    this.seq = 0;
    this.conversations = new Map(); // visitorToken -> {id, messages, handoff}
    this.sockets = new Set();
    this.calls = []; // every call that came in: {method, params}
    this.answers = {}; // method -> function(params, conversation) that throws {code} to refuse
    this.silent = false; // takes frames, answers nothing: a dead link
    this.swallowAcks = false; // stores messages, and cuts the line before it says so
    this.refuseSockets = false;
    this.files = new Map(); // id -> {bytes, described, token}
    this.uploads = []; // ids in the order in which they came, repeats, too
    this.refuseUploads = 0; // the status that uploads are refused with
    this.holdUploads = null; // a promise that uploads wait for
    this.loseFiles = false;
    this.preview = undefined; // as of an older relay, which does not know of it
    this.people = undefined;
    this.limits = null; // as of an older relay, which does not tell them
    this.pages = new Map(); // path -> {html, policy}
  }

  async start(port = 0) {
    this.server = http.createServer((request, response) => this.serve(request, response));
    this.ws = new WebSocketServer({ noServer: true });
    this.server.on('upgrade', (request, socket, head) => {
      if (this.refuseSockets || request.url !== '/ws/visitor') {
        socket.destroy();
        return;
      }
      this.ws.handleUpgrade(request, socket, head, (client) => this.join(client));
    });
    await new Promise((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    this.port = this.server.address().port;
    this.url = `http://127.0.0.1:${this.port}`;
    return this;
  }
  async stop() {
    this.cut();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
  /** The line goes dead without a closing handshake, as when a process is killed. */
  cut() {
    for (const client of this.sockets) client.terminate();
  }

  async serve(request, response) {
    const path = new URL(request.url, this.url).pathname;
    if (path.startsWith('/api/visitor/attachments')) {
      await this.serveFile(request, response);
      return;
    }
    const page = this.pages.get(path);
    if (page) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...(page.policy && { 'content-security-policy': page.policy }) });
      response.end(page.html);
    } else if (path === '/widget.js') {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' });
      response.end(await readFile(new URL('widget.js', WEB)));
    } else if (path.startsWith('/chat/')) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY });
      response.end(await readFile(new URL('chat.html', WEB)));
    } else {
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    }
  }

  async serveFile(request, response) {
    const open = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'Authorization, Content-Type' };
    const answer = (status, body, headers = {}) => response.writeHead(status, { ...open, ...headers }).end(body);
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    if (request.method === 'OPTIONS') return answer(204);
    const token = (request.headers.authorization || '').replace('Bearer ', '');
    if (!this.conversations.has(token)) return answer(401);
    const { pathname, searchParams } = new URL(request.url, this.url);
    if (request.method === 'POST') {
      this.uploads.push(searchParams.get('id'));
      await this.holdUploads;
      if (this.refuseUploads) return answer(this.refuseUploads, '{}');
      const described = this.keepFile(token, searchParams.get('name'), Buffer.concat(chunks), searchParams.get('id'));
      return answer(201, JSON.stringify(described), { 'content-type': 'application/json' });
    }
    const file = this.files.get(pathname.split('/').pop());
    if (!file || file.token !== token || this.loseFiles) return answer(404);
    return answer(200, file.bytes, { 'content-type': file.described.mime });
  }
  /** What is known of a file is found in its bytes; of pictures only PNGs are needed here. */
  keepFile(token, name, bytes, id = randomUUID()) {
    const isPng = bytes.subarray(1, 4).toString() === 'PNG';
    const mime = isPng ? 'image/png' : bytes.subarray(0, 4).toString() === '%PDF' ? 'application/pdf' : 'text/plain';
    const described = { id, name, mime, size: bytes.length, url: `/api/attachments/${id}` };
    if (isPng) Object.assign(described, { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) });
    this.files.set(id, { bytes, described, token });
    return described;
  }
  /** A file of an agent's message to the one visitor. */
  file(name, bytes) {
    return this.keepFile([...this.conversations.keys()].at(-1), name, bytes);
  }

  join(client) {
    this.sockets.add(client);
    client.on('close', () => this.sockets.delete(client));
    client.on('message', (data) => {
      const { id, method, params } = JSON.parse(data.toString());
      this.calls.push({ method, params });
      if (this.silent) return;
      try {
        const custom = this.answers[method];
        const result = (custom && custom(params, client.conversation)) || this[`on_${method.replace('.', '_')}`](client, params);
        client.send(JSON.stringify({ jsonrpc: '2.0', id, result }));
      } catch (error) {
        if (!error.code) throw error;
        if (error.code !== 'swallowed') {
          client.send(JSON.stringify({ jsonrpc: '2.0', id, error: { code: -32000, message: error.code, data: error } }));
        }
      }
    });
  }
  on_hello(client, { projectKey, visitorToken, since: asked, epoch }) {
    if (projectKey !== this.project) throw { code: 'not_found' };
    let token = visitorToken;
    if (!this.conversations.has(token)) {
      token = `visitor-${this.conversations.size + 1}-${Math.random().toString(36).slice(2)}`;
      this.conversations.set(token, { id: `conversation-${token}`, messages: [], handoff: null });
    }
    const conversation = this.conversations.get(token);
    client.conversation = conversation;
    const since = epoch && this.epoch && epoch !== this.epoch ? 0 : asked;
    const later = conversation.messages.filter((message) => !since || message.seq > since);
    return {
      visitorToken: token,
      conversationId: conversation.id,
      seq: this.seq,
      ...(this.epoch && { epoch: this.epoch }),
      project: { name: this.projectName },
      greeting: this.greeting,
      messages: later.slice(-200),
      more: later.length > 200,
      handoff: conversation.handoff,
      rating: conversation.rating || null,
      typingPreview: this.preview,
      people: this.people,
      ...(this.limits && { limits: this.limits }),
    };
  }
  on_ping() {
    return {};
  }
  on_typing_set() {
    return {};
  }
  on_handoff_cancel() {
    this.handoff('abandoned');
    return { success: true };
  }
  on_handoff_rate(client, { handoffId, score, comment }) {
    const { rating } = client.conversation;
    if (!rating || rating.handoffId !== handoffId) throw { code: 'conflict' };
    client.conversation.rating = { ...rating, score, comment: comment || '' };
    this.tell(client.conversation, 'handoff.rated', { rating: client.conversation.rating });
    return { success: true };
  }
  on_read_mark() {
    return {};
  }
  on_message_send(client, { clientId, content, attachments = [] }) {
    const known = client.conversation.messages.find((message) => message.clientId === clientId);
    const message = known || this.post(client.conversation, { author: 'customer', clientId, content, delivery: 'delivered', ...this.carried(attachments) });
    if (this.swallowAcks) {
      this.cut();
      throw { code: 'swallowed' };
    }
    return { message };
  }

  carried(ids) {
    if (ids.some((id) => !this.files.has(id))) throw { code: 'invalid' };
    return ids.length ? { attachments: ids.map((id) => this.files.get(id).described) } : {};
  }

  /** The one conversation of a test with one visitor. */
  get conversation() {
    return [...this.conversations.values()].at(-1);
  }
  post(conversation, fields) {
    const seq = (this.seq += 1 + Math.floor(Math.random() * 3)); // numbers grow, with gaps
    const message = {
      id: `message-${seq}`, conversationId: conversation.id, seq, authorId: null, authorName: null, kind: 'text', note: false,
      clientId: null, delivery: 'sent', at: new Date().toISOString(), ...fields,
    };
    conversation.messages.push(message);
    this.tell(conversation, message.author === 'customer' ? 'message.received' : 'message.sent', { message }, seq);
    return message;
  }
  say(author, content, authorName = null, more = {}) {
    return this.post(this.conversation, { author, content, authorName, ...more });
  }
  tell(conversation, type, data, seq = (this.seq += 1)) {
    this.notify(conversation, 'event', { seq, type, at: new Date().toISOString(), data });
  }
  notify(conversation, method, params) {
    for (const client of this.sockets) {
      if (client.conversation === conversation) client.send(JSON.stringify({ jsonrpc: '2.0', method, params }));
    }
  }
  handoff(status, agentName = null, more = {}) {
    const { conversation } = this;
    conversation.handoff = { status, mode: 'sync', agent: agentName ? { name: agentName } : null, emailWanted: false, ...more };
    const event = { pending: 'requested', active: 'activated' }[status] || status;
    this.tell(conversation, `handoff.${event}`, { handoff: conversation.handoff });
  }
  delivery(message, delivery) {
    message.delivery = delivery;
    this.tell(this.conversation, 'message.delivery', { messageId: message.id, delivery });
  }
  typing(author, name, on = true) {
    this.notify(this.conversation, 'typing', { author, name, on });
  }
  previews(on) {
    this.preview = on;
    this.notify(this.conversation, 'settings', { typingPreview: on });
  }
  handsOver(on) {
    this.people = on;
    this.notify(this.conversation, 'settings', { people: on });
  }
  called(method) {
    return this.calls.filter((call) => call.method === method);
  }
  contents(author) {
    return this.conversation.messages.filter((message) => message.author === author).map((message) => message.content);
  }
}
