import { CatalogEndpoint } from './CatalogEntry';
import { findEndpoint } from './findEndpoint';

const at = (
  region: string,
  url = `http://${region}/v1`,
  name = 'public',
): CatalogEndpoint => ({ interface: name, region, url });

function find(
  type: string,
  endpoints: CatalogEndpoint[],
  changes: { region?: string; interface?: string; asked?: string } = {},
) {
  const found = findEndpoint({
    catalog: [
      { type: 'identity', endpoints: [at('one')] },
      { type, endpoints },
    ],
    type: changes.asked ?? 'container-infra',
    interface: changes.interface ?? 'public',
    region: changes.region,
  });
  return found.outcome === 'found' ? String(found.url) : found.reason;
}

describe('findEndpoint', () => {
  it.each([
    'container-infra',
    'container-infrastructure-management',
    'container',
  ])('finds Magnum as %s', type => {
    expect(find(type, [at('one')])).toBe('http://one/v1');
  });

  it('finds Cinder under its former name', () => {
    expect(find('volumev3', [at('one')], { asked: 'block-storage' })).toBe(
      'http://one/v1',
    );
  });

  it('prefers the proper name', () => {
    const found = findEndpoint({
      catalog: [
        { type: 'container', endpoints: [at('old')] },
        { type: 'container-infra', endpoints: [at('new')] },
      ],
      type: 'container-infra',
      interface: 'public',
    });
    expect(found).toMatchObject({ url: new URL('http://new/v1') });
  });

  it('goes by region and interface', () => {
    const endpoints = [
      at('one'),
      at('two'),
      at('two', 'http://inside', 'internal'),
    ];
    expect(find('container-infra', endpoints, { region: 'two' })).toBe(
      'http://two/v1',
    );
    expect(
      find('container-infra', endpoints, {
        region: 'two',
        interface: 'internal',
      }),
    ).toBe('http://inside/');
  });

  it.each([
    [
      'object-store',
      [at('one')],
      {},
      'the catalogue has no container-infra, only identity, object-store',
    ],
    [
      'container-infra',
      [at('one', 'http://one', 'admin')],
      {},
      'container-infra has no public endpoint, only admin',
    ],
    [
      'container-infra',
      [at('one'), at('two')],
      { region: 'three' },
      'container-infra has no public endpoint in region three, only in one, two',
    ],
    [
      'container-infra',
      [at('one'), at('two')],
      {},
      'container-infra is in several regions, and which one is not said: one, two',
    ],
    [
      'container-infra',
      [at('one', '$(internal)s/v1')],
      {},
      'the address of container-infra in the catalogue is no URL',
    ],
    [
      'container-infra',
      [at('one', 'file:///etc/passwd')],
      {},
      'the address of container-infra in the catalogue is no URL',
    ],
  ])('says what is missing (%#)', (type, endpoints, changes, words) => {
    expect(find(type, endpoints, changes)).toBe(words);
  });
});
