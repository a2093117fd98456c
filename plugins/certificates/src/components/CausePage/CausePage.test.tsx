import {
  FakeFleet,
  fakeFinding,
} from '@slipway/backstage-plugin-fleet-react/testUtils';
import { screen } from '@testing-library/react';
import { fakeCertificate } from '../../__testUtils__/fakeCertificate';
import { renderPage } from '../../__testUtils__/renderPage';

const limited = fakeCertificate('shop-tls', {
  status: 'failing',
  finding: fakeFinding({ cause: 'certificate.acme.rate-limited' }),
});

describe('the page of a cause', () => {
  it('says what it means, what to do, and who has it', async () => {
    renderPage(
      '/certificates/causes/certificate.acme.rate-limited',
      FakeFleet.create({ items: [limited, fakeCertificate('cart-tls')] }),
    );
    expect(
      await screen.findByRole('heading', {
        name: 'Rate limit of the certificate authority',
      }),
    ).toBeVisible();
    expect(screen.getByText(/Do not retry by hand/)).toBeVisible();
    expect(screen.getByText('It may pass by itself.')).toBeVisible();
    expect(await screen.findByRole('row', { name: /shop-tls/ })).toBeVisible();
    expect(screen.getByText('1 certificate has it now')).toBeVisible();
    expect(
      screen.queryByRole('row', { name: /cart-tls/ }),
    ).not.toBeInTheDocument();
  });

  it('says so when nothing has it', async () => {
    renderPage(
      '/certificates/causes/certificate.expired',
      FakeFleet.create({ items: [limited] }),
    );
    expect(await screen.findByText('No certificate has it now')).toBeVisible();
  });

  it('does not know other causes', async () => {
    renderPage('/certificates/causes/host.broken', FakeFleet.create());
    expect(
      await screen.findByText('There is no cause host.broken'),
    ).toBeVisible();
  });
});
