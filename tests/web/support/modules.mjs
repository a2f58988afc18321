// node_modules of these tests, installed when missing or older than the lock file; safe when several runs start at once.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..');
const lockFile = join(folder, 'package-lock.json');
const installed = join(folder, 'node_modules/.package-lock.json'); // written last by npm
const guard = join(folder, 'node_modules.lock');

const fresh = () => existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockFile).mtimeMs;
const age = (path) => {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
};

export async function ensureModules() {
  while (!fresh()) {
    try {
      mkdirSync(guard); // atomic: one of several processes gets it
    } catch {
      if (age(guard) > 180000) rmSync(guard, { recursive: true, force: true }); // its owner died
      await new Promise((resolve) => setTimeout(resolve, 200));
      continue;
    }
    try {
      if (!fresh()) {
        execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
        utimesSync(installed, new Date(), new Date());
      }
    } finally {
      rmSync(guard, { recursive: true, force: true });
    }
  }
}
