import { spawn } from 'node:child_process';
import { Request, Response } from 'express';

export interface RunCgiOptions {
  command: string;
  args: string[];
  env: Record<string, string>;
  req: Request;
  res: Response;
}

const HEADER_END = '\r\n\r\n';

/**
 * Answers a request by a CGI program; resolves when the program has ended, also
 * when the client has gone away before.
 */
export function runCgi(options: RunCgiOptions): Promise<void> {
  const { command, args, env, req, res } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let head = Buffer.alloc(0);
    let headSent = false;
    child.stdout.on('data', (chunk: Buffer) => {
      if (headSent) {
        if (!res.write(chunk)) {
          child.stdout.pause();
          res.once('drain', () => child.stdout.resume());
        }
        return;
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf(HEADER_END);
      if (end >= 0) {
        sendHead(res, head.subarray(0, end).toString('latin1'));
        headSent = true;
        res.write(head.subarray(end + HEADER_END.length));
      }
    });
    // A client that has gone away must not hold the program back: a push that
    // was received as a whole is finished.
    res.on('close', () => child.stdout.resume());
    child.stdin.on('error', () => {});
    req.pipe(child.stdin);
    req.on('close', () => {
      if (!req.complete) {
        child.stdin.destroy();
      }
    });
    child.on('error', reject);
    child.on('close', () => {
      if (!headSent && !res.headersSent) {
        res.status(500);
      }
      res.end();
      resolve();
    });
  });
}

function sendHead(res: Response, head: string) {
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).trim();
    if (name.toLowerCase() === 'status') {
      res.status(parseInt(value, 10));
    } else if (colon > 0) {
      res.setHeader(name, value);
    }
  }
}
