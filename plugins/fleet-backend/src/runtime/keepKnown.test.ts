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
  it.each<SourceInfo>([starting, { ...starting, state: 'stale' }])(
    'forgets nothing because a source is asked again: $state',
    told => {
      expect(keepKnownSource(told, known)).toMatchObject({
        state: 'stale',
        reachable: false,
        lastContact: known.lastContact,
        uid: 'uid-1',
        error: 'connect ECONNREFUSED',
      });
    },
  );

  it('believes everything else', () => {
    const refused = { ...starting, state: 'failed' as const, error: '401' };
    expect(keepKnownSource(refused, known)).toBe(refused);
    const live = { ...starting, state: 'live' as const };
    expect(keepKnownSource(live, known)).toBe(live);
    expect(keepKnownSource(starting, undefined)).toBe(starting);
    expect(keepKnownSource(starting, starting)).toBe(starting);
  });
});

describe('keepKnownCoverage', () => {
  const absent: Coverage = { state: 'absent' };

  it('calls absent what is asked for again, until it is there', () => {
    expect(keepKnownCoverage({ state: 'syncing' }, absent)).toBe(absent);
    expect(keepKnownCoverage({ state: 'live' }, absent).state).toBe('live');
  });

  it('believes everything else', () => {
    const gaps: Coverage = { state: 'syncing', error: '1 object is too large' };
    expect(keepKnownCoverage(gaps, absent)).toBe(gaps);
    expect(keepKnownCoverage({ state: 'syncing' }, { state: 'live' })).toEqual({
      state: 'syncing',
    });
  });
});
