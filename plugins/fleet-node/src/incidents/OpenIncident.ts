import { createHash } from 'node:crypto';
import { Change, Incident } from '@slipway/backstage-plugin-fleet-common';
import { isSameJson } from '../collections';
import { Member, MemberSet } from './MemberSet';

const MOST_LEFT = 1000;

/** An incident that still has members. @internal */
export class OpenIncident {
  readonly root: string;
  readonly members = MemberSet.create();
  #id: string | undefined;
  #openedAt: string;
  #change: Change | undefined;
  #head: Member | undefined;
  // Whom a closed incident names: those that healed last.
  readonly #left = new Set<string>();
  #isDirty = true;

  /** The id is settled when it is told for the first time. */
  static create(root: string, openedAt: string): OpenIncident {
    return new OpenIncident({ root, openedAt });
  }

  /** As the run before left it; its members are as bad as it, until seen. */
  static restore(incident: Incident): OpenIncident {
    const restored = new OpenIncident(incident);
    const { status, cause, title, advice, says, evidence } = incident;
    const finding = { cause, title, advice, says, evidence };
    incident.members.forEach(id =>
      restored.members.set({ id, status, finding }),
    );
    restored.#isDirty = false;
    restored.#head = restored.members.worst();
    return restored;
  }

  private constructor(
    start: Pick<Incident, 'root' | 'openedAt'> &
      Partial<Pick<Incident, 'id' | 'change'>>,
  ) {
    this.root = start.root;
    this.#id = start.id;
    this.#openedAt = start.openedAt;
    this.#change = start.change;
  }

  get id(): string {
    this.#id ??= idOf(this.root, this.#openedAt);
    return this.#id;
  }

  get isNew(): boolean {
    return this.#id === undefined;
  }

  get openedAt(): string {
    return this.#openedAt;
  }

  /** It began before it was found. */
  beganAt(at: string): void {
    if (at < this.#openedAt) {
      this.#openedAt = at;
      this.#isDirty = true;
    }
  }

  setChange(change: Change | undefined): void {
    this.#change = change;
  }

  join(member: Member): void {
    this.#isDirty ||= !this.members.has(member.id);
    this.members.set(member);
  }

  leave(id: string): void {
    if (!this.members.has(id)) {
      return;
    }
    this.#isDirty = true;
    this.members.delete(id);
    this.#left.delete(id);
    this.#left.add(id);
    if (this.#left.size > MOST_LEFT) {
      const [first] = this.#left;
      this.#left.delete(first);
    }
  }

  /** Whether it looks different from when this was asked before. */
  takeDirty(): boolean {
    const head = this.members.worst();
    const isDirty =
      this.#isDirty || !isSameJson(faceOf(head), faceOf(this.#head));
    this.#isDirty = false;
    // The last member stays the face of an incident that closes.
    this.#head = head ?? this.#head;
    return isDirty;
  }

  /** `undefined` when it never had a member. */
  toIncident(closedAt?: string): Incident | undefined {
    const face = faceOf(this.members.worst() ?? this.#head);
    if (!face) {
      return undefined;
    }
    const members = () =>
      this.members.size > 0 ? this.members.ids() : [...this.#left];
    let ids: string[] | undefined;
    return {
      id: this.id,
      root: this.root,
      ...face,
      openedAt: this.#openedAt,
      closedAt,
      change: this.#change,
      // Written out only for who reads them: there may be 20,000.
      get members() {
        ids ??= members();
        return ids;
      },
    };
  }
}

function idOf(root: string, openedAt: string): string {
  return createHash('sha256')
    .update(`${root}\n${openedAt}`)
    .digest('hex')
    .slice(0, 16);
}

function faceOf(member: Member | undefined) {
  if (!member) {
    return undefined;
  }
  const { cause, title, advice, says, evidence } = member.finding;
  return { status: member.status, cause, title, advice, says, evidence };
}
