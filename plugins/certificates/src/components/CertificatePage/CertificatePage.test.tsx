import { ItemDetail } from '@slipway/backstage-plugin-fleet-common';
import {
  FakeFleet,
  fakeFinding,
  fakeSource,
} from '@slipway/backstage-plugin-fleet-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  fakeCertificate,
  fakeDetails,
  inDays,
} from '../../__testUtils__/fakeCertificate';
import { renderPage } from '../../__testUtils__/renderPage';

const challenge = {
  scope: 'dev-1',
  kind: 'Challenge',
  namespace: 'shop-dev',
  name: 'shop-tls-1-77',
};
const certificate = { ...challenge, kind: 'Certificate', name: 'shop-tls' };
const shop = fakeCertificate('shop-tls', {
  status: 'at-risk',
  service: 'shop',
  environment: 'dev',
  finding: fakeFinding({
    cause: 'certificate.acme.validation-failed',
    status: 'at-risk',
    title: 'Validation failed',
    advice: 'Open port 80 to the internet.',
    says: 'Timeout during connect',
    evidence: challenge,
    until: inDays(20),
  }),
  details: fakeDetails({
    attemptsLeft: 20,
    attemptsTotal: 27,
    failedAttempts: 3,
    nextAttemptAt: inDays(0.25),
  }),
});
const detail: Partial<ItemDetail> = {
  chain: [
    {
      object: certificate,
      title: 'Certificate',
      state: 'done',
      at: inDays(-30),
    },
    {
      object: challenge,
      title: 'Challenge http-01',
      state: 'failed',
      says: 'Timeout during connect',
      at: inDays(-1),
    },
  ],
  remedies: [
    {
      kind: 'operation',
      operation: 'renew',
      title: 'Renew now',
      effect: 'A new certificate is asked for.',
      refused: 'it would fail again and cost 1 of 5 attempts an hour.',
    },
  ],
  events: [
    {
      about: challenge,
      type: 'Warning',
      reason: 'Failed',
      message: 'Accepting challenge authorization failed',
      count: 3,
      lastSeen: inDays(-1),
    },
  ],
  changes: [{ at: inDays(-2), title: 'platform 3c2e1 "rotate keys"' }],
  timeline: [
    {
      at: inDays(-1),
      status: 'at-risk',
      cause: 'certificate.acme.validation-failed',
    },
    { at: inDays(-30), status: 'healthy' },
  ],
};
const PATH = '/certificates/dev-1/shop-dev/shop-tls';

const createFleet = (parts: Partial<ItemDetail> = {}) =>
  FakeFleet.create({
    items: [shop],
    sources: [fakeSource('dev-1')],
    details: { [shop.id]: { ...detail, ...parts } },
  });

