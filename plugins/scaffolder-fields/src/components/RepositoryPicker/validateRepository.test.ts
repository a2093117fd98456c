import { validateRepository } from './validateRepository';

function errorsOf(value: string): string[] {
  const errors: string[] = [];
  const validation = { addError: (message: string) => errors.push(message) };
  validateRepository(
    value,
    validation as unknown as Parameters<typeof validateRepository>[1],
  );
  return errors;
}

describe('validateRepository', () => {
  it.each(['github.com?owner=acme&repo=shop', 'h:1?owner=a&repo=s.h_o-p'])(
    'accepts %s',
    value => {
      expect(errorsOf(value)).toEqual([]);
    },
  );

  it.each([
    ['', ['Choose where', 'Say which organisation', 'Give the repository']],
    ['github.com?repo=shop', ['Say which organisation']],
    ['github.com?owner=acme', ['Give the repository a name']],
    ['github.com?owner=acme&repo=a+b', ['"a b" cannot be the name']],
    ['github.com?owner=acme&repo=..', ['".." cannot be the name']],
    ['github.com?owner=acme&repo=shop.git', ['"shop.git" cannot be the name']],
  ])('says what is wrong with %j', (value, messages) => {
    expect(errorsOf(value)).toEqual(
      messages.map(message => expect.stringContaining(message)),
    );
  });
});
