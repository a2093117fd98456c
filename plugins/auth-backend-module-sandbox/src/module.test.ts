import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import { authModuleSandbox } from './module';

const entities = ['developer', 'payments-developer'].map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { memberOf: ['storefront'] },
  relations: [{ type: 'memberOf', targetRef: 'group:default/storefront' }],
}));

const sandbox = {
  users: [
    { name: 'developer', displayName: 'Dana Developer' },
    { name: 'stranger', displayName: 'Not in the catalog' },
  ],
};

async function start(options: { backend?: JsonObject; sandbox?: JsonObject }) {
  const backend = await startTestBackend({
    features: [
      authPlugin,
      authModuleSandbox,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: {
            baseUrl: 'http://localhost:7007',
            listen: { host: '127.0.0.1', port: 0 },
            ...options.backend,
          },
          auth: { providers: { sandbox: options.sandbox } },
        },
      }),
    ],
  });
  const refresh = (headers: Record<string, string>) =>
    fetch(
      `http://127.0.0.1:${backend.server.port()}/api/auth/sandbox/refresh`,
      { headers },
    );
  return { refresh, stop: () => backend.stop() };
}

describe('authModuleSandbox', () => {
  it('signs in the chosen person with the groups of the catalog', async () => {
    const { refresh, stop } = await start({ sandbox });
    const response = await refresh({ 'x-slipway-sandbox-user': 'developer' });

    expect(response.status).toBe(200);
    await expect(response.json()).resolves.toMatchObject({
      profile: { displayName: 'Dana Developer' },
      backstageIdentity: {
        identity: {
          userEntityRef: 'user:default/developer',
        },
      },
    });
    await stop();
  });

  it.each([
    ['nobody is chosen', {}, 401, 'x-slipway-sandbox-user is missing'],
    [
      'the person is in the catalog but not in configuration',
      { 'x-slipway-sandbox-user': 'payments-developer' },
      401,
      '"payments-developer" is not a user of the sandbox',
    ],
    [
      'the person is in configuration but not in the catalog',
      { 'x-slipway-sandbox-user': 'stranger' },
      404,
      'User not found',
    ],
  ])('refuses when %s', async (_, headers, status, message) => {
    const { refresh, stop } = await start({ sandbox });
    const response = await refresh(headers as Record<string, string>);
    expect(response.status).toBe(status);
    await expect(response.text()).resolves.toContain(
      JSON.stringify(message).slice(1, -1),
    );
    await stop();
  });

  it('does nothing without its key', async () => {
    const { refresh, stop } = await start({});
    const response = await refresh({ 'x-slipway-sandbox-user': 'developer' });
    expect(response.status).toBe(404);
    await stop();
  });

  it('does not start where others could reach it', async () => {
    await expect(
      start({ sandbox, backend: { listen: { port: 0 } } }),
    ).rejects.toThrow('works on this machine only');
  });
});
