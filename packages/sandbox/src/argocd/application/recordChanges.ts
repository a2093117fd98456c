import { EventRecorder, EventText } from '../../client';
import { Application } from '../types';

/** Says in events what became of an Application, as Argo CD does. */
export function recordChanges(
  recorder: EventRecorder,
  before: Application,
  after: Application,
): void {
  for (const text of changesOf(before, after)) {
    recorder.record(after, text);
  }
}

function changesOf(before: Application, after: Application): EventText[] {
  const texts: EventText[] = [];
  const updated = (what: string, from = '', to = '') => {
    if (from !== to) {
      texts.push({
        type: 'Normal',
        reason: 'ResourceUpdated',
        message: `Updated ${what} status: ${from} -> ${to}`,
      });
    }
  };
  const { status: was = {} } = before;
  const { status: is = {}, operation } = after;
  updated('sync', was.sync?.status, is.sync?.status);
  updated('health', was.health?.status, is.health?.status);
  if (operation?.initiatedBy?.automated && !before.operation) {
    texts.push({
      type: 'Normal',
      reason: 'OperationStarted',
      message: `Initiated automated sync to '${operation.sync!.revision}'`,
    });
  }
  const { operationState } = is;
  if (operationState && before.operation && !operation) {
    const { phase, message, syncResult } = operationState;
    const what = `Sync operation to ${syncResult?.revision ?? ''}`;
    texts.push(
      phase === 'Succeeded'
        ? {
            type: 'Normal',
            reason: 'OperationCompleted',
            message: `${what} succeeded`,
          }
        : {
            type: 'Warning',
            reason: 'OperationCompleted',
            message: `${what} failed: ${message}`,
          },
    );
  }
  for (const condition of is.conditions ?? []) {
    const known = was.conditions?.some(
      ({ type, message }) =>
        type === condition.type && message === condition.message,
    );
    if (condition.type === 'DeletionError' && !known) {
      texts.push({
        type: 'Warning',
        reason: 'StatusRefreshed',
        message: `Unable to delete application resources: ${condition.message}`,
      });
    }
  }
  return texts;
}
