// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The Vercel AI SDK's client for Fireworks against the stand-in: what it sends must be accepted, and what the stand-in
// answers must be understood, so that the stand-in cannot drift from the vendor.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn } from "./standin.mjs";

const { createFireworks } = load("@ai-sdk/fireworks");
const { experimental_generateImage, generateImage = experimental_generateImage } = load("ai");
const standIn = await startStandIn("fireworks");
// Pictures lie on another host than the API, which must not see the key: here the same one under another name.
const host = standIn.url.replace("127.0.0.1", "localhost");
const clientWith = (apiKey) => createFireworks({ apiKey, baseURL: host + "/inference/v1" });
const fireworks = clientWith("fw_standin");
const make = (model, more = {}, client = fireworks) =>
    generateImage({ model: client.image("accounts/fireworks/models/" + model), prompt: "a red fox", maxRetries: 0, ...more });
const bytesOf = (image) => Buffer.from(image.uint8Array);

test("makes a picture by a workflow, which is the answer itself", async () => {
    const { image } = await make("flux-1-schnell-fp8", { aspectRatio: "16:9", seed: 3 });
    const [width, height] = sizeOf(bytesOf(image));
    assert.ok(Math.abs(width / height - 16 / 9) < 0.02);
});

test("makes a picture of a legal size, and refuses others", async () => {
    const { image } = await make("stable-diffusion-xl-1024-v1-0", { size: "832x1216" });
    assert.deepEqual(sizeOf(bytesOf(image)), [832, 1216]);
    await assert.rejects(make("SSD-1B", { size: "1000x1000" }), (error) => error.statusCode === 400);
});

test("polls for Kontext", async () => {
    const { image } = await make("flux-kontext-pro", { aspectRatio: "1:1" });
    assert.deepEqual(sizeOf(bytesOf(image)), [1024, 1024]);
    const paths = (await standIn.calls()).map((call) => call.path);
    assert.equal(paths.filter((path) => path.endsWith("/flux-kontext-pro")).length, 1);
    assert.equal(paths.filter((path) => path.endsWith("/get_result")).length, 3);
});

test("knows its key and its models", async () => {
    await assert.rejects(make("flux-1-dev-fp8", {}, clientWith("wrong")), (error) => error.statusCode === 401);
    await assert.rejects(make("flux-9"), (error) => error.statusCode === 404);
});
