// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Replicate's own client against the stand-in: what it sends must be accepted, and what the stand-in answers must be
// understood, so that the stand-in cannot drift from the vendor.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn } from "./standin.mjs";

const Replicate = load("replicate");
const standIn = await startStandIn("replicate");
const clientWith = (auth, more = {}) => new Replicate({ auth, baseUrl: standIn.url + "/v1", useFileOutput: false, ...more });
const replicate = clientWith("r8_standin");
const schnell = "black-forest-labs/flux-schnell";
const download = async (url) => Buffer.from(await (await fetch(url)).arrayBuffer());
const wait = { mode: "poll", interval: 5 };

test("runs an official model and waits in the call", async () => {
    const output = await replicate.run(schnell, { input: { prompt: "a paper boat", aspect_ratio: "16:9", num_outputs: 2, output_format: "png", seed: 7 } });
    assert.equal(output.length, 2);
    assert.deepEqual(sizeOf(await download(output[0])), [1344, 768]);
    const calls = await standIn.calls();
    assert.match(calls[0].headers.prefer, /^wait/);
    assert.equal(calls[0].path, `/v1/models/${schnell}/predictions`);
});

test("runs and polls", async () => {
    const seen = [];
    const output = await replicate.run(schnell, { input: { prompt: "p", megapixels: "0.25", output_format: "jpg" }, wait },
        (prediction) => seen.push(prediction.status));
    assert.deepEqual(sizeOf(await download(output[0])), [512, 512]);
    assert.ok(seen.includes("starting") && seen.at(-1) === "succeeded");
});

test("answers in the shape of the model", async () => {
    const text = await replicate.run("black-forest-labs/flux-1.1-pro", { input: { prompt: "p" }, wait });
    assert.equal(typeof text, "string");
    const model = await replicate.models.get("example", "layers");
    const layers = await replicate.run(`example/layers:${model.latest_version.id}`, { input: { prompt: "p" }, wait });
    assert.deepEqual(sizeOf(await download(layers.picture)), [1024, 1024]);
});

test("runs what is not official by its version", async () => {
    const model = await replicate.models.get("stability-ai", "sdxl");
    const output = await replicate.run(`stability-ai/sdxl:${model.latest_version.id}`,
        { input: { prompt: "p", width: 768, height: 512 }, wait });
    assert.deepEqual(sizeOf(await download(output[0])), [768, 512]);
    await assert.rejects(replicate.predictions.create({ model: "stability-ai/sdxl", input: { prompt: "p" } }),
        (error) => error.response.status === 404);
    await assert.rejects(replicate.predictions.create({ version: "0".repeat(64), input: { prompt: "p" } }),
        (error) => error.response.status === 422 && /does not exist/.test(error.message));
});

test("a run that takes longer than the caller waits comes as it stands, to be polled", async () => {
    await standIn.takeTime(30, 10);
    const output = await replicate.run(schnell, { input: { prompt: "p" }, wait: { mode: "block", timeout: 5 } });
    assert.equal(output.length, 1);
    const create = (headers) => replicate.request(`/models/${schnell}/predictions`,
        { method: "POST", headers, data: { input: { prompt: "p" } } });
    const late = await create({ Prefer: "wait=39" });
    assert.equal(late.status, 202);
    const { status, output: none } = await late.json();
    assert.deepEqual([status, none], ["starting", null]);
    const ended = await create({ Prefer: "wait=40" });
    assert.equal(ended.status, 201);
    assert.equal((await ended.json()).status, "succeeded");
    assert.equal((await create({ Prefer: "wait" })).status, 201);
    assert.equal((await create({})).status, 201); // nobody asked to wait: created is all it says
    for (const wrong of ["wait=0", "wait=61", "wait=1.5", "wait=", "respond-async"]) {
        await assert.rejects(create({ Prefer: wrong }), (error) => error.response.status === 400);
    }
    await standIn.takeTime(0, 0);
});

