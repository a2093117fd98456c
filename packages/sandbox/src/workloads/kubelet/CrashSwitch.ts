/** Namespaces whose containers crash at start, on purpose. */
export class CrashSwitch {
  readonly #namespaces = new Set<string>();
  readonly #listeners = new Set<(namespace: string) => void>();

  static create(): CrashSwitch {
    return new CrashSwitch();
  }

  private constructor() {}

  isOn(namespace: string): boolean {
    return this.#namespaces.has(namespace);
  }

  set(namespace: string, crashing: boolean): void {
    if (crashing) {
      this.#namespaces.add(namespace);
    } else {
      this.#namespaces.delete(namespace);
    }
    this.#listeners.forEach(listener => listener(namespace));
  }

  onChange(listener: (namespace: string) => void): void {
    this.#listeners.add(listener);
  }
}
