import { ConfigReader } from '@backstage/config';
import { addressesOf, readIngressAccess, trustHint } from './readIngressAccess';

describe('readIngressAccess', () => {
  it('leaves out ports that go without saying', () => {
    const access = readIngressAccess(new ConfigReader({}));
    expect(addressesOf('shop.example.org', access)).toEqual({
      url: 'http://shop.example.org',
      secureUrl: 'https://shop.example.org',
    });
    expect(trustHint('https://shop.example.org', access)).toBe(
      'It is signed by a public CA.',
    );
  });

  it('names the CA of an own one', () => {
    const access = readIngressAccess(
      new ConfigReader({
        slipway: {
          ingress: { httpPort: 8080, httpsPort: 8443, caFile: '/ca.pem' },
        },
      }),
    );
    const { secureUrl, url } = addressesOf('shop.example.org', access);
    expect(url).toBe('http://shop.example.org:8080');
    expect(trustHint(secureUrl, access)).toContain(
      'curl --cacert /ca.pem https://shop.example.org:8443',
    );
  });
});
