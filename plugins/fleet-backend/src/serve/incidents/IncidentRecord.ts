import {
  Incident,
  ServedIncident,
} from '@slipway/backstage-plugin-fleet-common';
import { Access } from '../access/Access';
import { ItemGroup } from '../items/ItemGroup';
import { ItemIndex } from '../items/ItemIndex';
import { serveIncident } from './serveIncident';

/**
 * One incident and what each kind of reader sees of it. An issuer may have
 * 20,000 certificates, so both are kept until a member's group changes.
 */
export class IncidentRecord {
  readonly incident: Incident;
  readonly #index: ItemIndex;
  readonly #served = new Map<string, ServedIncident | undefined>();
  #groups = new Map<ItemGroup, string[]>();
  #versions = new Map<ItemGroup, number>();
  /** Of the index, where that must not have changed either. */
  #indexVersion: number | undefined = -1;

  constructor(incident: Incident, index: ItemIndex) {
    this.incident = incident;
    this.#index = index;
  }

  /** The groups that its members are in. */
  groups(): Iterable<ItemGroup> {
    this.#refresh();
    return this.#groups.keys();
  }

  /** `undefined` for who sees none of its members. */
  serve(access: Access): ServedIncident | undefined {
    this.#refresh();
    if (!this.#served.has(access.key)) {
      this.#served.set(
        access.key,
        serveIncident({
          incident: this.incident,
          access,
          groups: this.#groups,
        }),
      );
    }
    return this.#served.get(access.key);
  }

  /** Ids of the members that the reader may see, by group. */
  *seenMembers(access: Access): Iterable<[ItemGroup, string[]]> {
    this.#refresh();
    for (const [group, ids] of this.#groups) {
      if (access.sees(group)) {
        yield [group, ids];
      }
    }
  }

  #refresh(): void {
    if (this.#isFresh()) {
      return;
    }
    this.#served.clear();
    this.#groups = new Map();
    let known = 0;
    for (const id of this.incident.members) {
      const group = this.#index.get(id)?.group;
      if (group) {
        known++;
        const ids = this.#groups.get(group);
        if (ids) {
          ids.push(id);
        } else {
          this.#groups.set(group, [id]);
        }
      }
    }
    this.#versions = new Map(
      [...this.#groups.keys()].map(group => [group, group.version]),
    );
    // A member that is not there may come, into whichever group.
    this.#indexVersion =
      known === this.incident.members.length ? undefined : this.#index.version;
  }

  #isFresh(): boolean {
    if (this.#indexVersion !== undefined) {
      return this.#indexVersion === this.#index.version;
    }
    for (const [group, version] of this.#versions) {
      if (group.version !== version) {
        return false;
      }
    }
    return true;
  }
}
