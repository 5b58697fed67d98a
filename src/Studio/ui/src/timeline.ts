import { windowOf } from './charts';
import { colour, h } from './dom';
import type { Studio } from './studio';

/** The time line: drag it to any tick that was lived. Marks show exits, removals, changes and ends. */
export class Timeline {
  private readonly slider = h('input', { type: 'range', min: 0, max: 60, value: 0, step: 1, 'aria-label': 'Tick', oninput: () => void this.studio.seek(Number(this.slider.value)) });
  private readonly marks = h('canvas', { class: 'marks', 'aria-hidden': 'true' });
  private readonly reading = h('output', { class: 'reading', for: 'tick' });
  private studio!: Studio;

  constructor(element: HTMLElement) {
    this.slider.id = 'tick';
    element.append(h('div', { class: 'track' }, this.marks, this.slider), this.reading);
    new ResizeObserver(() => this.draw()).observe(this.marks);
  }

  update(studio: Studio): void {
    this.studio = studio;
    const window = windowOf(studio.worlds);
    this.slider.max = String(window);
    if (document.activeElement !== this.slider || Number(this.slider.value) !== studio.tick) this.slider.value = String(studio.tick);
    const reading = `tick ${studio.tick} of ${studio.horizon}${studio.hasEnded ? ', the end' : ''}`;
    if (this.reading.textContent !== reading) this.reading.textContent = reading;
    this.slider.setAttribute('aria-valuetext', reading);
    this.draw();
  }

  draw(): void {
    if (!this.studio) return;
    const [width, height] = [this.marks.clientWidth, this.marks.clientHeight];
    if (width === 0) return;
    const ratio = devicePixelRatio;
    if (this.marks.width !== Math.round(width * ratio)) [this.marks.width, this.marks.height] = [Math.round(width * ratio), Math.round(height * ratio)];
    const pen = this.marks.getContext('2d')!;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    const max = Number(this.slider.max);
    // The knob of a slider keeps half its width from either end.
    const x = (tick: number): number => 8 + (tick / max) * (width - 16);
    const rows = this.studio.worlds.length;
    this.studio.worlds.forEach((world, k) => {
      const [top, deep] = [(k * height) / rows + 1, height / rows - 2];
      pen.fillStyle = colour(k === 0 ? 'world-a-soft' : 'world-b-soft');
      pen.fillRect(x(0), top, x(world.last) - x(0), deep);
      for (const event of world.events) {
        if (event.kind === 'departure' && (event.value ?? 0) > 0.02) mark(pen, x(event.tick), top, deep * 0.55, colour('muted'), 1);
        if (event.kind === 'coreExit') mark(pen, x(event.tick), top, deep, colour('c-need'), 2);
        if (event.kind === 'shock') mark(pen, x(event.tick), top, deep, colour('flow'), 2);
        if (event.kind === 'change') mark(pen, x(event.tick), top, deep, colour('accent'), 2);
        if (event.kind === 'end') mark(pen, x(event.tick), top, deep, colour('ink'), 3);
      }
    });
  }
}

function mark(pen: CanvasRenderingContext2D, x: number, y: number, deep: number, ink: string, width: number): void {
  pen.fillStyle = ink;
  pen.fillRect(x - width / 2, y, width, deep);
}
