// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenRouter's own clients against the gateway, with nothing but key and address changed: @openrouter/sdk, and the AI SDK
// with @openrouter/ai-sdk-provider. Pictures come from the built-in painter and, where the vendor counts, from the
// stand-in of fal.ai; words from that of OpenAI.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { environmentFor, startGateway } from "./harness.mjs";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn } from "./standin.mjs";

const { OpenRouter } = load("@openrouter/sdk");
const { createOpenRouter } = load("@openrouter/ai-sdk-provider");
const { experimental_generateImage, generateImage = experimental_generateImage, generateText, streamText } = load("ai");
const fal = await startStandIn("fal");
const words = await startStandIn("chat-api");
const gateway = await startGateway({ FAL_KEY: "fal-id:fal-secret", LIGHTWELL_FAL_BASE_URL: fal.url,
    OPENAI_API_KEY: "chat-key", LIGHTWELL_OPENAI_BASE_URL: words.url });
const serverURL = gateway.url.replace(/\/v1$/, "/api/v1");
const client = new OpenRouter({ apiKey: gateway.key, serverURL });
const openrouter = createOpenRouter({ apiKey: gateway.key, baseURL: serverURL });
const scene = { model: "lightwell/sketchbook-scene", prompt: "a harbour at dawn", seed: 7 };
const generate = (imageGenerationRequest) => client.images.generate({ imageGenerationRequest });
const submissions = async () => (await fal.calls()).filter((call) => call.method === "POST").length;

test("pictures as bytes, in the shape and the format that were asked for", async () => {
    const { created, data, usage } = await generate({ ...scene, n: 2, aspectRatio: "16:9", resolution: "1K",
        outputFormat: "webp", outputCompression: 80 });
    assert.ok(Math.abs(created - Date.now() / 1000) < 60);
    assert.equal(data.length, 2);
    for (const { b64Json, mediaType } of data) {
        assert.equal(mediaType, "image/webp");
        assert.equal(Buffer.from(b64Json, "base64").subarray(8, 12).toString(), "WEBP");
    }
    assert.equal(usage.cost, 0);
});

test("a stream ends with the picture", async () => {
    const events = [];
    for await (const event of await generate({ ...scene, size: "1024x1024", stream: true })) {
        events.push(event.data ?? event);
    }
    const last = events.at(-1);
    assert.equal(last.type, "image_generation.completed");
    assert.deepEqual(sizeOf(Buffer.from(last.b64Json, "base64")), [1024, 1024]);
});

test("a picture goes in, through both paths", async () => {
    const { data } = await generate({ ...scene, size: "1024x1024" });
    const part = { type: "image_url", imageUrl: { url: `data:${data[0].mediaType};base64,${data[0].b64Json}` } };
    const wish = { model: "black-forest-labs/flux.2-pro", provider: { only: ["fal"] } };
    const edited = await generate({ ...wish, prompt: "at night", inputReferences: [part] });
    assert.equal(edited.data.length, 1);
    const answer = await client.chat.send({ chatRequest: { ...wish, modalities: ["image"],
        messages: [{ role: "user", content: [{ type: "text", text: "at night" }, part] }] } });
    assert.equal(answer.choices[0].message.images.length, 1);
    const sent = (await fal.calls()).filter(({ method }) => method === "POST").slice(-2);
    assert.ok(sent.every(({ path }) => path.includes("edit")), sent.map(({ path }) => path).join(" "));
});

test("wishes about the provider count, and cost nothing where nobody meets them", async () => {
    const before = await submissions();
    const made = await generate({ model: "black-forest-labs/flux.2-pro", prompt: "a paper crane",
        provider: { only: ["fal"], sort: "price" } });
    assert.equal(made.data.length, 1);
    assert.ok(made.usage.cost > 0);
    assert.equal(await submissions(), before + 1);
    const refused = await generate({ model: "black-forest-labs/flux.2-pro", prompt: "a paper crane",
        provider: { only: ["openai"] } }).catch((error) => error);
    assert.equal(refused.statusCode, 404);
    assert.equal(refused.error.metadata.error_type, "not_found");
    assert.equal(JSON.parse(refused.body).error.availability.code, "constraint_filtered");
    assert.equal(await submissions(), before + 1);
});

