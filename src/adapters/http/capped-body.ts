/** The part of a web stream's reader that is needed here. */
interface ByteReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

/** What Forge's fetch and the platform's own have in common; Forge's types leave the stream out. */
export interface FetchAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
  readonly body?: { getReader(): ByteReader } | null;
}

export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/**
 * Reads a body as UTF-8 text and stops reading where it grows past the limit.
 * @throws BodyTooLarge
 */
export async function readCapped(answer: FetchAnswer, maxBytes: number): Promise<string> {
  if (Number(answer.headers.get('content-length') ?? 0) > maxBytes) throw new BodyTooLarge();
  const reader = answer.body?.getReader();
  if (!reader) {
    const text = await answer.text();
    if (text.length > maxBytes) throw new BodyTooLarge();
    return text;
  }
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    if (!value) continue;
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw new BodyTooLarge();
    }
    text += decoder.decode(value, { stream: true });
  }
}
