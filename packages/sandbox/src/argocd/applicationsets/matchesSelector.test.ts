import { matchesSelector } from './matchesSelector';

const LABELS = { stage: 'nonprod', zone: 'a' };

describe('matchesSelector', () => {
  it.each([
    [{}, true],
    [{ matchLabels: { stage: 'nonprod' } }, true],
    [{ matchLabels: { stage: 'prod' } }, false],
    [expression('stage', 'In', 'prod', 'nonprod'), true],
    [expression('stage', 'NotIn', 'nonprod'), false],
    [expression('missing', 'NotIn', 'x'), true],
    [expression('missing', 'In', 'x'), false],
    [expression('zone', 'Exists'), true],
    [expression('zone', 'DoesNotExist'), false],
  ])('%j: %s', (selector, expected) => {
    expect(matchesSelector(LABELS, selector)).toBe(expected);
  });

  it('refuses an operator that Kubernetes does not know', () => {
    expect(() => matchesSelector(LABELS, expression('zone', 'Gt'))).toThrow(
      '"Gt" is not a valid label selector operator',
    );
  });
});

function expression(key: string, operator: string, ...values: string[]) {
  return { matchExpressions: [{ key, operator, values }] };
}
