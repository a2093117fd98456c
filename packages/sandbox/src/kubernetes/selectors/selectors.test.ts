import fc from 'fast-check';
import { StatusError } from '../errors';
import { LabelRequirement, parseLabelSelector } from './parseLabelSelector';
import { matchesLabels } from './matchesLabels';
import { parseFieldSelector } from './parseFieldSelector';

const word = fc
  .stringMatching(/^[a-z][a-z0-9]{0,5}$/)
  .filter(text => text !== 'in' && text !== 'notin');
const values = fc.array(word, { minLength: 1, maxLength: 3 });
const requirement: fc.Arbitrary<LabelRequirement> = fc.oneof(
  fc.record({
    key: word,
    operator: fc.constantFrom('in' as const, 'notin' as const),
    values,
  }),
  fc.record({
    key: word,
    operator: fc.constantFrom('exists' as const, '!' as const),
    values: fc.constant<string[]>([]),
  }),
);

function write({ key, operator, values: listed }: LabelRequirement): string {
  switch (operator) {
    case 'exists':
      return key;
    case '!':
      return `!${key}`;
    default:
      return `${key} ${operator} (${listed.join(',')})`;
  }
}

function outcomeOf(parse: () => unknown): unknown {
  try {
    parse();
    return 'read';
  } catch (error) {
    return error instanceof StatusError ? 'refused' : error;
  }
}

describe('label selectors', () => {
  it('are read as they are written', () => {
    fc.assert(
      fc.property(fc.array(requirement, { maxLength: 4 }), requirements => {
        expect(parseLabelSelector(requirements.map(write).join(', '))).toEqual(
          requirements,
        );
      }),
    );
  });

  it('and their opposites never select the same', () => {
    const labels = fc.dictionary(word, word);
    fc.assert(
      fc.property(word, values, labels, (key, listed, object) => {
        const inList = { key, operator: 'in' as const, values: listed };
        const notIn = { ...inList, operator: 'notin' as const };
        expect(matchesLabels([inList], object)).toBe(
          !matchesLabels([notIn], object),
        );
      }),
    );
  });

  it('that make no sense are refused, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab=!,() <>-/.\\') });
    fc.assert(
      fc.property(text, selector => {
        expect(['read', 'refused']).toContain(
          outcomeOf(() => parseLabelSelector(selector)),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('field selectors', () => {
  it('take back their escapes', () => {
    fc.assert(
      fc.property(fc.string(), value => {
        const escaped = value.replace(/[\\,=]/g, '\\$&');
        expect(parseFieldSelector(`metadata.name=${escaped}`)).toEqual([
          { field: 'metadata.name', equal: true, value },
        ]);
      }),
    );
  });

  it('that make no sense are refused', () => {
    expect(() => parseFieldSelector('metadata.name')).toThrow(
      "invalid selector: 'metadata.name'; can't understand 'metadata.name'",
    );
  });
});
