import { FleetItem, Status } from '@slipway/backstage-plugin-fleet-common';
import { ItemHistory } from './ItemHistory';

const ref = { domain: 'widgets', cluster: 'one', namespace: 'shop', name: 'a' };
const id = 'widgets/one/shop/a';

function item(status: Status, memory?: Record<string, unknown>): FleetItem {
  const object = { scope: 'one', kind: 'Widget', namespace: 'shop', name: 'a' };
  return { ref, status, object, impact: [], details: {}, memory };
}

describe('ItemHistory', () => {
  it('notes when the status changes, and what to remember', () => {
    const history = ItemHistory.create();
    const first = new Date('2026-11-20T12:00:00Z');
    const second = new Date('2026-11-20T12:01:00Z');

    expect(history.record(item('healthy'), first).entry).toMatchObject({
      item: id,
      at: first.toISOString(),
      status: 'healthy',
    });
    expect(history.record(item('healthy', { n: 1 }), second)).toEqual({
      stored: {
        id,
        status: 'healthy',
        cause: undefined,
        since: first.toISOString(),
        memory: { n: 1 },
      },
    });
    expect(history.record(item('failing'), second).entry).toBeDefined();
    expect(history.since(id)).toBe(second.toISOString());
  });

  it('goes on after a restart', () => {
    const since = '2026-11-19T00:00:00.000Z';
    const history = ItemHistory.create([{ id, status: 'healthy', since }]);
    expect(history.record(item('healthy'), new Date()).entry).toBeUndefined();
    expect(history.since(id)).toBe(since);
  });
});
