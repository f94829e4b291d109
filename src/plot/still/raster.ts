import { deflateSync } from 'node:zlib';

/** The part of a canvas that plotly's heatmaps draw with: coloured rectangles, pixel data, and a PNG at the end. */
export class Raster {
  fillStyle = 'rgb(0,0,0)';
  readonly #width: number;
  readonly #height: number;
  readonly #pixels: Uint8ClampedArray;

  /** @param width in pixels @param height in pixels */
  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.#pixels = new Uint8ClampedArray(4 * width * height);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const [red = 0, green = 0, blue = 0, alpha = 1] = this.fillStyle.match(/[\d.]+/g)?.map(Number) ?? [];
    const colour = [red, green, blue, 255 * alpha];
    for (let row = Math.max(0, y); row < Math.min(this.#height, y + height); row++) {
      for (let column = Math.max(0, x); column < Math.min(this.#width, x + width); column++) {
        this.#pixels.set(colour, 4 * (row * this.#width + column));
      }
    }
  }

  createImageData(width: number, height: number): { readonly data: Uint8ClampedArray } {
    return { data: new Uint8ClampedArray(4 * width * height) };
  }

  /** Takes data of the raster's own size. */
  putImageData({ data }: { readonly data: Uint8ClampedArray }): void {
    this.#pixels.set(data);
  }

  toDataUrl(): string {
    return `data:image/png;base64,${png(this.#width, this.#height, this.#pixels).toString('base64')}`;
  }
}

function png(width: number, height: number, rgba: Uint8ClampedArray): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6], 8); // eight bits a channel, red green blue alpha
  const rows = Buffer.alloc(height * (1 + 4 * width)); // each row starts with its filter: 0, none
  for (let row = 0; row < height; row++) {
    rows.set(rgba.subarray(4 * width * row, 4 * width * (row + 1)), row * (1 + 4 * width) + 1);
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND'),
  ]);
}

function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function crc32(bytes: Uint8Array): number {
  let remainder = 0xffffffff;
  for (const byte of bytes) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  }
  return ~remainder >>> 0;
}
