import {
  listOf,
  ResourceSpec,
  textOf,
  timeOf,
  valueAt,
} from '@slipway/backstage-plugin-fleet-node/engine';

/** Id of the toy domain. @public */
export const TOY_DOMAIN = 'toys';

/** What the items of the toy domain stand for. @public */
export const TOYS = 'toys.example.org';

/** Owned by toys. @public */
export const PARTS = 'parts.example.org';

/** Cluster-scoped; named by toys. @public */
export const MAKERS = 'makers.example.org';

/** What is kept of a toy. @public */
export interface ToySlice {
  /** Name of its maker. */
  maker: string;
  /** Who loses it when it breaks. */
  players: string[];
  /** ISO time. */
  oldAt?: string;
  /** ISO time. */
  brokenSince?: string;
}

/** What is kept of a part. @public */
export interface PartSlice {
  /** Whether the toy is broken with it. */
  broken: boolean;
}

/** What is kept of a maker. @public */
export interface MakerSlice {
  /** Why nothing is made. */
  strike?: string;
}

/** `spec: {maker, players, oldAt}`. @public */
export const toysResource: ResourceSpec<ToySlice> = {
  ...resource('Toy', TOYS),
  namespaced: true,
  project: toy => ({
    maker: textOf(toy, 'spec', 'maker') ?? '',
    players: listOf(toy, 'spec', 'players').filter(
      (player): player is string => typeof player === 'string',
    ),
    oldAt: timeOf(toy, 'spec', 'oldAt'),
    brokenSince: timeOf(toy, 'status', 'brokenSince'),
  }),
  indexes: {
    maker: row => [(row.slices[TOY_DOMAIN] as ToySlice).maker],
  },
};

/** `status: {broken}`. @public */
export const partsResource: ResourceSpec<PartSlice> = {
  ...resource('Part', PARTS),
  namespaced: true,
  project: part => ({ broken: valueAt(part, 'status', 'broken') === true }),
};

/** `status: {strike}`. @public */
export const makersResource: ResourceSpec<MakerSlice> = {
  ...resource('Maker', MAKERS),
  namespaced: false,
  project: maker => ({ strike: textOf(maker, 'status', 'strike') }),
};

function resource(kind: string, id: string) {
  const [plural, ...group] = id.split('.');
  return { id, kind, plural, group: group.join('.'), versions: ['v1'] };
}
