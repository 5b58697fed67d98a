import { h, short } from './dom';
import type { FolderView, RunEntry, Share } from './model';
import { Refusal, server } from './server';
import type { Studio } from './studio';
import { occupation, survival } from './trial';

/** Results folders: their design points, and their runs, which play when they are clicked. */
export class ResultsDialog {
  private readonly dialog = h('dialog', { class: 'wide', 'aria-labelledby': 'results-title' });
  private readonly body = h('div', {});

  constructor(private readonly studio: Studio) {
    this.dialog.append(h('header', {}, h('h2', { id: 'results-title' }, 'Results'), h('button', { type: 'button', 'aria-label': 'Close', onclick: () => this.dialog.close() }, '✕')), this.body);
    document.body.append(this.dialog);
  }

  async show(): Promise<void> {
    if (!this.dialog.open) this.dialog.showModal();
    const entries = await server.results();
    this.body.replaceChildren(
      h('p', { class: 'quiet' }, 'The results folders below the one this page was started with, and those of your trials.'),
      entries.length === 0 ? h('p', {}, 'There are none yet. Try some runs, or start the page with a folder: leadersim-studio results') : h('ul', { class: 'folders' }, ...entries.map(e => h('li', {},
        h('button', { type: 'button', onclick: () => void this.open(e.key) }, h('b', {}, e.name), ` ${e.path}, ${e.runs} runs${e.isComplete ? '' : ', not complete: opens with the replicates that all design points have'}`)))));
  }

  private async open(key: string): Promise<void> {
    let view: FolderView;
    try {
      view = await server.folder(key);
    } catch (error) {
      this.body.append(h('p', { class: 'error', role: 'alert' }, error instanceof Refusal ? error.message : String(error)));
      return;
    }
    const figures = h('div', { class: 'trial-figures' });
    const runs = h('div', { id: 'runs-of-point' });
    const rows = h('tbody', {}, ...view.points.map(p => h('tr', {},
      ...view.factors.map(f => h('td', {}, p.values[f] ?? '')), h('td', {}, String(p.runs)), h('td', {}, share(p.aliveAtEnd)), h('td', {}, String(p.exits)), h('td', {}, share(p.outlives)),
      h('td', {}, h('button', { type: 'button', class: 'small', onclick: () => void this.runs(runs, view, p.index) }, 'runs')))));
    const filters = filtersOf(view, rows);
    this.body.replaceChildren(
      h('p', {}, h('button', { type: 'button', class: 'small', onclick: () => void this.show() }, '← all folders'), ' ', h('b', {}, view.name)), h('p', { class: 'quiet' }, view.question), view.note === '' ? '' : h('p', { role: 'note' }, view.note), filters,
      h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Design points' }, h('table', {}, h('thead', {}, h('tr', {}, ...[...view.factors, 'runs', 'alive at the end [95 %]', 'exits', 'alive a year after the exit [95 %]', ''].map(t => h('th', { scope: 'col' }, t)))), rows)),
      runs,
      h('h3', {}, 'Runs unlike the others'), h('p', { class: 'quiet' }, 'Worth a look, not evidence: among many runs some are always unlike the others.'),
      view.surprising.length === 0 ? h('p', {}, 'There are none.') : this.list(view.key, view.surprising, run => nameOf(view, run.point)), h('h3', {}, 'Where programs are'), figures);
    for (const arm of view.arms) occupation(figures, arm);
    if (view.arms.some(a => a.exits > 0)) survival(figures, view.arms);
  }

  private async runs(box: HTMLElement, view: FolderView, point: number): Promise<void> {
    const runs = await server.runs(view.key, point);
    box.replaceChildren(h('h3', {}, `Runs of ${nameOf(view, point) || 'all'}`), this.list(view.key, runs.slice(0, 200)));
  }

  private list(key: string, runs: RunEntry[], where: (run: RunEntry) => string = () => ''): HTMLElement {
    return h('ul', { class: 'runs' }, ...runs.map(run => h('li', {}, h('button', { type: 'button', onclick: () => this.play(key, run) },
      `▶ ${where(run) ? `${where(run)}, ` : ''}replicate ${run.replicate}: ${run.cause} at tick ${run.endTick}${run.exitTick !== undefined ? `, leadership left at ${run.exitTick}` : ''}${run.why ? `; ${run.why}` : ''}`))));
  }

  private play(key: string, run: RunEntry): void {
    this.dialog.close();
    void this.studio.open({ origin: `run:${key}/${run.runId}`, set: {}, removals: [] }, { tick: 0, play: true, speed: this.studio.speed });
  }
}

function nameOf(view: FolderView, point: number): string {
  return view.factors.map(f => `${f} = ${view.points.find(p => p.index === point)!.values[f]}`).join(', ');
}

// One choice a factor: what is left has all the values chosen.
function filtersOf(view: FolderView, rows: HTMLTableSectionElement): HTMLElement {
  const chosen = new Map<string, string>();
  const count = h('span', { class: 'quiet', role: 'status' });
  const apply = (): void => {
    view.points.forEach((point, k) => { rows.rows[k].hidden = [...chosen].some(([factor, value]) => value !== '' && point.values[factor] !== value); });
    const left = [...rows.rows].filter(r => !r.hidden).length;
    count.textContent = `${left} of ${view.points.length} design points`;
  };
  const choices = view.factors.map((factor, k) => {
    const values = [...new Set(view.points.map(p => p.values[factor]))];
    const select = h('select', { id: `filter-${k}`, onchange: () => { chosen.set(factor, select.value); apply(); } }, h('option', { value: '' }, 'all'), ...values.map(v => h('option', { value: v }, v)));
    return h('label', { class: 'filter', for: `filter-${k}` }, factor, select);
  });
  apply();
  return h('div', { class: 'filters' }, ...choices, count);
}

function share(value: Share): string {
  return value.estimate === undefined ? '–' : `${short(value.estimate)} [${short(value.lower!)}, ${short(value.upper!)}], n = ${value.n}`;
}
