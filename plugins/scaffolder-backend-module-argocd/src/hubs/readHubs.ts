import { Config } from '@backstage/config';
import { HubAccess, HubConfig } from './HubConfig';

const KEY = 'argocd.hubs';

/** Reads `argocd.hubs`; fails with the key that is wrong. */
export function readHubs(config: Config): HubConfig[] {
  return (config.getOptionalConfigArray(KEY) ?? []).map(hub => ({
    name: hub.getString('name'),
    namespace: hub.getOptionalString('namespace') ?? 'argocd',
    access: readAccess(hub),
  }));
}

function readAccess(hub: Config): HubAccess {
  const kubeconfig = hub.getOptionalString('kubeconfig');
  if (kubeconfig) {
    return { kubeconfig };
  }
  return {
    server: hub.getString('url'),
    token: hub.getString('token'),
    caData: hub.getOptionalString('caData'),
    caFile: hub.getOptionalString('caFile'),
  };
}
