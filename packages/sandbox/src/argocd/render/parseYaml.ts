import { parseAllDocuments, ScalarTag } from 'yaml';

// Go's YAML library still reads these YAML 1.1 words as booleans.
const legacyBoolean: ScalarTag = {
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  test: /^(?:y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF)$/,
  resolve: text => /^(?:y|on)/i.test(text),
};

/** What one document of a YAML text holds, or why it cannot be read. */
export type YamlDocument =
  | { value: unknown; error?: undefined }
  | { value?: undefined; error: Error };

/** The documents of a YAML text, read as Kubernetes' tools read them. */
export function parseYamlDocuments(text: string): YamlDocument[] {
  const documents = parseAllDocuments(text, {
    merge: true,
    customTags: tags => [legacyBoolean, ...tags],
  });
  return [...documents].map(document =>
    document.errors.length > 0
      ? { error: document.errors[0] }
      : { value: document.toJS() as unknown },
  );
}

/** The same where no document may be broken. */
export function parseYaml(text: string): unknown[] {
  return parseYamlDocuments(text).map(({ value, error }) => {
    if (error) {
      throw error;
    }
    return value;
  });
}
