import { SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { warmInput } from './warmInput';

const now = new Date('2026-11-20T12:00:00Z');
const lastContact = '2026-11-20T11:00:00.000Z';
const source: SourceInfo = {
  id: 'cluster/one',
  kind: 'cluster',
  name: 'one',
  state: 'live',
  reachable: true,
  since: '2026-11-19T00:00:00.000Z',
  lastContact,
};
const resource = { source: 'cluster/one', resource: 'widgets' };

describe('warmInput', () => {
  it('marks what is known stale, with its age', () => {
    const { sources, coverage } = warmInput(
      {
        sources: [source],
        resources: [
          { ...resource, resourceVersion: '7', coverage: { state: 'live' } },
        ],
      },
      now,
    );
    expect(sources).toEqual([
      {
        ...source,
        state: 'stale',
        since: now.toISOString(),
        error: 'It was not heard since the restart',
      },
    ]);
    expect(coverage).toEqual([
      {
        ...resource,
        coverage: { state: 'stale', since: now.toISOString(), lastContact },
      },
    ]);
  });

  it('calls nothing complete that was not all stored', () => {
    const { coverage } = warmInput(
      {
        sources: [source],
        resources: [
          { ...resource, coverage: { state: 'live' } },
          { ...resource, resource: 'b', coverage: { state: 'absent' } },
          { ...resource, resource: 'c', coverage: { state: 'forbidden' } },
          { ...resource, source: 'cluster/forgotten', resourceVersion: '1' },
        ],
      },
      now,
    );
    expect(coverage.map(entry => entry.coverage.state)).toEqual([
      'syncing',
      'absent',
      'forbidden',
    ]);
  });
});
