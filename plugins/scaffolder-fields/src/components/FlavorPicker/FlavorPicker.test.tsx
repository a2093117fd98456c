import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FLAVORS, TEMPLATES } from '../../__testUtils__/choices';
import { FakeClouds } from '../../__testUtils__/FakeClouds';
import { renderField } from '../../__testUtils__/renderField';
import { FlavorPicker } from './FlavorPicker';

function fakeClouds() {
  return FakeClouds.create({
    'flavors@acme': FLAVORS,
    'flavors@other': [FLAVORS[0]],
    'cluster-templates': TEMPLATES,
  });
}

const findButton = () => screen.findByRole('button', { name: /Flavor/ });

describe('FlavorPicker', () => {
  it('waits for a cloud', async () => {
    const clouds = fakeClouds();
    const rendered = renderField(FlavorPicker, { field: 'flavor', clouds });
    expect(await findButton()).toHaveTextContent('Choose a cloud first');
    expect(clouds.requests).toEqual([]);

    rendered.fill({ cloud: 'acme' });
    await waitFor(async () => expect(await findButton()).toBeEnabled());
    expect(clouds.requests).toMatchObject([
      { resource: 'flavors', context: { cloud: 'acme' } },
    ]);
  });

  it('shows what each has, and takes none for that of the template', async () => {
    const rendered = renderField(FlavorPicker, {
      field: 'flavor',
      clouds: fakeClouds(),
      form: { cloud: 'acme', clusterTemplate: 'k8s-v1.36' },
    });
    await waitFor(async () =>
      expect(await findButton()).toHaveTextContent(
        'That of the template (m1.medium)',
      ),
    );
    await userEvent.click(await findButton());
    const option = await screen.findByRole('option', { name: /m1\.small/ });
    expect(option).toHaveTextContent('1 vCPU, 2 GB RAM, 20 GB disk');
    await userEvent.click(option);
    expect(rendered.form.flavor).toBe('m1.small');

    await userEvent.click(await findButton());
    await userEvent.click(
      await screen.findByRole('option', { name: /That of the template/ }),
    );
    expect(rendered.form.flavor).toBeUndefined();
  });

  it('keeps the value in another cloud if that has it', async () => {
    const rendered = renderField(FlavorPicker, {
      field: 'flavor',
      clouds: fakeClouds(),
      form: { cloud: 'acme', flavor: 'm1.small' },
    });
    await waitFor(async () => expect(await findButton()).toBeEnabled());
    rendered.fill({ cloud: 'other' });
    await waitFor(async () => expect(await findButton()).toBeEnabled());
    expect(rendered.form.flavor).toBe('m1.small');
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('drops it otherwise, and says so', async () => {
    const rendered = renderField(FlavorPicker, {
      field: 'flavor',
      clouds: fakeClouds(),
      form: { cloud: 'acme', flavor: 'm1.medium' },
    });
    await waitFor(async () => expect(await findButton()).toBeEnabled());
    rendered.fill({ cloud: 'other' });
    expect(
      await screen.findByText(/"m1\.medium" is not to be had here/),
    ).toBeInTheDocument();
    expect(rendered.form.flavor).toBeUndefined();
  });

  it('names by its name what a link gives by its id', async () => {
    const rendered = renderField(FlavorPicker, {
      field: 'flavor',
      clouds: fakeClouds(),
      form: { cloud: 'acme', flavor: 'id-of-m1.medium' },
    });
    await waitFor(() => expect(rendered.form.flavor).toBe('m1.medium'));
  });

  it('can be typed while the cloud does not answer', async () => {
    const clouds = fakeClouds();
    clouds.set('flavors@acme', {
      status: 503,
      name: 'ServiceUnavailableError',
      message: 'Nova says: 502 Bad Gateway',
    });
    const rendered = renderField(FlavorPicker, {
      field: 'flavor',
      clouds,
      form: { cloud: 'acme' },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Nova says: 502 Bad Gateway. Try again, or type what you know.',
    );
    const input = screen.getByRole('textbox', { name: 'Flavor' });
    await userEvent.type(input, 'm1.small');
    expect(rendered.form.flavor).toBe('m1.small');

    clouds.set('flavors@acme', FLAVORS);
    await userEvent.click(
      screen.getByRole('button', { name: 'Try again: Flavor' }),
    );
    expect(await findButton()).toHaveTextContent('m1.small');
    expect(rendered.form.flavor).toBe('m1.small');
  });

  it('shows the answer of the last cloud only', async () => {
    const clouds = fakeClouds();
    clouds.block();
    const rendered = renderField(FlavorPicker, {
      field: 'flavor',
      clouds,
      form: { cloud: 'acme' },
    });
    await waitFor(() => expect(clouds.requests).toHaveLength(1));
    rendered.fill({ cloud: 'other' });
    await waitFor(() => expect(clouds.requests).toHaveLength(2));
    clouds.release();
    await waitFor(async () => expect(await findButton()).toBeEnabled());
    await userEvent.click(await findButton());
    await screen.findByRole('option', { name: /m1\.small/ });
    expect(
      screen.queryByRole('option', { name: /m1\.medium/ }),
    ).not.toBeInTheDocument();
  });
});
