#!/usr/bin/env node
/*
 * Derives protobuf.jsonl, one message a line, from the .proto files and Go types
 * of Kubernetes' API modules: kubectl sends built-in kinds in this encoding.
 *
 *   GOFLAGS=-mod=mod go mod download -json k8s.io/api@v0.36.3 k8s.io/apimachinery@v0.36.3
 *   node packages/sandbox/openapi/generateProtobuf.mjs <the two "Dir"s it printed>
 */
import fs from 'node:fs';
import path from 'node:path';

const [api, machinery] = process.argv.slice(2);
if (!machinery) {
  throw new Error('usage: generateProtobuf.mjs <k8s.io/api> <k8s.io/apimachinery>');
}
const resources = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, 'resources.json'), 'utf8'),
);
const messages = new Map();

/** What only the Go types know: names in JSON, embedding, and whether zero is left out. */
function readGoTypes(folder) {
  const structs = new Map();
  for (const file of fs.readdirSync(folder)) {
    if (!file.endsWith('.go') || /^zz_|_test|\.pb\.go$/.test(file)) {
      continue;
    }
    let struct;
    for (const line of fs.readFileSync(path.join(folder, file), 'utf8').split('\n')) {
      const start = /^type (\w+) struct/.exec(line);
      if (start) {
        struct = {};
        structs.set(start[1], struct);
      }
      const field =
        /^\s+(?:\w+\s+)?(\S+)\s+`json:"([^"]*)"\s+protobuf:"[^"]*name=(\w+)/.exec(line);
      if (struct && field) {
        const [, type, json, name] = field;
        const [jsonName, ...options] = json.split(',');
        struct[name] = {
          jsonName,
          inline: options.includes('inline'),
          omitsZero: options.includes('omitempty') && !type.startsWith('*'),
        };
      }
      if (line === '}') {
        struct = undefined;
      }
    }
  }
  return structs;
}

function readPackage(folder) {
  const proto = path.join(folder, 'generated.proto');
  if (!fs.existsSync(proto)) {
    return;
  }
  const text = fs.readFileSync(proto, 'utf8');
  const packageName = /^package (\S+);/m.exec(text)[1];
  const structs = readGoTypes(folder);
  for (const [, name, body] of text.matchAll(/^message (\w+) \{\n([\s\S]*?)^\}/gm)) {
    const fields = {};
    const struct = structs.get(name);
    const absolute = type => {
      if (type.startsWith('.')) {
        return type.slice(1);
      }
      return /^[A-Z]/.test(type) ? `${packageName}.${type}` : type;
    };
    for (const line of body.split('\n')) {
      const field =
        /^\s+(optional|repeated)?\s*(map<(\w+), ([\w.]+)>|[\w.]+) (\w+) = (\d+)/.exec(line);
      if (!field) {
        continue;
      }
      const [, label, type, , mapValue, protoName, number] = field;
      const known = struct?.[protoName];
      const flags = [
        label === 'repeated' && 'repeated',
        mapValue && 'map',
        known?.inline && 'inline',
        known?.omitsZero && 'omitsZero',
      ].filter(Boolean);
      fields[number] = [
        known?.jsonName || protoName,
        absolute(mapValue ?? type),
        ...flags,
      ];
    }
    const isList = !struct && Object.keys(fields).length === 1 && fields[1]?.[0] === 'items';
    messages.set(`${packageName}.${name}`, { fields, ...(isList && { isList }) });
  }
}

function foldersBelow(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .flatMap(entry => {
      const below = path.join(folder, entry.name);
      return [below, ...foldersBelow(below)];
    });
}
[api, machinery].flatMap(foldersBelow).forEach(readPackage);

const META = 'k8s.io.apimachinery.pkg.apis.meta.v1';
const kept = new Set();
function keep(name) {
  if (messages.has(name) && !kept.has(name)) {
    kept.add(name);
    Object.values(messages.get(name).fields).forEach(([, type]) => keep(type));
  }
}
keep(`${META}.DeleteOptions`);
for (const { group, version, kind, subresources } of resources) {
  for (const one of [{ group, version, kind }, ...subresources]) {
    keep(`k8s.io.api.${one.group.split('.')[0] || 'core'}.${one.version}.${one.kind}`);
  }
}
const lines = [...kept]
  .sort()
  .map(name => JSON.stringify({ name, ...messages.get(name) }));
fs.writeFileSync(
  path.join(import.meta.dirname, 'protobuf.jsonl'),
  `${lines.join('\n')}\n`,
);
