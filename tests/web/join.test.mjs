// Somebody who was invited, with the link in a real browser at the real relay.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ensureModules } from './support/modules.mjs';

await ensureModules();
const { launch, output, shot } = await import('./support/browser.mjs');
const { Relay } = await import('./support/relay.mjs');

const PASSWORD = 'green bicycle bell';
let browser;
let relay;
let token;
const problems = [];

before(async () => {
  relay = await new Relay(join(output, 'join-relay.log')).setUp();
  await relay.start();
  await relay.login(relay.adminEmail);
  ({ token } = await relay.call('POST', '/api/agents/invite', { email: 'pia@example.com', name: 'Pia' }));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await relay?.stop();
});

async function open(locale, address, colorScheme = 'light') {
  const page = await browser.newPage({ viewport: { width: 480, height: 640 }, locale, colorScheme });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('request', (request) => {
    if (new URL(request.url()).search.includes('ri_') || (request.headers().referer || '').includes('ri_')) problems.push(`told: ${request.url()}`);
  });
  await page.goto(relay.url + address);
  return page;
}
const wrong = (page, text) => page.locator('#wrong', { hasText: text }).waitFor();

test('a page without its token, and one loaded again, say to open the link again', async () => {
  const page = await open('en-US', '/join');
  await page.getByRole('heading', { name: 'Open the link once more' }).waitFor();
  assert.equal(await page.locator('form').isVisible(), false);
  assert.ok((await page.locator('#words').innerText()).includes('in your invitation'));
  await shot(page, 'join-lost');
  await page.close();
  const loaded = await open('es-ES', '/join#ri_again');
  await loaded.getByRole('heading', { name: 'Elige tu contraseña' }).waitFor();
  await loaded.reload();
  await loaded.getByRole('heading', { name: 'Abre el enlace otra vez' }).waitFor();
  await loaded.close();
});

test('the invited set a password in their language, once', async () => {
  const page = await open('es-ES', `/join#${token}`);
  await page.getByRole('heading', { name: 'Elige tu contraseña' }).waitFor();
  assert.equal(new URL(page.url()).hash, '', 'the token stays in the address bar');
  const first = page.getByLabel('Contraseña', { exact: true });
  const again = page.getByLabel('Otra vez');
  await first.fill('short');
  await page.keyboard.press('Enter');
  await wrong(page, 'demasiado corta');
  await first.fill('password123');
  await again.fill('password124');
  await page.keyboard.press('Enter');
  await wrong(page, 'no coinciden');
  await again.fill('password123');
  await page.keyboard.press('Enter');
  await wrong(page, 'fácil de adivinar');
  await shot(page, 'join-wrong');
  await first.fill(PASSWORD);
  await again.fill(PASSWORD);
  await page.getByRole('button', { name: 'Guardar la contraseña' }).click();
  await page.getByRole('heading', { name: 'Tu contraseña está guardada' }).waitFor();
  const words = await page.locator('#words').innerText();
  assert.ok(words.includes(relay.url) && words.includes('pia@example.com'), words);
  await shot(page, 'join-done');
  await page.close();
  const login = await relay.call('POST', '/api/auth/login', { email: 'pia@example.com', password: PASSWORD });
  assert.equal(login.agent.name, 'Pia');
});

test('a link that was used says so', async () => {
  const page = await open('pt-BR', `/join#${token}`, 'dark');
  await page.getByLabel('Senha', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Mais uma vez').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Este link não vale mais' }).waitFor();
  await shot(page, 'join-used');
  await page.close();
});

test('nothing went wrong in the page, and the token was told to nobody but the one call', () => {
  assert.deepEqual(problems, []);
});
