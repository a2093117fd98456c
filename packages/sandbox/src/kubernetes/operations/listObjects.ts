import { ClusterCore } from '../ClusterCore';
import { badRequest, expired, StatusError } from '../errors';
import { selectorOf } from '../selectors';
import { StoredObject } from '../types';
import { decodeContinue, encodeContinue } from './continueToken';
import { ListRequest } from './ListRequest';
import { objectKey } from './objectKey';
import { presentAs } from './presentAs';

export interface ListResult {
  items: StoredObject[];
  resourceVersion: string;
  continueToken?: string;
  remainingItemCount?: number;
}

/** One page of a list; all pages of a list are of one revision. */
export function listObjects(
  core: ClusterCore,
  request: ListRequest,
): ListResult {
  const { resource, limit } = request;
  const selected = selectorOf(request, resource);
  const { all, revision, after } = startOf(core, request);
  const matching = selected ? all.filter(selected) : all;
  const rest =
    after === undefined
      ? matching
      : matching.filter(object => keyOf(object) > after);
  const items = limit ? rest.slice(0, limit) : rest;
  const more = items.length < rest.length;
  return {
    items: items.map(object => presentAs(object, resource)),
    resourceVersion: String(revision),
    ...(more && {
      continueToken: encodeContinue({ revision, after: keyOf(items.at(-1)!) }),
      // With a selector the server has not looked at the rest.
      ...(!selected && { remainingItemCount: rest.length - items.length }),
    }),
  };
}

function startOf(core: ClusterCore, request: ListRequest) {
  const { resource, namespace, continueToken, resourceVersion } = request;
  const { store } = core;
  if (continueToken) {
    const token = decodeContinue(continueToken);
    if (resourceVersion && resourceVersion !== '0') {
      throw badRequest(
        'specifying resource version is not allowed when using continue',
      );
    }
    const revision = token.revision < 0 ? store.revision : token.revision;
    const all = store.listAt(resource.storage, revision, namespace);
    if (!all) {
      throw expired(
        'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.',
        encodeContinue({ revision: -1, after: token.after }),
      );
    }
    return { all, revision, after: token.after };
  }
  const asked = revisionAsked(core, request);
  if (request.resourceVersionMatch === 'Exact' && asked) {
    const all = store.listAt(resource.storage, asked, namespace);
    if (!all) {
      throw expired(`The resourceVersion for the provided list is too old.`);
    }
    return { all, revision: asked };
  }
  return {
    all: store.list(resource.storage, namespace),
    revision: store.revision,
  };
}

function revisionAsked(
  { store }: ClusterCore,
  { resourceVersion }: ListRequest,
): number {
  const asked = parseRevision(resourceVersion);
  if (asked > store.revision) {
    throw new StatusError({
      code: 504,
      reason: 'Timeout',
      message: `Too large resource version: ${asked}, current: ${store.revision}`,
      details: {
        causes: [
          {
            reason: 'ResourceVersionTooLarge',
            message: 'Too large resource version',
          },
        ],
        retryAfterSeconds: 1,
      },
    });
  }
  return asked;
}

/** Zero when none is asked for. */
export function parseRevision(text: string | undefined): number {
  if (text && !/^\d+$/.test(text)) {
    throw badRequest(
      `invalid resource version: resourceVersion: Invalid value: "${text}": strconv.ParseUint: parsing "${text}": invalid syntax`,
    );
  }
  return Number(text ?? 0);
}

function keyOf({ metadata }: StoredObject): string {
  return objectKey(metadata.name, metadata.namespace);
}
