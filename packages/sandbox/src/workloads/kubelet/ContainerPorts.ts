import fs from 'node:fs';
import path from 'node:path';

/** The ports of a pod, as its processes write them down (`podGuard.cjs`). */
export class ContainerPorts {
  readonly folder: string;

  static create(folder: string): ContainerPorts {
    return new ContainerPorts(folder);
  }

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Forgets what a former process of the container listened on. */
  reset(container: string): void {
    const own = path.join(this.folder, container);
    fs.rmSync(own, { recursive: true, force: true });
    fs.mkdirSync(own, { recursive: true });
  }

  /** The real port of 127.0.0.1, `undefined` while nothing listens. */
  resolve(port: number): number | undefined {
    for (const container of this.#containers()) {
      try {
        const file = path.join(this.folder, container, String(port));
        return Number(fs.readFileSync(file, 'utf8'));
      } catch {
        // Another container's, or nobody's.
      }
    }
    return undefined;
  }

  /** Resolves when the container listens on something. */
  listening(container: string, signal: AbortSignal): Promise<void> {
    const own = path.join(this.folder, container);
    return new Promise(resolve => {
      const watcher = fs.watch(own, { persistent: false }, check);
      const end = () => {
        watcher.close();
        signal.removeEventListener('abort', end);
        resolve();
      };
      function check() {
        if (fs.readdirSync(own).some(name => /^\d+$/.test(name))) {
          end();
        }
      }
      signal.addEventListener('abort', end);
      watcher.on('error', end);
      check();
    });
  }

  #containers(): string[] {
    try {
      return fs.readdirSync(this.folder);
    } catch {
      return [];
    }
  }
}
