// What the server says: the shapes of src/Studio/Sessions and src/Studio/Trials.

export interface Removal { tick: number; seat: number }

/** From a tick on, parameters have other values: in world A, in world B, or in both. */
export interface Change { tick: number; world: '' | 'A' | 'B'; set: Record<string, string> }

export interface Draft {
  origin: string;
  set: Record<string, string>;
  b?: Record<string, string>;
  removals: Removal[];
  changes?: Change[];
  seed?: string;
  replicate?: number;
}

export interface Choice { name: string; summary: string }

export interface ParameterEntry {
  path: string;
  group: string;
  meaning: string;
  unit: string;
  symbol: string;
  allowed: string;
  kind: 'number' | 'whole' | 'flag' | 'choice' | 'text';
  min?: number;
  max?: number;
  choices: Choice[];
  value: string | number | boolean;
  origin?: string | number | boolean;
  standard?: string | number | boolean;
  isLive: boolean;
}

export interface Layout { site: number[]; level: number[]; names: string[]; ties: number[]; tiesLeftOut: number }

export interface WorldInfo {
  name: string;
  policy: string;
  horizonTicks: number;
  sites: number;
  runId: string;
  layout: Layout;
  parameters: ParameterEntry[];
  failsBelow?: number;
}

export interface SessionView { id: string; epoch: number; draft: Draft; name: string; series: string[]; worlds: WorldInfo[]; files: string[] }

export interface EventView { tick: number; kind: string; seat: number; generation: number; value?: number; detail: string }

export interface EndView { tick: number; cause: string; digest: string; message: string }

export interface WorldMessage { last: number; frame: string; moves: string; from: number; series: string; events: EventView[]; end?: EndView }

export interface StateMessage { epoch: number; tick: number; playing: boolean; speed: number; worlds: WorldMessage[] }

export interface RiverBand { seat: number; generation: number; values: number[] }

export interface River { ticks: number[]; bands: RiverBand[]; others: number[]; vacant: number[] }

export interface SeatHistory { seat: number; authority: number[]; power: number[]; strain: number[]; experience: number[]; generation: number[] }

export interface Share { estimate?: number; lower?: number; upper?: number; n: number }

export interface ArmView {
  name: string;
  runs: number;
  ticks: number[];
  founderLed: number[];
  outliving: number[];
  failed: number[];
  needEnded: number[];
  survival: { time: number; survival: number; lower: number; upper: number }[];
  exits: number;
  outlives: Share;
  landmarkTicks: number;
}

export interface TrialView {
  done: number;
  total: number;
  isRunning: boolean;
  arms: ArmView[];
  verdict: string[];
  cautions: string[];
  folders: string[];
  failure?: string;
}

export interface Preset { key: string; title: string; text: string; draft: Draft; ticks: number }

export interface FolderEntry { key: string; name: string; path: string; runs: number; isComplete: boolean }

export interface Start { presets: Preset[]; file?: string; results: FolderEntry[] }

export interface PointRow { index: number; values: Record<string, string>; runs: number; aliveAtEnd: Share; exits: number; outlives: Share }

export interface RunEntry { runId: string; point: number; replicate: number; endTick: number; cause: string; exitTick?: number; why: string }

export interface FolderView { key: string; name: string; question: string; note: string; factors: string[]; points: PointRow[]; arms: ArmView[]; surprising: RunEntry[] }

export interface Problem { path: string; world: string; message: string }

/** Quantities of a frame, in their order. */
export const Quantity = { authority: 0, power: 1, strain: 2, experience: 3, open: 4, generation: 5, vacant: 6 } as const;

/** Authority that went from one seat to another: handed over, or else moved by an allocation that named nobody. */
export interface Move { from: number; to: number; amount: number; isHandOver: boolean }

/** A world as far as the page knows it. */
export class World {
  readonly info: WorldInfo;
  readonly ticks: number[] = [];
  readonly series: number[][];
  readonly events: EventView[] = [];
  frame: Float32Array = new Float32Array();
  /** How authority moved since the tick that was shown before. */
  moves: Move[] = [];
  end?: EndView;

  constructor(info: WorldInfo, names: string[]) {
    this.info = info;
    this.series = names.map(() => []);
  }

  get seats(): number {
    return this.info.layout.site.length;
  }

  get last(): number {
    return this.ticks.length - 1;
  }

  at(quantity: number, seat: number): number {
    return this.frame[quantity * this.seats + seat] ?? 0;
  }

  take(message: WorldMessage): void {
    this.frame = floats(message.frame);
    const moves = floats(message.moves);
    this.moves = Array.from({ length: moves.length / 4 }, (_, k) => ({ from: moves[4 * k], to: moves[4 * k + 1], amount: moves[4 * k + 2], isHandOver: moves[4 * k + 3] === 1 }));
    const values = floats(message.series);
    const width = this.series.length;
    for (let row = 0; row * width < values.length; row++) {
      const tick = message.from + row;
      if (tick !== this.ticks.length) continue;
      this.ticks.push(tick);
      for (let k = 0; k < width; k++) this.series[k].push(values[row * width + k]);
    }
    this.events.push(...message.events);
    this.end = message.end;
  }
}

function floats(base64: string): Float32Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let k = 0; k < text.length; k++) bytes[k] = text.charCodeAt(k);
  return new Float32Array(bytes.buffer);
}
