import uPlot from 'uplot';
import { axis, sized } from './charts';
import { plotMenu } from './export';
import { sentence } from './events';
import { byId, colour, h, notice, short } from './dom';
import { Quantity, type SeatHistory } from './model';
import { server } from './server';
import type { Studio } from './studio';

/** Who sits on a seat, what went before, and the button that makes them leave. */
export class SeatCard {
  onClose: () => void = () => undefined;
  private readonly box = byId('seat-card');
  private readonly live = h('div', { class: 'seat-values' });
  private seat = -1;
  private plots: uPlot[] = [];

  constructor(private readonly studio: Studio) {
    this.box.addEventListener('keydown', e => { if (e.key === 'Escape') this.close(); });
  }

  async show(seat: number): Promise<void> {
    this.seat = seat;
    const { layout } = this.studio.worlds[0].info;
    const role = ['director', 'coordinator', 'member'][layout.level[seat]] ?? 'member';
    const close = h('button', { type: 'button', class: 'small', 'aria-label': 'Close the card', onclick: () => this.close() }, '✕');
    const plots = h('div', { class: 'seat-plots' });
    this.box.replaceChildren(h('section', { class: 'seat-card', 'aria-label': `Seat ${seat}` },
      h('header', {}, h('h3', {}, `Seat ${seat}${layout.names[seat] ? ` · ${layout.names[seat]}` : ''}: ${role} at site ${layout.site[seat] + 1}`), close),
      this.live, plots,
      h('div', { class: 'buttons' }, h('button', { type: 'button', id: 'leave', class: 'primary', onclick: () => void this.leave() }, `Leaves at the next tick${this.studio.isTwin ? ', in both worlds' : ''}`)),
      h('ol', { class: 'event-list' }, ...this.studio.worlds.flatMap((world, k) => world.events.filter(e => e.seat === seat).map(e => h('li', {},
        h('button', { type: 'button', onclick: () => void this.studio.seek(e.tick) }, h('span', { class: 'when' }, String(e.tick)), this.studio.isTwin ? h('span', { class: `world w${'AB'[k]}` }, 'AB'[k]) : null, sentence(e, world))))))));
    this.changed();
    close.focus({ preventScroll: true });
    try {
      this.draw(plots, await server.seat(this.studio.view.id, seat));
    } catch (error) {
      notice(String(error), true);
    }
  }

  /** Shows the values at the tick that is shown. */
  changed(): void {
    if (this.seat < 0) return;
    this.live.replaceChildren(...this.studio.worlds.map((world, k) => {
      const value = (quantity: number): string => short(world.at(quantity, this.seat));
      const generation = world.at(Quantity.generation, this.seat);
      const who = generation < 0 ? 'vacant' : generation === 0 ? 'the first agent' : `agent ${generation + 1}`;
      return h('p', {}, this.studio.isTwin ? h('span', { class: `world w${'AB'[k]}` }, 'AB'[k]) : null,
        ` ${who}: authority ${value(Quantity.authority)}, power ${value(Quantity.power)}, strain ${value(Quantity.strain)}, experience ${value(Quantity.experience)}, ${world.at(Quantity.open, this.seat)} open decisions`);
    }));
  }

  close(): void {
    this.seat = -1;
    this.plots.forEach(p => p.destroy());
    this.plots = [];
    this.box.replaceChildren();
    this.onClose();
  }

  private draw(box: HTMLElement, histories: SeatHistory[]): void {
    this.plots.forEach(p => p.destroy());
    this.plots = histories.map((history, k) => {
      const lines: [string, number[], string][] = [['authority', history.authority, 'c-holders'], ['power', history.power, 'c-gini'], ['strain', history.strain, 'c-open']];
      const title = h('div', { class: 'legend' }, this.studio.isTwin ? h('b', {}, 'AB'[k]) : null, ...lines.map(([label, , ink]) => {
        const swatch = h('span', { class: 'swatch' });
        swatch.style.background = colour(ink);
        return h('span', {}, swatch, label);
      }));
      const name = `Seat ${history.seat}${this.studio.isTwin ? ` in ${'AB'[k]}` : ''}`;
      const part = h('div', {}, h('div', { class: 'plot-head' }, title, plotMenu(name, () => ({
        x: history.authority.map((_, t) => t), lines: lines.map(([label, values, ink]) => ({ label, colour: colour(ink), values, isDashed: false, isRight: false })),
      }))));
      box.append(part);
      return sized(new uPlot({
        width: Math.max(220, part.clientWidth), height: 110, legend: { show: false }, cursor: { show: false }, scales: { x: { time: false }, y: { range: [0, 1] } }, axes: [axis('x'), axis('y')],
        series: [{}, ...lines.map(([label, , ink]) => ({ label, stroke: colour(ink), width: 1.5, points: { show: false } }))],
      }, [history.authority.map((_, t) => t), ...lines.map(([, values]) => values)], part), part);
    });
  }

  private async leave(): Promise<void> {
    const { tick, horizon } = this.studio;
    if (tick + 1 > horizon) return;
    const seat = this.seat;
    const isDone = await this.studio.change(draft => { draft.removals = [...draft.removals.filter(r => r.seat !== seat || r.tick !== tick + 1), { tick: tick + 1, seat }]; });
    if (isDone) notice(`Whoever sits on seat ${seat} leaves at tick ${tick + 1}. All before stays as it was.`);
    await this.studio.seek(tick + 1);
  }
}
