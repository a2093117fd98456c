import { LineSplitter } from './LineSplitter';

const linesOf = (splitter: LineSplitter, chunks: Buffer[]) =>
  chunks
    .flatMap(chunk => [...splitter.push(chunk)])
    .map(line =>
      'bytes' in line ? line.bytes.toString() : `${line.skipped} skipped`,
    );

function cut(text: string, size: number): Buffer[] {
  const bytes = Buffer.from(text);
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
}

describe('LineSplitter', () => {
  it.each([1, 2, 3, 5, 7, 100])('joins chunks of %d bytes', size => {
    const splitter = LineSplitter.create({ maxBytes: 20 });
    const text = 'one\n\nzwölf €\n{"a":1}\nhalf';
    expect(linesOf(splitter, cut(text, size))).toEqual([
      'one',
      'zwölf €',
      '{"a":1}',
    ]);
    expect(splitter.inLine).toBe(true);
    expect(linesOf(splitter, cut('\n', size))).toEqual(['half']);
    expect(splitter.inLine).toBe(false);
  });

  it.each([1, 4, 100])('keeps only the head of a long line (%d)', size => {
    const splitter = LineSplitter.create({ maxBytes: 10 });
    const text = `short\n${'x'.repeat(50)}\nafter\n`;
    expect(linesOf(splitter, cut(text, size))).toEqual([
      'short',
      '50 skipped',
      'after',
    ]);
  });
});
