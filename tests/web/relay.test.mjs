// A customer in a real browser, the real relay, and an agent by HTTP: from the first question to the closing word.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ensureModules } from './support/modules.mjs';

await ensureModules();
const { launch, output, shot, until } = await import('./support/browser.mjs');
const { Relay } = await import('./support/relay.mjs');
const { WebSocket } = await import('ws');

let browser;
let relay;
let page;
let handoffId;
const problems = [];

before(async () => {
  const log = join(output, 'relay.log');
  rmSync(log, { force: true });
  relay = await new Relay(log).setUp();
  await relay.start();
  await relay.login();
  await available('available');
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 1100, height: 820 }, locale: 'en-US' });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    // What the browser says while the relay is down is expected.
    if (message.type() === 'error' && !/WebSocket|net::ERR/.test(message.text())) problems.push(message.text());
  });
});
after(async () => {
  await browser?.close();
  await relay?.stop();
});

const input = () => page.getByRole('textbox');
const own = () => page.locator('.own .bubble').allInnerTexts();
const all = () => page.locator('.bubble, .line:not(.day)').allInnerTexts();
const state = (text) => page.locator('.state', { hasText: text }).waitFor({ timeout: 15000 });
const delivered = (count) => until(async () => (await page.locator('.own .delivery.delivered, .own .delivery.read').count()) === count, `${count} delivered`, 30000);
async function write(text) {
  await input().fill(text);
  await input().press('Enter');
}
const available = (state) => relay.call('PUT', '/api/agents/me/availability', { state });
const asAgent = (verb, body) => relay.call('POST', `/api/handoff/${handoffId}/${verb}`, body);
async function stored(author) {
  const { messages } = await relay.call('GET', `/api/handoff/${handoffId}`);
  return messages.filter((message) => message.author === author).map((message) => message.content);
}
const said = [];
async function say(text) {
  said.push(text);
  await write(text);
}

test('the bot greets and answers', async () => {
  await page.goto(`${relay.url}/chat/${relay.project}`);
  await page.locator('.bot .bubble').first().waitFor();
  await page.getByRole('heading', { name: 'Demo' }).waitFor();
  const before = await page.locator('.bot .bubble').count();
  await say('What are your opening hours?');
  await until(async () => (await page.locator('.bot .bubble').count()) > before, 'an answer of the bot');
  await delivered(1);
});

test('asking for a human puts the customer into the queue', async () => {
  await say('I want to talk to a human');
  await state('Waiting for a person');
  await page.locator('.line:not(.day)').first().waitFor();
  const { items } = await relay.call('GET', '/api/handoff/pending');
  assert.equal(items.length, 1);
  handoffId = items[0].id;
  await shot(page, 'relay-waiting');
});

test('the agent joins, writes and is answered', async () => {
  await asAgent('claim');
  await page.locator('.line', { hasText: 'Ana Silva' }).waitFor();
  await state('Ana Silva');
  await asAgent('message', { content: 'Hello, I am Ana. <b>How</b> can I help?', senderName: 'Ana Silva' });
  await page.locator('.agent .bubble', { hasText: 'Hello, I am Ana. <b>How</b> can I help?' }).waitFor();
  await say('My order 1042 did not arrive.');
  await delivered(said.length);
  assert.deepEqual(await stored('customer'), said);
});

test('the relay is killed and comes back: nothing is lost, nothing is double', async () => {
  await say('Sent just before the end');
  await relay.kill();
  for (const text of ['Written into the void, one', 'two', 'three']) await say(text);
  await page.locator('.banner').waitFor();
  await relay.start();
  await delivered(said.length);
  assert.deepEqual(await own(), said);
  assert.deepEqual(await stored('customer'), said);
  // Killed while messages are on their way: some were stored and not answered, some not even stored.
  for (let round = 0; round < 3; round += 1) {
    for (let i = 0; i < 3; i += 1) await say(`round ${round}, message ${i}`);
    await relay.kill();
    await relay.start();
  }
  await delivered(said.length);
  assert.deepEqual(await own(), said);
  assert.deepEqual(await stored('customer'), said);
  await asAgent('message', { content: 'I am still here.', senderName: 'Ana Silva' });
  await page.getByText('I am still here.').waitFor();
  assert.equal(await page.getByText('I am still here.').count(), 1);
});

