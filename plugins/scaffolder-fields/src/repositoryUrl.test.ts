import {
  formatRepositoryUrl,
  parseRepositoryUrl,
  whyNotRepositoryName,
} from './repositoryUrl';

describe('repositoryUrl', () => {
  it('survives the way there and back', () => {
    const place = { host: 'localhost:7411', owner: 'acme', repo: 'shop' };
    expect(formatRepositoryUrl(place)).toBe(
      'localhost:7411?owner=acme&repo=shop',
    );
    expect(parseRepositoryUrl(formatRepositoryUrl(place))).toEqual(place);
  });

  it('finds nothing in what is no address', () => {
    expect(parseRepositoryUrl('')).toEqual({});
    expect(parseRepositoryUrl('a b c')).toEqual({});
  });

  it.each(['shop', 'my-shop.web_2'])('takes the name %s', name => {
    expect(whyNotRepositoryName(name)).toBeUndefined();
  });

  it.each(['', 'a b', '..', 'shop.git', 'ä', 'x'.repeat(101)])(
    'refuses the name "%s"',
    name => {
      expect(whyNotRepositoryName(name)).toEqual(expect.any(String));
    },
  );
});
