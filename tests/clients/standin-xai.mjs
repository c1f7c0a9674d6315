// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The Vercel AI SDK's provider for xAI against the stand-in: what it sends must be accepted, and what the stand-in
// answers must be understood, so that the stand-in cannot drift from the vendor.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn, transparentPng } from "./standin.mjs";

const { createXai } = load("@ai-sdk/xai");
const { generateImage } = load("ai");
const standIn = await startStandIn("xai");
const providerWith = (apiKey) => createXai({ apiKey, baseURL: standIn.url + "/v1" });
const model = providerWith("xai-standin").image("grok-imagine-image");
const options = { model, maxRetries: 0 };

test("makes pictures of a ratio", async () => {
    const { images, providerMetadata } = await generateImage({
        ...options, prompt: "a red fox", aspectRatio: "16:9", n: 2, providerOptions: { xai: { resolution: "2k" } },
    });
    assert.equal(images.length, 2);
    const [width, height] = sizeOf(Buffer.from(images[0].uint8Array));
    assert.ok(Math.abs(width / height - 16 / 9) < 0.02);
    assert.ok(providerMetadata.xai.images.length === 2);
});

test("edits one picture and several", async () => {
    for (const count of [1, 3]) {
        const pictures = Array(count).fill(transparentPng(64, 64));
        const { image } = await generateImage({ ...options, prompt: { text: "add a hat", images: pictures } });
        assert.ok(sizeOf(Buffer.from(image.uint8Array))[0] > 0);
    }
    const paths = (await standIn.calls()).map((call) => call.path);
    assert.equal(paths.filter((path) => path === "/v1/images/edits").length, 2);
});

test("refuses what the vendor refuses", async () => {
    await assert.rejects(generateImage({ ...options, prompt: "p", model: providerWith("wrong").image("grok-imagine-image") }),
        (error) => error.statusCode === 400 && /API key/.test(error.message));
    await assert.rejects(generateImage({ ...options, prompt: "p", model: providerWith("xai-standin").image("grok-9") }),
        (error) => error.statusCode === 404);
    await assert.rejects(generateImage({ ...options, prompt: "p", aspectRatio: "5:7" }), (error) => error.statusCode === 422);
    await assert.rejects(generateImage({ ...options, prompt: "something forbidden" }), /content policy/);
});
