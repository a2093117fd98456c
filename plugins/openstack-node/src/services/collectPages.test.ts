import { OpenStackError } from '../errors';
import { collectPages, Page } from './collectPages';

const lost = new OpenStackError({
  cloud: 'acme',
  service: 'magnum',
  request: 'GET /v1/clusters',
  status: 404,
  reason: 'Marker could not be found',
});

describe('collectPages', () => {
  it('goes on until there is no marker', async () => {
    const pages: Record<string, Page<number>> = {
      first: { items: [1, 2], marker: 'b' },
      b: { items: [3], marker: 'c' },
      c: { items: [] },
    };
    await expect(
      collectPages(async marker => pages[marker ?? 'first']),
    ).resolves.toEqual([1, 2, 3]);
  });

  it('ends when the same page comes again', async () => {
    await expect(
      collectPages(async () => ({ items: [1], marker: 'same' })),
    ).resolves.toEqual([1, 1]);
  });

  it('begins again when its place is gone', async () => {
    const asked: (string | undefined)[] = [];
    const items = await collectPages(async marker => {
      asked.push(marker);
      if (marker === 'gone') {
        throw lost;
      }
      return asked.length === 1
        ? { items: [1], marker: 'gone' }
        : { items: [2] };
    });
    expect(items).toEqual([2]);
    expect(asked).toEqual([undefined, 'gone', undefined]);
  });

  it('gives up when it happens again and again', async () => {
    const read = jest.fn(async (marker?: string) => {
      if (marker) {
        throw lost;
      }
      return { items: [1], marker: 'gone' };
    });
    await expect(collectPages(read)).rejects.toBe(lost);
    expect(read).toHaveBeenCalledTimes(6);
  });

  it('fails at once when there is no such list', async () => {
    const read = jest.fn().mockRejectedValue(lost);
    await expect(collectPages(read)).rejects.toBe(lost);
    expect(read).toHaveBeenCalledTimes(1);
  });
});
