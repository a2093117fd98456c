import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import {
  FleetItem,
  OperationAnswer,
} from '@slipway/backstage-plugin-fleet-common';
import { Operation } from '@slipway/backstage-plugin-fleet-node';
import { ItemScope } from '../permissions';
import { AccessResolver } from '../serve/access/AccessResolver';
import { ClientsFor } from '../serve/ClientsFor';
import { FleetReadModel } from '../serve/FleetReadModel';

const DEADLINE_MS = 30_000;

/** Which operation on which item. */
export interface OperationRequest {
  item: string;
  operation: string;
  /** Only says what it would change. */
  dryRun?: boolean;
}

/** What {@link OperationRunner} works with. */
export interface OperationRunnerOptions {
  model: FleetReadModel;
  scopeOf(id: string): ItemScope | undefined;
  access: AccessResolver;
  operations: readonly Operation<any>[];
  clientsFor: ClientsFor;
  now: () => Date;
  /** Ends what is running when the backend stops. */
  signal: AbortSignal;
}

/** Runs the operations of domains: who may, whether it helps, then the write. */
export class OperationRunner {
  readonly #options: OperationRunnerOptions;

  static create(options: OperationRunnerOptions): OperationRunner {
    return new OperationRunner(options);
  }

  private constructor(options: OperationRunnerOptions) {
    this.#options = options;
  }

  async run(
    credentials: BackstageCredentials,
    request: OperationRequest,
  ): Promise<OperationAnswer> {
    const { model, clientsFor, now, signal } = this.#options;
    const { item, operation } = await this.#authorized(credentials, request);
    const check = operation.check(item, model.reader, now());
    if (check.outcome === 'refused') {
      return check;
    }
    const { cluster } = item.ref;
    const client = clientsFor(cluster).operator;
    if (!client) {
      return {
        outcome: 'command',
        command: operation.command(item),
        reason: `The fleet has no credentials to act in ${cluster}`,
      };
    }
    if (request.dryRun) {
      return check;
    }
    try {
      return await operation.run({
        item,
        client,
        now,
        signal: AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]),
      });
    } catch (error) {
      throw new ServiceUnavailableError(
        `${operation.title} failed in ${cluster}: ${toError(error).message}`,
      );
    }
  }

  async #authorized(
    credentials: BackstageCredentials,
    request: OperationRequest,
  ): Promise<{ item: FleetItem; operation: Operation }> {
    const { model, scopeOf, access, operations } = this.#options;
    const scope = scopeOf(request.item);
    const item = model.item(request.item);
    const seen = (await access.accessOf(credentials)).sees;
    // What cannot be seen is not there, whatever may be done to it.
    if (!scope || !item || !seen(scope)) {
      throw new NotFoundError(`There is no item "${request.item}"`);
    }
    const operation = operations.find(
      ({ id, domain }) =>
        id === request.operation && domain === item.ref.domain,
    );
    if (!operation) {
      throw new NotFoundError(
        `${item.ref.domain} have no operation "${request.operation}"`,
      );
    }
    const { permission } = operation;
    if (!(await access.mayDo({ credentials, permission, scope }))) {
      throw new NotAllowedError(
        `The permission ${permission.name} for this item is missing; ask a platform engineer for it`,
      );
    }
    return { item, operation };
  }
}
