// The queue of the desk as a page in a browser would have it: the same rows, in a list that makes elements only for what is
// seen, by hand and without a framework. How long from the start of Chromium to the painted list, and what its processes hold.
// Usage: node browser_list.mjs ROWS.json [ROUNDS]; prints one line of JSON, the least of the rounds.
import { createReadStream, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { launch } from '../web/support/browser.mjs';

const page = `<!doctype html><meta charset="utf-8"><title>Queue</title>
<style>
  body { margin: 0; font: 14px/20px system-ui, sans-serif; color: #1d232b; background: #f6f7f9; display: flex; }
  #list { position: relative; width: 400px; height: 100vh; overflow-y: auto; background: #fff; contain: strict; }
  .row { position: absolute; left: 0; right: 0; height: 72px; box-sizing: border-box; padding: 8px 16px; border-bottom: 1px solid #e4e7eb; }
  .top { display: flex; gap: 8px; } .name { font-weight: 600; flex: 1; } .name, .line { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .line, .about { color: #5b6674; } .about { font-size: 12px; }
</style>
<div id="list"><div id="all"></div></div>
<script>
  const height = 72, beyond = 6, list = document.getElementById('list'), all = document.getElementById('all');
  const waited = (since) => Math.max(0, Math.round((Date.now() - since) / 60000)) + ' min';
  let rows = [], shown = new Map();
  function part(row, name, text) { const e = document.createElement('div'); e.className = name; e.textContent = text; row.append(e); return e; }
  function make(at) {
    const data = rows[at], row = document.createElement('div');
    row.className = 'row';
    row.style.transform = 'translateY(' + at * height + 'px)';
    const top = part(row, 'top', '');
    part(top, 'name', data.name); part(top, 'about', waited(data.since));
    part(row, 'line', data.line);
    part(row, 'about', [data.channel, data.language, data.trigger].filter(Boolean).join(' · '));
    return row;
  }
  function fill() {
    const first = Math.max(0, Math.floor(list.scrollTop / height) - beyond);
    const last = Math.min(rows.length, Math.ceil((list.scrollTop + list.clientHeight) / height) + beyond);
    for (const [at, row] of shown) if (at < first || at >= last) { row.remove(); shown.delete(at); }
    for (let at = first; at < last; ++at) if (!shown.has(at)) { const row = make(at); shown.set(at, row); all.append(row); }
  }
  list.addEventListener('scroll', fill, { passive: true });
  (async () => {
    rows = await (await fetch('/rows.json')).json();
    rows.sort((a, b) => a.priority - b.priority || a.since - b.since);
    all.style.height = rows.length * height + 'px';
    fill();
    requestAnimationFrame(() => requestAnimationFrame(() => { window.painted = Date.now(); }));
  })();
</script>`;

function processesBelow(root) {
  const children = new Map();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      children.set(parent, [...(children.get(parent) || []), Number(name)]);
    } catch { /* it has ended meanwhile */ }
  }
  const found = [];
  for (const open = [root]; open.length;) {
    const next = children.get(open.pop()) || [];
    found.push(...next);
    open.push(...next);
  }
  return found;
}

// Proportional, so that what its processes share counts once.
function megabytes(pids) {
  let sum = 0;
  for (const pid of pids) {
    try {
      sum += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'))[1]) * 1024;
    } catch { /* it has ended meanwhile */ }
  }
  return sum / 1e6;
}

async function round(url) {
  const began = Date.now();
  const browser = await launch(['--enable-precise-memory-info']);
  try {
    const tab = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await tab.goto(url, { waitUntil: 'commit' });
    await tab.waitForFunction(() => window.painted, null, { polling: 5, timeout: 60000 });
    const start = await tab.evaluate(() => window.painted) - began;
    // As the desk, it is weighed once it has come to rest.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const heap = await tab.evaluate(() => performance.memory.usedJSHeapSize) / 1e6;
    const rows = await tab.evaluate(() => document.querySelectorAll('.row').length);
    if (rows < 8) throw new Error(`only ${rows} rows are painted`);
    return { start, memory: megabytes(processesBelow(process.pid)), heap };
  } finally {
    await browser.close();
  }
}

const [file, rounds = '3'] = process.argv.slice(2);
const server = createServer((request, response) => {
  if (request.url === '/rows.json') {
    response.setHeader('Content-Type', 'application/json');
    createReadStream(file).pipe(response);
    return;
  }
  response.setHeader('Content-Type', 'text/html');
  response.end(page);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const results = [];
try {
  for (let i = 0; i < Number(rounds); ++i) results.push(await round(`http://127.0.0.1:${server.address().port}/`));
} finally {
  server.close();
}
const least = (name) => Math.min(...results.map((one) => one[name]));
console.log(JSON.stringify({ start: least('start'), memory: least('memory'), heap: least('heap') }));
