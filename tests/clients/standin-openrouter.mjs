// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenRouter's own provider for the Vercel AI SDK against the stand-in: what it sends must be accepted, and what the
// stand-in answers must be understood, so that the stand-in cannot drift from the vendor.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn, transparentPng } from "./standin.mjs";

const { createOpenRouter } = load("@openrouter/ai-sdk-provider");
const { generateImage, generateText } = load("ai");
const standIn = await startStandIn("openrouter");
const providerWith = (apiKey) => createOpenRouter({ apiKey, baseURL: standIn.url + "/api/v1" });
const openRouter = providerWith("sk-or-v1-standin");
const model = openRouter.imageModel("bytedance-seed/seedream-4.5");
const sized = (image) => sizeOf(Buffer.from(image.uint8Array));

test("makes pictures of a ratio", async () => {
    const { images } = await generateImage({ model, prompt: "a red fox", aspectRatio: "16:9", seed: 5, n: 2, maxRetries: 0 });
    assert.equal(images.length, 2);
    const [width, height] = sized(images[0]);
    assert.ok(Math.abs(width / height - 16 / 9) < 0.02);
});

test("edits pictures", async () => {
    const pictures = [transparentPng(64, 64), transparentPng(64, 64)];
    const { image } = await generateImage({ model, prompt: { text: "add a hat", images: pictures }, maxRetries: 0 });
    assert.ok(sized(image)[0] > 0);
});

test("chats pictures", async () => {
    const chat = openRouter.chat("openai/gpt-5.4-image-2", { extraBody: { modalities: ["image", "text"] } });
    const { files } = await generateText({ model: chat, prompt: "a red fox", maxRetries: 0 });
    assert.equal(files.length, 1);
    assert.ok(files[0].mediaType.startsWith("image/"));
    assert.ok(sized(files[0])[0] > 0);
});

test("refuses what the vendor refuses", async () => {
    const refused = (options, status) => assert.rejects(
        generateImage({ model, prompt: "p", maxRetries: 0, ...options }), (error) => error.statusCode === status);
    await refused({ model: providerWith("wrong").imageModel("bytedance-seed/seedream-4.5") }, 401);
    await refused({ model: openRouter.imageModel("nobody/nothing") }, 404);
    await refused({ aspectRatio: "5:7" }, 400);
    await refused({ prompt: "something forbidden" }, 403);
});
