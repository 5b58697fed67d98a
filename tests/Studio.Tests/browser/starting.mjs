import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { built, isTrue, serve, tickOf, until, work } from './harness.mjs';

const texts = {
  'value.yaml': 'name: bad\nbaseline:\n  policy: hoardng\n',
  'syntax.yaml': 'name: bad\nbaseline: {policy: [\n',
  'good.yaml': 'name: my-team\nbaseline:\n  organization: {seats: 12, sites: 2}\n  policy: {kind: hoarding}\n',
};

export async function starting(checks) {
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(work, name), text);

  await checks.check('what cannot start says why in one line, and leaves nothing behind', async () => {
    const temporary = join(work, 'temporary');
    mkdirSync(temporary);
    const taken = new URL(checks.address).port;
    for (const [args, says] of [
      [['nowhere.yaml'], 'there is no file or folder nowhere.yaml'],
      [['value.yaml'], 'value.yaml:3:11: unknown kind "hoardng" of policy'],
      [['syntax.yaml'], 'syntax.yaml:3:1: this is not YAML'],
      [['--port', '99999'], '--port is 99999; allowed is a whole number from 0 to 65535'],
      [['--port', taken], `port ${taken} of 127.0.0.1 is in use; choose another by --port N, or a free one by --port 0`],
      [['--bind', '192.0.2.1', '--port', '0'], 'cannot listen on 192.0.2.1'],
    ]) {
      const ended = spawnSync('dotnet', [built('Studio'), ...args, '--no-browser'], { cwd: work, encoding: 'utf8', env: { ...process.env, TMPDIR: temporary }, timeout: 60_000 });
      isTrue(ended.status === 2 && ended.stdout === '', `${args.join(' ')} ends with ${ended.status}: ${ended.stderr.slice(0, 300)}`);
      isTrue(ended.stderr.startsWith('error: ') && ended.stderr.includes(says) && ended.stderr.trim().split('\n').length === 1, `${args.join(' ')} says ${ended.stderr.slice(0, 300)}`);
    }
    isTrue(readdirSync(temporary).filter(f => f.startsWith('leadersim-studio')).length === 0, `it leaves ${readdirSync(temporary)}`);
  });

  await checks.check('a file of one\'s own plays at once, and can be started from again', async () => {
    const studio = await serve('good.yaml');
    try {
      const page = await checks.open('', { address: studio.address });
      await until(async () => (await tickOf(page)) > 2, 'it does not play');
      isTrue((await page.locator('#scenario-name').textContent()).includes('my-team') || (await page.locator('#scenario-name').textContent()).includes('good'), 'it is not named');
      await page.locator('#open-presets').click();
      await page.locator('dialog[open] .card:has-text("good.yaml")').waitFor();
      await page.context().close();
    } finally {
      await studio.end();
    }
  });
}
