import type { Draft } from './model';

/** The state of the page as its address holds it: `#from=standard&seed=7&policy=hoarding&B.policy=distributed&leaves=3@61&tick=120`. */
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
  if (state.tick > 0) entries.push(['tick', String(state.tick)]);
  entries.push(['speed', String(state.speed)]);
  return '#' + entries.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value).replace(/%40/g, '@').replace(/%3A/g, ':').replace(/%2F/g, '/')}`).join('&');
}

export function read(hash: string): PageState | null {
  const entries = new URLSearchParams(hash.replace(/^#/, ''));
  const origin = entries.get('from');
  if (!origin) return null;
  const draft: Draft = { origin, set: {}, removals: [], seed: entries.get('seed') ?? undefined };
  const replicate = entries.get('replicate');
  if (replicate) draft.replicate = Number(replicate);
  for (const [key, value] of entries) {
    if (key.startsWith('B.')) (draft.b ??= {})[key.slice(2)] = value;
    else if (key === 'leaves' && /^\d+@\d+$/.test(value)) draft.removals.push({ seat: Number(value.split('@')[0]), tick: Number(value.split('@')[1]) });
    else if (!reserved.has(key)) draft.set[key] = value;
  }
  if (entries.has('twin')) draft.b ??= {};
  const [tick, speed] = [Number(entries.get('tick') ?? 0), Number(entries.get('speed') ?? 12)];
  return { draft, tick: Number.isFinite(tick) ? Math.max(0, Math.floor(tick)) : 0, speed: Number.isFinite(speed) ? Math.max(0, speed) : 12 };
}
