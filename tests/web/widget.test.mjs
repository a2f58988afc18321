// The web chat in a real browser, against a relay of the tests' own that breaks where it is told to.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ensureModules } from './support/modules.mjs';

await ensureModules();
const { launch, shot, until } = await import('./support/browser.mjs');
const { FakeRelay } = await import('./support/fake-relay.mjs');

let browser;
let relay;
let context;
let page;
let problems;

before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});
beforeEach(async () => {
  relay = await new FakeRelay().start();
  problems = [];
  context = null;
});
afterEach(async () => {
  await context?.close();
  await relay.stop();
  assert.deepEqual(problems, [], 'the page reported no error');
});

function watch(one) {
  one.on('pageerror', (error) => problems.push(String(error)));
  one.on('console', (message) => {
    // Connections a test breaks on purpose are reported by the browser itself.
    if (message.type() === 'error' && !/WebSocket|net::ERR/.test(message.text())) problems.push(message.text());
  });
  return one;
}
async function newPage(options = {}) {
  context = await browser.newContext({ viewport: { width: 1100, height: 820 }, locale: 'en-US', ...options });
  page = watch(await context.newPage());
  return page;
}
async function openChat(options = {}, query = '') {
  await newPage(options);
  await page.goto(`${relay.url}/chat/${relay.project}${query}`);
  await connected();
  return page;
}
const connected = (one = page) => until(() => one.evaluate(() => document.querySelector('relevo-chat').model.loaded), 'hello answered');
const ready = (one = page) => until(() => one.evaluate(() => document.querySelector('relevo-chat').model.link.ready), 'link ready');
const input = () => page.getByRole('textbox');
const bubbles = (one = page) => one.locator('.bubble').allInnerTexts();
const own = (one = page) => one.locator('.own .bubble').allInnerTexts();
async function write(text) {
  await input().fill(text);
  await input().press('Enter');
}

test('a message goes out by Enter, is shown as delivered, then as read', async () => {
  await openChat();
  assert.deepEqual(await bubbles(), [relay.greeting]);
  await write('Where is my luggage?');
  await page.locator('.own .delivery', { hasText: 'Delivered' }).waitFor();
  assert.equal(await input().inputValue(), '');
  assert.deepEqual(relay.contents('customer'), ['Where is my luggage?']);
  const { clientId } = relay.called('message.send')[0].params;
  assert.match(clientId, /^[0-9a-f]{32}$/);
  relay.delivery(relay.conversation.messages[0], 'read');
  await page.locator('.own .delivery', { hasText: 'Read' }).waitFor();
  // Delivery states only move forward.
  relay.delivery(relay.conversation.messages[0], 'delivered');
  relay.say('bot', 'Let me look.');
  await page.getByText('Let me look.').waitFor();
  assert.equal(await page.locator('.own .delivery').innerText(), 'Read');
});

test('Shift+Enter makes a new line, blank messages are not sent', async () => {
  await openChat();
  await write('   ');
  await input().fill('one');
  await input().press('Shift+Enter');
  await page.keyboard.type('two');
  const tall = await input().evaluate((node) => node.offsetHeight);
  await input().press('Enter');
  await until(() => relay.called('message.send').length === 1);
  assert.equal(relay.called('message.send')[0].params.content, 'one\ntwo');
  assert.ok((await input().evaluate((node) => node.offsetHeight)) < tall, 'the composer grows and shrinks with the text');
});

test('a composing input method keeps its Enter', async () => {
  await openChat();
  await input().fill('にほん');
  await input().evaluate((node) => node.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })));
  await input().evaluate((node) => node.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true })));
  assert.equal(await input().inputValue(), 'にほん');
  assert.equal(relay.called('message.send').length, 0);
});

test('a message whose answer was lost is sent again with the same clientId, and shown once', async () => {
  await openChat();
  relay.swallowAcks = true;
  await write('Only once');
  await until(() => relay.called('message.send').length === 1);
  relay.swallowAcks = false;
  await until(() => relay.sockets.size === 1);
  await page.locator('.own .delivery', { hasText: 'Delivered' }).waitFor();
  const ids = new Set(relay.called('message.send').map((call) => call.params.clientId));
  assert.equal(ids.size, 1);
  assert.deepEqual(relay.contents('customer'), ['Only once']);
  assert.deepEqual(await own(), ['Only once']);
});

test('fifty cuts at every possible moment: each message once, in order', async () => {
  await openChat();
  const sent = [];
  let moment = 0;
  relay.answers['message.send'] = () => {
    moment = (moment + 1) % 5;
    if (moment === 1) {
      relay.cut(); // it came, was not stored, and nobody was told
      throw { code: 'swallowed' };
    }
    relay.swallowAcks = moment === 3; // it was stored, and nobody was told
  };
  for (let i = 0; i < 50; i += 1) {
    sent.push(`message ${i}`);
    await write(sent.at(-1));
    if (i % 3 === 0) relay.cut();
    await page.evaluate(() => window.dispatchEvent(new Event('online'))); // no waiting for the back-off
  }
  await until(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    return (await page.locator('.own .delivery.delivered').count()) === 50;
  }, 'all delivered', 30000);
  assert.deepEqual(relay.contents('customer'), sent);
  assert.deepEqual(await own(), sent);
});

test('what was written while the relay was away goes out in order', async () => {
  await openChat();
  relay.refuseSockets = true;
  relay.cut();
  await until(() => page.evaluate(() => !document.querySelector('relevo-chat').model.link.ready));
  for (const text of ['first', 'second', 'third']) await write(text);
  await until(async () => (await page.locator('.own .delivery.sending').count()) === 3);
  assert.equal(await page.locator('.own .delivery').last().innerText(), 'Sending');
  await page.getByText('Connecting…').or(page.getByText('Offline')).waitFor();
  relay.refuseSockets = false;
  await until(() => relay.contents('customer').length === 3, 'resent', 20000);
  assert.deepEqual(relay.contents('customer'), ['first', 'second', 'third']);
  await until(async () => (await page.locator('.own .delivery.delivered').count()) === 3);
  assert.deepEqual(await own(), ['first', 'second', 'third']);
  await until(async () => (await page.locator('.banner').count()) === 0, 'the banner goes');
});

test('a reload keeps history, outbox and draft', async () => {
  await openChat();
  await write('before');
  await page.locator('.own .delivery', { hasText: 'Delivered' }).waitFor();
  relay.say('bot', 'An answer');
  await page.getByText('An answer').waitFor();
  relay.refuseSockets = true;
  relay.cut();
  await until(() => page.evaluate(() => !document.querySelector('relevo-chat').model.link.ready));
  await write('while offline');
  await input().fill('half a sent');
  await page.reload();
  await page.getByText('while offline').waitFor();
  assert.deepEqual(await bubbles(), [relay.greeting, 'before', 'An answer', 'while offline'], 'without a relay, from the device');
  assert.equal(await input().inputValue(), 'half a sent');
  relay.say('bot', 'Said meanwhile');
  relay.refuseSockets = false;
  await page.reload();
  await page.getByText('Said meanwhile').waitFor();
  await until(() => relay.contents('customer').length === 2);
  await until(async () => (await page.locator('.own .delivery.delivered').count()) === 2);
  assert.deepEqual(await bubbles(), [relay.greeting, 'before', 'An answer', 'Said meanwhile', 'while offline']);
  assert.equal(relay.conversations.size, 1, 'still the same visitor');
  const stored = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('.out.')));
  assert.deepEqual(stored, [], 'nothing is left in the outbox');
});

