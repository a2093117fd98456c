import { spawnSync } from 'node:child_process';
import { spawnGuarded } from './spawnGuarded';

const env = { PATH: process.env.PATH! };

// A zombie has ended; it only waits for a reaper that containers may lack.
function isRunning(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)]);
  const state = stdout.toString().trim();
  return state !== '' && !state.startsWith('Z');
}

function run(script: string) {
  let output = '';
  const child = spawnGuarded({
    command: '/bin/sh',
    args: ['-c', script],
    cwd: process.cwd(),
    env,
    onOutput: chunk => {
      output += chunk;
    },
  });
  return { child, output: () => output };
}

describe('spawnGuarded', () => {
  it('gives output and exit code', async () => {
    const { child, output } = run('echo out; echo err >&2; exit 7');
    expect(await child.exited).toBe(7);
    expect(output()).toContain('out\n');
    expect(output()).toContain('err\n');
  });

  it('says by which signal the child ended', async () => {
    const { child } = run('kill -TERM $$');
    expect(await child.exited).toBe(143);
  });

  it('lets the child end in peace when stopped', async () => {
    let ready: () => void;
    const started = new Promise<void>(resolve => {
      ready = resolve;
    });
    const child = spawnGuarded({
      command: '/bin/sh',
      args: [
        '-c',
        'trap "exit 3" TERM; echo ready; while :; do sleep 0.05; done',
      ],
      cwd: process.cwd(),
      env,
      onOutput: () => ready(),
    });
    await started;
    await child.stop();
    expect(await child.exited).toBe(3);
  });

  it('ends what will not end, and its children', async () => {
    let grandchild = 0;
    let ready: () => void;
    const started = new Promise<void>(resolve => {
      ready = resolve;
    });
    const child = spawnGuarded({
      command: '/bin/sh',
      args: ['-c', 'trap "" TERM; sleep 1000 & echo $!; wait'],
      cwd: process.cwd(),
      env,
      onOutput: chunk => {
        grandchild = Number(chunk);
        ready();
      },
    });
    await started;
    await child.stop(50);
    expect(isRunning(grandchild)).toBe(false);
  });

  it('ends the child when the parent is killed', async () => {
    let output = '';
    const parent = spawnGuarded({
      command: process.execPath,
      args: [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        '--eval',
        `const { spawnGuarded } = require(${JSON.stringify(
          require.resolve('./spawnGuarded'),
        )});
         spawnGuarded({ command: '/bin/sh', args: ['-c', 'echo $$; sleep 1000'],
           cwd: '/', env: process.env,
           onOutput: chunk => { require('node:fs').writeSync(1, chunk); process.kill(process.pid, 'SIGKILL'); } });`,
      ],
      cwd: process.cwd(),
      env,
      onOutput: chunk => {
        output += chunk;
      },
    });
    await parent.exited;
    expect(output).toMatch(/^\d+\n/);
    const orphan = parseInt(output, 10);
    expect(isRunning(orphan)).toBe(false);
  });
});
