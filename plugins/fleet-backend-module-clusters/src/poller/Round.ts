import { Coverage } from '@slipway/backstage-plugin-fleet-common';
import { attempt } from './attempt';
import { Kept } from './Kept';

/** Something to ask a cloud. */
export interface Question<T> {
  /** Id of the kind of record that the answer is. */
  resource: string;
  /** Whom it is about. */
  key: string;
  /** The state of whom it is about: in another one it is asked again. */
  mark?: string;
  /** Where answers are kept. */
  kept: Kept<T>;
  /** Whether an answer that is not old will not do. */
  isUrgent?: boolean;
  ask(): Promise<T>;
}

/** One round of questions, and what of it was not answered. */
export class Round {
  /** By id of the kind. */
  readonly coverage: Record<string, Coverage> = {};
  readonly #signal: AbortSignal;

  static create(signal: AbortSignal): Round {
    return new Round(signal);
  }

  private constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** The answer, or the last good one; none when there never was one. */
  async ask<T>(question: Question<T>): Promise<T | undefined> {
    const { resource, key, mark, kept, isUrgent = false } = question;
    const known = isUrgent ? undefined : kept.fresh(key, mark);
    if (known !== undefined) {
      return known;
    }
    const answer = await attempt(question.ask, this.#signal);
    switch (answer.outcome) {
      case 'answered':
        kept.keep(key, answer.value, mark);
        return answer.value;
      case 'refused':
        this.coverage[resource] = answer.coverage;
        return undefined;
      case 'gone':
        return undefined;
      default: {
        const last = kept.last(key);
        const { error } = answer;
        this.coverage[resource] ??= {
          state: last === undefined ? 'syncing' : 'stale',
          error,
        };
        return last;
      }
    }
  }
}
