import { compareTexts } from '../collections';
import { listOf, numberOf, textOf, timeOf } from './json';

/** A condition as most kinds carry it. @public */
export interface Condition {
  /** For example `Ready`. */
  type: string;
  /** `True`, `False` or `Unknown`; empty when it is none. */
  status: string;
  /** One word. */
  reason?: string;
  /** For people. */
  message?: string;
  /** ISO time. */
  lastTransitionTime?: string;
  /** Generation that it speaks of. */
  observedGeneration?: number;
}

/**
 * `status.conditions` of an object, sorted by type, so that their order in the
 * object means nothing; those without a type are left out.
 *
 * @public
 */
export function conditionsOf(object: unknown): Condition[] {
  return listOf(object, 'status', 'conditions')
    .flatMap(condition => readCondition(condition) ?? [])
    .sort((a, b) => compareTexts(a.type, b.type));
}

function readCondition(value: unknown): Condition | undefined {
  const type = textOf(value, 'type');
  if (!type) {
    return undefined;
  }
  return {
    type,
    status: textOf(value, 'status') ?? '',
    reason: textOf(value, 'reason'),
    message: textOf(value, 'message'),
    lastTransitionTime: timeOf(value, 'lastTransitionTime'),
    observedGeneration: numberOf(value, 'observedGeneration'),
  };
}
