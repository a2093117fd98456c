import { parseAllDocuments, ScalarTag } from 'yaml';

// Go's YAML library still reads these YAML 1.1 words as booleans.
const legacyBoolean: ScalarTag = {
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  test: /^(?:y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF)$/,
  resolve: text => /^(?:y|on)/i.test(text),
};

/** The documents of a YAML text, read as Kubernetes' tools read them. */
export function parseYaml(text: string): unknown[] {
  const documents = [
    ...parseAllDocuments(text, {
      merge: true,
      customTags: tags => [legacyBoolean, ...tags],
    }),
  ];
  return documents.map(document => {
    if (document.errors.length > 0) {
      throw document.errors[0];
    }
    return document.toJS() as unknown;
  });
}
