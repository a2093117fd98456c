import { createHmac, timingSafeEqual } from 'node:crypto';
import { StateFolder } from '../../state/StateFolder';
import { ObjectStore } from '../store';
import { UserInfo } from '../types';

/** The object that a token dies with, besides its service account. */
export interface TokenBinding {
  kind: 'Secret' | 'Pod';
  name: string;
  uid: string;
}

export interface IssueTokenOptions {
  namespace: string;
  name: string;
  uid: string;
  audiences?: string[];
  bound?: TokenBinding;
  expiresAt?: Date;
}

interface Claims {
  iss: string;
  sub: string;
  aud?: string[];
  exp?: number;
  iat: number;
  'kubernetes.io': {
    namespace: string;
    serviceaccount: { name: string; uid: string };
    secret?: { name: string; uid: string };
    pod?: { name: string; uid: string };
  };
}

export interface ServiceAccountTokensOptions {
  state: StateFolder;
  store: ObjectStore;
  now: () => Date;
}

const ISSUER = 'https://kubernetes.default.svc';

/** Makes and checks the tokens of service accounts: JWTs, signed with a key of this cluster. */
export class ServiceAccountTokens {
  readonly #key: string;
  readonly #store: ObjectStore;
  readonly #now: () => Date;

  constructor({ state, store, now }: ServiceAccountTokensOptions) {
    this.#key = state.secret('service-account-key');
    this.#store = store;
    this.#now = now;
  }

  issue(options: IssueTokenOptions): string {
    const { namespace, name, uid, bound, expiresAt, audiences } = options;
    const claims: Claims = {
      iss: ISSUER,
      sub: `system:serviceaccount:${namespace}:${name}`,
      aud: audiences ?? [ISSUER],
      iat: seconds(this.#now()),
      exp: expiresAt && seconds(expiresAt),
      'kubernetes.io': {
        namespace,
        serviceaccount: { name, uid },
        ...(bound && {
          [bound.kind.toLowerCase()]: { name: bound.name, uid: bound.uid },
        }),
      },
    };
    const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
    return `${content}.${this.#sign(content)}`;
  }

  /** Whose token it is; `undefined` for one that is forged, expired or orphaned. */
  verify(token: string): UserInfo | undefined {
    const claims = this.#read(token);
    if (!claims || (claims.exp && claims.exp <= seconds(this.#now()))) {
      return undefined;
    }
    const { namespace, serviceaccount, secret, pod } = claims['kubernetes.io'];
    const lives = (storage: string, one?: { name: string; uid: string }) =>
      !one ||
      this.#store.get(storage, `${namespace}/${one.name}`)?.metadata.uid ===
        one.uid;
    if (
      !lives('serviceaccounts', serviceaccount) ||
      !lives('secrets', secret) ||
      !lives('pods', pod)
    ) {
      return undefined;
    }
    return {
      name: claims.sub,
      uid: serviceaccount.uid,
      groups: [
        'system:serviceaccounts',
        `system:serviceaccounts:${namespace}`,
        'system:authenticated',
      ],
    };
  }

  #read(token: string): Claims | undefined {
    const [header, body, signature] = token.split('.');
    if (!signature) {
      return undefined;
    }
    const expected = Buffer.from(this.#sign(`${header}.${body}`));
    const given = Buffer.from(signature);
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
      return undefined;
    }
    return JSON.parse(Buffer.from(body, 'base64url').toString());
  }

  #sign(content: string): string {
    return createHmac('sha256', this.#key).update(content).digest('base64url');
  }
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
