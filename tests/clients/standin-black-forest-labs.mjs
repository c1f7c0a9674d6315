// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The Vercel AI SDK's provider for Black Forest Labs against the stand-in: what it sends must be accepted, and what the
// stand-in answers must be understood, so that the stand-in cannot drift from the vendor.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn, transparentPng } from "./standin.mjs";

const { createBlackForestLabs } = load("@ai-sdk/black-forest-labs");
const { generateImage } = load("ai");
const standIn = await startStandIn("black-forest-labs");

/// This client shows the key to whoever keeps the pictures too. The vendor's storage does not mind; the stand-in does, so
/// that Lightwell never does the same.
function fetchFilesWithoutKey(url, { headers, ...options }) {
    const { "x-key": key, ...others } = headers;
    return fetch(url, { ...options, headers: new URL(url).pathname.startsWith("/files/") ? others : headers });
}

const clientWith = (apiKey) => createBlackForestLabs({ apiKey, baseURL: standIn.url + "/v1", pollIntervalMillis: 1,
    fetch: fetchFilesWithoutKey });
const bfl = clientWith("bfl-standin-key");
const make = (id, more = {}, client = bfl) =>
    generateImage({ model: client.image(id), prompt: "a red fox", maxRetries: 0, ...more });
const bytesOf = (image) => Buffer.from(image.uint8Array);
const picture = transparentPng(1024, 1024);

test("orders and polls at the address it is told, and learns seed and cost", async () => {
    const { image, providerMetadata } = await make("flux-2-pro", { seed: 3,
        providerOptions: { blackForestLabs: { width: 1024, height: 768, outputFormat: "png" } } });
    assert.deepEqual(sizeOf(bytesOf(image)), [1024, 768]);
    const [told] = providerMetadata.blackForestLabs.images;
    assert.equal(told.seed, 3);
    assert.equal(told.cost, 3);
    assert.equal(told.outputMegapixels, 0.75);
    const paths = (await standIn.calls()).map((call) => call.path);
    assert.equal(paths.filter((path) => path === "/v1/flux-2-pro").length, 1);
    assert.ok(paths.filter((path) => path.endsWith("/get_result")).length > 1);
});

test("makes pictures of a ratio", async () => {
    const { image } = await make("flux-pro-1.1-ultra", { aspectRatio: "16:9" });
    const [width, height] = sizeOf(bytesOf(image));
    assert.ok(Math.abs(width / height - 16 / 9) < 0.02);
});

test("edits one picture and several", async () => {
    const { image } = await make("flux-kontext-pro", { aspectRatio: "1:1", prompt: { text: "a hat", images: [picture] } });
    assert.deepEqual(sizeOf(bytesOf(image)), [1024, 1024]);
    const { providerMetadata } = await make("flux-2-pro", { prompt: { text: "both", images: [picture, picture] } });
    assert.equal(providerMetadata.blackForestLabs.images[0].inputMegapixels, 2);
});

test("refuses what the vendor refuses", async () => {
    const wrong = { width: { width: 1025 }, safety_tolerance: { safetyTolerance: 6 } };
    for (const [field, options] of Object.entries(wrong)) {
        await assert.rejects(make("flux-2-pro", { providerOptions: { blackForestLabs: options } }), (error) => {
            assert.equal(error.statusCode, 422);
            assert.equal(JSON.parse(error.responseBody).detail[0].loc.at(-1), field);
            return true;
        });
    }
    await assert.rejects(make("flux-9"), (error) => error.statusCode === 404);
});

test("a task that fails ends", async () => {
    await standIn.script({ point: "status", status: 200, body: { id: "9f0c", status: "Error" } });
    await assert.rejects(make("flux-2-pro"), /failed/);
});

test("knows its key", async () => {
    await assert.rejects(make("flux-2-pro", {}, clientWith("wrong")), (error) => error.statusCode === 403);
});
