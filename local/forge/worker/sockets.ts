import { syncBuiltinESMExports } from 'node:module';
import dgram from 'node:dgram';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';

/** Takes away every way out but fetch, which alone is checked against the manifest. */
export function closeSockets(): void {
  const refuse = (): never => {
    throw new Error('A function can reach the network through fetch only.');
  };
  for (const [owner, names] of [
    [http, ['request', 'get']],
    [https, ['request', 'get']],
    [http2, ['connect']],
    [net, ['connect', 'createConnection']],
    [net.Socket.prototype, ['connect']],
    [tls, ['connect']],
    [dgram, ['createSocket']],
  ] as const) {
    for (const name of names) Object.defineProperty(owner, name, { value: refuse });
  }
  syncBuiltinESMExports();
}
