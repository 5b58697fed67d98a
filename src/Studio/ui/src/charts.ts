import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { colour, h, short } from './dom';
import { plotMenu, type Plotted } from './export';
import type { River, World } from './model';

interface Line { metric: string; label: string; colour: string; scale?: 'y' | 'right' }

interface Chart { title: string; lines: Line[]; range: [number | null, number | null]; right?: [number | null, number | null]; isDifference?: boolean }

const charts: Chart[] = [
  { title: 'Vitality and need', lines: [{ metric: 'vitality', label: 'vitality', colour: 'c-vitality' }, { metric: 'needLevel', label: 'need', colour: 'c-need' }], range: [0, 1] },
  { title: 'Holders and inequality', lines: [{ metric: 'effectiveHolders', label: 'effective holders', colour: 'c-holders' }, { metric: 'authorityGini', label: 'Gini', colour: 'c-gini', scale: 'right' }], range: [0, null], right: [0, 1] },
  { title: 'Open decisions', lines: [{ metric: 'openDecisions', label: 'open decisions', colour: 'c-open' }], range: [0, null] },
];

const difference: Chart = {
  title: 'What differs: B minus A', lines: [{ metric: 'vitality', label: 'vitality', colour: 'c-vitality' }, { metric: 'authorityGini', label: 'Gini', colour: 'c-gini' }], range: [null, null], isDifference: true,
};

const fewestTicks = 60;

/** The last tick that plots show: steps, so that axes do not creep. */
export function windowOf(worlds: World[]): number {
  const horizon = Math.max(...worlds.map(w => w.info.horizonTicks));
  const last = Math.max(...worlds.map(w => w.last));
  if (worlds.every(w => w.end)) return Math.max(fewestTicks / 2, Math.ceil((last + 2) / 10) * 10);
  let end = fewestTicks;
  while (end < last * 1.02) end *= 2;
  return Math.min(horizon, end);
}

/** All plots of the page: one cursor, one axis of ticks, both worlds in each. */
export class ChartColumn {
  private plots: { chart: Chart; plot: uPlot; box: HTMLElement }[] = [];
  private rivers: RiverPlot[] = [];
  private worlds: World[] = [];
  private names: string[] = [];
  private tick = 0;
  private window = fewestTicks;
  private width = 0;

  constructor(private readonly column: HTMLElement, private readonly onSeek: (tick: number) => void) {
    new ResizeObserver(() => this.resize()).observe(column);
  }

  begin(worlds: World[], names: string[]): void {
    const same = worlds.length === this.worlds.length;
    [this.worlds, this.names] = [worlds, names];
    if (!same || this.plots.length === 0) this.build();
    this.window = windowOf(worlds);
  }

  rebuild(): void {
    if (this.worlds.length > 0) this.build();
  }

  /** Shows what the worlds have lived by now. */
  update(tick: number): void {
    this.tick = tick;
    this.window = windowOf(this.worlds);
    for (const { chart, plot } of this.plots) plot.setData(this.dataOf(chart));
    for (const river of this.rivers) river.plot?.redraw(false);
  }

  showRivers(rivers: River[]): void {
    rivers.forEach((river, k) => this.rivers[k]?.show(river, this.window));
  }

  private build(): void {
    this.plots.forEach(p => p.plot.destroy());
    this.rivers.forEach(r => r.plot?.destroy());
    this.column.replaceChildren();
    this.width = this.inner();
    this.rivers = this.worlds.map((world, k) => {
      const river = new RiverPlot(this.worlds.length === 1 ? 'Who holds authority' : `Who holds authority: ${'AB'[k]}, ${world.info.policy}`, this.width, options => this.common(options));
      this.column.append(river.element);
      return river;
    });
    this.plots = (this.worlds.length > 1 ? [difference, ...charts] : charts).map(chart => this.add(chart));
  }

