import { Coverage, SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { keepKnownCoverage, keepKnownSource } from './keepKnown';

const starting: SourceInfo = {
  id: 'cluster/one',
  kind: 'cluster',
  name: 'one',
  server: 'https://127.0.0.1:6443',
  state: 'starting',
  reachable: true,
  since: '2026-11-20T12:00:00.000Z',
};
const known: SourceInfo = {
  ...starting,
  uid: 'uid-1',
  state: 'stale',
  reachable: false,
  since: '2026-11-20T11:00:00.000Z',
  lastContact: '2026-11-20T10:59:00.000Z',
  error: 'connect ECONNREFUSED',
};

describe('keepKnownSource', () => {
  it('forgets nothing because a source is asked again', () => {
    expect(keepKnownSource(starting, known)).toMatchObject({
      state: 'stale',
      reachable: false,
      lastContact: known.lastContact,
      uid: 'uid-1',
      error: 'connect ECONNREFUSED',
    });
  });

  it('believes everything else', () => {
    const live = { ...starting, state: 'live' as const };
    expect(keepKnownSource(live, known)).toBe(live);
    expect(keepKnownSource(starting, undefined)).toBe(starting);
    expect(keepKnownSource(starting, starting)).toBe(starting);
  });
});

describe('keepKnownCoverage', () => {
  const syncing: Coverage = { state: 'syncing', since: '2026-11-20T12:00:00Z' };
  const lastContact = '2026-11-20T11:00:00Z';

  it.each<[Coverage['state'], Coverage['state']]>([
    ['live', 'stale'],
    ['stale', 'stale'],
    ['absent', 'absent'],
    ['forbidden', 'syncing'],
    ['syncing', 'syncing'],
  ])('%s becomes %s while it is asked again', (before, after) => {
    expect(
      keepKnownCoverage(syncing, { state: before, lastContact }).state,
    ).toBe(after);
  });

  it('keeps the age, and believes everything else', () => {
    expect(
      keepKnownCoverage(syncing, { state: 'live', lastContact }),
    ).toMatchObject({ state: 'stale', lastContact });
    const forbidden: Coverage = { state: 'forbidden', error: 'no' };
    expect(keepKnownCoverage(forbidden, { state: 'live' })).toBe(forbidden);
  });
});
