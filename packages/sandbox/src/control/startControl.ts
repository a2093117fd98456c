import http from 'node:http';
import { timingSafeEqual } from 'node:crypto';

/** A command for the running sandbox, answered with lines for people. */
export type ControlCommand = (args: string[]) => Promise<string>;

export interface StartControlOptions {
  port: number;
  /** Whoever can read the state folder may command. */
  token: string;
  commands: Record<string, ControlCommand>;
  signal: AbortSignal;
}

const LONGEST_BODY = 100_000;

/** Listens for `npm run sandbox -- break …` and its like. */
export async function startControl(
  options: StartControlOptions,
): Promise<void> {
  const { port, token, commands, signal } = options;
  const server = http.createServer(async (request, response) => {
    const answer = (status: number, text: string) => {
      response.writeHead(status, { 'content-type': 'text/plain' });
      response.end(text);
    };
    try {
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
