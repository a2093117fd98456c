import { Choice } from './Choice';

/** What is known so far of what may be chosen. */
export type Choices =
  /** Something else has to be chosen before. */
  | { outcome: 'not-asked' }
  | { outcome: 'loading' }
  | { outcome: 'known'; choices: Choice[] }
  | { outcome: 'not-allowed'; reason: string; retry: () => void }
  | { outcome: 'failed'; reason: string; retry: () => void };
