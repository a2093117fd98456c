import { publishedFile } from '../publishedFile';
import { KubernetesSchema } from './KubernetesSchema';
import { ApiResource, JsonSchema } from './types';

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
  const lines = publishedFile('schemas.jsonl').trimEnd().split('\n');
  return {
    resources: JSON.parse(publishedFile('resources.json')),
    components: new Map(
      lines.map(line => {
        const { name, schema } = JSON.parse(line);
        return [name, schema];
      }),
    ),
  };
}
