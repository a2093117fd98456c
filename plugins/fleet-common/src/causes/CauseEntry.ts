import { Status } from '../status';

/**
 * One entry of a domain's catalogue of causes: texts come from here, not from
 * code.
 *
 * @public
 */
export interface CauseEntry {
  /** Stable: it appears in the UI, in the API, in logs and in links. */
  code: string;
  /** What it is called, in a few words. */
  title: string;
  /** All statuses that it can have, the usual one first. */
  status: Status[];
  /** `person`: only a person can mend it; `may-pass`: it can mend itself. */
  kind?: 'person' | 'may-pass';
  /** What the root is, in words. */
  root: string;
  /** Kinds that can prove it, the first present wins. */
  evidence: string[];
  /** Unit of the impact, for example `dns names`. */
  impact: string;
  /** What to do about it, imperative. */
  advice: string;
}
