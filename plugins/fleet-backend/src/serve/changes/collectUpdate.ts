import {
  ServedIncident,
  ServedItem,
  ServedSource,
  Status,
  StreamUpdate,
} from '@slipway/backstage-plugin-fleet-common';
import { Access } from '../access/Access';
import { IncidentIndex } from '../incidents/IncidentIndex';
import { matchesIncident } from '../incidents/matchesIncident';
import { ItemEntry } from '../items/ItemEntry';
import { ItemIndex } from '../items/ItemIndex';
import { ItemsFilter } from '../items/ItemsFilter';
import { matchesGroup, MatchesGroupOptions } from '../items/matchesGroup';
import { matchesItem } from '../items/matchesItem';
import { LoggedChange } from './ChangeLog';
import { WatchSubscription } from './FleetWatch';

/** What changes are seen with. */
export interface CollectUpdateOptions extends MatchesGroupOptions {
  access: Access;
  items: ItemIndex;
  incidents: IncidentIndex;
  serveItem(item: ServedItem): ServedItem;
  serveSource(id: string): ServedSource | undefined;
}

/**
 * What a subscription is told of some changes. Only ids that its reader could
 * see before are ever called removed.
 */
export function collectUpdate(
  changes: LoggedChange[],
  subscription: WatchSubscription,
  options: CollectUpdateOptions,
): StreamUpdate {
  switch (subscription.kind) {
    case 'items':
      return itemsUpdate(changes, subscription.filter ?? {}, options);
    case 'item': {
      const { item } = subscription.filter;
      const its = changes.filter(
        change => change.kind === 'item' && change.id === item,
      );
      return itemsUpdate(its, {}, options);
    }
    case 'incidents':
      return incidentsUpdate(changes, subscription, options);
    default:
      return sourcesUpdate(changes, options);
  }
}

function itemsUpdate(
  changes: LoggedChange[],
  filter: ItemsFilter,
  options: CollectUpdateOptions,
): StreamUpdate {
  const { access, items, serveItem } = options;
  const inGroup = matchesGroup(filter, options);
  const matchesOne = matchesItem(filter);
  const statuses = filter.status && new Set<Status>(filter.status);
  const matches = (entry: ItemEntry | undefined): entry is ItemEntry =>
    entry !== undefined &&
    access.sees(entry.group) &&
    inGroup(entry.group) &&
    (!statuses || statuses.has(entry.item.status)) &&
    (!matchesOne || matchesOne(entry));

  const couldSee = new Map<string, boolean>();
  for (const change of changes) {
    if (change.kind === 'item') {
      const { id, before } = change;
      couldSee.set(id, couldSee.get(id) || matches(before));
    }
  }
  const upserted: ServedItem[] = [];
  const removed: string[] = [];
  for (const [id, seen] of couldSee) {
    const entry = items.get(id);
    if (matches(entry)) {
      upserted.push(serveItem(entry.item));
    } else if (seen) {
      removed.push(id);
    }
  }
  return { upserted, removed };
}

function incidentsUpdate(
  changes: LoggedChange[],
  subscription: WatchSubscription & { kind: 'incidents' },
  options: CollectUpdateOptions,
): StreamUpdate {
  const { access, incidents } = options;
  const matches = matchesIncident(subscription.filter ?? {}, options);
  const couldSee = new Map<string, boolean>();
  for (const change of changes) {
    if (change.kind === 'incident') {
      const { id, before } = change;
      couldSee.set(
        id,
        couldSee.get(id) || before.some(group => access.sees(group)),
      );
    }
  }
  const upserted: ServedIncident[] = [];
  const removed: string[] = [];
  for (const [id, seen] of couldSee) {
    const record = incidents.get(id);
    const incident = record && matches(record);
    if (incident) {
      upserted.push(incident);
    } else if (seen) {
      removed.push(id);
    }
  }
  return { upserted, removed };
}

function sourcesUpdate(
  changes: LoggedChange[],
  { access, serveSource }: CollectUpdateOptions,
): StreamUpdate {
  const upserted: ServedSource[] = [];
  const removed: string[] = [];
  if (access.sources) {
    const ids = changes.flatMap(change =>
      change.kind === 'source' ? change.id : [],
    );
    for (const id of new Set(ids)) {
      const source = serveSource(id);
      if (source) {
        upserted.push(source);
      } else {
        removed.push(id);
      }
    }
  }
  return { upserted, removed };
}
