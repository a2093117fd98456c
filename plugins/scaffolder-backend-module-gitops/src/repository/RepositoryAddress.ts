import { InputError } from '@backstage/errors';

/** Where a repository is, and the branch that counts. @public */
export interface RepositoryAddress {
  /** With the port, as integrations know it. */
  host: string;
  owner: string;
  name: string;
  /** Web address without a trailing `.git`. */
  url: string;
  branch: string;
}

/** Parses a web or clone address. @public */
export function parseRepositoryAddress(
  address: string,
  branch: string = 'main',
): RepositoryAddress {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const [owner, repository, ...rest] =
    url?.pathname.split('/').filter(Boolean) ?? [];
  if (!url || !owner || !repository || rest.length > 0) {
    throw new InputError(
      `"${address}" is not the address of a repository (https://host/owner/name)`,
    );
  }
  const name = repository.replace(/\.git$/, '');
  return {
    host: url.host,
    owner,
    name,
    url: `${url.origin}/${owner}/${name}`,
    branch,
  };
}
