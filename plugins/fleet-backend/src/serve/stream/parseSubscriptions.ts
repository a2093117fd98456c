import { InputError } from '@backstage/errors';
import {
  STATUSES,
  StreamSubscription,
} from '@slipway/backstage-plugin-fleet-common';
import { z } from 'zod';

const MOST_SUBSCRIPTIONS = 50;

const text = z.string().max(1000).optional();

const itemsFilter = z.strictObject({
  domain: text,
  cluster: text,
  namespace: text,
  owner: text,
  status: z.array(z.enum(STATUSES)).max(STATUSES.length).optional(),
  cause: text,
  root: text,
  service: text,
  environment: text,
  details: z
    .array(
      z
        .string()
        .max(500)
        .regex(/^[A-Za-z][A-Za-z0-9]*=/),
    )
    .max(10)
    .optional(),
  text: z.string().max(200).optional(),
  entityRef: text,
});

const incidentsFilter = itemsFilter.extend({
  state: z.enum(['open', 'closed', 'all']).optional(),
});

const id = z.string().min(1).max(200);

const subscriptionsSchema = z
  .array(
    z.discriminatedUnion('kind', [
      z.strictObject({
        id,
        kind: z.literal('items'),
        filter: itemsFilter.optional(),
      }),
      z.strictObject({
        id,
        kind: z.literal('incidents'),
        filter: incidentsFilter.optional(),
      }),
      z.strictObject({
        id,
        kind: z.literal('sources'),
        filter: z.strictObject({}).optional(),
      }),
      z.strictObject({
        id,
        kind: z.literal('item'),
        filter: z.strictObject({ item: z.string().min(1).max(1000) }),
      }),
    ]),
  )
  .min(1)
  .max(MOST_SUBSCRIPTIONS);

/** The subscriptions in a query, or an InputError that says what is wrong. */
export function parseSubscriptions(json: string): StreamSubscription[] {
  const parsed = subscriptionsSchema.safeParse(parseJson(json));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(
      `subscriptions${issue.path.map(part => `[${String(part)}]`).join('')}: ${
        issue.message
      }`,
    );
  }
  const ids = new Set(parsed.data.map(subscription => subscription.id));
  if (ids.size !== parsed.data.length) {
    throw new InputError('Two subscriptions have the same id');
  }
  return parsed.data;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new InputError('subscriptions is not JSON');
  }
}
