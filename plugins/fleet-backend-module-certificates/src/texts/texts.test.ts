import { acmeAnswer } from './acmeAnswer';
import { isServerUnreachable } from './isServerUnreachable';
import { retryAfter } from './retryAfter';

describe('acmeAnswer', () => {
  it.each([
    [
      'Failed to create Order: 429 urn:ietf:params:acme:error:rateLimited: too many',
      { status: 429, problem: 'rateLimited' },
    ],
    ['urn:ietf:params:acme:error:caa: no', { status: 400, problem: 'caa' }],
    [
      'urn:ietf:params:acme:error:serverInternal',
      { status: 500, problem: 'serverInternal' },
    ],
    ['Failed to create Order: 503 : <html>', { status: 503 }],
    ['acme: 502 Bad Gateway', { status: 502 }],
    ['dial tcp 192.0.2.1:443: i/o timeout', undefined],
    ['404 of 500 bytes', undefined],
    ['', undefined],
  ])('%s', (text, answer) => {
    expect(acmeAnswer(text)).toEqual(answer);
  });
});

describe('isServerUnreachable', () => {
  it('does not take what a server quotes for its own failure', () => {
    expect(
      isServerUnreachable(
        '400 urn:ietf:params:acme:error:connection: dial tcp: i/o timeout',
      ),
    ).toBe(false);
    expect(isServerUnreachable('Get "https://acme": EOF')).toBe(true);
    expect(isServerUnreachable('account is deactivated')).toBe(false);
  });
});

describe('retryAfter', () => {
  it.each([
    ['retry after 2026-11-23 13:22:41 UTC: see', '2026-11-23T13:22:41.000Z'],
    ['Retry after 2026-11-23T13:22:41Z', '2026-11-23T13:22:41.000Z'],
    ['retry after 2026-99-99 13:22:41 UTC', undefined],
    ['retry later', undefined],
  ])('%s', (text, time) => {
    expect(retryAfter(text)).toBe(time);
  });
});
