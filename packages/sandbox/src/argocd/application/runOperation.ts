import { timestamp } from '../../client';
import { compareApplication } from '../compare/compareApplication';
import { validateApplication } from '../projects/validateApplication';
import { runSync } from '../sync/runSync';
import { terminateSync } from '../sync/terminateSync';
import { Application, OperationState, SyncResult } from '../types';
import { ApplicationContext } from './ApplicationContext';
import { retryState } from './retryState';
import { withHistory } from './withHistory';

export interface OperatedApplication {
  application: Application;
  /** When a failed operation is tried again. */
  againMs?: number;
}

/** Begins or carries on the operation that an Application asks for. */
export async function runOperation(
  application: Application,
  context: ApplicationContext,
): Promise<OperatedApplication> {
  const { now } = context;
  let current = application;
  let state = application.status?.operationState;
  if (state?.phase === 'Running' && state.finishedAt) {
    const waitMs = retryState.remainingMs(state, now());
    if (waitMs > 0) {
      return { application, againMs: waitMs };
    }
    state = retryState.again(state);
  } else if (state?.phase !== 'Running' && state?.phase !== 'Terminating') {
    const { initiatedBy = {}, retry = {}, ...rest } = application.operation!;
    state = {
      operation: { ...rest, initiatedBy, retry },
      phase: 'Running',
      startedAt: timestamp(now()),
    };
    current = await saveState(current, state, context);
  }
  const next = await advance(current, state, context);
  const saved = await saveState(current, next, context);
  const failedOnce = next.phase === 'Running' && next.finishedAt;
  return {
    application: saved,
    againMs: failedOnce ? retryState.remainingMs(next, now()) : undefined,
  };
}

async function advance(
  application: Application,
  state: OperationState,
  context: ApplicationContext,
): Promise<OperationState> {
  if (!state.operation.sync) {
    return {
      ...state,
      phase: 'Error',
      message: 'Invalid operation request: no operation specified',
    };
  }
  const outcome = await sync(application, state, context);
  const failed = outcome.phase === 'Failed' || outcome.phase === 'Error';
  return failed && state.phase !== 'Terminating'
    ? retryState.afterFailure(outcome, context.now())
    : outcome;
}

async function sync(
  application: Application,
  state: OperationState,
  context: ApplicationContext,
): Promise<OperationState> {
  const operation = state.operation.sync!;
  const { spec } = application;
  const source = operation.source ?? spec.source!;
  const result: SyncResult = state.syncResult ?? {
    revision: operation.revision ?? '',
    source,
  };
  const error = (message: string, syncResult = result): OperationState => ({
    ...state,
    syncResult,
    phase: 'Error',
    message,
  });

  const project = context.project(spec.project);
  if (!project) {
    return error(
      `Failed to load application project: error getting app project "${spec.project}": appproject.argoproj.io "${spec.project}" not found`,
    );
  }
  const found = context.clusters.find(spec.destination);
  if ('error' in found) {
    return error(found.error);
  }
  const { cluster } = found;
  if (!state.syncResult && !state.operation.initiatedBy?.automated) {
    context.manifests.markStale(source.repoURL);
  }
  const comparison = await compareApplication({
    application,
    project,
    cluster,
    manifests: context.manifests,
    source,
    revision: result.revision || source.targetRevision || '',
  });
  const synced: SyncResult = {
    ...result,
    revision: comparison.revision,
    ...(spec.syncPolicy?.managedNamespaceMetadata
      ? { managedNamespaceMetadata: spec.syncPolicy.managedNamespaceMetadata }
      : {}),
  };
  const valid = validateApplication(application, {
    project,
    clusters: context.clusters,
  });
  const problems = [
    ...comparison.conditions.filter(({ type }) => type === 'ComparisonError'),
    ...('errors' in valid
      ? valid.errors.map(message => ({ type: 'InvalidSpecError', message }))
      : []),
  ];
  if (problems.length > 0) {
    return error(
      problems.map(({ type, message }) => `${type}: ${message}`).join(';'),
      synced,
    );
  }
  const step = state.phase === 'Terminating' ? terminateSync : runSync;
  const { phase, message, results } = await step({
    application,
    project,
    cluster,
    comparison,
    operation,
    results: result.resources ?? [],
  });
  return {
    ...state,
    phase,
    message,
    syncResult: {
      ...synced,
      ...(results.length > 0 ? { resources: results } : {}),
    },
  };
}

async function saveState(
  application: Application,
  state: OperationState,
  context: ApplicationContext,
): Promise<Application> {
  const done = state.phase !== 'Running' && state.phase !== 'Terminating';
  const finishedAt = timestamp(context.now());
  const operationState = done ? { ...state, finishedAt } : state;
  const status = { ...application.status, operationState };
  return context.save(application, {
    ...application,
    operation: done ? undefined : application.operation,
    status: done ? withHistory(status, application.spec, finishedAt) : status,
  });
}
