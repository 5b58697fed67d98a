import { colour, h, saveAs, short } from './dom';
import { stack } from './charts';
import type { Pen } from './scene';

export interface Plotted {
  x: number[];
  lines: { label: string; colour: string; values: (number | null)[]; isDashed: boolean; isRight: boolean }[];
  isStacked?: boolean;
  xLabel?: string;
}

const [width, height] = [720, 360];
const frame = { left: 56, right: 56, top: 46, bottom: 44 };

/** A menu that saves a plot as PNG, SVG or CSV. */
export function plotMenu(title: string, plotted: () => Plotted): HTMLElement {
  const name = fileName(title);
  return saveMenu(title, {
    PNG: async () => saveAs(`${name}.png`, await pngOf(svgOf(title, plotted()), width, height)),
    SVG: async () => saveAs(`${name}.svg`, new Blob([svgOf(title, plotted())], { type: 'image/svg+xml' })),
    CSV: async () => saveAs(`${name}.csv`, new Blob([csvOf(plotted())], { type: 'text/csv' })),
  });
}

export function saveMenu(title: string, actions: Record<string, () => Promise<void>>): HTMLElement {
  const items = Object.entries(actions).map(([label, act]) => h('button', { type: 'button', 'aria-label': `Save ${title} as ${label}`, onclick: () => { details.open = false; void act(); } }, label));
  const details = h('details', { class: 'save-menu' }, h('summary', { 'aria-label': `Save ${title}`, title: 'Save as PNG, SVG or CSV' }, '⤓'), h('div', { class: 'menu' }, ...items));
  details.addEventListener('focusout', e => { if (!details.contains(e.relatedTarget as Node | null)) details.open = false; });
  details.addEventListener('keydown', e => { if (e.key === 'Escape') { details.open = false; (details.firstElementChild as HTMLElement).focus(); } });
  return details;
}

export function fileName(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

export function csvOf(plotted: Plotted): string {
  const quote = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = [[plotted.xLabel ?? 'tick', ...plotted.lines.map(l => l.label)].map(quote).join(',')];
  plotted.x.forEach((x, k) => rows.push([x, ...plotted.lines.map(l => l.values[k] ?? '')].join(',')));
  return rows.join('\n') + '\n';
}

export async function pngOf(svg: string, w: number, hgt: number): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  image.src = address;
  await image.decode();
  const canvas = h('canvas', { width: w * 3, height: hgt * 3 });
  const pen = canvas.getContext('2d')!;
  pen.scale(3, 3);
  pen.drawImage(image, 0, 0, w, hgt);
  URL.revokeObjectURL(address);
  return await new Promise(resolve => canvas.toBlob(blob => resolve(blob!), 'image/png'));
}

/** A plot as a vector file fit for a paper. */
export function svgOf(title: string, plotted: Plotted): string {
  const inner = { w: width - frame.left - frame.right, h: height - frame.top - frame.bottom };
  const layers = plotted.isStacked ? stack(plotted.lines.map(l => l.values.map(v => v ?? 0))) : plotted.lines.map(l => l.values);
  const xMax = Math.max(1, ...plotted.x);
  const top = (isRight: boolean): number => niceTop(Math.max(0, ...layers.filter((_, k) => plotted.lines[k].isRight === isRight).flatMap(v => v.map(n => n ?? 0))));
  const [yMax, rightMax] = [plotted.isStacked ? 1 : top(false), top(true)];
  const px = (x: number): number => frame.left + (x / xMax) * inner.w;
  const low = plotted.isStacked ? 0 : Math.min(0, ...layers.flatMap(v => v.map(n => n ?? 0)));
  const py = (y: number, max: number): number => frame.top + inner.h - ((y - low) / (max - low)) * inner.h;
  const parts: string[] = [];
  for (const t of [...(low < 0 ? [low] : []), ...ticks(yMax)]) {
    parts.push(`<line x1="${frame.left}" x2="${frame.left + inner.w}" y1="${py(t, yMax)}" y2="${py(t, yMax)}" stroke="${colour('line')}"/>`, text(frame.left - 8, py(t, yMax) + 4, short(t), 'end'));
  }
  for (const t of ticks(xMax)) parts.push(text(px(t), height - frame.bottom + 18, String(Math.round(t)), 'middle'));
  parts.push(text(frame.left + inner.w / 2, height - 8, plotted.xLabel ?? 'tick', 'middle'));
  if (plotted.lines.some(l => l.isRight)) for (const t of ticks(rightMax)) parts.push(text(frame.left + inner.w + 8, py(t, rightMax) + 4, short(t), 'start'));
  const order = plotted.isStacked ? layers.map((_, k) => layers.length - 1 - k) : layers.map((_, k) => k);
  for (const k of order) {
    const line = plotted.lines[k];
    const points = layers[k].map((v, i) => (v === null ? null : `${px(plotted.x[i]).toFixed(1)},${py(v, line.isRight ? rightMax : yMax).toFixed(1)}`)).filter(p => p !== null);
    if (points.length === 0) continue;
    parts.push(plotted.isStacked
      ? `<polygon points="${px(plotted.x[0])},${py(0, yMax)} ${points.join(' ')} ${px(plotted.x[plotted.x.length - 1])},${py(0, yMax)}" fill="${line.colour}" stroke="${colour('surface')}" stroke-width="0.7"/>`
      : `<polyline points="${points.join(' ')}" fill="none" stroke="${line.colour}" stroke-width="1.8"${line.isDashed ? ' stroke-dasharray="6 4"' : ''}/>`);
  }
  let x = frame.left;
  for (const line of plotted.lines) {
    parts.push(`<rect x="${x}" y="28" width="10" height="10" fill="${line.colour}"/>`, text(x + 14, 37, line.label, 'start'));
    x += 26 + line.label.length * 6.2;
  }
  return svgFile(width, height, `<text x="${frame.left}" y="18" font-size="14" font-weight="600" fill="${colour('ink')}">${escape(title)}</text>${parts.join('')}`);
}

