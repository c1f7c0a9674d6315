// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The AI SDK's provider against the stand-in: its signatures must be accepted, and what the stand-in answers must be
// understood, so that the stand-in cannot drift from the vendor.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn, transparentPng } from "./standin.mjs";

const { createAmazonBedrock } = load("@ai-sdk/amazon-bedrock");
const { experimental_generateImage, generateImage = experimental_generateImage } = load("ai");
const standIn = await startStandIn("amazon-bedrock");
const clientWith = (more) => createAmazonBedrock({
    region: "us-east-1", baseURL: standIn.url, accessKeyId: "AKIASTANDINEXAMPLE",
    secretAccessKey: "standin/secret+access/key0123456789abcd", ...more,
});
const nova = "amazon.nova-canvas-v1:0";
const make = (client, options) => generateImage({ model: client.image(nova), prompt: "a red fox", maxRetries: 0, ...options });

test("signs what the stand-in takes", async () => {
    const { images } = await make(clientWith(), { n: 2, size: "768x1024", seed: 7 });
    assert.equal(images.length, 2);
    assert.deepEqual(sizeOf(Buffer.from(images[0].base64, "base64")), [768, 1024]);
    const last = (await standIn.calls()).at(-1);
    assert.match(last.headers.authorization, /^AWS4-HMAC-SHA256 Credential=AKIASTANDINEXAMPLE/);
    assert.equal(last.body.taskType, "TEXT_IMAGE");
});

test("temporary credentials and API keys work too", async () => {
    assert.equal((await make(clientWith({ sessionToken: "TOKEN==" }), {})).images.length, 1);
    assert.equal((await make(clientWith({ apiKey: "ABSKstandin0123456789" }), {})).images.length, 1);
});

test("edits pictures", async () => {
    const picture = transparentPng(64, 64);
    const { images } = await make(clientWith(), { prompt: { text: "a hat", images: [picture] } });
    assert.equal(images.length, 1);
    assert.equal((await standIn.calls()).at(-1).body.taskType, "IMAGE_VARIATION");
});

test("refuses what the vendor refuses", async () => {
    await assert.rejects(make(clientWith({ secretAccessKey: "wrong" }), {}), (error) => error.statusCode === 403);
    await assert.rejects(make(clientWith(), { size: "1000x700" }), (error) => error.statusCode === 400);
});
