import { unauthorized } from '../errors';
import { TokenUser, UserInfo } from '../types';
import { ClientCertificate } from './readClientCertificate';
import { ServiceAccountTokens } from './ServiceAccountTokens';

const ANONYMOUS: UserInfo = {
  name: 'system:anonymous',
  groups: ['system:unauthenticated'],
};

/** What a caller shows of itself. */
export interface Credentials {
  /** The header. */
  authorization?: string;
  certificate?: ClientCertificate;
}

/** Finds out who asks, by the client certificate or the bearer token. */
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

  /** Anonymous without credentials, 401 with wrong ones only. */
  identify({ authorization, certificate }: Credentials): UserInfo {
    if (certificate && certificate !== 'refused') {
      return certificate.user;
    }
    if (!authorization && !certificate) {
      return ANONYMOUS;
    }
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    const user =
      token && (this.#users.get(token) ?? this.#tokens.verify(token));
    if (!user) {
      throw unauthorized();
    }
    return user;
  }
}