describe('the page of a certificate', () => {
  it('answers first, then says why, what to do and what is off', async () => {
    renderPage(PATH, createFleet());
    const heading = await screen.findByRole('heading', {
      name: 'shop.example.org, www.shop.example.org',
    });
    expect(heading).toBeVisible();
    expect(
      screen.getByText(/stops working/, { selector: 'span span' }),
    ).toBeVisible();
    expect(screen.getByText(/20 attempts left/)).toBeVisible();
    expect(screen.getByText('20 of 27')).toBeVisible();
    expect(
      screen.getByText('Timeout during connect', { selector: 'blockquote' }),
    ).toBeVisible();
    expect(screen.getByText(/Open port 80 to the internet/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Renew now' })).toBeDisabled();
    expect(
      screen.getByText(/Off: it would fail again and cost 1 of 5/),
    ).toBeVisible();
    expect(
      screen.getByText(/^after platform 3c2e1 "rotate keys"/),
    ).toBeVisible();
  });

  it('shows the way to the cause as steps', async () => {
    renderPage(PATH, createFleet());
    const section = await screen.findByRole('region', {
      name: 'How it is issued',
    });
    const [first, last] = within(section).getAllByRole('listitem');
    expect(first).toHaveTextContent('Certificate');
    expect(first).toHaveTextContent('done');
    expect(last).toHaveTextContent('failed');
    expect(last).toHaveTextContent('Timeout during connect');
  });

  it('shows its life, events, history and what it serves', async () => {
    renderPage(PATH, createFleet());
    expect(
      await screen.findByRole('img', { name: /33 % of its life is over/ }),
    ).toBeVisible();
    const events = screen.getByRole('region', { name: 'Events' });
    expect(events).toHaveTextContent('Failed');
    expect(events).toHaveTextContent('3 times');
    expect(
      screen.getByRole('region', { name: 'How it was' }),
    ).toHaveTextContent('Validation failed');
    expect(
      screen.getByRole('link', { name: /^shop.example.org/ }),
    ).toHaveAttribute('href', 'https://shop.example.org');
    expect(screen.getByRole('region', { name: 'Facts' })).toHaveTextContent(
      'shop.example.org (shop dev)',
    );
    expect(
      screen.getByText('Nothing else is broken by the same root.'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'About this cause' }),
    ).toHaveAttribute(
      'href',
      '/certificates/causes/certificate.acme.validation-failed',
    );
  });

  it('heals under the eyes of the reader', async () => {
    const fleet = createFleet();
    renderPage(PATH, fleet);
    await screen.findByText(/20 attempts left/);
    await waitFor(() => expect(fleet.streams).toHaveLength(1));
    fleet.setDetail(shop.id, { remedies: [] });
    fleet.put(fakeCertificate('shop-tls'));
    expect(await screen.findByText(/renews itself/)).toBeVisible();
    expect(screen.queryByText('What to do')).not.toBeInTheDocument();
  });

  it('renews a healthy one when asked to, after saying what it costs', async () => {
    const fleet = FakeFleet.create({
      items: [fakeCertificate('shop-tls')],
      sources: [fakeSource('dev-1')],
      details: {
        [shop.id]: {
          remedies: [
            {
              kind: 'operation',
              operation: 'renew',
              title: 'Renew now',
              effect: 'A new certificate is asked for.',
            },
          ],
        },
      },
    });
    fleet.setAnswers(
      {
        outcome: 'allowed',
        effect: 'A new certificate is asked for.',
        cost: '1 of 5 a week for these names.',
      },
      { outcome: 'done', message: 'cert-manager issues it now.' },
    );
    renderPage(PATH, fleet);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Renew now' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText('1 of 5 a week for these names.'),
    ).toBeVisible();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Renew now' }),
    );
    await waitFor(() =>
      expect(fleet.requests).toContainEqual({
        method: 'runOperation',
        request: { item: shop.id, operation: 'renew' },
      }),
    );
  });

  it('keeps showing what was deleted, and says so', async () => {
    const fleet = createFleet();
    renderPage(PATH, fleet);
    await screen.findByText(/20 attempts left/);
    await waitFor(() => expect(fleet.streams).toHaveLength(1));
    fleet.remove(shop.id);
    expect(
      await screen.findByText('shop-tls is not there any more', undefined, {
        timeout: 5_000,
      }),
    ).toBeVisible();
    expect(screen.getByText(/20 attempts left/)).toBeVisible();
  });

  it('says the same of what is not there and of what may not be seen', async () => {
    renderPage('/certificates/dev-1/shop-dev/none', createFleet());
    expect(
      await screen.findByText('There is no certificate none here'),
    ).toBeVisible();
  });

  it('offers to ask again when the fleet does not answer', async () => {
    const fleet = createFleet();
    fleet.fail(new Error('fleet is away'));
    renderPage(PATH, fleet);
    expect(await screen.findByText('fleet is away')).toBeVisible();
    fleet.fail();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/20 attempts left/)).toBeVisible();
  });

  it('names what else is broken by the same', async () => {
    renderPage(
      PATH,
      createFleet({
        incident: {
          id: 'incident-1',
          root: 'dev-1/Issuer/shop-dev/letsencrypt',
          status: 'at-risk',
          cause: 'certificate.acme.validation-failed',
          title: 'Validation failed',
          advice: '',
          says: '',
          evidence: challenge,
          openedAt: inDays(-1),
          memberCount: 2,
          visible: [
            { id: shop.id, name: 'shop-tls', status: 'at-risk', impact: [] },
            {
              id: 'certificates/dev-1/shop-dev/cart-tls',
              name: 'cart-tls',
              status: 'failing',
              impact: [],
            },
          ],
          hidden: 0,
          impact: [],
          impactTotal: 3,
          domains: ['certificates'],
          clusters: ['dev-1'],
          owners: [],
          services: [],
        },
      }),
    );
    expect(
      await screen.findByText(/2 certificates, 3 names in all/),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'cart-tls' })).toBeVisible();
    expect(
      screen.queryByRole('link', { name: 'shop-tls' }),
    ).not.toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Issuer letsencrypt in dev-1' }),
    ).toHaveAttribute(
      'href',
      '/certificates?root=dev-1%2FIssuer%2Fshop-dev%2Fletsencrypt',
    );
  });
});
