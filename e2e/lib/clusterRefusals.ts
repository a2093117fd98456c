const NOBODY = '00000000-0000-4000-8000-000000000000';

/** What each action does not do with a cluster, and why. */
export function clusterRefusals(
  cluster: string,
  owner: string,
): [action: string, values: object, message: RegExp][] {
  return [
    [
      'magnum:cluster-template:ensure',
      { name: 'x', image: 'none' },
      /There is no image none/,
    ],
    [
      'magnum:cluster:create',
      {
        name: 'X'.repeat(300),
        clusterTemplate: 'none',
        owner,
        nodeCount: 10_000,
      },
      /has 300 characters.*10000 nodes are more.*no cluster template none/s,
    ],
    ['magnum:cluster:wait', { clusterId: NOBODY }, /has no cluster 0/],
    [
      'magnum:cluster:resize',
      { cluster, nodeCount: 1000 },
      /vCPUs are needed, \d+ are left/,
    ],
    [
      'magnum:cluster:delete',
      { cluster, confirm: 'other' },
      /its name has to be typed again/,
    ],
    [
      'magnum:nodegroup:ensure',
      { cluster, name: 'more', flavor: 'none' },
      /There is no flavor none/,
    ],
    [
      'magnum:nodegroup:delete',
      { cluster, name: 'default-worker', confirm: 'default-worker' },
      /goes only with it/,
    ],
    [
      'argocd:cluster:register',
      { clusterId: NOBODY, name: 'nobody', owner },
      /has no cluster 0/,
    ],
    [
      'argocd:cluster:unregister',
      { clusterId: cluster, name: 'dev-1', owner },
      /go to dev-1/,
    ],
  ];
}
