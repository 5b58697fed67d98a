import { readFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { atTick, isTrue, launch, tickOf, until, withWebGl } from './harness.mjs';

const twins = '#from=mobile-learning&policy=hoarding&B.policy=distributed&seed=3&tick=15&speed=8';
const axe = readFileSync(join(import.meta.dirname, 'node_modules/axe-core/axe.min.js'), 'utf8');

export async function looks(checks) {
  for (const [width, colorScheme, reducedMotion] of [[1440, 'light', 'no-preference'], [1440, 'dark', 'reduce'], [360, 'light', 'reduce'], [360, 'dark', 'no-preference']]) {
    await checks.check(`${width} px, ${colorScheme}, motion ${reducedMotion}: no violation of axe, nothing wider than the page`, async () => {
      const page = await checks.open(twins, { viewport: { width, height: width === 360 ? 740 : 900 }, colorScheme, reducedMotion, bypassCSP: true });
      await atTick(page, 15);
      await page.locator('.network-canvas').first().focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await page.locator('.seat-plots canvas').first().waitFor();
      await page.evaluate(axe);
      await violations(page, 'the page');
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      isTrue(wide <= 0, `the page is ${wide} px too wide`);
      for (const id of ['open-presets', 'save', 'open-results']) {
        await page.locator(`#${id}`).click();
        await page.locator('dialog[open]').waitFor();
        await violations(page, id);
        await page.keyboard.press('Escape');
      }
    });
  }

  await checks.check('nothing moves by itself where motion is reduced', async () => {
    const page = await checks.open(twins, { reducedMotion: 'reduce' });
    await atTick(page, 15);
    await page.locator('#step').click();
    await atTick(page, 16);
    await page.waitForTimeout(300);
    await page.evaluate(() => performance.clearMarks());
    await page.waitForTimeout(700);
    isTrue(await page.evaluate(() => performance.getEntriesByName('network-drawn').length) === 0, 'it is drawn again without a new tick');
  });

  await checks.check('it works behind a path prefix', async () => {
    const { hostname, port } = new URL(checks.address);
    const proxy = createServer((asked, answer) => {
      if (!asked.url.startsWith('/user/me/studio/')) return answer.writeHead(404).end();
      const onward = request({ hostname, port, path: asked.url.slice('/user/me/studio'.length), method: asked.method, headers: asked.headers }, given => {
        answer.writeHead(given.statusCode, given.headers);
        given.pipe(answer);
      });
      onward.on('error', () => answer.destroy());
      asked.pipe(onward);
      answer.on('close', () => onward.destroy());
    });
    await new Promise(done => proxy.listen(0, '127.0.0.1', done));
    try {
      const page = await checks.open('', { address: `http://127.0.0.1:${proxy.address().port}/user/me/studio/` });
      await until(async () => (await tickOf(page)) > 3, 'no tick went by');
      await page.locator('#open-presets').click();
      await page.locator('dialog[open] .card').nth(2).click();
      await until(() => page.url().includes('from=standard'), 'no other scenario opens');
      await page.context().close();
    } finally {
      proxy.closeAllConnections();
      proxy.close();
    }
  });

  await checks.check('sigma draws the network where there is WebGL: it zooms, and a click opens a seat', async () => {
    const browser = await launch(withWebGl);
    try {
      const page = await checks.open('#from=standard&seed=5&policy=hoarding&tick=20&speed=30', { browser, address: `${checks.address}?network=webgl` });
      await atTick(page, 20);
      const network = page.locator('.network-canvas');
      isTrue(await network.getAttribute('data-surface') === 'sigma', 'there is no WebGL');
      await network.click();
      await page.locator('.seat-card:has-text("Seat 0")').waitFor();
      await network.focus();
      await page.keyboard.press('+');
      await page.locator('.whole-view').click();
      await page.locator('.whole-view').waitFor({ state: 'hidden' });
    } finally {
      await browser.close();
    }
  });
}

async function violations(page, where) {
  const found = await page.evaluate(() => globalThis.axe.run());
  isTrue(found.violations.length === 0, `${where}: ${found.violations.map(v => `${v.id}: ${v.nodes.slice(0, 2).map(n => n.html.slice(0, 120))}`).join(' ; ')}`);
}
