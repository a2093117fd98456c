import {
  FakeFleet,
  fakeItem,
} from '@slipway/backstage-plugin-fleet-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FLAVORS, QUOTA, TEMPLATES } from '../../__testUtils__/choices';
import { FakeClouds } from '../../__testUtils__/FakeClouds';
import { renderField } from '../../__testUtils__/renderField';
import { ClusterPlan } from './ClusterPlan';

const FORM = {
  name: 'shop-prod',
  owner: 'group:default/storefront',
  cloud: 'acme',
  clusterTemplate: 'k8s-v1.36',
  masterCount: 1,
  nodeCount: 2,
  flavor: 'm1.small',
  stage: 'prod',
  zone: 'shop-prod.example.org',
  components: ['cert-manager', 'ingress-nginx'],
};

const config = {
  slipway: {
    environments: [
      {
        name: 'prod',
        clusterSelector: { matchLabels: { 'slipway.dev/stage': 'prod' } },
      },
    ],
  },
};

function renderPlan(
  options: { form?: object; clouds?: FakeClouds } = {},
): ReturnType<typeof renderField> {
  return renderField(ClusterPlan, {
    field: 'plan',
    config,
    schema: { title: 'What will be made' },
    form: { ...FORM, ...options.form },
    clouds: options.clouds ?? fakeClouds(),
    fleet: FakeFleet.create({
      items: [
        fakeItem('dev-1', {
          ref: {
            domain: 'clusters',
            cluster: 'acme',
            namespace: '',
            name: 'c-1',
          },
          details: { name: 'dev-1', cloud: 'acme', usualMinutes: 11.6 },
        }),
      ],
    }),
  });
}

function fakeClouds() {
  return FakeClouds.create({
    'cluster-templates': TEMPLATES,
    flavors: FLAVORS,
    quota: QUOTA,
  });
}

describe('ClusterPlan', () => {
  it('shows what will be made and what it takes, and keeps it for the review', async () => {
    const rendered = renderPlan();
    await waitFor(() =>
      expect(rendered.form.plan).toEqual([
        'Cluster: shop-prod in the cloud acme, from k8s-v1.36 (Kubernetes v1.36.2)',
        'Owner: storefront',
        'Control plane: 1 × m1.medium',
        'Nodes: 2 × m1.small',
        'Its API: at a floating IP',
        'Stage: prod, for the environment prod',
        'DNS zone: shop-prod.example.org',
        'Components: cert-manager, ingress-nginx',
        'Afterwards: registered with Argo CD, the fleet and the catalog',
        'Takes: about 12 minutes, by the last ones in acme',
        'Clusters: 1 now, 2 afterwards of 20',
        'Servers: 2 now, 5 afterwards of 10',
        'vCPUs: 3 now, 7 afterwards of 6, more than the quota has room for',
        'RAM (GB): 6 now, 14 afterwards of 50',
        'Volumes: 0 now, 3 afterwards',
        'Quotas not told: Volumes (GB) (no Cinder here)',
      ]),
    );
    const plan = screen.getByRole('table', { name: 'What will be made' });
    expect(
      within(plan).getByRole('row', { name: 'Owner storefront' }),
    ).toBeVisible();
    const quota = screen.getByRole('table', { name: 'Quota of the project' });
    expect(
      within(quota).getByRole('row', { name: 'vCPUs 3 7: too many 6' }),
    ).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The quota has no room: vCPUs 7 of 6',
    );
  });

  it('follows the form', async () => {
    const rendered = renderPlan();
    rendered.fill({ nodeCount: 1 });
    await waitFor(() =>
      expect(rendered.form.plan).toContain('vCPUs: 3 now, 6 afterwards of 6'),
    );
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says what it waits for', async () => {
    const rendered = renderPlan({ form: { owner: undefined } });
    expect(
      await screen.findByText(/when name, owner, cloud and version are chosen/),
    ).toBeVisible();
    expect(rendered.form.plan).toEqual([]);
  });

  it('does not say what it does not know, and asks for it again', async () => {
    const clouds = fakeClouds();
    const failure = { status: 503, name: 'Error', message: 'no answer' };
    clouds.set('cluster-templates', failure);
    clouds.set('flavors', failure);
    const rendered = renderPlan({ clouds, form: { flavor: undefined } });
    expect(await screen.findByRole('alert')).toHaveTextContent('no answer');
    await waitFor(() =>
      expect(rendered.form.plan).toEqual(
        expect.arrayContaining([
          'Cluster: shop-prod in the cloud acme, from k8s-v1.36',
          'Nodes: 2 × the flavor of the template',
          'Servers: 2 now, 5 afterwards of 10',
          'vCPUs: 3 now, nobody knows how many afterwards of 6',
        ]),
      ),
    );
    expect(
      screen.getByRole('row', { name: 'vCPUs 3 not known 6' }),
    ).toBeVisible();

    clouds.set('cluster-templates', TEMPLATES);
    clouds.set('flavors', FLAVORS);
    await userEvent.click(
      screen.getByRole('button', { name: 'Try again: Plan' }),
    );
    await waitFor(() =>
      expect(rendered.form.plan).toContain(
        'vCPUs: 3 now, 9 afterwards of 6, more than the quota has room for',
      ),
    );
  });
});
