import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { PostgresProcessOptions } from './PostgresProcessOptions';

/** Makes an empty cluster of databases in `data`, the same on every machine. */
export async function initializePostgres(
  options: PostgresProcessOptions,
): Promise<void> {
  const { folder, account } = options;
  await promisify(execFile)(
    path.join(folder, 'native', 'bin', 'initdb'),
    [
      `--pgdata=${path.join(folder, 'data')}`,
      '--username=postgres',
      `--pwfile=${path.join(folder, 'password')}`,
      '--auth=scram-sha-256',
      // Which other locales there are differs between machines.
      '--locale=C',
      '--encoding=UTF8',
      '--no-sync',
    ],
    { ...account, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } },
  );
}
