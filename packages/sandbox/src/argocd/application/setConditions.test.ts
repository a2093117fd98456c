import { setConditions } from './setConditions';

describe('setConditions', () => {
  it('keeps what was not looked for, and the time of what stays', () => {
    const current = [
      { type: 'SyncError', message: 'a', lastTransitionTime: 'then' },
      { type: 'ComparisonError', message: 'b', lastTransitionTime: 'then' },
      { type: 'ComparisonError', message: 'over', lastTransitionTime: 'then' },
    ];
    expect(
      setConditions({
        current,
        found: [
          { type: 'ComparisonError', message: 'c' },
          { type: 'ComparisonError', message: 'b' },
        ],
        evaluated: ['ComparisonError'],
        now: 'now',
      }),
    ).toEqual([
      { type: 'ComparisonError', message: 'b', lastTransitionTime: 'then' },
      { type: 'ComparisonError', message: 'c', lastTransitionTime: 'now' },
      { type: 'SyncError', message: 'a', lastTransitionTime: 'then' },
    ]);
  });
});
