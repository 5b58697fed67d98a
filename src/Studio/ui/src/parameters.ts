import { addChange } from './address';
import { h, notice, words } from './dom';
import type { Change, Draft, ParameterEntry, Problem } from './model';
import type { Studio } from './studio';

const groupNames: Record<string, string> = { policy: 'Leadership policy', horizonTicks: 'Horizon' };

/** The parameters, made from the model's own catalog: value, unit, range, default, and when a change takes effect. */
export class ParameterPanel {
  private readonly list = h('div', { class: 'parameter-list' });
  private readonly search = h('input', { type: 'search', placeholder: 'Find a parameter', 'aria-label': 'Find a parameter', oninput: () => this.filter() });
  private readonly onlyChanged = h('input', { type: 'checkbox', id: 'only-changed', onchange: () => this.filter() });
  private readonly holds = h('select', { id: 'holds' }, h('option', { value: 'now' }, 'from the next tick on'), h('option', { value: 'founding' }, 'from the founding on'));
  private readonly details: HTMLDetailsElement;
  private readonly count = h('span', { class: 'count' });
  private rows: { entry: ParameterEntry; row: HTMLElement; isChanged: boolean }[] = [];
  private studio!: Studio;
  private open = new Set(['policy', 'channels', 'turnover', 'demand']);

  constructor(element: HTMLElement) {
    this.details = h('details', { class: 'panel' },
      h('summary', {}, h('h2', {}, 'Parameters'), this.count),
      h('div', { class: 'tools' }, this.search, h('label', { class: 'check', for: 'only-changed' }, this.onlyChanged, 'changed only'),
        h('label', { class: 'holds', for: 'holds' }, 'A change holds'), this.holds,
        h('button', { type: 'button', class: 'small', onclick: () => void this.studio.change(d => { d.set = {}; if (d.b) d.b = {}; d.removals = []; d.changes = []; }, 0) }, 'Reset all')),
      this.list);
    this.details.open = matchMedia('(min-width: 1100px)').matches;
    element.append(this.details);
  }

  begun(studio: Studio): void {
    this.studio = studio;
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.id : '';
    const scroll = this.list.scrollTop;
    const byPath = new Map(studio.worlds[0].info.parameters.map(p => [p.path, p]));
    const other = new Map((studio.worlds[1]?.info.parameters ?? []).map(p => [p.path, p]));
    const paths = [...new Set([...byPath.keys(), ...other.keys()])];
    const groups = Map.groupBy(paths, path => path.split('.')[0]);
    this.rows = [];
    this.list.replaceChildren(...[...groups].map(([group, members]) => this.group(group, members, byPath, other)));
    const changed = this.rows.filter(r => r.isChanged).length;
    this.count.textContent = changed === 0 ? '' : `${changed} changed`;
    this.filter();
    this.list.scrollTop = scroll;
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  }

  refused(problems: Problem[]): void {
    for (const problem of problems) {
      const field = document.getElementById(`p${problem.world === 'B' ? 'B' : ''}-${problem.path}`) ?? document.getElementById(`p-${problem.path}`);
      const row = field?.closest<HTMLElement>('.parameter');
      if (!row || !field) {
        notice(problem.message, true);
        continue;
      }
      const error = row.querySelector<HTMLElement>('.error')!;
      error.textContent = problem.message;
      error.id = `error-${problem.path}`;
      field.setAttribute('aria-invalid', 'true');
      field.setAttribute('aria-describedby', error.id);
      (row.closest('details') as HTMLDetailsElement).open = true;
    }
  }

  private group(group: string, paths: string[], a: Map<string, ParameterEntry>, b: Map<string, ParameterEntry>): HTMLElement {
    const rows = paths.map(path => this.row((a.get(path) ?? b.get(path))!, a.get(path), b.get(path)));
    const details = h('details', { class: 'group' }, h('summary', {}, groupNames[group] ?? capital(words(group))), ...rows);
    details.open = this.open.has(group);
    details.addEventListener('toggle', () => (details.open ? this.open.add(group) : this.open.delete(group)));
    return details;
  }

