import { createSandboxAuthenticator } from './createSandboxAuthenticator';

const users = [{ name: 'developer', displayName: 'Dana Developer' }];

function authenticate(hostname: string) {
  const req = { hostname, header: () => 'developer' };
  type Options = Parameters<
    ReturnType<typeof createSandboxAuthenticator>['authenticate']
  >[0];
  return createSandboxAuthenticator(users).authenticate(
    { req } as unknown as Options,
    undefined,
  );
}

describe('createSandboxAuthenticator', () => {
  it.each(['localhost', '127.0.0.1', '[::1]'])('answers %s', async hostname => {
    await expect(authenticate(hostname)).resolves.toEqual({ result: users[0] });
  });

  it('refuses names of others that resolve to this machine', async () => {
    await expect(authenticate('evil.example.org')).rejects.toThrow(
      'not as host "evil.example.org"',
    );
  });
});
