import { createSign, generateKeyPairSync } from "node:crypto";

/** A moment as ASN.1 writes it, such as `491231000000Z`. */
type Time = string;

/** An RSA key with a certificate that signs itself, both as PEM, for nobody in particular. */
export function anRsaCertificate(until: Time = "491231000000Z"): {
  readonly certificate: string;
  readonly privateKey: string;
} {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  // sha256WithRSAEncryption
  const algorithm = der(0x30, der(0x06, Buffer.from("2a864886f70d01010b", "hex")), der(0x05));
  const name = der(0x30);
  const validity = der(
    0x30,
    ...["200101000000Z", until].map((time) => der(0x17, Buffer.from(time))),
  );
  const toSign = der(
    0x30,
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.of(1)),
    algorithm,
    name,
    validity,
    name,
    publicKey.export({ type: "spki", format: "der" }),
  );
  const signature = createSign("sha256").update(toSign).sign(privateKey);
  const body = der(0x30, toSign, algorithm, der(0x03, Buffer.of(0), signature)).toString("base64");
  const lines = body.match(/.{1,64}/g) ?? [];
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`,
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

/** One value of ASN.1: its tag, its length, and what is in it. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}
