/** What the actions on clusters take, as far as they are tried here. */
const INPUTS: Record<string, string[]> = {
  'magnum:cluster-template:ensure': [
    ...['cloud', 'name', 'image', 'externalNetwork', 'flavor', 'masterFlavor'],
  ],
  'magnum:cluster:create': [
    ...['cloud', 'name', 'owner', 'clusterTemplate', 'nodeCount'],
  ],
  'magnum:cluster:wait': ['cloud', 'clusterId'],
  'magnum:cluster:resize': ['cloud', 'cluster', 'nodeCount'],
  'magnum:cluster:upgrade': ['cloud', 'cluster', 'clusterTemplate'],
  'magnum:cluster:delete': ['cloud', 'cluster', 'confirm'],
  'magnum:nodegroup:ensure': ['cloud', 'cluster', 'name', 'flavor'],
  'magnum:nodegroup:delete': ['cloud', 'cluster', 'name', 'confirm'],
  'argocd:cluster:register': ['cloud', 'clusterId', 'name', 'owner'],
  'argocd:cluster:unregister': ['cloud', 'clusterId', 'name', 'owner'],
};

/** Names of the actions. */
export const ACTIONS = Object.keys(INPUTS);

/** A template of somebody's own that calls the one action that a task names. */
export function anyActionTemplate(name: string, owner: string): string {
  const steps = ACTIONS.map(action => ({
    id: action.replace(/\W/g, '-'),
    name: action,
    if: `\${{ parameters.action === '${action}' }}`,
    action,
    input: Object.fromEntries(
      INPUTS[action].map(key => [key, `\${{ parameters.${key} }}`]),
    ),
  }));
  return JSON.stringify({
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name },
    spec: { owner, type: 'operation', steps },
  });
}
