import {
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import { platformWritePermission } from '@slipway/backstage-plugin-fleet-common';
import { groupRefOf } from './groupRefOf';

/**
 * What {@link OwnerAuthorizer} asks.
 *
 * @public
 */
export interface OwnerAuthorizerOptions {
  /** Decides by the policy of this Backstage. */
  permissions: PermissionsService;
  /** Knows the groups of a user, which tokens do not carry. */
  userInfo: UserInfoService;
}

/**
 * Who wants to do what, and for whom.
 *
 * @public
 */
export interface AuthorizeOwnerOptions {
  /** Of the person who started it, as `ctx.getInitiatorCredentials()` gives them. */
  credentials: BackstageCredentials;
  /** What it takes, besides belonging to the owner. */
  permission: BasicPermission;
  /** The group for which something is made or changed. */
  owner: string;
}

/**
 * Decides whether somebody may act for a group: they need the permission, and
 * must belong to the group unless they may write the whole platform.
 *
 * @public
 */
export class OwnerAuthorizer {
  readonly #permissions: PermissionsService;
  readonly #userInfo: UserInfoService;

  /** An authorizer that asks these services. */
  static create(options: OwnerAuthorizerOptions): OwnerAuthorizer {
    return new OwnerAuthorizer(options);
  }

  private constructor(options: OwnerAuthorizerOptions) {
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
  }

  /** Throws a NotAllowedError unless all of the platform may be written. */
  async authorizePlatform(credentials: BackstageCredentials): Promise<void> {
    const [{ result }] = await this.#permissions.authorize(
      [{ permission: platformWritePermission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw missing(platformWritePermission);
    }
  }

  /** Throws a NotAllowedError that says what is missing. */
  async authorize(options: AuthorizeOwnerOptions): Promise<void> {
    const { credentials, permission } = options;
    const owner = groupRefOf(options.owner);
    const [own, platform] = await this.#permissions.authorize(
      [{ permission }, { permission: platformWritePermission }],
      { credentials },
    );
    if (own.result !== AuthorizeResult.ALLOW) {
      throw missing(permission);
    }
    if (platform.result === AuthorizeResult.ALLOW) {
      return;
    }
    const user = await this.#userInfo.getUserInfo(credentials);
    const groups = user.ownershipEntityRefs.filter(ref =>
      ref.startsWith('group:'),
    );
    if (!groups.includes(owner)) {
      throw new NotAllowedError(
        `${user.userEntityRef} does not belong to ${owner} and may not act for it. ` +
          `Choose one of: ${groups.join(', ') || 'no group'}`,
      );
    }
  }
}

function missing(permission: BasicPermission): NotAllowedError {
  return new NotAllowedError(
    `The permission ${permission.name} is missing; ask a platform engineer for it`,
  );
}
