/** Where a repository is, as `publish:github` takes it in one string. */
export interface RepositoryPlace {
  host: string;
  owner: string;
  repo: string;
}

/** `localhost:7411?owner=acme&repo=shop` */
export function formatRepositoryUrl(place: RepositoryPlace): string {
  const { host, owner, repo } = place;
  return `${host}?${new URLSearchParams({ owner, repo })}`;
}

/** The parts that are there; what is no such address has none. */
export function parseRepositoryUrl(text: string): Partial<RepositoryPlace> {
  try {
    const { host, searchParams } = new URL(`https://${text}`);
    return {
      host,
      owner: searchParams.get('owner') ?? undefined,
      repo: searchParams.get('repo') ?? undefined,
    };
  } catch {
    return {};
  }
}

/** What is wrong with a repository's name, in words; `undefined` when nothing is. */
export function whyNotRepositoryName(name: string): string | undefined {
  if (!name) {
    return 'A repository needs a name';
  }
  if (name.length > 100) {
    return 'At most 100 characters';
  }
  if (!/^[\w.-]+$/.test(name) || /^\.+$/.test(name) || name.endsWith('.git')) {
    return 'Letters, digits, dashes, dots and underscores only, and no .git at the end';
  }
  return undefined;
}
