// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Google's own client against the stand-in: what it sends must be accepted, and what the stand-in answers must be
// understood, so that the stand-in cannot drift from the vendor.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./packages.mjs";
import { sizeOf, startStandIn } from "./standin.mjs";

const { ApiError, FinishReason, GoogleGenAI, Modality } = load("@google/genai");
const standIn = await startStandIn("google-gemini");
// The version Lightwell speaks; this client's own default is v1.
const clientWith = (apiKey, version = { apiVersion: "v1beta" }) =>
    new GoogleGenAI({ apiKey, ...version, httpOptions: { baseUrl: standIn.url, retryOptions: { attempts: 1 } } });
const client = clientWith("AIza-standin-key");
const model = "gemini-3-pro-image";

const make = (config, contents = "a red fox", id = model) =>
    client.models.generateContent({ model: id, contents, config: { responseModalities: [Modality.IMAGE], ...config } });
const partsOf = (answer) => answer.candidates[0].content.parts;
const pictureOf = (answer) => {
    const part = partsOf(answer).find((entry) => entry.inlineData && !entry.thought);
    return Buffer.from(part.inlineData.data, "base64");
};
const refuses = (promise, status, words) => assert.rejects(promise, (error) => {
    assert.ok(error instanceof ApiError);
    assert.equal(error.status, status);
    assert.match(error.message, words);
    return true;
});

test("generates in the published sizes", async () => {
    const answer = await make({ imageConfig: { aspectRatio: "16:9", imageSize: "2K" }, seed: 7 });
    assert.deepEqual(sizeOf(pictureOf(answer)), [2752, 1536]);
    assert.equal(answer.candidates[0].finishReason, FinishReason.STOP);
    assert.equal(answer.usageMetadata.candidatesTokensDetails[0].modality, "IMAGE");
    assert.equal(answer.modelVersion, model);
    assert.deepEqual(sizeOf(pictureOf(await make({}, "p", "gemini-2.5-flash-image"))), [1024, 1024]);
    const half = await make({ imageConfig: { aspectRatio: "1:8", imageSize: "512" } }, "p", "gemini-3.1-flash-image");
    assert.deepEqual(sizeOf(pictureOf(half)), [192, 1536]);
});

test("thinks in pictures and answers in words where asked", async () => {
    const answer = await make({ responseModalities: [Modality.TEXT, Modality.IMAGE] });
    assert.ok(partsOf(answer).some((part) => part.thought && part.inlineData));
    assert.ok(answer.text.length > 0);
    assert.ok(answer.usageMetadata.thoughtsTokenCount > 0);
});

test("takes pictures to edit", async () => {
    const data = pictureOf(await make({})).toString("base64");
    const answer = await make({}, [{ text: "add a hat" }, { inlineData: { mimeType: "image/png", data } }]);
    assert.deepEqual(answer.usageMetadata.promptTokensDetails.map((entry) => entry.modality), ["TEXT", "IMAGE"]);
    await refuses(make({}, [{ inlineData: { mimeType: "image/png", data: "aGVsbG8=" } }]), 400, /input image/);
    await refuses(make({}, [{ inlineData: { mimeType: "image/x-icon", data } }]), 400, /MIME type/);
});

test("refuses what the vendor refuses", async () => {
    await refuses(make({ imageConfig: { imageSize: "2k" } }), 400, /image size/);
    await refuses(make({ imageConfig: { aspectRatio: "5:1" } }), 400, /aspect ratio/);
    await refuses(make({ imageConfig: { imageSize: "1K" } }, "p", "gemini-2.5-flash-image"), 400, /image size/);
    await refuses(make({ imageConfig: { aspectRatio: "1:8" } }), 400, /aspect ratio/);
    await refuses(make({ candidateCount: 2 }), 400, /candidates/);
    await refuses(make({ seed: 2 ** 40 }), 400, /seed/);
    await refuses(make({ frequencyPenalty: 1 }), 400, /Unknown name/);
    await refuses(make({}, "p", "gemini-9"), 404, /not found/);
});

test("knows its key", async () => {
    await refuses(clientWith("AIza-wrong").models.generateContent({ model, contents: "p" }), 400, /API_KEY_INVALID/);
});

test("lists its models in pages", async () => {
    const ids = [];
    for await (const entry of await client.models.list({ config: { pageSize: 2 } })) {
        ids.push(entry.name);
    }
    assert.ok(ids.includes("models/" + model));
    assert.equal((await client.models.get({ model })).name, "models/" + model);
    await refuses(client.models.get({ model: "gemini-9" }), 404, /not found/);
});

test("sends the key in a header", async () => {
    await make({});
    const last = (await standIn.calls()).at(-1);
    assert.equal(last.headers["x-goog-api-key"], "AIza-standin-key");
    assert.equal(last.path, "/v1beta/models/" + model + ":generateContent");
});

test("speaks the client's default version too", async () => {
    const answer = await clientWith("AIza-standin-key", {}).models.generateContent({ model, contents: "p" });
    assert.deepEqual(sizeOf(pictureOf(answer)), [1024, 1024]);
    const path = (await standIn.calls()).at(-1).path;
    assert.equal(path, "/v1/models/" + model + ":generateContent");
});

test("blocked prompts and pictures are understood", async () => {
    await standIn.script({ point: "generation", status: 200, body: { promptFeedback: { blockReason: "PROHIBITED_CONTENT" } } });
    const blocked = await make({});
    assert.equal(blocked.candidates, undefined);
    assert.equal(blocked.promptFeedback.blockReason, "PROHIBITED_CONTENT");

    const candidates = [{ content: { role: "model" }, finishReason: "IMAGE_SAFETY", index: 0 }];
    await standIn.script({ point: "generation", status: 200, body: { candidates } });
    assert.equal((await make({})).candidates[0].finishReason, FinishReason.IMAGE_SAFETY);
});

test("quota and overload are understood", async () => {
    const error = (code, status) => ({ point: "generation", status: code, body: { error: { code, status, message: "m" } } });
    await standIn.script(error(429, "RESOURCE_EXHAUSTED"));
    await refuses(make({}), 429, /RESOURCE_EXHAUSTED/);
    await standIn.script(error(503, "UNAVAILABLE"));
    await refuses(make({}), 503, /UNAVAILABLE/);
});
