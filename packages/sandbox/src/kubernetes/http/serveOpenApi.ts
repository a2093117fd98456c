import { createHash } from 'node:crypto';
import { ServerResponse } from 'node:http';
import { ClusterCore } from '../ClusterCore';
import { apiVersionOf } from '../registry';
import { sendJson, sendText } from './respond';

const DEFINITIONS = 'apiextensions.k8s.io/customresourcedefinitions';

/** `/openapi/v3` and the documents that it lists. */
export function serveOpenApi(
  core: ClusterCore,
  response: ServerResponse,
  [version, ...rest]: string[],
): void {
  const { schema } = core;
  if (version === 'v3' && rest.length === 0) {
    const paths = schema.openApiV3Paths().map(path => {
      const serverRelativeURL = `/openapi/v3/${path}?hash=${hashOf(
        core,
        path,
      )}`;
      return [path, { serverRelativeURL }];
    });
    sendText(response, JSON.stringify({ paths: Object.fromEntries(paths) }));
    return;
  }
  const document =
    version === 'v3' ? schema.openApiV3(rest.join('/')) : undefined;
  if (document) {
    sendJson(response, document);
  } else {
    sendText(response, '404 page not found\n', 404);
  }
}

/** Changes with the document, so that clients may keep it. */
function hashOf({ store, registry }: ClusterCore, path: string): string {
  const revisions = registry
    .all()
    .filter(one => one.custom && path === `apis/${apiVersionOf(one)}`)
    .map(one => store.get(DEFINITIONS, one.custom!.definition))
    .map(crd => crd?.metadata.resourceVersion);
  return createHash('sha256')
    .update(JSON.stringify([path, ...revisions]))
    .digest('hex')
    .toUpperCase();
}
