import path from 'node:path';
import { GitRepository, NO_COMMIT } from './git/GitRepository';
import { Services } from './Services';
import { Account, BranchProtection, SeedRepository } from './types';

const PROTECTED: BranchProtection = {
  enforceAdmins: false,
  linearHistory: false,
  allowForcePushes: false,
  allowDeletions: false,
  conversationResolution: false,
  blockCreations: false,
  signatures: false,
};

/** Makes the repositories that are not there yet, each with its folder as first commit. */
export async function seedRepositories(
  services: Services,
  seeds: SeedRepository[],
): Promise<void> {
  const creator = services.accounts.list().find(account => account.siteAdmin);
  if (!creator) {
    throw new Error('github: the seed has no account with siteAdmin');
  }
  for (const seed of seeds) {
    const known = services.repositories.find(seed.owner, seed.name);
    const isWhole = known && (await services.repositories.head(known));
    if (!isWhole) {
      await plant(services, seed, creator);
    }
  }
}

async function plant(
  services: Services,
  seed: SeedRepository,
  creator: Account,
) {
  const repository =
    services.repositories.find(seed.owner, seed.name) ??
    (await services.repositories.create({ ...seed, creator }));
  repository.collaborators = { ...seed.collaborators };
  repository.teams = { ...seed.teams };
  if (seed.protection) {
    const protection = { ...PROTECTED, ...seed.protection };
    repository.protections = { [repository.defaultBranch]: protection };
  }
  services.repositories.save(repository);

  const content = services.repositories.content(repository);
  const tree = await writeFolder(content, seed.folder);
  const date = services.now().toISOString();
  const author = { name: creator.name, email: creator.email, date };
  const commit = await content.writeCommit({
    tree,
    parents: [],
    message: 'Initial commit',
    author,
    committer: author,
  });
  const ref = `refs/heads/${repository.defaultBranch}`;
  await content.updateRef(ref, commit, NO_COMMIT);
}

/** The tree of a folder as it is, whatever ignore files in it say. */
async function writeFolder(
  content: GitRepository,
  folder: string,
): Promise<string> {
  const env = {
    GIT_INDEX_FILE: path.join(content.gitDir, 'seed-index'),
    GIT_WORK_TREE: folder,
  };
  await content.run(['add', '--all', '--force', '.'], { env, cwd: folder });
  return content.text(['write-tree'], { env });
}
