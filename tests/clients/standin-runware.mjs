// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runware's own client against the stand-in: what it sends must be accepted, and what the stand-in answers must be
// understood, so that the stand-in cannot drift from the vendor. The client speaks by a web socket alone, the stand-in by
// HTTP: tasks and results are the same there, so each frame is handed on as it is. Only the key goes another way.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn, transparentPng } from "./standin.mjs";

const { Runware } = load("@runware/sdk-js");
const { WebSocketServer } = createRequire(load.resolve("@runware/sdk-js"))("ws"); // the client brings it along
const standIn = await startStandIn("runware");
const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
await once(server, "listening");
after(() => {
    server.clients.forEach((client) => client.terminate());
    server.close();
});

async function post(key, task) {
    const headers = { "content-type": "application/json", authorization: "Bearer " + key };
    return (await fetch(standIn.url + "/v1", { method: "POST", headers, body: JSON.stringify([task]) })).json();
}

/// A key is tried with a question for the account, which is free; a refused one ends the conversation.
async function authentication(key) {
    const { errors } = await post(key, { taskType: "accountManagement", taskUUID: randomUUID() });
    return errors ? { errors: [{ ...errors[0], taskType: "authentication" }] }
                  : { data: [{ taskType: "authentication", connectionSessionUUID: randomUUID() }] };
}

server.on("connection", (client) => {
    let key = "";
    client.on("message", async (frame) => {
        const [task] = JSON.parse(frame);
        const isFirst = task.taskType === "authentication";
        key = isFirst ? task.apiKey : key;
        client.send(JSON.stringify(isFirst ? await authentication(key) : await post(key, task)));
    });
});

const clientWith = (apiKey) => Runware.initialize({ apiKey, url: `ws://127.0.0.1:${server.address().port}`,
    shouldReconnect: false, globalMaxRetries: 1, timeoutDuration: 20000 });
const runware = await clientWith("runware-standin-key");
after(() => runware.disconnect());
const schnell = { model: "runware:100@1", positivePrompt: "a red fox", width: 1024, height: 768 };
const link = "data:image/png;base64," + transparentPng(64, 64).toString("base64");
const download = async (url) => Buffer.from(await (await fetch(url)).arrayBuffer());

test("makes several pictures as links, with what they cost", async () => {
    const pictures = await runware.requestImages({ ...schnell, steps: 4, numberResults: 2, outputFormat: "PNG", includeCost: true });
    assert.equal(pictures.length, 2);
    assert.notEqual(pictures[0].imageUUID, pictures[1].imageUUID);
    for (const picture of pictures) {
        assert.deepEqual(sizeOf(await download(picture.imageURL)), [1024, 768]);
        assert.ok(picture.cost > 0);
        assert.ok(Number.isInteger(picture.seed));
    }
});

test("makes pictures inside the answer, and JPEG unless asked otherwise", async () => {
    const [picture] = await runware.requestImages({ ...schnell, outputType: "base64Data" });
    const bytes = Buffer.from(picture.imageBase64Data, "base64");
    assert.equal(bytes.readUInt16BE(0), 0xffd8);
    assert.deepEqual(sizeOf(bytes), [1024, 768]);
});

test("takes a picture to begin with", async () => {
    const [picture] = await runware.requestImages({ ...schnell, model: "runware:101@1", seedImage: link, strength: 0.5 });
    assert.deepEqual(sizeOf(await download(picture.imageURL)), [1024, 768]);
});

test("enlarges and cuts out", async () => {
    const inputs = { image: link };
    const enlarged = await runware.upscale({ model: "runware:503@1", inputs, upscaleFactor: 2 });
    assert.deepEqual(sizeOf(await download(enlarged.imageURL)), [128, 128]);
    const cut = await runware.removeBackground({ model: "runware:109@1", inputs, outputFormat: "PNG" });
    assert.deepEqual(sizeOf(await download(cut.imageURL)), [64, 64]);
});

test("asks later for what was ordered to be made later", async () => {
    const [ordered] = await runware.requestImages({ ...schnell, deliveryMethod: "async" });
    assert.equal(ordered.imageURL, undefined);
    const seen = [];
    let picture = ordered;
    while (seen.at(-1) !== "success") {
        [picture] = await runware.getResponse({ taskUUID: ordered.taskUUID });
        seen.push(picture.status);
    }
    assert.equal(seen[0], "processing");
    assert.deepEqual(sizeOf(await download(picture.imageURL)), [1024, 768]);
});

test("refuses what the vendor refuses", async () => {
    const wrong = [
        [{ width: 1000 }, "invalidWidth", "width"],
        [{ height: 64 }, "invalidHeight", "height"],
        [{ model: "runware:0@0" }, "invalidModel", "model"],
        [{ model: "runware:101@1", seedImage: "no picture" }, "invalidSeedImage", "seedImage"],
    ];
    for (const [fields, code, parameter] of wrong) {
        await assert.rejects(runware.requestImages({ ...schnell, ...fields }), (told) => {
            assert.equal(told.error.code, code);
            assert.equal(told.error.parameter, parameter);
            return true;
        });
    }
});

test("knows its key", async () => {
    await assert.rejects(clientWith("wrong"), (told) => told.error.code === "invalidApiKey");
});
