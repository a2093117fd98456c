import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { RunCommit } from '../types';

/** The facts of a commit that a run shows. */
export async function readCommit(
  gitDir: string,
  sha: string,
): Promise<RunCommit> {
  const { stdout } = await promisify(execFile)(
    'git',
    ['--git-dir', gitDir, 'log', '-1', '--format=%T%n%aI%n%an%n%ae%n%B', sha],
    { env: { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1', HOME: '/' } },
  );
  const [treeId, timestamp, name, email, ...message] = stdout.split('\n');
  return {
    treeId,
    timestamp,
    author: { name, email },
    message: message.join('\n').trimEnd(),
  };
}
