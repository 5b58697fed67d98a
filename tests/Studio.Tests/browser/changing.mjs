import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { atEnd, atTick, built, enter, field, isTrue, serve, tickOf, until, work } from './harness.mjs';

export async function changing(checks) {
  await checks.check('a parameter changes from the next tick on, and the change can be undone', async () => {
    const page = await checks.open('#from=standard&seed=5&tick=40&speed=30');
    await atTick(page, 40);
    await enter(page, 'channels.remote', '0.2');
    await page.locator('.parameter.changed[data-path="channels.remote"] .later:has-text("from tick 41 on: 0.2")').waitFor();
    await until(() => page.url().includes('at41:channels.remote=0.2'), 'the address does not hold the change');
    await page.locator('#step').click();
    await page.locator('#events .change:has-text("channels.remote 0.2")').waitFor();
    await page.locator('[aria-label="Undo the change of Remote at tick 41"]').click();
    await until(async () => (await page.locator('#events .change').count()) === 0 && !page.url().includes('at41'), 'the change is not undone');
    await atTick(page, 41);
  });

  await checks.check('a parameter changes from the founding on or at restart, and errors stand beside it', async () => {
    const page = await checks.open('#from=standard&seed=5&viability.rule=none&tick=40&speed=30', { expects: /status of 422/ });
    await atTick(page, 40);
    await page.locator('#holds').selectOption('founding');
    await enter(page, 'channels.remote', '0.2');
    await until(() => page.url().includes('&channels.remote=0.2'), 'the address does not hold the parameter');
    await atTick(page, 40);
    await enter(page, 'channels.remote', '1.7');
    await page.locator('.error:has-text("allowed is a number from 0 to 1")').waitFor();
    isTrue(await field(page, 'channels.remote').getAttribute('aria-invalid') === 'true', 'the field is not marked');
    await page.locator('.group:has-text("Organization") > summary').first().click();
    await enter(page, 'organization.seats', '24');
    await until(() => page.url().includes('organization.seats=24'), 'the address does not hold the parameter');
    await atTick(page, 0);
  });

  await checks.check('twins live in step and differ in what is marked; a leader leaves both', async () => {
    const page = await checks.open('#from=standard&seed=5&policy=hoarding&viability.rule=none&tick=20&speed=30');
    await atTick(page, 20);
    await page.locator('#twin').click();
    await until(async () => (await page.locator('.network').count()) === 2, 'there are no twins');
    await page.locator('.chart[aria-label="What differs: B minus A"]').waitFor();
    await atTick(page, 20);
    await page.locator('#holds').selectOption('founding');
    await page.locator('[data-path="channels.remote"] .differ').click();
    await enter(page, 'channels.remote', '0.1', 'B');
    await until(() => page.url().includes('B.channels.remote=0.1'), 'B does not differ');
    await page.locator('.network-canvas').first().focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.locator('#leave').click();
    await until(async () => (await page.locator('#events .shock').count()) === 2, 'the removal did not happen in both worlds');
    await until(() => page.url().includes('leaves=0@21'), 'the address does not hold the removal');
    isTrue((await page.locator('.seat-plots canvas').count()) === 2, 'the card shows no history of both worlds');
  });

  await checks.check('the saved file gives the digests of the page on the command line; its folder opens', async () => {
    const page = await checks.open('#from=mobile-learning&policy=hoarding&B.policy=distributed&channels.remote=0.7&at12:demand.decisionsPerSeat=0.5&leaves=2@9&seed=7&speed=0');
    await page.locator('#play').click();
    await atEnd(page);
    await page.locator('#save').click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('dialog[open] button.primary').click()]);
    const file = join(work, download.suggestedFilename());
    await download.saveAs(file);
    isTrue((await page.locator('#command').textContent()) === `leadersim run ${download.suggestedFilename()}`, 'the command is another');
    const said = (await page.locator('dialog[open] p.quiet').first().textContent()).match(/[0-9a-f]{16}/g);
    const ran = spawnSync('dotnet', [built('Runner'), 'run', file, '--output', join(work, 'ran'), '--quiet'], { encoding: 'utf8' });
    isTrue(ran.status === 0, ran.stderr);
    const [name] = readdirSync(join(work, 'ran'));
    const folder = join(work, 'ran', name, readdirSync(join(work, 'ran', name))[0]);
    const [header, ...rows] = readFileSync(join(folder, 'runs.csv'), 'utf8').trim().split(/\r?\n/).map(fields);
    const found = rows.map(row => row[header.indexOf('stateDigest')]);
    isTrue(said.length === 2 && said.join() === found.join(), `the page says ${said}, the command line ${found}`);

    const other = await serve(join(work, 'ran'));
    try {
      const opened = await checks.open('', { address: other.address });
      await opened.locator('#open-results').click();
      await opened.locator('.folders button').first().click();
      await opened.locator('td button').last().click();
      await opened.locator('#runs-of-point button').first().click();
      await until(async () => opened.url().includes('run:') && (await tickOf(opened)) > 1, 'the run does not play');
      await opened.context().close();
    } finally {
      await other.end();
    }
  });
}

const fields = line => line.match(/("[^"]*"|[^,]*)(?:,|$)/g).map(f => f.replace(/,$/, ''));
