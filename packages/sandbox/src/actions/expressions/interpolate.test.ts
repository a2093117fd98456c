import { Contexts } from '../types';
import { evaluateExpression } from './evaluateExpression';
import {
  evaluateCondition,
  interpolate,
  interpolateValue,
} from './interpolate';

const contexts: Contexts = {
  github: {
    ref: 'refs/heads/main',
    event: { commits: [{ id: 'a' }, { id: 'b' }] },
  },
  env: { Name: 'shop' },
  matrix: { node: 24, os: 'linux' },
  steps: { build: { outputs: { digest: 'sha256:1' }, outcome: 'success' } },
};

const value = (source: string) => evaluateExpression(source, { contexts });

describe('evaluateExpression', () => {
  it.each([
    ["'it''s'", "it's"],
    ['0xff', 255],
    ['-1.5e1', -15],
    ['null', null],
    ['true && 1', 1],
    ["false || 'x'", 'x'],
    ["'ABC' == 'abc'", true],
    ["'1' == 1", true],
    ['null == 0', true],
    ["'' == 0", true],
    ["'x' == 0", false],
    ['1 < 2 && 2 >= 2', true],
    ["!('a' != 'A')", true],
    ['github.ref', 'refs/heads/main'],
    ["github['REF']", 'refs/heads/main'],
    ['github.event.commits[1].id', 'b'],
    ["join(github.event.commits.*.id, '+')", 'a+b'],
    ['github.nothing.at.all', null],
    ['steps.build.outputs.digest', 'sha256:1'],
    ['env.name', 'shop'],
    ["contains('Hello', 'hell')", true],
    ["contains(fromJSON('[1, 2]'), 2)", true],
    ["startsWith(github.ref, 'refs/heads/')", true],
    ["endsWith(github.ref, 'MAIN')", true],
    ["format('{0} {{{1}}}', 'a', 2)", 'a {2}'],
    ['toJSON(matrix)', '{\n  "node": 24,\n  "os": "linux"\n}'],
    ['fromJSON(\'{"a": [true]}\').a[0]', true],
  ])('%s', (source, expected) => {
    expect(value(source)).toEqual(expected);
  });

  it.each([
    [
      'foo.bar',
      "Unrecognized named-value: 'foo'. Located at position 1 within expression: foo.bar",
    ],
    [
      'nope(1)',
      "Unrecognized function: 'nope'. Located at position 1 within expression: nope(1)",
    ],
    [
      "contains('a')",
      "Too few parameters supplied: 'contains'. Located at position 1 within expression: contains('a')",
    ],
    [
      '1 +',
      "Unexpected symbol: '+'. Located at position 3 within expression: 1 +",
    ],
    ['1 ==', 'Unexpected end of expression: 1 =='],
    [
      'github.ref == "x"',
      `Unexpected symbol: '"x"'. Located at position 15 within expression: github.ref == "x"`,
    ],
    [
      'constructor.constructor',
      "Unrecognized named-value: 'constructor'. Located at position 1 within expression: constructor.constructor",
    ],
    ["fromJSON('{')", /^Error parsing fromJson: /],
    [
      `${'('.repeat(200)}1${')'.repeat(200)}`,
      'Exceeded max expression depth 50',
    ],
  ])('%s is refused', (source, message) => {
    expect(() => value(source)).toThrow(message);
  });
});

describe('interpolate', () => {
  it('replaces every expression of a text', () => {
    const text = "v${{ matrix.node }}-${{ format('{0}}}', 'x') }}-${{ null }}";
    expect(interpolate(text, { contexts })).toBe('v24-x}-');
  });

  it('leaves text without expressions alone', () => {
    expect(interpolate('$HOME ${x} {{ y }}', { contexts })).toBe(
      '$HOME ${x} {{ y }}',
    );
  });

  it('refuses an expression that does not end', () => {
    expect(() => interpolate('a ${{ github.ref', { contexts })).toThrow(
      /closing }} sequence was not found/,
    );
  });

  it('keeps the type of a whole value', () => {
    expect(
      interpolateValue(
        { a: ['${{ matrix.node }}', 'n${{ matrix.node }}'] },
        { contexts },
      ),
    ).toEqual({ a: [24, 'n24'] });
  });
});

describe('evaluateCondition', () => {
  const holds = (
    condition: string | undefined,
    status: 'success' | 'failure' | 'cancelled',
  ) => evaluateCondition(condition, { contexts, status });

  it('means success() where no status is asked for', () => {
    expect(holds(undefined, 'success')).toBe(true);
    expect(holds(undefined, 'failure')).toBe(false);
    expect(holds('matrix.node == 24', 'failure')).toBe(false);
    expect(holds("${{ github.ref == 'refs/heads/main' }}", 'success')).toBe(
      true,
    );
  });

  it('obeys status functions', () => {
    expect(holds('always()', 'cancelled')).toBe(true);
    expect(holds('failure() && matrix.node == 24', 'failure')).toBe(true);
    expect(holds('!cancelled()', 'failure')).toBe(true);
    expect(holds("'failure()' == 'x'", 'failure')).toBe(false);
  });
});
