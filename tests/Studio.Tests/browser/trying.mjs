import { readFileSync } from 'node:fs';
import { isTrue, tickOf, until } from './harness.mjs';

export async function trying(checks) {
  const status = page => page.locator('#trial [role=status]').textContent();

  await checks.check('200 runs grow, give a verdict, and their folder opens, filters and plays', async () => {
    const page = await checks.open('#from=mobile-learning&policy=hoarding&B.policy=distributed&seed=3&speed=30');
    isTrue(await page.locator('#replicates').inputValue() === '200', 'it does not offer 200');
    await page.locator('#try').click();
    await page.locator('.trial-figures .chart').first().waitFor();
    await until(async () => (await status(page)).startsWith('400 of 400 runs done'), 'the runs do not end');
    await page.locator('.verdict:has-text("replicate by replicate")').waitFor();
    isTrue((await page.locator('.trial-figures .chart').count()) === 3, 'states of both worlds and survival are not all drawn');
    await page.locator('.verdict button').click();
    await page.locator('.folders button').first().click();
    await page.locator('#filter-0').selectOption('distributed');
    await page.locator('.filters:has-text("1 of 2 design points")').waitFor();
    isTrue((await page.locator('dialog[open] .trial-figures .chart').count()) === 3, 'the folder has no figures');
    await page.locator('tr:not([hidden]) td button').click();
    await page.locator('#runs-of-point button').first().click();
    await until(async () => page.url().includes('run:') && (await tickOf(page)) > 1, 'the run does not play');
    isTrue(await page.locator('[id="p-policy"]').inputValue() === 'distributed', 'another run plays');
  });

  await checks.check('a sweep that is stopped keeps what is done', async () => {
    const page = await checks.open('#from=mobile-learning&policy=hoarding&seed=4&speed=30');
    await page.locator('#replicates').fill('10000');
    await page.locator('#try').click();
    await page.locator('.trial-figures .chart').first().waitFor();
    await page.locator('#stop-trial').click();
    await until(async () => (await status(page)).includes('it was stopped, and these are kept'), 'it does not stop');
    await page.locator('.verdict p').first().waitFor();
  });

  await checks.check('every plot is saved as PNG, SVG and CSV', async () => {
    const page = await checks.open('#from=mobile-learning&policy=hoarding&B.policy=distributed&seed=5&tick=20&speed=30');
    await page.locator('.network-canvas').first().focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.locator('.seat-plots canvas').nth(1).waitFor();
    await page.locator('.river .u-wrap').nth(1).waitFor();
    const menus = await page.locator('.save-menu').all();
    isTrue(menus.length === 10, `${menus.length} plots can be saved`);
    for (const menu of menus) {
      for (const [kind, begins] of [['PNG', '\x89PNG'], ['SVG', '<svg'], ['CSV', '']]) {
        await menu.locator('summary').click();
        const [download] = await Promise.all([page.waitForEvent('download'), menu.locator('button', { hasText: kind }).click()]);
        const text = readFileSync(await download.path(), 'latin1');
        isTrue(text.length > 150 && text.startsWith(begins), `${download.suggestedFilename()} is no ${kind}`);
        isTrue(kind !== 'CSV' || text.split('\n').length > 15, `${download.suggestedFilename()} has too few rows`);
      }
    }
  });
}
