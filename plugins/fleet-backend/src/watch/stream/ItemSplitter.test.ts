import { ItemSplitter } from './ItemSplitter';

function split(text: string, size: number, maxBytes = 1_000) {
  const splitter = ItemSplitter.create({ maxBytes });
  const bytes = Buffer.from(text);
  const items: unknown[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    for (const item of splitter.push(bytes.subarray(at, at + size))) {
      items.push(
        'bytes' in item ? JSON.parse(item.bytes.toString()) : 'skipped',
      );
    }
  }
  const envelope = splitter.envelope();
  return { items, envelope: envelope && JSON.parse(envelope.toString()) };
}

const SIZES = [1, 2, 3, 7, 16, 1_000];

describe('ItemSplitter', () => {
  const items = [
    { name: 'plain', items: [1, [2]], nested: { items: [{}] } },
    { text: 'a "quoted" ] } , \\ text \\" €' },
    {},
  ];
  const list = {
    kind: 'items',
    metadata: { resourceVersion: '7', items: ['not these'] },
    items,
    itemsAfter: ['nor these'],
  };
  const envelope = { ...list, items: [] };

  it.each(SIZES)('finds the items in chunks of %d bytes', size => {
    expect(split(JSON.stringify(list), size)).toEqual({ items, envelope });
  });

  it.each(SIZES)('finds them in written out JSON (%d)', size => {
    expect(split(JSON.stringify(list, undefined, 2), size)).toEqual({
      items,
      envelope,
    });
  });

  it.each(SIZES)('passes over what is no object (%d)', size => {
    const odd = [null, 5, 'text, ] "', { a: 2 }, true, { b: 3 }];
    const seen = split(JSON.stringify({ items: odd, a: 1 }), size);
    expect(seen).toEqual({
      items: [{ a: 2 }, { b: 3 }],
      envelope: { items: [], a: 1 },
    });
  });

  it('knows none where there are none', () => {
    for (const text of ['{"items":null}', '{"items":[]}', '{"a":[1]}']) {
      expect(split(text, 2)).toEqual({
        items: [],
        envelope: JSON.parse(text),
      });
    }
  });

  it.each(SIZES)('skips only what is too large (%d)', size => {
    const large = { large: 'x'.repeat(100) };
    expect(
      split(JSON.stringify({ items: [{}, large, { a: 1 }] }), size, 50).items,
    ).toEqual([{}, 'skipped', { a: 1 }]);
  });

  it('has no envelope until all of it is there', () => {
    const text = JSON.stringify(list);
    expect(split(text.slice(0, -1), 5).envelope).toBeUndefined();
  });

  it('does not gather what is no list', () => {
    expect(() => split(`{"text":"${'x'.repeat(2 ** 21)}"}`, 65_536)).toThrow(
      'the answer is not a list',
    );
  });
});
