import {
  FakeFleet,
  fakeItem,
} from '@slipway/backstage-plugin-fleet-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderField } from '../../__testUtils__/renderField';
import { ZoneField } from './ZoneField';

function fakeFleet() {
  return FakeFleet.create({
    items: [
      fakeItem('dev-1', {
        ref: {
          domain: 'clusters',
          cluster: 'dev-1',
          namespace: '',
          name: 'dev-1',
        },
        details: { name: 'dev-1', zone: 'dev-1.example.org' },
      }),
    ],
  });
}

const findInput = () => screen.findByRole('textbox', { name: /DNS zone/ });

describe('ZoneField', () => {
  it('proposes the name below what zones have in common', async () => {
    const rendered = renderField(ZoneField, {
      field: 'zone',
      fleet: fakeFleet(),
      form: { name: 'shop-prod' },
    });
    await waitFor(() =>
      expect(rendered.form.zone).toBe('shop-prod.example.org'),
    );
  });

  it('takes what the template says instead', async () => {
    const rendered = renderField(ZoneField, {
      field: 'zone',
      fleet: fakeFleet(),
      form: { name: 'shop-prod' },
      options: { suffix: 'k8s.example.com' },
    });
    await waitFor(() =>
      expect(rendered.form.zone).toBe('shop-prod.k8s.example.com'),
    );
  });

  it('stays empty when it is emptied, and offers its proposal', async () => {
    const rendered = renderField(ZoneField, {
      field: 'zone',
      fleet: fakeFleet(),
      form: { name: 'shop-prod', zone: 'x' },
    });
    await userEvent.clear(await findInput());
    expect(rendered.form.zone).toBe('');
    expect(screen.getByText(/Without a zone/)).toBeInTheDocument();

    await userEvent.click(
      await screen.findByRole('button', { name: 'Use shop-prod.example.org' }),
    );
    expect(rendered.form.zone).toBe('shop-prod.example.org');
  });

  it('says who serves the zone already', async () => {
    renderField(ZoneField, {
      field: 'zone',
      fleet: fakeFleet(),
      form: { zone: 'dev-1.example.org' },
    });
    expect(
      await screen.findByText(/The cluster dev-1 serves dev-1\.example\.org/),
    ).toBeInTheDocument();
  });

  it('says while one types what is wrong', async () => {
    renderField(ZoneField, { field: 'zone' });
    await userEvent.type(await findInput(), 'a_b.example.org');
    expect(screen.getByText(/"a_b" cannot be part of it/)).toBeInTheDocument();
    expect(await findInput()).toBeInvalid();
  });
});
