// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenAI's own client against the stand-in: what it sends must be accepted, and what the stand-in answers must be
// understood, so that the stand-in cannot drift from the vendor.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn, transparentPng } from "./standin.mjs";

const { OpenAI, toFile } = load("openai");
const standIn = await startStandIn("openai");
const client = new OpenAI({ apiKey: "sk-standin-key", baseURL: standIn.url + "/v1" });
const model = "gpt-image-2.6-flare";

/// The calls made meanwhile.
async function callsOf(work) {
    const before = (await standIn.calls()).length;
    await work();
    return (await standIn.calls()).slice(before);
}

const decode = (image) => Buffer.from(image.b64_json, "base64");
const picture = async (size) =>
    decode((await client.images.generate({ model, prompt: "a picture to edit", size })).data[0]);

test("generates", async () => {
    const answer = await client.images.generate({
        model, prompt: "a red fox", n: 2, size: "1536x1024", quality: "low", output_format: "webp", output_compression: 85,
    });
    assert.equal(answer.data.length, 2);
    assert.deepEqual(sizeOf(decode(answer.data[0])), [1536, 1024]);
    assert.equal(answer.size, "1536x1024");
    assert.equal(answer.quality, "low");
    assert.equal(answer.output_format, "webp");
    const made = answer.usage.output_tokens_details;
    assert.equal(answer.usage.output_tokens, made.image_tokens + made.text_tokens);
    assert.ok(answer.usage.output_tokens > 0);
    assert.match(answer._request_id, /^req_/);
});

test("streams previews and the picture", async () => {
    const stream = await client.images.generate({ model, prompt: "a red fox", stream: true, partial_images: 2 });
    const events = [];
    for await (const event of stream) events.push(event);
    assert.deepEqual(events.map((event) => event.type),
        ["image_generation.partial_image", "image_generation.partial_image", "image_generation.completed"]);
    assert.deepEqual(events.slice(0, 2).map((event) => event.partial_image_index), [0, 1]);
    for (const event of events) assert.deepEqual(sizeOf(decode(event)), [1024, 1024]);
    assert.ok(events[2].usage.output_tokens > 0);
    await assert.rejects(client.images.generate({ model, prompt: "p", partial_images: 2 }),
        (error) => error.param === "partial_images" && error.status === 400);
});

test("delivers every format and the defaults", async () => {
    for (const output_format of ["png", "jpeg", "webp"]) {
        const answer = await client.images.generate({ model, prompt: "a red fox", output_format });
        assert.deepEqual(sizeOf(decode(answer.data[0])), [1024, 1024]);
    }
});

test("takes sizes the model allows", async () => {
    assert.deepEqual(sizeOf(await picture("1280x720")), [1280, 720]);
    await assert.rejects(picture("1281x720"), (error) => error.param === "size" && error.status === 400);
    await assert.rejects(picture("512x512"), (error) => error.param === "size");
    await assert.rejects(
        client.images.generate({ model: "gpt-image-1.5", prompt: "p", size: "1280x720" }), (error) => error.param === "size");
});

const upload = (bytes, name) => toFile(bytes, name, { type: "image/png" });

test("edits two pictures under a mask", async () => {
    const image = await picture("1024x1024");
    const files = [await upload(image, "a.png"), await upload(image, "b.png")];
    const mask = await upload(transparentPng(1024, 1024), "mask.png");
    const calls = await callsOf(async () => {
        const answer = await client.images.edit({ model, image: files, mask, prompt: "add a hat", size: "1024x1536", n: 1 });
        assert.deepEqual(sizeOf(decode(answer.data[0])), [1024, 1536]);
        assert.equal(answer.usage.input_tokens_details.image_tokens, 2 * 323);
    });
    assert.equal(calls.length, 1);
    assert.match(calls[0].headers["content-type"], /^multipart\/form-data/);
});

test("edits one picture", async () => {
    const image = await upload(await picture("1024x1024"), "a.png");
    const answer = await client.images.edit({ model, image, prompt: "add a hat" });
    assert.equal(answer.usage.input_tokens_details.image_tokens, 323);
});

