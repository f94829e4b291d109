import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { capability } from 'zeromq';

export type Transport = 'ipc' | 'tcp';
export type Channel = 'shell' | 'iopub' | 'stdin' | 'control' | 'hb';

/** What a kernel reads from its connection file. */
export interface Connection {
  readonly transport: Transport;
  /** For ipc the beginning of the sockets' paths. */
  readonly ip: string;
  readonly shell_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly control_port: number;
  readonly hb_port: number;
  readonly key: string;
  readonly signature_scheme: 'hmac-sha256';
}

/** Longer paths of Unix sockets are refused by some systems (macOS allows 104 bytes with the final zero). */
const LONGEST_SOCKET_PATH = 103;

/** A connection over sockets in `folder`, or over ports of this machine where those are not to be had. */
export async function createConnection(folder: string, transport = preferredTransport(folder)): Promise<Connection> {
  const [shell_port, iopub_port, stdin_port, control_port, hb_port] =
    transport === 'ipc' ? [1, 2, 3, 4, 5] : await freePorts(5);
  const ip = transport === 'ipc' ? socketPath(folder) : '127.0.0.1';
  const key = randomUUID();
  const signature_scheme = 'hmac-sha256';
  return { transport, ip, shell_port, iopub_port, stdin_port, control_port, hb_port, key, signature_scheme };
}

/** The address that tslab gives the channel. */
export function addressOf(connection: Connection, channel: Channel): string {
  return `${connection.transport}://${connection.ip}:${connection[`${channel}_port`]}`;
}

function preferredTransport(folder: string): Transport {
  const fits = Buffer.byteLength(`${socketPath(folder)}:5`) <= LONGEST_SOCKET_PATH;
  return capability.ipc && process.platform !== 'win32' && fits ? 'ipc' : 'tcp';
}

function socketPath(folder: string): string {
  return join(folder, 'channel');
}

/** All ports are held until the last is found, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, listenAnywhere));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}

function listenAnywhere(): Promise<ReturnType<typeof createServer>> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
