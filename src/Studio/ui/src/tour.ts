import { h } from './dom';

const steps: [string, string, string][] = [
  ['networks', 'Two programs, one fate', 'Both worlds have the same people, who would leave at the same ticks, and the same need. Only the way of holding authority differs. The larger a disc, the more authority; the thicker its ring, the more decisions its agent makes.'],
  ['key', 'How to read it', 'Colour and strokes show strain: who is asked for more than they can do. A dashed circle is a seat nobody sits on. For a second, an arrow shows who handed authority over to whom; a dashed one, where an election or a rule shared it out.'],
  ['timeline', 'Time', 'Press play, or drag the time line to any tick that was lived. Marks show departures of those who held authority, the exit of the leadership, and the end.'],
  ['charts', 'What follows', 'The rivers show who holds authority: one band for each agent. Below are vitality, how many hold authority in effect, and decisions that wait. Click into a chart to go to that tick.'],
  ['stage', 'Remove a leader', 'Click a large disc, or walk there with the arrow keys and press Enter. The card shows its history, and a button makes its agent leave at the next tick, in both worlds.'],
  ['parameters', 'Change the rules', 'Every parameter of the model is here, with its range and default. Change one: it holds from the next tick on, or, as you choose, from the founding. A≠B lets a parameter differ between the worlds.'],
  ['trial', 'One run is not proof', 'What you saw may be chance. Try two hundred of these: figures grow while they run, and the verdict says how sure it is.'],
  ['save', 'Take it with you', 'Save gives an experiment file and the command that makes the same runs, bit for bit. The address of the page is a link to exactly this state.'],
];

/** A walk through the page in eight steps, about three minutes. */
export class Tour {
  private readonly box = h('div', { class: 'tour', role: 'dialog', 'aria-label': 'Tour', hidden: true });
  private step = 0;
  private before?: HTMLElement;

  constructor() {
    document.body.append(this.box);
    this.box.addEventListener('keydown', e => {
      if (e.key === 'Escape') this.end();
      if (e.key === 'ArrowRight' && this.step < steps.length - 1) this.show(this.step + 1);
      if (e.key === 'ArrowLeft' && this.step > 0) this.show(this.step - 1);
      e.stopPropagation();
    });
  }

  begin(): void {
    this.before = document.activeElement as HTMLElement;
    this.box.hidden = false;
    this.show(0);
  }

  private show(step: number): void {
    document.querySelector('.toured')?.classList.remove('toured');
    this.step = step;
    const [id, title, text] = steps[step];
    const target = document.getElementById(id)!;
    target.classList.add('toured');
    target.scrollIntoView({ block: 'nearest' });
    const next = h('button', { type: 'button', class: 'primary', onclick: () => (step < steps.length - 1 ? this.show(step + 1) : this.end()) }, step < steps.length - 1 ? 'Next' : 'Done');
    this.box.replaceChildren(h('p', { class: 'quiet' }, `${step + 1} of ${steps.length}`), h('h2', {}, title), h('p', {}, text),
      h('div', { class: 'buttons' }, h('button', { type: 'button', onclick: () => this.end() }, 'End'), h('button', { type: 'button', disabled: step === 0, onclick: () => this.show(step - 1) }, 'Back'), next));
    next.focus({ preventScroll: true });
  }

  private end(): void {
    document.querySelector('.toured')?.classList.remove('toured');
    this.box.hidden = true;
    this.before?.focus({ preventScroll: true });
  }
}