  private row(entry: ParameterEntry, a: ParameterEntry | undefined, b: ParameterEntry | undefined): HTMLElement {
    const { draft, isTwin } = this.studio;
    const differs = isTwin && (draft.b?.[entry.path] !== undefined || !a || !b);
    const changes = (draft.changes ?? []).filter(c => c.set[entry.path] !== undefined);
    const isChanged = changes.length > 0 || isOther(a) || isOther(b);
    const name = entry.path.includes('.') ? capital(words(entry.path.split('.').slice(1).join(' '))) : capital(words(entry.path));
    const fields: HTMLElement[] = [];
    if (a) fields.push(this.field(a, differs ? 'A' : ''));
    if (differs && b) fields.push(this.field(b, 'B'));
    const row = h('div', { class: `parameter${isChanged ? ' changed' : ''}`, 'data-path': entry.path },
      h('div', { class: 'name' },
        h('label', { for: `p-${entry.path}` }, name),
        entry.symbol ? h('span', { class: 'symbol' }, entry.symbol) : null,
        isChanged ? h('span', { class: 'mark', title: 'changed' }, 'changed') : null),
      h('div', { class: 'fields' }, ...fields,
        isTwin && a && b ? h('button', {
          type: 'button', class: 'small differ', 'aria-pressed': String(differs), title: 'Let this parameter differ between world A and world B', 'aria-label': `A≠B: ${name} differs between the worlds`,
          onclick: () => void this.toggleB(entry.path, b.value),
        }, 'A≠B') : null,
        isChanged ? h('button', { type: 'button', class: 'small', 'aria-label': `Reset ${name}`, title: 'Back to where this scenario starts', onclick: () => void this.reset(entry) }, '↺') : null),
      ...changes.map(c => h('p', { class: 'later' }, c.world ? h('span', { class: `world w${c.world}` }, c.world) : null, `from tick ${c.tick} on: ${words(c.set[entry.path])} `,
        h('button', { type: 'button', class: 'small', 'aria-label': `Undo the change of ${name} at tick ${c.tick}`, onclick: () => void this.undo(entry, c) }, '✕'))),
      h('p', { class: 'hint' }, entry.meaning + '. ', h('span', {}, this.hint(entry))),
      h('p', { class: 'error', role: 'alert' }));
    this.rows.push({ entry, row, isChanged });
    return row;
  }

  private hint(entry: ParameterEntry): string {
    const parts: string[] = [];
    if (entry.allowed) parts.push(`Allowed: ${entry.allowed}`);
    if (entry.standard !== undefined && entry.standard !== '') parts.push(`default ${typeof entry.standard === 'number' ? shown(entry.standard) : String(entry.standard)}`);
    parts.push(`takes effect ${entry.isLive ? 'now' : 'at restart'}`);
    return parts.join('; ') + '.';
  }

  private field(entry: ParameterEntry, world: string): HTMLElement {
    const id = `p${world === 'B' ? 'B' : ''}-${entry.path}`;
    const apply = (value: string): void => void this.set(entry, world, value);
    let input: HTMLElement;
    if (entry.kind === 'choice') {
      const select = h('select', { id, onchange: () => apply(select.value) }, ...entry.choices.map(c => h('option', { value: c.name, selected: c.name === entry.value, title: c.summary }, words(c.name))));
      input = select;
    } else if (entry.kind === 'flag') {
      const box = h('input', { id, type: 'checkbox', checked: entry.value === true, onchange: () => apply(String(box.checked)) });
      input = box;
    } else {
      const box = h('input', { id, value: typeof entry.value === 'number' ? shown(entry.value) : String(entry.value), inputmode: entry.kind === 'text' ? 'text' : 'decimal', autocomplete: 'off', spellcheck: 'false', onchange: () => apply(box.value.trim()) });
      input = box;
    }
    const unit = entry.unit && entry.unit !== '1' && entry.unit !== '' ? h('span', { class: 'unit' }, entry.unit) : null;
    return h('span', { class: 'field' }, world ? h('label', { class: `world w${world}`, for: id }, world) : null, input, unit);
  }

