// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenAI's client, which BytePlus recommends for its API, against the stand-in: what it sends must be accepted, and what
// the stand-in answers must be understood.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn, transparentPng } from "./standin.mjs";

const { OpenAI } = load("openai");
const standIn = await startStandIn("byteplus");
const clientWith = (apiKey) => new OpenAI({ apiKey, baseURL: standIn.url + "/api/v3", maxRetries: 0 });
const ark = clientWith("ark-standin");
const options = { model: "seedream-4-0-250828", prompt: "a red fox" };

test("makes pictures as links and inside the answer", async () => {
    const linked = await ark.images.generate({ ...options, size: "2304x1728", watermark: false });
    const bytes = Buffer.from(await (await fetch(linked.data[0].url)).arrayBuffer());
    assert.deepEqual(sizeOf(bytes), [2304, 1728]);
    assert.equal(linked.usage.generated_images, 1);
    const inside = await ark.images.generate({ ...options, size: "2K", response_format: "b64_json" });
    assert.ok(Buffer.from(inside.data[0].b64_json, "base64").length > 0);
});

test("works on pictures", async () => {
    const link = "data:image/png;base64," + transparentPng(64, 64).toString("base64");
    for (const image of [link, [link, link]]) {
        assert.equal((await ark.images.generate({ ...options, image })).data.length, 1);
    }
});

test("refuses what the vendor refuses", async () => {
    await assert.rejects(clientWith("wrong").images.generate(options), OpenAI.AuthenticationError);
    await assert.rejects(ark.images.generate({ ...options, model: "nothing" }), OpenAI.NotFoundError);
    await assert.rejects(ark.images.generate({ ...options, size: "512x512" }),
        (error) => error.status === 400 && error.code === "InvalidParameter" && error.param === "size");
    const refused = await ark.images.generate({ ...options, prompt: "something forbidden" });
    assert.equal(refused.data[0].error.code, "OutputImageSensitiveContentDetected");
});
