#!/usr/bin/env node
/*
 * Derives schemas.jsonl and resources.json from the API that Kubernetes publishes:
 *
 *   GOFLAGS=-mod=mod go mod download -json k8s.io/kubernetes@v1.36.3
 *   node packages/sandbox/openapi/generate.mjs <the "Dir" it printed>
 */
import fs from 'node:fs';
import path from 'node:path';

const GROUPS = [
  '',
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'apps',
  'authentication.k8s.io',
  'authorization.k8s.io',
  'autoscaling',
  'batch',
  'certificates.k8s.io',
  'coordination.k8s.io',
  'discovery.k8s.io',
  'events.k8s.io',
  'networking.k8s.io',
  'node.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'scheduling.k8s.io',
  'storage.k8s.io',
];
const GVK = 'x-kubernetes-group-version-kind';

const [source] = process.argv.slice(2);
if (!source) {
  throw new Error('usage: generate.mjs <folder of the k8s.io/kubernetes module>');
}
const api = path.join(source, 'api');
const target = import.meta.dirname;

function readJson(...segments) {
  return JSON.parse(fs.readFileSync(path.join(api, ...segments), 'utf8'));
}

function isServed(group, version) {
  return GROUPS.includes(group) && /^v\d+$/.test(version);
}

/** Keeps the first sentence of every description. */
function trim(value) {
  if (Array.isArray(value)) {
    return value.map(trim);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'description' && typeof inner === 'string'
        ? inner.split(/(?<=\.)\s|\n/)[0]
        : trim(inner),
    ]),
  );
}

const core = readJson('discovery', 'api__v1.json').resources;
const resources = [];

function addResource(group, version, entry) {
  const { name, singularName, namespaced, kind, verbs } = entry;
  const [plural, subresource] = name.split('/');
  if (subresource) {
    const parent = resources.find(
      r => r.group === group && r.version === version && r.plural === plural,
    );
    parent?.subresources.push({
      name: subresource,
      group: entry.group ?? group,
      version: entry.version ?? version,
      kind,
      verbs,
    });
    return;
  }
  resources.push({
    group,
    version,
    kind,
    plural,
    singular: singularName,
    shortNames: entry.shortNames ?? [],
    namespaced,
    verbs,
    categories: entry.categories ?? [],
    subresources: [],
  });
}

core.forEach(entry => addResource('', 'v1', entry));
for (const file of fs.readdirSync(path.join(api, 'discovery'))) {
  const [, group, version] = /^apis__(.+)__(v\d+)\.json$/.exec(file) ?? [];
  if (group && isServed(group, version)) {
    readJson('discovery', file).resources.forEach(entry =>
      addResource(group, version, entry),
    );
  }
}

const schemas = new Map();
for (const file of fs.readdirSync(path.join(api, 'openapi-spec', 'v3'))) {
  const [, group = '', version] =
    /^(?:api|apis__(.+))__(v\d+)_openapi\.json$/.exec(file) ?? [];
  if (!version || !isServed(group, version)) {
    continue;
  }
  const { components } = readJson('openapi-spec', 'v3', file);
  for (const [name, schema] of Object.entries(components.schemas)) {
    const known = schemas.get(name)?.[GVK] ?? [];
    const text = known.map(entry => JSON.stringify(entry));
    // DeleteOptions and WatchEvent name the groups of their own document only.
    const more = (schema[GVK] ?? []).filter(
      entry => !text.includes(JSON.stringify(entry)),
    );
    schemas.set(name, {
      ...trim(schema),
      ...(schema[GVK] ? { [GVK]: [...known, ...more] } : {}),
    });
  }
}

const byName = [...schemas].sort(([a], [b]) => (a < b ? -1 : 1));
fs.writeFileSync(
  path.join(target, 'schemas.jsonl'),
  byName.map(([name, schema]) => `${JSON.stringify({ name, schema })}\n`).join(''),
);
fs.writeFileSync(
  path.join(target, 'resources.json'),
  `[\n${resources.map(r => JSON.stringify(r)).join(',\n')}\n]\n`,
);
