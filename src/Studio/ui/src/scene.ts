import { Quantity, type World } from './model';
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

export interface Flow { from: number; to: number; amount: number; since: number }

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

/** Hand-overs as arcs that fade within a second. */
export function drawFlows(pen: Pen, view: View, flows: Flow[], now: number, ink: Ink): void {
  for (const flow of flows) {
    const age = (now - flow.since) / 1000;
    if (age >= 1) continue;
    const [x0, y0, x1, y1] = [view.x(flow.from), view.y(flow.from), view.x(flow.to), view.y(flow.to)];
    const [mx, my] = [(x0 + x1) / 2 - (y1 - y0) * 0.18, (y0 + y1) / 2 + (x1 - x0) * 0.18];
    pen.globalAlpha = 0.9 * (1 - age);
    pen.strokeStyle = ink.flow;
    pen.fillStyle = ink.flow;
    pen.lineWidth = Math.min(6, 1.2 + Math.sqrt(flow.amount) * 7);
    pen.beginPath();
    pen.moveTo(x0, y0);
    pen.quadraticCurveTo(mx, my, x1, y1);
    pen.stroke();
    const angle = Math.atan2(y1 - my, x1 - mx);
    const [tipX, tipY, size] = [x1, y1, pen.lineWidth + 4];
    pen.beginPath();
    pen.moveTo(tipX, tipY);
    pen.lineTo(tipX - size * Math.cos(angle - 0.45), tipY - size * Math.sin(angle - 0.45));
    pen.lineTo(tipX - size * Math.cos(angle + 0.45), tipY - size * Math.sin(angle + 0.45));
    pen.fill();
    pen.globalAlpha = 1;
  }
}

/** Between whom authority moved: from seats that hold less than before to those that hold more, the largest amounts first. */
export function flowsBetween(before: Float32Array, after: Float32Array, seats: number, now: number): Flow[] {
  const least = 0.004;
  const [givers, takers]: { seat: number; amount: number }[][] = [[], []];
  for (let seat = 0; seat < seats; seat++) {
    const held = (frame: Float32Array): number => frame[Quantity.authority * seats + seat] + frame[Quantity.vacant * seats + seat];
    const change = held(after) - held(before);
    if (change < -least) givers.push({ seat, amount: -change });
    if (change > least) takers.push({ seat, amount: change });
  }
  givers.sort((a, b) => b.amount - a.amount);
  takers.sort((a, b) => b.amount - a.amount);
  const flows: Flow[] = [];
  for (let g = 0, t = 0; g < givers.length && t < takers.length && flows.length < 16;) {
    const amount = Math.min(givers[g].amount, takers[t].amount);
    if (amount > least / 2) flows.push({ from: givers[g].seat, to: takers[t].seat, amount, since: now });
    givers[g].amount -= amount;
    takers[t].amount -= amount;
    if (givers[g].amount <= least / 2) g++;
    if (takers[t].amount <= least / 2) t++;
  }
  return flows;
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
