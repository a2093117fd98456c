import { LABEL_OWNER } from '@slipway/backstage-plugin-fleet-common';
import { Application, OperationState } from './Application';

export interface JudgeApplicationOptions {
  /** Name of the group whose Application it must be. */
  owner: string;
  /** Kinds that must be among its resources, for example `Deployment`. */
  kinds: string[];
}

export type ApplicationVerdict =
  | { verdict: 'ready' }
  /** Cannot become ready. */
  | { verdict: 'failed'; message: string }
  /** Looks failed; counts when it stays so for a while. */
  | { verdict: 'troubled'; message: string }
  | { verdict: 'progressing'; message: string };

/** What an Application's own words mean for somebody who waits for it. */
export function judgeApplication(
  application: Application | undefined,
  options: JudgeApplicationOptions,
): ApplicationVerdict {
  if (!application) {
    return { verdict: 'progressing', message: 'does not exist yet' };
  }
  const { metadata, status = {} } = application;
  const owner = metadata.labels?.[LABEL_OWNER];
  if (owner !== options.owner) {
    return {
      verdict: 'failed',
      message: `belongs to ${owner ?? 'nobody'}, not to ${options.owner}`,
    };
  }
  if (metadata.deletionTimestamp) {
    return { verdict: 'failed', message: 'is being deleted' };
  }
  const errors = (status.conditions ?? []).filter(({ type }) =>
    type.endsWith('Error'),
  );
  if (errors.length > 0) {
    return { verdict: 'troubled', message: inWords(errors) };
  }
  const failure = failedOperation(application);
  if (failure) {
    return { verdict: 'troubled', message: failure };
  }
  const health = status.health?.status ?? 'Unknown';
  const words = describe(application);
  if (health === 'Degraded') {
    return { verdict: 'troubled', message: words };
  }
  if (status.sync?.status !== 'Synced' || health !== 'Healthy') {
    return { verdict: 'progressing', message: words };
  }
  const missing = options.kinds.filter(
    kind => !status.resources?.some(resource => resource.kind === kind),
  );
  return missing.length === 0
    ? { verdict: 'ready' }
    : {
        verdict: 'progressing',
        message: `${words}, but has no ${missing.join(', ')} yet`,
      };
}

function inWords(conditions: { type: string; message: string }[]): string {
  const lines = conditions.map(({ type, message }) => `${type}: ${message}`);
  return [...new Set(lines)].join('; ');
}

/** The last operation's failure, unless it was about an older revision. */
function failedOperation({
  operation,
  status = {},
}: Application): string | undefined {
  const state = status.operationState;
  if (operation || !state || !['Failed', 'Error'].includes(state.phase)) {
    return undefined;
  }
  const revision = state.syncResult?.revision;
  if (revision && revision !== status.sync?.revision) {
    return undefined;
  }
  return describeFailure(state);
}

/** A failed operation with the resources that it failed at. */
export function describeFailure(state: OperationState): string {
  const resources = (state.syncResult?.resources ?? [])
    .filter(({ status }) => status === 'SyncFailed')
    .map(({ kind, name, message }) => `${kind} ${name}: ${message}`);
  return [`${state.phase}: ${state.message ?? ''}`, ...resources].join('; ');
}

function describe({ status = {} }: Application): string {
  const { health, operationState, sync } = status;
  const words = [sync?.status ?? 'Unknown', health?.status ?? 'Unknown'];
  if (health?.message) {
    words.push(health.message);
  }
  if (operationState?.phase === 'Running' && operationState.message) {
    words.push(operationState.message);
  }
  return words.join(', ');
}
