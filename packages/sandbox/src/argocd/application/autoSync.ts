import type { Comparison } from '../compare/compareApplication';
import { sameJson } from '../compare/sameJson';
import { Application, Operation } from '../types';
import { ApplicationContext } from './ApplicationContext';

export interface AutoSyncDecision {
  operation?: Operation;
  /** Why nothing is done although something should be. */
  error?: string;
  againMs?: number;
}

const SELF_HEAL_FIRST_MS = 2000;
const SELF_HEAL_LAST_MS = 300_000;

/** Whether an Application that is out of sync is to be synced by itself. */
export function autoSync(
  application: Application,
  comparison: Comparison,
  { now }: ApplicationContext,
): AutoSyncDecision {
  const { spec, status = {} } = application;
  const automated = spec.syncPolicy?.automated;
  if (
    !automated ||
    automated.enabled === false ||
    application.operation ||
    application.metadata.deletionTimestamp ||
    comparison.status !== 'OutOfSync'
  ) {
    return {};
  }
  const { resources, revision } = comparison;
  const changes = resources.filter(resource => resource.status !== 'Synced');
  if (
    !automated.prune &&
    changes.length > 0 &&
    changes.every(resource => resource.requiresPruning)
  ) {
    return {};
  }
  const sync: NonNullable<Operation['sync']> = {
    revision,
    source: spec.source,
    ...(automated.prune ? { prune: true } : {}),
    ...(spec.syncPolicy?.syncOptions
      ? { syncOptions: spec.syncPolicy.syncOptions }
      : {}),
  };
  const { operationState } = status;
  const attempted =
    operationState?.syncResult?.revision === revision &&
    sameJson(operationState.syncResult.source, spec.source);
  if (attempted && operationState!.phase !== 'Succeeded') {
    return {
      error: `Failed last sync attempt to [${revision}]: ${
        operationState!.message
      }`,
    };
  }
  if (attempted) {
    if (!automated.selfHeal) {
      return {};
    }
    const attempts = operationState!.operation.sync?.autoHealAttemptsCount ?? 0;
    const waitMs =
      attempts === 0
        ? 0
        : Math.min(SELF_HEAL_FIRST_MS * 3 ** (attempts - 1), SELF_HEAL_LAST_MS);
    const finishedAt = Date.parse(operationState!.finishedAt ?? '');
    const remaining = finishedAt + waitMs - now().getTime();
    if (remaining > 0) {
      return { againMs: remaining };
    }
    sync.autoHealAttemptsCount = attempts + 1;
    sync.resources = changes.map(({ group, kind, name }) => ({
      ...(group ? { group } : {}),
      kind,
      name,
    }));
  }
  if (
    automated.prune &&
    !automated.allowEmpty &&
    resources.every(resource => resource.requiresPruning)
  ) {
    return {
      error: `Skipping sync attempt to [${revision}]: auto-sync will wipe out all resources`,
    };
  }
  return {
    operation: {
      initiatedBy: { automated: true },
      retry: spec.syncPolicy?.retry ?? { limit: 5 },
      sync,
    },
  };
}
