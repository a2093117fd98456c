import {
  Change,
  FleetItem,
  formatItemRef,
  ItemRef,
  SourceInfo,
  sourceNameOf,
} from '@slipway/backstage-plugin-fleet-common';
import { isSameJson } from '../../collections';
import { ProblemReporter, Row } from '../../rows';
import { FleetDomain } from '../FleetDomain';
import { DomainReader, ReaderContext } from './DomainReader';
import { failedItem } from './failedItem';
import { ItemDetail } from './ItemDetail';
import { readDetail } from './readDetail';
import { withOwnership } from './withOwnership';

/** Calls the functions of a domain, whatever they throw. @internal */
export class DomainRunner {
  readonly #domain: FleetDomain;
  readonly #onProblem: ProblemReporter | undefined;
  readonly #resources: Set<string>;
  readonly read: DomainReader;

  static create(options: {
    domain: FleetDomain;
    context: ReaderContext;
    onProblem?: ProblemReporter;
  }): DomainRunner {
    return new DomainRunner(options);
  }

  private constructor(options: {
    domain: FleetDomain;
    context: ReaderContext;
    onProblem?: ProblemReporter;
  }) {
    const { domain, context, onProblem } = options;
    this.#domain = domain;
    this.#onProblem = onProblem;
    this.#resources = new Set(domain.resources.map(({ id }) => id));
    this.read = DomainReader.create({
      context,
      domains: [domain.id],
      dependsOn: domain.dependsOn ?? [],
    });
  }

  get id(): string {
    return this.#domain.id;
  }

  reads(resource: string): boolean {
    return this.#resources.has(resource);
  }

  dependsOn(domain: string): boolean {
    return this.#domain.dependsOn?.includes(domain) ?? false;
  }

  /** `undefined` when it cannot say. */
  affected(change: Row | FleetItem): ItemRef[] | undefined {
    try {
      return this.#domain
        .affected(change, this.read)
        .filter(({ domain }) => domain === this.id);
    } catch (error) {
      this.#report('affected', subjectOf(change), error);
      return undefined;
    }
  }

  /** None when it cannot say: what looked at the source is derived anyway. */
  affectedBySource(source: SourceInfo): ItemRef[] {
    try {
      const refs = this.#domain.affectedBySource?.(source, this.read) ?? [];
      return refs.filter(({ domain }) => domain === this.id);
    } catch (error) {
      this.#report('affectedBySource', source.id, error);
      return [];
    }
  }

  /** The item of a row of the kind that the domain's items stand for. */
  standsFor({ source, resource, namespace, name }: Row): ItemRef[] {
    const [first] = this.#resources;
    const cluster = sourceNameOf(source);
    return resource === first
      ? [{ domain: this.id, cluster, namespace, name }]
      : [];
  }

  derive(options: { ref: ItemRef; previous?: FleetItem; now: Date }): {
    item: FleetItem | undefined;
    touched: Set<string>;
  } {
    const { ref, previous, now } = options;
    this.read.takeTouched();
    const item = this.#tryDerive(ref, now, previous);
    const touched = this.read.takeTouched();
    return { item: item && withOwnership(item, this.read), touched };
  }

  /** When it is derived again is not seen by anybody. */
  isSame(a: FleetItem, b: FleetItem): boolean {
    return isSameJson(
      { ...a, revisitAt: undefined },
      { ...b, revisitAt: undefined },
    );
  }

  changes(item: FleetItem): Change[] {
    try {
      return this.#domain.changes?.(item, this.read) ?? [];
    } catch (error) {
      this.#report('changes', formatItemRef(item.ref), error);
      return [];
    }
  }

  detail(item: FleetItem, now: Date): ItemDetail {
    const { read } = this;
    try {
      return readDetail({ item, domain: this.#domain, read, now });
    } catch (error) {
      const failed = this.#failed({
        step: 'detail',
        ref: item.ref,
        error,
        previous: item,
      });
      const beside = [
        ...(item.finding ? [item.finding] : []),
        ...(item.beside ?? []),
      ];
      return {
        item: withOwnership({ ...failed, beside }, read),
        chain: [],
        events: [],
        changes: [],
        remedies: [],
      };
    }
  }

  #tryDerive(
    ref: ItemRef,
    now: Date,
    previous: FleetItem | undefined,
  ): FleetItem | undefined {
    try {
      const item = this.#domain.derive(ref, this.read, now, previous);
      if (item && formatItemRef(item.ref) !== formatItemRef(ref)) {
        throw new Error(`It was derived as ${formatItemRef(item.ref)}`);
      }
      return item;
    } catch (error) {
      return this.#failed({ step: 'derive', ref, error, previous });
    }
  }

  #failed(options: {
    step: string;
    ref: ItemRef;
    error: unknown;
    previous?: FleetItem;
  }): FleetItem {
    const { step, ref, previous } = options;
    const error = this.#report(step, formatItemRef(ref), options.error);
    return failedItem({ domain: this.#domain, ref, error, previous });
  }

  #report(step: string, subject: string, thrown: unknown): Error {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    this.#onProblem?.({ domain: this.id, step, subject, error });
    return error;
  }
}

function subjectOf(change: Row | FleetItem): string {
  return 'ref' in change
    ? formatItemRef(change.ref)
    : `${change.source}/${change.resource}/${change.namespace}/${change.name}`;
}
