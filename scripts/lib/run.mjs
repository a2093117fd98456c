import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './paths.mjs';

const preload = fileURLToPath(new URL('./endWithParent.cjs', import.meta.url));

/** The environment for children: our Node and Yarn first, tied to our life. */
export function childEnvironment(binFolder, extra = {}) {
  const { NODE_OPTIONS, ...inherited } = process.env;
  return {
    ...inherited,
    ...extra,
    PATH: [binFolder, inherited.PATH].filter(Boolean).join(path.delimiter),
    NODE_OPTIONS: [
      NODE_OPTIONS,
      `--require ${JSON.stringify(preload)}`,
      extra.NODE_OPTIONS,
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/**
 * Runs a command to its end, its output in `logFile` (appended) and, line by
 * line, to `onLine`. Resolves with the exit code, 127 when it cannot start.
 */
export function run(command, args, options = {}) {
  const { cwd = root, env = process.env, logFile, onLine, signal } = options;
  const log = logFile ? openLog(logFile) : undefined;
  log?.write(`\n$ ${command} ${args.join(' ')}\n`);
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd,
      env,
      signal,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let rest = '';
    const take = chunk => {
      log?.write(chunk);
      if (onLine) {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop();
        lines.forEach(line => onLine(line));
      }
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', error => {
      log?.write(`${error.message}\n`);
      resolve(127);
    });
    child.on('close', code => {
      if (rest) {
        onLine?.(rest);
      }
      log?.end();
      resolve(code ?? 1);
    });
  });
}

function openLog(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return fs.createWriteStream(file, { flags: 'a', mode: 0o600 });
}
