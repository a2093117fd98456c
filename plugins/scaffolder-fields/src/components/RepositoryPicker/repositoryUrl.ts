/** A repository, in the parts that the repository picker of Backstage writes. */
export interface RepositoryParts {
  host: string;
  owner: string;
  name: string;
}

/** `github.com?owner=acme&repo=shop`, which is what template actions expect. */
export function formatRepositoryUrl(parts: RepositoryParts): string {
  const query = new URLSearchParams({ owner: parts.owner, repo: parts.name });
  return `${parts.host}?${query}`;
}

/** The parts of such a text; empty ones where it says nothing. */
export function parseRepositoryUrl(text: string | undefined): RepositoryParts {
  const [host, query] = (text ?? '').split('?');
  const search = new URLSearchParams(query);
  return {
    host,
    owner: search.get('owner') ?? '',
    name: search.get('repo') ?? '',
  };
}