test("what may be billed is not sent again, though this client repeats all that ends with 5xx", async () => {
    const before = await submissions();
    await fal.script({ point: "submit", drop: true, billed: true });
    const lost = await generate({ model: "fal/flux-2-pro", prompt: "a paper crane" }).catch((error) => error);
    assert.equal(lost.statusCode, 424);
    assert.equal(JSON.parse(lost.body).error.metadata.may_be_billed, true);
    assert.equal(await submissions(), before + 1);
});

test("errors say what is wrong", async () => {
    const unknown = await generate({ ...scene, model: "lightwell/sketchbook-seen" }).catch((error) => error);
    assert.equal(unknown.statusCode, 404);
    assert.match(unknown.error.message, /sketchbook-scene/);
    const contradiction = await generate({ ...scene, size: "1024x1024", aspectRatio: "16:9" }).catch((error) => error);
    assert.equal(contradiction.statusCode, 400);
    const stranger = new OpenRouter({ apiKey: "sk-or-v1-wrong", serverURL });
    const refused = await stranger.images.generate({ imageGenerationRequest: scene }).catch((error) => error);
    assert.equal(refused.statusCode, 401);
});

test("models, what each takes, and what it costs", async () => {
    const list = await client.images.listModels();
    const flux = list.data.find(({ id }) => id === "black-forest-labs/flux-2-pro");
    assert.equal(flux.supportedParameters.seed.type, "boolean");
    assert.equal(flux.supportedParameters.n.max, 10);
    const { endpoints } = await client.images.listModelEndpoints({ author: "black-forest-labs", slug: "flux-2-pro" });
    const atFal = endpoints.find(({ providerSlug }) => providerSlug === "fal");
    assert.ok(atFal.pricing.every(({ costUsd }) => costUsd > 0));
    for await (const { result } of await client.models.list({ modelAuthors: "black-forest-labs", limit: 3 })) {
        assert.equal(result.data.length, 3);
        assert.ok(result.data.every(({ id }) => id.startsWith("black-forest-labs/")));
        break; // the first page
    }
    const count = await client.models.count();
    assert.ok(count.data.count > list.data.length); // those of words as well
    for await (const { result } of await client.models.list({ outputModalities: "text", limit: 5 })) {
        assert.equal(result.data.length, 5);
        assert.ok(result.data.every(({ architecture }) => architecture.outputModalities.includes("text")));
        break;
    }
    const single = await client.endpoints.list({ author: "black-forest-labs", slug: "flux-2-pro" });
    assert.ok(single.data.endpoints.length > 1);
    // How they did by the calls above: pictures, and one whose end nobody knows. Nobody else was asked.
    const measured = single.data.endpoints.find(({ tag }) => tag === "fal");
    assert.ok(measured.uptimeLast30m > 0 && measured.uptimeLast30m < 100);
    assert.ok(measured.latencyLast30m.p50 >= 0 && measured.latencyLast30m.p99 >= measured.latencyLast30m.p50);
    assert.deepEqual(measured.perfLast30mByWorkload.imageGeneration.latency, measured.latencyLast30m);
    const other = single.data.endpoints.find(({ tag }) => tag !== "fal");
    assert.equal(other.uptimeLast1d, null);
    assert.equal(other.latencyLast30m, null);
});

test("key, activity and what a generation came to", async () => {
    const { data: key } = await client.apiKeys.getCurrentKeyMetadata();
    assert.ok(key.usage > 0);
    assert.equal(key.limit, null);
    const { data: activity } = await client.analytics.getUserActivity();
    // The one whose end nobody knows counts as well.
    assert.ok(activity.some(({ model, requests }) => model === "flux-2-pro" && requests === 4));
    const made = await fetch(`${serverURL}/images`, { method: "POST", body: JSON.stringify(scene),
        headers: { Authorization: `Bearer ${gateway.key}`, "Content-Type": "application/json",
            "HTTP-Referer": "https://boats.example/pier?who=me", "User-Agent": "pier/1.0" } });
    const id = made.headers.get("x-generation-id");
    await made.arrayBuffer();
    const { data: receipt } = await client.generations.getGeneration({ id });
    assert.equal(receipt.id, id);
    assert.equal(receipt.totalCost, 0);
    assert.equal(receipt.numMediaCompletion, 1);
    assert.equal(receipt.apiType, "image");
    assert.equal(receipt.streamed, false);
    assert.equal(receipt.httpReferer, "https://boats.example/pier");
    assert.equal(receipt.userAgent, "pier/1.0");
});