test('a delivery that moved while away is caught up with', async () => {
  await openChat();
  await write('Did you see this?');
  await page.locator('.own .delivery', { hasText: 'Delivered' }).waitFor();
  relay.refuseSockets = true;
  relay.cut();
  relay.delivery(relay.conversation.messages[0], 'read');
  relay.refuseSockets = false;
  await page.locator('.own .delivery', { hasText: 'Read' }).waitFor({ timeout: 15000 });
});

test('events that come twice are shown once', async () => {
  await openChat();
  await write('Hi');
  await until(() => relay.contents('customer').length === 1);
  const message = relay.say('bot', 'Once');
  relay.tell(relay.conversation, 'message.sent', { message }, message.seq);
  relay.tell(relay.conversation, 'message.sent', { message });
  relay.say('bot', 'End');
  await page.getByText('End').waitFor();
  assert.deepEqual(await bubbles(), [relay.greeting, 'Hi', 'Once', 'End']);
});

test('an edited message changes in its place', async () => {
  await openChat();
  await write('Hi');
  await until(() => relay.contents('customer').length === 1);
  const message = relay.say('bot', 'We open at nine.');
  relay.say('bot', 'See you.');
  await page.getByText('See you.').waitFor();
  relay.tell(relay.conversation, 'message.edited', { message: { ...message, content: 'We open at ten.' } });
  await page.getByText('We open at ten.').waitFor();
  assert.deepEqual(await bubbles(), [relay.greeting, 'Hi', 'We open at ten.', 'See you.']);
});

test('an old handoff event does not undo a newer one', async () => {
  await openChat();
  relay.handoff('active', 'Ana Silva');
  await page.locator('.state', { hasText: 'Ana Silva' }).waitFor();
  relay.tell(relay.conversation, 'handoff.requested', { handoff: { status: 'pending', agent: null } }, 1);
  relay.say('agent', 'Hello!', 'Ana Silva');
  await page.getByText('Hello!').waitFor();
  assert.equal(await page.locator('.state').innerText(), 'Ana Silva');
});

test('text is never markup, and only web addresses become links', async () => {
  await openChat();
  const evil = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
  await write(evil);
  relay.say('bot', `${evil} https://example.com/a?b=1&c=<b>. (see http://example.org/x_(y)) javascript:alert(1) data:text/html,x ftp://no.example`);
  relay.say('system', evil);
  relay.typing('agent', evil);
  relay.handoff('active', evil);
  await page.locator('.line', { hasText: 'onerror' }).waitFor();
  assert.deepEqual((await own())[0], evil);
  const found = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('relevo-chat');
    return {
      hacked: window.hacked,
      elements: shadowRoot.querySelectorAll('img, script, iframe, b').length,
      links: [...shadowRoot.querySelectorAll('a')].map((a) => [a.getAttribute('href'), a.rel, a.target]),
    };
  });
  assert.equal(found.hacked, undefined);
  assert.equal(found.elements, 0);
  const safe = ['noopener noreferrer', '_blank'];
  assert.deepEqual(found.links, [['https://example.com/a?b=1&c=', ...safe], ['http://example.org/x_(y)', ...safe]]);
});

test('a refused message can be tried again or removed', async () => {
  await openChat();
  relay.answers['message.send'] = () => {
    throw { code: 'invalid' };
  };
  await write('refuse me');
  await page.locator('.own .delivery', { hasText: 'Not sent' }).waitFor();
  await page.reload();
  await connected();
  await page.locator('.own .delivery', { hasText: 'Not sent' }).waitFor();
  delete relay.answers['message.send'];
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('.own .delivery', { hasText: 'Delivered' }).waitFor();
  relay.answers['message.send'] = () => {
    throw { code: 'too_large' };
  };
  await write('and me');
  await page.getByRole('button', { name: 'Remove' }).click();
  assert.deepEqual(await own(), ['refuse me']);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('.out.')).length), 0);
});

test('a relay that asks for patience gets it, and the order stays', async () => {
  await openChat();
  let refusals = 2;
  relay.answers['message.send'] = () => {
    if (refusals-- > 0) throw { code: 'rate_limited', retryAfter: 0.2 };
  };
  await write('one');
  await write('two');
  await until(() => relay.contents('customer').length === 2);
  assert.deepEqual(relay.contents('customer'), ['one', 'two']);
  assert.equal(relay.called('message.send').length, 4);
});

test('a person is offered only where one comes', async () => {
  await openChat();
  const offer = page.getByRole('button', { name: 'Talk to a person' });
  await offer.waitFor();
  relay.handsOver(false);
  await offer.waitFor({ state: 'hidden' });
  relay.handsOver(true);
  await offer.waitFor();
});

