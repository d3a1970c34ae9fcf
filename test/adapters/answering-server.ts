import { createServer } from 'node:http';

export interface PlainAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PlainRequest {
  readonly method: string;
  /** Path and query, decoded. */
  readonly target: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

export interface AnsweringServer {
  readonly url: string;
  readonly requests: PlainRequest[];
  close(): Promise<void>;
}

/** A server for answers that a stand-in never gives: each request is answered by the function. */
export async function startAnswering(answer: (request: PlainRequest) => PlainAnswer): Promise<AnsweringServer> {
  const requests: PlainRequest[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const received = {
        method: request.method ?? '', target: decodeURIComponent(request.url ?? ''), authorization: request.headers.authorization, body,
      };
      requests.push(received);
      const { status, body: text, headers } = answer(received);
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
