import { cloudSourceId } from '@slipway/backstage-plugin-fleet-common';
import {
  listOf,
  SourceDump,
  textOf,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { shipRecord } from './shipRecord';

const AT = '2026-11-22T09:00:00.000Z';

/** Of `harbour: {cloud, ships: [{name, crew}], error}` in a document. @internal */
export function readShips(document: unknown): SourceDump[] {
  const name = textOf(document, 'harbour', 'cloud');
  if (!name) {
    return [];
  }
  const error = textOf(document, 'harbour', 'error');
  const ships = listOf(document, 'harbour', 'ships');
  return [
    {
      info: {
        id: cloudSourceId(name),
        kind: 'cloud',
        name,
        state: error ? 'stale' : 'live',
        reachable: !error,
        since: AT,
        lastContact: AT,
        ...(error && { error }),
      },
      records: {
        'ships.example.org': ships.map(ship =>
          shipRecord(textOf(ship, 'name') ?? '', textOf(ship, 'crew')),
        ),
      },
    },
  ];
}
