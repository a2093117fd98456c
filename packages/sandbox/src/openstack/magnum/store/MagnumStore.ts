import fs from 'node:fs';
import { StateFolder } from '../../../state/StateFolder';
import { ClusterRecord, QuotaRecord, TemplateRecord } from './records';

interface Kept {
  nextId: number;
  templates: TemplateRecord[];
  quotas: QuotaRecord[];
}

/** What Magnum remembers; a cluster with its node groups is one file, written whole. */
export class MagnumStore {
  readonly #state: StateFolder;
  readonly #clusters: ClusterRecord[];
  readonly #kept: Kept;

  static open(state: StateFolder): MagnumStore {
    return new MagnumStore(state);
  }

  private constructor(state: StateFolder) {
    this.#state = state;
    this.#clusters = fs
      .readdirSync(state.folder('clusters'))
      .filter(file => file.endsWith('.json'))
      .map(file => state.readJson<ClusterRecord>('clusters', file)!)
      .sort((a, b) => a.id - b.id);
    this.#kept = state.readJson('magnum.json') ?? {
      nextId: 1,
      templates: [],
      quotas: [],
    };
  }

  get clusters(): readonly ClusterRecord[] {
    return this.#clusters;
  }

  get templates(): readonly TemplateRecord[] {
    return this.#kept.templates;
  }

  get quotas(): readonly QuotaRecord[] {
    return this.#kept.quotas;
  }

  nextId(): number {
    const id = this.#kept.nextId;
    this.#kept.nextId += 1;
    this.#saveKept();
    return id;
  }

  addCluster(cluster: ClusterRecord): void {
    this.#clusters.push(cluster);
    this.saveCluster(cluster);
  }

  /** Keeps what was changed in a record. */
  saveCluster(cluster: ClusterRecord): void {
    this.#state.writeJson(cluster, 'clusters', `${cluster.uuid}.json`);
  }

  removeCluster({ uuid }: ClusterRecord): void {
    const index = this.#clusters.findIndex(known => known.uuid === uuid);
    this.#clusters.splice(index, 1);
    fs.rmSync(this.#state.path('clusters', `${uuid}.json`), { force: true });
  }

  setTemplates(templates: TemplateRecord[]): void {
    this.#kept.templates = templates;
    this.#saveKept();
  }

  setQuotas(quotas: QuotaRecord[]): void {
    this.#kept.quotas = quotas;
    this.#saveKept();
  }

  #saveKept() {
    this.#state.writeJson(this.#kept, 'magnum.json');
  }
}
