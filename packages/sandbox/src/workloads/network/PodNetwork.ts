/** The real port of a pod's port, `undefined` while nothing listens on it. */
export type PortLookup = (containerPort: number) => number | undefined;

/**
 * The pods' own network. Each pod has an address as in any cluster, and all its
 * ports; behind each one that is in use stands a free port of 127.0.0.1, where
 * the pod's process really listens. Only who asks here can get in.
 */
export class PodNetwork {
  readonly #pods = new Map<string, PortLookup>();
  #last = 0;

  static create(): PodNetwork {
    return new PodNetwork();
  }

  private constructor() {}

  /** Lets a pod in; returns its address. */
  join(ports: PortLookup): string {
    let address: string;
    do {
      this.#last += 1;
      const [high, low] = [Math.floor(this.#last / 250), this.#last % 250];
      address = `10.244.${high % 250}.${low + 2}`;
    } while (this.#pods.has(address));
    this.#pods.set(address, ports);
    return address;
  }

  leave(address: string): void {
    this.#pods.delete(address);
  }

  /** The port of 127.0.0.1 where `address:port` answers, if it does. */
  resolve(address: string, port: number): number | undefined {
    return this.#pods.get(address)?.(port);
  }
}
