import { createHash } from 'node:crypto';
import { StateFolder } from '../../state/StateFolder';
import { Role } from '../types';

export interface AccessRule {
  id: string;
  service: string;
  method: string;
  path: string;
}

/** An application credential; of its secret only the hash is kept. */
export interface ApplicationCredential {
  id: string;
  name: string;
  description: string | null;
  user: string;
  project: string;
  roles: Role[];
  expiresAt?: string;
  unrestricted: boolean | null;
  accessRules?: AccessRule[];
  secretHash: string;
}

/** Application credentials of all users; they outlive a restart. */
export class CredentialStore {
  readonly #state: StateFolder;
  #credentials: ApplicationCredential[];

  static open(state: StateFolder): CredentialStore {
    return new CredentialStore(state);
  }

  private constructor(state: StateFolder) {
    this.#state = state;
    this.#credentials = state.readJson('credentials.json') ?? [];
  }

  find(id: string | undefined): ApplicationCredential | undefined {
    return this.#credentials.find(credential => credential.id === id);
  }

  ofUser(user: string): ApplicationCredential[] {
    return this.#credentials.filter(credential => credential.user === user);
  }

  add(credential: ApplicationCredential): void {
    this.#save([...this.#credentials, credential]);
  }

  delete(id: string): void {
    this.#save(this.#credentials.filter(credential => credential.id !== id));
  }

  static hash(secret: string): string {
    return createHash('sha256').update(secret).digest('hex');
  }

  #save(credentials: ApplicationCredential[]) {
    this.#credentials = credentials;
    this.#state.writeJson(credentials, 'credentials.json');
  }
}
