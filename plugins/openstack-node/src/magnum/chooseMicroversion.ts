import { MagnumMicroversion } from './bodies';
import { compareMicroversions } from './compareMicroversions';

/** The newest one whose answers this package knows. */
const NEWEST_KNOWN = '1.14';

/** The version to use, or why there is none. */
export type ChosenMicroversion =
  | { outcome: 'chosen'; versions: MagnumMicroversion }
  | { outcome: 'none'; reason: string };

/** The newest one that both sides know and that the operator allows. */
export function chooseMicroversion(options: {
  min: string;
  max: string;
  /** The operator's. */
  cap?: string;
}): ChosenMicroversion {
  const { min, max, cap = NEWEST_KNOWN } = options;
  const used = [NEWEST_KNOWN, max, cap].sort(compareMicroversions)[0];
  return compareMicroversions(used, min) < 0
    ? {
        outcome: 'none',
        reason: `it has microversions ${min} to ${max}, and none newer than ${used} may be used here`,
      }
    : { outcome: 'chosen', versions: { min, max, used } };
}
