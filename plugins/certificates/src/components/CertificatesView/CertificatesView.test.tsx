import {
  FakeFleet,
  fakeFinding,
  fakeSource,
} from '@slipway/backstage-plugin-fleet-react/testUtils';
import { ServedIncident } from '@slipway/backstage-plugin-fleet-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  fakeCertificate,
  fakeDetails,
  inDays,
} from '../../__testUtils__/fakeCertificate';
import { renderPage } from '../../__testUtils__/renderPage';
import { setWidth } from '../../__testUtils__/setWidth';

const finding = fakeFinding({
  cause: 'certificate.issuer.acme-account',
  status: 'at-risk',
  title: 'ACME account is not accepted',
  says: 'account deactivated',
  until: inDays(20),
});
const shop = fakeCertificate('shop-tls', { status: 'at-risk', finding });
const cart = fakeCertificate('cart-tls', {
  owner: 'group:default/payments',
  ref: {
    domain: 'certificates',
    cluster: 'prod-1',
    namespace: 'cart-prod',
    name: 'cart-tls',
  },
});
const incident: ServedIncident = {
  id: 'incident-1',
  root: finding.root,
  status: 'at-risk',
  cause: finding.cause,
  title: 'ACME account is not accepted',
  advice: finding.advice,
  says: finding.says,
  evidence: finding.evidence,
  openedAt: inDays(-1),
  memberCount: 7,
  visible: [
    { id: shop.id, name: 'shop-tls', status: 'at-risk', impact: shop.impact },
  ],
  hidden: 6,
  impact: shop.impact,
  impactTotal: 11,
  domains: ['certificates'],
  clusters: ['dev-1'],
  owners: [],
  services: ['shop'],
};

const createFleet = () =>
  FakeFleet.create({
    items: [shop, cart],
    incidents: [incident],
    sources: [fakeSource('dev-1'), fakeSource('prod-1')],
  });

describe('the list of certificates', () => {
  beforeEach(() => setWidth(1280));

  it('answers in its first line, and shows the worst first', async () => {
    renderPage('/certificates', createFleet());
    expect(
      await screen.findByText('1 at risk, of 2 certificates'),
    ).toBeVisible();
    const [, first, second] = screen.getAllByRole('row');
    expect(first).toHaveTextContent('shop-tls');
    expect(first).toHaveTextContent('ACME account is not accepted');
    expect(first).toHaveTextContent('and 1 more');
    expect(first).toHaveAttribute(
      'data-href',
      '/certificates/dev-1/shop-dev/shop-tls',
    );
    expect(second).toHaveTextContent('payments');
    expect(
      within(second).getByRole('img', { name: /33 % of its life is over/ }),
    ).toBeVisible();
  });

  it('keeps to what matters where there is little room', async () => {
    setWidth(400);
    renderPage('/certificates', createFleet());
    await screen.findByRole('row', { name: /shop-tls/ });
    expect(
      screen.getAllByRole('columnheader').map(cell => cell.textContent),
    ).toEqual(['Name', 'Status', 'Expires']);
  });

  it('follows what happens', async () => {
    const fleet = createFleet();
    renderPage('/certificates', fleet);
    await screen.findByRole('row', { name: /cart-tls/ });
    await waitFor(() => expect(fleet.streams).toHaveLength(1));
    fleet.put({
      ...cart,
      status: 'failing',
      finding: fakeFinding({ title: 'Issuer does not exist' }),
    });
    expect(await screen.findByText('Issuer does not exist')).toBeVisible();
  });

  it('shows what its link asks for', async () => {
    renderPage('/certificates?cluster=prod-1', createFleet());
    expect(await screen.findByRole('row', { name: /cart-tls/ })).toBeVisible();
    expect(
      screen.queryByRole('row', { name: /shop-tls/ }),
    ).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByRole('row', { name: /shop-tls/ })).toBeVisible();
  });

  it('groups by incident, with its impact, and unfolds it', async () => {
    renderPage('/certificates', createFleet());
    await userEvent.click(
      await screen.findByRole('switch', { name: 'Group by incident' }),
    );
    const line = await screen.findByRole('article');
    expect(line).toHaveTextContent('account deactivated');
    await userEvent.click(
      within(line).getByText('7 certificates, 11 names, 1 service'),
    );
    expect(
      within(line).getByRole('link', { name: 'shop-tls' }),
    ).toHaveAttribute('href', '/certificates/dev-1/shop-dev/shop-tls');
    expect(line).toHaveTextContent('and 6 that you may not see');
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
  });

  it('filters by issuer, on the server', async () => {
    const fleet = createFleet();
    fleet.put(
      fakeCertificate('own-tls', {
        details: fakeDetails({ issuerName: 'own' }),
      }),
    );
    renderPage('/certificates', fleet);
    await screen.findByRole('row', { name: /own-tls/ });
    await userEvent.click(screen.getByRole('button', { name: /Issuer/ }));
    await userEvent.click(screen.getByRole('option', { name: 'own' }));
    await waitFor(() =>
      expect(
        screen.queryByRole('row', { name: /shop-tls/ }),
      ).not.toBeInTheDocument(),
    );
    expect(fleet.requests).toContainEqual({
      method: 'listItems',
      request: expect.objectContaining({
        filter: { domain: 'certificates', details: ['issuerName=own'] },
      }),
    });
  });

  it('groups what the filters leave', async () => {
    const fleet = createFleet();
    renderPage('/certificates?group=incident&cluster=prod-1', fleet);
    expect(await screen.findByText('No incident matches')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByRole('article')).toBeVisible();
  });

  it('says so where nothing is wrong, and where nothing is', async () => {
    renderPage(
      '/certificates?group=incident',
      FakeFleet.create({ items: [cart] }),
    );
    expect(
      await screen.findByText('The only certificate is healthy'),
    ).toBeVisible();
    expect(await screen.findByText('Nothing is wrong')).toBeVisible();
    await userEvent.click(
      screen.getByRole('switch', { name: 'Group by incident' }),
    );
    expect(await screen.findByRole('row', { name: /cart-tls/ })).toBeVisible();
  });

  it('shows no date for what was never issued', async () => {
    const details = fakeDetails({
      notBefore: undefined,
      notAfter: undefined,
      renewalTime: undefined,
    });
    renderPage(
      '/certificates',
      FakeFleet.create({
        items: [fakeCertificate('new-tls', { status: 'progressing', details })],
      }),
    );
    const row = await screen.findByRole('row', { name: /new-tls/ });
    expect(row).toHaveTextContent('not issued yet');
    expect(within(row).queryByRole('img')).not.toBeInTheDocument();
  });
});
