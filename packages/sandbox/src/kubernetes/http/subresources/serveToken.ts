import { TokenBinding } from '../../auth/ServiceAccountTokens';
import { invalid } from '../../errors';
import { getObject } from '../../operations/getObject';
import { timestamp } from '../../operations/timestamp';
import { ApiServer } from '../ApiServer';
import { parseBody, readBody } from '../readBody';
import { ResourceRequest } from '../ResourceRequest';
import { sendJson } from '../respond';

interface TokenRequest {
  spec?: {
    audiences?: string[];
    expirationSeconds?: number;
    boundObjectRef?: TokenBinding;
  };
}

const DEFAULT_SECONDS = 3600;
const MIN_SECONDS = 600;

/** Makes a token that ends: `kubectl create token`. */
export async function serveToken(
  { core, tokens }: ApiServer,
  request: ResourceRequest,
): Promise<void> {
  const { incoming, response, name, namespace = '' } = request;
  const account = getObject(core, request);
  const contentType = incoming.headers['content-type'] ?? '';
  const body = parseBody(await readBody(incoming), contentType) as TokenRequest;
  const { audiences, boundObjectRef } = body.spec ?? {};
  const seconds = body.spec?.expirationSeconds ?? DEFAULT_SECONDS;
  if (seconds < MIN_SECONDS) {
    throw invalid(
      { group: 'authentication.k8s.io', kind: 'TokenRequest' },
      '',
      [
        {
          reason: 'FieldValueInvalid',
          message: `Invalid value: ${seconds}: may not specify a duration less than 10 minutes`,
          field: 'spec.expirationSeconds',
        },
      ],
    );
  }
  const now = core.now();
  const expiresAt = new Date(now.getTime() + seconds * 1000);
  const token = tokens.issue({
    namespace,
    name,
    uid: account.metadata.uid!,
    audiences: audiences?.length ? audiences : undefined,
    bound: boundObjectRef,
    expiresAt,
  });
  sendJson(
    response,
    {
      kind: 'TokenRequest',
      apiVersion: 'authentication.k8s.io/v1',
      metadata: { name, namespace, creationTimestamp: timestamp(now) },
      spec: {
        audiences: audiences ?? ['https://kubernetes.default.svc'],
        expirationSeconds: seconds,
        boundObjectRef: boundObjectRef ?? null,
      },
      status: { token, expirationTimestamp: timestamp(expiresAt) },
    },
    201,
  );
}
