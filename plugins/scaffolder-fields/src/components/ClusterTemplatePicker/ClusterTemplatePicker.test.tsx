import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CLUSTERS, TEMPLATES } from '../../__testUtils__/choices';
import { FakeClouds } from '../../__testUtils__/FakeClouds';
import { renderField } from '../../__testUtils__/renderField';
import { ClusterTemplatePicker } from './ClusterTemplatePicker';

const findButton = () => screen.findByRole('button', { name: /Version/ });

async function optionsOf(): Promise<(string | null)[]> {
  await waitFor(async () => expect(await findButton()).toBeEnabled());
  await userEvent.click(await findButton());
  const options = await screen.findAllByRole('option');
  return options.map(option => option.textContent);
}

function fakeClouds() {
  return FakeClouds.create({
    'cluster-templates': TEMPLATES,
    clusters: CLUSTERS,
  });
}

function renderPicker(form: object, clouds = fakeClouds()) {
  return renderField(ClusterTemplatePicker, {
    field: 'clusterTemplate',
    clouds,
    form: { cloud: 'acme', ...form },
  });
}

function renderUpgrade(form: object, clouds = fakeClouds()) {
  return renderField(ClusterTemplatePicker, {
    field: 'clusterTemplate',
    clouds,
    form: { cloud: 'acme', cluster: 'c-1', ...form },
    options: { newerThanCluster: 'cluster' },
  });
}

describe('ClusterTemplatePicker', () => {
  it('proposes the newest that is not withdrawn', async () => {
    const rendered = renderPicker({});
    await waitFor(() =>
      expect(rendered.form.clusterTemplate).toBe('k8s-v1.36'),
    );
    expect(await optionsOf()).toEqual([
      expect.stringContaining('k8s-v1.37 (v1.37.2), withdrawn'),
      expect.stringContaining(
        'k8s-v1.36 (v1.36.2)ubuntu, nodes m1.medium unless said otherwise',
      ),
      expect.stringContaining('k8s-v1.35'),
      expect.stringContaining('k8s-v1.34'),
    ]);
    expect(screen.getByRole('option', { name: /withdrawn/ })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  it('warns of more control-plane nodes than the template can have', async () => {
    const rendered = renderPicker({ masterCount: 3 });
    expect(
      await screen.findByText(/3 control-plane nodes need a load balancer/),
    ).toBeInTheDocument();
    rendered.fill({ masterCount: 1 });
    expect(screen.queryByText(/need a load balancer/)).not.toBeInTheDocument();
  });

  it('offers a cluster what is newer, and says what an upgrade does', async () => {
    const rendered = renderUpgrade({});
    await waitFor(() =>
      expect(rendered.form.clusterTemplate).toBe('k8s-v1.36'),
    );
    expect(await optionsOf()).toEqual([expect.stringContaining('k8s-v1.36')]);
    await userEvent.keyboard('{Escape}');

    const changes = await screen.findByRole('region', { name: 'What changes' });
    expect(
      within(changes)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'Kubernetes v1.35.2 becomes v1.36.2',
      'Image ubuntu-v1.35.2 becomes ubuntu-v1.36.2',
      'Nodes are replaced or restarted, some at a time',
      'There is no way back to the older version',
    ]);
    expect(
      screen.getByRole('region', { name: 'What stays' }),
    ).toHaveTextContent(
      'Flavor of the nodes: m1.small; the m1.medium of the template is for new clusters',
    );
  });

  it('takes the uuid that the page of a cluster gives', async () => {
    const rendered = renderUpgrade({ clusterTemplate: 'uuid-36' });
    await waitFor(() =>
      expect(rendered.form.clusterTemplate).toBe('k8s-v1.36'),
    );
  });

  it('says when there is nothing newer', async () => {
    const clouds = fakeClouds();
    clouds.set('cluster-templates', TEMPLATES.slice(2));
    renderUpgrade({}, clouds);
    expect(
      await screen.findByText(/nothing newer than v1\.35\.2/),
    ).toBeInTheDocument();
  });

  it('offers all when nobody knows what the cluster runs', async () => {
    const clouds = fakeClouds();
    clouds.set('clusters', { status: 500, name: 'Error', message: 'no' });
    renderUpgrade({}, clouds);
    expect(await optionsOf()).toHaveLength(3);
  });
});
