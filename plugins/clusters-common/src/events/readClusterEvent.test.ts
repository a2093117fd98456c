import { readClusterEvent } from './readClusterEvent';

describe('readClusterEvent', () => {
  it('takes only what is one', () => {
    const event = { cloud: 'acme', uuid: 'u1', change: 'created' };
    expect(readClusterEvent(event)).toEqual(event);
    for (const other of [
      undefined,
      null,
      'created',
      {},
      { ...event, change: 'painted' },
      { ...event, uuid: 1 },
    ]) {
      expect(readClusterEvent(other)).toBeUndefined();
    }
  });
});
