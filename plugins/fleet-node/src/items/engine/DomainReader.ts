import {
  Coverage,
  FleetItem,
  formatItemRef,
  ItemRef,
  SourceInfo,
} from '@slipway/backstage-plugin-fleet-common';
import { Row } from '../../rows';
import { RowStore } from '../../rows/store';
import { Reader } from '../Reader';
import { ItemStore } from './ItemStore';
import { SourceBook } from './SourceBook';
import { EVERY_SOURCE } from './TouchBook';

/** What the readers of all domains look into. @internal */
export interface ReaderContext {
  rows: RowStore;
  items: ItemStore;
  sources: SourceBook;
  now: () => Date;
}

/** Name of a domain's index among those of all domains. @internal */
export function indexName(domain: string, index: string): string {
  return `${domain}/${index}`;
}

/** What a domain may know; notes which sources it looked at. @internal */
export class DomainReader implements Reader {
  readonly #context: ReaderContext;
  readonly #domains: string[];
  readonly #dependsOn: Set<string>;
  #touched = new Set<string>();

  static create(options: {
    context: ReaderContext;
    /** Whose indexes it may use. */
    domains: string[];
    /** Whose items it may see. */
    dependsOn: string[];
  }): DomainReader {
    return new DomainReader(options);
  }

  private constructor(options: {
    context: ReaderContext;
    /** Whose indexes it may use. */
    domains: string[];
    /** Whose items it may see. */
    dependsOn: string[];
  }) {
    this.#context = options.context;
    this.#domains = options.domains;
    this.#dependsOn = new Set(options.dependsOn);
  }

  /** The sources looked at since it was called last. */
  takeTouched(): Set<string> {
    const touched = this.#touched;
    this.#touched = new Set();
    return touched;
  }

  row(
    source: string,
    resource: string,
    namespace: string,
    name: string,
  ): Row | undefined {
    return this.#rows(source).row(source, resource, namespace, name);
  }

  rows(source: string, resource: string, namespace?: string): Row[] {
    return this.#rows(source).rows(source, resource, namespace);
  }

  rowsByOwner(source: string, resource: string, uid: string): Row[] {
    return this.#rows(source).rowsByOwner(source, resource, uid);
  }

  rowsByLabel(
    source: string,
    resource: string,
    label: { key: string; value: string },
    namespace?: string,
  ): Row[] {
    return this.#rows(source).rowsByLabel(source, resource, label, namespace);
  }

  rowsBy(source: string, resource: string, index: string, key: string): Row[] {
    const rows = this.#rows(source);
    for (const domain of this.#domains) {
      const name = indexName(domain, index);
      const found = rows.rowsBy(source, resource, name, key);
      if (found.length > 0) {
        return found;
      }
    }
    return [];
  }

  goneRows(source: string, resource: string, ownerUid: string): Row[] {
    const now = this.#context.now();
    return this.#rows(source).goneRows({ source, resource, ownerUid, now });
  }

  events(
    source: string,
    about: { uid?: string; kind: string; namespace: string; name: string },
  ): Row[] {
    return this.#rows(source).events(source, about);
  }

  item(ref: ItemRef): FleetItem | undefined {
    return this.#dependsOn.has(ref.domain)
      ? this.#context.items.get(formatItemRef(ref))
      : undefined;
  }

  sources(): SourceInfo[] {
    this.#touched.add(EVERY_SOURCE);
    return this.#context.sources.list();
  }

  source(id: string): SourceInfo | undefined {
    this.#touched.add(id);
    return this.#context.sources.get(id);
  }

  coverage(source: string, resource: string, namespace?: string): Coverage {
    this.#touched.add(source);
    const [domain, ...others] = this.#domains;
    return this.#context.sources.coverage(source, resource, {
      namespace,
      domain: others.length === 0 ? domain : undefined,
    });
  }

  #rows(source: string): RowStore {
    this.#touched.add(source);
    return this.#context.rows;
  }
}
