import type { Layout } from './model';

export interface Place { x: number; y: number }

export interface Places { seats: Place[]; sites: { x: number; y: number; radius: number }[]; radius: number }

const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/** Fixed places of all seats, in units of the gap between two seats: sites on rings, coordinators in their middle, the director in the middle of all. */
export function placesOf(layout: Layout, sites: number): Places {
  const members: number[][] = Array.from({ length: sites }, () => []);
  layout.site.forEach((site, seat) => {
    if (!(layout.level[seat] === 0 && sites > 1)) members[site].push(seat);
  });
  members.forEach(list => list.sort((a, b) => layout.level[a] - layout.level[b] || a - b));
  const radii = members.map(list => Math.max(0.9, 0.62 * Math.sqrt(list.length) + 0.45));
  const largest = Math.max(...radii);
  const centres = centresOf(sites, largest);
  const seats: Place[] = layout.site.map(() => ({ x: 0, y: 0 }));
  members.forEach((list, site) => list.forEach((seat, k) => {
    // A disc filled like a sunflower: even, and the same whoever else is there.
    const [distance, angle] = [0.62 * Math.sqrt(k), k * goldenAngle + site];
    seats[seat] = { x: centres[site].x + distance * Math.cos(angle), y: centres[site].y + distance * Math.sin(angle) };
  }));
  const reach = Math.max(...centres.map((c, k) => Math.hypot(c.x, c.y) + radii[k]));
  return { seats, sites: centres.map((c, k) => ({ ...c, radius: radii[k] })), radius: reach };
}

function centresOf(sites: number, radius: number): Place[] {
  if (sites === 1) return [{ x: 0, y: 0 }];
  const gap = 2 * radius + 0.5;
  const centres: Place[] = [];
  for (let ring = 1; centres.length < sites; ring++) {
    const left = sites - centres.length;
    const room = Math.max(3, Math.floor((2 * Math.PI * Math.max(ring, 1) * gap) / gap));
    const count = Math.min(left, ring === 1 && left <= 8 ? left : room);
    const distance = Math.max(ring * gap, count > 1 ? gap / (2 * Math.sin(Math.PI / count)) : 0, radius + 0.9);
    for (let k = 0; k < count; k++) {
      const angle = -Math.PI / 2 + Math.PI / Math.max(count, 2) * (ring % 2) + (2 * Math.PI * k) / count;
      centres.push({ x: distance * Math.cos(angle), y: distance * Math.sin(angle) });
    }
  }
  return centres;
}
