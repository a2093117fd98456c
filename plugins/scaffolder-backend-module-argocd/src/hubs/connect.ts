import { readFileSync } from 'node:fs';
import type { KubeConfig, KubernetesObjectApi } from '@kubernetes/client-node';
import { HubConfig } from './HubConfig';
import { loadLibrary, KubernetesLibrary } from './loadLibrary';

const REQUEST_TIMEOUT_MS = 15_000;

/**
 * A client whose requests end with the signal, or after a while without an
 * answer.
 */
export function connect(
  config: HubConfig,
  signal: AbortSignal | undefined,
): KubernetesObjectApi {
  const library = loadLibrary();
  const kubeConfig = kubeConfigOf(library, config);
  const cluster = kubeConfig.getCurrentCluster();
  if (!cluster) {
    throw new Error(`The kubeconfig of the hub ${config.name} has no cluster`);
  }
  const configuration = library.createConfiguration({
    baseServer: new library.ServerConfiguration(cluster.server, {}),
    authMethods: { default: kubeConfig },
    promiseMiddleware: [
      {
        async pre(request) {
          const timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
          request.setSignal(
            signal ? AbortSignal.any([signal, timeout]) : timeout,
          );
          return request;
        },
        post: async response => response,
      },
    ],
  });
  return new library.KubernetesObjectApi(configuration);
}

function kubeConfigOf(
  library: KubernetesLibrary,
  config: HubConfig,
): KubeConfig {
  const { access, name } = config;
  const kubeConfig = new library.KubeConfig();
  if ('kubeconfig' in access) {
    kubeConfig.loadFromFile(access.kubeconfig);
    return kubeConfig;
  }
  const caData =
    access.caData ??
    (access.caFile && readFileSync(access.caFile).toString('base64'));
  kubeConfig.loadFromClusterAndUser(
    { name, server: access.server, skipTLSVerify: false, caData },
    { name, token: access.token },
  );
  return kubeConfig;
}
