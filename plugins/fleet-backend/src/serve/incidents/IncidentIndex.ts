import { Incident } from '@slipway/backstage-plugin-fleet-common';
import { ItemIndex } from '../items/ItemIndex';
import { IncidentRecord } from './IncidentRecord';

const MOST_CLOSED = 1000;

/** All incidents, open ones by their root. */
export class IncidentIndex {
  readonly #items: ItemIndex;
  readonly #records = new Map<string, IncidentRecord>();
  readonly #openByRoot = new Map<string, string>();
  /** Ids of closed ones, the longest closed first. */
  readonly #closed = new Set<string>();

  constructor(items: ItemIndex) {
    this.#items = items;
  }

  get(id: string): IncidentRecord | undefined {
    return this.#records.get(id);
  }

  all(): Iterable<IncidentRecord> {
    return this.#records.values();
  }

  /** Id of the open incident with this root. */
  openWith(root: string): string | undefined {
    return this.#openByRoot.get(root);
  }

  /** Returns the record that was there before. */
  put(incident: Incident): IncidentRecord | undefined {
    const before = this.#records.get(incident.id);
    this.#records.set(incident.id, new IncidentRecord(incident, this.#items));
    this.#closed.delete(incident.id);
    if (incident.closedAt === undefined) {
      this.#openByRoot.set(incident.root, incident.id);
      return before;
    }
    if (this.#openByRoot.get(incident.root) === incident.id) {
      this.#openByRoot.delete(incident.root);
    }
    this.#closed.add(incident.id);
    this.#forgetOldest();
    return before;
  }

  #forgetOldest(): void {
    const [oldest] = this.#closed;
    if (this.#closed.size > MOST_CLOSED) {
      this.#closed.delete(oldest);
      this.#records.delete(oldest);
    }
  }
}
