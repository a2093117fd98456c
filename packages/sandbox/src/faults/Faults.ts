/** Something that can be broken on purpose, and mended. */
export interface Fault {
  name: string;
  /** For `npm run sandbox -- faults`; names what `target` is. */
  description: string;
  /** What may stand behind the name, `undefined` when nothing does. */
  targets?: () => Promise<string[]>;
  break(target: string): Promise<void> | void;
  heal(target: string): Promise<void> | void;
}

/** The live faults and which of them are in force. */
export class Faults {
  readonly #faults: Fault[];
  readonly #active = new Map<string, { fault: Fault; target: string }>();

  static create(faults: Fault[]): Faults {
    return new Faults(faults);
  }

  private constructor(faults: Fault[]) {
    this.#faults = faults;
  }

  /** The catalogue, and what is broken now. */
  async describe(): Promise<string> {
    const lines = await Promise.all(
      this.#faults.map(async ({ name, description, targets }) => {
        const broken = [...this.#active.values()]
          .filter(active => active.fault.name === name)
          .map(active => active.target || 'yes');
        return [
          `${name}${targets ? ' <target>' : ''}`.padEnd(32),
          description,
          targets
            ? ` Targets: ${(await targets()).join(', ') || 'none yet'}.`
            : '',
          broken.length ? ` Broken now: ${broken.join(', ')}.` : '',
        ].join('');
      }),
    );
    return lines.join('\n');
  }

  /** @throws Error naming what there is when fault or target does not exist. */
  async break(name = '', target = ''): Promise<string> {
    const fault = await this.#find(name, target);
    await fault.break(target);
    this.#active.set(`${name} ${target}`, { fault, target });
    return `Broken: ${name} ${target}`.trimEnd();
  }

  /** Mends one fault, or all when no name is given. */
  async heal(name?: string, target = ''): Promise<string> {
    if (name !== undefined) {
      this.#named(name);
    }
    const healed: string[] = [];
    for (const [key, active] of [...this.#active]) {
      const meant =
        name === undefined ||
        (active.fault.name === name && (!target || active.target === target));
      if (meant) {
        await active.fault.heal(active.target);
        this.#active.delete(key);
        healed.push(key.trimEnd());
      }
    }
    return healed.length
      ? `Healed: ${healed.join(', ')}`
      : 'Nothing was broken.';
  }

  async #find(name: string, target: string): Promise<Fault> {
    const fault = this.#named(name);
    const targets = await fault.targets?.();
    if (targets && !targets.includes(target)) {
      throw new Error(
        `${name} needs one of: ${targets.join(', ') || '(nothing yet)'}.`,
      );
    }
    return fault;
  }

  #named(name: string): Fault {
    const fault = this.#faults.find(candidate => candidate.name === name);
    if (!fault) {
      const names = this.#faults.map(candidate => candidate.name).join(', ');
      throw new Error(`No fault "${name}"; there are: ${names}.`);
    }
    return fault;
  }
}