test('a reload shows the same conversation', async () => {
  const before = await all();
  await page.reload();
  await until(() => page.evaluate(() => document.querySelector('relevo-chat').model.loaded), 'hello answered');
  assert.deepEqual(await all(), before);
  // And so does a browser that remembers nothing but who it is.
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.endsWith('.history')) localStorage.removeItem(key);
  });
  await page.evaluate(() => {
    document.querySelector('relevo-chat').model.unsaved = false;
  });
  await page.reload();
  await until(() => page.evaluate(() => document.querySelector('relevo-chat').model.loaded), 'hello answered');
  assert.deepEqual(await all(), before);
  await state('Ana Silva');
});

test('resolve: the closing word, and the bot answers again', async () => {
  const lines = await page.locator('.line:not(.day)').count();
  await asAgent('resolve', { notes: 'Sent again', handBackToBot: true });
  await until(async () => (await page.locator('.line:not(.day)').count()) > lines, 'the closing message');
  await state('Assistant');
  await shot(page, 'relay-resolved');
  const answers = await page.locator('.bot .bubble').count();
  await say('What are your opening hours?');
  await until(async () => (await page.locator('.bot .bubble').count()) > answers, 'an answer of the bot');
  await delivered(said.length);
  assert.deepEqual(await own(), said);
});

test('the button for a person is understood in every language', async () => {
  for (const [locale, button] of [['en-US', 'Talk to a person'], ['es-MX', 'Hablar con una persona'], ['pt-BR', 'Falar com uma pessoa'], ['ar', 'تحدث مع شخص']]) {
    const context = await browser.newContext({ locale });
    const visitor = await context.newPage();
    await visitor.goto(`${relay.url}/chat/${relay.project}`);
    await visitor.getByRole('button', { name: button }).click();
    await visitor.locator('.state.waiting').waitFor({ timeout: 10000 });
    await context.close();
  }
});

test('files go both ways, only to whom they belong, and outlive a reload', async () => {
  const png = readFileSync(new URL('../../packaging/screenshots/webchat.png', import.meta.url));
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
  const context = await browser.newContext({ viewport: { width: 1100, height: 820 }, locale: 'en-US' });
  const visitor = await context.newPage();
  visitor.on('pageerror', (error) => problems.push(String(error)));
  visitor.on('console', (message) => message.type() === 'error' && problems.push(message.text())); // its policy's, too
  await visitor.goto(`${relay.url}/chat/${relay.project}`);
  await visitor.getByRole('button', { name: 'Talk to a person' }).click();
  await visitor.locator('.state.waiting').waitFor({ timeout: 10000 });
  const { items } = await relay.call('GET', '/api/handoff/pending?limit=200');
  const { id } = items.reduce((newest, item) => (item.createdAt > newest.createdAt ? item : newest));
  await relay.call('POST', `/api/handoff/${id}/claim`);
  await visitor.locator('.state', { hasText: 'Ana Silva' }).waitFor();
  await visitor.locator('input[type=file]').setInputFiles([{ name: 'passport.png', mimeType: 'image/png', buffer: png }, { name: 'ticket.pdf', mimeType: 'application/pdf', buffer: pdf }]);
  await until(async () => (await visitor.locator('.uploads li small', { hasText: /\d/ }).count()) === 2, 'uploaded');
  await visitor.getByRole('textbox').fill('My passport, and the ticket.');
  await visitor.getByRole('textbox').press('Enter');
  await until(async () => (await relay.call('GET', `/api/handoff/${id}`)).messages.some((message) => message.attachments?.length === 2), 'the agent has them');
  const sent = await fetch(`${relay.url}/api/attachments?name=${encodeURIComponent('Boarding pass.pdf')}`, { method: 'POST', headers: { authorization: `Bearer ${relay.token}` }, body: pdf });
  assert.equal(sent.status, 201);
  await relay.call('POST', `/api/handoff/${id}/message`, { content: 'Here is your boarding pass.', senderName: 'Ana Silva', attachments: [(await sent.json()).id] });
  const files = visitor.locator('.file');
  const drawn = () => until(() => visitor.evaluate(() => document.querySelector('relevo-chat').shadowRoot.querySelector('.frame img')?.naturalWidth > 0), 'the picture');
  await until(async () => (await files.count()) === 3, 'all files');
  await drawn();
  await shot(visitor, 'relay-files');
  const { messages } = await relay.call('GET', `/api/handoff/${id}`);
  const address = `${relay.url}/api/visitor/attachments/${messages.find((message) => message.attachments).attachments[0].id}`;
  const another = await page.evaluate((project) => JSON.parse(localStorage.getItem(`relevo.${project}.visitor`)).token, relay.project);
  assert.equal((await fetch(address)).status, 401);
  assert.equal((await fetch(address, { headers: { authorization: `Bearer ${another}` } })).status, 404);
  for (const reloaded of [false, true]) {
    if (reloaded) {
      await visitor.evaluate(() => Object.keys(localStorage).filter((key) => key.endsWith('.history')).forEach((key) => localStorage.removeItem(key)));
      await visitor.evaluate(() => (document.querySelector('relevo-chat').model.unsaved = false));
      await visitor.reload();
      await until(async () => (await files.count()) === 3, 'all files again');
      await drawn();
    }
    const [download] = await Promise.all([visitor.waitForEvent('download'), visitor.getByRole('button', { name: /^Download Boarding pass\.pdf/ }).click()]);
    assert.equal(download.suggestedFilename(), 'Boarding pass.pdf');
    assert.deepEqual(readFileSync(await download.path()), pdf);
  }
  await context.close();
});

