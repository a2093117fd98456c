import { Json } from '../../client/types';
import { ClusterCore } from '../ClusterCore';
import { badRequest, StatusError } from '../errors';
import {
  applyJsonPatch,
  applyMergePatch,
  applyStrategicMergePatch,
  PatchError,
} from '../patch';
import { ApiResource } from '../registry';
import { JsonObject } from '../schema';
import { StoredObject } from '../types';
import { mediaType, unsupportedMediaType } from './readBody';

export interface ApplyPatchOptions {
  live: StoredObject;
  resource: ApiResource;
  text: string;
  contentType: string;
}

const JSON_PATCH = 'application/json-patch+json';
const MERGE_PATCH = 'application/merge-patch+json';
const STRATEGIC_PATCH = 'application/strategic-merge-patch+json';
const APPLY_PATCH = 'application/apply-patch+yaml';

/** What a patch makes of an object. */
export function applyPatch(
  core: ClusterCore,
  options: ApplyPatchOptions,
): unknown {
  const { live, resource, text, contentType } = options;
  const object = live as unknown as JsonObject;
  const type = mediaType(contentType);
  const node = core.schema.node(resource);
  try {
    if (type === JSON_PATCH) {
      return applyJsonPatch(object, parsePatch(text));
    }
    if (type === MERGE_PATCH) {
      return applyMergePatch(object, parsePatch(text));
    }
    if (type === STRATEGIC_PATCH && node && !resource.custom) {
      return applyStrategicMergePatch(object, parsePatch(text), node);
    }
  } catch (error) {
    throw error instanceof PatchError ? refusalOf(error) : error;
  }
  throw unsupportedMediaType([
    JSON_PATCH,
    MERGE_PATCH,
    ...(resource.custom ? [] : [STRATEGIC_PATCH]),
    APPLY_PATCH,
  ]);
}

function parsePatch(text: string): Json {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badRequest(`error decoding patch: ${(error as Error).message}`);
  }
}

function refusalOf(error: PatchError) {
  return error.code === 400
    ? badRequest(error.message)
    : new StatusError({
        code: 422,
        reason: 'Invalid',
        message: error.message,
        details: {},
      });
}