test('who answers is always said: assistant, waiting, the agent, the assistant again', async () => {
  await openChat();
  const state = page.locator('.state');
  assert.equal(await state.innerText(), 'Assistant');
  await page.getByRole('button', { name: 'Talk to a person' }).click();
  await until(() => relay.contents('customer').includes('I want to talk to a person'));
  relay.handoff('pending');
  await page.locator('.state', { hasText: 'Waiting for a person' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Talk to a person' }).count(), 0);
  relay.handoff('active', 'Ana Silva');
  relay.say('system', 'Ana Silva joined the chat');
  await page.locator('.state', { hasText: 'Ana Silva' }).waitFor();
  assert.equal(await page.locator('.avatar').innerText(), 'AS');
  relay.say('agent', 'Hi, I am Ana.', 'Ana Silva');
  await page.locator('.agent .bubble', { hasText: 'Hi, I am Ana.' }).waitFor();
  await page.reload();
  await page.locator('.state', { hasText: 'Ana Silva' }).waitFor();
  relay.handoff('resolved', 'Ana Silva');
  await page.locator('.state', { hasText: 'Assistant' }).waitFor();
  await write('One more thing');
  await until(() => relay.contents('customer').includes('One more thing'));
});

test('whoever waits can go back to the assistant', async () => {
  await openChat();
  const back = page.getByRole('button', { name: 'Back to the assistant' });
  assert.equal(await back.count(), 0);
  relay.handoff('notified');
  await back.click();
  await page.locator('.state', { hasText: 'Assistant' }).waitFor();
  assert.equal(relay.called('handoff.cancel').length, 1);
  assert.equal(await back.count(), 0);
  // Somebody came at the same moment: they stay.
  relay.handoff('pending');
  relay.answers['handoff.cancel'] = () => {
    relay.handoff('claimed', 'Ana Silva');
    throw { code: 'already_claimed' };
  };
  await back.click();
  await page.locator('.state', { hasText: 'Ana Silva' }).waitFor();
  assert.equal(await back.count(), 0);
});

test('message mode says so, and asks for an address once', async () => {
  await openChat();
  relay.handoff('pending', null, { mode: 'async', emailWanted: true });
  await page.locator('.state', { hasText: 'We will answer here later' }).waitFor();
  const email = page.getByRole('textbox', { name: 'Your e-mail address' });
  const leave = page.getByRole('button', { name: 'Send e-mail address' });
  await email.fill('not an address');
  await leave.click();
  assert.equal(await email.count(), 1, 'the browser says what is wrong');
  assert.deepEqual(relay.contents('customer'), []);
  await email.fill('eva@example.com');
  await leave.click();
  await until(() => relay.contents('customer').includes('eva@example.com'));
  assert.equal(await email.count(), 0);
  // Known now, by whatever way: not asked again, not after a reload either.
  const { conversation } = relay;
  conversation.handoff = { ...conversation.handoff, emailWanted: false };
  relay.tell(conversation, 'contact.updated', { handoff: conversation.handoff });
  await page.reload();
  await page.locator('.state', { hasText: 'We will answer here later' }).waitFor();
  assert.equal(await email.count(), 0);
  relay.handoff('converted_to_ticket', null, { mode: 'async' });
  relay.say('system', 'We are sorry that nobody could answer yet.');
  await page.getByText('nobody could answer yet').waitFor();
  assert.equal(await page.locator('.state').innerText(), 'We will answer here later');
  await page.getByRole('button', { name: 'Back to the assistant' }).waitFor();
});

test('a rating outlives a cut, can be refused, and is closed for good', async () => {
  const asked = (until = 3600000, handoffId = 'h-1') => ({ handoffId, until: new Date(Date.now() + until).toISOString() });
  await openChat();
  await write('Hi');
  await until(() => relay.contents('customer').length === 1);
  const { conversation } = relay;
  const part = page.getByRole('region', { name: 'How was the help you got?' });
  conversation.rating = asked();
  relay.tell(conversation, 'handoff.resolved', { handoff: { status: 'resolved', agent: null }, rating: conversation.rating });
  await part.waitFor();
  assert.deepEqual(await part.getByRole('group').getByRole('button').allInnerTexts(), ['1\nVery bad', '2\nBad', '3\nFair', '4\nGood', '5\nVery good']);
  assert.equal(await part.getByRole('textbox').count(), 0, 'no comment before a choice');
  // The answer is lost: the customer sees it, and tries again.
  relay.answers['handoff.rate'] = () => {
    relay.cut();
    throw { code: 'swallowed' };
  };
  await part.getByRole('button', { name: '2 of 5: Bad' }).click();
  await part.getByText('Not sent').waitFor();
  delete relay.answers['handoff.rate'];
  await ready();
  await part.getByRole('button', { name: '2 of 5: Bad' }).click();
  await part.getByText('Thank you for your rating.').waitFor();
  assert.equal(conversation.rating.score, 2);
  // Another handoff's rating is none of this one's; one that was given by a message is.
  relay.tell(conversation, 'handoff.rated', { rating: { ...asked(), handoffId: 'h-0', score: 5 } });
  conversation.rating = { ...conversation.rating, score: 3 };
  relay.tell(conversation, 'handoff.rated', { rating: conversation.rating });
  await until(async () => (await part.getByRole('button', { name: '3 of 5: Fair' }).getAttribute('aria-pressed')) === 'true');
  assert.equal(await part.locator('[aria-pressed=true]').count(), 1);
  // A human comes: not now. Gone again: it may still be given.
  relay.handoff('active', 'Ana Silva');
  await part.waitFor({ state: 'hidden' });
  relay.handoff('resolved');
  await part.waitFor();
  await part.getByRole('button', { name: 'Close the rating' }).click();
  await part.waitFor({ state: 'hidden' });
  await page.reload();
  await connected();
  assert.equal(await part.isVisible(), false, 'closed stays closed');
  conversation.rating = asked(3600000, 'h-2');
  relay.tell(conversation, 'handoff.resolved', { handoff: { status: 'resolved', agent: null }, rating: conversation.rating });
  await part.waitFor();
  conversation.rating = null; // it was reopened meanwhile
  await part.getByRole('button', { name: '5 of 5: Very good' }).click();
  await part.waitFor({ state: 'hidden' });
  conversation.rating = asked(-1000, 'h-3');
  await page.reload();
  await connected();
  assert.equal(await part.isVisible(), false, 'its time is over');
});

test('typing is shown until it ends, the message comes or it is not renewed', async () => {
  await newPage();
  await page.clock.install();
  await page.goto(`${relay.url}/chat/demo`);
  await connected();
  await write('Hi');
  await until(() => relay.contents('customer').length === 1);
  relay.typing('agent', 'Ana');
  await page.getByText('Ana is typing…').waitFor();
  relay.typing('agent', 'Ana', false);
  await page.getByText('Ana is typing…').waitFor({ state: 'hidden' });
  relay.typing('agent', 'Ana');
  await page.getByText('Ana is typing…').waitFor();
  relay.say('agent', 'Here I am', 'Ana');
  await page.getByText('Ana is typing…').waitFor({ state: 'hidden' });
  relay.typing('agent', 'Ana');
  await page.getByText('Ana is typing…').waitFor();
  await page.clock.runFor(5000);
  assert.equal(await page.getByText('Ana is typing…').isVisible(), true);
  await page.clock.runFor(1100);
  await page.getByText('Ana is typing…').waitFor({ state: 'hidden' });
});

test('own typing is told at most every three seconds and ends by itself', async () => {
  await newPage();
  await page.clock.install();
  await page.goto(`${relay.url}/chat/demo`);
  await connected();
  await input().pressSequentially('hello there');
  await until(() => relay.called('typing.set').length >= 1);
  await page.clock.runFor(3100);
  await input().pressSequentially('x');
  await until(() => relay.called('typing.set').length === 2);
  await page.clock.runFor(5100);
  await until(() => relay.called('typing.set').length === 3);
  assert.deepEqual(relay.called('typing.set').map((call) => call.params.on), [true, true, false]);
});

test('what is typed is told once a second, its last state in any case, and only where the customer reads so', async () => {
  relay.preview = true;
  await newPage();
  await page.clock.install();
  await page.goto(`${relay.url}/chat/demo`);
  await connected();
  const line = page.getByText('What you write may be seen before you send it.');
  await line.waitFor();
  const typed = () => relay.called('typing.set').map(({ params }) => (params.on ? params.text : false));
  await input().fill('whe');
  await until(() => typed().length === 1);
  await input().fill('where is');
  await input().fill('where is my order\ud83d');
  assert.equal(typed().length, 1);
  await page.clock.runFor(1100);
  await until(() => typed().length === 2);
  assert.deepEqual(typed(), ['whe', 'where is my order\ufffd']);
  assert.equal(await input().evaluate((node) => node.getAttribute('aria-describedby').split(' ').includes('preview')), true);
  await shot(page, 'typing-preview');
  await page.clock.runFor(1100);
  await input().fill(`begins ${'x'.repeat(600)} ends`);
  await until(() => typed().length === 3);
  assert.equal(typed()[2].length, 501);
  assert.ok(typed()[2].startsWith('…x') && typed()[2].endsWith(' ends'));
  // Sent, it is over at once, and nothing of it comes after.
  await input().fill('changed once more');
  await input().press('Enter');
  await until(() => typed().length === 4);
  await page.clock.runFor(3000);
  assert.equal(typed()[3], false);
  assert.equal(typed().length, 4);
  relay.previews(false);
  await line.waitFor({ state: 'hidden' });
  await input().fill('nobody sees this');
  await until(() => relay.called('typing.set').length === 5);
  assert.deepEqual(relay.called('typing.set')[4].params, { on: true });
});

test('the line about what is typed fits a phone and reads right to left', async () => {
  relay.preview = true;
  await openChat({ viewport: { width: 320, height: 480 }, locale: 'ar' }, '?lang=ar');
  await page.getByText('قد يُرى ما تكتبه قبل أن ترسله.').waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320));
  await shot(page, 'typing-preview-phone');
});

