import { Environment } from '@slipway/backstage-plugin-fleet-common';

/**
 * An environment on the hub `platform`, on the cluster with the label
 * `slipway.dev/stage: <stage>`.
 *
 * @public
 */
export function mockEnvironment(name: string, stage: string): Environment {
  return {
    name,
    hub: 'platform',
    clusterSelector: { 'slipway.dev/stage': stage },
    namespacePattern: '{service}-{environment}',
    approvers: [],
    promotion: name === 'dev' ? 'push' : 'pull-request',
  };
}
