import { testRow } from '../__testUtils__/testRow';
import { StoreQueue } from './StoreQueue';

const key = { source: 'cluster/one', resource: 'widgets.example.org' };
const item = {
  id: 'widgets/one/shop/a',
  status: 'failing' as const,
  since: '2026-11-20T12:00:00.000Z',
};

describe('StoreQueue', () => {
  it('holds only the newest of each thing', () => {
    const queue = StoreQueue.create();
    queue.addRow(testRow({ name: 'a', resourceVersion: '1' }));
    queue.addRow(testRow({ name: 'a', resourceVersion: '2' }));
    queue.addItem(item);
    queue.removeItem(item.id);
    queue.addItem({ ...item, status: 'healthy' });

    expect(queue.take()).toMatchObject({
      rows: [{ resourceVersion: '2' }],
      items: [{ status: 'healthy' }],
      removedItems: [],
    });
    expect(queue.size).toBe(0);
  });

  it('gives resume points only after all rows', () => {
    const queue = StoreQueue.create();
    for (let n = 0; n < 501; n++) {
      queue.addRow(testRow({ name: `row-${n}` }));
    }
    queue.addResource({ ...key, resourceVersion: '9' });

    const first = queue.take();
    expect(first.rows).toHaveLength(500);
    expect(first.resources).toEqual([]);
    expect(queue.take()).toMatchObject({
      rows: [{ name: 'row-500' }],
      resources: [{ resourceVersion: '9' }],
    });
  });

  it('puts together what is told of a resource one by one', () => {
    const queue = StoreQueue.create();
    queue.addResource({ ...key, resourceVersion: '9' });
    queue.take();
    queue.addResource({ ...key, coverage: { state: 'live' } });
    expect(queue.take().resources).toEqual([
      { ...key, resourceVersion: '9', coverage: { state: 'live' } },
    ]);
  });

  it('takes back what was not written, unless something newer came', () => {
    const queue = StoreQueue.create();
    queue.addRow(testRow({ name: 'a', resourceVersion: '1' }));
    queue.addRow(testRow({ name: 'b' }));
    queue.addResource({ ...key, resourceVersion: '1' });
    queue.addItem(item);
    const batch = queue.take();
    queue.addRow(testRow({ name: 'a', resourceVersion: '2' }));
    queue.removeItem(item.id);
    queue.putBack(batch);

    const { rows, resources, items, removedItems } = queue.take();
    expect(
      rows.map(({ name, resourceVersion }) => `${name} ${resourceVersion}`),
    ).toEqual(['a 2', 'b 1']);
    expect(resources).toHaveLength(1);
    expect(items).toEqual([]);
    expect(removedItems).toEqual([item.id]);
  });

  it('does not bring back a source that went meanwhile', () => {
    const queue = StoreQueue.create();
    queue.addRow(testRow({ name: 'a' }));
    queue.addResource({ ...key, resourceVersion: '1' });
    const batch = queue.take();
    queue.removeSource('cluster/one');
    queue.putBack(batch);

    expect(queue.take()).toMatchObject({
      removedSources: ['cluster/one'],
      rows: [],
      resources: [],
    });
  });

  it('gives up whole resources when too much waits', () => {
    const queue = StoreQueue.create({ maxRows: 1 });
    queue.addResource({ ...key, resourceVersion: '1' });
    queue.addRow(testRow({ name: 'a' }));
    queue.addRow(testRow({ name: 'b' }));
    queue.addResource({ ...key, resourceVersion: '2' });

    const { rows, resources } = queue.take();
    expect(rows.map(({ name }) => name)).toEqual(['a']);
    expect(resources).toEqual([key]);
  });
});
