export interface MailDraft {
  /** Opens a draft in the person's own mail program. */
  readonly address: string;
  /** Whether some mail programs would cut it off or not open it at all. */
  readonly isTooLong: boolean;
}

/** RFC 6068 names no limit; browsers and mail programs on Windows stop a little above this. */
const longest = 2_000;

/** An e-mail's address by RFC 6068: no recipient yet, line breaks as %0D%0A. */
export function mailDraft(subject: string, body: string): MailDraft {
  const address = `mailto:?subject=${encoded(subject)}&body=${encoded(body.trimEnd().replace(/\r?\n/g, '\r\n'))}`;
  return { address, isTooLong: address.length > longest };
}

/** Half of a surrogate pair is no character and cannot be encoded. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
