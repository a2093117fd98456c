import fs from 'node:fs';
import path from 'node:path';
import { KubernetesSchema } from './KubernetesSchema';
import { ApiResource, JsonSchema } from './types';

// The sandbox runs from its sources only, never from a bundle.
// eslint-disable-next-line no-restricted-syntax
const FOLDER = path.join(__dirname, '..', '..', '..', 'openapi');

interface Published {
  resources: ApiResource[];
  components: ReadonlyMap<string, JsonSchema>;
}

let published: Published | undefined;

/** The API of Kubernetes as published, ready for one cluster's custom resources. */
export function loadKubernetesSchema(): KubernetesSchema {
  published ??= readPublished();
  return KubernetesSchema.create(published);
}

function readPublished(): Published {
  const lines = fs
    .readFileSync(path.join(FOLDER, 'schemas.jsonl'), 'utf8')
    .trimEnd()
    .split('\n');
  return {
    resources: JSON.parse(
      fs.readFileSync(path.join(FOLDER, 'resources.json'), 'utf8'),
    ),
    components: new Map(
      lines.map(line => {
        const { name, schema } = JSON.parse(line);
        return [name, schema];
      }),
    ),
  };
}
