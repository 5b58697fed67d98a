import { announce, h, isMotionReduced, short } from './dom';
import { Quantity, type World } from './model';
import { placesOf, type Places } from './places';
import { drawFlows, drawGround, drawSeats, flowsBetween, inkOf, View, type Flow, type Ink } from './scene';

/**
 * The network of one world on a canvas: seats have fixed places, so nothing moves but what changes. Four hundred seats are drawn in about
 * a millisecond; the same drawing goes into vector files. Arrow keys walk from seat to seat.
 */
export class NetworkDrawing {
  readonly element: HTMLElement;
  world!: World;
  private readonly canvas: HTMLCanvasElement;
  private readonly ground = document.createElement('canvas');
  private readonly caption: HTMLElement;
  private places!: Places;
  private view!: View;
  private ink: Ink = inkOf();
  private before: { tick: number; frame: Float32Array } | null = null;
  private flows: Flow[] = [];
  private focus = -1;
  private chosen = -1;
  private size = { width: 0, height: 0 };
  private isDirty = true;

  constructor(private readonly onChoose: (seat: number) => void) {
    this.canvas = h('canvas', { tabindex: 0, role: 'application', 'aria-roledescription': 'network', class: 'network-canvas' });
    this.caption = h('figcaption', {});
    this.element = h('figure', { class: 'network' }, this.caption, this.canvas);
    this.canvas.addEventListener('click', e => this.choose(this.hit(e)));
    this.canvas.addEventListener('pointermove', e => this.point(this.hit(e)));
    this.canvas.addEventListener('keydown', e => this.key(e));
    this.canvas.addEventListener('blur', () => this.point(-1));
    new ResizeObserver(() => this.resize()).observe(this.canvas);
  }

  begin(world: World): void {
    const same = this.world && this.world.info.layout.site.join() === world.info.layout.site.join() && this.world.info.layout.ties.join() === world.info.layout.ties.join();
    this.world = world;
    [this.before, this.flows] = [null, []];
    if (!same) {
      this.places = placesOf(world.info.layout, world.info.sites);
      [this.focus, this.chosen] = [-1, -1];
    }
    this.resize();
  }

  /** A new frame came. */
  update(tick: number, caption: string): void {
    const frame = this.world.frame;
    if (this.before && tick > this.before.tick && tick - this.before.tick <= 8) {
      const now = performance.now();
      this.flows = [...this.flows.filter(f => now - f.since < 1000), ...flowsBetween(this.before.frame, frame, this.world.seats, now)].slice(-60);
    } else if (this.before && tick !== this.before.tick) {
      this.flows = [];
    }
    this.before = { tick, frame };
    if (this.caption.textContent !== caption) this.caption.textContent = caption;
    this.isDirty = true;
  }

  mark(seat: number): void {
    this.chosen = seat;
    this.isDirty = true;
  }

  recolour(): void {
    this.ink = inkOf();
    this.drawGround();
  }

  /** Draws when there is something new to see. */
  draw(now: number): boolean {
    const isMoving = this.flows.length > 0 && this.flows.some(f => now - f.since < 1000);
    if (!this.isDirty && !(isMoving && !isMotionReduced.matches)) return false;
    this.isDirty = isMoving && isMotionReduced.matches ? false : isMoving;
    const pen = this.canvas.getContext('2d')!;
    const ratio = devicePixelRatio;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.drawImage(this.ground, 0, 0);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawSeats(pen, this.view, this.world, this.ink, { focus: this.focus, chosen: this.chosen });
    drawFlows(pen, this.view, this.flows, isMotionReduced.matches ? this.flows[0]?.since ?? now : now, this.ink);
    return true;
  }

  get scene(): { view: View; world: World; width: number; height: number } {
    return { view: this.view, world: this.world, ...this.size };
  }

  get image(): HTMLCanvasElement {
    return this.canvas;
  }

  private resize(): void {
    if (!this.world) return;
    const [width, height] = [this.canvas.clientWidth, this.canvas.clientHeight];
    if (width === 0 || height === 0) return;
    this.size = { width, height };
    const ratio = devicePixelRatio;
    for (const canvas of [this.canvas, this.ground]) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    this.view = new View(this.places, width, height);
    this.drawGround();
  }

  private drawGround(): void {
    if (!this.view) return;
    const pen = this.ground.getContext('2d')!;
    const ratio = devicePixelRatio;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.fillStyle = this.ink.surface;
    pen.fillRect(0, 0, this.size.width, this.size.height);
    drawGround(pen, this.view, this.world, this.ink, this.size.width);
    this.isDirty = true;
  }

  private hit(event: MouseEvent): number {
    let [best, least] = [-1, 18 * 18];
    for (let seat = 0; seat < this.world.seats; seat++) {
      const [dx, dy] = [this.view.x(seat) - event.offsetX, this.view.y(seat) - event.offsetY];
      const reach = Math.max(0, Math.hypot(dx, dy) - this.view.radius(this.world.at(Quantity.authority, seat)));
      if (reach * reach < least || (reach === 0 && best < 0)) [best, least] = [seat, reach * reach];
    }
    return best;
  }

  private choose(seat: number): void {
    if (seat >= 0) this.onChoose(seat);
  }

  private point(seat: number): void {
    this.canvas.title = seat < 0 ? '' : this.describe(seat);
    this.canvas.style.cursor = seat < 0 ? '' : 'pointer';
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
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    this.isDirty = true;
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
