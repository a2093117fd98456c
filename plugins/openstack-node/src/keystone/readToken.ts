import { fieldOf } from '../json/fieldOf';
import { ServiceAnswer } from '../transport/ServiceAnswer';
import { KeystoneIdentity } from './KeystoneIdentity';
import { parseTime } from './parseTime';
import { readCatalog } from './readCatalog';
import { Token } from './Token';

/** A token, or what is wrong with the answer. */
export type ReadToken =
  | { outcome: 'token'; token: Token }
  | { outcome: 'unusable'; reason: string };

/** Life of a token that does not say when it ends. */
const UNKNOWN_LIFE_MS = 5 * 60_000;

/** Understands an answer of `/v3/auth/tokens`. */
export function readToken(options: {
  value: string | undefined;
  answer: ServiceAnswer;
  body: unknown;
}): ReadToken {
  const { value, answer } = options;
  const token = fieldOf(options.body, 'token');
  const user = identityIn(fieldOf(token, 'user'));
  const project = identityIn(fieldOf(token, 'project'));
  if (!value || !user) {
    return { outcome: 'unusable', reason: 'the answer has no token' };
  }
  if (!project) {
    return {
      outcome: 'unusable',
      reason: 'the token is for no project: say which one',
    };
  }
  return {
    outcome: 'token',
    token: Token.create({
      value,
      user,
      project,
      catalog: readCatalog(fieldOf(token, 'catalog')),
      lifeMs: lifeOf(token, answer),
    }),
  };
}

/** All by Keystone's clock, so that ours does not matter. */
function lifeOf(token: unknown, answer: ServiceAnswer): number {
  const expires = parseTime(fieldOf(token, 'expires_at'));
  const answered = Date.parse(answer.header('date') ?? '');
  const from = Number.isNaN(answered)
    ? parseTime(fieldOf(token, 'issued_at'))
    : answered;
  return expires === undefined || from === undefined
    ? UNKNOWN_LIFE_MS
    : Math.max(0, expires - from);
}

function identityIn(value: unknown): KeystoneIdentity | undefined {
  const id = fieldOf(value, 'id');
  const name = fieldOf(value, 'name');
  return typeof id === 'string'
    ? { id, name: typeof name === 'string' ? name : id }
    : undefined;
}
