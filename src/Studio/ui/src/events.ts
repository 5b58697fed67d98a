import { h, words } from './dom';
import type { EventView, World } from './model';
import type { Studio } from './studio';

const most = 160;

/** What happened, the latest first; a click goes there. */
export class EventList {
  private readonly list = h('ol', { class: 'event-list', tabindex: 0, 'aria-label': 'Events, the latest first' });
  private readonly all = h('input', { type: 'checkbox', id: 'all-events', onchange: () => this.update(this.studio, true) });
  private studio!: Studio;
  private shown = '';

  constructor(element: HTMLElement) {
    element.append(h('header', {}, h('h2', {}, 'What happened'), h('label', { class: 'check', for: 'all-events' }, this.all, 'also those who held nothing')), this.list);
  }

  update(studio: Studio, again = false): void {
    this.studio = studio;
    const key = `${studio.view.epoch}.${studio.worlds.map(w => w.events.length).join('.')}`;
    if (key === this.shown && !again) return;
    this.shown = key;
    const items = studio.worlds.flatMap((world, k) => world.events.filter(e => this.all.checked || isNotable(e)).slice(-most).map(event => ({ event, k, world })));
    items.sort((a, b) => b.event.tick - a.event.tick || b.k - a.k);
    this.list.replaceChildren(...items.slice(0, most).map(({ event, k, world }) => h('li', { class: event.kind },
      h('button', { type: 'button', onclick: () => void studio.seek(event.tick), title: `Go to tick ${event.tick}` },
        h('span', { class: 'when' }, String(event.tick)), studio.isTwin ? h('span', { class: `world w${'AB'[k]}` }, 'AB'[k]) : null, h('span', {}, sentence(event, world))))));
    if (items.length === 0) this.list.append(h('li', { class: 'quiet' }, 'Nothing yet: press play.'));
  }
}

function isNotable(event: EventView): boolean {
  return event.kind === 'departure' ? (event.value ?? 0) > 0.005 : event.kind === 'succession' ? (event.value ?? 0) > 0 : true;
}

export function sentence(event: EventView, world: World): string {
  const percent = event.value === undefined ? '' : `${(event.value * 100).toFixed(event.value < 0.1 ? 1 : 0)} %`;
  switch (event.kind) {
    case 'shock': return event.seat >= 0 ? `Whoever occupies seat ${event.seat} has to leave` : `A shock removes ${event.detail}`;
    case 'departure': return `Seat ${event.seat} is left${(event.value ?? 0) > 0.0005 ? `, with ${percent} of authority` : ''}`;
    case 'change': return `The rules change: ${event.detail}`;
    case 'coreExit': return event.value === 1 ? 'The founding leadership has left' : `Leadership generation ${event.value} has left`;
    case 'succession': return `Authority left at seat ${event.seat} is taken up${(event.value ?? 0) > 0 ? ` after ${event.value} ticks` : ''}`;
    case 'leaderChange': return `Seat ${event.seat} now holds most, ${percent}`;
    case 'end': return {
      failure: 'The program fails', needEnded: 'The need ends; the program is done', horizon: `The horizon: still alive after ${world.info.horizonTicks} ticks`,
    }[event.detail] ?? `A rule of its own ends the program: ${words(event.detail)}`;
    default: return event.kind;
  }
}
