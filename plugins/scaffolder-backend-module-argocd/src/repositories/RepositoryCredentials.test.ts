import { ConfigReader } from '@backstage/config';
import { RepositoryCredentials } from './RepositoryCredentials';

describe('RepositoryCredentials', () => {
  const login = { username: 'argocd', password: 'secret' };

  function openWith(urlPrefix: string, url: string) {
    return RepositoryCredentials.fromConfig(
      new ConfigReader({
        argocd: { repositoryCredentials: [{ urlPrefix, ...login }] },
        integrations: {
          github: [{ host: 'git.example.org', token: 'token' }],
        },
      }),
    ).for(url);
  }

  it.each([
    ['https://git.example.org', 'https://git.example.org/acme/shop'],
    ['https://git.example.org/', 'https://git.example.org/acme/shop'],
    ['https://git.example.org/acme', 'https://git.example.org/acme/shop'],
    ['https://git.example.org/acme/shop', 'https://git.example.org/acme/shop'],
  ])('%s opens %s', async (urlPrefix, url) => {
    expect(await openWith(urlPrefix, url)).toEqual(login);
  });

  it.each([
    ['https://git.example.org', 'https://git.example.org.evil.example/a/b'],
    ['https://git.example.org', 'https://git.example.org@evil.example/a/b'],
    ['http://git.example.org', 'https://elsewhere.example/a/b'],
  ])('%s is not handed to %s', async (urlPrefix, url) => {
    await expect(openWith(urlPrefix, url)).rejects.toThrow(
      'Nothing in the configuration opens',
    );
  });

  it.each([
    'https://git.example.org/acme-two/shop',
    'https://git.example.org/acme/../two/shop',
  ])('an owner is not opened by one that begins like it: %s', async url => {
    expect(await openWith('https://git.example.org/acme', url)).toEqual({
      username: 'x-access-token',
      password: 'token',
    });
  });
});
