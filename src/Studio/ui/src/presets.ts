import { h } from './dom';
import type { Preset, Start } from './model';
import type { Studio } from './studio';

/** The scenarios to start from, as cards. */
export class PresetDialog {
  private readonly dialog = h('dialog', { class: 'wide', 'aria-labelledby': 'presets-title' });

  constructor(private readonly studio: Studio, private readonly start: Start) {
    document.body.append(this.dialog);
    this.dialog.addEventListener('click', e => { if (e.target === this.dialog) this.dialog.close(); });
  }

  show(): void {
    const cards = this.start.presets.map(preset => this.card(preset));
    if (this.start.file) {
      cards.unshift(this.card({ key: 'file', title: this.start.file, text: 'The file this page was started with. Its factors are left out: every parameter can be changed here.', draft: { origin: 'file', set: {}, removals: [] }, ticks: 12 }));
    }
    this.dialog.replaceChildren(
      h('header', {}, h('h2', { id: 'presets-title' }, 'Where to start'), h('button', { type: 'button', 'aria-label': 'Close', onclick: () => this.dialog.close() }, '✕')),
      h('p', {}, 'One run is one of many that could have been: watch it to understand, then try two hundred of them to know.'),
      h('div', { class: 'cards' }, ...cards));
    this.dialog.showModal();
  }

  private card(preset: Preset): HTMLElement {
    const picture = h('div', { class: 'picture', 'aria-hidden': 'true' });
    picture.append(pictureOf(preset));
    return h('button', {
      type: 'button', class: 'card',
      onclick: () => {
        this.dialog.close();
        void this.studio.open({ ...preset.draft, set: preset.draft.set ?? {}, removals: [] }, { tick: 0, play: true, speed: preset.ticks });
      },
    }, picture, h('b', {}, preset.title), h('span', {}, preset.text));
  }
}

const shapes: Record<string, [number, number]> = { 'mobile-learning': [16, 4], heir: [16, 4], standard: [40, 4], 'single-champion': [24, 3], consortium: [120, 12], 'open-source': [30, 5], march1991: [36, 1], file: [30, 3] };

// A sketch of the organization: sites of seats around a director, once or twice.
function pictureOf(preset: Preset): SVGElement {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  svg.setAttribute('viewBox', '0 0 200 84');
  const worlds = preset.draft.b ? 2 : 1;
  const [seats, sites] = shapes[preset.key] ?? [30, 3];
  for (let w = 0; w < worlds; w++) {
    const [cx, cy] = [(200 / worlds) * (w + 0.5), 42];
    for (let s = 0; s < sites; s++) {
      const angle = (2 * Math.PI * s) / sites - Math.PI / 2;
      const distance = sites === 1 ? 0 : 28;
      for (let k = 0; k < seats / sites; k++) {
        const [r, a] = [(sites > 8 ? 1.7 : 3.1) * Math.sqrt(k), k * 2.4 + s];
        const dot = document.createElementNS(ns, 'circle');
        dot.setAttribute('cx', (cx + distance * 1.1 * Math.cos(angle) + r * Math.cos(a)).toFixed(1));
        dot.setAttribute('cy', (cy + distance * Math.sin(angle) + r * Math.sin(a)).toFixed(1));
        dot.setAttribute('r', k === 0 ? '2.6' : sites > 8 ? '0.9' : '1.5');
        dot.setAttribute('class', w === 0 ? 'a' : 'b');
        svg.append(dot);
      }
    }
    if (sites > 1) {
      const centre = document.createElementNS(ns, 'circle');
      centre.setAttribute('cx', String(cx));
      centre.setAttribute('cy', String(cy));
      centre.setAttribute('r', preset.key === 'single-champion' ? '11' : w === 0 && worlds === 2 ? '8' : '5');
      centre.setAttribute('class', w === 0 ? 'a' : 'b');
      svg.append(centre);
    }
  }
  return svg;
}
