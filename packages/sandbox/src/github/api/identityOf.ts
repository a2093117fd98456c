import { CommitIdentity } from '../git/GitRepository';
import { Services } from '../Services';
import { Caller } from '../types';
import { GitHubError } from './GitHubError';
import { readBody } from './readBody';

/** Author and committer as the body gives them; the caller where it does not. */
export function identityOf(
  services: Services,
  caller: Caller,
  body: {
    author?: Record<string, unknown>;
    committer?: Record<string, unknown>;
  },
): { author: CommitIdentity; committer: CommitIdentity } {
  const date = services.now().toISOString();
  const { name, email } = caller.account;
  const own = { name, email, date };
  const committer = body.committer ? parse(body.committer, date) : undefined;
  const author = body.author ? parse(body.author, date) : undefined;
  return {
    author: author ?? committer ?? own,
    committer: committer ?? author ?? own,
  };
}

function parse(fields: Record<string, unknown>, now: string): CommitIdentity {
  const { name, email, date } = readBody(
    { body: fields },
    { name: 'string', email: 'string', date: 'string?' },
  );
  if (date !== undefined && Number.isNaN(Date.parse(date))) {
    throw new GitHubError(
      422,
      `Invalid request.\n\n${JSON.stringify(date)} is not a valid date-time.`,
    );
  }
  return { name, email, date: date ?? now };
}
