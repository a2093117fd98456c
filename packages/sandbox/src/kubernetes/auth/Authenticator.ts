import { unauthorized } from '../errors';
import { TokenUser, UserInfo } from '../types';
import { ServiceAccountTokens } from './ServiceAccountTokens';

const ANONYMOUS: UserInfo = {
  name: 'system:anonymous',
  groups: ['system:unauthenticated'],
};

/** Finds out who asks, by the bearer token. */
export class Authenticator {
  readonly #users: Map<string, UserInfo>;
  readonly #tokens: ServiceAccountTokens;

  constructor(users: TokenUser[], tokens: ServiceAccountTokens) {
    this.#users = new Map(
      users.map(({ token, name, groups }) => [
        token,
        { name, groups: [...groups, 'system:authenticated'] },
      ]),
    );
    this.#tokens = tokens;
  }

  /** Anonymous without a token, 401 with a wrong one. */
  identify(authorization: string | undefined): UserInfo {
    if (!authorization) {
      return ANONYMOUS;
    }
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    const user =
      token && (this.#users.get(token) ?? this.#tokens.verify(token));
    if (!user) {
      throw unauthorized();
    }
    return user;
  }
}
