import { BranchProtection, Repository } from '../types';

/** The protection of a branch; names may carry `*`. */
export function protectionFor(
  repository: Repository,
  branch: string,
): BranchProtection | undefined {
  const exact = Object.hasOwn(repository.protections, branch)
    ? repository.protections[branch]
    : undefined;
  if (exact) {
    return exact;
  }
  const pattern = Object.keys(repository.protections).find(
    name => name.includes('*') && matches(name, branch),
  );
  return pattern === undefined ? undefined : repository.protections[pattern];
}

function matches(pattern: string, branch: string): boolean {
  const source = pattern
    .split('*')
    .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]*');
  return new RegExp(`^${source}$`).test(branch);
}
