import path from 'node:path';
import { ClusterDetails } from '@backstage/plugin-kubernetes-node';

const folder = path.dirname(
  require.resolve('@backstage/plugin-kubernetes-backend'),
);
const { KubernetesConnection } = require(path.join(
  folder,
  'service/KubernetesConnection.cjs.js',
));
const { ServiceAccountStrategy } = require(path.join(
  folder,
  'auth/ServiceAccountStrategy.cjs.js',
));

/**
 * Lets the plugin fetch where tests run, which have no `import()`: with it the
 * plugin loads a library that it needs for other kinds of clusters only.
 */
export function fetchWithoutImport(): void {
  jest
    .spyOn(ServiceAccountStrategy.prototype, 'getCredential')
    .mockImplementation(async (...args) => {
      const [{ authMetadata }] = args as [ClusterDetails];
      return { type: 'bearer token', token: authMetadata.serviceAccountToken };
    });
  jest
    .spyOn(KubernetesConnection.prototype, 'fetchArgs')
    .mockImplementation(async function fetchArgs(this: unknown, ...args) {
      const [{ url }, credential] = args as [ClusterDetails, unknown];
      const { buildRequestHeaders } = KubernetesConnection.prototype;
      const headers = buildRequestHeaders.call(this, credential);
      return [new URL(url), { method: 'GET', headers }];
    });
}
