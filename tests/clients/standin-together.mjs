// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Together AI's own client, and the Vercel AI SDK's provider for it, against the stand-in: what they send must be
// accepted, and what the stand-in answers must be understood, so that the stand-in cannot drift from the vendor.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn, transparentPng } from "./standin.mjs";

const { Together } = load("together-ai");
const { createTogetherAI } = load("@ai-sdk/togetherai");
const { generateImage } = load("ai");
const standIn = await startStandIn("together");
const clientWith = (apiKey, more = {}) => new Together({ apiKey, baseURL: standIn.url + "/v1", maxRetries: 0, ...more });
const together = clientWith("tgp_v1_standin");
const schnell = "black-forest-labs/FLUX.1-schnell";
const inside = (picture) => Buffer.from(picture.b64_json, "base64");

test("makes pictures as links and inside the answer", async () => {
    const linked = await together.images.generate({ model: schnell, prompt: "a red fox", width: 1024, height: 768, steps: 4 });
    assert.equal(linked.object, "list");
    assert.equal(linked.model, schnell);
    assert.equal(linked.data[0].type, "url");
    const bytes = Buffer.from(await (await fetch(linked.data[0].url)).arrayBuffer());
    assert.deepEqual(sizeOf(bytes), [1024, 768]);
    assert.equal(bytes.readUInt16BE(0), 0xffd8); // JPEG unless asked otherwise
    const answer = await together.images.generate({
        model: schnell, prompt: "a red fox", n: 3, seed: 7, output_format: "png", response_format: "base64",
    });
    assert.deepEqual(answer.data.map((picture) => picture.index), [0, 1, 2]);
    for (const picture of answer.data) {
        assert.equal(picture.type, "b64_json");
        assert.deepEqual(sizeOf(inside(picture)), [1024, 1024]);
    }
});

test("takes pictures and ratios where the model does", async () => {
    const link = "data:image/png;base64," + transparentPng(64, 64).toString("base64");
    const options = { prompt: "add a hat", response_format: "base64" };
    const kontext = await together.images.generate(
        { ...options, model: "black-forest-labs/FLUX.1-kontext-pro", image_url: link, aspect_ratio: "1:1" });
    assert.deepEqual(sizeOf(inside(kontext.data[0])), [1024, 1024]);
    const model = "black-forest-labs/FLUX.2-pro";
    const edited = await together.images.generate({ ...options, model, reference_images: [link, link], width: 512, height: 512 });
    assert.deepEqual(sizeOf(inside(edited.data[0])), [512, 512]);
    await assert.rejects(together.images.generate({ ...options, model, reference_images: ["here"] }),
        (error) => error.status === 400 && error.error.error.param === "reference_images");
});

test("refuses what the vendor refuses", async () => {
    const wrong = [
        [{ n: 5 }, "n"],
        [{ steps: 0 }, "steps"],
        [{ width: 1001 }, "width"],
        [{ height: 64 }, "height"],
        [{ output_format: "webp" }, "output_format"],
        [{ response_format: "b64" }, "response_format"],
        [{ prompt: undefined }, "prompt"],
    ];
    for (const [fields, param] of wrong) {
        await assert.rejects(together.images.generate({ model: schnell, prompt: "p", ...fields }), (error) => {
            assert.ok(error instanceof Together.BadRequestError);
            assert.equal(error.error.error.param, param);
            assert.equal(error.error.error.type, "invalid_request_error");
            return true;
        });
    }
    await assert.rejects(together.images.generate({ model: "nobody/nothing", prompt: "p" }),
        (error) => error instanceof Together.NotFoundError && error.error.error.code === "model_not_available");
});

test("knows its key and lists its models", async () => {
    await assert.rejects(clientWith("wrong").models.list(), Together.AuthenticationError);
    const models = await together.models.list();
    assert.ok(Array.isArray(models));
    assert.ok(models.some((model) => model.id === schnell && model.type === "image"));
});

test("a limit is tried again after the vendor's interval", async () => {
    await standIn.script({ point: "generation", status: 429, body: { error_type: "dynamic_request_limited" },
        headers: { "retry-after-ms": "10" } });
    const before = (await standIn.calls()).length;
    await clientWith("tgp_v1_standin", { maxRetries: 1 }).images.generate({ model: schnell, prompt: "p" });
    assert.equal((await standIn.calls()).length, before + 2);
});

test("the Vercel AI SDK makes and edits", async () => {
    const make = (id, more = {}, apiKey = "tgp_v1_standin") => generateImage({
        model: createTogetherAI({ apiKey, baseURL: standIn.url + "/v1" }).image(id), prompt: "a red fox", maxRetries: 0, ...more,
    });
    const { images } = await make(schnell, { size: "1024x768", seed: 7, n: 2, providerOptions: { togetherai: { steps: 4 } } });
    assert.deepEqual(images.map((image) => sizeOf(Buffer.from(image.uint8Array))), [[1024, 768], [1024, 768]]);
    const prompt = { text: "add a hat", images: [transparentPng(64, 64)] };
    const { image } = await make("black-forest-labs/FLUX.1-kontext-pro", { prompt });
    assert.ok(sizeOf(Buffer.from(image.uint8Array))[0] > 0);
    await assert.rejects(make(schnell, { size: "1001x768" }), (error) => error.statusCode === 400);
    await assert.rejects(make(schnell, {}, "wrong"), (error) => error.statusCode === 401);
});
