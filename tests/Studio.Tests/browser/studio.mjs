// Drives the page in a real browser. Every check prints a line; the exit code says whether all passed.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const root = resolve(import.meta.dirname, '../../..');
const built = name => join(root, `src/${name}/bin/Release/net10.0/LeadershipSim.${name}.dll`);
const work = mkdtempSync(join(tmpdir(), 'studio-browser-'));
const server = spawn('dotnet', [built('Studio'), '--port', '0', '--no-browser', '--output', join(work, 'results')], { stdio: ['ignore', 'pipe', 'inherit'] });
const address = await new Promise(done => server.stdout.once('data', text => done(String(text).split('\n')[0])));
const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args });
const [problems, results] = [[], { passed: 0, failed: 0 }];

async function open(hash = '', options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('console', m => { if (m.type() === 'error' && !m.text().includes('status of 422')) problems.push(m.text()); });
  page.on('pageerror', e => problems.push(e.message));
  await page.goto(address + hash);
  await page.locator('.reading:has-text("tick")').waitFor();
  return page;
}

async function check(name, act) {
  try {
    await act();
    results.passed++;
    console.log(`passed: ${name}`);
  } catch (error) {
    results.failed++;
    console.log(`FAILED: ${name}: ${error.message.split('\n').slice(0, 4).join(' | ')}`);
  }
}

const tickOf = async page => Number(/tick (\d+)/.exec(await page.locator('.reading').textContent())[1]);
const isTrue = (value, text) => { if (!value) throw new Error(text); };
const until = async (page, holds, text) => {
  for (let k = 0; k < 200; k++) {
    if (await holds()) return;
    await page.waitForTimeout(100);
  }
  throw new Error(text);
};
const field = (page, path, world = '') => page.locator(`[id="p${world}-${path}"]`);

await check('the first scenario plays at once, pauses and steps', async () => {
  const page = await open();
  await until(page, async () => (await tickOf(page)) > 3, 'no tick went by');
  await page.locator('#play').click();
  await until(page, async () => (await page.locator('#play').getAttribute('aria-label')) === 'Play', 'it does not pause');
  const tick = await tickOf(page);
  await page.locator('#step').click();
  await until(page, async () => (await tickOf(page)) === tick + 1, 'it does not step');
  await page.context().close();
});

await check('the past can be scrubbed, and the address opens it again', async () => {
  const page = await open('#from=standard&seed=5&policy=hoarding&tick=80&speed=100');
  await until(page, async () => (await tickOf(page)) === 80, 'tick 80 is not shown');
  await page.locator('#tick').fill('33');
  await until(page, async () => (await tickOf(page)) === 33, 'tick 33 is not shown');
  await until(page, async () => page.url().includes('tick=33'), 'the address does not follow');
  const url = page.url();
  const again = await open(url.slice(url.indexOf('#')));
  await until(again, async () => (await tickOf(again)) === 33, 'the link opens another tick');
  isTrue(await field(again, 'policy').inputValue() === 'hoarding', 'the link opens another policy');
  await page.context().close();
  await again.context().close();
});

await check('parameters change now or at restart, and errors stand beside them', async () => {
  const page = await open('#from=standard&seed=5&tick=40&speed=30');
  await until(page, async () => (await tickOf(page)) === 40, 'tick 40 is not shown');
  await field(page, 'channels.remote').fill('0.2');
  await field(page, 'channels.remote').press('Enter');
  await page.locator('.parameter.changed[data-path="channels.remote"]').waitFor();
  await until(page, async () => (await tickOf(page)) === 40, 'a live parameter moved the tick');
  await field(page, 'channels.remote').fill('1.7');
  await field(page, 'channels.remote').press('Enter');
  await page.locator('.error:has-text("allowed is a number from 0 to 1")').waitFor();
  await page.locator('.group:has-text("Organization") > summary').first().click();
  await field(page, 'organization.seats').fill('24');
  await field(page, 'organization.seats').press('Enter');
  await until(page, async () => (await tickOf(page)) === 0, 'a founding parameter did not restart the run');
  await page.context().close();
});

await check('twins live in step, and a leader can be removed in both with the keyboard alone', async () => {
  const page = await open('#from=standard&seed=5&policy=hoarding&B.policy=distributed&tick=20&speed=30');
  await until(page, async () => (await page.locator('.network').count()) === 2 && (await tickOf(page)) === 20, 'there are no twins');
  await page.locator('.network-canvas').first().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.locator('#leave').waitFor();
  await page.locator('#leave').focus();
  await page.keyboard.press('Enter');
  await until(page, async () => (await page.locator('#events .shock').count()) === 2, 'the removal did not happen in both worlds');
  isTrue(page.url().includes('leaves=0@21'), 'the address does not hold the removal');
  await page.context().close();
});

