// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Luma's own client, and the Vercel AI SDK's provider for it, against the stand-in: what they send must be accepted, and
// what the stand-in answers must be understood, so that the stand-in cannot drift from the vendor.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn } from "./standin.mjs";

const { LumaAI } = load("lumaai");
const { createLuma } = load("@ai-sdk/luma");
const { generateImage } = load("ai");
const standIn = await startStandIn("luma");
const clientWith = (authToken) => new LumaAI({ authToken, baseURL: standIn.url + "/dream-machine/v1", maxRetries: 0 });
const luma = clientWith("luma-standin-key");
const download = async (url) => Buffer.from(await (await fetch(url)).arrayBuffer());

/// Until the generation ends, with the states on the way.
const waitFor = async (generation) => {
    const seen = [generation.state];
    while (!["completed", "failed"].includes(seen.at(-1))) {
        generation = await luma.generations.get(generation.id);
        seen.push(generation.state);
    }
    return [generation, [...new Set(seen)]];
};

test("orders and polls", async () => {
    const ordered = await luma.generations.image.create({ model: "photon-1", prompt: "a tea house in fog", aspect_ratio: "1:1", format: "png" });
    assert.equal(ordered.generation_type, "image");
    assert.equal(ordered.assets, null);
    assert.equal(ordered.request.aspect_ratio, "1:1");
    const [done, seen] = await waitFor(ordered);
    assert.deepEqual(seen, ["queued", "dreaming", "completed"]);
    assert.deepEqual(sizeOf(await download(done.assets.image)), [1440, 1440]);
});

test("makes JPEG of 16:9 where nothing is asked", async () => {
    const [done] = await waitFor(await luma.generations.image.create({ model: "photon-flash-1", prompt: "p" }));
    const bytes = await download(done.assets.image);
    assert.equal(bytes.readUInt16BE(0), 0xffd8);
    const [width, height] = sizeOf(bytes);
    assert.ok(Math.abs(width / height - 16 / 9) < 0.02);
});

test("takes references by public address only", async () => {
    const create = (url) => luma.generations.image.create({ model: "photon-1", prompt: "p", image_ref: [{ url, weight: 0.5 }] });
    assert.equal((await create("https://pictures.example/a.png")).state, "queued");
    await assert.rejects(create("data:image/png;base64,iVBORw0KGgo="), LumaAI.BadRequestError);
});

test("refuses what the vendor refuses", async () => {
    const wrong = [[{ model: "photon-9" }, "model"], [{ aspect_ratio: "5:4" }, "aspect_ratio"], [{ format: "webp" }, "format"]];
    for (const [fields, name] of wrong) {
        await assert.rejects(luma.generations.image.create({ model: "photon-1", prompt: "p", ...fields }), (error) => {
            assert.ok(error instanceof LumaAI.UnprocessableEntityError);
            assert.equal(error.error.detail[0].loc.at(-1), name);
            return true;
        });
    }
});

test("a generation that is deleted is gone", async () => {
    const { id } = await luma.generations.image.create({ model: "photon-1", prompt: "p" });
    await luma.generations.delete(id);
    await assert.rejects(luma.generations.get(id), LumaAI.NotFoundError);
});

test("knows its key, its credits and that it is there", async () => {
    await assert.rejects(clientWith("wrong").credits.get(), LumaAI.AuthenticationError);
    assert.ok((await luma.credits.get()).credit_balance > 0);
    assert.ok((await luma.ping.check()).message);
});

test("pictures are fetched without the key", async () => {
    const [done] = await waitFor(await luma.generations.image.create({ model: "photon-1", prompt: "p" }));
    const answer = await fetch(done.assets.image, { headers: { authorization: "Bearer luma-standin-key" } });
    assert.equal(answer.status, 400);
});

test("the Vercel AI SDK orders, polls and downloads", async () => {
    const make = (apiKey, aspectRatio) => generateImage({
        model: createLuma({ apiKey, baseURL: standIn.url }).image("photon-flash-1"), prompt: "a tea house", aspectRatio,
        maxRetries: 0, providerOptions: { luma: { pollIntervalMillis: 1 } },
    });
    const { image } = await make("luma-standin-key", "1:1");
    assert.deepEqual(sizeOf(Buffer.from(image.uint8Array)), [1440, 1440]);
    await assert.rejects(make("luma-standin-key", "5:4"), (error) => error.statusCode === 422);
    await assert.rejects(make("wrong", "1:1"), (error) => error.statusCode === 401);
});