test('a dead link is noticed by an unanswered ping and replaced', async () => {
  await newPage();
  await page.clock.install();
  await page.goto(`${relay.url}/chat/demo`);
  await connected();
  // Step by step, so that the answers, which come in real time, are not overtaken by the hurried clock.
  for (let passed = 0; passed < 90; passed += 5) {
    await page.clock.runFor(5000);
    await until(() => page.evaluate(() => document.querySelector('relevo-chat').model.link.calls.size === 0), 'pings are answered');
  }
  assert.equal(relay.called('ping').length, 3, 'a ping after each silence');
  assert.equal(relay.called('hello').length, 1, 'an answered ping keeps the link');
  relay.silent = true;
  await page.clock.runFor(52000);
  relay.silent = false;
  await until(async () => {
    await page.clock.runFor(1000);
    return relay.called('hello').length >= 2;
  }, 'a new link');
});

test('reading is told once, and only when it is seen', async () => {
  await openChat();
  await write('Hi');
  const message = relay.say('bot', 'Answer');
  await until(() => relay.called('read.mark').some((call) => call.params.seq === message.seq));
  for (let i = 0; i < 40; i += 1) relay.say('bot', `Line ${i}`);
  await page.getByText('Line 39', { exact: true }).waitFor();
  const scroller = page.getByRole('region', { name: 'Messages' });
  await scroller.evaluate((node) => node.scrollTo(0, 0));
  await until(() => page.evaluate(() => document.querySelector('relevo-chat').atEnd === false));
  const unseen = relay.say('bot', 'Below the fold');
  const pill = page.getByRole('button', { name: 'New messages' });
  await pill.waitFor();
  assert.ok(!relay.called('read.mark').some((call) => call.params.seq >= unseen.seq));
  await shot(page, 'new-messages');
  await pill.click();
  await until(() => relay.called('read.mark').some((call) => call.params.seq === unseen.seq));
  await pill.waitFor({ state: 'hidden' });
});

test('two tabs of one visitor show the same and send nothing twice', async () => {
  await openChat();
  await write('from the first');
  await until(() => relay.contents('customer').length === 1);
  const second = watch(await context.newPage());
  await second.goto(`${relay.url}/chat/demo`);
  await connected(second);
  await second.getByText('from the first').waitFor();
  assert.equal(relay.conversations.size, 1);
  await second.getByRole('textbox').fill('from the second');
  await second.getByRole('textbox').press('Enter');
  await page.getByText('from the second').waitFor();
  await until(async () => (await page.locator('.own .delivery.delivered').count()) === 2);
  // Written in one tab while both are cut off: both see it, one message arrives.
  relay.refuseSockets = true;
  relay.cut();
  await until(() => page.evaluate(() => !document.querySelector('relevo-chat').model.link.ready));
  await write('while cut');
  await second.getByText('while cut').waitFor();
  relay.refuseSockets = false;
  await ready(page);
  await ready(second);
  await until(async () => (await second.locator('.own .delivery.delivered').count()) === 3, 'delivered in both', 15000);
  await until(async () => (await page.locator('.own .delivery.delivered').count()) === 3);
  const all = ['from the first', 'from the second', 'while cut'];
  assert.deepEqual(relay.contents('customer'), all);
  assert.deepEqual(await own(page), all);
  assert.deepEqual(await own(second), all);
  // A tab that is closed before it could send leaves its message to the other.
  relay.answers['message.send'] = () => {
    throw { code: 'unavailable', retryAfter: 30 };
  };
  await write('left behind');
  await second.getByText('left behind').waitFor();
  await page.close();
  delete relay.answers['message.send'];
  await until(() => relay.contents('customer').includes('left behind'), 'sent by the other tab', 15000);
  assert.equal(relay.contents('customer').filter((text) => text === 'left behind').length, 1);
});

test('a visitor the relay has forgotten starts anew, unsent words included', async () => {
  await openChat();
  await write('old words');
  await until(() => relay.contents('customer').length === 1);
  await page.locator('.own .delivery', { hasText: 'Delivered' }).waitFor();
  relay.refuseSockets = true;
  relay.cut();
  await until(() => page.evaluate(() => !document.querySelector('relevo-chat').model.link.ready));
  await write('new words');
  relay.conversations.clear();
  relay.refuseSockets = false;
  await until(() => relay.conversation?.messages.length === 1, 'sent to the new conversation', 15000);
  await until(async () => (await page.locator('.own .delivery.delivered').count()) === 1);
  assert.deepEqual(await own(), ['new words']);
});

test('after a long absence the newest messages are there, without a hole', async () => {
  await openChat();
  await write('long ago');
  await page.locator('.own .delivery', { hasText: 'Delivered' }).waitFor();
  relay.delivery(relay.conversation.messages[0], 'read');
  await page.locator('.own .delivery', { hasText: 'Read' }).waitFor();
  await page.goto('about:blank');
  for (let i = 0; i < 250; i += 1) relay.say('bot', `Line ${i}`);
  await page.goto(`${relay.url}/chat/demo`);
  await page.getByText('Line 249', { exact: true }).waitFor();
  const shown = await bubbles();
  assert.equal(shown.length, 200);
  assert.equal(shown[0], 'Line 50');
});

for (const start of [0, 100]) {
  test(`a relay restored from an older copy is believed (from ${start})`, async () => {
    relay.seq = start;
    await openChat();
    await write('kept');
    await until(() => relay.contents('customer').length === 1);
    await write('lost with the disk');
    await until(async () => (await page.locator('.own .delivery.delivered').count()) === 2);
    relay.conversation.messages.pop();
    relay.seq = relay.conversation.messages[0].seq;
    relay.cut();
    await until(async () => (await own()).length === 1);
    assert.deepEqual(await own(), ['kept']);
    await write('and on it goes');
    await until(() => relay.contents('customer').length === 2);
  });
}

test('a relay restored from an older copy that has gone on since is believed', async () => {
  relay.epoch = 'before';
  await openChat();
  await write('kept');
  await until(() => relay.contents('customer').length === 1);
  await write('lost with the disk');
  await until(async () => (await page.locator('.own .delivery.delivered').count()) === 2);
  relay.conversation.messages.pop();
  relay.epoch = 'after';
  relay.say('bot', 'said by the restored relay');
  relay.seq += 50;
  relay.cut();
  await page.getByText('said by the restored relay').waitFor();
  await until(async () => (await own()).length === 1);
  assert.deepEqual(await own(), ['kept']);
  await write('and on it goes');
  await until(() => relay.contents('customer').length === 2);
  relay.cut();
  await until(() => relay.called('hello').length === 3);
  await ready();
  assert.deepEqual(await own(), ['kept', 'and on it goes']);
});

