// The customer: a real Chromium on the web chat, driven by one JSON line a command on stdin, answered by one on stdout.
//   {"do":"open","url"} {"do":"say","text"} {"do":"see","text"?,"timeout"?} {"do":"shot","file"} {"do":"reload"}
//   {"do":"troubles"} {"do":"close"}
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

// The browser tests own the modules; nothing is installed twice.
const require = createRequire(new URL('../web/package.json', import.meta.url));
const { chromium } = require('playwright-core');

const browser = await chromium.launch({
  executablePath: process.env.RELEVO_CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
const context = await browser.newContext({ viewport: { width: 420, height: 760 }, locale: 'en-GB' });
const page = await context.newPage();
const troubles = [];
page.on('pageerror', (error) => troubles.push(String(error)));

let saidAt = 0; // how many entries the chat had when the customer's own last message stood in it
const lines = () => page.getByRole('log').locator(':scope > *').allInnerTexts();

async function until(probe, what, timeout = 15000) {
  const end = Date.now() + timeout;
  while (!(await probe())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${timeout} ms; there is:\n${(await lines()).join('\n')}`);
    await page.waitForTimeout(50);
  }
}

const commands = {
  async open({ url }) {
    await page.goto(url, { waitUntil: 'load' });
    await page.getByRole('textbox').first().waitFor({ state: 'visible', timeout: 20000 });
  },
  async say({ text }) {
    const box = page.getByRole('textbox').first();
    const saying = async () => (await lines()).map((line, at) => (line.includes(text) ? at : -1)).filter((at) => at >= 0);
    const before = (await saying()).length;
    await box.fill(text);
    await box.press('Enter');
    await until(async () => (await saying()).length > before, `"${text}" in the chat`);
    saidAt = (await saying()).at(-1) + 1;
  },
  // Only what came after the customer's last message counts: an earlier answer with the same words is no answer.
  // `text` are plain words; without them any answer does.
  async see({ text = '', timeout }) {
    let found;
    await until(async () => {
      found = (await lines()).slice(saidAt).find((line) => line.includes(text));
      return found !== undefined;
    }, `"${text}" after "${(await lines())[saidAt - 1]}"`, timeout);
    return { text: found };
  },
  async shot({ file }) {
    await page.screenshot({ path: file });
  },
  async reload() {
    await page.reload({ waitUntil: 'load' });
  },
  async troubles() {
    return { troubles };
  },
  async close() {
    await browser.close();
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  try {
    const result = (await commands[command.do](command)) ?? {};
    process.stdout.write(`${JSON.stringify({ ok: true, ...result })}\n`);
  } catch (error) {
    process.stdout.write(`${JSON.stringify({ ok: false, error: String(error) })}\n`);
  }
  if (command.do === 'close') break;
}
await browser.close();
process.exit(0); // standard input may still be open
