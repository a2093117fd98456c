import { mockServices } from '@backstage/backend-test-utils';
import { JsonValue } from '@backstage/types';
import { readSandboxConfig } from './readSandboxConfig';

const users = [{ name: 'developer', displayName: 'Dana Developer' }];

function read(options: {
  baseUrl?: string;
  listen?: JsonValue;
  users?: typeof users;
}) {
  return readSandboxConfig(
    mockServices.rootConfig({
      data: {
        backend: {
          baseUrl: options.baseUrl ?? 'http://localhost:7007',
          listen: options.listen ?? { host: '127.0.0.1', port: 7007 },
        },
        auth: { providers: { sandbox: { users: options.users ?? users } } },
      },
    }),
  );
}

describe('readSandboxConfig', () => {
  it.each([
    [{}],
    [{ listen: '127.0.0.1:7007' }],
    [{ listen: '[::1]:7007' }],
    [{ listen: { host: 'localhost' }, baseUrl: 'http://127.0.0.1:7007' }],
  ])('reads people on the loopback interface: %j', options => {
    expect(read(options)).toEqual({ users });
  });

  it.each([
    [{ listen: { port: 7007 } }, 'backend.listen is all interfaces'],
    [{ listen: ':7007' }, 'backend.listen is all interfaces'],
    [{ listen: 7007 }, 'backend.listen is all interfaces'],
    [{ listen: '0.0.0.0:7007' }, 'backend.listen is "0.0.0.0"'],
    [{ listen: { host: '10.0.0.1' } }, 'backend.listen is "10.0.0.1"'],
    [
      { baseUrl: 'https://portal.example.org' },
      'backend.baseUrl is "portal.example.org"',
    ],
    [{ baseUrl: 'http://localhost.example.org' }, 'backend.baseUrl is'],
    [{ users: [] }, 'nobody could sign in'],
  ])('fails at start: %j', (options, message) => {
    expect(() => read(options)).toThrow(message);
  });

  it('is nothing without the key', () => {
    expect(
      readSandboxConfig(mockServices.rootConfig({ data: {} })),
    ).toBeUndefined();
  });
});
