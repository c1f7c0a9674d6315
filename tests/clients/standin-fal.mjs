// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// fal's own client against the stand-in: what it sends must be accepted, and what the stand-in answers must be
// understood, so that the stand-in cannot drift from the vendor.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn } from "./standin.mjs";

const { ApiError, ValidationError, createFalClient } = load("@fal-ai/client");
const standIn = await startStandIn("fal");
// The client knows fal's hosts only; the middleware puts the stand-in in their place.
const clientWith = (credentials) => createFalClient({
    credentials,
    suppressLocalCredentialsWarning: true,
    retry: { maxRetries: 0 },
    requestMiddleware: async (request) =>
        ({ ...request, url: request.url.replace(/^https:\/\/(queue\.|rest\.|api\.)?fal\.(run|ai)/, standIn.url) }),
});
const fal = clientWith("fal-id:fal-secret");
const download = async (image) => Buffer.from(await (await fetch(image.url)).arrayBuffer());
const pollInterval = 5;

test("subscribes until the pictures are there", async () => {
    const seen = [];
    const { data, requestId } = await fal.subscribe("fal-ai/flux/dev", {
        input: { prompt: "glass owl", image_size: { width: 1024, height: 576 }, num_images: 2, seed: 11, output_format: "png" },
        pollInterval,
        onQueueUpdate: (update) => seen.push(update.status),
    });
    assert.ok(requestId);
    assert.deepEqual([...new Set(seen)], ["IN_QUEUE", "IN_PROGRESS", "COMPLETED"]);
    assert.equal(data.seed, 11);
    assert.deepEqual(data.has_nsfw_concepts, [false, false]);
    assert.equal(data.images.length, 2);
    for (const image of data.images) {
        assert.deepEqual(sizeOf(await download(image)), [1024, 576]);
    }
});

test("answers in words, defaults and data addresses", async () => {
    const named = await fal.subscribe("fal-ai/flux/schnell", { input: { prompt: "p", image_size: "portrait_16_9" }, pollInterval });
    assert.deepEqual(sizeOf(await download(named.data.images[0])), [576, 1024]);
    const plain = await fal.subscribe("fal-ai/flux/dev", { input: { prompt: "p" }, pollInterval });
    assert.deepEqual(sizeOf(await download(plain.data.images[0])), [1024, 768]);
    assert.equal(plain.data.images[0].content_type, "image/jpeg");
    const inline = await fal.subscribe("fal-ai/flux-2", { input: { prompt: "p", sync_mode: true }, pollInterval });
    assert.match(inline.data.images[0].url, /^data:image\/png;base64,/);
});

test("goes step by step", async () => {
    const submitted = await fal.queue.submit("fal-ai/nano-banana-pro", { input: { prompt: "p", aspect_ratio: "16:9", resolution: "1K" } });
    assert.match(submitted.status_url, /\/fal-ai\/nano-banana-pro\/requests\/[^/]+\/status$/);
    const requestId = submitted.request_id;
    await assert.rejects(fal.queue.result("fal-ai/nano-banana-pro", { requestId }), (error) => error.status === 400);
    let status = await fal.queue.status("fal-ai/nano-banana-pro", { requestId });
    assert.equal(status.status, "IN_QUEUE");
    while (status.status !== "COMPLETED") {
        status = await fal.queue.status("fal-ai/nano-banana-pro", { requestId });
    }
    assert.ok(status.metrics.inference_time > 0);
    const { data } = await fal.queue.result("fal-ai/nano-banana-pro", { requestId });
    assert.equal(data.images.length, 1);
});

test("cancels what waits", async () => {
    const { request_id: requestId } = await fal.queue.submit("fal-ai/flux/dev", { input: { prompt: "p" } });
    await fal.queue.cancel("fal-ai/flux/dev", { requestId });
    assert.equal((await fal.queue.status("fal-ai/flux/dev", { requestId })).status, "COMPLETED");
    await assert.rejects(fal.queue.result("fal-ai/flux/dev", { requestId }), (error) => error.status === 499);
});

test("what is wrong with the input is told by the result", async () => {
    const wrong = [
        ["fal-ai/flux/dev", { prompt: "p", num_images: 5 }, "num_images"],
        ["fal-ai/flux/dev", { prompt: "p", output_format: "webp" }, "output_format"],
        ["fal-ai/flux/dev", {}, "prompt"],
        ["fal-ai/flux-2", { prompt: "p", image_size: { width: 256, height: 512 } }, "image_size"],
        ["fal-ai/nano-banana-pro", { prompt: "p", aspect_ratio: "7:1" }, "aspect_ratio"],
        ["fal-ai/flux-2-pro/edit", { prompt: "p" }, "image_urls"],
        ["fal-ai/flux-pro/kontext", { prompt: "p" }, "image_url"],
        ["fal-ai/luma-photon", { prompt: "p", aspect_ratio: "5:4" }, "aspect_ratio"],
        ["fal-ai/ideogram/v3", { prompt: "p", rendering_speed: "FAST" }, "rendering_speed"],
        ["fal-ai/gpt-image-1.5", { prompt: "p", image_size: "square_hd" }, "image_size"],
        ["fal-ai/bytedance/seedream/v4/text-to-image", { prompt: "p", image_size: "square" }, "image_size"],
    ];
    for (const [endpoint, input, field] of wrong) {
        await assert.rejects(fal.subscribe(endpoint, { input, pollInterval }), (error) => {
            assert.ok(error instanceof ValidationError);
            assert.equal(error.status, 422);
            assert.equal(error.getFieldErrors(field).length, 1);
            return true;
        });
    }
});

test("knows its key, its endpoints and an empty account", async () => {
    const input = { prompt: "p" };
    await assert.rejects(clientWith("wrong:key").queue.submit("fal-ai/flux/dev", { input }),
        (error) => error instanceof ApiError && error.status === 401);
    await assert.rejects(fal.queue.submit("fal-ai/nothing", { input }), (error) => error.status === 404);
    await standIn.script({ point: "submit", status: 403, body: { detail: "User is locked. Reason: Exhausted balance." } });
    await assert.rejects(fal.queue.submit("fal-ai/flux/dev", { input }),
        (error) => error.status === 403 && /Exhausted balance/.test(JSON.stringify(error.body)));
});

test("pictures are fetched without the key", async () => {
    const { data } = await fal.subscribe("fal-ai/flux/dev", { input: { prompt: "p" }, pollInterval });
    const answer = await fetch(data.images[0].url, { headers: { authorization: "Key fal-id:fal-secret" } });
    assert.equal(answer.status, 400);
});
