import { fakeFinding } from '@slipway/backstage-plugin-fleet-react/testUtils';
import { fakeDetails, registeredDetails } from '../__testUtils__/fakeCluster';
import { chooseSentence } from './chooseSentence';
import { countNodes } from './countNodes';
import { isPermitted } from './isPermitted';
import { mayChange } from './mayChange';
import { nameOfObject } from './nameOfObject';
import { nameOfRoot } from './nameOfRoot';
import { readProgress } from './readProgress';
import { statusOfPhase } from './statusOfPhase';

describe('chooseSentence', () => {
  const finding = fakeFinding();
  const until = '2026-12-18T00:00:00Z';

  it.each([
    ['unknown', { status: 'unknown', finding }, {}],
    ['atRisk', { status: 'at-risk', finding: { ...finding, until } }, {}],
    ['broken', { status: 'at-risk', finding }, {}],
    ['broken', { status: 'failing', finding }, {}],
    ['creating', { status: 'progressing' }, { phase: 'CREATE_IN_PROGRESS' }],
    ['creating', { status: 'progressing' }, { phase: undefined }],
    ['deleting', { status: 'progressing' }, { phase: 'DELETE_IN_PROGRESS' }],
    ['changing', { status: 'progressing' }, { phase: 'UPDATE_IN_PROGRESS' }],
    ['changing', { status: 'progressing' }, { phase: 'CREATE_COMPLETE' }],
    ['runs', { status: 'healthy' }, {}],
    ['runsUnwatched', { status: 'healthy' }, { health: undefined }],
    ['answers', { status: 'healthy' }, registeredDetails()],
  ] as const)('says "%s" of %j %j', (sentence, item, parts) => {
    expect(
      chooseSentence({
        finding: undefined,
        ...item,
        details: fakeDetails(parts),
      }),
    ).toBe(sentence);
  });
});

describe('readProgress', () => {
  const now = Date.parse('2026-01-05T12:00:00Z');
  const building = {
    phase: 'CREATE_IN_PROGRESS',
    createdAt: '2026-01-05T11:55:30Z',
    createTimeout: 30,
  };

  it('counts whole minutes against the time-out', () => {
    expect(readProgress(building, now)).toEqual({
      elapsed: 4,
      timeout: 30,
      isOver: false,
    });
  });

  it('judges a cluster without a time-out by the default', () => {
    const endless = { ...building, createTimeout: 0 };
    expect(readProgress(endless, now + 3_600_000)).toEqual({
      elapsed: 64,
      timeout: 60,
      isOver: true,
    });
  });

  it('is not behind a clock that is ahead', () => {
    expect(readProgress(building, now - 3_600_000)?.elapsed).toBe(0);
  });

  it('knows nothing of what is not being created, or is nonsense', () => {
    expect(
      readProgress({ ...building, phase: 'UPDATE_IN_PROGRESS' }, now),
    ).toBeUndefined();
    expect(
      readProgress({ ...building, createdAt: 'soon' }, now),
    ).toBeUndefined();
  });
});

describe('countNodes', () => {
  it('adds up the groups that are not the control plane', () => {
    const details = fakeDetails();
    const [master, worker] = details.nodeGroups;
    const gpu = { ...worker, uuid: 'gpu', role: 'gpu', nodeCount: 4 };
    expect(
      countNodes({ ...details, nodeGroups: [master, worker, gpu] }),
    ).toEqual({ masters: 1, workers: 6 });
    expect(countNodes({ ...details, nodeGroups: [] })).toEqual({
      masters: 1,
      workers: 2,
    });
  });
});

describe('nameOfObject', () => {
  it.each([
    ['uuid-of-shop-prod', 'shop-prod'],
    ['ng-worker', 'default-worker'],
    ['t-135', 'k8s-v1.35'],
    ['cluster-shop-prod', undefined],
  ])('calls %s %s', (id, name) => {
    const object = { scope: 'acme', kind: 'X', namespace: '', name: id };
    expect(nameOfObject(fakeDetails(), object)).toBe(name);
  });
});

describe('mayChange', () => {
  it.each([
    ['CREATE_COMPLETE', true],
    ['UPDATE_FAILED', true],
    ['UPDATE_IN_PROGRESS', false],
    ['CREATE_IN_PROGRESS', false],
    ['CREATE_FAILED', false],
    ['DELETE_FAILED', false],
    ['DELETE_IN_PROGRESS', false],
  ])('in %s: %s', (phase, isPossible) => {
    expect(mayChange(fakeDetails({ phase }))).toBe(isPossible);
  });

  it('is for clusters of Magnum in clouds that are more than shown', () => {
    expect(mayChange(fakeDetails({ watchOnly: true }))).toBe(false);
    expect(mayChange(fakeDetails(registeredDetails()))).toBe(false);
  });
});

describe('statusOfPhase', () => {
  it.each([
    ['CREATE_COMPLETE', 'healthy'],
    ['UPDATE_FAILED', 'failing'],
    ['DELETE_IN_PROGRESS', 'progressing'],
    ['', 'unknown'],
  ])('says of %p that it is %s', (phase, status) => {
    expect(statusOfPhase(phase)).toBe(status);
  });
});

describe('isPermitted', () => {
  it('asks for what the actions of a template ask for', () => {
    const reader = { mayCreate: false, mayUpdate: true, mayDelete: false };
    expect(isPermitted('cluster-resize', reader)).toBe(true);
    expect(isPermitted('cluster-delete', reader)).toBe(false);
    expect(isPermitted('web-service', reader)).toBe(true);
  });
});

describe('nameOfRoot', () => {
  const members = [{ id: 'clusters/acme//uuid-1', name: 'shop-prod' }];

  it('calls a cluster of Magnum by its name', () => {
    expect(nameOfRoot('acme/Cluster//uuid-1', members)).toBe('shop-prod');
    expect(nameOfRoot('acme/Cluster//uuid-2', members)).toBeUndefined();
    expect(nameOfRoot('acme/Quota//uuid-1', members)).toBeUndefined();
  });
});
