import { ApiServer } from '../http/ApiServer';
import { parseBody, readBody } from '../http/readBody';
import { ResourceRequest } from '../http/ResourceRequest';
import { sendJson } from '../http/respond';
import { timestamp } from '../operations/timestamp';
import { apiVersionOf } from '../registry';
import { reviewAccess, reviewRules } from './reviewAccess';
import { ReviewContext } from './ReviewContext';
import { reviewSelf, reviewToken } from './reviewIdentity';

type Reviewer = (context: ReviewContext) => object;

const AUTHORIZATION = 'authorization.k8s.io';
const AUTHENTICATION = 'authentication.k8s.io';
const REVIEWS: Record<string, Reviewer> = {
  [`${AUTHORIZATION}/selfsubjectaccessreviews`]: reviewAccess,
  [`${AUTHORIZATION}/subjectaccessreviews`]: reviewAccess,
  [`${AUTHORIZATION}/localsubjectaccessreviews`]: reviewAccess,
  [`${AUTHORIZATION}/selfsubjectrulesreviews`]: reviewRules,
  [`${AUTHENTICATION}/selfsubjectreviews`]: reviewSelf,
  [`${AUTHENTICATION}/tokenreviews`]: reviewToken,
};

export function isReview(storage: string): boolean {
  return storage in REVIEWS;
}

/** Answers a review; nothing is stored. */
export async function serveReview(
  server: ApiServer,
  request: ResourceRequest,
): Promise<void> {
  const { incoming, response, resource } = request;
  const contentType = incoming.headers['content-type'] ?? '';
  const body = parseBody(await readBody(incoming), contentType) as {
    spec?: Record<string, unknown>;
  };
  const spec = body?.spec ?? {};
  const isSelf = resource.plural === 'selfsubjectreviews';
  sendJson(
    response,
    {
      kind: resource.kind,
      apiVersion: apiVersionOf(resource),
      metadata: isSelf
        ? { creationTimestamp: timestamp(server.core.now()) }
        : {},
      ...(!isSelf && { spec }),
      status: REVIEWS[resource.storage]({ server, request, spec }),
    },
    201,
  );
}
