import {
  KubernetesObject,
  listOf,
  textOf,
  timeOf,
  valueAt,
} from '@slipway/backstage-plugin-fleet-node/engine';

/** One name that an ACME server wants proved. */
export interface Authorization {
  name: string;
  wildcard: boolean;
  /** Ways of proving it, for example `dns-01`. */
  types: string[];
  initialState?: string;
}

/** What is kept of an Order. */
export interface OrderSlice {
  certificateName?: string;
  state?: string;
  reason?: string;
  failureTime?: string;
  authorizations: Authorization[];
}

/** The slice of an Order. */
export function projectOrder(object: KubernetesObject): OrderSlice {
  return {
    certificateName: textOf(
      object,
      'metadata',
      'annotations',
      'cert-manager.io/certificate-name',
    ),
    state: textOf(object, 'status', 'state'),
    reason: textOf(object, 'status', 'reason'),
    failureTime: timeOf(object, 'status', 'failureTime'),
    authorizations: listOf(object, 'status', 'authorizations').flatMap(
      readAuthorization,
    ),
  };
}

function readAuthorization(value: unknown): Authorization[] {
  const name = textOf(value, 'identifier');
  return name === undefined
    ? []
    : [
        {
          name,
          wildcard: valueAt(value, 'wildcard') === true,
          types: listOf(value, 'challenges').flatMap(
            challenge => textOf(challenge, 'type') ?? [],
          ),
          initialState: textOf(value, 'initialState'),
        },
      ];
}
