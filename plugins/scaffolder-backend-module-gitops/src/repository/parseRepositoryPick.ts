import { InputError } from '@backstage/errors';
import { parseRepositoryAddress, RepositoryAddress } from './RepositoryAddress';

/**
 * The address behind the value of a repository picker, `host?owner=&repo=`. It
 * has no scheme; that of the platform repository counts for its host.
 */
export function parseRepositoryPick(
  repoUrl: string,
  platform: RepositoryAddress,
): RepositoryAddress {
  const text = `https://${repoUrl}`;
  const picked = URL.canParse(text) ? new URL(text) : undefined;
  const owner = picked?.searchParams.get('owner');
  const repo = picked?.searchParams.get('repo');
  if (!picked || !owner || !repo) {
    throw new InputError(
      `"${repoUrl}" does not name a repository (host?owner=…&repo=…)`,
    );
  }
  const scheme =
    picked.host === platform.host ? new URL(platform.url).protocol : 'https:';
  return parseRepositoryAddress(`${scheme}//${picked.host}/${owner}/${repo}`);
}
