// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenAI's own client against the gateway: the built-in painter's models, and fal.ai's by its stand-in.
import assert from "node:assert/strict";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import test from "node:test";
import { startGateway } from "./harness.mjs";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn } from "./standin.mjs";

const { OpenAI, toFile } = load("openai");
const fal = await startStandIn("fal");
const openai = await startStandIn("openai");
const gateway = await startGateway({
    FAL_KEY: "fal-id:fal-secret", LIGHTWELL_FAL_BASE_URL: fal.url,
    OPENAI_API_KEY: "sk-standin-key", LIGHTWELL_OPENAI_BASE_URL: openai.url,
});
const options = { apiKey: gateway.key, baseURL: gateway.url };
const client = new OpenAI(options);
const scene = { model: "sketchbook-scene", prompt: "a harbour at dawn", seed: 7 };

const fetched = async (image) => {
    const response = await fetch(image.url); // no header, as a browser would
    assert.equal(response.status, 200);
    return [Buffer.from(await response.arrayBuffer()), response.headers.get("content-type")];
};
/// How many jobs fal would bill for.
const submissions = async () => (await fal.calls()).filter((call) => call.method === "POST").length;
const submissionsOf = async (work) => {
    const before = await submissions();
    await work();
    return (await submissions()) - before;
};

