// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenAI's client against Recraft's stand-in, as the vendor recommends it: what it sends must be accepted, and what the
// stand-in answers must be understood.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn, transparentPng } from "./standin.mjs";

const { OpenAI } = load("openai");
const standIn = await startStandIn("recraft");
const clientWith = (apiKey) => new OpenAI({ apiKey, baseURL: standIn.url + "/v1", maxRetries: 0 });
const recraft = clientWith("recraft-standin-token");
const picture = "data:image/png;base64," + transparentPng(256, 256).toString("base64");
const bytesOf = async (entry) => Buffer.from(await (await fetch(entry.url)).arrayBuffer());

test("makes pictures as links and inside the answer", async () => {
    const linked = await recraft.images.generate({ model: "recraftv4_1", prompt: "a red fox", size: "1344x768", random_seed: 4 });
    assert.equal(linked.credits, 35);
    assert.deepEqual(sizeOf(await bytesOf(linked.data[0])), [1344, 768]);
    const inside = await recraft.images.generate({ model: "recraftv3", prompt: "a red fox", n: 2, style: "icon",
        image_format: "png", response_format: "b64_json" });
    assert.equal(inside.credits, 80);
    for (const entry of inside.data) {
        assert.deepEqual(sizeOf(Buffer.from(entry.b64_json, "base64")), [1024, 1024]);
    }
});

test("draws", async () => {
    const drawn = await recraft.images.generate({ model: "recraftv4_vector", prompt: "a red fox", size: "16:9" });
    assert.match((await bytesOf(drawn.data[0])).toString(), /^<svg /);
});

test("works on pictures at addresses of their own", async () => {
    const cut = await recraft.post("/images/removeBackground", { body: { image_url: picture, image_format: "png" } });
    assert.equal(cut.credits, 10);
    assert.deepEqual(sizeOf(await bytesOf(cut.image)), [256, 256]);
    const edited = await recraft.post("/images/imageToImage",
        { body: { model: "recraftv3", prompt: "in snow", image_url: picture, strength: 0.4 } });
    assert.deepEqual(sizeOf(await bytesOf(edited.data[0])), [256, 256]);
});

test("refuses what the vendor refuses", async () => {
    const wrong = [{ n: 7 }, { size: "1000x700" }, { response_format: "b64" }, { model: "nobody" }];
    for (const fields of wrong) {
        await assert.rejects(recraft.images.generate({ model: "recraftv4_1", prompt: "p", ...fields }),
            (error) => error instanceof OpenAI.BadRequestError);
    }
    await assert.rejects(clientWith("wrong").images.generate({ model: "recraftv4_1", prompt: "p" }), OpenAI.AuthenticationError);
});
