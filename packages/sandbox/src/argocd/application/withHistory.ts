import {
  ApplicationSpec,
  ApplicationStatus,
  OperationState,
  RevisionHistory,
} from '../types';

/** The status with a finished sync of the whole Application in its history. */
export function withHistory(
  status: ApplicationStatus & { operationState: OperationState },
  spec: ApplicationSpec,
  deployedAt: string,
): ApplicationStatus {
  const { operation, phase, startedAt, syncResult } = status.operationState;
  const partial = operation.sync?.dryRun || operation.sync?.resources?.length;
  if (phase !== 'Succeeded' || partial || !syncResult) {
    return status;
  }
  const history = status.history ?? [];
  const entry: RevisionHistory = {
    id: (history.at(-1)?.id ?? -1) + 1,
    revision: syncResult.revision,
    source: syncResult.source,
    deployStartedAt: startedAt,
    deployedAt,
    initiatedBy: operation.initiatedBy,
  };
  const limit = spec.revisionHistoryLimit ?? 10;
  return { ...status, history: [...history, entry].slice(-Math.max(limit, 1)) };
}
