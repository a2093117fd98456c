import { Incident } from '@slipway/backstage-plugin-fleet-common';

const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;
const MOST = 1000;

/** Incidents that are over, for a while. @internal */
export class ClosedIncidents {
  // In the order of their closing.
  readonly #incidents = new Map<string, Incident>();

  static create(incidents: Incident[]): ClosedIncidents {
    const closed = new ClosedIncidents();
    incidents
      .filter(({ closedAt }) => closedAt)
      .sort((a, b) => (endOf(a) < endOf(b) ? -1 : 1))
      .forEach(incident => closed.add(incident));
    return closed;
  }

  private constructor() {}

  list(): Incident[] {
    return [...this.#incidents.values()];
  }

  add(incident: Incident): void {
    this.#incidents.delete(incident.id);
    this.#incidents.set(incident.id, incident);
    if (this.#incidents.size > MOST) {
      const [oldest] = this.#incidents.keys();
      this.#incidents.delete(oldest);
    }
  }

  /** It is open again, as nobody saw it closed in between. */
  take(id: string): Incident | undefined {
    const incident = this.#incidents.get(id);
    this.#incidents.delete(id);
    return incident;
  }

  forget(now: Date): void {
    for (const incident of this.#incidents.values()) {
      if (Date.parse(endOf(incident)) + KEPT_FOR > now.getTime()) {
        return;
      }
      this.#incidents.delete(incident.id);
    }
  }
}

function endOf(incident: Incident): string {
  return incident.closedAt ?? '';
}