test("Lumenfall's published example, address and key changed", async () => {
    const response = await client.images.generate({
        model: "flux.1-pro",
        prompt: "A serene mountain landscape at sunset with dramatic clouds",
        n: 1,
        size: "1024x1024",
        response_format: "url",
        output_format: "webp",
        output_compression: 85,
    });
    const [bytes, type] = await fetched(response.data[0]);
    assert.equal(type, "image/webp");
    assert.deepEqual(sizeOf(bytes), [1024, 1024]);
    assert.equal(response.metadata.provider, "fal");
    assert.match(response.metadata.executed_model, /^fal\//);
    assert.equal(response.metadata.attempts.length, 1);
    assert.equal(response.metadata.cost_currency, "USD");
    assert.equal(response.metadata.delivered_size, "1024x1024");
    assert.match(response._request_id, /^gen_/);
});

test("calls in a row share one connection", async () => {
    const port = Number(new URL(gateway.url).port);
    let opened = 0;
    const note = ({ socket }) => socket.once("connect", () => {
        opened += socket.remotePort === port ? 1 : 0;
    });
    subscribe("net.client.socket", note);
    for (let i = 0; i < 3; ++i) {
        await client.images.generate({ ...scene, size: "1024x1024" });
        await client.models.retrieve("flux.1-pro");
    }
    unsubscribe("net.client.socket", note);
    assert.ok(opened <= 1, `${opened} connections for six calls`);
});

test("both kinds of answer", async () => {
    const links = await client.images.generate({ ...scene, size: "1024x1024" });
    const inline = await client.images.generate({ ...scene, size: "1024x1024", response_format: "b64_json" });
    const bytes = Buffer.from(inline.data[0].b64_json, "base64");
    assert.deepEqual(sizeOf(bytes), [1024, 1024]);
    assert.deepEqual(sizeOf((await fetched(links.data[0]))[0]), [1024, 1024]);
    assert.equal(inline.data[0].url, undefined);
    assert.equal(links.metadata.cost, 0);
});

const eventsOf = async (stream) => {
    const events = [];
    for await (const event of stream) events.push(event);
    return events;
};

test("a stream ends with the picture, also where nobody sends previews", async () => {
    const events = await eventsOf(await client.images.generate({ ...scene, size: "1024x1024", stream: true, partial_images: 2 }));
    assert.deepEqual(events.map((event) => event.type), ["image_generation.completed"]);
    assert.deepEqual(sizeOf(Buffer.from(events[0].b64_json, "base64")), [1024, 1024]);
    assert.equal(events[0].metadata.provider, "sketchbook");
});

test("previews of OpenAI's come through", async () => {
    const events = await eventsOf(await client.images.generate({
        model: "gpt-image-2", prompt: "a red fox", size: "1024x1024", quality: "low", stream: true, partial_images: 3,
    }));
    const last = events.pop();
    assert.equal(last.type, "image_generation.completed");
    assert.equal(last.metadata.provider, "openai");
    assert.ok(last.metadata.cost > 0);
    assert.ok(events.length <= 3); // only the newest counts where they come faster than they are passed on
    for (const event of events) {
        assert.equal(event.type, "image_generation.partial_image");
        assert.deepEqual(sizeOf(Buffer.from(event.b64_json, "base64")), [1024, 1024]);
    }
});

test("edits and variations", async () => {
    const made = await client.images.generate({ ...scene, size: "1024x1024", response_format: "b64_json" });
    const file = () => toFile(Buffer.from(made.data[0].b64_json, "base64"), "a.png", { type: "image/png" });
    const edit = { model: "gpt-image-2", prompt: "add a hat", size: "1024x1024", quality: "low" };
    const one = await client.images.edit({ ...edit, image: await file() });
    assert.equal(one.metadata.provider, "openai");
    const two = await client.images.edit({ ...edit, image: [await file(), await file()], response_format: "b64_json" });
    assert.deepEqual(sizeOf(Buffer.from(two.data[0].b64_json, "base64")), [1024, 1024]);
    const uploads = (await openai.calls()).filter((call) => call.path === "/v1/images/edits");
    assert.equal(uploads.length, 2);
    const streamed = await eventsOf(await client.images.edit({ ...edit, image: await file(), stream: true }));
    assert.equal(streamed.at(-1).type, "image_edit.completed");
    const varied = await client.images.createVariation({ image: await file(), model: "gpt-image-2", size: "1024x1024" });
    assert.ok(varied.metadata.emulated.variation);
    await assert.rejects(client.images.edit({ ...edit, model: "sketchbook-scene", image: await file() }),
        (error) => error instanceof OpenAI.BadRequestError && error.param === "image");
});

test("a refused stream is an error with its status", async () => {
    await assert.rejects(client.images.generate({ ...scene, model: "no-such-model", stream: true }),
        (error) => error instanceof OpenAI.NotFoundError);
});

test("formats, fit and number", async () => {
    const answer = await client.images.generate({ ...scene, n: 2, size: "640x480", fit: "crop", output_format: "jpeg",
        response_format: "b64_json" });
    assert.equal(answer.data.length, 2);
    for (const image of answer.data) {
        assert.deepEqual(sizeOf(Buffer.from(image.b64_json, "base64")), [640, 480]);
    }
    assert.equal(answer.output_format, "jpeg");
    assert.equal(answer.metadata.requested_size, "640x480");
    assert.ok(answer.metadata.emulated.output_format);
});

test("a dry run costs nothing", async () => {
    const count = await submissionsOf(async () => {
        const estimate = await client.images.generate({ model: "flux.1-pro", prompt: "estimate", n: 2 }, { query: { dryRun: true } });
        assert.equal(estimate.estimated, true);
        assert.equal(estimate.currency, "USD");
        assert.ok(estimate.total_cost_micros > 0);
        assert.equal(estimate.components.reduce((sum, part) => sum + part.total_cost, 0), estimate.total_cost_micros);
    });
    assert.equal(count, 0);
});

test("strict refuses what would be emulated", async () => {
    await assert.rejects(
        client.images.generate({ ...scene, output_format: "avif" }, { headers: { "X-Lightwell-Strict": "true" } }),
        (error) => error instanceof OpenAI.BadRequestError && /output_format/.test(error.message));
});

test("models", async () => {
    const ids = [];
    for await (const model of client.models.list()) {
        ids.push(model.id);
        assert.equal(model.object, "model");
    }
    assert.ok(ids.includes("sketchbook-scene"));
    assert.equal((await client.models.retrieve("flux.1-pro")).id, "flux-1-pro");
    assert.equal((await client.models.retrieve("fal/flux.1-pro")).id, "flux-1-pro");
    await assert.rejects(client.models.retrieve("flux.1-prow"),
        (error) => error instanceof OpenAI.NotFoundError && error.code === "MODEL_NOT_FOUND");
});

test("errors are OpenAI's", async () => {
    const wrong = [
        [{ n: 11 }, "n"], [{ size: "huge" }, "size"], [{ response_format: "png" }, "response_format"],
        [{ partial_images: 2 }, "partial_images"], [{ output_format: "bmp" }, "output_format"], [{ image: "https://example.com/a.png" }, "image"],
    ];
    for (const [fields, param] of wrong) {
        await assert.rejects(client.images.generate({ ...scene, ...fields }), (error) => {
            assert.ok(error instanceof OpenAI.BadRequestError);
            assert.equal(error.param, param);
            assert.equal(error.code, "INVALID_REQUEST");
            assert.equal(error.type, "invalid_request_error");
            return true;
        });
    }
    const stranger = new OpenAI({ ...options, apiKey: "lw-wrong" });
    await assert.rejects(stranger.models.list(),
        (error) => error instanceof OpenAI.AuthenticationError && error.code === "AUTHENTICATION_FAILED");
    await assert.rejects(client.images.generate({ model: "nothing", prompt: "p" }),
        (error) => error instanceof OpenAI.NotFoundError && error.code === "MODEL_NOT_FOUND");
});

test("the client does not repeat what may be billed", async () => {
    await fal.script({ point: "submit", drop: true, billed: true });
    const count = await submissionsOf(() => assert.rejects(
        client.images.generate({ model: "fal/flux.1-pro", prompt: "p" }),
        (error) => error.status === 502 && error.headers.get("x-should-retry") === "false"));
    assert.equal(count, 1);
});

test("a client out of patience pays once", async () => {
    // The client gives up after a moment and repeats itself; its repetitions must find the job that runs.
    const hasty = new OpenAI({ ...options, timeout: 150, maxRetries: 8 });
    const count = await submissionsOf(async () => {
        const answer = await hasty.images.generate({ model: "fal/flux.1-pro", prompt: "patience" });
        assert.equal(answer.data.length, 1);
    });
    assert.equal(count, 1);
});

test("an Idempotency-Key pays once", async () => {
    const headers = { "Idempotency-Key": "client-test-1" };
    const wish = { model: "fal/flux.1-pro", prompt: "twice" };
    const count = await submissionsOf(async () => {
        const [first, second] = await Promise.all([client.images.generate(wish, { headers }), client.images.generate(wish, { headers })]);
        const third = await client.images.generate(wish, { headers });
        assert.equal(first.id, second.id);
        assert.equal(first.id, third.id);
        await assert.rejects(client.images.generate({ ...wish, prompt: "other" }, { headers }), (error) => error.status === 422);
    });
    assert.equal(count, 1);
});

test("a client that hangs up harms nobody", async () => {
    const attempts = [];
    for (let i = 0; i < 20; ++i) {
        const controller = new AbortController();
        attempts.push(client.images.generate({ ...scene, seed: i }, { signal: controller.signal }).catch((error) => error));
        setTimeout(() => controller.abort(), 10 * i);
    }
    await Promise.all(attempts);
    assert.equal((await client.images.generate({ ...scene, size: "1024x1024" })).data.length, 1);
});
