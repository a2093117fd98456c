import { ClusterSlice } from '../slices';

const IS_WELL = /^(ready|true|ok)$/i;

/** The parts of a cluster's health that are not well, in Magnum's words. */
export function waitingFor({ healthReasons }: ClusterSlice): string[] {
  return Object.entries(healthReasons)
    .filter(([, text]) => text !== '' && !IS_WELL.test(text))
    .map(([part, text]) => `${part}: ${text}`);
}
