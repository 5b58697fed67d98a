import { write } from './address';
import { notice } from './dom';
import { World, type Draft, type Problem, type SessionView, type StateMessage, type TrialView } from './model';
import { listen, Refusal, server } from './server';

export interface Watcher {
  /** The worlds began, from their founding. */
  begun?(studio: Studio): void;
  /** Something was lived, or another tick is shown. */
  changed?(studio: Studio): void;
  /** What was asked for cannot be. */
  refused?(problems: Problem[]): void;
  trial?(view: TrialView): void;
}

/** What the page knows and asks for. Everything it shows follows from here. */
export class Studio {
  worlds: World[] = [];
  tick = 0;
  isPlaying = false;
  speed = 12;
  view!: SessionView;
  private readonly watchers: Watcher[] = [];
  private source?: EventSource;
  private epoch = -1;
  private pending: Promise<boolean> = Promise.resolve(true);
  private lastAddress = 0;
  private isUp = true;
  private early: StateMessage[] = [];

  get draft(): Draft {
    return this.view.draft;
  }

  get isTwin(): boolean {
    return this.worlds.length > 1;
  }

  watch(watcher: Watcher): void {
    this.watchers.push(watcher);
  }

  /** Opens a draft in a session of its own. */
  async open(draft: Draft, options: { tick: number; play: boolean; speed: number }): Promise<boolean> {
    try {
      const view = this.view ? await server.draft(this.view.id, draft) : await server.open(draft);
      this.speed = options.speed;
      this.adopt(view);
      await server.clock(view.id, { tick: options.tick, speed: options.speed });
      if (options.play) await this.play(true);
      return true;
    } catch (error) {
      return this.refuse(error);
    }
  }

  /** Changes the draft; the worlds live again up to the present tick. Changes follow each other, never at once. */
  change(edit: (draft: Draft) => void, from?: number): Promise<boolean> {
    this.pending = this.pending.then(async () => {
      const draft = structuredClone(this.draft);
      edit(draft);
      try {
        const view = await server.draft(this.view.id, draft);
        if (from !== undefined) await server.clock(view.id, { tick: from, play: this.isPlaying, speed: this.speed });
        this.adopt(view);
        return true;
      } catch (error) {
        if (error instanceof Refusal && error.message.includes('session has ended')) return await this.reopen(draft);
        return this.refuse(error);
      }
    });
    return this.pending;
  }

  async play(on: boolean): Promise<void> {
    await this.clock({ play: on, speed: this.speed });
  }

  async seek(tick: number): Promise<void> {
    await this.clock({ tick: Math.max(0, Math.min(tick, this.horizon)) });
  }

  async setSpeed(speed: number): Promise<void> {
    this.speed = speed;
    await this.clock({ speed, play: this.isPlaying ? true : undefined, tick: this.isPlaying ? undefined : this.tick });
  }

  get horizon(): number {
    return Math.max(...this.worlds.map(w => w.info.horizonTicks));
  }

  get hasEnded(): boolean {
    return this.worlds.length > 0 && this.worlds.every(w => w.end !== undefined && w.last >= w.end.tick) && this.tick >= Math.max(...this.worlds.map(w => w.last));
  }

  address(): string {
    return write({ draft: this.draft, tick: this.tick, speed: this.speed });
  }

  private async clock(request: { play?: boolean; speed?: number; tick?: number }): Promise<void> {
    try {
      await server.clock(this.view.id, request);
    } catch (error) {
      this.refuse(error);
    }
  }

  private async reopen(draft: Draft): Promise<boolean> {
    try {
      const [tick, view] = [this.tick, await server.open(draft)];
      this.adopt(view);
      await server.clock(view.id, { tick, speed: this.speed });
      return true;
    } catch (error) {
      return this.refuse(error);
    }
  }

  private adopt(view: SessionView): void {
    const isNew = view.id !== this.view?.id;
    this.view = view;
    this.epoch = view.epoch;
    this.worlds = view.worlds.map(info => new World(info, view.series));
    this.watchers.forEach(w => w.begun?.(this));
    if (isNew) {
      this.source?.close();
      this.source = listen(view.id, m => this.take(m), t => this.watchers.forEach(w => w.trial?.(t)), up => this.link(up));
    }
    const early = isNew ? [] : this.early;
    this.early = [];
    early.forEach(m => this.take(m));
    this.keepAddress(true);
  }

  private take(message: StateMessage): void {
    // Worlds that are about to be known may speak first; those that were replaced have nothing more to say.
    if (message.epoch > this.epoch) this.early.push(message);
    if (message.epoch !== this.epoch) return;
    if (message.worlds.some((m, k) => m.from > this.worlds[k].ticks.length)) return;
    [this.tick, this.isPlaying] = [message.tick, message.playing];
    message.worlds.forEach((m, k) => this.worlds[k].take(m));
    this.watchers.forEach(w => w.changed?.(this));
    this.keepAddress(!this.isPlaying);
  }

  private keepAddress(now: boolean): void {
    // Browsers refuse addresses that change too often.
    if (!now && performance.now() - this.lastAddress < 1000) return;
    if (now && performance.now() - this.lastAddress < 150) {
      setTimeout(() => this.keepAddress(true), 160);
      return;
    }
    this.lastAddress = performance.now();
    history.replaceState(null, '', this.address());
  }

  private link(isUp: boolean): void {
    if (isUp === this.isUp) return;
    this.isUp = isUp;
    notice(isUp ? 'The connection is back.' : 'The connection to the program is lost; the page keeps trying.', !isUp);
  }

  private refuse(error: unknown): false {
    const problems = error instanceof Refusal ? error.problems : [{ path: '', world: '', message: String(error) }];
    this.watchers.forEach(w => w.refused?.(problems));
    return false;
  }
}
