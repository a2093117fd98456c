import { timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import { AddressInfo } from 'node:net';

/** A command for the running sandbox, answered with lines for people. */
export type ControlCommand = (args: string[]) => Promise<string>;

export interface StartControlOptions {
  /** 0: any free one. */
  port: number;
  /** Whoever can read the state folder may command. */
  token: string;
  commands: Record<string, ControlCommand>;
  signal: AbortSignal;
}

const LONGEST_BODY = 100_000;

/**
 * Listens for `npm run sandbox -- break …` and its like.
 *
 * @returns the port
 */
export async function startControl(
  options: StartControlOptions,
): Promise<number> {
  const { port, token, commands, signal } = options;
  const server = http.createServer(async (request, response) => {
    const answer = (status: number, text: string) => {
      response.writeHead(status, { 'content-type': 'text/plain' });
      response.end(text);
    };
    try {
      if (request.headers.host !== `127.0.0.1:${portOf(server)}`) {
        answer(421, 'The sandbox listens on this machine only.');
        return;
      }
      if (!isEqual(request.headers.authorization ?? '', `Bearer ${token}`)) {
        answer(401, 'The token of the state folder is needed.');
        return;
      }
      const [name, ...args] = JSON.parse(await readBody(request)) as string[];
      const command = commands[name];
      if (!command) {
        answer(
          404,
          `Unknown: ${name}. One of ${Object.keys(commands).join(', ')}.`,
        );
        return;
      }
      answer(200, await command(args));
    } catch (error) {
      answer(400, (error as Error).message);
    }
  });
  signal.addEventListener('abort', () => {
    server.close();
    server.closeAllConnections();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return portOf(server);
}

function portOf(server: http.Server): number {
  return (server.address() as AddressInfo).port;
}

async function readBody(request: http.IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += chunk;
    if (body.length > LONGEST_BODY) {
      throw new Error('The command is too long.');
    }
  }
  return body;
}

function isEqual(a: string, b: string): boolean {
  return (
    a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
  );
}
