import { clusterCauses } from '@slipway/backstage-plugin-clusters-common';
import { Remedy } from '@slipway/backstage-plugin-fleet-common';
import { remedies } from './remedies';
import {
  ago,
  cluster,
  clusterSecret,
  controlPlane,
  hub,
  judge,
  nodeGroup,
  template,
  TestScene,
  UUID,
} from './testing';

function detailOf(scene: TestScene) {
  const { engine } = judge(scene);
  const detail = engine.detail(`clusters/cloud-a//${UUID}`);
  return {
    chain: (detail?.chain ?? []).map(
      ({ title, state, says }) => `${title} ${state}: ${says}`,
    ),
    remedies: detail?.remedies ?? [],
  };
}

describe('the way to a cause', () => {
  it('goes from the cluster over node groups to what is beside them', () => {
    const { chain } = detailOf({
      clusters: [
        cluster({
          status: 'UPDATE_FAILED',
          status_reason: 'gpu failed',
          faults: { gpu: 'No valid host was found' },
        }),
      ],
      nodeGroups: [
        controlPlane(),
        nodeGroup(),
        nodeGroup({ name: 'gpu', is_default: false, status: 'CREATE_FAILED' }),
      ],
      kubernetes: [
        { name: 'team-shop' },
        hub([
          clusterSecret({
            name: 'team-shop',
            server: 'https://203.0.113.147:6443',
          }),
        ]),
      ],
    });

    expect(chain).toEqual([
      'Cluster failed: UPDATE_FAILED; gpu failed',
      'default-master done: CREATE_COMPLETE',
      'default-worker done: CREATE_COMPLETE',
      'gpu failed: gpu: CREATE_FAILED; No valid host was found',
      'Template done: k8s-v1.36, v1.36.2',
      'Kubernetes API done: https://203.0.113.147:6443: ok',
      'Registration in Argo CD done: team-shop: https://203.0.113.147:6443',
    ]);
  });

  it('ends at Magnum when that does not answer', () => {
    const { chain } = detailOf({
      clusters: [cluster()],
      error: {
        request: 'GET /v1',
        status: 503,
        message: 'sorry',
        since: ago('1h'),
      },
    });

    expect(chain.at(-1)).toBe('Magnum unknown: GET /v1 503 sorry');
  });

  it('shows where a registration is missing', () => {
    const { chain } = detailOf({
      clusters: [cluster({ updated_at: ago('3h') })],
      kubernetes: [
        hub([clusterSecret({ name: 'x', server: 'https://10.0.0.9' })]),
      ],
    });

    expect(chain).toContain(
      'Registration in Argo CD failed: There is none for https://203.0.113.147:6443',
    );
    expect(chain).toContain('Cluster done: CREATE_COMPLETE');
    expect(chain).toContain(
      'Kubernetes API done: https://203.0.113.147:6443: ok',
    );
  });
});

