import express, { Express } from 'express';
import { onlyOurHosts } from '../http/onlyOurHosts';
import { Faulty } from './Faulty';
import { breakMagnum } from './http/breakMagnum';
import { withRequestId } from './http/withRequestId';
import { createKeystoneApp } from './keystone/createKeystoneApp';
import { Keystone } from './keystone/Keystone';
import { requireToken } from './keystone/requireToken';
import { createMagnumApp } from './magnum/createMagnumApp';
import { MagnumContext } from './magnum/MagnumContext';
import { RecordedClouds } from './museum/RecordedClouds';
import { isAboutTokens, recordedRoutes } from './museum/recordedRoutes';
import { sendOutage } from './museum/sendOutage';
import { createServicesApp } from './services/createServicesApp';

export interface CreateCloudOptions {
  url: string;
  port: number;
  regionName: string;
  keystone: Keystone;
  context: MagnumContext;
  faults: Faulty;
  recorded: RecordedClouds;
}

/** All services behind one address, each under its prefix. */
export function createCloud(options: CreateCloudOptions): Express {
  const { url, port, regionName, keystone, context, faults, recorded } =
    options;
  const authUrl = `${url}/identity/v3`;
  const guard = (service: string, prefix: string) =>
    requireToken({ keystone, authUrl, service, prefix });
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(onlyOurHosts(() => port));
  app.use(withRequestId);
  app.use(
    '/identity',
    createKeystoneApp({
      keystone,
      url,
      regionName,
      now: context.now,
      isOut: (project, res) => {
        const outage = recorded.outageOf(project);
        const isOut = outage !== undefined && isAboutTokens(outage);
        if (isOut) {
          sendOutage(res, outage);
        }
        return isOut;
      },
    }),
  );
  app.use(
    '/container-infra',
    breakMagnum(faults),
    createMagnumApp({
      context,
      requireToken: guard('container-infra', '/container-infra'),
      recorded: recordedRoutes(recorded),
    }),
  );
  app.use(
    createServicesApp({
      url,
      clusters: () => context.store.clusters,
      requireToken: guard,
    }),
  );
  return app;
}
