import { steppingClock } from '@slipway/backstage-plugin-fleet-node-test-utils';
import { NameClaims } from './NameClaims';

describe('NameClaims', () => {
  const clock = steppingClock();
  let claims: NameClaims;

  beforeEach(() => {
    claims = NameClaims.create(clock);
  });

  it('gives a name to one task, as often as it asks', () => {
    const names = ['shop', 'acme/shop'];
    expect(claims.take({ names, task: 'first' })).toBe(true);
    expect(claims.take({ names, task: 'first' })).toBe(true);
    expect(claims.take({ names, task: 'second' })).toBe(false);
  });

  it('gives all of the names or none', () => {
    claims.take({ names: ['acme/shop'], task: 'first' });
    const names = ['cart', 'acme/shop'];
    expect(claims.take({ names, task: 'second' })).toBe(false);
    expect(claims.take({ names: ['cart'], task: 'third' })).toBe(true);
  });

  it('takes it back after a while, and from a cancelled task', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    claims.take({ names: ['shop'], task: 'first', signal });
    controller.abort();
    expect(claims.take({ names: ['shop'], task: 'second' })).toBe(true);
    await clock.sleep(15_000);
    expect(claims.take({ names: ['shop'], task: 'third' })).toBe(true);
  });
});
