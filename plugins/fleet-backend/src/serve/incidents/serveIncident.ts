import {
  Change,
  compareStatuses,
  Finding,
  formatRoot,
  Incident,
  parseRoot,
  ServedIncident,
  ServedItem,
} from '@slipway/backstage-plugin-fleet-common';
import { Access } from '../access/Access';
import { FirstRows } from '../items/FirstRows';
import { ItemGroup } from '../items/ItemGroup';
import { nameOfItem } from '../items/nameOfItem';

const MOST_VISIBLE = 50;
const MOST_IMPACT = 100;

/** An incident as somebody may see it, `undefined` when they see no member. */
export function serveIncident(options: {
  incident: Incident;
  access: Access;
  /** Its members by group. */
  groups: Map<ItemGroup, string[]>;
}): ServedIncident | undefined {
  const { incident, access, groups } = options;
  const first = new FirstRows<ServedItem>(MOST_VISIBLE, worstFirst);
  const impact = new Set<string>();
  const services = new Set<string>();
  const seen: ItemGroup[] = [];
  let visible = 0;
  for (const [group, ids] of groups) {
    if (!access.sees(group)) {
      continue;
    }
    seen.push(group);
    for (const id of ids) {
      const item = group.entries.get(id)?.item;
      if (item) {
        visible++;
        first.offer(item);
        item.impact.forEach(thing => impact.add(thing));
        if (item.service !== undefined) {
          services.add(item.service);
        }
      }
    }
  }
  if (visible === 0) {
    return undefined;
  }
  const { members, ...facts } = incident;
  const hidden = members.length - visible;
  return {
    ...facts,
    ...(access.extent !== 'all' && ownWords({ incident, first, seen })),
    memberCount: members.length,
    visible: first.rows().map(item => ({
      id: item.id,
      name: nameOfItem(item),
      status: item.status,
      impact: item.impact,
    })),
    hidden,
    impact: [...impact].slice(0, MOST_IMPACT),
    impactTotal: impact.size,
    domains: unique(seen.map(group => group.domain)),
    clusters: unique(seen.map(group => group.cluster)),
    owners: unique(seen.flatMap(group => group.owner ?? [])),
    services: [...services].sort(),
  };
}

// The incident speaks with its worst member's words, which may be somebody
// else's: who does not see all members gets the words of the worst they see.
function ownWords(options: {
  incident: Incident;
  first: FirstRows<ServedItem>;
  seen: ItemGroup[];
}): Partial<ServedIncident> {
  const { incident, first, seen } = options;
  const worst = first
    .rows()
    .map(item => item.finding)
    .find(finding => finding?.root === incident.root);
  const change = mayShowChange(incident, seen) ? incident.change : undefined;
  return { ...(worst ? wordsOf(worst) : silent(incident)), change };
}

function wordsOf(finding: Finding): Partial<ServedIncident> {
  const { status, cause, title, advice, says, evidence } = finding;
  return { status, cause, title, advice, says, evidence };
}

// Healed members have no words any more; what is left tells nothing of others.
function silent(incident: Incident): Partial<ServedIncident> {
  return { says: '', evidence: parseRoot(incident.root) };
}

function mayShowChange(incident: Incident, seen: ItemGroup[]): boolean {
  const object: Change['object'] = incident.change?.object;
  return (
    object !== undefined &&
    (formatRoot(object) === incident.root ||
      seen.some(
        group =>
          group.cluster === object.scope &&
          group.namespace === object.namespace,
      ))
  );
}

function worstFirst(a: ServedItem, b: ServedItem): number {
  return compareStatuses(a.status, b.status) || (a.id < b.id ? -1 : 1);
}

function unique(values: string[]): string[] {
  return [...new Set(values)].sort();
}
