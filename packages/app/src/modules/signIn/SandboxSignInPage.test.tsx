import type { IdentityApi } from '@backstage/frontend-plugin-api';
import { discoveryApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SandboxSignInPage } from './SandboxSignInPage';

const users = [
  {
    name: 'developer',
    displayName: 'Dana Developer',
    role: 'Builds services',
    team: 'Storefront',
  },
  {
    name: 'platform-engineer',
    displayName: 'Pat Platform',
    role: 'Runs the platform',
    team: 'Platform team',
  },
];

const session = {
  profile: { displayName: 'Dana Developer' },
  backstageIdentity: {
    token: `h.${window.btoa(JSON.stringify({ exp: 4102444800 }))}.s`,
    identity: {
      type: 'user',
      userEntityRef: 'user:default/developer',
      ownershipEntityRefs: ['user:default/developer'],
    },
  },
};

function answer(status: number, body: object) {
  return jest.spyOn(global, 'fetch').mockImplementation(
    async () =>
      new Response(JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json' },
      }),
  );
}

function renderPage() {
  const onSignInSuccess = jest.fn<void, [IdentityApi]>();
  renderInTestApp(
    <SandboxSignInPage users={users} onSignInSuccess={onSignInSuccess} />,
    {
      apis: [
        [
          discoveryApiRef,
          mockApis.discovery({ baseUrl: 'http://localhost:7007' }),
        ],
      ],
    },
  );
  return onSignInSuccess;
}

describe('SandboxSignInPage', () => {
  afterEach(() => {
    jest.restoreAllMocks();
    window.localStorage.clear();
  });

  it('shows people with role and team, and signs in the chosen one', async () => {
    const fetched = answer(200, session);
    const onSignInSuccess = renderPage();

    expect(
      await screen.findByText('Runs the platform · Platform team'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Sign in as Dana Developer' }),
    );

    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalled());
    const [url, init] = fetched.mock.calls[0];
    expect(url).toBe('http://localhost:7007/api/auth/sandbox/refresh');
    expect(new Headers(init?.headers).get('x-slipway-sandbox-user')).toBe(
      'developer',
    );
  });

  it('signs in again after a reload, until one signs out', async () => {
    answer(200, session);
    window.localStorage.setItem('slipway.sandbox.user', 'developer');
    const onSignInSuccess = renderPage();

    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalled());
    const identity = onSignInSuccess.mock.calls[0][0];
    await expect(identity.getBackstageIdentity()).resolves.toMatchObject({
      userEntityRef: 'user:default/developer',
    });
    await identity.signOut();
    expect(window.localStorage.getItem('slipway.sandbox.user')).toBeNull();
  });

  it('asks again when the person of the last time is gone', async () => {
    window.localStorage.setItem('slipway.sandbox.user', 'somebody-else');
    renderPage();
    expect(
      await screen.findByText('Who do you want to be?'),
    ).toBeInTheDocument();
  });

  it('says what is wrong and leads back', async () => {
    answer(404, {
      error: { name: 'NotFoundError', message: 'User not found' },
      response: { statusCode: 404 },
    });
    window.localStorage.setItem('slipway.sandbox.user', 'developer');
    renderPage();

    expect(
      await screen.findByText('Cannot sign in as Dana Developer'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/catalog does not know this person yet/),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Choose somebody else' }),
    );
    expect(
      await screen.findByText('Who do you want to be?'),
    ).toBeInTheDocument();
  });
});
