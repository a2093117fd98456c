import {
  FleetFilter,
  FleetSort,
  STATUSES,
  Status,
} from '@slipway/backstage-plugin-fleet-common';
import { useSearchParams } from 'react-router-dom';
import { FleetQuery } from './FleetQuery';

const WORDS = [
  'cluster',
  'namespace',
  'owner',
  'cause',
  'root',
  'service',
  'environment',
  'text',
] as const;

const isStatus = (value: string): value is Status =>
  STATUSES.some(status => status === value);

/** Another one would be refused. */
const isDetail = (value: string) => /^[A-Za-z][A-Za-z0-9]*=/.test(value);

function readFilter(params: URLSearchParams): FleetFilter {
  const filter: FleetFilter = {};
  for (const word of WORDS) {
    const value = params.get(word);
    if (value) {
      filter[word] = value;
    }
  }
  const status = params.getAll('status').filter(isStatus);
  const details = params.getAll('details').filter(isDetail);
  return {
    ...filter,
    ...(status.length > 0 && { status }),
    ...(details.length > 0 && { details }),
  };
}

function readSort(params: URLSearchParams): FleetSort | undefined {
  const field = params.get('sort');
  return field
    ? { field, order: params.get('order') === 'desc' ? 'desc' : 'asc' }
    : undefined;
}

function write(
  params: URLSearchParams,
  values: Record<string, string | string[] | undefined>,
) {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(values)) {
    next.delete(name);
    for (const one of [value].flat()) {
      if (one) {
        next.append(name, one);
      }
    }
  }
  return next;
}

/**
 * Filter, order and page of a list in the URL, so that a link shows the same.
 * `fixed` is what the page itself asks for and the reader cannot change.
 *
 * @public
 */
export function useFleetQuery(fixed: FleetFilter): FleetQuery {
  const [params, setParams] = useSearchParams();
  const chosen = readFilter(params);

  return {
    filter: { ...chosen, ...fixed },
    chosen,
    sort: readSort(params),
    cursor: params.get('cursor') ?? undefined,
    setFilter: change =>
      setParams(
        before => write(before, { ...change, cursor: undefined }),
        // Typing must not fill the history.
        { replace: 'text' in change },
      ),
    clearFilter: () =>
      setParams(before => {
        const names = ['cursor', ...Object.keys(chosen)];
        return write(
          before,
          Object.fromEntries(names.map(name => [name, undefined])),
        );
      }),
    setSort: sort =>
      setParams(before =>
        write(before, {
          sort: sort?.field,
          order: sort?.order,
          cursor: undefined,
        }),
      ),
    setCursor: cursor => setParams(before => write(before, { cursor })),
  };
}
