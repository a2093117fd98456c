import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import {
  formatEvidence,
  ItemDetail,
  LiveObject,
  ObjectRef,
  SourceKind,
} from '@slipway/backstage-plugin-fleet-common';
import {
  ClusterClient,
  ClusterResponse,
} from '@slipway/backstage-plugin-fleet-node';
import { ClientsFor } from '../ClientsFor';
import { FleetView } from '../FleetView';
import { redactObject } from './redactObject';

const DEADLINE_MS = 10_000;

/** How a kind is asked for. */
export interface ObjectKind {
  kind: string;
  /** What kind of source has it. */
  from: SourceKind;
  group: string;
  /** In order of preference. */
  versions: string[];
  plural: string;
  namespaced: boolean;
}

/** Which object, and as part of which item. */
export interface ObjectRequest {
  item: string;
  kind: string;
  namespace?: string;
  name: string;
}

/** What {@link ObjectReader} reads with. */
export interface ObjectReaderOptions {
  view: FleetView<BackstageCredentials>;
  kinds: readonly ObjectKind[];
  clientsFor: ClientsFor;
  now: () => Date;
}

/** Reads one object as it is now: only such as belong to an item that the caller sees. */
export class ObjectReader {
  readonly #options: ObjectReaderOptions;

  static create(options: ObjectReaderOptions): ObjectReader {
    return new ObjectReader(options);
  }

  private constructor(options: ObjectReaderOptions) {
    this.#options = options;
  }

  /** Kubernetes may have a kind of the same name as records. */
  #kindOf(ref: ObjectRef): ObjectKind | undefined {
    const kinds = this.#options.kinds.filter(({ kind }) => kind === ref.kind);
    const kind = kinds.find(known => !isRecordKind(known));
    if (!kind && kinds.length > 0) {
      throw new InputError(
        `${formatEvidence(ref)} of ${
          ref.scope
        } is no Kubernetes object: all that is read of it is in the item`,
      );
    }
    return kind;
  }

  async read(options: {
    credentials: BackstageCredentials;
    request: ObjectRequest;
    signal: AbortSignal;
  }): Promise<LiveObject> {
    const { credentials, request, signal } = options;
    const detail = await this.#options.view.getItem(credentials, request.item);
    const ref = detail && findObject(detail, request);
    const kind = ref && this.#kindOf(ref);
    const client = ref && this.#options.clientsFor(ref.scope).reader;
    if (!ref || !kind || !client) {
      throw new NotFoundError(
        `There is no ${request.kind} "${request.name}" that can be read with this item`,
      );
    }
    const body = await getObject({
      client,
      kind,
      ref,
      signal: AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]),
    });
    return {
      object: redactObject(body),
      fetchedAt: this.#options.now().toISOString(),
    };
  }
}

function isRecordKind({ from }: ObjectKind): boolean {
  return from !== 'cluster';
}

function findObject(
  { item, chain }: ItemDetail,
  { kind, namespace = '', name }: ObjectRequest,
): ObjectRef | undefined {
  const findings = [
    ...(item.finding ? [item.finding] : []),
    ...(item.beside ?? []),
  ];
  return [
    item.object,
    ...chain.map(step => step.object),
    ...findings.map(({ evidence }) => evidence),
  ].find(
    ref =>
      ref.kind === kind && ref.namespace === namespace && ref.name === name,
  );
}

async function getObject(options: {
  client: ClusterClient;
  kind: ObjectKind;
  ref: ObjectRef;
  signal: AbortSignal;
}): Promise<Record<string, unknown>> {
  const { client, kind, ref, signal } = options;
  let response: ClusterResponse | undefined;
  for (const version of kind.versions) {
    response = await ask(client, {
      ref,
      path: pathOf({ kind, version, ref }),
      signal,
    });
    if (response.status !== 404) {
      break;
    }
  }
  if (response?.status === 200 && isRecord(response.body)) {
    return response.body;
  }
  throw refusal(ref, response);
}

async function ask(
  client: ClusterClient,
  options: { ref: ObjectRef; path: string; signal: AbortSignal },
): Promise<ClusterResponse> {
  const { ref, path, signal } = options;
  try {
    return await client.request({ method: 'GET', path, signal });
  } catch (error) {
    throw new ServiceUnavailableError(
      `${ref.scope} does not answer: ${toError(error).message}`,
    );
  }
}

function refusal(ref: ObjectRef, response: ClusterResponse | undefined): Error {
  const name = formatEvidence(ref);
  switch (response?.status) {
    case 404:
    case undefined:
      return new NotFoundError(`${name} is not there any more`);
    case 401:
    case 403:
      return new NotAllowedError(
        `${ref.scope} does not let the fleet's reader read ${name}`,
      );
    default:
      return new ServiceUnavailableError(
        `${ref.scope} answers ${response?.status} for ${name}`,
      );
  }
}

function pathOf(options: {
  kind: ObjectKind;
  version: string;
  ref: ObjectRef;
}): string {
  const { kind, version, ref } = options;
  const root = kind.group
    ? `/apis/${kind.group}/${version}`
    : `/api/${version}`;
  const namespace = kind.namespaced
    ? `/namespaces/${encodeURIComponent(ref.namespace)}`
    : '';
  return `${root}${namespace}/${kind.plural}/${encodeURIComponent(ref.name)}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
