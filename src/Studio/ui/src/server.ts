import type { Draft, FolderEntry, FolderView, Problem, River, RunEntry, SeatHistory, SessionView, Start, StateMessage, TrialView } from './model';

/** What the server refused, in words for the reader. */
export class Refusal extends Error {
  constructor(readonly problems: Problem[]) {
    super(problems.map(p => p.message).join('\n'));
  }
}

// All addresses are relative: the page may stand behind a path prefix.
async function call<T>(path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  } catch {
    throw new Refusal([{ path: '', world: '', message: 'The program behind this page does not answer. Is it still running?' }]);
  }
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  if (response.ok) return JSON.parse(text) as T;
  let problems: Problem[];
  try {
    problems = (JSON.parse(text) as { problems: Problem[] }).problems;
  } catch {
    problems = [{ path: '', world: '', message: text || `The program answered with status ${response.status}.` }];
  }
  throw new Refusal(problems);
}

export const server = {
  start: () => call<Start>('api/start'),
  open: (draft: Draft) => call<SessionView>('api/sessions', draft),
  draft: (id: string, draft: Draft) => call<SessionView>(`api/sessions/${id}/draft`, draft),
  clock: (id: string, request: { play?: boolean; speed?: number; tick?: number }) => call<void>(`api/sessions/${id}/clock`, request),
  rivers: (id: string) => call<River[]>(`api/sessions/${id}/river`),
  seat: (id: string, seat: number) => call<SeatHistory[]>(`api/sessions/${id}/seats/${seat}`),
  experiment: (id: string) => fetch(`api/sessions/${id}/experiment`),
  trial: (id: string, replicates: number) => call<void>(`api/sessions/${id}/trial`, { replicates }),
  stopTrial: (id: string) => call<void>(`api/sessions/${id}/trial/stop`, {}),
  results: () => call<FolderEntry[]>('api/results'),
  folder: (key: string) => call<FolderView>(`api/results/${encodeURIComponent(key)}`),
  runs: (key: string, point: number) => call<RunEntry[]>(`api/results/${encodeURIComponent(key)}/points/${point}`),
  end: (id: string) => navigator.sendBeacon(`api/sessions/${id}/end`),
};

/** Listens to a session; the browser itself continues where it was when the connection is lost. */
export function listen(id: string, onState: (message: StateMessage) => void, onTrial: (view: TrialView) => void, onLink: (isUp: boolean) => void): EventSource {
  const source = new EventSource(`api/sessions/${id}/stream`);
  source.addEventListener('state', e => onState(JSON.parse((e as MessageEvent<string>).data) as StateMessage));
  source.addEventListener('trial', e => onTrial(JSON.parse((e as MessageEvent<string>).data) as TrialView));
  source.addEventListener('open', () => onLink(true));
  source.addEventListener('error', () => onLink(false));
  return source;
}
