// The real relay as a child process, with a project and an agent of its own in a temporary directory.
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve, dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const program = process.env.RELEVO_RELAY || join(root, 'build/dev/app/relay/relevo-relay');
const PASSWORD = 'a long enough password 42';

export class Relay {
  constructor(log) {
    if (!existsSync(program)) throw new Error(`No relay at ${program}: build the target relevo-relay, or name one in RELEVO_RELAY.`);
    this.directory = mkdtempSync(join(tmpdir(), 'relevo-web-'));
    this.data = join(this.directory, 'data');
    this.log = log;
    this.port = 0;
  }
  async command(...words) {
    const { stdout } = await run(program, [...words, '--data', this.data], { timeout: 30000 });
    return JSON.parse(stdout.trim().split('\n').at(-1));
  }
  /** Throws when the relay's own proof of its journal fails. */
  async verify() {
    await run(program, ['verify', '--data', this.data], { timeout: 30000 });
  }
  async setUp() {
    const { projectId, apiKey } = await this.command('project', 'create', '--name', 'Demo');
    this.project = projectId;
    this.apiKey = apiKey;
    const secret = join(this.directory, 'password');
    writeFileSync(secret, PASSWORD, { mode: 0o600 });
    this.email = 'ana@example.com';
    await this.command('agent', 'create', '--project', projectId, '--email', this.email, '--name', 'Ana Silva', '--password-file', secret);
    this.adminEmail = 'eva@example.com';
    await this.command('agent', 'create', '--project', projectId, '--email', this.adminEmail, '--name', 'Eva Admin', '--role', 'admin', '--password-file', secret);
    return this;
  }
  async start() {
    const errors = openSync(this.log, 'a');
    this.child = spawn(program, ['serve', '--data', this.data, '--listen', `127.0.0.1:${this.port}`], { stdio: ['ignore', 'pipe', errors] });
    this.ended = new Promise((done) => this.child.once('exit', done));
    const lines = createInterface({ input: this.child.stdout });
    const first = await Promise.race([
      new Promise((done) => lines.once('line', done)),
      this.ended.then((code) => Promise.reject(new Error(`The relay ended with ${code}; its log is ${this.log}`))),
    ]);
    const said = JSON.parse(first);
    if (said.event !== 'listening') throw new Error(`Not the listening line: ${first}`);
    this.url = said.url;
    this.port = Number(new URL(said.url).port);
  }
  async kill(signal = 'SIGKILL') {
    if (!this.child || this.child.exitCode !== null || this.child.signalCode) return;
    this.child.kill(signal);
    await this.ended;
  }
  async stop() {
    await this.kill();
    rmSync(this.directory, { recursive: true, force: true });
  }

  async call(method, path, body) {
    const response = await fetch(this.url + path, {
      method,
      headers: { ...(body && { 'content-type': 'application/json' }), ...(this.token && { authorization: `Bearer ${this.token}` }) },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text ? JSON.parse(text) : null;
  }
  async login(email = this.email) {
    const { token } = await this.call('POST', '/api/auth/login', { email, password: PASSWORD });
    this.token = token;
  }
  /** What only an admin may change; whoever was signed in is so again. */
  async settings(fields) {
    const { token } = this;
    await this.login(this.adminEmail);
    await this.call('PUT', `/api/projects/${this.project}/handoff-settings`, fields);
    this.token = token;
  }
}