test('without storage the chat works for as long as the page lives', async () => {
  await newPage();
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, { get: () => { throw new DOMException('refused', 'SecurityError'); } });
    }
  });
  await page.goto(`${relay.url}/chat/demo`);
  await connected();
  await write('no storage');
  await page.locator('.own .delivery', { hasText: 'Delivered' }).waitFor();
  relay.cut();
  await until(() => relay.called('hello').length === 2);
  await ready();
  assert.equal(relay.conversations.size, 1);
  assert.deepEqual(await own(), ['no storage']);
});

test('offline is said in words, and coming back is not waited for', async () => {
  await openChat();
  relay.refuseSockets = true;
  await context.setOffline(true);
  relay.cut();
  await page.getByText('Offline – your messages will be sent when you are back').waitFor();
  await write('See you soon');
  await shot(page, 'offline');
  await until(() => page.evaluate(() => document.querySelector('relevo-chat').model.link.failures > 1));
  relay.refuseSockets = false;
  const before = Date.now();
  await context.setOffline(false);
  await until(() => relay.contents('customer').includes('See you soon'));
  assert.ok(Date.now() - before < 3000);
});

test('an unknown project is told so, without hammering the relay', async () => {
  await newPage();
  await page.goto(`${relay.url}/chat/nobody`);
  await page.getByText('This chat is not available').waitFor();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  assert.equal(relay.called('hello').length, 1);
});

test('the limit of 4,000 characters is counted near the end and kept', async () => {
  await openChat();
  await input().fill('x'.repeat(3000));
  assert.equal(await page.locator('.count').isVisible(), false);
  await input().fill('x'.repeat(4001));
  assert.equal(await page.locator('.count').innerText(), '4,001 of 4,000 characters');
  assert.equal(await page.getByRole('button', { name: 'Send' }).isDisabled(), true);
  assert.equal(await input().getAttribute('aria-invalid'), 'true');
  await input().press('Enter');
  assert.equal(relay.called('message.send').length, 0);
  await input().fill('x'.repeat(4000));
  await input().press('Enter');
  await until(() => relay.called('message.send').length === 1);
});

const HOST = (head = '', script = '') => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>${head}
  <link rel="stylesheet" href="data:text/css,*{font-size:40px;color:red;text-transform:uppercase}"></head>
  <body><h1>A shop</h1><p>Text of the shop's own.</p><button id="other">Other</button>
  <script src="RELAY/widget.js" data-project="demo" ${script} async></script></body></html>`;

test('embedded: launcher, badge, Escape, focus, and a page with a strict policy', async () => {
  const shop = await new FakeRelay().start();
  try {
    const policy = `default-src 'none'; script-src ${relay.url}; connect-src ${relay.url.replace('http', 'ws')}; require-trusted-types-for 'script'`;
    shop.pages.set('/', { html: HOST().replace('RELAY', relay.url), policy });
    await newPage();
    await page.goto(shop.url);
    const launcher = page.getByRole('button', { name: 'Open chat' });
    await launcher.waitFor();
    assert.equal(relay.calls.length, 0, 'nobody asked yet, so nothing is connected');
    assert.equal(await page.evaluate(() => localStorage.length), 0, 'and nothing stored');
    const box = await launcher.boundingBox();
    assert.ok(box.x + box.width > 1000 && box.y > 700, 'bottom right');
    assert.equal(Math.round(box.width), 56, "the shop's own style does not reach it");

    await launcher.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Northwind Travel' }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.tagName), 'TEXTAREA');
    await page.keyboard.type('Do you ship to Porto?');
    await page.keyboard.press('Enter');
    await page.locator('.own .delivery', { hasText: 'Delivered' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.className), 'launcher');

    relay.say('bot', 'Yes, within three days.');
    relay.say('bot', 'Shipping is free.');
    await page.getByRole('button', { name: 'Open chat. Unread messages: 2' }).waitFor();
    assert.equal(await page.locator('.badge').innerText(), '2');
    assert.equal(relay.called('read.mark').length, 0);
    await shot(page, 'embedded-launcher');
    await page.reload(); // a closed panel with unread messages stays so on the next page
    await page.getByRole('button', { name: 'Open chat. Unread messages: 2' }).click();
    await until(() => relay.called('read.mark').length > 0);
    await page.getByText('Shipping is free.').waitFor();
    await shot(page, 'embedded-open');
    await page.reload(); // an open one stays open, and takes no focus
    await page.getByRole('dialog').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'BODY');
  } finally {
    problems = problems.filter((text) => !/stylesheet|style-src|data:text\/css|favicon/.test(text)); // the shop's own, refused by its policy
    await shop.stop();
  }
});

test('embedded twice is embedded once; taken out of the page it lets go', async () => {
  const html = HOST('', 'data-lang="es"').replaceAll('RELAY', relay.url);
  relay.pages.set('/shop', { html: html.replace('</body>', `<script src="${relay.url}/widget.js" data-project="demo" data-lang="es"></script></body>`) });
  await newPage();
  await page.goto(`${relay.url}/shop`);
  await page.getByRole('button', { name: 'Abrir el chat' }).click();
  await until(() => relay.called('hello').length === 1);
  assert.equal(relay.called('hello')[0].params.language, 'es');
  assert.equal(await page.locator('relevo-chat').count(), 1);
  const size = await page.getByRole('textbox').evaluate((node) => getComputedStyle(node).fontSize + getComputedStyle(node).textTransform);
  assert.equal(size, '16pxnone', "the shop's own style does not reach it");
  await page.evaluate(() => document.querySelector('relevo-chat').remove());
  await until(() => relay.sockets.size === 0);
});

test('the relay is told which page they write from, and their time zone, and no secret of the address', async () => {
  relay.pages.set('/shop/lamps;jsessionid=41aa', { html: HOST().replaceAll('RELAY', relay.url) });
  await newPage({ timezoneId: 'America/Sao_Paulo' });
  await page.goto(`${relay.url}/shop/lamps;jsessionid=41aa?token=41aa#access=41aa`);
  await page.getByRole('button', { name: 'Open chat' }).click();
  await until(() => relay.called('hello').length === 1);
  const { params } = relay.called('hello')[0];
  assert.equal(params.page, `${relay.url}/shop/lamps`);
  assert.equal(params.timezone, 'America/Sao_Paulo');
  assert.ok(!JSON.stringify(relay.calls).includes('41aa'));
  await context.close();
  // The chat's own page: whence they came.
  await newPage();
  await page.goto(`${relay.url}/chat/${relay.project}?token=41aa`, { referer: 'https://shop.test/help?token=41aa' });
  await connected();
  const own = relay.called('hello').at(-1).params;
  assert.ok(own.page === undefined || /^https:\/\/shop\.test\/(help)?$/.test(own.page), `no page of ours: ${own.page}`);
  assert.ok(!JSON.stringify(relay.calls).includes('41aa'));
});