  private add(chart: Chart): { chart: Chart; plot: uPlot; box: HTMLElement } {
    const box = h('div', { class: 'plot' });
    const legend = h('div', { class: 'legend' });
    for (const line of chart.lines) {
      const swatch = h('span', { class: 'swatch' });
      swatch.style.background = colour(line.colour);
      legend.append(h('span', {}, swatch, line.label));
    }
    if (this.worlds.length > 1 && !chart.isDifference) legend.append(h('span', { class: 'dashes' }, 'A solid, B dashed'));
    const section = h('section', { class: 'chart', 'aria-label': chart.title }, h('header', {}, h('h3', {}, chart.title), plotMenu(chart.title, () => this.exported(chart))), legend, box);
    this.column.append(section);
    const series: uPlot.Series[] = [{ label: 'tick' }];
    this.shown(chart).forEach((_, w) => chart.lines.forEach(line => series.push({
      label: this.labelOf(chart, line, w), stroke: colour(line.colour), width: 1.6, dash: w === 1 ? [5, 4] : undefined, scale: line.scale ?? 'y', points: { show: false },
    })));
    const scales: uPlot.Scales = { x: { time: false, range: () => [0, this.window] }, y: { range: (_, low, high) => (chart.isDifference ? aroundZero(low, high) : rangeOf(chart.range, low, high)) } };
    if (chart.right) scales.right = { range: (_, low, high) => rangeOf(chart.right!, low, high) };
    const axes: uPlot.Axis[] = [axis('x'), axis('y')];
    if (chart.right) axes.push({ ...axis('y'), scale: 'right', side: 1, grid: { show: false } });
    const plot = new uPlot(this.common({ width: this.width, height: 118, scales, axes, series }), this.dataOf(chart), box);
    return { chart, plot, box };
  }

  private common(options: uPlot.Options): uPlot.Options {
    return {
      ...options,
      legend: { show: false },
      cursor: { sync: { key: 'ticks', setSeries: false }, drag: { x: false, y: false }, points: { show: false }, y: false },
      padding: [6, 8, 0, 0],
      hooks: {
        draw: [plot => drawTick(plot, this.tick, this.worlds)],
        ready: [plot => plot.over.addEventListener('click', () => { if (plot.cursor.left !== undefined) this.onSeek(Math.round(plot.posToVal(plot.cursor.left, 'x'))); })],
      },
    };
  }

  private dataOf(chart: Chart): uPlot.AlignedData {
    const longest = this.worlds.reduce((a, b) => (b.ticks.length > a.ticks.length ? b : a));
    const data: (number[] | (number | null)[])[] = [longest.ticks];
    for (const world of this.shown(chart)) {
      for (const line of chart.lines) {
        const values = this.valuesOf(chart, world, line);
        data.push(values.length === longest.ticks.length ? values : [...values, ...Array<null>(longest.ticks.length - values.length).fill(null)]);
      }
    }
    return data as uPlot.AlignedData;
  }

  // Of a difference there is one line for both worlds.
  private shown(chart: Chart): World[] {
    return chart.isDifference ? this.worlds.slice(0, 1) : this.worlds;
  }

  private labelOf(chart: Chart, line: Line, w: number): string {
    return line.label + (chart.isDifference ? ', B minus A' : this.worlds.length > 1 ? ` ${'AB'[w]}` : '');
  }

  private valuesOf(chart: Chart, world: World, line: Line): (number | null)[] {
    const index = this.names.indexOf(line.metric);
    if (!chart.isDifference) return world.series[index];
    const [a, b] = this.worlds.map(w => w.series[index]);
    return a.slice(0, b.length).map((value, k) => b[k] - value);
  }

  private exported(chart: Chart): Plotted {
    const data = this.dataOf(chart);
    return {
      x: data[0] as number[],
      lines: this.shown(chart).flatMap((_, w) => chart.lines.map((line, k) => ({
        label: this.labelOf(chart, line, w), colour: colour(line.colour), isDashed: w === 1, values: data[1 + w * chart.lines.length + k] as (number | null)[], isRight: line.scale === 'right',
      }))),
    };
  }

  // A plot has its section's padding and border around it.
  private inner(): number {
    return Math.max(100, this.column.clientWidth - 22);
  }

  private resize(): void {
    const width = this.inner();
    if (width === this.width) return;
    this.width = width;
    for (const { plot } of this.plots) plot.setSize({ width, height: plot.height });
    for (const river of this.rivers) river.resize(width);
  }
}

/** Authority over time, one band an agent. */
class RiverPlot {
  readonly element: HTMLElement;
  plot?: uPlot;
  private readonly box = h('div', { class: 'plot' });
  private readonly legend = h('div', { class: 'legend' });
  private key = '';
  private window = fewestTicks;
  private river?: River;

  constructor(title: string, private width: number, private readonly common: (options: uPlot.Options) => uPlot.Options) {
    this.element = h('section', { class: 'chart river', 'aria-label': title }, h('header', {}, h('h3', {}, title), plotMenu(title, () => this.exported())), this.legend, this.box);
  }

