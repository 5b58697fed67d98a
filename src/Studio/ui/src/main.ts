import './style.css';
import { read } from './address';
import { ChartColumn } from './charts';
import { byId, notice, words } from './dom';
import { EventList } from './events';
import { Networks } from './networks';
import { ParameterPanel } from './parameters';
import { PresetDialog } from './presets';
import { ResultsDialog } from './results';
import { SeatCard } from './seatCard';
import { server } from './server';
import { Studio } from './studio';
import { Timeline } from './timeline';
import { Toolbar } from './toolbar';
import { Tour } from './tour';
import { TrialPanel } from './trial';

const chartsPerSecond = 10;

async function main(): Promise<void> {
  const studio = new Studio();
  const start = await server.start();
  const parameters = new ParameterPanel(byId('parameters'));
  const networks = new Networks(studio);
  const charts = new ChartColumn(byId('charts'), tick => void studio.seek(tick));
  const timeline = new Timeline(byId('timeline'));
  const events = new EventList(byId('events'));
  const presets = new PresetDialog(studio, start);
  const toolbar = new Toolbar(studio, presets);
  const card = new SeatCard(studio);
  const trial = new TrialPanel(studio);
  const results = new ResultsDialog(studio);
  const tour = new Tour();
  networks.onChoose = seat => {
    networks.mark(seat);
    void card.show(seat);
  };
  card.onClose = () => networks.mark(-1);
  trial.onResults = toolbar.onResults = () => void results.show();
  toolbar.onTour = () => tour.begin();
  let chartsAreDue = true;
  let riversAreDue = true;

  studio.watch({
    begun: s => {
      byId('scenario-name').textContent = start.presets.find(p => p.key === s.draft.origin)?.title ?? words(s.view.name);
      parameters.begun(s);
      networks.begun();
      charts.begin(s.worlds, s.view.series);
      chartsAreDue = riversAreDue = true;
    },
    changed: s => {
      networks.changed();
      timeline.update(s);
      toolbar.changed();
      card.changed();
      chartsAreDue = riversAreDue = true;
    },
    refused: problems => parameters.refused(problems),
    trial: view => trial.show(view),
  });

  let [lastCharts, lastRivers] = [0, 0];
  const frame = (now: number): void => {
    requestAnimationFrame(frame);
    if (studio.worlds.length === 0 || studio.worlds.some(w => w.frame.length === 0)) return;
    networks.draw(now);
    if (chartsAreDue && now - lastCharts > 1000 / chartsPerSecond) {
      [chartsAreDue, lastCharts] = [false, now];
      charts.update(studio.tick);
      events.update(studio);
    }
    if (riversAreDue && now - lastRivers > 300) {
      [riversAreDue, lastRivers] = [false, now];
      void server.rivers(studio.view.id).then(rivers => charts.showRivers(rivers)).catch(() => undefined);
    }
  };
  requestAnimationFrame(frame);

  toolbar.onTheme = () => {
    networks.recolour();
    charts.rebuild();
    trial.redraw();
    chartsAreDue = riversAreDue = true;
  };
  addEventListener('pagehide', () => server.end(studio.view.id));

  const asked = read(location.hash);
  const first = start.file ? { origin: 'file', set: {}, removals: [] } : { ...start.presets[0].draft, removals: [] };
  const isOpen = asked
    ? await studio.open(asked.draft, { tick: asked.tick, play: false, speed: asked.speed })
    : await studio.open(first, { tick: 0, play: true, speed: start.presets[0].ticks });
  if (!isOpen) {
    notice('This address cannot be opened; here is the first scenario instead.', true);
    await studio.open({ ...start.presets[0].draft, removals: [] }, { tick: 0, play: false, speed: 8 });
  }
  addEventListener('hashchange', () => {
    const state = read(location.hash);
    if (state && location.hash !== studio.address()) void studio.open(state.draft, { tick: state.tick, play: false, speed: state.speed });
  });
}

void main().catch(error => notice(String(error instanceof Error ? error.message : error), true));
