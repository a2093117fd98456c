import { commonKind } from './commonKind';

describe('commonKind', () => {
  it.each([
    [['cluster', 'cluster'], 'cluster'],
    [['cloud'], 'cloud'],
    [['cloud', 'cluster'], 'source'],
    [['github'], 'source'],
    [[], 'source'],
  ] as const)('calls %p a %s', (kinds, common) => {
    expect(commonKind(kinds.map(kind => ({ kind })))).toBe(common);
  });
});