  show(river: River, window: number): void {
    [this.river, this.window] = [river, window];
    const key = river.bands.map(b => `${b.seat}.${b.generation}`).join();
    const layers = layersOf(river);
    // The top of the pile is drawn first and covered by what stands below it.
    const data = [river.ticks, ...stack(layers.map(l => l.values)).reverse()] as uPlot.AlignedData;
    if (!this.plot || key !== this.key) {
      this.key = key;
      this.plot?.destroy();
      const series: uPlot.Series[] = [{ label: 'tick' }, ...layers.map(l => ({ label: l.label, fill: l.colour, stroke: colour('surface'), width: 0.7, points: { show: false } })).reverse()];
      this.plot = new uPlot(this.common({ width: this.width, height: 132, scales: { x: { time: false, range: () => [0, this.window] }, y: { range: [0, 1] } }, axes: [axis('x'), axis('y')], series }), data, this.box);
      this.legend.replaceChildren(...layers.filter(l => l.values.some(v => v > 0.001)).map(l => {
        const swatch = h('span', { class: 'swatch' });
        swatch.style.background = l.colour;
        return h('span', {}, swatch, l.label);
      }));
    } else {
      this.plot.setData(data);
    }
  }

  resize(width: number): void {
    this.width = width;
    this.plot?.setSize({ width, height: 132 });
  }

  private exported(): Plotted {
    const river = this.river!;
    return { x: river.ticks, isStacked: true, lines: layersOf(river).map(l => ({ label: l.label, colour: l.colour, values: l.values, isDashed: false, isRight: false })) };
  }
}

function layersOf(river: River): { label: string; colour: string; values: number[] }[] {
  return [
    ...river.bands.map((band, k) => ({ label: band.generation === 0 ? `seat ${band.seat}` : `seat ${band.seat}, successor ${band.generation}`, colour: colour(`band-${k}`), values: band.values })),
    { label: 'all others', colour: colour('band-others'), values: river.others },
    { label: 'vacant', colour: colour('band-vacant'), values: river.vacant },
  ];
}

/** Keeps a plot as wide as its place. */
export function sized(plot: uPlot, place: HTMLElement): uPlot {
  new ResizeObserver(() => {
    const width = place.clientWidth;
    if (place.isConnected && width > 0 && width !== plot.width) plot.setSize({ width, height: plot.height });
  }).observe(place);
  return plot;
}

export function stack(layers: number[][]): number[][] {
  const sums: number[][] = [];
  layers.forEach((values, k) => sums.push(values.map((v, i) => v + (k > 0 ? sums[k - 1][i] : 0))));
  return sums;
}

export function axis(side: 'x' | 'y'): uPlot.Axis {
  const [line, text] = [colour('line'), colour('muted')];
  return {
    stroke: text, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1, size: 4 }, font: '11px system-ui, sans-serif', gap: 3, size: side === 'x' ? 22 : 38,
    values: (_, splits) => splits.map(v => (side === 'x' ? String(v) : short(v))), space: side === 'x' ? 50 : 26,
  };
}

function aroundZero(low: number | null, high: number | null): [number, number] {
  const most = Math.max(0.05, Math.abs(low ?? 0), Math.abs(high ?? 0)) * 1.08;
  return [-most, most];
}

function rangeOf(range: [number | null, number | null], low: number | null, high: number | null): [number, number] {
  const top = range[1] ?? Math.max(1, (high ?? 1) * 1.08);
  return [range[0] ?? low ?? 0, range[1] !== null ? Math.max(top, high ?? 0) : top];
}

function drawTick(plot: uPlot, tick: number, worlds: World[]): void {
  const { ctx, bbox } = plot;
  const x = plot.valToPos(tick, 'x', true);
  const furthest = plot.valToPos(Math.max(...worlds.map(w => w.last)), 'x', true);
  if (furthest - x > 1) {
    ctx.save();
    ctx.globalAlpha = 0.55;
    ctx.fillStyle = colour('surface');
    ctx.fillRect(x, bbox.top, Math.min(furthest, bbox.left + bbox.width) - x, bbox.height);
    ctx.restore();
  }
  if (x < bbox.left - 1 || x > bbox.left + bbox.width + 1) return;
  ctx.save();
  ctx.strokeStyle = colour('ink');
  ctx.lineWidth = devicePixelRatio;
  ctx.globalAlpha = 0.6;
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}
