import type { Change, Draft } from './model';

/** The state of the page as its address holds it: `#from=standard&seed=7&policy=hoarding&B.policy=distributed&at61B:channels.remote=0.2&leaves=3@61&tick=120`. */
export interface PageState { draft: Draft; tick: number; speed: number }

const reserved = new Set(['from', 'seed', 'replicate', 'leaves', 'tick', 'speed', 'twin']);

export function write(state: PageState): string {
  const entries: [string, string][] = [['from', state.draft.origin]];
  if (state.draft.seed) entries.push(['seed', state.draft.seed]);
  if (state.draft.replicate) entries.push(['replicate', String(state.draft.replicate)]);
  entries.push(...Object.entries(state.draft.set));
  if (state.draft.b) {
    entries.push(...Object.entries(state.draft.b).map(([path, value]): [string, string] => [`B.${path}`, value]));
    if (Object.keys(state.draft.b).length === 0) entries.push(['twin', '1']);
  }
  entries.push(...state.draft.removals.map((r): [string, string] => ['leaves', `${r.seat}@${r.tick}`]));
  for (const { tick, world, set } of state.draft.changes ?? []) entries.push(...Object.entries(set).map(([path, value]): [string, string] => [`at${tick}${world}:${path}`, value]));
  if (state.tick > 0) entries.push(['tick', String(state.tick)]);
  entries.push(['speed', String(state.speed)]);
  return '#' + entries.map(([key, value]) => `${spell(key)}=${spell(value)}`).join('&');
}

/** Adds a value that holds from a tick on, beside others from the same tick. */
export function addChange(draft: Draft, tick: number, world: Change['world'], path: string, value: string): void {
  const changes = (draft.changes ??= []);
  let change = changes.find(c => c.tick === tick && c.world === world);
  if (!change) changes.push(change = { tick, world, set: {} });
  change.set[path] = value;
}

function spell(text: string): string {
  return encodeURIComponent(text).replace(/%40/g, '@').replace(/%3A/g, ':').replace(/%2F/g, '/');
}

export function read(hash: string): PageState | null {
  const entries = new URLSearchParams(hash.replace(/^#/, ''));
  const origin = entries.get('from');
  if (!origin) return null;
  const draft: Draft = { origin, set: {}, removals: [], seed: entries.get('seed') ?? undefined };
  const replicate = entries.get('replicate');
  if (replicate) draft.replicate = Number(replicate);
  for (const [key, value] of entries) {
    const change = /^at(\d+)([AB]?):(.+)$/.exec(key);
    if (change) addChange(draft, Number(change[1]), change[2] as Change['world'], change[3], value);
    else if (key.startsWith('B.')) (draft.b ??= {})[key.slice(2)] = value;
    else if (key === 'leaves' && /^\d+@\d+$/.test(value)) draft.removals.push({ seat: Number(value.split('@')[0]), tick: Number(value.split('@')[1]) });
    else if (!reserved.has(key)) draft.set[key] = value;
  }
  if (entries.has('twin')) draft.b ??= {};
  const [tick, speed] = [Number(entries.get('tick') ?? 0), Number(entries.get('speed') ?? 12)];
  return { draft, tick: Number.isFinite(tick) ? Math.max(0, Math.floor(tick)) : 0, speed: Number.isFinite(speed) ? Math.max(0, speed) : 12 };
}
