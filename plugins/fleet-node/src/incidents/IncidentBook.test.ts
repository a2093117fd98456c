import {
  FleetItem,
  Incident,
  Status,
} from '@slipway/backstage-plugin-fleet-common';
import { IncidentBook } from './IncidentBook';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const OPENED = NOW.toISOString();

function item(name: string, status: Status, root = 'dns/Zone//a'): FleetItem {
  const evidence = { scope: 'a', kind: 'Toy', namespace: 'n', name };
  return {
    ref: { domain: 'toys', cluster: 'a', namespace: 'n', name },
    status,
    finding:
      status === 'healthy'
        ? undefined
        : {
            cause: `cause.${status}`,
            status,
            title: 'Broken',
            advice: 'Mend it',
            says: `${name} says`,
            evidence,
            root,
          },
    object: evidence,
    impact: [name],
    details: {},
  };
}

function finish(book: IncidentBook, now = NOW) {
  return book.finish({ now, changesOf: () => [] });
}

describe('IncidentBook', () => {
  it('has the face of its worst member, of several the first', () => {
    const book = IncidentBook.create({ remembered: [] });
    book.set(item('c', 'at-risk'), OPENED);
    expect(finish(book)).toMatchObject([{ status: 'at-risk' }]);
    book.set(item('b', 'failing'), OPENED);
    book.set(item('a', 'failing'), OPENED);
    expect(finish(book)).toMatchObject([
      { status: 'failing', cause: 'cause.failing', says: 'a says' },
    ]);
    book.set(item('a', 'healthy'), OPENED);
    expect(finish(book)).toMatchObject([{ says: 'b says' }]);
    book.delete(item('b', 'failing').ref);
    const [incident] = finish(book);
    expect(incident).toMatchObject({ status: 'at-risk', openedAt: OPENED });
    expect(incident.members).toEqual(['toys/a/n/c']);
  });

  it('says only what changed', () => {
    const book = IncidentBook.create({ remembered: [] });
    book.set(item('a', 'failing'), OPENED);
    book.set(item('b', 'failing'), OPENED);
    expect(finish(book)).toHaveLength(1);
    expect(finish(book)).toEqual([]);
    const detailed = item('b', 'failing');
    book.set({ ...detailed, impact: ['more'] }, OPENED);
    expect(finish(book)).toEqual([]);
  });

  it('moves a member that gets another root', () => {
    const book = IncidentBook.create({ remembered: [] });
    book.set(item('a', 'failing'), OPENED);
    const [first] = finish(book);
    book.set(item('a', 'failing', 'a/Issuer/n/i'), OPENED);
    const moved = finish(book);
    expect(moved).toMatchObject([
      { id: first.id, closedAt: OPENED },
      { root: 'a/Issuer/n/i', members: ['toys/a/n/a'] },
    ]);
    expect(book.list().map(({ root }) => root)).toEqual([
      'a/Issuer/n/i',
      'dns/Zone//a',
    ]);
  });

  it('opens nothing for what came and went between two looks', () => {
    const book = IncidentBook.create({ remembered: [] });
    book.set(item('a', 'failing'), OPENED);
    book.set(item('a', 'healthy'), OPENED);
    expect(finish(book)).toEqual([]);
    expect(book.list()).toEqual([]);
  });

  it('began with the first of what was found together', () => {
    const book = IncidentBook.create({ remembered: [] });
    book.set(item('a', 'failing'), OPENED);
    book.set(item('b', 'failing'), '2026-11-21T00:00:00.000Z');
    expect(finish(book)).toMatchObject([
      { openedAt: '2026-11-21T00:00:00.000Z' },
    ]);
  });

  it('is the same incident when it is back at once', () => {
    const book = IncidentBook.create({ remembered: [] });
    book.set(item('a', 'failing'), OPENED);
    const [opened] = finish(book);
    book.set(item('a', 'healthy'), OPENED);
    finish(book);
    book.set(item('a', 'failing'), OPENED);
    expect(finish(book)).toMatchObject([
      { id: opened.id, closedAt: undefined },
    ]);
    expect(book.list()).toHaveLength(1);
  });

  it('names the newest change before it, asked once', () => {
    const book = IncidentBook.create({ remembered: [] });
    const changesOf = jest.fn(() => [
      { at: '2026-11-22T11:00:00.000Z', title: 'after' },
      { at: '2026-11-22T09:00:00.000Z', title: 'just before' },
      { at: '2026-11-20T09:00:00.000Z', title: 'long before' },
    ]);
    book.set(item('a', 'failing'), OPENED);
    expect(book.finish({ now: NOW, changesOf })).toMatchObject([
      { change: { title: 'just before' } },
    ]);
    book.set(item('b', 'failing'), OPENED);
    expect(book.finish({ now: NOW, changesOf })).toMatchObject([
      { change: { title: 'just before' } },
    ]);
    expect(changesOf).toHaveBeenCalledTimes(1);
  });

  it('goes on after a restart', () => {
    const before = IncidentBook.create({ remembered: [] });
    before.set(item('a', 'failing'), OPENED);
    before.set(item('b', 'failing'), OPENED);
    const remembered: Incident[] = JSON.parse(JSON.stringify(finish(before)));
    const after = IncidentBook.create({ remembered });
    const tomorrow = new Date('2026-11-23T10:00:00.000Z');
    after.set(item('a', 'failing'), tomorrow.toISOString());
    expect(finish(after, tomorrow)).toEqual([]);
    after.delete(item('b', 'failing').ref);
    expect(finish(after, tomorrow)).toMatchObject([
      { id: remembered[0].id, openedAt: OPENED, members: ['toys/a/n/a'] },
    ]);
  });

  it('keeps what is over for a week, and no more than 1,000', () => {
    const book = IncidentBook.create({ remembered: [] });
    for (let at = 0; at < 1100; at++) {
      book.set(item('a', 'failing', `a/Toy/n/${at}`), OPENED);
      finish(book);
    }
    expect(book.list()).toHaveLength(1001);
    finish(book, new Date('2026-11-29T09:59:00.000Z'));
    expect(book.list()).toHaveLength(1001);
    finish(book, new Date('2026-11-29T10:00:00.000Z'));
    expect(book.list()).toHaveLength(1);
  });
});
