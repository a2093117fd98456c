import { LookupAddress } from 'node:dns';
import { lookup } from './lookup';

function resolve(hostname: string, all: boolean) {
  return new Promise<string | LookupAddress[]>((done, fail) => {
    lookup(hostname, { all }, (error, address) =>
      error ? fail(error) : done(address),
    );
  });
}

describe('lookup', () => {
  it.each(['localhost', 'shop-dev.dev-1.localhost', 'X.LOCALHOST.'])(
    'finds %s here',
    async hostname => {
      expect(await resolve(hostname, false)).toBe('127.0.0.1');
      expect(await resolve(hostname, true)).toEqual([
        { address: '127.0.0.1', family: 4 },
      ]);
    },
  );

  it('asks the system for the rest', async () => {
    expect(await resolve('127.0.0.2', false)).toBe('127.0.0.2');
  });
});
