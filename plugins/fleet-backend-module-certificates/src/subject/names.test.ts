import { Fields } from '../testing';
import { projectCertificate } from '../slices';
import { dnsNamesOf } from './dnsNamesOf';
import { dnsZoneOf } from './dnsZoneOf';
import { namesOf } from './namesOf';

const slice = (spec: Fields) => projectCertificate({ spec });

describe('dnsZoneOf', () => {
  it.each([
    ['shop.example.org', 'example.org'],
    ['Shop.Example.org', 'example.org'],
    ['example.org', 'example.org'],
    ['*.example.org', 'example.org'],
    ['*.apps.example.org', 'example.org'],
    ['localhost', 'localhost'],
  ])('of %s is %s', (name, zone) => {
    expect(dnsZoneOf(slice({ dnsNames: [name, 'x.y.z'] }))).toBe(zone);
    expect(dnsZoneOf(slice({ commonName: name }))).toBe(zone);
  });

  it('is none without a name', () => {
    expect(dnsZoneOf(slice({ ipAddresses: ['192.0.2.1'] }))).toBeUndefined();
  });
});

describe('namesOf', () => {
  it('is what people lose with a certificate', () => {
    const names = (spec: Fields) => namesOf(slice(spec));
    expect(names({ commonName: 'a', dnsNames: ['b', 'C', 'b'] })).toEqual([
      'b',
      'C',
    ]);
    expect(names({ commonName: 'a' })).toEqual(['a']);
    expect(names({ ipAddresses: ['192.0.2.1'], uris: ['spiffe://x'] })).toEqual(
      ['192.0.2.1', 'spiffe://x'],
    );
    expect(names({ dnsNames: [1, null, ''] })).toEqual([]);
  });
});

describe('dnsNamesOf', () => {
  it('is what an outage hits, addresses left out', () => {
    const names = (spec: Fields) => dnsNamesOf(slice(spec));
    const ipAddresses = ['192.0.2.1'];
    expect(names({ dnsNames: ['a', 'b', 'a'], ipAddresses })).toEqual([
      'a',
      'b',
    ]);
    expect(names({ commonName: 'a', ipAddresses })).toEqual(['a']);
    expect(names({ ipAddresses })).toEqual([]);
  });
});
