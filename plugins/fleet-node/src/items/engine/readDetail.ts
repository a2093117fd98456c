import {
  clusterSourceId,
  FleetEvent,
  FleetItem,
  formatRoot,
  ObjectRef,
} from '@slipway/backstage-plugin-fleet-common';
import { eventSliceOf, Row } from '../../rows';
import { FleetDomain } from '../FleetDomain';
import { Reader } from '../Reader';
import { ItemDetail } from './ItemDetail';

const MOST_EVENTS = 50;

/**
 * All that is known about an item.
 *
 * @throws what a function of its domain throws
 * @internal
 */
export function readDetail(options: {
  item: FleetItem;
  domain: FleetDomain;
  read: Reader;
  now: Date;
}): ItemDetail {
  const { item, domain, read, now } = options;
  const chain = domain.chain?.(item, read, now) ?? [];
  return {
    item,
    chain,
    events: readEvents(read, [
      item.object,
      ...(item.finding ? [item.finding.evidence] : []),
      ...chain.map(({ object }) => object),
    ]),
    changes: domain.changes?.(item, read) ?? [],
    remedies: domain.remedies?.(item, read, now) ?? [],
  };
}

/** Events about any of the objects, newest first. @internal */
export function readEvents(read: Reader, objects: ObjectRef[]): FleetEvent[] {
  const distinct = new Map(objects.map(about => [formatRoot(about), about]));
  return [...distinct.values()]
    .flatMap(about =>
      read
        .events(clusterSourceId(about.scope), about)
        .flatMap(row => toEvent(about, row) ?? []),
    )
    .sort((a, b) => (a.lastSeen < b.lastSeen ? 1 : -1))
    .slice(0, MOST_EVENTS);
}

function toEvent(about: ObjectRef, row: Row): FleetEvent | undefined {
  const slice = eventSliceOf(row);
  return (
    slice && {
      about,
      type: slice.type,
      reason: slice.reason,
      message: slice.message,
      count: slice.count,
      lastSeen: slice.lastSeen ?? row.createdAt ?? '',
      reporter: slice.reporter,
    }
  );
}
