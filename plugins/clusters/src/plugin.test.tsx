import { Entity } from '@backstage/catalog-model';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { fleetApiRef } from '@slipway/backstage-plugin-fleet-react';
import {
  FakeFleet,
  fakeSource,
} from '@slipway/backstage-plugin-fleet-react/testUtils';
import { screen, within } from '@testing-library/react';
import { fakeCluster, registeredDetails } from './__testUtils__/fakeCluster';
import { clustersPlugin } from './plugin';

function clusterEntity(
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      namespace: 'default',
      annotations: { 'slipway.dev/cluster': name, ...annotations },
    },
    spec: { type: 'kubernetes-cluster', owner: 'platform-team' },
  };
}
const entities: Entity[] = [
  clusterEntity('shop-prod', {
    'slipway.dev/cloud': 'acme',
    'slipway.dev/magnum-cluster': 'uuid-of-shop-prod',
  }),
  clusterEntity('dev-1'),
  clusterEntity('platform'),
  clusterEntity('edge-7'),
  clusterEntity('lost'),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'shop', namespace: 'default' },
    spec: { type: 'service', owner: 'storefront', lifecycle: 'production' },
  },
];

const fleet = () =>
  FakeFleet.create({
    items: [
      fakeCluster('shop-prod'),
      fakeCluster('dev-1'),
      fakeCluster('platform', { details: registeredDetails() }),
      fakeCluster('edge-7', {
        details: registeredDetails({ fleetName: undefined, lacks: ['fleet'] }),
      }),
    ],
    sources: [
      fakeSource('acme', { id: 'cloud/acme', kind: 'cloud' }),
      fakeSource('platform'),
      fakeSource('edge-7'),
    ],
  });

function renderApp(path: string) {
  renderTestApp({
    features: [catalogPlugin, clustersPlugin],
    apis: [
      [fleetApiRef, fleet()],
      [catalogApiRef, catalogApiMock({ entities })],
      mockApis.permission(),
    ],
    initialRouteEntries: [path],
  });
}

describe('the plugin', () => {
  it('has a page', async () => {
    renderApp('/clusters');
    expect(await screen.findByRole('row', { name: /shop-prod/ })).toBeVisible();
  });

  it('has a tab that finds a cluster by its annotations in its cloud', async () => {
    renderApp('/catalog/default/resource/shop-prod/cluster');
    expect(await screen.findByText(/^runs Kubernetes/)).toBeVisible();
  });

  it('finds a cluster of Magnum by its name in the fleet', async () => {
    renderApp('/catalog/default/resource/dev-1/cluster');
    expect(await screen.findByText('uuid-of-dev-1')).toBeVisible();
  });

  it.each(['platform', 'edge-7'])(
    'finds the registered cluster %s',
    async name => {
      renderApp(`/catalog/default/resource/${name}/cluster`);
      expect(await screen.findByText('answers the fleet')).toBeVisible();
    },
  );

  it('says what to do about one that nobody knows', async () => {
    renderApp('/catalog/default/resource/lost/cluster');
    expect(
      await screen.findByText('Nothing is to be seen of lost'),
    ).toBeVisible();
    expect(
      screen.getByText(
        /Its owner and the platform team see it.*register it in Argo CD/,
      ),
    ).toBeVisible();
  });

  it('has a card that leads to its page', async () => {
    renderApp('/catalog/default/resource/shop-prod');
    expect(
      await screen.findByRole('link', { name: 'All about it' }),
    ).toHaveAttribute('href', '/clusters/detail/acme/uuid-of-shop-prod');
  });

  it('leaves other entities alone', async () => {
    renderApp('/catalog/default/component/shop');
    expect(await screen.findByRole('heading', { name: 'shop' })).toBeVisible();
    expect(
      within(screen.getByRole('main')).queryByText('Cluster'),
    ).not.toBeInTheDocument();
  });
});
