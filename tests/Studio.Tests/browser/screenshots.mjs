// Writes the pictures of docs/studio: states of the page that its address holds, so that they are the same each time.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { atEnd, atTick, Checks, clean, enter, launch, serve, until } from './harness.mjs';

const folder = resolve(import.meta.dirname, '../../../docs/studio');
const twins = '#from=mobile-learning&policy=hoarding&B.policy=distributed&seed=3';
mkdirSync(folder, { recursive: true });
const studio = await serve();
const browser = await launch();
const checks = new Checks(browser, studio.address, process.argv[2]);

async function picture(name, hash, tick, act = async () => {}, options = {}) {
  await checks.check(name, async () => {
    const page = await checks.open(hash + (tick ? `&tick=${tick}` : '') + '&speed=8', { viewport: { width: 1420, height: 800 }, reducedMotion: 'reduce', ...options });
    if (tick) await atTick(page, tick);
    await page.locator('.river .u-wrap').first().waitFor();
    await act(page);
    await page.locator('.notice').waitFor({ state: 'detached' });
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(folder, `${name}.png`) });
  });
}

const openSeat = async (page, seat) => {
  await page.locator('.network-canvas').first().focus();
  await page.keyboard.press('Home');
  for (let k = 0; k < seat; k++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.locator('.seat-plots canvas').first().waitFor();
};

await picture('1-founders-lead', twins, 7, async page => {
  await page.locator('#step').click();
  await atTick(page, 8);
});
await picture('2-founders-are-gone', twins, 34);
await picture('3-an-agent', '#from=single-champion&policy=hoarding&seed=2', 30, async page => {
  await openSeat(page, 0);
  await page.locator('.seat-card').scrollIntoViewIfNeeded();
  await page.locator('#leave').scrollIntoViewIfNeeded();
});
await picture('4-the-leader-removed', '#from=single-champion&policy=hoarding&seed=2&leaves=0@31', 40);
await picture('5-a-change-from-here-on', '#from=standard&seed=5&viability.rule=none', 40, async page => {
  await enter(page, 'channels.remote', '0.2');
  await page.locator('.later').waitFor();
  await page.locator('#tick').fill('58');
  await atTick(page, 58);
  await page.locator('[data-path="channels.remote"]').scrollIntoViewIfNeeded();
});
await picture('6-two-hundred-of-these', twins, 34, async page => {
  await page.locator('#try').click();
  await page.locator('.verdict:has-text("replicate by replicate")').waitFor();
  await page.locator('#trial').evaluate(e => e.scrollIntoView({ block: 'end' }));
});
await picture('7-a-results-folder', twins, 34, async page => {
  await page.locator('#open-results').click();
  await page.locator('.folders button').first().click();
  await page.locator('dialog[open] .trial-figures .chart').nth(2).waitFor();
});
await picture('8-saved', '#from=mobile-learning&policy=hoarding&B.policy=distributed&at12:demand.decisionsPerSeat=0.5&leaves=2@9&seed=3', 0, async page => {
  await page.locator('#speed').selectOption('0');
  await page.locator('#play').click();
  await atEnd(page);
  await page.locator('#save').click();
});
await picture('9-where-to-start', twins, 34, page => page.locator('#open-presets').click(), { colorScheme: 'dark' });
await picture('10-on-a-phone', twins, 34, async page => { await until(() => page.locator('.network').count(), 'no network'); }, { viewport: { width: 360, height: 740 } });
await browser.close();
await studio.end();
clean();
process.exit(checks.failed === 0 ? 0 : 1);
