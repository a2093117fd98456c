import { ImageBuildError } from './ImageBuildError';
import { Instruction } from './types';

const KNOWN = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);

/** Splits a Dockerfile into instructions, with BuildKit's errors. */
export function parseDockerfile(text: string): Instruction[] {
  const instructions: Instruction[] = [];
  let open: Instruction | undefined;

  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) {
      continue;
    }
    const continued = line.endsWith('\\');
    const content = continued ? line.slice(0, -1).trim() : line;
    if (open) {
      open.rest = `${open.rest} ${content}`.trim();
    } else {
      open = startInstruction(content, index + 1);
    }
    if (!continued) {
      instructions.push(open);
      open = undefined;
    }
  }
  if (open) {
    instructions.push(open);
  }
  if (instructions.length === 0) {
    throw new ImageBuildError('the Dockerfile cannot be empty');
  }
  return instructions;
}

function startInstruction(content: string, line: number): Instruction {
  const [word] = content.split(/\s+/, 1);
  const name = word.toUpperCase();
  const rest = content.slice(word.length).trim();
  if (!KNOWN.has(name)) {
    throw new ImageBuildError(
      `dockerfile parse error on line ${line}: unknown instruction: ${word}`,
    );
  }
  if (rest === '') {
    throw new ImageBuildError(
      `dockerfile parse error on line ${line}: ${name} requires at least one argument`,
    );
  }
  return { line, name, rest };
}
