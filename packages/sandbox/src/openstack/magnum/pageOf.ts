import { Request } from 'express';
import { ServiceError } from '../http/ServiceError';
import { invalid, notFound } from './magnumError';
import { addressOf } from './render/addressOf';

const MOST = 1000;
const UUID = /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;

export interface PageOptions<T> {
  /** `Cluster`, for the refusal of a marker. */
  kind: string;
  /** Of the collection below `/v1`. */
  path: string;
  /** By which one may sort. */
  keys: Record<string, (item: T) => string | number>;
}

/** One page of a list by `limit`, `marker`, `sort_key` and `sort_dir`. */
export function pageOf<T extends { uuid: string; id: number }>(
  req: Request,
  items: T[],
  options: PageOptions<T>,
): { items: T[]; next?: string } {
  const { kind, path } = options;
  const keys: PageOptions<T>['keys'] = { id: item => item.id, ...options.keys };
  const query = (name: string) =>
    req.query[name] === undefined ? undefined : String(req.query[name]);
  const sortKey = query('sort_key') ?? 'id';
  const sortDir = query('sort_dir') ?? 'asc';
  const limit = readLimit(query('limit'));
  const valueOf = keys[sortKey];
  if (!['asc', 'desc'].includes(sortDir)) {
    throw new ServiceError(
      400,
      `Invalid sort direction: ${sortDir}. Acceptable values are 'asc' or 'desc'`,
    );
  }
  if (!valueOf) {
    throw new ServiceError(
      400,
      `The sort_key value "${sortKey}" is an invalid field for sorting`,
    );
  }
  const turn = sortDir === 'asc' ? 1 : -1;
  const sorted = [...items].sort(
    (a, b) => turn * (compare(valueOf(a), valueOf(b)) || a.id - b.id),
  );
  const from = findMarker(sorted, query('marker'), kind);
  const page = sorted.slice(from, from + limit);
  return {
    items: page,
    // A last page that is full has one too: nobody has looked what follows.
    ...(page.length === limit && {
      next: addressOf(
        `${path}?sort_key=${sortKey}&sort_dir=${sortDir}&limit=${limit}&marker=${
          page[page.length - 1].uuid
        }`,
      ),
    }),
  };
}

function readLimit(text: string | undefined): number {
  if (text === undefined) {
    return MOST;
  }
  if (!/^-?\d+$/.test(text)) {
    throw invalid(
      'limit',
      text,
      `unable to convert to int. Error: invalid literal for int() with base 10: '${text}'`,
    );
  }
  const limit = Number(text);
  if (limit <= 0) {
    throw new ServiceError(400, 'Limit must be positive');
  }
  return Math.min(limit, MOST);
}

function findMarker(
  items: { uuid: string }[],
  marker: string | undefined,
  kind: string,
): number {
  if (marker === undefined) {
    return 0;
  }
  if (!UUID.test(marker)) {
    throw invalid(
      'marker',
      marker,
      `unable to convert to uuid. Error: Expected a uuid but received ${marker}.`,
    );
  }
  const index = items.findIndex(({ uuid }) => uuid === marker);
  if (index < 0) {
    throw notFound(kind, marker);
  }
  return index + 1;
}

function compare(a: string | number, b: string | number): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
