// What all checks share: the program, a browser, pages, and conditions that are waited for.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const root = resolve(import.meta.dirname, '../../..');
export const built = name => join(root, `src/${name}/bin/Release/net10.0/LeadershipSim.${name}.dll`);
export const work = mkdtempSync(join(tmpdir(), 'studio-browser-'));

// Patience costs nothing where things go well.
const patience = 90_000;
const quiet = ['--headless', '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const withoutCard = ['--disable-gpu'];
export const withWebGl = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

const bin = join(work, 'bin');
mkdirSync(bin);
writeFileSync(join(bin, 'leadersim-studio'), `#!/bin/sh\nexec dotnet '${built('Studio')}' "$@"\n`, { mode: 0o755 });

/** The studio as `leadersim studio` starts it; the first line that it writes is the address. */
export const serve = (...args) => started([built('Runner'), 'studio', ...args]);

/** The studio by its own name, which has more options. */
export const serveItself = (...args) => started([built('Studio'), ...args]);

async function started(args) {
  const env = { ...process.env, PATH: bin + delimiter + process.env.PATH };
  const program = spawn('dotnet', [...args, '--port', '0', '--no-browser'], { cwd: work, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise((done, fail) => {
    program.stdout.once('data', text => done(String(text).split('\n')[0]));
    program.once('exit', code => fail(new Error(`leadersim studio ended with ${code}`)));
  });
  return { address, pid: program.pid, end: () => new Promise(done => { program.once('exit', done); program.kill('SIGTERM'); }) };
}

export const launch = (args = withoutCard) => chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...quiet, ...args] });

/** The checks: each has pages of its own, says a line, and is counted. */
export class Checks {
  passed = 0;
  failed = 0;
  skipped = 0;
  problems = [];
  #contexts = [];

  constructor(browser, address, wanted) {
    [this.browser, this.address, this.wanted] = [browser, address, wanted];
  }

  async check(name, act) {
    if (this.wanted && !name.includes(this.wanted)) return;
    const began = Date.now();
    try {
      const reason = await act();
      if (reason) {
        this.skipped++;
        console.log(`skipped: ${name}: ${reason}`);
      } else {
        this.passed++;
        console.log(`passed: ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
      }
    } catch (error) {
      this.failed++;
      console.log(`FAILED: ${name}: ${error.message.split('\n').slice(0, 4).join(' | ')}`);
    }
    await Promise.all(this.#contexts.splice(0).map(c => c.close()));
  }

  /** A page that shows a state, with the address of its stream; every error on its console is a problem. */
  async open(hash = '', { address = this.address, browser = this.browser, expects = /^$/, ...options } = {}) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    this.#contexts.push(context);
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    page.on('console', m => { if (m.type() === 'error' && !expects.test(m.text())) this.problems.push(m.text()); });
    page.on('pageerror', e => this.problems.push(e.message));
    page.on('request', r => { if (r.url().endsWith('/stream')) page.stream = r.url(); });
    await page.goto(address + hash);
    await page.locator('.reading:has-text("tick")').waitFor();
    return page;
  }
}

export const isTrue = (value, text) => { if (!value) throw new Error(text); };

export async function until(holds, text) {
  for (const began = Date.now(); Date.now() - began < patience; await new Promise(done => setTimeout(done, 50))) {
    if (await holds()) return;
  }
  throw new Error(text);
}

export const tickOf = async page => Number(/tick (\d+)/.exec(await page.locator('.reading').textContent())[1]);
export const atTick = (page, tick) => until(async () => (await tickOf(page)) === tick, `tick ${tick} is not shown`);
export const isPlaying = async page => (await page.locator('#play').getAttribute('aria-label')) === 'Pause';
export const atEnd = page => page.locator('.reading:has-text("the end")').waitFor();
export const field = (page, path, world = '') => page.locator(`[id="p${world}-${path}"]`);
export const enter = async (page, path, value, world = '') => {
  await field(page, path, world).fill(value);
  await field(page, path, world).press('Enter');
};
export const clean = () => rmSync(work, { recursive: true, force: true });
