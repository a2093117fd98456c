import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { PostgresProcessOptions } from './PostgresProcessOptions';

const ATTEMPTS = 5;

// However the tests end, even killed, their end of this pipe closes.
const UNTIL_INPUT_ENDS = `
  folder=$1; shift
  exec 3<&0
  "$@" 3<&- &
  server=$!
  { cat <&3; kill -INT "$server"; } >/dev/null 2>&1 &
  wait "$server" && rm -rf "$folder"
`;

interface ServedPostgres {
  port: number;
  /** Resolves when it ended and its folder is gone. */
  stop(): Promise<void>;
}

/** Starts the server on a free port; resolves when it accepts connections. */
export async function servePostgres(
  options: PostgresProcessOptions,
): Promise<ServedPostgres> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const result = await serveOn(port, options);
    if ('stop' in result) {
      return { port, stop: result.stop };
    }
    // Somebody else may have taken the port since.
    if (attempt === ATTEMPTS || !result.output.includes('could not bind')) {
      throw new Error(`PostgreSQL did not start: ${result.output}`);
    }
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function serveOn(
  port: number,
  { folder, account }: PostgresProcessOptions,
): Promise<{ stop(): Promise<void> } | { output: string }> {
  const shell = spawn(
    '/bin/sh',
    [
      ...['-c', UNTIL_INPUT_ENDS, 'sh', folder],
      path.join(folder, 'native', 'bin', 'postgres'),
      ...['-D', path.join(folder, 'data'), '-p', `${port}`],
      ...['-c', 'listen_addresses=127.0.0.1'],
      ...['-c', 'unix_socket_directories='],
      ...['-c', 'fsync=off'],
    ],
    {
      ...account,
      cwd: folder,
      // Of a session of its own: what a terminal sends to the tests is not for it.
      detached: true,
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      stdio: ['pipe', 'ignore', 'pipe'],
    },
  );
  const ended = once(shell, 'close');
  let output = '';
  const accepts = new Promise<boolean>(resolve => {
    shell.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.includes('ready to accept connections')) {
        resolve(true);
      }
    });
  });
  if (!(await Promise.race([accepts, ended.then(() => false)]))) {
    return { output };
  }
  return {
    stop: async () => {
      shell.stdin.end();
      await ended;
      // Still there if the server had ended before, by itself.
      await rm(folder, { recursive: true, force: true });
    },
  };
}
