import { Quantity, type Move, type World } from './model';
import { colour } from './dom';
import type { Places } from './places';

/** What a drawing needs of a canvas; vector files answer to the same calls. */
export interface Pen {
  fillStyle: string | CanvasGradient | CanvasPattern;
  strokeStyle: string | CanvasGradient | CanvasPattern;
  lineWidth: number;
  globalAlpha: number;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void;
  arc(x: number, y: number, r: number, from: number, to: number): void;
  fill(): void;
  stroke(): void;
  setLineDash(dash: number[]): void;
  fillText(text: string, x: number, y: number): void;
}

/** A movement of authority, drawn for a second. */
export interface Flow extends Move { since: number }

export interface Ink {
  tie: string; site: string; siteText: string; ring: string; vacant: string; flow: string; text: string; onDark: string; focus: string; surface: string; strain: string[];
}

export function inkOf(): Ink {
  return {
    tie: colour('tie'), site: colour('site'), siteText: colour('muted'), ring: colour('ring'), vacant: colour('muted'), flow: colour('flow'), text: colour('ink'),
    onDark: colour('on-dark'), focus: colour('focus'), surface: colour('surface'), strain: [0, 1, 2, 3, 4].map(k => colour(`strain-${k}`)),
  };
}

/** Where seats and sites are on a drawing. */
export interface View {
  readonly places: Places;
  /** Pixels between two seats. */
  readonly scale: number;
  x(seat: number): number;
  y(seat: number): number;
  site(k: number): { x: number; y: number; r: number };
  /** Area grows with authority; nobody is too small to be seen. */
  radius(authority: number): number;
}

/** Seats to be marked; −1: none. */
export interface Marks { focus: number; chosen: number }

/** A drawing of some size that shows the whole organization. */
export class FlatView implements View {
  readonly scale: number;
  private readonly centreX: number;
  private readonly centreY: number;

  constructor(readonly places: Places, width: number, height: number) {
    const margin = 14;
    this.scale = Math.max(1, (Math.min(width, height) - 2 * margin) / 2 / places.radius);
    this.centreX = width / 2;
    this.centreY = height / 2;
  }

  x(seat: number): number {
    return this.centreX + this.places.seats[seat].x * this.scale;
  }

  y(seat: number): number {
    return this.centreY + this.places.seats[seat].y * this.scale;
  }

  site(k: number): { x: number; y: number; r: number } {
    const site = this.places.sites[k];
    return { x: this.centreX + site.x * this.scale, y: this.centreY + site.y * this.scale, r: site.radius * this.scale };
  }

  radius(authority: number): number {
    const least = Math.min(6, Math.max(1.6, this.scale * 0.16));
    return Math.max(least, Math.sqrt(authority) * this.scale * Math.min(1.5, 0.95 + 0.1 * Math.sqrt(this.places.seats.length / 16)));
  }
}

/** Sites and ties: they never move. */
export function drawGround(pen: Pen, view: View, world: World, ink: Ink, width: number): void {
  const { layout } = world.info;
  drawSites(pen, view, world, ink, width);
  pen.strokeStyle = ink.tie;
  pen.lineWidth = layout.ties.length > 2000 ? 0.4 : 0.8;
  pen.beginPath();
  for (let k = 0; k < layout.ties.length; k += 2) {
    pen.moveTo(view.x(layout.ties[k]), view.y(layout.ties[k]));
    pen.lineTo(view.x(layout.ties[k + 1]), view.y(layout.ties[k + 1]));
  }
  pen.stroke();
}

/** Sites with their names. */
export function drawSites(pen: Pen, view: View, world: World, ink: Ink, width: number): void {
  const { sites } = world.info;
  if (sites < 2) return;
  pen.font = '11px system-ui, sans-serif';
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  view.places.sites.forEach((_, k) => {
    const { x, y, r } = view.site(k);
    pen.fillStyle = ink.site;
    disc(pen, x, y, r);
    pen.fill();
    if (sites > 24 || width <= 260) return;
    pen.fillStyle = ink.siteText;
    pen.fillText(sites <= 8 ? `site ${k + 1}` : String(k + 1), x, y - r + (sites <= 8 ? 12 : 10));
  });
}

/** Strain in five levels, as it is coloured. */
export function strainLevel(world: World, seat: number): number {
  return Math.min(4, Math.floor(world.at(Quantity.strain, seat) * 5));
}

/** Width of the ring of a seat; 0: too little power to be seen. */
export function ringOf(power: number, scale: number): number {
  return power > 0.002 ? Math.min(scale * 0.34, 1 + Math.sqrt(power) * scale * 0.42) : 0;
}

