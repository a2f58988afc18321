// Chromium for the tests: the machine's own, one profile of its own for each run, nothing that calls home.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureModules } from './modules.mjs';

await ensureModules();
const { chromium } = await import('playwright-core');

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
export const output = process.env.RELEVO_TEST_OUTPUT || join(root, 'build/test-output/web');
mkdirSync(output, { recursive: true });

const CANDIDATES = [process.env.RELEVO_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export function launch(extra = []) {
  const executablePath = CANDIDATES.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('No Chromium: install the package chromium, or name one in RELEVO_CHROMIUM.');
  // playwright makes a fresh user-data-dir for every launch and removes it afterwards.
  return chromium.launch({
    executablePath,
    headless: true,
    chromiumSandbox: false,
    args: [
      '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--force-color-profile=srgb', '--font-render-hinting=none', ...extra,
    ],
  });
}

/** Waits until the condition holds; what it returns is returned. */
export async function until(condition, what, within = 10000) {
  const end = Date.now() + within;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`Timed out: ${what || condition}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export const shot = (page, name, options) => page.screenshot({ path: join(output, `${name}.png`), ...options });
