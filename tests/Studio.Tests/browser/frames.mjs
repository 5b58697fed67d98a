import { get } from 'node:http';
import { loadavg, availableParallelism } from 'node:os';
import { isTrue, until } from './harness.mjs';

const least = 30;

export async function frames(checks) {
  for (const [seats, preset] of [[40, 'standard'], [400, 'consortium']]) {
    await checks.check(`at least ${least} frames a second are drawn at n = ${seats}`, async () => {
      const page = await checks.open(`#from=${preset}&seed=2&viability.rule=none&speed=30`);
      await page.locator('#play').click();
      await until(() => page.evaluate(() => performance.getEntriesByName('network-drawn').length > 20), 'it is not drawn');
      const rate = await page.evaluate(() => new Promise(done => {
        performance.clearMarks();
        const began = performance.now();
        setTimeout(() => done(performance.getEntriesByName('network-drawn').length / ((performance.now() - began) / 1000)), 3000);
      }));
      const load = loadavg()[0] / availableParallelism();
      const found = `${rate.toFixed(1)} frames a second, load ${load.toFixed(1)} a core`;
      if (rate < least && load > 1) return `${found}: the machine is too busy to tell`;
      console.log(`        ${found}`);
      isTrue(rate >= least, found);
    });
  }

  await checks.check('the engine never waits for the page', async () => {
    const page = await checks.open('#from=standard&seed=2&viability.rule=none&speed=30');
    await page.locator('#play').click();
    const before = await tickSeen(page.stream);
    const busy = page.evaluate(() => { for (const began = performance.now(); performance.now() - began < 4000;); });
    await new Promise(done => setTimeout(done, 2500));
    const after = await tickSeen(page.stream);
    await busy;
    isTrue(after - before >= 30, `${after - before} ticks went by in two and a half seconds in which the page did nothing`);
  });
}

const tickSeen = stream => new Promise((done, fail) => {
  let text = '';
  get(stream, response => response.on('data', part => {
    text += part;
    const tick = /"tick":(\d+)/.exec(text);
    if (!tick) return;
    response.destroy();
    done(Number(tick[1]));
  })).on('error', fail);
});