  private async set(entry: ParameterEntry, world: string, value: string): Promise<void> {
    const { tick, horizon } = this.studio;
    if (entry.isLive && this.holds.value === 'now' && tick > 0 && tick < horizon) {
      // All that was lived stays; the run continues from here by other rules.
      const isDone = await this.studio.change(draft => addChange(draft, tick + 1, world as '' | 'A' | 'B', entry.path, value));
      if (isDone) notice(`${entry.path} is ${value} from tick ${tick + 1} on. All before stays as it was.`);
      return;
    }
    const isDone = await this.studio.change(draft => {
      const values = world === 'B' ? draft.b! : draft.set;
      if (entry.path === 'policy' || entry.path === 'network') {
        for (const path of Object.keys(values)) if (path.startsWith(entry.path + '.')) delete values[path];
      } else if (entry.path.startsWith('policy.') || entry.path.startsWith('network.')) {
        // Its kind is said with it, so that it is clear whose parameter it is.
        const part = entry.path.split('.')[0];
        if (world === 'B' && draft.b![part] === undefined) draft.b![part] = String(this.studio.worlds[1].info.parameters.find(p => p.path === part)!.value);
        if (world !== 'B') draft.set[part] ??= String(this.studio.worlds[0].info.parameters.find(p => p.path === part)!.value);
      }
      values[entry.path] = value;
    }, entry.isLive ? undefined : 0);
    if (isDone && !entry.isLive) notice(`${entry.path} belongs to the founding: the run was restarted.`);
  }

  private async toggleB(path: string, value: unknown): Promise<void> {
    await this.studio.change(draft => {
      if (draft.b![path] === undefined) draft.b![path] = String(value);
      else for (const key of Object.keys(draft.b!)) if (key === path || key.startsWith(path + '.')) delete draft.b![key];
    });
  }

  private async undo(entry: ParameterEntry, { tick, world }: Change): Promise<void> {
    await this.studio.change(draft => dropChanges(draft, (c, path) => c.tick === tick && c.world === world && path === entry.path));
  }

  private async reset(entry: ParameterEntry): Promise<void> {
    await this.studio.change(draft => {
      dropChanges(draft, (_, path) => path === entry.path || path.startsWith(entry.path + '.'));
      for (const values of [draft.set, draft.b ?? {}]) for (const key of Object.keys(values)) if (key === entry.path || key.startsWith(entry.path + '.')) delete values[key];
    }, entry.isLive ? undefined : 0);
  }

  private filter(): void {
    const text = this.search.value.trim().toLowerCase();
    for (const { entry, row, isChanged } of this.rows) {
      const isFound = !text || `${entry.path} ${words(entry.path)} ${entry.meaning} ${entry.symbol}`.toLowerCase().includes(text);
      row.hidden = !isFound || (this.onlyChanged.checked && !isChanged);
    }
    for (const group of this.list.querySelectorAll<HTMLDetailsElement>('.group')) {
      group.hidden = [...group.querySelectorAll<HTMLElement>('.parameter')].every(r => r.hidden);
      if (text || this.onlyChanged.checked) group.open = true;
    }
  }
}

function dropChanges(draft: Draft, isDropped: (change: Change, path: string) => boolean): void {
  for (const change of draft.changes ?? []) for (const path of Object.keys(change.set)) if (isDropped(change, path)) delete change.set[path];
  draft.changes = draft.changes?.filter(c => Object.keys(c.set).length > 0);
}

// A parameter that another policy brings along is changed where it is not at its default.
function isOther(entry: ParameterEntry | undefined): boolean {
  return entry !== undefined && entry.value !== (entry.origin ?? entry.standard);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function shown(value: number): string {
  const text = String(value);
  return text.length > 10 ? String(Number(value.toPrecision(6))) : text;
}
