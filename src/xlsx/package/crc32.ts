const makeTables = (): readonly Int32Array[] => {
  const tables = Array.from({ length: 4 }, () => new Int32Array(256));
  const at = (table: number, index: number): number => tables[table]?.[index] ?? 0;
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    tables[0]?.fill(value, byte, byte + 1);
  }
  for (let table = 1; table < 4; table++) {
    for (let byte = 0; byte < 256; byte++) {
      const value = at(table - 1, byte);
      tables[table]?.fill((value >>> 8) ^ at(0, value & 255), byte, byte + 1);
    }
  }
  return tables;
};

const [T0 = new Int32Array(256), T1 = T0, T2 = T0, T3 = T0] = makeTables();

/** Checksum of the ZIP format; four bytes at a time, because every part of a big workbook goes through it. */
export const crc32 = (bytes: Uint8Array): number => {
  let crc = -1;
  let i = 0;
  const words = bytes.length - (bytes.length % 4);
  for (; i < words; i += 4) {
    crc ^=
      (bytes[i] as number) |
      ((bytes[i + 1] as number) << 8) |
      ((bytes[i + 2] as number) << 16) |
      ((bytes[i + 3] as number) << 24);
    crc =
      (T3[crc & 255] as number) ^
      (T2[(crc >>> 8) & 255] as number) ^
      (T1[(crc >>> 16) & 255] as number) ^
      (T0[crc >>> 24] as number);
  }
  for (; i < bytes.length; i++) crc = (T0[(crc ^ (bytes[i] as number)) & 255] as number) ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
};
