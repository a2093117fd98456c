import { GitRepository } from '../git/GitRepository';

/**
 * Parts `feature/x/docs/a.md` into ref and path: the longest branch or tag that
 * it begins with, else a commit.
 */
export async function splitRef(
  content: GitRepository,
  text: string,
): Promise<{ ref: string; path: string; commit: string } | undefined> {
  const known = (await content.refs('refs/heads'))
    .concat(await content.refs('refs/tags'))
    .map(({ ref }) => ref.replace(/^refs\/(heads|tags)\//, ''))
    .filter(name => text === name || text.startsWith(`${name}/`))
    .sort((a, b) => b.length - a.length);
  const ref = known[0] ?? text.split('/')[0];
  const commit = await content.commit(ref);
  const path = text.slice(ref.length).replace(/^\/+|\/+$/g, '');
  return commit ? { ref, path, commit } : undefined;
}
