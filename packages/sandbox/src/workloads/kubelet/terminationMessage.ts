import { ContainerLog } from '../logs/ContainerLog';
import { Container } from '../types';

const MAX_LINES = 80;
const MAX_BYTES = 2048;

/** The end of the log of a failed container, where its spec asks for it. */
export function terminationMessage(
  container: Container,
  exitCode: number,
  log: ContainerLog,
): string | undefined {
  if (
    exitCode === 0 ||
    container.terminationMessagePolicy !== 'FallbackToLogsOnError'
  ) {
    return undefined;
  }
  const lines = log.read().slice(-MAX_LINES);
  const text = lines.map(line => `${line.text}\n`).join('');
  return Buffer.from(text).subarray(-MAX_BYTES).toString('utf8') || undefined;
}