test('with nobody there an address is asked for and kept, and the assistant is a click away', async () => {
  await available('away');
  const context = await browser.newContext({ locale: 'en-US' });
  const visitor = await context.newPage();
  await visitor.goto(`${relay.url}/chat/${relay.project}`);
  await visitor.getByRole('button', { name: 'Talk to a person' }).click();
  await visitor.locator('.state', { hasText: 'We will answer here later' }).waitFor({ timeout: 10000 });
  const email = visitor.getByRole('textbox', { name: 'Your e-mail address' });
  await email.fill('eva@example.com');
  await email.press('Enter');
  await visitor.getByText('We have noted eva@example.com in case we lose touch').waitFor({ timeout: 10000 });
  assert.equal(await email.count(), 0);
  await shot(visitor, 'relay-later');
  const waiting = async () => (await relay.call('GET', '/api/handoff/pending?limit=200')).items.length;
  const before = await waiting();
  await visitor.getByRole('button', { name: 'Back to the assistant' }).click();
  await visitor.locator('.state', { hasText: 'Assistant' }).waitFor({ timeout: 10000 });
  await visitor.getByText('You are with the assistant again').waitFor({ timeout: 10000 });
  assert.equal(await waiting(), before - 1);
  await context.close();
});

test('the customer rates by keyboard, says why, and is not asked again', async () => {
  await available('available');
  await relay.settings({ csatEnabled: true });
  const asked = { 'en-US': ['How was the help you got?', '4 of 5: Good', 'Add a comment', 'Thank you for your rating.'],
    'es-MX': ['¿Cómo fue la atención que recibiste?', '4 de 5: Buena', 'Añade un comentario', 'Gracias por tu valoración.'],
    'pt-BR': ['Como foi o atendimento que você recebeu?', '4 de 5: Bom', 'Adicione um comentário', 'Agradecemos a sua avaliação.'] };
  for (const [locale, [question, good, comment, thanks]] of Object.entries(asked)) {
    const context = await browser.newContext({ locale });
    const visitor = await context.newPage();
    visitor.on('pageerror', (error) => problems.push(String(error)));
    await visitor.goto(`${relay.url}/chat/${relay.project}`);
    await visitor.locator('.person:visible').click();
    await visitor.locator('.state.waiting').waitFor({ timeout: 10000 });
    const { items } = await relay.call('GET', '/api/handoff/pending?limit=200');
    const { id } = items.reduce((newest, item) => (item.createdAt > newest.createdAt ? item : newest));
    await relay.call('POST', `/api/handoff/${id}/claim`);
    await visitor.locator('.state', { hasText: 'Ana Silva' }).waitFor();
    assert.equal(await visitor.getByRole('region', { name: question }).isVisible(), false);
    await relay.call('POST', `/api/handoff/${id}/resolve`, { notes: 'Done' });
    const part = visitor.getByRole('region', { name: question });
    await part.waitFor({ timeout: 10000 });
    const buttons = part.getByRole('group').getByRole('button');
    assert.equal(await buttons.count(), 5);
    await buttons.first().focus();
    for (let i = 0; i < 3; i += 1) await visitor.keyboard.press('Tab');
    assert.equal(await visitor.evaluate(() => document.querySelector('relevo-chat').shadowRoot.activeElement.getAttribute('aria-label')), good);
    await visitor.keyboard.press('Enter');
    await part.getByText(thanks).waitFor();
    const score = async () => (await relay.call('GET', `/api/handoff/${id}`)).rating;
    assert.equal((await score()).score, 4);
    assert.equal(await buttons.nth(3).getAttribute('aria-pressed'), 'true');
    await visitor.keyboard.press('Tab'); // the fifth button
    await visitor.keyboard.press('Space');
    await until(async () => (await score()).score === 5, 'the rating is replaced');
    await visitor.reload();
    await part.waitFor({ timeout: 10000 });
    await until(async () => (await buttons.nth(4).getAttribute('aria-pressed')) === 'true', 'the choice is still there');
    await part.getByRole('textbox', { name: comment }).fill('Ana & <b>quick</b>');
    if (locale === 'en-US') await shot(visitor, 'relay-rating');
    // Pressed while the relay is away, it is told as soon as it is back.
    const away = locale === 'pt-BR';
    if (away) {
      await relay.kill();
      await until(() => visitor.evaluate(() => !document.querySelector('relevo-chat').model.link.ready), 'the line is noticed to be dead');
    }
    await visitor.keyboard.press('Enter');
    if (away) await relay.start();
    await until(async () => (await score()).comment === 'Ana & <b>quick</b>', 'the comment is kept');
    await until(async () => (await part.getByRole('textbox').count()) === 0, 'the field for it goes');
    await visitor.reload();
    await until(() => visitor.evaluate(() => document.querySelector('relevo-chat').model.loaded), 'hello answered');
    assert.equal(await part.isVisible(), false);
    await context.close();
  }
});

