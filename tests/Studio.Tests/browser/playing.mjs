import { atEnd, atTick, field, isPlaying, isTrue, tickOf, until } from './harness.mjs';

export async function playing(checks) {
  await checks.check('the first scenario plays at once, pauses and steps', async () => {
    const page = await checks.open();
    await until(async () => (await tickOf(page)) > 3, 'no tick went by');
    await page.locator('#play').click();
    await until(async () => !(await isPlaying(page)), 'it does not pause');
    const tick = await tickOf(page);
    await page.locator('#step').click();
    await atTick(page, tick + 1);
  });

  await checks.check('the past can be scrubbed; a reload and a link open it again', async () => {
    const page = await checks.open('#from=standard&seed=5&policy=hoarding&tick=80&speed=100');
    await atTick(page, 80);
    await page.locator('#tick').fill('33');
    await atTick(page, 33);
    await until(() => page.url().includes('tick=33'), 'the address does not follow');
    await page.reload();
    await page.locator('.reading:has-text("tick")').waitFor();
    await atTick(page, 33);
    await until(() => page.url().includes('tick=33'), 'the address does not follow after a reload');
    const again = await checks.open(page.url().slice(page.url().indexOf('#')));
    await atTick(again, 33);
    isTrue(await field(again, 'policy').inputValue() === 'hoarding', 'the link opens another policy');
    isTrue(await again.locator('#seed').inputValue() === '5', 'the link opens another seed');
  });

  await checks.check('as fast as can be is faster than what is drawn, and ends', async () => {
    const page = await checks.open('#from=standard&seed=5&viability.rule=none&speed=0');
    await page.evaluate(() => performance.clearMarks());
    await page.locator('#play').click();
    await atEnd(page);
    const drawn = await page.evaluate(() => performance.getEntriesByName('network-drawn').length);
    isTrue(drawn < (await tickOf(page)), `${drawn} drawings of ${await tickOf(page)} ticks`);
  });

  await checks.check('another seed gives another run, the same seed the same', async () => {
    const page = await checks.open('#from=standard&seed=5&tick=60&speed=30');
    const events = () => page.locator('#events li').allTextContents();
    await until(async () => (await events()).length > 2, 'nothing happens');
    const first = await events();
    await page.locator('#seed').fill('6');
    await page.locator('#seed').press('Enter');
    await until(async () => (await tickOf(page)) === 60 && (await events()).join() !== first.join(), 'the other seed gives the same run');
    await page.locator('#seed').fill('5');
    await page.locator('#seed').press('Enter');
    await until(async () => (await events()).join() === first.join(), 'the same seed gives another run');
  });

  await checks.check('all of it works with the keyboard alone', async () => {
    const page = await checks.open('#from=standard&seed=5&policy=hoarding&tick=20&speed=30');
    await atTick(page, 20);
    await page.keyboard.press('.');
    await atTick(page, 21);
    await page.keyboard.press(',');
    await atTick(page, 20);
    await page.keyboard.press(' ');
    await until(async () => (await tickOf(page)) > 22, 'space does not play');
    await page.keyboard.press(' ');
    await until(async () => !(await isPlaying(page)), 'space does not pause');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const focused = () => page.evaluate(() => document.activeElement.className + document.activeElement.id);
    await until(async () => { await page.keyboard.press('Tab'); return (await focused()).includes('network-canvas'); }, 'the network cannot be reached');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    isTrue((await page.locator('#announcer').textContent()).startsWith('Seat 1'), 'no seat is said');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.locator('.seat-card').waitFor();
    await until(async () => { await page.keyboard.press('Tab'); return (await focused()).includes('leave'); }, 'the button cannot be reached');
    await page.keyboard.press('Enter');
    await page.locator('#events .shock').waitFor();
    await until(async () => { await page.keyboard.press('Shift+Tab'); return (await focused()).includes('open-presets'); }, 'the scenarios cannot be reached');
    await page.keyboard.press('Enter');
    await page.locator('dialog[open] .card').first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until(() => page.url().includes('from=mobile-learning'), 'the scenario does not open');
  });

  await checks.check('the tour goes through eight places and gives the focus back', async () => {
    const page = await checks.open('#from=mobile-learning&policy=hoarding&B.policy=distributed&tick=5&speed=8');
    await page.locator('#tour').click();
    for (let step = 1; step <= 8; step++) {
      await page.locator(`.tour:has-text("${step} of 8")`).waitFor();
      isTrue(await page.locator('.toured').count() === 1, `step ${step} shows no place`);
      await page.keyboard.press('Enter');
    }
    await until(async () => (await page.evaluate(() => document.activeElement.id)) === 'tour', 'the focus is lost');
  });
}
