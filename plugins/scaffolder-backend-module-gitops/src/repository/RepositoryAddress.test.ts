import { ConfigReader } from '@backstage/config';
import { parseRepositoryPick } from './parseRepositoryPick';
import { readPlatformRepository } from './readPlatformRepository';
import { parseRepositoryAddress } from './RepositoryAddress';

describe('parseRepositoryAddress', () => {
  it.each([
    ['http://localhost:3000/acme/shop'],
    ['http://localhost:3000/acme/shop/'],
    ['http://localhost:3000/acme/shop.git'],
  ])('parses %s', address => {
    expect(parseRepositoryAddress(address)).toEqual({
      host: 'localhost:3000',
      owner: 'acme',
      name: 'shop',
      url: 'http://localhost:3000/acme/shop',
      branch: 'main',
    });
  });

  it.each([['acme/shop'], ['https://h/acme'], ['https://h/a/b/c']])(
    'refuses %s',
    address => {
      expect(() => parseRepositoryAddress(address)).toThrow(
        'is not the address of a repository',
      );
    },
  );
});

describe('parseRepositoryPick', () => {
  const platform = parseRepositoryAddress(
    'http://localhost:3000/acme/platform',
  );

  it('takes the scheme of the platform repository on its host only', () => {
    const url = (pick: string) => parseRepositoryPick(pick, platform).url;
    expect(url('localhost:3000?owner=a&repo=b')).toBe(
      'http://localhost:3000/a/b',
    );
    expect(url('github.com?owner=a&repo=b')).toBe('https://github.com/a/b');
  });
});

describe('readPlatformRepository', () => {
  it('names the key that is missing', () => {
    const config = new ConfigReader({ slipway: { platformRepository: {} } });
    expect(() => readPlatformRepository(config)).toThrow(
      "'slipway.platformRepository.url'",
    );
  });
});