test('who has the customer sees what they write before it is sent, and nobody keeps it', async () => {
  await available('available');
  await relay.settings({ typingPreview: true });
  const context = await browser.newContext({ locale: 'es-MX' });
  const visitor = await context.newPage();
  visitor.on('pageerror', (error) => problems.push(String(error)));
  await visitor.goto(`${relay.url}/chat/${relay.project}`);
  await visitor.getByText('Lo que escribes puede verse antes de que lo envíes.').waitFor({ timeout: 10000 });
  await visitor.locator('.person:visible').click();
  await visitor.locator('.state.waiting').waitFor({ timeout: 10000 });
  const { items } = await relay.call('GET', '/api/handoff/pending?limit=200');
  const { id, conversationId } = items.reduce((newest, item) => (item.createdAt > newest.createdAt ? item : newest));
  const heard = [];
  let caughtUp = false;
  const desk = new WebSocket(`${relay.url.replace('http', 'ws')}/ws/agent`);
  desk.on('message', (frame) => {
    const { method, params } = JSON.parse(frame);
    // It is told of what goes by only once it has been told all there was.
    caughtUp ||= method === 'event' && params.type === 'handoff.claimed' && params.handoffId === id;
    if (method === 'typing' && params.conversationId === conversationId) heard.push(params);
  });
  await new Promise((done) => desk.once('open', done));
  desk.send(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'hello', params: { token: relay.token, since: 0, client: { name: 'test', version: '1', os: 'test' } } }));
  await relay.call('POST', `/api/handoff/${id}/claim`);
  await visitor.locator('.state', { hasText: 'Ana Silva' }).waitFor();
  const words = 'quería devolver, mejor dicho: quedarme la mochila';
  const field = visitor.getByRole('textbox', { name: 'Escribe un mensaje…' });
  await until(() => caughtUp, 'the desk has caught up', 15000);
  await field.pressSequentially(words);
  await until(() => heard.some((one) => one.text === words), 'the desk sees it', 15000);
  await field.fill('Me quedo la mochila');
  await field.press('Enter');
  await until(() => heard.at(-1).on === false, 'sent, it is gone');
  assert.equal('text' in heard.at(-1), false);
  desk.close();
  await relay.settings({ typingPreview: false });
  await visitor.getByText('Lo que escribes puede verse').waitFor({ state: 'hidden' });
  await context.close();
  const kept = readdirSync(relay.data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  assert.ok(kept.length > 0);
  for (const file of kept) assert.ok(!readFileSync(join(file.parentPath ?? file.path, file.name)).includes('mejor dicho'), file.name);
  assert.ok(!readFileSync(join(output, 'relay.log')).includes('mejor dicho'));
});

test('the page reported no error, the relay says its journal is sound', async () => {
  assert.deepEqual(problems, []);
  await relay.kill('SIGTERM');
  assert.equal(relay.child.exitCode, 0);
  await relay.verify();
});
