import { Coverage } from '@slipway/backstage-plugin-fleet-common';
import { CloudAnswers } from '../records';

/** What one round of questions brought. */
export interface Reading {
  /** Parts that could not be read are as they were read last, or absent. */
  answers: Omit<CloudAnswers, 'api' | 'cloud'>;
  /** Kinds of which not all was read, by their id. */
  coverage: Record<string, Coverage>;
  /** Whether something is under way, so that it is worth to look again soon. */
  isBusy: boolean;
}
