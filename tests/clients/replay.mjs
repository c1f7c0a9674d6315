// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenAI's own client in the tests of somebody's program: it records once, and is answered without a vendor from then
// on; or it is answered with placeholders, without any key.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import test from "node:test";
import { environmentFor, makeHome, startGateway } from "./harness.mjs";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn } from "./standin.mjs";

const { OpenAI, toFile, NotFoundError, BadRequestError } = load("openai");
const openai = await startStandIn("openai");
const variables = { OPENAI_API_KEY: "sk-standin-key", LIGHTWELL_OPENAI_BASE_URL: openai.url };
const home = makeHome();
let gateway = await startGateway(variables, home);

const client = (headers = {}, base = gateway) =>
    new OpenAI({ apiKey: base.key, baseURL: base.url, defaultHeaders: headers, maxRetries: 2 });
const mode = (name, more = {}) => client({ "X-Lumenfall-Replay": name, ...more });
const paid = async () => (await openai.calls()).filter((call) => call.method === "POST").length;
/// What `work` has cost, in calls.
const paidFor = async (work) => {
    const before = await paid();
    const result = await work();
    return [result, (await paid()) - before];
};
const wish = { model: "gpt-image-2", prompt: "a paper boat", size: "1024x1024" };
const bytesOf = (image) => Buffer.from(image.b64_json, "base64");
const recordings = (...words) => {
    const { status, stdout } = spawnSync(process.env.LIGHTWELL_CLI, ["recordings", ...words],
        { env: environmentFor(home), encoding: "utf8" });
    return [status, stdout];
};

test("recorded once, replayed for ever", async () => {
    const [recorded, once] = await paidFor(() => mode("record").images.generate(wish));
    assert.equal(once, 1);
    assert.equal(recorded.metadata.replay.status, "recorded");
    const [replayed, nothing] = await paidFor(() => mode("replay-or-error").images.generate({ ...wish, prompt: "a kite" }));
    assert.equal(nothing, 0);
    assert.equal(replayed.metadata.replay.status, "hit");
    assert.equal(replayed.metadata.replay.recording, recorded.metadata.replay.recording);
    assert.equal(replayed.metadata.cost, 0);
    assert.deepEqual(replayed.data, recorded.data);
    assert.equal(replayed._request_id, recorded._request_id);

    gateway.kill("SIGTERM");
    await gateway.exited;
    gateway = await startGateway({}, home); // another day, and no key of a vendor
    const [later, still] = await paidFor(() => mode("replay-or-error", { "X-Lightwell-Replay-Match": "strict" }).images.generate(wish));
    assert.equal(still, 0);
    assert.deepEqual(later.data, recorded.data);
    gateway.kill("SIGTERM");
    await gateway.exited;
    gateway = await startGateway(variables, home);
});

test("what is not recorded is an error that is not tried again", async () => {
    const [error, nothing] = await paidFor(() => mode("replay-or-error").images.generate({ ...wish, size: "1536x1024" }).catch((e) => e));
    assert.ok(error instanceof NotFoundError);
    assert.equal(error.code, "RECORDING_NOT_FOUND");
    assert.equal(nothing, 0);
});

test("a misspelt mode pays for nothing", async () => {
    const [error, nothing] = await paidFor(() => mode("replay").images.generate(wish).catch((e) => e));
    assert.ok(error instanceof BadRequestError);
    assert.equal(error.param, "X-Lightwell-Replay");
    assert.equal(nothing, 0);
});

test("placeholders for every tenth model, in the size and format that its plan says, without a key", async () => {
    const keyless = await startGateway({}, makeHome(), 0, ["--replay", "mock"]);
    const mock = client({}, keyless);
    const models = [];
    for await (const model of mock.models.list()) {
        if (model.modality === "image") {
            models.push(model.id);
        }
    }
    assert.ok(models.length > 50);
    let made = 0;
    for (const model of models.filter((_, index) => index % 10 === 0)) {
        const body = { model, prompt: "a boat", output_format: "png", response_format: "b64_json" };
        const answer = await mock.images.generate(body).catch((error) => error);
        if (answer instanceof BadRequestError) {
            continue; // it needs a picture
        }
        assert.equal(answer.metadata.replay.status, "mock", model);
        if (answer.output_format !== "svg") { // which has no size in its head
            assert.equal(sizeOf(bytesOf(answer.data[0])).join("x"), answer.metadata.delivered_size, model);
        }
        assert.equal(answer.metadata.cost, 0);
        ++made;
    }
    assert.ok(made > 5, `${made}`);
});

