import { Coverage, SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { Row } from '@slipway/backstage-plugin-fleet-node';
import { CoverageEntry, ResumePoint, WatchSink } from '../watch';

/** Remembers all that it is told. */
export class CollectingSink implements WatchSink {
  /** Those that are there, `<namespace>/<name>` to uid and version. */
  readonly present = new Map<string, string>();
  /** Everything that happened to objects: `+ shop/a 1`, `- shop/a`. */
  readonly happened: string[] = [];
  readonly told: Row[] = [];
  readonly coverages: string[] = [];
  readonly gone: string[] = [];
  coverageOf = new Map<string, Coverage>();
  resumePoints = new Map<string, string>();
  infos = new Map<string, SourceInfo>();
  #listeners: (() => void)[] = [];

  static create(): CollectingSink {
    return new CollectingSink();
  }

  private constructor() {}

  rows(rows: Row[]): void {
    for (const row of rows) {
      this.told.push(row);
      const key = `${row.namespace}/${row.name}`;
      if (row.goneAt) {
        this.happened.push(`- ${key}`);
        this.present.delete(key);
      } else {
        this.happened.push(`+ ${key} ${row.resourceVersion}`);
        this.present.set(key, `${row.uid} ${row.resourceVersion}`);
      }
    }
    this.#changed();
  }

  coverage({ resource, namespace, coverage }: CoverageEntry): void {
    if (namespace !== undefined) {
      this.coverageOf.set(`${resource} in ${namespace}`, coverage);
      this.#changed();
      return;
    }
    if (this.coverageOf.get(resource)?.state !== coverage.state) {
      this.coverages.push(coverage.state);
    }
    this.coverageOf.set(resource, coverage);
    this.#changed();
  }

  source(info: SourceInfo): void {
    this.infos.set(info.id, info);
    this.#changed();
  }

  resumePoint({ resource, resourceVersion }: ResumePoint): void {
    this.resumePoints.set(resource, resourceVersion);
    this.#changed();
  }

  sourceGone(source: string): void {
    this.gone.push(source);
    this.infos.delete(source);
    this.#changed();
  }

  /** Waits until it is so. */
  until(isSo: (sink: this) => boolean): Promise<void> {
    return new Promise(resolve => {
      const listener = () => {
        if (isSo(this)) {
          this.#listeners = this.#listeners.filter(one => one !== listener);
          resolve();
        }
      };
      this.#listeners.push(listener);
      listener();
    });
  }

  #changed(): void {
    this.#listeners.forEach(listener => listener());
  }
}