await check('a sweep grows, gives a verdict, and its folder opens and plays', async () => {
  const page = await open('#from=mobile-learning&policy=hoarding&B.policy=distributed&seed=3&speed=30');
  await page.locator('#replicates').fill('200');
  await page.locator('#try').click();
  await page.locator('.verdict p').first().waitFor();
  await until(page, async () => (await page.locator('#trial [role=status]').textContent()).startsWith('400 of 400 runs done'), 'the sweep does not end');
  await page.locator('.verdict:has-text("replicate by replicate")').waitFor();
  await page.locator('.verdict button').click();
  await page.locator('.folders button').first().click();
  await page.locator('td button').first().click();
  await page.locator('#runs-of-point button').first().click();
  await until(page, async () => page.url().includes('run:') && (await tickOf(page)) > 1, 'the run does not play');
  await page.context().close();
});

await check('the saved file gives the digest of the page on the command line', async () => {
  const page = await open('#from=mobile-learning&policy=hoarding&B.policy=distributed&channels.remote=0.7&leaves=2@9&seed=7&speed=0');
  await page.locator('#play').click();
  await until(page, async () => (await page.locator('.reading').textContent()).includes('the end'), 'it does not end');
  await page.locator('#save').click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('dialog[open] button.primary').click()]);
  const file = join(work, download.suggestedFilename());
  await download.saveAs(file);
  const said = (await page.locator('dialog[open] p.quiet').first().textContent()).match(/[0-9a-f]{16}/g);
  const ran = spawnSync('dotnet', [built('Runner'), 'run', file, '--output', join(work, 'ran'), '--quiet'], { encoding: 'utf8' });
  const name = readdirSync(join(work, 'ran'))[0];
  const folder = join(work, 'ran', name, readdirSync(join(work, 'ran', name))[0]);
  const [header, ...rows] = readFileSync(join(folder, 'runs.csv'), 'utf8').trim().split(/\r?\n/).map(l => l.match(/("[^"]*"|[^,]*)(?:,|$)/g).map(f => f.replace(/,$/, '')));
  const found = rows.map(r => r[header.indexOf('stateDigest')]);
  isTrue(said.join() === found.join(), `the page says ${said}, the command line ${found} (exit ${ran.status})`);
  await page.context().close();
});

await check('plots are saved as PNG, SVG and CSV', async () => {
  const page = await open('#from=standard&seed=5&tick=40&speed=30');
  for (const kind of ['PNG', 'SVG', 'CSV']) {
    await page.locator('.chart:not(.river) .save-menu summary').first().click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`[aria-label="Save Vitality and need as ${kind}"]`).click()]);
    isTrue(readFileSync(await download.path()).length > 500, `the ${kind} is empty`);
  }
  await page.context().close();
});

const axe = readFileSync(join(import.meta.dirname, 'node_modules/axe-core/axe.min.js'), 'utf8');
for (const [width, colorScheme, reducedMotion] of [[1440, 'light', 'no-preference'], [1440, 'dark', 'no-preference'], [360, 'light', 'reduce'], [360, 'dark', 'no-preference']]) {
  await check(`${width} px, ${colorScheme}, motion ${reducedMotion}: no violation of axe, nothing wider than the page`, async () => {
    const page = await open('#from=mobile-learning&policy=hoarding&B.policy=distributed&seed=3&tick=15&speed=8', { viewport: { width, height: width === 360 ? 740 : 900 }, colorScheme, reducedMotion, bypassCSP: true });
    await page.waitForTimeout(900);
    await page.evaluate(axe);
    const found = await page.evaluate(() => globalThis.axe.run());
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, `studio-${width}-${colorScheme}.png`), fullPage: width === 360 });
    isTrue(found.violations.length === 0, found.violations.map(v => `${v.id}: ${v.nodes.slice(0, 2).map(n => n.html.slice(0, 120))}`).join(' ; '));
    isTrue(wide <= 0, `the page is ${wide} px too wide`);
    await page.context().close();
  });
}

for (const [seats, preset] of [[40, 'standard'], [400, 'consortium']]) {
  await check(`at least 30 frames a second are drawn at n = ${seats}`, async () => {
    const page = await open(`#from=${preset}&seed=2&viability.rule=none&speed=30`);
    await page.locator('#play').click();
    await page.waitForTimeout(1500);
    const rate = await page.evaluate(() => new Promise(done => {
      performance.clearMarks();
      const began = performance.now();
      setTimeout(() => done(performance.getEntriesByName('network-drawn').length / ((performance.now() - began) / 1000)), 3000);
    }));
    console.log(`        ${rate.toFixed(1)} frames a second`);
    isTrue(rate >= 30 || process.env.SLOW, `only ${rate.toFixed(1)} frames a second`);
    await page.context().close();
  });
}

await check('no error on the console', async () => isTrue(problems.length === 0, problems.join(' ; ')));
await browser.close();
server.kill('SIGTERM');
rmSync(work, { recursive: true, force: true });
console.log(`${results.passed} passed, ${results.failed} failed, 0 skipped`);
process.exit(results.failed === 0 ? 0 : 1);
