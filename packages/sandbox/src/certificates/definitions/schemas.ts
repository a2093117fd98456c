import { JsonSchema } from './JsonSchema';

export const text: JsonSchema = { type: 'string' };
export const number: JsonSchema = { type: 'integer' };
export const flag: JsonSchema = { type: 'boolean' };
export const time: JsonSchema = { type: 'string', format: 'date-time' };
export const bytes: JsonSchema = { type: 'string', format: 'byte' };
export const texts: JsonSchema = { type: 'array', items: text };
export const labels: JsonSchema = {
  type: 'object',
  additionalProperties: text,
};

/** What only the real solvers and keystores look into. */
export const anything: JsonSchema = {
  type: 'object',
  'x-kubernetes-preserve-unknown-fields': true,
};

export function object(
  properties: Record<string, JsonSchema>,
  required?: string[],
): JsonSchema {
  return { type: 'object', properties, ...(required ? { required } : {}) };
}

export function list(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

export function words(...allowed: string[]): JsonSchema {
  return { type: 'string', enum: allowed };
}

export const issuerRef: JsonSchema = object(
  { name: text, kind: text, group: text },
  ['name'],
);

export const conditions: JsonSchema = {
  type: 'array',
  'x-kubernetes-list-type': 'map',
  'x-kubernetes-list-map-keys': ['type'],
  items: object(
    {
      type: text,
      status: words('True', 'False', 'Unknown'),
      reason: text,
      message: text,
      lastTransitionTime: time,
      observedGeneration: number,
    },
    ['type', 'status'],
  ),
};

export const acmeState: JsonSchema = words(
  'valid',
  'ready',
  'pending',
  'processing',
  'invalid',
  'expired',
  'errored',
);

/** How an ACME challenge is solved. */
export const solver: JsonSchema = object({
  selector: object({ dnsNames: texts, dnsZones: texts, matchLabels: labels }),
  http01: anything,
  dns01: anything,
});
