import { listOf } from './listOf';
import { numberOf } from './numberOf';
import { recordOf } from './recordOf';
import { textOf } from './textOf';
import { textsOf } from './textsOf';
import { timeOf } from './timeOf';
import { valueAt } from './valueAt';

const object = {
  spec: { name: 'shop', empty: '', replicas: 3, list: [1], broken: null },
  labels: { app: 'shop', wrong: 1 },
};

describe('JSON that nobody vouches for', () => {
  it('is found by its path', () => {
    expect(textOf(object, 'spec', 'name')).toBe('shop');
    expect(numberOf(object, 'spec', 'replicas')).toBe(3);
    expect(listOf(object, 'spec', 'list')).toEqual([1]);
    expect(recordOf(object, 'labels')).toEqual({ app: 'shop', wrong: 1 });
    expect(textsOf(object, 'labels')).toEqual({ app: 'shop' });
  });

  it('is nothing where it has another type', () => {
    expect(textOf(object, 'spec', 'replicas')).toBeUndefined();
    expect(textOf(object, 'spec', 'empty')).toBeUndefined();
    expect(numberOf({ a: NaN }, 'a')).toBeUndefined();
    expect(listOf(object, 'spec')).toEqual([]);
    expect(recordOf(object, 'spec', 'list')).toEqual({});
    expect(recordOf(null)).toEqual({});
  });

  it('leads nowhere through what is no object, nor into prototypes', () => {
    expect(valueAt(object, 'spec', 'broken', 'deeper')).toBeUndefined();
    expect(valueAt(object, 'spec', 'list', '0')).toBeUndefined();
    expect(valueAt(object, 'constructor')).toBeUndefined();
  });

  it('writes all times alike', () => {
    expect(timeOf('2026-11-22T10:00:00Z')).toBe('2026-11-22T10:00:00.000Z');
    expect(timeOf('2026-11-22T11:00:00.123456+01:00')).toBe(
      '2026-11-22T10:00:00.123Z',
    );
    expect(timeOf('yesterday')).toBeUndefined();
    expect(timeOf('2026-13-41T10:00:00Z')).toBeUndefined();
    expect(timeOf(5)).toBeUndefined();
  });
});