test('languages: asked for, of the page, of the browser', async () => {
  for (const [options, query, expected, lang, person] of [
    [{ locale: 'es-MX' }, '', 'Escribe un mensaje…', 'es', 'Hablar con una persona'],
    [{ locale: 'pt-BR' }, '', 'Escreva uma mensagem…', 'pt', 'Falar com uma pessoa'],
    [{ locale: 'fr-FR' }, '', 'Write a message…', 'en', 'Talk to a person'],
    [{ locale: 'en-GB' }, '?lang=pt-BR', 'Escreva uma mensagem…', 'pt', 'Falar com uma pessoa'],
  ]) {
    await openChat(options, query);
    assert.equal(await input().getAttribute('placeholder'), expected);
    assert.equal(relay.calls.filter((call) => call.method === 'hello').at(-1).params.language, lang);
    await page.getByRole('button', { name: person }).waitFor();
    await context.close();
  }
});

test('keyboard only: a sensible order, visible focus, everything reachable', async () => {
  await openChat();
  await write('Hi');
  await page.locator('.own .delivery', { hasText: 'Delivered' }).waitFor();
  await page.reload();
  await connected();
  await page.keyboard.press('Tab');
  const order = [];
  for (let i = 0; i < 6; i += 1) {
    const focused = await page.evaluate(() => {
      const node = document.activeElement.shadowRoot?.activeElement;
      if (!node) return null;
      const box = node.matches('textarea') ? node.closest('.box') : node;
      const style = getComputedStyle(box);
      return { name: node.getAttribute('aria-label') || node.innerText, ring: style.outlineStyle !== 'none' || style.boxShadow !== 'none' };
    });
    if (!focused) break;
    assert.ok(focused.ring, `${focused.name} shows its focus`);
    order.push(focused.name);
    if (focused.name === 'Write a message…') await page.keyboard.type('x'); // so that Send can be reached
    await page.keyboard.press('Tab');
  }
  assert.deepEqual(order, ['Messages', 'Talk to a person', 'Attach files', 'Write a message…', 'Send']);
});

test('the accessibility tree says who, what and how it stands', async () => {
  await openChat();
  await write('Is my room booked?');
  relay.handoff('active', 'Ana Silva');
  relay.say('system', 'Ana Silva joined the chat');
  relay.say('agent', 'It is!', 'Ana Silva');
  await page.getByText('It is!').waitFor();
  await page.locator('.own .delivery', { hasText: 'Delivered' }).waitFor();
  const tree = await page.locator('body').ariaSnapshot();
  for (const part of [
    /main "Northwind Travel"/, /heading "Northwind Travel" \[level=1\]/, /region "Messages"/, /log "Messages"/,
    /You, .*: Is my room booked\? Delivered/, /Notice: Ana Silva joined the chat/, /Ana Silva, .*: It is!/,
    /textbox "Write a message…"/, /button "Send"/,
  ]) {
    assert.match(tree.replace(/\n\s*- text: /g, ' '), part);
  }
  const log = page.getByRole('log');
  await until(async () => (await log.getAttribute('aria-live')) === 'polite', 'what comes later is read aloud');
  assert.equal(await log.getAttribute('aria-relevant'), 'additions');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en-US');
});

const PNG = readFileSync(new URL('../../packaging/screenshots/webchat.png', import.meta.url));
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const choose = (...files) => page.locator('input[type=file]').setInputFiles(files);
const picture = { name: 'passport.png', mimeType: 'image/png', buffer: PNG };
const document_ = { name: 'ticket.pdf', mimeType: 'application/pdf', buffer: PDF };
const uploaded = (count) => until(async () => (await page.locator('.uploads li small', { hasText: /\d/ }).count()) === count, `${count} uploaded`);
const drawn = (count) => until(() => page.evaluate(() => [...document.querySelector('relevo-chat').shadowRoot.querySelectorAll('.frame img')].filter((image) => image.naturalWidth > 0 && image.complete).length).then((n) => n === count), `${count} pictures`);
async function saved(click) {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
/** As a paste or a drop brings it. */
const bring = (kind, ...files) =>
  page.evaluate(([type, all]) => {
    const root = document.querySelector('relevo-chat').shadowRoot;
    const data = new DataTransfer();
    for (const [name, size = 5] of all) data.items.add(new File([new Uint8Array(size).fill(65)], name, { type: 'text/plain' }));
    const event = type === 'paste' ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }) : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
    root.querySelector(type === 'paste' ? 'textarea' : '.scroller').dispatchEvent(event);
    return event.defaultPrevented;
  }, [kind, files]);

