import { ClusterCore } from '../ClusterCore';
import { aggregatedDiscovery } from '../discovery/aggregatedDiscovery';
import {
  apiGroup,
  apiGroupList,
  apiResourceList,
  apiVersions,
} from '../discovery/legacyDiscovery';
import { versionInfo } from '../discovery/versionInfo';
import { ApiRequest } from './ApiRequest';
import { sendJson, sendText } from './respond';
import { serveOpenApi } from './serveOpenApi';

const AGGREGATED =
  /g=apidiscovery\.k8s\.io;v=v2(?![a-z0-9]);as=APIGroupDiscoveryList/;
/** Answers what is not about objects: health, version, discovery. */
export function servePath(core: ClusterCore, request: ApiRequest): void {
  const { response, url, incoming } = request;
  const parts = url.pathname.split('/').filter(Boolean);
  const [root, group, version] = parts;
  const found = () => {
    switch (root) {
      case 'api':
        return coreDiscovery(core, request, parts);
      case 'apis':
        if (parts.length === 1) {
          return wantsAggregated(incoming.headers.accept)
            ? aggregatedDiscovery(core.registry, false)
            : apiGroupList(core.registry);
        }
        return parts.length === 2
          ? apiGroup(core.registry, group)
          : apiResourceList(core.registry, group, version);
      case 'version':
        return versionInfo(core.version());
      default:
        return undefined;
    }
  };
  if (['healthz', 'livez', 'readyz'].includes(root)) {
    sendText(response, 'ok');
    return;
  }
  if (root === 'openapi') {
    serveOpenApi(core, response, parts.slice(1));
    return;
  }
  const body = found();
  if (!body) {
    sendText(response, '404 page not found\n', 404);
    return;
  }
  if ('kind' in body && body.kind === 'APIGroupDiscoveryList') {
    response.setHeader('vary', 'Accept');
    sendJson(
      response,
      body,
      200,
      'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
    );
    return;
  }
  sendJson(response, body);
}

function coreDiscovery(
  core: ClusterCore,
  request: ApiRequest,
  parts: string[],
) {
  if (parts.length > 1) {
    return apiResourceList(core.registry, '', parts[1]);
  }
  return wantsAggregated(request.incoming.headers.accept)
    ? aggregatedDiscovery(core.registry, true)
    : apiVersions(request.incoming.headers.host ?? '');
}

function wantsAggregated(accept: string | undefined): boolean {
  return AGGREGATED.test(accept ?? '');
}
