import http from 'node:http';
import https from 'node:https';

export interface RequestServiceOptions {
  /** Trusted instead of the system's; makes it an https request. */
  ca?: string;
}

/**
 * GETs a service by its hostname. Node does not resolve `*.localhost` on every
 * system, so the address is given and the name goes into Host and SNI.
 */
export function requestService(
  host: string,
  port: number,
  options: RequestServiceOptions = {},
): Promise<{ status: number; body: string }> {
  const { ca } = options;
  const request = ca ? https.request : http.request;
  return new Promise((resolve, reject) => {
    request(
      {
        host: '127.0.0.1',
        port,
        headers: { host: `${host}:${port}` },
        ...(ca ? { ca, servername: host } : {}),
      },
      response => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', chunk => {
          body += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body }),
        );
      },
    )
      .on('error', reject)
      .end();
  });
}
