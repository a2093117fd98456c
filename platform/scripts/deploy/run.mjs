import { spawn } from 'node:child_process';

/** Runs a program; gives its exit code and what it said. */
export function run(command, args, { cwd } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let errors = '';
    child.stdout.on('data', chunk => (output += chunk));
    child.stderr.on('data', chunk => (errors += chunk));
    child.once('error', reject);
    child.once('close', code => resolve({ code, output, errors }));
  });
}

/** Runs git; fails unless it succeeds. Gives what it printed. */
export async function git(cwd, ...args) {
  const { code, output, errors } = await run('git', args, { cwd });
  if (code !== 0) {
    throw new Error(`git ${args[0]} failed: ${errors.trim() || output.trim()}`);
  }
  return output.trim();
}
