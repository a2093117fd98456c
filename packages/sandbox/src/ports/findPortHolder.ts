import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Who listens on a local TCP port, for people: `node (process 4711)`. */
export function findPortHolder(port: number): string | undefined {
  return process.platform === 'linux' ? findInProc(port) : findWithLsof(port);
}

function findInProc(port: number): string | undefined {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const inodes = new Set<string>();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const line of readLines(table)) {
      const fields = line.trim().split(/\s+/);
      // 0A is LISTEN.
      if (fields[1]?.endsWith(`:${hex}`) && fields[3] === '0A') {
        inodes.add(`socket:[${fields[9]}]`);
      }
    }
  }
  for (const pid of fs
    .readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))) {
    if (openFiles(pid).some(file => inodes.has(file))) {
      return `${programOf(pid)} (process ${pid})`;
    }
  }
  return undefined;
}

// `comm` is the name of the main thread, which Node calls just that.
function programOf(pid: string): string {
  const [commandLine = ''] = readLines(`/proc/${pid}/cmdline`);
  const [program] = commandLine.split('\0');
  return path.basename(program) || 'a program';
}

// Processes of other users are closed to us, and files close meanwhile.
function openFiles(pid: string): string[] {
  const folder = `/proc/${pid}/fd`;
  const names = attempt(() => fs.readdirSync(folder)) ?? [];
  return names.flatMap(
    name => attempt(() => fs.readlinkSync(`${folder}/${name}`)) ?? [],
  );
}

function readLines(file: string): string[] {
  return attempt(() => fs.readFileSync(file, 'utf8'))?.split('\n') ?? [];
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function findWithLsof(port: number): string | undefined {
  const { stdout } = spawnSync('lsof', [
    '-nP',
    `-iTCP:${port}`,
    '-sTCP:LISTEN',
    '-Fpc',
  ]);
  const [, pid, command] = /p(\d+)\nc(.*)/.exec(stdout?.toString() ?? '') ?? [];
  return pid && `${command} (process ${pid})`;
}
