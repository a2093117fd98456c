import { acceptRows } from './acceptRows';
import { applyChange } from './applyChange';
import { newIds } from './newIds';
import { showLatest } from './showLatest';

interface Row {
  id: string;
  word?: string;
}

const rows = (...ids: string[]): Row[] => ids.map(id => ({ id }));
const listOf = (...ids: string[]) => acceptRows(rows(...ids), { isAll: true });

describe('a live list', () => {
  it('shows its first answer', () => {
    expect(listOf('a', 'b').shown).toEqual(['a', 'b']);
  });

  it('changes rows where they are', () => {
    const { list, isKnown } = applyChange<Row>(listOf('a', 'b'), {
      upserted: [{ id: 'b', word: 'new' }] as never,
      removed: [],
    });
    expect(list.rows.get('b')).toEqual({ id: 'b', word: 'new' });
    expect(list.shown).toEqual(['a', 'b']);
    expect(isKnown).toBe(true);
  });

  it('asks what rows are that it does not know', () => {
    const { list, isKnown } = applyChange<Row>(listOf('a'), {
      upserted: rows('z') as never,
      removed: [],
    });
    expect(list.shown).toEqual(['a']);
    expect(isKnown).toBe(false);
  });

  it('counts new rows and shows them when asked to', () => {
    const list = acceptRows(rows('new', 'b', 'a'), {
      list: listOf('a', 'b'),
      isAll: true,
    });
    expect(list.shown).toEqual(['a', 'b']);
    expect(newIds(list)).toEqual(['new']);
    expect(showLatest(list).shown).toEqual(['new', 'b', 'a']);
    expect(newIds(showLatest(list))).toEqual([]);
  });

  it('shows new rows at once where nothing is shown', () => {
    const list = acceptRows(rows('a'), { list: listOf(), isAll: true });
    expect(list.shown).toEqual(['a']);
  });

  it('keeps rows that are gone in their place, and says so', () => {
    const { list } = applyChange<Row>(listOf('a', 'b'), {
      upserted: [],
      removed: ['a'],
    });
    const asked = acceptRows(rows('b'), { list, isAll: true });
    expect(asked.shown).toEqual(['a', 'b']);
    expect([...asked.gone]).toEqual(['a']);
    expect(showLatest(asked).shown).toEqual(['b']);
  });

  it('knows a row that was only pushed to the next page from one that is gone', () => {
    const asked = acceptRows(rows('new', 'a'), {
      list: listOf('a', 'b'),
      isAll: false,
    });
    expect(asked.gone.size).toBe(0);
    expect(asked.rows.has('b')).toBe(true);
  });

  it('takes back a row that was gone', () => {
    const gone = applyChange<Row>(listOf('a'), {
      upserted: [],
      removed: ['a'],
    });
    const back = applyChange<Row>(gone.list, {
      upserted: rows('a') as never,
      removed: [],
    });
    expect(back.list.gone.size).toBe(0);
  });
});
