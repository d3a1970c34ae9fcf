import { retryAfterOf } from './retry-after';

const headers = (values: Record<string, string>) => new Headers(values);

describe('retryAfterOf', () => {
  it('reads seconds, rounded up', () => {
    expect(retryAfterOf(headers({ 'Retry-After': '3' }))).toBe(3);
    expect(retryAfterOf(headers({ 'Retry-After': '0.2' }))).toBe(1);
    expect(retryAfterOf(headers({ 'Retry-After': '0' }))).toBe(0);
  });

  it('reads a date against the date of the answer', () => {
    const date = 'Mon, 23 Nov 2026 12:00:00 GMT';
    expect(retryAfterOf(headers({ 'Retry-After': 'Mon, 23 Nov 2026 12:01:30 GMT', Date: date }))).toBe(90);
    expect(retryAfterOf(headers({ 'Retry-After': 'Mon, 23 Nov 2026 11:00:00 GMT', Date: date }))).toBe(0);
  });

  it.each(['', 'soon', '-5', '1e9', '99999999999'])('takes no notice of %p', (value) => {
    expect(retryAfterOf(headers({ 'Retry-After': value, Date: 'Mon, 23 Nov 2026 12:00:00 GMT' }))).toBeUndefined();
  });

  it('takes no notice of a date without anything to compare it with', () => {
    expect(retryAfterOf(headers({ 'Retry-After': 'Mon, 23 Nov 2026 12:01:30 GMT' }))).toBeUndefined();
    expect(retryAfterOf(headers({}))).toBeUndefined();
  });
});
