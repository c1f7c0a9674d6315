// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The examples of README, run as they stand there but for the address and the key: each curl by a shell, and the script
// for OpenAI's client by node. LIGHTWELL_README names the file.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { promisify } from "node:util";
import { makeHome, startGateway } from "./harness.mjs";

const run = promisify(execFile);
const gateway = await startGateway();
const origin = new URL(gateway.url).origin;
const here = (text) => text.replaceAll("http://127.0.0.1:4747", origin);
const blocks = [...readFileSync(process.env.LIGHTWELL_README, "utf8").matchAll(/^```(\w+)\n([^]*?)^```$/gm)]
    .map(([, language, text]) => ({ language, text }));

/// Single calls of a block: a line with those it goes on in.
const calls = blocks.filter(({ language }) => language === "sh")
    .flatMap(({ text }) => text.replaceAll("\\\n", " ").split("\n")).filter((line) => line.startsWith("curl"));
const curl = async (command) => {
    const { stdout } = await run("sh", ["-c", here(command)], {
        env: { PATH: process.env.PATH, KEY: gateway.key }, maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
};
const callWith = (piece) => {
    const found = calls.filter((call) => call.includes(piece));
    assert.equal(found.length, 1, piece);
    return found[0];
};

test("there are examples", () => assert.ok(calls.length >= 8, `${calls.length}`));

test("each curl is answered, and none with an error", async () => {
    for (const call of calls) {
        const answer = await curl(call);
        if (!call.startsWith("curl -N")) {
            assert.equal(JSON.parse(answer).error, undefined, call + answer);
        }
    }
});

test("each does what is said of it", async () => {
    assert.equal(JSON.parse(await curl(callWith('"seed": 7'))).metadata.provider, "sketchbook");
    assert.ok(JSON.parse(await curl(callWith("dryRun=true"))).components.length > 0);
    assert.match(await curl(callWith('"stream": true')), /^event: image_generation\.completed$/m);
    assert.match(JSON.parse(await curl(callWith("respond-async"))).id, /^gen_/);
    assert.equal(JSON.parse(await curl(callWith("X-Lightwell-Replay: mock"))).metadata.cost, 0);
    assert.match(JSON.parse(await curl(callWith('"modalities"'))).choices[0].message.images[0].image_url.url, /^data:image/);
    assert.ok(JSON.parse(await curl(callWith("schema=true"))).offers.length > 1);
    assert.ok(JSON.parse(await curl(callWith("/v1/requests"))).data.length > 0);
});

test("the script for OpenAI's client", async () => {
    const script = blocks.find(({ language, text }) => language === "js" && text.includes('from "openai"'));
    const folder = makeHome();
    symlinkSync(process.env.LIGHTWELL_NODE_MODULES, join(folder, "node_modules"));
    const file = join(folder, "example.mjs");
    writeFileSync(file, here(script.text).replace('"lw-…"', JSON.stringify(gateway.key)));
    const { stdout } = await run(process.execPath, [file]);
    assert.match(stdout, /\/v1\/files\/\S+\.webp/);
    assert.match(stdout, /1536x640/);
});
