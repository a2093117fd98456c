import fs from 'node:fs';
import path from 'node:path';
import { Image, Images } from '../kubelet/Images';

/** Images whose one file is a script. */
export class TestImages implements Images {
  readonly #folder: string;
  readonly #images = new Map<string, Image>();

  static create(folder: string): TestImages {
    return new TestImages(folder);
  }

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Makes an image that runs the script; returns its reference. */
  add(name: string, script: string, env: Record<string, string> = {}): string {
    const folder = path.join(this.#folder, name);
    fs.mkdirSync(path.join(folder, 'app'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'app', 'server.js'), script);
    const reference = `registry.slipway.localhost/acme/${name}:1`;
    this.#images.set(reference, {
      folder,
      dockerfile: {
        cmd: ['node', 'server.js'],
        env,
        workdir: '/app',
        exposedPorts: [8080],
      },
    });
    return reference;
  }

  /** An image with a web server that answers every request with a text. */
  addServer(name: string, text: string): string {
    return this.add(
      name,
      `const http = require('node:http');
       const server = http.createServer((request, response) => response.end(${JSON.stringify(
         text,
       )}));
       server.listen(8080, () => console.log('listening on ' + server.address().port));
       process.on('SIGTERM', () => server.close(() => process.exit(0)));`,
    );
  }

  resolve(reference: string): Image | undefined {
    return this.#images.get(reference);
  }
}
