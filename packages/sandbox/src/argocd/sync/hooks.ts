import { KubernetesObject } from '../../client';
import {
  HOOK_ANNOTATION,
  HOOK_DELETE_POLICY_ANNOTATION,
  SYNC_OPTIONS_ANNOTATION,
  SYNC_WAVE_ANNOTATION,
} from '../constants';
import { SyncPhase } from '../types';

const PHASES = new Set<string>(['PreSync', 'Sync', 'PostSync', 'SyncFail']);

/** Whether an object is a hook of a sync, not a part of the desired state. */
export function isHook(object: KubernetesObject): boolean {
  const types = listOf(object, HOOK_ANNOTATION);
  return types.length > 0 && !types.includes('Skip');
}

/** Whether an object is never applied. */
export function isSkipped(object: KubernetesObject): boolean {
  return listOf(object, HOOK_ANNOTATION).includes('Skip');
}

/** In which phases of a sync an object is applied. */
export function syncPhasesOf(object: KubernetesObject): SyncPhase[] {
  if (!isHook(object)) {
    return isSkipped(object) ? [] : ['Sync'];
  }
  return listOf(object, HOOK_ANNOTATION).filter((type): type is SyncPhase =>
    PHASES.has(type),
  );
}

export function syncWaveOf(object: KubernetesObject): number {
  return (
    parseInt(object.metadata.annotations?.[SYNC_WAVE_ANNOTATION] ?? '0', 10) ||
    0
  );
}

export function hookDeletePolicies(object: KubernetesObject): string[] {
  const policies = listOf(object, HOOK_DELETE_POLICY_ANNOTATION);
  return policies.length > 0 ? policies : ['BeforeHookCreation'];
}

/** Whether an object's own annotation asks for an option such as `Prune=false`. */
export function hasSyncOption(
  object: KubernetesObject | undefined,
  option: string,
): boolean {
  return !!object && listOf(object, SYNC_OPTIONS_ANNOTATION).includes(option);
}

function listOf(object: KubernetesObject, annotation: string): string[] {
  return (object.metadata.annotations?.[annotation] ?? '')
    .split(',')
    .map(entry => entry.trim())
    .filter(Boolean);
}
