import {
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { decideForDeveloper } from './decideForDeveloper';
import { Caller } from './types';

/**
 * Platform engineers may do everything, developers what their teams own.
 *
 * Services and scripts with a service token do not come here: Backstage lets
 * them pass before it asks a policy.
 */
export class SlipwayPermissionPolicy implements PermissionPolicy {
  readonly #platformGroups: ReadonlySet<string>;
  readonly #userInfo: UserInfoService;
  // One batch of questions carries the same credentials object many times.
  readonly #callers = new WeakMap<BackstageCredentials, Promise<Caller>>();

  static create(options: {
    platformGroups: string[];
    userInfo: UserInfoService;
  }) {
    return new SlipwayPermissionPolicy(options);
  }

  private constructor(options: {
    platformGroups: string[];
    userInfo: UserInfoService;
  }) {
    this.#platformGroups = new Set(options.platformGroups);
    this.#userInfo = options.userInfo;
  }

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return { result: AuthorizeResult.DENY };
    }
    const caller = await this.#callerOf(user.credentials);
    if (caller.ownershipRefs.some(ref => this.#platformGroups.has(ref))) {
      return { result: AuthorizeResult.ALLOW };
    }
    return decideForDeveloper(request.permission, caller);
  }

  #callerOf(credentials: BackstageCredentials): Promise<Caller> {
    let caller = this.#callers.get(credentials);
    if (!caller) {
      caller = this.#userInfo.getUserInfo(credentials).then(info => ({
        userRef: info.userEntityRef,
        ownershipRefs: info.ownershipEntityRefs,
      }));
      this.#callers.set(credentials, caller);
    }
    return caller;
  }
}
