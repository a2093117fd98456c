import { GuardedChild, spawnGuarded } from '../../processes/spawnGuarded';
import { LineSplitter } from './LineSplitter';

export interface RunProgramOptions {
  command: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
  signal: AbortSignal;
  onLine: (line: string) => void;
}

/** Runs a program to its end and gives the exit code; abort ends it. */
export async function runProgram(options: RunProgramOptions): Promise<number> {
  const { signal, onLine, ...child } = options;
  signal.throwIfAborted();
  const out = new LineSplitter(onLine);
  const err = new LineSplitter(onLine);
  const running: GuardedChild = spawnGuarded({
    ...child,
    onOutput: (chunk, stream) => (stream === 'stdout' ? out : err).push(chunk),
  });
  const stop = () => running.stop(500);
  signal.addEventListener('abort', stop, { once: true });
  const code = await running.exited;
  signal.removeEventListener('abort', stop);
  out.end();
  err.end();
  signal.throwIfAborted();
  return code;
}
