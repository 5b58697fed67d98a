import { announce, h, isMotionReduced, short } from './dom';
import { Quantity, type World } from './model';
import { placesOf, type Places } from './places';
import { drawFlows, inkOf, FlatView, type Flow, type Ink } from './scene';
import { SigmaSurface } from './sigmaSurface';
import { CanvasSurface, type Surface } from './surface';

/** The network of one world: seats have fixed places, so nothing moves but what changes. Arrow keys walk from seat to seat. */
export class NetworkDrawing {
  readonly element: HTMLElement;
  world!: World;
  private readonly box: HTMLElement;
  private readonly caption: HTMLElement;
  private readonly surface: Surface;
  private places!: Places;
  private ink: Ink = inkOf();
  private tick = -1;
  private flows: Flow[] = [];
  private focus = -1;
  private chosen = -1;
  private isDirty = true;

  constructor(private readonly onChoose: (seat: number) => void) {
    this.box = h('div', { tabindex: 0, role: 'application', 'aria-roledescription': 'network', class: 'network-canvas' });
    this.caption = h('figcaption', {});
    this.element = h('figure', { class: 'network' }, this.caption, this.box);
    this.box.addEventListener('click', e => { if (this.box.dataset.surface === 'canvas') this.choose(this.hit(e.offsetX, e.offsetY)); });
    this.box.addEventListener('pointermove', e => this.point(e));
    this.box.addEventListener('keydown', e => this.key(e));
    this.box.addEventListener('blur', () => { this.box.title = ''; });
    this.surface = this.makeSurface();
  }

  private makeSurface(): Surface {
    const changed = (): void => { this.isDirty = true; };
    try {
      return new SigmaSurface(this.box, this.ink, changed, (x, y) => this.choose(this.hit(x, y)));
    } catch {
      return new CanvasSurface(this.box, this.ink, changed);
    }
  }

  begin(world: World): void {
    const same = this.world && this.world.info.layout.site.join() === world.info.layout.site.join() && this.world.info.layout.ties.join() === world.info.layout.ties.join();
    this.world = world;
    [this.tick, this.flows] = [-1, []];
    if (!same) {
      this.places = placesOf(world.info.layout, world.info.sites);
      [this.focus, this.chosen] = [-1, -1];
    }
    this.surface.begin(world, this.places);
    this.isDirty = true;
  }

  /** A new frame came. */
  update(tick: number, caption: string): void {
    const { moves } = this.world;
    if (moves.length > 0) {
      const now = performance.now();
      this.flows = [...this.flows.filter(f => now - f.since < 1000), ...moves.map(move => ({ ...move, since: now }))].slice(-60);
    } else if (tick < this.tick || tick > this.tick + 1) {
      this.flows = [];
    }
    this.tick = tick;
    if (this.caption.textContent !== caption) this.caption.textContent = caption;
    this.show();
  }

  mark(seat: number): void {
    this.chosen = seat;
    this.show();
  }

  recolour(): void {
    this.ink = inkOf();
    this.surface.recolour(this.ink);
    this.isDirty = true;
  }

  end(): void {
    this.surface.end();
  }

  /** Draws when there is something new to see. */
  draw(now: number): boolean {
    const isMoving = this.flows.length > 0 && this.flows.some(f => now - f.since < 1000);
    if (!this.isDirty && !(isMoving && !isMotionReduced.matches)) return false;
    this.isDirty = isMoving && !isMotionReduced.matches;
    this.surface.over(pen => drawFlows(pen, this.surface.view, this.world, this.flows, isMotionReduced.matches ? this.flows[0]?.since ?? now : now, this.ink));
    return true;
  }

  /** The whole of it as it goes into files, whatever part of it is shown. */
  get scene(): { view: FlatView; world: World; width: number; height: number } {
    const [width, height] = [this.box.clientWidth, this.box.clientHeight];
    return { view: new FlatView(this.places, width, height), world: this.world, width, height };
  }

  label(text: string): void {
    this.box.setAttribute('aria-label', text);
  }

  private show(): void {
    this.surface.show({ focus: this.focus, chosen: this.chosen });
    this.isDirty = true;
  }

  private hit(x: number, y: number): number {
    const { view } = this.surface;
    let [best, least] = [-1, 18 * 18];
    for (let seat = 0; seat < this.world.seats; seat++) {
      const [dx, dy] = [view.x(seat) - x, view.y(seat) - y];
      const reach = Math.max(0, Math.hypot(dx, dy) - view.radius(this.world.at(Quantity.authority, seat)));
      if (reach * reach < least || (reach === 0 && best < 0)) [best, least] = [seat, reach * reach];
    }
    return best;
  }

  private choose(seat: number): void {
    if (seat >= 0) this.onChoose(seat);
  }

  private point(event: PointerEvent): void {
    if (!this.world || !this.surface.view) return;
    const frame = this.box.getBoundingClientRect();
    const seat = this.hit(event.clientX - frame.left, event.clientY - frame.top);
    this.box.title = seat < 0 ? '' : this.describe(seat);
    this.box.style.cursor = seat < 0 ? '' : 'pointer';
  }

  private key(event: KeyboardEvent): void {
    const step = ({ ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 } as Record<string, number>)[event.key];
    if (step !== undefined) {
      this.focus = (this.focus + step + this.world.seats) % this.world.seats;
      announce(this.describe(this.focus));
    } else if (event.key === 'Home') {
      this.focus = 0;
      announce(this.describe(0));
    } else if ((event.key === 'Enter' || event.key === ' ') && this.focus >= 0) {
      this.choose(this.focus);
    } else if (event.key === 'Escape' && this.focus >= 0) {
      this.focus = -1;
    } else if ('+-0'.includes(event.key)) {
      this.surface.zoom(event.key === '+' ? 1 : event.key === '-' ? -1 : 0);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    this.show();
  }

  private describe(seat: number): string {
    const { layout } = this.world.info;
    const role = ['director', 'coordinator', 'member'][layout.level[seat]] ?? 'member';
    const name = layout.names[seat] ? ` ${layout.names[seat]}` : '';
    if (this.world.at(Quantity.generation, seat) < 0) return `Seat ${seat}${name}, ${role} at site ${layout.site[seat] + 1}: vacant`;
    const [a, x, s] = [Quantity.authority, Quantity.power, Quantity.strain].map(q => short(this.world.at(q, seat)));
    return `Seat ${seat}${name}, ${role} at site ${layout.site[seat] + 1}: authority ${a}, power ${x}, strain ${s}`;
  }
}
