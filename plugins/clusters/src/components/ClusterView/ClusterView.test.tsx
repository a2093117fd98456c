import { ItemDetail } from '@slipway/backstage-plugin-fleet-common';
import {
  FakeFleet,
  fakeFinding,
  fakeSource,
} from '@slipway/backstage-plugin-fleet-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import {
  fakeCluster,
  minutesAgo,
  registeredDetails,
} from '../../__testUtils__/fakeCluster';
import { renderPage } from '../../__testUtils__/renderPage';

const PATH = '/clusters/detail/acme/uuid-of-shop-prod';
const magnumCluster = {
  scope: 'acme',
  kind: 'Cluster',
  namespace: '',
  name: 'uuid-of-shop-prod',
};

type Parts = Parameters<typeof fakeCluster>[1];

function show(parts: Parts = {}, detail: Partial<ItemDetail> = {}) {
  const item = fakeCluster('shop-prod', parts);
  const fleet = FakeFleet.create({
    items: [item],
    sources: [fakeSource('acme', { id: 'cloud/acme', kind: 'cloud' })],
    details: { [item.id]: detail },
  });
  renderPage(PATH, fleet);
  return { fleet, item };
}

const region = (name: string) => screen.findByRole('region', { name });
const formData = (link: HTMLElement) => {
  const url = new URL(link.getAttribute('href') ?? '', 'http://localhost');
  return {
    template: url.pathname,
    values: JSON.parse(url.searchParams.get('formData') ?? ''),
  };
};

