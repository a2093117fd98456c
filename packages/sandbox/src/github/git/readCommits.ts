import { GitRepository } from './GitRepository';

/** A commit as git tells it. */
export interface CommitFacts {
  sha: string;
  tree: string;
  parents: string[];
  author: { name: string; email: string; date: string };
  committer: { name: string; email: string; date: string };
  message: string;
}

const FIELDS = ['%H', '%T', '%P', '%an', '%ae', '%at', '%cn', '%ce', '%ct'];
const FORMAT = `--format=${[...FIELDS, '%B'].join('%x00')}%x00`;

/** What `git log` says about commits; `args` are its revisions and limits. */
export async function readCommits(
  repository: GitRepository,
  args: string[],
): Promise<CommitFacts[]> {
  const text = (await repository.run(['log', FORMAT, ...args])).toString(
    'utf8',
  );
  const fields = text.split('\0');
  const commits: CommitFacts[] = [];
  for (let at = 0; at + FIELDS.length < fields.length; at += 10) {
    const [sha, tree, parents, an, ae, at_, cn, ce, ct, message] = fields.slice(
      at,
      at + 10,
    );
    commits.push({
      sha: sha.trim(),
      tree,
      parents: parents === '' ? [] : parents.split(' '),
      author: { name: an, email: ae, date: toIso(at_) },
      committer: { name: cn, email: ce, date: toIso(ct) },
      message: message.replace(/\n+$/, ''),
    });
  }
  return commits;
}

/** One commit that exists. */
export async function readCommit(
  repository: GitRepository,
  sha: string,
): Promise<CommitFacts> {
  const text = (await repository.read(sha)).toString('utf8');
  const end = text.indexOf('\n\n');
  const head = text.slice(0, end).split('\n');
  const all = (name: string) =>
    head
      .filter(line => line.startsWith(`${name} `))
      .map(line => line.slice(name.length + 1));
  return {
    sha,
    tree: all('tree')[0],
    parents: all('parent'),
    author: parseIdentity(all('author')[0]),
    committer: parseIdentity(all('committer')[0]),
    message: text.slice(end + 2).replace(/\n+$/, ''),
  };
}

function parseIdentity(line: string): CommitFacts['author'] {
  const [, name = '', email = '', seconds = '0'] =
    /^(.*?) ?<(.*)> (\d+)/.exec(line) ?? [];
  return { name, email, date: toIso(seconds) };
}

function toIso(seconds: string): string {
  return new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}
