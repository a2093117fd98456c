import { randomBytes } from 'node:crypto';
import { StateFolder } from '../../state/StateFolder';
import { ApplicationCredential, CredentialStore } from './CredentialStore';
import { Caller } from './Caller';
import { Identity, Project, User } from './Identity';
import { TokenRecord, TokenStore } from './TokenStore';
import { utcTime } from './utcTime';

export interface KeystoneOptions {
  identity: Identity;
  state: StateFolder;
  tokenSeconds: number;
  now: () => Date;
}

export interface IssueTokenOptions {
  user: User;
  project?: Project;
  methods: string[];
  applicationCredential?: ApplicationCredential;
  /** The token that this one is made from: it ends no later. */
  parent?: TokenRecord;
}

/** Gives out tokens and knows what they stand for. */
export class Keystone {
  readonly identity: Identity;
  readonly tokens: TokenStore;
  readonly credentials: CredentialStore;
  readonly #tokenSeconds: number;
  readonly #now: () => Date;

  static create(options: KeystoneOptions): Keystone {
    return new Keystone(options);
  }

  private constructor(options: KeystoneOptions) {
    const { identity, state, tokenSeconds, now } = options;
    this.identity = identity;
    this.tokens = TokenStore.open({ state, now });
    this.credentials = CredentialStore.open(state);
    this.#tokenSeconds = tokenSeconds;
    this.#now = now;
  }

  issue(options: IssueTokenOptions): string {
    const { user, project, methods, applicationCredential, parent } = options;
    const now = this.#now().getTime();
    const own = inMicroseconds(new Date(now + this.#tokenSeconds * 1000));
    const ends = [own, parent?.expiresAt, applicationCredential?.expiresAt];
    const expiresAt = ends
      .filter(end => end !== undefined)
      .reduce((a, b) => (utcTime(a) <= utcTime(b) ? a : b));
    return this.tokens.issue({
      user: user.name,
      project: project?.name,
      methods: [...new Set([...(parent?.methods ?? []), ...methods])].sort(),
      auditIds: [
        randomBytes(16).toString('base64url'),
        ...(parent?.auditIds.slice(-1) ?? []),
      ],
      issuedAt: inMicroseconds(new Date(now)),
      expiresAt,
      applicationCredential: applicationCredential?.id,
    });
  }

  /** `undefined` for a token that is not valid, or no longer. */
  callerOf(token: string | undefined): Caller | undefined {
    const record = this.tokens.find(token);
    const user = record && this.identity.user({ name: record.user });
    if (!record || !user) {
      return undefined;
    }
    const project =
      record.project === undefined
        ? undefined
        : this.identity.project({ name: record.project });
    const credential = this.credentials.find(record.applicationCredential);
    if (record.applicationCredential && !credential) {
      return undefined;
    }
    const roles = project ? this.identity.rolesOf(user, project) : [];
    return {
      token: record,
      user,
      project,
      roles: credential
        ? roles.filter(role => credential.roles.includes(role))
        : roles,
      applicationCredential: credential,
    };
  }
}

function inMicroseconds(time: Date): string {
  return time.toISOString().replace('Z', '000Z');
}
