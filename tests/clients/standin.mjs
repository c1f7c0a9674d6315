// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Starts a vendor's stand-in (LIGHTWELL_STANDIN names the program) for one test file and stops it afterwards.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { after } from "node:test";
import { deflateSync } from "node:zlib";

/// All there are, by provider id.
export function standInNames() {
    const { stderr } = spawnSync(process.env.LIGHTWELL_STANDIN, [], { encoding: "utf8" });
    return stderr.trim().split(" ").at(-1).split("|");
}

export async function startStandIn(vendor) {
    const program = spawn(process.env.LIGHTWELL_STANDIN, [vendor], { stdio: ["pipe", "pipe", "inherit"] });
    const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
    const read = async () => JSON.parse((await lines.next()).value);
    const { url, credentials } = await read();
    after(async () => {
        program.stdin.end();
        await once(program, "exit");
    });
    return {
        url,
        credentials, ///< a service account's document, where the vendor has such ones
        /// What it received so far, without our own scripts.
        async calls() {
            program.stdin.write("calls\n");
            return (await read()).calls.filter((call) => !call.path.startsWith("/standin/"));
        },
        /// How many seconds jobs wait and work from now on, for limits the caller sets: nobody has to live through them.
        async takeTime(queued, running) {
            const answer = await fetch(url + "/standin/time", { method: "POST", body: JSON.stringify({ queued, running }) });
            await answer.text();
        },
        /// {point, status, body, headers, times, drop, billed}: see tests/standins/vendorstandin.h.
        async script(wish) {
            const answer = await fetch(url + "/standin/script", { method: "POST", body: JSON.stringify(wish) });
            await answer.text();
        },
    };
}

/// Width and height of a PNG, JPEG or lossy/lossless WebP, read from its header.
export function sizeOf(bytes) {
    if (bytes.readUInt32BE(0) === 0x89504e47) {
        return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    }
    if (bytes.toString("latin1", 8, 12) === "WEBP") {
        const kind = bytes.toString("latin1", 12, 16);
        if (kind === "VP8 ") {
            return [bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff];
        }
        const bits = bytes.readUInt32LE(21);
        return kind === "VP8L" ? [(bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1]
                               : [bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1];
    }
    for (let at = 2; bytes.readUInt16BE(0) === 0xffd8 && at < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
        const marker = bytes[at + 1];
        if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
            return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
        }
    }
    throw new Error("no picture");
}

function crc32(bytes) {
    let crc = 0xffffffff;
    for (const byte of bytes) {
        crc ^= byte;
        for (let bit = 0; bit < 8; ++bit) {
            crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
        }
    }
    return (crc ^ 0xffffffff) >>> 0;
}

/// A PNG of transparent pixels: a mask under which everything may change.
export function transparentPng(width, height) {
    const chunk = (type, data) => {
        const content = Buffer.concat([Buffer.from(type, "latin1"), data]);
        const framed = Buffer.alloc(content.length + 8);
        framed.writeUInt32BE(data.length, 0);
        content.copy(framed, 4);
        framed.writeUInt32BE(crc32(content), content.length + 4);
        return framed;
    };
    const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 6, 0, 0, 0]);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    const pixels = deflateSync(Buffer.alloc((width * 4 + 1) * height));
    return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", header), chunk("IDAT", pixels),
                          chunk("IEND", Buffer.alloc(0))]);
}
