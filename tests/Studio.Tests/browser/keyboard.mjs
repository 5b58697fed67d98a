import { atTick, isTrue, until } from './harness.mjs';

export async function keyboard(checks) {
  await checks.check('every control can be reached with the keyboard, and twin, parameter, time line, save, sweep and results used', async () => {
    const page = await checks.open('#from=standard&seed=5&policy=hoarding&viability.rule=none&horizonTicks=60&tick=20&speed=30');
    await atTick(page, 20);
    await reachAll(page);

    await tabTo(page, 'twin');
    await page.keyboard.press('Enter');
    await until(async () => (await page.locator('.network').count()) === 2, 'there are no twins');
    await tabTo(page, 'p-channels.remote');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('0.2');
    await page.keyboard.press('Enter');
    await until(() => page.url().includes('at21:channels.remote=0.2'), 'no parameter changes');
    await tabTo(page, 'tick');
    await page.keyboard.press('ArrowLeft');
    await atTick(page, 19);
    await tabTo(page, 'replicates');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('4');
    await tabTo(page, 'try');
    await page.keyboard.press('Enter');
    await page.locator('#trial [role=status]:has-text("8 of 8 runs done")').waitFor();
    await tabTo(page, 'save');
    await page.keyboard.press('Enter');
    await page.locator('dialog[open] .primary').waitFor();
    await until(async () => { await page.keyboard.press('Tab'); return await page.evaluate(() => document.activeElement.matches('dialog[open] .primary')); }, 'the file cannot be reached');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    isTrue(download.suggestedFilename() === 'studio-standard.yaml', download.suggestedFilename());
    await page.keyboard.press('Escape');
    isTrue((await page.evaluate(() => document.activeElement.id)) === 'save', 'the focus is lost');
    await tabTo(page, 'open-results');
    await page.keyboard.press('Enter');
    await page.locator('.folders button').first().waitFor();
    await until(async () => { await page.keyboard.press('Tab'); return await page.evaluate(() => document.activeElement.matches('.folders button')); }, 'no folder can be reached');
    await page.keyboard.press('Enter');
    await page.locator('#filter-0').waitFor();
  });
}

// Once round the page: whatever can be clicked has had the focus.
async function reachAll(page) {
  const missed = () => page.evaluate(() => [...document.querySelectorAll('button, input, select, summary, a[href], [tabindex="0"]')]
    .filter(e => e.checkVisibility() && !e.disabled && e.dataset.reached !== '1').map(e => e.id || e.getAttribute('aria-label') || e.textContent.slice(0, 30)));
  for (let k = (await missed()).length + 10; k > 0; k--) {
    await page.keyboard.press('Tab');
    await page.evaluate(() => { document.activeElement.dataset.reached = '1'; });
  }
  const left = await missed();
  isTrue(left.length === 0, `${left.length} cannot be reached: ${left.slice(0, 5)}`);
}

const tabTo = (page, id) => until(async () => {
  if ((await page.evaluate(() => document.activeElement.id)) === id) return true;
  await page.keyboard.press('Tab');
  return (await page.evaluate(() => document.activeElement.id)) === id;
}, `${id} cannot be reached`);
