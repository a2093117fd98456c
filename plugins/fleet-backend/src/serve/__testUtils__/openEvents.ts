import { AddressInfo, Server } from 'node:net';

/** One server-sent event. */
export interface TestEvent {
  id?: string;
  event: string;
  data: any;
}

/** Opens a stream and gives its events one by one. */
export async function openEvents(
  server: Server,
  options: {
    path: string;
    headers?: Record<string, string>;
  },
) {
  const { port } = server.address() as AddressInfo;
  const closing = new AbortController();
  const response = await fetch(`http://127.0.0.1:${port}${options.path}`, {
    headers: options.headers,
    signal: closing.signal,
  });
  const events = readEvents(response);
  return {
    response,
    /** The next event, `undefined` at the end of the stream. */
    next: async (): Promise<TestEvent | undefined> =>
      (await events.next()).value ?? undefined,
    close: () => closing.abort(),
  };
}

async function* readEvents(response: Response): AsyncGenerator<TestEvent> {
  let buffer = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    buffer += decoder.decode(chunk as Uint8Array, { stream: true });
    const blocks = buffer.split('\n\n');
    buffer = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = parseEvent(block);
      if (event) {
        yield event;
      }
    }
  }
}

function parseEvent(block: string): TestEvent | undefined {
  const fields = Object.fromEntries(
    block
      .split('\n')
      .filter(line => !line.startsWith(':'))
      .map(line => {
        const colon = line.indexOf(': ');
        return [line.slice(0, colon), line.slice(colon + 2)];
      }),
  );
  return fields.data === undefined
    ? undefined
    : { id: fields.id, event: fields.event, data: JSON.parse(fields.data) };
}
