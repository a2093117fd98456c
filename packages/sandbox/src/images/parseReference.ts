/** `host/owner/name[:tag][@digest]` in its parts. */
export interface ImageReference {
  /** With its host. */
  repository: string;
  tag?: string;
  digest?: string;
}

const REFERENCE =
  /^(?<repository>[a-z0-9.-]+(?::\d+)?(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)+)(?::(?<tag>\w[\w.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$/;

/** The parts of an image reference, `undefined` when it is none. */
export function parseReference(text: string): ImageReference | undefined {
  const groups = REFERENCE.exec(text)?.groups;
  return (
    groups && {
      repository: groups.repository,
      tag: groups.tag,
      digest: groups.digest,
    }
  );
}
