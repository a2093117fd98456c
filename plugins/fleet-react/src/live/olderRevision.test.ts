import { olderRevision } from './olderRevision';

describe('olderRevision', () => {
  it('takes the older of two places, by number', () => {
    expect(olderRevision('e.9', 'e.10')).toBe('e.9');
    expect(olderRevision('e.10', 'e.9')).toBe('e.9');
  });

  it('takes what there is', () => {
    expect(olderRevision(undefined, 'e.9')).toBe('e.9');
  });

  it('takes the second of two epochs', () => {
    expect(olderRevision('e.9', 'f.1')).toBe('f.1');
  });
});
