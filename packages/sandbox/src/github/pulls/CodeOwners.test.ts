import { CodeOwners } from './CodeOwners';

function ownersOf(file: string, path: string): string[] {
  return CodeOwners.parse(file).of(path);
}

describe('CodeOwners', () => {
  it.each([
    ['* @a', 'x/y', true],
    ['*.js @a', 'x/y.js', true],
    ['*.js @a', 'x/y.ts', false],
    ['/build/logs/ @a', 'build/logs/1/2', true],
    ['/build/logs/ @a', 'x/build/logs/1', false],
    ['docs/* @a', 'docs/a.md', true],
    ['docs/* @a', 'docs/b/a.md', false],
    ['apps/ @a', 'x/apps/y', true],
    ['/docs/ @a', 'docs/x', true],
    ['**/logs @a', 'a/b/logs/c', true],
    ['/services/*/prod/ @a', 'services/shop/prod/kustomization.yaml', true],
    ['/services/*/prod/ @a', 'services/shop/dev/kustomization.yaml', false],
    ['/services/**/prod @a', 'services/a/b/prod/x', true],
    ['/with\\ space @a', 'with space', true],
    ['# * @a', 'x', false],
    ['README.md @a # why', 'README.md', true],
    ['a.b @a', 'axb', false],
  ])('%s: %s is owned: %s', (line, path, isOwned) => {
    expect(ownersOf(line, path)).toEqual(isOwned ? ['@a'] : []);
  });

  it('lets the last line that matches count, also one without owners', () => {
    const file = '* @all\n/x/ @a @org/team\n/x/free\n';
    expect(ownersOf(file, 'y')).toEqual(['@all']);
    expect(ownersOf(file, 'x/y')).toEqual(['@a', '@org/team']);
    expect(ownersOf(file, 'x/free')).toEqual([]);
  });
});
