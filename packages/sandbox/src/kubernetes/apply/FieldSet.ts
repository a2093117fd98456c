import { isJsonObject } from '../schema/isJsonObject';
import { JsonObject } from '../schema/types';

/** Steps such as `f:spec`, `k:{"name":"web"}` and `v:"a"`, from the object's root. */
export type FieldPath = readonly string[];

/** A set of fields, as `fieldsV1` writes it. Never changed: operations return new sets. */
export class FieldSet {
  static readonly empty = new FieldSet(false, new Map());
  /** Only the place itself. */
  static readonly leaf = new FieldSet(true, new Map());

  /** Whether the place itself belongs to the set. */
  readonly member: boolean;
  readonly #children: ReadonlyMap<string, FieldSet>;

  static of(member: boolean, children: Iterable<[string, FieldSet]>): FieldSet {
    const kept = [...children].filter(([, child]) => !child.isEmpty);
    if (kept.length === 0) {
      return member ? FieldSet.leaf : FieldSet.empty;
    }
    return new FieldSet(member, new Map(kept));
  }

  static fromPaths(paths: FieldPath[]): FieldSet {
    return paths.reduce(
      (set, path) =>
        set.union(
          path.reduceRight(
            (inner, step) => FieldSet.of(false, [[step, inner]]),
            FieldSet.leaf,
          ),
        ),
      FieldSet.empty,
    );
  }

  /** Reads `fieldsV1`. */
  static decode(fields: JsonObject): FieldSet {
    const { '.': self, ...steps } = fields;
    const children = Object.entries(steps).map(
      ([step, inner]): [string, FieldSet] => {
        const entry = isJsonObject(inner) ? inner : {};
        return [
          step,
          Object.keys(entry).length === 0
            ? FieldSet.leaf
            : FieldSet.decode(entry),
        ];
      },
    );
    return FieldSet.of(self !== undefined, children);
  }

  private constructor(
    member: boolean,
    children: ReadonlyMap<string, FieldSet>,
  ) {
    this.member = member;
    this.#children = children;
  }

  get isEmpty(): boolean {
    return !this.member && this.#children.size === 0;
  }

  get hasChildren(): boolean {
    return this.#children.size > 0;
  }

  child(step: string): FieldSet {
    return this.#children.get(step) ?? FieldSet.empty;
  }

  union(other: FieldSet): FieldSet {
    const children = new Map(this.#children);
    for (const [step, theirs] of other.#children) {
      const ours = children.get(step);
      children.set(step, ours ? ours.union(theirs) : theirs);
    }
    return FieldSet.of(this.member || other.member, children);
  }

  intersection(other: FieldSet): FieldSet {
    return FieldSet.of(
      this.member && other.member,
      this.#map((step, child) => child.intersection(other.child(step))),
    );
  }

  difference(other: FieldSet): FieldSet {
    return FieldSet.of(
      this.member && !other.member,
      this.#map((step, child) => child.difference(other.child(step))),
    );
  }

  /** Without the members of `other` and everything below them. */
  without(other: FieldSet): FieldSet {
    if (other.member) {
      return FieldSet.empty;
    }
    return FieldSet.of(
      this.member,
      this.#map((step, child) => child.without(other.child(step))),
    );
  }

  /** With every named field on the way to a member being one too; list items are not. */
  withNamedParents(): FieldSet {
    return FieldSet.of(
      this.member,
      this.#map((step, child) => {
        const inner = child.withNamedParents();
        return step.startsWith('f:') ? inner.union(FieldSet.leaf) : inner;
      }),
    );
  }

  /** In upstream's order: what is directly here before what lies deeper. */
  paths(prefix: FieldPath = []): FieldPath[] {
    const steps = [...this.#children].sort(([a], [b]) => (a < b ? -1 : 1));
    return [
      ...steps
        .filter(([, child]) => child.member)
        .map(([step]) => [...prefix, step]),
      ...steps.flatMap(([step, child]) => child.paths([...prefix, step])),
    ];
  }

  encode(): JsonObject {
    const steps = [...this.#children].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries([
      ...(this.member && this.hasChildren ? [['.', {}]] : []),
      ...steps.map(([step, child]) => [step, child.encode()]),
    ]);
  }

  #map(
    change: (step: string, child: FieldSet) => FieldSet,
  ): [string, FieldSet][] {
    return [...this.#children].map(([step, child]) => [
      step,
      change(step, child),
    ]);
  }
}
