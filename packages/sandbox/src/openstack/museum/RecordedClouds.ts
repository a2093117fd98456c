import { RecordedCloud } from '../types';

export interface Shown {
  records: RecordedCloud;
  /** When the list of clusters was first read: only what was once read can be known. */
  readAt?: number;
}

/** How long after the first reading an outage begins. */
const OUTAGE_AFTER_MS = 5_000;

/** Recorded answers that stand in for those of Magnum, by project name. */
export class RecordedClouds {
  readonly #shown = new Map<string, Shown>();
  readonly #now: () => Date;

  static create(now: () => Date): RecordedClouds {
    return new RecordedClouds(now);
  }

  private constructor(now: () => Date) {
    this.#now = now;
  }

  set(project: string, records: RecordedCloud | undefined): void {
    if (records) {
      this.#shown.set(project, { records });
    } else {
      this.#shown.delete(project);
    }
  }

  of(project: string): RecordedCloud | undefined {
    return this.#shown.get(project)?.records;
  }

  noteReading(project: string): void {
    const shown = this.#shown.get(project);
    if (shown) {
      shown.readAt ??= this.#now().getTime();
    }
  }

  /** What a project meets instead of an answer, once it has read what there was. */
  outageOf(project: string | undefined): RecordedCloud['error'] {
    const shown = project === undefined ? undefined : this.#shown.get(project);
    const isOver =
      shown?.readAt !== undefined &&
      this.#now().getTime() - shown.readAt >= OUTAGE_AFTER_MS;
    return isOver ? shown.records.error : undefined;
  }
}
