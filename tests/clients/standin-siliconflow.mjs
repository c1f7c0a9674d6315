// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenAI's client, which SiliconFlow recommends for its API, against the stand-in: what it sends must be accepted, and
// what the stand-in answers must be understood.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn, transparentPng } from "./standin.mjs";

const { OpenAI } = load("openai");
const standIn = await startStandIn("siliconflow");
const clientWith = (apiKey) => new OpenAI({ apiKey, baseURL: standIn.url + "/v1", maxRetries: 0 });
const client = clientWith("sk-siliconflow-standin");
const options = { model: "Qwen/Qwen-Image", prompt: "a red fox", image_size: "1664x928" };

test("makes pictures as links", async () => {
    const answer = await client.images.generate({ ...options, seed: 7 });
    const bytes = Buffer.from(await (await fetch(answer.images[0].url)).arrayBuffer());
    assert.deepEqual(sizeOf(bytes), [1664, 928]);
    assert.equal(answer.seed, 7);
    const several = await client.images.generate(
        { model: "Kwai-Kolors/Kolors", prompt: "a red fox", image_size: "1024x1024", batch_size: 3 });
    assert.equal(several.images.length, 3);
});

test("works on pictures", async () => {
    const image = "data:image/png;base64," + transparentPng(64, 64).toString("base64");
    const answer = await client.images.generate(
        { model: "Qwen/Qwen-Image-Edit-2509", prompt: "add a hat", image, image2: image });
    assert.equal(answer.images.length, 1);
});

test("refuses what the vendor refuses", async () => {
    await assert.rejects(clientWith("wrong").images.generate(options), OpenAI.AuthenticationError);
    await assert.rejects(client.images.generate({ ...options, model: "nothing" }), OpenAI.BadRequestError);
    await assert.rejects(client.images.generate({ ...options, image_size: undefined }), OpenAI.BadRequestError);
    await assert.rejects(client.images.generate({ ...options, num_inference_steps: 0 }), OpenAI.BadRequestError);
});
