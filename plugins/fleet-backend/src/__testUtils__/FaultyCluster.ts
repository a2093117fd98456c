import { Exchange, ScriptedApiServer } from './ScriptedApiServer';
import { bookmark, event, thing } from './startTestWatcher';

interface Happening {
  version: number;
  event: unknown;
}

/** How many changes are remembered; whoever is further behind gets 410. */
const MEMORY = 8;

/** A cluster with Things that fails in every way as often as chance wants. */
export class FaultyCluster {
  readonly server: ScriptedApiServer;
  /** What is there: name to version. */
  readonly things = new Map<string, number>();
  faulty = true;
  readonly #random: () => number;
  readonly #history: Happening[] = [];
  readonly #watches = new Set<Exchange>();
  #version = 1;
  #isClosed = false;

  static async start(random: () => number): Promise<FaultyCluster> {
    const cluster = new FaultyCluster(await ScriptedApiServer.start(), random);
    cluster.#serveWatches();
    cluster.#serveLists();
    return cluster;
  }

  private constructor(server: ScriptedApiServer, random: () => number) {
    this.server = server;
    this.#random = random;
  }

  /** Something is made, changed or deleted. */
  change(): void {
    const name = `thing-${Math.floor(this.#random() * 6)}`;
    const version = ++this.#version;
    const exists = this.things.has(name);
    if (exists && this.#random() < 0.4) {
      this.things.delete(name);
      this.#tell({ version, event: event('DELETED', thing(name, version)) });
    } else {
      this.things.set(name, version);
      const type = exists ? 'MODIFIED' : 'ADDED';
      this.#tell({ version, event: event(type, thing(name, version)) });
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.server.close();
  }

  async #serveLists(): Promise<void> {
    while (!this.#isClosed) {
      const list = await this.server.next('list');
      list.answer(200, {
        metadata: { resourceVersion: String(this.#version) },
        items: [...this.things].map(([name, version]) => thing(name, version)),
      });
    }
  }

  async #serveWatches(): Promise<void> {
    while (!this.#isClosed) {
      const watch = await this.server.next('watch');
      const fault = this.faulty ? Math.floor(this.#random() * 12) : 12;
      if (fault === 0) {
        watch.refuse(500, 'etcdserver: leader changed');
      } else if (fault === 1) {
        watch.reset();
      } else if (fault === 2) {
        watch.refuse(429, 'wait', { 'retry-after': '1' });
      } else {
        this.#begin(watch);
      }
    }
  }

  #begin(watch: Exchange): void {
    const from = Number(watch.query.get('resourceVersion') ?? NaN);
    const oldest = this.#history.at(-MEMORY)?.version ?? 0;
    if (Number.isNaN(from)) {
      const objects = [...this.things].map(([name, version]) =>
        event('ADDED', thing(name, version)),
      );
      if (this.#breaks(watch, objects[0])) {
        return;
      }
      watch.send(...objects, bookmark(this.#version, true));
    } else if (from < oldest) {
      watch.send(event('ERROR', { kind: 'Status', code: 410 }));
      return;
    } else {
      watch.sendRaw('');
      this.#history
        .filter(({ version }) => version > from)
        .forEach(happening => watch.send(happening.event));
    }
    this.#watches.add(watch);
    watch.closed.then(() => this.#watches.delete(watch));
  }

  #tell(happening: Happening): void {
    this.#history.push(happening);
    for (const watch of this.#watches) {
      if (this.#breaks(watch, happening.event)) {
        this.#watches.delete(watch);
      } else {
        watch.send(happening.event);
        if (this.faulty && this.#random() < 0.1) {
          watch.send(happening.event);
        }
      }
    }
  }

  /** Sends, now and then, only a part, or nothing. */
  #breaks(watch: Exchange, next: unknown): boolean {
    const chance = this.faulty ? this.#random() : 1;
    if (chance < 0.05) {
      watch.sendRaw(JSON.stringify(next ?? {}).slice(0, 20));
      watch.end();
    } else if (chance < 0.1) {
      watch.reset();
    } else if (chance < 0.15) {
      watch.send(event('ERROR', { kind: 'Status', code: 500 }));
      watch.end();
    }
    return chance < 0.15;
  }
}
