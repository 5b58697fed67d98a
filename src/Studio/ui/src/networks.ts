import { byId, colour, h, saveAs, words } from './dom';
import { csvOf, fileName, pngOf, saveMenu, svgFile, SvgPen } from './export';
import { NetworkDrawing } from './network';
import { Quantity, type World } from './model';
import { drawGround, drawSeats, inkOf } from './scene';
import type { Studio } from './studio';

/** The drawings of the worlds, side by side, with their key. */
export class Networks {
  onChoose: (seat: number) => void = () => undefined;
  private drawings: NetworkDrawing[] = [];

  constructor(private readonly studio: Studio) {
    byId('key').append(h('ul', { class: 'key' },
      h('li', {}, h('span', { class: 'dot small-dot' }), h('span', { class: 'dot large-dot' }), 'authority'),
      h('li', {}, h('span', { class: 'dot ring-dot' }), 'power: decisions made'),
      h('li', {}, ...[0, 1, 2, 3, 4].map(k => h('span', { class: `dot strain-${k}` })), 'strain, also by strokes'),
      h('li', {}, h('span', { class: 'dot vacant-dot' }), 'vacant'),
      h('li', {}, h('span', { class: 'arrow' }, '→'), 'hand-over, from giver to taker'),
      h('li', {}, h('span', { class: 'arrow' }, '⇢'), 'by election or rule'),
      h('li', {}, h('kbd', {}, 'Ctrl'), 'and wheel zoom')));
  }

  begun(): void {
    const { worlds } = this.studio;
    if (this.drawings.length !== worlds.length) {
      this.drawings.forEach(d => d.end());
      this.drawings = worlds.map(() => new NetworkDrawing(seat => this.onChoose(seat)));
      const box = byId('networks');
      box.className = worlds.length > 1 ? 'twins' : '';
      box.replaceChildren(...this.drawings.map((d, k) => {
        d.element.append(saveMenu(`network${worlds.length > 1 ? ` ${'AB'[k]}` : ''}`, {
          PNG: async () => saveAs(`${this.name(k)}.png`, await pngOf(this.svg(d), d.scene.width, d.scene.height)),
          SVG: async () => saveAs(`${this.name(k)}.svg`, new Blob([this.svg(d)], { type: 'image/svg+xml' })),
          CSV: async () => saveAs(`${this.name(k)}.csv`, new Blob([this.csv(d.world)], { type: 'text/csv' })),
        }));
        return d.element;
      }));
    }
    this.drawings.forEach((drawing, k) => {
      const { info } = worlds[k];
      drawing.element.classList.toggle('world-a', worlds.length > 1 && k === 0);
      drawing.element.classList.toggle('world-b', worlds.length > 1 && k === 1);
      drawing.begin(worlds[k]);
      drawing.label(`Network of ${info.layout.site.length} seats at ${info.sites} sites under ${words(info.policy)}${info.name ? `, world ${info.name}` : ''}. Arrow keys go from seat to seat, Enter opens one; + and − zoom, 0 shows all.`);
    });
  }

  changed(): void {
    const { worlds, tick } = this.studio;
    this.drawings.forEach((drawing, k) => drawing.update(tick, captionOf(worlds[k], tick)));
  }

  draw(now: number): void {
    let drawn = false;
    for (const drawing of this.drawings) drawn = drawing.draw(now) || drawn;
    if (drawn) performance.mark('network-drawn');
  }

  mark(seat: number): void {
    this.drawings.forEach(d => d.mark(seat));
  }

  recolour(): void {
    this.drawings.forEach(d => d.recolour());
  }

  private name(k: number): string {
    return fileName(`network ${this.studio.view.name} ${this.studio.worlds[k].info.policy} tick ${this.studio.tick}`);
  }

  private svg(drawing: NetworkDrawing): string {
    const pen = new SvgPen();
    const { view, world, width, height } = drawing.scene;
    drawGround(pen, view, world, inkOf(), width);
    drawSeats(pen, view, world, inkOf(), { focus: -1, chosen: -1 });
    return svgFile(width, height, pen.parts.join(''));
  }

  private csv(world: World): string {
    const seats = Array.from({ length: world.seats }, (_, seat) => seat);
    const column = (label: string, values: (number | null)[]): { label: string; colour: string; values: (number | null)[]; isDashed: boolean; isRight: boolean } => ({ label, colour: colour('ink'), values, isDashed: false, isRight: false });
    return csvOf({
      x: seats, xLabel: 'seat',
      lines: [column('site', world.info.layout.site), column('level', world.info.layout.level), ...Object.entries(Quantity).map(([name, q]) => column(name, seats.map(s => world.at(q, s))))],
    });
  }
}

function captionOf(world: World, tick: number): string {
  const name = world.info.name ? `${world.info.name}: ` : '';
  const { end } = world;
  const ending = end && tick >= end.tick ? { failure: `failed at tick ${end.tick}`, needEnded: `no longer needed, tick ${end.tick}`, horizon: 'alive at the horizon', error: end.message }[end.cause] ?? `ended by its own rule at tick ${end.tick}: ${words(end.cause)}` : 'alive';
  return `${name}${words(world.info.policy)}, ${ending}`;
}
