import uPlot from 'uplot';
import { axis, sized, stack } from './charts';
import { byId, colour, h, words } from './dom';
import { plotMenu } from './export';
import type { ArmView, TrialView } from './model';
import { Refusal, server } from './server';
import type { Studio } from './studio';

const states: [keyof Pick<ArmView, 'founderLed' | 'outliving' | 'needEnded' | 'failed'>, string, string][] = [
  ['founderLed', 'led by founders', 's-led'], ['outliving', 'outliving them', 's-outliving'], ['needEnded', 'no longer needed', 's-needended'], ['failed', 'failed', 's-failed'],
];

/** One run is not proof: many runs of the same worlds, with figures that grow. */
export class TrialPanel {
  onResults: () => void = () => undefined;
  private readonly count = h('input', { type: 'number', id: 'replicates', min: 2, max: 10000, value: 200 });
  private readonly start = h('button', { type: 'button', class: 'primary', id: 'try', onclick: () => void this.begin() }, 'Try them');
  private readonly stop = h('button', { type: 'button', id: 'stop-trial', hidden: true, onclick: () => void server.stopTrial(this.studio.view.id) }, 'Stop');
  private readonly progress = h('progress', { max: 1, value: 0, 'aria-label': 'Runs done', hidden: true });
  private readonly status = h('p', { class: 'quiet', role: 'status' }, 'One run is one of many that could have been. Try two hundred with other people and other fates, and see what holds.');
  private readonly figures = h('div', { class: 'trial-figures' });
  private readonly verdict = h('div', { class: 'verdict', 'aria-live': 'polite' });
  private plots: uPlot[] = [];
  private view?: TrialView;

  constructor(private readonly studio: Studio) {
    byId('trial').append(h('header', {}, h('h2', {}, 'Many runs'), h('span', { class: 'fields' }, h('label', { for: 'replicates' }, 'Try'), this.count, 'of these', this.start, this.stop)), this.status, this.progress, this.verdict, this.figures);
  }

  show(view: TrialView): void {
    this.view = view;
    this.stop.hidden = !view.isRunning;
    this.start.disabled = view.isRunning;
    this.progress.hidden = false;
    this.progress.max = view.total;
    this.progress.value = view.done;
    this.status.textContent = view.failure ?? `${view.done} of ${view.total} runs ${view.isRunning ? 'so far' : view.done < view.total ? 'done; it was stopped, and these are kept' : 'done'}, in ${view.folders.join(' and ')}`;
    this.verdict.replaceChildren(...view.verdict.map(v => h('p', {}, v)), ...view.cautions.map(c => h('p', { class: 'caution' }, c)),
      ...(view.isRunning || view.done < view.total ? [] : [h('button', { type: 'button', class: 'small', onclick: () => this.onResults() }, 'Open the results')]));
    this.draw(view);
  }

  redraw(): void {
    if (this.view) this.draw(this.view);
  }

  private async begin(): Promise<void> {
    try {
      await server.trial(this.studio.view.id, Number(this.count.value));
      this.count.removeAttribute('aria-invalid');
    } catch (error) {
      this.status.textContent = error instanceof Refusal ? error.message : String(error);
      this.count.setAttribute('aria-invalid', 'true');
    }
  }

  private draw(view: TrialView): void {
    this.plots.forEach(p => p.destroy());
    this.figures.replaceChildren();
    this.plots = view.arms.map(arm => occupation(this.figures, arm));
    if (view.arms.some(a => a.exits > 0)) this.plots.push(survival(this.figures, view.arms));
  }
}

/** Where programs are, tick by tick. */
export function occupation(box: HTMLElement, arm: ArmView): uPlot {
  const layers = states.map(([key, label, ink]) => ({ values: arm[key], label, ink: colour(ink) })).filter(l => l.values.some(v => v > 0));
  const title = `${words(arm.name)}, n = ${arm.runs}`;
  const part = figure(box, title, layers.map(l => [l.label, l.ink]), () => ({ x: arm.ticks, isStacked: true, lines: layers.map(l => ({ label: l.label, colour: l.ink, values: l.values, isDashed: false, isRight: false })) }));
  return sized(new uPlot({
    width: Math.max(100, part.clientWidth), height: 150, legend: { show: false }, cursor: { show: false }, scales: { x: { time: false }, y: { range: [0, 1] } }, axes: [axis('x'), axis('y')],
    series: [{}, ...layers.map(l => ({ label: l.label, fill: l.ink, stroke: colour('surface'), width: 0.7, points: { show: false } })).reverse()],
  }, [arm.ticks, ...stack(layers.map(l => l.values)).reverse()], part), part);
}

/** Who is alive after the founders have left, with bands. */
export function survival(box: HTMLElement, arms: ArmView[]): uPlot {
  const times = [...new Set(arms.flatMap(a => a.survival.map(s => s.time)))].sort((a, b) => a - b);
  const at = (arm: ArmView, pick: 'survival' | 'lower' | 'upper'): number[] => times.map(t => arm.survival.findLast(s => s.time <= t)![pick]);
  const inks = arms.length > 2 ? arms.map((_, k) => colour(`band-${k % 9}`)) : ['world-a', 'world-b'].map(colour);
  const part = figure(box, 'Alive after the founders have left', arms.map((a, k) => [`${words(a.name)}, ${a.exits} exits`, inks[k % inks.length]]), () => ({
    x: times, xLabel: 'ticks since the exit', lines: arms.map((a, k) => ({ label: a.name, colour: inks[k % inks.length], values: at(a, 'survival'), isDashed: false, isRight: false })),
  }));
  const stepped = uPlot.paths.stepped!({ align: 1 });
  return sized(new uPlot({
    width: Math.max(100, part.clientWidth), height: 150, legend: { show: false }, cursor: { show: false }, scales: { x: { time: false }, y: { range: [0, 1] } }, axes: [axis('x'), axis('y')],
    series: [{}, ...arms.flatMap((_, k) => [
      { stroke: inks[k % inks.length], width: 1.8, paths: stepped, points: { show: false } }, { stroke: inks[k % inks.length], width: 0.6, paths: stepped, points: { show: false }, alpha: 0.6 }, { stroke: inks[k % inks.length], width: 0.6, paths: stepped, points: { show: false }, alpha: 0.6 },
    ])],
    bands: arms.length > 2 ? [] : arms.map((_, k) => ({ series: [3 * k + 3, 3 * k + 2] as [number, number], fill: colour(k % 2 === 0 ? 'band-a' : 'band-b') })),
  }, [times, ...arms.flatMap(a => [at(a, 'survival'), at(a, 'lower'), at(a, 'upper')])], part), part);
}

function figure(box: HTMLElement, title: string, legend: string[][], plotted: Parameters<typeof plotMenu>[1]): HTMLElement {
  const part = h('div', { class: 'plot' });
  box.append(h('section', { class: 'chart', 'aria-label': title }, h('header', {}, h('h3', {}, title), plotMenu(title, plotted)), h('div', { class: 'legend' }, ...legend.map(([label, ink]) => {
    const swatch = h('span', { class: 'swatch' });
    swatch.style.background = ink;
    return h('span', {}, swatch, label);
  })), part));
  return part;
}
