import fc from 'fast-check';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StateFolder } from '../../state/StateFolder';
import { StoredObject } from '../types';
import { ObjectStore } from './ObjectStore';

const object = (name: string, value = ''): StoredObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'n' },
  value,
});

describe('ObjectStore', () => {
  let root: string;
  const open = (historySize?: number) =>
    ObjectStore.open({ state: StateFolder.open(root), historySize });
  const journal = () => path.join(root, 'journal.jsonl');

  beforeEach(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'store-'));
  });
  afterEach(() => fs.rmSync(root, { recursive: true }));

  it('remembers objects and revisions, also the last deletion', () => {
    const before = open();
    before.put('configmaps', 'n/a', object('a'));
    before.put('configmaps', 'n/b', object('b'));
    before.remove('configmaps', 'n/b');
    const { revision } = before;
    const kept = before.list('configmaps');
    before.close();

    const after = open();
    expect(after.list('configmaps')).toEqual(kept);
    expect(after.revision).toBe(revision);
    expect(after.oldestRevision).toBe(revision);
    after.close();
  });

  it('forgets a write that was cut off by a kill, and goes on', () => {
    const before = open();
    before.put('configmaps', 'n/a', object('a'));
    before.close();
    fs.appendFileSync(journal(), '{"revision":3,"storage":"configma');

    const after = open();
    expect(after.list('configmaps')).toHaveLength(1);
    after.put('configmaps', 'n/c', object('c'));
    after.close();
    const last = open();
    expect(last.list('configmaps').map(one => one.metadata.name)).toEqual([
      'a',
      'c',
    ]);
    last.close();
  });

  it('keeps its journal short', () => {
    const store = open();
    for (let n = 0; n < 12_000; n++) {
      store.put('configmaps', 'n/a', object('a', String(n)));
    }
    const { revision } = store;
    store.close();
    const lines = fs.readFileSync(journal(), 'utf8').trimEnd().split('\n');
    expect(lines.length).toBeLessThan(5100);
    const after = open();
    expect(after.get('configmaps', 'n/a')).toMatchObject({ value: '11999' });
    expect(after.revision).toBe(revision);
    after.close();
  });

  it('forgets the oldest changes first', () => {
    const store = open(10);
    for (let n = 0; n < 30; n++) {
      store.put('configmaps', 'n/a', object('a', String(n)));
    }
    expect(store.listAt('configmaps', 2)).toBeUndefined();
    expect(store.oldestRevision).toBeGreaterThan(15);
    const changes = store.changesSince('configmaps', store.oldestRevision);
    expect(changes).toHaveLength(store.revision - store.oldestRevision);
    store.close();
  });

  it('knows every list as it was', () => {
    const write = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      value: fc.option(fc.string(), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(write, { maxLength: 20 }), writes => {
        const store = open();
        const lists = new Map<number, StoredObject[]>();
        for (const { key, value } of writes) {
          if (value === undefined) {
            store.remove('configmaps', `n/${key}`);
          } else {
            store.put('configmaps', `n/${key}`, object(key, value));
          }
          lists.set(store.revision, store.list('configmaps'));
        }
        // A new store knows nothing from before it was opened.
        const known = [...lists].filter(([at]) => at >= store.oldestRevision);
        expect(
          known.map(([at]) => store.listAt('configmaps', at, 'n')),
        ).toEqual(known.map(([, list]) => list));
        store.close();
      }),
      { numRuns: 30 },
    );
  });
});
