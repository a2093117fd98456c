import { stringify } from 'yaml';

/** YAML as people write it, with a comment of why on top. */
export function renderYaml(comment: string, ...documents: object[]): string {
  const head = comment
    .split('\n')
    .map(line => `# ${line}\n`)
    .join('');
  return (
    head + documents.map(doc => stringify(doc, { lineWidth: 0 })).join('---\n')
  );
}
