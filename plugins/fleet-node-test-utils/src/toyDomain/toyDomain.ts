import {
  clusterSourceId,
  FleetItem,
  isComplete,
  ItemRef,
} from '@slipway/backstage-plugin-fleet-common';
import {
  eventsResource,
  FleetDomain,
  Reader,
  Row,
} from '@slipway/backstage-plugin-fleet-node/engine';
import {
  MAKERS,
  makersResource,
  PARTS,
  PartSlice,
  partsResource,
  TOY_DOMAIN,
  TOYS,
  ToySlice,
  toysResource,
} from './toyResources';
import { toyFinding } from './toyFinding';

/** The maker that toys name is told of in their details. @public */
export interface ToyDetails {
  /** Name of its maker. */
  maker: string;
  /** How many there are. */
  parts: number;
}

/**
 * A domain small enough to see through: a toy of a maker has parts. It is
 * failing when a part is broken or its maker is on strike or missing; a part
 * that was thrown away broken is remembered. A toy gets old by time alone.
 *
 * @public
 */
export function toyDomain(
  overrides: Partial<FleetDomain> = {},
): FleetDomain<FleetItem> {
  return {
    id: TOY_DOMAIN,
    resources: [
      toysResource,
      partsResource,
      makersResource,
      eventsResource({ kinds: ['Toy'] }),
    ],
    causes: [],
    affected(change, read) {
      return 'ref' in change ? [] : affectedByRow(change, read);
    },
    derive: deriveToy,
    chain: item => [{ object: item.object, title: 'Toy', state: 'done' }],
    changes: (item, read) =>
      toyOf(item.ref, read)?.changedAt
        ? [
            {
              at: toyOf(item.ref, read)?.changedAt ?? '',
              title: `Toy ${item.ref.name} was changed`,
            },
          ]
        : [],
    ...overrides,
  };
}

function affectedByRow(row: Row, read: Reader): ItemRef[] {
  switch (row.resource) {
    case TOYS:
      return [refOf(row)];
    case PARTS:
      return read
        .rows(row.source, TOYS, row.namespace)
        .filter(toy => row.owners.some(({ uid }) => uid === toy.uid))
        .map(refOf);
    case MAKERS:
      return read.rowsBy(row.source, TOYS, 'maker', row.name).map(refOf);
    default:
      return [];
  }
}

function deriveToy(
  ref: ItemRef,
  read: Reader,
  now: Date,
  previous?: FleetItem,
): FleetItem | undefined {
  const toy = toyOf(ref, read);
  if (!toy) {
    return undefined;
  }
  const slice = toy.slices[TOY_DOMAIN] as ToySlice;
  const parts = read.rowsByOwner(toy.source, PARTS, toy.uid);
  const broken = [...parts, ...read.goneRows(toy.source, PARTS, toy.uid)].find(
    part => (part.slices[TOY_DOMAIN] as PartSlice).broken,
  );
  const remembered = previous?.memory?.broke;
  const broke = broken?.name ?? (parts.length === 0 ? remembered : undefined);
  const maker = read.row(toy.source, MAKERS, '', slice.maker);
  const finding = toyFinding({
    toy,
    slice,
    maker,
    isMakerKnown: isComplete(read.coverage(toy.source, MAKERS)),
    broke: typeof broke === 'string' ? broke : undefined,
    source: read.source(toy.source),
    now,
  });
  const details: ToyDetails = { maker: slice.maker, parts: parts.length };
  return {
    ref,
    status: finding?.status ?? 'healthy',
    finding,
    object: {
      scope: ref.cluster,
      kind: 'Toy',
      namespace: ref.namespace,
      name: ref.name,
    },
    impact: slice.players,
    details,
    revisitAt:
      slice.oldAt && slice.oldAt > now.toISOString() ? slice.oldAt : undefined,
    memory: broke ? { broke } : undefined,
  };
}

function toyOf(ref: ItemRef, read: Reader): Row | undefined {
  return read.row(clusterSourceId(ref.cluster), TOYS, ref.namespace, ref.name);
}

function refOf(row: Row): ItemRef {
  return {
    domain: TOY_DOMAIN,
    cluster: row.source.slice(row.source.indexOf('/') + 1),
    namespace: row.namespace,
    name: row.name,
  };
}
