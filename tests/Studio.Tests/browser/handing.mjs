import { atTick, isTrue } from './harness.mjs';

export async function handing(checks) {
  await checks.check('hand-overs are arrows, drawn for a second', async () => {
    const page = await checks.open('#from=standard&seed=5&policy=distributed&tick=9&speed=30');
    await atTick(page, 9);
    // What was lived on the way to here fades.
    await page.waitForTimeout(1500);
    const shown = page.evaluate(watchUntilNothingChanges);
    await page.locator('#step').click();
    const { lasted, most } = await shown;
    isTrue(most > 300, `arrows cover ${most} pixels`);
    isTrue(lasted > 700 && lasted < 1700, `arrows are drawn for ${lasted.toFixed(0)} ms`);
  });
}

// From the first new picture on: for how long pictures differ from the one that stays, and by how many pixels at most.
const watchUntilNothingChanges = () => new Promise(done => {
  const canvas = document.querySelector('.network-canvas canvas');
  const picture = () => new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer);
  const differ = (a, b) => a.reduce((sum, pixel, k) => sum + (pixel === b[k] ? 0 : 1), 0);
  const [first, seen] = [picture(), []];
  const watch = now => {
    const next = picture();
    if (seen.length > 0 || differ(first, next) > 0) seen.push({ now, next });
    if (seen.length > 0 && now - seen[0].now > 2500) {
      const last = seen.at(-1).next;
      const others = seen.map(s => ({ now: s.now, by: differ(s.next, last) })).filter(s => s.by > 0);
      done({ lasted: (others.at(-1)?.now ?? seen[0].now) - seen[0].now, most: Math.max(0, ...others.map(s => s.by)) });
    } else {
      setTimeout(() => requestAnimationFrame(watch), 50);
    }
  };
  requestAnimationFrame(watch);
});
