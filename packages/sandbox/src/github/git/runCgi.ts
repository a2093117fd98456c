import { spawn } from 'node:child_process';
import { Request, Response } from 'express';

export interface RunCgiOptions {
  command: string;
  args: string[];
  env: Record<string, string>;
  req: Request;
  res: Response;
  /**
   * Holds the whole answer back until this is done, also when the client has
   * gone away: who sees the answer sees its consequences too.
   */
  beforeAnswer?: () => Promise<void>;
}

const HEADER_END = '\r\n\r\n';

/** Answers a request by a CGI program; resolves when the program has ended. */
export async function runCgi(options: RunCgiOptions): Promise<void> {
  const { command, args, env, req, res, beforeAnswer } = options;
  const child = spawn(command, args, {
    env,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const answer = createAnswer(res);
  const held: Buffer[] = [];

  child.stdout.on('data', (chunk: Buffer) => {
    if (beforeAnswer) {
      held.push(chunk);
    } else if (!answer.write(chunk)) {
      child.stdout.pause();
      res.once('drain', () => child.stdout.resume());
    }
  });
  // A client that has gone away must not hold the program back.
  res.on('close', () => child.stdout.resume());
  child.stdin.on('error', () => {});
  req.pipe(child.stdin);
  req.on('close', () => {
    if (!req.complete) {
      child.stdin.destroy();
    }
  });
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve());
  });
  await beforeAnswer?.();
  answer.write(Buffer.concat(held));
  answer.end();
}

/** Turns CGI output into an answer: headers first, then the body as it comes. */
function createAnswer(res: Response) {
  let head = Buffer.alloc(0);
  let isHeadSent = false;
  return {
    /** `false` when the client should be waited for. */
    write(chunk: Buffer): boolean {
      if (isHeadSent) {
        return res.destroyed || res.write(chunk);
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf(HEADER_END);
      if (end < 0) {
        return true;
      }
      sendHead(res, head.subarray(0, end).toString('latin1'));
      isHeadSent = true;
      return res.write(head.subarray(end + HEADER_END.length));
    },
    end() {
      if (!isHeadSent && !res.headersSent) {
        res.status(500);
      }
      res.end();
    },
  };
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
