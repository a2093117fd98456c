import express from 'express';
import http from 'node:http';
import { listen } from './http/listen';
import { onlyOurHosts } from './http/onlyOurHosts';
import { OpenStack, StartOpenStackOptions } from './types';

/** Starts a cloud; it answers when the promise resolves, and ends with the signal. */
export async function startOpenStack(
  options: StartOpenStackOptions,
): Promise<OpenStack> {
  const { signal, log } = options;
  const server = http.createServer();
  const port = await listen(server, options.port);
  const url = `http://127.0.0.1:${port}`;
  const app = express();
  app.use(onlyOurHosts(() => port));
  server.on('request', app);

  async function stop() {
    const closed = new Promise(resolve => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }
  signal.addEventListener('abort', stop, { once: true });
  log(`openstack: ${url}`);
  return {
    url,
    authUrl: `${url}/identity/v3`,
    port,
    listClusters: () => [],
    adopt: async () => ({ uuid: '' }),
    setFault: () => {},
    expireTokens: () => {},
    setRecords: () => {},
    stop,
  };
}
