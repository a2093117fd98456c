import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { StateFolder } from '../state/StateFolder';
import { choosePorts } from './choosePorts';

describe('choosePorts', () => {
  let folder: string;
  let state: StateFolder;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-ports-'));
    state = StateFolder.open(folder);
  });

  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it('chooses a block once and keeps it', async () => {
    const ports = await choosePorts({ state });
    expect(new Set(Object.values(ports)).size).toBe(Object.keys(ports).length);
    expect(await choosePorts({ state })).toEqual(ports);
  });

  it('completes a kept block, and moves nothing that is in it', async () => {
    const { openstack, ...before } = await choosePorts({ state });
    state.writeJson(before, 'ports.json');
    expect(await choosePorts({ state })).toEqual({ ...before, openstack });
    expect(openstack).toBe(before.backstage + 19);
  });

  it('says who holds a kept port and what to do', async () => {
    const ports = await choosePorts({ state });
    const server = net.createServer();
    await new Promise<void>(resolve =>
      server.listen(ports.github, '127.0.0.1', resolve),
    );
    await expect(choosePorts({ state })).rejects.toThrow(
      new RegExp(
        `Port ${ports.github} \\(github\\) is taken by .*node.* \\(process ${process.pid}\\).*--reset --port`,
      ),
    );
    await new Promise(resolve => server.close(resolve));
  });

  it('moves to other ports only while nobody has an address', async () => {
    const ports = await choosePorts({ state });
    const first = ports.backstage + 40;
    await expect(choosePorts({ state, first, bound: true })).rejects.toThrow(
      `from port ${ports.backstage} on. Start without --port, or with "npm start -- --reset --port ${first}"`,
    );
    expect(await choosePorts({ state, bound: true })).toEqual(ports);
    const moved = await choosePorts({ state, first });
    expect(moved.backstage).toBe(first);
    expect(await choosePorts({ state, first, bound: true })).toEqual(moved);
  });

  it('refuses a first port that is none', async () => {
    await expect(choosePorts({ state, first: 80 })).rejects.toThrow('--port');
    await expect(choosePorts({ state, first: NaN })).rejects.toThrow('--port');
  });
});
