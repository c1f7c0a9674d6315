// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenAI's own client with calls that it does not wait for: polled, watched, and told of by a webhook that the client
// itself checks; and with what the gateway tells it of its requests.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { once } from "node:events";
import test, { after } from "node:test";
import { startGateway } from "./harness.mjs";
import { load } from "./packages.mjs";

const { OpenAI } = load("openai");
const receiver = createServer();
receiver.listen(0, "127.0.0.1");
await once(receiver, "listening");
after(() => receiver.close());
const hook = `127.0.0.1:${receiver.address().port}`;
const gateway = await startGateway({}, undefined, 0, ["--allow-webhook", hook]);
const client = new OpenAI({ apiKey: gateway.key, baseURL: gateway.url });
const scene = { model: "sketchbook-scene", prompt: "a harbour at dawn", seed: 7, response_format: "b64_json" };
const async = { headers: { Prefer: "respond-async" } };

const ended = async (id) => {
    for (;;) {
        const job = await client.get(`/jobs/${id}`);
        if (!["queued", "in_progress"].includes(job.status)) {
            return job;
        }
    }
};

test("a job is polled to the answer of the call that waits", async () => {
    const { data: job, response } = await client.images.generate(scene, async).withResponse();
    assert.equal(response.status, 202);
    assert.equal(job.object, "job");
    const done = await ended(job.id);
    assert.equal(done.status, "completed");
    const waited = await client.images.generate(scene);
    assert.deepEqual(Object.keys(done.result).sort(), Object.keys(waited).sort());
    const bytes = Buffer.from(done.result.data[0].b64_json, "base64"); // its recipe says when it was made
    assert.equal(bytes.subarray(1, 4).toString(), "PNG");
    assert.equal(done.result.size, waited.size);
    assert.equal(done.result.metadata.executed_model, waited.metadata.executed_model);
});

test("a refusal is an error at once", async () => {
    await assert.rejects(client.images.generate({ ...scene, model: "nonsense" }, async), { status: 404 });
});

test("events end with the answer", async () => {
    const job = await client.images.generate(scene, async);
    const stream = await client.get(`/jobs/${job.id}/events`, { stream: true });
    let last;
    for await (const event of stream) {
        last = event;
    }
    assert.equal(last.status, "completed");
    assert.ok(last.result.data[0].b64_json);
});

test("a webhook arrives that the client takes for genuine", async () => {
    const arrived = new Promise((resolve) => receiver.once("request", async (request, response) => {
        const pieces = [];
        for await (const piece of request) {
            pieces.push(piece);
        }
        response.writeHead(204).end();
        resolve({ headers: request.headers, body: Buffer.concat(pieces).toString() });
    }));
    const { secret } = await client.get("/webhooks/secret");
    const job = await client.images.generate({ ...scene, webhook_url: `http://${hook}/hook` }, async);
    const { headers, body } = await arrived;
    const event = await client.webhooks.unwrap(body, headers, secret);
    assert.equal(event.type, "job.completed");
    assert.equal(event.data.id, job.id);
    await assert.rejects(client.webhooks.unwrap(`${body} `, headers, secret));
});

test("requests, balance and keys are listed", async () => {
    const list = await client.get("/requests", { query: { limit: 2, summary: true } });
    assert.equal(list.data.length, 2);
    assert.ok(list.summary.count >= 3);
    assert.ok(list.next_page_url);
    const one = await client.get(`/requests/${list.data[0].id}`);
    assert.equal(one.request, null); // prompts are told only where that is switched on
    const purged = await client.delete(`/requests/${one.id}/payloads`);
    assert.equal(purged.purged, true);
    assert.equal((await client.get(`/requests/${one.id}`)).request, null);
    assert.equal((await client.get("/balance")).available, null);
    const keys = await client.get("/keys");
    assert.equal(keys.data[0].name, "This computer");
});
