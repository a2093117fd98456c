import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { Handler } from '../types';
import { goDuration } from './goDuration';
import { portNumber, ProbeTarget } from './ProbeTarget';

/** How a probe went; `output` is in the kubelet's words. */
export type HandlerResult =
  | { outcome: 'success' }
  | { outcome: 'failure'; output: string };

/** Does once what a probe or hook says. */
export async function runHandler(
  handler: Handler,
  target: ProbeTarget,
  options: { timeoutMs: number; signal: AbortSignal },
): Promise<HandlerResult> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = AbortSignal.any([options.signal, timeout]);
  try {
    if (handler.httpGet) {
      return await httpGet(handler.httpGet, target, { signal, timeout });
    }
    if (handler.tcpSocket) {
      const port = portNumber(target.container, handler.tcpSocket.port);
      return await tcpConnect(port, target, { signal, timeout });
    }
    if (handler.exec) {
      return await execute(handler.exec.command ?? [], target, {
        signal,
        timeoutMs: options.timeoutMs,
        timeout,
      });
    }
    return failure('probe type not supported by the sandbox');
  } catch (error) {
    return failure((error as Error).message);
  }
}

interface Limits {
  signal: AbortSignal;
  timeout: AbortSignal;
}

function httpGet(
  probe: NonNullable<Handler['httpGet']>,
  target: ProbeTarget,
  { signal, timeout }: Limits,
): Promise<HandlerResult> {
  const scheme = (probe.scheme ?? 'HTTP').toLowerCase();
  const number = portNumber(target.container, probe.port);
  const path = `/${(probe.path ?? '/').replace(/^\//, '')}`;
  const address = `${probe.host ?? target.podIp}:${number}`;
  const told = (why: string) =>
    failure(`Get "${scheme}://${address}${path}": ${why}`);
  const port = target.resolvePort(number);
  if (port === undefined) {
    return Promise.resolve(
      told(`dial tcp ${address}: connect: connection refused`),
    );
  }
  const headers = Object.fromEntries(
    (probe.httpHeaders ?? []).map(({ name, value }) => [name, value]),
  );
  const client = scheme === 'https' ? https : http;
  return new Promise(resolve => {
    const request = client.request(
      {
        host: '127.0.0.1',
        port,
        path,
        signal,
        agent: false,
        rejectUnauthorized: false,
        headers: {
          host: address,
          'user-agent': 'kube-probe/1.36',
          accept: '*/*',
          connection: 'close',
          ...headers,
        },
      },
      response => {
        response.on('error', () => {});
        response.resume();
        const code = response.statusCode ?? 0;
        resolve(
          code >= 200 && code < 400
            ? { outcome: 'success' }
            : failure(`HTTP probe failed with statuscode: ${code}`),
        );
      },
    );
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (timeout.aborted) {
        resolve(
          told(
            'context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
          ),
        );
      } else if (error.code === 'ECONNREFUSED') {
        resolve(told(`dial tcp ${address}: connect: connection refused`));
      } else {
        const reset = error.code === 'ECONNRESET';
        resolve(told(reset ? 'EOF' : error.message));
      }
    });
    request.end();
  });
}

function tcpConnect(
  number: number,
  target: ProbeTarget,
  { signal, timeout }: Limits,
): Promise<HandlerResult> {
  const address = `${target.podIp}:${number}`;
  const port = target.resolvePort(number);
  const refused = failure(`dial tcp ${address}: connect: connection refused`);
  if (port === undefined) {
    return Promise.resolve(refused);
  }
  return new Promise(resolve => {
    const socket = net.connect({ host: '127.0.0.1', port, signal });
    socket.on('connect', () => {
      socket.destroy();
      resolve({ outcome: 'success' });
    });
    socket.on('error', () =>
      resolve(
        timeout.aborted ? failure(`dial tcp ${address}: i/o timeout`) : refused,
      ),
    );
  });
}

async function execute(
  command: string[],
  target: ProbeTarget,
  limits: Limits & { timeoutMs: number },
): Promise<HandlerResult> {
  const { exitCode, output } = await target.execute(command, limits.signal);
  if (limits.timeout.aborted) {
    const text = command.join(' ');
    return failure(
      `command timed out: ${JSON.stringify(text)} timed out after ${goDuration(
        limits.timeoutMs,
      )}`,
    );
  }
  return exitCode === 0 ? { outcome: 'success' } : failure(output.trimEnd());
}

function failure(output: string): HandlerResult {
  return { outcome: 'failure', output };
}
