// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The Vercel AI SDK's provider for DeepInfra against the stand-in: what it sends must be accepted, and what the stand-in
// answers must be understood, so that the stand-in cannot drift from the vendor.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn, transparentPng } from "./standin.mjs";

const { createDeepInfra } = load("@ai-sdk/deepinfra");
const { generateImage } = load("ai");
const standIn = await startStandIn("deepinfra");
const providerWith = (apiKey) => createDeepInfra({ apiKey, baseURL: standIn.url + "/v1" });
const deepInfra = providerWith("deepinfra-standin");
const dev = deepInfra.image("black-forest-labs/FLUX-1-dev");
const sized = (image) => sizeOf(Buffer.from(image.uint8Array));

test("makes pictures of sizes and ratios", async () => {
    const { image } = await generateImage({ model: dev, prompt: "a red fox", size: "1024x768", seed: 5, maxRetries: 0 });
    assert.deepEqual(sized(image), [1024, 768]);
    const { image: wide } = await generateImage(
        { model: deepInfra.image("stabilityai/sd3.5"), prompt: "a red fox", aspectRatio: "16:9", maxRetries: 0 });
    const [width, height] = sized(wide);
    assert.ok(Math.abs(width / height - 16 / 9) < 0.02);
});

test("edits with uploads", async () => {
    const model = deepInfra.image("black-forest-labs/FLUX.1-Kontext-dev");
    const { image } = await generateImage(
        { model, prompt: { text: "add a hat", images: [transparentPng(64, 64)] }, maxRetries: 0 });
    assert.ok(sized(image)[0] > 0);
    assert.equal((await standIn.calls()).at(-1).path, "/v1/openai/images/edits");
});

test("refuses what the vendor refuses", async () => {
    const refused = (options, status) => assert.rejects(
        generateImage({ model: dev, prompt: "p", maxRetries: 0, ...options }), (error) => error.statusCode === status);
    await refused({ size: "1001x768" }, 422);
    await refused({ model: providerWith("wrong").image("black-forest-labs/FLUX-1-dev") }, 401);
    await refused({ model: deepInfra.image("nobody/nothing") }, 404);
});
