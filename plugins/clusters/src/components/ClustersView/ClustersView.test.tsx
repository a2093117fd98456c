import {
  FakeFleet,
  fakeFinding,
  fakeIncident,
  fakeSource,
} from '@slipway/backstage-plugin-fleet-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  fakeCluster,
  minutesAgo,
  registeredDetails,
} from '../../__testUtils__/fakeCluster';
import { renderPage } from '../../__testUtils__/renderPage';
import { setWidth } from '../../__testUtils__/setWidth';

const finding = fakeFinding({
  cause: 'cluster.create.quota-exceeded',
  title: 'Quota of the project is used up',
  says: 'Quota exceeded for cores: Requested 8, but already used 16 of 20 cores',
  root: 'acme/Quota//b7a1f0c2',
});
const broken = fakeCluster('shop-prod', {
  status: 'failing',
  finding,
  details: { phase: 'CREATE_FAILED', lacks: ['argocd', 'fleet'] },
});
const old = fakeCluster('ml-1', {
  owner: 'group:default/payments',
  details: {
    version: 'v1.33.1',
    versionEndsAt: minutesAgo(90 * 24 * 60),
    newerTemplates: [{ uuid: 't-136', name: 'k8s-v1.36', version: 'v1.36.2' }],
  },
});
const hub = fakeCluster('platform', { details: registeredDetails() });

const createFleet = () =>
  FakeFleet.create({
    items: [old, hub, broken],
    incidents: [
      fakeIncident('incident-1', {
        root: finding.root,
        cause: finding.cause,
        title: finding.title,
        says: finding.says,
        domains: ['clusters'],
        memberCount: 2,
        visible: [
          { id: broken.id, name: 'shop-prod', status: 'failing', impact: [] },
        ],
        hidden: 1,
        services: [],
      }),
    ],
    sources: [fakeSource('acme', { id: 'cloud/acme', kind: 'cloud' })],
  });

describe('the list of clusters', () => {
  beforeEach(() => setWidth(1600));

  it('answers in its first line, and shows the worst first', async () => {
    renderPage('/clusters', createFleet());
    expect(await screen.findByText('1 failing, of 3 clusters')).toBeVisible();
    const [, first] = screen.getAllByRole('row');
    expect(first).toHaveTextContent('shop-prodacme');
    expect(first).toHaveTextContent('not in Argo CD');
    expect(first).toHaveTextContent('not in the fleet');
    expect(first).toHaveTextContent('Quota of the project is used up');
    expect(first).toHaveTextContent('already used 16 of 20 cores');
    expect(first).toHaveTextContent('cert-manageringress-nginx');
    expect(first).toHaveAttribute(
      'data-href',
      '/clusters/detail/acme/uuid-of-shop-prod',
    );
  });

  it('says whose version should be another one', async () => {
    renderPage('/clusters', createFleet());
    const row = await screen.findByRole('row', { name: /ml-1/ });
    expect(row).toHaveTextContent('v1.33.1');
    expect(row).toHaveTextContent('newer: v1.36.2');
    expect(row).toHaveTextContent(/support ended 90 days ago/);
    expect(row).toHaveTextContent('1 + 2');
    expect(within(row).getByRole('link', { name: 'payments' })).toBeVisible();
  });

  it('shows what is not of Magnum in the same list', async () => {
    renderPage('/clusters', createFleet());
    const row = await screen.findByRole('row', { name: /platform/ });
    expect(row).toHaveTextContent('answers');
    expect(row).toHaveAttribute(
      'data-href',
      '/clusters/detail/platform/platform',
    );
  });

  it('keeps to what matters where there is little room', async () => {
    setWidth(400);
    renderPage('/clusters', createFleet());
    await screen.findByRole('row', { name: /shop-prod/ });
    expect(
      screen.getAllByRole('columnheader').map(cell => cell.textContent),
    ).toEqual(['Name', 'Status', 'Version']);
  });

  it('follows what happens', async () => {
    const fleet = createFleet();
    renderPage('/clusters', fleet);
    await screen.findByRole('row', { name: /ml-1/ });
    await waitFor(() => expect(fleet.streams).toHaveLength(1));
    fleet.put({
      ...old,
      status: 'progressing',
      details: { ...old.details, phase: 'UPDATE_IN_PROGRESS' },
    });
    expect(await screen.findByText('UPDATE_IN_PROGRESS')).toBeVisible();
  });

  it('shows what its link asks for', async () => {
    renderPage('/clusters?details=cloud%3Dacme', createFleet());
    expect(await screen.findByRole('row', { name: /ml-1/ })).toBeVisible();
    expect(
      screen.queryByRole('row', { name: /platform/ }),
    ).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByRole('row', { name: /platform/ })).toBeVisible();
  });

  it('groups by incident, with its impact', async () => {
    renderPage('/clusters?group=incident', createFleet());
    const line = await screen.findByRole('article');
    expect(line).toHaveTextContent('already used 16 of 20 cores');
    await userEvent.click(within(line).getByText('2 clusters'));
    expect(
      within(line).getByRole('link', { name: 'shop-prod' }),
    ).toHaveAttribute('href', '/clusters/detail/acme/uuid-of-shop-prod');
    expect(
      within(line).getByRole('link', { name: 'Quota b7a1f0c2 in acme' }),
    ).toHaveAttribute('href', '/clusters?root=acme%2FQuota%2F%2Fb7a1f0c2');
  });

  it('offers to order one, to those who may', async () => {
    renderPage('/clusters', createFleet());
    expect(
      await screen.findByRole('link', { name: 'Order a cluster' }),
    ).toHaveAttribute('href', '/create/templates/default/kubernetes-cluster');
  });

  it('says what will appear where nothing is', async () => {
    renderPage('/clusters', FakeFleet.create());
    expect(await screen.findAllByText('No clusters')).not.toHaveLength(0);
    expect(screen.getByText(/Clusters of the clouds/)).toBeVisible();
  });
});
