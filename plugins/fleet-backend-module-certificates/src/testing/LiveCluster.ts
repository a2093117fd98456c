import { CertificateItem } from '@slipway/backstage-plugin-certificates-common';
import {
  FleetEngine,
  mergeResources,
  Row,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { domain } from '../domain';
import { controller, issuer, TestObject } from './objects';
import { NOW } from './times';

const SOURCE = 'cluster/prod-1';

/** A cluster that is watched: its objects come, change and go while time passes. */
export class LiveCluster {
  readonly engine: FleetEngine;
  readonly #resources = mergeResources([domain]);
  #now = new Date(NOW);
  #version = 0;

  static start(): LiveCluster {
    return new LiveCluster();
  }

  private constructor() {
    this.engine = FleetEngine.create({
      domains: [domain],
      now: () => this.#now,
      onProblem({ error }) {
        throw error;
      },
    });
    const lastContact = NOW;
    this.engine.apply({
      sources: [
        {
          id: SOURCE,
          kind: 'cluster',
          name: 'prod-1',
          state: 'live',
          reachable: true,
          since: lastContact,
          lastContact,
        },
      ],
      coverage: this.#resources.map(({ id }) => ({
        source: SOURCE,
        resource: id,
        coverage: { state: 'live', lastContact },
      })),
    });
    this.put(controller(), issuer());
  }

  at(time: string): this {
    this.#now = new Date(time);
    this.engine.tick();
    return this;
  }

  put(...objects: TestObject[]): this {
    this.engine.apply({ rows: objects.map(object => this.#rowOf(object)) });
    return this;
  }

  remove(...objects: TestObject[]): this {
    const goneAt = this.#now.toISOString();
    this.engine.apply({
      rows: objects.map(object => ({ ...this.#rowOf(object), goneAt })),
    });
    return this;
  }

  unreachable(error?: string): this {
    this.engine.apply({
      sources: [
        {
          id: SOURCE,
          kind: 'cluster',
          name: 'prod-1',
          state: 'stale',
          reachable: false,
          since: NOW,
          lastContact: NOW,
          error,
        },
      ],
    });
    return this;
  }

  item(id = 'shop/shop-tls'): CertificateItem | undefined {
    return this.engine.item(`certificates/prod-1/${id}`) as
      | CertificateItem
      | undefined;
  }

  /** Status and cause, as `failing acme.rate-limited`. */
  verdict(id?: string): string {
    const item = this.item(id);
    const cause = item?.finding?.cause.replace('certificate.', '');
    return [item?.status, cause].filter(Boolean).join(' ');
  }

  #rowOf(object: TestObject): Row {
    const resource = this.#resources.find(({ kind }) => kind === object.kind);
    this.#version += 1;
    const row = resource?.project(SOURCE, {
      ...object,
      metadata: { ...object.metadata, resourceVersion: String(this.#version) },
    });
    if (!row) {
      throw new Error(`Nobody reads ${object.kind} ${object.metadata.name}`);
    }
    return row;
  }
}
