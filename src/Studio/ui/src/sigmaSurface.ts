import { UndirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { Quantity, type World } from './model';
import type { Places } from './places';
import { rgba, SeatProgram, type SeatShape } from './seatProgram';
import { drawSites, FlatView, numberOf, ringOf, strainLevel, type Ink, type Marks, type View } from './scene';
import { fit, type Surface } from './surface';

const margin = 14;

type Seat = SeatShape & { x: number; y: number; size: number; color: string };

/** A graph drawn by sigma in WebGL: seats by a program of their own, ties as its edges, sites below and hand-overs above on canvases. */
export class SigmaSurface implements Surface {
  view!: View;
  private readonly sigma: Sigma<Seat>;
  private readonly sites: HTMLCanvasElement;
  private readonly top: HTMLCanvasElement;
  private readonly back: HTMLButtonElement;
  private flat!: FlatView;
  private places?: Places;
  private world?: World;
  private marks: Marks = { focus: -1, chosen: -1 };

  /** @throws where the browser has no WebGL, or draws it without a graphics card: a plain canvas is several times faster there */
  constructor(box: HTMLElement, private ink: Ink, private readonly onChange: () => void, onChoose: (x: number, y: number) => void) {
    const isAsked = new URLSearchParams(location.search).get('network') === 'webgl';
    if (!isAsked && !hasGraphicsCard()) throw new Error('no WebGL that is fast');
    box.dataset.surface = 'sigma';
    SeatProgram.ink = ink;
    this.sigma = new Sigma<Seat>(new UndirectedGraph<Seat>(), box, {
      nodeProgramClasses: { seat: SeatProgram as never }, nodeHoverProgramClasses: { seat: SeatProgram as never }, defaultNodeType: 'seat', defaultDrawNodeHover: () => undefined,
      renderLabels: false, stagePadding: margin, itemSizesReference: 'positions', zoomToSizeRatioFunction: ratio => ratio, minEdgeThickness: 0.4, antiAliasingFeather: 0.6,
      minCameraRatio: 0.1, maxCameraRatio: 1, cameraPanBoundaries: { tolerance: 40 }, allowInvalidContainer: true, doubleClickZoomingRatio: 1,
    });
    this.sites = this.sigma.createCanvas('sites', { beforeLayer: 'edges' });
    this.top = this.sigma.createCanvas('flows', { beforeLayer: 'mouse' });
    this.back = document.createElement('button');
    Object.assign(this.back, { type: 'button', className: 'small whole-view', textContent: 'whole view', hidden: true, onclick: () => this.zoom(0) });
    box.append(this.back);
    this.sigma.on('clickNode', ({ event }) => onChoose(event.x, event.y));
    this.sigma.on('clickStage', ({ event }) => onChoose(event.x, event.y));
    this.sigma.on('resize', () => this.resize());
    this.sigma.on('afterRender', () => this.drawn());
    // The wheel and one finger scroll the page; Ctrl and the wheel, or two fingers, zoom.
    box.addEventListener('wheel', e => { if (!e.ctrlKey && !e.metaKey) e.stopPropagation(); }, { capture: true, passive: true });
    for (const kind of ['touchstart', 'touchmove'] as const) box.addEventListener(kind, e => { if (e.touches.length < 2) e.stopPropagation(); }, { capture: true, passive: true });
  }

  begin(world: World, places: Places): void {
    const isSame = places === this.places;
    [this.world, this.places] = [world, places];
    this.sigma.resize();
    this.resize();
    if (isSame) return;
    const graph = new UndirectedGraph<Seat>();
    places.seats.forEach(({ x, y }, seat) => graph.addNode(seat, { x, y: -y, size: 0, radius: 0, ring: 0, level: 0, mark: 0, rank: seat, color: this.ink.strain[0] }));
    const { ties } = world.info.layout;
    const edge = { size: (ties.length > 2000 ? 0.6 : 1.2) / this.flat.scale, color: premultiplied(this.ink.tie) };
    for (let k = 0; k < ties.length; k += 2) graph.mergeEdge(ties[k], ties[k + 1], edge);
    this.sigma.setCustomBBox({ x: [-places.radius, places.radius], y: [-places.radius, places.radius] });
    this.sigma.setGraph(graph);
    this.sigma.getCamera().setState({ x: 0.5, y: 0.5, angle: 0, ratio: 1 });
  }

  show(marks: Marks): void {
    this.marks = marks;
    const { world, flat } = this;
    if (!world || !flat) return;
    const held = (seat: number): number => world.at(Quantity.authority, seat) + world.at(Quantity.vacant, seat);
    const ranks = new Int32Array(world.seats);
    Array.from({ length: world.seats }, (_, seat) => seat).sort((a, b) => held(b) - held(a)).forEach((seat, rank) => { ranks[seat] = rank; });
    this.sigma.getGraph().updateEachNodeAttributes((key, seat) => {
      const k = Number(key);
      const isVacant = world.at(Quantity.generation, k) < 0;
      const level = strainLevel(world, k);
      seat.radius = seat.size = flat.radius(world.at(isVacant ? Quantity.vacant : Quantity.authority, k)) / flat.scale;
      seat.ring = isVacant ? 0 : ringOf(world.at(Quantity.power, k), flat.scale) / flat.scale;
      [seat.level, seat.color, seat.rank] = [isVacant ? -1 : level, this.ink.strain[level], ranks[k]];
      seat.mark = k === marks.focus ? 1 : k === marks.chosen ? 2 : 0;
      return seat;
    }, { attributes: ['size', 'radius', 'ring', 'level', 'color', 'mark', 'rank'] });
  }

  over(draw: (pen: CanvasRenderingContext2D) => void): void {
    if (!this.world || !this.view) return;
    const { width, height } = this.sigma.getDimensions();
    const pen = fit(this.top, width, height);
    pen.clearRect(0, 0, width, height);
    for (let seat = 0; seat < this.world.seats; seat++) numberOf(pen, this.view, this.world, this.ink, seat);
    draw(pen);
  }

  recolour(ink: Ink): void {
    this.ink = SeatProgram.ink = ink;
    this.sigma.getGraph().updateEachEdgeAttributes((_, edge) => ({ ...edge, color: premultiplied(ink.tie) }), { attributes: ['color'] });
    this.show(this.marks);
  }

  zoom(step: -1 | 0 | 1): void {
    const camera = this.sigma.getCamera();
    if (step === 0) camera.setState({ x: 0.5, y: 0.5, ratio: 1 });
    else camera.setState({ ratio: Math.min(1, Math.max(0.1, camera.ratio * (step > 0 ? 0.7 : 1 / 0.7))) });
  }

  end(): void {
    this.sigma.kill();
    this.back.remove();
  }

  private resize(): void {
    const { width, height } = this.sigma.getDimensions();
    if (!this.places) return;
    this.flat = new FlatView(this.places, width, height);
    this.view = new CameraView(this.sigma, this.flat);
    this.show(this.marks);
  }

  // Sigma has drawn seats and ties: what lies below and above them follows its camera.
  private drawn(): void {
    if (!this.world || !this.view) return;
    const { width, height } = this.sigma.getDimensions();
    const pen = fit(this.sites, width, height);
    pen.clearRect(0, 0, width, height);
    drawSites(pen, this.view, this.world, this.ink, width);
    this.back.hidden = this.sigma.getCamera().ratio > 0.999;
    this.onChange();
  }
}

/** Where sigma's camera shows what lies in its graph. */
class CameraView implements View {
  constructor(private readonly sigma: Sigma<Seat>, private readonly flat: FlatView) {}

  get places(): Places {
    return this.flat.places;
  }

  get scale(): number {
    return this.flat.scale / this.sigma.getCamera().ratio;
  }

  x(seat: number): number {
    return this.at(this.places.seats[seat]).x;
  }

  y(seat: number): number {
    return this.at(this.places.seats[seat]).y;
  }

  site(k: number): { x: number; y: number; r: number } {
    const site = this.places.sites[k];
    return { ...this.at(site), r: site.radius * this.scale };
  }

  radius(authority: number): number {
    return this.flat.radius(authority) / this.sigma.getCamera().ratio;
  }

  private at({ x, y }: { x: number; y: number }): { x: number; y: number } {
    return this.sigma.graphToViewport({ x, y: -y });
  }
}

function hasGraphicsCard(): boolean {
  const gl = document.createElement('canvas').getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  if (!gl) return false;
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return !/swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer);
}

// Sigma adds colours to what is below as they are; they bring their opacity with them.
function premultiplied(colour: string): string {
  const [r, g, b, a] = rgba(colour);
  return `rgba(${[r, g, b].map(part => Math.round(part * a * 255)).join(',')},${a})`;
}