describe('what can be done', () => {
  const causeless = {
    status: 'failing' as const,
    title: '',
    advice: '',
    says: '',
    root: '',
  };
  const isRoutine = (remedy: Remedy) =>
    remedy.kind === 'template' && remedy.isRoutine === true;
  const names = (scene: TestScene) =>
    detailOf(scene).remedies.map(remedy =>
      remedy.kind === 'template'
        ? remedy.template.replace('template:default/', '')
        : remedy.title,
    );

  it('of a healthy cluster is to change it', () => {
    expect(names({ clusters: [cluster()] })).toEqual([
      'cluster-resize',
      'node-group',
      'cluster-delete',
    ]);
  });

  it('of a broken one is what helps, apart from what always can be', () => {
    const { remedies: found } = detailOf({
      clusters: [cluster({ status: 'CREATE_FAILED' })],
    });
    const { remedies: always } = detailOf({ clusters: [cluster()] });

    expect(found.map(isRoutine)).toEqual([false, false, false]);
    expect(always.map(isRoutine)).toEqual([true, true, true]);
  });

  it('comes with all values that are known', () => {
    const { remedies: found } = detailOf({
      clusters: [
        cluster({
          status: 'CREATE_FAILED',
          labels: {
            'slipway.dev/entity': 'resource:default/team-shop',
            'slipway.dev/cloud': 'cloud-a',
            'slipway.dev/project': 'p',
            'slipway.dev/owner': 'storefront',
            'slipway.dev/zone': 'apps.example.org',
          },
        }),
      ],
    });
    const owner = 'group:default/storefront';

    expect(found).toMatchObject([
      {
        template: 'template:default/cluster-delete',
        values: { cloud: 'cloud-a', cluster: UUID, name: 'team-shop', owner },
      },
      {
        template: 'template:default/kubernetes-cluster',
        values: {
          name: 'team-shop',
          owner,
          cloud: 'cloud-a',
          clusterTemplate: 'k8s-v1.36',
          nodeCount: 3,
          masterCount: 1,
          flavor: 'm1.large',
          zone: 'apps.example.org',
        },
      },
      {
        kind: 'command',
        command: `openstack --os-cloud cloud-a coe cluster show ${UUID} --fit-width`,
      },
    ]);
  });

  it('is the upgrade to the next minor version', () => {
    const { remedies: found } = detailOf({
      clusters: [cluster({ coe_version: 'v1.34.1' })],
      templates: [
        template({ labels: { kube_tag: 'v1.34.1' } }),
        template({
          uuid: 'a',
          name: 'k8s-v1.35',
          labels: { kube_tag: 'v1.35.4' },
        }),
        template({
          uuid: 'b',
          name: 'k8s-v1.36',
          labels: { kube_tag: 'v1.36.2' },
        }),
      ],
    });

    expect(found).toContainEqual(
      expect.objectContaining({
        title: 'Upgrade to v1.35.4',
        values: expect.objectContaining({ clusterTemplate: 'k8s-v1.35' }),
      }),
    );
  });

  it('is the resize of the node group that failed', () => {
    const [resize] = detailOf({
      clusters: [cluster({ status: 'UPDATE_FAILED' })],
      nodeGroups: [nodeGroup({ status: 'UPDATE_FAILED', node_count: 5 })],
    }).remedies;

    expect(resize).toMatchObject({
      template: 'template:default/cluster-resize',
      values: { nodeGroup: 'default-worker', nodeCount: 5 },
    });
  });

  it('is not to change what is being deleted', () => {
    expect(names({ clusters: [cluster({ status: 'DELETE_FAILED' })] })).toEqual(
      [
        'Look for ports that are left over',
        'Delete it again',
        'Look at it in Magnum',
      ],
    );
  });

  it.each(clusterCauses.map(({ code }) => code))(
    'there is something for %s',
    code => {
      const { item } = judge({ clusters: [cluster()] });
      const object = {
        scope: 'cloud-a',
        kind: 'Cluster',
        namespace: '',
        name: UUID,
      };
      const finding = { ...causeless, cause: code, evidence: object };

      expect(remedies({ ...item, finding })[0]).toMatchObject({
        effect: expect.stringMatching(/\.$/),
      });
    },
  );

  it('in a cloud that is only shown is to look', () => {
    const { item } = judge({ clusters: [cluster()] });
    const watched = { ...item, details: { ...item.details, watchOnly: true } };

    expect(remedies(watched)).toEqual([]);
    expect(
      remedies({
        ...watched,
        finding: {
          ...causeless,
          cause: 'cluster.health.node-not-ready',
          evidence: item.object,
        },
      }).map(({ kind, title }) => `${kind} ${title}`),
    ).toEqual(['command Look at its machines', 'command Look at it in Magnum']);
  });

  it('never breaks out of the words of a command', () => {
    const { item } = judge({
      clusters: [
        cluster({
          name: `x'; rm -rf ~ #`,
          status: 'UPDATE_FAILED',
          status_reason: 'Could not find user',
        }),
      ],
    });
    const name = `'x'\\''; rm -rf ~ #'`;
    const finding = {
      ...item.finding!,
      cause: 'cluster.registration.not-in-argocd',
    };

    expect(remedies({ ...item, finding })[0]).toMatchObject({
      command: `argocd cluster add ${name} --name ${name}`,
    });
  });
});
