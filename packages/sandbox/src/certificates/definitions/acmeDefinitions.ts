import { define } from './define';
import {
  acmeState,
  bytes,
  flag,
  issuerRef,
  list,
  object,
  solver,
  text,
  texts,
  time,
  words,
} from './schemas';

const group = 'acme.cert-manager.io';
const category = 'cert-manager-acme';

/** The definitions of the group `acme.cert-manager.io`. */
export const acmeDefinitions = [
  define({
    group,
    category,
    kind: 'Order',
    plural: 'orders',
    spec: object(
      {
        request: bytes,
        issuerRef,
        commonName: text,
        dnsNames: texts,
        ipAddresses: texts,
        duration: text,
        profile: text,
      },
      ['issuerRef', 'request'],
    ),
    status: object({
      state: acmeState,
      reason: text,
      url: text,
      finalizeURL: text,
      failureTime: time,
      certificate: bytes,
      authorizations: list(
        object(
          {
            url: text,
            identifier: text,
            wildcard: flag,
            initialState: acmeState,
            challenges: list(object({ type: text, url: text, token: text })),
          },
          ['url'],
        ),
      ),
    }),
    columns: [
      { name: 'State', jsonPath: '.status.state' },
      { name: 'Issuer', jsonPath: '.spec.issuerRef.name', wide: true },
      { name: 'Reason', jsonPath: '.status.reason', wide: true },
    ],
  }),
  define({
    group,
    category,
    kind: 'Challenge',
    plural: 'challenges',
    spec: object(
      {
        url: text,
        authorizationURL: text,
        dnsName: text,
        wildcard: flag,
        type: words('HTTP-01', 'DNS-01'),
        token: text,
        key: text,
        solver,
        issuerRef,
      },
      [
        'authorizationURL',
        'dnsName',
        'issuerRef',
        'key',
        'solver',
        'token',
        'type',
        'url',
      ],
    ),
    status: object({
      processing: flag,
      presented: flag,
      presentedAt: time,
      state: acmeState,
      reason: text,
    }),
    columns: [
      { name: 'State', jsonPath: '.status.state' },
      { name: 'Domain', jsonPath: '.spec.dnsName' },
      { name: 'Reason', jsonPath: '.status.reason', wide: true },
    ],
  }),
];
