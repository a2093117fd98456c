import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeClouds } from '../../__testUtils__/FakeClouds';
import { renderField } from '../../__testUtils__/renderField';
import { CloudPicker } from './CloudPicker';

const ACME = { id: 'acme', title: 'acme (RegionOne)' };
const OTHER = { id: 'other', title: 'other' };

describe('CloudPicker', () => {
  it('chooses the only cloud by itself, asking in the name of the reader', async () => {
    const clouds = FakeClouds.create({ clouds: [ACME] });
    const rendered = renderField(CloudPicker, { field: 'cloud', clouds });
    await waitFor(() => expect(rendered.form.cloud).toBe('acme'));
    expect(clouds.requests[0]).toEqual({
      provider: 'magnum',
      resource: 'clouds',
      token: 'hers',
      context: {},
    });
  });

  it('leaves the choice among several', async () => {
    const clouds = FakeClouds.create({ clouds: [ACME, OTHER] });
    const rendered = renderField(CloudPicker, { field: 'cloud', clouds });
    await userEvent.click(await screen.findByRole('button', { name: /Cloud/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'other' }));
    expect(rendered.form.cloud).toBe('other');
  });

  it('says that it waits', async () => {
    const clouds = FakeClouds.create({ clouds: [ACME] });
    clouds.block();
    renderField(CloudPicker, { field: 'cloud', clouds });
    const button = await screen.findByRole('button', { name: /Cloud/ });
    expect(button).toBeDisabled();
    expect(button).toHaveTextContent('Asking the cloud');
    clouds.release();
    await waitFor(() => expect(button).toBeEnabled());
  });

  it('says that there is none', async () => {
    renderField(CloudPicker, { field: 'cloud' });
    expect(
      await screen.findByText(/No cloud is configured/),
    ).toBeInTheDocument();
  });

  it('says what is missing to those who may not order, and asks again', async () => {
    const clouds = FakeClouds.create();
    clouds.set('clouds', {
      status: 403,
      name: 'NotAllowedError',
      message: 'The permission clusters.create is missing',
    });
    const rendered = renderField(CloudPicker, { field: 'cloud', clouds });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not order clustersThe permission clusters.create is missing',
    );
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();

    clouds.set('clouds', [ACME]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Try again: Cloud' }),
    );
    await waitFor(() => expect(rendered.form.cloud).toBe('acme'));
  });
});