export function svgFile(w: number, hgt: number, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${hgt}" viewBox="0 0 ${w} ${hgt}" font-family="system-ui, sans-serif" font-size="11"><rect width="100%" height="100%" fill="${colour('surface')}"/>${content}</svg>\n`;
}

function escape(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function text(x: number, y: number, value: string, anchor: string): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="${colour('muted')}">${escape(value)}</text>`;
}

function niceTop(value: number): number {
  if (value <= 0) return 1;
  const unit = 10 ** Math.floor(Math.log10(value));
  return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map(m => m * unit).find(m => m >= value * 0.999) ?? value;
}

function ticks(max: number): number[] {
  return [0, 0.25, 0.5, 0.75, 1].map(t => t * max);
}

/** Takes the calls of a drawing and keeps them as a vector file. */
export class SvgPen implements Pen {
  fillStyle: string | CanvasGradient | CanvasPattern = '#000';
  strokeStyle: string | CanvasGradient | CanvasPattern = '#000';
  lineWidth = 1;
  globalAlpha = 1;
  font = '11px sans-serif';
  textAlign: CanvasTextAlign = 'start';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  readonly parts: string[] = [];
  private path: string[] = [];
  private dash: number[] = [];

  beginPath(): void { this.path = []; }
  moveTo(x: number, y: number): void { this.path.push(`M${round(x)} ${round(y)}`); }
  lineTo(x: number, y: number): void { this.path.push(`L${round(x)} ${round(y)}`); }
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void { this.path.push(`Q${round(cx)} ${round(cy)} ${round(x)} ${round(y)}`); }
  arc(x: number, y: number, r: number): void {
    this.path.push(`M${round(x - r)} ${round(y)}a${round(r)} ${round(r)} 0 1 0 ${round(2 * r)} 0a${round(r)} ${round(r)} 0 1 0 ${round(-2 * r)} 0`);
  }
  fill(): void { this.parts.push(`<path d="${this.path.join('')}" fill="${String(this.fillStyle)}" opacity="${this.globalAlpha}"/>`); }
  stroke(): void {
    this.parts.push(`<path d="${this.path.join('')}" fill="none" stroke="${String(this.strokeStyle)}" stroke-width="${round(this.lineWidth)}" opacity="${this.globalAlpha}"${this.dash.length > 0 ? ` stroke-dasharray="${this.dash.join(' ')}"` : ''}/>`);
  }
  setLineDash(dash: number[]): void { this.dash = dash; }
  fillText(value: string, x: number, y: number): void {
    const size = /(\d+)px/.exec(this.font)?.[1] ?? '11';
    const shift = this.textBaseline === 'middle' ? Number(size) * 0.35 : 0;
    this.parts.push(`<text x="${round(x)}" y="${round(y + shift)}" text-anchor="${this.textAlign === 'center' ? 'middle' : 'start'}" font-size="${size}"${this.font.includes('600') ? ' font-weight="600"' : ''} fill="${String(this.fillStyle)}">${escape(value)}</text>`);
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
