type KubernetesLibrary = typeof import('@kubernetes/client-node');

/**
 * Loads the library at the first use, because that takes most of a second. By
 * `require`, which Node 22 and 24 have for ES modules too, as `import()` does
 * not work in tests.
 */
export function loadKubernetesLibrary(): KubernetesLibrary {
  return require('@kubernetes/client-node');
}
