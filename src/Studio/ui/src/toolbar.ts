import { byId, h, notice, saveAs } from './dom';
import type { PresetDialog } from './presets';
import { server } from './server';
import type { Studio } from './studio';

/** The bar at the top: time, seed, and what can be done with the state of the page. */
export class Toolbar {
  onTheme: () => void = () => undefined;
  onResults: () => void = () => undefined;
  onTour: () => void = () => undefined;
  private readonly play = byId<HTMLButtonElement>('play');
  private readonly speed = byId<HTMLSelectElement>('speed');
  private readonly seed = byId<HTMLInputElement>('seed');
  private readonly saveDialog = h('dialog', { 'aria-labelledby': 'save-title' });

  constructor(private readonly studio: Studio, presets: PresetDialog) {
    document.body.append(this.saveDialog);
    this.on('play', () => void studio.play(!studio.isPlaying));
    this.on('step', () => void studio.seek(studio.tick + 1));
    this.on('back', () => void studio.seek(studio.tick - 1));
    this.on('rewind', () => void studio.seek(0));
    this.on('dice', () => void this.setSeed(String(Math.floor(Math.random() * 1e6))));
    this.on('twin', () => void this.toggleTwin());
    this.on('link', () => void this.copyLink());
    this.on('save', () => void this.save());
    this.on('open-presets', () => presets.show());
    this.on('open-results', () => this.onResults());
    this.on('tour', () => this.onTour());
    this.on('theme', () => this.setTheme(document.documentElement.dataset.theme !== 'dark'));
    this.speed.addEventListener('change', () => void studio.setSpeed(Number(this.speed.value)));
    this.seed.addEventListener('change', () => void this.setSeed(this.seed.value.trim()));
    document.addEventListener('keydown', e => this.key(e));
    const isDark = matchMedia('(prefers-color-scheme: dark)');
    isDark.addEventListener('change', () => this.setTheme(isDark.matches));
    this.setTheme(isDark.matches);
  }

  changed(): void {
    const { studio } = this;
    const label = studio.isPlaying ? 'Pause' : 'Play';
    if (this.play.getAttribute('aria-label') !== label) {
      this.play.setAttribute('aria-label', label);
      this.play.textContent = studio.isPlaying ? '❚❚' : '▶';
    }
    const speed = String(studio.speed);
    if (this.speed.value !== speed && document.activeElement !== this.speed) {
      if (![...this.speed.options].some(o => o.value === speed)) this.speed.add(new Option(`${speed} ticks/s`, speed));
      this.speed.value = speed;
    }
    if (document.activeElement !== this.seed) this.seed.value = studio.draft.seed ?? '';
    byId('twin').setAttribute('aria-pressed', String(studio.isTwin));
  }

  private on(id: string, act: () => void): void {
    byId(id).addEventListener('click', act);
  }

  private async setSeed(seed: string): Promise<void> {
    await this.studio.change(draft => { draft.seed = seed; draft.replicate = 0; });
    this.seed.value = this.studio.draft.seed ?? '';
  }

  private async toggleTwin(): Promise<void> {
    await this.studio.change(draft => {
      if (draft.b) delete draft.b;
      else draft.b = { policy: this.studio.worlds[0].info.policy === 'distributed' ? 'hoarding' : 'distributed' };
    });
    if (this.studio.isTwin) notice('World B has the same people and fates. Mark parameters with A≠B to let them differ.');
  }

  private async copyLink(): Promise<void> {
    history.replaceState(null, '', this.studio.address());
    try {
      await navigator.clipboard.writeText(location.href);
      notice('The link is in the clipboard: it opens exactly this state.');
    } catch {
      notice('The address of this page is the link: it opens exactly this state.');
    }
  }

  private async save(): Promise<void> {
    const response = await server.experiment(this.studio.view.id);
    const name = /filename="?([^";]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'experiment.yaml';
    const blob = await response.blob();
    const isText = name.endsWith('.yaml');
    const commands = [...(isText ? [] : [`unzip ${name}`]), ...this.studio.view.files.map(f => `leadersim run ${f}.yaml`)].join('\n');
    const digests = this.studio.worlds.filter(w => w.end?.digest).map(w => `${w.info.name ? `${w.info.name}: ` : ''}${w.end!.digest}`);
    this.saveDialog.replaceChildren(
      h('header', {}, h('h2', { id: 'save-title' }, 'Save this experiment'), h('button', { type: 'button', 'aria-label': 'Close', onclick: () => this.saveDialog.close() }, '✕')),
      h('p', {}, 'Scenario, changes, departures and seed in a file. This command gives the same runs, bit for bit:'),
      h('pre', { id: 'command', tabindex: 0 }, commands),
      digests.length > 0 ? h('p', { class: 'quiet' }, `The column stateDigest of runs.csv will hold ${digests.join(' and ')}.`) : h('p', { class: 'quiet' }, 'Play to the end to see the digest of the final state that the column stateDigest of runs.csv will hold.'),
      ...(isText ? [h('pre', { class: 'file', tabindex: 0 }, await blob.text())] : []),
      h('div', { class: 'buttons' }, h('button', { type: 'button', class: 'primary', onclick: () => saveAs(name, blob) }, `Download ${name}`)));
    this.saveDialog.showModal();
  }

  private setTheme(isDark: boolean): void {
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
    this.onTheme();
  }

  private key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName) || document.querySelector('dialog[open]')) return;
    const { studio } = this;
    if (event.key === ' ' && !/^(BUTTON|SUMMARY|A)$/.test(target.tagName)) void studio.play(!studio.isPlaying);
    else if (event.key === '.') void studio.seek(studio.tick + 1);
    else if (event.key === ',') void studio.seek(studio.tick - 1);
    else if (event.key === 'Home') void studio.seek(0);
    else return;
    event.preventDefault();
  }
}