test("placeholders for edits and variations", async () => {
    const mock = mode("mock");
    const picture = bytesOf((await mock.images.generate(wish)).data[0]);
    const file = () => toFile(picture, "a.png", { type: "image/png" });
    const [edited, nothing] = await paidFor(async () =>
        mock.images.edit({ model: "gpt-image-2", prompt: "in red", image: await file(), n: 2 }));
    assert.equal(edited.data.length, 2);
    assert.equal(edited.metadata.replay.status, "mock");
    assert.equal(nothing, 0);
    const [varied, free] = await paidFor(async () =>
        mock.images.createVariation({ model: "sketchbook-scene", image: await file() }).catch((error) => error));
    assert.equal(free, 0);
    assert.ok(varied instanceof BadRequestError || varied.metadata.replay.status === "mock");
});

test("a stream of placeholders ends as a real one", async () => {
    const stream = await mode("mock").images.generate({ ...wish, stream: true });
    const events = [];
    for await (const event of stream) {
        events.push(event);
    }
    assert.equal(events.at(-1).type, "image_generation.completed");
    assert.deepEqual(sizeOf(bytesOf(events.at(-1))), [1024, 1024]);
    assert.equal(events.at(-1).metadata.replay.status, "mock");
});

test("a link to a placeholder opens without a key", async () => {
    const answer = await mode("mock").images.generate({ ...wish, response_format: "url", output_format: "webp" });
    const response = await fetch(answer.data[0].url);
    assert.equal(response.headers.get("content-type"), "image/webp");
    assert.deepEqual(sizeOf(Buffer.from(await response.arrayBuffer())), [1024, 1024]);
});

test("a call with a seed is paid for once where that is wished", async () => {
    const seeded = { model: "sketchbook-scene", prompt: "a harbour", seed: 7, size: "512x512" };
    const cached = client({ "X-Lightwell-Cache": "true" });
    const first = await cached.images.generate(seeded);
    const { data: second, response } = await cached.images.generate(seeded).withResponse();
    assert.equal(first.metadata.cached, false);
    assert.equal(second.metadata.cached, true);
    assert.equal(response.headers.get("x-lightwell-cache-status"), "HIT");
    assert.equal(second.id, first.id);
});

/// In another format than they were recorded in.
const copies = () => readdirSync(home, { recursive: true }).filter((name) => /replay\/pictures\/.*\.jpe?g$/.test(name)).length;

test("recordings are listed and removed by the command line while the gateway runs", async () => {
    const recorded = await mode("record").images.generate({ ...wish, quality: "low" });
    const id = recorded.metadata.replay.recording;
    const listed = JSON.parse(recordings("list", "--json")[1]);
    assert.equal(listed.find((entry) => entry.id === id).fields.quality, "low");
    const before = copies();
    await mode("replay-or-error", { "X-Lightwell-Replay-Match": "pinned", "X-Lightwell-Replay-Recording": id })
        .images.generate({ ...wish, output_format: "jpeg" });
    assert.equal(copies(), before + 1);
    assert.equal(recordings("remove", id)[0], 0);
    assert.equal(copies(), before);
    assert.equal(recordings("remove", id)[0], 1);
    await assert.rejects(mode("replay-or-error").images.generate({ ...wish, quality: "low" }), NotFoundError);
    assert.equal((await mode("replay-or-error").images.generate(wish)).metadata.replay.status, "hit");
    assert.equal(recordings("clear")[0], 0);
    await assert.rejects(mode("replay-or-error").images.generate(wish), NotFoundError);
});
