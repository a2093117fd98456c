import path from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { WatchedResource } from '@slipway/backstage-plugin-fleet-node';
import { projectionVersion } from '../store';
import { LoadedDomain } from './loadDomains';

/** The version of the rows that these domains make. */
export function readProjection(
  domains: LoadedDomain[],
  resources: WatchedResource[],
): string {
  return projectionVersion({
    resources: resources.map(({ id, versions }) => `${id} ${versions}`),
    folders: [
      resolvePackagePath('@slipway/backstage-plugin-fleet-node'),
      ...domains.map(({ module }) => path.dirname(module)),
    ],
  });
}
