// Drives the page in a real browser.     node studio.mjs [WORDS]     WORDS: only checks that have them in their names
// Every check prints a line; the closing line counts them.
import { changing } from './changing.mjs';
import { frames } from './frames.mjs';
import { handing } from './handing.mjs';
import { Checks, clean, isTrue, launch, serve } from './harness.mjs';
import { keyboard } from './keyboard.mjs';
import { looks } from './looks.mjs';
import { playing } from './playing.mjs';
import { reaching } from './reaching.mjs';
import { starting } from './starting.mjs';
import { trying } from './trying.mjs';

const studio = await serve();
const browser = await launch();
const checks = new Checks(browser, studio.address, process.argv[2]);
for (const part of [starting, playing, keyboard, changing, trying, handing, looks, reaching, frames]) await part(checks);
await checks.check('no error on the console', async () => isTrue(checks.problems.length === 0, checks.problems.join(' ; ')));
await browser.close();
await studio.end();
clean();
console.log(`${checks.passed} passed, ${checks.failed} failed, ${checks.skipped} skipped`);
process.exit(checks.failed === 0 ? 0 : 1);
