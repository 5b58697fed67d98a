import type { World } from './model';
import type { Places } from './places';
import { drawGround, drawSeats, FlatView, type Ink, type Marks, type View } from './scene';

/** What a network is drawn on. */
export interface Surface {
  readonly view: View;
  /** Sites, ties and places: they stay while a world lives. */
  begin(world: World, places: Places): void;
  /** The seats as they are now. */
  show(marks: Marks): void;
  /** Draws what is drawn over the seats, when it is asked for. */
  over(draw: (pen: CanvasRenderingContext2D) => void): void;
  recolour(ink: Ink): void;
  zoom(step: -1 | 0 | 1): void;
  end(): void;
}

/** Sets a canvas to the pixels of its place on the page; its pen counts in units of the page. */
export function fit(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
  const ratio = devicePixelRatio;
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) [canvas.width, canvas.height] = [w, h];
  const pen = canvas.getContext('2d')!;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  return pen;
}

/** A plain canvas, for browsers without WebGL: it shows the same but does not zoom. */
export class CanvasSurface implements Surface {
  view!: FlatView;
  private readonly canvas = document.createElement('canvas');
  private readonly ground = document.createElement('canvas');
  private readonly resized: ResizeObserver;
  private world?: World;
  private places!: Places;
  private marks: Marks = { focus: -1, chosen: -1 };

  constructor(private readonly box: HTMLElement, private ink: Ink, private readonly onChange: () => void) {
    box.append(this.canvas);
    box.dataset.surface = 'canvas';
    this.resized = new ResizeObserver(() => this.resize());
    this.resized.observe(box);
  }

  begin(world: World, places: Places): void {
    [this.world, this.places] = [world, places];
    this.resize();
  }

  show(marks: Marks): void {
    this.marks = marks;
  }

  over(draw: (pen: CanvasRenderingContext2D) => void): void {
    if (!this.world || !this.view) return;
    const pen = fit(this.canvas, this.box.clientWidth, this.box.clientHeight);
    pen.drawImage(this.ground, 0, 0, this.box.clientWidth, this.box.clientHeight);
    drawSeats(pen, this.view, this.world, this.ink, this.marks);
    draw(pen);
  }

  recolour(ink: Ink): void {
    this.ink = ink;
    this.resize();
  }

  zoom(): void {
    // There is one size.
  }

  end(): void {
    this.resized.disconnect();
    this.canvas.remove();
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.box;
    if (!this.world || width === 0 || height === 0) return;
    this.view = new FlatView(this.places, width, height);
    const pen = fit(this.ground, width, height);
    pen.fillStyle = this.ink.surface;
    pen.fillRect(0, 0, width, height);
    drawGround(pen, this.view, this.world, this.ink, width);
    this.onChange();
  }
}
