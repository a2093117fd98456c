import {
  compareStatuses,
  Finding,
  Status,
  STATUSES,
} from '@slipway/backstage-plugin-fleet-common';
import { Heap } from '../collections';

/** One item hit by the root of an incident. @internal */
export interface Member {
  id: string;
  status: Status;
  finding: Pick<Finding, 'cause' | 'title' | 'advice' | 'says' | 'evidence'>;
}

/**
 * The members of an incident, and always the worst of them: an issuer may have
 * 20,000 certificates, which fail one after the other.
 *
 * @internal
 */
export class MemberSet {
  readonly #members = new Map<string, Member>();
  readonly #counts = new Map<Status, number>();
  // Holds ids that left or changed too, until they come up.
  readonly #ids = new Map<Status, Heap<string>>();

  static create(): MemberSet {
    return new MemberSet();
  }

  private constructor() {}

  get size(): number {
    return this.#members.size;
  }

  ids(): string[] {
    return [...this.#members.keys()];
  }

  has(id: string): boolean {
    return this.#members.has(id);
  }

  set(member: Member): void {
    const known = this.#members.get(member.id);
    this.#members.set(member.id, member);
    if (known?.status === member.status) {
      return;
    }
    if (known) {
      this.#count(known.status, -1);
    }
    this.#count(member.status, 1);
    this.#heapOf(member.status).push(member.id);
  }

  delete(id: string): void {
    const known = this.#members.get(id);
    if (known) {
      this.#members.delete(id);
      this.#count(known.status, -1);
    }
  }

  /** The worst, and of several the first by id. */
  worst(): Member | undefined {
    const status = STATUSES.filter(name => this.#counts.get(name))
      .sort(compareStatuses)
      .at(0);
    const ids = status && this.#heapOf(status);
    for (let id = ids?.peek(); id !== undefined; id = ids?.peek()) {
      const member = this.#members.get(id);
      if (member?.status === status) {
        return member;
      }
      ids?.pop();
    }
    return undefined;
  }

  #count(status: Status, by: number) {
    this.#counts.set(status, (this.#counts.get(status) ?? 0) + by);
  }

  #heapOf(status: Status): Heap<string> {
    const known = this.#ids.get(status);
    if (known && known.size <= 2 * this.#members.size + 1000) {
      return known;
    }
    const heap = Heap.create<string>((a, b) => a < b);
    for (const member of this.#members.values()) {
      if (member.status === status) {
        heap.push(member.id);
      }
    }
    this.#ids.set(status, heap);
    return heap;
  }
}
