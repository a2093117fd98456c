import { applyPatch as applyJsonPatch, Operation } from 'fast-json-patch';
import { badRequest } from '../errors';
import { StoredObject } from '../types';
import { mediaType, parseJson, unsupportedMediaType } from './readBody';

/** What a patch makes of an object. */
export function applyPatch(
  live: StoredObject,
  text: string,
  contentType: string,
): unknown {
  switch (mediaType(contentType)) {
    case 'application/json-patch+json':
      try {
        return applyJsonPatch(
          structuredClone(live),
          parseJson(text) as Operation[],
          true,
        ).newDocument;
      } catch (error) {
        throw badRequest((error as Error).message.split('\n')[0]);
      }
    case 'application/merge-patch+json':
    case 'application/strategic-merge-patch+json':
    case 'application/apply-patch+yaml':
      return merge(live, parseJson(text));
    default:
      throw unsupportedMediaType([
        'application/json-patch+json',
        'application/merge-patch+json',
        'application/apply-patch+yaml',
      ]);
  }
}

function merge(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
    return patch;
  }
  const merged: Record<string, unknown> = {
    ...(typeof target === 'object' && !Array.isArray(target) ? target : {}),
  };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      delete merged[key];
    } else {
      merged[key] = merge(merged[key], value);
    }
  }
  return merged;
}
