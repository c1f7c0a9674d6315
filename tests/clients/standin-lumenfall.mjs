// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenAI's client, which Lumenfall recommends for its API, against the stand-in: what it sends must be accepted, and
// what the stand-in answers must be understood.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn, transparentPng } from "./standin.mjs";

const { OpenAI, toFile } = load("openai");
const standIn = await startStandIn("lumenfall");
const clientWith = (apiKey) => new OpenAI({ apiKey, baseURL: standIn.url + "/openai/v1", maxRetries: 0 });
const client = clientWith("lmnfl_id.standin");
const options = { model: "flux.2-pro", prompt: "a red fox" };
const picture = () => toFile(transparentPng(64, 64), "fox.png", { type: "image/png" });

test("makes pictures as links and inside the answer", async () => {
    const linked = await client.images.generate({ ...options, size: "1024x1024" });
    const bytes = Buffer.from(await (await fetch(linked.data[0].url)).arrayBuffer());
    assert.deepEqual(sizeOf(bytes), [1024, 1024]);
    assert.equal(linked.metadata.cost, 0.04);
    const inside = await client.images.generate({ ...options, n: 2, response_format: "b64_json", output_format: "webp" });
    assert.equal(inside.data.length, 2);
});

test("edits and upscales", async () => {
    for (const image of [await picture(), [await picture(), await picture()]]) {
        const edited = await client.images.edit({ ...options, image });
        assert.equal(edited.data.length, 1);
    }
    const larger = await client.images.edit(
        { model: "topaz-image-upscale", prompt: "", image: await picture(), scale_factor: 3, response_format: "b64_json" });
    assert.deepEqual(sizeOf(Buffer.from(larger.data[0].b64_json, "base64")), [192, 192]);
});

test("refuses what the vendor refuses", async () => {
    await assert.rejects(clientWith("wrong").models.list(), OpenAI.AuthenticationError);
    await assert.rejects(client.images.generate({ ...options, model: "nothing" }), OpenAI.NotFoundError);
    await assert.rejects(client.images.generate({ ...options, model: "topaz-image-upscale" }), OpenAI.BadRequestError);
    await assert.rejects(client.images.generate({ ...options, prompt: "something forbidden" }),
        (error) => error.status === 400 && error.code === "CONTENT_POLICY_VIOLATION");
});
