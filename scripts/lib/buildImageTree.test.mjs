import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readInstructions } from './buildImageTree.mjs';

test('reads what the Dockerfile does in its work folder', () => {
  const instructions = readInstructions(`FROM node
RUN apt-get install python3
WORKDIR /app
# The manifests first.
COPY --chown=node:node yarn.lock package.json ./
RUN --mount=type=cache,target=/cache \\
    tar xzf a.tar.gz && \\
    rm a.tar.gz
CMD ["node", "backend"]
`);
  assert.deepEqual(instructions, [
    { name: 'COPY', rest: 'yarn.lock package.json ./' },
    { name: 'RUN', rest: 'tar xzf a.tar.gz && rm a.tar.gz' },
    { name: 'CMD', rest: '["node", "backend"]' },
  ]);
});
