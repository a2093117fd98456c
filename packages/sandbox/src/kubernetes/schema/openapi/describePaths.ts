import type { DocumentedKind } from './createDocument';

const WRITES = {
  create: {
    method: 'post',
    parameters: ['dryRun', 'fieldManager', 'fieldValidation'],
  },
  update: {
    method: 'put',
    parameters: ['dryRun', 'fieldManager', 'fieldValidation'],
  },
  patch: {
    method: 'patch',
    parameters: ['dryRun', 'fieldManager', 'fieldValidation', 'force'],
  },
} as const;

const PATCH_TYPES = [
  'application/apply-patch+yaml',
  'application/json-patch+json',
  'application/merge-patch+json',
  'application/strategic-merge-patch+json',
];

/** The paths of one kind: what kubectl reads of them, not every operation's every answer. */
export function describePaths(
  documented: DocumentedKind,
): Record<string, unknown> {
  const { resource } = documented;
  const { group, version, plural, namespaced } = resource;
  const root = group ? `/apis/${group}/${version}` : `/api/${version}`;
  const place = namespaced ? '/namespaces/{namespace}' : '';
  const list = `${root}${place}/${plural}`;
  const collection = describe(documented, { list: 'get', create: 'post' });
  const single = describe(documented, {
    get: 'get',
    update: 'put',
    patch: 'patch',
    delete: 'delete',
  });
  return {
    [list]: collection,
    [`${list}/{name}`]: single,
    ...(namespaced && resource.verbs.includes('list')
      ? { [`${root}/${plural}`]: describe(documented, { list: 'get' }) }
      : {}),
  };
}

function describe(
  documented: DocumentedKind,
  verbs: Record<string, string>,
): Record<string, unknown> {
  const served = Object.entries(verbs).filter(([verb]) =>
    documented.resource.verbs.includes(verb),
  );
  return Object.fromEntries(
    served.map(([verb, method]) => [
      method,
      describeOperation(documented, verb),
    ]),
  );
}

function describeOperation(
  { resource, component }: DocumentedKind,
  verb: string,
): Record<string, unknown> {
  const { group, version, kind } = resource;
  const reference = { $ref: `#/components/schemas/${component}` };
  const write = Object.hasOwn(WRITES, verb)
    ? WRITES[verb as keyof typeof WRITES]
    : undefined;
  const types = verb === 'patch' ? PATCH_TYPES : ['application/json'];
  return {
    description: `${verb} ${kind}`,
    operationId: `${verb}${group}${version}${kind}`.replace(
      /[^A-Za-z0-9]/g,
      '',
    ),
    ...(write && {
      parameters: write.parameters.map(name => ({
        name,
        in: 'query',
        schema: {
          type: name === 'force' ? 'boolean' : 'string',
          uniqueItems: true,
        },
      })),
      requestBody: {
        content: Object.fromEntries(
          types.map(type => [type, { schema: reference }]),
        ),
      },
    }),
    responses: {
      200: {
        description: 'OK',
        content: { 'application/json': { schema: reference } },
      },
    },
    'x-kubernetes-action': verb,
    'x-kubernetes-group-version-kind': { group, kind, version },
  };
}
