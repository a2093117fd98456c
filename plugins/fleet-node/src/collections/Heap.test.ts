import fc from 'fast-check';
import { Heap } from './Heap';

describe('Heap', () => {
  it('hands out the least first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), numbers => {
        const heap = Heap.create<number>((a, b) => a < b);
        numbers.forEach(number => heap.push(number));
        const sorted = [...numbers].sort((a, b) => a - b);
        expect(heap.peek()).toBe(sorted[0]);
        expect(numbers.map(() => heap.pop())).toEqual(sorted);
        expect(heap.size).toBe(0);
      }),
    );
  });
});
