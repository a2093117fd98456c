import { KubernetesObject } from '../../client';
import { repositoryCredentials } from './repositoryCredentials';

function secret(
  type: string,
  values: Record<string, string>,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: `${type}-${values.username}`,
      labels: { 'argocd.argoproj.io/secret-type': type },
    },
    data: Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        Buffer.from(value).toString('base64'),
      ]),
    ),
  };
}

const login = (username: string) => ({ username, password: 'p' });

const SECRETS = [
  secret('cluster', { url: 'http://git/acme/shop', ...login('wrong') }),
  secret('repo-creds', { url: 'http://git/', ...login('all') }),
  secret('repo-creds', { url: 'http://git/acme/', ...login('acme') }),
  secret('repository', { url: 'http://git/acme/shop.git', ...login('shop') }),
  secret('repository', { url: 'http://git/acme/bare', username: 'x' }),
];

describe('repositoryCredentials', () => {
  it.each([
    ['http://git/acme/shop', 'shop'],
    ['http://git/acme/cart.git', 'acme'],
    ['http://git/acme/bare', 'acme'],
    ['http://git/other/x', 'all'],
    ['http://elsewhere/x', undefined],
  ])('%s: %s', (url, expected) => {
    expect(repositoryCredentials(SECRETS, url)?.username).toBe(expected);
  });
});
