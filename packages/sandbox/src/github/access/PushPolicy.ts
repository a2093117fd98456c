import { Account, BranchProtection, Repository } from '../types';
import { Access } from './Access';
import { protectionFor } from './protectionFor';

/** What a change of one branch by one account would break; empty strings break nothing. */
export interface BranchPolicy {
  /** Why nothing may be pushed at all. */
  update: string | undefined;
  forbidsForce: boolean;
  forbidsDeletion: boolean;
}

/** What protected branches ask of direct pushes. */
export class PushPolicy {
  readonly #access: Access;

  static create(access: Access): PushPolicy {
    return new PushPolicy(access);
  }

  private constructor(access: Access) {
    this.#access = access;
  }

  branch(
    repository: Repository,
    branch: string,
    pusher: Account,
  ): BranchPolicy | undefined {
    const protection = protectionFor(repository, branch);
    return protection && this.policy(repository, protection, pusher);
  }

  policy(
    repository: Repository,
    protection: BranchProtection,
    pusher: Account,
  ): BranchPolicy {
    return {
      update: this.#refusal(repository, protection, pusher.login),
      forbidsForce: !protection.allowForcePushes,
      forbidsDeletion: !protection.allowDeletions,
    };
  }

  #refusal(
    repository: Repository,
    protection: BranchProtection,
    login: string,
  ): string | undefined {
    const isFreeAdmin =
      !protection.enforceAdmins &&
      this.#access.hasRole(login, repository, 'admin');
    if (isFreeAdmin) {
      return undefined;
    }
    const { restrictions, reviews } = protection;
    if (restrictions && !this.#access.isAmong(login, restrictions)) {
      return "You're not authorized to push to this branch. Visit https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches for more information.";
    }
    if (reviews && !this.#access.isAmong(login, reviews.bypass)) {
      return 'Changes must be made through a pull request.';
    }
    return undefined;
  }
}
