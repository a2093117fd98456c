import { Secrets } from './Secrets';

describe('Secrets', () => {
  const secret = 'pa"ss\\w&rd/é';

  it.each([
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
    JSON.stringify(JSON.stringify(secret)).slice(3, -3),
    encodeURIComponent(secret).toLowerCase(),
    'pa&quot;ss\\w&amp;rd/é',
    'pa&#34;ss&#x5c;w&#38;rd&#47;&#xe9;',
    'pa\\"ss\\\\w&rd\\/\\u00e9',
  ])('hides %s', spelling => {
    expect(Secrets.create([secret]).hide(`a ${spelling} b`)).toBe(
      'a [hidden] b',
    );
  });

  it('takes nothing else for a secret', () => {
    const text = 'pa"sswrd pa"ss\\w&rd/ PA';
    expect(Secrets.create([secret]).hide(text)).toBe(text);
  });

  it('hides the last tokens, and goes on hiding what lasts', () => {
    const secrets = Secrets.create(['lasting']);
    ['one', 'two', 'three', 'four', 'five', 'five'].forEach(token =>
      secrets.addToken(token),
    );
    expect(secrets.hide('lasting one two three four five')).toBe(
      '[hidden] one [hidden] [hidden] [hidden] [hidden]',
    );
  });

  it('leaves words whole when a secret is next to nothing', () => {
    const secrets = Secrets.create(['a', '']);
    expect(secrets.hide('banana')).toBe('banana');
  });
});