test("a deadline ends a run: unpaid in the queue, paid at work", async () => {
    const create = async (after) => (await replicate.request(`/models/${schnell}/predictions`,
        { method: "POST", headers: { "Cancel-After": after }, data: { input: { prompt: "p" } } })).json();
    await standIn.takeTime(60, 30);
    for (const [after, ending, deadline] of [
        ["30s", "aborted", "2026-01-02T03:04:35.000Z"], ["59", "aborted", "2026-01-02T03:05:04.000Z"],
        ["1m5s", "canceled", "2026-01-02T03:05:10.000Z"], ["1h30m45s", "succeeded", "2026-01-02T04:34:50.000Z"]]) {
        const created = await create(after);
        assert.equal(created.deadline, deadline);
        // The client does not know "aborted" and would ask for ever.
        let ended = created;
        await replicate.wait(created, { interval: 5 }, (told) => (ended = told).status === "aborted").then((last) => (ended = last));
        assert.equal(ended.status, ending);
        assert.equal(ended.output === null, ending !== "succeeded");
        assert.equal(ended.metrics === undefined, ending === "aborted");
    }
    for (const wrong of ["4s", "soon", "", "5 m", "-30s"]) {
        await assert.rejects(create(wrong), (error) => error.response.status === 400);
    }
    await standIn.takeTime(0, 0);
});

test("cancels", async () => {
    const created = await replicate.predictions.create({ model: schnell, input: { prompt: "p" } });
    assert.equal(created.status, "starting");
    assert.equal((await replicate.predictions.cancel(created.id)).status, "canceled");
    assert.equal((await replicate.predictions.get(created.id)).output, null);
});

test("a failed run is a success of HTTP", async () => {
    const created = await replicate.predictions.create({ model: schnell, input: { prompt: "p" } });
    await standIn.script({ point: "status", status: 200, body: { ...created, status: "failed", error: "NSFW content detected" } });
    await assert.rejects(replicate.wait(created, { interval: 5 }), /Prediction failed: NSFW content detected/);
});

test("refuses what the vendor refuses", async () => {
    const wrong = [
        [{ prompt: "p", aspect_ratio: "7:1" }, /aspect_ratio/],
        [{ prompt: "p", num_outputs: 5 }, /num_outputs/],
        [{ prompt: "p", output_format: "jpeg" }, /output_format/],
        [{ prompt: "p", negative_prompt: "x" }, /negative_prompt is not allowed/],
        [{ aspect_ratio: "1:1" }, /prompt/],
    ];
    for (const [input, words] of wrong) {
        await assert.rejects(replicate.predictions.create({ model: schnell, input }), (error) => {
            assert.equal(error.response.status, 422);
            assert.match(error.message, words);
            return true;
        });
    }
    const others = [
        ["black-forest-labs/flux-dev", { guidance: 11 }, /guidance: must be from 0 to 10/],
        ["black-forest-labs/flux-2-pro", { resolution: "8 MP" }, /resolution/],
        ["black-forest-labs/flux-fill-pro", {}, /image is required/],
        ["luma/photon", { aspect_ratio: "3:2" }, /aspect_ratio/],
        ["luma/photon", { output_format: "png" }, /output_format is not allowed/],
        ["stability-ai/stable-diffusion-3.5-large-turbo", { negative_prompt: "x" }, /negative_prompt is not allowed/],
        ["bytedance/seedream-5-lite", { seed: 5 }, /seed is not allowed/],
    ];
    for (const [model, input, words] of others) {
        await assert.rejects(replicate.predictions.create({ model, input: { prompt: "p", ...input } }),
            (error) => error.response.status === 422 && words.test(error.message));
    }
    await assert.rejects(replicate.predictions.create({ model: schnell, input: { prompt: "p" }, size: "x" }),
        (error) => error.response.status === 422);
});

test("knows its key and its account", async () => {
    assert.equal((await replicate.accounts.current()).type, "user");
    await assert.rejects(clientWith("r8_wrong").accounts.current(), (error) => error.response.status === 401);
});

test("the client sends a paid request again after a 429 only", async () => {
    const create = () => replicate.predictions.create({ model: schnell, input: { prompt: "p" } });
    const before = (await standIn.calls()).length;
    await standIn.script({ point: "submit", status: 429, body: { detail: "Request was throttled." }, headers: { "retry-after": "0" } });
    await create();
    assert.equal((await standIn.calls()).length - before, 2);
    await standIn.script({ point: "submit", status: 502, body: {} });
    await assert.rejects(create(), (error) => error.response.status === 502);
    assert.equal((await standIn.calls()).length - before, 3);
});
