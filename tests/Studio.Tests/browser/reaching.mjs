import { get, request } from 'node:http';
import { enter, isTrue, launch, serveItself, tickOf, until } from './harness.mjs';
import { prefixed, tunnel } from './tunnel.mjs';

export async function reaching(checks) {
  await checks.check('it works through ssh -L: it streams while it runs, changes and twins', async () => {
    const passage = await tunnel(new URL(checks.address).port);
    if (!passage) return 'there is no sshd';
    try {
      const address = `http://localhost:${passage.port}/`;
      await works(checks, { address });
      isTrue((await statusOf(address, { host: 'elsewhere.example', origin: 'http://elsewhere.example' })) === 421, 'another name than localhost is served');
      isTrue((await statusOf(address, { host: `localhost:${passage.port}`, origin: 'http://elsewhere.example' })) === 403, 'another site is served');
    } finally {
      await passage.end();
    }
  });

  await checks.check('it works behind nginx with a path prefix under another name', async () => {
    const studio = await serveItself('--allow-host', 'hub.example.org');
    const passage = await prefixed(new URL(studio.address).port, '/user/me/studio/');
    const browser = await launch(['--disable-gpu', '--host-resolver-rules=MAP hub.example.org 127.0.0.1']);
    try {
      if (!passage) return 'there is no nginx';
      await works(checks, { address: `http://hub.example.org:${passage.port}/user/me/studio/`, browser, here: `http://127.0.0.1:${passage.port}/user/me/studio/` });
    } finally {
      await browser.close();
      await passage?.end();
      await studio.end();
    }
  });
}

async function works(checks, { address, browser = checks.browser, here = address }) {
  const page = await checks.open('#from=standard&seed=5&viability.rule=none&speed=30', { address, browser });
  await page.locator('#play').click();
  await until(async () => (await tickOf(page)) > 3, 'no tick went by');
  const arrivals = await arrivalsOf(page.stream.replace(address, here), 2500);
  const [first, last] = [arrivals[0], arrivals.at(-1)];
  const longest = Math.max(...arrivals.slice(1).map((a, k) => a.time - arrivals[k].time));
  isTrue(arrivals.length > 20 && last.tick - first.tick > 20, `${arrivals.length} messages from tick ${first?.tick} to ${last?.tick} arrived while it ran`);
  isTrue(longest < 1000, `for ${longest} ms nothing arrived`);
  console.log(`        ${arrivals.length} messages in 2.5 s, ${last.tick - first.tick} ticks, at most ${longest} ms between two`);
  await page.locator('#play').click();
  const tick = await tickOf(page);
  await enter(page, 'channels.remote', '0.2');
  await until(() => page.url().includes('channels.remote=0.2'), 'no parameter changes');
  await page.locator('#twin').click();
  await until(async () => (await page.locator('.network').count()) === 2, 'there are no twins');
  await page.locator('#step').click();
  await until(async () => (await tickOf(page)) > tick, 'it does not step');
  await page.context().close();
}

// When each message of a stream arrives, and the tick it shows.
const arrivalsOf = (stream, milliseconds) => new Promise((done, fail) => {
  const arrivals = [];
  const asked = get(stream, response => response.setEncoding('utf8').on('data', part => {
    for (const [, tick] of part.matchAll(/data: \{"epoch":\d+,"tick":(\d+)/g)) arrivals.push({ tick: Number(tick), time: Date.now() });
  }).on('error', () => undefined));
  asked.on('error', fail);
  setTimeout(() => { asked.destroy(); done(arrivals); }, milliseconds);
});

const statusOf = (address, headers) => new Promise((done, fail) => {
  request(`${address}api/sessions`, { method: 'POST', headers }, response => { response.resume(); done(response.statusCode); }).on('error', fail).end('{}');
});
