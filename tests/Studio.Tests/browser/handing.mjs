import { atTick, isTrue, until } from './harness.mjs';

export async function handing(checks) {
  await checks.check('hand-overs are arrows, drawn for a second', async () => {
    const page = await checks.open('#from=standard&seed=5&policy=distributed&tick=9&speed=30');
    await atTick(page, 9);
    // What was lived on the way to here fades; seats under much strain have a colour that is much like that of arrows.
    await page.waitForTimeout(1500);
    const before = await arrows(page);
    await page.locator('#step').click();
    await atTick(page, 10);
    const began = Date.now();
    await until(async () => (await arrows(page)) > before + 100, 'no arrow is drawn');
    await until(async () => (await arrows(page)) < before + 20, 'arrows stay');
    isTrue(Date.now() - began > 500, `arrows are gone after ${Date.now() - began} ms`);
  });
}

// Pixels of the network in the colour of arrows, before they fade.
const arrows = page => page.evaluate(() => {
  const canvas = document.querySelector('.network-canvas canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const probe = document.createElement('canvas').getContext('2d');
  probe.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--flow').trim();
  probe.fillRect(0, 0, 1, 1);
  const [r, g, b] = probe.getImageData(0, 0, 1, 1).data;
  let found = 0;
  for (let k = 0; k < data.length; k += 4) if (Math.abs(data[k] - r) + Math.abs(data[k + 1] - g) + Math.abs(data[k + 2] - b) < 60) found++;
  return found;
});
