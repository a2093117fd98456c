import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import { AddressInfo } from 'node:net';
import path from 'node:path';

const GIT_ENV = {
  PATH: process.env.PATH!,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'test',
  GIT_AUTHOR_EMAIL: 'test@example.invalid',
  GIT_COMMITTER_NAME: 'test',
  GIT_COMMITTER_EMAIL: 'test@example.invalid',
};

/** Real git repositories in a folder, served over HTTP. */
export class TestRepositories {
  readonly #folder: string;
  readonly #work: string;
  readonly #server?: http.Server;
  #url: string;
  /** When set, whoever reads must say this as `user:password`. */
  credentials?: string;

  /** With a server of our own on a free port. */
  static async serve(folder: string): Promise<TestRepositories> {
    const repositories = new TestRepositories(folder, '');
    await repositories.#listen();
    return repositories;
  }

  /** In the folder that a server serves already. */
  static at(folder: string, url: string): TestRepositories {
    return new TestRepositories(folder, url);
  }

  private constructor(folder: string, url: string) {
    this.#folder = path.join(folder, 'served');
    this.#work = path.join(folder, 'work');
    this.#url = url;
    if (url) {
      this.#folder = folder;
      this.#work = fs.mkdtempSync(`${folder}-work-`);
    } else {
      this.#server = http.createServer((request, response) =>
        this.#answer(request, response),
      );
    }
    fs.mkdirSync(this.#folder, { recursive: true });
  }

  url(name: string): string {
    return `${this.#url}/${name}.git`;
  }

  /**
   * Commits files on `main`; `undefined` removes one. The commit's id.
   */
  push(name: string, files: Record<string, string | undefined>): string {
    const work = path.join(this.#work, name);
    const bare = path.join(this.#folder, `${name}.git`);
    if (!fs.existsSync(bare)) {
      this.#git(this.#folder, 'init', '-q', '--bare', '-b', 'main', bare);
      this.#git(this.#folder, 'init', '-q', '-b', 'main', work);
    }
    for (const [file, text] of Object.entries(files)) {
      const target = path.join(work, file);
      if (text === undefined) {
        fs.rmSync(target);
      } else {
        fs.mkdirSync(path.dirname(target), { recursive: true });
        fs.writeFileSync(target, text);
      }
    }
    this.#git(work, 'add', '-A');
    this.#git(work, 'commit', '-q', '--allow-empty', '-m', 'change');
    this.#git(work, 'push', '-q', bare, 'HEAD:main');
    return this.#git(work, 'rev-parse', 'HEAD').trim();
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise(resolve =>
      this.#server ? this.#server.close(resolve) : resolve(undefined),
    );
    fs.rmSync(this.#work, { recursive: true, force: true });
  }

  #git(cwd: string, ...args: string[]): string {
    return execFileSync('git', args, { cwd, env: GIT_ENV, encoding: 'utf8' });
  }

  async #listen(): Promise<void> {
    await new Promise<void>(resolve =>
      this.#server!.listen(0, '127.0.0.1', resolve),
    );
    const { port } = this.#server!.address() as AddressInfo;
    this.#url = `http://127.0.0.1:${port}`;
  }

  #answer(request: http.IncomingMessage, response: http.ServerResponse) {
    const url = new URL(request.url!, this.#url);
    const expected = `Basic ${Buffer.from(this.credentials ?? '').toString(
      'base64',
    )}`;
    if (this.credentials && request.headers.authorization !== expected) {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="git"' });
      response.end();
      return;
    }
    const child = spawn('git', ['http-backend'], {
      env: {
        ...GIT_ENV,
        GIT_PROJECT_ROOT: this.#folder,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: decodeURIComponent(url.pathname),
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method!,
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      },
    });
    child.stdin.on('error', () => {});
    request.pipe(child.stdin);
    const chunks: Buffer[] = [];
    child.stdout.on('data', chunk => chunks.push(chunk));
    child.on('close', () => {
      const output = Buffer.concat(chunks);
      const end = output.indexOf('\r\n\r\n');
      for (const line of output.subarray(0, end).toString().split('\r\n')) {
        const [name, value] = line.split(/: (.*)/s);
        if (name === 'Status') {
          response.statusCode = parseInt(value, 10);
        } else if (name) {
          response.setHeader(name, value);
        }
      }
      response.end(output.subarray(end + 4));
    });
  }
}