/// What a person writes into the home, or types at the command line, while the gateway runs.
const manage = promisify(execFile);
const commandLine = (...words) => manage(process.env.LIGHTWELL_CLI, words, { env: environmentFor(gateway.home) });

test("presets are listed, told and used", async () => {
    writeFileSync(join(gateway.home, "presets.json"), JSON.stringify({ presets: [{ slug: "harbour", name: "Harbours",
        system_prompt: "By the sea.", config: { model: "lightwell/sketchbook-scene", modalities: ["image"], seed: 7,
            image_config: { aspect_ratio: "1:1" } } }] }));
    const pages = async () => {
        const all = [];
        for await (const { result } of await client.presets.list()) {
            all.push(...result.data);
        }
        return all;
    };
    for (let tries = 0; tries < 100 && (await pages()).length === 0; ++tries) {
        await setTimeout(50); // the file is looked at when it changes
    }
    assert.deepEqual((await pages()).map(({ slug, name }) => [slug, name]), [["harbour", "Harbours"]]);
    const { data: preset } = await client.presets.get({ slug: "harbour" });
    assert.equal(preset.designatedVersion.systemPrompt, "By the sea.");
    assert.equal(preset.designatedVersion.config.seed, 7);
    const ask = (chatRequest) => client.chat.send({ chatRequest: { ...chatRequest,
        messages: [{ role: "user", content: "a pier" }] } });
    const { choices: [{ message }] } = await ask({ model: "@preset/harbour" });
    const [width, height] = sizeOf(Buffer.from(message.images[0].imageUrl.url.split(",")[1], "base64"));
    assert.equal(width, height);
    const refused = await ask({ model: "@preset/harbor" }).catch((error) => error);
    assert.equal(refused.statusCode, 404);
    assert.match(JSON.parse(refused.body).error.message, /harbour/);
});

test("keys of programs are managed with a key for that alone", async () => {
    const apiKey = (await commandLine("clients", "add", "Manager", "--manage-keys")).stdout.trim();
    const manager = new OpenRouter({ apiKey, serverURL });
    const refused = await client.apiKeys.list().catch((error) => error);
    assert.equal(refused.statusCode, 403);
    const made = await manager.apiKeys.create({ requestBody: { name: "n8n", limit: 2.5, limitReset: "weekly",
        expiresAt: new Date("2126-01-31T12:00:00Z") } });
    assert.equal(made.data.limitRemaining, 2.5);
    assert.equal(made.data.expiresAt.getUTCFullYear(), 2126);
    const program = new OpenRouter({ apiKey: made.key, serverURL });
    const draw = () => program.images.generate({ imageGenerationRequest: scene });
    assert.equal((await draw()).data.length, 1);
    const { hash } = made.data;
    const { data: listed } = await manager.apiKeys.list();
    assert.ok(listed.some((key) => key.hash === hash));
    const { data: changed } = await manager.apiKeys.update({ hash, requestBody: { name: "n8n at home", limit: null,
        disabled: true } });
    assert.deepEqual([changed.name, changed.limit, changed.disabled], ["n8n at home", null, true]);
    assert.equal((await draw().catch((error) => error)).statusCode, 401);
    assert.equal((await manager.apiKeys.get({ hash })).data.name, "n8n at home");
    assert.equal((await manager.apiKeys.delete({ hash })).deleted, true);
    assert.equal((await manager.apiKeys.get({ hash }).catch((error) => error)).statusCode, 404);
    const spent = await manager.images.generate({ imageGenerationRequest: scene }).catch((error) => error);
    assert.equal(spent.statusCode, 403);
    const { data: facts } = await manager.apiKeys.getCurrentKeyMetadata();
    assert.equal(facts.isManagementKey, true);
});

