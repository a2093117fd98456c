import { readServerSentEvents } from './readServerSentEvents';

const bodyOf = (...chunks: Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      chunks.forEach(chunk => controller.enqueue(chunk));
      controller.close();
    },
  });

async function read(...chunks: (string | Uint8Array)[]) {
  const encoder = new TextEncoder();
  const events = [];
  for await (const event of readServerSentEvents(
    bodyOf(
      ...chunks.map(chunk =>
        typeof chunk === 'string' ? encoder.encode(chunk) : chunk,
      ),
    ),
  )) {
    events.push(event);
  }
  return events;
}

describe('readServerSentEvents', () => {
  it('reads type, data and id', async () => {
    expect(await read('id: e.1\nevent: change\ndata: {"a":1}\n\n')).toEqual([
      { kind: 'event', type: 'change', data: '{"a":1}', id: 'e.1' },
    ]);
  });

  it('joins lines of data and keeps colons', async () => {
    expect(await read('data: a: b\ndata:c\ndata\n\n')).toEqual([
      { kind: 'event', type: 'message', data: 'a: b\nc\n', id: undefined },
    ]);
  });

  it('tells of comments, which are signs of life', async () => {
    expect(await read(': heartbeat\n\n')).toEqual([{ kind: 'comment' }]);
  });

  it('starts each event anew', async () => {
    const events = await read('event: hello\nid: 1\ndata: {}\n\ndata: x\n\n');
    expect(events[1]).toEqual({
      kind: 'event',
      type: 'message',
      data: 'x',
      id: undefined,
    });
  });

  it('does not care where chunks and characters are cut', async () => {
    const bytes = new TextEncoder().encode('event: ä\r\ndata: ö\r\n\r\n');
    const cut = [...bytes].map(byte => Uint8Array.of(byte));
    expect(await read(...cut)).toEqual([
      { kind: 'event', type: 'ä', data: 'ö', id: undefined },
    ]);
  });

  it('leaves out an event that was not finished', async () => {
    expect(await read('data: half\n')).toEqual([]);
  });

  it('closes the body when nobody reads on', async () => {
    const cancel = jest.fn();
    const body = new ReadableStream<Uint8Array>({
      start: controller =>
        controller.enqueue(new TextEncoder().encode('data: 1\n\n')),
      cancel,
    });
    for await (const event of readServerSentEvents(body)) {
      expect(event.kind).toBe('event');
      break;
    }
    expect(cancel).toHaveBeenCalled();
  });
});
