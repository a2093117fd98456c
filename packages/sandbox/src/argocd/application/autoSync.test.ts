import type { Comparison } from '../compare/compareApplication';
import { Application, OperationState, ResourceStatus } from '../types';
import { autoSync } from './autoSync';

const NOW = new Date('2026-11-23T10:00:00Z');
const SOURCE = { repoURL: 'http://git/a.git', path: 'app' };

function application(
  automated: object | undefined,
  operationState?: Partial<OperationState>,
): Application {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'shop' },
    spec: {
      project: 'default',
      source: SOURCE,
      destination: {},
      syncPolicy: { automated },
    },
    status: { operationState: operationState as OperationState },
  };
}

const CHANGED: ResourceStatus = {
  version: 'v1',
  kind: 'ConfigMap',
  name: 'cm',
  status: 'OutOfSync',
};
const EXTRA: ResourceStatus = { ...CHANGED, requiresPruning: true };

function decide(
  wanted: Application,
  resources: ResourceStatus[] = [CHANGED],
  status: Comparison['status'] = 'OutOfSync',
) {
  const comparison = { status, revision: 'c2', resources } as Comparison;
  const context = { now: () => NOW } as Parameters<typeof autoSync>[2];
  return autoSync(wanted, comparison, context);
}

function attempt(
  phase: OperationState['phase'],
  sync: object = {},
): Partial<OperationState> {
  return {
    phase,
    message: 'no',
    finishedAt: '2026-11-23T09:59:59Z',
    operation: { sync },
    syncResult: { revision: 'c2', source: SOURCE },
  };
}

describe('autoSync', () => {
  it('syncs to the commit that was seen', () => {
    expect(decide(application({ prune: true })).operation).toEqual({
      initiatedBy: { automated: true },
      retry: { limit: 5 },
      sync: { revision: 'c2', source: SOURCE, prune: true },
    });
  });

  it.each([
    ['not automated', application(undefined), [CHANGED], 'OutOfSync'],
    ['switched off', application({ enabled: false }), [CHANGED], 'OutOfSync'],
    ['in sync', application({}), [], 'Synced'],
    ['unknown', application({}), [CHANGED], 'Unknown'],
    ['only to prune, and may not', application({}), [EXTRA], 'OutOfSync'],
    [
      'done before',
      application({}, attempt('Succeeded')),
      [CHANGED],
      'OutOfSync',
    ],
    [
      'operating',
      { ...application({}), operation: { sync: {} } },
      [CHANGED],
      'OutOfSync',
    ],
  ] as const)('does nothing: %s', (_, wanted, resources, status) => {
    expect(decide(wanted, [...resources], status)).toEqual({});
  });

  it('does not try again what failed, and says so', () => {
    expect(decide(application({}, attempt('Failed')))).toEqual({
      error: 'Failed last sync attempt to [c2]: no',
    });
  });

  it('heals what drifted, and only that', () => {
    const wanted = application({ selfHeal: true }, attempt('Succeeded'));
    expect(decide(wanted).operation!.sync).toMatchObject({
      autoHealAttemptsCount: 1,
      resources: [{ kind: 'ConfigMap', name: 'cm' }],
    });
  });

  it('waits longer with each time it heals', () => {
    const wanted = (autoHealAttemptsCount: number) =>
      application(
        { selfHeal: true },
        attempt('Succeeded', { autoHealAttemptsCount }),
      );
    expect(decide(wanted(1))).toEqual({ againMs: 1000 });
    expect(decide(wanted(2))).toEqual({ againMs: 5000 });
    expect(decide(wanted(20))).toEqual({ againMs: 299_000 });
  });

  it('does not wipe out everything', () => {
    expect(decide(application({ prune: true }), [EXTRA])).toEqual({
      error:
        'Skipping sync attempt to [c2]: auto-sync will wipe out all resources',
    });
    expect(
      decide(application({ prune: true, allowEmpty: true }), [EXTRA]).operation,
    ).toBeDefined();
  });
});
