/** A build that ends as `docker buildx build` words it. */
export class ImageBuildError extends Error {
  constructor(reason: string) {
    super(`ERROR: failed to solve: ${reason}`);
    this.name = 'ImageBuildError';
  }

  /** Something that Docker could do and the sandbox cannot. */
  static unsupported(what: string, line: number): ImageBuildError {
    return new ImageBuildError(
      `dockerfile line ${line}: ${what} is not supported in the sandbox, which runs no containers. ` +
        'It knows FROM node, WORKDIR, COPY, ENV, ARG, EXPOSE, USER, RUN npm ci|install (without dependencies) and CMD or ENTRYPOINT ["node", ...]',
    );
  }
}