describe('the page of a cluster', () => {
  it('answers first', async () => {
    show();
    expect(
      await screen.findByText(
        'runs Kubernetes v1.35.4 on 1 control-plane node and 2 worker nodes',
      ),
    ).toBeVisible();
    expect(screen.queryByText('What to do')).not.toBeInTheDocument();
  });

  it('says why it failed, in the words of Magnum, and what to do', async () => {
    show(
      {
        status: 'failing',
        finding: fakeFinding({
          cause: 'cluster.create.quota-exceeded',
          title: 'Quota of the project is used up',
          says: 'Quota exceeded for cores',
          evidence: magnumCluster,
          root: 'acme/Quota//b7a1f0c2',
        }),
        details: {
          phase: 'CREATE_FAILED',
          phaseReason: 'Failed to create node groups: default-worker',
          faults: { 'default-worker': 'Forbidden: Quota exceeded for cores' },
        },
      },
      {
        remedies: [
          {
            kind: 'template',
            title: 'Order it again',
            effect: 'A new cluster is made.',
            template: 'template:default/kubernetes-cluster',
            values: { name: 'shop-prod' },
          },
          {
            kind: 'command',
            title: 'Look at the quota',
            effect: 'Shows what is used.',
            command: 'openstack quota show --usage b7a1f0c2',
          },
          {
            kind: 'template',
            title: 'Delete',
            effect: 'shop-prod is deleted.',
            template: 'template:default/cluster-delete',
            values: {},
            isRoutine: true,
          },
        ],
      },
    );
    expect(
      await screen.findByText('Quota exceeded for cores', {
        selector: 'blockquote',
      }),
    ).toBeVisible();
    expect(
      formData(screen.getByRole('link', { name: 'Order it again' })),
    ).toEqual({
      template: '/create/templates/default/kubernetes-cluster',
      values: { name: 'shop-prod' },
    });
    expect(screen.getByText(/openstack quota show/)).toBeVisible();
    const faults = await region('Faults');
    expect(faults).toHaveTextContent('Forbidden: Quota exceeded for cores');
    expect(faults).toHaveTextContent('Failed to create node groups');
    expect(
      screen.getByRole('link', { name: 'About this cause' }),
    ).toHaveAttribute('href', '/clusters/causes/cluster.create.quota-exceeded');
    const all = await region('Change it');
    expect(within(all).getByRole('link', { name: 'Delete' })).toBeVisible();
    expect(screen.getAllByRole('link', { name: /Order|Delete/ })).toHaveLength(
      2,
    );
  });

  it('shows how far a creation is', async () => {
    show({
      status: 'progressing',
      details: {
        phase: 'CREATE_IN_PROGRESS',
        phaseReason: 'Stack CREATE started',
        createdAt: minutesAgo(4.5),
        usualMinutes: 12,
        server: undefined,
      },
    });
    expect(await screen.findByText(/being created since/)).toHaveTextContent(
      'usually takes 12 min',
    );
    const progress = await region('What Magnum does');
    expect(progress).toHaveTextContent('CREATE_IN_PROGRESS');
    expect(progress).toHaveTextContent('Stack CREATE started');
    expect(
      within(progress).getByRole('img', { name: '4 of 60 min' }),
    ).toBeVisible();
    expect(await region('Kubernetes API')).toHaveTextContent('Addressnone');
    expect(screen.getByText(/Magnum is at work on it/)).toBeVisible();
  });

  it('says which node group has which trouble', async () => {
    show({
      details: {
        nodeGroups: [
          {
            uuid: 'ng-1',
            name: 'gpu',
            role: 'worker',
            isDefault: false,
            nodeCount: 3,
            minNodeCount: 1,
            maxNodeCount: 6,
            flavor: 'g1.large',
            version: 'v1.35.4',
            status: 'CREATE_FAILED',
            statusReason: 'No valid host was found.',
          },
        ],
      },
    });
    const groups = await region('Node groups');
    expect(groups).toHaveTextContent('failing');
    expect(groups).toHaveTextContent('3 nodes · 1 to 6 · g1.large · v1.35.4');
    expect(groups).toHaveTextContent('No valid host was found.');
    expect(
      formData(
        within(groups).getByRole('link', { name: 'Delete node group gpu' }),
      ),
    ).toEqual({
      template: '/create/templates/default/node-group',
      values: expect.objectContaining({ nodeGroup: 'gpu', task: 'delete' }),
    });
  });

  it('tells where the API is and who reaches it', async () => {
    show();
    const api = await region('Kubernetes API');
    expect(
      within(api).getByRole('link', { name: /203\.0\.113\.7/ }),
    ).toHaveAttribute('href', 'https://203.0.113.7:6443');
    expect(api).toHaveTextContent('Reached fromeverywhere');
    expect(
      within(await region('Quota of its project')).getByRole('img', {
        name: '3 of 10 clusters',
      }),
    ).toBeVisible();
  });

  it('leads to forms that are filled in, each from one place', async () => {
    const cluster = {
      cloud: 'acme',
      cluster: 'uuid-of-shop-prod',
      name: 'shop-prod',
      owner: 'group:default/storefront',
    };
    show(
      {
        details: {
          newerTemplates: [
            { uuid: 't-136', name: 'k8s-v1.36', version: 'v1.36.2' },
          ],
        },
      },
      {
        remedies: [
          {
            kind: 'template',
            title: 'Upgrade to v1.36.2',
            effect: 'The nodes are replaced.',
            template: 'template:default/cluster-upgrade',
            values: { ...cluster, clusterTemplate: 'k8s-v1.36' },
            isRoutine: true,
          },
        ],
      },
    );
    const open = (name: string) => formData(screen.getByRole('link', { name }));
    expect(await region('Change it')).toHaveTextContent(
      'The nodes are replaced.',
    );
    expect(open('Upgrade to v1.36.2')).toEqual({
      template: '/create/templates/default/cluster-upgrade',
      values: { ...cluster, clusterTemplate: 'k8s-v1.36' },
    });
    expect(open('Resize node group default-worker')).toEqual({
      template: '/create/templates/default/cluster-resize',
      values: { ...cluster, nodeGroup: 'default-worker', nodeCount: 2 },
    });
  });

  it('changes nothing in a cloud that is only shown', async () => {
    show({ details: { watchOnly: true } });
    expect(await screen.findByText(/only shown here/)).toBeVisible();
    expect(
      screen.queryByRole('link', { name: 'Delete' }),
    ).not.toBeInTheDocument();
  });

  it('leads to whoever knows it, and says who does not', async () => {
    show({ details: { registrations: [], lacks: ['argocd'] } });
    const known = await region('Where it is known');
    expect(known).toHaveTextContent('not in Argo CD');
    expect(known).toHaveTextContent('as shop-prod');
    expect(
      within(known).getByRole('link', { name: 'shop-prod' }),
    ).toHaveAttribute('href', '/catalog/default/resource/shop-prod');
    const facts = await region('Facts');
    expect(facts).toHaveTextContent('shop-prod.example.org');
    expect(facts).toHaveTextContent('cert-manager, ingress-nginx');
    expect(
      await within(facts).findByRole('link', { name: 'none' }),
    ).toHaveAttribute('href', '/certificates?cluster=shop-prod');
  });

  it('follows what happens', async () => {
    const { fleet, item } = show();
    await screen.findByText(/runs Kubernetes/);
    await waitFor(() => expect(fleet.streams.length).toBeGreaterThan(0));
    fleet.put({
      ...item,
      status: 'progressing',
      details: { ...item.details, phase: 'UPDATE_IN_PROGRESS' },
    });
    expect(await screen.findByText(/being changed/)).toBeVisible();
  });

  it('shows a registered cluster without what only Magnum knows', async () => {
    const hub = fakeCluster('platform', { details: registeredDetails() });
    renderPage(
      '/clusters/detail/platform/platform',
      FakeFleet.create({ items: [hub], sources: [fakeSource('platform')] }),
    );
    expect(await screen.findByText('answers the fleet')).toBeVisible();
    expect(await region('Template and version')).toHaveTextContent(
      'not known: only a cloud tells it',
    );
    ['Node groups', 'Change it', 'Quota of its project'].forEach(name =>
      expect(screen.queryByRole('region', { name })).not.toBeInTheDocument(),
    );
  });

  it('does not announce what will never be read', async () => {
    const far = fakeCluster('far', {
      status: 'unknown',
      details: registeredDetails({ fleetName: undefined, lacks: ['fleet'] }),
    });
    renderPage(
      '/clusters/detail/far/far',
      FakeFleet.create({
        items: [far],
        sources: [fakeSource('far', { state: 'starting' })],
      }),
    );
    await region('Where it is known');
    expect(screen.queryByText(/for the first time/)).not.toBeInTheDocument();
  });

  it('says so where there is no such cluster', async () => {
    renderPage('/clusters/detail/acme/none', FakeFleet.create());
    expect(
      await screen.findByText('There is no cluster none here'),
    ).toBeVisible();
  });
});
