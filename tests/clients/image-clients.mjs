// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures with the clients that programs are made with: every image method of two of OpenAI's own, streams included,
// Vercel's AI SDK by both of its ways to such an address, and LangChain's tool.
import assert from "node:assert/strict";
import test from "node:test";
import { startGateway } from "./harness.mjs";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn, transparentPng } from "./standin.mjs";

const openai = await startStandIn("openai");
const gateway = await startGateway({ OPENAI_API_KEY: "sk-standin-key", LIGHTWELL_OPENAI_BASE_URL: openai.url });
const options = { apiKey: gateway.key, baseURL: gateway.url };
const painter = "sketchbook-scene";
const vendors = { model: "gpt-image-2", size: "1024x1024", quality: "low" };
/// What OpenAI would bill for, by the end of its path.
const billed = async (work, end) => {
    const count = async () => (await openai.calls()).filter(({ method, path }) => method === "POST" && path.endsWith(end)).length;
    const before = await count();
    await work();
    return await count() - before;
};
const all = async (stream) => {
    const events = [];
    for await (const event of stream) events.push(event);
    return events;
};
const bytesOf = (image) => Buffer.from(image.b64_json, "base64");

test("Lumenfall's model for tests costs nothing", async () => {
    const { OpenAI } = load("openai");
    const { data, metadata } = await new OpenAI(options).images.generate({ model: "mock-image", prompt: "p", size: "640x480",
        response_format: "b64_json" });
    assert.deepEqual(sizeOf(bytesOf(data[0])), [640, 480]);
    assert.deepEqual([metadata.cost, metadata.provider], [0, "sketchbook"]);
});

for (const name of ["openai", "openai6"]) {
    const { OpenAI, toFile } = load(name);
    const client = new OpenAI(options);
    const file = async (picture) => toFile(picture, "a.png", { type: "image/png" });

    test(`${name}: pictures as bytes, as links and in a stream`, async () => {
        const wish = { model: painter, prompt: "a harbour", size: "1024x1024" };
        const inline = await client.images.generate({ ...wish, n: 2, response_format: "b64_json" });
        assert.deepEqual(inline.data.map((image) => sizeOf(bytesOf(image))), [[1024, 1024], [1024, 1024]]);
        const link = await client.images.generate({ ...wish, response_format: "url" });
        assert.equal((await fetch(link.data[0].url)).headers.get("content-type"), "image/png");
        const events = await all(await client.images.generate({ ...vendors, prompt: "a red fox", stream: true, partial_images: 2 }));
        assert.equal(events.at(-1).type, "image_generation.completed");
        assert.ok(events.slice(0, -1).every(({ type }) => type === "image_generation.partial_image"));
        assert.deepEqual(sizeOf(bytesOf(events.at(-1))), [1024, 1024]);
    });

    test(`${name}: edits, with a mask and in a stream, and variations`, async () => {
        const made = bytesOf((await client.images.generate({ model: painter, prompt: "a harbour", size: "1024x1024",
            response_format: "b64_json" })).data[0]);
        const edit = { ...vendors, prompt: "add a hat" };
        assert.equal(await billed(async () => {
            const one = await client.images.edit({ ...edit, image: await file(made), mask: await file(transparentPng(1024, 1024)) });
            assert.equal(one.metadata.provider, "openai");
            const two = await client.images.edit({ ...edit, image: [await file(made), await file(made)] });
            assert.deepEqual(sizeOf(bytesOf(two.data[0])), [1024, 1024]);
            const events = await all(await client.images.edit({ ...edit, image: await file(made), stream: true }));
            assert.equal(events.at(-1).type, "image_edit.completed");
            const varied = await client.images.createVariation({ image: await file(made), model: vendors.model, size: vendors.size });
            assert.equal(varied.data.length, 1);
        }, "/images/edits"), 4);
        await assert.rejects(client.images.edit({ ...edit, model: painter, image: await file(made) }),
            (error) => error instanceof OpenAI.BadRequestError && error.param === "image");
        await assert.rejects(client.images.generate({ model: painter, prompt: "p", stream: true, size: "huge" }),
            (error) => error instanceof OpenAI.BadRequestError && error.param === "size");
    });
}

test("Vercel's AI SDK, with OpenAI's provider", async () => {
    const { experimental_generateImage, generateImage = experimental_generateImage } = load("ai");
    const { createOpenAI } = load("@ai-sdk/openai");
    const provider = createOpenAI(options);
    // Of a name it does not know it asks for one picture a call.
    const { images } = await generateImage({ model: provider.image(painter), prompt: "a mill", n: 2, size: "1024x1024" });
    assert.deepEqual(images.map(({ uint8Array }) => sizeOf(Buffer.from(uint8Array))), [[1024, 1024], [1024, 1024]]);
    assert.equal(await billed(async () => {
        const { image } = await generateImage({ model: provider.image(vendors.model), prompt: "a mill", size: "1024x1024",
            providerOptions: { openai: { quality: "low", background: "opaque", outputFormat: "webp" } } });
        assert.equal(image.mediaType, "image/webp");
    }, "/images/generations"), 1);
    assert.equal(await billed(async () => {
        const { image } = await generateImage({ model: provider.image(vendors.model), size: "1024x1024",
            prompt: { text: "at night", images: [images[0].uint8Array] } });
        assert.deepEqual(sizeOf(Buffer.from(image.uint8Array)), [1024, 1024]);
    }, "/images/edits"), 1);
});

test("Vercel's AI SDK, with the provider for whoever speaks OpenAI's API", async () => {
    const { experimental_generateImage, generateImage = experimental_generateImage } = load("ai");
    const { createOpenAICompatible } = load("@ai-sdk/openai-compatible");
    const provider = createOpenAICompatible({ name: "lightwell", ...options });
    const { images } = await generateImage({ model: provider.imageModel(painter), prompt: "a mill", n: 2,
        size: "1024x1024", providerOptions: { lightwell: { seed: 7 } } });
    const recipes = images.map(({ uint8Array }) => Buffer.from(uint8Array).toString("latin1"));
    assert.equal(recipes.length, 2);
    assert.ok(recipes[0].includes("Seed: 7,")); // what it does not know itself, it passes on
    assert.equal(await billed(async () => {
        const { image } = await generateImage({ model: provider.imageModel(vendors.model), size: "1024x1024",
            prompt: { text: "at night", images: [images[0].uint8Array] } });
        assert.deepEqual(sizeOf(Buffer.from(image.uint8Array)), [1024, 1024]);
    }, "/images/edits"), 1);
});

test("LangChain's tool reads links, or bytes where it is told so", async () => {
    const { DallEAPIWrapper } = load("@langchain/openai");
    const tool = (more) => new DallEAPIWrapper({ baseUrl: gateway.url, apiKey: gateway.key, model: painter, ...more });
    const url = await tool().invoke("a lighthouse");
    assert.match((await fetch(url)).headers.get("content-type"), /^image\//);
    const told = await tool({ dallEResponseFormat: "b64_json", size: "1024x1024" }).invoke("a lighthouse");
    assert.deepEqual(sizeOf(Buffer.from(told, "base64")), [1024, 1024]);
    const several = await tool({ n: 2 }).invoke("a lighthouse");
    assert.equal(several.filter(({ type }) => type === "image_url").length, 2);
});
