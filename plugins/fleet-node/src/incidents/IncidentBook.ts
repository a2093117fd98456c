import {
  Change,
  FleetItem,
  formatItemRef,
  Incident,
  ItemRef,
} from '@slipway/backstage-plugin-fleet-common';
import { ClosedIncidents } from './ClosedIncidents';
import { OpenIncident } from './OpenIncident';

/** Of how many members it is asked what was changed before. */
const MOST_ASKED = 20;

/**
 * Groups findings by their root. Each change costs what it touches, however
 * many members an incident has.
 *
 * @internal
 */
export class IncidentBook {
  readonly #open = new Map<string, OpenIncident>();
  readonly #closed: ClosedIncidents;
  readonly #rootOf = new Map<string, string>();
  readonly #touched = new Set<string>();

  static create(options: { remembered: Incident[] }): IncidentBook {
    return new IncidentBook(options.remembered);
  }

  private constructor(remembered: Incident[]) {
    this.#closed = ClosedIncidents.create(remembered);
    for (const incident of remembered) {
      if (!incident.closedAt) {
        this.#open.set(incident.root, OpenIncident.restore(incident));
        incident.members.forEach(id => this.#rootOf.set(id, incident.root));
      }
    }
  }

  /** Open ones first, then closed ones, the latest last. */
  list(): Incident[] {
    const open = [...this.#open.values()];
    return [
      ...open.flatMap(incident => incident.toIncident() ?? []),
      ...this.#closed.list(),
    ];
  }

  /**
   * @param item - as it is now
   * @param foundAt - ISO time at which its trouble, if any, came to light
   */
  set(item: FleetItem, foundAt: string): void {
    const id = formatItemRef(item.ref);
    const { finding, status } = item;
    const root = status === 'healthy' ? undefined : finding?.root;
    if (this.#rootOf.get(id) !== root) {
      this.#leave(id);
    }
    if (!finding || !root) {
      return;
    }
    let incident = this.#open.get(root);
    if (!incident) {
      incident = OpenIncident.create(root, foundAt);
      this.#open.set(root, incident);
    }
    if (!incident.members.has(id)) {
      incident.beganAt(foundAt);
    }
    incident.join({ id, status, finding });
    this.#rootOf.set(id, root);
    this.#touched.add(root);
  }

  delete(ref: ItemRef): void {
    this.#leave(formatItemRef(ref));
  }

  /** What opened, changed or closed since this was called last. */
  finish(options: {
    now: Date;
    changesOf: (id: string) => Change[];
  }): Incident[] {
    this.#closed.forget(options.now);
    const roots = [...this.#touched];
    this.#touched.clear();
    return roots.flatMap(root => {
      const incident = this.#open.get(root);
      return (incident && this.#settle(incident, options)) ?? [];
    });
  }

  #settle(
    incident: OpenIncident,
    options: { now: Date; changesOf: (id: string) => Change[] },
  ): Incident | undefined {
    if (incident.members.size === 0) {
      this.#open.delete(incident.root);
      if (incident.isNew) {
        return undefined;
      }
      const last = incident.toIncident(options.now.toISOString());
      // A copy, so that what is over keeps nothing else alive.
      const closed = last && { ...last };
      if (closed) {
        this.#closed.add(closed);
      }
      return closed;
    }
    if (incident.isNew) {
      const before = this.#closed.take(incident.id);
      incident.setChange(
        before?.change ?? changeBefore(incident, options.changesOf),
      );
    }
    return incident.takeDirty() ? incident.toIncident() : undefined;
  }

  #leave(id: string) {
    const root = this.#rootOf.get(id);
    if (root !== undefined) {
      this.#open.get(root)?.leave(id);
      this.#rootOf.delete(id);
      this.#touched.add(root);
    }
  }
}

function changeBefore(
  incident: OpenIncident,
  changesOf: (id: string) => Change[],
): Change | undefined {
  const asked = incident.members.ids().sort().slice(0, MOST_ASKED);
  return asked
    .flatMap(changesOf)
    .filter(change => change.at <= incident.openedAt)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .at(0);
}
