// The customer: a real Chromium on the web chat, driven by one JSON line a command on stdin, answered by one on stdout.
//   {"do":"open","url"} {"do":"say","text"} {"do":"see","text","timeout"?} {"do":"shot","file"} {"do":"reload"}
//   {"do":"phone","on"} {"do":"close"}
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

const commands = {
  async open({ url }) {
    await page.goto(url, { waitUntil: 'load' });
    await page.getByRole('textbox').first().waitFor({ state: 'visible', timeout: 20000 });
  },
  async say({ text }) {
    const box = page.getByRole('textbox').first();
    await box.fill(text);
    await box.press('Enter');
    await page.getByText(text, { exact: false }).last().waitFor({ state: 'visible', timeout: 15000 });
  },
  async see({ text, timeout }) {
    const pattern = new RegExp(text, 'iu');
    const found = page.getByText(pattern).last();
    await found.waitFor({ state: 'visible', timeout: timeout ?? 15000 });
    return { text: await found.innerText() };
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
