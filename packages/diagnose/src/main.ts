import { diagnose } from './diagnose';
import { domains } from './domains';
import { messageOf } from './messageOf';

/**
 * Runs the command line and tells its exit code: 0 when everything was read, 2
 * when not.
 *
 * @public
 */
export async function main(argv: string[]): Promise<number> {
  // Who closes the pipe early (`| head`) has seen enough.
  process.stdout.on('error', error => {
    if ('code' in error && error.code === 'EPIPE') {
      process.exit(0);
    }
    process.stderr.write(`diagnose: ${messageOf(error)}\n`);
    process.exit(1);
  });
  return await diagnose({
    argv,
    domains,
    now: () => new Date(),
    out: text => process.stdout.write(text),
    err: text => process.stderr.write(text),
  });
}