test('a picture and a document go out, a file comes back and is saved, a reload shows them all', async () => {
  await openChat();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Attach files' }).click()]);
  assert.ok(chooser.isMultiple());
  await chooser.setFiles([picture, document_]);
  await uploaded(2);
  assert.deepEqual(await page.getByRole('list', { name: 'Files to send' }).locator('b').allInnerTexts(), ['passport.png', 'ticket.pdf']);
  await shot(page, 'files-chosen');
  await write('My passport, and the ticket');
  await page.locator('.own .delivery', { hasText: 'Delivered' }).waitFor();
  assert.equal(await page.locator('.uploads li').count(), 0);
  assert.deepEqual(relay.called('message.send')[0].params.attachments, relay.uploads);
  assert.deepEqual(relay.uploads.map((id) => relay.files.get(id).bytes.length), [PNG.length, PDF.length]);
  assert.match(relay.uploads[0], /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  await drawn(1);
  relay.handoff('active', 'Ana Silva');
  relay.say('agent', '', 'Ana Silva', { attachments: [relay.file('<b>Boarding pass</b>.pdf', PDF), relay.file('seats.png', PNG)] });
  await drawn(2);
  const theirs = page.getByRole('button', { name: `Download <b>Boarding pass</b>.pdf, ${PDF.length} byte` });
  assert.ok((await page.locator('.agent .bubble').boundingBox()).height > 60);
  assert.deepEqual((await saved(() => theirs.click())).bytes, PDF);
  await write('Thank you!');
  await until(async () => (await page.locator('.own .delivery.delivered').count()) === 2);
  await shot(page, 'files');
  assert.deepEqual(await contrasts(), []);
  await page.reload();
  await connected();
  await drawn(2);
  const again = await saved(() => page.getByRole('button', { name: /^Download passport\.png/ }).click());
  assert.deepEqual([again.name, again.bytes.equals(PNG)], ['passport.png', true]);
  assert.deepEqual(await page.locator('.file').evaluateAll((nodes) => nodes.map((node) => node.title.split(',')[0])),
    ['Download passport.png', 'Download ticket.pdf', 'Download <b>Boarding pass</b>.pdf', 'Download seats.png']);
});

test('a file without words is a message, and waits in the outbox like one', async () => {
  await openChat();
  await choose(document_);
  await uploaded(1);
  relay.refuseSockets = true;
  relay.cut();
  await until(() => page.evaluate(() => !document.querySelector('relevo-chat').model.link.ready));
  await page.getByRole('button', { name: 'Send' }).click();
  await page.reload();
  await page.getByRole('button', { name: /^Download ticket\.pdf/ }).waitFor();
  relay.refuseSockets = false;
  await page.locator('.own .delivery', { hasText: 'Delivered' }).waitFor({ timeout: 15000 });
  assert.deepEqual(relay.conversation.messages.map(({ content, attachments }) => [content, attachments[0].name]), [['', 'ticket.pdf']]);
  assert.equal(await page.locator('.file').count(), 1);
});

test('pasted and dropped files are taken, shown on their way, and can be taken out', async () => {
  await openChat();
  let go;
  relay.holdUploads = new Promise((resolve) => (go = resolve));
  assert.equal(await bring('paste', ['pasted.txt']), true);
  assert.equal(await bring('drop', ['dropped.txt']), true);
  await page.getByRole('progressbar', { name: 'Uploading pasted.txt' }).waitFor();
  await input().fill('with files');
  assert.equal(await page.getByRole('button', { name: 'Send' }).isDisabled(), true, 'not before they are there');
  await input().press('Enter');
  await page.getByRole('button', { name: 'Remove pasted.txt' }).click(); // in the middle of its upload
  go();
  await uploaded(1);
  await input().press('Enter');
  await page.locator('.own .delivery', { hasText: 'Delivered' }).waitFor();
  assert.deepEqual(relay.conversation.messages.map((message) => message.attachments.map((file) => file.name)), [['dropped.txt']]);
});

test('what is too large, empty or too many is refused in words', async () => {
  for (const [locale, large, many, empty] of [
    ['en-US', 'film.mov is too large: a file may have up to 25 MB.', 'A message takes up to 10 files.', 'none.txt is empty.'],
    ['es-MX', 'film.mov es demasiado grande: un archivo puede tener hasta 25 MB.', 'Un mensaje admite hasta 10 archivos.', 'none.txt está vacío.'],
    ['pt-BR', 'film.mov é grande demais: um arquivo pode ter até 25 MB.', 'Uma mensagem aceita até 10 arquivos.', 'none.txt está vazio.'],
  ]) {
    await openChat({ locale });
    const told = page.locator('.refused');
    await bring('drop', ['film.mov', 25 * 1024 * 1024 + 1], ['none.txt', 0]);
    assert.equal(await told.innerText(), `${large}\n${empty}`);
    assert.equal(await page.locator('.uploads li').count(), 0);
    await choose(...Array.from({ length: 11 }, (_, i) => ({ ...document_, name: `${i}.pdf` })));
    assert.equal(await told.innerText(), many);
    await uploaded(10);
    await context.close();
  }
  assert.equal(relay.uploads.length, 30, 'nothing refused was sent');
});

test('how large a file may be is for the relay to say', async () => {
  relay.limits = { files: 10, fileBytes: 2 * 1024 * 1024 };
  await openChat();
  await bring('drop', ['film.mov', 2 * 1024 * 1024 + 1]);
  assert.equal(await page.locator('.refused').innerText(), 'film.mov is too large: a file may have up to 2 MB.');
  relay.limits = { files: 10, fileBytes: 60 * 1024 * 1024 };
  await openChat();
  await bring('drop', ['film.mov', 26 * 1024 * 1024]);
  await uploaded(1);
});

test('an upload that fails says so and can be tried again, with the same id', async () => {
  await openChat();
  for (const [status, words] of [[413, 'ticket.pdf is too large for this chat.'], [429, 'ticket.pdf has to wait: too many files in one minute.'], [503, 'ticket.pdf could not be uploaded.']]) {
    relay.refuseUploads = status;
    if (status === 413) await choose(document_);
    else await page.getByRole('button', { name: 'Try again: ticket.pdf' }).click();
    await page.locator('.refused', { hasText: words }).waitFor();
  }
  assert.equal(await page.getByRole('button', { name: 'Send' }).isDisabled(), true);
  relay.refuseUploads = 0;
  await page.getByRole('button', { name: 'Try again: ticket.pdf' }).click();
  await uploaded(1);
  assert.equal(new Set(relay.uploads).size, 1);
  problems = problems.filter((text) => !/status of (413|429|503)/.test(text)); // the browser's own words
});

test('a file that cannot be loaded says so and is tried again', async () => {
  await openChat();
  relay.loseFiles = true;
  relay.say('agent', 'Here', 'Ana Silva', { attachments: [relay.file('map.png', PNG), relay.file('plan.pdf', PDF)] });
  const room = await page.locator('.picture .frame').boundingBox();
  await page.getByRole('button', { name: 'map.png. Could not be loaded. Try again' }).waitFor();
  await page.getByRole('button', { name: /^Download plan\.pdf/ }).click();
  await page.getByRole('button', { name: 'plan.pdf. Could not be loaded. Try again' }).waitFor();
  relay.loseFiles = false;
  await page.getByRole('button', { name: 'map.png. Could not be loaded. Try again' }).click();
  await drawn(1);
  const filled = await page.locator('.picture .frame').boundingBox();
  assert.deepEqual([filled.width, filled.height], [room.width, room.height], 'nothing jumps');
  assert.deepEqual((await saved(() => page.getByRole('button', { name: /plan\.pdf/ }).click())).bytes, PDF);
  problems = problems.filter((text) => !/status of 404/.test(text));
});

test('a file that is no longer kept is named, and cannot be pressed', async () => {
  await openChat();
  relay.say('agent', 'Here', 'Ana Silva', { attachments: [{ ...relay.file('map.png', PNG), gone: true }] });
  await page.getByText('no longer kept').waitFor();
  await page.getByText('map.png').waitFor();
  assert.equal(await page.getByRole('button', { name: /map\.png/ }).count(), 0);
  assert.equal(await page.locator('.picture').count(), 0);
});

async function talk() {
  const yesterday = new Date(Date.now() - 86400000).toISOString();
  relay.say('customer', 'Hello! My flight to Lisbon was moved and I would miss the connection.', null, { at: yesterday, clientId: 'a', delivery: 'read' });
  relay.say('bot', 'I am sorry about that. Could you give me the booking number?', null, { at: yesterday });
  relay.say('customer', 'NW-48213', null, { clientId: 'b', delivery: 'read' });
  relay.say('bot', 'Thank you. The rules for changes are on https://northwind.example/changes – shall I get a colleague?');
  relay.say('customer', 'Yes please', null, { clientId: 'c', delivery: 'read' });
  relay.handoff('pending');
  relay.say('system', 'A person will be with you shortly. You are next.');
  relay.handoff('active', 'Ana Silva');
  relay.say('system', 'Ana Silva joined the chat');
  relay.say('agent', 'Hi, Ana here. I can see the booking.', 'Ana Silva');
  relay.say('agent', 'There is a seat on the 14:05, the fare is the same. Shall I move you?', 'Ana Silva');
  await page.getByText('Shall I move you?').waitFor();
  await write('That would be perfect, thank you!');
  await page.locator('.own .delivery', { hasText: 'Delivered' }).waitFor();
  relay.typing('agent', 'Ana');
  await page.getByText('Ana is typing…').waitFor();
}

/** WCAG contrast of every visible text against what is painted behind it. */
const contrasts = () =>
  page.evaluate(() => {
    const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
    const light = ([r, g, b]) => {
      const [x, y, z] = [r, g, b].map((v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const behind = (node) => {
      for (let each = node; each; each = each.parentNode?.host || each.parentElement) {
        const colour = parts(getComputedStyle(each).backgroundColor);
        if (colour.length === 3 || colour[3] > 0) return colour;
      }
      return [255, 255, 255];
    };
    const low = [];
    for (const node of document.querySelector('relevo-chat').shadowRoot.querySelectorAll('*')) {
      const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
      const style = getComputedStyle(node);
      if (!own || node.matches('style, .vh, :disabled') || !node.offsetParent || style.visibility === 'hidden') continue;
      const [a, b] = [light(parts(style.color)), light(behind(node))];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (ratio < 4.5) low.push(`${node.className || node.tagName}: ${ratio.toFixed(2)}`);
    }
    return low;
  });

for (const scheme of ['light', 'dark']) {
  test(`${scheme}: enough contrast`, async () => {
    await openChat({ colorScheme: scheme, reducedMotion: 'reduce' });
    await talk();
    assert.deepEqual(await contrasts(), []);
    const background = await page.locator('.panel').evaluate((node) => getComputedStyle(node).backgroundColor);
    assert.equal(background, scheme === 'dark' ? 'rgb(20, 25, 27)' : 'rgb(255, 255, 255)');
    await shot(page, scheme);
  });
}

test('the rating is readable, and leaves room to write, on any screen', async () => {
  for (const [name, options] of [
    ['rating-dark', { colorScheme: 'dark' }],
    ['rating-page', { locale: 'pt-BR' }],
    ['rating-phone-small', { viewport: { width: 320, height: 480 }, hasTouch: true, isMobile: true, locale: 'es-MX' }],
    ['rating-phone-landscape', { viewport: { width: 740, height: 340 }, hasTouch: true, isMobile: true, locale: 'ar' }],
  ]) {
    await openChat({ reducedMotion: 'reduce', ...options });
    await write('¿Hola?');
    await until(() => relay.conversation && relay.contents('customer').length === 1);
    for (let n = 0; n < 4; n += 1) relay.say('agent', 'There is a seat on the 14:05, the fare is the same. Shall I move you?', 'Ana Silva');
    const rating = { handoffId: 'h-1', until: new Date(Date.now() + 3600000).toISOString() };
    for (const given of [{}, { score: 4, comment: '' }]) {
      relay.conversation.rating = { ...rating, ...given };
      relay.tell(relay.conversation, 'handoff.resolved', { handoff: { status: 'resolved', agent: null }, rating: relay.conversation.rating });
      await page.locator(given.score ? '.scores [aria-pressed=true]' : '.scores').waitFor();
      assert.deepEqual(await contrasts(), []);
      const fit = await page.evaluate(() => {
        const root = document.querySelector('relevo-chat').shadowRoot;
        const box = root.querySelector('.box').getBoundingClientRect();
        const wide = [...root.querySelectorAll('.rating, .scores button, .panel')].filter((node) => node.scrollWidth > node.clientWidth + 1);
        return { below: box.bottom <= innerHeight, above: root.querySelector('.rating').getBoundingClientRect().top >= 0, wide: wide.map((node) => node.textContent) };
      });
      assert.deepEqual(fit, { below: true, above: true, wide: [] }, name);
    }
    await shot(page, name);
    await context.close();
    relay.conversations.clear();
  }
});

test('reduced motion moves nothing', async () => {
  await openChat({ reducedMotion: 'reduce' });
  await talk();
  assert.equal(await page.evaluate(() => document.querySelector('relevo-chat').shadowRoot.getAnimations().length), 0);
});

test('a phone: the whole screen, no sideways scrolling, no zooming input', async () => {
  for (const [name, options] of [
    ['phone', { viewport: { width: 375, height: 740 }, deviceScaleFactor: 2 }],
    ['phone-small', { viewport: { width: 320, height: 480 } }],
    ['phone-landscape', { viewport: { width: 740, height: 340 } }],
  ]) {
    await openChat({ hasTouch: true, isMobile: true, reducedMotion: 'reduce', ...options });
    await talk();
    const panel = await page.locator('.panel').boundingBox();
    assert.deepEqual([panel.x, panel.y, panel.width, panel.height], [0, 0, options.viewport.width, options.viewport.height]);
    const sideways = await page.evaluate(() => {
      const nodes = [document.scrollingElement, ...document.querySelector('relevo-chat').shadowRoot.querySelectorAll('.scroller, .panel')];
      return nodes.some((node) => node.scrollWidth > node.clientWidth);
    });
    assert.equal(sideways, false);
    assert.ok((await input().evaluate((node) => parseFloat(getComputedStyle(node).fontSize))) >= 16);
    assert.ok((await page.getByRole('button', { name: 'Send' }).boundingBox()).height >= 44);
    await shot(page, name);
    await context.close();
    relay.conversations.clear();
  }
});

test('right to left: mirrored, each text in its own direction', async () => {
  relay.greeting = 'مرحبًا! أنا المساعد. كيف يمكنني مساعدتك؟';
  await openChat({ locale: 'ar', reducedMotion: 'reduce' });
  assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
  await write('أين حقيبتي؟ رقم الحجز NW-48213');
  await page.locator('.own .delivery', { hasText: 'تم التسليم' }).waitFor();
  relay.say('bot', 'سأبحث عنها الآن، لحظة من فضلك.');
  relay.say('bot', 'This one is English: see https://example.com/bags.');
  await page.getByText('This one is English').waitFor();
  const mine = await page.locator('.own .bubble').boundingBox();
  const theirs = await page.locator('.bot .bubble').first().boundingBox();
  assert.ok(mine.x < theirs.x, 'own messages are on the left');
  const directions = await page.locator('.bubble > div[dir]').evaluateAll((nodes) => nodes.map((node) => getComputedStyle(node).direction));
  assert.deepEqual(directions, ['rtl', 'rtl', 'rtl', 'ltr']);
  await shot(page, 'rtl');
  const html = HOST().replace('lang="en"', 'lang="ar" dir="rtl"').replace('RELAY', relay.url);
  relay.pages.set('/shop', { html });
  await page.goto(`${relay.url}/shop`);
  const launcher = await page.locator('.launcher').boundingBox();
  assert.ok(launcher.x < 100, 'the launcher is on the left');
});

test('text at 200 % stays usable', async () => {
  const large = await launch(['--blink-settings=defaultFontSize=32']);
  try {
    context = await large.newContext({ viewport: { width: 1100, height: 820 }, locale: 'en-US', reducedMotion: 'reduce' });
    page = watch(await context.newPage());
    await page.goto(`${relay.url}/chat/demo`);
    await connected();
    await talk();
    const { size, scrolls } = await page.evaluate(() => {
      const root = document.querySelector('relevo-chat').shadowRoot;
      return { size: getComputedStyle(root.querySelector('.bubble')).fontSize, scrolls: root.querySelector('.panel').scrollWidth > root.querySelector('.panel').clientWidth };
    });
    assert.equal(size, '32px');
    assert.equal(scrolls, false);
    for (const role of ['textbox', 'log']) assert.ok((await page.getByRole(role).boundingBox()).height > 32);
    await shot(page, 'text-200');
  } finally {
    await context.close();
    context = null;
    await large.close();
  }
});

test('it is small', () => {
  const bytes = gzipSync(readFileSync(new URL('../../resources/web/widget.js', import.meta.url)), { level: 9 }).length;
  assert.ok(bytes < 30 * 1024, `${bytes} bytes gzipped`);
});
