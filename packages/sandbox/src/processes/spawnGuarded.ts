import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';

/** A child that cannot outlive this process. */
export interface GuardedChild {
  /**
   * The exit code, once the child and everything it started has ended; 128 plus
   * the number of the signal that ended it.
   */
  readonly exited: Promise<number>;
  /** SIGTERM to the child, SIGKILL to what is left after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
}

export interface SpawnGuardedOptions {
  command: string;
  args?: string[];
  cwd: string;
  /** The whole environment of the child; nothing is inherited. */
  env: Record<string, string>;
  /** One call per chunk; stdout and stderr in the order of arrival. */
  onOutput?: (chunk: Buffer, stream: 'stdout' | 'stderr') => void;
}

/*
 * The guard's fd 3 is a pipe that only we hold open. However we end, SIGKILL
 * included, the kernel closes it, cat returns, and the whole process group is
 * killed. The child's pid comes back on fd 4 (SIGTERM is for it and not for the
 * guard), its exit code on fd 5 (the guard itself always dies by SIGKILL).
 */
const GUARD = `
"$@" 3<&- 4>&- 5>&- &
child=$!
echo $child >&4
exec 4>&-
(cat <&3 >/dev/null; kill -KILL 0) &
wait $child
echo $? >&5
kill -KILL 0
`;

/** Starts a command in a process group of its own that ends when we end. */
export function spawnGuarded(options: SpawnGuardedOptions): GuardedChild {
  const guard = spawn(
    '/bin/sh',
    ['-c', GUARD, 'guard', options.command, ...(options.args ?? [])],
    {
      cwd: options.cwd,
      env: options.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe', 'pipe'],
    },
  );
  const [, stdout, stderr, , pidPipe, codePipe] = guard.stdio as Readable[];
  const started = firstNumber(pidPipe);
  const finished = firstNumber(codePipe);
  stdout.on('data', (chunk: Buffer) => options.onOutput?.(chunk, 'stdout'));
  stderr.on('data', (chunk: Buffer) => options.onOutput?.(chunk, 'stderr'));

  const closed = new Promise<void>(resolve => {
    guard.on('error', () => resolve());
    guard.on('close', () => resolve());
  });
  const exited = closed.then(async () => (await finished) ?? 137);

  return {
    exited,
    async stop(graceMs = 3000) {
      const pid = await started;
      if (pid === undefined || guard.pid === undefined) {
        return;
      }
      signalQuietly(pid, 'SIGTERM');
      const force = setTimeout(
        () => signalQuietly(-guard.pid!, 'SIGKILL'),
        graceMs,
      );
      await exited;
      clearTimeout(force);
    },
  };
}

/** The number that a pipe carries, `undefined` when it ends without one. */
async function firstNumber(pipe: Readable): Promise<number | undefined> {
  let text = '';
  for await (const chunk of pipe) {
    text += chunk;
  }
  return text === '' ? undefined : Number(text);
}

function signalQuietly(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has just ended by itself.
  }
}
