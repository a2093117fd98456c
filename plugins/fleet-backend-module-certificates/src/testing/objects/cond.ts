import { ago } from '../times';
import { Fields } from './testObject';

/** A condition as `Type=Status/Reason`, with its message and time. */
export function cond(
  words: string,
  message = '',
  lastTransitionTime = ago('60d'),
): Fields {
  const [, type, status, reason] = /^(\w+)=(\w+)\/?(.*)$/.exec(words) ?? [];
  return {
    type,
    status,
    reason: reason || type,
    message,
    lastTransitionTime,
    observedGeneration: 1,
  };
}
