import { Access, AccessNeed } from './access/Access';
import { PushPolicy } from './access/PushPolicy';
import { PullRequests } from './pulls/PullRequests';
import { RefUpdates } from './pushes/RefUpdates';
import { AccountStore } from './stores/AccountStore';
import { HookStore } from './stores/HookStore';
import { Ids } from './stores/Ids';
import { NamedValueStore } from './stores/NamedValueStore';
import { RepositoryStore } from './stores/RepositoryStore';
import { StatusStore } from './stores/StatusStore';
import { ThreadStore } from './stores/ThreadStore';
import { TokenStore } from './stores/TokenStore';
import { SealedBox } from './stores/SealedBox';
import { Request } from 'express';
import { Caller, GitHubEvents, Repository } from './types';

/** Where the server answers. */
export interface Addresses {
  /** `http://localhost:PORT`. */
  url: string;
  apiUrl: string;
}

/** Everything that routes and pages work with. */
export interface Services extends Addresses {
  ids: Ids;
  accounts: AccountStore;
  tokens: TokenStore;
  secrets: NamedValueStore;
  variables: NamedValueStore;
  sealedBox: SealedBox;
  statuses: StatusStore;
  repositories: RepositoryStore;
  threads: ThreadStore;
  hooks: HookStore;
  events: GitHubEvents;
  access: Access;
  policy: PushPolicy;
  updates: RefUpdates;
  pulls: PullRequests;
  now: () => Date;
  log: (line: string) => void;
  authenticate(req: Request): Caller | undefined;
  /** The caller, or 401. */
  requireCaller(req: Request): Caller;
  repositoryOf(
    req: Request,
    need: AccessNeed,
  ): { repository: Repository; caller: Caller | undefined };
}
