import { formatItemRef, ItemRef } from '@slipway/backstage-plugin-fleet-common';
import { Heap } from '../../collections';

interface Visit {
  ref: ItemRef;
  at: number;
}

/** Which items change by time alone, and when. @internal */
export class RevisitQueue {
  readonly #times = new Map<string, number>();
  #visits = createHeap();

  static create(): RevisitQueue {
    return new RevisitQueue();
  }

  private constructor() {}

  /** One time for each item: the latest given; `undefined` for never. */
  set(ref: ItemRef, at: number | undefined): void {
    const id = formatItemRef(ref);
    if (this.#times.get(id) === at) {
      return;
    }
    if (at === undefined) {
      this.#times.delete(id);
    } else {
      this.#times.set(id, at);
      this.#visits.push({ ref, at });
      this.#compact();
    }
  }

  next(): Date | undefined {
    for (;;) {
      const visit = this.#visits.peek();
      if (!visit) {
        return undefined;
      }
      if (this.#isValid(visit)) {
        return new Date(visit.at);
      }
      this.#visits.pop();
    }
  }

  takeDue(now: Date): ItemRef[] {
    const due: ItemRef[] = [];
    for (;;) {
      const visit = this.#visits.peek();
      if (!visit || visit.at > now.getTime()) {
        return due;
      }
      this.#visits.pop();
      if (this.#isValid(visit)) {
        this.#times.delete(formatItemRef(visit.ref));
        due.push(visit.ref);
      }
    }
  }

  #isValid({ ref, at }: Visit): boolean {
    return this.#times.get(formatItemRef(ref)) === at;
  }

  /** Replaced times stay in the heap until then. */
  #compact() {
    if (this.#visits.size > 2 * this.#times.size + 1000) {
      const kept = createHeap();
      for (let visit = this.#visits.pop(); visit; visit = this.#visits.pop()) {
        if (this.#isValid(visit)) {
          kept.push(visit);
        }
      }
      this.#visits = kept;
    }
  }
}

function createHeap(): Heap<Visit> {
  return Heap.create((a, b) => a.at < b.at);
}
