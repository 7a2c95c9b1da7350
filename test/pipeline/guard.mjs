// Loaded before the program (`node --import`): any use of the network, and any file that is written, ends it with code 86.
import { syncBuiltinESMExports } from 'node:module';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';

function forbid(thing, names) {
  for (const name of names) {
    thing[name] = () => {
      fs.writeSync(2, `forbidden: ${name}\n`);
      process.exit(86);
    };
  }
}

forbid(net, ['connect', 'createConnection', 'createServer']);
forbid(net.Socket.prototype, ['connect']);
forbid(tls, ['connect']);
forbid(http, ['request', 'get']);
forbid(https, ['request', 'get']);
forbid(http2, ['connect']);
forbid(dgram, ['createSocket']);
forbid(dns, ['lookup', 'resolve', 'resolve4', 'resolve6']);
forbid(dns.promises, ['lookup', 'resolve']);
forbid(globalThis, ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']);
forbid(fs, ['writeFile', 'writeFileSync', 'appendFile', 'appendFileSync', 'createWriteStream', 'mkdtemp', 'mkdtempSync', 'mkdir', 'mkdirSync', 'copyFile', 'copyFileSync']);
forbid(fs.promises, ['writeFile', 'appendFile', 'mkdtemp', 'mkdir', 'copyFile']);
const { openSync, open } = fs;
const reads = (flags) => flags === undefined || flags === 'r' || flags === 'rs' || (typeof flags === 'number' && (flags & 3) === 0);
fs.openSync = (path, flags, ...rest) => (reads(flags) ? openSync(path, flags, ...rest) : process.exit(86));
fs.open = (path, flags, ...rest) => (typeof flags === 'function' || reads(flags) ? open(path, flags, ...rest) : process.exit(86));
syncBuiltinESMExports();
