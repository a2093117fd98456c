import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** The parent of a process, `undefined` when there is no such process. */
export function parentOf(pid) {
  if (process.platform !== 'linux') {
    return Number(ps(pid, 'ppid=')) || undefined;
  }
  // The second field is the name in brackets, which may hold anything.
  const stat = read(`/proc/${pid}/stat`);
  return (
    Number(stat.slice(stat.lastIndexOf(')') + 1).split(' ')[2]) || undefined
  );
}

/** The command line of a process, empty when there is no such process. */
export function commandLineOf(pid) {
  return process.platform === 'linux'
    ? read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim()
    : ps(pid, 'args=');
}

function ps(pid, field) {
  const { stdout } = spawnSync('ps', ['-o', field, '-p', String(pid)]);
  return String(stdout ?? '').trim();
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
