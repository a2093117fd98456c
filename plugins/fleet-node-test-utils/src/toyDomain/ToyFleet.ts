import {
  Coverage,
  FleetItem,
  SourceInfo,
} from '@slipway/backstage-plugin-fleet-common';
import {
  CoverageEntry,
  DomainProblem,
  EngineOutput,
  FleetDomain,
  FleetEngine,
  FleetEngineOptions,
  KubernetesObject,
  mergeResources,
  Row,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { toyDomain } from './toyDomain';

const NOW = '2026-11-22T10:00:00.000Z';

/**
 * An engine for the cluster `dev-1` with toys, and a clock that a test sets. It
 * is 2026-11-22T10:00:00Z.
 *
 * @public
 */
export class ToyFleet {
  /** The real one. */
  readonly engine: FleetEngine;
  /** What domains threw. */
  readonly problems: DomainProblem[] = [];
  /** The toy domain, if not told otherwise. */
  readonly domains: FleetDomain[];
  /** What the engine takes for the time. */
  now = new Date(NOW);

  /** Nothing is known yet. */
  static create(
    options: {
      domains?: FleetDomain[];
      remembered?: FleetEngineOptions['remembered'];
    } = {},
  ): ToyFleet {
    return new ToyFleet(options);
  }

  private constructor(options: {
    domains?: FleetDomain[];
    remembered?: FleetEngineOptions['remembered'];
  }) {
    this.domains = options.domains ?? [toyDomain()];
    this.engine = FleetEngine.create({
      domains: this.domains,
      remembered: options.remembered,
      now: () => this.now,
      onProblem: problem => this.problems.push(problem),
    });
  }

  /** An object as a row. */
  row(object: KubernetesObject, cluster = 'dev-1'): Row {
    const source = `cluster/${cluster}`;
    const row = mergeResources(this.domains)
      .filter(({ kind }) => kind === object.kind)
      .map(resource => resource.project(source, object))
      .at(0);
    if (!row) {
      throw new Error(`Nobody cares for ${JSON.stringify(object)}`);
    }
    return row;
  }

  /** Objects of the cluster came or changed. */
  apply(...objects: KubernetesObject[]): EngineOutput {
    return this.engine.apply({ rows: objects.map(object => this.row(object)) });
  }

  /** Objects of the cluster went. */
  remove(...objects: KubernetesObject[]): EngineOutput {
    const goneAt = this.now.toISOString();
    const rows = objects.map(object => ({ ...this.row(object), goneAt }));
    return this.engine.apply({ rows });
  }

  /** All resources of a cluster are known, or not. */
  cover(state: Coverage['state'] = 'live', cluster = 'dev-1'): EngineOutput {
    return this.engine.apply({ coverage: this.coverage(state, cluster) });
  }

  /** The same for all resources. */
  coverage(state: Coverage['state'], cluster = 'dev-1'): CoverageEntry[] {
    return mergeResources(this.domains).map(({ id }) => ({
      source: `cluster/${cluster}`,
      resource: id,
      coverage: { state },
    }));
  }

  /** The cluster answers, if not told otherwise. */
  source(overrides: Partial<SourceInfo> = {}): SourceInfo {
    return {
      id: 'cluster/dev-1',
      kind: 'cluster',
      name: 'dev-1',
      state: 'live',
      reachable: true,
      since: NOW,
      ...overrides,
    };
  }

  /** The toy of this name in the namespace `nursery`. */
  item(name: string, cluster = 'dev-1'): FleetItem | undefined {
    return this.engine.item(`toys/${cluster}/nursery/${name}`);
  }

  /** Time passes; nobody notices until something is applied. */
  later(milliseconds: number): void {
    this.now = new Date(this.now.getTime() + milliseconds);
  }
}
