// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Encodes one picture with sharp, as it is asked on standard input, one JSON object a line:
// {"format":"webp","quality":80,"rounds":3,"file":"/…/out"}. Writes the file and answers {"ms":…,"bytes":…} with the
// median time of the rounds, or {"error":…}. Usage: node sharp.mjs NODE_MODULES RAW WIDTH HEIGHT, RAW being the RGB
// pixels, so that only the encoding is timed. The first line of output is {"sharp":VERSION} or {"error":…}.
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [modules, raw, width, height] = process.argv.slice(2);

const say = (object) => console.log(JSON.stringify(object));

async function encode(sharp, pixels, { format, quality, rounds, file }) {
    const info = { raw: { width: Number(width), height: Number(height), channels: 3 } };
    const options = quality ? { quality } : {};
    const times = [];
    let bytes;
    for (let round = 0; round < rounds; ++round) {
        const begin = performance.now();
        bytes = await sharp(pixels, info).toFormat(format, options).toBuffer();
        times.push(performance.now() - begin);
    }
    await writeFile(file, bytes);
    times.sort((a, b) => a - b);
    return { ms: times[Math.floor(times.length / 2)], bytes: bytes.length };
}

try {
    const sharp = createRequire(join(modules, "..", "package.json"))("sharp");
    const pixels = await readFile(raw);
    sharp.cache(false);
    say({ sharp: sharp.versions.sharp });
    for await (const line of createInterface({ input: process.stdin })) {
        try {
            say(await encode(sharp, pixels, JSON.parse(line)));
        } catch (error) {
            say({ error: String(error.message ?? error) });
        }
    }
} catch (error) {
    say({ error: String(error.message ?? error).split("\n")[0] });
}
