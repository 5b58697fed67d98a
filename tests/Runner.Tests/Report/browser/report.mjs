// Opens a report in a real browser. Every check prints a line; the exit code says whether all passed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = resolve(import.meta.dirname, '../../../..');
const work = mkdtempSync(join(tmpdir(), 'report-browser-'));
const report = process.argv[2] ? resolve(process.argv[2]) : reportOf('experiments/gallery/arms.yaml');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const results = { passed: 0, failed: 0 };
const [wide, narrow] = [{ width: 1280, height: 900 }, { width: 360, height: 740 }];

function reportOf(experiment) {
  const program = join(root, 'src/Runner/bin/Release/net10.0/LeadershipSim.Runner.dll');
  const run = spawnSync('dotnet', [program, 'run', join(root, experiment), '--output', work, '--quiet'], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`the experiment does not run: ${run.stderr}`);
  return join(run.stdout.trim().split('\n').at(-1).trim(), 'report.html');
}

async function open(viewport, colorScheme = 'light') {
  const context = await browser.newContext({ viewport, colorScheme, bypassCSP: false });
  const page = await context.newPage();
  const seen = { errors: [], requests: [] };
  page.on('console', m => { if (m.type() === 'error') seen.errors.push(m.text()); });
  page.on('pageerror', e => seen.errors.push(e.message));
  page.on('request', r => { if (!r.url().startsWith('data:')) seen.requests.push(r.url()); });
  await page.goto(pathToFileURL(report).href, { waitUntil: 'load' });
  return { page, seen, close: () => context.close() };
}

async function check(name, act) {
  try {
    await act();
    results.passed++;
    console.log(`passed: ${name}`);
  } catch (error) {
    results.failed++;
    console.log(`FAILED: ${name}: ${error.message.split('\n').slice(0, 6).join(' | ')}`);
  }
}

const isTrue = (value, text) => { if (!value) throw new Error(text); };

await check('the page is one file under 3 MB that asks for nothing and reports no error', async () => {
  isTrue(statSync(report).size < 3_000_000, `it has ${statSync(report).size} bytes`);
  const { seen, close } = await open(wide);
  isTrue(seen.errors.length === 0, seen.errors.join('; '));
  isTrue(seen.requests.length === 1, `it asks for ${seen.requests.join(', ')}`);
  await close();
});

await check('its policy lets nothing in', async () => {
  const { page, seen, close } = await open(wide);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  isTrue(policy.startsWith("default-src 'none'") && !policy.includes('script-src'), policy);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    document.body.append(Object.assign(new Image(), { src: 'https://example.org/x.png' }));
  });
  await page.waitForTimeout(200);
  isTrue(!(await page.evaluate(() => window.ran)), 'a script that was put in ran');
  isTrue(seen.requests.filter(r => r.startsWith('https')).length === 0 || seen.errors.some(e => e.includes('Content Security Policy')), 'an image was asked for');
  await close();
});

for (const scheme of ['light', 'dark']) {
  for (const viewport of [wide, narrow]) {
    await check(`contrast and labels hold at ${viewport.width} pixels, ${scheme}`, async () => {
      const context = await browser.newContext({ viewport, colorScheme: scheme, bypassCSP: true });
      const page = await context.newPage();
      await page.goto(pathToFileURL(report).href);
      await page.evaluate(axe);
      const found = await page.evaluate(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] }));
      const told = found.violations.map(v => `${v.id} (${v.nodes.length}): ${v.nodes[0].target} ${v.nodes[0].failureSummary ?? ''}`);
      isTrue(told.length === 0, told.join('; '));
      await context.close();
    });
  }
}

await check('words of figures are readable on dark paper', async () => {
  const { page, close } = await open(wide, 'dark');
  const pale = await page.evaluate(() => {
    const light = colour => {
      const [r, g, b] = colour.match(/[\d.]+/g).map(c => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    // Words on coloured areas have the ink that fits the area.
    return [...document.querySelectorAll('figure svg')].filter(svg => !svg.querySelector('text[fill="#ffffff"], text[fill="#111111"]'))
      .flatMap(svg => [...svg.querySelectorAll('text')])
      .filter(text => light(getComputedStyle(text).fill) < 0.2).map(text => text.textContent);
  });
  isTrue(pale.length === 0, `dark on dark: ${pale.slice(0, 5).join(', ')}`);
  await close();
});

await check('nothing but figures and tables scrolls sideways at 360 pixels, and these scroll inside', async () => {
  const { page, close } = await open(narrow);
  isTrue(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page scrolls sideways');
  isTrue(await page.evaluate(() => [...document.querySelectorAll('.plot')].some(p => p.scrollWidth > p.clientWidth)), 'no figure scrolls inside');
  await close();
});

await check('a tap enlarges a figure, another makes it small again', async () => {
  const { page, close } = await open(narrow);
  const width = () => page.locator('#figure-1 svg').evaluate(svg => svg.getBoundingClientRect().width);
  const before = await width();
  await page.locator('#figure-1 label').click();
  isTrue(await width() > 1.5 * before, `it is ${await width()} wide, before ${before}`);
  await page.locator('#figure-1 label').click();
  isTrue(await width() === before, 'it stays large');
  await page.locator('#zoom-1').focus();
  await page.keyboard.press('Space');
  isTrue(await width() > 1.5 * before, 'the keyboard does not enlarge it');
  await close();
});

await check('figures have text, a caption, another text for who cannot see them, and files to take along', async () => {
  const { page, close } = await open(wide);
  const lacking = await page.evaluate(() => [...document.querySelectorAll('figure')].filter(f => !(
    f.querySelector('svg text') && f.querySelector('figcaption').textContent.length > 60 && f.querySelector('svg').getAttribute('aria-label')?.length > 20
    && f.querySelector('.downloads').textContent.includes('.csv'))).map(f => f.id));
  isTrue(lacking.length === 0, lacking.join(', '));
  const told = await page.evaluate(() => [...document.querySelectorAll('figure svg')].map(s => s.getAttribute('aria-label')));
  isTrue(new Set(told).size === told.length, 'two figures have the same words for who cannot see them');
  const file = page.waitForEvent('download');
  await page.locator('.downloads a', { hasText: '.csv' }).first().click();
  isTrue((await file).suggestedFilename().endsWith('.csv'), 'no CSV comes');
  await close();
});

await check('it prints on A4 without cutting figures off', async () => {
  const { page, close } = await open(wide);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 680, height: 1000 });
  isTrue(await page.evaluate(() => [...document.querySelectorAll('figure svg')].every(s => s.getBoundingClientRect().right <= innerWidth + 1)), 'a figure is wider than the page');
  isTrue(await page.evaluate(() => [...document.querySelectorAll('.zoom + label, .downloads')].every(e => getComputedStyle(e).display === 'none')), 'buttons are printed');
  const pdf = await page.pdf({ preferCSSPageSize: true });
  isTrue(pdf.length > 10_000, 'nothing is printed');
  await close();
});

await check('it reads at twice the size of letters', async () => {
  const { page, close } = await open({ width: 640, height: 450 });
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  isTrue(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page scrolls sideways');
  await close();
});

await browser.close();
rmSync(work, { recursive: true, force: true });
console.log(`${results.passed} passed, ${results.failed} failed, 0 skipped`);
process.exit(results.failed === 0 ? 0 : 1);
