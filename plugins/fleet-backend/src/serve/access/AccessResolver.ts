import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionTransformer,
  PermissionRuleset,
} from '@backstage/plugin-permission-node';
import {
  fleetItemReadPermission,
  fleetSourceReadPermission,
  RESOURCE_TYPE_FLEET_ITEM,
} from '@slipway/backstage-plugin-fleet-common';
import {
  ItemScope,
  ItemScopeFilter,
  toScopePredicate,
} from '../../permissions';
import { Access } from './Access';
import { callerKey } from './callerKey';
import { ShortMemory } from './ShortMemory';

const REMEMBERED_MS = 5_000;
const REMEMBERED_CALLERS = 1_000;

/** What {@link AccessResolver} asks. */
export interface AccessResolverOptions {
  permissions: PermissionsService;
  /** As the permissions registry knows it, with rules that others added. */
  ruleset: PermissionRuleset<
    ItemScope,
    ItemScopeFilter,
    typeof RESOURCE_TYPE_FLEET_ITEM
  >;
  now: () => Date;
}

/** Asks the policy what somebody may see or do. */
export class AccessResolver {
  readonly #permissions: PermissionsService;
  readonly #transform: ReturnType<
    typeof createConditionTransformer<ItemScopeFilter>
  >;
  readonly #accesses: ShortMemory<Access>;

  static create(options: AccessResolverOptions): AccessResolver {
    return new AccessResolver(options);
  }

  private constructor({ permissions, ruleset, now }: AccessResolverOptions) {
    this.#permissions = permissions;
    this.#transform = createConditionTransformer(ruleset);
    this.#accesses = new ShortMemory({
      now,
      milliseconds: REMEMBERED_MS,
      size: REMEMBERED_CALLERS,
    });
  }

  /** What they may see; the answer of a few seconds ago will do. */
  async accessOf(credentials: BackstageCredentials): Promise<Access> {
    return this.#accesses.get(callerKey(credentials), async () => {
      const [[items], [sources]] = await Promise.all([
        this.#permissions.authorizeConditional(
          [{ permission: fleetItemReadPermission }],
          { credentials },
        ),
        this.#permissions.authorize(
          [{ permission: fleetSourceReadPermission }],
          { credentials },
        ),
      ]);
      return this.#decide(items, sources.result === AuthorizeResult.ALLOW);
    });
  }

  /** Whether they may do something to an item, asked at this moment. */
  async mayDo(options: {
    credentials: BackstageCredentials;
    permission: ResourcePermission<typeof RESOURCE_TYPE_FLEET_ITEM>;
    scope: ItemScope;
  }): Promise<boolean> {
    const { credentials, permission, scope } = options;
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    return this.#decide(decision, false).sees(scope);
  }

  #decide(decision: PolicyDecision, sources: boolean): Access {
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return access({ extent: 'all', sees: () => true, sources });
      case AuthorizeResult.CONDITIONAL:
        return access({
          extent: 'some',
          conditions: decision.conditions,
          sees: toScopePredicate(this.#transform(decision.conditions)),
          sources,
        });
      default:
        return access({ extent: 'none', sees: () => false, sources });
    }
  }
}

function access(
  options: Omit<Access, 'key'> & { conditions?: unknown },
): Access {
  const { conditions, ...rest } = options;
  return {
    ...rest,
    key: JSON.stringify([rest.extent, rest.sources, conditions]),
  };
}