test("a mask must be transparent and fit the picture", async () => {
    const bytes = await picture("1024x1024");
    const edit = async (mask) => client.images.edit({
        model, image: await upload(bytes, "a.png"), mask: await upload(mask, "mask.png"), prompt: "add a hat",
    });
    await assert.rejects(edit(bytes), (error) => error.param === "mask" && error.status === 400);
    await assert.rejects(edit(transparentPng(512, 1024)),
        (error) => error.param === "mask" && error.code === "invalid_mask_image_format");
});

test("uploads must be pictures", async () => {
    const edit = (image) => client.images.edit({ model, image, prompt: "add a hat" });
    await assert.rejects(edit(await toFile(Buffer.from("x"), "a.txt", { type: "text/plain" })),
        (error) => error.code === "unsupported_file_mimetype");
    await assert.rejects(edit(await upload(Buffer.from("x"), "a.png")), (error) => error.code === "invalid_image_file");
});

test("refuses what the vendor refuses", async () => {
    const wrong = [
        [{ response_format: "url" }, "response_format", "unknown_parameter"],
        [{ seed: 7 }, "seed", "unknown_parameter"],
        [{ style: "vivid" }, "style", "unknown_parameter"],
        [{ n: 11 }, "n", "integer_above_max_value"],
        [{ n: 0 }, "n", "integer_below_min_value"],
        [{ quality: "hd" }, "quality", "invalid_value"],
        [{ background: "transparent", output_format: "jpeg" }, "background", "invalid_value"],
        [{ output_format: "png", output_compression: 50 }, "output_compression", "invalid_value"],
        [{ prompt: undefined }, "prompt", "missing_required_parameter"],
    ];
    for (const [fields, param, code] of wrong) {
        await assert.rejects(client.images.generate({ model, prompt: "p", ...fields }), (error) => {
            assert.ok(error instanceof OpenAI.BadRequestError);
            assert.equal(error.param, param);
            assert.equal(error.code, code);
            assert.equal(error.type, "invalid_request_error");
            return true;
        });
    }
    await assert.rejects(client.images.generate({ model: "gpt-image-9", prompt: "p" }),
        (error) => error instanceof OpenAI.NotFoundError && error.code === "model_not_found");
    await assert.rejects(client.images.createVariation({ image: await toFile(Buffer.from("x"), "a.png") }), OpenAI.NotFoundError);
});

test("knows its key", async () => {
    const stranger = new OpenAI({ apiKey: "sk-wrong", baseURL: standIn.url + "/v1" });
    await assert.rejects(stranger.models.list(),
        (error) => error instanceof OpenAI.AuthenticationError && error.code === "invalid_api_key");
});

test("lists its models", async () => {
    const ids = [];
    for await (const entry of client.models.list()) {
        ids.push(entry.id);
    }
    assert.ok(ids.includes(model));
    assert.equal((await client.models.retrieve(model)).id, model);
    await assert.rejects(client.models.retrieve("gpt-image-9"), OpenAI.NotFoundError);
});

const generate = () => client.images.generate({ model, prompt: "p" });
const limit = { point: "generation", status: 429, body: { error: { message: "m", type: "requests", param: null, code: "rate_limit_exceeded" } } };

test("a 429 is tried again after the vendor's interval", async () => {
    await standIn.script({ ...limit, headers: { "retry-after-ms": "10" } });
    const calls = await callsOf(generate);
    assert.equal(calls.length, 2);
    assert.equal(calls[1].headers["x-stainless-retry-count"], "1");
});

test("x-should-retry: false stops the client's own retries, also after a 502", async () => {
    const scripts = [
        { ...limit, headers: { "x-should-retry": "false" } },
        { point: "generation", status: 502, body: {}, headers: { "x-should-retry": "false" }, billed: true },
    ];
    for (const script of scripts) {
        await standIn.script(script);
        const calls = await callsOf(() => assert.rejects(generate(), (error) => error.status === script.status));
        assert.equal(calls.length, 1);
    }
});

test("a dropped connection is an error of its own", async () => {
    await standIn.script({ point: "generation", drop: true });
    const once = new OpenAI({ apiKey: "sk-standin-key", baseURL: standIn.url + "/v1", maxRetries: 0 });
    await assert.rejects(once.images.generate({ model, prompt: "p" }), OpenAI.APIConnectionError);
});
