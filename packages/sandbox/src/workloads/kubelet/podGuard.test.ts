import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Runs a script as a pod's process; returns what it printed. */
function run(folder: string, script: string): string {
  fs.mkdirSync(path.join(folder, 'ports', 'app'), { recursive: true });
  const file = path.join(folder, 'script.js');
  fs.writeFileSync(file, script);
  const { stdout, stderr } = spawnSync(process.execPath, [file], {
    env: {
      NODE_OPTIONS: `--require ${JSON.stringify(
        require.resolve('./podGuard.cjs'),
      )}`,
      SANDBOX_POD_PORTS: path.join(folder, 'ports'),
      SANDBOX_CONTAINER: 'app',
    },
    timeout: 10_000,
  });
  return `${stdout}${stderr}`.trim();
}

// Processes start slowly where many tests share two cores.
jest.setTimeout(30_000);

describe('podGuard', () => {
  let outer: string;
  let folder: string;

  beforeEach(() => {
    outer = fs.mkdtempSync(path.join(os.tmpdir(), 'pod guard-'));
    folder = path.join(outer, 'pod');
  });
  afterEach(() => fs.rmSync(outer, { recursive: true }));

  // The kernel's table of sockets says where a process really listens.
  const SHOW = `
    const fs = require('node:fs'), net = require('node:net'), http = require('node:http');
    function bound(port) {
      const hex = Number(port).toString(16).toUpperCase().padStart(4, '0');
      return ['tcp', 'tcp6'].flatMap(t => fs.readFileSync('/proc/self/net/' + t, 'utf8').split('\\n'))
        .map(line => line.trim().split(/ +/)).filter(f => f[3] === '0A' && f[1].endsWith(':' + hex)).map(f => f[1].split(':')[0]);
    }`;

  it.each([
    ['a number', '.listen(8080, done)'],
    ['every address', `.listen(8080, '0.0.0.0', done)`],
    ['a text', `.listen('8080', done)`],
    ['options', `.listen({ port: 8080, host: '::' }, done)`],
    [
      'options without a callback',
      `.on('listening', done).listen({ port: 8080 })`,
    ],
  ])('binds 127.0.0.1 alone for %s', (_, listen) => {
    const output = run(
      folder,
      `${SHOW}
       const server = http.createServer(() => {})${listen};
       function done() {
         const real = fs.readFileSync(${JSON.stringify(
           path.join(folder, 'ports', 'app', '8080'),
         )}, 'utf8');
         console.log(server.address().port, real !== '8080', bound(real).join());
         server.close();
       }`,
    );
    expect(output).toBe('8080 true 0100007F');
    expect(fs.readdirSync(path.join(folder, 'ports', 'app'))).toEqual([]);
  });

  it('lets the pod reach its own ports', () => {
    expect(
      run(
        folder,
        `const server = require('node:http').createServer((q, s) => s.end('me')).listen(8080, async () => {
           console.log(await (await fetch('http://localhost:8080/')).text());
           server.close();
         });`,
      ),
    ).toBe('me');
  });

  it('refuses a port that the pod has in use', () => {
    expect(
      run(
        folder,
        `const net = require('node:net');
         const first = net.createServer().listen(8080, () => {
           net.createServer().on('error', e => { console.log(e.code, e.message); first.close(); }).listen(8080);
         });`,
      ),
    ).toBe('EADDRINUSE listen EADDRINUSE: address already in use :::8080');
  });

  it('leaves sockets in the file system alone', () => {
    const socket = path.join(folder, 'x.sock');
    expect(
      run(
        folder,
        `const server = require('node:net').createServer().listen(${JSON.stringify(
          socket,
        )}, () => { console.log(server.address()); server.close(); });`,
      ),
    ).toBe(socket);
  });

  it('shares a port among the workers of a cluster', () => {
    expect(
      run(
        folder,
        `const cluster = require('node:cluster');
         if (cluster.isPrimary) {
           const worker = cluster.fork();
           worker.on('message', text => { console.log(text); worker.kill(); });
         } else {
           require('node:http').createServer((q, s) => s.end('worker')).listen(8080, async () => {
             process.send(await (await fetch('http://127.0.0.1:8080/')).text());
           });
         }`,
      ),
    ).toBe('worker');
  });

  it('finds modules of the image and none of the folders above', () => {
    const above = path.join(path.dirname(folder), 'node_modules', 'above');
    const own = path.join(folder, 'node_modules', 'own');
    for (const [module, text] of [
      [above, 'above'],
      [own, 'own'],
    ]) {
      fs.mkdirSync(module, { recursive: true });
      fs.writeFileSync(
        path.join(module, 'index.js'),
        `module.exports = ${JSON.stringify(text)};`,
      );
    }
    const script = `
      console.log(require('own'), (await import('own')).default);
      for (const load of [() => require('above'), () => import('above')]) {
        try { await load(); } catch (error) { console.log(error.code); }
      }`;
    const output = run(folder, `(async () => {${script}})();`);
    expect(output).toBe('own own\nMODULE_NOT_FOUND\nMODULE_NOT_FOUND');
  });
});