test("the AI SDK's pictures", async () => {
    const { images } = await generateImage({ model: openrouter.imageModel("lightwell/sketchbook-scene"),
        prompt: "a lighthouse", aspectRatio: "1:1", n: 2, seed: 3 });
    assert.equal(images.length, 2);
    assert.deepEqual(...images.map(({ uint8Array }) => sizeOf(Buffer.from(uint8Array))));
});

test("the AI SDK's pictures through a chat", async () => {
    const model = openrouter.chat("lightwell/sketchbook-scene", {
        extraBody: { modalities: ["image", "text"], image_config: { aspect_ratio: "1:1" } } });
    const { files, providerMetadata } = await generateText({ model, prompt: "a mill by the river" });
    assert.equal(files.length, 1);
    assert.match(files[0].mediaType, /^image\//);
    const [width, height] = sizeOf(Buffer.from(files[0].uint8Array));
    assert.equal(width, height);
    assert.equal(providerMetadata.openrouter.usage.cost, 0);
    const parts = [];
    for await (const part of streamText({ model, prompt: "a mill by the river" }).fullStream) {
        parts.push(part);
    }
    assert.ok(parts.some(({ type, file }) => type === "file" && file.mediaType.startsWith("image/")));
    assert.equal(parts.find(({ type }) => type === "finish").finishReason, "stop");
});

test("the sdk's chat has the pictures", async () => {
    const result = await client.chat.send({ chatRequest: { model: "lightwell/sketchbook-scene",
        modalities: ["image"], messages: [{ role: "user", content: "a mill" }] } });
    assert.match(result.choices[0].message.images[0].imageUrl.url, /^data:image\//);
});

test("a text model has a picture made by the server tool, with the sdk", async () => {
    const chatRequest = { model: "openai/gpt-5-mini", messages: [{ role: "user", content: "draw a lighthouse" }],
        tools: [{ type: "openrouter:image_generation", parameters: { model: "lightwell/sketchbook-scene",
            additionalProperties: { aspect_ratio: "16:9", output_format: "png" } } }] };
    const { choices, usage } = await client.chat.send({ chatRequest });
    const { images, toolCalls } = choices[0].message;
    assert.equal(images.length, 1);
    assert.equal(toolCalls, undefined);
    assert.equal(choices[0].finishReason, "stop");
    const bytes = Buffer.from(images[0].imageUrl.url.split(",")[1], "base64");
    const [width, height] = sizeOf(bytes);
    assert.ok(width > height);
    assert.ok(usage.cost >= 0, JSON.stringify(usage));
    assert.deepEqual([usage.serverToolUseDetails.toolCallsRequested, usage.serverToolUseDetails.toolCallsExecuted], [1, 1]);
    let last;
    for await (const chunk of await client.chat.send({ chatRequest: { ...chatRequest, stream: true } })) {
        last = chunk;
    }
    assert.equal(last.usage.serverToolUseDetails.toolCallsExecuted, 1);
    const refused = await client.chat.send({ chatRequest: { ...chatRequest,
        tools: [{ type: "openrouter:image_generation", parameters: { model: "no-such" } }] } }).catch((error) => error);
    assert.equal(refused.statusCode, 404);
});

test("the same with the AI SDK", async () => {
    const model = openrouter.chat("openai/gpt-5-mini", { extraBody: {
        tools: [{ type: "openrouter:image_generation", parameters: { model: "lightwell/sketchbook-scene" } }] } });
    const { files, finishReason, providerMetadata } = await generateText({ model, prompt: "draw a lighthouse" });
    assert.equal(files.length, 1);
    assert.match(files[0].mediaType, /^image\//);
    assert.equal(finishReason, "stop");
    assert.ok(providerMetadata.openrouter.usage.cost >= 0, JSON.stringify(providerMetadata));
    const parts = [];
    for await (const part of streamText({ model, prompt: "draw a lighthouse" }).fullStream) {
        parts.push(part);
    }
    assert.equal(parts.filter(({ type }) => type === "file").length, 1);
    assert.equal(parts.find(({ type }) => type === "finish").finishReason, "stop");
});