/** The number of a seat, where it has room. */
export function numberOf(pen: Pen, view: View, world: World, ink: Ink, seat: number): void {
  const isVacant = world.at(Quantity.generation, seat) < 0;
  const r = view.radius(world.at(isVacant ? Quantity.vacant : Quantity.authority, seat));
  if (r <= 11) return;
  pen.fillStyle = !isVacant && strainLevel(world, seat) > 2 ? ink.onDark : ink.text;
  pen.font = `600 ${Math.min(13, Math.max(10, r * 0.7)).toFixed(0)}px system-ui, sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(String(seat), view.x(seat), view.y(seat));
}

/** Seats: size is authority, ring is power, colour and strokes are strain, a dashed circle is a vacancy. */
export function drawSeats(pen: Pen, view: View, world: World, ink: Ink, marked: Marks): void {
  const seats = Array.from({ length: world.seats }, (_, seat) => seat).sort((a, b) => world.at(Quantity.authority, b) - world.at(Quantity.authority, a));
  for (const seat of seats) {
    const [x, y] = [view.x(seat), view.y(seat)];
    const isVacant = world.at(Quantity.generation, seat) < 0;
    const r = view.radius(isVacant ? world.at(Quantity.vacant, seat) : world.at(Quantity.authority, seat));
    if (isVacant) {
      pen.strokeStyle = ink.vacant;
      pen.lineWidth = 1.4;
      if (r > 4) pen.setLineDash([3, 2.5]);
      pen.fillStyle = ink.surface;
      disc(pen, x, y, r);
      pen.fill();
      pen.stroke();
      pen.setLineDash([]);
    } else {
      const width = ringOf(world.at(Quantity.power, seat), view.scale);
      if (width > 0) {
        pen.strokeStyle = ink.ring;
        pen.lineWidth = width;
        disc(pen, x, y, r + 1 + width / 2);
        pen.stroke();
      }
      const level = strainLevel(world, seat);
      pen.fillStyle = ink.strain[level];
      disc(pen, x, y, r);
      pen.fill();
      pen.strokeStyle = ink.surface;
      pen.lineWidth = 1;
      pen.stroke();
      if (r > 4.5) strokesOf(pen, x, y, r, level, ink);
    }
    numberOf(pen, view, world, ink, seat);
    if (seat === marked.focus || seat === marked.chosen) {
      pen.strokeStyle = ink.focus;
      pen.lineWidth = 2;
      pen.setLineDash(seat === marked.focus ? [] : [5, 3]);
      disc(pen, x, y, r + 7);
      pen.stroke();
      pen.setLineDash([]);
    }
  }
}

/** Hand-overs as arrows from giver to taker that fade within a second; dashed where an allocation named neither. */
export function drawFlows(pen: Pen, view: View, world: World, flows: Flow[], now: number, ink: Ink): void {
  for (const flow of flows) {
    const age = Math.max(0, now - flow.since) / 1000;
    if (age >= 1) continue;
    pen.globalAlpha = 0.9 * (1 - age);
    pen.strokeStyle = pen.fillStyle = ink.flow;
    pen.lineWidth = Math.min(6, 1.2 + Math.sqrt(flow.amount) * 7);
    pen.setLineDash(flow.isHandOver ? [] : [4, 4]);
    arrow(pen, arrowOf(view, world, flow));
    pen.setLineDash([]);
    pen.globalAlpha = 1;
  }
}

type Arrow = { from: [number, number]; bend: [number, number]; to: [number, number] };

/** From the edge of the giver to the edge of the taker; between discs that touch, from middle to middle. */
export function arrowOf(view: View, world: World, flow: Move): Arrow {
  const middle = (seat: number): [number, number] => [view.x(seat), view.y(seat)];
  const [[x0, y0], [x1, y1]] = [middle(flow.from), middle(flow.to)];
  const bend: [number, number] = [(x0 + x1) / 2 - (y1 - y0) * 0.18, (y0 + y1) / 2 + (x1 - x0) * 0.18];
  const [r0, r1] = [flow.from, flow.to].map(seat => view.radius(world.at(Quantity.authority, seat) + world.at(Quantity.vacant, seat)) + 1);
  const isClose = Math.hypot(x1 - x0, y1 - y0) < r0 + r1 + 6;
  const towards = ([x, y]: [number, number], far: number): [number, number] => {
    const distance = Math.hypot(bend[0] - x, bend[1] - y) || 1;
    return [x + ((bend[0] - x) / distance) * far, y + ((bend[1] - y) / distance) * far];
  };
  return { from: isClose ? [x0, y0] : towards([x0, y0], r0), bend, to: isClose ? [x1, y1] : towards([x1, y1], r1) };
}

function arrow(pen: Pen, { from, bend, to }: Arrow): void {
  const angle = Math.atan2(to[1] - bend[1], to[0] - bend[0]);
  const size = pen.lineWidth + 5;
  pen.beginPath();
  pen.moveTo(...from);
  // The line ends inside the head, so that the head keeps its tip.
  pen.quadraticCurveTo(...bend, to[0] - size * 0.7 * Math.cos(angle), to[1] - size * 0.7 * Math.sin(angle));
  pen.stroke();
  pen.beginPath();
  pen.moveTo(...to);
  pen.lineTo(to[0] - size * Math.cos(angle - 0.45), to[1] - size * Math.sin(angle - 0.45));
  pen.lineTo(to[0] - size * Math.cos(angle + 0.45), to[1] - size * Math.sin(angle + 0.45));
  pen.fill();
}

// Strokes show strain too: none, one, two, three or four.
function strokesOf(pen: Pen, x: number, y: number, r: number, level: number, ink: Ink): void {
  if (level === 0) return;
  pen.strokeStyle = level > 2 ? ink.onDark : ink.text;
  pen.lineWidth = 0.9;
  pen.beginPath();
  for (let k = 0; k < level; k++) {
    const offset = ((k + 1) / (level + 1) - 0.5) * 1.6 * r;
    const half = Math.sqrt(Math.max(0, r * r * 0.72 - offset * offset));
    const [c, s] = [Math.SQRT1_2, Math.SQRT1_2];
    pen.moveTo(x + offset * c - half * s, y + offset * s + half * c);
    pen.lineTo(x + offset * c + half * s, y + offset * s - half * c);
  }
  pen.globalAlpha = 0.55;
  pen.stroke();
  pen.globalAlpha = 1;
}

function disc(pen: Pen, x: number, y: number, r: number): void {
  pen.beginPath();
  pen.arc(x, y, r, 0, 2 * Math.PI);
}
