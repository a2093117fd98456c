import { OpenStackFault } from './types';

/** Which faults are in force, and for which targets. */
export class Faulty {
  readonly #active = new Map<OpenStackFault, Set<string>>();

  static create(): Faulty {
    return new Faulty();
  }

  private constructor() {}

  set(fault: OpenStackFault, on: boolean, target = ''): void {
    const targets = this.#active.get(fault) ?? new Set();
    if (on) {
      targets.add(target);
    } else {
      targets.delete(target);
    }
    this.#active.set(fault, targets);
  }

  has(fault: OpenStackFault, target = ''): boolean {
    return this.#active.get(fault)?.has(target) ?? false;
  }

  /** The target that was named last. */
  targetOf(fault: OpenStackFault): string | undefined {
    return [...(this.#active.get(fault) ?? [])].pop();
  }
}
